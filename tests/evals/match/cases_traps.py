"""Traps: what falls into one, and what comes near without falling."""

from typing import Literal

import pytest

from evals.gold.model import Trap
from tests.evals.match.case import fact, trap

TOLL = fact(
    "The storm killed 107 people and wounded 238.", "kill", number={"amount": 107, "unit": "people"}
)
HELD = fact("The election was held on 4 September 2016.", "election", date="2016-09-04")
WON = fact("Raymond Wong defeated Nathan Law.", "defeat", name="Raymond Wong")
LIKELY = fact("The mayor plans to resign in spring.")
GOES_ON = fact("The ministry says the broadcasts will continue.")

SWAPPED = trap("The storm killed 238 people and wounded 107.")
DAY = trap("The election was held on 9 September 2016.", "election", date="2016-09-09")
LOST = trap("Nathan Law defeated Raymond Wong.")
GONE = trap("The mayor has resigned.")
STOP = trap("The ministry says the broadcasts will stop.")
SPEAKER = trap(
    'Paul Dewar said the letter was "lost".',
    "dewar",
    quote={"text": "lost for good", "speaker": "Paul Dewar"},
)

Expected = Literal["stated", "not"]


def case(id_: str, gold: object, into: Trap, says: str, expected: Expected) -> object:
    return pytest.param(gold, into, says, expected, id=id_)


CASES = [
    case(
        "numbers exchanged", TOLL, SWAPPED, "The storm killed 238 people and wounded 107.", "stated"
    ),
    case(
        "numbers not exchanged",
        TOLL,
        SWAPPED,
        "The storm killed 107 people and wounded 238.",
        "not",
    ),
    case(
        "numbers not exchanged, numbers first",
        TOLL,
        SWAPPED,
        "107 people were killed and 238 wounded in the storm.",
        "not",
    ),
    case("the dateline for the day", HELD, DAY, "The election was held on 9 September.", "stated"),
    case("the right day", HELD, DAY, "The election was held on 4 September.", "not"),
    case(
        "both days, each with its own",
        HELD,
        DAY,
        "The election was held on 4 September, the paper wrote on 9 September.",
        "not",
    ),
    case("roles exchanged", WON, LOST, "Nathan Law defeated Raymond Wong.", "stated"),
    case("roles as they were", WON, LOST, "Raymond Wong defeated Nathan Law.", "not"),
    case(
        "roles as they were, in the passive",
        WON,
        LOST,
        "Nathan Law was defeated by Raymond Wong.",
        "not",
    ),
    case(
        "roles exchanged in the passive",
        WON,
        LOST,
        "Raymond Wong was defeated by Nathan Law.",
        "stated",
    ),
    case("a plan told as done", LIKELY, GONE, "The mayor has resigned.", "stated"),
    case("a plan told as a plan", LIKELY, GONE, "The mayor plans to resign in spring.", "not"),
    case(
        "the opposite word", GOES_ON, STOP, "The ministry says the broadcasts will stop.", "stated"
    ),
    case(
        "the fact's own word",
        GOES_ON,
        STOP,
        "The ministry says the broadcasts will continue.",
        "not",
    ),
    case(
        "the opposite word, denied",
        GOES_ON,
        STOP,
        "The ministry says the broadcasts will not stop.",
        "not",
    ),
    case(
        "a quotation by the wrong speaker",
        GOES_ON,
        SPEAKER,
        'Paul Dewar said the letter was "lost for good".',
        "stated",
    ),
    case(
        "a quotation by the right speaker",
        GOES_ON,
        SPEAKER,
        'John Baird said the letter was "lost for good".',
        "not",
    ),
]
