"""Names: in the forms that can only be the same one's, doing what the fact says."""

# ruff: noqa: E501 - a case is easier to judge on one line

from evals.trial import Said
from tests.evals.match.case import Case, fact

XI = fact("Xi Jinping opened the new railway to Tibet.", "open", "railway", name="Xi Jinping")
KIM = fact("Kim Jong-un ordered a missile launch.", "order", "missile", name="Kim Jong-un")
LAW = fact("Nathan Law is the youngest member.", "youngest", name="Nathan Law")
SMITH = fact("Anna Smith resigned.", "resign", name="Anna Smith")
KCNA = fact(
    "The Korean Central News Agency reported the meeting.",
    "report",
    name="Korean Central News Agency",
)
FAIR = fact("The Google Science Fair invited him.", "invit", name="Google Science Fair")
SACKED = fact("John Baird was sacked as minister.", "sack", "dismiss", name="John Baird")
ZOE = fact("Zoë Lindström opened the dairy.", "open", name="Zoë Lindström")

CASES = [
    Case("in full", XI, ("Xi Jinping opened a railway to Tibet.",), "stated"),
    Case("Mr Xi", XI, ("Mr Xi opened a railway to Tibet.",), "stated"),
    Case("President Xi", XI, ("President Xi opened a railway to Tibet.",), "stated"),
    Case("Xi's", XI, ("Xi\u2019s railway to Tibet is open.",), "stated"),
    Case("with a no-break space", XI, ("Xi\u00a0Jinping opened a railway.",), "stated"),
    Case("somebody else", XI, ("Li Keqiang opened a railway to Tibet.",), "missing"),
    Case("a name within a word", XI, ("Xinhua says the railway is open.",), "missing"),
    Case("right name with something else", XI, ("Xi Jinping visited Moscow.",), "missing"),
    Case("two people, each with his own", XI, ("Xi opened the railway, and Kim ordered a launch.",), "stated"),
    Case("two people exchanged", XI, ("Kim opened the railway, and Xi ordered a launch.",), "missing"),
    Case("Jong Un without hyphen", KIM, ("Kim Jong Un ordered a missile launch.",), "stated"),
    Case("a no-break hyphen", KIM, ("Kim Jong\u2011un ordered a missile launch.",), "stated"),
    Case("a surname that is two people's", KIM, ("Kim ordered a missile launch.",), "missing"),
    Case("a surname, its owner named before", KIM,
         ("Kim Jong-un was angry.", "Kim ordered a missile launch."), "stated"),
    Case("his sister", KIM, ("Kim Yo-jong ordered a missile launch.",), "missing"),
    Case("a relation's first name", SMITH, ("Peter Smith resigned.",), "missing"),
    Case("with a middle initial", SMITH, ("Anna M. Smith resigned.",), "stated"),
    Case("the word stands with another person", LAW,
         ("Raymond Wong, the youngest member, beat Nathan Law.",), "missing"),
    Case("the word stands with the person", LAW, ("Nathan Law, the youngest member, beat Raymond Wong.",), "stated"),
    Case("'he' is the one man named before", LAW, ("Nathan Law won. He is the youngest member.",), "stated"),
    Case("'he' may be either of two", LAW,
         ("Nathan Law beat Raymond Wong. He is the youngest member.",), "missing"),
    Case("'he' is another", LAW, ("Raymond Wong won. He is the youngest member.",), "missing"),
    Case("names in a list share the word", XI, ("Xi Jinping and Kim Jong-un opened the railway.",), "stated"),
    Case("an acronym of the article", KCNA, ("KCNA reported the meeting.",), "stated"),
    Case("another agency", KCNA, ("Xinhua reported the meeting.",), "missing"),
    Case("part of a name that is another's", FAIR, ("Google invited him.",), "missing"),
    Case("an organisation in full", FAIR, ("The Google Science Fair invited him.",), "stated"),
    Case("no longer", fact("John Baird is the minister.", "minister", name="John Baird"),
         ("John Baird is no longer the minister.",), "contradicted"),
    Case("never", XI, ("Xi Jinping never opened the railway to Tibet.",), "contradicted"),
    Case("denied", SACKED, ("John Baird denied he was sacked as minister.",), "contradicted"),
    Case("only may be", SACKED, ("John Baird may be sacked as minister.",), "missing"),
    Case("a plan is no deed", XI, ("Xi Jinping plans to open the railway to Tibet.",), "missing"),
    Case("a deed is no plan", fact("Xi Jinping plans to visit Moscow in spring.", "visit", name="Xi Jinping"),
         ("Xi Jinping visited Moscow in spring.",), "missing"),
    Case("roles exchanged round a verb", fact("Kim Jong-un thanked Xi Jinping.", "thank", name="Kim Jong-un"),
         ("Xi Jinping thanked Kim Jong-un.",), "contradicted"),
    Case("roles kept in the passive", fact("Kim Jong-un thanked Xi Jinping.", "thank", name="Kim Jong-un"),
         ("Xi Jinping was thanked by Kim Jong-un.",), "stated"),
    Case("roles exchanged by a passive", fact("Kim Jong-un thanked Xi Jinping.", "thank", name="Kim Jong-un"),
         ("Kim Jong-un was thanked by Xi Jinping.",), "contradicted"),
    Case("for what one is thanked is one's own",
         fact("Xi Jinping was re-elected.", "re-elect", name="Xi Jinping"),
         ("Kim Jong-un congratulated Xi Jinping on being re-elected.",), "stated"),
    Case("and not that of who thanks", fact("Kim Jong-un was re-elected.", "re-elect", name="Kim Jong-un"),
         ("Kim Jong-un congratulates Xi Jinping on re-election.",), "missing"),
    Case("of what one is accused is one's own", SMITH,
         ("Anna Smith accused Peter Jones of resigning too late.",), "missing"),
    Case("who thanks is the one who thanks", fact("Kim Jong-un thanked Xi Jinping.", "thank", name="Kim Jong-un"),
         ("Kim Jong-un thanked Xi Jinping for the grain.",), "stated"),
    Case("what is given is given by the first", fact("Kim Jong-un gave medals.", "medal", name="Kim Jong-un"),
         ("Kim Jong-un gave Xi Jinping medals.",), "stated"),
    Case("a place among names", fact("The talks were held in Beijing.", "talks", name="Beijing"),
         ("Talks in Beijing ended.",), "stated"),
    Case("a name in a list of names", XI,
         (Said("Xi Jinping", "names", None, None),), "missing"),
    Case("without accents", ZOE, ("Zoe Lindstrom opened the dairy.",), "stated"),
    Case("a surname without accents", ZOE, ("Ms Lindstrom opened the dairy.",), "stated"),
    Case("another surname without accents", ZOE, ("Zoe Lindgren opened the dairy.",), "missing"),
    Case("a first name that is two people's, without accents", ZOE, ("Zoe opened the dairy.",), "missing"),
    Case("a name in letters with strokes", fact("Søren Øster opened the dairy.", "open", name="Søren Øster"),
         ("Soren Oster opened the dairy.",), "stated"),
]  # fmt: skip
