"""What readers found in published statements, and what the support judge said of the same.

A statement is told by its article, its digest and the offsets of its evidence: the audit holds no
words of anybody's. It is made by `reading`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from evals.statistics import Comparison, Measurement, Pair, compare, pair
from evals.statistics.agreement import auc
from evals.statistics.resampled import Estimate, Item, ratio
from evals.trust.markdown import listed, paragraph, table
from summarize.judge.support import with_a_model

AUDIT: Final = Path(__file__).with_name("audit.json")

Label = Literal["supported", "unsupported", "garbled"]
Arm = Literal["plain", "judged"]
SUPPORTED: Final[Label] = "supported"
_ANSWERS: Final = ((True, "supported"), (None, "cannot judge"), (False, "not supported"))
_REFUSED: Final = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Labelled(_Record):
    """One statement that was published in one arm or both."""

    article: str
    statement_sha256: str
    evidence: list[tuple[int, int]]
    """Offsets into the article's text, in code points."""
    plain: list[str]
    """The prompts that published it without the support check."""
    judged: list[str]
    """Those that published it with the check."""
    copied: bool
    """Whether it is the article's own words, whole: nobody is asked about these."""
    support: float | None
    """How probably it is supported, by the judge; None where it was not asked."""
    labels: list[Label]
    """What the two readers said, each alone."""
    label: Label
    """What holds."""

    def published(self, arm: Arm) -> bool:
        """Say whether it was published in an arm."""
        return bool(self.plain if arm == "plain" else self.judged)


class Costs(_Record):
    """What the check costs with one prompt: without it, and with it."""

    amounts: dict[str, tuple[float | None, float | None]]
    """Means over the articles."""
    metrics: dict[str, tuple[float | None, float | None, str | None]]
    """Means, and the word `summarize compare` has for the difference."""


class Audit(_Record):
    """What was read."""

    made: date
    model: str
    costs: dict[str, Costs]
    """By prompt."""
    statements: list[Labelled] = Field(min_length=1)


def audit() -> Audit:
    """Return the labels as they are saved."""
    return Audit.model_validate_json(AUDIT.read_bytes())


def read(told: Audit) -> list[Labelled]:
    """Return the statements that were read: all but the article's own words."""
    return [each for each in told.statements if not each.copied]


def sound(statements: Iterable[Labelled], arm: Arm) -> Estimate:
    """Return the share of statements published in an arm that the readers found supported."""
    said = [s for s in statements if s.published(arm)]
    return ratio((s.article, float(s.label == SUPPORTED), 1.0) for s in said)


def difference(statements: Sequence[Labelled]) -> Comparison:
    """Compare the arms: the share of supported statements, article by article."""
    return compare({"supported": _pairs(statements)})["supported"]


def _pairs(statements: Sequence[Labelled]) -> list[Pair]:
    return pair(_shares(statements, "plain"), _shares(statements, "judged"))


def _shares(statements: Sequence[Labelled], arm: Arm) -> list[Measurement]:
    counts: dict[str, list[bool]] = {}
    for s in statements:
        if s.published(arm):
            counts.setdefault(s.article, []).append(s.label == SUPPORTED)
    return [Measurement(a, "", sum(of) / len(of), parts=len(of)) for a, of in counts.items()]


def in_short() -> str:
    """Return what an editor needs to know of the audit, in a sentence or two."""
    told = audit()
    asked = read(told)
    judge = with_a_model()

    def refused(some: Sequence[Labelled]) -> str:
        no = sum(s.support is not None and judge.answer(s.support) is False for s in some)
        return str(no)

    bad = [s for s in asked if s.label != SUPPORTED]
    good = [s for s in asked if s.label == SUPPORTED]
    return (
        f"Of {len(asked)} statements that `{told.model}` worded, two readers found {len(bad)} not "
        f"right, mostly by what they leave out; the judge stops {refused(bad)} of them, and "
        f"{refused(good)} of the {len(good)} others."
    )


def audited() -> str:
    """Return what the page says of the audit: both arms, the judge beside the readers, the cost."""
    told = audit()
    asked = read(told)
    return "\n\n".join(
        [
            paragraph(*_reading(told, asked), _ranked(asked)),
            _table(asked),
            paragraph(*_cost(told)),
            _refused(asked),
        ]
    )


def _reading(told: Audit, asked: Sequence[Labelled]) -> list[str]:
    agreed = sum(s.labels[0] == s.labels[1] for s in asked)
    agree = (
        "They agree about every one."
        if agreed == len(asked)
        else f"They agree about {agreed}; of the others one of the authors decided."
    )
    copied = len(told.statements) - len(asked)
    plain, judged = sound(asked, "plain"), sound(asked, "judged")
    found = difference(asked)
    return [
        f"Two readers of the authors' read {len(asked)} statements of `{told.model}` (prompts "
        f"{listed([f'`{p}`' for p in told.costs])}, the seeds and gum-news) beside their evidence "
        "and the article, each alone, without knowing the prompt, the arm or what the judge said. "
        f"{agree} {copied} more that are the article's own words, copied whole, were not read. "
        "Unsupported is also what gives a wrong idea by leaving out a source, a condition or a "
        "limit. Both had the same instructions, and neither is an editor: others may be milder.",
        f"Supported were {_share(plain)} published without the support check, and "
        f"{_share(judged)} with it. {_word(found)}",
    ]


def _share(of: Estimate) -> str:
    right = round((of.value or 0.0) * of.n)
    within = "" if of.low is None or of.high is None else f" ({of.low:.0%} to {of.high:.0%})"
    return f"{right} of {of.n} statements{within}"


def _word(found: Comparison) -> str:
    word = f"`summarize compare` would call that {found.verdict}"
    return f"{word}: {found.reason}." if found.reason else f"{word}."


def _table(asked: Sequence[Labelled]) -> str:
    judge = with_a_model()
    counts = Counter(
        (s.label, None if s.support is None else judge.answer(s.support)) for s in asked
    )
    names = [name for _, name in _ANSWERS]
    rows = [
        (label, *(str(counts[label, answer]) for answer, _ in _ANSWERS))
        for label in ("supported", "unsupported", "garbled")
    ]
    return table(["readers \\ judge", *names], rows, right=range(1, len(names) + 1))


def _ranked(asked: Sequence[Labelled]) -> str:
    items = [
        Item(s.article, s.support, float(s.label == SUPPORTED))
        for s in asked
        if s.support is not None
    ]
    found = auc(items)
    within = "" if found.low is None else f" ({found.low:.2f} to {found.high:.2f})"
    return (
        "Shown one that is supported and one that is not, the judge gives the supported one more "
        f"in {found.value:.2f} of cases{within}."
    )


def _refused(asked: Sequence[Labelled]) -> str:
    """Return what each threshold would refuse: the trade-off it is chosen from."""
    good = [s.support for s in asked if s.label == SUPPORTED and s.support is not None]
    bad = [s.support for s in asked if s.label != SUPPORTED and s.support is not None]
    rows = [
        (f"{at:.2f}", *(f"{sum(p < at for p in of)} of {len(of)}" for of in (bad, good)))
        for at in sorted({*_REFUSED, with_a_model().no})
    ]
    return table(["refused below", "not supported", "supported"], rows, right=(1, 2))


def _cost(told: Audit) -> list[str]:
    said = [
        f"It refuses what is less than {with_a_model().no:.0%} probable: from there on at least "
        "half of people's judgements (FRANK, QAGS and SummEdits) say no, and the article's own "
        "sentence takes the place of what is refused. It finds few of the errors of this model, "
        "so it is off unless `--support` or a prompt asks for it."
    ]
    for prompt, costs in told.costs.items():
        amounts = [
            f"{b:,.0f} {name} an article instead of {a:,.0f}"
            for name, (a, b) in costs.amounts.items()
            if a is not None and b is not None
        ]
        metrics = [
            f"{name} is {b:.2f} instead of {a:.2f} ({word})"
            for name, (a, b, word) in costs.metrics.items()
            if a is not None and b is not None
        ]
        said.append(f"With `{prompt}` it takes {listed(amounts)}; {listed(metrics)}.")
    return said
