"""The words dates are written with: names of months and days, units, and what stands around them.

Tables only. Names that are also ordinary words or people ("May", "March", "Sun") are told apart in
`date_grammar`, which knows their neighbours.
"""

from typing import Final

from summarize.values.date_value import MONTHS, WEEKDAYS
from summarize.values.number_words import SMALL

MONTH_NUMBER: Final[dict[str, int]] = (
    {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
    | {"sept": 9}
)

WEEKDAY_NUMBER: Final[dict[str, int]] = (
    {name.lower(): number for number, name in enumerate(WEEKDAYS)}
    | {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
    | {
        "tues": 1,
        "weds": 2,
        "thur": 3,
        "thurs": 3,
    }
)

DAYS_FROM_TODAY: Final[dict[str, int]] = {
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
}

SEASONS: Final[dict[str, str]] = {
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}

DECADE_WORDS: Final[dict[str, int]] = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}

# "last" and "next" shift a unit by one; "this" keeps it.
SHIFT: Final[dict[str, int]] = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}

# How many, in "three days ago". "a few" and "several" name a direction and no date.
VAGUE_COUNTS: Final = frozenset({"several", "few", "some", "many", "couple"})
COUNTS: Final[dict[str, int]] = SMALL | {"a": 1, "an": 1}

PARTS: Final[dict[str, str]] = {
    "early": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "start": "early",
    "beginning": "early",
    "end": "late",
}
"""Which part of a period is meant. "earlier this year" is any day before now, and so no part."""

# Words before a weekday that make a name of it: "Good Friday", "Super Tuesday".
NAMED_DAYS: Final = frozenset(
    "black good bloody easter palm ash holy cyber super shrove whit giving maundy spy ruby "
    "every each a an any one most some".split()
)

# Words after a weekday that make a name of it: "the Sunday Times", "Monday Night Football".
TITLES: Final = (
    "Times|Telegraph|Mirror|Mail|Herald|Post|Express|People|World|Business|Independent|Tribune"
    "|Star|Sun|Mercury|Sport|Magazine|Review|Show|Club|Programme|Program"
    "|Night (?:Live|Football|Fever|Lights)|Islands?"
)

# Words before four digits that number something else than a year.
NUMBERED: Final = frozenset(
    "resolution flight route section room page pages no number model chapter channel volume vol "
    "version windows unit apartment highway boeing airbus line lot class case bill order decree "
    "rule paragraph article figure table post posts asteroid type mark code box phone".split()
)

# Nouns that four bare digits count even after "the" or "in": "in 2000 people".
COUNTED: Final = (
    "people|persons?|men|women|children|votes?|voters|seats|troops|soldiers|police|pilgrims|jobs"
    "|homes|houses|deaths|dead|injured|wounded|cases|refugees|migrants|passengers|workers|staff"
    "|students|pupils|members|delegates|residents|civilians|fighters|points|times|words|pages"
    "|hours?|days?|weeks?|months?|years?|minutes?|seconds?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?"
    "|feet|foot|yards?|acres?|hectares?|km|kg|mph|kph|rpm|cc|mm|cm|ft|lbs?|pounds?|tons?|tonnes?"
    "|kilograms?|grams?|lit(?:er|re)s?|gallons?|barrels?|degrees|dollars?|euros?|yen|yuan|won"
    "|rupees|roubles|rubles|pesos|francs|marks|lire|percent|per cent|shares|square|cubic"
    "|thousand|million|billion|trillion|or more|or so|of them|of those"
)
