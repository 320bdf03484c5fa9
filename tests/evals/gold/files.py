"""A small article and its gold, written to a folder, with one part of the gold replaced."""

import hashlib
from pathlib import Path

from evals.gold.fault import GoldError
from evals.gold.load import Loaded, load
from evals.proof import check_file

ARTICLE = """\
Mayor opens bridge after two years

Mayor Ann Lee opened the bridge on Tuesday, two years after the old one was closed.

The bridge cost $4.2 million and is 500 miles (800 km) from the coast. Some 1,200 people came.

“We have waited long enough,” said Lee. Police say the driver Tom Roe stole the ribbon.

A quarter of the seats were empty, and the party ended on 25 October.

READ ALSO: Ten cats on a wall
"""

HEAD = """\
# yaml-language-server: $schema=../gold.schema.json
article: bridge.txt
sha256: {sha256}
published: "2015-08-21"
"""

FACT = """\
  - id: opening
    states: Mayor Ann Lee opened the bridge on 18 August 2015.
    quote: "Mayor Ann Lee opened the bridge on Tuesday"
    value: {date: "2015-08-18"}
    with: [opened, bridge]
    weight: must
"""


def folder(path: Path) -> Path:
    """Write the article."""
    (path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    return path


def gold(path: Path, facts: str = FACT, *, traps: str = "", head: str = HEAD) -> Path:
    """Write the gold file beside its article."""
    folder(path)
    sha256 = hashlib.sha256(ARTICLE.encode()).hexdigest()
    text = head.format(sha256=sha256) + "facts:\n" + facts + ("traps:\n" + traps if traps else "")
    file = path / "bridge.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def fact(**parts: str) -> str:
    """Return one fact, that of the opening with these parts replaced; "" leaves one out."""
    return _entry(
        {
            "id": "opening",
            "states": "Mayor Ann Lee opened the bridge on 18 August 2015.",
            "quote": '"Mayor Ann Lee opened the bridge on Tuesday"',
            "value": '{date: "2015-08-18"}',
            "with": "[opened, bridge]",
        }
        | parts
    )


def trap(**parts: str) -> str:
    """Return one trap against the opening, with these parts replaced."""
    return _entry(
        {
            "id": "wrong-day",
            "states": "Mayor Ann Lee opened the bridge on 21 August 2015.",
            "breaks": "opening",
            "value": '{date: "2015-08-21"}',
            "with": "[opened, bridge]",
        }
        | parts
    )


def _entry(parts: dict[str, str]) -> str:
    lines = [f"{key.rstrip('_')}: {value}" for key, value in parts.items() if value]
    return "  - " + "\n    ".join(lines) + "\n"


def faults(file: Path) -> list[str]:
    """Return "LINE: message" of each fault."""
    return [f"{fault.line}: {fault.message}" for fault in check_file(file)[1]]


def loading(file: Path) -> list[str] | Loaded:
    """Return the faults of loading, or what was loaded."""
    try:
        return load(file)
    except GoldError as error:
        return [f"{fault.line}: {fault.message}" for fault in error.faults]
