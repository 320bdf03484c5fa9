import pytest

from evals.metrics import AMOUNTS
from summarize.summary import (
    ArticleRecord,
    MadeBy,
    Rejected,
    Summary,
    UsageRecord,
)
from tests.evals.metrics.made import fact, judged, said


def summary(*, calls: int = 2, tokens: int = 900, usd: float | None = None) -> Summary:
    usage = UsageRecord(calls=calls, prompt_tokens=tokens, completion_tokens=0, repaired=1)
    return Summary(
        article=ArticleRecord(
            id="schools", sha256="0" * 64, source="schools.txt", title=None, published=None
        ),
        headline=None,
        abstract=[],
        key_points=[],
        quotes=[],
        dates=[],
        numbers=[],
        names=[],
        rejected=[Rejected(field="abstract", statement="No.", reasons=["wrong"], evidence=[])],
        warnings=[],
        made_by=MadeBy(
            version="0",
            model="local/small",
            prompt="brief",
            prompt_sha256="0" * 64,
            usage=usage,
            seconds=1.5,
            cost_usd=usd,
            cached=False,
        ),
    )


@pytest.mark.parametrize(
    ("given", "name", "value"),
    [
        pytest.param(summary(), "tokens", 900.0, id="tokens"),
        pytest.param(summary(tokens=0), "tokens", None, id="a server that counts none says 0"),
        pytest.param(summary(calls=0, tokens=0), "tokens", 0.0, id="nobody was asked: 0 is true"),
        pytest.param(summary(), "seconds", 1.5, id="seconds"),
        pytest.param(summary(), "usd", None, id="unknown price is not free"),
        pytest.param(summary(usd=0.25), "usd", 0.25, id="known price"),
        pytest.param(summary(), "repaired", 1.0, id="repaired"),
        pytest.param(summary(), "rejected", 1.0, id="rejected"),
        pytest.param(None, "tokens", None, id="others: no tokens"),
        pytest.param(None, "seconds", None, id="others: no seconds"),
        pytest.param(None, "repaired", None, id="others: none repaired is not 0"),
        pytest.param(None, "rejected", None, id="others: none rejected is not 0"),
    ],
)
def test_what_a_summary_cost(given: Summary | None, name: str, value: float | None) -> None:
    assert AMOUNTS[name](judged(summary=given)) == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Leeds voted on 4 May 2017.", 6, id="numbers are words"),
        pytest.param("A town – of 1,200 people – voted.", 6, id="a dash is none"),
        pytest.param("The town's all-girl team", 4, id="hyphens and apostrophes join"),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, words: int) -> None:
    assert AMOUNTS["words"](judged(said(text, "text"))) == words


def test_words_for_each_fact_stated_or_none_where_none_is() -> None:
    text = said("Leeds voted on 4 May 2017.", "text")
    two = {fact("one"): "stated", fact("two", weight="may"): "stated", fact("no"): "missing"}
    assert AMOUNTS["words-per-fact"](judged(text, facts=two)) == 3.0
    assert AMOUNTS["words-per-fact"](judged(text, facts={fact("no"): "missing"})) is None
    assert AMOUNTS["facts"](judged(text, facts=two)) == 2.0
