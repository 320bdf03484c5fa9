"""Check that a statement that stands alone says who it is about before it says "he".

It fails for a pronoun as the first word, for "he" and "she" where nobody and nothing is named
before, and for "the 34-year-old" where nobody is named at all. "It", "this" and "these" pass,
because they often mean what a reader can see.
"""

import re
from typing import Final

from summarize.check.claim import Claim, failed, passed
from summarize.summary import CheckResult
from summarize.values.gazetteer import ROLES, TITLES
from summarize.values.names import find_names

NAME: Final = "reference"

_NOBODY: Final = re.compile(r"(?:He|She|They|I|We|His|Her|Their|My|Our)\b(?!-)")
# "His home in ruins, John Smith left": a name after the first comma, and no second comma after it.
_NAMED_LATER: Final = re.compile(r"(?:His|Her|Their)\b[^,.]*, (?:the )?[A-Z][^,.]*(?:\.|$)")
_PRONOUN: Final = re.compile(r"\b(?:he|she)\b")
_SOMEBODY: Final = re.compile(
    r"\b(?:the|an?|one|who|some|each|every|this|that|no|another|when|if|as|man|woman)\b",
    re.IGNORECASE,
)
_AGED: Final = re.compile(
    r"The \d{1,3}-year-old(?=,| (?:\w+ed|\w+ly|is|was|has|had|will|would|who|said|told|also)\b)"
)
_QUOTED: Final = re.compile(r"\"[^\"]*\"|“[^”]*”")
_WORD: Final = re.compile(r"[\w-]+")


def reference(claim: Claim) -> CheckResult:
    """Fail when the words leave open who is meant; inside quotation marks they may."""
    statement = claim.statement.strip()
    if claim.is_quote or _NAMED_LATER.match(statement):
        return passed(NAME)
    nobody = _NOBODY.match(statement) or _unnamed(statement)
    if nobody is None:
        return passed(NAME)
    return failed(NAME, f"{nobody.group()!r} does not say who: write the name")


def _unnamed(statement: str) -> re.Match[str] | None:
    """Return the later word that leaves open who is meant."""
    aged = _AGED.match(statement)
    if aged and all(name.kind != "person" for name in find_names(statement)):
        return aged
    statement = _QUOTED.sub("...", statement)
    pronoun = _PRONOUN.search(statement)
    # Where a statement begins with a small letter, so may its names, which then are not seen.
    if pronoun is None or statement[0].islower():
        return None
    if _SOMEBODY.search(statement, 0, pronoun.start()):
        return None
    before = {word.casefold() for word in _WORD.findall(statement[: pronoun.start()])}
    named = any(name.span.start < pronoun.start() for name in find_names(statement))
    return None if named or before & (ROLES | TITLES) else pronoun
