"""Show the corrected rates of a run beside the raw ones: on a terminal of 80 columns, as JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from textwrap import wrap
from typing import Any, Final

from evals.labels.frame import System
from evals.labels.rates import METRICS, Rate, Rates
from evals.labels.record import Question
from evals.run.record import Run
from evals.run.systems import systems
from evals.run.table import letter
from evals.statistics.corrected import Corrected

_SAID: Final[dict[Question, dict[str, str]]] = {
    "stated": {"yes": "stated", "no": "not stated"},
    "supported": {"yes": "supported", "no": "not supported"},
}
FEW: Final = "*"
_WIDTH: Final = 80


def as_text(rates: Rates, run: Run) -> str:
    """Return raw and corrected rates by system, and how often people agree with the judge."""
    letters = {(s.model, s.prompt): letter(i) for i, s in enumerate(systems(run))}
    lines = [""]
    if rates.rates:
        lines += ["Corrected for the errors of the judge, with 95% intervals:", ""]
        lines.append(f"  {'':12}{'raw':>5}  {'corrected':<21} by")
    for metric in METRICS:
        own = [rate for rate in rates.rates if rate.metric == metric]
        for number, rate in enumerate(own):
            name = metric if number == 0 else ""
            lines.append(f"  {name:9}{letters[rate.system]:>3}{_row(rate)}")
    lines += ["", *_agreement(rates)] if rates.rates else []
    for note in _notes(rates, letters):
        lines += wrap(note, width=_WIDTH, subsequent_indent="  ")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _row(rate: Rate) -> str:
    found = rate.corrected
    shown = _between(found) if found else "–"
    return f"{rate.raw:5.2f}  {shown:<21} {_by(rate)}"


def _by(rate: Rate) -> str:
    """Return what a rate was corrected by, or why it was not."""
    if rate.corrected is None:
        return rate.why
    if rate.by == "labels":
        return f"{rate.corrected.labels} of its {rate.verdicts} verdicts labelled"
    return f"if it errs as elsewhere, {rate.decided} of {rate.verdicts}"


def _between(found: Corrected) -> str:
    few = FEW if found.clusters is None else ""
    return f"{found.rate:.2f} ({found.low:.2f} to {found.high:.2f}){few}"


def _agreement(rates: Rates) -> Iterator[str]:
    for each in rates.agreement:
        yield f"On your own labels, of whether a {_thing(each.question)}, the judge is right"
        if each.share is not None:
            yield f"  in {_between(each.share)} of the verdicts on the systems labelled"
        for where in each.where:
            said = _SAID[each.question][where.said]
            yield f"  where it said {said}, on {where.agreed} of {where.n} labels"


def _thing(question: Question) -> str:
    return "fact is stated" if question == "stated" else "statement is supported"


def _notes(rates: Rates, letters: Mapping[System, str]) -> Iterator[str]:
    """Yield what has to be known of the rates, a paragraph each; `letters` name the systems."""
    yield from _of_labels(rates)
    known = [rate for rate in rates.rates if rate.by == "known errors"]
    if any(rate.by == "labels" for rate in rates.rates):
        yield "Rates corrected by labels also count what the judge left open."
    if known:
        yield (
            "If it errs as elsewhere: by how often it erred on other articles and summaries, which "
            "is taken to hold here; of so many of its verdicts, the others it left open. Label "
            "some of your own for better."
        )
    ruled = [f"{r.metric} {letters[r.system]} {r.by_rule} of {r.decided}" for r in known]
    if any(rate.by_rule for rate in known):
        yield f"What rules decided is taken as right: {', '.join(ruled)}."
    if any(r.corrected is not None and r.corrected.clamped for r in rates.rates):
        yield "A corrected rate beyond 0 or 1 is shown as 0 or 1."
    if any(rate.by == "nothing" for rate in rates.rates):
        yield "What has no corrected rate gets one from labels of some of its verdicts."
    if rates.rates:
        yield f"Only {' and '.join(METRICS)} are corrected; what else a judge decides is as judged."
    everything = [r.corrected for r in rates.rates] + [a.share for a in rates.agreement]
    if any(c is not None and c.clusters is None for c in everything):
        yield f"{FEW} for these articles only: fewer than six say nothing of others like them."
    if rates.unknown and (not rates.rates or any(r.corrected is None for r in rates.rates)):
        which = "Not everything is corrected" if rates.rates else "Rates are as judged"
        yield f"{which}: {rates.unknown}."


def _of_labels(rates: Rates) -> Iterator[str]:
    if rates.labels:
        unsure = ""
        if rates.cannot_tell:
            unsure = f", {rates.cannot_tell} of them cannot tell: intervals hold whatever those are"
        yield f"{_counted(rates.labels)} by {', '.join(rates.by)}{unsure}."
    yield from between(rates)
    if rates.new:
        yield f"{rates.new} of {rates.of} verdicts are new since labelling: label again."
    if rates.stale:
        yield f"Not counted: {_counted(rates.stale)} of words no longer in this run."
    if rates.unjudged:
        yield f"Not counted: {_counted(rates.unjudged)} of statements nobody judged in this run."


def between(rates: Rates) -> Iterator[str]:
    """Yield how far those agree who wrote different files of labels."""
    for each in rates.between:
        one, other = each.who if len(set(each.who)) > 1 else ("One file", "another")
        same = f"{one} and {other} say the same of {each.agreed} in {each.n}"
        counts = "where they differ, the answer of the first file named counts"
        yield f"Whether a {_thing(each.question)}, {same}; {counts}."


def _counted(labels: int) -> str:
    return "1 label" if labels == 1 else f"{labels} labels"


def as_data(rates: Rates) -> dict[str, Any]:
    """Return the same for a JSON document."""
    return {
        "rates": [
            {
                "metric": rate.metric,
                "model": rate.system[0],
                "prompt": rate.system[1],
                "raw": rate.raw,
                "corrected": asdict(rate.corrected) if rate.corrected else None,
                "by": rate.by,
                "why": rate.why,
                "verdicts": rate.verdicts,
                "decided": rate.decided,
                "by_rule": rate.by_rule,
            }
            for rate in rates.rates
        ],
        "agreement": [asdict(each) for each in rates.agreement],
        "labels": rates.labels,
        "cannot_tell": rates.cannot_tell,
        "stale": rates.stale,
        "unjudged": rates.unjudged,
        "new": rates.new,
        "of": rates.of,
        "between": [asdict(each) for each in rates.between],
        "labelled_by": list(rates.by),
        "unknown": rates.unknown,
    }
