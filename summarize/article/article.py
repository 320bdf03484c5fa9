"""The nouns of reading: an article and its numbered sentences.

The text is kept exactly as read; nothing is ever removed from it, so every offset stays true.
What must not be used (boilerplate) is marked, not cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from summarize.values.span import Span

Kind = Literal["headline", "body", "boilerplate"]
"""headline: title, subheads and dateline. boilerplate: adverts, captions, links, notices."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One numbered sentence. The spans of all sentences tile the article's text exactly."""

    number: int
    """From 1, in order of the text."""
    span: Span
    """Up to the start of the next sentence, so it may begin or end with white space."""
    words: Span
    """The same without the white space around it: what is shown and cited."""
    kind: Kind

    def __hash__(self) -> int:
        # Two of an article differ in this, and its spans would be hashed anew each time.
        return hash((self.number, self.words.start))


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the article that a reader of its summary should know."""

    code: str
    """One of a closed set of short kebab-case words, such as `hidden-text` or `instructions`."""
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """A news text as read, with what is known of it."""

    id: str
    """The file's stem, or a name made from the URL; unique enough to name an output file."""
    source: str
    """The path, the URL, or "-" for standard input."""
    text: str
    sha256: str
    """Of the bytes as read, in hexadecimal."""
    sentences: tuple[Sentence, ...]
    title: str | None = None
    published: date | None = None
    """From metadata, a dateline or the caller; None when unknown, and never guessed."""
    notices: tuple[Notice, ...] = field(default=())

    def __hash__(self) -> int:
        # That of all fields would be worked out anew for each check.
        return hash((self.source, self.sha256))

    def body(self) -> Sequence[Sentence]:
        """Return the sentences that may be stated and cited, in order."""
        return [s for s in self.sentences if s.kind == "body"]

    def at(self, number: int) -> Sentence:
        """Return the sentence with this number. Raises IndexError when there is none."""
        if not 1 <= number <= len(self.sentences):
            raise IndexError(f"article {self.id} has no sentence {number}")
        return self.sentences[number - 1]
