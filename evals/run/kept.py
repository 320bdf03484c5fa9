"""Keep finished trials, so that a run that is killed, or made again, does nothing twice.

A trial is taken up again only where nothing it depends on has changed: our code, the article, its
gold, the prompt, the model, the judge, and each recorded answer it was made from, which has to lie
where it lay, as it was. What failed is not kept. Deleting these files costs seconds and nothing
else.
"""

import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.run.digests import trials_folder
from evals.run.plan import Cell
from evals.run.provenance import versions
from evals.run.record import JudgeRecord, TrialRecord
from summarize.models import Completion, Model, Request
from summarize.whole import write_whole


class KeptTrial(BaseModel):
    """A trial and the recordings it was made from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    answers: dict[str, tuple[int, int]]
    """By digest of the request: size in bytes, and time of writing in nanoseconds."""
    trial: TrialRecord


class Kept:
    """The trials made with this code, the recordings in one folder, and models at one address."""

    def __init__(
        self,
        answers: Path,
        facts: Sequence[str],
        context: int | None,
        judge: JudgeRecord | None = None,
        *,
        server: str | None = None,
    ) -> None:
        self._answers = answers
        self._folder = trials_folder()
        judged = judge.model_dump() if judge else None
        folder = str(answers.resolve())
        self._settings = [folder, sorted(facts), context, versions(), judged, server]
        _forget_others(self._folder)

    def find(self, cell: Cell, model: str) -> TrialRecord | None:
        """Return the trial of a cell, or None when it has to be made."""
        try:
            kept = KeptTrial.model_validate_json(self._place(cell, model).read_bytes())
        except (OSError, ValidationError):
            return None
        if any(self._state(digest) != state for digest, state in kept.answers.items()):
            return None
        return _from_recordings(kept.trial)

    def keep(self, cell: Cell, trial: TrialRecord, requests: Sequence[str]) -> None:
        """Keep a trial, made from the answers to these requests, given by digest."""
        states = {digest: self._state(digest) for digest in requests}
        known = {digest: state for digest, state in states.items() if state is not None}
        if trial.error is not None or len(known) < len(states):
            return
        path = self._place(cell, trial.model)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, KeptTrial(answers=known, trial=trial).model_dump_json())
        except OSError:
            # Only time is lost by it: the answers are kept elsewhere, and the run is saved whole.
            return

    def _place(self, cell: Cell, model: str) -> Path:
        item, prompt = cell.item, cell.prompt
        parts = [
            [item.article.id, item.article.source, item.article.sha256, item.gold_sha256],
            [model, prompt.name, prompt.sha256, cell.repeat],
            self._settings,
        ]
        return self._folder / f"{_sha256(parts)}.json"

    def _state(self, digest: str) -> tuple[int, int] | None:
        try:
            found = (self._answers / digest[:2] / f"{digest}.json").stat()
        except OSError:
            return None
        return found.st_size, found.st_mtime_ns


def _forget_others(own: Path) -> None:
    """Remove what other versions of the code have made: nobody takes it up any more."""
    try:
        others = [path for path in own.parent.iterdir() if path != own]
    except OSError:
        return
    for path in others:
        shutil.rmtree(path, ignore_errors=True)


def _from_recordings(trial: TrialRecord) -> TrialRecord:
    """Return the trial as it would be now that every answer comes from a recording."""
    summary = trial.summary
    if summary is None or not summary.made_by.usage.calls:
        return trial
    made_by = summary.made_by.model_copy(update={"cached": True})
    return trial.model_copy(update={"summary": summary.model_copy(update={"made_by": made_by})})


class Noted:
    """A `Model` that notes what it is asked, and what it says."""

    def __init__(self, model: Model) -> None:
        self.name = model.name
        self.context = model.context
        self.chooses = model.chooses
        self.digests: list[str] = []
        self._said: dict[str, str] = {}
        self._model = model

    async def complete(self, request: Request) -> Completion:
        """Ask. Raises what the model raises."""
        digest = request.digest()
        self.digests.append(digest)
        completion = await self._model.complete(request)
        self._said[digest] = _digest_of(completion)
        return completion

    def take(self, other: "Noted") -> None:
        """Note also what another was asked, and what it said."""
        self.digests += other.digests
        self._said |= other._said

    def answers(self) -> str | None:
        """Return the digest of every question with its answer; None when none was answered."""
        return _sha256(sorted(self._said.items())) if self._said else None

    def count_tokens(self, text: str) -> int:
        """Count tokens as the model does."""
        return self._model.count_tokens(text)

    async def close(self) -> None:
        """Leave the model open: other trials use it."""


def _digest_of(completion: Completion) -> str:
    """Return the digest of what a model said, not of when it said so, or how fast."""
    first = sorted(completion.first_tokens.items())
    return _sha256([completion.text, completion.finish_reason, first])


def _sha256(parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
