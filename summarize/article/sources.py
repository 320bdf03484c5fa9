"""Turn what was given on the command line into a list of articles to read.

Files, directories, patterns the shell left alone, addresses, "-" and a list of any of these. What
stands for no article is refused before anything is read. A file that is not there is refused only
when it is all that was given: of many, one may have gone since they were listed, and is an article
that cannot be read, like any other.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import Final, TextIO
from urllib.parse import unquote, urlsplit

from summarize.errors import InputError

STDIN: Final = "-"
SUFFIXES: Final = (".txt", ".md", ".markdown", ".html", ".htm")
_UNSAFE = re.compile(r"[^\w.-]+")

# Most file systems allow 255 bytes a name; the rest is for what an output file adds to it.
LONGEST_ID: Final = 100


def is_url(source: str) -> bool:
    """Say whether a source is an address of the web."""
    return source.lower().startswith(("http://", "https://"))


def as_text(source: str) -> str:
    """Return a source as it may be written down: what of a path is no UTF-8 as escapes."""
    return source.encode("utf-8", "backslashreplace").decode("utf-8")


def expand(paths: Sequence[str], files_from: TextIO | None) -> list[str]:
    """Return every source once, in the order given; a directory's files are sorted.

    `files_from` holds one more source a line; empty lines are passed over. Raises InputError for
    a directory with nothing readable, a pattern that matches nothing, and a file that is not there
    when it is the only source given.
    """
    given = list(paths)
    if files_from is not None:
        given += [line.strip() for line in _lines(files_from) if line.strip()]
    found: dict[str, str] = {}
    for path in given:
        for source in _sources(path, among_others=len(set(given)) > 1):
            found.setdefault(_same(source), source)
    return list(found.values())


def article_ids(sources: Sequence[str]) -> list[str]:
    """Return a name for each source, all different even where capitals count for nothing.

    The stem where it will do ("x"); else with suffix ("x.md"); else with its folder ("a-x.txt").
    """
    names = [_stem(source) for source in sources]
    for longer in (_with_suffix, _with_folder):
        taken = Counter(name.lower() for name in names)
        names = [
            longer(source) if taken[name.lower()] > 1 else name
            for source, name in zip(sources, names, strict=True)
        ]
    used: set[str] = set()
    result = []
    for name in names:
        unique, n = name, 2
        while unique.lower() in used:
            unique, n = f"{name}-{n}", n + 1
        used.add(unique.lower())
        result.append(unique)
    return result


def _lines(stream: TextIO) -> list[str]:
    try:
        return stream.read().splitlines()
    except UnicodeDecodeError as error:
        raise InputError(
            "--files-from: the list is not UTF-8 text: write one path a line"
        ) from error


def _sources(path: str, *, among_others: bool) -> Iterator[str]:
    """Yield what one argument stands for."""
    if path == STDIN or is_url(path):
        yield path
        return
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", path):
        raise InputError(f"{path}: only http:// and https:// addresses can be read")
    if "\0" in path or not path:
        raise InputError(f"{path!r}: not a path")
    here = Path(path)
    try:
        if here.is_dir():
            yield from _in_directory(here)
        elif here.exists():
            yield path
        elif has_magic(path):
            yield from _matching(path)
        elif among_others:
            yield path
        else:
            raise InputError(missing(here))
    except OSError as error:
        raise InputError(f"{path[:80]}: {error.strerror or error}: check the path") from error


def _in_directory(folder: Path) -> list[str]:
    files = sorted(
        str(file)
        for file in folder.rglob("*")
        if file.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
        and file.is_file()
    )
    if not files:
        next(folder.iterdir(), None)  # a folder that may not be listed says so here
        raise InputError(f"{folder}: no article in this directory: expected {', '.join(SUFFIXES)}")
    return files


def _matching(pattern: str) -> list[str]:
    # Path.glob refuses absolute patterns.
    matches = glob(pattern, recursive=True)  # noqa: PTH207
    found = sorted(match for match in matches if Path(match).is_file())
    if not found:
        raise InputError(
            f"{pattern}: no file matches this pattern: check it, or quote nothing of it"
        )
    return found


def missing(path: Path) -> str:
    """Return the message for a file that is not there, with the likeliest one that is."""
    folder = path.parent
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        names = []
    near = difflib.get_close_matches(path.name, names, n=1, cutoff=0.6)
    hint = f"did you mean {folder / near[0]}?" if near else "check the path"
    return f"{path}: no such file: {hint}"


def _same(source: str) -> str:
    """Return what two spellings of one source have in common."""
    if source == STDIN or is_url(source):
        return source
    return str(Path(source).resolve())


def _safe(name: str) -> str:
    return _UNSAFE.sub("-", name).strip("-.")[:LONGEST_ID].rstrip("-.") or "article"


def _parts(source: str) -> tuple[str, str, str]:
    """Return folder (or host), stem and suffix of a source."""
    if source == STDIN:
        return "", "stdin", ""
    if is_url(source):
        try:
            address = urlsplit(source)
        except ValueError:
            return "", source, ""
        host = address.netloc.rpartition("@")[2].removeprefix("www.")
        path = Path(unquote(address.path).strip("/"))
        suffix = (
            path.suffix if path.suffix.lower() in (*SUFFIXES, ".php", ".shtml", ".aspx") else ""
        )
        return host, path.name.removesuffix(suffix) or host, suffix
    file = Path(source)
    return file.resolve().parent.name, file.stem or file.name, file.suffix


def _stem(source: str) -> str:
    return _safe(_parts(source)[1])


def _with_suffix(source: str) -> str:
    _, stem, suffix = _parts(source)
    return _safe(stem + suffix)


def _with_folder(source: str) -> str:
    folder, stem, suffix = _parts(source)
    return _safe(f"{folder}-{stem}{suffix}")
