"""A page is fetched whole or refused in one line, whatever the server does."""

import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summarize.article import read
from summarize.article.fetch import fetch, shown
from summarize.errors import InputError
from tests.article.test_html import PAGE

TEXT = "A bridge for Wells\n\nThe council met on Monday. “Yes,” it said.\n"
HTML = "text/html; charset=utf-8"


class Server(BaseHTTPRequestHandler):
    """Answers by the path asked for."""

    def do_GET(self) -> None:
        stop = self.server.stop  # type: ignore[attr-defined]
        kind, _, rest = self.path.strip("/").partition("?")[0].partition("/")
        with suppress(OSError):
            if kind == "status":
                self.answer(int(rest))
            elif kind == "text":
                self.answer(200, TEXT.encode(), "text/plain; charset=utf-8")
            elif kind == "latin":
                self.answer(200, "A café in Wells. It is old.".encode("latin-1"),
                            "text/plain; charset=iso-8859-1")  # fmt: skip
            elif kind == "page.html":
                self.answer(200, PAGE.encode())
            elif kind == "film":
                self.answer(200, b"\0" * 100, "video/mp4")
            elif kind == "loop":
                self.redirect(f"/loop/{int(rest or 0) + 1}")
            elif kind == "moved":
                self.redirect("/text")
            elif kind == "away":
                self.redirect("file:///etc/passwd")
            elif kind == "hang":
                stop.wait(20)
            elif kind == "huge":
                self.answer(200, b"x", "text/plain", length=5_000_000_000)
            elif kind in ("endless", "drip"):
                self.endless(b"word " * 20000 if kind == "endless" else b"w", stop)

    def answer(self, status: int, body: bytes = b"", kind: str = HTML, length: int | None = None):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def endless(self, piece: bytes, stop: threading.Event) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        while not stop.is_set():
            self.wfile.write(piece)
            if len(piece) == 1:
                stop.wait(0.05)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    server.stop = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.stop.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_a_page_of_html_is_read_as_its_article(address):
    article = read(f"{address}/page.html?x=1")
    assert (article.id, article.title) == ("page", "Council approves new bridge")
    assert "Advertisement" not in article.text


def refused(url: str, **limits: float) -> str:
    with pytest.raises(InputError) as caught:
        fetch(url, **limits)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 300
    return message


def test_a_page_is_read_through_redirects_with_the_servers_charset(address):
    assert fetch(f"{address}/moved").data == TEXT.encode()
    article = read(f"{address}/text")
    assert (article.text, article.id, article.title) == (TEXT, "text", "A bridge for Wells")
    assert read(f"{address}/latin").text == "A café in Wells. It is old."


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("status/404", "answered 404 (not found)"),
        ("status/403", "subscription"),
        ("status/429", "try again later"),
        ("status/500", "answered 500"),
        ("status/204", "answered 204"),
        ("film", "video/mp4, not text"),
        ("loop", "redirects more than"),
        ("away", "not followed"),
        ("huge", "more than 20 MB"),
        ("endless", "more than 20 MB"),
    ],
)
def test_what_is_not_a_page_is_refused(address, path, says):
    message = refused(f"{address}/{path}")
    assert says in message
    assert f"{address}/{path}" in message


@pytest.mark.parametrize("path", ["hang", "drip"])
def test_a_server_that_does_not_finish_is_left(address, path):
    start = time.monotonic()
    assert "in time" in refused(f"{address}/{path}", longest=0.6, silence=0.3)
    assert time.monotonic() - start < 3


def test_no_server_is_told_as_no_connection():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert "no connection" in refused(f"http://127.0.0.1:{port}/")


def test_a_name_that_nobody_knows_is_no_connection(monkeypatch):
    def unknown(*_args, **_kwargs):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "Name or service not known" in refused("http://nowhere.invalid/")


def test_a_name_look_up_that_never_answers_is_left(monkeypatch):
    over = threading.Event()

    def never(*_args, **_kwargs):
        over.wait(10)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", never)
    start = time.monotonic()
    assert "in time" in refused("http://nowhere.invalid/", longest=0.1)
    assert time.monotonic() - start < 5
    over.set()


@pytest.mark.parametrize(
    "url", ["http://", "http://[", "http://a b/", "http://:80:80/", "https://é\0/"]
)
def test_an_address_that_is_none_is_one_line(url):
    refused(url)


def test_a_password_in_an_address_is_not_shown(address):
    assert shown("http://user:secret@x.org/a?b=c") == "http://x.org/a?b=c"
    with_password = address.replace("//", "//user:secret@")
    assert "secret" not in refused(f"{with_password}/status/404")
    assert "secret" not in read(f"{with_password}/text").source
