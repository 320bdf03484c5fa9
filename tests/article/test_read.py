"""An article is read exactly, or refused in one line that says what to do."""

import hashlib
import io
import os
from datetime import date
from pathlib import Path

import pytest

from summarize.article import from_text, read
from summarize.errors import InputError

BODY = (
    "The council of Wells met on Monday to vote on a bridge. It said work would start in July 2016."
)


def refused(call) -> str:
    with pytest.raises(InputError) as caught:
        call()
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 300
    return message


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_and_digest_are_those_of_the_bytes_as_read(tmp_path, newline):
    path = tmp_path / "bridge.txt"
    text = f"A title{newline}{newline}{BODY} “Yes,” she said.{newline}"
    path.write_bytes(text.encode())
    article = read(str(path))
    assert article.text == text
    assert article.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (article.id, article.source, article.title) == ("bridge", str(path), "A title")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_honoured(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(f"Ein Café\n\n{BODY}".encode(encoding))
    assert read(str(path)).text.startswith("Ein Café")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\ufeff ".encode("utf-16"), "empty"),
        (b"abc\x00def", "NUL at byte 3"),
        (b"%PDF-1.7 ...", "pdftotext"),
        (b"PK\x03\x04....", "ZIP"),
        (b"caf\xe9 au lait", "iconv -f ISO-8859-1 -t utf-8"),
        (b"caf\xe9 au lait", "offset 3"),
        (b"he said \x93yes\x94", "iconv -f WINDOWS-1252 -t utf-8"),
        (bytes(range(1, 256)), "binary"),
    ],
)
def test_what_is_not_text_is_refused_with_the_way_out(tmp_path, data, says):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    message = refused(lambda: read(str(path)))
    assert says in message
    assert str(path) in message


def test_a_path_that_cannot_be_read_says_why(tmp_path):
    assert "no such file" in refused(lambda: read(str(tmp_path / "none.txt")))
    assert "directory" in refused(lambda: read(str(tmp_path)))
    assert "device" in refused(lambda: read("/dev/zero"))
    assert "too long" in refused(lambda: read("x" * 5000)).lower()
    assert "cannot be read" in refused(lambda: read("a\0b"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    path.chmod(0)
    assert "permission" in refused(lambda: read(str(path)))


def test_permission_denied_is_one_line(tmp_path, monkeypatch):
    def deny(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text(BODY)
    monkeypatch.setattr(Path, "open", deny)
    assert "permission" in refused(lambda: read(str(path)))


def test_a_file_of_more_than_20_mb_is_refused_unread(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)
    assert "20 MB" in refused(lambda: read(str(path)))


def test_standard_input_is_read_and_its_html_recognised_by_content():
    article = read("-", stdin=io.BytesIO(BODY.encode()))
    assert (article.source, article.id, len(article.sentences)) == ("-", "stdin", 2)
    assert "empty" in refused(lambda: read("-", stdin=io.BytesIO(b"")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"A bridge\n\nTuesday, May 3, 2016\n\n{BODY}", date(2016, 5, 3)),
        (f"A bridge\n\nTuesday, May 3, 2016 On Monday, the council met. {BODY}", date(2016, 5, 3)),
        (f"A bridge\n\n3 May 2016\n\n{BODY}", date(2016, 5, 3)),
        (f"A bridge\n\nPublished: 3 May 2016, 10:15 a.m.\n\n{BODY}", date(2016, 5, 3)),
        (f"2016-05-03\n\nA bridge\n\n{BODY}", date(2016, 5, 3)),
        (f"A bridge\n\nUpdated May 4, 2016\n\nMay 3rd, 2016\n\n{BODY}", date(2016, 5, 3)),
        (f"---\ntitle: A bridge\ndate: 2016-05-03\n---\n\n{BODY}", date(2016, 5, 3)),
        (f"---\npublished: '3 May 2016'\ndate: 2015-01-01\n---\n\n{BODY}", date(2016, 5, 3)),
        (f"A bridge\n\n{BODY}", None),
        (f"A bridge\n\nMay 3\n\n{BODY}", None),
        (f"A bridge\n\nMay 2016\n\n{BODY}", None),
        (f"A bridge\n\n3/5/2016\n\n{BODY}", None),
        (f"A bridge\n\n30 February 2016\n\n{BODY}", None),
        (f"A bridge\n\nMay 3, 2016 was the day on which the council met. {BODY}", None),
        (f"A bridge\n\nTuesday, May 3, 2016 in Wells. {BODY}", None),
        (f"A bridge\n\nOn Tuesday, May 3, 2016, the council met. {BODY}", None),
        ("\n\n".join([BODY] * 9 + ["Tuesday, May 3, 2016"]), None),
    ],
)
def test_the_day_of_publication_is_a_whole_date_on_a_line_near_the_top(text, expected):
    assert from_text(text).published == expected


def test_the_callers_day_wins():
    text = f"A bridge\n\nTuesday, May 3, 2016\n\n{BODY}"
    assert from_text(text, published=date(2020, 1, 1)).published == date(2020, 1, 1)


def test_a_dateline_before_a_sentence_on_its_line_is_a_headline_of_its_own():
    text = f"A bridge\n\nTuesday, May 3, 2016 On Monday, the council met.\n\n{BODY}\n"
    found = [(s.kind, s.words.of(text)) for s in from_text(text).sentences[:3]]
    assert found == [
        ("headline", "A bridge"),
        ("headline", "Tuesday, May 3, 2016"),
        ("body", "On Monday, the council met."),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"A bridge for Wells\n\n{BODY}", "A bridge for Wells"),
        (f"A bridge for Wells?\n\n{BODY}", "A bridge for Wells?"),
        (f"# A bridge for Wells\n\n{BODY}", "A bridge for Wells"),
        (f'---\ntitle: "Wells\'s bridge"\n---\n# A bridge for Wells\n\n{BODY}', "Wells's bridge"),
        (f"Skip to main content\n\nA bridge for Wells\n\n{BODY}", "A bridge for Wells"),
        (BODY, None),
        (f"{BODY}\n\n{BODY}", None),
        ("A bridge", None),
    ],
)
def test_the_title_is_a_first_line_that_looks_like_one(text, title):
    assert from_text(text).title == title


def test_front_matter_is_kept_and_not_of_the_story():
    text = f"---\ntitle: A bridge\nauthor: Jane Doe\n---\n\n{BODY}\n"
    article = from_text(text)
    assert [s.kind for s in article.sentences][-2:] == ["body", "body"]
    assert {s.kind for s in article.sentences if s.words.end < text.index("The")} == {"boilerplate"}


def test_text_alone_is_an_article_with_a_digest_and_a_name():
    article = from_text(BODY, source="a/b c.txt")
    assert article.id == "b-c"
    assert article.sha256 == hashlib.sha256(BODY.encode()).hexdigest()
    assert "empty" in refused(lambda: from_text(" \u200b\n"))
