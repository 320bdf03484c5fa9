"""Tell an order to a model from ordinary words, by how such orders are worded.

Patterns catch the usual wordings, not every one: what protects a summary is that an article is
data throughout. A pattern here only decides what is offered to the model and what is reported.
"""

import re
from typing import Final

_WHOM: Final = (
    r"(?:an?\s+|the\s+|any\s+|all\s+)?(?:ais?|llms?|(?:large\s+)?language\s+models?|chat\s?bots?|"
    r"(?:ai|virtual|helpful|digital)\s+(?:assistants?|models?|agents?|systems?)|summari[sz]ers?|"
    r"chatgpt|gpt|claude|gemini|copilot)"
)
_TOLD: Final = r"(?:instructions?|prompts?|directions?|commands?|directives?|guidelines?|rules)"
_BEFORE: Final = (
    r"(?:previous|prior|above|earlier|preceding|foregoing|system|existing|original|initial)"
)

# Worded so that hardly anything else is meant.
_CLEAR: Final = "|".join(
    (
        rf"(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){{0,3}}{_BEFORE}\s+(?:\w+\s+)?"
        rf"(?:{_TOLD}|messages?|context|text)\b",
        rf"(?:ignore|disregard|forget|override|bypass)\s+(?:all\s+)?(?:of\s+)?your\s+(?:\w+\s+)?{_TOLD}\b",
        r"(?:ignore|disregard|forget)\s+(?:everything|all(?:\s+of)?(?:\s+(?:the|that|what))?)\s+"
        r"(?:\w+\s+)?(?:above|written\s+(?:above|before))\b",
        rf"you\s+are\s+(?:now\s+)?(?:no\s+longer\s+)?{_WHOM}\b",
        r"you\s+are\s+now\s+(?:in\s+)?(?:\w+\s+){0,2}(?:mode|dan|jailbroken|unrestricted)\b",
        r"(?:respond|reply|answer)\s+(?:only|exactly|solely)\s+(?:with|in|by)\b",
        r"(?:respond|reply|answer)\s+with\s+(?:only|exactly|json|the\s+(?:following|words?|phrase))\b",
        r"output\s+(?:only|exactly|just|the\s+(?:following|words?|phrase|text|sentence))\b",
        r"(?:reveal|print|repeat|output|show|display|leak)\s+(?:your|the)\s+(?:\w+\s+)?"
        r"(?:system\s+prompt|prompt|system\s+message|initial\s+instructions?|instructions)\b",
        rf"as\s+{_WHOM}(?:\s+language\s+model)?,?\s+you\s+(?:must|should|will|are|have|need)\b",
        rf"(?:note|attention|instructions?|message|important)\s+(?:to|for)\s+{_WHOM}\b",
        r"when\s+(?:summari[sz]ing|you\s+summari[sz]e)\s+(?:this|the)\b.{0,60}?\b"
        r"(?:you\s+must|always|say|state|write|include|output|claim)\b",
        r"(?:do\s+not|don['’]t|never)\s+(?:summari[sz]e\s+(?:this|the)|mention\s+(?:this|these|your)\s+"
        rf"{_TOLD})\b",
        r"your\s+(?:new|real|actual|next)\s+(?:task|instructions?)\s+(?:is|are)\b",
    )
)
# Orders only in the company of a clear one: a story may print "Say the words" or "Instead, write".
_LOOSE: Final = "|".join(
    (
        r"(?:print|write|say|return|repeat|state|claim|reply|respond|answer|output|include|summari[sz]e|"
        r"pretend|act|report|tell|mention|obey|follow|insert|append|translate|execute|run)\b",
        r"(?:do\s+not|don['’]t|never)\b",
        r"you\s+(?:must|should|will|are)\b",
        r"(?:from\s+now\s+on|instead)\b",
        r"your\b",
    )
)
_TOKENS: Final = r"<\|[a-z_]{2,30}\|>|\[/?INST\]|<</?SYS>>"
# How a clear one can begin. Most words begin otherwise, and are not tried.
_BEGINS: Final = (
    r"(?=ign|dis|for|ove|byp|you|res|rep|ans|out|rev|pri|sho|lea|as\s|not|att|ins|mes|imp|whe"
    r"|do\s|don|nev)"
)
# For text in lower case: ignoring case takes five times as long.
_MENTION = re.compile(rf"\b{_BEGINS}(?:{_CLEAR})|\bsystem\s+prompts?\b|{_TOKENS.lower()}")

_LABEL: Final = (
    r"(?:important|note|attention|warning|system|instructions?|update|urgent|stop|ps|hey|hello|dear|"
    rf"to|for|{_WHOM}|user|human|admin|override|message|now|reading|this|notice|new|special)"
)
_POLITE: Final = r"(?:please|now|instead|then|and|also|you\s+must|you\s+should|must)"
_OPENING: Final = rf"[\W_]*(?:{_LABEL}\b[\W_]*){{0,7}}(?:{_POLITE}\b[\W_]+){{0,3}}"
_CLEAR_ORDER = re.compile(
    rf"{_OPENING}(?:{_CLEAR})|\s*(?:{_TOKENS.lower()}|#{{2,}}\s*(?:system|instruction)s?\b)"
)
_LOOSE_ORDER = re.compile(rf"{_OPENING}(?:{_LOOSE})")


def mention(plain: str) -> int | None:
    """Return where words addressed to a model stand in a text, quoted or not; None if nowhere."""
    found = _MENTION.search(_lower(plain))
    return found.start() if found else None


def is_clear_order(plain: str) -> bool:
    """Say whether a sentence opens with an order that can only be meant for a model."""
    return _CLEAR_ORDER.match(_lower(plain)) is not None


def is_loose_order(plain: str) -> bool:
    """Say whether a sentence opens like an order: telling only beside a clear one."""
    return _LOOSE_ORDER.match(_lower(plain)) is not None


def _lower(text: str) -> str:
    """Return `text` in lower case and of the same length, letters that pass for an i or s too."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")
