"""Files to score, made for a test."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.evals.metrics.made import STORY

SCHOOLS = "Leeds will close 12 schools, the council decided on 4 May 2017."
GOLD = """\
article: {article}
sha256: {sha256}
published: "2017-05-05"
facts:
  - id: schools-closed
    states: The council of Leeds voted to close 12 schools.
    quote: "voted on 4 May 2017 to close 12 schools for good"
    value: {{number: {{amount: 12, unit: schools}}}}
    with: [clos]
    weight: must
  - id: march
    states: Parents march on 9 June 2017.
    quote: "Parents plan a march to the town hall on 9 June 2017"
    value: {{date: "2017-06-09"}}
    with: [march]
    weight: may
traps:
  - id: march-day-of-vote
    states: The council of Leeds voted on 9 June 2017.
    breaks: null
    value: {{date: "2017-06-09"}}
    with: [voted, decided]
"""


def gold(folder: Path, name: str = "schools", text: str = STORY) -> Path:
    """Write an article and its gold; return the gold file."""
    article = folder / f"{name}.txt"
    article.write_text(text, encoding="utf-8")
    file = folder / f"{name}.yaml"
    digest = sha256(text.encode()).hexdigest()
    file.write_text(GOLD.format(article=article.name, sha256=digest), encoding="utf-8")
    return file


def rows(folder: Path, *given: dict[str, Any], name: str = "theirs.jsonl") -> Path:
    file = folder / name
    file.write_text("".join(json.dumps(row) + "\n" for row in given), encoding="utf-8")
    return file


def row(summary: str = SCHOOLS, system: str = "ann", article: str = "schools") -> dict[str, str]:
    return {"article": article, "system": system, "summary": summary}
