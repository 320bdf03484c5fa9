"""Plant a "not" taken away."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.negation import inside
from evals.selftest.variant import Good, Variant, changed, prose
from summarize.article import Span
from summarize.values.quotes import find_quotations

_REMOVED: Final = (
    (
        r"\b(was|were|is|are|has|have|had|will|would|can"
        r"|could|may|might|should|must|did|does|do) not\b",
        r"\1",
    ),
    (r"\bcan['’]t\b", "can"),
    (r"\bwon['’]t\b", "will"),
    (r"\b(\w+)n['’]t\b", r"\1"),
    (r"\bcannot\b", "can"),
    (r"\b(has|have|had) never\b", r"\1"),
    (r"\bnever (?:before )?", ""),
    (r"\bno longer\b", "still"),
    (r"\bneither (\w+) nor\b", r"both \1 and"),
    (r"\bnot\b ", ""),
    (r"\bwithout\b", "with"),
    (r"\b[Nn]o (?=[a-z]+\b)", "some "),
    (r"\bunsure\b", "sure"),
    (r"\bunknown\b", "known"),
    (r"\bunable to\b", "able to"),
    (r"\b(?:failed|refused|declined) to\b", "managed to"),
)

_REMOVALS: Final = tuple((re.compile(pattern), new) for pattern, new in _REMOVED)


def negation_removed(good: Good, chance: Random) -> Iterator[Variant]:
    """Say that it is so where it is not."""
    del chance
    for index, said in prose(good):
        quoted = [q.span for q in find_quotations(said.text)]
        for pattern, new in _REMOVALS:
            match = pattern.search(said.text)
            if match is None or inside(Span(*match.span()), quoted):
                continue
            if re.match(r"not (?:only|just|yet clear)", said.text[match.start() :]):
                continue
            text = pattern.sub(new, said.text, count=1)
            yield changed(good, index, text, f"{match[0]!r} became {match.expand(new)!r}")
            break
