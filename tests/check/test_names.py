import pytest

from summarize.check.names import names
from tests.check.articles import COURT, TALKS, claim


@pytest.mark.parametrize(
    "statement",
    [
        "Xi Jinping sent Kim Jong-un a message.",
        "President Xi wrote to Mr Kim.",
        "China's president wrote to North Korea's leader.",
        "The South's neighbour got a note.",
        "Hua Chunying called it politeness.",
        "The Chinese Foreign Ministry spoke in Beijing on Thursday.",
        "Xi’s note to Kim’s office was rare.",
        "However, Officials said nothing.",
        "In October 2017 it ended.",
    ],
)
def test_names_of_the_article_pass(statement):
    assert names(claim(TALKS, statement)).status == "passed"


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        pytest.param("Vladimir Putin sent Kim a message.", "Vladimir Putin", id="invented person"),
        pytest.param("Xi Jong-un sent a message.", "Xi Jong-un", id="surname of another"),
        pytest.param("Kim Jinping got a message.", "Kim Jinping", id="given name of another"),
        pytest.param("Xi sent a message to Kim in Tokyo.", "Tokyo", id="invented place"),
        pytest.param("The World Bank called it rare.", "World Bank", id="invented organisation"),
        pytest.param("Xi sent the Japanese leader a note.", "Japanese", id="another nation"),
        pytest.param("Zorkin said it was rare.", "Zorkin", id="unknown surname first"),
    ],
)
def test_a_name_the_article_does_not_have_fails(statement, name):
    result = names(claim(TALKS, statement))
    assert result.status == "failed"
    assert name in (result.reason or "")


def test_a_person_must_be_in_the_cited_words():
    result = names(claim(COURT, "Alan Price stole two paintings.", "allegedly stole"))
    assert result.status == "failed"
    assert "not named in the cited sentences" in (result.reason or "")


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        pytest.param(
            "Xi replied out of politeness, Hua Chunying said.", "she said", id="pronoun refers back"
        ),
        pytest.param("Yang Moo-jin called it no threat.", "not a threat", id="shorter form cited"),
    ],
)
def test_a_person_the_cited_words_refer_to_passes(statement, cited):
    assert names(claim(TALKS, statement, cited)).status == "passed"


def test_a_name_that_is_only_in_boilerplate_fails():
    text = "Xi wrote to Kim.\nREAD ALSO: Donald Trump to visit Texas\n"
    assert names(claim(text, "Xi wrote to Kim, Donald Trump said.")).status == "failed"


def test_places_and_organisations_need_only_be_in_the_article():
    assert (
        names(claim(COURT, "No visitors in Leeds were injured.", "No visitors")).status == "passed"
    )


def test_a_speaker_the_article_does_not_have_fails():
    made = claim(TALKS, "out of politeness", speaker="Angela Merkel", is_quote=True)
    assert names(made).status == "failed"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The United Nations met.", "The UN met."),
        ("The U.S. left.", "The United States left."),
        ("Officials in Britain left.", "British officials left."),
        ("French officials left.", "Officials from France left."),
        ("The Korean Central News Agency (KCNA) said so.", "KCNA said so."),
        ("The ministry of defence said so.", "The Ministry of Defence said so."),
        ("South Korea fired.", "South Korean guns fired."),
        ("Turnout rose in Rome.", "Turnout in Rome rose."),
    ],
)
def test_another_form_of_a_name_passes(text, statement):
    assert names(claim(text, statement)).status == "passed"
