"""A summary for a terminal: short, wrapped, every statement with its footnotes.

Nothing a statement says is ever shortened. What an article or a model wrote cannot reach the
terminal as an escape sequence. Rejected statements stand apart, after everything published.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from summarize.render.notes import Notes, number_notes
from summarize.render.plain import plain
from summarize.render.view import View
from summarize.render.wording import (
    FIELDS,
    NOT_PUBLISHED,
    Line,
    date_lines,
    doubts,
    heading,
    how_made,
    needs_a_look,
    nothing_said,
    number_lines,
    origin,
    why_failed,
)
from summarize.render.wrap import GLUE, Run, columns, paint, wrap
from summarize.summary import Failure, Grounded, Name, Quote, Rejected, Summary, SummaryWarning

# Beyond 100 columns the eye loses the next line; fewer than 30 hold no sentence.
WIDEST: Final = 100
NARROWEST: Final = 30

_INDENT: Final = "  "
_DASH: Final = f"{GLUE}— "


class _Sheet:
    """Lines of a summary at one width."""

    def __init__(self, width: int, notes: Notes) -> None:
        self.width = min(max(width, NARROWEST), WIDEST)
        self.notes = notes
        self.lines: list[list[Run]] = []

    def add(self, runs: Iterable[Run], first: str = "", rest: str | None = None) -> None:
        rest = " " * columns(first) if rest is None else rest
        self.lines += wrap(runs, width=self.width, first=first, rest=rest)

    def title(self, words: str, aside: str = "") -> None:
        self.lines.append([])
        self.add([Run(words, "bold"), *([Run(f" ({aside})", "dim")] if aside else [])])

    def marks(self, item: Grounded) -> list[Run]:
        numbers = [f"[{number}]" for number in self.notes.of(item.evidence)]
        return [Run(GLUE + " ".join(numbers), "dim")] if numbers else []

    def doubt(self, item: Grounded, indent: str) -> None:
        for words in doubts(item):
            self.add([Run(f"({words})", "dim")], first=indent)


def text(summary: Summary, view: View) -> str:
    """Render `summary` for a terminal of `view.width` columns."""
    sheet = _Sheet(view.width, number_notes(summary))
    _top(sheet, summary)
    _points(sheet, summary)
    _quotes(sheet, summary.quotes)
    _values(sheet, "Dates", date_lines(summary))
    _values(sheet, "Numbers", number_lines(summary))
    _names(sheet, summary.names)
    _evidence(sheet)
    _rejected(sheet, summary.rejected)
    _warnings(sheet, summary.warnings)
    sheet.lines.append([])
    sheet.add([Run(" ".join(how_made(summary)), "dim")])
    return "\n".join(paint(sheet.lines, colour=view.colour)) + "\n"


def failure_text(failure: Failure, view: View) -> str:
    """Render why an article has no summary."""
    sheet = _Sheet(view.width, Notes(evidence=(), numbers={}))
    first, *others = why_failed(failure)
    sheet.add([Run(first, "bold")])
    for words in others:
        sheet.add([Run(words)], first=_INDENT)
    return "\n".join(paint(sheet.lines, colour=view.colour)) + "\n"


def _top(sheet: _Sheet, summary: Summary) -> None:
    marks = sheet.marks(summary.headline) if summary.headline else []
    sheet.add([Run(heading(summary), "bold"), *marks])
    if summary.headline:
        sheet.doubt(summary.headline, _INDENT)
    look = needs_a_look(summary)
    sheet.add([Run(" · ".join(origin(summary)), "dim")])
    if look:
        sheet.add([Run(f"{look}: see below")])
    if nothing := nothing_said(summary):
        sheet.lines.append([])
        sheet.add([Run(nothing)])
    if summary.abstract:
        sheet.lines.append([])
        runs: list[Run] = []
        for sentence in summary.abstract:
            runs += [Run(plain(sentence.statement)), *sheet.marks(sentence), Run(" ")]
        sheet.add(runs)
        for sentence in summary.abstract:
            sheet.doubt(sentence, _INDENT)


def _points(sheet: _Sheet, summary: Summary) -> None:
    if not summary.key_points:
        return
    sheet.title("Key points")
    digits = len(str(len(summary.key_points)))
    for number, point in enumerate(summary.key_points, 1):
        first = f"{_INDENT}{number:>{digits}}. "
        sheet.add([Run(plain(point.statement)), *sheet.marks(point)], first=first)
        sheet.doubt(point, " " * len(first))


def _quotes(sheet: _Sheet, quotes: Sequence[Quote]) -> None:
    if quotes:
        sheet.title("Quotes")
    for quote in quotes:
        speaker = plain(quote.speaker) if quote.speaker else "speaker not named"
        said = Run(f"“{plain(quote.text)}”{_DASH}{speaker}")
        sheet.add([said, *sheet.marks(quote)], first=_INDENT, rest=_INDENT * 2)
        sheet.doubt(quote, _INDENT * 2)


def _values(sheet: _Sheet, title: str, lines: Sequence[Line]) -> None:
    if lines:
        sheet.title(title)
    for line in lines:
        says = f"see {line.see}" if line.see else line.says
        marks = sheet.marks(line.item) if line.marked else []
        runs = [Run(line.label + (_DASH + says if says else "")), *marks]
        sheet.add(runs, first=_INDENT, rest=_INDENT * 2)
        sheet.doubt(line.item, _INDENT * 2)


def _names(sheet: _Sheet, names: Sequence[Name]) -> None:
    if not names:
        return
    sheet.title("People and organisations")
    for kind, title in (("person", "People"), ("organisation", "Organisations")):
        of_kind = [name for name in names if name.kind == kind]
        runs: list[Run] = []
        for name in of_kind:
            comma = [Run(", ")] if runs else []
            runs += [*comma, Run(plain(name.name)), *sheet.marks(name)]
        if of_kind:
            sheet.add([Run(f"{title}: "), *runs], first=_INDENT, rest=_INDENT * 2)
            for name in of_kind:
                sheet.doubt(name, _INDENT * 2)


def _evidence(sheet: _Sheet) -> None:
    if not sheet.notes.evidence:
        return
    sheet.title("Evidence", "sentence, start–end in the article, words")
    widest = len(str(len(sheet.notes.evidence)))
    for number, words in enumerate(sheet.notes.evidence, 1):
        place = f"s{words.sentence}, {words.start}–{words.end}: "
        mark = f"[{number}]".rjust(widest + 2)
        sheet.add([Run(place, "dim"), Run(plain(words.text))], first=f"{_INDENT}{mark} ")


def _rejected(sheet: _Sheet, rejected: Sequence[Rejected]) -> None:
    if rejected:
        sheet.title("Rejected", f"each {NOT_PUBLISHED}")
    for item in rejected:
        words = f"{plain(item.statement)} ({FIELDS[item.field]})"
        sheet.add([Run(words)], first=f"{_INDENT}✗ ")
        inner = _INDENT * 2
        for reason in item.reasons:
            sheet.add([Run(plain(reason))], first=f"{inner}because ", rest=inner * 2)
        if item.repaired_from:
            sheet.add([Run(f"first wording: {plain(item.repaired_from)}", "dim")], first=inner)
        for words_cited in item.evidence:
            place = f"cited s{words_cited.sentence}, {words_cited.start}–{words_cited.end}: "
            sheet.add([Run(place + plain(words_cited.text), "dim")], first=inner, rest=inner * 2)


def _warnings(sheet: _Sheet, warnings: Sequence[SummaryWarning]) -> None:
    if warnings:
        sheet.title("Warnings")
    for warning in warnings:
        runs = [Run(f"{plain(warning.code)}: ", "bold"), Run(plain(warning.message))]
        sheet.add(runs, first=f"{_INDENT}! ")
