"""A server that answers like a careful model, each time after the same delay.

    python -m evals.bench.server --delay 0.2

It prints its port, then one line for each line read from stdin: how many calls it answered since
the last, and the most of them at once. Given a path on that line, it writes the calls' bodies
there. It ends with stdin. The statements are sentences of the request word for word, so the checks
pass.
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from tests.loopback import Loopback, answer

NUMBERED = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
# A house style allows 55 characters.
HEADLINE = re.compile(r"(\S.{20,54}?)(?= (?:in|after|since|when|before|by|at|on|to|for|that) )")
DIGIT = re.compile(r"\d")
# As many as the house style of the prompt `brief` allows.
POINTS = 5
ABSTRACT = 2


def answered(request: dict[str, Any]) -> str:
    """Return the answer to a request, of the form its schema asks for."""
    given = request["messages"][-1]["content"]
    properties = request["response_format"]["json_schema"]["schema"]["properties"]
    lines = [(int(number), text) for number, text in NUMBERED.findall(given)]
    if "key_points" in properties:
        return json.dumps({"key_points": [_item(*line) for line in _chosen(lines)]})
    if "headline" in properties:
        abstract = [_item(*line) for line in lines[:ABSTRACT]]
        return json.dumps({"abstract": abstract, "headline": _headline(lines)})
    sentence = given.partition("Sentence:\n")[2].partition("\nStatement:")[0]
    return json.dumps({"statement": sentence})


def _chosen(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Choose the first sentence and those with figures, in the order of the text."""
    wanted = sorted(lines, key=lambda line: (line != lines[0], not DIGIT.search(line[1])))
    return sorted(wanted[:POINTS])


def _headline(lines: list[tuple[int, str]]) -> dict[str, Any]:
    """Return the beginning of the first point that has a short one before a preposition."""
    for number, text in lines:
        if found := HEADLINE.match(text):
            return _item(number, found[1])
    return _item(*lines[0])


def _item(number: int, text: str) -> dict[str, Any]:
    return {"evidence": [number], "statement": text}


def main() -> None:
    """Serve until stdin ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--delay", type=float, default=0.2, help="seconds before each answer")
    given = parser.parse_args()
    with Loopback(otherwise=answer(answered), delay=given.delay) as server:
        _say(server.base_url)
        for line in sys.stdin:
            if path := line.strip():
                bodies = (json.dumps(body, ensure_ascii=False) for body in server.requests)
                Path(path).write_text("".join(f"{body}\n" for body in bodies), encoding="utf-8")
            _say(f"{len(server.requests)} {server.most_at_once}")
            server.requests.clear()
            server.headers.clear()
            server.most_at_once = 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
