"""Lose a hedge, or put a surer word for it, wherever a general pattern finds one.

The words were chosen by what they mean, before looking at what any check knows, and are many: a
check is to know a hedge, not a list. A pattern names no article's matter. Where the article has the
new words for itself, beside the same others, nothing is planted (`places.replaced`).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Final

from evals.selftest.parts import verbs
from evals.selftest.parts.english import is_plural, singular
from evals.selftest.parts.places import inside, quoted, replaced, told
from evals.selftest.variant import Good, Variant, prose
from summarize.article import Span

Put = Callable[[re.Match[str]], str | None]
"""Makes the new words from a match; None where they would not be English."""
Pair = tuple[str, tuple[str, ...] | Put]
"""A pattern, and what to draw from; "\\g<name>" in it stands for a group."""

NUMBER: Final = (
    r"(?=(?:[A-Z]{0,2}[$£€] ?)?\d|(?:two|three|four|five|six|seven|eight|nine|ten|half)\b)"
)
ADVERB: Final = r"(?:(?:also|already|long|recently|since|now|[a-z]+ly) )?"

# What is asked or doubted is no surer for a surer verb in it.
_OPEN: Final = re.compile(r"\b(?:whether|if|unsure|unclear|doubts?)\b[^.;]*$")


def is_many(match: re.Match[str]) -> bool:
    """Say whether the subject before a match looks like more than one."""
    before = match.string[: match.start()].split()
    return bool(before) and (is_plural(before[-1].strip(",")) or "and" in before[-3:-1])


_HELPS: Final = re.compile(
    r"^(?:is|are|was|were|be|been|being|not|to|will|would|may|might|can|could|should|must|did|does"
    r"|do|has|have|had|who|which|that|and|or)$|n['’]t$"
)


def does(match: re.Match[str]) -> str | None:
    """Return the verb of a match as something done by its subject now: "may sell" gives "sells"."""
    base, before = match["base"], match.string[: match.start()].split()
    # "Which opponents warn may cause": the subject is somewhere else.
    if base not in verbs.BASES or not before or before[-1] in verbs.FORMS:
        return None
    if is_many(match):
        return "are" if base == "be" else base
    return verbs.third(base)


def did(match: re.Match[str]) -> str | None:
    """Return the verb of a match as done: "plans to hold" gives "held"."""
    base, before = match["base"], match.string[: match.start()].split()
    # "Did not want to retire", "is expected to": the verb is another's.
    if before and _HELPS.search(before[-1]):
        return None
    if base == "be":
        return "were" if is_many(match) else "was"
    return verbs.past(base) if base in verbs.BASES else None


def was_done(match: re.Match[str]) -> str | None:
    """Return "was" or "were" with the participle of the match."""
    return f"{'were' if is_many(match) else 'was'} {match['done']}"


def only_one(match: re.Match[str]) -> str | None:
    """Return "its only crucial ally" for "one of its crucial allies"."""
    like = (match["like"] or "").replace("most ", "")
    return f"{match['whose']} only {like}{singular(match['many'])}"


def planted(good: Good, pairs: Sequence[Pair], chance: Random) -> Iterator[Variant]:
    """Yield each statement with the first place of each pattern replaced, quotations left alone."""
    for index, said in prose(good):
        marks = quoted(said.text)
        for pattern, news in pairs:
            match = re.search(pattern, said.text)
            if match is None or inside(Span(*match.span()), marks):
                continue
            if _OPEN.search(said.text[: match.start()]):
                continue
            new = news(match) if callable(news) else match.expand(chance.choice(news))
            if new is not None and not _is_bare(good, said.text, match, new):
                ending = " " if new.strip() and match[0].endswith(" ") else ""
                new = " ".join(new.split()) + ending
                yield from replaced(good, index, Span(*match.span()), new)


def _is_bare(good: Good, text: str, match: re.Match[str], new: str) -> bool:
    """Say whether the article gives the number after a lost hedge once without any."""
    number = re.match(r"\W*([\w$£€][\w.,$]*\w) ", text[match.end() :])
    if new or number is None or not re.search(r"\d", number[1]):
        return False
    hedged = (
        r"(?:about|around|roughly|approximately|some|nearly|almost|over|than|least|most|to"
        r"|estimated) "
    )
    written = re.escape(number[1].casefold())
    article = told(good.article)
    return len(re.findall(written, article)) > len(re.findall(hedged + written, article))
