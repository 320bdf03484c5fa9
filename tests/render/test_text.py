"""Text for a terminal: its width, its footnotes, and nothing that a terminal would obey."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.render import render, render_all, render_failure
from summarize.render.plain import plain, visible
from summarize.render.view import Entry
from summarize.render.wording import date_label, in_words
from summarize.render.wrap import Run, columns, paint, wrap
from summarize.summary import DateMention, Summary
from tests.render import samples

SUMMARIES = [samples.xi_writes, samples.kim_congratulates, samples.hostile, samples.empty]
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("make", SUMMARIES)
@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_no_line_is_wider_than_the_terminal_unless_one_word_is(make, width: int) -> None:
    for line in render(make(), "text", width=width).splitlines():
        assert columns(line) <= width or max(map(columns, line.split())) > width - 12


def test_a_line_is_never_wider_than_can_be_read() -> None:
    lines = render(samples.xi_writes(), "text", width=300).splitlines()
    assert max(map(columns, lines)) <= 100


@pytest.mark.parametrize("make", SUMMARIES)
def test_colour_adds_bold_and_dim_and_nothing_else(make) -> None:
    coloured = render(make(), "text", width=80, colour=True)
    assert set(ANSI.findall(coloured)) <= {"\x1b[1m", "\x1b[2m", "\x1b[0m"}
    assert ANSI.sub("", coloured) == render(make(), "text", width=80)


@pytest.mark.parametrize("format_", ["text", "md"])
def test_nothing_an_article_holds_reaches_the_terminal_as_a_control(format_: str) -> None:
    shown = render(samples.hostile(), format_) + render_failure(samples.failure(), format_)
    controls = {c for c in shown if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"}
    assert controls == set()
    assert "␛[2J" in shown or "␛\\[2J" in shown


@given(st.text(st.characters(exclude_categories=())))
def test_plain_text_is_one_line_that_can_be_written_and_obeys_nothing(text: str) -> None:
    shown = plain(text)
    shown.encode()
    assert not any(unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") for c in shown)
    assert not any(unicodedata.bidirectional(c) in ("RLO", "LRO", "RLI", "PDF") for c in shown)
    assert plain(shown) == shown


def test_joiners_that_scripts_and_emoji_need_are_kept() -> None:
    assert visible("می‌خواهم 👩‍💻") == "می‌خواهم 👩‍💻"


def test_words_cited_twice_are_one_footnote() -> None:
    shown = render(samples.xi_writes(), "text")
    assert shown.count("Mr Xi had responded “out of politeness,” she said.") == 1
    marks = [int(n) for n in re.findall(r"^ +\[(\d+)\]", shown, re.MULTILINE)]
    assert marks == list(range(1, 12))


def test_every_mark_has_its_footnote_with_sentence_and_offsets() -> None:
    summary = samples.kim_congratulates()
    shown = render(summary, "text", width=100)
    evidence = summary.key_points[1].evidence[0]
    assert f"[2] s{evidence.sentence}, {evidence.start}–{evidence.end}: On Wednesday," in shown


def test_an_event_that_a_key_point_tells_is_not_told_again() -> None:
    shown = render(samples.xi_writes(), "text")
    assert "July 2016 — see point 2\n" in shown
    assert shown.count("last reported a message") == 1


def test_a_statement_is_never_shortened() -> None:
    shown = " ".join(render(samples.xi_writes(), "text", width=40).split())
    for point in samples.xi_writes().key_points:
        assert point.statement in shown


def test_the_rejected_stands_after_all_that_is_published_with_its_reasons() -> None:
    published, rejected = render(samples.xi_writes(), "text").split("\nRejected")
    assert "10,000" not in published
    assert "1953 is not in the article" in rejected
    assert "(key point)" in rejected


def test_a_check_that_could_not_judge_is_told_beside_its_statement() -> None:
    shown = render(samples.xi_writes(), "text")
    assert "(names could not judge: “ruling party” has no name)" in shown
    assert "147 checks passed, 1 could not judge." in shown.replace("\n", " ")


def test_an_empty_summary_says_so() -> None:
    shown = render(samples.empty(), "text")
    assert "Nothing is published." in shown
    assert "Nothing was checked." in shown
    assert "Key points" not in shown


def test_a_failure_names_the_article_the_fault_and_where_the_answer_is() -> None:
    shown = render_failure(samples.failure(), "text")
    assert "seeds/<b>␛[31m.txt: no summary" in shown
    assert "DraftError: the answer is not JSON: use a larger model" in shown
    assert "/tmp/answers/1.txt" in shown


def test_several_summaries_follow_one_another() -> None:
    entries = [Entry(samples.xi_writes()), Entry(samples.failure()), Entry(samples.empty())]
    shown = render_all(entries, "text")
    assert shown.index("Xi sends Kim") < shown.index("no summary") < shown.index("standard input")


@pytest.mark.parametrize(
    ("written", "iso", "label"),
    [
        pytest.param("25 October", None, "25 October", id="the year is not known"),
        pytest.param("25 October", "2017-10-25", "25 October 2017", id="the year is added"),
        pytest.param("July 2016", "2016-07", "July 2016", id="a month"),
        pytest.param("in 1990", "1990", "in 1990", id="a year"),
        pytest.param("Thursday", "2017-11-02", "2 November 2017 (“Thursday”)", id="derived"),
        pytest.param("5 October", "2017-10-25", "25 October 2017 (“5 October”)", id="not inside"),
        pytest.param("soon", "2017-13-45", "soon", id="no such day"),
        pytest.param("", "2017-10-25", "25 October 2017", id="nothing written"),
    ],
)
def test_a_date_is_given_in_full_beside_the_articles_own_words(
    written: str, iso: str | None, label: str
) -> None:
    mention = DateMention(as_written=written, iso=iso, event="", evidence=[], checks=[])
    assert date_label(mention) == label


def test_the_29th_of_february_is_a_day_in_leap_years_only() -> None:
    assert in_words("2024-02-29") == "29 February 2024"
    assert in_words("2023-02-29") is None


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("Xi", 2),
        ("習近平", 6),
        ("한국", 4),
        ("e\u0301", 1),
        ("👩", 2),
        ("“—”", 3),
        ("نص", 2),
        ("", 0),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, wide: int) -> None:
    assert columns(text) == wide


def test_ideographs_break_without_spaces_but_not_before_a_full_stop() -> None:
    lines = paint(wrap([Run("習近平が手紙。")], width=12), colour=False)
    assert lines == ["習近平が手", "紙。"]


def test_a_mark_stays_with_its_last_word() -> None:
    summary = samples.kim_congratulates()
    for width in range(30, 100):
        for line in render(summary, "text", width=width).splitlines():
            assert not re.fullmatch(r"\s*\[\d+\]", line)


@given(st.text(), st.integers(30, 100))
def test_wrapping_loses_no_character_and_keeps_the_width(text: str, width: int) -> None:
    words = plain(text)
    lines = paint(wrap([Run(words)], width=width, first="- ", rest="  "), colour=False)
    assert "".join("".join(lines).removeprefix("-").split()) == "".join(words.split())
    for line in lines:
        assert columns(line) <= width or " " not in line.strip().removeprefix("- ")


def test_a_summary_made_by_a_user_renders_from_its_json() -> None:
    again = Summary.model_validate_json(render(samples.xi_writes(), "json"))
    assert render(again, "text") == render(samples.xi_writes(), "text")
