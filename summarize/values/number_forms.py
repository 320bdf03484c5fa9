"""How numbers are written: digits, magnitudes, currencies, units, and the words before them.

Patterns and tables only; `numbers` says what they mean.
"""

import re
from typing import Final

from summarize.values.number_words import SCALES, SMALL

SP: Final = r"(?:[ \t]{1,2}|[ \t]?\n)"
GAP: Final = r"[ \t]{0,2}"

CURRENCY_SIGNS: Final[dict[str, str]] = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "nz$": "NZD",
    "nzd": "NZD",
    "a$": "AUD",
    "au$": "AUD",
    "aud": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "cad": "CAD",
    "hk$": "HKD",
    "hkd": "HKD",
    "s$": "SGD",
    "sgd": "SGD",
    "nt$": "TWD",
    "twd": "TWD",
    "r$": "BRL",
    "brl": "BRL",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "jpy": "JPY",
    "cny": "CNY",
    "rmb": "CNY",
    "₹": "INR",
    "rs": "INR",
    "inr": "INR",
    "₩": "KRW",
    "krw": "KRW",
    "₽": "RUB",
    "rub": "RUB",
    "₦": "NGN",
    "ngn": "NGN",
    "chf": "CHF",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "₪": "ILS",
    "₴": "UAH",
    "₺": "TRY",
}

# "pound" weighs too; see `same_number`.
CURRENCY_WORDS: Final[dict[str, str]] = {
    "dollar": "USD",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "new zealand dollar": "NZD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "hong kong dollar": "HKD",
    "singapore dollar": "SGD",
    "taiwan dollar": "TWD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "naira": "NGN",
    "swiss franc": "CHF",
    "rand": "ZAR",
    "peso": "peso",
    "franc": "franc",
    "krone": "krone",
    "krona": "krona",
    "lira": "TRY",
    "shekel": "ILS",
    "hryvnia": "UAH",
    "zloty": "PLN",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "nzd": "NZD",
    "aud": "AUD",
    "cad": "CAD",
}

MAGNITUDES: Final[dict[str, int]] = SCALES | {
    "hundred": 100,
    "dozen": 12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}

# Canonical names of units of measure. Two different ones never mean the same number.
MEASURES: Final[dict[str, str]] = {
    spelling: name
    for name, spellings in {
        "kilometre": "km kms kilometre kilometres kilometer kilometers",
        "metre": "m metre metres meter meters",
        "centimetre": "cm centimetre centimetres centimeter centimeters",
        "millimetre": "mm millimetre millimetres millimeter millimeters",
        "mile": "mile miles",
        "foot": "ft foot feet",
        "inch": "inch inches",
        "yard": "yard yards",
        "acre": "acre acres",
        "hectare": "ha hectare hectares",
        "kilogram": "kg kgs kilo kilos kilogram kilograms",
        "gram": "g gram grams",
        "tonne": "tonne tonnes",
        "ton": "ton tons",
        "pound": "pound pounds lb lbs £",
        "litre": "litre litres liter liters",
        "gallon": "gallon gallons",
        "barrel": "barrel barrels",
        "degree": "degree degrees °",
        "kph": "kph km/h kmh",
        "mph": "mph",
        "second": "seconds",
        "minute": "minute minutes",
        "hour": "hour hours",
        "day": "day days",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "month": "month months",
        "year": "year years",
        "decade": "decade decades",
        "century": "century centuries",
        "megawatt": "mw megawatt megawatts",
    }.items()
    for spelling in spellings.split()
}
TIME_UNITS: Final = frozenset(
    "second minute hour day week fortnight month year decade century".split()
)

# Exact multiples that a writer exchanges freely: "two decades" is 20 years.
SAME_UNIT: Final[dict[str, tuple[str, int]]] = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "fortnight": ("week", 2),
}

# A word for a number with no number of its own; "dozens" is at least two dozen.
VAGUE: Final[dict[str, int]] = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}

FRACTIONS: Final[dict[str, int]] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
FRACTION_SIGNS: Final[dict[str, tuple[int, int]]] = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅛": (1, 8),
}

# Thousands may be grouped by a comma, or by a space that does not break; never by a plain space.
DIGITS: Final = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?P<sign>[½⅓⅔¼¾⅕⅛])?"
)
MAGNITUDE: Final = re.compile(
    rf"(?:{SP}|-)?(?P<word>thousand|million|billion|trillion|lakh|crore|dozen|hundred)s?\b"
    rf"|{GAP}(?P<short>mn|mln|bn|tn|trn|k)\b|{GAP}(?P<letter>[mb])\b",
    re.IGNORECASE,
)
PERCENT: Final = re.compile(
    rf"{GAP}%(?![A-Za-z])|(?:{SP}|-)?(?P<points>percentage{SP}points?)\b"
    rf"|(?:{SP}|-)?(?:percent|per{SP}cent|pct|pc)\b",
    re.IGNORECASE,
)
CURRENCY_BEFORE: Final = re.compile(
    r"(?<![A-Za-z])(?P<sign>(?:(?:US|NZ|AU|CA|HK|NT) ?|[ACSR])?\$|[€£¥₹₩₽₦₪₴₺]|Rs\.?"
    r"|(?:US|NZ|AU|CA|HK|SG|TW)D|EUR|GBP|JPY|CNY|RMB|INR|KRW|RUB|BRL|CHF|SEK|NOK|DKK|NGN)"
    r"[ \t]{0,2}$"
)
_MONEY: Final = "|".join(re.escape(word) for word in sorted(CURRENCY_WORDS, key=len, reverse=True))
CURRENCY_AFTER: Final = re.compile(
    rf"(?:{SP}|-)?(?P<word>{_MONEY})(?:e?s)?\b|{GAP}(?P<sign>[€£¥₽])", re.IGNORECASE
)
ORDINAL_ENDING: Final = re.compile(r"(?:st|nd|rd|th)\b")
CLOCK: Final = re.compile(
    r"\d{1,2}(?:[:.]\d{2}){0,2} ?(?:[ap]\.m\.?|[ap]m\b|o'clock|(?:GMT|UTC|BST|EST|EDT|CET|hrs)\b)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{4} ?(?:GMT|UTC|hours|hrs)\b",
    re.IGNORECASE,
)
SHAPE: Final = re.compile(r"(?P<top>\d{1,3})/(?P<bottom>\d{1,3})(?![\d/])")
IN_OF: Final = re.compile(
    rf"{SP}(?:out{SP}of|in){SP}(?:every{SP})?"
    rf"(?P<bottom>\d{{1,4}}(?![\d:%]|[.,]\d)|(?:{'|'.join(SMALL)})\b(?!-))"
    rf"(?!{SP}(?:{'|'.join(TIME_UNITS)})s?\b)",
    re.IGNORECASE,
)
FRACTION_WORDS: Final = re.compile(
    rf"(?P<top>an?|one|two|three|four|five|seven|nine)(?:{SP}|-)(?P<bottom>half|quarter|third|fourth"
    rf"|fifth|sixth|seventh|eighth|ninth|tenth)(?P<many>s)?\b(?!-)",
    re.IGNORECASE,
)
HALF: Final = re.compile(
    rf"half(?:{SP}an?{SP}(?=[a-z])|-(?=million|billion|dozen|hour|mile|century)"
    rf"|(?={SP}(?:of|the|its|their|his|her|all|our|those|these)\b))",
    re.IGNORECASE,
)
AND_A_HALF: Final = re.compile(rf"{SP}and{SP}a{SP}half\b", re.IGNORECASE)
RANGE: Final = re.compile(rf"(?:{GAP}-{GAP}|{SP}(?:to|or|and){SP})[$€£¥]?$")
NEXT_WORD: Final = re.compile(
    rf"{SP}(?P<word>[A-Za-z][A-Za-z']*)|(?P<joined>{GAP}-{GAP})(?P<noun>[a-z]+)"
)
OLD: Final = re.compile(rf"{GAP}-{GAP}olds?\b|{SP}(?:old|of{SP}age)\b")

BOUNDS: Final[tuple[tuple[str, str], ...]] = (
    ("at least", r"at least|no fewer than|no less than|not less than|a minimum of|minimum of"),
    ("at most", r"at most|up to|as many as|as much as|no more than|not more than|a maximum of"),
    (
        "more than",
        r"more than|over|above|exceeding|exceeded|exceeds|in excess of|upwards of|just over"
        r"|greater than|larger than|higher than",
    ),
    ("less than", r"less than|under|fewer than|below|just under|lower than|short of"),
    (
        "about",
        r"about|around|approximately|approx\.?|roughly|some|nearly|almost|close to"
        r"|an estimated|estimated|circa|virtually|practically|~|around about",
    ),
)
BOUND_BEFORE: Final = re.compile(
    r"(?:^|(?<=[\s(\[\"',-]))(?:"
    + "|".join(f"(?P<{label.replace(' ', '_')}>{words})" for label, words in BOUNDS)
    + rf"){SP}?$",
    re.IGNORECASE,
)
BOUND_AFTER: Final = re.compile(
    rf"\+|{SP}(?P<at_least>or{SP}more)\b|{SP}(?P<at_most>or{SP}(?:less|fewer))\b", re.IGNORECASE
)

# A word that ends the search for the noun that is counted.
STOP: Final = frozenset(
    (
        "of in to and or the for were was are is be been have has had on at by from with who that "
        "which as but than when while after before since during until into over under out up down "
        "off per a an its his her their our this these those it he she they we i not no so if "
        "then also will would can could may might said says told plus minus against between among "
        "about around versus "
    ).split()
)
PLURALS: Final = frozenset(
    "people men women children police troops staff personnel dead injured wounded percent feet "
    "teeth mice cattle sheep fish aircraft media data criteria seed".split()
)
