"""Two names of a statement in each other's place fail, by whatever word they are bound."""

import pytest

from summarize.check.bindings import bindings
from tests.check.articles import claim


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "Norway is its oldest trading partner and largest creditor, Iceland said.",
            "Iceland is Norway's largest creditor.",
            id="what somebody is to somebody else",
        ),
        pytest.param(
            "Judges upheld the fine against Delta Foods, rivals at Orion Steel said.",
            "Judges upheld the fine against Orion Steel, rivals at Delta Foods said.",
            id="against whom",
        ),
        pytest.param(
            "The move put Ms Cole on the same list as the city's longest-serving mayor Tom Reed.",
            "The move put Tom Reed on the same list as Cole.",
            id="as whom, past what describes the name",
        ),
        pytest.param(
            "Ann Cole said that Tom Reed has yet to repay the money he borrowed.",
            "Tom Reed said that Ann Cole will not repay the money.",
            id="yet to do it, in a clause that another governs",
        ),
        pytest.param(
            "Reed has found no work since suing Delta Foods over his pay in May.",
            "Delta Foods sued Reed over pay in May.",
            id="a participle without its subject",
        ),
        pytest.param(
            "Ann Cole, a former nurse, founded the charity that Tom Reed now leads.",
            "Tom Reed founded the charity that Ann Cole leads.",
            id="a verb after an apposition",
        ),
        pytest.param(
            "The request of the towns comes from a ruling of the Court of Appeal, recognising as "
            "lawful the request of the Municipality of Bergen to tax boats.",
            "The Municipality of Bergen recognised as lawful the Court of Appeal's request to tax "
            "boats.",
            id="somebody's request, with another use of the word",
        ),
        pytest.param(
            "A flight from Oslo to Bergen had to turn back on Friday.",
            "A flight to Oslo from Bergen had to turn back on Friday.",
            id="from and to",
        ),
    ],
)
def test_names_in_each_others_place_fail(evidence, statement):
    assert bindings(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "Norway is its oldest trading partner and largest creditor, Iceland said.",
            "Norway is Iceland's largest creditor.",
            id="in their own places",
        ),
        pytest.param(
            "Norway is an ally of Iceland.", "Iceland is Norway's ally.", id="what both are alike"
        ),
        pytest.param(
            "Ann Cole of the Greens and Tom Reed of the Liberals were defeated, with Eva Lund "
            "defeating Cole by ten votes.",
            "Ann Cole and Tom Reed were defeated.",
            id="what is said of two side by side",
        ),
        pytest.param(
            "Ann Cole turned herself into Nessa, Tom Reed's character in the film.",
            "Ann Cole turned herself into Tom Reed's character Nessa.",
            id="a possessive is not what goes with the preposition",
        ),
        pytest.param(
            "According to Reed, quoting Ann Cole, the bridge is closed.",
            "The bridge is closed, according to Ann Cole as quoted by Reed.",
            id="two sources cited in another order",
        ),
        pytest.param(
            "Ann Cole wrote to Tom Reed. His letter to her came later.",
            "Tom Reed's letter to Ann Cole came later.",
            id="a pronoun may be either",
        ),
        pytest.param(
            "The firms include a Reed Cole workshop and the Lund studio.",
            "They come from firms including Lund and Reed.",
            id="one of several in a list",
        ),
    ],
)
def test_names_in_their_own_place_or_worded_anew_pass(evidence, statement):
    result = bindings(claim(evidence, statement))
    assert result.status == "passed", result.reason


PEOPLE = (
    "Swedish finance minister Eva Lund wrote to Tom Reed on Monday. Danish premier Ole Berg called "
    "on Tuesday. "
)


@pytest.mark.parametrize(
    ("evidence", "statement", "status"),
    [
        pytest.param(
            "Reed's note was sent in answer to congratulations from the Swedish minister.",
            "Lund's note answered congratulations from Tom Reed.",
            "failed",
            id="the description is somebody else's",
        ),
        pytest.param(
            "Reed's note was sent in answer to congratulations from the Swedish minister.",
            "Reed's note answered congratulations from Lund.",
            "passed",
            id="the description is this one's",
        ),
        pytest.param(
            "Reed's note was sent in answer to congratulations from the minister.",
            "Lund's note answered congratulations from Tom Reed.",
            "passed",
            id="a role alone may be anybody's",
        ),
    ],
)
def test_a_description_stands_for_the_name_it_describes(evidence, statement, status):
    assert bindings(claim(PEOPLE + evidence, statement, "note was sent")).status == status


@pytest.mark.parametrize(
    ("statement", "status"),
    [
        pytest.param("North Vell backed the measures against Orland.", "failed", id="exchanged"),
        pytest.param("Orland backed the measures against North Vell.", "passed", id="its own"),
    ],
)
def test_a_side_stands_for_the_only_name_with_it(statement, status):
    told = "Talks with North Vell failed. Orland then backed new measures against the North."
    assert bindings(claim(told, statement, "measures")).status == status


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            'Reed offered his "warmest thanks" to Cole after Lund, the mayor, had left.',
            'Reed offered his "warmest thanks" to Lund.',
            id="what is quoted before the preposition",
        ),
        pytest.param(
            "Ann Cole, a prize-winning writer, was there to launch her book. Tom Reed came later.",
            "Tom Reed was there to launch her book.",
            id="past an apposition, there to do it",
        ),
    ],
)
def test_one_name_in_another_s_place_fails_too(evidence, statement):
    assert bindings(claim(evidence, statement)).status == "failed"
