"""What is published: a summary whose every statement points at the words that prove it.

These models are the product's format. Unknown keys are errors; the JSON Schema made from them is
shipped and printed by `summarize schema`.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1"

Field_ = Literal["headline", "abstract", "key_points", "quotes", "dates", "numbers", "names"]
Status = Literal["passed", "failed", "cannot-judge"]


class Record(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Evidence(Record):
    """Words of the article: `text == article.text[start:end]`, in code points."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(gt=0)]
    text: str
    sentence: Annotated[int, Field(ge=1)]
    """The number of the sentence these words stand in, from 1."""


class CheckResult(Record):
    """What one check found. A check with nothing to test passes."""

    check: str
    status: Status
    reason: str | None = None
    """Why it failed or could not judge; None when it passed."""


class Grounded(Record):
    """Anything published: it has evidence and results of checks."""

    evidence: list[Evidence]
    checks: list[CheckResult]


class FailedWording(Record):
    """A wording that failed a check, and gave way to the one that is published."""

    statement: str
    failed: list[CheckResult]


class Statement(Grounded):
    """One sentence that can be true or false alone."""

    statement: str
    instead_of: list[FailedWording] = []
    """Its wordings before, the first one first; empty where it stands as it was first said."""


class Quote(Grounded):
    """Words somebody said, exactly as the article gives them."""

    text: str
    """Without the quotation marks around it."""
    speaker: str | None
    """As the article names them; None when the article does not say."""


class DateMention(Grounded):
    """A date of the article and what happened then."""

    as_written: str
    iso: str | None
    """YYYY, YYYY-MM or YYYY-MM-DD, a period as start/end; None where it cannot be derived."""
    event: str


class NumberMention(Grounded):
    """A number of the article and what it counts or measures."""

    as_written: str
    value: float | None
    unit: str | None
    """Such as "people", "percent" or "USD"; None where there is none."""
    what: str


class Name(Grounded):
    """A person or an organisation of the article; the evidence is where it is first named."""

    name: str
    kind: Literal["person", "organisation"]


class Rejected(Record):
    """A statement that failed a check, also after repair: shown, explained, not published."""

    field: Field_
    statement: str
    reasons: list[str]
    evidence: list[Evidence]
    repaired_from: str | None = None
    """The first wording, where the model was asked to mend it."""


class SummaryWarning(Record):
    """Something an editor should know before using this summary."""

    code: str
    message: str


class ArticleRecord(Record):
    """Which article this is about."""

    id: str
    sha256: str
    source: str
    title: str | None
    published: date | None


class UsageRecord(Record):
    """Tokens and calls spent."""

    calls: int
    prompt_tokens: int
    completion_tokens: int
    repaired: int
    """Statements that went back to the model once."""


class JudgedBy(Record):
    """The model that looked at each statement, and what it took of all that was spent."""

    model: str
    calls: int
    prompt_tokens: int
    completion_tokens: int


class MadeBy(Record):
    """How this summary was made, so that it can be made again."""

    version: str
    """Of summarize-news."""
    model: str
    judge: JudgedBy | None = None
    """None where the support check was not asked for."""
    prompt: str
    prompt_sha256: str
    usage: UsageRecord
    seconds: float
    """Model time, also of answers that now come from a recording."""
    cost_usd: float | None
    """None where the price is not known."""
    cached: bool
    """True when every answer came from a recording."""


class Summary(Record):
    """A structured summary of one article."""

    schema_version: Literal["1"] = "1"
    article: ArticleRecord
    headline: Statement | None
    abstract: list[Statement]
    key_points: list[Statement]
    quotes: list[Quote]
    dates: list[DateMention]
    numbers: list[NumberMention]
    names: list[Name]
    rejected: list[Rejected]
    warnings: list[SummaryWarning]
    made_by: MadeBy
    reviewed_by: str | None = None
    """None until an editor signs."""


class ErrorRecord(Record):
    """Why an article has no summary."""

    kind: str
    """The class of the error, such as InputError."""
    message: str
    exit_code: int
    answer: str | None = None
    """Where the unusable answer of the model is kept."""


class Failure(Record):
    """The record of an article that could not be summarized, in its place in the output."""

    schema_version: Literal["1"] = "1"
    source: str
    error: ErrorRecord
