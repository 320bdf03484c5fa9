"""A judge is asked what no rule decides, all of a summary together, and its account is kept."""

import asyncio

import pytest

from evals.metrics import AMOUNTS, METRICS
from evals.scoring.judging import Judge, judge_all, judged
from evals.trial import Trial
from summarize.errors import DraftError, ModelError
from tests.evals.judges import AT_ITS_WORD, Judging, nonsense, sure, tells_nothing
from tests.evals.metrics.made import FIRST, LAST, MIDDLE, article, fact, gold, said

CLOSING = fact("closing", FIRST)
OTHER = "The town's schools will be shut for ever."
UNTRUE = "Every school in Wales was shut."


def trial(*statements, facts=(CLOSING,)):
    return Trial(article(), gold(facts), statements, "by hand", None)


def ask(model, given):
    judge = Judge(model, AT_ITS_WORD, AT_ITS_WORD)
    return asyncio.run(judge.judgements(given))


def scores(model, given):
    found = judged(given, ask(model, given))
    return found, {name: METRICS[name](found) for name in ("coverage", "faithful", "decided")}


def test_facts_come_first_with_the_summary_then_statements_with_the_article():
    model = Judging(sure("schools"))
    given = trial(said(OTHER, "text"), said(UNTRUE, "text"))
    found, measured = scores(model, given)
    texts, statements = zip(*model.judged, strict=True)
    # Of facts it is asked in two wordings.
    assert statements == (FIRST, OTHER, UNTRUE, FIRST)
    assert texts[0] == f"{OTHER} {UNTRUE}"
    assert FIRST in texts[1]
    assert found.supported == (True, False)
    assert all(0 < p < 1 for p in found.sure)
    assert found.matched.facts["closing"].verdict == "stated"
    assert (measured["faithful"].value, measured["faithful"].n) == (0.5, 2)
    assert "not supported" in measured["faithful"].reason


def test_the_articles_own_words_and_quotations_are_not_asked_about():
    model = Judging(sure())
    quoted = said("the town has no choice", "quotes", evidence=MIDDLE)
    given = trial(said(FIRST, evidence=FIRST), said(LAST), quoted, facts=())
    found, measured = scores(model, given)
    assert model.judged == []
    assert found.supported == (True, True, None)
    assert found.sure == (None, None, None)
    assert (measured["faithful"].value, measured["faithful"].n) == (1.0, 2)
    assert measured["decided"].n == 2


@pytest.mark.parametrize("shares", [nonsense, tells_nothing])
def test_a_judge_without_an_answer_leaves_all_open_and_is_counted(shares):
    given = trial(said(OTHER, "text"))
    found, measured = scores(Judging(shares), given)
    assert found.supported == (None,)
    assert found.matched.facts["closing"].verdict == "cannot-judge"
    assert measured["faithful"].value is None
    assert measured["coverage"].value is None
    assert found.spent.untold == found.spent.calls > 0
    assert (measured["decided"].value, measured["decided"].n) == (0.0, 2)


def test_sentences_copied_whole_do_not_pass_for_a_judged_summary():
    given = trial(said(FIRST, evidence=FIRST), said(OTHER, "text"), facts=())
    found, measured = scores(Judging(tells_nothing), given)
    assert found.supported == (True, None)
    assert (measured["faithful"].value, measured["faithful"].n) == (None, 0)
    assert "told nothing" in measured["faithful"].reason


def test_a_refusal_leaves_it_open():
    class Refusing(Judging):
        async def complete(self, request):
            raise DraftError("refused")

    found, measured = scores(Refusing(sure()), trial(said(OTHER, "text")))
    assert found.supported == (None,)
    assert found.spent.untold == found.spent.calls > 0
    assert measured["decided"].value == 0.0


def test_no_answer_at_all_is_an_error_and_no_verdict():
    class Gone(Judging):
        async def complete(self, request):
            raise ModelError("nobody there")

    with pytest.raises(ModelError, match="nobody there"):
        ask(Gone(sure()), trial(said(OTHER, "text"), said(UNTRUE, "text")))


def test_its_cost_is_its_own():
    given = trial(said(OTHER, "text"), said(UNTRUE, "text"))
    found = judged(given, ask(Judging(sure()), given))
    assert (found.spent.calls, found.spent.tokens, found.spent.cached_tokens) == (4, 804, 600)
    assert AMOUNTS["judge-tokens"](found) == 804
    assert AMOUNTS["judge-seconds"](found) == pytest.approx(1.0)
    assert AMOUNTS["tokens"](found) is None
    alone = judged(given, None)
    assert (AMOUNTS["judge-tokens"](alone), AMOUNTS["judge-seconds"](alone)) == (None, None)


def test_what_is_said_twice_is_asked_once():
    model = Judging(sure("schools"))
    given = trial(said(OTHER, "key_points"), said(OTHER, "abstract"), facts=())
    found = judged(given, ask(model, given))
    assert found.supported == (True, True)
    assert (len(model.judged), found.spent.calls) == (1, 1)


def test_without_a_judge_nothing_is_said_of_support():
    found = judged(trial(said(OTHER)), None)
    assert found.supported is None
    assert METRICS["faithful"](found).value is None


def test_many_summaries_keep_their_order_and_the_model_is_closed():
    model, told = Judging(sure("schools")), []
    given = [trial(said(words, "text"), facts=()) for words in (OTHER, UNTRUE, LAST)]
    judge = Judge(model, AT_ITS_WORD, AT_ITS_WORD)
    answers = asyncio.run(judge_all(judge, given, jobs=2, ended=told.append))
    assert [a.supported for a in answers] == [(True,), (False,), (True,)]
    assert len(told) == 3
    assert model.closed


def test_judges_are_told_apart_by_their_weights():
    one, other = Judging(sure()), AT_ITS_WORD
    same = Judge(one, other, other)
    moved = Judge(one, other, type(other)(other.weights, 0.3, other.yes))
    assert same.weights_sha256 == Judge(one, other, other).weights_sha256
    assert same.weights_sha256 != moved.weights_sha256
