"""The whole report as one self-contained HTML page.

It asks nobody for anything: the policy allows its own style and script by their digests, and
nothing else. What an article, a model or a gold file says goes through autoescape and is made
visible.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import summarize.render
from evals.labels.rates import Rates
from evals.labels.table import between
from evals.report.materials import Material, material
from evals.report.panes import HEADINGS
from evals.report.scores import amount_rows, failures, metric_rows
from evals.report.sheets import Sheet, sheet
from evals.report.systems import LETTERS, Systems, counterparts, systems
from evals.report.trust import trust
from evals.report.verdicts import MARKS, WORDS
from evals.run.record import ArticleInput, Run, judged_alike
from evals.run.systems import questions
from evals.scoring.judging import caution, silence
from summarize.errors import InputError
from summarize.render.page import policy, template
from summarize.render.plain import plain
from summarize.render.wording import counted, in_words

if TYPE_CHECKING:
    from jinja2 import Template

# So many cells of one kind stand in one line of the grid on a laptop's screen.
_ABREAST: Final = 16

_HERE: Final = Path(__file__).parent
# The page of a summary: the same ink and paper, and the same way to light up evidence.
_PRODUCT: Final = Path(summarize.render.__file__).parent


def report(runs: Sequence[Run], *, corrected: Sequence[Rates | None] = ()) -> str:
    """Return one run, or two side by side, as a page.

    `corrected` are the runs' rates corrected for the judge's errors. Raises InputError for runs
    that cannot stand side by side, or have nothing in them.
    """
    _comparable(runs)
    found = systems(runs)
    sheets = _sheets(runs, found)
    makers = found.makers()
    style = (_PRODUCT / "page.css").read_text("utf-8") + _own("report.css")
    script = (_PRODUCT / "page.js").read_text("utf-8") + _own("words.js") + _own("report.js")
    first, beside = counterparts(found)
    letters = LETTERS if len(runs) > 1 else ("",)
    return _template().render(
        title=_title(runs),
        made=[_made(run, letter) for letter, run in zip(letters, runs, strict=False)],
        systems=found,
        makers=makers,
        metrics=metric_rows(runs, found, makers),
        amounts=amount_rows(found, makers),
        failures=failures(found, makers, [each.material.source.id for each in sheets]),
        editors=between,
        corrected=[pair for pair in zip(letters, corrected, strict=False) if pair[1]],
        sheets=sheets,
        trust=trust(),
        cautions=list(dict.fromkeys(why for run in runs for why in _cautions(run))),
        short=all(each.longest <= _ABREAST for each in sheets),
        first=first,
        beside=beside,
        fields=HEADINGS,
        states=[(state, WORDS[state], MARKS[state]) for state in WORDS],
        style=style,
        script=script,
        policy=policy(style, script),
    )


def _cautions(run: Run) -> Iterator[str]:
    """Yield what to bear in mind of a run's judge."""
    if (judge := run.manifest.judge) is None:
        return
    of_it = questions(run)
    yield from filter(
        None,
        (caution(judge.model), silence(judge.model, asked=of_it.asked, untold=of_it.untold)),
    )


def _comparable(runs: Sequence[Run]) -> None:
    if not any(run.trials for run in runs):
        raise InputError("run: has no trials in it, so there is nothing to report: run it again")
    if len(runs) < 2:
        return
    first, second = (run.manifest for run in runs)
    if first.matcher != second.matcher:
        raise InputError(
            f"runs: were matched differently (matcher {first.matcher[:12]} and "
            f"{second.matcher[:12]}): run `summarize rescore` on both first"
        )
    if not judged_alike(first.judge, second.judge):
        names = " and ".join(run.judge.model if run.judge else "none" for run in (first, second))
        raise InputError(
            f"runs: were not judged alike (judge {names}, or another question, weights or server): "
            "run `summarize rescore` on both, with the same --judge or without one"
        )
    other = {article.id: article for article in second.articles}
    _same_articles({article.id for article in first.articles}, other.keys())
    for article in first.articles:
        twin = other.get(article.id)
        if twin and twin.sha256 != article.sha256:
            raise InputError(f"article {article.id}: is another text in each run: run one again")
        if twin and twin.gold_sha256 != article.gold_sha256:
            raise InputError(
                f"article {article.id}: was scored with other gold in each run: "
                "run `summarize rescore` on both first"
            )


def _same_articles(first: AbstractSet[str], second: AbstractSet[str]) -> None:
    """Refuse runs whose means would be over different articles."""
    for letter, only in (("A", first - second), ("B", second - first)):
        if only:
            name, *more = sorted(only)
            others = f" and {len(more)} more" if more else ""
            raise InputError(
                f"runs: only {letter} has article {name}{others}, so their scores would be of "
                "different articles: report each alone, or run both on the same articles"
            )


def _sheets(runs: Sequence[Run], found: Systems) -> list[Sheet]:
    sources: dict[str, ArticleInput] = {}
    for run in runs:
        for source in run.manifest.articles:
            # Where one run may not copy the text, the other may have it.
            if source.id not in sources or sources[source.id].text is None:
                sources[source.id] = source
    lost = next((t.article for t in found.trials.values() if t.article not in sources), None)
    if lost is not None:
        raise InputError(f"article {lost}: has trials, but the run does not list it: run it again")
    materials: list[Material] = []
    for source in sources.values():
        trials = [t for t in found.trials.values() if t.article == source.id]
        materials.append(material(source, trials))
    return [sheet(f"a{number}", each, found) for number, each in enumerate(materials, 1)]


def _title(runs: Sequence[Run]) -> str:
    suites = dict.fromkeys(plain(run.manifest.suite) for run in runs)
    return " and ".join(suites) + (": two runs side by side" if len(runs) > 1 else ": evaluation")


def _made(run: Run, letter: str) -> list[str]:
    """Say when, from what and with what a run was made, in parts."""
    made = run.manifest
    commit = f"commit {plain(made.commit)[:10]}" if made.commit else "commit not known"
    parts = [
        f"{in_words(made.made.date().isoformat())}, {made.made:%H:%M} UTC",
        counted(len(made.articles), "article"),
        f"summarize-news {plain(made.versions.get('summarize-news', '(version not known)'))}",
        commit + (" with uncommitted changes" if made.dirty else ""),
        f"matcher {plain(made.matcher)[:10]}",
        f"judge {plain(made.judge.model)}" if made.judge else "",
        "from recorded answers" if made.replayed else "",
        plain(made.command),
    ]
    return [part for part in ((f"Run {letter}" if letter else ""), *parts) if part]


def _own(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def _template() -> "Template":
    return template(_HERE / "report.html.j2")
