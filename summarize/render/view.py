"""The nouns of rendering: how to show, and what one place of the output holds."""

from dataclasses import dataclass

from summarize.summary import Failure, Summary


@dataclass(frozen=True, slots=True)
class View:
    """How a summary is to be shown. Each format uses what concerns it."""

    width: int = 80
    """Columns of the terminal, for text."""
    colour: bool = False
    """Whether text may use ANSI bold and dim."""
    article_text: str | None = None
    """The article as read, for html; None when it is not at hand."""
    label: str = ""
    """Put before footnote numbers in md, where several summaries share one document."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article's place in an output: its summary, or why there is none."""

    record: Summary | Failure
    article_text: str | None = None
    """The article as read; None when it is not at hand."""
