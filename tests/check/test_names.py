import pytest

from summarize.check.names import names
from summarize.values.gazetteer import DEMONYMS
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
        pytest.param("Bolivian officials called it rare.", "Bolivian", id="another nation first"),
        pytest.param("Welsh officials called it rare.", "Welsh", id="a nation like a word"),
        pytest.param("The English leader got a note.", "English", id="a nation like a language"),
        pytest.param(
            "South Korean leader Kim got a note.", "South Korean", id="a nation's other half"
        ),
        pytest.param("Zorkin said it was rare.", "Zorkin", id="unknown surname first"),
    ],
)
def test_a_name_the_article_does_not_have_fails(statement, name):
    result = names(claim(TALKS, statement))
    assert result.status == "failed"
    assert name in (result.reason or "")


@pytest.mark.parametrize(
    ("told", "statement"),
    [
        pytest.param("The president of France spoke.", "French leaders spoke.", id="adjective"),
        pytest.param("French ministers spoke.", "Frenchmen spoke in France.", id="nouns"),
        pytest.param("Paris has spoken.", "The French government spoke.", id="its capital"),
        pytest.param("Ministers of Bolivia spoke.", "Bolivians spoke.", id="not a neighbour"),
        pytest.param("A man from Costa Rica spoke.", "Costa Rican man speaks", id="two words"),
        pytest.param("A Costa Rican spoke.", "A man from Costa Rica spoke.", id="and back"),
        pytest.param("The U.S. spoke.", "American officials spoke.", id="by another name"),
        pytest.param("The UK spoke.", "British officials spoke.", id="and another"),
        pytest.param("North Korea spoke.", "North Koreans spoke.", id="half of one"),
        pytest.param("The survey is out.", "Poles apart on survey", id="a word like a nation"),
    ],
)
def test_a_country_proves_its_people_and_they_it(told, statement):
    result = names(claim(told, statement))
    assert result.status == "passed", result.reason


@pytest.mark.parametrize(
    ("demonym", "place"),
    [
        ("french", "France"),
        ("frenchwoman", "France"),
        ("germans", "Germany"),
        ("chinese", "China"),
        ("costa ricans", "Costa Rica"),
        ("americans", "United States"),
    ],
)
def test_a_demonym_has_its_place(demonym, place):
    assert DEMONYMS[demonym] == place


@pytest.mark.parametrize("no_word", ["chineses", "frenchs", "swisss", "dutchmans", "polishs"])
def test_not_every_demonym_has_a_plural(no_word):
    assert no_word not in DEMONYMS


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
