"""How dates are written, as patterns. What a match means is for `date_grammar` to say.

Each pattern is matched at the word that begins it, in a text made `plain`. Case is kept where it
tells a name of a month from a verb: "May" and "March" are months, "may" and "march" are not.
"""

import re
from typing import Final

from summarize.values.date_words import COUNTED, TITLES

SP: Final = r"(?:[ \t]{1,3}|[ \t]?\n[ \t]?)"

_MONTH: Final = (
    r"(?P<month>(?:[Jj]an(?:uary)?|JAN(?:UARY)?|[Ff]eb(?:ruary)?|FEB(?:RUARY)?|Mar(?:ch)?|MAR(?:CH)?"
    r"|[Aa]pr(?:il)?|APR(?:IL)?|May|MAY|[Jj]une?|JUNE?|[Jj]uly?|JULY?|Aug(?:ust)?|AUG(?:UST)?"
    r"|[Ss]ept(?:ember)?|[Ss]ep|SEPT(?:EMBER)?|[Oo]ct(?:ober)?|OCT(?:OBER)?|[Nn]ov(?:ember)?"
    r"|NOV(?:EMBER)?|[Dd]ec(?:ember)?|DEC(?:EMBER)?)(?![A-Za-z]))"
)
# Only a shortened name has a full stop of its own.
_DOT: Final = r"(?:(?<!M[Aa][Yy])(?<!J[Uu][NLnl][EYey])(?<![a-z]{4})(?<![A-Z]{5})\.)?"
_WEEKDAY_FULL: Final = (
    r"(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un"
    r"|MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)(?:day|DAY)(?![A-Za-z])"
)
_DAY: Final = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![A-Za-z\d])"
_DAY_OF_LIST: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>[12]\d{3})(?![\w%]|[,.]\d)"
# "Sun" and "Sat" alone are no days: a short form needs its date after it.
_WEEKDAY_FIRST: Final = (
    rf"(?:(?P<weekday>{_WEEKDAY_FULL}|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b)"
    rf"\.?(?:{SP}?,{SP}?|{SP}(?:the{SP})?|{SP}?-{SP}?))?"
)
_DAYPART: Final = rf"(?:{SP}(?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight)(?![A-Za-z]))?"
_NO_TITLE: Final = rf"(?!{SP}(?:{TITLES})\b)"

DAY_MONTH: Final = re.compile(
    rf"{_WEEKDAY_FIRST}"
    rf"(?P<more>(?:{_DAY_OF_LIST}(?:,{SP}|{SP}(?:and|to|or|until){SP}|{SP}?[-&]{SP}?)){{1,4}})?"
    rf"{_DAY}(?:{SP}of)?[ \t\n-]{{0,2}}{_MONTH}{_DOT}"
    rf"(?:(?:{SP}?,?{SP}(?:of{SP})?|-){_YEAR})?"
)
MONTH_DAY: Final = re.compile(
    rf"{_WEEKDAY_FIRST}{_MONTH}{_DOT}{SP}(?:the{SP})?{_DAY}(?![%:]|[.,]\d|{SP}(?:{COUNTED})\b)"
    rf"(?P<more>(?:(?:{SP}?[-&]{SP}?|{SP}(?:to|and|until){SP}|,{SP}){_DAY_OF_LIST}"
    rf"(?![\w:%]|[.,]\d|{SP}(?!(?:in|at|on|for|of|and|to)\b)[A-Za-z])){{1,4}})?"
    rf"(?:(?:{SP}?,{SP}?|{SP}(?:of{SP})?){_YEAR})?"
)
MONTH_YEAR: Final = re.compile(
    rf"{_MONTH}{_DOT}(?:,?{SP}(?:of{SP})?|-){_YEAR}"
    rf"(?!{SP}(?:{COUNTED})\b)"
)
MONTH_OF_SHIFTED_YEAR: Final = re.compile(
    rf"{_MONTH}(?:{SP}(?P<day>\d{{1,2}}))?,?{SP}(?:of{SP})?(?P<which>last|this|next){SP}year\b"
)
MONTH_ALONE: Final = re.compile(_MONTH)
ISO: Final = re.compile(r"(?P<year>[12]\d{3})([-/])(?P<month>\d\d)\2(?P<day>\d\d)(?![\d-])")
NUMERIC: Final = re.compile(
    r"(?P<first>\d{1,2})([-/.])(?P<second>\d{1,2})\2(?P<year>(?:19|20)\d\d)(?![\d/-])"
)
# "07/2016", and after "on" a day and month that cannot be two others: "25/10". 24/7 is no date.
MONTH_IN_FIGURES: Final = re.compile(r"(?P<month>0[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/-])")
DAY_IN_FIGURES: Final = re.compile(
    r"(?!24/7)(?:(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])"
    r"|(?P<us_month>0?[1-9]|1[0-2])/(?P<us_day>1[3-9]|2\d|3[01]))(?![\d/%-]|\.\d)"
)
YEAR: Final = re.compile(rf"{_YEAR}(?:[-/](?P<short>\d\d)(?![\w-]))?")
DECADE: Final = re.compile(r"(?:(?P<year>[12]\d\d0)|(?P<tens>[2-9]0))'?s(?![A-Za-z])")
CENTURY: Final = re.compile(
    rf"(?P<th>\d{{1,2}}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)(?:{SP}|-)century\b", re.IGNORECASE
)
WEEKDAY_ALONE: Final = re.compile(rf"(?P<weekday>{_WEEKDAY_FULL})(?!-[a-z]){_NO_TITLE}{_DAYPART}")
TODAY: Final = re.compile(
    rf"(?P<day>yesterday|today|tonight|tomorrow)\b(?!{SP}(?:show|programme|program)\b){_DAYPART}",
    re.IGNORECASE,
)
DAYPART: Final = re.compile(
    rf"(?P<which>last{SP}night|this{SP}(?:morning|afternoon|evening))\b", re.IGNORECASE
)
PERIOD: Final = re.compile(
    rf"(?P<which>(?i:last|this|current|next|coming|past)){SP}(?:(?P<also>coming|past){SP})?"
    # "This years festival" has lost its apostrophe.
    rf"(?:(?P<unit>(?i:week|weekend|month|quarter|year))"
    rf"(?:(?:(?<=his year)|(?<=his week)|(?<=his month))s(?![\w-])"
    rf"|(?![A-Za-z]|-(?!long|end)))"
    rf"|(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b"
    rf"|(?P<weekday>{_WEEKDAY_FULL}){_NO_TITLE}{_DAYPART}"
    rf"|{_MONTH}(?:{_DOT}{SP}{_DAY}(?![:%]|[,.]\d))?)"
)
# Told from another moment of the story, not from the day of publication.
ELSEWHEN: Final = re.compile(
    rf"(?:(?:next|following|previous|same|preceding){SP}(?:day|morning|evening|afternoon|night)"
    rf"|(?:following|previous|preceding|same){SP}(?:week|weekend|month|quarter|year|decade)"
    rf"|latest{SP}(?:fiscal{SP})?(?:week|month|quarter|year|period)|year(?:-|{SP})end"
    rf"|(?P<of_unit>day|week|month|year){SP}(?:before|after)(?!{SP}(?:yesterday|tomorrow))"
    rf"|(?:week|month|year){SP}earlier|year-(?:earlier|ago))\b",
    re.IGNORECASE,
)
# A period of accounts: only where a preposition and "the" stand before it.
THE_PERIOD: Final = re.compile(
    rf"(?:(?:full|fiscal){SP})?(?:year|quarter)\b(?!-|'s|{SP}(?:of|before|after|ago)\b)",
    re.IGNORECASE,
)
THE_WEEKEND: Final = re.compile(r"weekend\b", re.IGNORECASE)
SEASON: Final = re.compile(
    rf"(?P<season>spring|summer|autumn|fall|winter)"
    rf"(?:{SP}(?:of{SP}|in{SP})?{_YEAR}(?!{SP}(?:{COUNTED})\b))?(?![A-Za-z])",
    re.IGNORECASE,
)
YEAR_AND_QUARTER: Final = re.compile(
    rf"{_YEAR}{SP}(?P<number>first|second|third|fourth)(?:{SP}|-)quarter\b"
)
QUARTER: Final = re.compile(
    rf"(?P<number>first|second|third|fourth)(?:{SP}|-)quarter\b(?!-)"
    rf"(?:{SP}(?:of{SP}|in{SP})?{_YEAR})?",
    re.IGNORECASE,
)
# Looked for backwards from "ago" (and, for "a year", from "earlier").
DISTANCE: Final = re.compile(
    rf"(?:(?P<rough>about|around|nearly|almost|roughly|some|over|more than|less than|at least)"
    rf"{SP})?\b(?P<count>\d{{1,4}}|a{SP}few|a{SP}couple{SP}of|[a-z]+(?:-[a-z]+)?)(?:{SP}|-)"
    rf"(?P<unit>hour|minute|day|week|month|year|decade|century|centurie)s?"
    rf"(?P<also>{SP}or{SP}(?:so|two|more))?{SP}$",
    re.IGNORECASE,
)
WEEK_OF: Final = re.compile(
    rf"\b(?:the{SP})?week{SP}(?:of|beginning|starting)(?:{SP}on)?{SP}$", re.IGNORECASE
)
# What may stand before a date and belongs to it: "early in 2016", "late last week", "mid-1996".
PREFACE: Final = re.compile(
    rf"\b(?P<part>early|earlier|late|later|mid|(?:the{SP})?(?:start|beginning|middle|end){SP}of)"
    rf"(?:{SP}?-{SP}?|{SP}(?:(?:in|on){SP})?(?:the{SP})?)$",
    re.IGNORECASE,
)
