"""Find two names that stand on either side of the same words, the other way round.

"Leeds 2-1 York" is not "York 2-1 Leeds", nor "Reed told Cole" "Cole told Reed". The words between
two names that follow each other are compared as they are, in order; what is worded anew is left to
the other checks, and where the words say as much with the names exchanged nothing is said.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from summarize.check.claim import Claim
from summarize.check.links import MARKS, counts, place_of
from summarize.check.tied import MUTUAL
from summarize.values.fold import fold
from summarize.values.gazetteer import ROLES, TITLES
from summarize.values.memory import TEXTS
from summarize.values.names import find_names, same_name
from summarize.values.words import stem, tokens

# With one of these, or where names stand side by side, both orders say the same.
_BOTH: Final = frozenset("and or nor with between versus vs v alongside both".split())
_ALIKE: Final = MUTUAL | frozenset(
    stem(word)
    for word in """ally partner neighbour neighbor friend rival opponent enemy colleague teammate
    cousin twin sibling spouse border exchanged""".split()
)
_PASSED: Final = TITLES | ROLES | frozenset("the a an s".split())
# No more words between.
LONGEST: Final = 6

Path = tuple[str, tuple[str, ...], str]
"""A name, the stems of the words between, and the next name."""


def turned_path(claim: Claim) -> str | None:
    """Return which two names are the other way round in the evidence; None when none are."""
    stated = _paths(claim.statement)
    if not stated:
        return None
    told = [path for span in claim.evidence for path in _paths(span.of(claim.article.text))]
    for one, between, two in stated:
        same = [(a, b) for a, key, b in told if key == between]
        turned = any(same_name(a, two) and same_name(b, one) for a, b in same)
        if turned and not any(same_name(a, one) or same_name(b, two) for a, b in same):
            return (
                f"{one!r} and {two!r} are exchanged: in the cited sentences {two!r} stands before "
                "the words between them"
            )
    return None


@lru_cache(maxsize=TEXTS)
def _paths(text: str) -> tuple[Path, ...]:
    return tuple(_found(fold(text).text))


def _found(text: str) -> Iterator[Path]:
    words = tokens(text)
    named = [n for n in find_names(text) if counts(n)]
    for one, two in pairwise(named):
        start, end = place_of(words, one.span)[1], place_of(words, two.span)[0]
        between = words[start:end]
        if not 0 < len(between) <= LONGEST + 2 or any(
            w.text in MARKS or w.low in _BOTH or w.stem in _ALIKE for w in between
        ):
            continue
        key = tuple(w.stem for w in between if w.is_word and w.low not in _PASSED)
        owned = ("'s",) if words[start - 1].text.endswith("'s") else ()
        if 0 < len(key) <= LONGEST:
            yield one.name, owned + key, two.name
