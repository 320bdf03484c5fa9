"""Find somebody to whom a statement gives another age than the evidence does.

An age is read only where it stands next to the name: "Ann Cole, 34,", "34-year-old Ann Cole", "Ann
Cole (34)", "Ann Cole, aged 34". It fails only where the article gives that name other ages alone;
how old somebody was in another year is not worked out.
"""

import re
from functools import lru_cache
from typing import Final

from summarize.article import story
from summarize.check.claim import Claim
from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.names import find_names, same_name

_AFTER: Final = re.compile(
    r"\s?,? ?(?:who (?:is|was) |is |was |(?:now |then )?aged |an? |the )?\(?(?P<age>\d{1,3})"
    r"(?:-year-old| years old|(?=\s?[,.);]))"
)
_BEFORE: Final = re.compile(r"\b(?P<age>\d{1,3})-year-old (?:[a-z][\w-]* ){0,3}$")
_LONGEST: Final = 40
# Nobody named in the news is older.
OLDEST: Final = 120


def other_age(claim: Claim) -> str | None:
    """Return whose age is another in the evidence; None when nobody's is found to be."""
    if not any(map(str.isdigit, claim.statement)):
        return None
    stated = _ages(claim.statement)
    if not stated:
        return None
    told = [one for span in claim.evidence for one in _ages(span.of(claim.article.text))]
    for name, age in stated:
        theirs = [a for n, a in told if same_name(n, name)]
        if not theirs or age in theirs:
            continue
        if all(a != age for n, a in _ages(story(claim.article)) if same_name(n, name)):
            return f"{name!r} is {theirs[0]} in the cited sentences, not {age}: write {theirs[0]}"
    return None


@lru_cache(maxsize=TEXTS)
def _ages(text: str) -> tuple[tuple[str, int], ...]:
    """Return the names of a text that have an age beside them, each with it."""
    folded = fold(text).text
    if not any(map(str.isdigit, folded)):
        return ()
    found = []
    for name in find_names(folded):
        after = _AFTER.match(folded, name.span.end)
        before = _BEFORE.search(folded[max(0, name.span.start - _LONGEST) : name.span.start])
        for match in (after, before):
            if match is not None and int(match["age"]) <= OLDEST:
                found.append((name.name, int(match["age"])))
    return tuple(found)
