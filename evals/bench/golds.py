"""Make a suite to measure an evaluation with: articles, and gold proposed from them by a program.

Gold that a person wrote would say more; it would not take longer to match. Each article has about
as many facts and traps as ours have, and they turn on the same kinds of values.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evals.bench.articles import write_articles
from evals.gold.load import load
from evals.gold.model import GoldFact
from evals.gold.new import new
from summarize.article import read

# As many as a person writes for an article, of which so many must be stated.
FACTS = 20
MUST = 6
TRAPS = 8
SUITE = "name: bench\ngold: [gold/*.yaml]\nprompts: [brief]\nmodels: [server/test]\n"


@dataclass(frozen=True, slots=True)
class Written:
    """A suite, and how much is in it."""

    suite: Path
    articles: int
    facts: int
    traps: int


def write_suite(seeds: Path, folder: Path, count: int) -> Written:
    """Write a suite about `count` articles made from the texts in `seeds`."""
    paths = write_articles(seeds, folder / "articles", count)
    (folder / "gold").mkdir(exist_ok=True)
    facts = traps = 0
    for path in paths:
        gold = _gold(path, folder / "gold" / f"{path.stem}.yaml")
        facts += len(gold["facts"])
        traps += len(gold["traps"])
    suite = folder / "suite.yaml"
    suite.write_text(SUITE, encoding="utf-8")
    return Written(suite, count, facts, traps)


def _gold(article: Path, place: Path) -> dict[str, Any]:
    place.write_text(new(read(str(article)), place), encoding="utf-8")
    proposed = load(place).gold
    facts = _spread(proposed.facts)
    traps = [trap for fact in facts if (trap := _trap(fact)) is not None][:TRAPS]
    gold = proposed.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"traps"})
    gold["facts"] = [
        fact.model_dump(mode="json", by_alias=True, exclude_none=True)
        | {"weight": "must" if number < MUST else "may"}
        for number, fact in enumerate(facts)
    ]
    gold["traps"] = traps
    text = yaml.safe_dump(gold, sort_keys=False, allow_unicode=True, width=100)
    place.write_text(text, encoding="utf-8")
    return gold


def _spread(facts: tuple[GoldFact, ...]) -> list[GoldFact]:
    """Return so many facts from all of the article."""
    wanted = min(FACTS, len(facts))
    return [facts[number * len(facts) // wanted] for number in range(wanted)]


def _trap(fact: GoldFact) -> dict[str, Any] | None:
    """Return a trap with another value in the fact's place; None where that is not simple."""
    value = fact.value
    if value is None:
        return None
    if value.date is not None:
        other: dict[str, Any] = {"date": "1901-01-01"}
    elif value.number is not None:
        other = {"number": {"amount": value.number.amount + 7, "unit": value.number.unit}}
    elif value.percent is not None:
        other = {"percent": value.percent / 2}
    else:
        return None
    return {
        "id": f"wrong-{fact.id}"[:60].rstrip("-"),
        "states": f"It is not so that {fact.states[0].lower()}{fact.states[1:]}",
        "breaks": fact.id,
        "value": other,
        "with": list(fact.with_),
    }
