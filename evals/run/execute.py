"""Run the trials of a plan, many at once, each through the same `summarize_article` as ever.

A trial that fails is a record that says why, and the others go on: an error is never a score.
Scoring, and the baseline, which nobody waits for, take turns while models are thinking: what a
model is to be asked next never waits for them longer than one of them takes. All trials of an
article are in work together, so that what is found in it once is still remembered.
"""

import asyncio
import traceback
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from types import MappingProxyType

from evals.run.kept import Noted
from evals.run.plan import Cell
from evals.run.record import TrialRecord
from evals.run.repeated import for_repeat
from evals.run.scoring import only, scored
from evals.scoring.judging import Judge
from evals.scoring.trials import trial_of
from summarize.errors import SummarizeError
from summarize.models import Model
from summarize.models.lead import Lead
from summarize.pipeline.batch import AHEAD, failure
from summarize.pipeline.judging import judge_named
from summarize.pipeline.limited import Limited
from summarize.pipeline.pipeline import summarize_article
from summarize.summary import ErrorRecord, Summary


@dataclass(frozen=True, slots=True)
class Ended:
    """A trial that is over, and the digests of what was asked for it."""

    cell: Cell
    trial: TrialRecord
    requests: tuple[str, ...]


async def run_cells(  # noqa: PLR0913 (what to run, whom to ask, and whom to tell)
    cells: Sequence[Cell],
    models: Mapping[str, Model],
    *,
    jobs: int,
    facts: Sequence[str],
    ended: Callable[[Ended], None],
    judge: Judge | None = None,
    support: Mapping[str, Model] = MappingProxyType({}),
) -> list[TrialRecord]:
    """Return a record for each cell, in order, at most `jobs` of them in work at once.

    `models` are open, by the names that the cells give them, and `support` those that prompts have
    statements judged by; they and the judge's are closed afterwards. `ended` is told of each trial.
    """
    work = _Work(cells, {**support, **models}, jobs, facts, ended)
    if judge is not None:
        work.judged_by(judge)
    tasks = {number: asyncio.create_task(work.trial(cells[number])) for number in _order(cells)}
    try:
        return [await tasks[number] for number in range(len(cells))]
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        opened = [*models.values(), *support.values(), *([judge.model] if judge else [])]
        for model in {id(model): model for model in opened}.values():
            await model.close()


def _order(cells: Sequence[Cell]) -> list[int]:
    """Return the numbers of the cells, article by article."""
    by_article: dict[str, list[int]] = {}
    for number, cell in enumerate(cells):
        by_article.setdefault(cell.item.article.id, []).append(number)
    return [number for numbers in by_article.values() for number in numbers]


class _Work:
    """What the trials of a run share."""

    def __init__(
        self,
        cells: Sequence[Cell],
        models: Mapping[str, Model],
        jobs: int,
        facts: Sequence[str],
        ended: Callable[[Ended], None],
    ) -> None:
        self._models = {
            name: Limited(model, jobs) if model.chooses else model for name, model in models.items()
        }
        # One article is read and scored while another's question is on its way.
        ahead = AHEAD if all(m.chooses for m in models.values() if not _waits(m)) else 1
        self._free = asyncio.Semaphore(jobs * ahead)
        self._turn = asyncio.Lock()
        self._facts = facts
        self._ended = ended
        asked = (cell for cell in cells if not _waits(models[cell.model]))
        self._begun = {cell.item.article.id: asyncio.Event() for cell in asked}
        self._open, self._jobs = models, jobs
        self._judge: tuple[Judge, Model] | None = None

    def judged_by(self, judge: Judge) -> None:
        """Let a judge be asked about every summary; one limit holds for all calls to a model."""
        same = (self._models[name] for name, model in self._open.items() if model is judge.model)
        alone = Limited(judge.model, self._jobs) if judge.model.chooses else judge.model
        self._judge = judge, next(same, alone)

    async def trial(self, cell: Cell) -> TrialRecord:
        """Make one summary, score it and tell of it. Only what `ended` raises is raised."""
        noted = Noted(self._models[cell.model])
        began = perf_counter()
        record = unmade(cell, noted.name)
        try:
            # Kept also when it cannot be scored: it can be rescored then.
            record = record.model_copy(update={"summary": await self._summary(cell, noted)})
            record = await self._scored(cell, record, noted)
        except Exception as error:  # noqa: BLE001 - the one boundary: a trial that fails says why
            source = cell.item.article.source
            record = record.model_copy(update={"error": error_record(source, error)})
        seconds = round(perf_counter() - began, 3)
        record = record.model_copy(update={"wall_seconds": seconds, "answers": noted.answers()})
        self._ended(Ended(cell, record, tuple(noted.digests)))
        return record

    async def _summary(self, cell: Cell, noted: Noted) -> Summary:
        article, prompt = cell.item.article, cell.prompt
        if _waits(self._models[cell.model]):
            if article.id in self._begun:
                await self._begun[article.id].wait()
            async with self._my_turn():
                return await summarize_article(article, prompt, self._models[cell.model])
        name = judge_named(prompt)
        judge = Noted(self._models[name]) if name in self._models else None
        async with self._free:
            self._begun[article.id].set()
            writer = for_repeat(noted, cell.repeat)
            made = await summarize_article(article, prompt, writer, judge)
        if judge is not None:
            noted.take(judge)
        return made

    async def _scored(self, cell: Cell, record: TrialRecord, noted: Noted) -> TrialRecord:
        """Score a summary; what its judge is asked is noted too."""
        assert record.summary is not None
        judgements, item = None, cell.item
        if self._judge is not None:
            judge, model = self._judge
            asked = Noted(model)
            trial = trial_of(record.summary, item.article, item.loaded.gold)
            judgements = await judge.judgements(trial, asked)
            noted.take(asked)
        async with self._my_turn():
            made = scored(
                record, record.summary, item, style=cell.prompt.style, judgements=judgements
            )
        return only(made, item, self._facts)

    @asynccontextmanager
    async def _my_turn(self) -> AsyncIterator[None]:
        """Wait once round the loop, in which whoever has an answer can ask what comes next."""
        async with self._turn:
            await asyncio.sleep(0)
            yield


def _waits(model: Model) -> bool:
    """Say whether a model is the baseline, which waits until others are asked."""
    return isinstance(model, Lead)


def unmade(cell: Cell, model: str) -> TrialRecord:
    """Return the record of a trial of which there is nothing yet."""
    return TrialRecord(
        article=cell.item.article.id,
        model=model,
        prompt=cell.prompt.name,
        repeat=cell.repeat,
        summary=None,
        error=None,
        scores={},
        facts={},
        traps={},
        wall_seconds=0.0,
    )


def error_record(source: str, error: Exception) -> ErrorRecord:
    """Return the record of an error; one that nobody foresaw says where it happened."""
    if isinstance(error, SummarizeError):
        return failure(source, error).error
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    message = f"{source}: a fault of this program{place}: {type(error).__name__}: {error}"
    return ErrorRecord(kind=type(error).__name__, message=message, exit_code=1)
