"""What a run is made of: which articles, prompts, models and repeats, in which order.

The options of the command line take away from the suite or stand in its place. An article or a fact
that is not there is an error that names those that are; so is a selection of nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from evals.suite import GoldArticle, LoadedSuite, load_gold, load_prompts
from summarize.errors import InputError
from summarize.prompt import Prompt, load_prompt

BASELINE: Final = "lead"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the command line asks for; empty means all of the suite."""

    only: tuple[str, ...] = ()
    """Articles, by id, by file name, or by the name of their gold file."""
    facts: tuple[str, ...] = ()
    """Ids of facts or traps."""
    first: int | None = None
    """So many articles, the first ones."""
    prompts: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    repeat: int | None = None
    prompt_folder: Path | None = None

    @property
    def is_whole(self) -> bool:
        """Say whether the suite is run as it is."""
        return self == Selection(prompt_folder=self.prompt_folder)


@dataclass(frozen=True, slots=True)
class Cell:
    """One summary to be made and scored."""

    item: GoldArticle
    prompt: Prompt
    model: str
    """As the suite or the command line names it."""
    repeat: int
    """From 0."""


@dataclass(frozen=True)
class Plan:
    """All that a run will do."""

    suite: LoadedSuite
    items: tuple[GoldArticle, ...]
    prompts: tuple[Prompt, ...]
    models: tuple[str, ...]
    repeat: int
    facts: tuple[str, ...] = ()
    """Empty: all of them."""
    prompt_folder: Path | None = None
    """Where prompts, and what they share, are looked for first."""
    cells: tuple[Cell, ...] = field(default=())

    def __post_init__(self) -> None:
        """Lay out the cells: the baseline first, so that there is something to see at once."""
        ordered = sorted(self.models, key=lambda model: model != BASELINE)
        cells = [
            Cell(item, prompt, model, repeat)
            for model in ordered
            for prompt in self.prompts
            for repeat in range(1 if model == BASELINE else self.repeat)
            for item in self.items
        ]
        object.__setattr__(self, "cells", tuple(cells))


def make_plan(suite: LoadedSuite, selection: Selection) -> Plan:
    """Return what to run. Raises InputError for what is not there, and for nothing at all.

    The baseline is always in it, once for each prompt, whose house style says how many sentences
    it may have; asked again it says the same, so it is not repeated.
    """
    items = _articles(load_gold(suite), selection)
    if selection.prompts:
        prompts = [load_prompt(name, selection.prompt_folder) for name in selection.prompts]
    else:
        prompts = load_prompts(suite, selection.prompt_folder)
    models = [*(selection.models or suite.suite.models), BASELINE]
    return Plan(
        suite,
        tuple(items),
        tuple(_named_apart(prompts)),
        tuple(dict.fromkeys(models)),
        selection.repeat or suite.suite.repeat,
        selection.facts,
        selection.prompt_folder,
    )


def _named_apart(prompts: Sequence[Prompt]) -> list[Prompt]:
    by_name: dict[str, Prompt] = {}
    for prompt in prompts:
        other = by_name.setdefault(prompt.name, prompt)
        if other.sha256 != prompt.sha256:
            raise InputError(
                f"{prompt.path}: has the name of {other.path}: give one of the files another"
            )
    return list(by_name.values())


def _articles(items: list[GoldArticle], selection: Selection) -> list[GoldArticle]:
    if selection.only:
        chosen: dict[str, GoldArticle] = {}
        for name in selection.only:
            found = [i for i in items if name in _names(i)]
            if not found:
                raise InputError(_unknown("article", name, [i.article.id for i in items]))
            chosen |= {i.article.id: i for i in found}
        items = [i for i in items if i.article.id in chosen]
    if selection.facts:
        known = {i.article.id: _ids(i) for i in items}
        for name in selection.facts:
            if not any(name in ids for ids in known.values()):
                ids = [id_ for ids in known.values() for id_ in ids]
                raise InputError(_unknown("fact", name, ids))
        items = [i for i in items if set(selection.facts) & set(known[i.article.id])]
    if selection.first is not None:
        items = items[: selection.first]
    if not items:
        raise InputError("nothing is selected: leave out a filter, or look at the suite's gold")
    return items


def _ids(item: GoldArticle) -> list[str]:
    gold = item.loaded.gold
    return [*(fact.id for fact in gold.facts), *(trap.id for trap in gold.traps)]


def _names(item: GoldArticle) -> set[str]:
    """Return all that an article may be called on the command line."""
    paths = (item.loaded.path, item.loaded.article)
    return {item.article.id, *(n for p in paths for n in (str(p), p.name, p.stem))}


def _unknown(what: str, name: str, known: Sequence[str]) -> str:
    close = get_close_matches(name, known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"name one of {', '.join(known[:12])}"
    more = " ..." if not close and len(known) > 12 else ""
    return f"no {what} {name!r} in this suite: {hint}{more}"
