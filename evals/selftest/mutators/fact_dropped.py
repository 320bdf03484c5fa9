"""Drop a must-fact: take away the words that state it.

The statement goes; from one long sentence, the clause that has most of the fact's words. The fact
is gone only when no statement that is left has half of its words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Final

from evals.selftest.caught import verdicts
from evals.selftest.variant import Good, Variant, changed
from summarize.values.words import stems, tokens

_CLAUSE: Final = re.compile(r"(?<=[,;])\s+|\s+(?=(?:who|which|as|after|when|while|and|leading)\b)")
# With fewer of its words left than this, a statement does not state the fact.
_LEFT: Final = 0.5
# A clause that is left must be a sentence still.
_SHORTEST: Final = 5


def fact_dropped(good: Good, chance: Random) -> Iterator[Variant]:
    """Take away what states a must-fact."""
    del chance
    matched = verdicts(good)
    if good.gold is None or matched is None:
        return
    for fact in good.gold.facts:
        verdict = matched.facts[fact.id]
        if fact.weight != "must" or verdict.verdict != "stated" or verdict.where is None:
            continue
        index = good.said.index(verdict.where)
        wanted = stems(tokens(fact.states))
        what = f"dropped {fact.id}"
        variant: Variant | None
        if len(good.said) > 1:
            rest = tuple(s for i, s in enumerate(good.said) if i != index)
            variant = Variant(rest, (), what)
        else:
            text = _without(good.said[index].text, wanted)
            variant = changed(good, index, text, what) if text else None
        if variant and all(_share(s.text, wanted) < _LEFT for s in variant.said):
            yield replace(variant, facts=(fact.id,))


def _without(text: str, wanted: set[str]) -> str | None:
    """Return a sentence without the clauses that have most of these words."""
    clauses = _CLAUSE.split(text)
    kept = [c for c in clauses if len(stems(tokens(c)) & wanted) < 2]
    left = " ".join(kept).strip(" ,;")
    if len(kept) == len(clauses) or len(left.split()) < _SHORTEST:
        return None
    return left[0].upper() + left[1:].rstrip(".") + "."


def _share(text: str, wanted: set[str]) -> float:
    return len(stems(tokens(text)) & wanted) / len(wanted)
