"""Numbers, percentages and money: as values, with their words."""

# ruff: noqa: E501 - a case is easier to judge on one line

from tests.evals.match.case import Case, fact

VOTES = fact(
    "She was elected with 1,200 votes.", "vote", "elect", number={"amount": 1200, "unit": "votes"}
)
BIG = fact("He received 84,121 votes.", "vote", number={"amount": 84121, "unit": "votes"})
DEAD = fact(
    "The storm killed 107 people.",
    "kill",
    "dead",
    "death",
    "died",
    number={"amount": 107, "unit": "people"},
)
LEAST = fact(
    "The storm killed at least 107 people.",
    "kill",
    "dead",
    "death",
    number={"amount": 107, "unit": "people"},
)
HURT = fact(
    "The storm wounded 238 people.", "wound", "injur", number={"amount": 238, "unit": "people"}
)
QUARTER = fact(
    "A quarter of citizens favoured the change.", "citizen", "favour", "support", percent=25
)
COST = fact(
    "The vote will cost $4.2 billion.", "cost", money={"amount": 4200000000, "currency": "USD"}
)
NZ = fact(
    "The vote will cost NZ$26 million.", "cost", money={"amount": 26000000, "currency": "NZD"}
)
EURO = fact(
    "The schools owe 422,000 euros.", "school", "owe", money={"amount": 422000, "currency": "EUR"}
)
HOURS = fact(
    "The army gave them 48 hours to stop.",
    "stop",
    "deadline",
    number={"amount": 48, "unit": "hours"},
)
TEAM = fact("The team has six members.", "team", "member", number={"amount": 6, "unit": "members"})
SHELLS = fact(
    "The army fired 36 shells.", "fired", "fire", "shell", number={"amount": 36, "unit": "shells"}
)
TRIP = fact("They travelled 500 miles.", "travel", number={"amount": 500, "unit": "miles"})
FINE = fact("The firm was fined £900,000.", "fine", money={"amount": 900000, "currency": "GBP"})
GRANT = fact(
    "The port got a grant of €4 million.", "grant", money={"amount": 4000000, "currency": "EUR"}
)
FENCE = fact(
    "The fence is 30 kilometres long.", "fence", number={"amount": 30, "unit": "kilometres"}
)
RENTS = fact("Rents in the city rose 30%.", "rent", percent=30)
SHARE = fact("The bank cut its share to 12%.", "share", percent=12)
THIRD = fact("A third of the seats went to women.", "seats", "women", percent=33.3)

CASES = [
    Case("digits without a comma", VOTES, ("She was elected with 1200 votes.",), "stated"),
    Case("digits with a comma", VOTES, ("She was elected with 1,200 votes.",), "stated"),
    Case("in words", VOTES, ("She was elected with twelve hundred votes.",), "stated"),
    Case("with a no-break space", VOTES, ("She was elected with 1,200\u00a0votes.",), "stated"),
    Case("1,200 is not inside 11,200", VOTES, ("She was elected with 11,200 votes.",), "missing"),
    Case("1,200 is not inside 1,200,000", VOTES, ("She was elected with 1,200,000 votes.",), "missing"),
    Case("1,200 is not 1,200.5", VOTES, ("She was elected with 1,200.5 votes.",), "missing"),
    Case("1,200 is not 1.2 million", VOTES, ("She was elected with 1.2 million votes.",), "missing"),
    Case("84,121 exactly", BIG, ("He received 84,121 votes.",), "stated"),
    Case("rounded is another number", BIG, ("He received about 84,000 votes.",), "missing"),
    Case("two digits exchanged", BIG, ("He received 84,211 votes.",), "missing"),
    Case("a count", DEAD, ("The storm killed 107 people.",), "stated"),
    Case("a count in words", DEAD, ("One hundred and seven people died in the storm.",), "stated"),
    Case("at least, of the exact number", DEAD, ("At least 107 people were killed.",), "stated"),
    Case("at most, of the exact number", DEAD, ("At most 107 people were killed.",), "stated"),
    Case("more than the exact number", DEAD, ("More than 107 people were killed.",), "missing"),
    Case("fewer than the exact number", DEAD, ("Fewer than 107 people were killed.",), "missing"),
    Case("about the exact number", DEAD, ("About 107 people were killed.",), "stated"),
    Case("at least, where gold says at least", LEAST, ("At least 107 people were killed.",), "stated"),
    Case("or more, where gold says at least", LEAST, ("The storm killed 107 or more.",), "stated"),
    Case("bare, where gold says at least", LEAST, ("The storm killed 107.",), "stated"),
    Case("at most, where gold says at least", LEAST, ("At most 107 people were killed.",), "missing"),
    Case("less than, where gold says at least", LEAST, ("Fewer than 107 people were killed.",), "missing"),
    Case("two counts, each with its verb", DEAD, ("The storm killed 107 and wounded 238.",), "stated"),
    Case("two counts, each with its verb, second", HURT, ("The storm killed 107 and wounded 238.",), "stated"),
    Case("two counts exchanged", DEAD, ("The storm killed 238 and wounded 107.",), "missing"),
    Case("two counts exchanged, second", HURT, ("The storm killed 238 and wounded 107.",), "missing"),
    Case("two counts, numbers first", DEAD, ("107 people were killed and 238 wounded.",), "stated"),
    Case("two counts, numbers first, second", HURT, ("107 people were killed and 238 wounded.",), "stated"),
    Case("two counts exchanged, numbers first", DEAD, ("238 people were killed and 107 wounded.",), "missing"),
    Case("two counts as nouns", HURT, ("The storm caused 107 deaths and 238 injuries.",), "stated"),
    Case("two counts as nouns, exchanged", HURT, ("The storm caused 238 deaths and 107 injuries.",), "missing"),
    Case("headline style", DEAD, ("107 dead, 238 injured in storm",), "stated"),
    Case("headline style, exchanged", DEAD, ("238 dead, 107 injured in storm",), "missing"),
    Case("right number with the wrong event", DEAD, ("The storm destroyed 107 houses.",), "missing"),
    Case("right event with the wrong number", DEAD, ("The storm killed 170 people.",), "contradicted"),
    Case("a quarter is 25%", QUARTER, ("Only 25% of citizens favoured the change.",), "stated"),
    Case("a quarter in words", QUARTER, ("Only a quarter of citizens favour the change.",), "stated"),
    Case("twenty-five per cent", QUARTER, ("Twenty-five per cent of citizens support it.",), "stated"),
    Case("one in four is not looked for", QUARTER, ("25 citizens support it.",), "missing"),
    Case("three quarters is not a quarter", QUARTER, ("Three quarters of citizens support it.",), "missing"),
    Case("a quarter of the year is no share", QUARTER, ("In the first quarter, citizens supported it.",), "missing"),
    Case("75% is not 25%", QUARTER, ("75% of citizens support it.",), "missing"),
    Case("25 percentage points are not 25%", QUARTER, ("Citizens' support fell 25 percentage points.",), "missing"),
    Case("a third is 33%", THIRD, ("33% of the seats went to women.",), "missing"),
    Case("33.3%", THIRD, ("33.3 percent of the seats went to women.",), "stated"),
    Case("$4.2bn", COST, ("The vote will cost $4.2bn.",), "stated"),
    Case("US$4,200 million", COST, ("The vote will cost US$4,200 million.",), "stated"),
    Case("4.2 billion dollars", COST, ("The vote will cost 4.2 billion dollars.",), "stated"),
    Case("$ 4.2 billion with a no-break space", COST, ("The vote will cost $4.2\u00a0billion.",), "stated"),
    Case("$4.2 million is a thousandth", COST, ("The vote will cost $4.2 million.",), "missing"),
    Case("$42 billion is ten times", COST, ("The vote will cost $42 billion.",), "contradicted"),
    Case("€4.2 billion is other money", COST, ("The vote will cost €4.2 billion.",), "missing"),
    Case("4.2 billion people are no money", COST, ("It will cost 4.2 billion people their vote.",), "missing"),
    Case("NZ$", NZ, ("The vote will cost NZ$26 million.",), "stated"),
    Case("a bare $ may be any dollar", NZ, ("The vote will cost $26 million.",), "stated"),
    Case("A$ is another dollar", NZ, ("The vote will cost A$26 million.",), "missing"),
    Case("26 million New Zealand dollars", NZ, ("The vote will cost 26 million New Zealand dollars.",), "stated"),
    Case("euros by sign", EURO, ("The schools owe €422,000.",), "stated"),
    Case("euros in thousands", EURO, ("The schools owe 422 thousand euros.",), "stated"),
    Case("422 million", EURO, ("The schools owe 422 million euros.",), "contradicted"),
    Case("hours", HOURS, ("They were given 48 hours to stop.",), "stated"),
    Case("48\u2011hour with a no-break hyphen", HOURS, ("They have a 48\u2011hour deadline.",), "stated"),
    Case("forty-eight hours", HOURS, ("They were given forty-eight hours to stop.",), "stated"),
    Case("48 minutes are not 48 hours", HOURS, ("They were given 48 minutes to stop.",), "missing"),
    Case("36 hours are not 48 hours", HOURS, ("They were given 36 hours to stop.",), "contradicted"),
    Case("six-member", TEAM, ("The six-member team won.",), "stated"),
    Case("six girls of the team", TEAM, ("A team of six girls won.",), "stated"),
    Case("sixteen is not six", TEAM, ("The team has sixteen members.",), "missing"),
    Case("the sixth is not six", TEAM, ("The team came in sixth.",), "missing"),
    Case("a value with its own noun beside another number", SHELLS,
         ("The army fired 36 shells at posts 542 and 543.",), "stated"),
    Case("36 hours are not 36 shells", SHELLS, ("The army fired for 36 hours.",), "missing"),
    Case("miles", TRIP, ("They travelled about 500 miles.",), "stated"),
    Case("500 km are not 500 miles", TRIP, ("They travelled 500 km.",), "missing"),
    Case("a count denied", SHELLS, ("The army did not fire 36 shells.",), "contradicted"),
    Case("a count refuted", SHELLS, ("The army denied firing 36 shells.",), "contradicted"),
    Case("a count rumoured", SHELLS, ("The army reportedly fired 36 shells.",), "missing"),
    Case("the same statement with another count", fact(
        "The ministry closed 36 village schools in the northern province.", "school", "closed",
        number={"amount": 36, "unit": "schools"}),
        ("The ministry closed 63 village schools in the northern province.",), "contradicted"),
    Case("the same statement with a rounded count", fact(
        "The ministry closed 3,612 village schools in the northern province.", "school", "closed",
        number={"amount": 3612, "unit": "schools"}),
        ("The ministry closed about 3,600 village schools in the northern province.",), "missing"),
    Case("a year is no count", fact("The choir has 2016 singers.", "choir", number={"amount": 2016, "unit": "singers"}),
         ("The choir was founded in 2016.",), "missing"),
    Case("both is two", fact("Two firms closed.", "firm", "close", number={"amount": 2, "unit": "firms"}),
         ("Both firms closed.",), "stated"),
    Case("two currencies exchanged", FINE,
         ("The firm was fined €4 million, and the port got a grant of £900,000.",), "missing"),
    Case("two currencies exchanged, second", GRANT,
         ("The firm was fined €4 million, and the port got a grant of £900,000.",), "missing"),
    Case("two currencies, each with its own", FINE,
         ("The firm was fined £900,000, and the port got a grant of €4 million.",), "stated"),
    Case("two currencies, each with its own, second", GRANT,
         ("The firm was fined £900,000, and the port got a grant of €4 million.",), "stated"),
    Case("one sum in two currencies", FINE, ("The firm was fined $1.1 million (£900,000).",), "stated"),
    Case("one sum in two currencies, by 'or about'", GRANT,
         ("The port got a grant of $4.3 million, or about €4 million.",), "stated"),
    Case("two lengths exchanged", FENCE,
         ("The fence is 12 miles long and the road runs on for 30 kilometres.",), "missing"),
    Case("two lengths, each with its own", FENCE,
         ("The fence is 30 kilometres long and the road runs on for 12 miles.",), "stated"),
    Case("one length in two units", FENCE, ("The fence is 19 miles (30 km) long.",), "stated"),
    Case("a length beside a time", FENCE, ("After 3 hours they had walked along the 30-kilometre fence.",), "stated"),
    Case("a decimal in words", COST, ("The vote will cost four point two billion dollars.",), "stated"),
    Case("another decimal in words", COST, ("The vote will cost four point three billion dollars.",), "contradicted"),
    Case("changed to it, for by it", RENTS, ("Rents in the city rose to 30%.",), "missing"),
    Case("changed by it", RENTS, ("Rents in the city rose by about 30%.",), "stated"),
    Case("changed by it, from and to others", RENTS, ("Rents in the city went up 30%, to 900 euros.",), "stated"),
    Case("changed by it, as a noun", RENTS, ("A 30% increase in rents hit the city.",), "stated"),
    Case("changed by it, for to it", SHARE, ("The bank cut its share by 12%.",), "missing"),
    Case("changed to it from another", SHARE, ("The bank cut its share from 20% to 12%.",), "stated"),
    Case("a state without a change", SHARE, ("The bank's share is 12%.",), "stated"),
]  # fmt: skip
