"""Fetch a page of the web, and no more than a page.

Only http and https, only text, at most 20 MB and 30 seconds whatever the server does: a page that
never ends, a server that says nothing and a redirect in circles all end in one line. An error never
shows a password that stood in the address.
"""

import queue
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from summarize.errors import InputError

if TYPE_CHECKING:
    import httpx2

# The longest pages of newspapers are below 10 MB; a film or an archive is not an article.
MOST_BYTES: Final = 20_000_000

# In seconds, from the name look-up to the last byte. A reader would have given up, too.
LONGEST: Final = 30.0
LONGEST_SILENCE: Final = 10.0

MOST_REDIRECTS: Final = 10

_TEXT_TYPES: Final = ("text/", "application/xhtml", "application/xml", "application/json")
_HEADERS: Final = {
    # Compressed pages could grow beyond any limit before they can be counted.
    "Accept-Encoding": "identity",
    "Accept": "text/html,application/xhtml+xml,text/plain,text/markdown;q=0.9,*/*;q=0.1",
    "User-Agent": "summarize-news (+https://pypi.org/project/summarize-news/)",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered."""

    data: bytes
    content_type: str
    """In lower case, with its parameters, such as `text/html; charset=utf-8`; "" when not given."""


def fetch(url: str, *, longest: float = LONGEST, silence: float = LONGEST_SILENCE) -> Page:
    """Return the page at `url`. Raises InputError when it cannot be had.

    The work is done in a thread that is left behind when time is up: a name look-up that never
    answers cannot be stopped in any other way.
    """
    name = shown(url)
    answers: queue.SimpleQueue[Page | InputError] = queue.SimpleQueue()
    deadline = time.monotonic() + longest

    def work() -> None:
        answer: Page | InputError = InputError(f"{name}: cannot be fetched: check the address")
        try:
            answer = _get(url, name, deadline=deadline, silence=silence)
        except InputError as error:
            answer = error
        finally:
            answers.put(answer)

    threading.Thread(target=work, name="fetch", daemon=True).start()
    try:
        answer = answers.get(timeout=longest + 0.5)
    except queue.Empty:
        raise _too_slow(name) from None
    if isinstance(answer, InputError):
        raise answer
    return answer


def shown(url: str) -> str:
    """Return the address as it may be shown: without user and password, and not too long."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url[:200]
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()[:200]


def _get(url: str, name: str, *, deadline: float, silence: float) -> Page:
    """Return the page, with every fault of the network told in one line."""
    import httpx2

    try:
        with httpx2.Client(
            timeout=silence, headers=_HEADERS, follow_redirects=False, trust_env=True
        ) as client:
            return _follow(client, url, name, deadline=deadline)
    except httpx2.TimeoutException as error:
        raise _too_slow(name) from error
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpx2.LocalProtocolError) as error:
        raise InputError(f"{name}: not an address that can be read: check it") from error
    except httpx2.ConnectError as error:
        raise InputError(
            f"{name}: no connection ({_why(error)}): check address and network"
        ) from error
    except (httpx2.HTTPError, httpx2.StreamError) as error:
        raise InputError(f"{name}: the connection broke ({_why(error)}): try again") from error
    except (UnicodeError, ValueError, OSError) as error:
        raise InputError(f"{name}: cannot be fetched ({_why(error)}): check the address") from error


def _follow(client: "httpx2.Client", url: str, name: str, *, deadline: float) -> Page:
    """Return the page at the end of the redirects."""
    for _ in range(MOST_REDIRECTS + 1):
        with client.stream("GET", url) as response:
            if not response.is_redirect:
                return _receive(response, name, deadline=deadline)
            url = urljoin(url, response.headers.get("location", ""))
        if urlsplit(url).scheme not in ("http", "https"):
            raise InputError(
                f"{name}: redirects to {url[:80]!r}, which is not of the web: not followed"
            )
        if time.monotonic() > deadline:
            raise _too_slow(name)
    raise InputError(f"{name}: redirects more than {MOST_REDIRECTS} times: open it in a browser")


def _receive(response: "httpx2.Response", name: str, *, deadline: float) -> Page:
    """Return the body, stopped as soon as it is too long, too slow or not text."""
    status = response.status_code
    if status != 200:
        raise InputError(f"{name}: the server answered {status} {_advice(status)}")
    kind = response.headers.get("content-type", "").lower()
    if kind and not kind.startswith(_TEXT_TYPES):
        raise InputError(f"{name}: is {kind[:60]}, not text: save it as text and give the file")
    too_long = InputError(f"{name}: more than {MOST_BYTES // 1_000_000} MB: not an article")
    if int(response.headers.get("content-length", "0") or 0) > MOST_BYTES:
        raise too_long
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > MOST_BYTES:
            raise too_long
        if time.monotonic() > deadline:
            raise _too_slow(name)
    return Page(bytes(data), kind)


def _advice(status: int) -> str:
    if status in (401, 402, 403, 451):
        return "(refused): it may need a subscription; save the page and give the file"
    if status in (404, 410):
        return "(not found): check the address"
    if status == 429:
        return "(too many requests): try again later"
    if status >= 500:
        return "(its own fault): try again later"
    return ": check the address in a browser"


def _too_slow(name: str) -> InputError:
    return InputError(f"{name}: no complete answer in time: try again, or save the page as a file")


def _why(error: Exception) -> str:
    return (" ".join(str(error).split()) or type(error).__name__)[:120]
