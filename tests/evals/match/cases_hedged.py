"""Hedges: what only may be is not stated, and what will be is more than what may be."""

# ruff: noqa: E501 - a case is easier to judge on one line

from tests.evals.match.case import Case, fact

LOAN = fact(
    "The fund may lend the city up to €90 million.",
    "lend",
    money={"amount": 90000000, "currency": "EUR"},
)
WORKS = fact(
    "The works will cost $4 million.", "cost", "works", money={"amount": 4000000, "currency": "$"}
)
WOULD = fact(
    "The minister said the state would pay each farmer €500.",
    "pay",
    money={"amount": 500, "currency": "EUR"},
)
HELD = fact("Police charged six drivers.", "charg", number={"amount": 6, "unit": "drivers"})
PLAIN = fact("The museum may reopen its old hall next spring.")

CASES = [
    Case("may as may", LOAN, ("The fund may lend the city up to €90 million.",), "stated"),
    Case("may as could", LOAN, ("The fund could lend the city up to €90 million.",), "stated"),
    Case("may made will", LOAN, ("The fund will lend the city up to €90 million.",), "missing"),
    Case("may made has", LOAN, ("The fund has lent the city €90 million.",), "missing"),
    Case("will as will", WORKS, ("The works will cost $4 million.",), "stated"),
    Case("will as are to", WORKS, ("The works are to cost $4 million.",), "stated"),
    Case("will made may", WORKS, ("The works may cost $4 million.",), "missing"),
    Case("may of something else", WORKS, ("The works will cost $4 million and may last a year.",), "stated"),
    Case("would made might", WOULD, ("The minister said the state might pay each farmer €500.",), "missing"),
    Case("would as will", WOULD, ("The state will pay each farmer €500, the minister said.",), "stated"),
    Case("may charge is not charged", HELD, ("Police may charge six drivers.",), "missing"),
    Case("charged, and may do more", HELD, ("Police charged six drivers and may charge others.",), "stated"),
    Case("may made will, without a value", PLAIN, ("The museum will reopen its old hall next spring.",), "cannot-judge"),
    Case("may as might, without a value", PLAIN, ("The museum might reopen its old hall next spring.",), "stated"),
]  # fmt: skip
