# ruff: noqa: E501  (a case stays on its line)
import pytest

from summarize.check.attribution import attribution
from tests.check.articles import claim


def verdict(evidence, statement, *cited):
    return attribution(claim(evidence, statement, *cited))


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "A landslide buried two villages in the hills, killing 40 or more, according to the Red Cross.",
            "A landslide buried two villages in the hills, killing 40 or more.",
            id="according to, last",
        ),
        pytest.param(
            "Half of the advice is untested — or plainly wrong — according to the medical journal.",
            "Half of the advice is untested or plainly wrong.",
            id="according to, after an aside between dashes",
        ),
        pytest.param(
            "According to Reuters, quoting state television, the port has been closed and ships have been told to leave.",
            "The port has been closed and ships have been told to leave.",
            id="according to, first",
        ),
        pytest.param(
            "According to the Health Ministry over 200 patients have been moved to hospitals inland.",
            "More than 200 patients have been moved to hospitals inland.",
            id="according to, no comma",
        ),
        pytest.param(
            "The Times has learned that according to a leaked memo, the airline is closing its base in Oslo.",
            "The airline is closing its base in Oslo.",
            id="according to, after that",
        ),
        pytest.param(
            "The minister said the crisis had its roots in cheap credit.",
            "The crisis had its roots in cheap credit.",
            id="said",
        ),
        pytest.param(
            "Police believe that the gang sold stolen cars abroad.",
            "The gang sold stolen cars abroad.",
            id="believe",
        ),
        pytest.param(
            "The charity claims that the factory poisoned the river for years.",
            "The factory poisoned the river for years.",
            id="claims",
        ),
        pytest.param(
            "The lake lost half its water in ten years, scientists said on Monday.",
            "The lake lost half its water in ten years.",
            id="said, last",
        ),
        pytest.param(
            "The bridge had not been inspected since spring, said Anna Berg, an engineer.",
            "The bridge had not been inspected since spring.",
            id="inverted",
        ),
        pytest.param(
            '"The rebels shelled two villages on the northern border", added KCNA.',
            "The rebels shelled two villages on the northern border.",
            id="quotation",
        ),
        pytest.param(
            "Mary Okafor told reporters that the dam was leaking in three places.",
            "The dam was leaking in three places.",
            id="told whom",
        ),
        pytest.param(
            "In the opinion of the court, the mayor misled investors over the debt.",
            "The mayor misled investors over the debt.",
            id="opinion",
        ),
        pytest.param(
            "More than half of tenants asked their landlord for help, according to the union.",
            "More than half of tenants asked their landlord for help.",
            id="asking is part of what is told",
        ),
        pytest.param(
            "“The bridge is not safe for lorries.”",
            "“The bridge is not safe for lorries.”",
            id="a quotation that says not whose",
        ),
    ],
)
def test_a_source_left_out_fails(evidence, statement):
    assert verdict(evidence, statement).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "A landslide killed 40, according to the Red Cross, and buried two villages in the hills.",
            "A landslide killed 40 people, the Red Cross said.",
            id="said otherwise",
        ),
        pytest.param(
            "The minister, who resigned in May over the flooded tunnels, said the plan was sound.",
            "The minister resigned in May over the flooded tunnels.",
            id="another clause",
        ),
        pytest.param(
            "The bank closed nine branches in spring, but analysts say the savings were small.",
            "The bank closed nine branches in spring.",
            id="before but",
        ),
        pytest.param(
            "The government announced the start of a public contest for a new anthem.",
            "The government started a public contest for a new anthem.",
            id="announcing is doing",
        ),
        pytest.param(
            "The firm said it would build a new plant in Leeds next to the river.",
            "The firm is to build a new plant in Leeds next to the river.",
            id="its own plan",
        ),
        pytest.param(
            "Police said the robbers fled by boat. The robbers fled by boat and were not found.",
            "The robbers fled by boat.",
            id="also told as fact",
        ),
        pytest.param(
            "The work went according to plan and the tower opened in June.",
            "The work on the tower went to plan and it opened in June.",
            id="no source",
        ),
        pytest.param(
            "The city closed the bridge, after engineers warned that rust in its cables may be worse than previously thought.",
            "The city closed the bridge, after engineers warned that rust in its cables may be worse.",
            id="a comparison",
        ),
        pytest.param(
            "The council voted 7-2 to close the bridge to lorries, whose cables may be worse than thought.",
            "The council voted to close the bridge to lorries.",
            id="nobody thought so",
        ),
        pytest.param(
            "The company was told to repair the leaking pipes by June.",
            "The company must repair the leaking pipes by June.",
            id="passive",
        ),
        pytest.param(
            "The spokesman spoke of the flood and the fire and added two names to the list.",
            "The spokesman put two names on the list of the flood and the fire.",
            id="added a thing",
        ),
        pytest.param(
            "Officials say the storm killed nine people in the valley.",
            "The storm allegedly killed nine people in the valley.",
            id="kept unsure",
        ),
        pytest.param(
            'She said: "They closed the road for two days and never told us."',
            'They "closed the road for two days and never told us".',
            id="kept in marks",
        ),
    ],
)
def test_a_source_kept_or_not_needed_passes(evidence, statement):
    assert verdict(evidence, statement).status == "passed", verdict(evidence, statement).reason


def test_what_another_sentence_tells_as_fact_needs_no_source():
    text = "Rebels seized the port of Akko at dawn. Rebels seized the port of Akko at dawn, the army said."
    assert verdict(text, "Rebels seized the port of Akko at dawn.", "army").status == "passed"


def test_the_reason_names_the_source_and_the_words_to_keep():
    reason = verdict(
        "A storm caused a crane to fall, killing 107 or more, according to the Civil Defense Authority.",
        "A storm caused a crane to fall, killing 107 or more.",
    ).reason
    assert (
        reason == "the article gives this as the word of the Civil Defense Authority: "
        "keep 'according to the Civil Defense Authority'"
    )


def test_a_pronoun_is_no_source_to_keep():
    reason = verdict("She said the old dam was leaking.", "The old dam was leaking.").reason
    assert reason is not None
    assert reason.endswith("say whose word it is")


def test_a_quotation_carries_its_own_speaker():
    text = '"The old dam was leaking for years", said Ann Lee.'
    made = claim(text, "The old dam was leaking for years", speaker="Ann Lee", is_quote=True)
    assert attribution(made).status == "passed"


@pytest.mark.parametrize("words", ["said ", "told to ", "according to X ", "X said, "])
def test_a_text_of_nothing_but_sources_does_not_hang(words):
    assert verdict("Xi spoke. " + words * 3000, "The old dam was leaking.").status == "passed"
