"""One article from ordinary code, and from code that has an event loop running."""

import asyncio

import pytest

from summarize import summarize
from summarize.errors import InputError


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("The bridge was closed on 3 May 2024. Ana Ruiz inspected it.", encoding="utf-8")
    return path


def test_an_article_is_summarized_by_one_call(story):
    assert "3 May 2024" in summarize(story, model="lead").key_points[0].statement


def test_it_works_where_a_loop_runs_already_as_in_a_notebook(story):
    async def cell():
        return summarize(story, model="lead")

    made = asyncio.run(cell())
    assert made.key_points == summarize(story, model="lead").key_points


def test_an_error_is_told_the_same_there(tmp_path):
    async def cell():
        return summarize(tmp_path / "none.txt", model="lead")

    with pytest.raises(InputError, match=r"none\.txt"):
        asyncio.run(cell())
