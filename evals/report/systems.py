"""Who made the summaries: a model with a prompt, in one run or in two.

A name is as short as it can be while no two are alike.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evals.run.record import Run, TrialRecord

# The model whose summaries are the first sentences: every other has to beat it.
BASELINE: Final = "lead"
LETTERS: Final = ("A", "B")


@dataclass(frozen=True, slots=True)
class Maker:
    """A model with a prompt, in a run."""

    run: str
    """A or B; "" where there is one run only."""
    model: str
    prompt: str

    @property
    def baseline(self) -> bool:
        """Say whether it is the one to beat."""
        return self.model == BASELINE

    @property
    def to_beat(self) -> "Maker":
        """Return the baseline of the same run and prompt."""
        return replace(self, model=BASELINE)

    @property
    def full(self) -> str:
        """Return its whole name."""
        return " · ".join(part for part in (self.run, self.prompt, self.model) if part)


@dataclass(frozen=True, slots=True)
class System:
    """One repeat of a maker: what a row of the grid and a column of summaries stand for."""

    key: str
    maker: Maker
    repeat: int
    name: str


@dataclass(frozen=True, slots=True)
class Systems:
    """All systems of the report, and what each made of each article."""

    all: tuple[System, ...]
    """The baselines last."""
    trials: dict[tuple[str, str], TrialRecord]
    """By article id and system key."""

    def makers(self) -> list[Maker]:
        """Return the makers, each once."""
        return list(dict.fromkeys(system.maker for system in self.all))

    def of(self, maker: Maker) -> list[TrialRecord]:
        """Return all trials of one maker."""
        keys = {s.key for s in self.all if s.maker == maker}
        return [trial for (_, key), trial in self.trials.items() if key in keys]


def systems(runs: Sequence[Run]) -> Systems:
    """Return the systems of one run or two."""
    letters = LETTERS if len(runs) > 1 else ("",)
    found: dict[tuple[Maker, int], list[TrialRecord]] = {}
    for letter, run in zip(letters, runs, strict=False):
        for trial in run.trials:
            maker = Maker(letter, trial.model, trial.prompt)
            found.setdefault((maker, trial.repeat), []).append(trial)
    ordered = sorted(found, key=lambda each: each[0].baseline)
    names = _names(ordered)
    all_ = [
        System(f"s{number}", maker, repeat, names[maker, repeat])
        for number, (maker, repeat) in enumerate(ordered, 1)
    ]
    trials = {
        (trial.article, system.key): trial
        for system in all_
        for trial in found[system.maker, system.repeat]
    }
    return Systems(tuple(all_), trials)


def counterparts(found: Systems) -> tuple[str, str]:
    """Return the keys of the two to show first; the second "" where one is to stand alone."""
    first = found.all[0] if found.all else None
    if first is None or not first.maker.run:
        return (first.key if first else "", "")
    others = [s for s in found.all if s.maker.run != first.maker.run]
    same = [s for s in others if s.maker.model == first.maker.model]
    named = [s for s in same if s.maker.prompt == first.maker.prompt]
    beside = next(iter(named or same or others), None)
    return first.key, beside.key if beside else ""


Named = tuple[Maker, int]
Part = Callable[[Named], str]


def _run(named: Named) -> str:
    return named[0].run


def _prompt(named: Named) -> str:
    return named[0].prompt


def _model(named: Named) -> str:
    return named[0].model.rpartition("/")[2]


def _repeat(named: Named) -> str:
    return f"no. {named[1] + 1}"


_PARTS: Final[tuple[Part, ...]] = (_run, _prompt, _model, _repeat)


def _names(all_: Iterable[Named]) -> dict[Named, str]:
    makers = list(all_)
    own = [named for named in makers if not named[0].baseline]
    names = _called(own, (_run,) if _differing(own) else (_run, _prompt))
    # The baseline is always called by its own name.
    names |= _called([named for named in makers if named[0].baseline], (_run, _model))
    taken = Counter(names.values())
    repeated = _repeat in _differing(makers)
    return {
        named: name if taken[name] == 1 else _in_full(named, repeated=repeated)
        for named, name in names.items()
    }


def _differing(makers: Sequence[Named]) -> list[Part]:
    """Return the parts of a name that are not the same for all: the others say nothing."""
    return [part for part in _PARTS if len({part(named) for named in makers}) > 1]


def _called(makers: Sequence[Named], always: Sequence[Part]) -> dict[Named, str]:
    """Return their names: the parts that differ, and those that are always told."""
    told = {*always, *_differing(makers)}
    return {
        named: " · ".join(said for part in _PARTS if part in told and (said := part(named)))
        for named in makers
    }


def _in_full(named: Named, *, repeated: bool) -> str:
    return f"{named[0].full} · {_repeat(named)}" if repeated else named[0].full
