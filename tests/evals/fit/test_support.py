"""The support judge is fitted on all sets at once, and its record names only the data it used."""

import hashlib
import math
from pathlib import Path

import pytest

from evals.fit import support
from evals.fit.logistic import Case, fit
from evals.fit.pairs import fit_alone, fit_with_a_model
from evals.people.data import People
from summarize.judge.support import ASKED, FEATURES
from tests.evals.agreement import made


def _case(article: str, *, label: bool, pair: str = "", **features: float) -> Case:
    return Case(article, features, label, "set", pair)


SINGLE = [_case(f"a{n}", label=n % 3 > 0, x=n % 3 + n % 2) for n in range(12)]


def test_of_a_pair_only_the_difference_is_learnt() -> None:
    # Both sides of every pair lie far up, and differ as single sentences do.
    pairs = [
        _case(f"b{n}", label=side, pair=f"p{n}", x=100 * n + side)
        for n in range(12)
        for side in (True, False)
    ]
    near = [_case(c.article, label=c.label, pair=c.pair, x=float(c.label)) for c in pairs]
    assert fit_alone(SINGLE + pairs) == pytest.approx(fit_alone(SINGLE + near))
    assert fit_alone(SINGLE + pairs)["x"] > 0


def test_a_pair_that_is_not_whole_is_left_out() -> None:
    alone = _case("b", label=True, pair="p", x=50.0)
    assert fit_alone([*SINGLE, alone]) == pytest.approx(fit_alone(SINGLE))


def test_a_models_answer_is_weighed_beside_the_figures_in_their_proportions() -> None:
    cases = [
        _case(f"a{n % 7}", label=n % 5 > 1, x=n % 3, y=n % 4 / 2, asked=float(n % 5 > 1) + n % 2)
        for n in range(70)
    ]
    alone = fit_alone(
        [_case(c.article, label=c.label, x=c.features["x"], y=c.features["y"]) for c in cases]
    )
    both = fit_with_a_model(cases)
    assert both.keys() == {"x", "y", ASKED, "intercept"}
    assert both["x"] / both["y"] == pytest.approx(alone["x"] / alone["y"])
    assert both[ASKED] > 0


@pytest.fixture
def people(tmp_path: Path) -> People:
    made.claims(tmp_path)
    qags = [made.claim("qags", "q", 3, good=True, corpus="cnndm")]
    made.write(tmp_path, "qags.claims", qags)
    made.write(tmp_path, "summedits_news.claims", [])
    articles = [{"key": f"bump:{a}", "article": made.text(n)} for n, a in enumerate(made.ARTICLES)]
    for key, number in (("frank:again", 0), ("frank:xsum", 9), ("qags:q", 3)):
        articles.append({"key": key, "article": made.text(number)})
    made.write(tmp_path, "articles", articles)
    return People(tmp_path)


def test_sentences_are_described_but_those_of_the_confounded_set(people: People) -> None:
    cases = support.judged(people)
    assert {c.origin for c in cases} == {"bump", "frank cnndm", "qags cnndm"}
    assert all(c.features.keys() == FEATURES.keys() for c in cases)
    # The article that FRANK and BUMP share goes by one name.
    (again,) = [c for c in cases if c.origin == "frank cnndm"]
    assert again.article in {c.article for c in cases if c.origin == "bump"}


def test_a_sentence_copied_whole_is_marked_for_nobody_is_asked_about_it(tmp_path: Path) -> None:
    claims = [
        made.claim("qags", "q", 3, good=True, corpus="cnndm", sentence=said)
        for said in ("The mayor of town 3 resigned on Monday.", "The mayor of town 3 resigned")
    ]
    made.write(tmp_path, "qags.claims", claims)
    for other in ("frank", "summedits_news", "bump"):
        made.write(tmp_path, f"{other}.claims", [])
    made.write(tmp_path, "articles", [{"key": "qags:q", "article": made.text(3)}])
    assert [case.copied for case in support.judged(People(tmp_path))] == [True, False]


def test_the_record_names_only_the_sets_that_were_asked_about(people: People) -> None:
    claims = [c for f in support.FILES for c in people.rows(f) if c.dataset != "qags"]
    odds = {(c.key, c.sentence): 3.0 if c.supported else -3.0 for c in claims}
    record = support.fitted(people, odds)
    assert record["data_sha256"].keys() == {"articles", "bump.claims", "frank.claims"}
    path = people.path(support.FILES[0])
    assert record["data_sha256"]["frank.claims"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert record["cross_fitted_by_article"].keys() == {"bump", "frank cnndm"}
    assert record["weights"].keys() == {*FEATURES, ASKED, "intercept"}
    bump = record["cross_fitted_by_article"]["bump"]
    assert (bump["pairs"], bump["ordered_right"][0]) == (7, 1.0)


def test_a_pair_is_ordered_by_all_sentences_that_differ() -> None:
    cases = [
        _case("a", label=True, pair="p 0", x=0),
        _case("a", label=False, pair="p 0", x=0),
        _case("a", label=True, pair="p 1", x=0),
        _case("a", label=False, pair="p 1", x=0),
        _case("b", label=True, pair="q 0", x=0),
        _case("b", label=False, pair="q 0", x=0),
    ]
    odds = [3.0, -3.0, -1.0, 1.0, 0.0, 0.0]
    share = support.ordered(cases, [1 / (1 + math.exp(-o)) for o in odds])
    # Of a, what the first sentence wins is more than what the second loses; b is a tie.
    assert (share.value, share.n) == (0.5, 2)


def test_the_fit_without_pairs_is_the_plain_one() -> None:
    assert fit_alone(SINGLE) == pytest.approx(fit(SINGLE, penalty=30.0))
