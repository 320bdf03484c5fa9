import gzip
from pathlib import Path
from typing import Any

import pytest

from evals.people.data import FACTS, FIVE_W, FRANK, POLNEAR, TEMPEVAL, File, People
from summarize.errors import InputError
from tests.evals.agreement import made

FACT = {
    "article_id": "a", "system": "s", "summary": "x", "fact_id": "a#00", "fact": "y", "present": 1,
}  # fmt: skip


def test_what_is_there_is_read_and_the_rest_is_absent(tmp_path: Path) -> None:
    made.write(tmp_path, "realsumm.facts", [FACT | {"a field": "nobody needs"}])
    people = People(tmp_path)
    assert [fact.present for fact in people.rows(FACTS)] == [True]
    assert (people.has(FACTS), people.has(FRANK)) == (True, False)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param([FACT, {}], "jsonl.gz:2: article_id: Field required", id="a field is missing"),
        pytest.param([FACT | {"present": 2}], "jsonl.gz:1: present:", id="no label"),
        pytest.param([FACT | {"fact": None}], "jsonl.gz:1: fact:", id="no text"),
    ],
)
def test_a_fault_is_named_with_file_and_line(
    tmp_path: Path, rows: list[dict[str, Any]], message: str
) -> None:
    made.write(tmp_path, "realsumm.facts", rows)
    with pytest.raises(InputError, match=message):
        People(tmp_path).rows(FACTS)


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        pytest.param(FIVE_W, {"article_id": "a", "v": {}}, "1: w: Field", id="no answers"),
        pytest.param(
            FIVE_W,
            {"article_id": "a", "w": {"when": [{"text": "then", "parsed": "soon"}]}},
            "1: w.when.0.parsed",
            id="no day",
        ),
        pytest.param(
            TEMPEVAL,
            {"article_id": "a", "timex3": [{"text": "x", "end": 2, "type": "DATE", "value": "1"}]},
            "1: timex3.0.start",
            id="no place",
        ),
        pytest.param(POLNEAR, {"article_id": "a"}, "1: attributions", id="no attributions"),
    ],
)
def test_a_fault_in_what_is_marked_is_named_too(
    tmp_path: Path, file: File[Any], row: dict[str, Any], message: str
) -> None:
    made.write(tmp_path, file.name, [row])
    with pytest.raises(InputError, match=message):
        People(tmp_path).rows(file)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(gzip.compress(b'{}\n{"a": \n'), "1: article_id", id="the first fault"),
        pytest.param(gzip.compress(b'{"a": \n'), "1: is not JSON", id="half a line"),
        pytest.param(b"not compressed", "1: cannot be read", id="no gzip"),
        pytest.param(gzip.compress(b"{}\n" * 9)[:-12], "cannot be read", id="cut off"),
        pytest.param(gzip.compress(b"\xff\n"), "cannot be read", id="no UTF-8"),
    ],
)
def test_a_damaged_file_is_an_error(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "realsumm.facts.jsonl.gz").write_bytes(content)
    with pytest.raises(InputError, match=message):
        People(tmp_path).rows(FACTS)


def test_a_folder_without_judgements_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        People(tmp_path / "absent")
    made.write(tmp_path, "articles", [{"key": "a:b", "article": "text"}])
    with pytest.raises(InputError, match="no human judgements"):
        People(tmp_path)
