from pathlib import Path

import pytest

from tests.evals.gold.files import HEAD, fact, faults, gold, trap


def test_a_good_file_has_no_fault(tmp_path: Path) -> None:
    assert faults(gold(tmp_path, traps=trap())) == []


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("'“We have waited long enough,” said Lee.'", id="curly marks"),
        pytest.param("'\"We have waited long enough,\" said Lee.'", id="straight marks"),
        pytest.param("'\"We  have\u00a0waited long enough'", id="other white space"),
        pytest.param("'the coast. Some 1,200 people came'", id="over two sentences"),
    ],
)
def test_a_quote_may_differ_in_typography(tmp_path: Path, quote: str) -> None:
    assert faults(gold(tmp_path, fact(quote=quote, states="x", value="", **{"with": ""}))) == []


@pytest.mark.parametrize(
    ("quote", "advice"),
    [
        pytest.param(
            "Mayor Ann Lee opened the bridge on Monday",
            'nearest is "Mayor Ann Lee opened the bridge on"',
            id="another day",
        ),
        pytest.param(
            "Some 200 people came", 'nearest is "Some 1,200 people came."', id="end of a number"
        ),
        pytest.param("some 1,200 people came", 'nearest is "Some 1,200 people', id="other case"),
        pytest.param(
            "Penguins march over frozen seas", "nothing in the article is like it", id="elsewhere"
        ),
        pytest.param("party ended on 5 October", "nearest is", id="inside 25 October"),
    ],
)
def test_a_quote_stands_in_the_article_word_for_word(
    tmp_path: Path, quote: str, advice: str
) -> None:
    (fault,) = faults(gold(tmp_path, fact(quote=quote, value="", **{"with": ""})))
    assert fault.startswith("8: fact opening: the quote is not in the article word for word: ")
    assert advice in fault


COST = '"The bridge cost $4.2 million and is 500 miles (800 km) from the coast."'


@pytest.mark.parametrize(
    ("value", "quote", "states", "faulty"),
    [
        pytest.param("{date: '2015-08'}", "", "", [], id="a month, of a day"),
        pytest.param("{date: '2015-08-21'}", "", "", ["quote", "statement"], id="another day"),
        pytest.param(
            "{date: '2015'}", "", "He did in 2016.", ["statement"], id="another year said"
        ),
        pytest.param(
            "{date: '--10-25'}",
            '"ended on 25 October"',
            "It ended on 25 October.",
            [],
            id="no year",
        ),
        pytest.param(
            "{date: '--10-05'}",
            '"ended on 25 October"',
            "It ended on 5 October.",
            ["quote"],
            id="5 is not in 25",
        ),
        pytest.param(
            "{number: {amount: 500, unit: miles}}", COST, "It is 500 miles.", [], id="miles"
        ),
        pytest.param(
            "{number: {amount: 800, unit: miles}}",
            COST,
            "It is 800 miles away.",
            ["quote"],
            id="800 are kilometres",
        ),
        pytest.param(
            "{number: {amount: 1200, unit: guests}}",
            '"Some 1,200 people came."',
            "There were 1,200 guests.",
            [],
            id="what is counted may have another word",
        ),
        pytest.param(
            "{number: {amount: 200, unit: people}}",
            '"Some 1,200 people came."',
            "Some 200 people came.",
            ["quote"],
            id="200 is not in 1,200",
        ),
        pytest.param(
            "{number: {amount: 2, unit: years}}",
            '"two years after"',
            "2 years after.",
            [],
            id="word",
        ),
        pytest.param(
            "{money: {amount: 4200000, currency: USD}}", COST, "It cost US$4.2m.", [], id="money"
        ),
        pytest.param(
            '{money: {amount: 4200000, currency: "$"}}', COST, "It cost $4,200,000.", [], id="sign"
        ),
        pytest.param(
            "{money: {amount: 4200000, currency: EUR}}",
            COST,
            "It cost 4.2 million euros.",
            ["quote"],
            id="another currency",
        ),
        pytest.param(
            "{money: {amount: 4, currency: XQX}}",
            COST,
            "It cost XQX 4.",
            ["currency"],
            id="no such currency",
        ),
        pytest.param(
            "{percent: 25}",
            '"A quarter of the seats were empty"',
            "25% were empty.",
            [],
            id="share",
        ),
        pytest.param(
            "{percent: 40}",
            '"A quarter of the seats were empty"',
            "40% were empty.",
            ["quote"],
            id="another share",
        ),
        pytest.param("{name: Ann Lee}", '"said Lee"', "Lee said so.", [], id="a shorter name"),
        pytest.param("{name: Tom Roe}", "", "", ["quote", "statement"], id="another name"),
        pytest.param(
            "{quote: {text: waited long enough, speaker: Ann Lee}}",
            "'“We have waited long enough,” said Lee.'",
            "'Ann Lee said they had \"waited long enough\".'",
            [],
            id="words",
        ),
        pytest.param(
            "{quote: {text: waited too long, speaker: Bob Cox}}",
            "'“We have waited long enough,” said Lee.'",
            "'Ann Lee said they had \"waited too long\".'",
            ["quote", "speaker"],
            id="other words of nobody there",
        ),
    ],
)
def test_a_value_is_in_its_quote_and_in_its_statement(
    tmp_path: Path, value: str, quote: str, states: str, faulty: list[str]
) -> None:
    parts = {"value": value, "with": ""}
    parts |= {"quote": quote} if quote else {}
    parts |= {"states": states} if states else {}
    found = faults(gold(tmp_path, fact(**parts)))
    signs = {
        "quote": "is not in the quote: quote the words that say it",
        "statement": "is not in the statement: state it",
        "speaker": "is not named in the article",
        "currency": "currency XQX is not known",
    }
    assert sorted(found) == sorted(f for f in found if any(signs[s] in f for s in faulty))
    assert all(any(signs[s] in f for f in found) for s in faulty)


@pytest.mark.parametrize(
    ("published", "quote", "day", "advice"),
    [
        pytest.param(
            "null",
            "Mayor Ann Lee opened the bridge on Tuesday",
            "2015-08-18",
            '"Tuesday" says it only with the day of publication: write published: "YYYY-MM-DD", or',
            id="a weekday, and no day of publication",
        ),
        pytest.param(
            "null",
            "the party ended on 25 October",
            "2014-10-25",
            '"25 October" says it only with the day of publication: write published: "YYYY-MM-DD"',
            id="a day without its year",
        ),
        pytest.param(
            "null",
            "the party ended on 25 October",
            "2014-10-05",
            "quote the words that say it",
            id="another day, whenever it was published",
        ),
        pytest.param(
            "null",
            "Mayor Ann Lee opened the bridge on Tuesday",
            "2015-08-17",
            "quote the words that say it",
            id="a Monday",
        ),
        pytest.param(
            "2016-08-24",
            "Mayor Ann Lee opened the bridge on Tuesday",
            "2015-08-18",
            '"Tuesday" is 23 August 2016 in what was published on 2016-08-24: correct published,',
            id="the wrong day of publication",
        ),
    ],
)
def test_where_the_day_of_publication_is_at_fault_it_is_named(
    tmp_path: Path, published: str, quote: str, day: str, advice: str
) -> None:
    head = HEAD.replace('"2015-08-21"', published)
    states = f"Mayor Ann Lee opened the bridge on {day}."
    found = faults(
        gold(tmp_path, fact(quote=quote, value=f"{{date: {day}}}", states=states), head=head)
    )
    assert len(found) == 1
    assert found[0].startswith(f"9: fact opening: date {day} is not in the quote: {advice}")


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("[open]", None),
        ("[ceremony, Bridge]", None),
        ("[ceremony]", "10: fact opening: none of its with-words (ceremony) is in its own"),
        ("[ridge]", "10: fact opening: none of its with-words (ridge) is in its own"),
    ],
)
def test_a_with_word_begins_a_word_of_its_own_fact(
    tmp_path: Path, words: str, fault: str | None
) -> None:
    found = faults(gold(tmp_path, fact(**{"with": words})))
    assert len(found) == (fault is not None)
    assert all(f.startswith(fault or "") for f in found)


def test_with_words_need_a_value(tmp_path: Path) -> None:
    (fault,) = faults(gold(tmp_path, fact(value="")))
    assert fault.startswith("9: fact opening: has with-words but no value")


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        pytest.param(
            {"breaks": "closing"},
            '14: trap wrong-day: there is no fact "closing": name one of opening, or null',
            id="breaks nothing there",
        ),
        pytest.param({"breaks": "null"}, None, id="breaks none"),
        pytest.param(
            {"id": "opening"}, '12: id "opening" is already on line 6: ids are unique', id="same id"
        ),
        pytest.param(
            {
                "states": "On 18 August 2015 the mayor opened it.",
                "value": "{date: '2015-08-18'}",
                "with": "[opened]",
            },
            "15: trap wrong-day: has the value of the fact opening with the same words",
            id="true",
        ),
        pytest.param(
            {
                "states": "The mayor opened it in August 2015.",
                "value": "{date: '2015-08'}",
                "with": "[opened]",
            },
            "15: trap wrong-day: has the value of the fact opening with the same words",
            id="follows from what is true",
        ),
        pytest.param(
            {
                "states": "The party ended on 18 August 2015.",
                "value": "{date: '2015-08-18'}",
                "with": "[ended]",
            },
            None,
            id="the value of another event",
        ),
        pytest.param(
            {
                "states": "The bridge was closed on 18 August 2015.",
                "value": "{date: '2015-08-18'}",
                "with": "[closed]",
            },
            '15: trap wrong-day: the article itself falls into it: "Mayor Ann Lee opened the',
            id="the value stands with that word there, too",
        ),
        pytest.param(
            {
                "states": "Mayor Ann Lee opened the bridge on 18 August 2015",
                "value": "",
                "with": "",
            },
            "13: trap wrong-day: says what the fact opening says: a trap must be wrong",
            id="the fact again",
        ),
        pytest.param(
            {"states": "Some 1,200 people came.", "value": "", "with": ""},
            '13: trap wrong-day: the article itself falls into it: "Some 1,200 people came.": a',
            id="a sentence of the article",
        ),
        pytest.param(
            {
                "states": "The bridge is 800 kilometres from the coast.",
                "value": "{number: {amount: 800, unit: km}}",
                "with": "[coast]",
            },
            '15: trap wrong-day: the article itself falls into it: "The bridge cost $4.2 million',
            id="its value stands there with its words",
        ),
        pytest.param(
            {
                "states": "25% of the seats were empty.",
                "value": "{percent: 25}",
                "with": "[empty]",
            },
            '15: trap wrong-day: the article itself falls into it: "A quarter of the seats were',
            id="its value stands there in other words",
        ),
        pytest.param(
            {
                "states": "Two bridges are 800 kilometres from the coast.",
                "value": "{number: {amount: 2, unit: bridges}}",
                "with": "[coast]",
            },
            None,
            id="another value",
        ),
        pytest.param(
            {"states": "The bridge cost $4.2 million", "value": "", "with": ""},
            '13: trap wrong-day: the article itself falls into it: "The bridge cost $4.2 million',
            id="the beginning of a sentence",
        ),
        pytest.param(
            {"states": "The party ended on 25 October.", "value": "", "with": "", "breaks": "null"},
            '13: trap wrong-day: the article itself falls into it: "A quarter of the seats were',
            id="the end of a sentence",
        ),
        pytest.param(
            {"states": "The driver Tom Roe stole the ribbon.", "value": "", "with": ""},
            None,
            id="a sentence without its hedge",
        ),
        pytest.param(
            {"states": "Ten cats on a wall", "value": "", "with": ""}, None, id="an advertisement"
        ),
        pytest.param(
            {"states": "It opened on 20 August 2015."},
            "15: trap wrong-day: date 2015-08-21 is not in the statement",
            id="another value than it states",
        ),
    ],
)
def test_a_trap_is_wrong_and_breaks_a_fact_that_is_there(
    tmp_path: Path, wrong: dict[str, str], expected: str | None
) -> None:
    found = faults(gold(tmp_path, fact(), traps=trap(**wrong)))
    assert len(found) == (expected is not None)
    assert all(f.startswith(expected or "") for f in found)


@pytest.mark.parametrize(
    ("value", "states", "words", "collides"),
    [
        pytest.param("{date: '2015-08'}", "In August 2015.", "[opened]", True, id="a month of it"),
        pytest.param("{date: '2015-08'}", "In August 2015.", "[mayor]", False, id="its own words"),
        pytest.param("{date: '2015-08'}", "In August 2015.", "[bridge, ann]", False, id="one word"),
        pytest.param("{date: '2015-08'}", "In August 2015.", "", True, id="any words"),
        pytest.param("{name: Ann Lee}", "Mayor Ann Lee", "[opened]", False, id="another kind"),
    ],
)
def test_two_facts_can_be_told_apart(
    tmp_path: Path, value: str, states: str, words: str, *, collides: bool
) -> None:
    second = fact(id="again", states=f"{states} Mayor Ann opened the bridge.", value=value)
    second = second.replace("[opened, bridge]", words) if words else second
    if not words:
        second = second.replace("    with: [opened, bridge]\n", "")
    found = faults(gold(tmp_path, fact() + second))
    assert len(found) == collides
    assert all("cannot be told from the date 2015-08-18 of the fact opening" in f for f in found)


@pytest.mark.parametrize(
    ("one", "other", "collides"),
    [
        ("{name: Lee}", "{name: Ann Lee}", True),
        ("{name: Ann Lee}", "{name: Tom Roe}", False),
        ("{number: {amount: 1200, unit: people}}", "{number: {amount: 1200, unit: guests}}", True),
        ("{number: {amount: 500, unit: miles}}", "{number: {amount: 500, unit: km}}", False),
        ("{number: {amount: 25, unit: seats}}", "{percent: 25}", False),
        ("{quote: {text: long enough}}", "{quote: {text: waited long enough}}", True),
        ("{date: --10-25}", "{date: --10-05}", False),
        ("{date: --10-25}", "{date: 2017-10-25}", True),
    ],
)
def test_a_value_inside_another_cannot_be_told_apart(
    tmp_path: Path, one: str, other: str, *, collides: bool
) -> None:
    parts = [{"id": "a", "value": one}, {"id": "b", "value": other}]
    found = faults(gold(tmp_path, "".join(fact(**p) for p in parts)))
    assert any("cannot be told from" in f for f in found) == collides


def test_all_faults_are_told_and_those_of_form_without_the_article(tmp_path: Path) -> None:
    file = gold(tmp_path, fact(quote="x", **{"with": "[zoo]"}), traps=trap(breaks="zoo"))
    assert [f.split(":")[0] for f in faults(file)] == ["8", "9", "10", "14"]
    (tmp_path / "bridge.txt").unlink()
    assert [f.split(":")[0] for f in faults(file)] == ["2", "10", "14"]


def test_a_file_without_facts_measures_nothing(tmp_path: Path) -> None:
    file = gold(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("facts:")] + "facts: []\n", encoding="utf-8")
    assert faults(file) == ["5: has no facts: there is nothing to measure"]
