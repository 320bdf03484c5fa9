"""A sentence ends where a reader would say it ends, and every character belongs to one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.article import from_text, visible
from summarize.article.sentences import paragraphs


def split(text: str) -> list[str]:
    return [span.of(text) for block in paragraphs(text) for span in block]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“out of politeness,” Beijing said on Thursday, in his first.", 1),
        ("at the Hall in Washington D.C. The six - member team won.", 2),
        ("arrived in Washington D.C. after many difficulties.", 1),
        ("policies of U.S. President Donald Trump are new.", 1),
        ("traveling to the U.S. The President later took action.", 2),
        ("Undersecretary Mr. Toccafondi says no.", 1),
        ("a cost of NZ $ 26 million, although. It rose.", 2),
        ("He came at 5 a.m. on Monday. She left at 6 p.m. Then it rained.", 3),
        ("They meet at 5 p.m. Monday in Rome.", 1),
        ("J. K. Rowling wrote it. J.K. Rowling did.", 2),
        ("They were No. 5 in St. Louis last year.", 1),
        ("Is it him? No. It is not.", 3),
        ("It fell 2.5 per cent. Visit www.flag.govt.nz and Gawker.com now.", 2),
        ("He fell ill. Doctors came.", 2),
        ("He left on Oct. 25. No one came.", 2),
        ("He left on Oct. 25. 2017, with her. 2018 was dry.", 2),
        ("He left on Oct. 25. 2017 was a dry year.", 2),
        ("Sales rose 1.5%.Malta sold more again.U.S. firms did too.", 3),
        ("The mine stays shut.ACME's price fell. Visit report.PDF now.", 3),
        ("He works at Apple Inc. She works at I.B.M. They met.", 3),
        ("Adm. James G. Stavridis met Sen. John McCain Jr. about it.", 1),
        ("Glorioso reports for Naples (Fla.) Daily News.", 1),
        ("mid-Jan. 2016 was cold.", 1),
        ("1. The first rule. 2. The second.", 2),
        ("The answer was search for truth ... As of 15:11 it was up.", 2),
        ("We waited ... and waited.", 1),
        ("We met. . . They left.", 2),
        ("Yahoo! said on Monday it will.", 1),
        ("今日は晴れ。明日は雨。", 2),
    ],
)
def test_an_abbreviation_initial_number_or_address_does_not_end_a_sentence(text, expected):
    assert len(split(text)) == expected, split(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We are serious," she said, but refused. "I am told: no," Baird said.', 2),
        ('"It is bad. It is worse," said KCNA. "It ends", it added.', 3),
        ('"Why?" Kim asked on Monday. He left.', 2),
        ("“Isn’t that a bribe?” Trump asked. “I think so.”", 2),
        ('"Stop!" she said.', 1),
        ('He said "All are dead. None are left." Then he went.', 3),
        ('"It is a long game." - Matthew Ingram', 1),
        ('a "significant public benefit." The President has drawn praise.', 2),
    ],
)
def test_an_attribution_stays_with_its_quotation(text, expected):
    assert len(split(text)) == expected, split(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for more than a year.Xi Jinping", ["for more than a year.", "Xi Jinping"]),
        ('the big move."I see the anxiety."', ["the big move.", '"I see the anxiety."']),
        ('"It was great."He left.', ['"It was great."', "He left."]),
        ("It was in 2015.The end.", ["It was in 2015.", "The end."]),
        ("See Booking.Com and Node.Js now.", ["See Booking.Com and Node.Js now."]),
        ("the U.S.Army and Mr.Smith", ["the U.S.Army and Mr.Smith"]),
    ],
)
def test_a_glued_sentence_is_a_sentence_and_an_address_is_not(text, expected):
    assert split(text) == expected


def test_a_blank_line_ends_a_sentence_without_a_full_stop():
    assert split("A headline\n\nThe first paragraph.") == ["A headline", "The first paragraph."]


def test_a_line_is_a_paragraph_where_lines_are_long():
    first = "The council met on Monday " + "and talked about the bridge " * 6 + "at length."
    assert split(f"Short title here\n{first}\nA last line.") == [
        "Short title here",
        first,
        "A last line.",
    ]


WRAPPED = """\
The council met on Monday to vote on the plan for the new
bridge over the river. Mr. Smith, who was not there, said
work would start in May 2016 and cost $4.2 million. It is
the third bridge over the Severn, and the first since the
war ended.

- A list item
- Another
"""


def test_hard_wrapped_lines_do_not_end_a_sentence():
    found = [" ".join(words.split()) for words in split(WRAPPED)]
    assert found == [
        "The council met on Monday to vote on the plan for the new bridge over the river.",
        "Mr. Smith, who was not there, said work would start in May 2016 and cost $4.2 million.",
        "It is the third bridge over the Severn, and the first since the war ended.",
        "- A list item",
        "- Another",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_every_kind_of_line_break_divides_paragraphs(newline):
    text = f"A title{newline}{newline}One sentence. Two.{newline}"
    assert split(text) == ["A title", "One sentence.", "Two."]


MARKS = [
    *(". ", ".\n\n", '."', "?” ", "Mr. ", "U.S. ", "...", "\r\n", "\r", "\x00", "\u200b", "\u2028"),
    *("<!--", "-->", "[INST]", "---\n", "READ ALSO: ", "Xi Jinping", "May 7, 2015 ", "\ud800", "İ"),
]
PIECES = st.one_of(st.text(), st.sampled_from(MARKS))


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30).map("".join).filter(lambda text: visible(text).strip()))
def test_sentences_tile_the_text_and_are_numbered_in_order(text):
    sentences = from_text(text).sentences
    assert "".join(sentence.span.of(text) for sentence in sentences) == text
    assert [sentence.number for sentence in sentences] == list(range(1, len(sentences) + 1))
    for sentence in sentences:
        words = sentence.words.of(text)
        assert sentence.span.contains(sentence.words)
        assert words == words.strip() == sentence.span.of(text).strip()
