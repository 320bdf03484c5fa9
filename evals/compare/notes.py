"""What a reader must know before believing the table: what is missing, and what else differs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evals.compare.sides import Side, listed
from evals.gold.load import Loaded


def notes(a: Side, b: Side, golds: Mapping[str, Loaded]) -> list[str]:
    """Return the notes, each one sentence. `golds` are the gold files at hand, by article."""
    return [
        *_missing(a, b),
        *_without_gold(a, golds),
        *_versions(a, b),
        *_same_prompt(a, b),
    ]


def _missing(a: Side, b: Side) -> Iterator[str]:
    for name, side in (("A", a), ("B", b)):
        asked = Counter(trial.article for trial in side.trials())
        most = max(asked.values(), default=0)
        wanted = [article.id for article in side.run.manifest.articles]
        if gone := [id_ for id_ in wanted if not asked[id_]]:
            yield (
                f"{name} holds no trial of {len(gone)} of its {len(wanted)} articles "
                f"({listed(gone)}): they are not compared; for all of them, run it again"
            )
        if fewer := [id_ for id_ in wanted if 0 < asked[id_] < most]:
            yield f"{name} holds fewer repeats of {listed(fewer)} than of the others"
        for trial in side.trials():
            if trial.error is not None:
                yield (
                    f"{name} has no summary of {trial.article}, so it is not compared: "
                    f"{trial.error.message}"
                )


def _without_gold(a: Side, golds: Mapping[str, Loaded]) -> Iterator[str]:
    articles = a.run.manifest.articles
    lost = [each.gold for each in articles if each.id not in golds and not Path(each.gold).exists()]
    moved = [each.gold for each in articles if each.id not in golds and Path(each.gold).exists()]
    so = "must and may are not told apart there, and coverage is compared by article"
    for paths, what in (
        (lost, "not where the run says"),
        (moved, "not as they were when it was scored (summarize rescore RUN)"),
    ):
        if paths:
            yield f"{len(paths)} of {len(articles)} gold files are {what}: {listed(paths)}: {so}"


def _versions(a: Side, b: Side) -> Iterator[str]:
    left, right = a.run.manifest.versions, b.run.manifest.versions
    for name in sorted(left.keys() | right.keys()):
        if left.get(name) != right.get(name):
            yield f"{name} differs: {left.get(name, 'none')} in A, {right.get(name, 'none')} in B"


def _same_prompt(a: Side, b: Side) -> Iterator[str]:
    if a.prompt == b.prompt and a.run is not b.run and a.model == b.model:
        digests: Sequence[str | None] = [
            side.run.manifest.prompts.get(side.prompt) for side in (a, b)
        ]
        if digests[0] == digests[1]:
            yield f"prompt {a.prompt} is the same in both: any difference is not its doing"
