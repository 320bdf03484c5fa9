"""Read full dates where they stand for the day of publication.

Only a whole date (day, month and year) counts, and only where it stands as a dateline, in metadata
or in front matter. Day and month in figures alone ("8/7/2015") are refused: they differ by country.
"""

import re
from datetime import date
from typing import Final

from summarize.values.span import Span

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)

_WEEKDAY: Final = (
    r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s+)"
)
_MONTH: Final = (
    r"(?P<m{n}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY: Final = r"(?P<d{n}>[0-3]?\d)(?:st|nd|rd|th)?"
_FULL_DATE: Final = (
    rf"{_WEEKDAY}?(?:"
    rf"{_MONTH.format(n=1)}\s+{_DAY.format(n=1)},?\s+(?P<y1>[12]\d{{3}})"
    rf"|{_DAY.format(n=2)}\s+{_MONTH.format(n=2)},?\s+(?P<y2>[12]\d{{3}})"
    rf"|(?P<y3>[12]\d{{3}})-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)"
    rf")(?!\d)"
)
_DATE = re.compile(_FULL_DATE, re.IGNORECASE)

_DATELINE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|date)(?:\s+(?:on|at))?\s*:?\s+)?"
    + _FULL_DATE
    + r"(?:\s*(?:,|\||at|-|–|—)?\s*\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?"
    r"\s*\.?",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updated", re.IGNORECASE)
_WITH_WEEKDAY = re.compile(_WEEKDAY, re.IGNORECASE)

# A dateline stands under the title, perhaps below a standfirst, a byline and a caption.
NEAR_TOP: Final = 5


def full_date(written: str) -> date | None:
    """Return the day that begins `written`, or None when it is not a whole, real date."""
    match = _DATE.match(written.strip())
    return _value(match) if match else None


def dateline(text: str, blocks: list[Span]) -> tuple[Span, date] | None:
    """Return where the dateline stands and its day, or None when there is none near the top.

    A dateline is a block of nothing but a date; or a date with its weekday that opens a block and
    is followed, without a word that ties them, by a sentence ("Thursday, May 7, 2015 On Tuesday").
    """
    found = None
    for block in blocks[:NEAR_TOP]:
        match = _DATELINE.match(text, block.start, block.end)
        day = _value(match) if match else None
        if match is None or day is None:
            continue
        if match.end() < block.end and not _stands_apart(text, match):
            continue
        if not _UPDATED.match(text, block.start):
            return Span(block.start, block.start + len(match[0].rstrip())), day
        found = found or (Span(block.start, block.start + len(match[0].rstrip())), day)
    return found


def _stands_apart(text: str, match: re.Match[str]) -> bool:
    """Say whether what follows the date on its line is another sentence."""
    rest = text[match.end() : match.end() + 2]
    glued = not match[0][-1].isspace() and not text[match.end()].isspace()
    return bool(_WITH_WEEKDAY.match(match[0])) and not glued and rest.strip()[:1].isupper()


def _value(match: re.Match[str]) -> date | None:
    """Return the day a match of the full-date pattern names, or None for 30 February."""
    part = match.groupdict()
    n = next(n for n in "123" if part[f"y{n}"])
    month = part[f"m{n}"]
    if not month.isdigit():
        month = 1 + _MONTHS.index(month.lower()[:3])
    try:
        return date(int(part[f"y{n}"]), int(month), int(part[f"d{n}"]))
    except ValueError:
        return None
