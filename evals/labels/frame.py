"""The verdicts of a run that a person could be asked about, each with what has to be shown.

Two questions: does the summary state the fact (must-facts, on which coverage rests), and does the
article support the statement (where a judge was asked, on which faithful rests). What looks the
same to a person is asked once: the baseline says the same for every prompt. Of a sentence that is
the article's own, copied whole, nobody is asked.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from evals.gold.load import load
from evals.labels.record import Question, Shown
from evals.run.record import ArticleInput, Run, TrialRecord
from evals.scoring.trials import STATED_FIELDS
from summarize.article import Span
from summarize.errors import InputError
from summarize.summary import Evidence, Quote, Statement, Summary

Kind = Literal["yes", "no", "open"]
"""What the judge said: open where it did not decide."""
System = tuple[str, str]
"""Model and prompt."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words shown to a person."""

    part: str
    """The field of the summary they stand in; "evidence"."""
    text: str


@dataclass(frozen=True)
class Asked:
    """One question to a person."""

    question: Question
    article: str
    item: str
    claim: str
    """The fact, or the statement."""
    lines: tuple[Line, ...]
    """The summary, or the evidence."""
    places: tuple[Span, ...] = ()
    """Where the evidence stands in the article."""

    @cached_property
    def shown(self) -> Shown:
        """Return the digest of what a person sees at first."""
        words = [
            self.question,
            self.article,
            self.claim,
            *((line.part, line.text) for line in self.lines),
        ]
        return sha256(json.dumps(words).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict of the run."""

    asked: Asked
    system: System
    repeat: int
    kind: Kind
    sure: float | None
    """How probably it is so, as the judge sees it, 0 to 1; None where no probability decided."""
    by_rule: bool
    """Whether a rule decided it, comparing values or words, and no probability."""

    @property
    def is_asked(self) -> bool:
        """Whether a person can be asked: not whether the article supports its own sentence."""
        return not (self.by_rule and self.asked.question == "supported")


# Of verdicts on facts; what is contradicted is not stated.
KINDS: Final[Mapping[str, Kind]] = {
    "stated": "yes",
    "missing": "no",
    "contradicted": "no",
    "cannot-judge": "open",
}


def judgements(run: Run, near: Path) -> list[Judgement]:
    """Return the verdicts that a person can be asked about; gold is looked for from `near` too.

    Raises InputError for gold that is gone or has changed since the run was scored.
    """
    facts = {source.id: _must_facts(source, near) for source in run.manifest.articles}
    found: list[Judgement] = []
    for trial in run.trials:
        if trial.summary is None:
            continue
        said = _said(trial.summary)
        found += _of_facts(trial, facts.get(trial.article, {}), said)
        found += _of_statements(trial, trial.summary)
    return found


def _must_facts(source: ArticleInput, near: Path) -> dict[str, str]:
    path = next((p for p in (Path(source.gold), near / source.gold) if p.is_file()), None)
    if path is None:
        raise InputError(f"{source.gold}: the gold of {source.id} is not there: go where it is")
    if sha256(path.read_bytes()).hexdigest() != source.gold_sha256:
        raise InputError(
            f"{source.gold}: has changed since the run was scored: summarize rescore RUN, then "
            "use the rescored one"
        )
    return {fact.id: fact.states for fact in load(path).gold.facts if fact.weight == "must"}


def _of_facts(
    trial: TrialRecord, facts: Mapping[str, str], said: tuple[Line, ...]
) -> Iterator[Judgement]:
    for id_, states in facts.items():
        verdict = trial.facts.get(id_)
        if verdict is not None:
            yield Judgement(
                Asked("stated", trial.article, id_, states, said),
                (trial.model, trial.prompt),
                trial.repeat,
                KINDS[verdict.verdict],
                # Of what is contradicted it may be how probably it says the opposite.
                None if verdict.verdict == "contradicted" else verdict.sure,
                by_rule=verdict.sure is None and verdict.verdict != "cannot-judge",
            )


def _of_statements(trial: TrialRecord, summary: Summary) -> Iterator[Judgement]:
    evidence = {(s.part, s.text): cited for s, cited in _statements(summary)}
    for each in trial.supported or ():
        cited = evidence.get((each.field, each.statement))
        if cited:
            lines = tuple(Line("evidence", e.text) for e in cited)
            places = tuple(Span(e.start, e.end) for e in cited if e.start < e.end)
            kinds: dict[bool | None, Kind] = {True: "yes", False: "no", None: "open"}
            yield Judgement(
                Asked("supported", trial.article, each.field, each.statement, lines, places),
                (trial.model, trial.prompt),
                trial.repeat,
                kinds[each.supported],
                each.sure,
                by_rule=each.by_rule,
            )


def _said(summary: Summary) -> tuple[Line, ...]:
    """Return what a summary says, in the fields that are matched with facts."""
    speakers = {q.text: q.speaker for q in summary.quotes}
    lines = []
    for line, _ in _statements(summary):
        speaker = speakers.get(line.text) if line.part == "quotes" else None
        lines.append(Line(line.part, f"{line.text} ({speaker})") if speaker else line)
    return tuple(lines)


def _statements(summary: Summary) -> Iterator[tuple[Line, Sequence[Evidence]]]:
    for field in STATED_FIELDS:
        found = getattr(summary, field)
        for each in found if isinstance(found, list) else [found]:
            if isinstance(each, Statement):
                yield Line(field, each.statement), each.evidence
            elif isinstance(each, Quote):
                yield Line(field, each.text), each.evidence
