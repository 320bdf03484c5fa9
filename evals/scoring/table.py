"""Show scores: a table by system, the facts of each summary, and all of it as JSON.

Fractions are formatted here and nowhere before; what was not measured is "–", never 0.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from evals.match import Verdict
from evals.metrics import AMOUNTS, METRICS, Judged
from evals.metrics.judged import supported_prose
from evals.score import Score
from evals.scoring.given import Given
from evals.scoring.scored import Mean, Scored, SystemMeans, by_system
from summarize.render.plain import plain
from summarize.render.wrap import columns

WIDTH: Final = 80
NONE: Final = "–"
# A name cut shorter than this could be anybody's.
_SHORTEST: Final = 16

_FACTS: Final = {
    "coverage": "must",
    "coverage-may": "may",
    "coverage-first": "1st",
    "coverage-middle": "2nd",
    "coverage-last": "3rd",
    "traps": "traps",
    "contradictions": "contra",
    "decided": "decid",
}
_MANNER: Final = {
    "grounded": "ground",
    "faithful": "faith",
    "boilerplate": "boiler",
    "concise": "conc",
    "form": "form",
    "words": "words",
    "words-per-fact": "w/fact",
}
_COST: Final = {
    "tokens": "tokens",
    "seconds": "sec",
    "usd": "usd",
    "repaired": "repair",
    "rejected": "reject",
}
_JUDGED: Final = {"judge-tokens": "tokens", "judge-seconds": "sec"}
_DECIMALS: Final = {"words": 0, "words-per-fact": 1, "tokens": 0, "seconds": 1, "usd": 4} | {
    "judge-tokens": 0,
    "judge-seconds": 1,
    "repaired": 1,
    "rejected": 1,
}
_LEGEND: Final = """\
must, may: share of those facts stated; 1st, 2nd, 3rd: by third of the article
traps: not fallen into; contra: facts not contradicted; decid: could be judged
ground: evidence holds; faith: supported, says a judge; boiler: free of it
conc: points with a gold fact; w/fact: words for each fact stated
n: articles; –: nothing to measure
"""


def as_table(scored: Sequence[Scored]) -> str:
    """Return means over articles by system, for a terminal of 80 columns."""
    systems = by_system(scored)
    parts = [_part("Facts", _FACTS, systems), _part("Manner", _MANNER, systems)]
    if ours := [s for s in systems if any(s.means[name].articles for name in _COST)]:
        parts.append(_part("Cost of an article", _COST, ours))
    if asked := [s for s in systems if s.means["judge-seconds"].articles]:
        parts.append(_part("Judging a summary", _JUDGED, asked))
    return "\n".join([*parts, _LEGEND + _caution(systems)])


def as_facts(scored: Sequence[Scored]) -> str:
    """Return what each summary leaves out, contradicts or gets wrong, fact by fact."""
    return "\n".join("\n".join(_of_trial(one)) + "\n" for one in scored)


def as_document(scored: Sequence[Scored], failures: Sequence[Given] = ()) -> str:
    """Return everything as one JSON document."""
    document = {
        "schema_version": "1",
        "systems": [_system(system) for system in by_system(scored)],
        "trials": [_trial(one) for one in scored],
        "errors": [{"article": f.article, "system": f.system, "place": f.place} for f in failures],
    }
    return json.dumps(document, indent=2) + "\n"


def _part(title: str, shown: Mapping[str, str], systems: Sequence[SystemMeans]) -> str:
    widths = [max(len(head) + 2, 6) for head in shown.values()]
    room = WIDTH - 4 - sum(widths)
    names = [plain(system.system) for system in systems]
    wide = min(max(_SHORTEST, len(title), *map(columns, names)), room)
    heads = zip(shown.values(), widths, strict=True)
    lines = [f"{title:<{wide}}   n" + "".join(f"{head:>{width}}" for head, width in heads)]
    for system, name in zip(systems, names, strict=True):
        cells = zip(shown, widths, strict=True)
        row = "".join(f"{_shown(key, system.means[key]):>{width}}" for key, width in cells)
        lines.append(f"{_fitted(name, wide)}{len(system.articles):>4}{row}")
    return "\n".join(lines) + "\n"


def _fitted(name: str, wide: int) -> str:
    """Fill or cut a name to a width; of a long one both ends are telling."""
    if columns(name) <= wide:
        return name + " " * (wide - columns(name))
    left = (wide - 1) // 2
    return f"{name[:left]}…{name[-(wide - 1 - left) :]}"


def _shown(name: str, mean: Mean) -> str:
    return NONE if mean.value is None else f"{mean.value:.{_DECIMALS.get(name, 2)}f}"


def _caution(systems: Sequence[SystemMeans]) -> str:
    if len({system.articles for system in systems}) < 2:
        return ""
    return "The systems have summaries of different articles: compare means with care.\n"


def _of_trial(one: Scored) -> Iterator[str]:
    matched, gold = one.judged.matched, one.judged.trial.gold
    yield f"{plain(one.article)}, {plain(one.system)}"
    facts = {f.id: f for f in gold.facts}
    traps = {t.id: t for t in gold.traps}
    for weight in ("must", "may"):
        for id_, verdict in matched.facts.items():
            if facts[id_].weight == weight and verdict.verdict != "stated":
                states, reason = plain(facts[id_].states), plain(verdict.reason)
                yield f"  {verdict.verdict} ({weight})  {id_}: {states} [{reason}]"
    for id_, verdict in matched.traps.items():
        if verdict.verdict in ("stated", "cannot-judge"):
            into = "trap" if verdict.verdict == "stated" else "perhaps a trap"
            yield f"  {into}  {id_}: {plain(traps[id_].states)} [{plain(verdict.reason)}]"


def _system(system: SystemMeans) -> dict[str, Any]:
    return {
        "system": system.system,
        "articles": len(system.articles),
        "trials": system.trials,
        "metrics": {n: _mean(system.means[n]) for n in METRICS},
        "amounts": {n: _mean(system.means[n]) for n in AMOUNTS},
    }


def _mean(mean: Mean) -> dict[str, Any]:
    return {"mean": mean.value, "articles": mean.articles}


def _trial(one: Scored) -> dict[str, Any]:
    trial, matched = one.judged.trial, one.judged.matched
    return {
        "article": one.article,
        "system": one.system,
        "repeat": trial.repeat,
        "scores": {name: _score(score) for name, score in one.scores.items()},
        "amounts": dict(one.amounts),
        "facts": {id_: _verdict(verdict) for id_, verdict in matched.facts.items()},
        "traps": {id_: _verdict(verdict) for id_, verdict in matched.traps.items()},
        "supported": _supported(one.judged),
    }


def _supported(judged: Judged) -> list[dict[str, Any]] | None:
    """Return what a judge said of each statement; None when none was asked."""
    if judged.supported is None:
        return None
    return [
        {"statement": said.text, "field": said.field, "supported": supported}
        for said, supported in supported_prose(judged)
    ]


def _score(score: Score) -> dict[str, Any]:
    return {"value": score.value, "n": score.n, "reason": score.reason}


def _verdict(verdict: Verdict) -> dict[str, Any]:
    where, span = verdict.where, verdict.span
    return {
        "verdict": verdict.verdict,
        "where": where.text if where else None,
        "field": where.field if where else None,
        "span": [span.start, span.end] if span else None,
        "reason": verdict.reason,
        "sure": verdict.sure,
    }
