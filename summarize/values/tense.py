"""Say whether a date in a sentence lies behind or ahead, from the verbs around it.

The nearest cue before the date, in its own sentence, decides; where there is none, the first after
it. It is a rule of thumb for news prose, and says None rather than guess from nothing.
"""

import re
from typing import Final, Literal

Tense = Literal["past", "reported", "future"]
"""reported: a verb of saying stands nearest, so a bare weekday is behind, and no more is told."""

_FUTURE: Final = (
    r"(?i:will|shall|would|'ll|won't"
    r"|(?:is|are|be|was|were) (?:to|due|set|scheduled|expected|planned)"
    r"|plans?|planned|planning|expects?|expected|due (?:to be|on|in|by|before)|scheduled|slated"
    r"|set (?:to|for)|going to|intends?|hopes?|hoping|upcoming|deadline|ahead of|begins|opens"
    r"|starts|expires?|takes place|as (?:soon|early) as|could|should|must)"
    # What they govern says no more: "is to be held", "will have left".
    r"(?:\s(?:to|not|also|be|have|been))*(?:\s[a-z]+)?"
)
# These say neither; they end the reach of what stands before them.
_PRESENT: Final = r"(?i:is|are|am|says?|payable|effective|for redemption)"
_REPORTED: Final = r"(?i:said|told|announced|reported|added|declared|agreed|decided|approved|voted)"
_PAST: Final = (
    r"(?i:was|were|had|has|have|did|came|went|took|made|gave|got|won|lost|fell|rose|met|sent|shot"
    r"|led|wrote|found|saw|became|broke|brought|built|bought|began|held|hit|left|ran|paid|put|quit"
    r"|sold|spoke|struck|stood|taken|threw|flew|grew|drew|knew|since|ago)|[a-z]{2,}[^e\W]ed"
)
_CUE: Final = re.compile(
    rf"\b(?:(?P<future>{_FUTURE})|(?P<present>{_PRESENT})|(?P<reported>{_REPORTED})"
    rf"|(?P<past>{_PAST}))\b"
)
_TENSES: Final[dict[str | None, Tense]] = {
    "future": "future",
    "reported": "reported",
    "past": "past",
}
_SENTENCE_END: Final = re.compile(r"(?<!\b[A-Za-z])[.!?]['\")\]]*\s+(?=['\"(\[]*[A-Z])|\n\s*\n")

# Beyond this many characters a verb says little about the date; a long news sentence is 250.
_REACH: Final = 250


def tense(text: str, start: int, end: int) -> Tense | None:
    """Return the tense in which `text[start:end]` stands, or None when nothing tells."""
    before = text[max(0, start - _REACH) : start]
    begins = [m.end() for m in _SENTENCE_END.finditer(before)]
    cues = list(_CUE.finditer(before, begins[-1] if begins else 0))
    if cues:
        return _TENSES.get(cues[-1].lastgroup)
    after = text[end : end + _REACH]
    stop = _SENTENCE_END.search(after)
    first = _CUE.search(after, 0, stop.start() if stop else len(after))
    return None if first is None else _TENSES.get(first.lastgroup)
