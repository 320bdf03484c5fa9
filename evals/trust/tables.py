"""The figures themselves, each with its interval, its n, and what others reach."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from evals.agreement.figures import FIGURES
from evals.agreement.results import Published, Results, TaskRecord
from evals.trust.judged import fraction, short
from evals.trust.markdown import table

# The figures of each task that are shown; `summarize eval agreement` prints all of them.
SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "facts": (
        "auc",
        "balanced_accuracy",
        "decided",
        "balanced_accuracy_decided",
        "calibration_error",
    ),
    "completeness": ("pearson_pooled", "spearman_pooled", "pearson_averaged", "spearman_by_system"),
    "conciseness": ("balanced_accuracy", "pearson_pooled", "spearman_pooled", "spearman_by_system"),
    "frank-cnndm": ("auc", "balanced_accuracy", "pearson_pooled", "calibration_error"),
    "frank": ("balanced_accuracy", "pearson_pooled"),
    "qags": ("balanced_accuracy", "pearson_pooled"),
    "bump": ("ordered_right",),
    "summedits": ("auc", "balanced_accuracy", "calibration_error"),
    "dates": ("precision", "recall", "f1", "f1_calendar", "right_value", "right_value_of_found"),
    "when": ("right_day", "right_day_of_possible"),
    "quotes": ("located", "right_speaker", "right_of_named"),
}


def sets(results: Results) -> str:
    """Return what people judged, task by task."""
    return table(
        ("task", "question", "judged by people in", "items", "articles"),
        [
            (t.name, t.asks, t.people, f"{t.n:,}", f"{t.articles:,}")
            for t in results.tasks
            if t.measured
        ],
        right=(3, 4),
    )


def agreements(results: Results) -> str:
    """Return the figures of every judge, one column each, beside people and others."""
    judges = list(dict.fromkeys(row.judge for task in results.tasks for row in task.rows))
    lines = [
        (
            task.name,
            FIGURES[name],
            *_of_judges(task, name, judges),
            _person(task, name),
            _others(task, name),
        )
        for task in results.tasks
        if task.measured
        for name in SHOWN.get(task.name, ())
        if any(name in row.figures for row in task.rows)
    ]
    return table(("task", "figure", *judges, "one person", "others, on other items"), lines)


def _of_judges(task: TaskRecord, name: str, judges: list[str]) -> Iterator[str]:
    by_name = {row.judge: row for row in task.rows}
    for judge in judges:
        yield fraction(by_name[judge].figures.get(name)) if judge in by_name else "–"


def _person(task: TaskRecord, name: str) -> str:
    there = [short(p.value) for p in task.published if p.figure == name and p.kind == "human"]
    return ", ".join(there) or "–"


def _others(task: TaskRecord, name: str) -> str:
    there = [p for p in task.published if p.figure == name and p.kind != "human"]
    return ", ".join(map(_told, there)) or "–"


def _told(figure: Published) -> str:
    return f"{figure.who} {short(figure.value)}"


def same_items(results: Results) -> str:
    """Return other models' answers beside ours on the same items; "" when there are none."""
    found = next((t for t in results.tasks if t.others), None)
    if found is None:
        return ""
    judges = [row.judge for row in found.rows]
    return table(
        ("model", "items", "it", *judges),
        [
            (
                o.who,
                f"{o.measured.n:,}",
                fraction(o.measured),
                *(fraction(o.ours.get(j)) for j in judges),
            )
            for o in found.others
        ],
        right=(1,),
    )


def weights(records: Mapping[str, Mapping[str, Any]]) -> str:
    """Return what the fitted judges were made from."""
    return table(
        ("judge", "made", "cases", "articles", "weights", "no below", "yes from"),
        [
            (
                name,
                str(record["made"]),
                f"{record['cases']:,}",
                f"{record['articles']:,}",
                str(len(record["weights"])),
                *(f"{end:.2f}" for end in record["thresholds"].values()),
            )
            for name, record in records.items()
        ],
        right=(2, 3, 4, 5, 6),
    )
