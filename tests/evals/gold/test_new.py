import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gold.load import load
from evals.gold.new import _quoted, new
from evals.gold.passages import passage
from evals.gold.propose import Proposal, _beginning, propose
from evals.gold.yaml_lines import read_yaml
from evals.proof import check_file
from summarize.article import from_text, read
from summarize.errors import InputError
from summarize.values.span import Span
from tests.evals.gold.files import folder

ROOT = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("SUMMARIZE_DATA", ROOT / ".." / "shared"))
ARTICLES = sorted([*ROOT.glob("seeds/*.txt"), *DATA.glob("suites/gum-news/articles/*.txt")])


def started(path: Path) -> Path:
    """Start the gold file of the small article."""
    article = read(str(folder(path) / "bridge.txt"), published=date(2015, 8, 21))
    file = path / "bridge.yaml"
    file.write_text(new(article, file), encoding="utf-8")
    return file


def test_what_is_started_passes_the_check(tmp_path: Path) -> None:
    assert check_file(started(tmp_path))[1] == []


@pytest.mark.parametrize("source", ARTICLES, ids=lambda path: path.stem)
def test_what_is_started_for_a_real_article_passes_the_check(source: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(new(read(str(source)), file), encoding="utf-8")
    loaded, found = check_file(file)
    assert found == []
    assert loaded is not None
    assert len(loaded.gold.facts) >= 10


def test_each_value_is_proposed_typed_with_the_words_around_it(tmp_path: Path) -> None:
    facts = load(started(tmp_path)).gold.facts
    values = [fact.value.model_dump(exclude_none=True) for fact in facts if fact.value]
    assert {"date": "2015-08-18"} in values
    assert {"date": "2014-10-25"} in values
    assert {"money": {"amount": 4200000, "currency": "$"}} in values
    assert {"number": {"amount": 500, "unit": "mile"}} in values
    assert {"number": {"amount": 1200, "unit": "person"}} in values or {
        "number": {"amount": 1200, "unit": "people"}
    } in values
    assert {"percent": 25} in values
    assert {"quote": {"text": "We have waited long enough", "speaker": "Ann Lee"}} in values
    money = next(fact for fact in facts if fact.value and fact.value.money)
    assert "cost" in money.with_


def test_relative_dates_are_written_out_in_the_statement_and_kept_in_the_quote(
    tmp_path: Path,
) -> None:
    facts = load(started(tmp_path)).gold.facts
    opening = next(f for f in facts if f.value and f.value.date == "2015-08-18")
    assert opening.states.startswith("Mayor Ann Lee opened the bridge on 18 August 2015")
    assert opening.quote.startswith("Mayor Ann Lee opened the bridge on Tuesday")


def test_nothing_is_proposed_from_an_advertisement(tmp_path: Path) -> None:
    assert "cats" not in started(tmp_path).read_text(encoding="utf-8")


def test_facts_come_in_the_order_of_the_text_and_leave_the_weight_to_the_editor(
    tmp_path: Path,
) -> None:
    file = started(tmp_path)
    numbers = [int(n) for n in re.findall(r"# sentence (\d+) of", file.read_text("utf-8"))]
    assert numbers == sorted(numbers)
    assert {fact.weight for fact in load(file).gold.facts} == {"may"}


def test_the_schema_is_named_where_it_is_near(tmp_path: Path) -> None:
    assert "yaml-language-server" not in started(tmp_path).read_text("utf-8")
    (tmp_path / "gold.schema.json").write_text("{}", encoding="utf-8")
    first = started(tmp_path).read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=gold.schema.json"


def test_the_example_of_a_trap_can_be_used(tmp_path: Path) -> None:
    file = started(tmp_path)
    text = file.read_text("utf-8")
    example = "\n".join(re.findall(r"^# ?((?:traps:|  - |    \w+:).*)$", text, re.MULTILINE))
    file.write_text(text.replace("\ntraps: []\n", f"\n{example}\n"), encoding="utf-8")
    loaded, found = check_file(file)
    assert found == []
    assert loaded is not None
    assert len(loaded.gold.traps) == 1


def proposals(text: str) -> list[Proposal]:
    """Return what is proposed for a text published on 21 August 2015."""
    return propose(from_text(text, published=date(2015, 8, 21)))


DAM = """\
Dam closed near Harwick

The Orvel Dam near Harwick in Norway was closed on Monday. Some 40 engineers of the Water Party's
union came at once.

"We are all safe here. Nobody needs to leave," said engineer Ada Lund,
who has worked for almost 15 years at the Orvel Dam. "It held in 1994. It will hold now."

Ada Lund of Harwick; from file, 2008.

The current flag of the Water Party.

Nils Berg of Oslo In the east of Norway, around 300 people already left Harwick last week.

Mayor Nils Berg, whose Water Party runs the town, lost his seat in the council.
"""


def test_places_are_proposed_where_they_are_and_a_party_not_where_a_person_is_told_of() -> None:
    named = {p.value.name: p for p in proposals(DAM) if p.value and p.value.name}
    assert "Norway" in named
    assert "lost his seat" in named["Nils Berg"].states
    assert named["Water Party"].states.startswith("Some 40 engineers")


def test_nothing_is_proposed_with_a_quotation_cut_in_two() -> None:
    for proposal in proposals(DAM):
        assert proposal.quote.count('"') % 2 == 0, proposal


def test_nothing_is_proposed_that_is_only_somebodys_words_but_the_quotation_itself() -> None:
    alone = [p for p in proposals(DAM) if "It held in 1994" in p.quote]
    assert all(p.value and p.value.quote for p in alone)


def test_a_caption_is_no_fact_neither_alone_nor_run_on_into_a_sentence() -> None:
    quotes = [p.quote for p in proposals(DAM)]
    assert not any("from file" in quote or "current flag" in quote for quote in quotes)
    assert any(quote.startswith("In the east of Norway") for quote in quotes)
    assert not any("of Oslo In" in quote for quote in quotes)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param("Ann Lee of HP In the Old Port area, four were elected.", 14, id="cut"),
        pytest.param("Her film A Day In the Life was shown in the town.", None, id="a title"),
        pytest.param("He lives In the town.", None, id="too short to tell"),
        pytest.param("She plays for Live In Concert.", None, id="a name"),
    ],
)
def test_a_caption_that_has_run_on_is_cut_off(text: str, cut: int | None) -> None:
    article = from_text(f"Title of the story\n\n{text} Nobody was hurt in the accident.\n")
    start = article.text.index(text)
    words = passage(article, Span(start + len(text) - 8, start + len(text) - 1))
    assert words is not None
    assert words.start - start == (cut or 0)


def test_words_that_stand_with_anything_bind_nothing() -> None:
    words = {word for p in proposals(DAM) for word in p.with_words}
    light = "around almost least already next last day week ago hour year left some now".split()
    assert words
    assert not words & set(light)


@pytest.mark.parametrize(
    ("word", "beginning"),
    [
        ("killed", "kill"),
        ("planned", "plan"),
        ("pilgrims", "pilgrim"),
        ("religious", "religious"),
        ("policies", "policies"),
        ("James", "james"),
    ],
)
def test_a_with_word_is_what_its_other_forms_begin_with(word: str, beginning: str) -> None:
    assert _beginning(word) == beginning


def test_an_article_without_anything_to_propose_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to propose"):
        new(from_text("READ ALSO: this"), tmp_path / "x.yaml")


@given(st.text(st.characters(codec="utf-8")))
def test_any_words_are_read_back_as_they_were(words: str) -> None:
    data, _, _ = read_yaml(f"key: {_quoted(words)}\n")
    assert data == {"key": words}
