import pytest

from summarize.check.boilerplate import boilerplate
from summarize.check.copying import copying
from summarize.check.form import form
from tests.check.articles import TALKS, claim


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("", id="empty"),
        pytest.param("...", id="no words"),
        pytest.param("Xi sent Kim a message that...", id="ellipsis"),
        pytest.param("Xi sent Kim a message to the", id="cut off"),
        pytest.param("Xi sent Kim a message,", id="comma"),
        pytest.param("Politeness.", id="one word"),
        pytest.param('{"statement": "Xi sent Kim a message."}', id="the answer's form"),
        pytest.param("Xi sent Kim a message [3].", id="sentence number"),
        pytest.param(". crowds at the scene of the crash.", id="the end of another sentence"),
        pytest.param("-- Wells Police “They ran,” it said.", id="a dash that joined it"),
        pytest.param("“In the coming days we will work on it.", id="a quotation not closed"),
        pytest.param('Xi said "we will work on it.', id="one with straight marks"),
    ],
)
def test_a_fragment_fails(statement):
    assert form(claim(TALKS, statement)).status == "failed"


@pytest.mark.parametrize(
    "statement",
    [
        "Xi sent Kim a message.",
        "Xi wrote to Kim",
        "“We won,” he said.",
        '“We won," Xi said.',
        "Xi is 5'11\" tall and once ran for Hebei.",
    ],
)
def test_a_whole_sentence_passes(statement):
    assert form(claim(TALKS, statement)).status == "passed"


def test_the_opening_of_a_sentence_alone_fails():
    text = "After a storm that he saw in Leeds on Thursday, the hall was closed for a month."
    assert form(claim(text, "After a storm seen in Leeds on Thursday.")).status == "failed"
    assert form(claim(f"It rained. {text}", "After a storm in Leeds.")).status == "failed"
    assert form(claim(text, "The hall was closed for a month.")).status == "passed"
    assert form(claim(text, "He saw a storm in Leeds on Thursday.")).status == "passed"


def test_what_stops_before_somebodys_words_fails():
    text = "Ann Cole said at a meeting in Leeds: “The roof of the hall must be mended first.”"
    assert form(claim(text, "Ann Cole said at a meeting in Leeds.")).status == "failed"
    assert form(claim(text, "Ann Cole said that the roof must be mended.")).status == "passed"
    assert form(claim("Ann Cole said no in May.", "Ann Cole said no.")).status == "passed"


def test_a_quotation_may_be_a_fragment():
    assert form(claim(TALKS, "out of politeness", is_quote=True)).status == "passed"


@pytest.mark.parametrize(
    "statement",
    [
        "Xi sent Nine Ways To Lose Weight to Kim.",
        "Read also nine ways to lose it.",
        "Readers can follow us on Instagram now.",
    ],
)
def test_wording_of_boilerplate_fails(statement):
    assert boilerplate(claim(TALKS, statement)).status == "failed"


def test_evidence_in_boilerplate_fails():
    result = boilerplate(claim(TALKS, "Summer is coming.", "READ ALSO"))
    assert result.status == "failed"
    assert "cite another" in (result.reason or "")


@pytest.mark.parametrize(
    "statement", ["Xi sent Kim a rare message.", "They read it also.", "Xi follows Kim."]
)
def test_other_wording_passes(statement):
    assert boilerplate(claim(TALKS, statement)).status == "passed"


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("Both sides are swiftly trading letters.", "100% copied verbatim"),
        ("Letters went back and forth.", "0% copied verbatim"),
        ("Quickly both sides are swiftly trading notes.", "71% copied verbatim"),
        ("", "0% copied verbatim"),
    ],
)
def test_copying_is_told_and_never_fails(statement, reason):
    result = copying(claim(TALKS, statement))
    assert (result.status, result.reason) == ("passed", reason)
