"""One article with everything that was said of it: its text, its summaries and its gold.

The words that the summaries cite share one numbering, in the order of the article, so that the same
number means the same words whoever cites them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.report.materials import GoldItem, Material
from evals.report.panes import Pane, Places, pane
from evals.report.systems import Systems
from evals.report.verdicts import Outcome, outcome
from evals.run.record import TrialRecord, VerdictRecord
from summarize.errors import InputError
from summarize.render.marked import Segment, evidence_list, mark_article
from summarize.render.notes import Notes, cited, number_notes, published
from summarize.render.plain import plain
from summarize.render.wording import in_words
from summarize.summary import Statement, Summary


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the article within the same cited and gold places."""

    text: str
    spans: str
    cited: bool
    """Whether something published rests on it."""
    gold: bool
    """Whether a fact's quotation covers it."""
    id: str
    """Where a link leads to it; else ""."""
    closes: list[int]
    """The footnotes that end here."""


@dataclass(frozen=True, slots=True)
class GoldRow:
    """A fact or a trap with what each system made of it."""

    id: str
    """Of the element; `item.id` is the editor's."""
    item: GoldItem
    spans: str
    target: str
    """The element at which its quotation begins; "" where it is not shown."""
    outcomes: list[tuple[str, Outcome]]
    """System key and outcome."""

    @property
    def avoided(self) -> bool:
        """Say whether it is a trap that nobody fell into, nor may have."""
        return all(one.state in ("avoided", "unmeasured") for _, one in self.outcomes)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article of the report."""

    key: str
    material: Material
    title: str
    whole: bool
    """Whether the article is there, and not only the words cited."""
    blocks: list[list[Piece]]
    panes: list[Pane]
    gold: list[GoldRow]

    @property
    def published(self) -> str | None:
        """Return the day of publication in words; None when it is not known."""
        day = self.material.source.published
        return in_words(day.isoformat()) if day else None

    @property
    def longest(self) -> int:
        """Return how many facts or traps there are of the kind that has most."""
        return max(Counter(row.item.kind for row in self.gold).values(), default=0)

    @property
    def weighed(self) -> bool:
        """Say whether must-facts and may-facts are told apart."""
        return all(row.item.kind != "fact" for row in self.gold)

    def gold_id(self, item: GoldItem) -> str:
        """Return the id of the element of a fact or trap."""
        return next(row.id for row in self.gold if row.item is item)

    def outcomes(self, system_key: str) -> list[tuple[GoldRow, Outcome]]:
        """Return what one system made of each fact and trap."""
        return [(row, one) for row in self.gold for key, one in row.outcomes if key == system_key]


def sheet(key: str, material: Material, systems: Systems) -> Sheet:
    """Return one article. Raises InputError when its text is not what the summaries cite."""
    trials = {s.key: systems.trials.get((material.source.id, s.key)) for s in systems.all}
    summaries = [t.summary for t in trials.values() if t and t.summary]
    _agree(material, summaries)
    notes = _notes(summaries)
    quoted = {item.place for item in material.items if item.place}
    cut = {(e.start, e.end) for summary in summaries for e in cited(summary)} | quoted
    order = sorted(cut)
    numbers = {place: number for number, place in enumerate(order)}
    text = material.text
    segments = mark_article(text, notes, order) if text else evidence_list(notes, order)
    gold_numbers = {numbers[place] for place in quoted}
    blocks, begins = _pieces(key, segments, gold_numbers)
    places = Places(numbers, notes, _targets(segments, blocks))
    outcomes = {
        s.key: [outcome(i, _verdict(trials[s.key], i)) for i in material.items] for s in systems.all
    }
    rows = []
    for index, item in enumerate(material.items):
        number = numbers[item.place] if item.place else None
        rows.append(
            GoldRow(
                id=f"{key}-g{index + 1}",
                item=item,
                spans="" if number is None else str(number),
                target="" if number is None else begins.get(number, ""),
                outcomes=[(s.key, outcomes[s.key][index]) for s in systems.all],
            )
        )
    panes = [pane(s, trials[s.key], outcomes[s.key], places) for s in systems.all]
    title = _title(material, summaries)
    return Sheet(key, material, title, bool(text), blocks, panes, rows)


def _verdict(trial: TrialRecord | None, item: GoldItem) -> VerdictRecord | None:
    if trial is None:
        return None
    return (trial.traps if item.kind == "trap" else trial.facts).get(item.id)


def _agree(material: Material, summaries: Iterable[Summary]) -> None:
    text = material.text
    if text is None:
        return
    for summary in summaries:
        for words in cited(summary):
            if text[words.start : words.end] != words.text:
                raise InputError(
                    f"article {material.source.id}: its text at {words.start}–{words.end} is not "
                    "what the run cites: run it again, or report a run of the article as it is"
                )


def _notes(summaries: Sequence[Summary]) -> Notes:
    """Number the words that all summaries cite, in the order of the article."""
    if not summaries:
        return Notes(evidence=(), numbers={})
    words = {(e.start, e.end): e for s in summaries for item in published(s) for e in item.evidence}
    ordered = [words[place] for place in sorted(words, key=lambda p: (p[0], -p[1]))]
    together = Statement(statement="", evidence=ordered, checks=[])
    nothing: dict[str, object] = {
        "headline": None,
        "abstract": [],
        "quotes": [],
        "dates": [],
        "numbers": [],
    }
    one = summaries[0].model_copy(update={**nothing, "names": [], "key_points": [together]})
    return number_notes(one)


def _pieces(
    key: str, segments: Sequence[Sequence[Segment]], gold: set[int]
) -> tuple[list[list[Piece]], dict[int, str]]:
    """Return the pieces, and for each place the id of the piece it begins with."""
    begins: dict[int, str] = {}
    blocks = []
    for block in segments:
        pieces = []
        for segment in block:
            inside = [int(number) for number in segment.spans.split()]
            new = [number for number in inside if number not in begins]
            id_ = f"{key}-w{min(new)}" if new else ""
            begins.update(dict.fromkeys(new, id_))
            in_gold = not gold.isdisjoint(inside)
            pieces.append(
                Piece(segment.text, segment.spans, segment.note, in_gold, id_, segment.closes)
            )
        blocks.append(pieces)
    return blocks, begins


def _targets(
    segments: Sequence[Sequence[Segment]], blocks: Sequence[Sequence[Piece]]
) -> Mapping[int, str]:
    """Return where each footnote begins: at the piece made of the segment that opens it."""
    return {
        segment.opens: piece.id
        for row, pieces in zip(segments, blocks, strict=True)
        for segment, piece in zip(row, pieces, strict=True)
        if segment.opens
    }


def _title(material: Material, summaries: Sequence[Summary]) -> str:
    titles = (plain(s.article.title or "") for s in summaries)
    return next((title for title in titles if title), "") or plain(material.source.id)
