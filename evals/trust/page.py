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
from evals.trust import noticed, tables
from evals.trust.audited import audited
from evals.trust.fitted import records
from evals.trust.judged import agreement
from evals.trust.limits import metrics, untested
from evals.trust.markdown import bullets, heading, listed, paragraph
from evals.trust.planted import OWN, SelfTests, load, standing
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
_ALARMS: Final = (
    "Alarms of statements and rewordings that keep the meaning, in summaries and single facts. The "
    "two targets are judged apart: reworded are only statements that raise no alarm as they stand; "
    "the others are left out. Each check is judged on both, too."
)


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
        noticed.errors(tests),
        paragraph(_of(tests)),
        noticed.by_check(tests),
        paragraph(_by_what(tests)),
        heading("False alarms"),
        noticed.alarms(tests),
        paragraph(_ALARMS),
        noticed.checks(tests),
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
    return (
        f"In {listed(said)}, one error at a time; Wilson's interval, which takes errors of one "
        "article for independent and is therefore too narrow. Too few: not missed, but the "
        "interval reaches under the target. Surely missed: the whole interval is under it. "
        f"Summaries are the first three together.{_elsewhere(tests)} `summarize eval selftest "
        "--data SHARED` prints the same, without what is elsewhere."
    )


def _by_what(tests: SelfTests) -> str:
    every = [made.every for made in tests.mutators().values()]
    left, again = sum(made.left_out for made in every), sum(made.again for made in every)
    kinds = noticed.missed_if_counted(tests)
    under = "Counted as missed, they would put under its target:"
    also = f" {under} {'; '.join(kinds)}." if kinds else ""
    return (
        "In summaries and single facts. By others only: by checks meant for something else. By "
        "gold only: a fact is missing or contradicted, or a trap is stated, and no check fails. "
        f"Left out, and counted nowhere, are {left:,}: there a check meant for the error finds the "
        f"same fault in the statement as it stands, so that nothing can be said.{also} Again, and "
        f"not counted twice, are {again:,}: the same words about the same article. "
        "`summarize eval selftest --json` has every check."
    )


def _elsewhere(tests: SelfTests) -> str:
    part = tests.elsewhere
    if part is None:
        return ""
    sentences = standing(part.rewrites).every.n
    return (
        f" Elsewhere: by checks alone, in {sentences:,} sentences about {part.articles:,} other "
        "articles that people found supported (FRANK and QAGS, CNN/DM), with evidence looked up."
    )
