"""Get statements on an article: chosen by the model where it can, by rank where it cannot.

A model that is good at choosing sees the numbered article and answers with sentence numbers and
statements. A small one is given one sentence at a time, chosen by rank, with worked examples; its
evidence is that sentence by construction. Asked for several at once it copies, or states one
sentence under another's number.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.article import Article, Sentence
from summarize.draft import PointsDraft, StatementDraft, points_schema, statement_schema
from summarize.errors import ModelError
from summarize.ground import sentence_at, sentence_spans
from summarize.models import Request
from summarize.pipeline.ask import Asker
from summarize.pipeline.found import Found
from summarize.pipeline.select import menu, scores
from summarize.pipeline.show import fenced, line, plain_line
from summarize.pipeline.verify import TOLERANCE, Candidate, tidy
from summarize.pipeline.windows import fits, windows
from summarize.values.dates import entails, find_dates

# Sentences as short as this need no shortening; a small model can only make them worse.
SHORT_WORDS = 18
# Tokens for an article's head and fence, and for the list of numbers a grammar allows.
HEAD_TOKENS = 200


@dataclass(frozen=True, slots=True)
class Question:
    """One request for points."""

    request: Request
    sentence: int | None
    """The one sentence to be stated; None when the model chooses."""


def questions(article: Article, found: Found, asker: Asker) -> list[Question]:
    """Make the requests for points. Raises ModelError when a sentence does not fit the model."""
    if asker.model.chooses:
        return _to_choose(article, asker)
    chosen = menu(article, found, asker.prompt.style)
    return [
        Question(asker.request("statement", line(article, sentence), statement_schema()), n)
        for n in chosen
        if not is_short(article, sentence := article.at(n))
    ]


def is_short(article: Article, sentence: Sentence) -> bool:
    """Say whether a sentence is as short as a statement should be."""
    return len(sentence.words.of(article.text).split()) <= SHORT_WORDS


def _to_choose(article: Article, asker: Asker) -> list[Question]:
    instructions = asker.request("points", "", points_schema([1], (1, 1)))
    room = asker.model.context - asker.prompt.front.sampling.max_tokens - HEAD_TOKENS
    if not fits(article, [m.content for m in instructions.messages], room):
        room -= sum(asker.model.count_tokens(m.content) for m in instructions.messages)
    if room <= 0:
        raise ModelError(
            f"{asker.model.name}: a context of {asker.model.context} tokens has no room for prompt "
            f"{asker.prompt.name!r} and its answer: use a model with a larger context"
        )
    runs = windows(article, article.body(), budget=room, count=asker.model.count_tokens)
    most = asker.prompt.style.max_points
    return [
        Question(
            asker.request(
                "points", fenced(article, run), points_schema([s.number for s in run], (1, most))
            ),
            None,
        )
        for run in runs
    ]


async def draft_points(
    article: Article, found: Found, asked: Sequence[Question], asker: Asker
) -> list[Candidate]:
    """Ask all questions at once; return candidates. Raises ModelError or DraftError."""
    if asker.model.chooses:
        drafts = await asyncio.gather(*(asker.ask(q.request, PointsDraft) for q in asked))
        return [
            candidate(article, point.statement, point.evidence)
            for draft in drafts
            for point in draft.key_points
        ]
    worded = await asyncio.gather(*(asker.ask_if_usable(q.request, StatementDraft) for q in asked))
    if asked and not any(worded):
        raise asker.ledger.unusable[0]
    said = {q.sentence: draft.statement for q, draft in zip(asked, worded, strict=True) if draft}
    chosen = menu(article, found, asker.prompt.style)
    return [
        _worded(article, article.at(n), place, said.get(n), asker) for place, n in enumerate(chosen)
    ]


def candidate(
    article: Article, statement: str, numbers: Sequence[int], place: int | None = None
) -> Candidate:
    """Tie a statement to its sentences; `place` is how much it is wanted, 0 the most."""
    spans = sentence_spans(article, numbers)
    if place is None and spans:
        place = -round(100 * max(scores(article)[sentence_at(article, s.start)] for s in spans))
    return Candidate("key_points", tidy(statement), spans, place=place or 0)


def _worded(
    article: Article, sentence: Sentence, place: int, said: str | None, asker: Asker
) -> Candidate:
    """Take the model's wording; or the sentence itself, when it is short or a date was lost."""
    own = tidy(plain_line(article, sentence))
    # As the article has it: a date written out must not make a sentence too long to be published.
    words = len(sentence.words.of(article.text).split())
    longest = asker.prompt.style.point_words
    if said is None or (words <= longest and _lost_date(article, own, said)):
        return candidate(article, own, [sentence.number], place)
    stand_in = own if words <= longest * TOLERANCE else None
    worded = candidate(article, said, [sentence.number], place)
    return replace(worded, own=stand_in, shortens=own)


def _lost_date(article: Article, own: str, worded: str) -> bool:
    kept = [d.value for d in find_dates(worded, published=article.published)]
    return any(
        d.value.iso() or d.value.day
        for d in find_dates(own, published=article.published)
        if not any(entails(d.value, k) and k.month == d.value.month for k in kept)
    )
