"""Choose what is compared: one prompt on one model, on each side.

Nothing is chosen by chance: where a run holds several systems and none was named, the choice is
told and nothing is compared. `lead` is a baseline, so it is taken only when named or alone.
Runs that did not meet the same gold, matcher, metrics and judge are refused: their difference would
be that of the rulers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from evals.run.record import ArticleInput, JudgeRecord, Run, TrialRecord, judged_alike
from summarize.errors import InputError

BASELINE: Final = "lead"


@dataclass(frozen=True, slots=True)
class Side:
    """One system of one run."""

    run: Run
    model: str
    prompt: str
    label: str
    """What tells it from the other side: a file's name, a prompt or a model."""
    parity: Literal[0, 1] | None = None
    """Even repeats only, or odd ones only; None for all."""

    @property
    def system(self) -> str:
        """Return model and prompt, as reports name them."""
        return f"{self.model} {self.prompt}".strip()

    def trials(self) -> Iterator[TrialRecord]:
        """Yield its trials, those with an error included."""
        for trial in self.run.trials:
            if (trial.model, trial.prompt) != (self.model, self.prompt):
                continue
            if self.parity in (None, trial.repeat % 2):
                yield trial


def two_runs(
    runs: Sequence[Run],
    labels: Sequence[str],
    *,
    models: Sequence[str] = (),
    prompts: Sequence[str] = (),
) -> tuple[Side, Side]:
    """Return the sides of run A and run B.

    A model or prompt given once is that of both sides; given twice, A's and then B's. Raises
    InputError when that leaves no system or several, or the runs cannot be compared.
    """
    first, second = runs
    refuse_unlike(first, second, labels)
    wanted = list(zip(_each(models, "--model"), _each(prompts, "--prompt"), strict=True))
    a = _side(first, labels[0], model=wanted[0][0], prompt=wanted[0][1])
    b = _side(second, labels[1], model=wanted[1][0], prompt=wanted[1][1])
    return a, b


def one_run(
    run: Run, label: str, *, models: Sequence[str] = (), prompts: Sequence[str] = ()
) -> tuple[Side, Side]:
    """Return two systems of one run: they differ in prompt, in model, or in both.

    Raises InputError when two different ones are not named.
    """
    sides = two_runs((run, run), (label, label), models=models, prompts=prompts)
    a, b = sides
    if (a.model, a.prompt) == (b.model, b.prompt):
        raise InputError(
            f"{label}: {a.system} cannot be compared with itself: name two prompts "
            f"(--prompt a --prompt b), two models, a second run, or --aa for its repeats"
        )
    if a.model == b.model:
        names = a.prompt, b.prompt
    elif a.prompt == b.prompt:
        names = a.model, b.model
    else:
        names = a.system, b.system
    return (
        Side(run, a.model, a.prompt, names[0]),
        Side(run, b.model, b.prompt, names[1]),
    )


def same_twice(
    run: Run, label: str, *, models: Sequence[str] = (), prompts: Sequence[str] = ()
) -> tuple[Side, Side]:
    """Return one system's even repeats and its odd ones: all that differs is chance.

    Raises InputError when it was not repeated.
    """
    side = _side(run, label, model=_once(models, "--model"), prompt=_once(prompts, "--prompt"))
    repeats = {trial.repeat for trial in side.trials()}
    if len(repeats) < 2 and side.model == BASELINE:
        raise InputError(
            f"{label}: {side.system} says the same however often it is asked, and is asked once: "
            "for the noise of asking again, make a run of a model with `summarize eval -m MODEL "
            "--repeat 2`"
        )
    if len(repeats) < 2:
        raise InputError(
            f"{label}: {side.system} was asked once: for the noise of asking again, make the run "
            "with `summarize eval --repeat 2`"
        )
    return (
        Side(run, side.model, side.prompt, "once", 0),
        Side(run, side.model, side.prompt, "again", 1),
    )


def refuse_unlike(a: Run, b: Run, labels: Sequence[str]) -> None:
    """Raise InputError, naming all that differs and what would mend it, unless rulers are alike."""
    faults = (
        (
            list(_article_faults(a, b)),
            "rescoring adds no article: make both of the same ones "
            "(`summarize eval --only ARTICLE`)",
        ),
        (list(_text_faults(a, b)), "a summary of another text is made anew (`summarize eval`)"),
        (
            [*_gold_faults(a, b), *_ruler_faults(a, b)],
            "bring both to the same gold, matcher, metrics and judge with `summarize rescore RUN` "
            "(it calls no model but a --judge)",
        ),
    )
    told = [fault for found, _ in faults for fault in found]
    ways = [way for found, way in faults if found]
    if told:
        raise InputError(
            f"{labels[0]} and {labels[1]} cannot be compared: {'; '.join(told)}: {'; '.join(ways)}"
        )


def _inputs(run: Run) -> dict[str, ArticleInput]:
    return {each.id: each for each in run.manifest.articles}


def _article_faults(a: Run, b: Run) -> Iterator[str]:
    left, right = _inputs(a).keys(), _inputs(b).keys()
    for side, only in (("A", left - right), ("B", right - left)):
        if only:
            yield f"only {side} has article {listed(only)}"


def _text_faults(a: Run, b: Run) -> Iterator[str]:
    left, right = _inputs(a), _inputs(b)
    both = left.keys() & right.keys()
    if moved := [i for i in both if left[i].sha256 != right[i].sha256]:
        yield f"the text of {listed(moved)} differs"


def _gold_faults(a: Run, b: Run) -> Iterator[str]:
    left, right = _inputs(a), _inputs(b)
    both = left.keys() & right.keys()
    if moved := [i for i in both if left[i].gold_sha256 != right[i].gold_sha256]:
        yield f"the gold of {listed(moved)} differs"


def _ruler_faults(a: Run, b: Run) -> Iterator[str]:
    if a.manifest.matcher != b.manifest.matcher:
        yield f"the matcher differs ({a.manifest.matcher[:8]}, {b.manifest.matcher[:8]})"
    one, other = a.manifest.judge, b.manifest.judge
    if not judged_alike(one, other):
        yield f"the judge differs ({told_of(one, other)}, {told_of(other, one)})"
    left, right = set(a.manifest.metrics), set(b.manifest.metrics)
    for side, only in (("A", left - right), ("B", right - left)):
        if only:
            yield f"only {side} has metric {listed(only)}"


def told_of(judge: JudgeRecord | None, other: JudgeRecord | None) -> str:
    """Say who judged a run, told apart from the judge of the other."""
    if judge is None:
        return "none"
    if other is None or judge.model != other.model:
        return judge.model
    if judge.is_like(other.model_copy(update={"server": None})):
        return f"{judge.model} at address {(judge.server or '')[:8]}"
    return f"{judge.model} with question {judge.question[:8]} and weights {judge.weights[:8]}"


def listed(names: Iterable[str]) -> str:
    """Write names in alphabetical order, the first alone where there are more than four."""
    first, *more = sorted(names)
    if len(more) > 3:
        return f"{first} and {len(more)} more"
    return ", ".join([first, *more])


def _side(run: Run, label: str, *, model: str | None, prompt: str | None) -> Side:
    held = list(dict.fromkeys((trial.model, trial.prompt) for trial in run.trials))
    if not held:
        raise InputError(f"{label}: holds no trial: nothing to compare")
    found = [(m, p) for m, p in held if model in (None, m) and prompt in (None, p)]
    if len(found) > 1:
        found = [each for each in found if each[0] != BASELINE or model == BASELINE] or found
    there = "; ".join(f"--model {m}" + (f" --prompt {p}" if p else "") for m, p in held)
    if not found:
        asked = " ".join(filter(None, (model, prompt)))
        raise InputError(f"{label}: has no trial of {asked}: it has {there}")
    if len(found) > 1:
        raise InputError(f"{label}: holds several systems: name one of {there}")
    return Side(run, *found[0], label)


def _each(given: Sequence[str], option: str) -> tuple[str | None, str | None]:
    if len(given) > 2:
        raise InputError(f"{option}: is given {len(given)} times: once for both sides, or twice")
    if not given:
        return None, None
    return given[0], given[-1]


def _once(given: Sequence[str], option: str) -> str | None:
    if len(given) > 1:
        raise InputError(f"{option}: with --aa one system is compared with itself: give it once")
    return given[0] if given else None
