"""Plant a denial taken away."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts import verbs
from evals.selftest.parts.hedges import Put
from evals.selftest.parts.places import inside, quoted, replaced
from evals.selftest.variant import Good, Variant, prose
from summarize.article import Span

_AUX: Final = r"(?P<aux>was|were|is|are|has|have|had|will|would|could|may|might|should|must)"
# "Not only", "not just" and "not least" deny nothing.
_NOT: Final = r"not (?!only|just|least|because|yet clear)(?:yet )?"


def _positive(match: re.Match[str]) -> str | None:
    """Return "sold" for "did not sell", "sells" for "does not sell"."""
    base, aux = match["base"], match["aux"]
    if base not in verbs.BASES:
        return None
    return verbs.past(base) if aux == "did" else verbs.third(base) if aux == "does" else base


def _managed(match: re.Match[str]) -> str | None:
    return verbs.past(match["base"]) if match["base"] in verbs.BASES else None


_REMOVED: Final[tuple[tuple[str, str | Put], ...]] = (
    (r"\b(?P<aux>did|does|do)(?:n['’]t| not) (?:yet )?(?P<base>[a-z]+)\b", _positive),
    (rf"\b{_AUX} {_NOT}", r"\g<aux> "),
    (rf"\b{_AUX}n['’]t (?:yet )?", r"\g<aux> "),
    (r"\b(?:can['’]t|cannot|can not)\b", "can"),
    (r"\bwon['’]t\b", "will"),
    (r"\b(?P<aux>has|have|had) never (?:before )?", r"\g<aux> "),
    (r"\bnever (?:before )?", ""),
    (r"\bno longer\b", "still"),
    (r"\b[Nn]either (?P<one>[\w ]{2,30}) nor\b", r"both \g<one> and"),
    (rf"\b{_NOT}(?=[a-z])", ""),
    (r"\bwithout\b(?= (?:an?|the|any|[a-z]+s)\b)", "with"),
    (r"\b[Nn]o (?=[a-z]+(?:s|people)\b)", ""),
    (r"\b[Nn]o (?=[a-z]+\b)(?!one|longer|more|less)", "a "),
    (r"\bunknown\b", "known"),
    (r"\bunable to\b", "able to"),
    (r"\b(?:failed|refused|declined) to (?P<base>[a-z]+)\b", _managed),
    (r"\bdenied (?=that\b|having\b|[a-z]+ing\b|any\b)", "admitted "),
)


def negation_removed(good: Good, chance: Random) -> Iterator[Variant]:
    """Say that it is so where it is not."""
    del chance
    for index, said in prose(good):
        marks = quoted(said.text)
        for pattern, news in _REMOVED:
            match = re.search(pattern, said.text)
            if match is None or inside(Span(*match.span()), marks):
                continue
            new = news(match) if callable(news) else match.expand(news)
            # What stands by a denial goes with it.
            end = re.match(r"[^,.;]*?\b(?: at all| yet)\b", said.text[match.end() :])
            stop = match.end() + (end.end() if end else 0)
            if new is not None:
                rest = re.sub(r" (?:at all|yet)$", "", said.text[match.end() : stop])
                yield from replaced(good, index, Span(match.start(), stop), new + rest)
                break
