"""What is written of a fitted model: thresholds where people agree, and one form for every file."""

import json
from pathlib import Path

import pytest

from evals.fit.logistic import Case, fit
from evals.fit.record import (
    Nested,
    between,
    decided,
    errors,
    items,
    made_from,
    nested,
    reached,
    save,
    thresholds,
    thresholds_by_others,
)
from evals.statistics.resampled import Item
from summarize.judge.logistic import Logistic


def _said(shares: dict[float, float], each: int = 100) -> list[Item]:
    """Of `each` items at a probability, this share of people's yes; ten articles."""
    return [
        Item(f"article {n % 10}", at, float(n < share * each))
        for at, share in shares.items()
        for n in range(each)
    ]


STRAIGHT = {n / 10: n / 10 for n in range(1, 10)}


@pytest.mark.parametrize(
    ("shares", "no", "yes"),
    [
        # Of a hundred near 0.4 forty are yes, near 0.6 sixty.
        pytest.param(STRAIGHT, 0.44, 0.56, id="as probable as said"),
        pytest.param(STRAIGHT | {0.2: 0.9, 0.5: 0.5}, 0.44, 0.56, id="a lucky stretch is passed"),
        pytest.param(STRAIGHT | {0.8: 0.5}, 0.44, 0.86, id="yes begins after the last doubt"),
        pytest.param({0.9: 1.0}, 0.4, 0.6, id="no item near: the probability stands for itself"),
    ],
)
def test_thresholds_lie_where_people_agree(shares: dict[float, float], no: float, yes: float):
    cut = thresholds(_said(shares), no=0.6, yes=0.6)
    assert (cut["no"], cut["yes"]) == (pytest.approx(no), pytest.approx(yes))


def test_the_thresholds_for_an_article_are_those_of_all_others():
    said = _said(STRAIGHT) + [Item("odd", n / 10, 0.0) for n in range(1, 10) for _ in range(500)]
    by_article = thresholds_by_others(said, no=0.6, yes=0.6)
    assert by_article["odd"] == thresholds(_said(STRAIGHT), no=0.6, yes=0.6)
    assert by_article["article 0"] != by_article["odd"]


def test_what_lies_between_the_thresholds_is_not_decided():
    said = _said({0.2: 0.1, 0.5: 0.5, 0.8: 0.9})
    cut = {"no": 0.4, "yes": 0.6}
    assert {i.said for i in decided(said, cut)} == {0.2, 0.8}
    found = reached(said, cut)
    assert found["share_decided"] == pytest.approx(2 / 3, abs=0.001)
    assert found["balanced_accuracy_where_decided"][0] == pytest.approx(0.9)


def _answered(judged: list[Item], *, copied: bool = False, origin: str = "set"):
    cut = {"no": 0.4, "yes": 0.6}
    for item in judged:
        case = Case(item.article, {}, item.people, origin, copied=copied)
        yield case, between(Nested(case, item.said, cut))


def test_errors_are_those_of_the_decided():
    known = errors(_answered(_said({0.2: 0.1, 0.5: 0.5, 0.8: 0.9})))
    assert known is not None
    assert (known["sensitivity"], known["specificity"], known["sets"]) == (0.9, 0.9, 1)
    assert errors(_answered(_said({0.8: 1.0}))) is None


def test_errors_are_counted_by_set_and_without_what_is_copied():
    good, bad = _said({0.2: 0.1, 0.8: 0.9}), _said({0.2: 0.3, 0.8: 0.7})
    known = errors(
        [
            *_answered(good, origin="one"),
            *_answered(bad, origin="other"),
            *_answered(bad, copied=True),
        ]
    )
    assert known is not None
    assert (known["sensitivity"], known["sets"]) == (pytest.approx(0.8), 2)
    assert known["sensitivity_apart"] == pytest.approx(0.02**0.5)


def test_thresholds_that_errors_are_counted_with_are_chosen_on_other_articles():
    cases = [
        Case(f"a{n % 8}", {"x": float(n % 3)}, label=n % 3 > 0, origin=f"a{n % 8}")
        for n in range(48)
    ]
    seen: list[tuple[set[str], dict[str, float]]] = []

    def choose(others, said):
        assert len(said) == len(others)
        seen.append(({c.article for c in others}, {"no": 0.4, "yes": 0.5 + len(seen) / 100}))
        return seen[-1][1]

    for each in nested(cases, fit, choose):
        (articles,) = (articles for articles, cut in seen if cut == each.cut)
        assert each.case.article not in articles


def test_a_model_is_put_beside_the_others_and_can_be_read(tmp_path: Path, capsys):
    path = tmp_path / "weights.json"
    model = {"weights": {"intercept": 1.0}, "thresholds": {"no": 0.4, "yes": 0.6}}
    save(path, "one", model, what="a thing so; made here")
    save(path, "other", model | {"cases": 3}, what="a thing so; made here")
    assert set(json.loads(path.read_text("utf-8"))["models"]) == {"one", "other"}
    assert (Logistic.read(path, "one").no, Logistic.read(path, "other").yes) == (0.4, 0.6)
    assert '"cases": 3' in capsys.readouterr().out


def test_a_record_names_what_it_was_made_from():
    cases = [Case("a", {"x": 1.0}, label=True), Case("a", {"x": 0.0}, label=False)]
    record = made_from(cases, {"some.claims": "00ff"})
    assert (record["cases"], record["articles"]) == (2, 1)
    assert record["data_sha256"] == {"some.claims": "00ff"}
    assert [i.people for i in items(cases, [0.7, 0.2])] == [1.0, 0.0]
