"""Plant one word of a quotation altered."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.variant import Good, Variant, changed, cut
from summarize.article import Span
from summarize.values.fold import find_verbatim
from summarize.values.quotes import find_quotations

_WORD: Final = re.compile(r"[A-Za-z][a-z]+")

# Words that read well almost anywhere; the shape of the old one decides which.
_INSTEAD: Final = {
    "ly": ("quietly", "openly"),
    "ing": ("ending", "leaving"),
    "ed": ("ended", "opened"),
    "s": ("terms", "rules"),
    "": ("matter", "common", "public", "other"),
}


def quote_altered(good: Good, chance: Random) -> Iterator[Variant]:
    """Change, or leave out, one word of a quotation."""
    for index, said in enumerate(good.said):
        spans = [q.span for q in find_quotations(said.text)]
        if said.field == "quotes":
            spans = [Span(0, len(said.text))]
        for span in spans:
            words = list(_WORD.finditer(said.text, span.start, span.end))
            words = [w for w in words if len(w[0]) > 3] or words
            if not words:
                continue
            word = chance.choice(words)
            new = _instead(word[0], chance)
            place = Span(*word.span())
            text = cut(said.text, place, new)
            inside = text[span.start : span.end + len(new) - len(word[0])]
            if find_verbatim(inside, good.article.text) is None:
                what = f"quoted {word[0]!r} became {new!r}"
                yield changed(good, index, text, what)


def _instead(word: str, chance: Random) -> str:
    ending = next(e for e in _INSTEAD if not e or (word.endswith(e) and len(word) > len(e) + 2))
    new = chance.choice([w for w in _INSTEAD[ending] if w != word.casefold()])
    return new.capitalize() if word[0].isupper() else new
