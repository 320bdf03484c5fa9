"""A suite: which gold, prompts and models are run together, and how often.

Everything it names is relative to its own file, so a suite may lie anywhere. Nothing is guessed: an
unknown key, a pattern that finds no gold file or a prompt that is not there is a fault with its
line, told before a model is asked.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.gold.check import article_to_score
from evals.gold.fault import Fault
from evals.gold.load import Loaded, gold_files, load
from evals.gold.of_suite import matches
from evals.gold.yaml_lines import FileFaultError, Where, not_utf8, read_yaml
from summarize.article import Article, article_ids
from summarize.errors import InputError
from summarize.prompt import Prompt, load_prompt

# The suite that is meant when none is named.
DEFAULT: Final = Path("evals/suites/default.yaml")

# One article asked so often tells its noise well enough; more is a slip of the finger.
MOST_REPEATS: Final = 1000

Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class SuiteError(InputError):
    """A suite that cannot be used. The message gives its file and line."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("; ".join(map(str, self.faults)))


class Price(BaseModel):
    """What a model asks for tokens, in US dollars per million."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    input: Annotated[float, Field(ge=0)]
    output: Annotated[float, Field(ge=0)]


class Suite(BaseModel):
    """One suite file."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    """A name in lower case with hyphens."""
    gold: Annotated[Texts, Field(strict=False)]
    """A list of gold files or patterns, relative to this file."""
    prompts: Annotated[Texts, Field(strict=False)]
    """A list of prompts by name, or paths ending in .md relative to this file."""
    models: Annotated[Texts, Field(strict=False)]
    """A list of models, each provider/name; lead is always run too."""
    repeat: Annotated[int, Field(ge=1, le=MOST_REPEATS)] = 1
    """How often each question is asked."""
    floors: Text | None = None
    """The path of the file of floors, relative to this file."""
    prices: dict[str, Price] = {}
    """Prices in US dollars per million tokens, as {openai/gpt-4o: {input: 2.5, output: 10}}."""


@dataclass(frozen=True)
class LoadedSuite:
    """A suite file as read."""

    path: Path
    suite: Suite
    sha256: str
    lines: Mapping[Where, int]

    @property
    def floors(self) -> Path | None:
        """Return where the floors are, when the suite names any."""
        return self.path.parent / self.suite.floors if self.suite.floors else None

    def fault(self, where: Where, message: str) -> SuiteError:
        """Return the error of one entry."""
        while where not in self.lines:
            where = where[:-1]
        return SuiteError([Fault(self.path, self.lines[where], message)])


@dataclass(frozen=True, eq=False)
class GoldArticle:
    """An article with its gold, both as they are now. Equal to itself only."""

    loaded: Loaded
    article: Article
    """Under an id that no other article of the suite has."""
    gold_sha256: str


def find_suite(given: Path | None) -> Path:
    """Return the suite that is meant: the one given, or that of the project we are in.

    From elsewhere it is that of this code's own checkout. Raises InputError where there is none: an
    installed package has our suite without its articles.
    """
    if given is not None:
        return given
    checkout = Path(__file__).parents[1]
    if DEFAULT.is_file():
        return DEFAULT
    if not (checkout / "pyproject.toml").is_file():
        raise InputError(f"no suite given, and there is no {DEFAULT.as_posix()} here: name one")
    return checkout / DEFAULT


def load_suite(path: Path) -> LoadedSuite:
    """Return a suite. Raises SuiteError with all its faults of form."""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except FileNotFoundError:
        raise SuiteError([Fault(path, 1, "no such suite: check the path")]) from None
    except IsADirectoryError:
        raise SuiteError([Fault(path, 1, "is a folder: name the suite's .yaml file")]) from None
    except UnicodeDecodeError as error:
        raise SuiteError([Fault(path, *not_utf8(error))]) from None
    except OSError as error:
        raise SuiteError([Fault(path, 1, f"cannot be read: {error.strerror}")]) from error
    try:
        data, lines, repeated = read_yaml(text)
    except FileFaultError as error:
        raise SuiteError([Fault(path, error.line, str(error))]) from None
    if not isinstance(data, dict):
        keys = ", ".join(Suite.model_fields)
        raise SuiteError([Fault(path, 1, f"is no suite: write its keys {keys}")])
    faults = [Fault(path, fault.line, str(fault)) for fault in repeated]
    try:
        suite = Suite.model_validate(data)
    except ValidationError as error:
        faults += [_fault(path, lines, found) for found in error.errors()]
        raise SuiteError(faults) from None
    if faults:
        raise SuiteError(faults)
    return LoadedSuite(path, suite, hashlib.sha256(content).hexdigest(), lines)


def gold_paths(loaded: LoadedSuite) -> list[Path]:
    """Return the gold files of a suite, each once. Raises SuiteError for a pattern without any."""
    files: dict[Path, None] = {}
    for index, pattern in enumerate(loaded.suite.gold):
        found = _matches(loaded, index, pattern)
        files.update(dict.fromkeys(gold_files(found)))
    return list(files)


def load_gold(loaded: LoadedSuite) -> list[GoldArticle]:
    """Return the articles of a suite with their gold, in the order of the suite.

    Raises SuiteError for a pattern without a match, and GoldError for a gold file or an article
    that cannot be used.
    """
    golds = [load(file) for file in gold_paths(loaded)]
    articles = [article_to_score(gold) for gold in golds]
    names = article_ids([article.source for article in articles])
    return [
        GoldArticle(gold, replace(article, id=name), file_sha256(gold.path))
        for gold, article, name in zip(golds, articles, names, strict=True)
    ]


def load_prompts(loaded: LoadedSuite, prompts: Path | None = None) -> list[Prompt]:
    """Return the prompts of a suite. Raises SuiteError with the line of one that is not there."""
    found = []
    for index, name in enumerate(loaded.suite.prompts):
        beside = loaded.path.parent / name
        try:
            found.append(load_prompt(str(beside) if beside.is_file() else name, prompts))
        except InputError as error:
            raise loaded.fault(("prompts", index), str(error)) from error
    return found


def file_sha256(path: Path) -> str:
    """Return the digest of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _matches(loaded: LoadedSuite, index: int, pattern: str) -> list[Path]:
    try:
        return matches(loaded.path.parent, pattern)
    except ValueError as error:
        raise loaded.fault(("gold", index), str(error)) from None


def _fault(path: Path, lines: Mapping[Where, int], error: Any) -> Fault:
    where: Where = tuple(error["loc"])
    key = str(where[0])
    line_of = where
    while line_of not in lines:
        line_of = line_of[:-1]
    if error["type"] == "extra_forbidden" and len(where) == 1:
        known = ", ".join(Suite.model_fields)
        return Fault(path, lines[line_of], f'unknown key "{key}": the keys are {known}')
    meaning = Suite.model_fields[key].description or ""
    meaning = meaning[0].lower() + meaning[1:].rstrip(".")
    if error["type"] == "missing" and len(where) == 1:
        return Fault(path, 1, f'has no "{key}": {meaning}')
    given = f" cannot be {error['input']!r}"
    return Fault(path, lines[line_of], f'"{key}"{given}: write {meaning}')
