"""Run the trials of a plan, many at once, each through the same `summarize_article` as ever.

A trial that fails is a record that says why, and the others go on: an error is never a score.
Scoring, and the baseline, which nobody waits for, take turns while models are thinking: what a
model is to be asked next never waits for them longer than one of them takes.
"""

import asyncio
import traceback
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from evals.run.kept import Noted
from evals.run.plan import Cell
from evals.run.record import TrialRecord
from evals.run.repeated import for_repeat
from evals.run.scoring import scored
from summarize.errors import SummarizeError
from summarize.models import Model
from summarize.models.lead import Lead
from summarize.pipeline.batch import failure
from summarize.pipeline.pipeline import summarize_article
from summarize.summary import ErrorRecord, Summary


@dataclass(frozen=True, slots=True)
class Ended:
    """A trial that is over, and the digests of what was asked for it."""

    cell: Cell
    trial: TrialRecord
    requests: tuple[str, ...]


async def run_cells(
    cells: Sequence[Cell],
    models: Mapping[str, Model],
    *,
    jobs: int,
    facts: Sequence[str],
    ended: Callable[[Ended], None],
) -> list[TrialRecord]:
    """Return a record for each cell, in order, at most `jobs` of them in work at once.

    `models` are open, by the names that the cells give them; they are closed afterwards. `ended` is
    told of each trial.
    """
    work = _Work(models, jobs, facts, ended)
    # Those that ask first: their answers take longest.
    waiting = sorted(
        range(len(cells)), key=lambda number: isinstance(models[cells[number].model], Lead)
    )
    tasks = {number: asyncio.create_task(work.trial(cells[number])) for number in waiting}
    try:
        return [await tasks[number] for number in range(len(cells))]
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        for model in models.values():
            await model.close()


class _Work:
    """What the trials of a run share."""

    def __init__(
        self,
        models: Mapping[str, Model],
        jobs: int,
        facts: Sequence[str],
        ended: Callable[[Ended], None],
    ) -> None:
        self._models = models
        self._free = asyncio.Semaphore(jobs)
        self._turn = asyncio.Lock()
        self._facts = facts
        self._ended = ended

    async def trial(self, cell: Cell) -> TrialRecord:
        """Make one summary, score it and tell of it. Only what `ended` raises is raised."""
        noted = Noted(self._models[cell.model])
        began = perf_counter()
        record = TrialRecord(
            article=cell.item.article.id,
            model=noted.name,
            prompt=cell.prompt.name,
            repeat=cell.repeat,
            summary=None,
            error=None,
            scores={},
            facts={},
            traps={},
            wall_seconds=0.0,
        )
        try:
            # Kept also when it cannot be scored: it can be rescored then.
            record = record.model_copy(update={"summary": await self._summary(cell, noted)})
            record = await self._scored(cell, record)
        except Exception as error:  # noqa: BLE001 - the one boundary: a trial that fails says why
            source = cell.item.article.source
            record = record.model_copy(update={"error": error_record(source, error)})
        seconds = round(perf_counter() - began, 3)
        record = record.model_copy(update={"wall_seconds": seconds})
        self._ended(Ended(cell, record, tuple(noted.digests)))
        return record

    async def _summary(self, cell: Cell, noted: Noted) -> Summary:
        article, prompt = cell.item.article, cell.prompt
        model = self._models[cell.model]
        if isinstance(model, Lead):
            async with self._my_turn():
                return await summarize_article(article, prompt, model)
        async with self._free:
            return await summarize_article(article, prompt, for_repeat(noted, cell.repeat))

    async def _scored(self, cell: Cell, record: TrialRecord) -> TrialRecord:
        assert record.summary is not None
        async with self._my_turn():
            return scored(
                record, record.summary, cell.item, style=cell.prompt.style, facts=self._facts
            )

    @asynccontextmanager
    async def _my_turn(self) -> AsyncIterator[None]:
        """Wait once round the loop, in which whoever has an answer can ask what comes next."""
        async with self._turn:
            await asyncio.sleep(0)
            yield


def error_record(source: str, error: Exception) -> ErrorRecord:
    """Return the record of an error; one that nobody foresaw says where it happened."""
    if isinstance(error, SummarizeError):
        return failure(source, error).error
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    message = f"{source}: a fault of this program{place}: {type(error).__name__}: {error}"
    return ErrorRecord(kind=type(error).__name__, message=message, exit_code=1)
