"""The article around the evidence, as much of it as an editor asks for."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from evals.run.record import ArticleInput, Run
from summarize.article import Span, read
from summarize.article.sentences import paragraphs

# Sentences before and after the evidence that are shown at first; twice as many each time after.
FIRST: Final = 3


def passages(text: str, places: Sequence[Span], *, more: int) -> list[str]:
    """Return the parts of an article around some places: wider with each `more`, from 1.

    In the end they are one, the whole article. None for `more` of 0, and where no place is known.
    """
    if not more or not places:
        return []
    sentences = [sentence for paragraph in paragraphs(text) for sentence in paragraph]
    reach = FIRST * 2 ** (more - 1)
    chosen: set[int] = set()
    for number, sentence in enumerate(sentences):
        if any(sentence.start < p.end and p.start < sentence.end for p in places):
            chosen |= set(range(max(0, number - reach), min(number + reach + 1, len(sentences))))
    found: list[Span] = []
    before = None
    for number in sorted(chosen):
        here = sentences[number]
        if before == number - 1:
            found[-1] = Span(found[-1].start, here.end)
        else:
            found.append(here)
        before = number
    return [span.of(text) for span in found]


def text_of(run: Run, article: str) -> str | None:
    """Return the text of an article of a run; None where it is no longer at hand."""
    source = next(each for each in run.manifest.articles if each.id == article)
    return source.text if source.text is not None else _read(source)


def _read(source: ArticleInput) -> str | None:
    if not Path(source.path).is_file():
        return None
    article = read(source.path, published=source.published)
    return article.text if article.sha256 == source.sha256 else None
