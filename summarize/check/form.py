"""Check that a statement is one whole sentence, not a fragment of an answer."""

import re
from typing import Final

from summarize.check.claim import Claim, failed, passed
from summarize.summary import CheckResult
from summarize.values.fold import fold
from summarize.values.words import stems, tokens

NAME: Final = "form"

# A model that runs out of tokens or echoes its instructions leaves these behind.
_CUT_OFF: Final = re.compile(
    r"(?:\.\.\.|…|[,;:(\[–—-]|\b(?:and|or|but|the|a|an|of|to|in|with|for|by|that|which))$"
)
# The end of a sentence that stood before it, or a dash that joined it to one.
_BEGUN: Final = re.compile(r"[.,;:!?)\]–—-](?!\d)")
# Not the inches of 5'11".
_MARK: Final = re.compile(r"(?<!\d)\"|\"(?=\w)")
# Words that open a clause the main one follows, after a comma.
_OPENS: Final = re.compile(
    r"(?:After|Although|As|At|Based|Because|Before|Despite|During|Following|For|From|If|In|Once|On"
    r"|Since|Though|Unless|Until|When|Whereas|While|With|Without)\b[^,.;:]+,"
)
# "A storm seen" for "he saw".
OWN: Final = 1
# Fewer words after the comma are no clause: "for example".
MAIN: Final = 4
_SAID: Final = re.compile(r"\b(?:said|says|told|wrote|tweeted|added|asked)\b")
_WORDS_FOLLOW: Final = re.compile(r":|,? ?\"")
# "which", and more than the space before it.
_LONGEST_CUT: Final = 8
_ECHO: Final = re.compile(
    r"^\s*[{\[]|\"(?:statement|evidence|key_points|iso)\"\s*:"
    r"|\b(?:as an ai|the article (?:says|states) that the article|key point \d|sentence numbers?"
    r"|json)\b|\[\d+\]",
    re.IGNORECASE,
)


def form(claim: Claim) -> CheckResult:
    """Check that the statement is a sentence of its own. A quotation may be any words."""
    statement = claim.statement.strip()
    if not any(character.isalpha() for character in statement):
        return failed(NAME, "the statement is empty: write one whole sentence")
    if claim.is_quote:
        return passed(NAME)
    if _ECHO.search(statement):
        return failed(
            NAME,
            "the statement repeats the instructions or the answer's form: write only the sentence",
        )
    if _CUT_OFF.search(statement.rstrip(" \"'”’")[-_LONGEST_CUT:]):
        return failed(NAME, "the statement is cut off: write a shorter sentence that is whole")
    if _BEGUN.match(statement):
        return failed(NAME, "the statement begins in the middle: write one whole sentence")
    if len(_MARK.findall(fold(statement).text)) % 2:
        return failed(NAME, "a quotation is left open: quote whole words, or none")
    if "," not in statement and _is_opening(statement, claim):
        return failed(NAME, "the statement is only the opening of a sentence: say what it leads to")
    if _stops_before_the_words(statement, claim):
        return failed(NAME, "it says that somebody spoke, and not what was said: say what")
    if len(statement.split()) < 3:
        return failed(NAME, "the statement is not a sentence: say who did what")
    return passed(NAME)


def _is_opening(statement: str, claim: Claim) -> bool:
    """Say whether a statement has hardly a word that is not in the opening of a cited sentence."""
    if not _OPENS.match(f"{statement.rstrip('.')},"):
        return False
    said = stems(tokens(statement))
    for line in claim.evidence_text().split("\n"):
        opening = _OPENS.match(line)
        leads = opening and len(line[opening.end() :].split()) >= MAIN
        if opening and leads and len(said - stems(tokens(opening.group()))) <= OWN:
            return True
    return False


def _stops_before_the_words(statement: str, claim: Claim) -> bool:
    """Say whether a statement is what stands before somebody's words: "Cole said in May"."""
    lead = fold(statement.rstrip(".")).text
    if not _SAID.search(lead):
        return False
    _, found, rest = fold(claim.evidence_text()).text.partition(lead)
    return bool(found) and _WORDS_FOLLOW.match(rest) is not None
