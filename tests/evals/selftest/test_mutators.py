from random import Random

import pytest

from evals.selftest.caught import noticed
from evals.selftest.mutators import MUTATORS
from summarize.values.dates import find_dates
from summarize.values.numbers import find_numbers
from tests.evals.selftest.made import article, good

ELSEWHERE = ("Voters in Malta chose a new parliament after a quiet campaign.",)


def planted(name, *statements):
    return list(MUTATORS[name].plant(good(*statements, others=ELSEWHERE), Random(1)))


@pytest.mark.parametrize("name", MUTATORS)
def test_every_mutator_plants_something_and_changes_the_summary(name):
    known = good(others=ELSEWHERE)
    found = list(MUTATORS[name].plant(known, Random(1)))
    # This article has nobody to be taken for another, no second day, and nothing widely known.
    assert found or name in {"dates-exchanged", "date-other", "name-other", "addition"}
    for variant in found:
        assert variant.said != known.said
        assert variant.what


@pytest.mark.parametrize("name", MUTATORS)
def test_the_same_chance_plants_the_same(name):
    first, second = (list(MUTATORS[name].plant(good(), Random(7))) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", ["wrong-day", "wrong-month", "wrong-year"])
def test_a_new_date_is_not_one_of_the_article(name):
    known = {d.value for d in find_dates(article().text)}
    for variant in planted(name):
        new = find_dates(variant.said[variant.at[0]].text)
        assert any(d.value not in known for d in new)


@pytest.mark.parametrize("name", ["number-off", "number-scaled"])
def test_a_new_number_is_not_one_of_the_article(name):
    known = {n.value for n in find_numbers(article().text)}
    found = planted(name)
    assert found
    for variant in found:
        assert any(n.value not in known for n in find_numbers(variant.said[variant.at[0]].text))


def test_a_bound_is_not_planted_with_a_number_that_is_true_as_well():
    assert all("least 7" not in v.said[0].text for v in planted("number-off", "At least 80 left."))


@pytest.mark.parametrize(
    ("name", "statement", "expected"),
    [
        ("wrong-day", "It was on 12 March 2019.", "March 2019."),
        ("negation-added", "The firm was fined.", "The firm was not fined."),
        ("negation-added", "The court fined and sent it.", "The court fined and sent it."),
        ("negation-removed", "The firm did not appeal.", "The firm did appeal."),
        ("hedge-lost", "About 80 people left.", "80 people left."),
        ("hedge-strengthened", "The firm may sell ships.", "The firm will certainly sell ships."),
        ("source-added", "The firm was fined.", ", scientists said."),
        ("roles-swapped", "Anna Moir told Peter Quill so.", "Peter Quill told Anna Moir so."),
    ],
)
def test_what_is_planted_reads_as_expected(name, statement, expected):
    texts = [v.said[0].text for v in planted(name, statement)] or [statement]
    assert any(expected in text for text in texts)


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        pytest.param("names-exchanged", "Peter Quill and Anna Moir spoke.", id="a list of two"),
        pytest.param(
            "roles-swapped", "Peter Quill met Anna Moir.", id="a verb that goes both ways"
        ),
        pytest.param("negation-added", 'Norsea Lines: "It was so."', id="inside a quotation"),
        pytest.param("hedge-lost", "The firm was fined.", id="nothing unsure"),
        pytest.param("quote-altered", "The firm was fined.", id="no quotation"),
        pytest.param("source-added", "The firm was fined, it said.", id="a source already"),
    ],
)
def test_nothing_is_planted_where_the_meaning_would_stay(name, statement):
    assert planted(name, statement) == []


def test_an_added_source_is_nowhere_in_the_sentences_cited():
    found = planted("source-added")
    kinds = set()
    for variant in found:
        said = variant.said[variant.at[0]]
        who = said.text.rpartition(", ")[2].removesuffix(" said.").removeprefix("the ")
        assert all(who not in span.of(article().text) for span in said.evidence)
        kinds.add(who in article().text)
    assert kinds == {True, False}, "strangers, and people of the article"


def test_an_altered_quotation_is_nowhere_in_the_article():
    for variant in planted("quote-altered"):
        assert '"ignored three clear warnings"' not in variant.said[1].text


def test_a_dropped_fact_is_missing_by_gold_and_no_check_sees_it():
    (variant,) = planted("fact-dropped")
    found = noticed(good(), variant)
    assert (found.checks, found.gold) == ((), ("fine",))
