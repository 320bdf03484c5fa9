"""What surrounds an article is told from the article, by kind and not by case."""

import os
from pathlib import Path

import pytest

from summarize.article import Article, from_text, read

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared"))
NEWS = DATA / "suites" / "gum-news" / "articles"

BODY = (
    "The council of Wells met on Monday to vote on a bridge over the river Axe. "
    "Ann Smith, who leads it, said work would start in July 2016."
)


def by_kind(article: Article, kind: str) -> list[str]:
    return [s.words.of(article.text) for s in article.sentences if s.kind == kind]


def kinds_of(line: str) -> set[str]:
    """Return the kinds of one line between two paragraphs of a story."""
    text = f"Council votes for a bridge\n\n{BODY}\n\n{line}\n\nThe vote was 6-3. {BODY}\n"
    article = from_text(text)
    start = text.index(line)
    return {s.kind for s in article.sentences if start <= s.words.start < start + len(line)}


@pytest.mark.parametrize(
    "line",
    [
        "READ ALSO: Mayor Of Bath Resigns; Is She Right?",
        "Read also: Mayor of Bath resigns",
        "RELATED: Ten bridges you must see",
        "Related stories:",
        "You may also like",
        "In pictures 24 show all 1/24 Wells, England AP 2/24 Bath, England Reuters 3/24 Axe",
        "Click here to download our app on your phone",
        "Download the Daily News app for breaking alerts",
        "Follow us on Instagram",
        "Follow me on Twitter",
        "Follow Jane Doe on Twitter @janedoe.",
        "Like us on Facebook",
        "Share this article",
        "  • Plans starting at $75",
        "Subscriptions from £4.99",
        "Save up to 40% today",
        "Buy now",
        "ADVERTISEMENT",
        "Advertisement - Story continues below",
        "We use cookies. By browsing our site you agree to our use of cookies. Read moreAccept",
        "This website uses cookies to give you the best experience. Accept all",
        "By continuing to use this site you consent to our privacy policy.",
        "Sign up for our daily newsletter",
        "Get the day's headlines delivered to your inbox",
        "Subscribe to continue reading",
        "Enter your email address:",
        "© 2016 The Wells Daily. All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "12 Comments",
        "Leave a comment",
        "Join the conversation",
        "Skip to main content",
        "Home | World | Sport",
        "Back to top",
        "Tags: bridges, Wells, council",
        "Categories: May 2016 England Politics",
        "Share",
        "Tweet",
        "Photo: Jane Doe/Reuters",
        "The old bridge in winter. Image: Jane Doe.",
        "Ann Smith at the bridge Image: Jane Doe.",
        "Councillors walk over the bridge on Sunday, 1 May. (AP Photo/Jane Doe)",
        "Ann Smith of Wells",
        "Ann Smith; from file, 2008.",
        "Reporting by Jane Doe; editing by John Roe",
        "Editor’s note: The mayor has sued this newspaper in 2015.",
        "By Jane Doe, Staff Writer",
        "Updated 4:15 p.m., 3 May 2016",
        "* * *",
        "![The bridge](https://example.org/a.png)",
    ],
)
def test_what_is_not_the_story_is_boilerplate(line):
    assert kinds_of(line) == {"boilerplate"}


@pytest.mark.parametrize(
    "line",
    [
        "The bank said it uses cookies to follow its customers.",
        "Facebook said on Monday that it would share less with its partners.",
        "Follow-up talks will be held in Rome on Monday.",
        "Share prices fell by 3% on Monday after the vote.",
        "Read the law, she told the council, before you vote.",
        "More than 300 people marched over the bridge.",
        "The image was taken from a satellite, the ministry said.",
        "Comments by the mayor angered some of the voters.",
        "Tickets start at $75, the organisers said.",
        "The plan starts at $75 million and will grow.",
        "Subscribers to the service pay $9 a month, the company said.",
        "The app was downloaded 4 million times in a week.",
        "Copyright law must change, the minister told parliament.",
        "Advertising brought in $4.2 million, the company said.",
        "By using drones the army found 36 survivors.",
        "Sources close to the council said the vote was fixed.",
        "Sign-up numbers rose to 12,000 in May.",
        "Photo agencies said the picture was real.",
        "- The bridge will cost $4.2 million",
        "Ann Smith resigned.",
        "Wells 2, Bath 1",
        "“We are glad,” she said.",
        "By Monday evening the water had risen by two metres.",
        "The council tweeted using its own account:",
        "He was 83.",
        "Nobody was hurt.",
        "The odds fell from 1/4 to 2/4 and then to 6/4, bookmakers in Wells said on Monday.",
    ],
)
def test_a_sentence_of_the_story_is_body(line):
    assert kinds_of(line) == {"body"}


@pytest.mark.parametrize("line", ["Election Results", "Displays of charity at event", "## Costs"])
def test_a_subhead_is_a_headline(line):
    assert kinds_of(line) == {"headline"}


def test_a_list_of_sources_at_the_end_is_boilerplate():
    article = from_text(
        f"Council votes for a bridge\n\n{BODY}\n\nSources\n\n"
        '"Wells votes for a bridge" — The Daily, May 3, 2016\n\n'
        'Jane Doe. "A bridge at last" — BBC News, May 3, 2016\n\nCategories: Wells Bridges\n'
    )
    assert len(by_kind(article, "boilerplate")) == 5
    assert by_kind(article, "body") == [BODY[:75].strip(), BODY[75:].strip()]


def test_a_caption_glued_to_a_paragraph_is_boilerplate_and_the_paragraph_is_not():
    article = from_text(f"A bridge for Wells\n\nIt was a long year.Ann Smith\n\n{BODY}\n")
    assert by_kind(article, "boilerplate") == ["Ann Smith"]
    assert "It was a long year." in by_kind(article, "body")


def test_labels_of_links_glued_to_the_first_sentence_are_divided_from_it():
    article = from_text(f"Share this withEmailFacebookTwitterWhatsAppCopy this link{BODY}")
    assert by_kind(article, "boilerplate") == [
        "Share this withEmailFacebookTwitterWhatsAppCopy this link"
    ]
    assert len(by_kind(article, "body")) == 2


@pytest.mark.parametrize(
    "left",
    [
        "Avoid the bridge today. pic.twitter.com/a1B2c3D4e5",
        "Avoid the bridge! — Wells Police (@wellspolice) May 3, 2016",
        "Avoid the bridge -- Wells Police (@wellspolice) 3 May 2016",
        "A photo posted by Ann (@ann.smith) on May 3, 2016 at 1:57am PDT",
        "View this post on Instagram",
        "Skip Ad Ad Loading... x Embed x Share",
        "Could not subscribe, try again later Invalid Email",
        "Ann Smith at the bridge (Photo: Jane Doe, AP)",
    ],
)
def test_what_is_set_into_a_paragraph_is_divided_from_it(left):
    article = from_text(f"A bridge for Wells\n\n{left} {BODY}\n")
    assert by_kind(article, "body")[-2:] == [BODY[:75].strip(), BODY[75:].strip()]
    assert left.rpartition(". ")[2] in by_kind(article, "boilerplate")[-1]


def test_in_the_first_seed_what_surrounds_the_story_is_boilerplate_and_nothing_else():
    article = read(str(ROOT / "seeds" / "000_32944c5d53887f74.txt"))
    assert by_kind(article, "headline") == ["Xi Jinping sends rare message to Kim Jong-un"]
    boilerplate = by_kind(article, "boilerplate")
    assert [" ".join(words.split())[:17] for words in boilerplate] == [
        "Xi Jinping", "Xi Jinping", "READ ALSO: Trump ", "READ ALSO: NYC At",
        "Click Here to dow", "Follow Us on Inst", "• Plans starting ", "Follow me on Twit",
        "We use cookies.", "By browsing our s", "Read moreAccept",
    ]  # fmt: skip
    assert len(by_kind(article, "body")) == 13


def test_nothing_of_the_second_seed_is_boilerplate():
    article = read(str(ROOT / "seeds" / "002_baab62ac1eec0fa3.txt"))
    assert by_kind(article, "boilerplate") == []
    assert len(by_kind(article, "headline")) == 1


@pytest.mark.skipif(not NEWS.is_dir(), reason="needs the suites of the shared data")
@pytest.mark.parametrize(
    ("name", "boilerplate", "headlines"),
    [
        ("afghan", 2, 2), ("clock", 2, 2), ("crane", 1, 2), ("election", 6, 3), ("expo", 18, 8),
        ("flag", 0, 2), ("hackers", 0, 2), ("korea", 0, 2), ("lanterns", 0, 2), ("sensitive", 7, 2),
        ("stampede", 1, 2), ("taxes", 2, 2),
    ],
)  # fmt: skip
def test_captions_and_lists_of_sources_are_boilerplate_in_real_articles(
    name, boilerplate, headlines
):
    article = read(str(NEWS / f"{name}.txt"))
    assert len(by_kind(article, "boilerplate")) == boilerplate
    assert len(by_kind(article, "headline")) == headlines
