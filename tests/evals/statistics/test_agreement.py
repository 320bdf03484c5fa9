"""Every figure against scipy, against tables worked out by hand, and against naive resampling."""

import math
import random
import time
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from evals.statistics import agreement, correlation
from evals.statistics.resampled import Estimate, Item, Table, estimate, ratio

KINDS: tuple[correlation.Kind, ...] = ("pearson", "spearman", "kendall")


def scipys(kind: correlation.Kind, said: Sequence[float], people: Sequence[float]) -> float:
    """Return what scipy finds. It takes a second to import: not while tests are collected."""
    from scipy import stats

    functions = {
        "pearson": stats.pearsonr,
        "spearman": stats.spearmanr,
        "kendall": stats.kendalltau,
    }
    return functions[kind](said, people).statistic


def labelled(*rows: tuple[str, float, int]) -> list[Item]:
    return [Item(article, said, people) for article, said, people in rows]


def noisy(articles: int, each: int, *, seed: int = 3) -> list[Item]:
    """Scores with ties, articles that differ, six systems."""
    draw = random.Random(seed)
    made = []
    for article in range(articles):
        level = draw.random()
        for number in range(each):
            people = round(min(1, max(0, level + draw.gauss(0, 0.3))), 1)
            said = round(min(1, max(0, 0.5 * people + 0.5 * draw.random())), 1)
            made.append(Item(f"a{article}", said, people, f"s{number % 6}"))
    return made


def binary(items: Sequence[Item]) -> list[Item]:
    return [Item(i.article, i.said, float(i.people > 0.5), i.system) for i in items]


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        pytest.param([("a", 0.9, 1), ("b", 0.1, 0)], 1.0, id="in order"),
        pytest.param([("a", 0.1, 1), ("b", 0.9, 0)], 0.0, id="the other way round"),
        pytest.param([("a", 0.5, 1), ("b", 0.5, 0)], 0.5, id="a tie is half"),
        pytest.param(
            [("a", 0.8, 1), ("a", 0.3, 1), ("b", 0.5, 0), ("b", 0.3, 0)], 2.5 / 4, id="by hand"
        ),
        pytest.param([("a", 0.8, 1), ("b", 0.3, 1)], None, id="one label only is not 0"),
        pytest.param([], None, id="nothing is not 0"),
    ],
)
def test_auc_is_the_share_of_pairs_in_order(
    rows: list[tuple[str, float, int]], value: float | None
) -> None:
    assert agreement.auc(labelled(*rows)).value == value


def test_auc_is_scipys() -> None:
    from scipy import stats

    items = binary(noisy(8, 30))
    yes = [i.said for i in items if i.people]
    no = [i.said for i in items if not i.people]
    expected = stats.mannwhitneyu(yes, no).statistic / (len(yes) * len(no))
    assert agreement.auc(items).value == pytest.approx(expected)


def test_a_threshold_comes_from_the_other_articles() -> None:
    # a alone would choose any cut in (0.2, 0.6); b and c choose 0.75, where a's 0.6 is missed.
    items = labelled(
        ("a", 0.6, 1), ("a", 0.2, 0),
        ("b", 0.8, 1), ("b", 0.7, 0),
        ("c", 0.8, 1), ("c", 0.7, 0),
    )  # fmt: skip
    cuts = agreement.thresholds(Table.of(items))
    assert cuts[0] == 0.75
    # Of b and c judged with a: 0.6 and 0.8 are yes, 0.2 and 0.7 no; both cuts have one error,
    # (0.2, 0.6] a no taken for a yes, (0.7, 0.8] a yes for a no; the lower one is taken.
    assert list(cuts[1:]) == [0.4, 0.4]
    assert agreement.balanced_accuracy(items).value == pytest.approx((2 / 3 + 1 / 3) / 2)


@pytest.mark.parametrize(
    ("rows", "at", "value"),
    [
        pytest.param([("a", 0.5, 1), ("b", 0.4, 0)], 0.5, 1.0, id="reaching it is yes"),
        pytest.param([("a", 1, 1), ("a", 1, 1), ("a", 1, 0)], 0.5, 0.5, id="each side counts once"),
        pytest.param([("a", 1, 1), ("b", 0, 1)], 0.5, None, id="one label only"),
        pytest.param([("a", 0.9, 1), ("a", 0.1, 0)], None, None, id="one article has no others"),
    ],
)
def test_balanced_accuracy(
    rows: list[tuple[str, float, int]], at: float | None, value: float | None
) -> None:
    assert agreement.balanced_accuracy(labelled(*rows), at=at).value == value


def test_calibration_by_hand() -> None:
    items = labelled(("a", 0.05, 0), ("b", 0.3, 1), ("c", 0.39, 0), ("d", 1.0, 1))
    assert agreement.brier(items).value == pytest.approx((0.05**2 + 0.7**2 + 0.39**2 + 0) / 4)
    # Bins: .05 against 0; (.3 + .39)/2 against 1/2; 1 against 1.
    expected = (1 * 0.05 + 2 * abs(0.345 - 0.5) + 0) / 4
    assert agreement.calibration_error(items).value == pytest.approx(expected)
    bins = agreement.reliability(items)
    assert [b.n for b in bins] == [1, 0, 0, 2, 0, 0, 0, 0, 0, 1]
    assert bins[1].said is None
    assert (bins[3].low, bins[3].said, bins[3].people) == (0.3, pytest.approx(0.345), 0.5)


def test_what_is_no_probability_has_no_brier_score() -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        agreement.brier(labelled(("a", 1.2, 1)))
    with pytest.raises(ValueError, match="0 or 1"):
        agreement.auc([Item("a", 0.5, 0.5)])
    with pytest.raises(ValueError, match="finite"):
        Item("a", math.nan, 1.0)


@pytest.mark.parametrize("kind", KINDS)
def test_pooled_correlation_is_scipys(kind: correlation.Kind) -> None:
    items = noisy(9, 12)
    expected = scipys(kind, [i.said for i in items], [i.people for i in items])
    found = correlation.pooled(items, kind)
    assert found.value == pytest.approx(expected)
    assert (found.n, found.articles) == (108, 9)


@pytest.mark.parametrize("kind", KINDS)
def test_averaged_correlation_is_the_mean_of_scipys(kind: correlation.Kind) -> None:
    items = [*noisy(7, 12), Item("flat", 0.5, 0.1), Item("flat", 0.5, 0.9), Item("one", 1, 1)]
    each = []
    for number in range(7):
        here = [i for i in items if i.article == f"a{number}"]
        each.append(scipys(kind, [i.said for i in here], [i.people for i in here]))
    found = correlation.averaged(items, kind)
    assert found.value == pytest.approx(np.mean(each))
    assert (found.n, found.articles) == (7, 9)  # a score that never changes has no correlation


@pytest.mark.parametrize("kind", KINDS)
def test_correlation_of_systems_is_scipys_of_their_means(kind: correlation.Kind) -> None:
    items = noisy(7, 12)
    systems = sorted({i.system for i in items})
    said, people = (
        [round(np.mean([getattr(i, side) for i in items if i.system == s]), 12) for s in systems]
        for side in ("said", "people")
    )
    found = correlation.by_system(items, kind)
    assert found.value == pytest.approx(scipys(kind, said, people))
    assert found.n == 6


LEVELS = (correlation.pooled, correlation.averaged, correlation.by_system)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", LEVELS)
def test_no_correlation_of_what_never_changes(
    level: Callable[[Sequence[Item], correlation.Kind], Estimate], kind: correlation.Kind
) -> None:
    flat = [Item(f"a{n}", 0.3, n % 3, f"s{n % 2}") for n in range(12)]
    assert level(flat, kind).value is None
    assert level([], kind) == Estimate(None, None, None, 0, 0)


def again(items: Sequence[Item], weights: Sequence[float]) -> list[Item]:
    """Items of articles drawn so often: what the weights stand for, written out."""
    names = sorted({i.article for i in items})
    often = dict(zip(names, weights, strict=True))
    return [i for i in items for _ in range(int(often[i.article]))]


@pytest.mark.parametrize("kind", KINDS)
def test_an_interval_is_that_of_articles_written_out_as_often_as_drawn(
    kind: correlation.Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    items, weights = noisy(6, 6), [2.0, 0.0, 1.0, 3.0, 0.0, 1.0]
    drawn = again(items, weights)
    of_labels = [f(binary(drawn)).value for f in (agreement.auc, agreement.calibration_error)]
    seen = {}

    def spy(statistic: Callable[..., np.ndarray], *, articles: int, n: int) -> Estimate:
        seen["value"] = statistic(np.array([weights]))[0]
        return estimate(statistic, articles=articles, n=n)

    monkeypatch.setattr(correlation, "estimate", spy)
    correlation.pooled(items, kind)
    expected = scipys(kind, [i.said for i in drawn], [i.people for i in drawn])
    assert seen["value"] == pytest.approx(expected)
    monkeypatch.setattr(agreement, "estimate", spy)
    agreement.auc(binary(items))
    assert seen["value"] == pytest.approx(of_labels[0])
    agreement.calibration_error(binary(items))
    assert seen["value"] == pytest.approx(of_labels[1])


def test_an_interval_needs_six_articles_and_holds_its_value() -> None:
    assert agreement.auc(binary(noisy(5, 20))).low is None
    found = agreement.auc(binary(noisy(6, 20)))
    assert found.low is not None
    assert found.high is not None
    assert found.low < (found.value or 0) < found.high
    assert found == agreement.auc(list(reversed(binary(noisy(6, 20)))))


def test_a_ratio_sums_before_it_divides() -> None:
    found = ratio([("a", 1, 2), ("b", 3, 10)])
    assert (found.value, found.n, found.articles) == (pytest.approx(1 / 3), 12, 2)
    assert ratio([]).value is None
    assert ratio([("a", 0, 0)]).value is None


def test_thirteen_thousand_items_take_seconds() -> None:
    items = binary(noisy(49, 265))
    began = time.process_time()
    for statistic in (
        agreement.auc,
        agreement.balanced_accuracy,
        agreement.brier,
        agreement.calibration_error,
    ):
        assert statistic(items).low is not None
    assert time.process_time() - began < 5
