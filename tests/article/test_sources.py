"""Every way to name articles gives each once, in order, with a name of its own."""

import io

import pytest

from summarize.article import article_ids, expand
from summarize.errors import InputError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("b.txt", "a.md", "c.html", "d.pdf", ".hidden.txt", "sub/e.TXT", ".git/f.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["b.txt", "a.md"], ["b.txt", "a.md"]),
        (["."], ["a.md", "b.txt", "c.html", "sub/e.TXT"]),
        (["*.txt", "*.md"], ["b.txt", "a.md"]),
        (["**/*.TXT"], ["sub/e.TXT"]),
        (["b.txt", "./b.txt", "b.txt", "."], ["b.txt", "a.md", "c.html", "sub/e.TXT"]),
        (["-", "https://x.org/a", "d.pdf", "-"], ["-", "https://x.org/a", "d.pdf"]),
    ],
)
def test_files_directories_patterns_and_addresses_each_once_in_order(folder, paths, expected):
    assert expand(paths, None) == expected


def test_a_list_of_sources_is_added(folder):
    assert expand(["b.txt"], io.StringIO("a.md\r\n\n  c.html \nb.txt\n")) == [
        "b.txt",
        "a.md",
        "c.html",
    ]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("b.tx", "did you mean b.txt?"),
        ("nothing-like-it", "no such file"),
        ("none/at/all.txt", "no such file"),
        ("empty", "no article in this directory"),
        ("*.rtf", "no file matches"),
        ("ftp://x.org/a", "only http"),
        ("", "not a path"),
        ("a\0b", "not a path"),
        ("x" * 3000, "File name too long"),
    ],
)
def test_what_is_not_there_is_one_line(folder, path, says):
    with pytest.raises(InputError) as caught:
        expand([path], None)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


def test_a_file_that_is_not_there_is_refused_only_when_it_is_all_that_was_given(folder):
    assert expand(["b.txt", "b.tx"], None) == ["b.txt", "b.tx"]
    assert expand(["b.tx"], io.StringIO("b.txt\n")) == ["b.tx", "b.txt"]
    with pytest.raises(InputError, match=r"did you mean b\.txt\?"):
        expand(["b.tx", "b.tx"], None)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["a/x.txt", "a/y.txt"], ["x", "y"]),
        (["a/x.txt", "b/x.txt"], ["a-x.txt", "b-x.txt"]),
        (["a/x.txt", "a/x.md"], ["x.txt", "x.md"]),
        (["a/X.txt", "b/x.txt"], ["a-X.txt", "b-x.txt"]),
        (["a/b/x.txt", "c/b/x.txt"], ["b-x.txt", "b-x.txt-2"]),
        (["-"], ["stdin"]),
        (["https://www.x.org/news/a-story.html?id=4"], ["a-story"]),
        (["https://x.org/", "https://y.org"], ["x.org", "y.org"]),
        (["https://x.org/news/2016.05.03-vote"], ["2016.05.03-vote"]),
        (["über uns?.txt"], ["über-uns"]),
        (["..."], ["article"]),
        (["x" * 300 + ".txt"], ["x" * 100]),
    ],
)
def test_names_differ_and_can_name_a_file(sources, expected):
    assert article_ids(sources) == expected
