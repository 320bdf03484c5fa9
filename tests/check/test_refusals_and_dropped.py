"""What was refused was not done, a condition keeps its "not", and a hedge is not cut out."""

import pytest

from summarize.check.hedges import hedges
from tests.check.articles import claim


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "The firm refused to repay the loan from the council.",
            "The firm managed to repay the loan from the council.",
            id="refused",
        ),
        pytest.param(
            "Both clubs failed to prevent fans entering the pitch.",
            "Both clubs managed to prevent fans entering the pitch.",
            id="failed to prevent, which denies by itself",
        ),
        pytest.param(
            "Doctors were unable to revive the driver.",
            "Doctors were able to revive the driver.",
            id="unable",
        ),
        pytest.param(
            "The minister declined to answer questions about the fire.",
            "The minister answered questions about the fire.",
            id="declined, and simply done",
        ),
        pytest.param(
            "Migrants would be deported if they do not find work.",
            "Migrants would be deported if they find work.",
            id="a condition",
        ),
        pytest.param(
            "The army will fire if the broadcasts do not stop.",
            "The army will fire if the broadcasts do stop.",
            id="a condition whose verb ends something",
        ),
        pytest.param(
            "The union will strike if the offer is raised by May.",
            "The union will strike if the offer is not raised by May.",
            id="a condition with a not too many",
        ),
        pytest.param(
            "If the river rises again, the bridge will be closed to lorries.",
            "The bridge will be closed to lorries.",
            id="a condition lost",
        ),
        pytest.param(
            "“If the vote is confirmed, it will be the first defeat of the new mayor,” Reed said.",
            "Reed said the vote will be the first defeat of the new mayor.",
            id="a condition lost from somebody's words",
        ),
        pytest.param(
            "The bridge will be closed to lorries if the river rises again.",
            "The bridge will be closed to lorries.",
            id="a condition lost from the end",
        ),
        pytest.param(
            "The country's flag has never before been open to public choice.",
            "The country's flag has been open to public choice.",
            id="never before",
        ),
    ],
)
def test_what_is_turned_round_fails(evidence, statement):
    assert hedges(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "The firm refused to repay the loan from the council.",
            "The firm would not repay the loan from the council.",
            id="a not for a refusal",
        ),
        pytest.param(
            "The firm refused to repay the loan from the council.",
            "Pressure on the firm to repay the loan grows.",
            id="left open",
        ),
        pytest.param(
            "The firm refused to repay the loan. It had to repay the loan in May.",
            "The firm managed to repay the loan.",
            id="told both ways",
        ),
        pytest.param(
            "Migrants would be deported if they do not find work.",
            "Migrants without work would be deported.",
            id="a condition worded anew",
        ),
        pytest.param(
            "Migrants would be deported if they do not find work.",
            "Migrants would be deported unless they find work.",
            id="unless",
        ),
        pytest.param(
            "If the river rises again, the bridge will be closed to lorries.",
            "The bridge could be closed to lorries.",
            id="a condition, and left open",
        ),
        pytest.param(
            "If the river rises again, the bridge will be closed to lorries.",
            "The river may rise again.",
            id="the condition itself",
        ),
        pytest.param(
            "The mayor was asked if the bridge will be closed to lorries.",
            "The bridge will be closed to lorries by the mayor.",
            id="an if that is no condition, and left to others",
        ),
        pytest.param(
            "If it rains, the bridge will close to cars. On Monday the bridge will close to cars.",
            "The bridge will close to cars.",
            id="told without the condition too",
        ),
    ],
)
def test_a_denial_worded_anew_passes(evidence, statement):
    result = hedges(claim(evidence, statement))
    assert result.status == "passed", result.reason


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "The manager has no plans to go. The club have won six of ten games since May.",
            "The club have not won six of ten games.",
            id="denied, where another sentence denies something else",
        ),
        pytest.param(
            "Germans no longer see the war as a defeat. Visitors were not warned of deep water.",
            "Visitors were warned of deep water.",
            id="affirmed, likewise",
        ),
    ],
)
def test_the_same_words_in_one_order_are_not_both_denied_and_affirmed(evidence, statement):
    assert hedges(claim(evidence, statement)).status == "failed"


def test_a_sentence_of_the_evidence_keeps_its_own_denial():
    told = "He could not go to the hearing and did not know why. The family could go to the park."
    statement = "He could not go to the hearing and did not know why."
    assert hedges(claim(told, statement)).status == "passed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "The agency works on a potential vaccine for birds.",
            "The agency works on a vaccine for birds.",
            id="an adjective",
        ),
        pytest.param(
            "Researchers warn that the species may be under threat from loggers.",
            "Researchers warn that the species is under threat from loggers.",
            id="a modal",
        ),
        pytest.param(
            "One reporter was allegedly asked to leave the bus.",
            "One reporter was asked to leave the bus.",
            id="an adverb",
        ),
        pytest.param(
            "The ruling could cost drivers millions, and is clear.",
            "The ruling will certainly cost drivers millions.",
            id="certainly for could, where something else is clear",
        ),
        pytest.param(
            "The club believe new players make them stronger.",
            "The club knows new players make them stronger.",
            id="known for believed",
        ),
    ],
)
def test_a_hedge_cut_out_of_the_same_words_fails(evidence, statement):
    assert hedges(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "The agency works on a potential vaccine for birds.",
            "The agency hopes for a vaccine for birds.",
            id="worded anew",
        ),
        pytest.param(
            "One reporter was allegedly asked to leave the bus.",
            "One reporter was asked to leave the bus, police said.",
            id="another word for it",
        ),
        pytest.param(
            "The likely buyers report heavy losses. Buyers report heavy losses.",
            "Buyers report heavy losses.",
            id="told plainly as well",
        ),
    ],
)
def test_a_hedge_kept_or_not_needed_passes(evidence, statement):
    result = hedges(claim(evidence, statement))
    assert result.status == "passed", result.reason
