"""The support check, turned on by a prompt or by the caller: a judge looks at what passed."""

import json
import math
import re

import pytest

from summarize.errors import InputError, ModelError, PromptError
from summarize.judge.logistic import Logistic
from summarize.models import Completion, Request, Usage
from summarize.pipeline.judging import judge_named
from summarize.pipeline.opening import Opening
from summarize.pipeline.warn import UNDECIDED
from summarize.prompt import load_prompt
from summarize.render.text import text
from summarize.render.view import View
from summarize.summary import Summary
from tests.pipeline.fake import PROMPTS, STORY, Fake, honest, run_with, saying, stated, story, words

LOOSE = "Transport inspectors closed the northern quay on 13 September 2015."
# A question asks about a statement without its full stop.
ASKED = LOOSE.removesuffix(".")


class Doubter(Fake):
    """Judges too: says No of what has these words, and otherwise Yes; or does not tell."""

    def __init__(self, answer, *, doubts="", tells=True, name="local/fitted", **more):
        super().__init__(answer, **more)
        self.name = name
        self.doubts, self.tells = doubts, tells
        self.judged: list[str] = []

    async def complete(self, request: Request) -> Completion:
        assert request.model == self.name
        if not request.top_logprobs:
            return await super().complete(request)
        self.judged.append(request.messages[-1].content)
        no = self.doubts and self.doubts.removesuffix(".") in self.judged[-1]
        told = {"No" if no else "Yes": math.log(0.99), "Yes" if no else "No": math.log(0.01)}
        return Completion(
            "Yes", "stop", Usage(9, 0, 1), 0.5, first_tokens=told if self.tells else {}
        )


@pytest.fixture(autouse=True)
def at_its_word(monkeypatch):
    judge = Logistic({"asked": 1.0, "intercept": 0.0}, 0.4, 0.6, answers_of="local/fitted")
    for module in ("judge.supported", "check.support", "pipeline.warn", "pipeline.judging"):
        monkeypatch.setattr(f"summarize.{module}.with_a_model", lambda: judge)


def wanting(folder, support):
    """Return a prompt like `brief` with this for `support`; None: it says nothing."""
    path = folder / "judging.md"
    lines = (PROMPTS / "brief.md").read_text(encoding="utf-8")
    if support is not None:
        lines = lines.replace("sampling:", f"support: {support}\nsampling:", 1)
    path.write_text(lines, encoding="utf-8")
    return load_prompt(str(path), PROMPTS)


@pytest.fixture
def judging(tmp_path):
    """A prompt like `brief` that has statements judged."""
    return wanting(tmp_path, "true")


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
    assert any(ASKED in asked for asked in model.judged)
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


def test_the_judge_is_named_and_need_not_be_the_model_that_wrote(tmp_path):
    brief, writer = load_prompt(str(PROMPTS / "brief.md")), Fake(saying(statement=loose))
    judge = Doubter(honest, doubts=LOOSE)
    summary = run_with(writer, brief, judge=judge)
    assert any(ASKED in asked for asked in judge.judged)
    assert judge.asked == []
    assert LOOSE not in words(summary)
    made = summary.made_by
    assert (made.model, made.judge.model, made.judge.calls) == (
        "fake/model",
        "local/fitted",
        len(judge.judged),
    )
    assert made.judge.prompt_tokens == 9 * len(judge.judged)
    assert made.usage.calls == len(judge.judged) + len(writer.asked)


def test_a_prompt_that_wants_a_judge_gets_no_other_than_it_wants(judging):
    writer = Fake(honest)
    with pytest.raises(InputError, match="has statements judged by local/fitted"):
        run_with(writer, judging)
    assert writer.asked == []


@pytest.mark.parametrize(
    ("support", "asked", "judge"),
    [
        (None, False, None),
        (None, True, "local/fitted"),
        (None, "server/m", "server/m"),
        ("true", False, "local/fitted"),
        ("true", "server/m", "server/m"),
        ("false", True, "local/fitted"),
        ("server/own", False, "server/own"),
        ("server/own", True, "server/own"),
        ("server/own", "server/m", "server/m"),
    ],
)
def test_who_judges_is_what_the_caller_says_then_what_the_prompt_does(
    tmp_path, support, asked, judge
):
    assert judge_named(wanting(tmp_path, support), asked=asked) == judge


@pytest.mark.parametrize("given", ["[local/fitted]", "1", "''", ""])
def test_what_is_no_name_of_a_judge_is_a_fault_of_the_prompt(tmp_path, given):
    fault = r"judging\.md:10: front matter: support: write true, false, or a model"
    with pytest.raises(PromptError, match=fault):
        wanting(tmp_path, given)


@pytest.mark.parametrize(
    ("judge", "fault"),
    [
        ("ture", "support check: model 'ture'"),
        ("lead", "support check: lead answers no question"),
        ("local/none.gguf", "support check: none.gguf"),
        ("server/m", "support check: server/m: where is it?"),
    ],
)
def test_a_judge_that_cannot_be_asked_is_told_before_anyone_is(tmp_path, monkeypatch, judge, fault):
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    path = str(wanting(tmp_path, judge).path)
    opening = Opening(path, PROMPTS, "openai/m", None, None, None, None)
    with pytest.raises((InputError, ModelError), match=re.escape(fault)):
        opening.open()


def test_a_judge_that_is_the_model_itself_is_opened_once(tmp_path):
    how = str(wanting(tmp_path, "server/m").path), PROMPTS, "m", "http://127.0.0.1:1/v1"
    _, model, judge = Opening(*how, None, None, None).open()
    assert judge is model
    _, model, judge = Opening(*how, None, None, None, support="other").open()
    assert (model.name, judge.name) == ("server/m", "server/other")


def test_a_model_that_does_not_tell_how_sure_it_is_rejects_nothing(judging):
    summary = run_with(Doubter(saying(statement=loose), tells=False), judging)
    point = next(p for p in summary.key_points if p.statement == LOOSE)
    assert of(point)["support"].status == "cannot-judge"


def test_that_nobody_could_be_asked_is_told_of_the_whole_summary(judging):
    judge = Doubter(saying(statement=loose), tells=False)
    warning = next(w for w in run_with(judge, judging).warnings if w.code in UNDECIDED)
    asked = len(judge.judged)
    assert asked
    assert warning.code == "support-untold"
    assert f"could not be made of {asked} of {asked} statements" in warning.message
    told = run_with(Doubter(saying(statement=loose)), judging)
    assert not any(w.code in UNDECIDED for w in told.warnings)


@pytest.mark.parametrize("doubts", ["", LOOSE])
def test_a_judge_that_the_check_is_not_fitted_for_decides_nothing(doubts):
    brief, judge = load_prompt(str(PROMPTS / "brief.md")), Doubter(honest, name="server/x")
    judge.doubts = doubts
    writer = Fake(saying(statement=loose))
    summary = run_with(writer, brief, judge=judge)
    result = of(next(p for p in summary.key_points if p.statement == LOOSE))["support"]
    assert result.status == "cannot-judge"
    assert ("the article does not say all of it" in result.reason) == bool(doubts)
    assert result.reason.endswith("if server/x answers as local/fitted does")
    assert writer.of("repair") == []
    assert "support-weights" in {warning.code for warning in summary.warnings}


def test_what_a_judge_refused_stays_visible_where_the_articles_sentence_stands_in(judging):
    model = Doubter(saying(statement=loose, repair=stated(LOOSE)), doubts=LOOSE)
    summary = run_with(model, judging)
    point = next(p for p in summary.key_points if p.instead_of)
    assert point.statement.startswith("Inspectors from the Department for Transport")
    assert of(point)["support"].status == "passed"
    assert [wording.statement for wording in point.instead_of] == [LOOSE, LOOSE]
    assert [check.check for wording in point.instead_of for check in wording.failed] == [
        "support",
        "support",
    ]
    refused = f"instead of “{LOOSE}”: support failed: the article does not say all of it"
    assert refused in " ".join(text(summary, View(width=100)).split())
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


def test_a_wording_that_a_rule_refused_is_kept_but_not_shown_again():
    answer = saying(statement=lambda request: honest(request).replace("27", "28"))
    summary = run_with(Fake(answer), load_prompt(str(PROMPTS / "brief.md")))
    point = next(p for p in summary.key_points if p.instead_of)
    assert {check.check for check in point.instead_of[0].failed} == {"numbers"}
    assert "instead of" not in text(summary, View())
