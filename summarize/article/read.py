"""Read an article: from a file, an address or a stream to numbered sentences.

The text is kept exactly as read. Its day of publication is what the caller, the metadata or a
dateline says, in this order, and otherwise unknown.
"""

import hashlib
import re
import stat
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from summarize.article.article import Article, Kind, Notice, Sentence
from summarize.article.datelines import dateline, full_date
from summarize.article.decode import declared_charset, decode, looks_like_html
from summarize.article.furniture import GLUED, embedded_ends
from summarize.article.kinds import front_matter, kinds, page_of, title_block
from summarize.article.layout import blocks
from summarize.article.sentences import paragraphs
from summarize.article.sources import STDIN, article_ids, as_text, is_url, missing
from summarize.article.untrusted import hidden, notices, visible
from summarize.errors import InputError
from summarize.values.span import Span

# Ten times the longest novel; beyond it the file is not an article, whatever its bytes say.
MOST_BYTES: Final = 20_000_000

_HTML_SUFFIXES: Final = (".html", ".htm", ".xhtml")
_TEXT_SUFFIXES: Final = (".txt", ".md", ".markdown", ".text")
_FIELD = re.compile(
    r"^(title|date|published)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE
)


def read(source: str, *, published: date | None = None, stdin: BinaryIO | None = None) -> Article:
    """Return the article at a path, an http(s) address, or "-" for `stdin`.

    `published` wins over what the article says. Raises InputError when it cannot be read.
    """
    content_type = ""
    if source == STDIN:
        data, name = _from_stream(stdin), "standard input"
    elif is_url(source):
        from summarize.article.fetch import fetch, shown

        page = fetch(source)
        data, content_type, name = page.data, page.content_type, shown(source)
        source = name
    else:
        data, name = _from_file(Path(source)), source
    sha256 = hashlib.sha256(data).hexdigest()
    made = {"source": as_text(source), "id": article_ids([source])[0], "sha256": sha256}
    if not _is_html(source, data, content_type):
        charset = declared_charset(b"", content_type)
        return from_text(decode(data, name, charset=charset), published=published, **made)
    from summarize.article.html import extract

    charset = declared_charset(data, content_type)
    found = extract(decode(data, name, charset=charset), name)
    article = from_text(
        found.text, published=published or found.published, title=found.title, **made
    )
    return _with_notices(article, found.notices)


def from_text(  # noqa: PLR0913 - what may be known of a text
    text: str,
    *,
    source: str = STDIN,
    id: str | None = None,  # noqa: A002 - the article's own word for it
    title: str | None = None,
    published: date | None = None,
    sha256: str | None = None,
) -> Article:
    """Return the article a text is. Raises InputError when there are no words in it."""
    if not visible(text).strip():
        raise InputError(
            f"{'standard input' if source == STDIN else source}: empty, nothing to summarize: "
            "give a text"
        )
    unseen = hidden(text)
    fields: dict[str, str] = {}
    if matter := front_matter(text):
        after = [span for span in unseen if span.end > matter.end]
        unseen = [matter, *(Span(max(span.start, matter.end), span.end) for span in after)]
        fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(matter.of(text))}
    shown = [block for block in blocks(text) if not (matter and matter.contains(block))]
    line = dateline(text, shown)
    found = paragraphs(text, _cuts(text, shown, unseen, line[0] if line else None))
    page = page_of(text, found, dateline=line[0] if line else None, hidden=unseen)
    headline = title_block(page)
    written = page.block(headline).lstrip("# ").strip() if headline is not None else None
    stated = full_date(fields.get("published", "")) or full_date(fields.get("date", ""))
    return Article(
        id=id or article_ids([source])[0],
        source=source,
        text=text,
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        sentences=_numbered(text, found, kinds(page)),
        title=title or fields.get("title") or (" ".join(written.split()) if written else None),
        published=published or stated or (line[1] if line else None),
        notices=notices(text),
    )


def _cuts(text: str, shown: list[Span], unseen: list[Span], line: Span | None) -> list[int]:
    """Return where a sentence ends for other reasons than its words."""
    cuts = [edge for span in unseen for edge in (span.start, span.end)]
    labels = (GLUED.match(text, block.start, block.end) for block in shown)
    cuts += [match.end() for match in labels if match]
    cuts += embedded_ends(text)
    return [*cuts, line.end] if line else cuts


def _numbered(
    text: str, found: list[list[Span]], of_blocks: list[list[Kind]]
) -> tuple[Sentence, ...]:
    """Return the sentences with spans that tile the text: each runs up to where the next begins."""
    words = [span for block in found for span in block]
    every_kind = [kind for block in of_blocks for kind in block]
    starts = [0, *(span.start for span in words[1:]), len(text)]
    return tuple(
        Sentence(number=i + 1, span=Span(starts[i], starts[i + 1]), words=words[i], kind=kind)
        for i, kind in enumerate(every_kind)
    )


def _with_notices(article: Article, more: tuple[Notice, ...]) -> Article:
    from dataclasses import replace

    return replace(article, notices=(*more, *article.notices)) if more else article


def _is_html(source: str, data: bytes, content_type: str) -> bool:
    """Say whether to read as HTML: by the server's word, the suffix, else the content."""
    if content_type.startswith(("text/html", "application/xhtml")):
        return True
    if content_type.startswith(("text/plain", "text/markdown")):
        return False
    suffix = "" if source == STDIN or is_url(source) else Path(source).suffix.lower()
    if suffix in _TEXT_SUFFIXES:
        return False
    return suffix in _HTML_SUFFIXES or looks_like_html(data)


def _from_stream(stdin: BinaryIO | None) -> bytes:
    if stdin is None:
        import sys

        if sys.stdin is None:
            raise InputError("standard input: is closed: give a file, or pipe the article in")
        stdin = sys.stdin.buffer
    data = stdin.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputError(f"standard input: more than {MOST_BYTES // 1_000_000} MB: not an article")
    return data


def _from_file(path: Path) -> bytes:
    """Return the bytes of a file, and only of a file: a device or a pipe might never end."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise InputError(f"{path}: is a directory: give its files, or summarize it as a whole")
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISFIFO(found.st_mode)):
            raise InputError(
                f"{path}: is a device, not a file: give a file, or - for standard input"
            )
        if found.st_size > MOST_BYTES:
            raise InputError(f"{path}: more than {MOST_BYTES // 1_000_000} MB: not an article")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError(missing(path)) from error
    except PermissionError as error:
        raise InputError(
            f"{path}: not readable (permission denied): check its permissions"
        ) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{str(path)[:80]}: cannot be read ({why}): check the path") from error
