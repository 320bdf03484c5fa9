"""The forms of a publication's own notices: orders and questions to the reader, words on itself.

Verbs that a headline may begin with as nouns ("Visit", "Report", "Share") order only with what they
order: "this story", "our newsletter", "now".
"""

import re
from functools import cache
from importlib.resources import files
from typing import Final

_OPENS: Final = r"(?:^|[.!?;:] )"
_SITES: Final = (
    r"(?:twitter|x|facebook|instagram|youtube|linkedin|whatsapp|telegram|tiktok|threads|bluesky"
    r"|snapchat|social media)"
)
_THING: Final = (
    r"(?:news ?letters?|apps?|podcasts?|channels?|pages?|sites?|websites?|blogs?|live ?blog"
    r"|stor(?:y|ies)|articles?|posts?|videos?|galler(?:y|ies)|photos?|pictures?|photographs?"
    r"|slide ?shows?|comments?|reports?|coverage|alerts?|notifications?|editions?|e-?paper"
    r"|archives?|offers?|deals?|quiz(?:zes)?|crosswords?|puzzles?|polls?|surveys?|recipes?"
    r"|briefings?|episodes?|series|conversations?|discussions?|debate|communit(?:y|ies)|newsroom"
    r"|newsdesk|desk|editors?|links?|tab|section|buttons?|bell|members?(?:hip)?|subscribers?"
    r"|subscriptions?|account|trial|tickets?|seats?|copy|issue)"
)
_OURS: Final = r"(?:our|your|us|this|these|here|now|today|below|more|all|free|unlimited|online)"
_THE_THING: Final = rf"(?:the|a|an|any|every)(?: [\w'-]+){{0,3}} {_THING}"
# These are orders wherever a sentence opens with them.
_PLAIN_ORDERS: Final = (
    r"(?:subscribe|unsubscribe|sign up|sign in|log in|log on|click|tap|swipe|scroll|tune in|hurry"
    r"|check out|find out|keep reading|stay tuned|stay informed|stay connected|stay up to date"
    r"|stay ahead|stay with|catch up|never miss|don't miss|do not miss|don't forget|turn on"
    r"|turn to page|be the first|be sure|make sure|have your say|continue reading|advertise with"
    r"|follow @\w+)\b"
)
_VERBS: Final = (
    r"(?:read|watch|listen(?: to)?|follow|share|tweet|download|install|get|receive|find|visit|see"
    r"|view|hear|contact|e-?mail|call|text|write(?: to| for)?|send|tell|ask|join|donate(?: to)?"
    r"|register(?: for| with| at)?|support|buy|shop|order|book|save|try|start|claim|enter|win|enjoy"
    r"|discover|explore|browse|learn|unlock|upgrade(?: to)?|become|add|enable|disable|allow|accept"
    r"|manage|rate|report|vote(?: in| for)?|like|leave|post|submit|upload|print|copy|use"
    r"|choose(?: from)?|pick up|grab|give|gift|help|go to|look for|search|apply|renew|cancel"
    r"|request|reserve|take|play|update|review|comment(?: on)?|reply(?: to)?|reach|bookmark"
    r"|refresh|fund|back)"
)
_ORDER: Final = re.compile(
    r"(?:^|[.!?;:] |, )"
    r"(?:please |to [\w' ]{3,40}, |for [\w' ]{3,40}, |why not |just |simply |then )?"
    rf"(?:{_PLAIN_ORDERS}"
    rf"|{_VERBS} (?:(?:up|out|in|on|at|for) )?(?:{_OURS}\b|{_THE_THING}\b)"
    r"|(?:discover|explore|browse|enjoy|unlock|learn|become) (?:the|a|an|how|unlimited)\b"
    r"|save (?:up to|\d)|win (?:an?|tickets|prizes)\b"
    r"|(?:read|learn|see|find|hear) (?:more|all|also|next|full|about)\b"
    r"|(?:get|receive) (?:the (?:latest|best|top|day's|news|full)|breaking|\w+ (?:off|free))\b"
    rf"|(?:follow|like|find|join|message|share)(?: [\w@']+){{0,6}} on {_SITES}\b)",
    re.IGNORECASE,
)
_PLEASE: Final = re.compile(r"(?:^|[.!?;:] |, )please \w+ \w+", re.IGNORECASE)
_ASKS: Final = re.compile(
    rf"{_OPENS}(?:want|got|have|looking|need|interested|enjoy(?:ed|ing)?|missed|know|love|like"
    r"|hungry|ready|tired|curious|thinking|planning|struggling|fancy|spotted|seen|not|already)\b"
    r"[^.?!]*\?",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    rf"{_OPENS}(?:(?:last|first) (?:updated|published|posted|modified)"
    r"|more (?:on this|details to|information (?:is|can)|to follow|follows)"
    r"|an? (?:[\w-]+ )?version of (?:this|the) (?:article|story|report|column|piece|post)"
    r"|the (?:author|writer|columnist) (?:is|was|lives|teaches|writes|can)"
    r"|(?:sponsored|presented|supported|powered) by|photographs? by|words by|reporting by)\b",
    re.IGNORECASE,
)
FORMS: Final = (_ORDER, _PLEASE, _ASKS, _TELLS)
"""Of an order or question to the reader, and of a line about who wrote what and when."""

ITSELF: Final = re.compile(
    rf"{_OPENS}(?:this (?P<one>article|story|page|post|piece|report|column|content|material"
    r"|transcript|gallery|video|feature|newsletter|site|website|review|blog|copy)"
    r"|the (?P<other>article|page|post|newsletter|transcript|gallery|blog))"
    r" (?:(?:was|is|has been|may be|may not be|must not be|cannot be|can be|will be|also|originally"
    r"|first|previously|may|automatically|regularly) ){1,3}"
    r"(?:updated|corrected|amended|edited|revised|syndicated|sponsored|translated|reproduced"
    r"|republished|redistributed|rewritten|reprinted|copied|produced|provided|brought|appeared"
    r"|published|contains?|shared|printed|refreshed|archived|paid|supported|funded|made possible"
    r"|available|free|exclusive|part of|protected|copyright\w*|no longer"
    r"|for (?:subscribers|members))\b",
    re.IGNORECASE,
)
"""A sentence about the page it stands on: `one` or `other` is what it calls itself."""


@cache
def services() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return what finds each service of a publication, and what an article that tells of it has.

    Both look at text in lower case.
    """
    pairs = [line.split(" / ") for line in _lines()]
    return tuple((_whole(service), re.compile(rf"\b(?:{told})")) for service, told in pairs)


@cache
def any_service() -> re.Pattern[str]:
    """Return what finds whether there is any."""
    return _whole("|".join(line.split(" / ")[0] for line in _lines()))


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _lines() -> list[str]:
    text = files("summarize.check").joinpath("services.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
