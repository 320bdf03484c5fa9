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

WON = fact("Maria Lopez won the race.", "won", "win", name="Maria Lopez")
PRAISE = fact("Maria Lopez praised the crew for its courage.", "courage", name="Maria Lopez")
SALES = fact("The firm sold 80 cars in 2006 and expects to sell 95 in 2007.")

CASES = [
    Case("thanked for what the other did", WON, ("Maria Lopez thanked Anna Smith for winning the race.",), "missing"),
    Case("a letter on what the other did", WON, ("Maria Lopez sent a letter to Anna Smith on winning the race.",), "missing"),
    Case("thanked for it by another", WON, ("Anna Smith thanked Maria Lopez, who won the race.",), "stated"),
    Case("was praised for it", WON, ("Maria Lopez was praised for winning the race.",), "stated"),
    Case("who praises", PRAISE, ("Maria Lopez praised the crew for its courage.",), "stated"),
    Case("two numbers with each other's year", SALES, ("In 2006 the firm sold 95 cars and in 2007 it expects to sell 80.",), "contradicted"),
    Case("two numbers with their years, the other way round", SALES, ("The firm expects to sell 95 cars in 2007; in 2006 it sold 80.",), "stated"),
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
