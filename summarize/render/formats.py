"""The formats a summary can be read in, and the ways to ask for one."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from summarize.errors import InputError
from summarize.render.data import array, json, jsonl
from summarize.render.html import failure_html, html, render_page
from summarize.render.md import failure_md, md
from summarize.render.text import failure_text, text
from summarize.render.view import Entry, View
from summarize.summary import Failure, Summary

T = TypeVar("T")

RENDERERS: Final[dict[str, Callable[[Summary, View], str]]] = {
    "text": text,
    "md": md,
    "json": json,
    "jsonl": jsonl,
    "html": html,
}

FAILURES: Final[dict[str, Callable[[Failure, View], str]]] = {
    "text": failure_text,
    "md": failure_md,
    "json": json,
    "jsonl": jsonl,
    "html": failure_html,
}


def render(
    summary: Summary,
    format: str,  # noqa: A002
    *,
    width: int = 80,
    colour: bool = False,
    article_text: str | None = None,
) -> str:
    """Render one summary; the result ends with a line end.

    Raises InputError for an unknown format, and in html when `article_text` is another text than
    the one summarized.
    """
    view = View(width=width, colour=colour, article_text=article_text)
    return _of(RENDERERS, format)(summary, view)


def render_failure(
    failure: Failure,
    format: str,  # noqa: A002
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    """Render why an article has no summary. Raises InputError for an unknown format."""
    return _of(FAILURES, format)(failure, View(width=width, colour=colour))


def render_all(
    entries: Sequence[Entry],
    format: str,  # noqa: A002
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    """Render several as one document: one html page, one JSON array, text and md one after another.

    A single entry is rendered as by `render`.
    """
    _of(RENDERERS, format)
    if format == "html":
        return render_page(entries)
    if format == "json" and len(entries) != 1:
        return array([entry.record for entry in entries])
    parts = []
    for number, entry in enumerate(entries, 1):
        # Footnotes of the second summary must not be taken for those of the first.
        label = f"{number}-" if len(entries) > 1 else ""
        parts.append(_one(entry, format, View(width=width, colour=colour, label=label)))
    return {"text": "\n\n", "md": "\n---\n\n"}.get(format, "").join(parts)


def _one(entry: Entry, format: str, view: View) -> str:  # noqa: A002
    if isinstance(entry.record, Failure):
        return FAILURES[format](entry.record, view)
    return RENDERERS[format](entry.record, view)


def _of(registry: dict[str, T], format: str) -> T:  # noqa: A002
    if format not in registry:
        raise InputError(f"format {format!r}: choose one of {', '.join(registry)}")
    return registry[format]
