"""Fit the judges that ask a language model, on people's judgements.

    python -m evals.fit.asked DATA --model local/qwen2.5-coder-1.5b --systems 8

writes the model "asked" of evals/match/lexical_weights.json and of
summarize/judge/support_weights.json, beside those that ask nobody. Answers come from the cache or
from --replay; what is not there is asked, which takes an hour or two on two cores. Of summaries
whose labels are no judgements (evals/people/drawn.py) nothing is asked.
"""

import argparse
import asyncio
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from evals.fit import match, record, support
from evals.match import lexical
from evals.people.data import FACTS, Claim, Fact, People
from evals.people.drawn import claims_of_articles, facts_of_systems, filled_in
from evals.run.asking import Asking, open_models
from summarize.judge.ask import FACT_QUESTIONS, SUPPORT_QUESTION, fact_log_odds, support_log_odds
from summarize.judge.question import digests
from summarize.judge.support import ASKED, WEIGHTS
from summarize.models import Model

T = TypeVar("T")


async def fact_answers(model: Model, facts: Sequence[Fact]) -> dict[Fact, dict[str, float]]:
    """Ask about facts; those of which the model tells nothing are left out."""
    told = {}
    for fact in _counted("facts", facts):
        if answer := await fact_log_odds(model, fact.summary, fact.fact):
            told[fact] = answer
    return told


async def claim_answers(
    model: Model, people: People, claims: Sequence[Claim]
) -> dict[tuple[str, str], float]:
    """Ask about the sentences of summaries, each once."""
    told: dict[tuple[str, str], float] = {}
    for claim in _counted("sentences", claims):
        key = (claim.key, claim.sentence)
        if key not in told:
            article = people.article(claim.key)
            odds = await support_log_odds(model, article, claim.sentence)
            if odds is not None:
                told[key] = odds
    return told


def _counted(what: str, things: Sequence[T]) -> Iterator[T]:
    """Yield each, and tell how many are done now and then."""
    for number, thing in enumerate(things):
        if number % 100 == 0:
            print(f"{what}: {number} of {len(things)}", file=sys.stderr)  # noqa: T201
        yield thing


async def fit_both(people: People, model: Model, options: argparse.Namespace) -> None:
    """Ask, fit, and write both files of weights."""
    facts = facts_of_systems(people.rows(FACTS), options.systems)
    left_out = filled_in(facts)
    told = await fact_answers(model, [f for f in facts if f.of_summary not in left_out])
    stated = match.fitted(people, told, systems=options.systems)
    asked = {"model": model.name, "questions_sha256": digests(FACT_QUESTIONS.values())}
    record.save(lexical.WEIGHTS, ASKED, asked | stated, what=match.WHAT)
    drawn = (claims_of_articles(people.rows(file), options.articles) for file in support.FILES)
    claims = [c for of_file in drawn for c in of_file if c.origin != support.CONFOUNDED]
    supported = support.fitted(people, await claim_answers(model, people, claims))
    asked = {"model": model.name, "questions_sha256": digests([SUPPORT_QUESTION])}
    record.save(WEIGHTS, ASKED, asked | supported, what=support.WHAT)


def main() -> None:
    """Open the model, ask, fit."""
    parser = record.arguments(__doc__)
    parser.add_argument("--model", required=True, help="provider/name")
    parser.add_argument("-n", dest="articles", type=int, help="articles of each set or corpus")
    parser.add_argument("--systems", type=int, help="systems of each article, for facts")
    parser.add_argument("--replay", type=Path, help="answer from this folder alone")
    options = parser.parse_args()
    asking = Asking(jobs=1, replay=options.replay)
    model: Any = open_models([options.model], asking, lambda _what, _share: None)[options.model]

    async def run() -> None:
        try:
            await fit_both(options.people, model, options)
        finally:
            await model.close()

    asyncio.run(run())


if __name__ == "__main__":
    main()
