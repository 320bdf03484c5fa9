"""Whether a summary keeps to the house style."""

from collections.abc import Iterator

from evals.metrics.judged import Judged, excerpt, prose, share
from evals.score import Score
from evals.trial import Said
from summarize.article import Article
from summarize.values.dates import DatePhrase, find_dates
from summarize.values.plain import plain
from summarize.values.quotes import find_quotations

# One rule and whether it is kept.
Kept = tuple[str, bool]


def form(judged: Judged) -> Score:
    """Share of house rules kept: lengths, counts, and in each statement no relative date.

    Other people's text has no headline and no points, so only its dates are looked at. It does not
    show grammar, tone or sense; nor too few points, which a thin article may well have.
    """
    said = prose(judged.trial.said)
    kept = [*_lengths(said, judged), *_dates(said, judged.trial.article)]
    return share(
        kept, good="the house style is kept", bad="against it:", none="the summary says nothing"
    )


def _lengths(said: list[Said], judged: Judged) -> Iterator[Kept]:
    style = judged.style
    points = [s for s in said if s.field == "key_points"]
    abstract = [s for s in said if s.field == "abstract"]
    for s in said:
        if s.field == "headline":
            size = len(s.text)
            yield f"headline of {size} characters", size <= style.headline_characters
    if abstract:
        count = len(abstract)
        yield f"abstract of {count} sentences", count <= style.abstract_sentences
    if points:
        yield f"{len(points)} points", len(points) <= style.max_points
    for s in points:
        size = len(s.text.split())
        yield f"point of {size} words", size <= style.point_words


def _dates(said: list[Said], article: Article) -> Iterator[Kept]:
    for s in said:
        relative = next(_relative(s.text, article), None)
        yield f'"{relative}" in {excerpt(s.text)}', relative is None


def _relative(text: str, article: Article) -> Iterator[str]:
    """Yield dates that mean another day to every reader; those in quotation marks are verbatim."""
    for phrase in find_dates(text):
        if not phrase.relative or _unknown_weekday(phrase, article):
            continue
        if not any(q.span.contains(phrase.span) for q in find_quotations(text)):
            yield phrase.as_written


def _unknown_weekday(phrase: DatePhrase, article: Article) -> bool:
    """Say whether it is a weekday as the article has it, whose date nobody knows."""
    written = plain(phrase.as_written).casefold()
    is_weekday = phrase.value.weekday is not None and "last" not in written
    return article.published is None and is_weekday and written in plain(article.text).casefold()
