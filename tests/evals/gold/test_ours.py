"""The gold that is shipped, and the gum-news suite where it is at hand."""

import os
from pathlib import Path

import pytest

from evals.gold.load import load, load_article
from evals.match import match_all
from evals.proof import check_file
from evals.trial import Said, Trial
from summarize.article import from_text

ROOT = Path(__file__).resolve().parents[3]
OURS = sorted((ROOT / "evals" / "gold").glob("*.yaml"))
DATA = Path(os.environ.get("SUMMARIZE_DATA", ROOT / ".." / "shared"))
GUM = DATA / "suites" / "gum-news" / "gold"
SEEDS = ROOT / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not at hand")
@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_gold_is_proven(path: Path) -> None:
    assert check_file(path)[1] == []


@pytest.mark.skipif(not GUM.is_dir(), reason="the gum-news suite is not at hand")
def test_gum_news_is_accepted_as_it_is() -> None:
    paths = sorted(GUM.glob("*.yaml"))
    assert len(paths) == 12
    assert [fault for path in paths for fault in check_file(path)[1]] == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not at hand")
def test_every_seed_has_its_gold() -> None:
    assert [path.stem for path in OURS] == [path.stem for path in sorted(SEEDS.glob("*.txt"))]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_gold_is_as_large_as_we_ask_of_editors(path: Path) -> None:
    gold = load(path).gold
    must = [fact for fact in gold.facts if fact.weight == "must"]
    typed = [fact for fact in gold.facts if fact.value is not None]
    assert len(gold.facts) >= 15
    assert 5 <= len(must) <= 8
    assert len(typed) * 2 > len(gold.facts)
    assert len(gold.traps) >= 8
    assert all(trap.why for trap in gold.traps)
    assert gold.reference


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not at hand")
@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_facts_come_from_all_of_the_article(path: Path) -> None:
    loaded = load(path)
    body = load_article(loaded).body()
    text = " ".join(load_article(loaded).text.split())
    last = " ".join(body[-1].words.of(load_article(loaded).text).split())
    end = text.index(last) + len(last)
    places = [text.index(" ".join(fact.quote.split())[:30]) / end for fact in loaded.gold.facts]
    for third in range(3):
        inside = [at for at in places if third / 3 <= at < (third + 1) / 3]
        assert len(inside) >= len(places) / 6


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not at hand")
@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_the_editor_falls_into_no_trap(path: Path) -> None:
    loaded = load(path)
    article = load_article(loaded)
    texts = [
        from_text(loaded.gold.reference or ""),
        from_text(" ".join(fact.states for fact in loaded.gold.facts)),
        article,
    ]
    for text in texts:
        sentences = [s.words.of(text.text) for s in text.sentences if s.kind != "boilerplate"]
        said = tuple(Said(words, "text", evidence=None, passed=None) for words in sentences)
        matched = match_all(Trial(article, loaded.gold, said, system="editor", summary=None))
        fallen = [trap.id for trap in matched.traps.values() if trap.verdict == "stated"]
        assert fallen == []


@pytest.mark.parametrize(("written", "day"), [("000", "2016-07"), ("002", "--10-25")])
def test_the_two_dates_that_every_summary_was_asked_for_are_must_facts(
    written: str, day: str
) -> None:
    (path,) = (path for path in OURS if path.stem.startswith(written))
    dates = [f.value.date for f in load(path).gold.facts if f.value and f.weight == "must"]
    assert day in dates
