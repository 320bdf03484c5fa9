"""Write headline and abstract, from accepted points only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.article import Article, Span
from summarize.draft import DraftStatement, HeadlineDraft, headline_schema
from summarize.pipeline.ask import Asker
from summarize.pipeline.show import single_quoted
from summarize.pipeline.verify import TOLERANCE, Candidate, Checked, checked, judged, tidy
from summarize.prompt import FieldName, Prompt

# A headline stands above points that say whose word it is, and has no room for it. What was alleged
# or planned it must still call so: that is another check.
HEADLINE_SPARED = ("attribution",)


@dataclass(frozen=True, slots=True)
class Top:
    """Headline and abstract, not yet checked."""

    headline: Candidate | None
    abstract: list[Candidate]


async def draft_top(points: Sequence[Checked], asker: Asker) -> Top:
    """Ask for headline and abstract; none where the answer cannot be used. Raises ModelError."""
    prompt = asker.prompt
    headline, abstract = prompt.wants("headline"), prompt.wants("abstract")
    if not points or not (headline or abstract):
        return Top(None, [])
    draft = await _asked(points, asker, headline=headline, abstract=abstract)
    if draft is None:
        return Top(None, [])
    said = draft.abstract if abstract else []
    sentences = [
        replace(_candidate("abstract", s, points), spared=("reference",) if i else ())
        for i, s in enumerate(said)
    ]
    return Top(_headline(draft, points, prompt) if headline else None, sentences)


async def instead(article: Article, points: Sequence[Checked], asker: Asker) -> Checked | None:
    """Return what may stand in for a headline that failed; None when nothing can.

    The article's own where it is short enough; else the model is asked for one of the most wanted
    point alone, of which it has less to confuse. Raises ModelError.
    """
    longest = round(asker.prompt.style.headline_characters * TOLERANCE)
    own = _own(article)
    found = checked(article, replace(own, longest=longest)) if own else None
    if found and not found.reasons:
        found = await judged(found, article, asker)
    if found and not found.reasons:
        return found
    first = [min(points, key=lambda p: p.candidate.place)]
    draft = await _asked(first, asker, headline=True, abstract=False)
    made = _headline(draft, first, asker.prompt) if draft else None
    if made is None:
        return None
    return await judged(checked(article, replace(made, longest=longest)), article, asker)


async def _asked(
    points: Sequence[Checked], asker: Asker, *, headline: bool, abstract: bool
) -> HeadlineDraft | None:
    lines = [f"[{i}] {single_quoted(p.candidate.statement)}" for i, p in enumerate(points, start=1)]
    schema = headline_schema(
        len(points), asker.prompt.style.abstract_sentences, headline=headline, abstract=abstract
    )
    return await asker.ask_if_usable(
        asker.request("headline", "\n".join(lines), schema), HeadlineDraft
    )


def _headline(draft: HeadlineDraft, points: Sequence[Checked], prompt: Prompt) -> Candidate | None:
    if draft.headline is None:
        return None
    made = _candidate("headline", draft.headline, points)
    return replace(
        made,
        statement=made.statement.removesuffix("."),
        spared=HEADLINE_SPARED,
        longest=prompt.style.headline_characters,
    )


def _own(article: Article) -> Candidate | None:
    """Return the article's title, where it stands in the text and so can be pointed at."""
    for sentence in article.sentences:
        title = sentence.words.of(article.text).lstrip("# ")
        if sentence.kind == "headline" and " ".join(title.split()) == article.title:
            where = Span(sentence.words.end - len(title), sentence.words.end)
            return Candidate("headline", article.title, (where,), spared=HEADLINE_SPARED)
    return None


def _candidate(field: FieldName, draft: DraftStatement, points: Sequence[Checked]) -> Candidate:
    """Rest a sentence on the evidence of the points it names."""
    named = [points[n - 1] for n in draft.evidence if 1 <= n <= len(points)]
    spans = {span for point in named for span in point.candidate.evidence}
    words = tidy(draft.statement)
    if field == "abstract" and words[-1:].isalnum():
        # A model that has just written a headline leaves the full stop out.
        words += "."
    return Candidate(field, words, tuple(sorted(spans)))
