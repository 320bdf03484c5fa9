"""Summaries as one self-contained HTML page, beside the article with the evidence marked.

The page asks nobody for anything: its policy allows its own style and script by their digests and
nothing else. Everything an article or a model wrote goes through Jinja2's autoescape, is made
visible (control characters, reordering), and stands in an element of its own direction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarize.errors import InputError
from summarize.render.data import script_safe
from summarize.render.marked import Segment, evidence_list, mark_article
from summarize.render.notes import Notes, Place, cited, number_notes
from summarize.render.page import policy, template
from summarize.render.plain import plain
from summarize.render.view import Entry, View
from summarize.render.wording import (
    FIELDS,
    NOT_PUBLISHED,
    date_lines,
    doubts,
    heading,
    how_made,
    needs_a_look,
    nothing_said,
    number_lines,
    origin,
    tally,
    why_failed,
)
from summarize.summary import Evidence, Failure, Grounded, Summary

if TYPE_CHECKING:
    from jinja2 import Template

_HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Source:
    """What stands beside a summary: the article in paragraphs, or only the words it cites."""

    whole: bool
    blocks: list[list[Segment]]


class Sheet:
    """One summary, as the template asks for it."""

    def __init__(self, summary: Summary, article_text: str | None, *, key: str, level: int) -> None:
        self.summary = summary
        self.key = key
        """Put before every id, so that several summaries share a page."""
        self.level = level
        """Of its heading: 1 on a page of its own."""
        self.notes: Notes = number_notes(summary)
        self.places: list[Place] = _places(summary)
        self.first_mark: set[int] = set()
        if article_text is None:
            self.source = Source(whole=False, blocks=evidence_list(self.notes, self.places))
        else:
            _agree(summary, article_text)
            blocks = mark_article(article_text, self.notes, self.places)
            self.source = Source(whole=True, blocks=blocks)
        title = plain(summary.article.title or "")
        self.title = "" if plain((article_text or "")[:2000]).startswith(title) else title
        """The article's own, where its text does not begin with it."""
        self.heading = heading(summary)
        self.origin = origin(summary)
        self.look = needs_a_look(summary)
        self.nothing = nothing_said(summary)
        self.dates = date_lines(summary)
        self.numbers = number_lines(summary)
        self.made = how_made(summary)
        self.tally = tally(summary)
        self.record = script_safe(summary)

    def spans(self, evidence: Sequence[Evidence]) -> str:
        """Return the places cited as numbers, for the script to pair with the article's."""
        wanted = {(e.start, e.end) for e in evidence}
        return " ".join(str(i) for i, place in enumerate(self.places) if place in wanted)

    def marks(self, item: Grounded) -> list[dict[str, Any]]:
        """Return the footnote marks of `item`; the first mark of each note can be gone back to."""
        marks = []
        for number in self.notes.of(item.evidence):
            note = self.notes.evidence[number - 1]
            marks.append(
                {
                    "number": number,
                    "sentence": note.sentence,
                    "first": number not in self.first_mark,
                }
            )
            self.first_mark.add(number)
        return marks


def html(summary: Summary, view: View) -> str:
    """Render one summary as a page."""
    return render_page([Entry(summary, view.article_text)])


def failure_html(failure: Failure, view: View) -> str:  # noqa: ARG001
    """Render a page that says why an article has no summary."""
    return render_page([Entry(failure)])


def render_page(entries: Sequence[Entry]) -> str:
    """Render all `entries`, in order, as one page.

    Raises InputError when an article's text is not the one its summary was made from.
    """
    sheets: list[Sheet | dict[str, Any]] = []
    level = 1 if len(entries) == 1 else 2
    for number, entry in enumerate(entries, 1):
        key = f"a{number}"
        if isinstance(entry.record, Failure):
            first, *others = why_failed(entry.record)
            sheets.append({"key": key, "level": level, "heading": first, "failed": others})
        else:
            sheets.append(Sheet(entry.record, entry.article_text, key=key, level=level))
    style, script = _own("page.css"), _own("page.js")
    return _template().render(
        sheets=sheets,
        style=style,
        script=script,
        policy=policy(style, script),
        fields=FIELDS,
        not_published=NOT_PUBLISHED,
    )


def _places(summary: Summary) -> list[Place]:
    return sorted({(e.start, e.end) for e in cited(summary)})


def _agree(summary: Summary, article_text: str) -> None:
    for words in cited(summary):
        if article_text[words.start : words.end] != words.text:
            raise InputError(
                f"article {summary.article.id}: its text at {words.start}–{words.end} is not what "
                "the summary cites; summarize it again, or render without the article"
            )


def _own(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def _template() -> "Template":
    return template(_HERE / "summary.html.j2", doubts=doubts)
