import contextlib
import hashlib
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gold.fault import GoldError
from evals.gold.load import Loaded, gold_files, load, load_article
from evals.gold.model import date_value
from evals.gold.yaml_lines import FileFaultError, read_yaml
from summarize.values.date_value import DateValue
from tests.evals.gold.files import ARTICLE, FACT, HEAD, fact, gold, loading, trap


def test_a_gold_file_is_loaded_with_the_line_of_everything(tmp_path: Path) -> None:
    loaded = load(gold(tmp_path, traps=trap()))
    assert loaded.line("sha256") == 3
    assert loaded.line("facts", 0) == 6
    assert loaded.line("facts", 0, "quote") == 8
    assert loaded.line("facts", 0, "value", "date") == 9
    assert loaded.line_of == {"opening": 6, "wrong-day": 13}


def test_what_the_file_leaves_out_has_the_line_of_what_is_around_it(tmp_path: Path) -> None:
    loaded = load(gold(tmp_path, fact(value="", **{"with": ""})))
    assert loaded.line("facts", 0, "value") == 6
    assert loaded.line("traps") == 1


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ('"2015-08-21"', date(2015, 8, 21)),
        ("2015-08-21", date(2015, 8, 21)),
        ("null", None),
        ("", None),
    ],
)
def test_published_is_text_or_a_date_or_null(
    tmp_path: Path, written: str, means: date | None
) -> None:
    file = gold(tmp_path, head=HEAD.replace('"2015-08-21"', written))
    assert load(file).gold.published == means


@pytest.mark.parametrize("written", ["2015", "20.5", "true", "2015-08-21 10:00:00"])
def test_published_is_never_read_as_seconds(tmp_path: Path, written: str) -> None:
    file = gold(tmp_path, head=HEAD.replace('"2015-08-21"', written))
    (fault,) = loading(file)  # type: ignore[misc]
    assert fault.startswith('4: "published": write the day of publication as YYYY-MM-DD')


@pytest.mark.parametrize("written", ["21 August 2015", "2015-02-30", "soon", "21/8/2015"])
def test_published_in_another_form_is_shown_with_the_right_one(
    tmp_path: Path, written: str
) -> None:
    file = gold(tmp_path, head=HEAD.replace("2015-08-21", written))
    assert loading(file) == [
        f"4: \"published\" cannot be '{written}': write the day of publication as YYYY-MM-DD, or "
        "null when it is not known"
    ]


def test_a_digest_may_be_in_capitals(tmp_path: Path) -> None:
    file = gold(tmp_path)
    capitals = re.sub(r"[0-9a-f]{64}", lambda match: match[0].upper(), file.read_text("utf-8"))
    file.write_text(capitals, encoding="utf-8")
    assert load_article(load(file)).text == ARTICLE


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ('"2016"', DateValue(2016)),
        ("2016", DateValue(2016)),
        ("2016-07", DateValue(2016, 7)),
        ("2016-07-20", DateValue(2016, 7, 20)),
        ("--10-25", DateValue(None, 10, 25)),
        ("--02-29", DateValue(None, 2, 29)),
        ("--02", DateValue(None, 2)),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(
    tmp_path: Path, written: str, means: DateValue
) -> None:
    value = load(gold(tmp_path, fact(value=f"{{date: {written}}}"))).gold.facts[0].value
    assert value is not None
    assert value.as_date() == means


@pytest.mark.parametrize(
    "written", ["2015-02-30", '"2015-13"', '"--02-30"', '"0000"', '"25 October"', "16", '"--10-"']
)
def test_a_date_that_is_none_is_a_fault(tmp_path: Path, written: str) -> None:
    (fault,) = loading(gold(tmp_path, fact(value=f"{{date: {written}}}")))  # type: ignore[misc]
    assert fault.startswith('9: fact opening: "date"')


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_of_the_calendar_can_be_written(day: date) -> None:
    assert date_value(day.isoformat()) == DateValue(day.year, day.month, day.day)
    assert date_value(f"--{day:%m-%d}") == DateValue(None, day.month, day.day)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            fact(quote=""),
            '6: fact opening: has no "quote": the words of the article that prove it, verbatim',
            id="no quote",
        ),
        pytest.param(
            fact(quot="x"),
            '11: fact opening: unknown key "quot": do you mean "quote"?',
            id="misspelt",
        ),
        pytest.param(fact(bla="x"), '11: fact opening: unknown key "bla": the keys', id="unknown"),
        pytest.param(
            fact(states="no"),
            '7: fact opening: "states" is text: put false in quotation marks',
            id="a word that YAML takes for false",
        ),
        pytest.param(
            fact(**{"with": "[bridge, 2018]"}),
            '10: fact opening: "with number 2" is text: put 2018 in quotation marks',
            id="a number where words are wanted",
        ),
        pytest.param(
            fact(id="Opening Day"),
            "6: fact Opening Day: \"id\" cannot be 'Opening Day': write it in lower case",
            id="an id that is none",
        ),
        pytest.param(
            fact(value="{date: '2015', percent: 5}"),
            '9: fact opening: "value": a value is exactly one of date, number, money, percent,',
            id="two values",
        ),
        pytest.param(fact(value="{}"), '9: fact opening: "value": a value is exactly', id="none"),
        pytest.param(
            fact(value="{percent: .nan}"),
            '9: fact opening: "percent" cannot be nan: write it in digits alone, such as 58',
            id="not a number",
        ),
        pytest.param(
            fact(value="{percent: 25%}"),
            "9: fact opening: \"percent\" cannot be '25%': write it in digits alone: 25",
            id="a percentage with its sign",
        ),
        pytest.param(
            fact(value="{percent: a quarter}"),
            "9: fact opening: \"percent\" cannot be 'a quarter': write it in digits alone: 25",
            id="a share in words",
        ),
        pytest.param(
            fact(value='{number: {amount: "11,200", unit: people}}'),
            "9: fact opening: \"amount\" cannot be '11,200': write it in digits alone: 11200",
            id="a number with a comma",
        ),
        pytest.param(
            fact(value="{money: {amount: 4.2 billion, currency: $}}"),
            "9: fact opening: \"amount\" cannot be '4.2 billion': write it in digits alone: 42",
            id="a sum in words",
        ),
        pytest.param(
            fact(value="{number: {amount: many, unit: people}}"),
            "9: fact opening: \"amount\" cannot be 'many': write it in digits alone, such as 42000",
            id="no number",
        ),
        pytest.param(
            fact(value="{number: {amount: [1], unit: people}}"),
            '9: fact opening: "amount" cannot be a list: write it in digits alone',
            id="a list for a number",
        ),
        pytest.param(
            fact(value="{money: {amount: 4, currency: dollars}}"),
            "9: fact opening: \"currency\" cannot be 'dollars': write its ISO 4217 code",
            id="a currency in words",
        ),
        pytest.param(
            fact(weight="often"),
            "11: fact opening: \"weight\" cannot be 'often': write 'must' or 'may'",
            id="weight",
        ),
        pytest.param("  - hello\n", '6: fact 1: "facts number 1" is not what it', id="no record"),
        pytest.param(
            fact(states="A bridge: a book."), "7: is not YAML: mapping values", id="a bare colon"
        ),
        pytest.param(
            fact(states="x", quote="y") + "    states: z\n",
            '11: has "states" twice, first on line 7: keep one',
            id="a key twice",
        ),
        pytest.param(
            FACT.replace("[opened", "&w [opened") + "  - *w\n",
            "10: holds an anchor used again",
            id="an alias",
        ),
        pytest.param("  - [" + "[" * 9000, "6: is nested deeper than 20 levels", id="very deep"),
        pytest.param("  - {? [a] : b}\n", "6: has a key that is not a word", id="a list as key"),
        pytest.param("  - !!python/name:os.system x\n", "6: is not YAML", id="code"),
    ],
)
def test_a_fault_of_form_has_its_line_and_a_way_out(
    tmp_path: Path, facts: str, expected: str
) -> None:
    found = loading(gold(tmp_path, facts))
    assert isinstance(found, list)
    assert found[0].startswith(expected)


def test_all_faults_are_told_in_order(tmp_path: Path) -> None:
    found = loading(gold(tmp_path, fact(states="", bla="x") + fact(quote="12")))
    assert isinstance(found, list)
    assert [fault.split(":")[0] for fault in found] == ["6", "10", "13"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1: is no gold file: start one with `summarize gold new ARTICLE`"),
        ("- a\n", "1: is no gold file"),
        ("a: [1,\n", "2: is not YAML"),
        ("a: 1\nb: \x00\n", "2: is not YAML"),
        ("a: 1\n\tb: 2\n", "2: is not YAML: found a tab character"),
        ("a: 1\n---\nb: 2\n", "2: is not YAML: but found another document"),
    ],
)
def test_what_is_no_gold_file_is_said_to_be_none(tmp_path: Path, text: str, expected: str) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(text, encoding="utf-8")
    found = loading(file)
    assert isinstance(found, list)
    assert found[0].startswith(expected)


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"gone.yaml:1: no such file") as raised:
        load(tmp_path / "gone.yaml")
    assert raised.value.exit_code == 2
    (tmp_path / "x.yaml").write_bytes("article: a\nwhy: café\n".encode("latin-1"))
    with pytest.raises(GoldError, match=r"x.yaml:2: is not UTF-8 text \(byte 0xe9\): save it as"):
        load(tmp_path / "x.yaml")


def test_a_byte_order_mark_is_fine(tmp_path: Path) -> None:
    file = gold(tmp_path)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert isinstance(load(file), Loaded)


@given(st.text())
def test_any_text_is_data_or_a_fault(text: str) -> None:
    with contextlib.suppress(FileFaultError):
        read_yaml(text)


def test_the_article_is_found_beside_the_gold_and_published_when_the_gold_says(
    tmp_path: Path,
) -> None:
    loaded = load(gold(tmp_path))
    article = load_article(loaded)
    assert article.text == ARTICLE
    assert article.published == date(2015, 8, 21)
    assert article.id == "bridge"


def test_an_article_that_is_gone_or_changed_is_told_with_what_to_do(tmp_path: Path) -> None:
    file = gold(tmp_path)
    (tmp_path / "bridge.txt").write_text("Other words.", encoding="utf-8")
    digest = hashlib.sha256(b"Other words.").hexdigest()
    with pytest.raises(GoldError, match=rf":3: .*has changed .* write sha256: {digest}"):
        load_article(load(file))
    (tmp_path / "bridge.txt").unlink()
    with pytest.raises(GoldError, match=r":2: article bridge.txt: no such file: the path is rel"):
        load_article(load(file))


@pytest.mark.parametrize("where", ["/etc/hostname", "https://example.org/a.html"])
def test_an_article_is_named_by_a_relative_path(tmp_path: Path, where: str) -> None:
    file = gold(tmp_path, head=HEAD.replace("bridge.txt", where))
    with pytest.raises(GoldError, match="write a path relative to this file"):
        load_article(load(file))


def test_a_folder_stands_for_its_yaml_files_and_each_counts_once(tmp_path: Path) -> None:
    file = gold(tmp_path)
    assert gold_files([tmp_path, file]) == [file]
    (tmp_path / "empty").mkdir()
    with pytest.raises(GoldError, match=r"has no \.yaml files"):
        gold_files([tmp_path / "empty"])
