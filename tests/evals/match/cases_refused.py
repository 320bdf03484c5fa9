"""Denials and refusals: what they reach, and what is said beside them."""

# ruff: noqa: E501 - a case is easier to judge on one line

from tests.evals.match.case import Case, fact

TOLD = fact(
    "The mayor said she was told of the leak on 9 March.", "told", "leak", date="2018-03-09"
)
COSTS = fact(
    "The council paid the builder €7 million.", "paid", money={"amount": 7000000, "currency": "EUR"}
)
SUED = fact("Anna Smith sued the club in 2014.", "sue", date="2014")
FIRED = fact("The army fired 36 shells.", "fire", "shell", number={"amount": 36, "unit": "shells"})
CLOSED = fact(
    "The ministry closed 40 schools.", "clos", "school", number={"amount": 40, "unit": "schools"}
)
TRIED = fact(
    "A court tried five officers.", "tri", "court", number={"amount": 5, "unit": "officers"}
)
UNVEILED = fact("John Baird unveiled the budget.", "unveil", "budget", name="John Baird")
QUITS = fact("Maria Lopez refused to resign.", "resign", "quit", name="Maria Lopez")
SHARED = fact("The firm shared its test results with the regulator.")

CASES = [
    Case("a denial ends where another verb begins", TOLD,
         ("The mayor rejected the criticism and said she was told of the leak on 9 March.",), "stated"),
    Case("a denial ends at 'but'", COSTS, ("The council denied any fault but paid the builder €7 million.",), "stated"),
    Case("a denial ends at a past verb after 'and'", SUED,
         ("Anna Smith rejected the offer and sued the club in 2014.",), "stated"),
    Case("a denial ends at a new subject", COSTS,
         ("The builder denied any fault and the council paid it €7 million.",), "stated"),
    Case("a denial ends at 'after'", SUED,
         ("The club denied the story after Anna Smith sued it in 2014.",), "stated"),
    Case("a denial reaches its object", FIRED, ("The army denied firing 36 shells.",), "contradicted"),
    Case("a denial reaches the second of two objects", FIRED,
         ("The army denied crossing the border and firing 36 shells.",), "contradicted"),
    Case("a denial steps over an aside", SHARED,
         ("The firm denied, in a letter, that it shared its test results with the regulator.",), "contradicted"),
    Case("a denial of two things, or a denial and a deed", SHARED,
         ("The firm denied that it knew of the fault and shared its test results with the regulator.",), "cannot-judge"),
    Case("a denial in the sentence before", SHARED,
         ("The firm denied any fault. It shared its test results with the regulator.",), "stated"),
    Case("dropped", CLOSED, ("The ministry dropped plans to close 40 schools.",), "contradicted"),
    Case("dropped something else", CLOSED, ("The ministry dropped its claim and closed 40 schools.",), "stated"),
    Case("blocked", CLOSED, ("A judge blocked the closing of 40 schools.",), "contradicted"),
    Case("yet to", UNVEILED, ("John Baird has yet to unveil the budget.",), "contradicted"),
    Case("only considered", CLOSED, ("The ministry considered closing 40 schools.",), "missing"),
    Case("a deed, considered by another", CLOSED,
         ("The ministry considered the protest and closed 40 schools.",), "stated"),
    Case("cleared of it", fact("Prosecutors charged five officers.", "charg", number={"amount": 5, "unit": "officers"}),
         ("A court cleared five officers of all charges.",), "contradicted"),
    Case("who is cleared was tried", TRIED, ("A court tried and cleared five officers of fraud.",), "stated"),
    Case("stopped somewhere", fact("The driver carried a knife to the airport."),
         ("The driver was stopped at the airport with a knife he had carried there.",), "stated"),
    Case("stopped doing it", fact("The plant makes engines for lorries."),
         ("The plant has stopped making engines for lorries.",), "contradicted"),
    Case("demanded by another", QUITS, ("Paul Dewar demanded that Maria Lopez resign.",), "missing"),
    Case("called on to do it", QUITS, ("Paul Dewar called on Maria Lopez to resign.",), "missing"),
    Case("said she would not, for refused", QUITS, ("Maria Lopez said she would not resign.",), "stated"),
    Case("did not refuse", QUITS, ("Maria Lopez did not refuse to resign.",), "contradicted"),
    Case("agreed, for refused", QUITS, ("Maria Lopez agreed to resign.",), "contradicted"),
    Case("a denial told of who did something else", fact("The firm was fined €3 million.", "fine",
         money={"amount": 3000000, "currency": "EUR"}),
         ("A firm that denied breaking the rules was fined €3 million.",), "stated"),
    Case("calls are no deed of the subject", fact("The tests have angered the neighbours."),
         ("The tests, in the face of calls for calm, have angered the neighbours.",), "stated"),
    Case("a purpose before the deed", CLOSED, ("To avoid debts the ministry closed 40 schools.",), "stated"),
    Case("a deed avoided", CLOSED, ("The ministry avoided closing 40 schools.",), "contradicted"),
    Case("one denial in other words", fact("A court cleared the singer of all charges of theft."),
         ("The singer was acquitted of all charges of theft by a court.",), "stated"),
    Case("undone later", COSTS, ("The €7 million that the council paid the builder was later withdrawn.",), "missing"),
    Case("something else undone", COSTS, ("The council paid the builder €7 million, and the tax was scrapped.",), "stated"),
    Case("something else undone, without a comma", COSTS,
         ("The council paid the builder €7 million and the builder's tax was scrapped.",), "stated"),
    Case("undoing something else", COSTS,
         ("The council, which has scrapped the tax, paid the builder €7 million.",), "stated"),
    Case("wanted of another", CLOSED, ("Parents want the ministry to close 40 schools.",), "missing"),
    Case("unlikely to", fact("The ministry will close the old school in the village."),
         ("The ministry is unlikely to close the old school in the village.",), "cannot-judge"),
    Case("saved from it", CLOSED, ("A vote saved 40 schools from being closed.",), "contradicted"),
    Case("saved from something else", fact("Nine workers were injured in the fire.", "injur", "fire",
         number={"amount": 9, "unit": "workers"}), ("Two were saved from the fire, in which nine workers were injured.",),
         "stated"),
    Case("turned down", fact("Maria Lopez accepted the prize.", "prize", name="Maria Lopez"),
         ("Maria Lopez turned down the prize.",), "contradicted"),
    Case("a block that blocks nothing", fact("A fire killed 12 people in flats.", "kill", "die",
         number={"amount": 12, "unit": "people"}), ("A fire killed 12 people in a block of flats.",), "stated"),
    Case("a drop that drops nothing", fact("Claims against the firm fell 12%.", "claim", percent=12),
         ("A drop in claims against the firm of 12% was reported.",), "stated"),
]  # fmt: skip
