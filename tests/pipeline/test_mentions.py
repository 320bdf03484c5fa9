# ruff: noqa: E501  (a line of an article stays on its line)
"""Dates, numbers, quotations and names come from the article alone, each once, each proved."""

import os
from pathlib import Path

import pytest

from summarize.article import Article, read
from summarize.pipeline import mentions
from summarize.pipeline.found import find_values
from summarize.pipeline.verify import Candidate, Checked, checked
from tests.pipeline.fake import story

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
DATA = Path(os.environ.get("SUMMARIZE_DATA", Path(__file__).resolve().parents[2] / ".." / "shared"))
NEWS = sorted((DATA / "suites" / "gum-news" / "articles").glob("*.txt"))

DATED = """A fire in Wells

A fire destroyed the market hall of Wells on 12 May 2015. The hall opened in 1890. The fire of 12 May 2015 began in a bakery.

The council met on 13 May and gave £40,000 to 12 shopkeepers. It will give another £40,000 to them in June 2016, the mayor Ann Smith said.

“The hall will stand again,” said Smith. The words “never again and never more” stood on a wall.
"""


def all_of(article: Article, accepted: list[Checked] | None = None):
    found = find_values(article)
    stated = accepted or []
    return (
        mentions.quotes(article, found),
        mentions.dates(article, found, stated),
        mentions.numbers(article, found, stated),
        mentions.names(article, found),
    )


def test_every_date_is_listed_once_with_its_iso_form():
    dates = all_of(story(DATED, published=None))[1]
    known = [d.iso for d in dates if d.iso]
    assert len(known) == len(set(known))
    assert {"2015-05-12", "1890", "2016-06"} <= set(known)


def test_every_number_is_listed_once_with_value_and_unit():
    numbers = all_of(story(DATED))[2]
    assert [(n.value, n.unit) for n in numbers].count((40_000.0, "GBP")) == 1
    assert 12.0 in [n.value for n in numbers]
    assert not {2015.0, 1890.0, 2016.0} & {n.value for n in numbers}


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        pytest.param("Smoke came from police posts 312 and 313.", [], id="posts by their numbers"),
        pytest.param("Flight 90 left at noon, and came back.", [], id="a flight"),
        pytest.param("The storm hurt 61 near gate 14 of the port.", [61.0], id="people"),
        pytest.param(
            "The mayor has 24 posts and 36 police posts left.", [24.0, 36.0], id="counted"
        ),
        pytest.param("It costs $250 on route 66.", [250.0], id="money"),
    ],
)
def test_a_number_that_only_tells_things_apart_is_not_listed(sentence, listed):
    numbers = all_of(story(f"News of the day\n\n{sentence}\n"))[2]
    assert [n.value for n in numbers] == listed


def test_a_quotation_needs_a_speaker():
    said = {q.text: q.speaker for q in all_of(story(DATED))[0]}
    assert any("stand again" in text for text in said)
    assert not any("never again" in text for text in said)
    assert all(speaker and "Smith" in speaker for speaker in said.values())


def test_what_a_date_is_about_is_said_by_an_accepted_statement_where_there_is_one():
    article = story(DATED)
    sentence = article.body()[1]
    told = checked(article, Candidate("key_points", "The hall opened in 1890.", (sentence.words,)))
    assert told.reasons == []
    (date,) = [d for d in all_of(article, [told])[1] if d.iso == "1890"]
    assert date.event == "The hall opened in 1890."


def test_values_in_boilerplate_are_not_listed():
    text = DATED + "\nREAD ALSO: 99 Ways To Lose Weight Before 1 July 2019\n"
    article = story(text)
    assert article.sentences[-1].kind == "boilerplate"
    _, dates, numbers, _ = all_of(article)
    assert "2019-07-01" not in [d.iso for d in dates]
    assert 99.0 not in [n.value for n in numbers]


@pytest.mark.parametrize("path", [*SEEDS, *NEWS], ids=lambda path: path.stem)
def test_everything_listed_is_proved_by_its_article(path: Path):
    article = read(str(path))
    body = {s.number for s in article.body()}
    quotes, dates, numbers, names = all_of(article)
    for item in (*quotes, *dates, *numbers, *names):
        assert item.evidence
        assert all(c.status != "failed" for c in item.checks)
        for piece in item.evidence:
            assert piece.text == article.text[piece.start : piece.end]
            assert piece.sentence in body
    for quote in quotes:
        assert " ".join(quote.evidence[0].text.split()).startswith(quote.text[:20])
    for date in dates:
        assert any(date.as_written in piece.text for piece in date.evidence)
    for number in numbers:
        assert any(number.as_written in piece.text for piece in number.evidence)
    for name in names:
        assert name.name.split()[-1] in article.text
    assert len({(q.text, q.speaker) for q in quotes}) == len(quotes)
    assert len({n.name.casefold() for n in names}) == len(names)
    assert len({d.iso for d in dates if d.iso}) == len([d for d in dates if d.iso])
    assert max(map(len, (quotes, dates, numbers))) <= 8
