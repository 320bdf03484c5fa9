"""See when a sentence has the opposite of a word of the fact in its place: "fell" for "rose".

The pairs are the summarizer's (opposites.txt) and a few that only a matcher needs, compared where
the same words stand beside both. Words of two meanings are left out ("back", "left"), as are those
by which people and things are told apart in one story ("man" and "woman", "old" and "new"). Where
either is denied, or the two have different doers ("Smith won", "Jones lost"), nothing is seen.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from evals.match.doers import Act, acts
from summarize.check.negations import clauses, is_not
from summarize.judge.opposites import alike, opposites
from summarize.values.memory import TEXTS
from summarize.values.names import same_name
from summarize.values.words import Token, stem, tokens

# As written: these words turn a fact round that the list of stems does not hold.
_WRITTEN: Final = tuple(
    (frozenset(one.split()), frozenset(two.split()))
    for one, two in (
        ("for favour favoured support supported backed", "against oppose opposed opposes"),
        ("before", "after"),
        ("highest largest biggest most", "lowest smallest fewest least"),
        ("higher larger bigger more", "lower smaller fewer less"),
        ("first", "last"),
        ("closed closes", "opened opens"),
    )
)
# By stem, as those of opposites.txt.
_ALSO: Final = (
    # The stem of "pass" is not that of "passed".
    ("pass passed passes", "fail flunk"),
    ("work function succeed", "fail break"),
    ("vote", "abstain"),
    ("elect re-elect reelect", "lose"),
    ("improve warm thaw strengthen recover", "sour worsen deteriorate weaken fray"),
    ("please delight", "frustrate anger upset disappoint annoy infuriate"),
    ("back approve endorse", "block veto reject oppose"),
    ("accept agree", "decline spurn"),
    ("found establish", "dissolve abolish disband"),
)
# Two words in one, or a word of degree, age or kinship: its opposite may be said of another.
_LEFT_OUT: Final = frozenset(
    stem(w)
    for w in """close like live left leave right hard light home away over above under below near
    far for with without before after first last most more least less few many all every everyone
    none old new young older younger elder he she male female man woman boy girl father mother son
    daughter brother sister husband wife king queen day night morning evening summer winter early
    late current former previous top bottom guest host teacher student pupil local global national
    domestic foreign international public private north northern south southern east eastern west
    western general major minor large small big little great good bad join enter arrive start
    conservative liberal democrat democratic republican attack protect defend find discover give
    take include add""".split()
)
# "Up 40%" is a rise, "set up" is none: only before a number are these the words of the list.
_BEFORE_NUMBER: Final = frozenset(["up", "down"])
# Forms that a stem does not show; in small letters, as "Rose" is a name.
_FORMS: Final = {
    form: stem(verb)
    for verb, forms in (("rise", "rose risen"), ("sink", "sank sunk"), ("shrink", "shrank shrunk"))
    for form in forms.split()
}
# So much of the fact's other words, and the sentence is the fact turned round.
_SAME: Final = 0.6
_LONG: Final = 6
_NO_PREFIX: Final = ("under", "until", "unit", "union", "uni", "unless")


def opposed(states: str, text: str) -> tuple[str, bool] | None:
    """Return the word that stands where the fact has its opposite, and whether it is all turned."""
    word = _written(states, text) or next(_listed(states, text), None)
    if word is None:
        return None
    return f'"{word[1]}" stands for "{word[0]}"', _is_same(states, text, word[0])


def _is_same(states: str, text: str, word: str) -> bool:
    """Say whether the text has most of the fact's other words."""
    rest = {t.stem for t in tokens(states) if t.is_content} - {stem(word)}
    return len(rest & {t.stem for t in tokens(text)}) >= _SAME * len(rest)


def _written(states: str, text: str) -> tuple[str, str] | None:
    fact, said = _lows(states), _lows(text)
    # "The first since July" is after the last in July.
    since = ("since" in fact) != ("since" in said)
    for one, two in _WRITTEN:
        if since and "first" in one:
            continue
        for mine, other in ((one, two), (two, one)):
            if fact & mine and said & other and not fact & other and not said & mine:
                word, instead = min(said & other), min(fact & mine)
                if _neighbours(states, instead) & _neighbours(text, word):
                    return instead, word
    return None


def _listed(states: str, text: str) -> Iterator[tuple[str, str]]:
    fact, said = _by_stem(states), _by_stem(text)
    for root in sorted(_turning(states)):
        turned = _opposites()[root]
        others = (turned & said.keys()) - fact.keys()
        if not others or root in said or not alike().get(root, _NONE).isdisjoint(said):
            continue
        # Neither where the text has another word on the side of the fact.
        if any(not turned.isdisjoint(_opposites()[r]) for r in _turning(text) - fact.keys()):
            continue
        for other in sorted(others):
            if _stands_for(states, text, fact[root], said[other]):
                yield fact[root].low, said[other].low
    for low in _un(states) - _lows(text):
        if low[2:] in _lows(text) - _lows(states) and _is_other(states, text, low, low[2:]):
            yield low, low[2:]
    for low in _un(text) - _lows(states):
        if low[2:] in _lows(states) - _lows(text) and _is_other(states, text, low[2:], low):
            yield low[2:], low


def _is_other(states: str, text: str, mine: str, theirs: str) -> bool:
    """Say whether the one word stands in the place of the other."""
    one = next(t for t in tokens(states) if t.low == mine)
    return _stands_for(states, text, one, next(t for t in tokens(text) if t.low == theirs))


def _stands_for(states: str, text: str, mine: Token, theirs: Token) -> bool:
    """Say whether two opposite words stand in the same place of both."""
    if not _neighbours(states, mine.low) & _neighbours(text, theirs.low):
        return False
    if _is_denied(states, mine) or _is_denied(text, theirs):
        return False
    one, two = _act(states, mine.stem), _act(text, theirs.stem)
    if one is None or two is None:
        return True
    return any(same_name(a, b) for a in one.names for b in two.names)


def _act(text: str, verb: str) -> Act | None:
    found = acts(text)
    return found.get((verb, False)) or found.get((verb, True))


def _is_denied(text: str, word: Token) -> bool:
    """Say whether a "not" stands in the clause of a word."""
    return any(
        any(map(is_not, c.words))
        for c in clauses(text)
        if any(w.start == word.start for w in c.words)
    )


@lru_cache(maxsize=TEXTS)
def _un(text: str) -> frozenset[str]:
    """Return the words that begin with "un" and may be another with it."""
    lows = (w for w in _lows(text) if w.startswith("un") and len(w) >= _LONG)
    return frozenset(w for w in lows if not w.startswith(_NO_PREFIX))


@lru_cache(maxsize=TEXTS)
def _turning(text: str) -> frozenset[str]:
    """Return the stems of a text that have an opposite."""
    return frozenset(_by_stem(text).keys() & _opposites().keys())


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    """Return, of a stem, the stems that mean the opposite, without those left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for root, others in opposites().items():
        if root not in _LEFT_OUT:
            found[root] |= others - _LEFT_OUT
    for one, two in _ALSO:
        first, second = {stem(w) for w in one.split()}, {stem(w) for w in two.split()}
        for root in first:
            found[root] |= second
        for root in second:
            found[root] |= first
    return {root: frozenset(others) for root, others in found.items() if others}


_NONE: Final[frozenset[str]] = frozenset()


@lru_cache(maxsize=TEXTS)
def _by_stem(text: str) -> dict[str, Token]:
    """Return the words of a text, by stem, each where it first stands."""
    words = [t for t in tokens(text) if t.is_word]
    found: dict[str, Token] = {}
    for index, word in enumerate(words):
        following = words[index + 1].low if index + 1 < len(words) else ""
        if word.low in _BEFORE_NUMBER and not following[:1].isdigit() and following != "by":
            continue
        found.setdefault(_FORMS.get(word.text, word.stem), word)
    return found


@lru_cache(maxsize=TEXTS)
def _lows(text: str) -> frozenset[str]:
    return frozenset(t.low for t in tokens(text) if t.is_word)


@lru_cache(maxsize=TEXTS)
def _neighbours(text: str, low: str) -> frozenset[str]:
    """Return the stems of the words of meaning next to a word."""
    words = [t for t in tokens(text) if t.is_word]
    near: set[str] = set()
    for index, word in enumerate(words):
        if word.low == low:
            near.update(w.stem for w in words[max(0, index - 2) : index + 4] if w.is_content)
    return frozenset(near) - {stem(low)}
