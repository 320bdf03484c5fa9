"""Deterministic tests of a statement against its evidence, one a file."""

from collections.abc import Collection
from functools import lru_cache

from summarize.check.attribution import attribution
from summarize.check.bindings import bindings
from summarize.check.boilerplate import boilerplate
from summarize.check.claim import Check, Claim
from summarize.check.copying import copying
from summarize.check.dates import dates
from summarize.check.evidence import evidence
from summarize.check.form import form
from summarize.check.hedges import hedges
from summarize.check.names import names
from summarize.check.numbers import numbers
from summarize.check.quotes import quotes
from summarize.check.reference import reference
from summarize.check.roles import roles
from summarize.check.safety import safety
from summarize.check.subject import subject
from summarize.summary import CheckResult
from summarize.values.memory import CLAIMS

CHECKS: dict[str, Check] = {
    name: lru_cache(maxsize=CLAIMS)(one)
    for name, one in {
        "evidence": evidence,
        "subject": subject,
        "quotes": quotes,
        "attribution": attribution,
        "numbers": numbers,
        "dates": dates,
        "names": names,
        "roles": roles,
        "bindings": bindings,
        "hedges": hedges,
        "copying": copying,
        "boilerplate": boilerplate,
        "output-safety": safety,
        "form": form,
        "reference": reference,
    }.items()
}
"""In the order in which a reader is told. What is claimed again is not checked again."""


def check(claim: Claim, *, spared: Collection[str] = ()) -> list[CheckResult]:
    """Run every check on a claim but those `spared`, which do not apply to it."""
    return [one(claim) for name, one in CHECKS.items() if name not in spared]


__all__ = ["CHECKS", "Check", "Claim", "check"]
