"""A prompt that turns the support check on: a judge looks at each statement that passed."""

import json
import math

import pytest

from summarize.judge.logistic import Logistic
from summarize.models import Completion, Request, Usage
from summarize.prompt import load_prompt
from tests.pipeline.fake import PROMPTS, STORY, Fake, honest, run_with, saying, stated, story

LOOSE = "Transport inspectors closed the northern quay on 13 September 2015."


class Doubter(Fake):
    """Judges too: says No of what has these words, and otherwise Yes; or does not tell."""

    def __init__(self, answer, *, doubts="", tells=True, **more):
        super().__init__(answer, **more)
        self.doubts, self.tells = doubts, tells
        self.judged: list[str] = []

    async def complete(self, request: Request) -> Completion:
        if not request.top_logprobs:
            return await super().complete(request)
        self.judged.append(request.messages[-1].content)
        no = self.doubts and self.doubts in self.judged[-1]
        told = {"No" if no else "Yes": math.log(0.99), "Yes" if no else "No": math.log(0.01)}
        return Completion(
            "Yes", "stop", Usage(9, 0, 1), 0.0, first_tokens=told if self.tells else {}
        )


@pytest.fixture(autouse=True)
def at_its_word(monkeypatch):
    judge = Logistic({"asked": 1.0, "intercept": 0.0}, 0.4, 0.6, answers_of="local/one")
    for module in ("judge.supported", "pipeline.warn"):
        monkeypatch.setattr(f"summarize.{module}.with_a_model", lambda: judge)


@pytest.fixture
def judging(tmp_path):
    """A prompt like `brief` that has statements judged."""
    path = tmp_path / "judging.md"
    text = (PROMPTS / "brief.md").read_text(encoding="utf-8")
    path.write_text(text.replace("sampling:", "support: true\nsampling:", 1), encoding="utf-8")
    return load_prompt(str(path), PROMPTS)


def loose(request):
    """Word one sentence in words of its own, and the others honestly."""
    return (
        stated(LOOSE)
        if "closed the northern quay" in str(request.messages[-1])
        else honest(request)
    )


def of(statement):
    return {result.check: result for result in statement.checks}


def test_without_it_nobody_is_asked_to_judge():
    model = Doubter(saying(statement=loose))
    summary = run_with(model, load_prompt(str(PROMPTS / "brief.md")))
    assert model.judged == []
    assert not any("support" in of(point) for point in summary.key_points)


def test_what_is_supported_is_published_and_says_so(judging):
    model = Doubter(saying(statement=loose))
    summary = run_with(model, judging)
    assert any(LOOSE in asked for asked in model.judged)
    point = next(p for p in summary.key_points if p.statement == LOOSE)
    assert of(point)["support"].status == "passed"


def test_a_headline_that_stands_in_is_judged_too(judging):
    wrong, second = "Crane kills thirty in Dover", "Harbour of Dover hit as crane comes down"
    tops = iter((wrong, second))
    long = f"{STORY.partition(chr(10))[0]}, and what the harbour master and others say of it now"
    text = long + STORY[STORY.index("\n") :]
    answer = saying(
        headline=lambda _: json.dumps({"headline": {"evidence": [1], "statement": next(tops)}}),
        repair=stated(wrong),
    )
    summary = run_with(Doubter(answer, doubts=second), judging, story(text))
    assert summary.headline is None
    rejected = [r for r in summary.rejected if r.field == "headline"]
    assert [r.statement for r in rejected] == [wrong, second]
    assert "the article does not say all of it" in rejected[1].reasons[0]


def test_the_articles_own_words_need_no_judge(judging):
    model = Doubter(honest, doubts=" ")
    summary = run_with(model, judging)
    assert {rejected.field for rejected in summary.rejected} <= {"headline"}
    assert all(of(point)["support"].status == "passed" for point in summary.key_points)


def test_what_is_not_goes_back_with_the_reason_and_is_then_not_published(judging):
    model = Doubter(saying(statement=loose, repair=stated(LOOSE)), doubts=LOOSE)
    summary = run_with(model, judging)
    assert "Fault: the article does not say all of it" in str(model.of("repair")[0].messages[-1])
    shown = [s.statement for s in (*summary.key_points, *summary.abstract)]
    assert LOOSE not in shown


def test_a_model_that_does_not_tell_how_sure_it_is_rejects_nothing(judging):
    summary = run_with(Doubter(saying(statement=loose), tells=False), judging)
    point = next(p for p in summary.key_points if p.statement == LOOSE)
    assert of(point)["support"].status == "cannot-judge"


def test_a_model_that_the_weights_are_not_made_for_is_said_to_be(judging):
    codes = {warning.code for warning in run_with(Doubter(honest), judging).warnings}
    assert "support-weights" in codes
    other = Doubter(honest)
    other.name = "local/one"
    assert "support-weights" not in {w.code for w in run_with(other, judging).warnings}
