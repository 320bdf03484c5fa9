"""Whether the article supports what a summary says."""

from evals.metrics.judged import Judged, excerpt, prose, share, supported_prose
from evals.score import Score


def faithful(judged: Judged) -> Score:
    """Share of statements that the article supports, as a judge or a person has said.

    Quotations are left out: they are the article's own words, or `grounded` says that they are not.
    None unless somebody was asked: that values and names are in the article (`grounded`) does not
    show that a statement follows from it. None too where the judge told nothing of all it was
    asked: a share of the sentences that are copied whole, of which nobody is asked, would pass for
    one of the summary. It does not show whether what is said matters.
    """
    if judged.supported is None:
        return Score(None, 0, "no judge was asked")
    if judged.spent is not None and judged.spent.is_silence:
        return Score(None, 0, "the judge told nothing of what it was asked")
    return share(
        [(excerpt(said.text), supports) for said, supports in supported_prose(judged)],
        good="the article supports every statement",
        bad="not supported:",
        none="the judge could not tell" if prose(judged.trial.said) else "the summary says nothing",
    )
