# ruff: noqa: E501  (a case stays on its line)
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.values.quotes import find_quotations


def said(text):
    return [(q.text, q.speaker_name) for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("“We won,” he said.", ["We won,"], id="curly"),
        pytest.param('"We won," he said.', ["We won,"], id="straight"),
        pytest.param("``We won,'' he said.", ["We won,"], id="typewriter"),
        pytest.param("‘We won,’ he said.", ["We won,"], id="single curly"),
        pytest.param("'We won,' he said.", ["We won,"], id="single straight"),
        pytest.param("It's the dogs' bones and Xi's letter.", [], id="apostrophes"),
        pytest.param("In the '90s it was rock 'n' roll.", [], id="elisions"),
        pytest.param(
            "'I saw the dogs' bones,' he said.", ["I saw the dogs' bones,"], id="apostrophe inside"
        ),
        pytest.param(
            "“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"], id="nested single"
        ),
        pytest.param(
            "“He said “no” to me,” she said.", ["He said “no” to me,"], id="nested double"
        ),
        pytest.param('"One. Two? Three!" he said.', ["One. Two? Three!"], id="several sentences"),
        pytest.param('He had 3" nails.', [], id="a mark alone"),
        pytest.param("“Never closed.\nNext line.", [], id="never closed"),
        pytest.param(
            "“One part.\n\n“Another part,” Xi Jinping said.",
            ["One part.", "Another part,"],
            id="paragraph goes on",
        ),
        pytest.param('""', [], id="empty"),
    ],
)
def test_a_quotation_is_what_stands_between_marks(text, found):
    assert [q.text for q in find_quotations(text)] == found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("“We won the vote,” said Yang Moo-jin.", "Yang Moo-jin", id="said X"),
        pytest.param("“We won the vote,” Yang Moo-jin told AFP.", "Yang Moo-jin", id="X told"),
        pytest.param("Yang Moo-jin said: “We won the vote.”", "Yang Moo-jin", id="X said colon"),
        pytest.param(
            "Yang Moo-jin said the vote was “a great win” on Monday.", "Yang Moo-jin", id="partial"
        ),
        pytest.param(
            "“We won the vote”, according to Yang Moo-jin.", "Yang Moo-jin", id="according to"
        ),
        pytest.param(
            "According to Yang Moo-jin, “we won the vote”.",
            "Yang Moo-jin",
            id="according to, before",
        ),
        pytest.param("Yang Moo-jin: “We won the vote.”", "Yang Moo-jin", id="colon"),
        pytest.param(
            "“We won,” Yang Moo-jin, editor of the Post, said. “At last.”",
            "Yang Moo-jin",
            id="aside",
        ),
        pytest.param(
            "“We won the vote,” said Sen. Maria Cantwell of Texas.",
            "Maria Cantwell",
            id="shortened title",
        ),
        pytest.param("Kim Jong-un wished Xi “great success” in it.", "Kim Jong-un", id="wished"),
        pytest.param(
            "“We won the vote,” Chinese foreign ministry spokeswoman Hua Chunying said.",
            "Hua Chunying",
            id="role",
        ),
        pytest.param(
            "Hua Chunying told reporters it was late. Mr Xi had replied “out of politeness,” she said.",
            "Hua Chunying",
            id="two speakers",
        ),
        pytest.param(
            "Professor Yang Moo-jin came. “We won the vote,” Yang said.",
            "Yang Moo-jin",
            id="fullest name",
        ),
        pytest.param(
            "Barack Obama tweeted:\n\n“Cool clock, Ahmed.”", "Barack Obama", id="paragraph before"
        ),
        pytest.param(
            "“They came,” said Nathan Law.\n\n“They left at once.”",
            "Nathan Law",
            id="goes on in a paragraph",
        ),
        pytest.param(
            "“We won,” said Yang Moo-jin. “It took us long enough.”",
            "Yang Moo-jin",
            id="the next sentence",
        ),
        pytest.param(
            "“We won,” Mr. Yang said. “It took us long enough.”",
            "Yang",
            id="a title is no end of a sentence",
        ),
        pytest.param(
            "“We won the vote,” Mr. Yang told the “Today” show. “It took us long enough.”",
            "Yang",
            id="a term between",
        ),
        pytest.param(
            "Mr. Yang said it was “a fine day for all” and that it “took us long enough”.",
            "Yang",
            id="the same sentence",
        ),
        pytest.param(
            "Mr. Yang said it was “a fine day for all,” adding, “It took us long.”",
            "Yang",
            id="adding",
        ),
        pytest.param(
            "Mr. Yang called it “a fine day for all”; for Ms. Cho it was “long enough”.",
            None,
            id="another's part of the sentence",
        ),
        pytest.param("But, said Mr. Yang, “it took us long.”", "Yang", id="inverted, before"),
        pytest.param("“It took us long.” — Yang Moo-jin", "Yang Moo-jin", id="dash"),
        pytest.param("“Vote took long” — Daily News", None, id="a title and its paper"),
        pytest.param(
            "Mr. Yang says too many lost heart. “They feel like bad workers now.”",
            "Yang",
            id="after a reported sentence",
        ),
        pytest.param(
            "Ms. Cho, an aide who ran the office that year, said it was “far too late”.",
            "Cho",
            id="a long aside",
        ),
        pytest.param("Ms. Cho said she wants “a total ban now”.", "Cho", id="said she wants"),
        pytest.param(
            "Ms. Cho brushed off Mr. Yang’s comments as “a total waste”.",
            None,
            id="comments is a noun here",
        ),
        pytest.param(
            "Ms. Cho played a video that said, “Come to us.”", None, id="that is not Ms. Cho"
        ),
        pytest.param(
            "The deal is “as good as dead” by now, Yang Moo-jin said on Monday.",
            "Yang Moo-jin",
            id="end of sentence",
        ),
        pytest.param(
            "Even as Mr. Yang claimed that “it was a fine win,” one of his aides said the count"
            " was wrong.",
            "Yang",
            id="a verb after it has its own clause",
        ),
        pytest.param("They had “volunteers” in millions.", None, id="term"),
        pytest.param("The girls were granted “parole” status.", None, id="status"),
        pytest.param("A robot named “Better Idea” won.", None, id="title"),
        pytest.param(
            "Yang Moo-jin left. Ban Ki-moon came. “We won the vote,” he said.",
            None,
            id="two he could be",
        ),
    ],
)
def test_a_speaker_is_who_the_text_says(text, speaker):
    assert [name for _, name in said(text)][-1] == speaker


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        pytest.param("Mr. Yang", "Yang Moo-jin", id="the name"),
        pytest.param("An aide to Mr. Yang", "An aide to Mr. Yang", id="not whose aide"),
        pytest.param("Mr. Yang’s lawyer", "Mr. Yang’s lawyer", id="not whose lawyer"),
        pytest.param("The Yang campaign", "The Yang campaign", id="not after whom"),
        pytest.param("The lawyer Park Jin-hee", "Park Jin-hee", id="role before"),
        pytest.param("Mr. Yang and Mr. Kim", "Mr. Yang and Mr. Kim", id="two"),
    ],
)
def test_a_name_inside_a_description_is_not_the_speaker(speaker, name):
    text = f"Yang Moo-jin, 50, came to the hall.\n\n{speaker} said: “We won the vote.”"
    assert said(text)[-1][1] == name


def test_a_speaker_stands_where_the_span_says():
    text = "“It is late,” said KCNA. “It is over”, it added."
    first, second = find_quotations(text)
    assert first.speaker is not None
    assert first.speaker.of(text) == "KCNA"
    assert second.speaker is not None
    assert second.speaker.of(text) == "it"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Millions of “volunteers” came.", "scare"),
        ("It began to prepare a “quasi-state of war”.", "scare"),
        ("“We won,” he said.", "said"),
        ("“Nobody has ever seen anything like this in our town before.”", "said"),
    ],
)
def test_a_term_is_not_speech(text, kind):
    assert [q.kind for q in find_quotations(text)] == [kind]


@given(st.text(alphabet="aB. ,\n\"'“”‘’said", max_size=80))
def test_any_text_has_quotations_that_stand_where_they_say(text):
    for quotation in find_quotations(text):
        assert quotation.span.of(text) == quotation.text
        assert quotation.text.strip() == quotation.text != ""
