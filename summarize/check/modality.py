"""Find a word that changes what its noun or verb means, and that a statement has lost.

A quasi-state of war is no war, an attempted murder no murder, a deputy minister not the minister;
who was told to prepare may not have prepared, and who was forced to resign did not just resign. A
statement that words the noun or verb anew cannot be compared, and passes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarize.values.fold import fold
from summarize.values.gazetteer import ROLES
from summarize.values.words import Token, tokens

# Words that change a noun or verb, and the beginnings of words that keep the change as well.
_MODIFIERS: Final[tuple[tuple[str, str], ...]] = (
    ("quasi pseudo semi virtual", "quasi pseudo semi near virtual almost like"),
    (
        "so-called self-styled self-proclaimed self-declared",
        "so-called self- known called calls calling",
    ),
    ("would-be aspiring", "would-be aspiring hop want try tri intend suspect attempt"),
    ("attempted botched foiled thwarted", "attempt tri try bid plot fail foil thwart botch plan"),
    (
        "fake mock simulated hoax bogus counterfeit forged sham",
        "fak mock simulat hoax bogus counterfeit forg sham false pretend phon drill",
    ),
    (
        "former ex erstwhile ousted onetime one-time",
        """former ex\\b erstwhile oust then\\b once\\b one-time onetime previous past\\b retired
        old\\b late\\b used until resign depos""",
    ),
    ("acting interim caretaker provisional", "acting interim caretaker provisional temporar"),
    (
        "deputy vice assistant associate",
        "deputy vice assistant associate second number under aide",
    ),
    (
        "proposed planned draft prospective",
        """propos plan draft will would could may might if\\b prospective bill consider intend
        expect due set\\b going want seek bid future upcoming hop""",
    ),
    ("preliminary tentative", "preliminar tentativ initial early first provisional interim"),
    ("partially partly", "part\\b partial partly some\\b somewhat half"),
    (
        "nearly almost virtually",
        """near almost virtual close about around practical most\\b but\\b just\\b narrow up\\b
        verge half""",
    ),
)
_KEEPS: Final = {
    word: re.compile(rf"\b(?:{'|'.join(keeps.split())})", re.IGNORECASE)
    for words, keeps in _MODIFIERS
    for word in words.split()
}
_QUOTED: Final = re.compile(r"['‘“\"]\w")
_DISTANCED: Final = frozenset("so-called self-styled self-proclaimed self-declared".split())
_OFFICES: Final = frozenset("deputy vice assistant associate acting interim caretaker".split())
_FORMER: Final = frozenset("former ex erstwhile ousted onetime".split())
# "Nearly 40": the numbers check has these, and "almost immediately" loses little.
_DEGREE: Final = frozenset("nearly almost virtually partially partly".split())
_WHOLE: Final = frozenset("all every everyone everything everybody always entire".split())

# What somebody was made, told or asked to do.
_CONTROL: Final = frozenset(
    """told asked instructed advised encouraged invited allowed permitted authorised authorized
    agreed failed ordered urged refused declined required directed commanded begged
    forbidden""".split()
)
_FORCE: Final = frozenset("forced compelled obliged coerced pressured".split())
_KEEPS_CONTROL: Final = re.compile(
    r"\b(?:t(?:old|ell|ells|elling)|ask|instruct|advis(?:ed|es|ing)|advice|encourag|invit|allow|permi"
    r"|authori[sz]|agree|fail|order|urg(?:e[ds]?|ing)|refus|declin|requir|direct(?:ed|s|ing)"
    r"|command(?:ed|s)|beg(?:s|ged)\b|must|should|need|call|want|will|would|may\b|could|can\b|plan"
    r"|inten|due\b|set to|going to|suppos|expect|demand|request|tr(?:y|ied|ies|ying)\b|not\b|never"
    r"|unable|without|ha(?:d|s|ve) to|ready|offer|let\b|promis|vow|pledg|accept|approv|propos)"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_KEEPS_FORCE: Final = re.compile(
    r"\b(?:forc|compel|oblig|coerc|pressur|made to|had to|have to|has to|must|oust|push|drove"
    r"|driven|need|order|requir|not|n't)", re.IGNORECASE
)  # fmt: skip
_MAKING: Final = _CONTROL | _FORCE
# No other word begins what is looked for: the second of "so-called" is a word of its own.
_TELLING: Final = _MAKING | {part for word in _KEEPS for part in (word, word.partition("-")[0])}
# How far "told" may stand from its "to": "told residents of two villages to leave".
REACH: Final = 6


@dataclass(frozen=True, slots=True)
class _Loss:
    """A word without which its `heads` mean more, and how to see that a statement keeps it."""

    word: str
    heads: tuple[Token, ...]
    keeps: re.Pattern[str]
    rest: tuple[Token, ...] = ()
    """The words of meaning after a verb, of which some must come back for it to be the same."""
    joined: str = " "


def lost_modality(statement: str, evidence: str) -> str | None:
    """Return why the statement says more than the evidence; None when it does not."""
    words = [t for t in tokens(evidence) if t.is_word]
    folded = fold(evidence).text
    said = tokens(statement)
    stems = {t.stem for t in said if t.is_word}
    for loss in _losses(words, folded):
        back = [h for h in loss.heads if h.stem in stems]
        bare = any(sum(w.stem == h.stem for w in words) > 1 for h in back)
        if not back or bare or loss.keeps.search(statement):
            continue
        if loss.word in _DISTANCED and _QUOTED.search(statement):
            continue
        if loss.rest and not any(w.stem in stems for w in loss.rest):
            continue
        if loss.rest and _is_infinitive(back[0], said):
            continue
        phrase = f"{loss.word}{loss.joined}{back[0].text}"
        return (
            f"the cited sentences say {phrase!r}, and without {loss.word!r} it is something "
            f"else: keep {loss.word!r}"
        )
    return None


def _losses(words: list[Token], text: str) -> Iterator[_Loss]:
    for index, word in enumerate(words):
        if word.low not in _TELLING:
            continue
        if word.low in _KEEPS or _hyphened(words, index) in _KEEPS:
            yield from _modifier(words, index, text)
        elif word.low in _MAKING and index + 1 < len(words):
            yield from _control(words, index, text)


def _hyphened(words: list[Token], index: int) -> str:
    return "-".join(w.low for w in words[index : index + 2])


def _modifier(words: list[Token], index: int, text: str) -> Iterator[_Loss]:
    """Yield the loss of an adjective-like word, with the nouns it changes."""
    two = _hyphened(words, index)
    name = two if two in _KEEPS else words[index].low
    following = words[index + (2 if name == two else 1) : index + 6]
    if not following:
        return
    between = text[words[index].start + len(words[index].text) : following[0].start]
    if any(mark in between for mark in ",.;:!?()"):
        return
    # "Would be deported" is another tense, not a would-be deportation.
    if name == two and text[words[index].start :][: len(name)].casefold() != name:
        return
    heads = _heads(name, following)
    if heads:
        joined = "-" if "-" in between and name != two else " "
        yield _Loss(name, heads, _KEEPS[name], joined=joined)


def _heads(name: str, following: list[Token]) -> tuple[Token, ...]:
    """Return the words that a modifier changes."""
    first = following[0]
    if name in _OFFICES | _FORMER:
        roles = [w for w in following[:4] if w.low in ROLES or w.low.rstrip("s") in ROLES]
        return tuple(roles[:1])
    if name in _DEGREE:
        whole = first.low in (
            "all",
            "every",
            "everyone",
            "everything",
            "everybody",
            "always",
            "entire",
        )
        verb = first.is_content and first.text.islower() and first.low.endswith(("ed", "en"))
        return (first,) if whole or verb else ()
    if not first.is_content or not first.text[0].islower():
        return ()
    heads = [first]
    if len(following) > 2 and following[1].low == "of" and following[2].is_content:
        heads.append(following[2])
    return tuple(heads)


def _control(words: list[Token], index: int, text: str) -> Iterator[_Loss]:
    """Yield the loss of "told to", "forced to" and their like, with the verb they govern."""
    word = words[index]
    for at in range(index + 1, min(index + REACH, len(words) - 1)):
        if words[at].low == "to":
            break
        if words[at].low in ("that", "and", "but", "who", "which", "it", "he", "she", "was", "is"):
            return
    else:
        return
    verb = words[at + 1]
    between = text[word.start : verb.start]
    if any(mark in between for mark in ',.;:!?()"“”') or not verb.is_content:
        return
    if not verb.text.islower():
        return
    rest = tuple(w for w in words[at + 2 : at + 8] if w.is_content)
    force = word.low in _FORCE
    yield _Loss(
        f"{word.low} to", (verb,), _KEEPS_FORCE if force else _KEEPS_CONTROL, rest or (verb,)
    )


def _is_infinitive(head: Token, said: tuple[Token, ...]) -> bool:
    """Say whether the statement has the verb only after "to", as the evidence does."""
    places = [i for i, t in enumerate(said) if t.stem == head.stem]
    return all(i and said[i - 1].low == "to" for i in places)
