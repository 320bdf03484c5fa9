"""Say what an editor should know before using a summary."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from summarize.article import Article, language_notice
from summarize.check.support import decides
from summarize.judge.support import with_a_model
from summarize.pipeline.ask import Asker
from summarize.summary import SummaryWarning

if TYPE_CHECKING:
    from summarize.pipeline.pipeline import Parts

UNDECIDED: Final = frozenset({"support-untold", "support-weights"})
"""The warnings that say that the support check was asked for and could not be made."""


def warnings(article: Article, asker: Asker, parts: "Parts") -> list[SummaryWarning]:
    """Return the warnings for a summary, the article's own first."""
    return [
        SummaryWarning(code=code, message=message) for code, message in _all(article, asker, parts)
    ]


def _all(article: Article, asker: Asker, parts: "Parts") -> Iterator[tuple[str, str]]:
    style = asker.prompt.style
    for notice in article.notices:
        yield notice.code, notice.message
    language = language_notice(article.text)
    if language and not asker.model.chooses:
        yield language.code, f"{language.message}; {asker.model.name} handles English well"
    if article.published is None:
        yield (
            "published-unknown",
            "the day of publication is unknown, so relative dates cannot be worked out: "
            "give it with --published YYYY-MM-DD",
        )
    if parts.windows > 1:
        yield "windows", f"the article is long: the model read it in {parts.windows} parts"
    for fault in asker.ledger.unusable:
        yield "unusable-answer", str(fault)
    if asker.ledger.mended:
        yield (
            "mended",
            f"{asker.ledger.mended} answers of the model were not valid JSON until mended",
        )
    if asker.prompt.wants("headline") and not parts.headline and asker.model.name != "lead":
        yield "no-headline", "no headline passed its checks: write one, or use the article's title"
    failed = any(r.candidate.field == "headline" for r in parts.rejected)
    if failed and parts.headline and parts.headline.candidate.statement == article.title:
        yield "own-headline", "the headline is the article's own: the model's failed its checks"
    length = len(parts.headline.candidate.statement) if parts.headline else 0
    if length > style.headline_characters:
        yield (
            "headline-length",
            f"the headline has {length} characters; the house style allows "
            f"{style.headline_characters}",
        )
    yield from _unjudged(asker)
    if len(parts.points) < style.min_points:
        yield (
            "few-points",
            f"only {len(parts.points)} key points passed their checks; "
            f"the house style asks for {style.min_points} or more",
        )


def _unjudged(asker: Asker) -> Iterator[tuple[str, str]]:
    """Say where the support check was asked for in vain."""
    judge, ledger = asker.judge, asker.ledger
    if judge is None:
        return
    fitted = with_a_model().answers_of
    if ledger.untold:
        yield (
            "support-untold",
            f"{judge.name} did not tell how sure it is of Yes or No, so the support check could "
            f"not be made of {ledger.untold} of {ledger.judged} statements: take another judge, "
            f"such as {fitted}",
        )
    if ledger.judged > ledger.untold and not decides(judge.name):
        yield (
            "support-weights",
            f"the support check is fitted for the answers of {fitted}: what {judge.name} finds of "
            f"{ledger.judged - ledger.untold} statements is told with them, and decides nothing",
        )
