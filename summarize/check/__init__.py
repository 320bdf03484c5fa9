"""Deterministic tests of a statement against its evidence, one a file."""

from summarize.check.boilerplate import boilerplate
from summarize.check.claim import Check, Claim
from summarize.check.copying import copying
from summarize.check.dates import dates
from summarize.check.form import form
from summarize.check.hedges import hedges
from summarize.check.names import names
from summarize.check.numbers import numbers
from summarize.check.quotes import quotes
from summarize.check.roles import roles
from summarize.check.safety import safety
from summarize.summary import CheckResult

CHECKS: dict[str, Check] = {
    "quotes": quotes,
    "numbers": numbers,
    "dates": dates,
    "names": names,
    "roles": roles,
    "hedges": hedges,
    "copying": copying,
    "boilerplate": boilerplate,
    "output-safety": safety,
    "form": form,
}
"""In the order in which a reader is told."""


def check(claim: Claim) -> list[CheckResult]:
    """Run every check on a claim."""
    return [one(claim) for one in CHECKS.values()]


__all__ = ["CHECKS", "Check", "Claim", "check"]
