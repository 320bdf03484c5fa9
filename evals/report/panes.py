"""One summary as it stands beside the article: its statements, each with the facts it tells.

A fact is marked at the statement that its verdict names, and at no other; what cannot be placed is
listed below, never guessed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_of
from typing import Final

from evals.report.materials import GoldItem
from evals.report.systems import System
from evals.report.verdicts import Outcome
from evals.run.record import TrialRecord
from summarize.render.notes import Notes, Place
from summarize.render.plain import plain
from summarize.render.wording import FIELDS, date_label, doubts, how_made
from summarize.summary import Evidence, Field_, Grounded, Summary

HEADINGS: Final[dict[str, str]] = {
    "headline": "Headline",
    "abstract": "Abstract",
    "key_points": "Key points",
    "quotes": "Quotes",
    "dates": "Dates",
    "numbers": "Numbers",
    "names": "People and organisations",
    "text": "Text",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a summary."""

    field: str
    label: str
    """Put before it: a date, a number, who is quoted; else ""."""
    words: str
    spans: str
    """The places it cites, for the script to pair with the article's."""
    notes: list[tuple[int, str]]
    """Each footnote's number and the id of its words in the article."""
    doubts: list[str]
    tags: list[Outcome] = field_of(default_factory=list)
    """The facts told, and the traps fallen into, here."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A statement that was not published."""

    kind: str
    words: str
    first: str
    """The first wording, where it was mended; else ""."""
    reasons: list[str]
    spans: str


@dataclass(frozen=True, slots=True)
class Pane:
    """One system's summary of one article."""

    system: System
    groups: list[tuple[str, list[Line]]]
    """Field and its statements, fields without any left out."""
    elsewhere: list[Outcome]
    """Told somewhere that is not shown."""
    near: Mapping[GoldItem, int]
    """Of what is not told: which statement of those shown comes nearest, counted from 0."""
    refused: list[Refused]
    warnings: list[str]
    made: str
    """How it was made, in one line; "" where nobody knows."""
    error: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where the words are that the summaries of one article cite."""

    numbers: Mapping[Place, int]
    """The number of each place, for the script."""
    notes: Notes
    targets: Mapping[int, str]
    """The id of the element in the article at which a footnote begins."""

    def spans(self, evidence: Sequence[Evidence]) -> str:
        """Return the places cited as numbers."""
        found = {self.numbers[e.start, e.end] for e in evidence if (e.start, e.end) in self.numbers}
        return " ".join(map(str, sorted(found)))

    def marks(self, evidence: Sequence[Evidence]) -> list[tuple[int, str]]:
        """Return the footnotes, each with where it leads."""
        return [(n, self.targets.get(n, "")) for n in self.notes.of(evidence)]


def pane(
    system: System, trial: TrialRecord | None, outcomes: Sequence[Outcome], places: Places
) -> Pane:
    """Return what is to be shown of one summary."""
    summary = trial.summary if trial else None
    lines = list(_lines(summary, places)) if summary else list(_text(outcomes))
    elsewhere = []
    near = {}
    for one in outcomes:
        at = _where(one, lines) if one.where else None
        if at is not None and one.shows:
            lines[at].tags.append(one)
        elif at is not None:
            near[one.item] = at
        elif one.shows:
            elsewhere.append(one)
    groups = [(name, [line for line in lines if line.field == name]) for name in HEADINGS]
    refused = [
        Refused(
            FIELDS[r.field],
            plain(r.statement),
            plain(r.repaired_from or ""),
            [plain(reason) for reason in r.reasons],
            places.spans(r.evidence),
        )
        for r in (summary.rejected if summary else [])
    ]
    error = ""
    if trial is None:
        error = "No summary: the run has none of this article."
    elif trial.error:
        which = "Not scored" if summary else "No summary"
        error = f"{which}. {plain(trial.error.kind)}: {plain(trial.error.message)}"
    warnings = [plain(w.message) for w in summary.warnings] if summary else []
    made = how_made(summary)[0] if summary else ""
    shown = [group for group in groups if group[1]]
    return Pane(system, shown, elsewhere, near, refused, warnings, made, error)


def _lines(summary: Summary, places: Places) -> Iterator[Line]:
    def line(name: Field_, item: Grounded, words: str, label: str = "") -> Line:
        spans, marks = places.spans(item.evidence), places.marks(item.evidence)
        return Line(name, plain(label), plain(words), spans, marks, doubts(item))

    if summary.headline:
        yield line("headline", summary.headline, summary.headline.statement)
    for statement in summary.abstract:
        yield line("abstract", statement, statement.statement)
    for point in summary.key_points:
        yield line("key_points", point, point.statement)
    for quote in summary.quotes:
        yield line("quotes", quote, quote.text, quote.speaker or "speaker not named")
    for day in summary.dates:
        yield line("dates", day, day.event, date_label(day))
    for number in summary.numbers:
        yield line("numbers", number, number.what, number.as_written)
    for name in summary.names:
        yield line("names", name, name.name)


def _text(outcomes: Sequence[Outcome]) -> Iterator[Line]:
    """Give what is known of a text that is not kept: the statements its verdicts quote."""
    for words in dict.fromkeys(one.where for one in outcomes if one.where):
        yield Line("text", "", plain(words), "", [], [])


def _where(one: Outcome, lines: Sequence[Line]) -> int | None:
    words = plain(one.where)
    same = [at for at, line in enumerate(lines) if line.words == words]
    return next((at for at in same if lines[at].field == one.field), same[0] if same else None)
