"""Find a share of the evidence of which a statement makes the whole.

"More than half of her dinners" are not "her dinners", nor "one of the biggest fires" "the biggest
fire". It fails only where the statement has the same words after "the" or a possessive and nothing
in it tells a share: "shops closed" may be some of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.words import Token, tokens

_COUNT: Final = r"\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens"
_SHARE: Final = re.compile(
    rf"\b(?:half|most|many|some|several|few|part|parts|none|much|dozens|hundreds|scores|a few"
    r"|a (?:third|quarter|fifth|tenth|majority|minority|fraction|handful|portion)"
    r"|the (?:vast )?(?:majority|bulk)|(?:two|three|four|nine)[- ](?:thirds|quarters|fifths|tenths)"
    rf"|(?:{_COUNT})(?: ?%| per ?cent)?) of ",
    re.IGNORECASE,
)
# Any of these may tell the share in other words.
_TELLS: Final = frozenset(
    """half most mostly mainly many some several few part parts partly none no not any much majority
    minority bulk fraction handful portion third quarter fifth tenth thirds quarters fifths tenths
    percent % one two three four five six seven eight nine ten dozens hundreds thousands scores
    dozen among number each other others often largely share sample""".split()
)
_DEFINITE: Final = frozenset("the its his her their these those all".split())
# So many words of meaning after "of" tell the whole by; so many that follow are compared.
HEADS: Final = 2
AROUND: Final = 6
# The share of these that must come back for the statement to tell the same of it.
RESTATED: Final = 0.5


def lost_share(statement: str, evidence: str) -> str | None:
    """Return the share that the statement has lost; None when it has lost none."""
    said = tokens(statement)
    if any(t.low in _TELLS or t.low[0].isdigit() for t in said):
        return None
    known = {t.stem for t in said if t.is_content}
    for line in evidence.split("\n"):
        for phrase, heads, around in _shares(line):
            if not _is_whole(said, heads) or _is_whole(tokens(evidence), heads, bare=True):
                continue
            if len(around & known) >= RESTATED * len(around):
                return f"the cited sentences say this of {phrase!r} only: keep the share"
    return None


@lru_cache(maxsize=TEXTS)
def _shares(line: str) -> tuple[tuple[str, tuple[Token, ...], frozenset[str]], ...]:
    """Return each share of a sentence as written, of what, and the stems of what is told of it."""
    folded = fold(line).text
    words = tokens(folded)
    found = []
    for match in _SHARE.finditer(folded):
        after = [w for w in words if w.start >= match.end() and w.is_word]
        heads = tuple(_heads(after))
        rest = [w for w in after if w.is_content and w not in heads]
        told = rest or [w for w in words if w.start < match.start() and w.is_content]
        if heads and told:
            phrase = folded[match.start() : heads[-1].start + len(heads[-1].text)]
            found.append((phrase, heads, frozenset(w.stem for w in told[:AROUND])))
    return tuple(found)


def _heads(after: Sequence[Token]) -> Iterator[Token]:
    """Yield the first words of meaning, as long as nothing stands between them."""
    started = 0
    for word in after:
        if word.is_content:
            started += 1
            yield word
        elif started or word.low not in _DEFINITE:
            return
        if started == HEADS:
            return


def _is_whole(words: Sequence[Token], heads: Sequence[Token], *, bare: bool = False) -> bool:
    """Say whether these words stand in a text after "the" or a possessive; `bare`: and no "of"."""
    stems = [h.stem for h in heads]
    for at in range(len(words) - len(stems) + 1):
        if [w.stem for w in words[at : at + len(stems)]] != stems:
            continue
        # "Cole's dinners" begin with what makes them definite, "the shops" stand after it.
        first = at if words[at].text.endswith("'s") else at - 1
        definite = first >= 0 and (
            words[first].low in _DEFINITE or words[first].text.endswith("'s")
        )
        if definite and not (bare and first and words[first - 1].low == "of"):
            return True
    return False
