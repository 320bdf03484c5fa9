"""Plant a "not" that the article does not have."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.negation import inside
from evals.selftest.variant import Good, Variant, changed, cut, prose
from summarize.article import Span
from summarize.values.quotes import find_quotations

_AUXILIARY: Final = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|can|could|may|might|should|must)\b"
    r"(?! not\b| never\b| no\b|n['’]t)"
)

# Finite verbs that news is told with, and what they become after "did not" and "does not".
_VERBS: Final = dict(
    pair.split(":")
    for pair in """sent:send won:win lost:lose said:say told:tell took:take made:make gave:give
    held:hold met:meet began:begin found:find led:lead left:leave came:come became:become
    signalled:signal expressed:express carried:carry announced:announce arrested:arrest
    backed:back voted:vote described:describe offered:offer wished:wish
    elected:elect attacked:attack killed:kill injured:injure attended:attend asked:ask
    invited:invite supported:support denied:deny evacuated:evacuate fired:fire
    appeared:appear visited:visit launched:launch planned:plan called:call reported:report
    congratulated:congratulate responded:respond travelled:travel started:start
    caused:cause changed:change""".split()
)  # fmt: skip

_PLAIN: Final = re.compile(rf"(?<!\bbeen )(?<!\bbeing )\b(?P<verb>{'|'.join(_VERBS)})\b(?! by\b)")

# Before one of these the verb is no finite verb of its own.
_GOVERNED: Final = re.compile(
    r"(?:\b(?:was|were|is|are|has|have|had|be|been|being|not|to|and|the|an?|its|his|her|their|by|of"
    r"|who|which|that|newly|re)\b[\s-]*|-)$",
    re.IGNORECASE,
)


def negation_added(good: Good, chance: Random) -> Iterator[Variant]:
    """Say that it is not so."""
    del chance
    for index, said in prose(good):
        quoted = [q.span for q in find_quotations(said.text)]
        for match in _AUXILIARY.finditer(said.text):
            place = Span(*match.span())
            if not inside(place, quoted) and "not only" not in said.text:
                text = cut(said.text, place, f"{match[0]} not")
                yield changed(good, index, text, f"{match[0]!r} became '{match[0]} not'")
                break
        else:
            yield from _denied(good, index, said.text, quoted)


def _denied(good: Good, index: int, text: str, quoted: list[Span]) -> Iterator[Variant]:
    for match in _PLAIN.finditer(text):
        place = Span(*match.span())
        if not inside(place, quoted) and not _GOVERNED.search(text[: place.start]):
            new = f"did not {_VERBS[match['verb']]}"
            yield changed(good, index, cut(text, place, new), f"{match[0]!r} became {new!r}")
            return
