# ruff: noqa: E501  (an article's paragraph stays on its line)
"""A model that answers by a script, and a story to ask it about."""

import asyncio
import json
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from summarize.article import Article, from_text
from summarize.models import Completion, Request, Usage
from summarize.pipeline.pipeline import summarize_article
from summarize.prompt import Prompt, load_prompt
from summarize.summary import Summary

PROMPTS: Final = Path(__file__).resolve().parents[2] / "prompts"
PUBLISHED: Final = date(2015, 9, 14)
STORY: Final = """Crane falls on warehouse in Dover

A crane fell on a warehouse in the harbour of Dover yesterday, killing three people and wounding 27, according to the Kent Fire Service.

“The wind was stronger than any that we had planned for,” said harbour master Ann Smith, who has led the port since 2004. The port had not been told of the warning that the Met Office gave on 10 September.

Inspectors from the Department for Transport arrived on Sunday evening and closed the northern quay, which handles about 40 percent of the cargo that passes through the harbour every year.

READ ALSO: Ten Beaches You Must See Before The Summer Ends

Harris Lifting, which owns the crane, said that it may replace six older machines at a cost of £4.2 million. The firm did not say when it would decide. A union, Unite, accused Harris Lifting of ignoring at least 12 complaints from its members in 2014.

Two ferries to Calais were cancelled. Tom Reed, a driver from Leeds, told the Dover Mercury that he “heard a crack and ran” before the warehouse collapsed behind him. The last accident of this kind in the harbour was in March 1994, when a loading arm broke and nobody was hurt.
"""

Answer = Callable[[Request], str]
NUMBERED: Final = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)


def story(text: str = STORY, **given: Any) -> Article:
    """Read a story; published on Monday 14 September 2015."""
    return from_text(text, **{"id": "story", "published": PUBLISHED, **given})


@cache
def prompt(name: str = "brief") -> Prompt:
    """Load a shipped prompt."""
    return load_prompt(str(PROMPTS / f"{name}.md"))


def block_of(request: Request) -> str:
    """Say which block of a prompt made this request."""
    assert request.schema is not None
    keys = set(request.schema["properties"])
    if keys & {"headline", "abstract"}:
        return "headline"
    if keys == {"key_points"}:
        return "points"
    return "repair" if "\nFault: " in given(request) else "statement"


def given(request: Request) -> str:
    """Return what the request gives, after its instructions and examples."""
    asked_again = request.messages[-1].content.startswith("That cannot be read")
    return request.messages[-3 if asked_again else -1].content


class Fake:
    """A `Model` whose answers are those of a function; it remembers what it was asked."""

    def __init__(self, answer: Answer, *, chooses: bool = False, context: int = 32_000) -> None:
        self.name = "fake/model"
        self.context = context
        self.chooses = chooses
        self.asked: list[Request] = []
        self.finish = "stop"
        self._answer = answer

    async def complete(self, request: Request) -> Completion:
        self.asked.append(request)
        await asyncio.sleep(0)
        return Completion(self._answer(request), self.finish, Usage(10, 0, 5), 0.001)

    def count_tokens(self, text: str) -> int:
        return len(text) // 3 + 1

    async def close(self) -> None: ...

    def blocks(self) -> list[str]:
        """Return the block of each request, in order."""
        return [block_of(request) for request in self.asked]

    def of(self, block: str) -> list[Request]:
        """Return the requests of one block."""
        return [request for request in self.asked if block_of(request) == block]


def honest(request: Request) -> str:
    """Say what the sentence says; choose the first three; put the first point on top."""
    block, text = block_of(request), given(request)
    if block == "points":
        lines = NUMBERED.findall(text)[:3]
        points = [{"evidence": [int(n)], "statement": said} for n, said in lines]
        return json.dumps({"key_points": points})
    if block == "headline":
        first = {"evidence": [1], "statement": NUMBERED.findall(text)[0][1]}
        wanted = request.schema["properties"] if request.schema else {}
        top = {
            "abstract": [first],
            "headline": {"evidence": [1], "statement": "Crane falls in Dover"},
        }
        return json.dumps({key: value for key, value in top.items() if key in wanted})
    if block == "repair":
        return stated(re.findall(r"^Sentence:\n(.+)$", text, re.MULTILINE)[0])
    return stated(text)


def stated(statement: str) -> str:
    """Return the answer to the blocks `statement` and `repair`."""
    return json.dumps({"statement": statement})


def saying(**answers: str | Answer) -> Answer:
    """Answer a block as told, and the others honestly."""

    def answer(request: Request) -> str:
        told = answers.get(block_of(request), honest)
        return told if isinstance(told, str) else told(request)

    return answer


def run(model: Fake, article: Article | None = None, *, name: str = "brief") -> Summary:
    """Summarize with a fake model."""
    return run_with(model, prompt(name), article)


def run_with(
    model: Fake, loaded: Prompt, article: Article | None = None, *, judge: Fake | None = None
) -> Summary:
    """Summarize with a fake model and a prompt that is loaded."""
    return asyncio.run(summarize_article(article or story(), loaded, model, judge))


def published(summary: Summary) -> list[Any]:
    """Return everything published that has evidence."""
    top = [summary.headline] if summary.headline else []
    return [
        *top,
        *summary.abstract,
        *summary.key_points,
        *summary.quotes,
        *summary.dates,
        *summary.numbers,
        *summary.names,
    ]


def words(summary: Summary) -> list[str]:
    """Return the statements that a model may have worded."""
    top = [summary.headline] if summary.headline else []
    return [s.statement for s in [*top, *summary.abstract, *summary.key_points]]


def assert_sound(summary: Summary, article: Article) -> None:
    """Everything published is proved by the article and passed its checks; the rest says why not."""
    body = {s.number for s in article.body()}
    for item in published(summary):
        assert item.evidence
        assert item.checks
        assert [c for c in item.checks if c.status == "failed"] == []
        for piece in item.evidence:
            assert piece.text == article.text[piece.start : piece.end]
            is_own_headline = item is summary.headline and piece.text == article.title
            assert piece.sentence in body or is_own_headline
    for refused in summary.rejected:
        assert refused.reasons
        assert all(reason.strip() for reason in refused.reasons)
    assert Summary.model_validate_json(summary.model_dump_json()) == summary
