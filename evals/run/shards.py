"""Run a large plan with all cores: its articles are dealt to processes of their own.

What is read, found, matched and measured takes longer than a quick model's answer, and Python does
it on one core. All trials of an article fall to one process, so that what is found in it is found
once. Each process opens the models for itself and keeps trials as they end; their records come back
through a pipe. A process that dies takes only its own trials with it, and each is an error that
says so.
"""

import asyncio
import gc
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import Connection
from os import cpu_count
from pathlib import Path

from evals.run.asking import Asking, open_models
from evals.run.execute import Ended, error_record, run_cells, unmade
from evals.run.judging import open_judge
from evals.run.kept import Kept
from evals.run.plan import BASELINE, Cell, Plan
from evals.run.record import TrialRecord
from evals.run.warm import IMPORTED
from evals.scoring.judging import Judge
from evals.suite import GoldArticle
from summarize.fork import MANY, START, warm_up
from summarize.models import Model
from summarize.pipeline.shards import ALLOCATIONS, DIED, LEAVE, MOST, REMOTE, dealt
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

    shards: list[_Shard] = []
    try:
        for numbers, jobs in _deal(work, processes):
            shards.append(_Shard(work.part(numbers, jobs), numbers, over))
        return [await record for record in made]
    finally:
        for shard in shards:
            shard.stop()
        for shard in shards:
            shard.end()
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


class _Shard:
    """One process, the pipe it sends records through, and the cells still to come out of it.

    `over` is told the number of each cell, and its record; None when the process has died.
    """

    def __init__(
        self, part: Part, numbers: Sequence[int], over: Callable[[int, TrialRecord | None], None]
    ) -> None:
        self._left = set(numbers)
        self._numbers = numbers
        self._over = over
        context = get_context(START)
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(part, theirs), daemon=True)
        self._process.start()
        # Only that process has its end now, so the pipe ends when it does.
        theirs.close()
        asyncio.get_running_loop().add_reader(self._pipe.fileno(), self._take)

    def stop(self) -> None:
        """Tell the process to give up what it is doing."""
        self._listen_no_more()
        self._process.terminate()

    def end(self) -> None:
        """See to it that the process is gone."""
        self._process.join(LEAVE)
        self._process.kill()
        self._process.join()
        self._process.close()

    def _take(self) -> None:
        try:
            place, record = self._pipe.recv()
        except (EOFError, OSError):
            while self._left:
                self._over(self._left.pop(), None)
        else:
            number = self._numbers[place]
            self._left.discard(number)
            self._over(number, TrialRecord.model_validate_json(record))
        if not self._left:
            self._listen_no_more()

    def _listen_no_more(self) -> None:
        if not self._pipe.closed:
            asyncio.get_running_loop().remove_reader(self._pipe.fileno())
            self._pipe.close()


def _work(part: Part, pipe: Connection) -> None:
    """Send the records of a part of the plan as they end: what each process does."""
    # Ctrl-C reaches every process of a terminal; the first one tells the others to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(ALLOCATIONS)
    with suppress(asyncio.CancelledError, BrokenPipeError), pipe:
        asyncio.run(_send(part, pipe))


async def _send(part: Part, pipe: Connection) -> None:
    loop, this, parent = asyncio.get_running_loop(), asyncio.current_task(), parent_process()
    assert this is not None
    assert parent is not None
    loop.add_signal_handler(signal.SIGTERM, this.cancel)
    # It can be read from once the first process is gone, in whatever way.
    loop.add_reader(parent.sentinel, this.cancel)
    cells = part.laid_out()
    places = {id(cell): place for place, cell in enumerate(cells)}

    def ended(over: Ended) -> None:
        if part.kept is not None:
            part.kept.keep(over.cell, over.trial, over.requests)
        pipe.send((places[id(over.cell)], over.trial.model_dump_json()))

    models = open_models(part.models, part.asking)
    judge = open_judge(part.asking, models)
    jobs = part.asking.jobs
    await run_cells(cells, models, jobs=jobs, facts=part.facts, ended=ended, judge=judge)
