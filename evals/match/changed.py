"""Tell what something changed by from what it changed to: "fell 40%" is not "fell to 40%"."""

import re
from functools import lru_cache
from typing import Final, Literal

from summarize.values.memory import TEXTS

Change = Literal["by", "to"]

_CHANGES: Final = (
    r"\b(?:rose|risen|ris(?:e|es|ing)|fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|grew|grow(?:n|s|ing)?"
    r"|(?:in|de)creas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|cut(?:s|ting)?|reduc(?:e|es|ed|ing)"
    r"|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|slump(?:s|ed|ing)?|plung(?:e|es|ed|ing)|soar(?:s|ed|ing)?"
    r"|surg(?:e|es|ed|ing)|shr[aiu]nk|sank|slip(?:s|ped|ping)?|lower(?:s|ed|ing)?|rais(?:e|es|ed|ing)"
    r"|lift(?:s|ed|ing)?|down|up)\b"
)
_ROUGHLY: Final = (
    r"(?:(?:about|around|some|nearly|almost|roughly|over|under|just|only|as much as|more than"
    r"|less than|at least|a|an|the|another|by) )*"
)
_BEFORE: Final = re.compile(rf"{_CHANGES}(?P<rest>[^,;.]{{0,50}}?) {_ROUGHLY}$", re.IGNORECASE)
_TO: Final = re.compile(rf"\bto {_ROUGHLY}$", re.IGNORECASE)
# So far back the verb is looked for, in characters.
_REACH: Final = 90


@lru_cache(maxsize=TEXTS)
def change_of(text: str, start: int) -> Change | None:
    """Return whether the value at this offset is what something changed by, or to.

    None where no verb of change leads to it.
    """
    before = text[max(0, start - _REACH) : start]
    match = _BEFORE.search(before)
    if match is None:
        return None
    if _TO.search(before):
        return "to"
    return "by" if not match["rest"].strip() or re.search(r"\bby $", before) else None
