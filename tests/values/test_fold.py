import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.values.fold import _fold as by_rules
from summarize.values.fold import find_verbatim, fold
from summarize.values.span import Span

TYPOGRAPHY = st.text(
    alphabet="aB1 \n\u00a0\u2009.…,-–—\u2011\u2212“”\"'’‘\u200b\u00adé", max_size=60
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("“it’s”", '"it\'s"', id="curly and straight marks"),
        pytest.param("Kim Jong‑un", "Kim Jong-un", id="non-breaking hyphen"),
        pytest.param("talks — and more", "talks -- and more", id="em dash and two hyphens"),
        pytest.param("talks—and more", "talks – and more", id="spaces around a dash"),
        pytest.param("North\u00a0Korea", "North\n Korea", id="non-breaking space and line break"),
        pytest.param("wait…", "wait...", id="ellipsis"),
        pytest.param("vo\u200bted\u00ad", "voted", id="invisible characters"),
        pytest.param("\u22125", "-5", id="minus sign"),
    ],
)
def test_typographic_variants_fold_alike(one, other):
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"), [("Xi", "xi"), ("6-3", "7-2"), ("cafe", "café"), ("1200", "1,200")]
)
def test_letters_digits_and_case_are_kept(one, other):
    assert fold(one).text != fold(other).text


@pytest.mark.parametrize(
    ("needle", "haystack", "found"),
    [
        pytest.param("5 October", "on 25 October", None, id="inside a number"),
        pytest.param(
            "5 October", "on 25 October and 5 October", "5 October", id="second place is whole"
        ),
        pytest.param("voted 6-3", "voted 7-2", None, id="no fuzzy match"),
        pytest.param("200", "1,200 people", None, id="end of a number with a comma"),
        pytest.param("1", "1.5 million", None, id="start of a decimal"),
        pytest.param("threat", "threats", None, id="part of a word"),
        pytest.param("can", "they can't", None, id="before n't"),
        pytest.param("is", "it isn’t", None, id="inside isn't"),
        pytest.param("Kim", "Kim’s letter", "Kim", id="before a possessive"),
        pytest.param("Brien", "O'Brien", None, id="after an apostrophe in a name"),
        pytest.param("member", "a six-member team", None, id="part of a compound"),
        pytest.param("and", "war—and peace", "and", id="after a dash"),
        pytest.param(
            "out of politeness,",
            "“out of\u00a0politeness,” he",
            "out of\u00a0politeness,",
            id="spaces",
        ),
        pytest.param("wait...", "wait… now", "wait…", id="ellipsis"),
        pytest.param("voted", "vo\u200bted", "vo\u200bted", id="around an invisible character"),
        pytest.param("vo", "vo\u200bted", None, id="an invisible character ends no word"),
        pytest.param("cafe", "cafe\u0301", None, id="before a combining accent"),
        pytest.param("  ", "a b", None, id="nothing to find"),
        pytest.param("", "", None, id="empty"),
    ],
)
def test_words_are_found_whole_and_verbatim(needle, haystack, found):
    place = find_verbatim(needle, haystack)
    assert (place and place.of(haystack)) == found


def test_a_search_stays_within_its_span():
    text = "Kim said. Kim left."
    assert find_verbatim("Kim", text, within=Span(9, 19)) == Span(10, 13)
    assert find_verbatim("Kim said", text, within=Span(9, 19)) is None


@settings(max_examples=300)
@given(TYPOGRAPHY)
def test_the_map_leads_back_and_never_backwards(text):
    folded = fold(text)
    starts = [folded.start(at) for at in range(len(folded.text))]
    ends = [folded.end(at) for at in range(len(folded.text))]
    assert starts == sorted(starts)
    assert all(0 <= s < e <= len(text) for s, e in zip(starts, ends, strict=True))


@settings(max_examples=300)
@given(TYPOGRAPHY)
def test_folding_twice_changes_nothing(text):
    once = fold(text).text
    assert fold(once).text == once


@given(TYPOGRAPHY, TYPOGRAPHY)
def test_what_is_found_folds_to_what_was_sought(needle, haystack):
    place = find_verbatim(needle, haystack)
    if place is not None:
        assert fold(place.of(haystack)).text.strip(" ").replace(" ", "") == fold(needle).text.strip(
            " "
        ).replace(" ", "")


@given(st.text(alphabet="abc ", min_size=1, max_size=20), st.text(alphabet="xyz. ", max_size=10))
def test_whole_words_between_spaces_are_always_found(needle, around):
    if needle.strip():
        assert find_verbatim(needle, f"{around} {needle} {around}") is not None


@given(TYPOGRAPHY)
def test_the_quick_way_to_fold_is_the_way_of_the_rules(text):
    assert fold(text) == by_rules(text)
