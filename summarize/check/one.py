"""Say whether two names can be the same one's in an article.

More than `same_name` allows: a country and its capital, two spellings of one name, a name and what
stands in brackets behind it, two short forms of one full name. So it errs towards one.
"""

from functools import lru_cache
from itertools import pairwise
from typing import Final

from summarize.article import story
from summarize.check.claim import Claim
from summarize.values.gazetteer import CAPITALS, DEMONYMS
from summarize.values.memory import ARTICLES
from summarize.values.names import Name, find_names, same_name

# Names whose first letters are the same are not held to be two.
ALIKE: Final = 5


def is_one(one: Name, two: Name, claim: Claim) -> bool:
    """Say whether two names can be the same one's, in this article."""
    a, b = one.name, two.name
    if same_name(a, b) or _country(a) == _country(b):
        return True
    # "Disneyland" and "Disney World", or one name spelt two ways, may be meant alike.
    if len(a) > ALIKE and a[:ALIKE].casefold() == b[:ALIKE].casefold():
        return True
    if frozenset((a, b)) in _bracketed(story(claim.article)):
        return True
    fuller = (n.name for n in find_names(story(claim.article)) if " " in n.name)
    return any(same_name(a, f) and same_name(b, f) for f in fuller)


@lru_cache(maxsize=ARTICLES)
def _bracketed(text: str) -> frozenset[frozenset[str]]:
    """Return the pairs of names of which one stands in brackets after the other."""
    return frozenset(
        frozenset((one.name, two.name))
        for one, two in pairwise(find_names(text))
        if text[one.span.end : two.span.start] in (" (", " [")
    )


def _country(name: str) -> str:
    low = name.casefold()
    return (CAPITALS.get(low) or DEMONYMS.get(low) or low).casefold()
