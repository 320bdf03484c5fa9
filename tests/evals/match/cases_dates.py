"""Dates: by precision, in any writing, with the right event."""

# ruff: noqa: E501 - a case is easier to judge on one line

from datetime import date

from tests.evals.match.case import Case, fact

OCT = fact("The law was passed on 25 October 2017.", "law", "pass", date="2017-10-25")
FIFTH = fact("The law was passed on 5 October 2017.", "law", "pass", date="2017-10-05")
JULY = fact("The court sentenced him in July 2016.", "court", "sentenc", date="2016-07")
YEAR = fact("The museum opened in 2013.", "museum", "open", date="2013")
OPEN = fact("The anniversary falls on 25 October.", "anniversary", date="--10-25")
FEB = fact("Talks have stalled since February.", "talks", "stall", date="--02")
SHELLED = fact("The town was shelled on 20 August 2015.", "shell", date="2015-08-20")
ELECTED = fact("The mayor was elected on 4 September 2015.", "elect", date="2015-09-04")
LAST = fact("The lift was last checked in May 2012.", "check", date="2012-05")
FERRY = fact("The ferry sailed on 3 June 2019.", "sail", date="2019-06-03")
DUE = fact("Rents must be paid before 1 May 2020.", "rent", "paid", date="2020-05-01")
VOTE = fact("MPs will vote on the bill on 13 June 2019.", "vote", date="2019-06-13")
TUESDAY = date(2019, 6, 11)
OPENED = fact("The bridge opened on 3 May 1961.", "open", date="1961-05-03")
NOV = date(2017, 11, 3)
AUG = date(2015, 8, 21)

WRITTEN = [
    Case(f"same day written {text!r}", OCT, (f"The law was passed on {text}.",), "stated")
    for text in (
        "25 October 2017", "October 25, 2017", "October 25th, 2017", "25/10/2017", "10/25/2017",
        "Oct 25", "Oct. 25th", "the 25th of October", "25\u00a0October 2017", "2017-10-25",
        "25\u202fOctober\u00a02017", "Wednesday, 25 October 2017", "Wednesday 25 Oct 2017",
    )
]  # fmt: skip
OTHER = [
    Case(f"another day: {text!r}", OCT, (f"Nobody knew. The law was passed on {text}.",), "contradicted")
    for text in (
        "5 October 2017", "25 November 2017", "25 October 2016", "26 October", "15 October 2017",
    )
] + [
    Case(f"no day: {text!r}", OCT, (f"Nobody knew. The law was passed in {text}.",), "missing")
    for text in ("October 2017", "2017")
]  # fmt: skip

CASES = [
    *WRITTEN,
    *OTHER,
    Case("5 October is not inside 25 October", FIFTH, ("The law was passed on 25 October 2017.",), "contradicted"),
    Case("5 October is not inside October 25", FIFTH, ("The law was passed October 25, 2017.",), "contradicted"),
    Case("5 October is 5 Oct", FIFTH, ("The law was passed on 5 Oct 2017.",), "stated"),
    Case("10/11/2017 may be two days", fact("The law was passed on 10 November 2017.", "law", date="2017-11-10"),
         ("The law was passed on 10/11/2017.",), "cannot-judge"),
    Case("a figure date that can be neither order", OCT, ("The law was passed on 10/11/2017.",), "missing"),
    Case("a month of its year", JULY, ("The court sentenced him in July 2016.",), "stated"),
    Case("a month abbreviated", JULY, ("A court sentenced him in Jul. 2016.",), "stated"),
    Case("a finer date states the month", JULY, ("The court sentenced him on 12 July 2016.",), "stated"),
    Case("the month of another year", JULY, ("The court sentenced him in July 2017.",), "contradicted"),
    Case("another month of the year", JULY, ("The court sentenced him in June 2016.",), "contradicted"),
    Case("a month without its year, nothing against it", JULY, ("The court sentenced him in July.",), "stated"),
    Case("a month without its year, published a year later", JULY,
         ("The court sentenced him in July.",), "missing", date(2017, 8, 30)),
    Case("only the year of the month", JULY, ("The court sentenced him in 2016.",), "missing"),
    Case("a year", YEAR, ("The museum opened in 2013.",), "stated"),
    Case("a finer date states the year", YEAR, ("The museum opened in May 2013.",), "stated"),
    Case("a year is not its decade", YEAR, ("The museum opened in the 2010s.",), "missing"),
    Case("a count that looks like the year", YEAR, ("The museum opened with 2013 paintings.",), "missing"),
    Case("a day without year, gold without year", OPEN, ("The anniversary is on Oct. 25.",), "stated"),
    Case("a day of some year, gold without year", OPEN, ("The anniversary is on 25 October 2018.",), "stated"),
    Case("another day, gold without year", OPEN, ("The anniversary is on 24 October.",), "missing"),
    Case("a month without year in gold", FEB, ("Talks have stalled since February.",), "stated"),
    Case("a month without year in gold, with one in the text", FEB, ("Talks stalled in Feb. 2017.",), "stated"),
    Case("another month, gold without year", FEB, ("Talks have stalled since July.",), "contradicted"),
    Case("Oct 25 with another year in the sentence", OCT,
         ("The law of 2015 was passed on Oct. 25.",), "missing"),
    Case("Oct 25 read on a day soon after", OCT, ("The law was passed on Oct. 25.",), "stated", NOV),
    Case("yesterday, from the day of publication", SHELLED, ("The town was shelled yesterday.",), "stated", AUG),
    Case("yesterday, published on another day", SHELLED, ("The town was shelled yesterday.",), "missing",
         date(2015, 8, 25)),
    Case("yesterday with no day of publication", SHELLED, ("The town was shelled yesterday.",), "missing"),
    Case("a weekday, from the day of publication", SHELLED, ("The town was shelled on Thursday.",), "stated", AUG),
    Case("another weekday", SHELLED, ("The town was shelled on Tuesday.",), "missing", AUG),
    Case("two days ago is not yesterday", SHELLED, ("The town was shelled two days ago.",), "missing", AUG),
    Case("a weekday with no day of publication", SHELLED, ("The town was shelled on Thursday.",), "missing"),
    Case("right date with the wrong event", SHELLED, ("A mayor took office on 20 August 2015.",), "missing"),
    Case("right event without a date", SHELLED, ("The town was shelled.",), "missing"),
    Case("two dates exchanged, first fact", SHELLED,
         ("The mayor was elected on 20 August, and the town was shelled on 4 September.",), "missing"),
    Case("two dates exchanged, second fact", ELECTED,
         ("The mayor was elected on 20 August, and the town was shelled on 4 September.",), "missing"),
    Case("two dates, each with its own", SHELLED,
         ("The mayor was elected on 4 September and the town was shelled on 20 August.",), "stated"),
    Case("two dates, each with its own, second fact", ELECTED,
         ("The mayor was elected on 4 September and the town was shelled on 20 August.",), "stated"),
    Case("two dates exchanged, dates first", SHELLED,
         ("On 20 August the mayor was elected, and on 4 September the town was shelled.",), "missing"),
    Case("two dates in order, dates first", ELECTED,
         ("On 4 September the mayor was elected, and on 20 August the town was shelled.",), "stated"),
    Case("two dates exchanged, in a relative clause", SHELLED,
         ("The mayor, who was elected on 20 August, saw the town shelled on 4 September.",), "missing"),
    Case("two dates right, in a relative clause", SHELLED,
         ("The mayor, who was elected on 4 September, saw the town shelled on 20 August.",), "stated"),
    Case("an aside between the date and its event", SHELLED,
         ("On 20 August, after a mayor was elected on 4 July, the town was shelled.",), "stated"),
    Case("two dates exchanged, by semicolon", SHELLED,
         ("Elected on 20 August; shelled on 4 September.",), "missing"),
    Case("two dates exchanged, by comma", SHELLED, ("Elected on 20 August, shelled on 4 September.",), "missing"),
    Case("two dates right, by comma", SHELLED, ("Elected on 4 September, shelled on 20 August.",), "stated"),
    Case("date in one sentence, event in another", SHELLED,
         ("The town was shelled. A fair was held on 20 August 2015.",), "missing"),
    Case("'the attack' leans on the sentence before", SHELLED,
         ("The town was shelled. The attack came on 20 August 2015.",), "stated"),
    Case("'it' leans on the point before", SHELLED, ("The town was shelled.", "It happened on 20 August."), "stated"),
    Case("'it' does not lean on a sentence with its own date", SHELLED,
         ("The town was shelled on 4 September.", "It happened on 20 August."), "contradicted"),
    Case("a date denied", SHELLED, ("The town was not shelled on 20 August 2015.",), "contradicted"),
    Case("a date denied in favour of another", SHELLED,
         ("The town was shelled not on 20 August but on 4 September.",), "contradicted"),
    Case("not another but this date", SHELLED,
         ("The town was shelled not on 4 September but on 20 August.",), "stated"),
    Case("only alleged", SHELLED, ("The town was allegedly shelled on 20 August.",), "missing"),
    Case("may have happened", SHELLED, ("The town may have been shelled on 20 August.",), "missing"),
    Case("a denial", SHELLED, ("The army denied that the town was shelled on 20 August.",), "contradicted"),
    Case("the same statement with another date", fact(
        "The river flooded the old market and the railway station on 3 May 2018.", "flood", date="2018-05-03"),
        ("The river flooded the old market and the railway station on 8 May 2018.",), "contradicted"),
    Case("the same statement with no date", fact(
        "The river flooded the old market and the railway station on 3 May 2018.", "flood", date="2018-05-03"),
        ("The river flooded the old market and the railway station.",), "missing"),
    Case("the same statement with the month only", fact(
        "The river flooded the old market and the railway station on 3 May 2018.", "flood", date="2018-05-03"),
        ("The river flooded the old market and the railway station in May 2018.",), "missing"),
    Case("a range ends on the day", fact("The fair ends on 16 July 2017.", "fair", date="2017-07-16"),
         ("The fair runs from 10 to 16 July 2017.",), "stated"),
    Case("a day inside a range is not said", fact("The fair was closed on 12 July 2017.", "fair", date="2017-07-12"),
         ("The fair runs from 10 to 16 July 2017.",), "missing"),
    Case("not since the date", LAST, ("Nobody had checked the lift since May 2012.",), "stated"),
    Case("not since another date", LAST, ("Nobody had checked the lift since May 2013.",), "missing"),
    Case("not by the date", LAST, ("The lift had not been checked by May 2012.",), "missing"),
    Case("not until the date", FERRY, ("The ferry did not sail until 3 June 2019.",), "stated"),
    Case("until the date, the other way round", FERRY, ("The ferry did sail until 3 June 2019.",), "missing"),
    Case("until the date, when it did", FERRY, ("The ferry lay idle until 3 June 2019, when it sailed.",), "stated"),
    Case("after the date", FERRY, ("The ferry sailed after 3 June 2019.",), "missing"),
    Case("before the date", FERRY, ("The ferry sailed before 3 June 2019.",), "missing"),
    Case("by the date", FERRY, ("By 3 June 2019 the ferry had sailed.",), "missing"),
    Case("shortly after the end of a month", JULY, ("The court sentenced him after the end of July 2016.",), "missing"),
    Case("after that day's event", FERRY, ("After Monday's sailing the ferry was sold.",), "stated", date(2019, 6, 7)),
    Case("a date that is a noun's", YEAR, ("Before 2013 cuts to its budget, the museum opened two rooms.",), "stated"),
    Case("after one event, on the date", FERRY, ("After a long strike, on 3 June 2019 the ferry sailed.",), "stated"),
    Case("the fact says before", DUE, ("Rents must be paid before 1 May 2020.",), "stated"),
    Case("the fact says before, and 'by' is as much", DUE, ("Rents must be paid by 1 May 2020.",), "stated"),
    Case("the fact says before, and not after", DUE, ("Rents must be paid after 1 May 2020.",), "missing"),
    Case("the fact says before, and not on", DUE, ("Rents must be paid on 1 May 2020.",), "missing"),
    Case("until the day on which it ends", fact("The fair ends on 16 July 2017.", "fair", date="2017-07-16"),
         ("The fair runs until 16 July 2017.",), "stated"),
    Case("should have been", FERRY, ("The ferry should have sailed on 3 June 2019.",), "missing"),
    Case("was to have been", FERRY, ("The ferry was to have sailed on 3 June 2019.",), "missing"),
    Case("was supposed to", FERRY, ("The ferry was supposed to sail on 3 June 2019.",), "missing"),
    Case("was to, as the fact says", fact("The ferry was to have sailed on 3 June 2019.", "sail", date="2019-06-03"),
         ("The ferry should have sailed on 3 June 2019.",), "stated"),
    Case("the first since, for the last in", fact(
        "It was the first strike at the mill since March 1990.", "strike", date="1990-03"),
        ("The mill last saw a strike in March 1990.",), "stated"),
    Case("not the first since", fact(
        "It was the first strike at the mill since March 1990.", "strike", date="1990-03"),
        ("It was not the first strike at the mill since March 1990.",), "contradicted"),
    Case("the first in, for the last in", fact(
        "The mill last saw a strike in March 1990.", "strike", date="1990-03"),
        ("The mill first saw a strike in March 1990.",), "contradicted"),
    Case("a month in figures", JULY, ("The court sentenced him in 07/2016.",), "stated"),
    Case("another month in figures", JULY, ("The court sentenced him in 06/2016.",), "contradicted"),
    Case("a day in figures without its year", OPEN, ("The anniversary is on 25/10.",), "stated"),
    Case("a day in figures that may be two", fact("The anniversary falls on 5 October.", "anniversary", date="--10-05"),
         ("The anniversary is on 5/10.",), "missing"),
    Case("the weekday to come, in the present", VOTE, ("MPs vote on the bill on Thursday.",), "stated", TUESDAY),
    Case("the weekday to come, in the past", VOTE, ("MPs voted on the bill on Thursday.",), "contradicted", TUESDAY),
    Case("the weekday that was, called so", VOTE, ("MPs vote on the bill of last Thursday.",), "contradicted", TUESDAY),
    Case("another weekday to come", VOTE, ("MPs vote on the bill on Friday.",), "contradicted", TUESDAY),
    Case("another day of a short fact", OPENED, ("The bridge opened on 2 May 1961.",), "contradicted"),
    Case("another day, with a name", OPENED, ("The Calder bridge opened on 2 May 1961.",), "contradicted"),
    Case("another day of a part of it", OPENED, ("The bridge's museum opened on 2 May 1961.",), "missing"),
    Case("another day of something beside it", OPENED,
         ("A shop near the bridge opened on 2 May 1961.",), "missing"),
    Case("another day of the week may be another time", OPENED, ("The bridge opened on Tuesday.",), "missing",
         date(1961, 5, 12)),
    Case("due by the date on which it is due", fact("The report is due on 5 June 2019.", "report", date="2019-06-05"),
         ("The report must be there by 5 June 2019.",), "stated"),
]  # fmt: skip
