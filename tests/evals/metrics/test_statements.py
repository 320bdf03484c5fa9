"""The metrics that look at statements."""

from dataclasses import replace
from datetime import date

import pytest

from evals.metrics import METRICS, judge
from evals.trial import Said, Trial
from summarize.prompt import HouseStyle
from tests.evals.metrics.made import (
    ADVERT,
    FIRST,
    LAST,
    MIDDLE,
    STORY,
    article,
    fact,
    gold,
    judged,
    said,
)

CLOSED = "The council of Leeds voted on 4 May 2017 to close 12 schools."


def test_a_statement_whose_evidence_holds_its_values_is_grounded() -> None:
    assert METRICS["grounded"](judged(said(CLOSED, evidence=FIRST))).value == 1.0


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(said(CLOSED.replace("12", "21"), evidence=FIRST), id="another number"),
        pytest.param(said(CLOSED.replace("4 May", "9 June"), evidence=FIRST), id="another date"),
        pytest.param(said(CLOSED.replace("Leeds", "Bradford"), evidence=FIRST), id="another town"),
        pytest.param(said(CLOSED, evidence=LAST), id="values of another sentence"),
        pytest.param(said(CLOSED, evidence=""), id="evidence that is not in the article"),
        pytest.param(
            said('Ann Poe told reporters that "the town has a choice".', evidence=MIDDLE),
            id="another quotation",
        ),
        pytest.param(
            replace(said("the town has no choice", "quotes", MIDDLE), speaker="John Roe"),
            id="another speaker",
        ),
    ],
)
def test_grounded_drops(statement: Said) -> None:
    score = METRICS["grounded"](judged(statement, said(CLOSED, evidence=FIRST)))
    assert (score.value, score.n) == (0.5, 2)
    assert score.reason.startswith("not grounded: ")


def test_what_a_summary_says_of_its_own_checks_is_not_believed() -> None:
    wrong = said(CLOSED.replace("12", "21"), evidence=FIRST)
    assert wrong.passed
    assert METRICS["grounded"](judged(wrong)).value == 0.0


def test_without_evidence_grounded_is_none() -> None:
    assert METRICS["grounded"](judged(said(CLOSED, "text"))).value is None


@pytest.mark.parametrize(
    ("supported", "value", "n"),
    [
        pytest.param(None, None, 0, id="nobody was asked"),
        pytest.param((True, True), 1.0, 2, id="all supported"),
        pytest.param((True, False), 0.5, 2, id="one is not"),
        pytest.param((True, None), 1.0, 1, id="one could not be told"),
        pytest.param((None, None), None, 0, id="none could be told"),
    ],
)
def test_faithful_is_what_a_judge_said_and_no_more(
    supported: tuple[bool | None, ...] | None, value: float | None, n: int
) -> None:
    given = replace(judged(said(CLOSED), said("Parents protest.")), supported=supported)
    score = METRICS["faithful"](given)
    assert (score.value, score.n) == (value, n)


def test_judgements_are_one_for_each_statement() -> None:
    with pytest.raises(ValueError, match="1 judgements of 2 statements"):
        replace(judged(said("One."), said("Two.")), supported=(True,))


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        pytest.param(said(CLOSED, "text"), 1.0, id="story"),
        pytest.param(said("Also: ten recipes for a rainy weekend.", "text"), 0.0, id="wording"),
        pytest.param(said("There are recipes.", evidence=ADVERT), 0.0, id="evidence"),
    ],
)
def test_boilerplate_is_seen_in_wording_and_evidence(statement: Said, value: float) -> None:
    assert METRICS["boilerplate"](judged(statement)).value == value


def test_an_article_without_boilerplate_has_none_to_measure() -> None:
    plain = article(f"{FIRST}\n\n{MIDDLE}\n\n{LAST}\n")
    assert METRICS["boilerplate"](judged(said(CLOSED), about=plain)).value is None


def test_a_point_without_a_fact_makes_it_less_concise() -> None:
    one, idle = said(CLOSED), said("Schools matter to many people.")
    given = judged(one, idle, facts={fact("one"): "stated"}, where={"one": one})
    score = METRICS["concise"](given)
    assert (score.value, score.n) == (0.5, 2)
    assert "Schools matter" in score.reason


def test_headline_and_quotations_are_no_points() -> None:
    one = said(CLOSED)
    others = [said("Leeds to close schools", "headline"), said("the town has no choice", "quotes")]
    given = judged(one, *others, facts={fact("one"): "stated"}, where={"one": one})
    assert METRICS["concise"](given).n == 1


def test_a_point_that_repeats_the_headline_still_carries_its_fact() -> None:
    """The matcher tells one place of a fact only, here the headline."""
    schools = fact("one", number={"amount": 12, "unit": "schools"}, with_=["clos"])
    top = said("Leeds to close 12 schools", "headline")
    trial = Trial(article(), gold([schools]), (top, said(CLOSED)), "by hand", None)
    given = judge(trial)
    assert given.matched.facts["one"].where is top
    assert METRICS["concise"](given).value == 1.0


@pytest.mark.parametrize(
    ("statements", "value", "n"),
    [
        pytest.param([said(CLOSED, "text")], 1.0, 1, id="other people's: dates only"),
        pytest.param([said("Leeds voted yesterday.", "text")], 0.0, 1, id="a relative date"),
        pytest.param([said("Leeds voted last week.", "text")], 0.0, 1, id="a relative week"),
        pytest.param(
            [said('Poe said "we voted yesterday".', "text")], 1.0, 1, id="quoted is verbatim"
        ),
        pytest.param([said("we vote tomorrow", "quotes")], None, 0, id="quotations have no form"),
        pytest.param([said("Leeds to close schools", "headline")], 1.0, 2, id="short headline"),
        pytest.param([said("Leeds " * 12, "headline")], 0.5, 2, id="headline of 72 characters"),
        pytest.param([said("A vote.", "abstract")] * 3, 0.75, 4, id="abstract of 3 sentences"),
        pytest.param([said("A vote.")] * 6, 12 / 13, 13, id="six points"),
        pytest.param([said("A vote.")], 1.0, 3, id="one point: an article may be thin"),
        pytest.param([said("vote " * 36)], 2 / 3, 3, id="a point of 36 words"),
    ],
)
def test_form_is_the_share_of_house_rules_kept(
    statements: list[Said], value: float | None, n: int
) -> None:
    score = METRICS["form"](judged(*statements))
    assert (score.value, score.n) == (value, n)


def test_form_goes_by_the_style_it_is_given() -> None:
    given = judged(said("A vote."), said("A march."))
    strict = replace(given, style=HouseStyle(min_points=1, max_points=1))
    assert METRICS["form"](given).value == 1.0
    assert METRICS["form"](strict).value == 4 / 5


@pytest.mark.parametrize(
    ("published", "value"),
    [
        pytest.param(date(2017, 5, 5), 0.0, id="its date could be written"),
        pytest.param(None, 1.0, id="nobody knows its date"),
    ],
)
def test_a_weekday_as_the_article_has_it_may_stay_where_its_date_is_unknown(
    published: date | None, value: float
) -> None:
    about = article("Leeds voted on Tuesday to close 12 schools for good.", published)
    given = judged(said("Leeds voted on Tuesday.", "text"), about=about)
    assert METRICS["form"](given).value == value


def test_the_story_of_these_tests_is_read_as_meant() -> None:
    kinds = [s.kind for s in article().sentences]
    assert kinds == ["body", "body", "body", "boilerplate"]
    assert article().text == STORY
