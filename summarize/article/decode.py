"""Turn bytes into text, exactly: no line break is translated, no character guessed.

UTF-8, or what a byte order mark or an HTML page declares. Anything else is refused with the offset
of the byte that cannot be read and the command that converts the file.
"""

import codecs
import re
from typing import Final

from summarize.errors import InputError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|meta|title|div)\b",
    re.IGNORECASE | re.DOTALL,
)

# How far into a page its charset may be declared (1024 bytes by the standard; some are late).
HEAD: Final = 4096

# Openings of common files that are no text, so that the message can name them.
_KNOWN: Final = (
    (b"%PDF", "a PDF: convert it with pdftotext"),
    (b"PK\x03\x04", "a ZIP or Office file: save it as text"),
    (b"\x1f\x8b", "gzip: unpack it with gunzip"),
    (b"{\\rtf", "RTF: save it as text"),
    (b"\xd0\xcf\x11\xe0", "an Office file: save it as text"),
)


def looks_like_html(data: bytes) -> bool:
    """Say whether a file is HTML by how it begins."""
    start = data[:HEAD]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "ignore").encode()
    return _HTML.match(start.removeprefix(codecs.BOM_UTF8)) is not None


def decode(data: bytes, name: str, *, charset: str | None = None) -> str:
    """Return the text of `data`. Raises InputError for what is empty, binary or not UTF-8.

    A byte order mark wins over `charset`, which is what a server or page declared.
    """
    if not data.strip():
        raise InputError(f"{name}: empty: nothing to summarize")
    for opening, what in _KNOWN:
        if data.startswith(opening):
            raise InputError(f"{name}: not text but {what}")
    encoding = next((e for mark, e in _MARKS if data.startswith(mark)), None) or charset or "utf-8"
    if encoding.startswith(("utf-8", "ascii")) and b"\0" in data:
        raise InputError(
            f"{name}: binary (a NUL at byte {data.index(0)}): give text, Markdown or HTML"
        )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(_wrong(error, name, data)) from error
    return text


def declared_charset(data: bytes, content_type: str = "") -> str | None:
    """Return the charset a server or an HTML page declares, or None; unknown ones are None, too."""
    declared = _CHARSET.search(content_type) or _CHARSET.search(data[:HEAD].decode("latin-1"))
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared[1]).name
    except LookupError:
        return None
    # Browsers read Latin-1 as Windows-1252, whose quotation marks are what is meant.
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _wrong(error: UnicodeDecodeError, name: str, data: bytes) -> str:
    """Return what to do about bytes in another encoding."""
    byte = data[error.start]
    if error.encoding not in ("utf-8", "ascii"):
        where = f"{error.encoding}, as declared, at byte {error.start}"
        return f"{name}: not {where}: save it as UTF-8"
    controls = sum(b < 9 or 13 < b < 32 for b in data[:HEAD])
    if controls * 20 > len(data[:HEAD]):
        return f"{name}: binary (byte 0x{byte:02x} at {error.start}): give text, Markdown or HTML"
    likely = "WINDOWS-1252" if 0x80 <= byte < 0xA0 else "ISO-8859-1"
    return (
        f"{name}: not UTF-8 (byte 0x{byte:02x} at offset {error.start}): "
        f"convert it, for example: iconv -f {likely} -t utf-8"
    )
