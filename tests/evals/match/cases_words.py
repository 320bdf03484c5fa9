"""Facts without a value: the same words are not enough, and other words may do."""

# ruff: noqa: E501 - a case is easier to judge on one line

from tests.evals.match.case import Case, fact, trap

ROLES = fact("Raymond Wong defeated Nathan Law in the final round.")
CAMPS = fact("The pro-democracy camp gained a seat from the royalist camp.")
DOCTOR = fact("The minister promised to build a new hospital in the capital.")
NONE = fact("No injuries were reported in the village after the fire.")
BAN = fact("The country is not covered by the travel ban.")
POLICE = fact("Police arrested the owner of the burnt factory.")
CONTINUE = fact("The ministry says the broadcasts will continue.")

CASES = [
    Case("the same words", ROLES, ("Raymond Wong defeated Nathan Law in the final round.",), "stated"),
    Case("the passive", ROLES, ("Nathan Law was defeated by Raymond Wong in the final round.",), "stated"),
    Case("roles exchanged", ROLES, ("Nathan Law defeated Raymond Wong in the final round.",), "contradicted"),
    Case("roles exchanged by the passive", ROLES,
         ("Raymond Wong was defeated by Nathan Law in the final round.",), "contradicted"),
    Case("roles of groups exchanged", CAMPS,
         ("The royalist camp gained a seat from the pro-democracy camp.",), "contradicted"),
    Case("roles of groups kept", CAMPS, ("The pro-democracy camp gained one seat from the royalist camp.",), "stated"),
    Case("a promise", DOCTOR, ("The minister promised to build a new hospital in the capital.",), "stated"),
    Case("a promise denied", DOCTOR,
         ("The minister has not promised to build a new hospital in the capital.",), "contradicted"),
    Case("a promise kept is more than a promise", DOCTOR,
         ("The minister built a new hospital in the capital.",), "cannot-judge"),
    Case("something else of the same minister", DOCTOR, ("The minister opened a bridge.",), "missing"),
    Case("nothing said", DOCTOR, ("The match ended in a draw.",), "missing"),
    Case("an empty summary", DOCTOR, (), "missing"),
    Case("no injuries", NONE, ("No injuries were reported in the village after the fire.",), "stated"),
    Case("injuries", NONE, ("Injuries were reported in the village after the fire.",), "contradicted"),
    Case("not covered", BAN, ("The country is not covered by the travel ban.",), "stated"),
    Case("isn't covered", BAN, ("The country isn’t covered by the travel ban.",), "stated"),
    Case("covered", BAN, ("The country is covered by the travel ban.",), "contradicted"),
    Case("arrested", POLICE, ("Police arrested the burnt factory's owner.",), "stated"),
    Case("failed to arrest", POLICE, ("Police failed to arrest the owner of the burnt factory.",), "contradicted"),
    Case("a condition", POLICE, ("If police arrested the owner of the burnt factory, it was overdue.",), "cannot-judge"),
    Case("alleged", POLICE, ("Police reportedly arrested the owner of the burnt factory.",), "cannot-judge"),
    Case("no longer", fact("The bridge is open to lorries and buses."),
         ("The bridge is no longer open to lorries and buses.",), "contradicted"),
    Case("the trap is said", CONTINUE, ("The ministry says the broadcasts will stop.",), "contradicted",
         traps=(trap("The ministry says the broadcasts will stop."),)),
    Case("the trap's words only as a condition", CONTINUE,
         ("War looms if the ministry does not stop the broadcasts.",), "missing",
         traps=(trap("The ministry says the broadcasts will stop."),)),
    Case("words scattered over many sentences",
         fact("The bank bought the old theatre beside the harbour."),
         ("The bank closed.", "Rain is due.", "An old man sang.", "A theatre burnt.", "The harbour froze."), "missing"),
    Case("its number is another", fact("The fire destroyed 40 boats in the old harbour."),
         ("The fire destroyed 14 boats in the old harbour.",), "cannot-judge"),
    Case("curly apostrophes and no-break spaces", fact("The king's daughter opened the children's museum."),
         ("The king’s daughter opened the\u00a0children’s museum.",), "stated"),
    Case("the country's short name", fact("The United States closed its embassy in the capital."),
         ("The US closed its embassy in the capital.",), "stated"),
    Case("a denial lost", fact("The museum denied lending the vase to the royal palace."),
         ("The museum lent the vase to the royal palace.",), "cannot-judge"),
    Case("a denial in other words", fact("The museum denied lending the vase to the royal palace."),
         ("The museum did not lend the vase to the royal palace, it said.",), "stated"),
    Case("a longer time", fact("It was the first strike at the mill for more than a month."),
         ("It was the first strike at the mill for more than a year.",), "cannot-judge"),
    Case("the same time", fact("It was the first strike at the mill for more than a month."),
         ("It was the first strike at the mill in over a month.",), "stated"),
]  # fmt: skip
