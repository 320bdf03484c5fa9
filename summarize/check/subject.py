"""Check that a statement is about what its evidence is about.

It compares words by crude stems, names included. A paraphrase keeps some of them; advertising, an
answer to some other question or what a hidden order asked for keeps next to none, and may yet hold
no number, name or link that another check would stop.
"""

from calendar import month_name
from functools import lru_cache
from typing import Final

from summarize.article import Article, story
from summarize.check.claim import Claim, failed, passed
from summarize.check.unheard import unheard
from summarize.summary import CheckResult
from summarize.values.memory import ARTICLES
from summarize.values.names import find_names
from summarize.values.words import every_stem, stem, stems, tokens

NAME: Final = "subject"

# Of 959 sentences that people wrote in summaries of news, 0.6% share less with the one sentence of
# the article that is nearest to them; of sentences from other articles' summaries, 97% do.
BARELY: Final = 0.25
# Fewer than this share, and the article as a whole has hardly more: 0.5% of 1,070 such sentences,
# and 93% of what is general knowledge or told by another article.
THIN: Final = 0.34
SCARCE: Final = 0.4
# In fewer words of meaning a paraphrase may keep one of them.
ENOUGH: Final = 6
# What general knowledge adds has a name or a word or two in common with the article, and these
# scattered: names aside, no cited sentence has more than this share, and so many words are nowhere
# in the article. Of 1,521 sentences that people found supported 2 are so and not by the above.
SCATTERED: Final = 0.4
APART: Final = 0.3
UNKNOWN: Final = 4
SEVERAL: Final = 5
# A statement with as many words that are not names, of which the article has none.
FEW: Final = 3
# Dates are written out where the evidence says "yesterday"; the check of dates compares them.
_MONTHS: Final = frozenset(stem(month.casefold()) for month in month_name[1:])


def subject(claim: Claim) -> CheckResult:
    """Fail when fewer than a quarter of the statement's words are in its evidence, or than a third
    and the article has hardly more; or somewhat more of them, but scattered; or a clause of it is
    invented."""
    words = {
        token.stem
        for token in tokens(claim.statement)
        if token.is_content and not token.text[0].isdigit() and token.stem not in _MONTHS
    }
    known = stems(tokens(claim.evidence_text()))
    share = len(words & known) / len(words) if words else 1.0
    thin = len(words) >= ENOUGH and share < THIN
    if (
        share < BARELY
        or (thin and _in_article(words, claim.article) <= SCARCE)
        or (share <= SCATTERED and _is_scattered(words, claim))
    ):
        return failed(NAME, "the cited sentences say nothing like this: state only what they say")
    if not claim.is_quote and (clause := unheard(claim)):
        return failed(NAME, f"the article says nothing like {clause!r}: leave it out")
    return passed(NAME)


def _is_scattered(words: set[str], claim: Claim) -> bool:
    """Say whether the words that are no names are mostly new, and the others far between."""
    theirs = {name.name for name in find_names(story(claim.article))}
    names = (n.name for n in find_names(claim.statement) if n.name in theirs)
    named = {stem(t.low) for name in names for t in tokens(name)}
    plain = words - named
    new = len(plain - _known(claim.article.text))
    if len(plain) >= FEW and new == len(plain):
        return True
    if len(plain) < SEVERAL or new < UNKNOWN:
        return False
    lines = claim.evidence_text().split("\n")
    return all(len(plain & stems(tokens(line))) <= APART * len(plain) for line in lines)


def _in_article(words: set[str], article: Article) -> float:
    """Return the share of the words that the article has anywhere."""
    return len(words & _known(article.text)) / len(words)


@lru_cache(maxsize=ARTICLES)
def _known(text: str) -> frozenset[str]:
    return every_stem(text)
