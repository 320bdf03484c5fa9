"""What a person sees: the summary and the fact, or the evidence and the statement, and the keys.

Neither the judge's verdict nor who made the summary is shown. The question stands last, next to the
keys, so that it is on the screen however long the summary is. Words of articles and models are
shown, never obeyed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evals.labels.frame import Asked
from evals.labels.record import Answer, Question
from summarize.render.plain import plain
from summarize.render.wrap import GLUE, Run, paint, wrap

UNDO: Final = "u"
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
        "Do these words of the article, by themselves, support all that the statement says?",
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


def shown(asked: Asked, *, place: str, width: int, colour: bool, clear: bool) -> str:
    """Return a question as it is put on the screen; `place` is such as "3 of 30"."""
    wide = min(width, WIDEST)
    wording = WORDINGS[asked.question]
    keys = [*((key, meaning) for key, (_, meaning) in wording.keys.items())]
    keys += [(UNDO, "undo"), ("q", "stop")]
    rows = [[Run(place, "dim")], [], [Run(wording.above, "bold")]]
    for line in asked.lines:
        rows += _wrapped(_PARTS.get(line.part, "") + plain(line.text), wide)
    rows += [[], [Run(wording.claim, "bold")], *_wrapped(plain(asked.claim), wide), []]
    rows += wrap([Run(wording.question)], width=wide)
    rows += _choices(keys, wide)
    return (_CLEAR if clear else "\n") + "\n".join(paint(rows, colour=colour)) + "\n"


def ended(*, given: int, clear: bool) -> str:
    """Return what is put on the screen when there is no question left."""
    keys = [(UNDO, "undo the last"), ("q", "done")]
    rows = [[Run(f"All {given} are labelled.")], [], *_choices(keys, WIDEST)]
    return (_CLEAR if clear else "\n") + "\n".join(paint(rows, colour=False)) + "\n"


def _choices(keys: Sequence[tuple[str, str]], wide: int) -> list[list[Run]]:
    glued = [Run(f"{key} {meaning}".replace(" ", GLUE) + GLUE * 2) for key, meaning in keys]
    return wrap([part for choice in glued for part in (choice, Run(" "))], width=wide)


def _wrapped(text: str, wide: int) -> list[list[Run]]:
    return wrap([Run(text)], width=wide, first=_INDENT, rest=_INDENT * 2)
