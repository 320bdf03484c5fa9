import json
from pathlib import Path

import pytest

from evals.scoring.given import read_given
from summarize.errors import InputError
from summarize.summary import Failure
from tests.evals.scoring.files import SCHOOLS, row, rows


def test_rows_of_others(tmp_path: Path) -> None:
    given = read_given(str(rows(tmp_path, row(), row(system="bob"))))
    assert [(g.article, g.system, g.content) for g in given] == [
        ("schools", "ann", SCHOOLS),
        ("schools", "bob", SCHOOLS),
    ]
    assert given[1].place.endswith("theirs.jsonl:2")


@pytest.mark.parametrize(
    ("name", "article", "system"),
    [
        pytest.param("desk/korea.txt", "korea", "desk", id="the folder made it"),
        pytest.param("desk/korea.ann.txt", "korea", "ann", id="the name says who"),
        pytest.param("desk/korea", "korea", "desk", id="no ending"),
    ],
)
def test_a_text_is_named_by_its_file(tmp_path: Path, name: str, article: str, system: str) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / name).write_text(SCHOOLS, encoding="utf-8")
    (given,) = read_given(str(tmp_path / name))
    assert (given.article, given.system) == (article, system)
    (given,) = read_given(str(tmp_path / name), article="schools", system="me")
    assert (given.article, given.system) == ("schools", "me")


def test_a_json_file_may_hold_one_or_several(tmp_path: Path) -> None:
    file = tmp_path / "some.json"
    for data, count in ((row(), 1), ([row(), row()], 2)):
        file.write_text(json.dumps(data, indent=2), encoding="utf-8")
        assert len(read_given(str(file))) == count


def test_a_failure_stays_a_failure(tmp_path: Path) -> None:
    error = {"kind": "ModelError", "message": "no answer", "exit_code": 3, "answer": None}
    file = rows(tmp_path, {"schema_version": "1", "source": "schools.txt", "error": error})
    (given,) = read_given(str(file))
    assert isinstance(given.content, Failure)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("a.jsonl", '{"a": 1}\n', r'a.jsonl:1: has no "article" \(and', id="keys"),
        pytest.param("a.jsonl", "\n{oops\n", r"a.jsonl:2: is not JSON", id="line"),
        pytest.param("a.jsonl", '["x"]\n', r"a.jsonl:1: is not an object", id="a list"),
        pytest.param("a.jsonl", "  \n", r"a.jsonl: is empty", id="empty"),
        pytest.param("a.txt", "", r"a.txt: is empty", id="empty text"),
        pytest.param("a.json", '[{"made_by": 1}]', r'a.json: entry 1: has no "article"', id="ours"),
        pytest.param(
            "a.jsonl",
            '{"article": "a", "system": "b", "summary": " "}',
            r'a.jsonl:1: "summary" is empty',
            id="an empty summary is no bad summary",
        ),
        pytest.param(
            "a.jsonl",
            '{"article": "a", "system": "b", "summary": "c", "sumary": "d"}',
            r'a.jsonl:1: unknown key "sumary"',
            id="misspelt",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_given(str(tmp_path / name))


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\x00")
    for name, message in (("b.txt", "no such file"), ("a.txt", "not UTF-8"), (".", "a directory")):
        with pytest.raises(InputError, match=message):
            read_given(str(tmp_path / name))
