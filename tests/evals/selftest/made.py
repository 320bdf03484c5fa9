"""A known-good summary made for tests, and the self-test of those we ship, made once."""

import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from evals.gold.model import Gold
from evals.selftest.known import known_good
from evals.selftest.retrieve import retrieve
from evals.selftest.run import Result, self_test
from evals.selftest.variant import Good
from evals.trial import Said
from summarize.article import Article, from_text

GOLD = Path(__file__).resolve().parents[3] / "evals" / "gold"
TEXT = """Ferry firm fined over Leith grounding

A court in Edinburgh fined the ferry firm Norsea Lines 40,000 pounds on 12 March 2019.

Judge Anna Moir told Peter Quill that the crew "ignored three clear warnings" in the fog.

The firm may sell two of its 14 ships, its director Peter Quill said. It did not appeal.

About 80 people were taken off and 12 were treated in hospital after the grounding in July 2018.

READ ALSO: Nine ways to lose weight before the summer holidays

Follow us on Instagram
"""
STATEMENTS = (
    "A court fined the ferry firm Norsea Lines 40,000 pounds on 12 March 2019.",
    'Judge Anna Moir told Peter Quill that the crew "ignored three clear warnings" in the fog.',
    "The firm may sell two of its 14 ships, its director Peter Quill said, and it did not appeal.",
    "About 80 people were taken off and 12 were treated in hospital after the grounding in July "
    "2018.",
)


def article() -> Article:
    return from_text(TEXT, source="ferry.txt", id="ferry")


def gold() -> Gold:
    """Return gold with one must-fact, that the second statement states."""
    return Gold.model_validate(
        {
            "article": "ferry.txt",
            "sha256": article().sha256,
            "facts": [
                {
                    "id": "fine",
                    "states": "Norsea Lines was fined 40,000 pounds.",
                    "quote": "fined the ferry firm Norsea Lines 40,000 pounds",
                    "value": {"money": {"amount": 40000, "currency": "GBP"}},
                    "with": ["fine"],
                    "weight": "must",
                }
            ],
            "traps": [],
        }
    )


def good(*statements: str, others: Sequence[str] = ()) -> Good:
    """Return a good summary of the article, of these statements or of all."""
    read = article()
    said = tuple(
        Said(text, "text", retrieve(text, read), None) for text in statements or STATEMENTS
    )
    return Good(read, gold(), said, "reference", "ferry reference 1", tuple(others))


@cache
def of_this_project() -> tuple[Result, float]:
    """Return the self-test of this project's gold, and the seconds of CPU it took."""
    started = time.process_time()
    result = self_test(known_good([GOLD]))
    return result, time.process_time() - started
