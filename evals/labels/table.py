"""Show the corrected rates of a run beside the raw ones: on a terminal of 80 columns, as JSON."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from evals.labels.rates import METRICS, Agreement, By, Rate, Rates
from evals.labels.record import Question
from evals.run.record import Run
from evals.run.systems import systems
from evals.run.table import letter
from evals.statistics.corrected import Corrected
from evals.statistics.intervals import wilson

_SAID: Final[dict[Question, dict[str, str]]] = {
    "stated": {"yes": "stated", "no": "not stated"},
    "supported": {"yes": "supported", "no": "not supported"},
}
_FROM: Final[dict[By, str]] = {
    "labels": "{} of its verdicts labelled",
    "known errors": "known errors",
}
FEW: Final = "*"


def as_text(rates: Rates, run: Run) -> str:
    """Return raw and corrected rates by system, and how often people agree with the judge."""
    lines = ["", "Corrected for the errors of the judge, with 95% intervals:", ""]
    lines.append(f"  {'':9}{'':4}{'raw':>5}   {'corrected':<22}by")
    letters = {(s.model, s.prompt): letter(i) for i, s in enumerate(systems(run))}
    for metric in METRICS:
        own = [rate for rate in rates.rates if rate.metric == metric]
        for number, rate in enumerate(own):
            name = metric if number == 0 else ""
            lines.append(f"  {name:9}{letters[rate.system]:>3} {_row(rate)}")
    lines += ["", *_agreement(rates)]
    lines += _notes(rates)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _row(rate: Rate) -> str:
    found = rate.corrected
    if found is None:
        return f"{rate.raw:5.2f}   {'–':<22}{rate.why}"
    by = _FROM[rate.by].format(found.labels)
    return f"{rate.raw:5.2f}   {_between(found):<22}{by}"


def _between(found: Corrected) -> str:
    few = FEW if found.clusters is None else ""
    return f"{found.rate:.2f} ({found.low:.2f} to {found.high:.2f}){few}"


def _agreement(rates: Rates) -> Iterator[str]:
    for each in rates.agreement:
        yield f"On your own labels, of whether a {_thing(each)}, the judge is right"
        if each.share is not None:
            yield f"  in {_between(each.share)} of the verdicts on the systems labelled"
        for where in each.where:
            found = wilson(where.agreed, where.n)
            ends = f" ({found.low:.2f} to {found.high:.2f})" if found else ""
            said = _SAID[each.question][where.said]
            yield f"  where it said {said}, in {where.agreed} of {where.n}{ends}"


def _thing(each: Agreement) -> str:
    return "fact is stated" if each.question == "stated" else "statement is supported"


def _notes(rates: Rates) -> Iterator[str]:
    if rates.labels:
        unsure = f", {rates.cannot_tell} of them cannot tell" if rates.cannot_tell else ""
        yield f"{_counted(rates.labels)} by {', '.join(rates.by)}{unsure}."
    yield from between(rates)
    if rates.new:
        yield f"{rates.new} of {rates.of} verdicts are new since labelling: label again."
    if any(rate.by == "labels" for rate in rates.rates):
        yield "Rates corrected by labels also count what the judge left open."
    if any(rate.by == "known errors" for rate in rates.rates):
        yield "Known errors are of other material: label some verdicts of your own for better."
    if any(r.corrected is not None and r.corrected.clamped for r in rates.rates):
        yield "A corrected rate beyond 0 or 1 is shown as 0 or 1."
    if rates.stale:
        yield f"Not counted: {_counted(rates.stale)} of words no longer in this run."
    if rates.unjudged:
        yield f"Not counted: {_counted(rates.unjudged)} of statements nobody judged in this run."
    everything = [r.corrected for r in rates.rates] + [a.share for a in rates.agreement]
    if any(c is not None and c.clusters is None for c in everything):
        yield f"{FEW} fewer than six articles: taken for independent, so less certain than it says."


def between(rates: Rates) -> Iterator[str]:
    """Yield how far those agree who wrote different files of labels."""
    for each in rates.between:
        one, other = each.who if len(set(each.who)) > 1 else ("One file", "another")
        whether = "fact is stated" if each.question == "stated" else "statement is supported"
        yield f"Whether a {whether}, {one} and {other} say the same of {each.agreed} in {each.n};"
        yield "  where they differ, the answer of the first file named counts."


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
    }
