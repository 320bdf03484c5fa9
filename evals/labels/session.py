"""Ask a person, one verdict after another, and save each answer before the next question."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from evals.labels.frame import Asked
from evals.labels.keys import STOP, Keys
from evals.labels.record import Answer, Label, Labels, load_labels, save_labels
from evals.labels.sample import Order
from evals.labels.screen import UNDO, WORDINGS
from summarize.errors import InputError

# Of the order in which verdicts are shown, when nobody gives another: any would do.
SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Left:
    """What there is of labels when a person stops."""

    given: int
    """Of those asked for."""
    wanted: int


class Session:
    """A file of labels being filled."""

    def __init__(self, labels: Labels, path: Path, order: Order, *, first: int, by: str) -> None:
        self._labels = labels
        self._path = path
        self._order = order
        self._asked = order.asked[:first]
        self._chances = order.chances(first)
        self._by = by
        self._written = _digest(path)

    def run(self, keys: Keys, show: Callable[[Asked | None, int, int], None]) -> Left:
        """Ask until all is answered and the person leaves. Raises InputError as `save_labels`.

        `show` is given what to ask, its number and how many there are; None when all is answered,
        which can still be undone.
        """
        while True:
            asked = self._next()
            keys.forget()
            show(asked, len(self._given()) + (asked is not None), len(self._asked))
            answers = WORDINGS[asked.question].keys if asked else {}
            pressed = keys.key()
            while pressed not in (*answers, UNDO, STOP):
                pressed = keys.key()
            if pressed == STOP:
                return Left(len(self._given()), len(self._asked))
            if pressed == UNDO:
                self._undo()
            elif asked is not None:
                self._save([*self._labels.labels, self._label(asked, answers[pressed][0])])

    def _label(self, asked: Asked, answer: Answer) -> Label:
        cell = self._order.cell_of[asked.shown]
        return Label(
            question=asked.question,
            article=asked.article,
            item=asked.item,
            shown=asked.shown,
            cell=cell,
            chance=self._chances[cell],
            answer=answer,
            by=self._by,
            at=datetime.now(UTC).replace(microsecond=0),
        )

    def _undo(self) -> None:
        """Take the last answer back; its question comes again."""
        given = self._labels.labels
        # One that is not among those asked for now would not come again.
        if given and given[-1].shown in self._given():
            self._save(given[:-1])

    def _given(self) -> set[str]:
        return {label.shown for label in self._labels.labels} & {a.shown for a in self._asked}

    def _next(self) -> Asked | None:
        given = self._given()
        return next((asked for asked in self._asked if asked.shown not in given), None)

    def _save(self, labels: list[Label]) -> None:
        if _digest(self._path) != self._written:
            raise InputError(
                f"{self._path}: somebody else has written to it meanwhile: label into a file of "
                "your own with -o"
            )
        self._labels = self._labels.model_copy(update={"labels": labels})
        save_labels(self._labels, self._path)
        self._written = _digest(self._path)


def opened(path: Path, run: Path, order: Order, *, seed: int | None) -> Labels:
    """Return the labels in a file, to go on with, or none yet.

    Raises InputError when they are of other verdicts: of another run, or another seed.
    """
    if not path.exists():
        made = SEED if seed is None else seed
        return Labels(run=run.name, seed=made, cells=dict(order.cells), labels=[])
    labels = load_labels(path)
    if seed not in (None, labels.seed):
        raise InputError(
            f"{path}: was begun with --seed {labels.seed}: leave --seed out, or name another "
            "file with -o"
        )
    if labels.cells != order.cells:
        raise InputError(
            f"{path}: is of other verdicts than those of {run}: name another file with -o"
        )
    return labels


def seed_of(path: Path, given: int | None) -> int:
    """Return the seed that a file was begun with, else the one given, else the usual one."""
    if path.exists():
        return load_labels(path).seed
    return SEED if given is None else given


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
