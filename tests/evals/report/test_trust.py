"""The report carries TRUST.md, and reads of Markdown what that page uses."""

import pytest

from evals.report import trust as trust_
from evals.report.page import report
from evals.report.trust import parts, trust, words
from summarize.errors import InputError
from tests.evals.report import samples


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("one\n  two", (("plain", "one two"),), id="lines are joined"),
        pytest.param("**a** b", (("bold", "a"), ("plain", " b")), id="bold"),
        pytest.param("`a | b`", (("code", "a | b"),), id="code"),
        pytest.param("2 * 3 ** 4", (("plain", "2 * 3 ** 4"),), id="asterisks of no pair"),
        pytest.param("<b>", (("plain", "<b>"),), id="HTML is text"),
    ],
)
def test_a_line_is_read_in_parts(text, read) -> None:
    assert words(text) == read


def test_a_table_keeps_its_cells_and_its_sides() -> None:
    page = "# T\n\n| a | b |\n| - | -: |\n| x \\| y | 1 |\n"
    (part,) = parts(page)
    table = part.blocks[0].table
    assert table is not None
    assert table.rows == (((("plain", "x | y"),), (("plain", "1"),)),)
    assert table.right == {1}


def test_every_word_of_the_page_is_in_the_report() -> None:
    page = report([samples.run()])
    shown = page[page.index('<section id="trust"') :]
    for part in trust():
        assert part.heading in shown
        for block in part.blocks:
            rows = (block.table.head, *block.table.rows) if block.table else (block.lines,)
            for line in (line for row in rows for line in row):
                for _, text in line:
                    assert text.replace("'", "&#39;").replace('"', "&#34;") in shown


def test_no_report_is_made_without_it(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(trust_, "PLACES", (tmp_path / "TRUST.md",))
    trust.cache_clear()
    with pytest.raises(InputError, match="is not there"):
        trust()
    trust.cache_clear()
