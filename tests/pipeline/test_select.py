# ruff: noqa: E501  (a line of an article stays on its line)
"""Which sentences a small model is asked to word, and how they are ranked."""

import math
import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article, read
from summarize.pipeline import rank
from summarize.pipeline.found import find_values
from summarize.pipeline.select import menu, scores
from summarize.prompt import HouseStyle
from tests.pipeline.fake import STORY, story

DATA = Path(os.environ.get("SUMMARIZE_DATA", Path(__file__).resolve().parents[2] / ".." / "shared"))
GOLD = sorted((DATA / "suites" / "gum-news" / "gold").glob("*.yaml"))
SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))

QUOTING = """A vote in Leeds

“The council of Leeds has lied to the people for 20 years. It sold 40 houses to its friends in 2011,” said Tom Reed on Monday.

The council of Leeds voted on 3 June to sell 12 schools to a company from Bath.

Ann Smith, who leads the council of Leeds, said that the schools were empty and “cost us £2 million a year”.
"""


def chosen(article: Article, **style: int) -> list[int]:
    return menu(article, find_values(article), HouseStyle(**style))


@pytest.mark.parametrize(
    "path", [None, *SEEDS], ids=["story", "seed 1", "seed 2"][: len(SEEDS) + 1]
)
def test_only_sentences_of_the_story_are_offered_each_once(path: Path | None):
    article = read(str(path)) if path else story()
    numbers = chosen(article)
    assert len(numbers) == len(set(numbers))
    assert {article.at(n).kind for n in numbers} == {"body"}
    assert 5 <= len(numbers) <= 7


def test_words_said_across_sentences_are_not_offered_as_facts():
    article = story(QUOTING)
    offered = [article.at(n).words.of(article.text) for n in chosen(article)]
    assert not any("40 houses" in text or "has lied" in text for text in offered)
    assert any("cost us" in text for text in offered)
    assert any("12 schools" in text for text in offered)


def test_a_quotation_that_does_not_say_whose_is_not_offered():
    article = story(
        "A bridge in Leeds\n\n“We cannot gamble with 60 lives,” the mayor of Leeds told reporters. "
        "“The bridge of Leeds is 93 years old and not safe for lorries.”\n\n"
        "The council of Leeds voted on 3 June to close the bridge."
    )
    offered = [article.at(n).words.of(article.text) for n in chosen(article)]
    assert not any("93 years" in text for text in offered)
    assert any("gamble" in text for text in offered)


def test_sentences_with_dates_or_figures_have_seats_of_their_own():
    plain = " ".join(
        f"The council of Leeds and the people of Leeds like {name} in the council of Leeds."
        for name in ("Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus", "Hal")
    )
    article = story(
        f"Likes in Leeds\n\n{plain} Snow fell. A bus with 61 pupils sank on 4 May 2015."
    )
    best = chosen(article)[:5]
    assert article.body()[-1].number in best


def test_what_repeats_a_chosen_sentence_has_no_seat():
    again = STORY.replace(
        "Two ferries to Calais", "A crane fell on a warehouse in Dover. Two ferries to Calais"
    )
    article = story(again)
    texts = [article.at(n).words.of(article.text) for n in chosen(article)]
    assert "A crane fell on a warehouse in Dover." not in texts
    assert any(text.startswith("A crane fell on a warehouse in the harbour") for text in texts)


def test_a_short_article_offers_what_it_has():
    article = story("Rain in Wells\n\nIt rained in the whole of Wells on Monday. Nobody was hurt.")
    assert sorted(chosen(article)) == [s.number for s in article.body()]
    assert len(chosen(story(), max_points=1, min_points=1)) <= 3


def test_every_body_sentence_has_a_score_and_no_other():
    article = story()
    assert set(scores(article)) == {s.number for s in article.body()}


def test_the_fitted_weights_are_those_of_the_features():
    names = set(rank.features(["It rained on Monday.", "It did not."])[0])
    assert set(rank.weights()) == names | {"intercept"}


@given(st.lists(st.text(max_size=40), max_size=12))
def test_ranking_is_total_and_does_not_depend_on_who_asks(sentences: list[str]):
    ranked = rank.importance(sentences)
    assert len(ranked) == len(sentences)
    assert all(math.isfinite(value) for value in ranked)
    assert ranked == rank.importance(sentences)


def reached(path: Path, most: int) -> tuple[list[bool], list[bool]]:
    """Say of each must-fact whether the ranking, and whether the lead, reaches its sentence."""
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    article = read(str(path.parent / gold["article"]))
    body = [s.number for s in article.body()]
    ranked = sorted(body, key=lambda n: -scores(article)[n])
    ours, lead = [], []
    for fact in gold["facts"]:
        if fact["weight"] != "must":
            continue
        start = article.text.index(fact["quote"].split("\n")[0][:40])
        number = next(s.number for s in article.sentences if s.span.start <= start < s.span.end)
        ours.append(number in ranked[:most])
        lead.append(number in body[:most])
    return ours, lead


@pytest.mark.skipif(not GOLD, reason="the gum-news suite is not here")
@pytest.mark.parametrize("most", [5, 8])
def test_the_ranking_reaches_no_fewer_facts_than_the_first_sentences_do(most: int):
    pairs = [reached(path, most) for path in GOLD]
    ours = [hit for found, _ in pairs for hit in found]
    lead = [hit for _, found in pairs for hit in found]
    assert len(ours) >= 30
    assert sum(ours) >= sum(lead), f"{sum(ours)} against {sum(lead)} of {len(ours)}"
