"""Write headline and abstract, from accepted points only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.draft import DraftStatement, HeadlineDraft, headline_schema
from summarize.pipeline.ask import Asker
from summarize.pipeline.show import single_quoted
from summarize.pipeline.verify import Candidate, Checked, tidy
from summarize.prompt import FieldName

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
    lines = [f"[{i}] {single_quoted(p.candidate.statement)}" for i, p in enumerate(points, start=1)]
    schema = headline_schema(
        len(points), prompt.style.abstract_sentences, headline=headline, abstract=abstract
    )
    request = asker.request("headline", "\n".join(lines), schema)
    draft = await asker.ask_if_usable(request, HeadlineDraft)
    if draft is None:
        return Top(None, [])
    said = draft.abstract if abstract else []
    sentences = [
        replace(_candidate("abstract", s, points), spared=("reference",) if i else ())
        for i, s in enumerate(said)
    ]
    wanted = draft.headline if headline else None
    top = _candidate("headline", wanted, points) if wanted else None
    if top:
        words = top.statement.removesuffix(".")
        top = replace(
            top,
            statement=words,
            spared=HEADLINE_SPARED,
            longest=prompt.style.headline_characters,
        )
    return Top(top, sentences)


def _candidate(field: FieldName, draft: DraftStatement, points: Sequence[Checked]) -> Candidate:
    """Rest a sentence on the evidence of the points it names."""
    named = [points[n - 1] for n in draft.evidence if 1 <= n <= len(points)]
    spans = {span for point in named for span in point.candidate.evidence}
    words = tidy(draft.statement)
    if field == "abstract" and words[-1:].isalnum():
        # A model that has just written a headline leaves the full stop out.
        words += "."
    return Candidate(field, words, tuple(sorted(spans)))
