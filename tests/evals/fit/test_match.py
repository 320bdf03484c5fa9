"""How the word matcher is fitted, and that what ships still agrees with people."""

import os
from pathlib import Path

import pytest

from evals.fit.logistic import Case
from evals.fit.match import answer, case, fitted
from evals.fit.record import Nested
from evals.match import lexical
from evals.people.data import FACTS, Fact, People
from tests.evals.agreement import made

DATA = Path(os.environ.get("SUMMARIZE_DATA", Path(__file__).resolve().parents[3] / ".." / "shared"))


def test_further_features_are_weighed_beside_the_figures(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    people = People(tmp_path)
    facts = people.rows(FACTS)
    alone = fitted(people)
    asked = fitted(people, {fact: {"asked": float(fact.present)} for fact in facts[1:]})
    assert "asked" not in alone["weights"]
    assert asked["weights"]["asked"] > 0
    assert (alone["cases"], asked["cases"]) == (len(facts), len(facts) - 1)
    assert asked["data_sha256"] == {"realsumm.facts": people.digest(FACTS)}


@pytest.mark.parametrize(
    ("summary", "said", "answered"),
    [
        pytest.param("The town opened the bridge in May.", 0.9, True, id="as probable as said"),
        pytest.param("The town opened the bridge in May.", 0.5, None, id="too near to call"),
        pytest.param("The town did not open the bridge in May.", 0.9, False, id="denied"),
        pytest.param("The town opened the bridge in June.", 0.9, None, id="another date"),
    ],
)
def test_errors_are_counted_after_the_guards(summary, said, answered) -> None:
    fact = Fact.model_validate(
        {
            "article_id": "a",
            "system": "s",
            "summary": summary,
            "fact_id": "a#01",
            "fact": "The town opened the bridge in May.",
            "present": True,
        }
    )
    judged = Nested(Case("a", {}, label=True), said, {"no": 0.4, "yes": 0.6})
    assert answer(fact, judged) is answered


def test_what_nobody_was_asked_about_is_told_as_left_out(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    whose = {"article_id": "a0", "system": "ext_none", "summary": "Nothing ."}
    made.add(
        tmp_path,
        "realsumm.facts",
        [
            whose | {"fact_id": f"a0#{n:02}", "fact": f"Fact {n}", "present": n < 5}
            for n in range(7)
        ],
    )
    people = People(tmp_path)
    judged = [fact for fact in people.rows(FACTS) if fact.system != "ext_none"]
    asked = fitted(people, {fact: {"asked": float(fact.present)} for fact in judged})
    assert (asked["left_out"]["summaries"], asked["left_out"]["cases"]) == (1, 7)
    assert asked["with_those_left_out"] is None
    assert fitted(people)["with_those_left_out"] is not None


@pytest.mark.skipif(not (DATA / "human" / "realsumm.facts.jsonl.gz").exists(), reason="no data")
def test_the_shipped_weights_still_agree_with_people() -> None:
    some = People(DATA / "human").rows(FACTS)[::25]
    cases = [found for fact in some if (found := case(fact)) is not None]
    said = [lexical.MODEL.probability(c.features) for c in cases]
    right = [(p >= 0.5) == c.label for p, c in zip(said, cases, strict=True)]
    # .78 of all rows; a sample of 520 strays by .02.
    assert sum(right) / len(right) > 0.72
