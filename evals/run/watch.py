"""Say on stderr how a run goes: each trial as it ends, and how long the rest may take."""

import time
from collections.abc import Sequence
from typing import Final

from evals.run.plan import BASELINE, Cell
from evals.run.record import TrialRecord
from evals.run.systems import name_of
from summarize.cli.progress import Progress

# Below this there is nothing to wait for, so nothing to say.
WORTH_SAYING: Final = 5.0


class Watch:
    """Tells a line of progress about a run."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._began = time.monotonic()
        self._waiting = 0
        self._asked = 0
        self._tokens = 0
        self._usd: float | None = 0.0

    def tell(self, what: str, share: float | None) -> None:
        """Say what a model is doing."""
        self._progress.tell(what, share)

    def begin(self, cells: Sequence[Cell], *, taken_up: int) -> None:
        """Take note of what is to be run."""
        self._began = time.monotonic()
        self._waiting = sum(cell.model != BASELINE for cell in cells)
        if taken_up:
            self._progress.skip(taken_up)
            self._progress.tell(f"{taken_up} trials were made before and are as they were", None)

    def ended(self, trial: TrialRecord) -> None:
        """Say what became of a trial."""
        if trial.model != BASELINE:
            self._waiting -= 1
            self._asked += 1
        if trial.error is not None:
            self._progress.failed(f"{name_of(trial)}: {trial.error.message}")
            return
        assert trial.summary is not None
        usage = trial.summary.made_by.usage
        self._tokens += usage.prompt_tokens + usage.completion_tokens
        if trial.model != BASELINE:
            cost = trial.summary.made_by.cost_usd
            self._usd = None if cost is None or self._usd is None else self._usd + cost
        parts = [f"{name_of(trial)}: {_covered(trial)}", self._left()]
        self._progress.done("; ".join(part for part in parts if part))

    def _left(self) -> str:
        """Estimate the time, the tokens and the price of the rest, from what the others took."""
        if not self._asked or not self._waiting:
            return ""
        each = (time.monotonic() - self._began) / self._asked
        left = each * self._waiting
        if left < WORTH_SAYING:
            return ""
        more = self._waiting / self._asked
        dollars = f" (${self._usd * more:,.2f})" if self._usd is not None else ""
        return f"about {spoken(left)} and {self._tokens * more:,.0f} tokens{dollars} left"


def _covered(trial: TrialRecord) -> str:
    verdicts = [fact.verdict for fact in trial.facts.values()]
    return f"{verdicts.count('stated')} of {len(verdicts)} facts stated"


def spoken(seconds: float) -> str:
    """Return a time as one says it: "40 s", "12 min", "3 h 20 min"."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
