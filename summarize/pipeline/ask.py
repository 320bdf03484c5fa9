"""Put one question to a model and get a parsed draft, keeping account of what it cost."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarize.draft import Draft, PointsDraft, parse
from summarize.errors import DraftError
from summarize.models import Completion, Message, Model, Request, Usage
from summarize.models.paths import cache_dir
from summarize.prompt import BlockName, Prompt

# Of an unusable answer, as it is shown again: enough to see its form by, and never so much that
# what fitted the model's context no longer does.
SHOWN = 300


@dataclass(slots=True)
class Ledger:
    """What one summary cost."""

    calls: int = 0
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0
    repaired: int = 0
    """Statements that went back to the model."""
    mended: int = 0
    """Answers whose JSON had to be mended."""
    asked_now: int = 0
    """Calls that were really made, not taken from a recording."""
    unusable: list[DraftError] = field(default_factory=list)
    """Answers that stayed unusable, where the summary could go on without them."""
    judge_calls: int = 0
    judge_usage: Usage = field(default_factory=Usage)
    """What the judge of statements took of all this."""
    judged: int = 0
    """Statements that the judge was asked about."""
    untold: int = 0
    """Those of which it did not tell how sure it was."""

    def enter(self, completion: Completion, *, of_judge: bool = False) -> None:
        """Add one completion."""
        if of_judge:
            self.judge_calls += 1
            self.judge_usage += completion.usage
        self.calls += 1
        self.usage += completion.usage
        self.seconds += completion.seconds
        self.asked_now += not completion.recorded


@dataclass(frozen=True, slots=True)
class Asker:
    """A model, the prompt that speaks to it, and the account of it."""

    model: Model
    prompt: Prompt
    ledger: Ledger
    judge: Model | None = None
    """Looks at each statement that passes the checks; None: nobody does."""

    def request(self, block: BlockName, given: str, schema: Mapping[str, Any]) -> Request:
        """Return the exact request that a block of the prompt makes of a text.

        Instructions and examples come first and are the same for every article, so that a server
        need not read them again.
        """
        messages = [Message("system", self.prompt.instructions(block))]
        for example in self.prompt.examples(block):
            answer = json.dumps(example.answer, ensure_ascii=False)
            messages += [Message("user", example.given), Message("assistant", answer)]
        return self._with([*messages, Message("user", given)], schema)

    async def ask(self, request: Request, shape: type[Draft]) -> Draft:
        """Return the draft the model answers with.

        An answer that cannot be read is asked for once more, with the fault. Raises ModelError, and
        DraftError naming the file in which the unusable answer is kept.
        """
        first = await self.complete(request)
        try:
            return self._parsed(first, shape)
        except DraftError as fault:
            again = (
                *request.messages,
                Message("assistant", first.text[:SHOWN] or "(nothing)"),
                Message("user", f"That cannot be read: {fault}. Answer again, with the JSON only."),
            )
        second = await self.complete(self._with(again, request.schema))
        try:
            return self._parsed(second, shape)
        except DraftError as fault:
            path = _keep(request, second.text)
            kept = f"it is kept in {path}" if path else "it could not be kept"
            raise DraftError(
                f"{self.model.name}: unusable answer, also when asked again: {fault}; "
                f"{kept}: look at it, or use a larger model",
                answer=path,
            ) from fault

    async def ask_if_usable(self, request: Request, shape: type[Draft]) -> Draft | None:
        """Return the draft, or None when the answer stays unusable, which is entered in the ledger.

        For a part that a summary can do without. Raises ModelError.
        """
        try:
            return await self.ask(request, shape)
        except DraftError as fault:
            self.ledger.unusable.append(fault)
            return None

    async def complete(self, request: Request) -> Completion:
        """Return the model's answer as it is, entered in the ledger. Raises ModelError."""
        completion = await self.model.complete(request)
        self.ledger.enter(completion)
        return completion

    def _parsed(self, completion: Completion, shape: type[Draft]) -> Draft:
        draft, mended = parse(completion.text, shape)
        if mended and completion.finish_reason == "length":
            draft = _without_cut_off(draft)
        self.ledger.mended += mended
        return draft

    def _with(self, messages: Sequence[Message], schema: Mapping[str, Any] | None) -> Request:
        sampling = self.prompt.front.sampling
        return Request(
            model=self.model.name,
            messages=tuple(messages),
            schema=schema,
            max_tokens=sampling.max_tokens,
            temperature=sampling.temperature,
        )


@dataclass(frozen=True, slots=True)
class AskedJudge:
    """The judge of statements, and the account of what it takes."""

    model: Model
    ledger: Ledger

    @property
    def name(self) -> str:
        """Return the judge's name."""
        return self.model.name

    async def complete(self, request: Request) -> Completion:
        """Return the judge's answer, entered in the ledger. Raises as the model does."""
        completion = await self.model.complete(request)
        self.ledger.enter(completion, of_judge=True)
        return completion


def _without_cut_off(draft: Draft) -> Draft:
    """Drop the statement that the token limit cut: half a sentence may say the opposite."""
    if isinstance(draft, PointsDraft) and len(draft.key_points) > 1:
        return draft.model_copy(update={"key_points": draft.key_points[:-1]})
    raise DraftError("it was cut off by max_tokens: answer in fewer words")


def _keep(request: Request, answer: str) -> Path | None:
    """Keep an unusable answer for a person to look at; None where nothing can be written."""
    path = cache_dir() / "unusable" / f"{request.digest()}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(answer, encoding="utf-8")
    except OSError:
        return None
    return path
