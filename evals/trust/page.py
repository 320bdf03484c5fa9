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
from evals.trust.planted_words import elsewhere, false_alarms, unmeant
from evals.trust.planted_words import noticed as noticed_in_words
from evals.trust.short import short
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
            "`summarize` checks and scores summaries by program. This page says how often each "
            "metric is right, on what, what it misses, and what nobody has tested; the figures "
            "behind it follow as an annex. It is written by `python -m evals.trust` from "
            f"{_when(results, tests)}."
        ),
        paragraph(
            "Of 100 answers so many are as people give them; yes and no count alike, so guessing "
            "gets 50. In brackets stands what chance allows (95%)."
        ),
        heading("What each metric is worth"),
        bullets(short(results, tests)),
        heading("What was not tested, and why these figures are optimistic"),
        bullets(untested(results, tests)),
        heading("Annex"),
        paragraph("The figures behind this page, and how they were made."),
        heading("What each metric says of itself", level=3),
        bullets(metrics()),
        heading("What people judged", level=3),
        tables.sets(results),
        *_left_out(results),
        heading("Agreement with people", level=3),
        tables.agreements(results),
        paragraph(_reading(results)),
        *_same_items(results),
        heading("Planted errors and false alarms, in words", level=3),
        bullets(
            (
                noticed_in_words(tests.mutators()),
                unmeant(tests.mutators()),
                false_alarms(tests.rewrites()),
                elsewhere(tests.elsewhere),
            )
        ),
        heading("Planted errors", level=3),
        noticed.errors(tests),
        paragraph(_of(tests)),
        noticed.by_check(tests),
        paragraph(_by_what(tests)),
        heading("False alarms", level=3),
        noticed.alarms(tests),
        paragraph(_ALARMS),
        noticed.checks(tests),
        heading("Published statements, read one by one", level=3),
        audited(),
        heading("What the judges were fitted on", level=3),
        tables.weights(records()),
        paragraph(
            "Weights are fitted by the scripts of `evals/fit` on these people's judgements; their "
            "files hold the digests of the data and of the questions. A probability between the "
            "last two columns is left open. What is reached there is of the probability alone, "
            "before the matcher's guards: this page has the guards too."
        ),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _when(results: Results, tests: SelfTests) -> str:
    asked = f"also with `{results.model}` (the model)" if results.model else "without a model"
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


def _left_out(results: Results) -> list[str]:
    left = next((task.left_out for task in results.tasks if task.left_out), None)
    if left is None:
        return []
    return [
        paragraph(
            f"Of REALSumm's {left.of_summaries:,} summaries, {left.summaries:,} have labels that "
            "look filled in: five times yes, then no, whatever the facts, which is some twenty "
            "times more often than four or six times. They are told by their labels, so to leave "
            'them out makes every judge look better: "judged" is without them, "all" with them. '
            "Figures that others publish, and that of one person, are of all. Conciseness has "
            "other labels, and nothing is left out."
        )
    ]


def _reading(results: Results) -> str:
    weights = (
        "the weights are the shipped ones, which have seen these articles"
        if results.shipped
        else f"weights are of other articles, the mean of {results.deals} deals into folds, and so "
        "is the threshold of balanced accuracy; the interval takes both as given, though other "
        "deals would move a balanced accuracy by some hundredths"
    )
    return (
        "In brackets the 95% interval, with whole articles resampled "
        f"({results.resamples:,} times); {weights}. Its end lies near the figure where chance adds "
        "to it (calibration error) or takes from it (by system). n: of how many a figure is; of "
        "each judge where they differ. Balanced accuracy: yes and no counted alike, .5 is "
        "guessing. AUC: how often a yes ranks above a no, .5 is guessing. From share decided to "
        '"people yes, it says no": the verdicts that the product gives, at the thresholds that '
        'ship, which were chosen on these articles ("thresholds anew": on other articles); a fact '
        "that it cannot judge is left open there, and in no other figure. Pearson: 1 where the one "
        "follows the other in a straight line, Spearman: 1 is the same order, 0 none. Calibration "
        "error, Brier score: 0 is best. One person: one annotator against the others. Figures of "
        "others are on other items of the same sets (the whole, or a sample), so they say roughly "
        "where one stands. FRANK and QAGS pooled mostly tell two newspapers apart: look at "
        "`frank-cnndm`."
    )


def _same_items(results: Results) -> list[str]:
    others = tables.same_items(results)
    if not others:
        return []
    return [
        heading("The same facts, judged by other models", level=3),
        others,
        paragraph(
            "Balanced accuracy, each line on the facts that model was asked about, ours with the "
            "threshold of other articles."
        ),
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
