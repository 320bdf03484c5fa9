"""Write TRUST.md from what is saved: the page an editor reads before believing a figure.

Everything on it is worked out from the files beside this one, the weights' own records and the
metrics' own descriptions, so the same files always make the same page. It refuses to be written by
hand: a test compares.
"""

from datetime import date
from pathlib import Path
from typing import Final

from evals.agreement.results import Results
from evals.run.digests import matcher_digest
from evals.selftest.run import AS_IT_STANDS
from evals.trust import tables
from evals.trust.audited import audited
from evals.trust.fitted import records
from evals.trust.judged import agreement
from evals.trust.limits import metrics, untested
from evals.trust.markdown import bullets, heading, listed, paragraph
from evals.trust.planted import NOTHING, OWN, SelfTests, load
from evals.trust.words import in_words
from summarize.render.wording import in_words as written

# At the top of the repository, because an editor looks there; beside this file once installed.
PAGE: Final = Path(__file__).resolve().parents[2] / "TRUST.md"
_ORIGINS: Final = {
    "reference": "references by an editor",
    "human": "summaries by people",
    "recorded": "a model's summaries verified by hand",
    "fact": "gold facts",
}


def trust() -> str:
    """Return the page. Raises InputError for results that are not there or cannot be read."""
    return page(agreement(), load())


def page(results: Results, tests: SelfTests) -> str:
    """Return the page of these results."""
    blocks = [
        heading("How far to trust the evaluation", level=1),
        paragraph(
            "`summarize` checks and scores summaries by program. This page says how often people "
            "agree with it, which planted errors it sees, and what nobody has tested. It is "
            f"written by `python -m evals.trust` from {_when(results, tests)}."
        ),
        heading("In plain words"),
        paragraph(
            "In brackets stands what chance allows (95%). What others have published is of other "
            "items of the same sets, so it says roughly where one stands."
        ),
        bullets(in_words(results, tests)),
        heading("Not tested, and why these figures are optimistic"),
        bullets(untested(results, tests)),
        heading("What each metric misses"),
        bullets(metrics()),
        heading("What people judged"),
        tables.sets(results),
        heading("Agreement with people"),
        tables.agreements(results),
        paragraph(_reading(results)),
        *_same_items(results),
        heading("Planted errors"),
        tables.errors(tests),
        paragraph(_of(tests)),
        heading("False alarms"),
        tables.alarms(tests),
        paragraph(tables.targets()),
        tables.checks(tests),
        heading("Published statements, read by a person"),
        audited(),
        heading("What the judges were fitted on"),
        tables.weights(records()),
        paragraph(
            "Weights are fitted by the scripts of `evals/fit` on these people's judgements; their "
            "files hold the digests of the data. Between the last two columns a "
            "judge says that it cannot tell."
        ),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _when(results: Results, tests: SelfTests) -> str:
    asked = f"with {results.model}" if results.model else "without a model"
    made = f"judgements measured on {_day(results.made.date())}, {asked}"
    days = listed([_day(day) for day in sorted({part.made for part in tests.parts.values()})])
    changed = (
        ""
        if results.matcher == matcher_digest()
        else ". Rules have changed since the judgements were measured; the figures of wording and "
        "values may be a little off"
    )
    return f"{made}, and self-tests of {days}{changed}"


def _day(day: date) -> str:
    return written(day.isoformat()) or day.isoformat()


def _reading(results: Results) -> str:
    weights = (
        "the weights are the shipped ones, which have seen these articles"
        if results.shipped
        else "weights and thresholds are of other articles"
    )
    return (
        "In brackets the 95% interval, with whole articles resampled "
        f"({results.resamples:,} times); {weights}. Balanced accuracy: yes and no counted alike, "
        ".5 is guessing. AUC: how often a yes ranks above a no, .5 is guessing. Pearson, Spearman: "
        "1 is the same order as people's, 0 none. Calibration error: 0 is best. One person: one "
        "annotator against the others. Figures of others are on other items of the same sets (the "
        "whole, or a sample), so they say roughly where one stands. FRANK and QAGS pooled mostly "
        "tell two newspapers apart: look at `frank-cnndm`."
    )


def _same_items(results: Results) -> list[str]:
    others = tables.same_items(results)
    if not others:
        return []
    return [
        heading("The same facts, judged by other models"),
        others,
        paragraph("Balanced accuracy, each line on the facts that model was asked about."),
    ]


def _of(tests: SelfTests) -> str:
    said = []
    for name, part in tests.parts.items():
        whose = "articles of this project" if name == OWN else "articles of other people"
        origins = listed([f"{n} {_ORIGINS.get(o) or o}" for o, n in part.summaries.items()])
        said.append(f"{part.articles} {whose} ({origins})")
    left = sum(made.left_out for made in tests.mutators().values())
    out = (
        f" {left} more stand in statements that raise an alarm as they are, and are not counted."
        if left
        else ""
    )
    return (
        f"In good summaries of {listed(said)}, one error at a time; Wilson's interval, which takes "
        "errors of one article for independent and is therefore too narrow. By checks: a check of "
        "the summarizer fails. By gold: a fact is missing or contradicted, or a trap is stated."
        + out
        + _elsewhere(tests)
    )


def _elsewhere(tests: SelfTests) -> str:
    part = tests.elsewhere
    if part is None:
        return ""
    standing = part.rewrites.get(AS_IT_STANDS, NOTHING)
    return (
        f" Elsewhere: by checks alone, in {standing.n:,} sentences about {part.articles:,} other "
        "articles that people found supported (FRANK and QAGS, CNN/DM), with evidence looked up."
    )
