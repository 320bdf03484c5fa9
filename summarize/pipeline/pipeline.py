"""Make a summary of one article: ask, ground, check, mend, arrange.

A pure function of article, prompt and model. The published part holds only statements that passed
every check; what did not is in `rejected`, with the reasons.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.article import Article
from summarize.errors import InputError
from summarize.models import Model
from summarize.models.lead import Lead
from summarize.pipeline import mentions
from summarize.pipeline.ask import Asker, Ledger
from summarize.pipeline.found import Found, find_values
from summarize.pipeline.headline import draft_top, instead
from summarize.pipeline.judging import judge_named
from summarize.pipeline.lead import lead_points
from summarize.pipeline.points import draft_points, questions
from summarize.pipeline.repeats import repeats
from summarize.pipeline.verify import Candidate, Checked, checked, published, rejected, verify
from summarize.pipeline.warn import warnings
from summarize.prompt import Prompt
from summarize.summary import ArticleRecord, JudgedBy, MadeBy, Summary, UsageRecord
from summarize.version import VERSION


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything stated about an article, checked."""

    points: list[Checked]
    """Accepted key points, in the order they are published."""
    spare: list[Checked]
    """Accepted points beyond the number the house style allows."""
    headline: Checked | None
    abstract: list[Checked]
    rejected: list[Checked]
    windows: int
    """In how many parts the model read the article; 0 when it was not shown the whole."""


async def summarize_article(
    article: Article, prompt: Prompt, model: Model, judge: Model | None = None
) -> Summary:
    """Summarize one article; `judge` looks at each statement, where one is given.

    Raises ModelError, DraftError or PromptError, and InputError when the prompt asks for a judge
    that is not there.
    """
    asker = Asker(model, prompt, Ledger(), judge or _judge_at_hand(prompt, model))
    found = find_values(article)
    if isinstance(model, Lead):
        asked = []
        first = lead_points(article, prompt.style.max_points)
        results = [checked(article, candidate) for candidate in first]
    else:
        asked = questions(article, found, asker)
        drafted = await draft_points(article, found, asked, asker)
        results = await _verified(article, drafted, asker)
    accepted = [r for r in results if not r.reasons]
    points = _key_points(accepted, prompt)
    top = [] if isinstance(model, Lead) else await _top(article, points, asker)
    parts = Parts(
        points=points,
        spare=[r for r in accepted if r not in points],
        headline=next((r for r in top if r.candidate.field == "headline" and not r.reasons), None),
        abstract=[r for r in top if r.candidate.field == "abstract" and not r.reasons],
        rejected=[r for r in (*results, *top) if r.reasons],
        windows=len(asked) if model.chooses else 0,
    )
    return _arranged(article, found, asker, parts)


def _judge_at_hand(prompt: Prompt, model: Model) -> Model | None:
    """Return the judge that a prompt asks for, None where it asks for none or nobody is asked."""
    name = judge_named(prompt)
    if name is None or isinstance(model, Lead):
        return None
    if name != model.name:
        raise InputError(f"prompt {prompt.name}: has statements judged by {name}: give that judge")
    return model


async def _verified(
    article: Article, candidates: Sequence[Candidate], asker: Asker
) -> list[Checked]:
    return list(await asyncio.gather(*(verify(article, c, asker) for c in candidates)))


async def _top(article: Article, points: Sequence[Checked], asker: Asker) -> list[Checked]:
    """Return headline and abstract, checked; where a headline failed, another after it."""
    drafted = await draft_top(points, asker)
    candidates = [*([drafted.headline] if drafted.headline else []), *drafted.abstract]
    made = await _verified(article, candidates, asker)
    if drafted.headline and made[0].reasons:
        other = await instead(article, points, asker)
        made += [other] if other else []
    return made


def _key_points(accepted: Sequence[Checked], prompt: Prompt) -> list[Checked]:
    """Keep as many as the house style allows, those wanted most, in article order.

    What repeats a point that is wanted more is left out.
    """
    best: list[Checked] = []
    for one in sorted(accepted, key=lambda r: r.candidate.place):
        told = (kept.candidate.statement for kept in best)
        if len(best) < prompt.style.max_points and not any(
            repeats(one.candidate.statement, other) for other in told
        ):
            best.append(one)
    return sorted(best, key=lambda r: r.candidate.evidence[0].start)


def _arranged(article: Article, found: Found, asker: Asker, parts: Parts) -> Summary:
    prompt, stated = asker.prompt, [*parts.points, *parts.spare]
    return Summary(
        article=ArticleRecord(
            id=article.id,
            sha256=article.sha256,
            source=article.source,
            title=article.title,
            published=article.published,
        ),
        headline=published(article, parts.headline) if parts.headline else None,
        abstract=[published(article, r) for r in parts.abstract],
        key_points=[published(article, r) for r in parts.points],
        quotes=mentions.quotes(article, found) if prompt.wants("quotes") else [],
        dates=mentions.dates(article, found, stated) if prompt.wants("dates") else [],
        numbers=mentions.numbers(article, found, stated) if prompt.wants("numbers") else [],
        names=mentions.names(article, found) if prompt.wants("names") else [],
        rejected=[rejected(article, r) for r in parts.rejected],
        warnings=warnings(article, asker, parts),
        made_by=_made_by(asker),
    )


def _made_by(asker: Asker) -> MadeBy:
    ledger = asker.ledger
    return MadeBy(
        version=VERSION,
        model=asker.model.name,
        judge=_judged_by(asker.judge, ledger) if asker.judge else None,
        prompt=asker.prompt.name,
        prompt_sha256=asker.prompt.sha256,
        usage=UsageRecord(
            calls=ledger.calls,
            prompt_tokens=ledger.usage.prompt_tokens,
            completion_tokens=ledger.usage.completion_tokens,
            repaired=ledger.repaired,
        ),
        seconds=round(ledger.seconds, 3),
        cost_usd=None,
        cached=ledger.calls > 0 and ledger.asked_now == 0,
    )


def _judged_by(judge: Model, ledger: Ledger) -> JudgedBy:
    return JudgedBy(
        model=judge.name,
        calls=ledger.judge_calls,
        prompt_tokens=ledger.judge_usage.prompt_tokens,
        completion_tokens=ledger.judge_usage.completion_tokens,
    )
