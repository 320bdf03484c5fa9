"""A suite of one made-up article, on disk, whose only model is the baseline."""

import hashlib
from pathlib import Path

import yaml

ARTICLE = """Leeds votes to close 12 schools

The council of Leeds voted on 4 May 2017 to close 12 schools for good.

Mayor Ann Poe told reporters that "the town has no choice" in all this.

The union of teachers called the vote a scandal.

Two of the schools were built in the last century.

The buildings are to be sold to a firm from York.

Pupils are to move to schools in the north of the city.

Buses will take them there in the morning.

The opposition spoke for three hours before the vote.

No date was given for the sale.

Parents plan a march to the town hall on 9 June 2017, with 300 taking part.
"""

FACTS = [
    {
        "id": "vote-to-close",
        "states": "The council of Leeds voted on 4 May 2017 to close 12 schools.",
        "quote": "The council of Leeds voted on 4 May 2017 to close 12 schools for good.",
        "value": {"date": "2017-05-04"},
        "with": ["voted", "vote"],
        "weight": "must",
    },
    {
        "id": "parents-march",
        "states": "Parents plan a march on 9 June 2017.",
        "quote": "Parents plan a march to the town hall on 9 June 2017",
        "value": {"date": "2017-06-09"},
        "with": ["march"],
        "weight": "must",
    },
    {
        "id": "buildings-sold",
        "states": "The buildings are to be sold to a firm from York.",
        "quote": "The buildings are to be sold to a firm from York.",
        "value": {"name": "York"},
        "with": ["sold"],
    },
]


def write_suite(folder: Path, *, floors: str | None = None) -> Path:
    """Write the suite, its gold and its article; return the suite's path."""
    (folder / "schools.txt").write_text(ARTICLE, encoding="utf-8", newline="\n")
    gold = {
        "article": "schools.txt",
        "sha256": hashlib.sha256(ARTICLE.encode()).hexdigest(),
        "published": "2017-05-05",
        "facts": FACTS,
        "traps": [
            {
                "id": "wrong-day",
                "states": "The council voted on 9 June 2017.",
                "breaks": "vote-to-close",
                "value": {"date": "2017-06-09"},
                "with": ["voted"],
            }
        ],
        "reference": "Leeds voted on 4 May 2017 to close 12 schools.",
    }
    (folder / "schools.yaml").write_text(yaml.safe_dump(gold), encoding="utf-8")
    (folder / "recordings").mkdir(exist_ok=True)
    suite = {"name": "schools", "gold": ["schools.yaml"], "prompts": ["brief"], "models": ["lead"]}
    path = folder / "suite.yaml"
    named = suite | ({"floors": floors} if floors else {})
    path.write_text(yaml.safe_dump(named), encoding="utf-8")
    return path
