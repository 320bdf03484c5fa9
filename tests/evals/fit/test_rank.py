"""A sentence counts as kept when a summary by a person has most of its words from it."""

import pytest

from evals.fit.rank import kept

ARTICLE = ["Anna Keller opened the bridge.", "Rain fell on Hartford.", "Nobody was hurt."]


@pytest.mark.parametrize(
    ("references", "shares"),
    [
        pytest.param([["Keller opened a bridge."]], [1, 0, 0], id="most words, from one sentence"),
        pytest.param([["Rain fell."], ["Storms came."]], [0, 0.5, 0], id="by one of two"),
        pytest.param([["Rain stopped traffic."]], [0, 0, 0], id="a third of the words is too few"),
        pytest.param([["Rain fell.", "Hartford had rain."]], [0, 1, 0], id="told twice, kept once"),
        pytest.param([["It is so."]], [0, 0, 0], id="no word with a subject"),
    ],
)
def test_a_sentence_is_kept_by_the_share_of_references(references, shares) -> None:
    assert kept(ARTICLE, references) == shares
