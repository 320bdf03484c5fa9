"""Find what each name of a text goes with, where other words stand between the two.

"Brought his note to Kim", "is its longtime ally", "Reed, the mayor, has yet to sign", "from Leeds
to York", "on the same list as the former mayor Reed", "her Leeds years": read by their small words
alone, since no part of speech is known here, so some of what this yields is no verb or noun that
governs anything: a check must see the same twice, in the statement and in its evidence.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.check.links import MARKS, SKIPPED, Link, Mention, Tie, is_verb
from summarize.values.gazetteer import ROLES, TITLES
from summarize.values.words import SMALL, Token

_PREPOSITIONS: Final[dict[str, Tie]] = {
    "to": "to",
    "with": "with",
    "for": "for",
    "against": "against",
    "over": "over",
    "as": "as",
    "into": "to",
}
_BE: Final = frozenset("was were is are remains remained became".split())
_OF_NOUN: Final = frozenset("a an the its his her their this that".split())
_PRONOUNS: Final = frozenset("it him her them this that".split())
# Only one can be so.
_SUPERLATIVE: Final = re.compile(r"(?:most|only|sole|first|last|least|[a-z]{3,}est)$")
_ARTICLES: Final = frozenset("the a an".split())
# So far back a preposition may have its verb: "bring the very old clock to".
VERB: Final = 5
# So much may describe a name before it, or stand between commas after it.
DESCRIBED: Final = 6
APPOSITION: Final = 12


def complements(one: Mention, words: Sequence[Token], inside: set[int]) -> Iterator[Link]:
    """Yield what a name, no possessive, goes with; `inside` are the places of all names."""
    first, last = one.first, one.last
    found = [*_governing(words, first, inside)]
    found += [*_nouns_it_is(words, last, inside), *_to_do(words, last)]
    found += [*_compound(words, first, last, inside), *_past_apposition(words, last, inside)]
    for tie, word in found:
        yield Link(tie, word.stem, word.text, one.name)


def _governing(words: Sequence[Token], first: int, inside: set[int]) -> Iterator[tuple[Tie, Token]]:
    """Yield the verb or noun whose preposition stands before a name and what describes it."""
    at = _past_description(words, first, inside)
    if at < 0 or words[at].low not in _PREPOSITIONS or at in inside:
        return
    tie = _PREPOSITIONS[words[at].low]
    before = at - 1
    if before in inside and not words[before].text.isupper():
        start = before
        while start - 1 in inside:
            start -= 1
        if start >= 2 and words[start - 1].low == "from" and words[start - 2].is_content:
            yield tie, words[start - 2]  # from Leeds to York
        return
    while before >= 0 and _is_passed(words[before]):
        before -= 1
    if before < 0 or words[before].text in MARKS or before in inside:
        return
    if words[before].is_content:
        yield tie, words[before]
    verb = _verb_of(words, before, inside)
    if verb is not None:
        yield tie, verb


def _is_passed(word: Token) -> bool:
    """Say whether a word stands between a noun and its "to": "flight BA 12 to", '"thanks" to'."""
    return word.low[0].isdigit() or word.text.isupper() or word.text == '"'


def _past_description(words: Sequence[Token], first: int, inside: set[int]) -> int:
    """Return the place before a name and before what describes it, where that ends in a role."""
    at = first - 1
    if at >= 0 and at not in inside and (words[at].low in ROLES or words[at].low in TITLES):
        for back in range(at, max(-1, at - DESCRIBED - 1), -1):
            if words[back].low in _PREPOSITIONS and words[back].low != "for":
                return back
            if words[back].text in MARKS:
                return -1
        return -1
    if at >= 0 and words[at].low in _ARTICLES:
        at -= 1
    return at


def _verb_of(words: Sequence[Token], at: int, inside: set[int]) -> Token | None:
    """Return the verb whose object ends here: what stands before a pronoun or an article."""
    for back in range(at, max(0, at - VERB), -1):
        word, prior = words[back], words[back - 1]
        if word.text in MARKS:
            return None
        if word.low in _PRONOUNS | _OF_NOUN:
            fits = prior.is_content and back - 1 not in inside and prior.low.isalpha()
            return prior if fits else None
        if not word.is_content:
            return None
    return None


def _nouns_it_is(
    words: Sequence[Token], last: int, inside: set[int]
) -> Iterator[tuple[Tie, Token]]:
    """Yield what a name is said to be: "is its longtime ally and benefactor"."""
    if last + 1 >= len(words) or words[last].low not in _BE:
        return
    at = last + 1
    while at + 1 < len(words) and words[at].low.endswith("ly"):
        at += 1
    if words[at].low not in _OF_NOUN and at not in inside:
        return
    owned = at in inside
    while at < len(words) and (at in inside or words[at].low in _OF_NOUN | {"s"}):
        owned = owned or words[at].low not in _ARTICLES
        at += 1
    owned = owned or (at < len(words) and _SUPERLATIVE.match(words[at].low) is not None)
    at += at < len(words) and words[at].low == "most"
    if not owned:
        return
    head = None
    for word in words[at : at + DESCRIBED]:
        if word.is_content and word.low.isalpha():
            head = word
            continue
        if head is not None:
            yield "is", head
        head = None
        if word.low != "and":
            return
    if head is not None:
        yield "is", head


def _to_do(words: Sequence[Token], last: int) -> Iterator[tuple[Tie, Token]]:
    """Yield what a name has yet to do, is there to do, plans to do."""
    at = last
    while at < len(words) and words[at].low in SKIPPED and words[at].low != "not":
        at += 1
    if at + 2 < len(words) and words[at].is_word and words[at + 1].low == "to":
        verb = words[at + 2]
        if verb.is_content and verb.low.isalpha():
            yield "does", verb


def _compound(
    words: Sequence[Token], first: int, last: int, inside: set[int]
) -> Iterator[tuple[Tie, Token]]:
    """Yield the noun that a name stands before as an adjective would: "her Leeds years"."""
    led = first > 0 and words[first - 1].low in _OF_NOUN | {"my", "our", "your"}
    if not led or last >= len(words) or last in inside:
        return
    noun = words[last]
    # "The Leeds council condemned" is what it did.
    if noun.is_content and noun.text.isalpha() and noun.text.islower() and noun.low[-2:] != "ed":
        yield "owns", noun


def _past_apposition(
    words: Sequence[Token], last: int, inside: set[int]
) -> Iterator[tuple[Tie, Token]]:
    """Yield the verb after what stands between commas behind a name."""
    if last + 1 >= len(words) or words[last].text != ",":
        return
    if words[last + 1].low not in _ARTICLES and not words[last + 1].low.isdigit():
        return
    for at in range(last + 1, min(last + APPOSITION, len(words) - 1)):
        if words[at].text == ",":
            break
        if words[at].text in MARKS:
            return
    else:
        return
    at += 1
    yield from _to_do(words, at)
    while at < len(words) and words[at].low in SKIPPED:
        at += 1
    if at < len(words) and at not in inside and words[at].low not in SMALL and is_verb(words[at]):
        yield "does", words[at]
