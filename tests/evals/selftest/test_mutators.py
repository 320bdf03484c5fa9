import re
from dataclasses import replace
from random import Random

import pytest

from evals.selftest.caught import noticed
from evals.selftest.mutators import MUTATORS
from evals.selftest.parts.english import mended, reads_well, small
from evals.selftest.parts.names import fitted
from summarize.article import Span, from_text
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
    # This article has nobody to be taken for another, no time, no second day, and nothing widely
    # known.
    assert found or name in {
        "dates-exchanged", "date-other", "name-other", "addition", "wrong-time", "quote-speaker"
    }  # fmt: skip
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
        ("negation-added", "The court fined and sent it.", "The court fined and sent it."),
        ("negation-removed", "The firm did not appeal.", "The firm appealed."),
        ("hedge-lost", "About 80 people left.", "80 people left."),
        ("hedge-lost", "The firm may sell ships.", "The firm sells ships."),
        ("hedge-lost", "The firm plans to sell ships.", "The firm sold ships."),
        ("hedge-lost", "An alleged thief left.", "A thief left."),
        ("hedge-lost", "Quill, an alleged thief, left.", "Quill, a thief, left."),
        ("hedge-lost", "At least 30 people left.", "30 people left."),
        ("wrong-time", "The court met at 9:30.", ":30."),
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


def drawn(name, statement, *, tries=60):
    """Return everything that a mutator makes of a statement, by many chances."""
    known = good(statement, others=ELSEWHERE)
    return {
        v.said[i].text
        for seed in range(tries)
        for v in MUTATORS[name].plant(known, Random(seed))
        for i in v.at
    }


@pytest.mark.parametrize(
    ("name", "statement", "ways"),
    [
        (
            "negation-added",
            "Anna Moir sent a letter.",
            ["did not send", "didn't send", "never sent", "failed to send", "refused to send"],
        ),
        (
            "negation-added",
            "Anna Moir has visited Leith.",
            ["has not visited", "hasn't visited", "has hardly visited", "denied having visited"],
        ),
        (
            "source-added",
            "The firm was fined.",
            [" said.", "ccording to ", "announced that the firm", "revealed that"],
        ),
        ("hedge-strengthened", "He was charged with fraud.", ["convicted of", "jailed for"]),
        ("hedge-strengthened", "The firm may leave.", ["will leave", "must leave"]),
        ("hedge-strengthened", "Some ships were sold.", ["All ships", "Almost all ships"]),
        ("number-off", "It was the second of its ships.", ["the first of", "the third of"]),
        ("number-scaled", "Dozens of people left.", ["Hundreds of", "Thousands of"]),
        ("name-outside", "A German firm bought it.", ["A Norwegian firm", "A Bolivian firm"]),
    ],
)
def test_each_error_comes_in_many_words(name, statement, ways):
    found = drawn(name, statement)
    for way in ways:
        assert any(way in text for text in found), (way, found)


@pytest.mark.parametrize("name", MUTATORS)
def test_what_is_planted_is_english(name):
    odd = re.compile(r"\ba (?=[aeio])|\ban (?![aeiouh8FHLMNRSX1])|  | ,|\b(\w+) \1\b|^[a-z]")
    for seed in range(8):
        for variant in MUTATORS[name].plant(good(others=ELSEWHERE), Random(seed)):
            for index in variant.at:
                assert not odd.search(variant.said[index].text), variant.said[index].text


def test_an_added_source_is_nowhere_in_the_sentences_cited():
    found = planted("source-added")
    kinds = set()
    for variant in found:
        said = variant.said[variant.at[0]]
        who = variant.what.removesuffix("' added").strip("'").removeprefix("the ")
        assert who.casefold() in said.text.casefold()
        assert all(who not in span.of(article().text) for span in said.evidence)
        kinds.add(who in article().text)
    assert False in kinds, "strangers"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The UN approved a list drawn up by the Security Council.", id="a part"),
        pytest.param("The Port Safety Agency (PSA) sent Norsea Lines a letter.", id="initials"),
        pytest.param("North Korea sent Pyongyang a letter.", id="a country and its capital"),
    ],
)
def test_two_names_of_one_body_are_not_exchanged(text):
    known = replace(good(text), article=from_text(f"A letter\n\n{text}\n", source="a", id="a"))
    for name in ("name-other", "names-exchanged", "roles-swapped"):
        for variant in MUTATORS[name].plant(known, Random(1)):
            assert "Norsea" in variant.what


def test_no_text_is_planted_as_names_exchanged_and_as_roles_swapped():
    text = "Anna Moir told Peter Quill so. Anna Moir's letter to Peter Quill was long."
    known = good(*text.split(". "))
    planted_as = [
        {tuple(s.text for s in v.said) for v in MUTATORS[name].plant(known, Random(1))}
        for name in ("names-exchanged", "roles-swapped")
    ]
    assert all(planted_as)
    assert not planted_as[0] & planted_as[1]


def test_a_statement_about_the_same_people_is_not_from_another_article():
    others = ("The ferry firm Norsea Lines must pay for the grounding at Leith.",)
    known = good(others=others)
    texts = [v.said[-1].text for v in MUTATORS["other-article"].plant(known, Random(1))]
    assert texts
    assert others[0] not in texts


@pytest.mark.parametrize(
    ("text", "name", "new", "expected"),
    [
        ("Leith is a port.", "Leith", "Port Safety Agency", "The Port Safety Agency is a port."),
        ("They left the UN in May.", "UN", "Leith", "They left Leith in May."),
        ("The Leith ferry sank.", "Leith", "Malta", "The Malta ferry sank."),
        ("New UN measures passed.", "UN", "Port Union", "New Port Union measures passed."),
    ],
)
def test_a_name_in_another_s_place_has_its_own_article(text, name, new, expected):
    start = text.index(name)
    place, put = fitted(good(text), text, Span(start, start + len(name)), new)
    assert mended(text, place, put) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank", "the ferry sank"),
        ("Ferries sank", "ferries sank"),
        ("Support sank", "support sank"),
        ("Fan Fair sank", "Fan Fair sank"),
        ("Leith is far", "Leith is far"),
    ],
)
def test_a_sentence_inside_another_begins_small_unless_with_a_name(text, expected):
    assert small(text, "the ferries and a fan") == expected


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("A possible gain.", "possible ", "", "A gain."),
        ("A possible end.", "possible ", "", "An end."),
        ("It is a rare case.", "rare", "unique", "It is a unique case."),
        ("It is a rare case.", "rare", "historic", "It is a historic case."),
        ("It is a 9-year lull.", "9", "11", "It is an 11-year lull."),
        ("Over 40 left.", "Over ", "", "40 left."),
        ("Some ships left.", "Some ", "", "Ships left."),
    ],
)
def test_words_put_into_a_sentence_leave_it_english(text, old, new, expected):
    start = text.index(old)
    assert mended(text, Span(start, start + len(old)), new) == expected


@pytest.mark.parametrize(
    "text", ["They left left.", "It is a end.", "They  left.", "It left , then.", "the ship left."]
)
def test_what_is_no_english_does_not_read_well(text):
    assert not reads_well(text)


def test_a_true_caption_is_no_boilerplate():
    caption = "Judge Anna Moir of the court in Edinburgh"
    told = article().text.replace("READ ALSO", f"{caption}\n\nREAD ALSO")
    known = replace(good(), article=from_text(told, source="a", id="a"))
    texts = {v.said[-1].text for v in MUTATORS["boilerplate-line"].plant(known, Random(1))}
    assert caption not in texts
    assert any(text.startswith("READ ALSO") for text in texts)


def test_most_planted_notices_have_no_number_and_no_name():
    texts = [v.said[-1].text for v in MUTATORS["boilerplate-line"].plant(good(), Random(1))]
    plain = [t for t in texts if not re.search(r"\d|(?<!^)(?<![?.] )[A-Z]", t)]
    assert len(plain) >= 6


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        pytest.param("number-other", "The firm has two ships.", id="pounds for ships"),
        pytest.param("number-off", "The Movimento 5 Stelle won.", id="a number in a name"),
        pytest.param("number-off", "It sank at 9:30.", id="a time is no number"),
        pytest.param("negation-added", "No ships were sold.", id="denied already"),
        pytest.param("negation-added", "It was not only fog.", id="not only"),
        pytest.param("negation-added", "Moir asked whether he left it.", id="only asked, denied"),
        pytest.param("number-scaled", "Anna Moir, 41, left.", id="nobody is 410"),
        pytest.param("hedge-lost", "Moir did not want to retire.", id="the verb is another's"),
        pytest.param("date-other", "It lay from 12 March 2019 to July 2018.", id="there already"),
        pytest.param("hedge-strengthened", "She asked if he may go.", id="only asked"),
        pytest.param("wrong-month", "The March was long.", id="no month"),
        pytest.param("hedge-lost", "About 14 ships were sold.", id="the article says it without"),
    ],
)
def test_where_it_would_be_no_error_nothing_is_planted(name, statement):
    texts = drawn(name, statement)
    if name == "number-other":
        assert not any("40,000" in text for text in texts)
    else:
        assert texts == set()


def test_an_altered_quotation_is_nowhere_in_the_article():
    for variant in planted("quote-altered"):
        assert '"ignored three clear warnings"' not in variant.said[1].text


def test_a_dropped_fact_is_missing_by_gold_and_no_check_sees_it():
    (variant,) = planted("fact-dropped")
    found = noticed(good(), variant)
    assert (found.checks, found.gold) == ((), ("fine",))
