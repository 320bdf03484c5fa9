"""Whether the article supports what a summary says."""

from evals.metrics.judged import Judged, excerpt, share
from evals.score import Score


def faithful(judged: Judged) -> Score:
    """Share of statements that the article supports, as a judge or a person has said.

    None unless somebody was asked: that values and names are in the article (`grounded`) does not
    show that a statement follows from it. It does not show whether what is said matters.
    """
    if judged.supported is None:
        return Score(None, 0, "no judge was asked")
    pairs = zip(judged.trial.said, judged.supported, strict=True)
    return share(
        [(excerpt(said.text), supports) for said, supports in pairs],
        good="the article supports every statement",
        bad="not supported:",
        none="the judge could not tell" if judged.trial.said else "the summary says nothing",
    )
