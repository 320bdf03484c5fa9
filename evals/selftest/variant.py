"""The nouns of the self-test: a summary known to be good, and the same with one thing changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final, Literal, TypeVar

from evals.gold.model import Gold
from evals.trial import Said
from summarize.article import Article, Span

Item = TypeVar("Item")
Origin = Literal["reference", "human", "recorded", "fact", "supported"]
"""reference: the editor's own. human: people's. recorded: a model's, verified by hand. fact: a fact
of the gold, whose quotation proves it. supported: a system's, which people found supported."""

# What an editor would call a summary: the targets are about these. A fact is a single sentence that
# cites its own words.
SUMMARIES: Final[tuple[Origin, ...]] = ("reference", "human", "recorded")
FACTS: Final[tuple[Origin, ...]] = ("fact",)


@dataclass(frozen=True, slots=True)
class Good:
    """A summary whose every statement is known to follow from its evidence."""

    article: Article
    gold: Gold | None
    """None for facts of the gold themselves: to find those again would show nothing."""
    said: tuple[Said, ...]
    """Each with its evidence."""
    origin: Origin
    name: str
    """Unique: the article, the origin and a number."""
    others: tuple[str, ...] = ()
    """Statements about other articles."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A good summary with one thing changed."""

    said: tuple[Said, ...]
    at: tuple[int, ...]
    """Which statements of it are new; none when one was taken away."""
    what: str
    """What was done, in a line."""
    facts: tuple[str, ...] = ()
    """The facts of the gold that it takes away: what notices it is that they are gone."""

    @property
    def words(self) -> tuple[tuple[str, str | None], ...]:
        """What it says anew, with the speakers; all of it when something was taken away."""
        new = [self.said[i] for i in self.at] or self.said
        return tuple((one.text, one.speaker) for one in new)


Change = Callable[[Good, Random], Iterator[Variant]]
"""A mutator or a rewrite: yields what it can make of a summary, and nothing it is not sure of."""


def changed(good: Good, index: int, text: str, what: str) -> Variant:
    """Return the summary with other words in one statement, whose evidence stays."""
    return several(good, {index: text}, what)


def several(good: Good, texts: dict[int, str], what: str) -> Variant:
    """Return the summary with other words in several statements."""
    said = tuple(
        replace(one, text=texts[i]) if i in texts else one for i, one in enumerate(good.said)
    )
    return Variant(said, tuple(sorted(texts)), what)


def added(good: Good, text: str, evidence: tuple[Span, ...], what: str) -> Variant:
    """Return the summary with one more statement at its end."""
    one = Said(text, good.said[-1].field, evidence, None)
    return Variant((*good.said, one), (len(good.said),), what)


def cut(text: str, span: Span, new: str) -> str:
    """Return `text` with other words in one place."""
    return text[: span.start] + new + text[span.end :]


def exchanged(text: str, first: Span, second: Span) -> str:
    """Return `text` with two places exchanged."""
    first, second = sorted((first, second))
    return (
        text[: first.start]
        + second.of(text)
        + text[first.end : second.start]
        + first.of(text)
        + text[second.end :]
    )


def prose(good: Good) -> Iterator[tuple[int, Said]]:
    """Yield the statements that are not quotations set apart, with their places."""
    return ((i, one) for i, one in enumerate(good.said) if one.field != "quotes")


def shuffled(items: Sequence[Item], chance: Random) -> list[Item]:
    """Return items in an order drawn by `chance`."""
    return chance.sample(list(items), len(items))
