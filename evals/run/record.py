"""A run as it is saved: one JSON file with all that is needed to read, rescore and compare it.

The summaries are in it whole, so new gold or a new metric needs no call to a model. What it was
made from is in the manifest by digest, so that runs that cannot be compared are found out.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarize.prompt import HouseStyle
from summarize.summary import ErrorRecord, Summary


class RunPart(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class ScoreRecord(RunPart):
    """What a metric said of one trial."""

    value: Annotated[float, Field(ge=0, le=1)] | None
    """0 to 1; None when there was nothing to measure."""
    n: Annotated[int, Field(ge=0)]
    reason: str


class VerdictRecord(RunPart):
    """What became of one fact or trap."""

    verdict: Literal["stated", "contradicted", "missing", "cannot-judge"]
    where: str | None
    """The statement in which it was found."""
    field: str | None
    """The field of the summary that statement stands in."""
    reason: str
    sure: float | None


class SupportRecord(RunPart):
    """What a judge said of one statement of a summary."""

    statement: str
    field: str
    """The field of the summary it stands in."""
    supported: bool | None
    """Whether its article supports it; None where the judge could not tell."""
    sure: float | None = None
    """How probably, 0 to 1; None where nobody was asked or told."""
    by_rule: bool = False
    """Whether nobody was asked, because it is a sentence of the article, copied whole."""


class QuestionsRecord(RunPart):
    """What became of the questions to a judge about one summary."""

    asked: int
    untold: int
    """Of those, the ones to which it told neither Yes nor No, or not how surely."""


class ArticleInput(RunPart):
    """One article with its gold, as they were."""

    id: str
    path: str
    """Relative to the run file where it is saved, as `gold`; in memory, to where we are."""
    sha256: str
    gold: str
    """The gold file's path."""
    gold_sha256: str
    published: date | None
    text: str | None = None
    """Kept so that a report can show it; None where it must not be copied."""


class TrialRecord(RunPart):
    """One summary of one article: scored, or why there is none."""

    article: str
    """The article's id."""
    model: str
    prompt: str
    repeat: int
    """From 0."""
    summary: Summary | None
    error: ErrorRecord | None
    scores: dict[str, ScoreRecord]
    """By metric; empty when there is an error."""
    amounts: dict[str, float | None] = {}
    """Counts and costs by name, in the unit the name says; None where it is not known."""
    facts: dict[str, VerdictRecord]
    """By fact id."""
    traps: dict[str, VerdictRecord]
    supported: list[SupportRecord] | None = None
    """In the order of the summary; None when no judge was asked."""
    questions: QuestionsRecord | None = None
    """To the judge; None when none was asked."""
    answers: str | None = None
    """Digest of what was asked for it, the judge included, with what was answered; None when
    nobody was asked."""
    wall_seconds: float
    """Of this trial, waiting included; 0 when it was rescored."""


class JudgeRecord(RunPart):
    """Who was asked what no value decides."""

    model: str
    """provider/name"""
    question: str
    """Digest of what is asked."""
    weights: str
    """Digest of the fitted models that read the answers."""
    server: str | None = None
    """Digest of the address it was asked at; None for a model in this process, or a replay."""

    def is_like(self, other: "JudgeRecord | None") -> bool:
        """Say whether another may be the same judge: an address that one does not know is any."""
        if other is None:
            return False
        known = self.server is not None and other.server is not None
        return self == (other if known else other.model_copy(update={"server": self.server}))


def judged_alike(one: JudgeRecord | None, other: JudgeRecord | None) -> bool:
    """Say whether two runs had the same judge, or none."""
    return other is None if one is None else one.is_like(other)


class SamplingRecord(RunPart):
    """How a system's words are drawn, as every request for a summary says it."""

    temperature: float
    """A server that refuses one is asked again without."""
    max_tokens: int
    """Of each answer."""
    seeds: list[int | None]
    """By repeat; None where no seed is given."""


class Manifest(RunPart):
    """What a run was made from and with."""

    made: datetime
    """UTC."""
    suite: str
    suite_sha256: str
    command: str
    versions: dict[str, str]
    """Of summarize-news, Python and the packages that matter."""
    commit: str | None
    dirty: bool | None
    articles: list[ArticleInput]
    prompts: dict[str, str]
    """Name to digest."""
    styles: dict[str, HouseStyle] = {}
    """House style by prompt, by which `form` is scored."""
    sampling: dict[str, SamplingRecord] = {}
    """By system, "model prompt"; a baseline draws nothing."""
    models: list[str]
    repeat: int
    matcher: str
    """Digest of the matcher: its code and its fitted weights."""
    judge: JudgeRecord | None = None
    """None when no model was asked to judge."""
    metrics: list[str]
    replayed: bool


class Run(RunPart):
    """One saved run."""

    schema_version: Literal["1"] = "1"
    manifest: Manifest
    trials: list[TrialRecord]
