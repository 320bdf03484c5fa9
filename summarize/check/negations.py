"""Where a text says that something is not so, and of which word it says it."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import Final

from summarize.check.undone import undone
from summarize.values.memory import TEXTS
from summarize.values.words import Token, tokens

_NOT: Final = frozenset("not no never nor neither none nobody nothing without cannot".split())
# Verbs that deny what follows them.
_REFUSALS: Final = frozenset(
    """deny denies denied denying refuse refuses refused refusing fail fails failed failing decline
    declines declined declining unable unlikely lack lacks lacked lacking prevent prevents prevented
    preventing avoid avoids avoided refrain refrained stop stopped cease ceased reject rejects
    rejected neglected neglects unwilling reluctant refraining resisted omitted forgot hesitated
    powerless rule ruled unsure unclear uncertain unknown unconfirmed bar barred ban banned hardly
    barely rarely scarcely seldom nowhere few little
    cancel cancels cancelled canceled withdraw withdrew""".split()
)
# "not only", "no more than", "no doubt" say that something is so.
_AFFIRMS: Final = frozenset(
    "only just merely least more less fewer later sooner doubt matter wonder one".split()
)
# "Yet to be told", "could have been": it is not so.
_UNREAL: Final = frozenset(
    [
        ("yet", "to"),
        ("could", "have"),
        ("would", "have"),
        ("might", "have"),
        ("far", "from"),
        ("anything", "but"),
        ("nowhere", "near"),
    ]
)
# "Injuries and deaths were reported": only before these does "and" begin a clause.
_AFTER_AND: Final = frozenset(
    """the a he she it they we i that this there did does do is was were has had have will would
    could may might can not never no then""".split()
)
_SAYING: Final = frozenset("say says said tell told".split())
# "Never before": it begins no clause.
_NEVER: Final = frozenset("never not ever as".split())
_BEFORE_QUOTED: Final = frozenset("a an the not its his her their".split())
_CLAUSE_ENDS: Final = frozenset(',;:.!?()"')
_NEW_CLAUSE: Final = frozenset(
    "but and although though while whereas because which who if when after before".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, the words it negates, and whether anything in it denies."""

    words: tuple[Token, ...]
    negated: tuple[Token, ...]
    """The first word of meaning after each "not"."""
    denies: bool
    """Anything negative in it, also "denied" or "few"."""
    undone: tuple[Token, ...] = ()
    """The verbs that "failed to", "hardly" and their like say were not done."""


@lru_cache(maxsize=TEXTS)
def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of `text`, roughly: cut at punctuation and conjunctions."""
    found: list[list[Token]] = [[]]
    supposed: set[int] = set()
    everything = tokens(text)
    prior = ""
    for token, following in zip_longest(everything, everything[1:]):
        # 'Has not a "strong case"': the mark opens a quoted word, and no clause.
        quotes = token.text == '"' and prior in _BEFORE_QUOTED
        joins = token.low == "before" and prior in _NEVER
        prior = token.low
        if quotes:
            continue
        if token.low == "and":
            joins = following is None or following.low not in _AFTER_AND
        if token.text in _CLAUSE_ENDS or (token.low in _NEW_CLAUSE and not joins):
            found.append([])
            if token.low == "if":
                supposed.add(len(found) - 1)
        elif token.is_word:
            found[-1].append(token)
    return tuple(clause_of(words, supposed=i in supposed) for i, words in enumerate(found) if words)


def clause_of(words: list[Token], *, supposed: bool = False) -> Clause:
    """Return the clause that some words are; one after "if" states nothing."""
    if supposed:
        # "If they had not found him" denies nothing, and states nothing.
        return Clause(tuple(words), (), denies=True)
    negated = []
    for index, word in enumerate(words):
        if is_not(word) and not _affirms(words, index):
            after = [w for w in words[index + 1 :] if _is_negatable(w)]
            negated += after[:1]
    denies = any(is_not(w) and not _affirms(words, i) for i, w in enumerate(words))
    denies = denies or any(w.low in _REFUSALS or w.low.startswith("non-") for w in words)
    denies = denies or any((w.low, n.low) in _UNREAL for w, n in pairwise(words))
    return Clause(tuple(words), tuple(negated), denies, tuple(undone(words)) if denies else ())


def _is_negatable(word: Token) -> bool:
    """Say whether it has a meaning to negate; "say" has, where it is all that is negated."""
    return (word.is_content and word.low != "longer") or word.low in _SAYING


def is_not(word: Token) -> bool:
    """Say whether a word is "not" in some form."""
    return word.low in _NOT or word.low.endswith("n't")


def denying(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that deny something, "not" and "refused" alike."""
    words = [w for clause in clauses(text) for w in clause.words]
    found = (
        w
        for i, w in enumerate(words)
        if (is_not(w) and not _affirms(words, i)) or w.low in _REFUSALS or w.low.startswith("non-")
    )
    return frozenset("not" if is_not(w) else w.stem for w in found)


def _affirms(words: list[Token], index: int) -> bool:
    following = words[index + 1].low if index + 1 < len(words) else ""
    return following in _AFFIRMS or (words[index].text in ("No", "NO") and following.isdigit())
