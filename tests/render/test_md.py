"""Markdown: footnotes, and article text that stays text. Judged by a CommonMark reader."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.render import render, render_all, render_failure
from summarize.render.md import _escape
from summarize.render.plain import plain
from summarize.render.view import Entry
from tests.render import samples

markdown_it = pytest.importorskip("markdown_it")


def tokens(source: str) -> list:
    found = []
    for token in (
        markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    ):
        found += [token, *(token.children or [])]
    return found


@pytest.mark.parametrize("make", [samples.hostile, samples.xi_writes])
def test_article_text_makes_no_image_no_link_and_no_html(make) -> None:
    shown = render(make(), "md") + "\n" + render_failure(samples.failure(), "md")
    kinds = {token.type for token in tokens(shown)}
    assert kinds.isdisjoint({"image", "link_open", "html_inline", "html_block", "code_inline"})


@given(
    st.text(
        st.characters(exclude_categories=("Cs",)) | st.sampled_from(list("\\`*_[]<>!#|~-+=1.) "))
    )
)
def test_escaped_words_are_read_as_themselves(words: str) -> None:
    parsed = tokens("- x\n\n" + _escape(words)) if plain(words) else []
    said = [t for t in parsed if t.type in ("text", "text_special")][1:]
    assert "".join(token.content for token in said) == plain(words)


def test_addresses_are_not_made_into_links_unasked() -> None:
    shown = render(samples.hostile(), "md")
    assert "http://" not in shown
    assert "www.evil" not in shown


def test_each_mark_has_one_definition() -> None:
    shown = render(samples.xi_writes(), "md")
    defined = re.findall(r"^\[\^(\d+)\]: ", shown, re.MULTILINE)
    assert defined == [str(n) for n in range(1, 12)]
    assert set(re.findall(r"\[\^(\d+)\](?!:)", shown)) == set(defined)


def test_footnotes_of_two_summaries_in_one_document_are_apart() -> None:
    shown = render_all([Entry(samples.xi_writes()), Entry(samples.kim_congratulates())], "md")
    defined = re.findall(r"^\[\^(.+?)\]: ", shown, re.MULTILINE)
    assert len(defined) == len(set(defined)) == 14


def test_the_rejected_stands_apart() -> None:
    published, rejected = render(samples.xi_writes(), "md").split("## Rejected")
    assert "10,000" not in published
    assert "because dates: 1953" in rejected
