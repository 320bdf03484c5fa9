"""The figures themselves, each with its interval, its n, and what others reach."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from evals.agreement.figures import FIGURES
from evals.agreement.results import Items, Part, Published, Results, Row, TaskRecord
from evals.trust.judged import fraction, parts, short
from evals.trust.markdown import table

_VERDICTS: Final = (
    "decided",
    "balanced_accuracy_decided",
    "balanced_accuracy_by_others",
    "no_passed",
    "no_stopped",
    "yes_stopped",
)
# The figures of each task that are shown; `summarize eval agreement` prints all of them.
SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "facts": ("auc", "balanced_accuracy", *_VERDICTS, "calibration_error"),
    "completeness": (
        "pearson_pooled",
        "spearman_pooled",
        "pearson_averaged",
        "pearson_by_system",
        "spearman_by_system",
    ),
    "conciseness": (
        "auc",
        "balanced_accuracy",
        *_VERDICTS,
        "brier",
        "calibration_error",
        "pearson_pooled",
        "spearman_pooled",
        "spearman_by_system",
    ),
    "frank-cnndm": (
        "auc",
        "balanced_accuracy",
        *_VERDICTS,
        "calibration_error",
        "pearson_pooled",
        "spearman_by_system",
    ),
    "frank": ("balanced_accuracy", "pearson_pooled"),
    "qags": ("auc", "balanced_accuracy", *_VERDICTS, "calibration_error", "pearson_pooled"),
    "bump": ("ordered_right", "auc", "balanced_accuracy", *_VERDICTS, "calibration_error"),
    "summedits": ("auc", "balanced_accuracy", *_VERDICTS, "calibration_error"),
    "dates": ("precision", "recall", "f1", "f1_calendar", "right_value", "right_value_of_found"),
    "when": ("right_day", "right_day_of_possible"),
    "quotes": ("located", "right_speaker", "right_of_named"),
}
_ITEMS: Final[Mapping[Items, str]] = {
    "asked": "judged, asked about",
    "judged": "judged",
    "all": "all",
    "asked-all": "all asked about",
}


def sets(results: Results) -> str:
    """Return what people judged, task by task."""
    return table(
        ("task", "question", "judged by people in", "of", "items", "articles", "cannot judge"),
        [
            (
                task.name,
                task.asks,
                task.people,
                _ITEMS[part.items],
                f"{part.n:,}",
                f"{part.articles:,}",
                ", ".join(f"{row.undecided:,} {row.judge}" for row in part.rows if row.undecided)
                or "–",
            )
            for task, part in parts(results)
        ],
        right=(4, 5),
    )


def agreements(results: Results) -> str:
    """Return the figures of every judge, one column each, with n and beside people and others.

    Others' figures are of all items, so where there are figures of all they stand beside those.
    """
    judges = _judges([part for _, part in parts(results)])
    lines = [
        (
            task.name,
            _ITEMS[part.items],
            FIGURES[name],
            _n(part, name),
            *_of_judges(part, name, judges),
            *(_beside(task, name) if part is _of_all(task) else ("–", "–")),
        )
        for task, part in parts(results)
        for name in SHOWN.get(task.name, ())
        if any(name in row.figures for row in part.rows)
    ]
    head = ("task", "of", "figure", "n", *judges, "one person", "others, on other items")
    return table(head, lines, right=(3,))


def _judges(those: Sequence[Part]) -> list[str]:
    return list(dict.fromkeys(row.judge for part in those for row in part.rows))


def _of_all(task: TaskRecord) -> Part:
    return next((part for part in task.parts if part.items == "all"), task.parts[0])


def _n(part: Part, name: str) -> str:
    """Return of how many a figure is; where judges decide different items, of each."""
    counts = [row.figures[name].n for row in part.rows if name in row.figures]
    return " / ".join(f"{n:,}" for n in dict.fromkeys(counts))


def _of_judges(part: Part, name: str, judges: list[str]) -> Iterator[str]:
    by_name: dict[str, Row] = {row.judge: row for row in part.rows}
    for judge in judges:
        yield fraction(by_name[judge].figures.get(name)) if judge in by_name else "–"


def _beside(task: TaskRecord, name: str) -> tuple[str, str]:
    there = [p for p in task.published if p.figure == name]
    human = [short(p.value) for p in there if p.kind == "human"]
    return ", ".join(human) or "–", ", ".join(_told(p) for p in there if p.kind != "human") or "–"


def _told(figure: Published) -> str:
    return f"{figure.who} {short(figure.value)}"


def same_items(results: Results) -> str:
    """Return other models' answers beside ours on the same items; "" when there are none."""
    found = [part for _, part in parts(results) if part.others]
    judges = _judges(found)
    lines = [
        (
            o.who,
            _ITEMS[part.items],
            f"{o.measured.n:,}",
            fraction(o.measured),
            *(fraction(o.ours.get(j)) for j in judges),
        )
        for part in found
        for o in part.others
    ]
    return table(("model", "of", "n", "it", *judges), lines, right=(2,)) if lines else ""


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
