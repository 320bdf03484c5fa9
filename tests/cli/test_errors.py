"""Whatever cannot be used is one line: the thing, the fault and the way out; and exit code 2."""

import socket

import pytest

from tests.article.test_fetch import address
from tests.cli.commandline import run
from tests.cli.newsroom import stories, story

__all__ = ["address"]

FILES = {
    "nothing/notes.pdf": b"%PDF",
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "photo.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
    "latin.txt": "The café in Wells opened on 3 March 2021.".encode("latin-1"),
    "menu.html": b"<html><head><title>Home</title></head><body><nav><a href='/'>Home</a></nav>"
    b"</body></html>",
    "good.txt": story().encode(),
}


@pytest.fixture
def files(here):
    for name, data in FILES.items():
        path = here.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return here


@pytest.mark.parametrize(
    ("source", "fault", "way_out"),
    [
        pytest.param("god.txt", "no such file", "did you mean good.txt?", id="slip"),
        pytest.param("elsewhere/x.txt", "no such file", "check the path", id="absent"),
        pytest.param("nothing", "no article in this directory", ".html", id="directory"),
        pytest.param("*.news", "no file matches", "check it", id="glob"),
        pytest.param("empty.txt", "empty", "nothing to summarize", id="empty"),
        pytest.param("blank.txt", "empty", "nothing to summarize", id="blank"),
        pytest.param("photo.txt", "binary", "give text, Markdown or HTML", id="binary"),
        pytest.param("nothing/notes.pdf", "a PDF", "pdftotext", id="pdf"),
        pytest.param("latin.txt", "not UTF-8", "iconv -f ISO-8859-1 -t utf-8", id="encoding"),
        pytest.param("menu.html", "no article", "save", id="html without an article"),
        pytest.param("ftp://wells.example/a", "only http", "can be read", id="ftp"),
    ],
)
def test_an_article_that_cannot_be_read_is_one_line(files, source, fault, way_out):
    ended = files.refused(source, "-m", "lead")
    assert ended.code == 2
    assert source in ended.err
    assert fault in ended.err
    assert way_out in ended.err


@pytest.mark.parametrize(
    ("path", "fault", "way_out"),
    [
        ("status/404", "404 (not found)", "check the address"),
        ("status/403", "403 (refused)", "save the page"),
        ("huge", "more than 20 MB", "not an article"),
        ("endless", "more than 20 MB", "not an article"),
        ("film", "video/mp4, not text", "save it as text"),
    ],
)
def test_a_page_that_cannot_be_had_is_one_line(here, address, path, fault, way_out):
    ended = here.refused(f"{address}/{path}", "-m", "lead")
    assert ended.code == 2
    assert f"{address}/{path}" in ended.err
    assert fault in ended.err
    assert way_out in ended.err


def unused_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert isinstance(port, int)
    return port


def test_a_page_that_is_refused_or_never_comes_is_one_line(here, address, monkeypatch):
    page = f"http://127.0.0.1:{unused_port()}/a"
    ended = here.refused(page, "-m", "lead")
    assert (ended.code, page in ended.err, "no connection" in ended.err) == (2, True, True)
    monkeypatch.setattr(
        "summarize.article.fetch.fetch.__kwdefaults__", {"longest": 0.4, "silence": 0.2}
    )
    ended = here.refused(f"{address}/hang", "-m", "lead")
    assert (ended.code, "no complete answer in time" in ended.err) == (2, True)
    assert "save the page" in ended.err


BLOCKS = "{% block points %}a{% endblock %}{% block statement %}b{% endblock %}"
WHOLE = BLOCKS + "{% block headline %}c{% endblock %}{% block repair %}d{% endblock %}\n"
HEAD = "---\ndescription: mine\n---\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(
            HEAD + WHOLE + "\n{{ hous.style }}\n",
            ["mine.md:6: unknown blank {{ hous }}", "use one of style"],
            id="unknown blank",
        ),
        pytest.param(
            HEAD + WHOLE.replace("%}a", "%}\n{{ style.colour }}", 1),
            ["mine.md:5:", "colour"],
            id="unknown blank of a known thing",
        ),
        pytest.param(
            HEAD + WHOLE + "\n\n{% if %}\n", ["mine.md:7: ", "mend that line"], id="syntax"
        ),
        pytest.param(HEAD + WHOLE + "\n{% block", ["mine.md:6: "], id="broken off"),
        pytest.param("description\n", ["mine.md:1: no front matter", "begin with"], id="no head"),
        pytest.param("---\na: [\n---\n", ["mine.md:", "front matter"], id="bad yaml"),
        pytest.param(
            "---\ndescription: x\nstile: 3\n---\n" + WHOLE, ["mine.md", "stile"], id="unknown key"
        ),
        pytest.param(HEAD + BLOCKS, ["mine.md", "{% block repair %}", "add it"], id="no block"),
        pytest.param(
            HEAD + WHOLE + '{% include "gone.md" %}', ["mine.md:5", "'gone.md'"], id="include"
        ),
        pytest.param(b"---\n\xff", ["mine.md", "save it as UTF-8"], id="encoding"),
    ],
)
def test_a_prompt_with_a_fault_names_file_and_line(files, text, says):
    path = files.folder / "mine.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    ended = files.refused(
        "good.txt", "-p", "mine.md", "-m", "m", "--base-url", "http://127.0.0.1:1/v1"
    )
    assert ended.code == 2
    for words in says:
        assert words in ended.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param([], ["no article", "name a file"], id="nothing"),
        pytest.param(["good.txt", "-p", "breif"], ["'breif'", "brief, bullets"], id="prompt"),
        pytest.param(["good.txt", "-p", "x.md"], ["x.md", "no such file"], id="prompt's path"),
        pytest.param(["good.txt", "--prompts", "x"], ["x", "not a folder"], id="prompts"),
        pytest.param(["good.txt", "-m", "opnai/x"], ["did you mean openai/x?"], id="provider"),
        pytest.param(["good.txt", "-m", "local/qwen"], ["write local/qwen2.5"], id="model"),
        pytest.param(["good.txt", "-m", "server/m"], ["add --base-url"], id="no address"),
        pytest.param(["good.txt", "--base-url", "http://h/v1"], ["--model NAME"], id="no model"),
        pytest.param(["good.txt", "-m", "m", "--base-url", "h/v1"], ["http://"], id="address"),
        pytest.param(["good.txt", "--bogus"], ["--bogus", "summarize --help"], id="option"),
        pytest.param(["good.txt", "-f", "pdf"], ["'pdf'", "jsonl"], id="format"),
        pytest.param(["good.txt", "-j", "0"], ["0", "1<=x<=1000"], id="jobs"),
        pytest.param(["good.txt", "--published", "1 May"], ["1 May", "%Y-%m-%d"], id="day"),
        pytest.param(["--files-from", "gone"], ["gone", "No such file"], id="list"),
        pytest.param(
            ["good.txt", "--replay", "gone"], ["gone", "make it with --record"], id="replay"
        ),
        pytest.param(
            ["good.txt", "--replay", ".", "--record", "."], ["exclude each other"], id="both"
        ),
    ],
)
def test_a_command_that_cannot_be_meant_is_one_line(files, arguments, says):
    ended = files.refused(*arguments)
    assert ended.code == 2
    for words in says:
        assert words in ended.err


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["--bogus"], "summarize"),
        (["models", "--bogus"], "summarize models"),
        (["eval", "--bogus"], "summarize eval"),
        (["eval", "selftest", "--bogus"], "summarize eval selftest"),
    ],
)
def test_an_unknown_option_names_the_help_of_the_command_it_was_given_to(files, arguments, command):
    assert files.refused(*arguments).err.rstrip().endswith(f"see `{command} --help`")


def test_a_cache_that_cannot_be_written_is_told_before_a_model_is_asked(here, server, tmp_path):
    stories(here.folder, 1)
    (tmp_path / "file").write_bytes(b"")
    env = {"SUMMARIZE_CACHE": str(tmp_path / "file" / "cache")}
    given = ["s00.txt", "-q", "-m", "m", "--base-url", server.base_url]
    ended = here.refused(*given, env=env)
    assert ended.code == 2
    assert str(tmp_path / "file") in ended.err
    assert "cannot keep answers there" in ended.err
    assert "--no-cache" in ended.err
    assert server.requests == []
    assert here(*given, "--no-cache", env=env).code == 0


@pytest.mark.parametrize("name", ["out", "out.jsonl", "out.md"])
def test_an_output_that_cannot_be_written_is_told_before_a_model_is_asked(here, server, name):
    stories(here.folder, 1)
    (here.folder / "file").write_bytes(b"")
    target = f"file/{name}"
    ended = here.refused("s00.txt", "-m", "m", "--base-url", server.base_url, "-o", target)
    assert ended.code == 2
    assert target in ended.err
    assert "cannot be written (not a directory)" in ended.err
    assert "name another place with -o" in ended.err
    assert server.requests == []


def test_a_real_process_fails_in_the_same_way(tmp_path):
    ended = run("gone.txt", "-m", "lead", cwd=tmp_path)
    assert ended.code == 2
    assert ended.said == ["summarize: gone.txt: no such file: check the path"]
