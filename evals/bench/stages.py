"""How long each step of one article takes, in this process, without a model.

    python -m evals.bench.stages FOLDER     prints JSON: milliseconds an article, by step

Each step runs on every article of the folder once, so that nothing is found worked out already.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from summarize.article import Article, read
from summarize.check import check
from summarize.check.claim import Claim
from summarize.pipeline.found import find_values
from summarize.pipeline.show import plain_line

# Of these, as many as a summary states.
STATED = 5

In = TypeVar("In")
Out = TypeVar("Out")


def main(folder: str) -> None:
    """Print the steps' times."""
    paths = sorted(str(path) for path in Path(folder).glob("*.txt"))
    warm, timed = paths[:5], paths[5:]
    for path in warm:
        _checks(_claims(read(path)))
    spent: dict[str, float] = {}
    found = _timed("reading", read, timed, spent)
    _timed("values", find_values, found, spent)
    claims = _timed("showing", _claims, found, spent)
    _timed("checks", _checks, claims, spent)
    sys.stdout.write(json.dumps(spent) + "\n")


def _timed(
    name: str, step: Callable[[In], Out], given: Iterable[In], spent: dict[str, float]
) -> list[Out]:
    things = list(given)
    began = time.process_time()
    made = [step(thing) for thing in things]
    spent[name] = (time.process_time() - began) / len(things) * 1000
    return made


def _claims(article: Article) -> list[Claim]:
    body = article.body()[:STATED]
    return [Claim(plain_line(article, s), (s.words,), article) for s in body]


def _checks(claims: list[Claim]) -> int:
    return sum(len(check(claim)) for claim in claims)


if __name__ == "__main__":
    main(sys.argv[1])
