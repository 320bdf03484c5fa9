"""Ask a person, one verdict after another, and save each answer before the next question.

What somebody else has written to the file meanwhile is kept beside one's own: no answer is lost.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NoReturn

from evals.labels.frame import Asked
from evals.labels.keys import AGAIN, STOP, Keys
from evals.labels.record import Answer, Label, Labels, Shown, load_labels, save_labels
from evals.labels.sample import Order
from evals.labels.screen import MORE, UNDO, WORDINGS, View
from evals.run.saved import unused
from summarize.errors import InputError

# Of the order in which verdicts are shown, when nobody gives another: any would do.
SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Left:
    """What there is of labels when a person stops."""

    given: int
    """Of this run, those not asked for now among them."""
    wanted: int
    """So many were asked for."""
    open: int
    """Of those asked for, the ones without an answer."""


class Session:
    """A file of labels being filled."""

    def __init__(self, labels: Labels, path: Path, order: Order, *, first: int, by: str) -> None:
        self._labels = labels
        self._path = path
        self._order = order
        self._asked = order.asked[:first]
        self._chances = order.chances(first)
        self._by = by
        self._mine: list[Label] = []
        self._written = _digest(path)

    def run(self, keys: Keys, show: Callable[[View], None]) -> Left:
        """Ask until all is answered and the person leaves. Raises InputError as `save_labels`."""
        more = 0
        while True:
            asked = self._next()
            keys.forget()
            show(self._view(asked, more))
            answers = WORDINGS[asked.question].keys if asked else {}
            pressed = keys.key()
            while pressed not in (*answers, MORE, UNDO, STOP, AGAIN):
                pressed = keys.key()
            if pressed == STOP:
                return self._left()
            more = more + 1 if pressed == MORE else more if pressed == AGAIN else 0
            if pressed == UNDO:
                self._undo()
            elif asked is not None and pressed in answers:
                self._answer(self._label(asked, answers[pressed][0]))

    def _view(self, asked: Asked | None, more: int) -> View:
        given, of = len(self._given()), len(self._asked)
        if asked is None:
            return View(None, len(self._labels.labels), of)
        return View(asked, given + 1, of, more=more, begins=not self._mine)

    def _left(self) -> Left:
        left = len(self._asked) - len(self._given())
        return Left(len(self._labels.labels), len(self._asked), left)

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

    def _answer(self, label: Label) -> None:
        self._mine.append(label)
        self._save([*self._there(), label])

    def _undo(self) -> None:
        """Take the last answer of this session back; its question comes again."""
        if self._mine:
            last = self._mine.pop()
            self._save([label for label in self._there() if label != last])

    def _given(self) -> set[str]:
        return {label.shown for label in self._labels.labels} & {a.shown for a in self._asked}

    def _next(self) -> Asked | None:
        given = self._given()
        return next((asked for asked in self._asked if asked.shown not in given), None)

    def _there(self) -> list[Label]:
        """Return all labels there are: those that somebody else has written since, and ours."""
        ours = self._labels.labels
        if _digest(self._path) in (self._written, None):
            return ours
        try:
            theirs = load_labels(self._path)
        except InputError:
            self._put_aside()
        if theirs.frame != self._labels.frame:
            self._put_aside()
        return [*theirs.labels, *(label for label in ours if label not in theirs.labels)]

    def _put_aside(self) -> NoReturn:
        """Save what was answered elsewhere. Raises InputError that says where."""
        unsaved = [label for label in self._mine if label not in self._labels.labels]
        kept = self._labels.model_copy(update={"labels": [*self._labels.labels, *unsaved]})
        aside = unused(self._path)
        save_labels(kept, aside)
        raise InputError(
            f"{self._path}: something else was written there meanwhile: your labels are in {aside}"
        )

    def _save(self, labels: Sequence[Label]) -> None:
        self._labels = self._labels.model_copy(update={"labels": list(labels)})
        save_labels(self._labels, self._path)
        self._written = _digest(self._path)


def opened(path: Path, run: Path, order: Order, *, seed: int | None) -> Labels:
    """Return the labels in a file, to go on with, or none yet.

    Raises InputError when they are of other verdicts: of another run, or another seed.
    """
    if not path.exists():
        made = SEED if seed is None else seed
        return Labels(run=run.name, seed=made, labels=[], frame=_lists(order))
    labels = load_labels(path)
    if seed not in (None, labels.seed):
        raise InputError(
            f"{path}: was begun with --seed {labels.seed}: leave --seed out, or name another "
            "file with -o"
        )
    if labels.frame != _lists(order):
        drawn = {shown for own in labels.frame.values() for shown in own}
        now = {shown for own in order.frame.values() for shown in own}
        raise InputError(
            f"{path}: was drawn from other verdicts than {run} has now ({len(now - drawn)} of "
            f"{len(now)} are new): move it away, or label into another file with -o"
        )
    return labels


def seed_of(path: Path, given: int | None) -> int:
    """Return the seed that a file was begun with, else the one given, else the usual one."""
    if path.exists():
        return load_labels(path).seed
    return SEED if given is None else given


def _lists(order: Order) -> dict[str, list[Shown]]:
    return {cell: list(own) for cell, own in order.frame.items()}


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
