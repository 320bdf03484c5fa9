"""How English news text says that somebody said something: the words, and the forms they take.

Closed lists. A form that is not here gives no speaker, which is better than a wrong one.
"""

import re
from typing import Final

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
    """
)
SAYING: Final = re.compile(rf"\b{SAY}\b")
SAYING_PARTLY: Final = re.compile(rf"\b{SAY_PARTLY}\b")

# A full stop after these does not end a sentence.
SHORT: Final = (
    _any("Mr Mrs Ms Dr Sen Rep Gov Gen Prof Rev St Sgt Lt Col Capt Jr Sr Adm Maj")[:-1]
    + r"|U\.S|U\.N|[A-Z])"
)
_NOT_SHORT = (
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr))(?<!\b(?:Prof|Capt))"
    r"(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Rev|Sgt|Col|Adm|Maj))"
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
_HELPERS = "has had have also then later once further simply only did would will could [a-z]+ly"
HELPED: Final = re.compile(rf"\s(?:{_any(_HELPERS)} ){{0,4}}$")
_ASIDE = r",[^,\"“”\n]{2,90}(?:,[^,\"“”\n]{2,60})?,|\s\([^)\n]{1,40}\)"

# After the closing mark: `said X`, `X, editor of the Post, said`, `according to X`.
VERB_FIRST: Final = re.compile(rf"[,\s]*(?!\w+ing\b){SAY}(?: in part)?\s+{_SUBJECT}{_STOP}")
SUBJECT_FIRST: Final = re.compile(
    rf"[,.\s]*{_SUBJECT}(?P<aside>{_ASIDE})?\s+(?:{_any(_HELPERS)} ){{0,4}}{SAY}\b"
)
ACCORDING: Final = re.compile(
    rf"[,\s]*(?:according to|in the words of|as per)\s+{_SUBJECT}{_STOP}", re.IGNORECASE
)
# At the end of a sentence that a quotation opens: `"…" is wrong, said X.`
LATER: Final = re.compile(
    rf", (?:said|says|wrote|added|told)\s+{_SUBJECT}{_STOP}"
    rf"|, {_SUBJECT.replace('<who>', '<whom>')}\s+(?:said|says|wrote|added)\."
)

# Before the opening mark: `According to X, "…"`, `X: "…"`, `X left the room, saying "…"`.
ACCORDING_FIRST: Final = re.compile(rf"\s*(?:According to|In the words of)\s+{_SUBJECT}(?:,|$)")
_NAME_WORD = (
    r"(?:[A-Z](?:\.[A-Z])*\.(?= )|(?:al|el|Al|El)-[A-Z][\w’'-]*|[A-Z][\w’'&-]*"
    r"|of|the|and|de|van|von|bin|for|da|di|du|la|del)"
)
COLON: Final = re.compile(rf"(?:^|[.!?–—-]\s+)(?P<who>{_NAME_WORD}(?:\s{_NAME_WORD}){{0,6}}):\s*$")
NAMED_FIRST: Final = re.compile(
    rf"(?P<who>(?:[A-Z][\w’'.-]*|{PRONOUN})"
    rf"(?: (?:{SHORT}\.|[A-Z][\w’'-]*|(?:of|the|and|de|van|von|bin)(?= [A-Z]))){{0,6}})"
    r"\s+(?:[a-z]+ly )?(?!(?:of|in|on|at|and|for|to)\b)[a-z]+"
)
PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|be|is|are|get|got)\s+(?:\w+ly\s+)?$")
NOUN_NEXT: Final = re.compile(r"\b(?:to|a|an|the|his|her|their|its|of|is|was|are|were) $")
# The verb shares the subject of an earlier one: "smiled and said".
ELIDED: Final = re.compile(r"\b(?:and|but|or|then)\s+(?:also |then |later |\w+ly )?$")
CLAUSE_CUT: Final = re.compile(
    r"[;:]|, (?:and|but|while|as|when|which|after|although|though|whereas) "
    r"|(?:^|[,\s])(?:that|which|because|while|whereas|although) "
    r"|\s(?:and|but|as|when|after|before|if|where) (?=[A-Z]|(?:he|she|it|they|we|I)\b|the )"
)
_LEADS = _any("""
    In On At During After Before Following Writing Speaking Asked Responding Of For From Citing As
    When While Meanwhile However Later Earlier Yesterday But And Yet Then Still Instead Also Last
    Late Despite Regarding With If
""")
LEAD_IN: Final = re.compile(rf"^(?:{_LEADS}\b[^,]*,\s+)+")
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
    not""")
    + r"\b"
)

# What follows is a title or a term, which nobody says.
TITLED: Final = re.compile(
    r"\b"
    + _any("""called titled entitled named dubbed known_as labell?ed nicknamed term word words
    phrase song single album film movie book novel show series hashtag so-called slogan category
    headlined name
    entry status reading game play column essay article episode section""")
    + r"\b[^.\"“]{0,24}$"
)
NAMING: Final = re.compile(
    r"\b(?:called|titled|entitled|named|dubbed|labell?ed|nicknamed"
    r"|(?:known|branded|listed)(?: \w+){0,3} as),?\s*$"
)
