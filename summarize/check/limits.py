"""Find an "only", "every" or "largest" that a statement adds to its evidence.

Each rules out everything else, so each is a fact of its own, and writers slip them in. Losing one
is harmless, and evidence that has any word of the kind may word it otherwise. "First" is a number.
"""

import re
from typing import Final

from summarize.values.words import tokens

_OWNED: Final = r"(?:the|its|his|her|their|['’]s)"
_ONLY: Final = re.compile(rf"\b{_OWNED} (?:only|sole|lone)\b", re.IGNORECASE)
_EVERY: Final = re.compile(
    r"\bevery (?!time\b|now\b|bit\b|effort\b|chance\b|reason\b)\w+"
    rf"|\ball (?:of )?(?:{_OWNED} )?(?!competitions\b|odds\b|costs\b|sides\b|accounts\b)[a-z]+s\b",
    re.IGNORECASE,
)
_LARGEST: Final = re.compile(rf"{_OWNED} (?:\w+[- ]){{0,2}}?(?P<word>[a-z]{{2,}}est)\b")
_MOST: Final = re.compile(
    rf"{_OWNED} most (?!of\b|recent|part\b|people\b|likely\b)(?P<word>[a-z]{{3,}})\b"
)
_NOT_LARGEST: Final = frozenset(
    """latest best west east midwest northwest northeast southwest southeast rest test guest request
    arrest protest interest honest harvest conquest contest forest inquest quest nest chest earnest
    modest priest digest manifest bequest tempest unrest crest vest pest rainforest
    dishonest""".split()
)
# What in the evidence lets a statement say so.
_SAYS_ONLY: Final = re.compile(
    r"\b(?:only|sole|solely|lone|alone|just|one|single|unique|exclusive\w*|merely|apart from"
    r"|except|no other|nobody else|limited|last|first|never|none|without)\b",
    re.IGNORECASE,
)
_SAYS_EVERY: Final = re.compile(
    r"\b(?:every\w*|each|all|any\w*|always|whole|entire\w*|complete\w*|total\w*|full\w*|both|per"
    r"|\w+ly|constant|never|no|nobody|none|nothing|across|throughout|universal|regular|routine"
    r"|usual|most|and|an? (?:day|week|month|year)|absolute|100)\b",
    re.IGNORECASE,
)
_SAYS_LARGEST: Final = re.compile(
    r"\b(?:\w{2,}est|most|least|record\w*|first|top|leading|number one|no\.? ?1|maximum|minimum"
    r"|never|more \w+ than|\w+er than|main|chief|major|peak|unprecedented|worse|better|any other"
    r"|only|last|senior|prime|ultimate|sole|unique|primary|all[- ]time)\b",
    re.IGNORECASE,
)


_LIMITS: Final = (
    (_ONLY, _SAYS_ONLY),
    (_EVERY, _SAYS_EVERY),
    (_LARGEST, _SAYS_LARGEST),
    (_MOST, _SAYS_LARGEST),
)


def added_limit(statement: str, evidence: str) -> str | None:
    """Return why a word of the statement rules out more than the evidence; None when none does."""
    known = {t.low for t in tokens(evidence)}
    for stated, says in _LIMITS:
        match = stated.search(statement)
        if match is None or says.search(evidence):
            continue
        word = match.groupdict().get("word") or match.group()
        if stated is _MOST or (word not in _NOT_LARGEST and word not in known):
            word = match.group() if stated is _MOST else word
            return f"{word!r} is not in the cited sentences: leave it out"
    return None
