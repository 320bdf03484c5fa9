"""Opposites: the other word in the same place turns a fact round, elsewhere it does not."""

# ruff: noqa: E501 - a case is easier to judge on one line

from tests.evals.match.case import Case, fact

TEST = fact("The ship passed its safety test on 4 March 2014.", "test", date="2014-03-04")
SALES = fact("Sales of the firm were down 40% from 2019.", "sales", percent=40)
TIES = fact("Relations between the two towns have soured over the new road.")
RARE = fact("Private letters between the two mayors are rare.")
UNSURE = fact("Doctors are unsure whether the vaccine protects small children.")
UNWILLING = fact("The letter shows the union's unwillingness to end the strike at the port.")
WON = fact("Anna Smith won the vote in the old harbour district.")
DENY = fact("The four drivers deny any part in the theft.")
VOTED = fact("Norland voted for the fishing ban in the assembly.")
RECEIVED = fact("Anna Smith received a letter from Maria Lopez about the harbour.")
FOURTH = fact("Norland won its fourth cup in May.", "cup", date="--05")
STRIKE = fact("It was the first strike at the mill since March.", "strike", date="--03")
GAIN = fact("Profits of the mill rose 12%.", "profit", percent=12)

CASES = [
    Case("failed for passed", TEST, ("The ship failed its safety test on 4 March 2014.",), "contradicted"),
    Case("passed, and failed another", TEST,
         ("The ship passed its safety test on 4 March 2014 and failed one in May.",), "stated"),
    Case("up for down", SALES, ("Sales of the firm were up 40% from 2019.",), "contradicted"),
    Case("down as fell", SALES, ("Sales of the firm fell 40% from 2019.",), "stated"),
    Case("up that is no rise", SALES, ("The firm gave up a plan as sales were down 40%.",), "stated"),
    Case("improved for soured", TIES,
         ("Relations between the two towns have improved over the new road.",), "contradicted"),
    Case("worsened for soured", TIES, ("Relations between the two towns have worsened over the new road.",), "stated"),
    Case("not improved for soured", TIES,
         ("Relations between the two towns have not improved over the new road.",), "stated"),
    Case("common for rare", RARE, ("Private letters between the two mayors are common.",), "contradicted"),
    Case("unusual for rare", RARE, ("Private letters between the two mayors are unusual.",), "stated"),
    Case("not common for rare", RARE, ("Private letters between the two mayors are not common.",), "stated"),
    Case("sure for unsure", UNSURE, ("Doctors are sure the vaccine protects small children.",), "contradicted"),
    Case("not sure for unsure", UNSURE, ("Doctors are not sure whether the vaccine protects small children.",), "stated"),
    Case("without its un-", UNWILLING,
         ("The letter shows the union's willingness to end the strike at the port.",), "contradicted"),
    Case("under is no un-", fact("The new pipe was laid under the river."),
         ("The pipe was laid under the river.",), "stated"),
    Case("lost for won", WON, ("Anna Smith lost the vote in the old harbour district.",), "contradicted"),
    Case("admitted for denied", DENY, ("The four drivers admitted a part in the theft.",), "contradicted"),
    Case("abstained for voted", VOTED, ("Norland abstained on the fishing ban in the assembly.",), "contradicted"),
    Case("sent by the one, received by the other", RECEIVED,
         ("Maria Lopez sent Anna Smith a letter about the harbour.",), "stated"),
    Case("women beside men", fact("A man from the village rang the police about the fire."),
         ("A man and a woman from the village rang the police about the fire.",), "stated"),
    Case("pleased for angered", fact("The mayor's plans for the harbour have angered the fishermen."),
         ("The mayor's plans for the harbour have pleased the fishermen.",), "contradicted"),
    Case("another ordinal", FOURTH, ("Norland won its third cup in May.",), "contradicted"),
    Case("the same ordinal", FOURTH, ("Norland won its fourth cup in May.",), "stated"),
    Case("the same ordinal in figures", FOURTH, ("Norland won its 4th cup in May.",), "stated"),
    Case("an ordinal of something else", FOURTH, ("In the second half Norland won its cup in May.",), "stated"),
    Case("both ordinals", FOURTH, ("After its third cup, Norland won the fourth cup in May.",), "stated"),
    Case("no longer the first since", STRIKE, ("Miners held a strike at the mill in March.",), "missing"),
    Case("the first since", STRIKE, ("It is the first strike at the mill since March.",), "stated"),
    Case("the last in", STRIKE, ("The last strike at the mill was in March.",), "stated"),
    Case("sank for rose", GAIN, ("Profits of the mill sank 12%.",), "contradicted"),
    Case("were down for rose", GAIN, ("Profits of the mill were down by 12%.",), "contradicted"),
    Case("grew for rose", GAIN, ("Profits of the mill grew 12%.",), "stated"),
    Case("rose as another fell", GAIN, ("As costs fell, profits of the mill rose 12%.",), "stated"),
]  # fmt: skip
