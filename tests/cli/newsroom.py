"""Articles to summarize, and a server whose model is an honest editor: it copies what is there."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.loopback import Behaviour, Body, Reply, answer

TOWNS = "Wells Derby Truro Leeds Perth Ripon Lincoln York Durham Exeter".split()

STORY = """\
{town} council approves {bridge}

The council of {town} approved {bridge} on 3 March 2021. {bridge} will cost $4 million.

"This is a good day for {town}," said Anna Berg, the mayor. Work on it begins in May 2022.
"""

NUMBERED = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)


def story(number: int = 0) -> str:
    """Return an article like no other: all of its sentences hold its town or its bridge."""
    town = TOWNS[number % len(TOWNS)]
    return STORY.format(town=town, bridge=f"Bridge {number + 100}")


def stories(folder: Path, count: int) -> list[str]:
    """Write so many articles into a folder; return their file names."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"s{number:02}.txt" for number in range(count)]
    for number, name in enumerate(names):
        (folder / name).write_text(story(number), encoding="utf-8")
    return names


def bridge(request: Body) -> int:
    """Return the number of the story a request is about."""
    found = re.search(r"Bridge (\d+)", given(request))
    assert found, request
    return int(found[1]) - 100


def given(request: Body) -> str:
    """Return what a request is about: the text that its system message speaks of."""
    said = [m["content"] for m in request["messages"] if m["role"] == "user"]
    return next(text for text in reversed(said) if "Bridge " in text)


def schema(request: Body) -> dict[str, Any]:
    """Return the schema that the answer shall have."""
    found = request["response_format"]["json_schema"]["schema"]
    assert isinstance(found, dict)
    return found


def edit(request: Body) -> str:
    """Answer as an editor who adds nothing would."""
    states: list[dict[str, Any]] = [
        {"evidence": [int(n)], "statement": words} for n, words in NUMBERED.findall(given(request))
    ]
    wanted = schema(request)["properties"]
    made: dict[str, Any] = {}
    if "key_points" in wanted:
        made["key_points"] = states[:2]
    if "abstract" in wanted:
        made["abstract"] = states[:1]
    if "headline" in wanted:
        made["headline"] = states[0] | {"statement": states[0]["statement"].partition(" on ")[0]}
    if "statement" in wanted:
        made["statement"] = given(request).splitlines()[-1]
    return json.dumps(made)


editor: Behaviour = answer(edit)


def by_story(cases: Mapping[int, Behaviour], otherwise: Behaviour = editor) -> Behaviour:
    """Behave in a special way to requests about some stories."""

    async def behave(request: Body) -> Reply:
        reply = cases.get(bridge(request), otherwise)(request)
        return reply if isinstance(reply, Reply) else await reply

    return behave
