"""A judge is asked the same of every summary, and its nonsense is an error and no score."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

pytest.importorskip("evals.deepeval_bridge.theirs", reason="DeepEval is not installed")

from evals.deepeval_bridge.goldens import case_of_text, goldens
from evals.deepeval_bridge.judges import JUDGES, by_questions, criteria
from evals.deepeval_bridge.models import ConfiguredModel
from summarize.errors import DraftError, InputError
from summarize.models import Request
from tests.evals.deepeval.scripted import Answer, Scripted, fields
from tests.evals.deepeval.suite import write_suite

pytestmark = pytest.mark.deepeval

Opened = Callable[[Callable[[Request], Answer]], tuple[Scripted, ConfiguredModel]]


@pytest.fixture
def about(tmp_path: Path) -> Any:
    write_suite(tmp_path)
    return goldens([tmp_path / "schools.yaml"])[0]


@pytest.fixture
def judge_by() -> Iterator[Opened]:
    opened: list[ConfiguredModel] = []

    def by(answer: Callable[[Request], Answer]) -> tuple[Scripted, ConfiguredModel]:
        scripted = Scripted(answer)
        opened.append(ConfiguredModel(scripted))
        return scripted, opened[-1]

    yield by
    for model in opened:
        model.close()


class Word(BaseModel):
    word: str


def test_an_answer_is_an_object_of_the_schema_and_the_schema_is_strict(judge_by: Opened) -> None:
    scripted, model = judge_by(lambda _: 'Here it is: {"word": "yes"}')
    assert model.generate("Say yes.", Word) == Word(word="yes")
    assert asyncio.run(model.a_generate("Say yes.", schema=Word)) == Word(word="yes")
    schema = scripted.asked[0].schema or {}
    assert (schema["required"], schema["additionalProperties"]) == (["word"], False)
    assert model.generate("Say yes.") == 'Here it is: {"word": "yes"}'
    assert scripted.asked[-1].schema is None
    assert model.get_model_name() == "scripted/judge"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        pytest.param("Yes, it is.", "not a Word", id="no JSON"),
        pytest.param('{"word": 3}', "word: ", id="another type"),
        pytest.param("{", "cut off", id="cut off"),
    ],
)
def test_an_answer_without_the_form_is_an_error(judge_by: Opened, answer: str, why: str) -> None:
    _, model = judge_by(lambda _: answer)
    with pytest.raises(DraftError, match=why):
        model.generate("Say yes.", Word)


def test_a_closed_model_lets_go_of_ours(judge_by: Opened) -> None:
    scripted, model = judge_by(lambda _: "yes")
    model.close()
    model.close()
    assert scripted.closed


@pytest.mark.parametrize("name", ["fluency", "neutrality"])
def test_a_rubric_is_asked_with_its_own_steps_in_one_question(
    judge_by: Opened, about: Any, name: str
) -> None:
    scripted, model = judge_by(lambda _: {"reason": "reads well", "score": 7})
    metric = JUDGES[name](about, model)
    assert metric.measure(case_of_text(about, "Leeds closes 12 schools."), _show_indicator=False)
    assert (metric.score, metric.reason, metric.success) == (0.7, "reads well", True)
    assert [fields(request) for request in scripted.asked] == [{"reason", "score"}]
    asked = scripted.asked[0].messages[0].content
    criterion = criteria()[name]
    assert all(step in asked for step in criterion.steps)
    assert all(grade.means in asked for grade in criterion.rubric)
    assert ("Ann Poe" in asked) == ("article" in criterion.looks_at)


def test_a_score_beyond_the_rubric_is_no_score(judge_by: Opened, about: Any) -> None:
    _, model = judge_by(lambda _: {"reason": "perfect", "score": 12})
    metric = JUDGES["fluency"](about, model)
    with pytest.raises(DraftError, match="gave fluency 12 of 10"):
        metric.measure(case_of_text(about, "Leeds."), _show_indicator=False)
    assert metric.score is None


def test_every_rubric_runs_from_0_to_10_without_a_gap() -> None:
    for criterion in criteria().values():
        told = [n for g in criterion.rubric for n in range(g.least, g.most + 1)]
        assert told == list(range(11))


def _reader(request: Request) -> Answer:
    """Answer as a judge for whom the article tells all and the summary half of it."""
    asked = fields(request)
    if "answers" in asked:
        text = request.messages[0].content
        return {"answers": ["yes", "yes" if "Ann Poe" in text else "no"]}
    if "verdicts" in asked:
        return {"verdicts": [{"verdict": "yes", "reason": "it is so"}]}
    if "reason" in asked:
        return {"reason": "half is missing"}
    return {name: ["Leeds closes 12 schools."] for name in asked}


def test_the_questions_are_the_editors_own(judge_by: Opened, about: Any) -> None:
    scripted, model = judge_by(_reader)
    metric = JUDGES["questions"](about, model)
    assert (
        metric.measure(case_of_text(about, "Leeds closes schools."), _show_indicator=False) == 0.5
    )
    asked = [r.messages[0].content for r in scripted.asked if "answers" in fields(r)]
    assert len(asked) == 2
    for states in about.additional_metadata["must"].values():
        assert all(states in text for text in asked)
    assert not any("questions" in fields(request) for request in scripted.asked)


@pytest.mark.parametrize(
    ("of_article", "of_summary"),
    [
        pytest.param(1, 1, id="one for all"),
        pytest.param(30, 30, id="too many"),
        pytest.param(3, 2, id="too many of the article"),
        pytest.param(2, 0, id="none of the summary"),
    ],
)
def test_as_many_answers_as_questions_or_no_score(
    judge_by: Opened, about: Any, of_article: int, of_summary: int
) -> None:
    def careless(request: Request) -> Answer:
        if "answers" not in fields(request):
            return _reader(request)
        is_article = "Ann Poe" in request.messages[0].content
        return {"answers": ["yes"] * (of_article if is_article else of_summary)}

    _, model = judge_by(careless)
    metric = JUDGES["questions"](about, model)
    with pytest.raises(DraftError, match=r"do not fit the questions \(\d+ to 2\)"):
        metric.measure(case_of_text(about, "Leeds closes schools."), _show_indicator=False)
    assert metric.score is None


def test_each_article_gets_its_own_questions(judge_by: Opened, about: Any) -> None:
    _, model = judge_by(_reader)
    other = about.model_copy(update={"additional_metadata": {"must": {"rain": "It rained."}}})
    first, second = (JUDGES["questions"](golden, model) for golden in (about, other))
    assert first is not second
    assert second.assessment_questions == ["Does the text say this? It rained."]
    assert JUDGES["fluency"](about, model) is not JUDGES["fluency"](about, model)


def test_without_a_must_fact_nothing_is_made_up(judge_by: Opened, about: Any) -> None:
    _, model = judge_by(_reader)
    bare = about.model_copy(update={"additional_metadata": {"must": {}}})
    with pytest.raises(InputError, match="no must-fact"):
        by_questions(bare, model)
