"""How a sentence is shown: what of it is the page's, not the story's."""

import pytest

from summarize.pipeline.show import plain_line
from tests.pipeline.fake import story

SAID = "The council of Leeds voted to close the bridge."


@pytest.mark.parametrize(
    "dateline",
    [
        "EASTPORT — ",
        "WASHINGTON (AP) — ",
        "NEW YORK (Reuters) - ",
        "SELMA, N.C.— ",
        "FAIRVIEW, W.Va. - ",
        "HAVANA (AP ) -- ",
        "Hong Kong (AFP) – ",
        "PASADENA, Calif., Jan. 1 (UPI) — ",
        "(CNN)",
        "",
    ],
)
def test_where_a_story_was_filed_is_no_part_of_what_it_says(dateline: str):
    article = story(f"A bridge in Leeds\n\n{dateline}{SAID}\n\nIt is old.")
    assert plain_line(article, article.body()[0]) == SAID


@pytest.mark.parametrize(
    "words",
    [
        "NATO said it would stay in Leeds.",
        "IBM – the firm from Armonk – said it would stay in Leeds.",
        "The AP (AP) said that the bridge is closed.",
        "J.P. Morgan - The bank with an office in Leeds - has left.",
    ],
)
def test_words_of_the_story_are_kept(words: str):
    article = story(f"A bridge in Leeds\n\n{words}\n\nIt is old.")
    assert plain_line(article, article.body()[0]) == words


def test_of_markdown_only_what_a_reader_sees_is_kept():
    article = story(
        "# A bridge in Leeds\n\n![a bridge](https://a.example/x.png?d=1) The "
        "[council of Leeds](https://leeds.example/council) voted to close the bridge [1] (again).\n"
    )
    shown = plain_line(article, article.body()[0])
    assert shown == "The council of Leeds voted to close the bridge [1] (again)."
