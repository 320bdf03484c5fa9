"""How one system of a run stands: its value for each metric, and its verdict on each fact.

Values are means over articles, as the table of `summarize eval` has them. A verdict over several
repeats is the most frequent one, and the worse one of two equally so.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evals.metrics import AMOUNTS
from evals.run.record import Run, TrialRecord, VerdictRecord
from evals.scoring.scored import Mean, mean

# From worst to best, for a fact; a trap is turned round.
_ORDER: Final = ("contradicted", "cannot-judge", "missing", "stated")


@dataclass(frozen=True, slots=True)
class Standing:
    """One system of a run."""

    model: str
    prompt: str
    trials: tuple[TrialRecord, ...]
    """Those with an error included."""

    @property
    def name(self) -> str:
        """Return "model prompt", as reports name it."""
        return system_name(self.model, self.prompt)

    def mean(self, metric: str) -> Mean:
        """Return a metric's or an amount's mean over articles, and how many those are."""
        if metric in AMOUNTS:
            return mean((t.article, t.amounts.get(metric)) for t in self.trials)
        return mean((t.article, s.value) for t in self.trials if (s := t.scores.get(metric)))

    def value(self, metric: str) -> float | None:
        """Return the mean alone; None when it was measured nowhere."""
        return self.mean(metric).value

    @property
    def articles(self) -> list[str]:
        """Return its articles in the order of the run."""
        return list(dict.fromkeys(trial.article for trial in self.trials))

    def in_article(self, article: str) -> "Standing":
        """Return how it stands in one article."""
        own = tuple(trial for trial in self.trials if trial.article == article)
        return Standing(self.model, self.prompt, own)

    def facts(self, article: str) -> dict[str, VerdictRecord]:
        """Return the verdict on each fact of an article."""
        own = [t.facts for t in self.trials if t.article == article and t.error is None]
        return _most_frequent(own, _ORDER)

    def traps(self, article: str) -> dict[str, VerdictRecord]:
        """Return the verdict on each trap of an article; `stated` is fallen into."""
        own = [t.traps for t in self.trials if t.article == article and t.error is None]
        return _most_frequent(own, _ORDER[::-1])


def system_name(model: str, prompt: str) -> str:
    """Return what reports and floors call a model with a prompt."""
    return f"{model} {prompt}".strip()


def standings(run: Run) -> Iterator[Standing]:
    """Yield every system of a run, in its order."""
    found: dict[tuple[str, str], list[TrialRecord]] = {}
    for trial in run.trials:
        found.setdefault((trial.model, trial.prompt), []).append(trial)
    for (model, prompt), trials in found.items():
        yield Standing(model, prompt, tuple(trials))


def inputs(run: Run) -> dict[str, str]:
    """Return the digest of every gold file, prompt and judge, and of the answers that were used.

    Other answers may lie in the same folder: they are of other runs.
    """
    manifest = run.manifest
    found = {f"gold {article.id}": article.gold_sha256 for article in manifest.articles}
    found |= {f"prompt {name}": digest for name, digest in manifest.prompts.items()}
    if manifest.judge is not None:
        # Replayed, it has no address, and is the same judge.
        said = manifest.judge.model_dump_json(exclude={"server"})
        found["judge"] = hashlib.sha256(said.encode()).hexdigest()
    if used := sorted({trial.answers for trial in run.trials if trial.answers}):
        found["recordings"] = hashlib.sha256("\n".join(used).encode()).hexdigest()
    return found


def _most_frequent(
    repeats: Sequence[Mapping[str, VerdictRecord]], worst_first: Sequence[str]
) -> dict[str, VerdictRecord]:
    found: dict[str, list[VerdictRecord]] = {}
    for verdicts in repeats:
        for id_, record in verdicts.items():
            found.setdefault(id_, []).append(record)
    return {id_: _one(records, worst_first) for id_, records in found.items()}


def _one(records: Sequence[VerdictRecord], worst_first: Sequence[str]) -> VerdictRecord:
    counts = Counter(record.verdict for record in records)
    verdict = max(counts, key=lambda v: (counts[v], -worst_first.index(v)))
    return next(record for record in records if record.verdict == verdict)
