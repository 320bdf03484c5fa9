"""Run a large plan with all cores: its articles are dealt to processes of their own.

What is read, found, matched and measured takes longer than a quick model's answer, and Python does
it on one core. All trials of an article fall to one process, so that what is found in it is found
once. Each process opens the models for itself and keeps trials as they end; their records come back
through a pipe. A process that dies takes only its own trials with it, and each is an error that
says so.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing import get_all_start_methods
from os import cpu_count
from pathlib import Path

from evals.run.asking import Asking, open_models
from evals.run.execute import Ended, error_record, run_cells, unmade
from evals.run.judging import open_judge, support_judges
from evals.run.kept import Kept
from evals.run.plan import BASELINE, Cell, Plan
from evals.run.record import TrialRecord
from evals.run.warm import IMPORTED
from evals.scoring.judging import Judge
from evals.suite import GoldArticle
from summarize.fork import MANY, START, warm_up
from summarize.models import Model
from summarize.pipeline.shards import MOST, REMOTE, dealt
from summarize.pipeline.worker import DIED, Send, Worker, end_all
from summarize.prompt import load_prompt


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to do, and how."""

    cells: tuple[Cell, ...]
    plan: Plan
    asking: Asking
    kept: Kept | None
    """Where finished trials are kept; None: nowhere."""
    judge: Judge | None = None
    support: Mapping[str, Model] = field(default_factory=dict)
    """By name, the models by which prompts have statements judged."""

    def part(self, numbers: Sequence[int], jobs: int) -> "Part":
        """Return the cells of these numbers, to be made with so many calls at once."""
        cells = [self.cells[number] for number in numbers]
        items = list({cell.item: None for cell in cells})
        place = {item: number for number, item in enumerate(items)}
        return Part(
            items=tuple(items),
            cells=tuple((place[c.item], c.prompt.name, c.model, c.repeat) for c in cells),
            prompts={prompt.name: prompt.path.absolute() for prompt in self.plan.prompts},
            prompt_folder=self.plan.prompt_folder,
            models=self.plan.models,
            facts=self.plan.facts,
            asking=replace(self.asking, jobs=jobs),
            kept=self.kept,
        )


@dataclass(frozen=True, slots=True)
class Part:
    """What one process does; whole, so that it can be sent there."""

    items: tuple[GoldArticle, ...]
    cells: tuple[tuple[int, str, str, int], ...]
    """Number of the item, name of the prompt, model, and repeat."""
    prompts: Mapping[str, Path]
    prompt_folder: Path | None
    models: tuple[str, ...]
    facts: tuple[str, ...]
    asking: Asking
    kept: Kept | None

    def laid_out(self) -> list[Cell]:
        """Return the cells. Raises PromptError."""
        prompts = {
            name: load_prompt(str(path), self.prompt_folder) for name, path in self.prompts.items()
        }
        return [
            Cell(self.items[item], prompts[prompt], model, repeat)
            for item, prompt, model, repeat in self.cells
        ]


def processes_for(work: Work, models: Mapping[str, Model]) -> int:
    """Return over how many processes to deal; 1 where it cannot be or is not worth it."""
    asked = [cell for cell in work.cells if cell.model != BASELINE]
    names = {models[cell.model].name for cell in asked}
    names |= {work.judge.model.name} if work.judge else set()
    names |= {model.name for model in work.support.values()}
    remote = all(name.partition("/")[0] in REMOTE for name in names)
    if len(asked) < MANY or not remote or START not in get_all_start_methods():
        return 1
    articles = len({cell.item for cell in asked})
    return min(cpu_count() or 1, MOST, work.asking.jobs, articles)


async def run_sharded(
    work: Work,
    models: Mapping[str, Model],
    processes: int,
    ended: Callable[[TrialRecord], None],
) -> list[TrialRecord]:
    """Return a record for each cell, in order, made by so many processes.

    `models` are those of this process, which asks them nothing. `ended` is told of each trial.
    """
    warm_up(*IMPORTED)
    loop = asyncio.get_running_loop()
    made: list[asyncio.Future[TrialRecord]] = [loop.create_future() for _ in work.cells]

    def over(number: int, record: TrialRecord | None) -> None:
        if record is None:
            cell = work.cells[number]
            fault = error_record(cell.item.article.source, DIED)
            record = unmade(cell, models[cell.model].name).model_copy(update={"error": fault})
        made[number].set_result(record)
        ended(record)

    workers: list[Worker] = []
    try:
        for numbers, jobs in _deal(work, processes):
            workers.append(_worker(work.part(numbers, jobs), numbers, over))
        return [await record for record in made]
    finally:
        end_all(workers)
        for model in models.values():
            await model.close()


def _deal(work: Work, processes: int) -> list[tuple[list[int], int]]:
    """Return, for each process, the numbers of its cells and how many calls it may make at once."""
    items = list({cell.item: None for cell in work.cells})
    jobs, more = divmod(work.asking.jobs, processes)
    shares = []
    for number in range(processes):
        mine = set(dealt(items, number, processes))
        numbers = [n for n, cell in enumerate(work.cells) if cell.item in mine]
        shares.append((numbers, jobs + (number < more)))
    return shares


def _worker(
    part: Part, numbers: Sequence[int], over: Callable[[int, TrialRecord | None], None]
) -> Worker:
    """Start a process on a part of the plan.

    `over` is told the number of each cell, and its record; None when the process has died.
    """
    left = set(numbers)

    def take(made: tuple[int, str]) -> bool:
        place, record = made
        left.discard(numbers[place])
        over(numbers[place], TrialRecord.model_validate_json(record))
        return bool(left)

    def died() -> None:
        while left:
            over(left.pop(), None)

    return Worker(_make, part, take=take, died=died)


async def _make(part: Part, send: Send) -> None:
    """Send the records of a part of the plan as they end: what each process does."""
    cells = part.laid_out()
    places = {id(cell): place for place, cell in enumerate(cells)}

    def ended(over: Ended) -> None:
        if part.kept is not None:
            part.kept.keep(over.cell, over.trial, over.requests)
        send((places[id(over.cell)], over.trial.model_dump_json()))

    models = open_models(part.models, part.asking)
    support = support_judges((cell.prompt for cell in cells), part.asking, models)
    await run_cells(
        cells,
        models,
        jobs=part.asking.jobs,
        facts=part.facts,
        ended=ended,
        judge=open_judge(part.asking, {**models, **support}),
        support=support,
    )
