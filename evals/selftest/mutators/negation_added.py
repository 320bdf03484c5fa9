"""Plant a denial: not, never, failed to, refused to, hardly."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.places import inside, quoted, replaced
from evals.selftest.parts.verbs import BASES, BY_PARTICIPLE, BY_PAST, ONLY_PAST, ing
from evals.selftest.variant import Good, Variant, prose, shuffled
from summarize.article import Span

# To deny what is denied, or told of a part only, may leave it as true as it was.
_DENIED: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|without|hardly|barely|unsure|unless|whether|only"
    r"|unable|cannot|fail\w*|refus\w+|den(?:y|ied|ies)|few|little|seldom)\b|n['’]t\b",
    re.IGNORECASE,
)
_AUXILIARY: Final = re.compile(
    r"\b(?P<aux>was|were|is|are|has|have|had|will|would|can|could|should|must)"
    r" (?P<adverb>(?:also|already|long|last|first|recently|twice|[a-z]+ly) )?"
    r"(?P<next>(?!only\b|just\b|merely\b|even\b)\w+)"
)
_SHORT: Final = {"will": "won't", "can": "can't"}
_HAVE: Final = {"has": "does", "have": "do", "had": "did"}
_PAST: Final = re.compile(r"(?<![\w-])[a-z]+(?![\w-])(?! by\b)")
_WHO: Final = re.compile(r"(?:\b[A-Z][\w’'-]*|\b(?:[Hh]e|[Ss]he|[Tt]hey|who))$")
# A noun that refuses nothing: it is no person's, group's or country's.
_NAMED: Final = re.compile(r"(?:\b[A-Z][\w-]*[a-z]|\b(?:[Hh]e|[Ss]he|[Tt]hey|who))$")
# Before one of these the word is no verb of its own.
_GOVERNED: Final = re.compile(
    r"\b(?:was|were|is|are|has|have|had|be|been|being|to|and|or|the|an?|its|his|her|their|by|of"
    r"|newly|re|['’]s|for|with|in|on|at|most|well)[\s-]*$",
    re.IGNORECASE,
)
# What nobody refuses to do: it happens to them.
_NO_CHOICE: Final = frozenset(
    "grow become fall rise happen appear remain suffer lose collapse fail die".split()
)
_EACH: Final = 2


def negation_added(good: Good, chance: Random) -> Iterator[Variant]:
    """Say that it is not so, in up to two of the ways that fit the first verb."""
    for index, said in prose(good):
        marks = quoted(said.text)
        found = _ways(said.text, marks)
        if found is None:
            continue
        place, news = found
        done = 0
        for new in shuffled(news, chance):
            for variant in replaced(good, index, place, new):
                done += 1
                yield variant
            if done == _EACH:
                break


def _ways(text: str, marks: list[Span]) -> tuple[Span, list[str]] | None:
    """Return the first verb that can be denied, and what to put for it."""
    for match in _AUXILIARY.finditer(text):
        place = Span(*match.span())
        if not inside(place, marks) and not _DENIED.search(_clause(text, place)):
            return place, list(_after_auxiliary(text, match))
    for match in _PAST.finditer(text):
        place = Span(*match.span())
        if match[0] not in BY_PAST or inside(place, marks) or _DENIED.search(_clause(text, place)):
            continue
        before = text[: place.start]
        sure = match[0] in ONLY_PAST or _WHO.search(before.rstrip())
        if sure and not _GOVERNED.search(before):
            news = list(_for_past(before.rstrip(), match[0]))
            if re.match(r" \w+ing\b", text[place.end :]):  # not "denied starting asking"
                news = [new for new in news if not new.startswith("denied ")]
            return place, news
    return None


def _clause(text: str, place: Span) -> str:
    """Return what stands between the marks around a place."""
    start = max(text.rfind(mark, 0, place.start) for mark in ",;:") + 1
    ends = [at for mark in ",;:" if (at := text.find(mark, place.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _after_auxiliary(text: str, match: re.Match[str]) -> Iterator[str]:
    aux, adverb, follows = match["aux"], match["adverb"] or "", match["next"]
    if aux in _HAVE and not _is_participle(follows):
        yield from (f"{_HAVE[aux]} not have {follows}", f"{_HAVE[aux]}n't have {follows}")
        yield f"never had {follows}"
        return
    yield f"{aux} not {adverb}{follows}"
    short = _SHORT.get(aux, f"{aux}n't")
    yield f"{short} {adverb}{follows}"
    if not _is_participle(follows):
        if aux in ("will", "would") and follows in BASES:
            yield from (f"{aux} never {follows}", f"{aux} fail to {follows}")
            yield f"{aux} refuse to {follows}"
        elif follows in ("a", "an", "the"):
            yield f"{aux} hardly {follows}"
        return
    yield from (f"{aux} never {follows}", f"{aux} hardly {follows}")
    base = BY_PARTICIPLE.get(follows)
    if aux in _HAVE and base and base != "be":
        yield f"{aux} failed to {base}"
        if base not in _NO_CHOICE and _NAMED.search(text[: match.start()].rstrip()):
            yield from (f"{aux} refused to {base}", f"{aux} denied having {follows}")


def _is_participle(word: str) -> bool:
    return word in BY_PARTICIPLE or word.endswith("ed")


def _for_past(before: str, past: str) -> Iterator[str]:
    base = BY_PAST[past]
    yield f"did not {base}"
    yield f"didn't {base}"
    yield f"never {past}"
    yield f"failed to {base}"
    if base not in _NO_CHOICE and _NAMED.search(before):
        yield f"refused to {base}"
        yield f"denied {ing(base)}"
        yield f"declined to {base}"
