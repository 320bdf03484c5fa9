from datetime import date
from pathlib import Path

import pytest

from evals.scoring.trials import trial_of, trial_of_text
from summarize.article import Article, read
from summarize.errors import InputError
from summarize.models.lead import Lead
from summarize.pipeline.pipeline import summarize_article
from summarize.prompt import load_prompt
from summarize.summary import Summary
from tests.evals.metrics.made import FIRST, STORY, article, gold


@pytest.fixture
def about(tmp_path: Path) -> Article:
    file = tmp_path / "schools.txt"
    file.write_text(STORY, encoding="utf-8")
    return read(str(file), published=date(2017, 5, 5))


@pytest.fixture
def ours(about: Article) -> Summary:
    import asyncio

    return asyncio.run(summarize_article(about, load_prompt("brief"), Lead()))


def test_our_summary_keeps_fields_evidence_and_system(about: Article, ours: Summary) -> None:
    trial = trial_of(ours, about, gold())
    assert trial.system == "lead brief"
    assert trial.summary is ours
    first = trial.said[0]
    assert (first.text, first.field, first.passed) == (FIRST, "key_points", True)
    assert [span.of(about.text) for span in first.evidence or ()] == [FIRST]


def test_only_the_fields_asked_for_are_looked_at(about: Article, ours: Summary) -> None:
    fields = {s.field for s in trial_of(ours, about, gold(), fields=("dates", "names")).said}
    assert fields <= {"dates", "names"}
    assert "dates" in fields
    assert not trial_of(ours, about, gold(), fields=("headline",)).said


def test_evidence_that_is_not_at_its_place_is_no_evidence(about: Article, ours: Summary) -> None:
    record = ours.model_dump(mode="json")
    record["key_points"][0]["evidence"][0]["text"] = "The council of York voted."
    record["key_points"][1]["evidence"][0]["end"] += 4000
    trial = trial_of(Summary.model_validate(record), about, gold())
    assert [s.evidence for s in trial.said if s.field == "key_points"][:2] == [(), ()]


def test_a_summary_of_another_text_is_refused(ours: Summary) -> None:
    with pytest.raises(InputError, match="was made from another text"):
        trial_of(ours, article(STORY + "\nOne sentence more."), gold())


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        pytest.param("Leeds voted.", ["Leeds voted."], id="one"),
        pytest.param(
            "Mr. Poe voted on Jan. 5. He won.", ["Mr. Poe voted on Jan. 5.", "He won."], id="two"
        ),
        pytest.param(
            "- Leeds voted.\n- York did not.\n", ["Leeds voted.", "York did not."], id="-"
        ),
        pytest.param(
            "1. Leeds voted.\n2) York did not.", ["Leeds voted.", "York did not."], id="1."
        ),
        pytest.param("Leeds voted.\n\n* * *\n", ["Leeds voted."], id="a rule says nothing"),
        pytest.param(
            "12 schools close. 4 stay.",
            ["12 schools close.", "4 stay."],
            id="numbers are no bullets",
        ),
    ],
)
def test_plain_text_becomes_sentences_without_evidence(text: str, statements: list[str]) -> None:
    trial = trial_of_text(text, article(), gold(), "ann")
    assert [s.text for s in trial.said] == statements
    assert all(s.evidence is None and s.passed is None and s.field == "text" for s in trial.said)
