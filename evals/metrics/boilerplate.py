"""Whether adverts, links, captions and notices got into a summary."""

from evals.metrics.judged import Judged, excerpt, share
from evals.score import Score
from summarize.check.boilerplate import boilerplate as check
from summarize.check.claim import Claim


def boilerplate(judged: Judged) -> Score:
    """Share of statements free of boilerplate, in wording and in evidence.

    It does not show boilerplate that is reworded, or that reading took for story. None when the
    article has none that could get in.
    """
    article, said = judged.trial.article, judged.trial.said
    if all(s.kind != "boilerplate" for s in article.sentences):
        return Score(None, 0, "the article has no boilerplate")
    results = (check(Claim(s.text, s.evidence or (), article)) for s in said)
    return share(
        [(excerpt(s.text), r.status != "failed") for s, r in zip(said, results, strict=True)],
        good="no statement has boilerplate",
        bad="from boilerplate:",
        none="the summary says nothing",
    )
