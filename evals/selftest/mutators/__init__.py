"""Errors to plant, one at a time, and how many of each must be noticed."""

from dataclasses import dataclass

from evals.selftest.mutators.addition import addition
from evals.selftest.mutators.boilerplate_line import boilerplate_line
from evals.selftest.mutators.clause_added import clause_added
from evals.selftest.mutators.date_other import date_other
from evals.selftest.mutators.dates_exchanged import dates_exchanged
from evals.selftest.mutators.fact_dropped import fact_dropped
from evals.selftest.mutators.hedge_lost import hedge_lost
from evals.selftest.mutators.hedge_strengthened import hedge_strengthened
from evals.selftest.mutators.name_other import name_other
from evals.selftest.mutators.name_outside import name_outside
from evals.selftest.mutators.names_exchanged import names_exchanged
from evals.selftest.mutators.negation_added import negation_added
from evals.selftest.mutators.negation_removed import negation_removed
from evals.selftest.mutators.number_off import number_off
from evals.selftest.mutators.number_other import number_other
from evals.selftest.mutators.number_scaled import number_scaled
from evals.selftest.mutators.numbers_exchanged import numbers_exchanged
from evals.selftest.mutators.other_article import other_article
from evals.selftest.mutators.quote_altered import quote_altered
from evals.selftest.mutators.quote_speaker import quote_speaker
from evals.selftest.mutators.roles_swapped import roles_swapped
from evals.selftest.mutators.source_added import source_added
from evals.selftest.mutators.wrong_day import wrong_day
from evals.selftest.mutators.wrong_month import wrong_month
from evals.selftest.mutators.wrong_time import wrong_time
from evals.selftest.mutators.wrong_year import wrong_year
from evals.selftest.variant import Change


@dataclass(frozen=True, slots=True)
class Mutator:
    """An error to plant."""

    plant: Change
    target: float
    """The share that must be noticed, from 0 to 1."""
    checks: tuple[str, ...]
    """The checks that are meant to notice it; none where only the gold can."""


VALUES = 0.99
EXCHANGES = 0.90
CERTAINTY = 0.95
ADDITIONS = 0.90

MUTATORS: dict[str, Mutator] = {
    "wrong-day": Mutator(wrong_day, VALUES, ("dates",)),
    "wrong-month": Mutator(wrong_month, VALUES, ("dates",)),
    "wrong-year": Mutator(wrong_year, VALUES, ("dates",)),
    "wrong-time": Mutator(wrong_time, VALUES, ("dates", "numbers")),
    "date-other": Mutator(date_other, VALUES, ("dates", "bindings")),
    "dates-exchanged": Mutator(dates_exchanged, EXCHANGES, ("dates", "bindings")),
    "number-off": Mutator(number_off, VALUES, ("numbers",)),
    "number-scaled": Mutator(number_scaled, VALUES, ("numbers",)),
    "number-other": Mutator(number_other, VALUES, ("numbers", "bindings")),
    "numbers-exchanged": Mutator(numbers_exchanged, EXCHANGES, ("numbers", "bindings")),
    "name-outside": Mutator(name_outside, VALUES, ("names",)),
    "name-other": Mutator(name_other, EXCHANGES, ("names", "bindings")),
    "roles-swapped": Mutator(roles_swapped, EXCHANGES, ("roles", "bindings")),
    "names-exchanged": Mutator(names_exchanged, EXCHANGES, ("roles", "bindings")),
    "negation-added": Mutator(negation_added, CERTAINTY, ("hedges",)),
    "negation-removed": Mutator(negation_removed, CERTAINTY, ("hedges",)),
    "hedge-lost": Mutator(hedge_lost, CERTAINTY, ("hedges", "numbers")),
    "hedge-strengthened": Mutator(hedge_strengthened, CERTAINTY, ("hedges",)),
    "source-added": Mutator(source_added, ADDITIONS, ("roles",)),
    "quote-altered": Mutator(quote_altered, VALUES, ("quotes",)),
    "quote-speaker": Mutator(quote_speaker, VALUES, ("quotes",)),
    "addition": Mutator(addition, ADDITIONS, ("subject", "evidence")),
    "clause-added": Mutator(clause_added, ADDITIONS, ("subject", "evidence")),
    "other-article": Mutator(other_article, ADDITIONS, ("subject", "evidence")),
    "boilerplate-line": Mutator(boilerplate_line, VALUES, ("boilerplate",)),
    "fact-dropped": Mutator(fact_dropped, VALUES, ()),
}
"""In the order of the report. A text that two of them make is counted with the first: swapped roles
before two names exchanged anywhere."""
