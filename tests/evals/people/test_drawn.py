"""What is drawn is always the same, fewer among more; labels that look filled in are known."""

import pytest

from evals.people.data import Claim, Fact
from evals.people.drawn import claims_of_articles, facts_of_systems, filled_in, of_articles
from tests.evals.agreement import made


def fact(number: int, *, article: str = "one", system: str = "a", present: bool = True) -> Fact:
    return Fact(
        article_id=article,
        system=system,
        summary="Rain fell." if present else "It was dry.",
        fact_id=f"{article}#{number:02}",
        fact="Rain fell.",
        present=present,
    )


def test_fewer_articles_are_among_more_and_always_the_same() -> None:
    facts = [fact(n % 2, article=f"n{n // 2}") for n in range(40)]
    assert of_articles(facts, None) == facts
    few, more = of_articles(facts, 3), of_articles(facts[::-1], 7)
    assert (len(few), len(more)) == (6, 14)
    assert all(each in more for each in few)


def test_each_corpus_is_cut_alone() -> None:
    claims = [
        Claim(**made.claim("frank", f"a{n}", n, good=True, corpus="xsum" if n % 3 else "cnndm"))
        for n in range(30)
    ]
    assert [claim.corpus for claim in claims_of_articles(claims, 4)] == ["cnndm"] * 4 + ["xsum"] * 4


def test_other_systems_are_drawn_for_other_articles() -> None:
    facts = [fact(0, article=f"n{n}", system=s) for n in range(20) for s in "abcdef"]
    drawn = facts_of_systems(facts, 2)
    assert len(drawn) == 40
    assert {f.system for f in drawn} == set("abcdef")
    assert facts_of_systems(facts, None) == facts


@pytest.mark.parametrize(
    ("labels", "left_out"),
    [
        ("1111100", True),
        ("111110", True),
        ("11111", False),
        ("1111000", False),
        ("1111110", False),
        ("1111101", False),
    ],
)
def test_five_times_yes_and_then_no_is_no_judgement(labels: str, left_out: bool) -> None:
    some = [fact(number, present=label == "1") for number, label in enumerate(labels)]
    assert filled_in(some[::-1]) == (frozenset({("one", "a")}) if left_out else frozenset())
    assert facts_of_systems(some, None) == some, "who looks at them says so"
