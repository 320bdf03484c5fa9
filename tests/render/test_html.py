"""The page, as text: what stands in it and what must not. tests/browser looks at it."""

import base64
import hashlib
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import InputError
from summarize.render import Entry, render, render_failure, render_page
from summarize.render.marked import mark_article
from summarize.render.notes import number_notes
from summarize.summary import Evidence, Statement, Summary
from tests.render import samples

XI = render(samples.xi_writes(), "html", article_text=samples.seed("000"))
HOSTILE = render(samples.hostile(), "html", article_text=samples.HOSTILE_TEXT)


def test_the_page_holds_no_address_to_ask() -> None:
    assert not re.search(r"""(?i)\b(src|href|action|data)\s*=\s*(?!["']?#)""", XI)
    assert not re.search(r"(?i)@import|url\(", XI)


def test_only_our_own_script_and_style_are_allowed() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', HOSTILE)
    assert policy
    said = policy[1].replace("&#39;", "'")
    assert said.startswith("default-src 'none'; ")
    assert "unsafe" not in said
    for element in ("style", "script"):
        (content,) = re.findall(rf"<{element}>(.*?)</{element}>", HOSTILE, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in said


def test_article_text_makes_no_element() -> None:
    own = render(samples.kim_congratulates(), "html")
    elements = set(re.findall(r"<(/?[a-z]\w*)", own)) | {"/mark", "mark", "small", "/small"}
    elements |= {"details", "span", "/span", "b", "/b"}
    assert set(re.findall(r"<(/?[a-z]\w*)", HOSTILE)) - elements <= {"time", "/time"}
    assert HOSTILE.count("<script") == 2
    assert "{{ 7 * 7 }}" in HOSTILE
    assert "\x1b" not in HOSTILE


def test_the_record_stands_in_the_page_and_comes_back() -> None:
    (record,) = re.findall(r'<script type="application/json">(.*?)</script>', HOSTILE, re.DOTALL)
    assert "<" not in record
    assert Summary.model_validate(json.loads(record)) == samples.hostile()


def test_two_summaries_on_one_page_share_no_id() -> None:
    page = render_page(
        [
            Entry(samples.xi_writes(), samples.seed("000")),
            Entry(samples.failure()),
            Entry(samples.xi_writes()),
            Entry(samples.empty()),
        ]
    )
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert page.count("<h1") == 1


def test_every_link_leads_somewhere() -> None:
    for page in (XI, HOSTILE, render(samples.xi_writes(), "html")):
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))


def test_another_articles_text_is_refused() -> None:
    with pytest.raises(InputError, match="000_32944c5d53887f74: its text at"):
        render(samples.xi_writes(), "html", article_text=samples.seed("002"))


def test_a_failure_is_a_page_that_says_why() -> None:
    page = render_failure(samples.failure(), "html")
    assert "use a larger model" in page
    assert "<b>" not in page


@given(
    st.text(st.sampled_from("ab .\n\r\t\u00a0é漢"), min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30)), max_size=6),
)
def test_marking_keeps_the_words_and_marks_just_those_cited(
    text: str, ranges: list[tuple[int, int]]
) -> None:
    cited = [
        Evidence(start=s, end=e, text=text[s:e], sentence=1)
        for s, e in ((s, min(s + n, len(text))) for s, n in ranges)
        if s < e
    ]
    summary = samples.empty().model_copy(
        update={"key_points": [Statement(statement="x", evidence=cited, checks=[])]}
    )
    places = sorted({(e.start, e.end) for e in cited})
    blocks = mark_article(text, number_notes(summary), places)
    segments = [segment for block in blocks for segment in block]
    marked = {i for e in cited for i in range(e.start, e.end)}
    wanted = [c for i, c in enumerate(text) if i in marked and not c.isspace()]
    assert [c for s in segments if s.note for c in s.text if not c.isspace()] == wanted
    shown = [c for s in segments for c in s.text if not c.isspace()]
    assert shown == [c for c in text if not c.isspace()]
