"""A suite file that cannot be used says on which line, and how to mend it."""

from pathlib import Path

import pytest

from evals.gold.fault import GoldError
from evals.suite import SuiteError, find_suite, load_gold, load_prompts, load_suite
from summarize.errors import InputError
from tests.evals.run.suites import SUITE, write_suite

OURS = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("", 1, "is no suite", id="empty"),
        pytest.param("- a\n", 1, "is no suite", id="a list"),
        pytest.param("name: [\n", 2, "is not YAML", id="not YAML"),
        pytest.param(SUITE + "name: other\n", 5, '"name" twice, first on line 1', id="repeated"),
        pytest.param(SUITE + "model: [x]\n", 5, 'unknown key "model"', id="unknown key"),
        pytest.param(SUITE.replace("models:", "# "), 1, 'has no "models"', id="missing"),
        pytest.param(SUITE.replace("small", "My Suite"), 1, "lower case", id="name"),
        pytest.param(SUITE + "repeat: 0\n", 5, '"repeat" cannot be 0', id="no repeat"),
        pytest.param(SUITE + "repeat: two\n", 5, "how often each question", id="repeat in words"),
        pytest.param(SUITE.replace("[brief]", "brief"), 3, "a list of prompts", id="no list"),
        pytest.param(SUITE.replace("[brief]", "[]"), 3, "a list of prompts", id="empty list"),
        pytest.param(
            SUITE + "prices: {m: {inptu: 1}}\n",
            5,
            "write prices in US dollars",
            id="price misspelt",
        ),
        pytest.param(
            SUITE + "prices: {m: {input: -1, output: 1}}\n", 5, "cannot be -1", id="price below 0"
        ),
    ],
)
def test_a_fault_of_form_has_its_line(tmp_path, text, line, words):
    path = tmp_path / "suite.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SuiteError) as caught:
        load_suite(path)
    assert f"{path}:{line}: " in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("suite", "line", "words"),
    [
        pytest.param("gold/none*.yaml", 2, "finds no file", id="pattern"),
        pytest.param("gold/none.yaml", 2, "finds no file", id="file"),
        pytest.param("/gold/*.yaml", 2, "relative to this file", id="absolute"),
    ],
)
def test_gold_that_is_not_there_has_its_line(tmp_path, suite, line, words):
    path = write_suite(tmp_path, suite=SUITE.replace("gold/*.yaml", suite))
    with pytest.raises(SuiteError, match=words) as caught:
        load_gold(load_suite(path))
    assert f"{path}:{line}: " in str(caught.value)


def test_gold_with_a_quote_that_is_not_in_its_article_is_refused(tmp_path):
    suite = load_suite(write_suite(tmp_path))
    gold = tmp_path / "gold" / "bridge.yaml"
    text = gold.read_text("utf-8")
    gold.write_text(text.replace("    quote: ", "    quote: Never ", 1), encoding="utf-8")
    with pytest.raises(GoldError, match=r"bridge\.yaml:\d+: fact [\w-]+: the quote is not in the"):
        load_gold(suite)


def test_a_prompt_that_is_not_there_has_its_line(tmp_path):
    path = write_suite(tmp_path, suite=SUITE.replace("[brief]", "[brief, brif]"))
    with pytest.raises(SuiteError, match="brif") as caught:
        load_prompts(load_suite(path))
    assert f"{path}:3: " in str(caught.value)


def test_a_prompt_may_lie_beside_the_suite(tmp_path):
    path = write_suite(tmp_path, suite=SUITE.replace("[brief]", "[mine.md]"))
    text = (OURS / "prompts" / "brief.md").read_text(encoding="utf-8")
    (tmp_path / "mine.md").write_text(text, encoding="utf-8")
    assert [prompt.name for prompt in load_prompts(load_suite(path))] == ["mine"]


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("gold/*.yaml", id="below"),
        pytest.param("../suites/gold/*.yaml", id="above"),
        pytest.param("gold", id="a folder"),
        pytest.param("**/*.yaml", id="anywhere"),
    ],
)
def test_gold_is_found_relative_to_the_suite(tmp_path, monkeypatch, pattern):
    folder = tmp_path / "suites"
    text = SUITE.replace("[gold/*.yaml]", f'["{pattern}"]')
    path = write_suite(folder, names=("a", "b"), suite=text)
    path = path.rename(tmp_path / "suites" / "gold.suite") if pattern.startswith("**") else path
    monkeypatch.chdir("/")
    assert [item.article.id for item in load_gold(load_suite(path))] == ["a", "b"]


def test_an_article_that_has_changed_is_told_by_the_gold(tmp_path):
    path = write_suite(tmp_path)
    article = tmp_path / "articles" / "bridge.txt"
    article.write_text(article.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    with pytest.raises(GoldError, match="has changed since the gold was written"):
        load_gold(load_suite(path))


def test_without_a_suite_that_of_the_checkout_is_meant(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = find_suite(None)
    assert found == OURS / "evals" / "suites" / "default.yaml"
    assert load_suite(found).suite.name == "default"


def test_an_installed_package_has_no_suite_to_fall_back_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("evals.suite.__file__", str(tmp_path / "site-packages/evals/suite.py"))
    with pytest.raises(InputError, match=r"no evals/suites/default\.yaml here: name one"):
        find_suite(None)
