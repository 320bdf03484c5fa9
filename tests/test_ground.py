"""Evidence is words of the article, found by sentence number and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Span, from_text
from summarize.ground import evidence, sentence_at, sentence_spans

TEXT = (
    "Rain in Wells\n\nIt rained on Monday. “It was bad,” said Ann Smith. Two roads were closed.\n\n"
    "READ ALSO: Ten Beaches You Must See\n\nThe rain may return in May.\n"
)
ARTICLE = from_text(TEXT)


def said(*numbers: int) -> list[str]:
    return [span.of(TEXT) for span in sentence_spans(ARTICLE, numbers)]


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([2], ["It rained on Monday."]),
        ([4, 2, 4], ["It rained on Monday.", "Two roads were closed."]),
        ([1], []),
        ([5], []),
        ([0, -1, 99, 10**20], []),
        ([], []),
    ],
    ids=["one", "in order and once", "the headline", "boilerplate", "no such sentence", "none"],
)
def test_numbers_become_the_words_of_body_sentences(numbers, found):
    assert said(*numbers) == found


@given(st.lists(st.integers(-3, 12)))
def test_every_piece_of_evidence_is_the_articles_text_at_its_offsets(numbers):
    spans = sentence_spans(ARTICLE, numbers)
    for piece in evidence(ARTICLE, [*spans, *spans]):
        assert piece.text == TEXT[piece.start : piece.end]
        assert piece.sentence in numbers
    assert len(evidence(ARTICLE, [*spans, *spans])) == len(set(spans))


@given(st.integers(0, len(TEXT) - 1))
def test_every_offset_lies_in_one_sentence(offset):
    number = sentence_at(ARTICLE, offset)
    span = ARTICLE.at(number).span
    assert span.start <= offset < span.end


def test_words_inside_a_sentence_keep_its_number():
    start = TEXT.index("Ann Smith")
    (piece,) = evidence(ARTICLE, [Span(start, start + 9)])
    assert (piece.text, piece.sentence) == ("Ann Smith", 3)
