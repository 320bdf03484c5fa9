"""Doers: a value stands with a deed, and the deed with its doer."""

# ruff: noqa: E501 - a case is easier to judge on one line

from tests.evals.match.case import Case, fact, trap

SOLD = fact("Google sold its maps to Raymond Wong in May 2011.", "sold", "bought", date="2011-05")
CHOSEN = fact("On 8 March Xi Jinping was chosen as chairman.", "chosen", "chairman", date="--03-08")
GAVE = fact("Anna Smith gave Maria Lopez a medal.")
DENIED = fact("Paul Dewar denied taking money from John Baird.")
ANGER = fact("John Baird's plans for the harbour have angered Paul Dewar.")
FARMS = fact("The flood took 17 farms.", "flood", "took", number={"amount": 17, "unit": "farms"})
BOUGHT = trap("Raymond Wong sold his maps to Google.")

CASES = [
    Case("seller and buyer exchanged", SOLD, ("Raymond Wong sold his maps to Google in May 2011.",), "contradicted"),
    Case("seller and buyer, as they were", SOLD, ("Google sold maps to Raymond Wong in May 2011.",), "stated"),
    Case("the buyer's side of it", SOLD, ("Raymond Wong bought Google's maps in May 2011.",), "stated", traps=(BOUGHT,)),
    Case("the passive of it", SOLD, ("The maps were sold by Google to Raymond Wong in May 2011.",), "stated"),
    Case("another of the article", CHOSEN, ("Kim Jong-un was chosen as chairman on 8 March.",), "missing"),
    Case("another of the article, by surname", CHOSEN, ("Dewar was chosen as chairman on 8 March.",), "missing"),
    Case("the same, by surname", CHOSEN, ("Xi was chosen as chairman on 8 March.",), "stated"),
    Case("the same, beside another", CHOSEN, ("Xi, Kim Jong-un said, was chosen as chairman on 8 March.",), "stated"),
    Case("the same, told by another", CHOSEN, ("Kim Jong-un said Xi was chosen as chairman on 8 March.",), "stated"),
    Case("the same with another", CHOSEN, ("Xi and Kim Jong-un were chosen on 8 March.",), "stated"),
    Case("somebody whom the article does not know", CHOSEN,
         ("The president was chosen as chairman on 8 March.",), "stated"),
    Case("who a message is from does not report it", fact(
        "The Korean Central News Agency last reported a message from Xi in July 2016.", "report", date="2016-07"),
        ("In July 2016 a message from Xi reported by KCNA was the last.",), "stated"),
    Case("doer and done-to exchanged without a value", GAVE, ("Maria Lopez gave Anna Smith a medal.",), "contradicted"),
    Case("doer and done-to kept without a value", GAVE, ("Anna Smith gave a medal to Maria Lopez.",), "stated"),
    Case("the one who denies exchanged", DENIED, ("John Baird denied taking money from Paul Dewar.",), "contradicted"),
    Case("the one who denies kept", DENIED, ("Paul Dewar has denied taking money from John Baird.",), "stated"),
    Case("the owner of the doer exchanged", ANGER,
         ("Paul Dewar's plans for the harbour have angered John Baird.",), "contradicted"),
    Case("the owner of the doer kept", ANGER, ("Paul Dewar is angered by John Baird's plans for the harbour.",), "stated"),
    Case("a noun that the article counts apart", FARMS, ("The flood took 17 barns.",), "missing"),
    Case("its own noun", FARMS, ("The flood took 17 farms and nine barns.",), "stated"),
    Case("a noun that the article does not count", FARMS, ("The flood took 17 homesteads.",), "stated"),
    Case("the bare number", FARMS, ("Of the farms the flood took 17.",), "stated"),
]  # fmt: skip
