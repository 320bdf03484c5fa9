"""Find a word that makes a statement surer, or greater, than its evidence.

"Proves", "certainly", "unprecedented", "exactly": each claims something of its own, and writers put
it for a weaker word. It passes where the evidence has any word that may mean as much.
"""

import re
from typing import Final

# What a statement says, and what of the evidence lets it.
_CLAIMS: Final = tuple(
    (re.compile(rf"\b(?:{stated})\b", re.IGNORECASE), re.compile(rf"\b(?:{says})", re.IGNORECASE))
    for stated, says in (
        (
            r"prov(?:es|ed|en|ing) (?!to be\b|a |an |too |difficult|fatal|popular|hard|useful)"
            r"|prov(?:es|ed|en|ing) (?:an? )?(?:\w+ )?(?:willing|will|that|improve)\w*",
            r"prov(?!i)|proof|confirm|demonstrat|establish|conclusive|evidence|shows|showed|shown"
            r"|vindicat|testament",
        ),
        (
            r"(?<!a )(?<!not )certain(?:ly)?(?! (?:people|types|kinds|things|areas|conditions))"
            r"|definitely|undoubtedly|inevitably?|convinced",
            r"certain|definite|doubt|inevitab|guarant|sure|convinc|confiden|clear|believ|bound|must"
            r"|no question|persuad",
        ),
        (
            r"unprecedented|never before",
            r"unprecedented|never|record|histor|ever|before|unheard|first time",
        ),
        (
            r"(?:first|only|most|\w+est)\b[^.;]{0,80}? ever(?! since| more| closer| after)",
            r"ever\b|never|histor|record|all[- ]time|unprecedented|inaugural|any (?:other|previous)"
            r"|before",
        ),
        (r"exactly|precisely", r"exact|precise|just|right|spot|same|equal"),
        (r"in fact|indeed", r"in fact|indeed|actual|real|tru|even"),
        (
            r"(?:he|she|it|they|who) (?:knows|knew)|knew (?:it|that|they|he|she)",
            r"know|knew|aware|told|admit|learn|realis|realiz|understand|familiar|acknowledg|find|found",
        ),
        (
            r"(?:has|have|had|was|were) approved|approved",
            r"approv|authori|pass|back|endors|agree|accept|allow|clear|adopt|voted|vote|permit"
            r"|grant|green|sign|ratif|support|favou?r|sanction|licen",
        ),
        (
            r"(?:has|have|had) decided to",
            r"decid|decision|rul(?:ed|ing)|chose|choos|vote|agree|determin|resolv|conclud|announc|opt"
            r"|prefer|elect|pick|will\b|going to|has |have |had ",
        ),
        (
            r"(?:has|have|had|was|were) confirmed(?: that)?|confirmed that",
            r"confirm|acknowledg|verif|said|sa(?:y|id)|told|announc|agree|admit|stat(?:ed|ing)"
            r"|revealed|identified",
        ),
    )
)
# "Will certainly rise" where it "could rise", whatever else of the evidence is certain.
_SURE: Final = re.compile(r"\b(?:certainly|definitely|undoubtedly|surely) (?P<what>\w{3,})", re.I)
_UNSURE: Final = r"\b(?:may|might|could|possibly|perhaps|probably|likely|potentially)(?: \w+)? "
# "Has decided to sell" where it "plans to sell", whatever else has been done or will be.
_DECIDED: Final = re.compile(r"\b(?:has|have|had) (?:decided|resolved) to (?P<what>\w{2,})", re.I)
_DECISION: Final = re.compile(r"\b(?:decid|decision|resolv|(?:voted|agreed|determined) to\b)", re.I)
_MEANS: Final = r"\b(?:intend|plan|hope|want|aim|seek)(?:s|d|ed|ned|ing|ning)? to "
_CERTAIN: Final = re.compile(r"\b(?:certain|definite|doubt|inevitab|surely|bound to)", re.I)
_KNOWS: Final = re.compile(r"\b(?:knows|knew|know that)\b", re.I)
_BELIEVES: Final = re.compile(r"\b(?:believ|think|thought|suspect|fear|hope|assum|guess)", re.I)
_LEARNS: Final = re.compile(
    r"\b(?:know|knew|aware|told|tell|learn|admit|reali[sz]|understand|understood|familiar"
    r"|acknowledg|find|found|discover|recogni[sz]|saw|seen|hear|certain|sure|confident)",
    re.I,
)


# One search where a statement claims none of this, as most do.
_CLAIMED: Final = re.compile("|".join(stated.pattern for stated, _ in _CLAIMS), re.IGNORECASE)


def added_certainty(statement: str, evidence: str) -> str | None:
    """Return why a word of the statement claims more than the evidence; None when none does."""
    for stated, says in _CLAIMS if _CLAIMED.search(statement) else ():
        match = stated.search(statement)
        known = match is None or match.group().strip() in evidence
        if match is not None and not known and not says.search(evidence):
            return (
                f"{match.group().strip()!r} claims more than the cited sentences: say it as they do"
            )
    match = _SURE.search(statement)
    if match is not None and not _CERTAIN.search(evidence):
        unsure = re.compile(_UNSURE + re.escape(match["what"]), re.IGNORECASE)
        if unsure.search(evidence):
            return f"{match.group()!r} is unsure in the cited sentences: say it as they do"
    match = _DECIDED.search(statement)
    if match is not None and not _DECISION.search(evidence):
        meant = re.compile(_MEANS + re.escape(match["what"]), re.IGNORECASE)
        if meant.search(evidence):
            return f"{match.group()!r} is only meant in the cited sentences: say it as they do"
    match = _KNOWS.search(statement)
    if match is not None and _BELIEVES.search(evidence) and not _LEARNS.search(evidence):
        return f"{match.group()!r} is only believed in the cited sentences: say it as they do"
    return None
