import pytest

from evals.agreement.dates import dates, when
from evals.agreement.found import date_figures, day_figures

TEXT = "Talks began on 3 March 1998 and ended yesterday. Now they may resume in 1999."


def mark(words, value, kind="DATE"):
    start = TEXT.index(words)
    return {
        "text": words,
        "start": start,
        "end": start + len(words),
        "type": kind,
        "value": value,
        "tid": "t",
    }


def judged(*marks, published="1998-03-10"):
    rows = [{"article_id": "a", "date": published, "timex3": list(marks)}]
    return dates(rows, {"tempeval3_tbaq:a": TEXT})


@pytest.mark.parametrize(
    ("marked", "value", "verdict"),
    [
        pytest.param("3 March 1998", "1998-03-03", "right", id="the day"),
        pytest.param("March 1998", "1998-03-03", "right", id="words that overlap"),
        pytest.param("3 March 1998", "1998-03-04", "wrong", id="another day"),
        pytest.param("yesterday", "1998-03-09", "right", id="relative to the document's day"),
        pytest.param("1999", "1999", "right", id="the year"),
        pytest.param("1999", "1999-XX-XX", "none", id="some day of it: nothing certain"),
        pytest.param("Now", "PRESENT_REF", "none", id="vague, and not looked for"),
    ],
)
def test_a_date_is_judged_by_its_value(marked, value, verdict):
    first = judged(mark(marked, value))[0]
    assert (first.expected, first.verdict) == (marked, verdict)


def test_what_nobody_marked_is_found_too_often_unless_it_is_a_time_of_day():
    items = judged(
        mark("3 March 1998", "1998-03-03"), mark("yesterday", "1998-03-09T10:00", "TIME")
    )
    assert [i.found for i in items if i.expected is None] == ["1999"]


def test_a_vague_reference_counts_in_one_figure_only():
    marks = [("3 March 1998", "1998-03-03"), ("yesterday", "1998-03-09"), ("Now", "PRESENT_REF")]
    figures = date_figures(judged(*(mark(*m) for m in marks), mark("1999", "1999")))
    assert (figures["precision"].value, figures["recall"].value) == (1.0, 3 / 4)
    assert figures["f1"].value == 2 * 3 / 7
    assert figures["f1_calendar"].value == 1.0
    assert figures["right_value"].value == 1.0


def test_a_phrase_nobody_marked_counts_against_precision():
    figures = date_figures(judged(mark("3 March 1998", "1998-03-03"), mark("1999", "1999")))
    assert figures["precision"].value == 2 / 3
    assert figures["f1"].value == 2 * 2 / 5


def test_a_date_left_unresolved_is_wrong_in_the_stricter_figure():
    figures = date_figures(judged(mark("yesterday", "1998-03-09"), published=None))
    assert figures["right_value"].value is None
    assert figures["right_value_of_found"].value == 0.0


@pytest.mark.parametrize(
    ("text", "parsed", "phrase", "verdict", "impossible"),
    [
        ("It began on Wednesday.", "2016-11-09", "Wednesday", "right", False),
        ("It began on Wednesday.", "2016-11-08", "last night", "wrong", False),
        ("It began at dawn.", "2016-11-09", "at dawn", "none", False),
        ("It began on Saturday.", "2016-11-13", "Saturday", "wrong", True),
    ],
)
def test_an_answer_to_when_is_right_if_its_day_is_found(text, parsed, phrase, verdict, impossible):
    answers = {"when": [{"text": phrase, "parsed": parsed, "coderPhraseCount": 3}]}
    rows = [{"article_id": "a", "date": "2016-11-10 08:00:00", "w": answers}]
    (item,) = when(rows, {"giveme5w1h:a": text})
    assert (item.verdict, item.impossible) == (verdict, impossible)
    figures = day_figures([item])
    assert figures["right_day"].value == (verdict == "right")
    assert (figures["right_day_of_possible"].value is None) is impossible


def test_a_row_without_a_day_of_publication_is_read_without_one():
    answers = {"when": [{"text": "2 November 2016", "parsed": "2016-11-02"}]}
    rows = [{"article_id": "a", "date": "None", "w": answers}]
    (item,) = when(rows, {"giveme5w1h:a": "It began on 2 November 2016."})
    assert (item.published, item.verdict) == (None, "right")


def test_nothing_to_compare_gives_no_figures():
    figures = date_figures(dates([], {})) | day_figures(when([], {}))
    assert {figure.value for figure in figures.values()} == {None}
