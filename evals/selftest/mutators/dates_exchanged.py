"""Plant two dates exchanged."""

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Final

from evals.selftest.parts.dates import alike, dates, differ
from evals.selftest.variant import Good, Variant, changed, cut, exchanged, several, shuffled

# Of a span from one to the other, an exchange makes nonsense and no error that reads well.
_SPAN: Final = re.compile(r" ?(?:to|and|or|until|through|[-–]) ?")


def dates_exchanged(good: Good, chance: Random) -> Iterator[Variant]:
    """Exchange two dates, of one statement or of two."""
    pairs = list(combinations(dates(good), 2))
    for (i, one), (j, two) in shuffled(pairs, chance):
        if not (differ(one, two) and alike(one, two)):
            continue
        a, b = one.span.of(good.said[i].text), two.span.of(good.said[j].text)
        what = f"{a!r} and {b!r} exchanged"
        if i != j and (b in good.said[i].text or a in good.said[j].text):
            continue
        if i != j:
            texts = {
                i: cut(good.said[i].text, one.span, b),
                j: cut(good.said[j].text, two.span, a),
            }
            yield several(good, texts, what)
        elif not _SPAN.fullmatch(good.said[i].text[one.span.end : two.span.start]):
            yield changed(good, i, exchanged(good.said[i].text, one.span, two.span), what)
