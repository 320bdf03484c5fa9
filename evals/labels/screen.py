"""What a person sees: the summary and the fact, or the evidence and the statement, and the keys.

Neither the judge's verdict nor who made the summary is shown. The question stands last, next to the
keys, so that it is on the screen however long the summary is. It is the question that the metric
answers: whether the article supports a statement, not whether the words cited for it do, so more of
the article is there for a key. Words of articles and models are shown, never obeyed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from evals.labels.frame import Asked
from evals.labels.record import Answer, Question
from summarize.render.plain import plain
from summarize.render.wrap import GLUE, Run, paint, wrap

UNDO: Final = "u"
MORE: Final = "m"
# A line longer than this is hard to read, however wide the terminal.
WIDEST: Final = 100
_CLEAR: Final = "\x1b[H\x1b[2J"
_INDENT: Final = "  "


@dataclass(frozen=True, slots=True)
class Wording:
    """How a question is put."""

    above: str
    claim: str
    question: str
    keys: Mapping[str, tuple[Answer, str]]
    """By letter: the answer, and what it means."""


WORDINGS: Final[Mapping[Question, Wording]] = {
    "stated": Wording(
        "Summary",
        "Fact",
        "Would somebody who reads only this summary know this fact, its dates and figures too?",
        {
            "y": ("yes", "yes, stated"),
            "n": ("no", "no, not stated"),
            "c": ("cannot-tell", "cannot tell"),
        },
    ),
    "supported": Wording(
        "The article says",
        "Statement",
        "Does the article support all that the statement says?",
        {
            "y": ("yes", "yes, supported"),
            "n": ("no", "no, not supported"),
            "c": ("cannot-tell", "cannot tell"),
        },
    ),
}

_PARTS: Final[Mapping[str, str]] = {
    "headline": "Headline: ",
    "key_points": "• ",
    "quotes": "Quote: ",
}


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen now."""

    asked: Asked | None
    """None when all is answered, which can still be undone."""
    number: int
    """Of the question; when all is answered, how many labels there are."""
    of: int
    more: int = 0
    """How often more of the article was asked for."""
    begins: bool = False
    """Whether nothing was answered yet in this session."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is said beside a question."""

    note: str = ""
    """Above it."""
    passages: Sequence[str] = field(default=())
    """Of the article, around the evidence."""
    is_more: bool = False
    """Whether more of the article can be had."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What can be put on a terminal."""

    width: int
    colour: bool
    clear: bool

    def written(self, rows: Sequence[list[Run]]) -> str:
        """Return rows as they are sent to it."""
        return (_CLEAR if self.clear else "\n") + "\n".join(paint(rows, colour=self.colour)) + "\n"


def shown(view: View, around: Around, screen: Screen) -> str:
    """Return what is put on the screen."""
    wide = min(screen.width, WIDEST)
    if view.asked is None:
        keys = [(UNDO, "undo the last"), ("q", "done")]
        done = f"All {view.of} asked for are labelled; {_labels(view.number)} in all."
        return screen.written([*wrap([Run(done)], width=wide), [], *_choices(keys, wide)])
    asked, wording = view.asked, WORDINGS[view.asked.question]
    keys = [*((key, meaning) for key, (_, meaning) in wording.keys.items())]
    keys += [(MORE, "more of the article")] * around.is_more
    keys += [(UNDO, "undo"), ("q", "stop")]
    rows = [[Run(f"{view.number} of {view.of}", "dim")]]
    rows += wrap([Run(around.note, "dim")], width=wide) if around.note else []
    rows += [[], [Run(wording.above, "bold")]]
    for line in asked.lines:
        rows += _wrapped(_PARTS.get(line.part, "") + plain(line.text), wide)
    for number, passage in enumerate(around.passages):
        rows += [[], [Run("Around it" if number == 0 else "…", "bold")]]
        rows += _wrapped(plain(" ".join(passage.split())), wide)
    rows += [[], [Run(wording.claim, "bold")], *_wrapped(plain(asked.claim), wide), []]
    rows += wrap([Run(wording.question)], width=wide)
    rows += _choices(keys, wide)
    return screen.written(rows)


def _labels(number: int) -> str:
    return "1 label" if number == 1 else f"{number} labels"


def _choices(keys: Sequence[tuple[str, str]], wide: int) -> list[list[Run]]:
    glued = [Run(f"{key} {meaning}".replace(" ", GLUE) + GLUE * 2) for key, meaning in keys]
    return wrap([part for choice in glued for part in (choice, Run(" "))], width=wide)


def _wrapped(text: str, wide: int) -> list[list[Run]]:
    return wrap([Run(text)], width=wide, first=_INDENT, rest=_INDENT * 2)
