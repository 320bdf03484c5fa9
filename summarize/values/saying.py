"""How English news text says that somebody said something: the words, and the forms they take.

Closed lists. A form that is not here gives no speaker, which is better than a wrong one.
"""

import re
from typing import Final

from summarize.values.gazetteer import ROLES

PRONOUN: Final = r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|I|[Ww]e|[Oo]ne)"


def _any(words: str) -> str:
    """Make an alternation of words; an underline stands for a space."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


_SPEECH = """
    said says say saying told tells tell telling added adds adding wrote writes writing tweeted
    tweets asked asks asking replied replies explained explains explaining noted notes noting
    continued continues concluded concludes declared declares stated states stating commented
    comments remarked insisted insists argued argues admitted admits announced announces claimed
    claims claiming warned warns warning recalled recalls responded responds joked quipped
    countered read reads reported reports acknowledged observed posted testified shouted yelled
    whispered boasted complained lamented exclaimed urged urges suggested suggests agreed stressed
    emphasi[sz]ed confirmed confirms predicted vowed pledged promised mused cautioned contended
    asserted pointed_out thundered went_on opined retorted conceded thought reasoned
    charged fumed echoed reacted recounted reiterated repeated railed ranted gushed cracked
    scoffed snapped sighed wondered speculated groused grumbled cried chanted elaborated
    underscored reaffirmed deadpanned intoned bragged Tweeted objected declaring arguing insisting
    explaining stating announcing asserting promising predicting vowing yelling shouting
"""
SAY: Final = _any(_SPEECH)
# With these, beside the verbs of saying, a few quoted words are somebody's own.
SAY_PARTLY: Final = _any(
    _SPEECH
    + """
    called calls calling described describes describing dubbed branded offered expressed wished
    praised accused blamed condemned denounced critici[sz]ed hailed dismissed rejected labell?ed
    characteri[sz]ed referred demanded believes believed thinks hoped hopes feels felt spoke
    speaks thanked blasted slammed mocked likened cited threatened proclaimed voiced found finds
    wants wanted deemed considers considered apologi[sz]ed compared
    acknowledges bemoaned boasts asserts contends retweeted embraced knocked pressed anticipated
    envisioned decried lauded touted ridiculed attacked praises accuses rates rated hails
    """
)
SAYING: Final = re.compile(rf"\b{SAY}\b")
_MANY_SAY = "call describe claim argue believe write warn label dismiss consider"
SAYING_PARTLY: Final = re.compile(rf"\b{SAY_PARTLY}\b|(?<=[a-z]s ){_any(_MANY_SAY)}\b")

# A full stop after these does not end a sentence.
SHORT: Final = (
    _any("Mr Mrs Ms Dr Sen Rep Del Gov Gen Prof Rev St Sgt Lt Col Capt Jr Sr Adm Maj")[:-1]
    + r"|U\.S|U\.N|[A-Z])"
)
_NOT_SHORT = (
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr))(?<!\b(?:Prof|Capt))"
    r"(?<!\b(?:Mrs|Sen|Rep|Del|Gov|Gen|Rev|Sgt|Col|Adm|Maj))"
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
_WHERE_WHEN = "in on at during after before late early this last yesterday today who when while "
_STOP_WORDS = _any(
    _WEEKDAYS
    + _WHERE_WHEN
    + """to as by from with about earlier later through via over following against because that and
    but is are was were has had have under whose outside inside near"""
)
# What ends a speaker's name and description after "said".
_STOP = rf"(?=\s*(?:[,;:!?—–()\[\]\n]|{_NOT_SHORT}\.|--|[\"“”]|$)|\s+{_STOP_WORDS}\b)"
_SUBJECT = (
    rf"(?P<who>{PRONOUN}\b|(?:{SHORT}\.|[^\s,.;:!?\"“”()—–])"
    rf"(?:\b{SHORT}\.|[^,.;:!?\"“”()—–\n]|\.(?=\w)){{0,110}}?"
    r"(?: (?:carried|issued|released|published|posted) by (?:[A-Z][\w-]*\s?){1,8}(?:\([A-Z]+\))?)?)"
)
_HELPERS = """has had have also then later earlier once again further simply only both all did would
    will could has_not had_not [a-z]+ly"""
HELPED: Final = re.compile(rf"(?:(?<=[eytIE])['’](?:s|d|ve))?\s(?:{_any(_HELPERS)} ){{0,4}}$")
_ASIDE = r",[^,\"“”\n]{2,90}(?:,[^,\"“”\n]{2,60})?,|\s\([^)\n]{1,40}\)"

_NAME_WORD = (
    r"(?:[A-Z](?:\.[A-Z])*\.(?= )|(?:al|el|Al|El)-[A-Z][\w’'-]*|[A-Z][\w’'&-]*"
    r"|of|the|and|de|van|von|bin|for|da|di|du|la|del)"
)

# After the closing mark: `said X`, `X, editor of the Post, said`, `according to X`.
VERB_FIRST: Final = re.compile(rf"[,\s]*(?!\w+ing\b){SAY}(?: in part)?\s+{_SUBJECT}{_STOP}")
SUBJECT_FIRST: Final = re.compile(
    rf"[,.\s]*{_SUBJECT}(?P<aside>{_ASIDE})?\s+(?:{_any(_HELPERS)} ){{0,4}}{SAY}\b"
)
ACCORDING: Final = re.compile(
    rf"[,\s]*(?:according to|in the words of|as per)\s+{_SUBJECT}{_STOP}", re.IGNORECASE
)
# `"…" ― X`, as in a list of what people wrote.
DASHED: Final = re.compile(
    rf"\.?\s*(?:[―—–-]|--)\s*(?P<who>{_NAME_WORD}(?: {_NAME_WORD}){{0,6}})(?=\s*(?:[,.(\n]|$))"
)
# Where the words after "X said" are no clause, the quotation is what X said.
ATTRIBUTES: Final = re.compile(
    rf"(?<=\btold)|(?<=\btells)|\s*(?:[,.;:!?—–(\[\n-]|$)|\s+(?!that\b){_STOP_WORDS}\b"
)
# At the end of a sentence with quoted words in it: `"…" is wrong, said X.`
LATER: Final = re.compile(
    rf"(?:,|^) (?:said|says|wrote|added|told|according to)\s+{_SUBJECT}{_STOP}"
    rf"|(?:,|^) (?:as )?{_SUBJECT.replace('<who>', '<whom>')}\s+(?:said|says|wrote|added|put it)"
    rf"(?=\.| (?!that\b){_STOP_WORDS}\b)"
)

# Before the opening mark: `According to X, "…"`, `X: "…"`, `X left the room, saying "…"`.
ACCORDING_FIRST: Final = re.compile(rf"\s*(?:According to|In the words of)\s+{_SUBJECT}(?:,|$)")
COLON: Final = re.compile(rf"(?:^|[.!?–—-]\s+)(?P<who>{_NAME_WORD}(?:\s{_NAME_WORD}){{0,6}}):\s*$")
# `But, said X, "…"`.
INVERTED: Final = re.compile(
    r"(?:^\s*|, |^\s*(?:And|But|Yet)\s)"
    r"(?:[Ss]aid|[Ss]ays|[Aa]dded|[Aa]dds|[Ww]rote|[Tt]weeted|[Cc]ontinued|[Rr]eplied)"
    rf" {_SUBJECT}(?:, [^,\"“”\n]{{2,90}})?[,:]\s*$"
)
_PAST = (
    r"(?:[a-z]+(?:ed|s)\b(?<!ss)|"
    + _any("""
    went gave took hit told got began ran wrote spoke fought came left stood drew led sent held
    brought sought felt kept struck shot chose broke won lost cut put made used was had has is did
""")
    + r"\b)"
)
NAMED_FIRST: Final = re.compile(
    rf"(?P<who>(?:[A-Z][\w’'.-]*|{PRONOUN})"
    rf"(?: (?:{SHORT}\.|[A-Z][\w’'-]*|(?:of|the|and|de|van|von|bin)(?= [A-Z]))){{0,6}}"
    rf"(?<!['’]s)(?: (?:{'|'.join(sorted(ROLES))}|campaign|aides)\b){{0,2}})"
    rf"(?: \([A-Z][^)]{{1,20}}\))?\s+(?:[a-z]+ly |also |later |earlier |then )?{_PAST}"
)
PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|be|is|are|get|got)\s+(?:\w+ly\s+)?$")
NOUN_NEXT: Final = re.compile(
    r"(?:\b(?:to|a|an|the|his|her|their|its|our|my|of|is|was|are|were|from|for|with|by|in|on|off"
    r"|several|some|any|no|such|these|those)|(?<!\b[hH]e)(?<!\b[sS]he)(?<!\b[iI]t)['’]s|s['’]) $"
)
# Nothing but a name, to which "and" may join another.
_NAME_OR_TITLE = rf"(?:{SHORT}\.|{_NAME_WORD})"
NAMES: Final = re.compile(rf"\s*{_NAME_OR_TITLE}(?: {_NAME_OR_TITLE})*")
# "Sen. Ted Cruz (R-Tex.), a candidate who …, said": the subject stands before the first comma.
ASIDE_AFTER: Final = re.compile(
    r"(?P<who>[^,;:]{2,70}), (?!(?:and|but|or|while|as|when|after|although|though|whereas|where|if"
    r"|so|because|with|then)\b|(?:he|she|it|they|we|I)\b)[^;:]{2,220},$"
)
# "a video that said", "the president, who said": whose words these are stands somewhere before.
RELATIVE: Final = re.compile(rf"\b(?:that|which|who)\s+(?:{_any(_HELPERS)} ){{0,3}}$")
# "Trump said he wants": he is whom the verb of saying has as its subject, and that is a name.
SAID_HE: Final = re.compile(rf"\b{SAY}(?: [A-Z]\w+day)?(?: that)? (?:he|she|they|it)\s*$")
# "with Trump yelling": the subject of a verb in -ing.
WITH: Final = re.compile(r"\b(?:with|has) (?P<who>[^,;:]{2,60}?)\s+(?:[a-z]+ly )?$")
# The verb shares the subject of an earlier one: "smiled and said".
ELIDED: Final = re.compile(r"\b(?:and|but|or|then)\s+(?:also |then |later |\w+ly )?$")
CLAUSE_CUT: Final = re.compile(
    r"[;:]|\)\s*(?:[—–]|--?)\s|\((?=[^)]*$)"
    r"|, (?:and|but|while|as|when|which|after|although|though|whereas) "
    r"|(?:^|[,\s])(?:that|which|what|because|while|whereas|although) "
    r"|\s(?:and|but|as|when|after|before|if|where) (?=[A-Z]|(?:he|she|it|they|we|I)\b|the )"
)
# Between two quotations of one sentence, these turn to somebody else or to another matter.
CHANGES_SPEAKER: Final = re.compile(r"[;:]|\b(?:while|whereas|although|though|after|before|when)\b")
_LEADS = _any("""
    In On At During After Before Following Writing Speaking Asked Responding Of For From Citing As
    When While Meanwhile However Later Earlier Yesterday But And Yet Then Still Instead Also Last
    Late Despite Regarding With If Here There To Under Over Among
    (?!King|Beijing)[A-Z][a-z]+ing(?=\\s(?:[a-z]|[A-Z][a-z]+['’]s))
""")
LEAD_IN: Final = re.compile(rf"^\s*(?:{_LEADS}\b[^,]*,\s+)+")
LEADING_WORD: Final = re.compile(
    "^"
    + _any("""But And Yet Then Still So Later Also Meanwhile However Instead Though While As that
    when because after before how what if where""")
    + r"\s+",
    re.IGNORECASE,
)
PLACE_TIME: Final = re.compile(rf"\s+{_any(_WEEKDAYS + _WHERE_WHEN)}\b.*$")
NO_SUBJECT: Final = re.compile(
    _any("""and but or in on at of for to with by as from when while who is was are were has had
    not though although since because including compared if after before until unless than so
    which that""")
    + r"\b"
)

# "commercials it described as", "what he called": the last words are the subject.
PRONOUN_LAST: Final = re.compile(rf"\s({PRONOUN})\s*$")
HAS_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|does|do|did|will|would|can|could|should|may|might)\b"
)
NO_SUBJECT_END: Final = re.compile(r"\b(?:to|not|is|was|are|were|be|been|by|of|the|an?|or)$")

# What follows is a title or a term, which nobody says.
TITLED: Final = re.compile(
    r"\b(?:"
    + _any("""titled entitled named known_as nicknamed hashtag so-called slogan headlined""")
    + r"\b[^.\"“]{0,24}|"
    + _any("""term word words phrase song single album film movie book novel show series category
    name entry status reading game play column essay article episode section""")
    + r"(?: \w+)?,?\s*)$"
)
WHAT_CALLED: Final = re.compile(r"\bwhat [^,.;:]{1,60} (?:called|dubbed|labell?ed|termed),?\s*$")
NAMING: Final = re.compile(
    r"\b(?:called|titled|entitled|named|dubbed|labell?ed|nicknamed"
    r"|(?:known|branded|listed)(?: \w+){0,3} as),?\s*$"
)
