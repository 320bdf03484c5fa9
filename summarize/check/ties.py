"""Find all that the names of a text go with: next to them, and past other words.

Descriptions that stand for one of the article's names are read as that name; pronouns are not.
"""

from functools import lru_cache

from summarize.article import Article
from summarize.check.complements import complements
from summarize.check.links import Link, counts, mentions, next_to, places
from summarize.check.standing_for import standing_for
from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.names import Name, find_names
from summarize.values.words import tokens


def ties(text: str, article: Article) -> tuple[Link, ...]:
    """Return all that the names of a text go with, and the descriptions that stand for names."""
    return _ties(text, standing_for(text, article))


@lru_cache(maxsize=TEXTS)
def _ties(text: str, standing: tuple[Name, ...]) -> tuple[Link, ...]:
    folded = fold(text).text
    taken = [n.span for n in standing]
    named = [
        n
        for n in find_names(folded)
        if counts(n) and not any(t.start <= n.span.start < t.end for t in taken)
    ]
    words = tokens(folded)
    all_named = mentions(folded, sorted([*named, *standing], key=lambda n: n.span.start))
    inside = places(all_named)
    found: list[Link] = []
    for one in all_named:
        # "Into Cole's house" goes with the house.
        near = next_to(one, words, inside)
        found += (link for link in near if link.tie == "owns" or not one.is_owner)
        found += () if one.is_owner else complements(one, words, inside)
    return tuple(dict.fromkeys(found))
