"""Small suites, and models that answer from a table, for tests of runs."""

import hashlib
import json
from pathlib import Path

from summarize.models import Completion, Request, Usage

ARTICLE = """Bridge closed after storm

LEEDS, 3 June 2019. The city closed the old bridge on Monday after a storm damaged two pillars.
Mayor Anna Holt said the repair would cost $4 million and take until October 2019.
About 1,200 people cross the bridge every day, the council reported.
"""

GOLD = """article: ../articles/{name}.txt
sha256: {sha256}
published: "2019-06-03"
facts:
  - id: bridge-closed
    states: The city closed the old bridge on 3 June 2019.
    quote: "The city closed the old bridge on Monday"
    value: {{date: "2019-06-03"}}
    with: [bridge]
    weight: must
  - id: repair-cost
    states: The repair would cost $4 million.
    quote: "the repair would cost $4 million"
    value: {{money: {{amount: 4000000, currency: USD}}}}
    with: [repair, cost]
    weight: must
  - id: daily-traffic
    states: About 1,200 people cross the bridge every day.
    quote: "About 1,200 people cross the bridge every day"
    value: {{number: {{amount: 1200, unit: people}}}}
    with: [cross, bridge]
    weight: may
traps:
  - id: wrong-cost
    states: The repair would cost $14 million.
    breaks: repair-cost
    value: {{money: {{amount: 14000000, currency: USD}}}}
    with: [repair, cost]
"""

SUITE = """name: small
gold: [gold/*.yaml]
prompts: [brief]
models: [server/test]
"""


def write_suite(folder: Path, *, names: tuple[str, ...] = ("bridge",), suite: str = SUITE) -> Path:
    """Write a suite with its gold and articles; return its path."""
    for part in ("articles", "gold"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for name in names:
        text = ARTICLE.replace("Bridge", name.capitalize())
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        gold = GOLD.format(name=name, sha256=sha256)
        (folder / "gold" / f"{name}.yaml").write_text(gold, encoding="utf-8")
    path = folder / "suite.yaml"
    path.write_text(suite, encoding="utf-8")
    return path


class Answering:
    """A model that states the article's sentence about the cost, and counts what it is asked."""

    name = "server/test"
    context = 8192
    chooses = True

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.closed = False

    async def complete(self, request: Request) -> Completion:
        """Answer in the form the schema asks for."""
        self.asked.append(request)
        properties = (request.schema or {})["properties"]
        point = {
            "evidence": [_number(request)],
            "statement": "Mayor Anna Holt said the repair would cost $4 million.",
        }
        if "key_points" in properties:
            answer = {"key_points": [point]}
        elif "headline" in properties:
            answer = {"abstract": [point], "headline": {**point, "statement": "Repair cost"}}
        else:
            answer = {"statement": point["statement"]}
        return Completion(json.dumps(answer), "stop", Usage(100, 0, 20), 0.5)

    def count_tokens(self, text: str) -> int:
        """Count words."""
        return len(text.split())

    async def close(self) -> None:
        """Take note."""
        self.closed = True


class Failing(Answering):
    """A model that fails in a way nobody foresaw."""

    async def complete(self, request: Request) -> Completion:
        """Fail."""
        raise ZeroDivisionError("by zero")


def _number(request: Request) -> int:
    """Return the number under which the request shows the sentence about the cost."""
    lines = request.messages[-1].content.splitlines()
    found = [line for line in lines if "$4 million" in line and line.startswith("[")]
    return int(found[0][1:].partition("]")[0]) if found else 1
