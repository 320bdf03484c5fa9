"""Read what people judged: a folder of gzipped JSON lines, one file for each set.

A set may be absent; a folder without any is an error. A line that is not what its file holds is an
error with file and line, never skipped: a figure over the lines that happened to be readable would
be one of other data. Fields that no task needs are left alone.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, field_validator

from evals.people.lines import lines, row
from summarize.errors import InputError

ENDING: Final = ".jsonl.gz"


class Row(BaseModel):
    """One line of any file."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Article(Row):
    """An article's text, by "dataset:article_id"."""

    key: str
    article: str


class Fact(Row):
    """A fact (a content unit of a reference summary) and whether one summary states it."""

    article_id: str
    system: str
    summary: str
    fact_id: str
    fact: str
    present: bool

    @property
    def of_summary(self) -> tuple[str, str]:
        """Return the article and the system of its summary."""
        return (self.article_id, self.system)


class SummaryScore(Row):
    """What people gave a whole summary in one dimension."""

    article_id: str
    system: str
    summary: str
    dimension: str
    human_score: float
    corpus: str = ""


class Relevance(Row):
    """A sentence of a summary, and whether it carries a key fact."""

    article_id: str
    system: str
    sentence_index: int
    sentence: str
    relevant: bool


class References(Row):
    """Summaries that people wrote of an article."""

    article_id: str
    references: list[str] | None = None
    """In the rows of one dimension only."""


class Claim(Row):
    """A sentence of a summary, and whether the article supports it."""

    dataset: str
    article_id: str
    system: str
    summary_id: str
    summary: str = ""
    sentence_index: int
    sentence: str
    supported: bool
    corpus: str = ""
    pair_id: str = ""
    """Of minimal pairs: the same in a reference summary and its edited twin."""
    pair_side: str = ""
    """"reference" or "edited"; "" where there are no pairs."""

    @property
    def key(self) -> str:
        """Return the key of its article."""
        return f"{self.dataset}:{self.article_id}"

    @property
    def origin(self) -> str:
        """Return its set and, where that has several, its corpus: "frank xsum"."""
        return f"{self.dataset} {self.corpus}".strip()

    @property
    def pair(self) -> str:
        """Return what the two sentences of a pair have in common; "" where there are no pairs."""
        return f"{self.pair_id} {self.sentence_index}" if self.pair_id else ""


class Answered(Row):
    """What somebody's model said of one fact."""

    article_id: str
    system: str
    sentence_index: int
    """The fact's number."""
    metric: str
    """The model."""
    score: float


class Structured(Row):
    """What people marked in an article."""

    article_id: str


class Timex(Row):
    """A phrase of time, as TIMEX3 has it."""

    text: str
    start: int
    end: int
    type: str
    value: str


class Dated(Structured):
    """An article whose phrases of time are marked."""

    date: str | None = None
    """Of the document."""
    timex3: list[Timex]


class Answer(Row):
    """A phrase that answers "when", and the day that people worked out for it."""

    text: str
    parsed: str | None = None
    """As ISO 8601; more may follow the day."""

    @field_validator("parsed")
    @classmethod
    def _is_a_day(cls, written: str | None) -> str | None:
        if written:
            date.fromisoformat(written[:10])
        return written


class Answers(Row):
    """Of the five W, the one that is looked at."""

    when: list[Answer]


class FiveW(Structured):
    """An article whose event is told in answers."""

    date: str | None = None
    """Of publication."""
    w: Answers


class Attribution(Row):
    """Words that somebody is said to have said; None where nothing is marked."""

    source: str | None = None
    content: str | None = None


class Attributed(Structured):
    """An article whose quotations and their sources are marked."""

    attributions: list[Attribution]


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class File(Generic[R]):
    """A file of the folder, and what its lines are."""

    name: str
    """Without its ending."""
    row: type[R]


ARTICLES: Final = File("articles", Article)
FACTS: Final = File("realsumm.facts", Fact)
SCORES: Final = File("finesure_realsumm.scores", SummaryScore)
RELEVANCE: Final = File("finesure_realsumm.relevance", Relevance)
ANSWERED: Final = File("realsumm_llm_judges.baselines", Answered)
FRANK: Final = File("frank.claims", Claim)
FRANK_SCORES: Final = File("frank.scores", SummaryScore)
QAGS: Final = File("qags.claims", Claim)
BUMP: Final = File("bump.claims", Claim)
SUMMEDITS: Final = File("summedits_news.claims", Claim)
SUMMEVAL: Final = File("summeval.scores", References)
TEMPEVAL: Final = File("tempeval3_tbaq.structured", Dated)
FIVE_W: Final = File("giveme5w1h.structured", FiveW)
POLNEAR: Final = File("polnear.structured", Attributed)

ALL: Final[tuple[File[Any], ...]] = (
    ARTICLES, FACTS, SCORES, RELEVANCE, ANSWERED, FRANK, FRANK_SCORES, QAGS, BUMP, SUMMEDITS,
    SUMMEVAL, TEMPEVAL, FIVE_W, POLNEAR,
)  # fmt: skip


class People:
    """A folder of human judgements. Files are read when they are asked for, each once."""

    def __init__(self, folder: Path) -> None:
        """Look what is there. Raises InputError when it is nothing we know."""
        if not folder.is_dir():
            raise InputError(f"{folder}: no such folder: name the one with the human judgements")
        self.folder = folder
        self._read: dict[str, list[Any]] = {}
        if not any(self.has(file) for file in ALL if file is not ARTICLES):
            raise InputError(
                f"{folder}: holds no human judgements: one file at least is needed, such as "
                f"{FACTS.name}{ENDING}"
            )

    def has(self, file: File[Any]) -> bool:
        """Say whether a file is there."""
        return self.path(file).is_file()

    def path(self, file: File[Any]) -> Path:
        """Return where a file is, or would be."""
        return self.folder / f"{file.name}{ENDING}"

    def rows(self, file: File[R]) -> list[R]:
        """Return the rows of a file that is there. Raises InputError for one it cannot read."""
        if file.name not in self._read:
            path = self.path(file)
            self._read[file.name] = [
                row(file.row, line, f"{path}:{number}") for number, line in lines(path)
            ]
        return self._read[file.name]

    def was_read(self, file: File[Any]) -> bool:
        """Say whether a file's rows were asked for."""
        return file.name in self._read

    @cached_property
    def articles(self) -> Mapping[str, str]:
        """The texts by "dataset:article_id". Raises InputError when their file is not there."""
        if not self.has(ARTICLES):
            raise InputError(f"{self.path(ARTICLES)}: is not there, and the claims need its texts")
        return {row.key: row.article for row in self.rows(ARTICLES)}

    def article(self, key: str) -> str:
        """Return a text. Raises InputError for an article that is not there."""
        if key not in self.articles:
            raise InputError(f"{self.path(ARTICLES)}: has no article {key!r}, which has judgements")
        return self.articles[key]

    def digest(self, file: File[Any]) -> str:
        """Return the SHA-256 of a file."""
        return hashlib.sha256(self.path(file).read_bytes()).hexdigest()

    def digests(self, files: Iterable[File[Any]]) -> dict[str, str]:
        """Return the SHA-256 of each file, by its name."""
        return {file.name: self.digest(file) for file in files}
