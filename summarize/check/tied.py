"""Find a name of a statement that is tied to what the evidence ties to another name.

Who did it, to whom, and whose it was: a statement may word these anew, and then nothing is
compared. It fails only where the same word is tied in the same way, every time the evidence has it,
to somebody else.
"""

from collections.abc import Sequence
from typing import Final

from summarize.article import story
from summarize.check.claim import Claim
from summarize.check.links import Link
from summarize.check.one import is_one
from summarize.check.ties import ties
from summarize.values.names import find_names
from summarize.values.words import stem, stems, tokens

# With fewer words in common beside the names, two sentences may tell of two things.
COMMON: Final = 1
MUTUAL: Final = frozenset(
    stem(v)
    for v in "met meet married marry fought joined resembled divorced faced equalled played".split()
)


def tied_to_another(claim: Claim) -> str | None:
    """Return which name of the statement has what is another's; None when none is found to."""
    stated = ties(claim.statement, claim.article)
    if not stated:
        return None
    named = find_names(claim.statement)
    kinds = {n.name: n.kind for n in find_names(story(claim.article))}
    lines = [span.of(claim.article.text) for span in claim.evidence]
    told = [(line, link) for line in lines for link in ties(line, claim.article)]
    said = stems(tokens(claim.statement))
    for one in stated:
        others = [t for t in told if t[1].stem == one.stem]
        same = [t for t in others if t[1].tie == one.tie]
        if not same or one.stem in MUTUAL or _is_tied_too(one, others, claim):
            continue
        often = sum(w.stem == one.stem for line in lines for w in tokens(line))
        if often > len({(line, t.word, t.name.span.start) for line, t in same}):
            continue  # somewhere the evidence may tie it to this name, out of our reach
        own = {stem(t.low) for t in tokens(one.name.name)} | {one.stem}
        if all(_common(said, line, own, t) < COMMON for line, t in same):
            continue
        if _is_cited_source(one, lines, claim):
            continue
        other = same[0][1]
        if one.name.kind == "other" and one.name.name not in kinds:
            continue  # perhaps no name: "Heavy snow"
        a, b = (kinds.get(n.name, n.kind) for n in (one.name, other.name))
        # "Apple hopes" and "Tim Cook hopes" are alike, unless both are in the statement.
        if a != b and not any(is_one(n, other.name, claim) for n in named):
            continue
        return (
            f"{one.word!r} belongs to {other.name.name!r} in the cited sentences, not to "
            f"{one.name.name!r}: say it of {other.name.name!r}"
        )
    return None


def _is_tied_too(one: Link, others: Sequence[tuple[str, Link]], claim: Claim) -> bool:
    """Say whether the evidence ties the word to this name as well; doing is not suffering."""
    turned = {"does", "gets"}
    return any(
        is_one(one.name, t.name, claim) and (t.tie == one.tie or {t.tie, one.tie} != turned)
        for _, t in others
    )


def _is_cited_source(one: Link, lines: Sequence[str], claim: Claim) -> bool:
    """Say whether "according to" names one of several sources that the evidence has."""
    return one.word.casefold() == "according" and any(
        is_one(one.name, n, claim) for line in lines for n in find_names(line)
    )


def _common(said: set[str], line: str, own: set[str], link: Link) -> int:
    theirs = {stem(t.low) for t in tokens(link.name.name)}
    return len((said & stems(tokens(line))) - own - theirs)
