"""Drop a must-fact: take away the words that state it.

The statement goes; from one long sentence, what follows it in a clause of its own. The fact is gone
only when no statement that is left has half of its words. Facts that go together are dropped once.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Final

from evals.selftest.caught import verdicts
from evals.selftest.parts.english import reads_well
from evals.selftest.variant import Good, Variant, changed
from summarize.values.words import stems, tokens

# A clause that may go while the rest stays a sentence: to the next comma, or to the end.
_CLAUSE: Final = re.compile(
    r", (?:who|which|where|whose) [^,]+,(?= (?:was|were|is|are|has|have|had|will|[a-z]+ed)\b)"
    r"|,? (?:which|leading|causing|sparking|prompting|after|while|because|despite"
    r"|(?<!such )as) [^.]+?(?=\.?$)"
)
# With fewer of its words left than this, a statement does not state the fact.
_LEFT: Final = 0.5
# What is left must be a sentence still.
_SHORTEST: Final = 6


def fact_dropped(good: Good, chance: Random) -> Iterator[Variant]:
    """Take away what states a must-fact."""
    del chance
    matched = verdicts(good)
    if good.gold is None or matched is None:
        return
    done: set[tuple[str, ...]] = set()
    for fact in good.gold.facts:
        verdict = matched.facts[fact.id]
        if fact.weight != "must" or verdict.verdict != "stated" or verdict.where is None:
            continue
        index = good.said.index(verdict.where)
        wanted = stems(tokens(fact.states))
        what = f"dropped {fact.id}"
        variant: Variant | None
        if len(good.said) > 1:
            variant = Variant(tuple(s for i, s in enumerate(good.said) if i != index), (), what)
        else:
            text = _without(good.said[index].text, wanted)
            variant = changed(good, index, text, what) if text else None
        if variant is None or any(_share(s.text, wanted) >= _LEFT for s in variant.said):
            continue
        key = tuple(s.text for s in variant.said)
        if key not in done:
            done.add(key)
            yield replace(variant, facts=(fact.id,))


def _without(text: str, wanted: set[str]) -> str | None:
    """Return a sentence without the clauses, behind its first, that have these words."""
    for clause in sorted(_CLAUSE.finditer(text), key=lambda m: -_share(m[0], wanted)):
        if _share(clause[0], wanted) < 1 - _LEFT:
            continue
        left = text[: clause.start()] + text[clause.end() :]
        left = left.rstrip(" ,.") + "."
        if clause.start() and _share(left, wanted) < _LEFT and len(left.split()) >= _SHORTEST:
            return left if reads_well(left) else None
    return None


def _share(text: str, wanted: set[str]) -> float:
    return len(stems(tokens(text)) & wanted) / len(wanted)
