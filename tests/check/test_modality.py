import pytest

from summarize.check.hedges import hedges
from tests.check.articles import claim


def verdict(evidence, statement):
    return hedges(claim(evidence, statement))


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            'The army was told to prepare a "quasi-state of war".',
            "The army is to begin a state of war.",
            id="quasi",
        ),
        pytest.param(
            "He was jailed for attempted murder.", "He was jailed for murder.", id="attempted"
        ),
        pytest.param(
            "A would-be buyer visited the castle.", "A buyer visited the castle.", id="would-be"
        ),
        pytest.param(
            "They sold fake passports to tourists.",
            "They sold passports to tourists.",
            id="fake",
        ),
        pytest.param(
            "The former president of Chile opened the fair.",
            "The president of Chile opened the fair.",
            id="former",
        ),
        pytest.param(
            "Deputy minister Ana Ruiz opened the fair.",
            "Minister Ana Ruiz opened the fair.",
            id="deputy",
        ),
        pytest.param(
            "The acting director closed two halls.",
            "The director closed two halls.",
            id="acting",
        ),
        pytest.param(
            "The proposed law bans plastic bags.", "The law bans plastic bags.", id="proposed"
        ),
        pytest.param(
            "The current flag is partially based on the old one.",
            "The current flag is based on the old one.",
            id="partially",
        ),
        pytest.param(
            "Nearly all members voted for the strike.",
            "All members voted for the strike.",
            id="nearly all",
        ),
        pytest.param(
            "The army has been told to prepare an attack on the port.",
            "The army is preparing an attack on the port.",
            id="told to",
        ),
        pytest.param(
            "She was forced to resign as mayor in May.",
            "She resigned as mayor in May.",
            id="forced",
        ),
        pytest.param(
            "The police ordered residents of two villages to leave their homes.",
            "Residents of two villages left their homes.",
            id="ordered somebody to",
        ),
        pytest.param(
            "The club agreed to sell its striker to Ajax.",
            "The club sold its striker to Ajax.",
            id="agreed to",
        ),
        pytest.param(
            "The club has a shop in Leeds.", "The club has the only shop in Leeds.", id="only added"
        ),
        pytest.param(
            "The strike closed schools in Leeds.",
            "The strike closed all schools in Leeds.",
            id="all added",
        ),
        pytest.param(
            "The strike closed schools in Leeds.",
            "The strike closed every school in Leeds.",
            id="every added",
        ),
        pytest.param(
            "The firm runs a port in the north.",
            "The firm runs the largest port in the north.",
            id="superlative added",
        ),
    ],
)
def test_a_word_that_changes_the_meaning_fails_when_lost_or_added(evidence, statement):
    assert verdict(evidence, statement).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        ("The former president of Chile opened the fair.", "The ex-president opened the fair."),
        ("Former president Lagos met President Ruiz.", "Lagos met President Ruiz."),
        ("The vice president opened the fair.", "The vice-president opened the fair."),
        ("The proposed law bans plastic bags.", "The law would ban plastic bags."),
        ("She was forced to resign as mayor.", "She had to resign as mayor."),
        ("She was forced to resign as mayor.", "She was pushed out as mayor."),
        ("Unemployed migrants would be deported.", "Unemployed migrants face being deported."),
        ("He was jailed for attempted murder.", "He was jailed for trying to commit murder."),
        ("The only shop in Leeds closed.", "The shop in Leeds closed."),
        ("The strike shut schools across Leeds.", "The strike shut all schools in Leeds."),
        ("It is the biggest port in the north.", "It is the largest port in the north."),
        ("The team came to the south.", "The team came to the west of the city."),
        ("It was almost immediately repaired.", "It was repaired."),
        ("The army was told to prepare an attack.", "The army has orders to prepare an attack."),
    ],
)
def test_the_same_meaning_in_other_words_passes(evidence, statement):
    assert verdict(evidence, statement).status == "passed", verdict(evidence, statement).reason


def test_the_reason_names_what_to_keep():
    reason = verdict("She was forced to resign in May.", "She resigned in May.").reason or ""
    assert "keep 'forced to'" in reason


@pytest.mark.parametrize("statement", ["", "...", "—"])
def test_a_statement_without_words_is_judged_and_does_not_raise(statement):
    assert verdict("She was forced to resign in May.", statement).status == "passed"
