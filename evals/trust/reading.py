"""Let people read what was published, and keep what they say: the audit of the support judge.

    python -m evals.trust.reading draw RUN SHEET            write what is to be read
    python -m evals.trust.reading keep RUN READER...        write audit.json

Each prompt of the run is there twice, without the support check and with it ("brief" and
"brief-supported"), on one model. The sheet has a statement a line with its number and its evidence,
article by article, and nothing of prompt, arm or judge. The article's own words, copied whole, are
not on it: nobody doubts them. A reader writes lines {"n": 1, "label": "supported"}, or
"unsupported", or "garbled" for what cannot be understood. Where readers differ, the last file
decides, and may hold these alone.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from evals.compare.compare import compare
from evals.compare.sides import one_run
from evals.gold.load import load, load_article
from evals.run.asking import Asking, open_models
from evals.run.record import Run, TrialRecord
from evals.run.saved import load_run
from evals.trust.audited import AUDIT, Arm, Audit, Costs, Label, Labelled
from summarize.article import Article, Span
from summarize.errors import InputError, SummarizeError
from summarize.judge.ask import Answerer
from summarize.judge.support import with_a_model
from summarize.judge.supported import Cited, as_told, body_text, is_copied, supported
from summarize.summary import Evidence, Statement, Summary
from summarize.whole import write_whole

_JUDGED: Final = "-supported"
_COSTS: Final = ("seconds", "tokens")
_METRICS: Final = ("coverage", "coverage-may")


class _Key(NamedTuple):
    article: str
    statement: str
    evidence: tuple[tuple[int, int], ...]


class _Found(NamedTuple):
    """A statement somebody may read."""

    key: _Key
    words: tuple[str, ...]
    """Of its evidence."""
    cited: Cited
    """As the judge is given it."""
    arms: dict[Arm, set[str]]
    """The prompts that published it."""

    @property
    def copied(self) -> bool:
        """Say whether it is the article's own words."""
        return is_copied(self.cited.statement, self.cited.evidence)


def statements(run: Run) -> list[_Found]:
    """Return what was published, each once, with the prompts that did.

    In the order of the articles' ids, then of digests: by chance, and always alike. Raises
    InputError when an article cannot be read.
    """
    articles = {a.id: load_article(load(Path(a.gold))) for a in run.manifest.articles}
    found: dict[_Key, _Found] = {}
    for trial in _asked(run):
        for key, each in _said(trial):
            if key not in found:
                found[key] = _found(key, each.evidence, articles[trial.article])
            found[key].arms[_arm(trial)].add(trial.prompt.removesuffix(_JUDGED))
    return sorted(found.values(), key=lambda each: (each.key.article, _digest(repr(each.key))))


def _asked(run: Run) -> Iterator[TrialRecord]:
    """Yield the summaries of prompts that are there in both arms."""
    prompts = {trial.prompt for trial in run.trials}
    both = {p for p in prompts if p + _JUDGED in prompts}
    for trial in run.trials:
        if trial.prompt.removesuffix(_JUDGED) in both and trial.model != "lead":
            yield trial


def _arm(trial: TrialRecord) -> Arm:
    return "judged" if trial.prompt.endswith(_JUDGED) else "plain"


def _said(trial: TrialRecord) -> Iterator[tuple[_Key, Statement]]:
    if trial.summary is not None:
        for each in _statements(trial.summary):
            yield _key(trial.article, each.statement, each.evidence), each


def _statements(summary: Summary) -> Iterator[Statement]:
    if summary.headline is not None:
        yield summary.headline
    yield from summary.abstract
    yield from summary.key_points


def _key(article: str, statement: str, evidence: Sequence[Evidence]) -> _Key:
    return _Key(article, statement, tuple((e.start, e.end) for e in evidence))


def _found(key: _Key, evidence: Sequence[Evidence], article: Article) -> _Found:
    told = as_told(article, [Span(e.start, e.end) for e in evidence])
    cited = Cited(key.statement, told, body_text(article))
    return _Found(key, tuple(e.text for e in evidence), cited, {"plain": set(), "judged": set()})


def sheet(run: Run) -> str:
    """Return the lines that readers are given."""
    read = (found for found in statements(run) if not found.copied)
    lines = (
        {
            "n": n,
            "article": found.key.article,
            "statement": found.key.statement,
            "evidence": found.words,
        }
        for n, found in zip(count(1), read, strict=False)
    )
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


async def kept(run: Run, readers: Sequence[dict[int, Label]], judge: Answerer) -> Audit:
    """Return the audit: what the first two readers said, what holds, and how sure the judge is.

    Raises InputError where a statement was not labelled, or readers differ and no third decides,
    and ModelError when the judge does not answer.
    """
    numbers = count(1)
    labelled = []
    for found in statements(run):
        labels = [] if found.copied else _labels(next(numbers), readers)
        said = await supported(found.cited, judge)
        labelled.append(
            Labelled(
                article=found.key.article,
                statement_sha256=_digest(found.key.statement),
                evidence=list(found.key.evidence),
                plain=sorted(found.arms["plain"]),
                judged=sorted(found.arms["judged"]),
                copied=found.copied,
                support=None if said.probability is None else round(said.probability, 4),
                labels=labels[:2],
                label=labels[-1] if labels else "supported",
            )
        )
    (model,) = {trial.model for trial in _asked(run)}
    prompts = sorted({trial.prompt.removesuffix(_JUDGED) for trial in _asked(run)})
    return Audit(
        made=datetime.now(UTC).date(),
        model=model,
        costs={prompt: _costs(run, model, prompt) for prompt in prompts},
        statements=labelled,
    )


def _labels(n: int, readers: Sequence[dict[int, Label]]) -> list[Label]:
    """Return what two readers said of a statement, and what holds."""
    first, second, *rest = [reader.get(n) for reader in readers]
    if first is None or second is None:
        raise InputError(f"statement {n}: not labelled by both readers")
    if first == second:
        return [first, second, first]
    decided = next((label for label in rest if label is not None), None)
    if decided is None:
        raise InputError(f"statement {n}: {first} and {second}: give a third file that decides")
    return [first, second, decided]


def _costs(run: Run, model: str, prompt: str) -> Costs:
    compared = compare(*one_run(run, "run", models=[model], prompts=[prompt, prompt + _JUDGED]))
    amounts = {c.name: (c.a, c.b) for c in compared.costs if c.name in _COSTS}
    shares: dict[str, tuple[float | None, float | None, str | None]] = {
        r.name: (r.a, r.b, r.found.verdict) for r in compared.rows if r.name in _METRICS
    }
    return Costs(amounts=amounts, metrics=shares)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _read(path: Path) -> dict[int, Label]:
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {line["n"]: line["label"] for line in lines}


async def _kept(run: Run, readers: Sequence[dict[int, Label]]) -> Audit:
    """Ask the model that the support judge was fitted with; what it has answered is kept."""
    name = with_a_model().answers_of or ""
    judge = open_models([name], Asking(jobs=1), lambda _what, _share: None)[name]
    try:
        return await kept(run, readers, judge)
    finally:
        await judge.close()


def main() -> int:
    """Return how the program ends."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.trust.reading",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("do", choices=["draw", "keep"])
    parser.add_argument("run", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args()
    try:
        run = load_run(options.run)
        if options.do == "draw":
            write_whole(options.files[0], sheet(run))
        else:
            audit = asyncio.run(_kept(run, [_read(path) for path in options.files]))
            write_whole(AUDIT, audit.model_dump_json(indent=1) + "\n")
    except SummarizeError as error:
        print(f"evals.trust.reading: {error}", file=sys.stderr)  # noqa: T201
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
