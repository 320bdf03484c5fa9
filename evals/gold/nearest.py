"""Show an editor which words of the article a quotation that is not there was probably meant for.

For help only: what is near is never accepted.
"""

from collections import Counter
from difflib import SequenceMatcher
from typing import Final

from evals.gold.model import GoldFact
from summarize.article import Article
from summarize.values.fold import fold

# Fewer words in common than this share of the quotation's, and the passage is another one.
ALIKE: Final = 0.4
# As much as fits on a line of a terminal.
LONGEST: Final = 160


def nearest(fact: GoldFact, article: Article) -> str:
    """Say where the article comes nearest to the quotation, and at which word they part."""
    wanted = fold(fact.quote).text.split()
    have = fold(article.text).text.split()
    start, shared = _best_window([_bare(w) for w in wanted], [_bare(w) for w in have])
    if shared < ALIKE * len(wanted):
        return "nothing in the article is like it; copy it from there"
    window = have[start : start + len(wanted)]
    matcher = SequenceMatcher(None, [_bare(w) for w in wanted], [_bare(w) for w in window], False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    first, last = blocks[0], blocks[-1]
    # The window is as long as the quotation: where words were left out, it begins or ends askew.
    passage = " ".join(have[start + first.b : start + last.b + last.size])
    return f'copy it from there; nearest is "{on_a_line(passage)}"'


def on_a_line(passage: str) -> str:
    """Return a passage without line breaks, cut where it is too long for a message."""
    passage = " ".join(passage.split())
    return passage if len(passage) <= LONGEST else passage[:LONGEST].rsplit(" ", 1)[0] + "..."


def _bare(word: str) -> str:
    return "".join(c for c in word.casefold() if c.isalnum()) or word


def _best_window(wanted: list[str], have: list[str]) -> tuple[int, int]:
    """Return where a window of the quotation's length shares most words with it, and how many."""
    size = len(wanted)
    need = Counter(wanted)
    inside: Counter[str] = Counter()
    shared = best = best_at = 0
    for index, word in enumerate(have):
        inside[word] += 1
        shared += inside[word] <= need[word]
        if index >= size:
            gone = have[index - size]
            shared -= inside[gone] <= need[gone]
            inside[gone] -= 1
        if shared > best:
            best, best_at = shared, max(0, index - size + 1)
    return best_at, best
