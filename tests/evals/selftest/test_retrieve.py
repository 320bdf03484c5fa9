import pytest

from evals.selftest.retrieve import retrieve
from tests.evals.selftest.made import article


@pytest.mark.parametrize(
    ("statement", "begins"),
    [
        pytest.param("The crew ignored warnings.", ["Judge Anna Moir"], id="by its words"),
        pytest.param("It was on March 12th, 2019.", ["A court in Edinburgh"], id="by its date"),
        pytest.param(
            "The firm may sell ships and was fined 40,000 pounds.",
            ["A court in Edinburgh", "The firm may sell"],
            id="two sentences, in the article's order",
        ),
        pytest.param("Voters in Malta rejoiced.", [], id="nothing like it"),
        pytest.param("Lose weight before the holidays!", [], id="never boilerplate"),
    ],
)
def test_evidence_is_what_overlaps(statement, begins):
    read = article()
    spans = retrieve(statement, read)
    assert [s.of(read.text)[: len(b)] for s, b in zip(spans, begins, strict=True)] == begins
