# ruff: noqa: E501  (a case stays on its line)
import pytest

from summarize.check.quotes import quotes
from tests.check.articles import TALKS, claim


@pytest.mark.parametrize(
    "statement",
    [
        'Beijing said Xi sent the message "out of politeness".',
        "Beijing said Xi sent the message ‘out of politeness’.",
        'Hua Chunying said Mr Xi had replied "out of politeness".',
        '"The fact that both sides are swiftly trading letters carries a symbolic meaning," said Yang Moo-jin.',
        'Yang said "the fact that both sides are swiftly trading letters" matters.',
        'The note was "not a threat to anybody", Yang said.',
        'Yang said it was not "a threat to anybody".',
        "Xi wrote to Kim, and nobody was quoted.",
        'He said "out of politeness".',
    ],
)
def test_a_quotation_in_the_articles_words_passes(statement):
    assert quotes(claim(TALKS, statement)).status == "passed"


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        pytest.param('Xi said "we shall never be friends again".', "word for word", id="invented"),
        pytest.param(
            'Yang said "both sides are slowly trading letters".',
            "word for word",
            id="one word altered",
        ),
        pytest.param(
            'Yang said "both sides ... a symbolic meaning".', "word for word", id="elided"
        ),
        pytest.param('Yang said it was "a threat to anybody".', "negation", id="negation cut off"),
        pytest.param(
            'Hua Chunying said "both sides are swiftly trading letters".',
            "not Hua Chunying",
            id="wrong speaker",
        ),
        pytest.param(
            'Xi Jinping said "the note was one of many" on Thursday.',
            "its own words",
            id="the reporter's words",
        ),
    ],
)
def test_a_quotation_that_is_not_the_articles_fails(statement, reason):
    result = quotes(claim(TALKS, statement))
    assert result.status == "failed"
    assert reason in (result.reason or "")


def test_a_quotation_must_be_in_the_cited_sentences():
    result = quotes(claim(TALKS, 'Yang spoke of "a symbolic meaning".', "one of many"))
    assert result.status == "failed"
    assert "elsewhere" in (result.reason or "")


@pytest.mark.parametrize(
    ("quoted", "speaker", "status"),
    [
        ("out of politeness", "Hua Chunying", "passed"),
        ("The fact that both sides are swiftly trading letters", "Yang Moo-jin", "passed"),
        ("The fact that both sides are swiftly trading letters", "Yang", "passed"),
        ("The fact that both sides are swiftly trading letters", None, "passed"),
        ("The fact that both sides are swiftly trading letters", "Xi Jinping", "failed"),
        ("a threat to anybody", "Yang Moo-jin", "failed"),
        ("the note was one of many", "Hua Chunying", "failed"),
        ("both sides are trading letters", "Yang Moo-jin", "failed"),
    ],
)
def test_a_quote_is_checked_with_its_speaker(quoted, speaker, status):
    assert quotes(claim(TALKS, quoted, speaker=speaker, is_quote=True)).status == status


def test_invisible_characters_of_the_article_do_not_hide_a_quotation():
    text = "Yang said: “We vo\u200bted\u00a0no and went home.”"
    assert quotes(claim(text, 'Yang said: "We voted no and went home."')).status == "passed"
