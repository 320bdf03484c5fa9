"""Lose a hedge, or make it stronger.

A hedge is lost when its word goes and the rest stays, as fact; it is strengthened when a surer word
takes its place. Only wordings are used that keep the sentence whole. Where the article has the
surer words for itself, nothing is planted.
"""

import re
from collections.abc import Iterator, Sequence

from evals.selftest.variant import Good, Variant, changed, prose
from summarize.article import Span
from summarize.values.quotes import find_quotations


def compiled(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Compile pairs of a pattern and what to put for it."""
    return tuple((re.compile(pattern), new) for pattern, new in pairs)


def replaced(good: Good, pairs: Sequence[tuple[re.Pattern[str], str]]) -> Iterator[Variant]:
    """Yield each statement with the first place of each pattern replaced, quotations left alone."""
    for index, said in prose(good):
        quoted = [q.span for q in find_quotations(said.text)]
        for pattern, new in pairs:
            match = pattern.search(said.text)
            if match is None or any(q.contains(Span(*match.span())) for q in quoted):
                continue
            put = (match.expand(new) if "\\" in new else new).replace("None", "")
            text = said.text[: match.start()] + put + said.text[match.end() :]
            text = text[:1].upper() + text[1:]
            yield changed(good, index, text, f"{match[0].strip()!r} became {put.strip()!r}")
