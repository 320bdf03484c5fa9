"""An answer is the agreed form, or nearly so and mended, or refused; nothing else comes out."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.draft import (
    HeadlineDraft,
    PointsDraft,
    StatementDraft,
    headline_schema,
    parse,
    points_schema,
    statement_schema,
)
from summarize.errors import DraftError

GOOD = '{"key_points": [{"evidence": [2, 5], "statement": "Rain fell."}]}'


@pytest.mark.parametrize(
    ("answer", "mended"),
    [
        pytest.param(GOOD, False, id="plain"),
        pytest.param(f"\n  {GOOD}\n", False, id="white space around it"),
        pytest.param(f"```json\n{GOOD}\n```", False, id="fenced"),
        pytest.param(f"```\n{GOOD}\n```\nThat is all.", False, id="fenced, then prose"),
        pytest.param(f"Here you are:\n```json\n{GOOD}", False, id="a fence left open"),
        pytest.param(f"<think>{{}} hm</think>{GOOD}", False, id="after a monologue"),
        pytest.param(f"<think>a</think>\n```json\n{GOOD}\n```", False, id="monologue and fence"),
        pytest.param(f"{GOOD}\nI hope this helps!", True, id="prose after it"),
        pytest.param(f"Here it is: {GOOD}", True, id="prose before it"),
        pytest.param(GOOD.replace("}]}", "},]}"), True, id="a trailing comma"),
        pytest.param(GOOD.removesuffix("]}"), True, id="brackets missing at the end"),
        pytest.param(GOOD.replace('"', "'"), True, id="single quotation marks"),
    ],
)
def test_an_answer_is_found_in_what_servers_put_around_it(answer: str, mended: bool):
    draft, was_mended = parse(answer, PointsDraft)
    assert draft.key_points[0].evidence == [2, 5]
    assert draft.key_points[0].statement == "Rain fell."
    assert was_mended is mended


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        pytest.param("", "empty", id="nothing"),
        pytest.param(" \n", "empty", id="white space"),
        pytest.param("<think>I wonder", "empty", id="a monologue without an end"),
        pytest.param("```json\n```", "empty", id="an empty fence"),
        pytest.param("I cannot help with that.", "form", id="prose"),
        pytest.param("null", "", id="null"),
        pytest.param("[]", "", id="a list"),
        pytest.param("42", "", id="a number"),
        pytest.param("{}", "key_points", id="a key missing"),
        pytest.param(GOOD.replace("}]}", '}], "note": 1}'), "note", id="an extra key"),
        pytest.param(GOOD.replace("2, 5", '"2"'), "evidence.0", id="a number as a string"),
        pytest.param(GOOD.replace("2, 5", "2.5"), "evidence.0", id="half a sentence"),
        pytest.param(GOOD.replace("2, 5", "true"), "evidence.0", id="a truth value as a number"),
        pytest.param(GOOD.replace("[2, 5]", "2"), "evidence", id="a number for a list"),
        pytest.param(GOOD.replace('"Rain fell."', "7"), "statement", id="a number for words"),
        pytest.param(GOOD.replace('"Rain fell."', "null"), "statement", id="null for words"),
        pytest.param("[" * 200_000, "", id="brackets without end"),
        pytest.param('{"a":' * 100_000, "", id="objects without end"),
        pytest.param(GOOD.replace("2, 5", "9" * 5000), "", id="a number with 5,000 digits"),
        pytest.param(GOOD.replace("2, 5", "NaN"), "evidence.0", id="not a number"),
    ],
)
def test_what_has_another_form_is_refused_with_the_place(answer: str, says: str):
    with pytest.raises(DraftError) as caught:
        parse(answer, PointsDraft)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_half_of_a_surrogate_pair_is_not_taken_over():
    draft, _ = parse(r'{"statement": "It rained \ud83d today."}', StatementDraft)
    draft.statement.encode("utf-8")
    assert parse(r'{"statement": "\ud83c\udf27"}', StatementDraft)[0].statement == "\U0001f327"


def test_a_fence_inside_a_statement_is_not_the_answers_fence():
    answer = json.dumps({"statement": "He typed ``` and left."}, indent=1)
    assert parse(answer, StatementDraft)[0].statement == "He typed ``` and left."
    inside = '{"statement":\n"It opens ```\\n", "n": 1}'
    with pytest.raises(DraftError, match="n: extra"):
        parse(inside, StatementDraft)


def test_a_headline_may_be_absent():
    draft, _ = parse('{"headline": null}', HeadlineDraft)
    assert (draft.headline, draft.abstract) == (None, [])


NOISE = st.one_of(
    st.text(max_size=80),
    st.text(st.sampled_from('{}[]",:`\\n\\u0e1.-tfljsonthink<>/ '), max_size=120),
    st.builds(lambda cut, rest: GOOD[:cut] + rest, st.integers(0, len(GOOD)), st.text(max_size=9)),
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["key_points", "evidence", "statement", "headline", "abstract"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    ).map(json.dumps),
)


@settings(max_examples=150)
@given(NOISE, st.sampled_from([PointsDraft, HeadlineDraft, StatementDraft]))
def test_any_answer_is_a_draft_or_a_draft_error(answer: str, shape):
    try:
        draft, _ = parse(answer, shape)
    except DraftError:
        return
    assert isinstance(draft, shape)
    draft.model_dump_json()


@given(st.lists(st.tuples(st.lists(st.integers(1, 99), max_size=3), st.text(max_size=30))))
def test_what_a_draft_says_comes_back_as_it_was(points):
    made = {"key_points": [{"evidence": e, "statement": s} for e, s in points]}
    draft, mended = parse(json.dumps(made), PointsDraft)
    assert not mended
    assert draft.model_dump() == made


def test_schemas_allow_only_the_sentences_there_are_and_name_evidence_first():
    schema = points_schema([3, 8], (1, 5))
    item = schema["properties"]["key_points"]["items"]
    assert list(item["properties"]) == ["evidence", "statement"] == sorted(item["properties"])
    assert item["properties"]["evidence"]["items"]["enum"] == [3, 8]
    assert headline_schema(2, 3, headline=False, abstract=True)["required"] == ["abstract"]
    assert headline_schema(2, 3, headline=True, abstract=False)["required"] == ["headline"]
    for one in (schema, item, statement_schema()):
        assert one["additionalProperties"] is False
        assert set(one["required"]) == set(one["properties"])
