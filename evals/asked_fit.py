"""Fit the judges that ask a language model, on people's judgements.

    python -m evals.asked_fit DATA --model local/qwen2.5-coder-1.5b -n 75 --systems 8

writes the model "asked" of evals/match/lexical_weights.json and of
summarize/judge/support_weights.json, beside those that ask nobody. Answers come from the cache or
from --replay; what is not there is asked, which takes an hour or two on two cores. Of summaries
whose labels are no judgements (see evals/match/fit.py) nothing is asked.
"""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any

from evals import fitted, judge_fit
from evals.agreement.asked import UNASKED
from evals.judge_weights import fit_with_a_model
from evals.match import fit as match_fit
from evals.match import lexical
from evals.people.data import FACTS, Claim, Fact, People, first_articles, first_systems
from evals.run.asking import Asking, open_models
from summarize.judge import support
from summarize.judge.ask import fact_log_odds, least_log_odds
from summarize.judge.question import load_question
from summarize.judge.support import ASKED
from summarize.models import Model

Place = tuple[str, str, str]
"""Article, system, and fact."""


async def fact_answers(model: Model, facts: list[Fact]) -> dict[Place, dict[str, float]]:
    """Ask about facts; those of which the model tells nothing are left out."""
    told = {}
    for number, fact in enumerate(facts):
        _tell("facts", number, len(facts))
        if answer := await fact_log_odds(model, fact.summary, fact.fact):
            told[fact.article_id, fact.system, fact.fact_id] = answer
    return told


async def claim_answers(
    model: Model, people: People, claims: list[Claim]
) -> dict[tuple[str, str], float]:
    """Ask about the sentences of summaries, each once."""
    question = load_question("states")
    told: dict[tuple[str, str], float] = {}
    for number, claim in enumerate(claims):
        _tell("sentences", number, len(claims))
        key = (claim.key, claim.sentence)
        if key not in told:
            article = people.article(claim.key)
            odds = await least_log_odds(model, question, article, claim.sentence)
            if odds is not None:
                told[key] = odds
    return told


def _tell(what: str, done: int, of: int) -> None:
    if done % 100 == 0:
        print(f"{what}: {done} of {of}", file=sys.stderr)  # noqa: T201


async def fit_both(people: People, data: Path, model: Model, options: argparse.Namespace) -> None:
    """Ask, fit, and write both files of weights."""
    given = match_fit.rows(data / match_fit.FACTS)
    unjudged = match_fit.filled_in(given)
    drawn = first_systems(((f.article_id, f.system) for f in people.rows(FACTS)), options.systems)
    facts = [f for f in people.rows(FACTS) if (f.article_id, f.system) in drawn - unjudged]
    answers = await fact_answers(model, facts)
    rows = [row for row in given if _place(row) in answers]
    stated = match_fit.fitted_model(
        rows, match_fit.data_digest(data), lambda row: answers[_place(row)]
    )
    fitted.save(lexical.WEIGHTS, ASKED, {"model": model.name, **stated}, what=match_fit.WHAT)
    claims = []
    for file in judge_fit.FILES:
        chosen = [c for c in people.rows(file) if c.origin not in UNASKED]
        for corpus in sorted({c.corpus for c in chosen}):
            of_corpus = [c for c in chosen if c.corpus == corpus]
            articles = first_articles((c.article_id for c in of_corpus), options.articles)
            claims += [c for c in of_corpus if c.article_id in articles]
    cases = judge_fit.judged(people, await claim_answers(model, people, claims))
    supported = judge_fit.record(people, cases, fit_with_a_model)
    fitted.save(support.WEIGHTS, ASKED, {"model": model.name, **supported}, what=judge_fit.WHAT)


def _place(row: match_fit.Row) -> Place:
    return (row["article_id"], row["system"], row["fact_id"])


def main() -> None:
    """Open the model, ask, fit."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", type=Path, help="the folder of human judgements")
    parser.add_argument("--model", required=True, help="provider/name")
    parser.add_argument("-n", dest="articles", type=int, help="articles of each set or corpus")
    parser.add_argument("--systems", type=int, help="systems of each article, for facts")
    parser.add_argument("--replay", type=Path, help="answer from this folder alone")
    options = parser.parse_args()
    asking = Asking(jobs=1, replay=options.replay)
    model: Any = open_models([options.model], asking, lambda _what, _share: None)[options.model]

    async def run() -> None:
        try:
            await fit_both(People(options.data), options.data, model, options)
        finally:
            await model.close()

    asyncio.run(run())


if __name__ == "__main__":
    main()
