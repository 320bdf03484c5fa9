"""The wording of what surrounds an article on its page: notices, links, offers, credits.

Each family is one pattern for the opening of a line, in lower case. Families of `WHOLE` claim their
whole block (the headline behind "READ ALSO:" goes with it); those of `ALONE` are so common as plain
words that they count only when they are all that stands in a line.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

_SITES: Final = (
    r"(?:twitter|x|facebook|instagram|youtube|linkedin|whatsapp|telegram|tiktok|threads|mastodon|"
    r"bluesky|snapchat|pinterest|reddit|tumblr|google(?:\s?(?:\+|news|plus))?|flipboard|rss|"
    r"apple\s+news|social\s+media|flickr|vk|email)"
)
_NOUNS: Final = r"(?:article|story|post|page|report|video|gallery|content|site|website|news|item)"
_DAY: Final = r"(?:[A-Z][a-z]+\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s[A-Z][a-z]+\.?\s\d{4})"
_MONEY: Final = r"(?:[$€£₦₹¥]\s?|(?:us|a|c)\$|usd\s|eur\s|gbp\s|rs\.?\s)\d[\d,.]*"


def _table(families: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(form) for name, form in families.items()}


WHOLE: Final = _table(
    {
        "consent": (
            r"(?:we|(?:this|our|the)\s+(?:web\s?)?site)(?:\s+and\s+(?:our|its)\s+(?:\w+\s+)?partners)?"
            r"\s+(?:uses?|stores?|employs?)\s+(?:\w+\s+){0,3}cookies\b"
            r"|by\s+(?:browsing|using|continuing|clicking|visiting|accessing|closing|navigating|staying)"
            r"\b.{0,80}?\b(?:you|i)\s+(?:\w+\s+)?(?:agree|consent|accept)\b"
            r"|(?:accept|reject|manage|allow|decline)\s+(?:all\s+)?(?:cookies|consent|preferences)\b"
            r"|(?:your|about)\s+(?:privacy|cookie)\s+(?:choices|settings|preferences|rights)\b"
            r"|(?:do\s+not|don['’]t)\s+sell\s+(?:or\s+share\s+)?my\s+(?:personal\s+)?(?:data|info)"
            r"|cookies\s+(?:help|allow|enable|let)\s+us\b"
            r"|we\s+and\s+our\s+(?:\d+\s+)?partners\s+(?:store|use|process|access)\b"
            r"|we\s+(?:value|respect|care\s+about)\s+your\s+privacy\b"
        ),
        "subscribe": (
            r"(?:please\s+)?(?:subscribe|sign\s?up|register|sign\s?in|log\s?in)\b.{0,60}?\b"
            r"(?:news\s?letters?|inbox|updates|alerts|podcast|our|today|now|here|free|"
            r"to\s+(?:continue|read|comment|unlock)|already|unlimited|access)\b"
            r"|(?:get|receive|have)\s+(?:the|our|all|daily|breaking|more|unlimited)\b.{0,80}?\b"
            r"(?:inbox|news\s?letters?|by\s+e-?mail|to\s+your\s+(?:e-?mail|phone|door))\b"
            r"|(?:enter|submit)\s+your\s+e-?mail\b|(?:already|not)\s+a\s+(?:subscriber|member)\b"
            r"|(?:this|the\s+full)\s+(?:article|story|content)\s+is\s+(?:only\s+)?(?:available\s+)?"
            r"(?:for|to|exclusively)\b.{0,20}?\b(?:subscribers|members)\b"
            r"|(?:support|become\s+a)\s+(?:our|independent|quality|member|subscriber)\b.{0,60}"
            r"(?:journalism|today|now|month)\b"
            r"|get\s.{0,80}?\b(?:subscribe|sign\s?up)\s+(?:now|today|here)\b|donate(?:\s+now)?\s*$"
            r"|(?:do\s+you\s+have|have|got)\s+a\s+(?:story|tip|question)\b.{0,20}\?|send\s+us\s+(?:a|your)\b"
            r"|want\s+(?:more|to\s+(?:read|know|stay))\b.{0,80}?\b(?:sign\s?up|subscribe|newsletter)\b"
        ),
        "app": (
            r"(?:click|tap)\s+(?:here|below|this|the\s+(?:link|button|image|photo))\b"
            r"|(?:download|get|install|try)\s+(?:the|our)\s+(?:\w+\s+){0,3}app\b"
            r"|(?:the\s+app\s+is\s+)?(?:available|download|get\s+it)\s+(?:now\s+)?(?:on|from)\s+(?:the\s+)?"
            r"(?:google\s+play|app\s+store|apple\s+store|itunes)\b"
        ),
        "follow": (
            r"(?:please\s+)?(?:follow|like|find|join|add|friend|connect\s+with|message|contact|tweet|"
            r"subscribe\s+to)\s+(?:us|me|our|@\w+|(?:\w+\s+){1,4})\s?(?:page\s+|channel\s+)?"
            rf"(?:on|at|via|through|in)\s+(?:our\s+)?{_SITES}\b"
            r"|join\s+(?:our|the)\s+(?:\w+\s+){0,2}(?:channel|group|community|newsletter)\b"
            r"|like\s+our\s+(?:facebook\s+)?page\b"
            r"|(?:follow|like|join)\s+us\b|share\s+(?:this|on|via|with\s+(?:friends|your))\b"
            rf"|(?:share|tweet|pin|e-?mail|print)\s+(?:this\s+)?{_NOUNS}\b"
        ),
        "read also": (
            r"(?:watch|listen|video|gallery|podcast|live)\s*[:|»>]\s"
            r"|(?:read|see|watch|listen|view|check\s+out)\s+(?:also|more|next|now|too)\s*[:|»>–—-]"
            r"|also\s+(?:read|see|watch|on|in)\s*[:|»>–—-]"
            r"|(?:related|recommended|suggested|trending|more\s+(?:on|from|about|in|stories|news)|"
            r"editor['’]?s['’]?\s+(?:pick|choice)s?|most\s+(?:read|popular|viewed|shared)|"
            r"don['’]?t\s+miss|up\s+next|what\s+to\s+read\s+next|keep\s+reading|"
            r"you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested)|explore\s+more|"
            r"top\s+stories|latest\s+news|must\s+read|promoted|sponsored|popular\s+now)"
            r"\b[^.!?:]{0,40}(?::|$)"
            r"|(?:read|watch|see)\s+(?:the\s+)?(?:full|entire|original)\s+(?:article|story|report|video|"
            r"interview|statement|coverage)\b"
            r"|(?:for|to\s+(?:read|see|get|view))\s+(?:the\s+)?(?:more|full|latest)\b.{0,60}?\b"
            r"(?:visit|click|go\s+to|see|check)\b"
        ),
        "advert": (
            r"(?:advertisements?|adverts?|sponsored\s+(?:content|post|by)|paid\s+(?:content|post)|"
            r"promotion|partner\s+content|ad)\s*(?:[:–—-]|$)"
            r"|(?:article|story|post)\s+continues\s+(?:below|after)\b|continue\s+reading\b"
            r"|text\s+ad\b|free\s+(?:shipping|delivery)\b|(?:buy|book)\s+tickets\b.{0,20}$"
            r"|scroll\s+(?:down\s+)?(?:for|to)\b.{0,40}$"
            r"|(?:buy|shop|order|book|save|register|enroll|apply|call)\s+(?:it\s+)?(?:now|today)\s*[!.]?$"
            r"|(?:limited[\s-]time|special|exclusive|today['’]s)\s+(?:offer|deal|discount)s?\b"
            r"|(?:start|try|claim)\s+(?:your|a)\s+(?:free|[$£€]?\d+)\b.{0,30}\b(?:trial|month|offer)\b"
        ),
        "rights": (
            r"(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|\d{4}|by\s|the\s|[a-z]+\s+\d{4})|all\s+rights\s+reserved)"
            r"|(?:this|the)\s+(?:material|article|story|content|report)\s+(?:may|must|can)\s*not\s+be\s+"
            r"(?:published|reproduced|copied|broadcast|redistributed|used)\b"
            r"|(?:disclaimer|editor['’]?s['’]?\s+note|(?:correction|clarification)s?)\s*:|terms\s+(?:and|&)\s+conditions\s+apply\b"
            r"|(?:no\s+part\s+of|reproduction\s+(?:of|without)|terms\s+(?:of\s+(?:use|service)|and\s+"
            r"conditions)\s*(?:[|·•]|$))"
        ),
        "credit": (
            r"\(?(?:image|photo(?:graph)?|picture|pic|video|illustration|graphic|credit|courtesy|"
            r"file\s+(?:photo|image|picture|pic)|featured\s+image|media\s+caption|image\s+caption|"
            r"image\s+(?:copyright|source|credit)|photo\s+(?:credit|by)|picture\s+(?:credit|by))s?\s*"
            r"(?:[:/©]|(?:by|from|courtesy)\s)"
            r"|file\s+(?:photo|image|picture|pic)\b|photo\s+credit\b"
            r"|(?:published|posted|written)\s+by\s+\w+(?:\s+\w+){0,3}\s*$"
            r"|(?:image|media|video|photo)\s+(?:copyright|caption|playback)\b"
            r"|(?:additional\s+)?(?:report|edit|writ|photograph)ing\s+by\b"
            r"|to\s+contact\s+the\s+(?:reporters?|editors?|authors?|writers?)\b"
            r"|(?:contact|e-?mail|reach|write\s+to)\s+(?:the\s+)?(?:us|author|writer|reporter|editor|"
            r"[a-z]+\s[a-z]+)\s+(?:at|on)\s+\S*@"
            r"|(?:the\s+)?(?:associated\s+press|reuters|afp|ap|bloomberg)\b.{0,60}?\bcontributed\s+"
            r"(?:to\s+this|reporting)\b"
            r"|(?:with\s+(?:reporting|files|assistance|additional\s+reporting)\s+(?:by|from)\b)"
            r"|this\s+(?:article|story|post|report)\s+(?:was\s+|has\s+been\s+)?(?:\w+\s+)?(?:originally|first|"
            r"updated|corrected|amended|published|syndicated|edited)\b"
        ),
        "comments": (
            r"\d+\s+comments?\s*$|comments?\s*\(\d+\)\s*$|share\s+your\s+(?:thoughts|views|opinions?)\b"
            r"|(?:was\s+this\s+(?:\w+\s+)?helpful|did\s+you\s+(?:like|enjoy)\s+this)\b"
            r"|rate\s+this\b|report\s+(?:a|an)\s+(?:typo|error|correction|mistake)\s*$|(?:leave|post|add|write|submit)\s+(?:a|your)\s+(?:comment|reply|thought)"
            r"|(?:view|show|hide|load|read|see)\s+(?:all\s+)?(?:\d+\s+)?comments\b"
            r"|comments?\s+(?:are|have\s+been)\s+(?:closed|disabled|off|moderated)\b"
            r"|join\s+the\s+(?:conversation|discussion)\b"
            r"|(?:have\s+your\s+say|what\s+do\s+you\s+think\?\s+(?:tell|let|leave|share))\b"
        ),
        "navigation": (
            r"skip\s+to\s+\w+|(?:post\s+)?views\s*:\s*\d|(?:#\w+\s*){2,}$"
            r"|(?:show|hide|toggle)\s+caption\b|enlarge\s+(?:this\s+)?(?:image|photo)\b"
            r"|(?:click|tap)\s+to\s+(?:enlarge|expand|zoom|share|view|play|tweet|join)\b"
            r"|listen\s+to\s+this\b|play\s+(?:video|audio)\b|(?:back|return)\s+to\s+(?:top|home|main|the\s+(?:top|home))\b"
            r"|(?:next|previous|older|newer)\s+(?:article|story|post|page|slide)s?\b\s*[:»>›]?"
            r"|page\s+\d+\s+of\s+\d+|show\s+(?:more|less|all)\s*$|(?:\d+\s*/\s*\d+\s*)?show\s+all\s*$"
            r"|(?:tags?|topics?|categor(?:y|ies)|filed\s+under|posted\s+in|labels|keywords|sections?)\s*:"
            r"|(?:home|news|menu)\s*[|>»›/•·]\s*\w"
            r"|(?:copy|copied)\s+(?:link|url|to\s+clipboard)\b|(?:loading|please\s+wait)\s*(?:\.\.\.|…)"
            r"|(?:reading\s+time|estimated\s+read)\b|\d+\s+min(?:ute)?s?\s+read\b"
            r"|(?:enable|turn\s+on|please\s+enable)\s+javascript\b|javascript\s+is\s+(?:disabled|required)"
        ),
    }
)
"""Opening a block or a sentence: all of a short block goes; of a long one the sentence."""

ALONE: Final = re.compile(
    r"(?:read\s?more|more|learn\s+more|accept|i\s+agree|accept\s+all|reject|close|ok|got\s+it|share|tweet|print|e-?mail|"
    r"save|comments?|comment|reply|report|like|follow|menu|search|home|login|log\s?in|sign\s?in|"
    r"subscribe|newsletters?|advertisements?|previous|next|back|top|privacy(?:\s+policy)?|terms|"
    r"contact(?:\s+us)?|about(?:\s+us)?|careers|help|faq|sitemap|gallery|watch(?:\s+live)?|live|"
    r"listen|play|pause|replay|mute|loading|trending|sponsored|copy\s+link|whatsapp|facebook|"
    r"twitter|instagram|linkedin|telegram|pinterest|reddit|x|buy\s+photo|view\s+(?:gallery|photos?)|"
    r"see\s+more|load\s+more|show\s+more|cookie\s+(?:policy|settings)|terms\s+of\s+(?:use|service)|"
    r"terms\s+(?:and|&)\s+conditions|read\s+moreaccept|\W)+"
)
"""A line made of nothing but labels of buttons and links."""

GLUED: Final = re.compile(
    r"(?:Share this(?: with| article| story| page)?|E-?mail|Facebook|Messenger|Twitter|Pinterest|"
    r"WhatsApp|LinkedI?i?n|Reddit|Telegram|Copy this link|Copy link|Print|Save|Comments?|Share|"
    r"Read more|Accept|Close|Image copyright|Advertisement){2,}(?=[A-Z“\"'‘])"
)
"""Labels of links run together, with the first sentence glued to them: where the labels stand."""

_EMBEDDED: Final = re.compile(
    rf"(?:pic\.twitter\.com/\w+\s*)?(?:—|–|--?)\s?[^()\n]{{1,50}}\(@\w{{1,20}}\)\s+{_DAY}"
    r"|pic\.twitter\.com/\w+"
    rf"|(?i:an?\s(?:photo|video|post)\s(?:posted|shared)\sby)\s[^()\n]{{1,60}}\(@[\w.]{{1,30}}\)"
    rf"(?:\son\s{_DAY}(?:\sat\s\d{{1,2}}:\d\d\s?[ap]m(?:\s[A-Z]{{3}})?)?)?"
    r"|(?i:view\sthis\spost\son\sinstagram\.?)"
    r"|Could not subscribe, try again later\.?(?:\s?Invalid Email\.?)?"
    r"|(?:Skip Ad )?(?:Ad )?Ad Loading(?:\.\.\.|…)(?: x Embed)?(?: x Share)?"
    r"|\((?i:photo|image|picture|credit)s?\s?[:/][^()\n]{2,80}\)"
)
# One of these is in whatever that pattern finds.
_MARKS: Final = (
    "pic.twitter.com/", "(@", "nstagram", "Ad Loading", "Could not subscribe", "(Photo", "(photo",
    "(Image", "(image", "(Picture", "(picture", "(Credit", "(credit",
)  # fmt: skip

OFFER: Final = re.compile(
    rf"(?:\w+\s+){{0,4}}(?:plans?|prices?|subscriptions?|deals?|packages?|rates?|offers?|rooms?|flights?)"
    rf"\s+(?:start(?:s|ing)?\s+(?:at|from)|from|as\s+low\s+as|for)"
    rf"(?:\s+(?:just|only))?\s+{_MONEY}"
    rf"(?:\s*(?:/|per|a|each)\s?\w+)?\s*[!*.]?"
    rf"|(?:only|just|now|from|for\s+(?:just|only))\s+{_MONEY}\s*(?:/|per|a|each)?\s*\w*[!.]?"
    rf"|(?:save|get)\s+(?:up\s+to\s+)?(?:\d+\s?%|{_MONEY})(?:\s+off)?(?!\w).{{0,40}}"
    r"|(?:up\s+to\s+)?\d+\s?%\s+(?:off|discount)\b.{0,40}"
)
"""A short line that is an offer and nothing else."""

_CREDIT_AT_END: Final = re.compile(
    r"\b(?:image|photo(?:graph)?|picture|pic|credit|illustration|photo\s+credit|image\s+credit|"
    r"photo\s+by|image\s+by)s?\s*:\s*\S.{0,70}$"
    r"|\((?:[^()]{0,30}\s)?(?:photo|image|picture|file\s+photo|photos|photograph|credit|source|pic)s?"
    r"(?:\s+(?:by|credit|courtesy|via|from)\b|\s*[:/]|\)).{0,70}\)?\.?$"
    r"|(?:\(|/|\b)(?:getty(?:\s+images)?|ap\s+photo|shutterstock|istock|afp/getty|wikimedia\s+commons|"
    r"epa/|reuters/)[\w /.,-]{0,50}\)?\.?$"
    r"|[;,(]\s*(?:from\s+)?file(?:\s+(?:photo|image|picture))?(?:,\s+\d{4})?\.?\)?\s*$"
)
# One of them is in every credit.
_OF_CREDITS: Final = (
    "photo", "image", "pic", "credit", "illustration", "source", "file",
    "getty", "shutterstock", "istock", "wikimedia", "epa/", "reuters/",
)  # fmt: skip

APPARATUS: Final = re.compile(
    r"(?:sources?|references|external\s+links?|related\s+(?:news|stories|articles|links|coverage|"
    r"topics)|see\s+also|further\s+reading|sister\s+links|bibliography|footnotes|more\s+on\s+this\s+"
    r"(?:story|topic)|around\s+the\s+web|most\s+(?:read|popular)|read\s+also|recommended(?:\s+for\s+you)?|"
    r"you\s+may\s+also\s+like|tags|topics|categories|share\s+this)\s*:?"
)
"""A heading under which only references and links stand."""

REFERENCE: Final = re.compile(
    rf"^[\"“'‘•*\-–\d[(]|[—–-]\s[^—–]{{3,60}},?\s{_DAY}\.?$|https?://|www\."
)
"""An entry of such a list, as written."""

BYLINE: Final = re.compile(
    r"(?i:by|from|words\s+by|report\s+by|story\s+by|written\s+by|posted\s+by|author)\s*:?\s+"
    r"(?:[A-Z][\w.’'-]*|and|&|,|for|of|in|the|de|van|von)(?:[\s,]+(?:[A-Z@][\w.’'-]*|and|&|for|of|in|"
    r"the|de|van|von|\|)){0,12}\s*\.?"
    r"|(?i:(?:last\s+)?(?:published|updated|posted|modified|created)\s*(?:on|at|:)?\s+.{0,12}\d.{0,40})"
)
"""A line that names the writer or the hour and nothing else, as written."""

# Two counters that follow one another may be votes or odds.
FEWEST_COUNTERS: Final = 3
_COUNTER: Final = re.compile(r"(?<![\d/.])(\d{1,3})/(\d{1,3})(?![\d/])")


def is_credited(low: str) -> bool:
    """Say whether a block, in lower case, ends with whose picture it is: it is a caption."""
    likely = any(word in low for word in _OF_CREDITS)
    return likely and _CREDIT_AT_END.search(low) is not None


def is_gallery(words: str) -> bool:
    """Say whether words are the captions of pictures, counted off: "1/29 London 2/29 Manila"."""
    if "/" not in words:
        return False
    found = [(int(m[1]), int(m[2])) for m in _COUNTER.finditer(words)]
    steps = sum(after == (number + 1, of) for (number, of), after in pairwise(found))
    return steps >= FEWEST_COUNTERS - 1 and steps == len(found) - 1


def embedded_ends(words: str) -> list[int]:
    """Return where a post, a player or a picture set into words ends, by what it leaves there."""
    if not any(mark in words for mark in _MARKS):
        return []
    return [match.end() for match in _EMBEDDED.finditer(words)]
