"""The sole input of a metric: a trial with the verdicts on its facts and traps.

The verdicts are worked out once and used by every metric. What nobody has judged is None, and no
metric makes up for it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from evals.match import Matched, Matcher, Verdict, match_all
from evals.match.lexical import lexical
from evals.score import Score
from evals.trial import Said, Trial
from summarize.prompt import HouseStyle

DEFAULT_STYLE: Final = HouseStyle()


@dataclass(frozen=True, slots=True)
class Judged:
    """A trial and what was judged of it."""

    trial: Trial
    matched: Matched
    matcher: Matcher = lexical
    """What decided the facts without a value."""
    style: HouseStyle = DEFAULT_STYLE
    """The house style the summary should keep to."""
    supported: Sequence[bool | None] | None = None
    """For each of `trial.said`, whether the article supports it; None where the judge could not
    tell and of quotations, and None in all when no judge was asked."""
    sure: Sequence[float | None] | None = None
    """For each of `trial.said`, how probably it is supported; None where nobody was asked, as of
    the article's own words."""
    spent: "Spent | None" = None
    """What the judge took; None when none was asked."""

    def __post_init__(self) -> None:
        for each in (self.supported, self.sure):
            if each is not None and len(each) != len(self.trial.said):
                raise ValueError(f"{len(each)} judgements of {len(self.trial.said)} statements")


@dataclass(frozen=True, slots=True)
class Spent:
    """What it took to judge one summary. The summary's own cost is in its record."""

    calls: int
    tokens: int
    """Read and written, as the server counted them; 0 where it did not say."""
    cached_tokens: int
    """Of those, read before."""
    seconds: float
    """Of model time, also of answers that now come from a recording."""
    untold: int = 0
    """Of the calls, those that told neither Yes nor No, or not how surely."""

    @property
    def is_silence(self) -> bool:
        """Return whether something was asked and nothing told."""
        return 0 < self.calls == self.untold


Metric = Callable[[Judged], Score]
"""A share: from 0 (worst) to 1 (best), or None."""
Amount = Callable[[Judged], float | None]
"""A count or a cost, in the unit its name says; None when it is not known."""

# A reason is one line; the rest of a longer list is in the verdicts.
NAMED: Final = 5


def judge(trial: Trial, *, matcher: Matcher = lexical, style: HouseStyle = DEFAULT_STYLE) -> Judged:
    """Match a trial with its gold. No model is asked."""
    matched = match_all(trial, matcher=matcher)
    return Judged(trial, matched, matcher=matcher, style=style)


def is_stated(verdict: Verdict) -> bool | None:
    """Say whether a fact is stated, or a trap fallen into; None when it cannot be told."""
    return None if verdict.verdict == "cannot-judge" else verdict.verdict == "stated"


def prose(said: Sequence[Said]) -> list[Said]:
    """Return what is told in the summary's own words: not the quotations set apart from it."""
    return [s for s in said if s.field != "quotes"]


def supported_prose(judged: Judged) -> list[tuple[Said, bool | None]]:
    """Return what is told in the summary's own words, and whether the judge finds it supported.

    Nothing when no judge was asked.
    """
    pairs = zip(judged.trial.said, judged.supported or (), strict=judged.supported is not None)
    return [(said, supports) for said, supports in pairs if said.field != "quotes"]


def share(kept: Sequence[tuple[str, bool | None]], good: str, bad: str, none: str) -> Score:
    """Return which share of named items is kept, of those that could be told.

    `good` is the reason when all are kept, `bad` the words before the names of those that are not,
    `none` the reason when there was nothing to tell.
    """
    told = [(name, is_kept) for name, is_kept in kept if is_kept is not None]
    unclear = [name for name, is_kept in kept if is_kept is None]
    besides = f"; cannot judge {listed(unclear)}" if unclear else ""
    if not told:
        return Score(None, 0, none + besides)
    lost = [name for name, is_kept in told if not is_kept]
    reason = f"{bad} {listed(lost)}" if lost else good
    return Score((len(told) - len(lost)) / len(told), len(told), reason + besides)


def listed(names: Sequence[str]) -> str:
    """Put names in one line, a long list cut short with the number left out."""
    shown = ", ".join(names[:NAMED])
    return f"{shown} and {len(names) - NAMED} more" if len(names) > NAMED else shown


def excerpt(text: str) -> str:
    """Return the beginning of a statement, enough to find it by."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= 50 else f'"{line[:47].rstrip()}..."'
