"""Find a source that a statement names and its evidence does not: "…, police say".

It fails only where the cited sentences and the one before them report nobody's words at all, in
whatever form: who of several speakers said it is for the checks of names and quotations.
"""

import re
from itertools import pairwise
from typing import Final

from summarize.article import story
from summarize.check.attribution import SAYS, SPEAKS
from summarize.check.claim import Claim
from summarize.values.sourced import find_sourced
from summarize.values.span import Span

_QUOTED: Final = re.compile(r"[\"“”]|(?<!\w)['‘]\w")


def added_source(claim: Claim) -> str | None:
    """Return who says so in the statement alone; None when somebody may in the evidence."""
    said = claim.statement
    named = find_sourced(said, Span(0, len(said))) if said else ()
    if not named:
        return None
    text = story(claim.article)
    heard = [span.of(text) for span in claim.evidence]
    for before, sentence in pairwise(claim.article.body()):
        if any(
            sentence.words.start <= cited.start < sentence.words.end for cited in claim.evidence
        ):
            heard.append(before.words.of(text))
    if any(form.search(words) for words in heard for form in (SAYS, SPEAKS, _QUOTED)):
        return None
    source, cue = named[0].source, " ".join(named[0].cue.split())
    return f"the cited sentences do not have {source!r} say so: leave {cue!r} out"
