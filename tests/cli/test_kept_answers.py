"""What a model said is kept: asked once, shared as a recording, shown beforehand by --dry-run."""

import json
import re

import pytest

from tests.cli.newsroom import editor, schema, stories, story
from tests.cli.test_many import model, sources
from tests.loopback import Loopback, answer, status


def test_a_second_run_asks_nothing_and_says_the_same(here, server):
    names = stories(here.folder, 3)
    first = here(*names, *model(server), "-f", "jsonl")
    assert (first.code, len(server.requests)) == (0, 6)
    second = here(*names, *model(server), "-f", "jsonl")
    assert len(server.requests) == 6
    assert second.out == first.out.replace('"cached":false', '"cached":true')
    assert "from the cache" in second.err
    assert here(*names, *model(server), "-f", "md").code == 0
    assert len(server.requests) == 6, "another format is no other question"


def test_without_the_cache_all_is_asked_and_nothing_kept(here, server, tmp_path):
    names = stories(here.folder, 2)
    for times in (4, 8):
        assert here(*names, *model(server), "--no-cache").code == 0
        assert len(server.requests) == times
    assert not (tmp_path / "cache" / "answers").exists()


def test_an_edited_article_or_prompt_asks_only_what_it_touches(here, server):
    names = stories(here.folder, 3)
    here(*names, *model(server))
    (here.folder / names[1]).write_text(story(1) + "\nIt is 90 metres long.\n", encoding="utf-8")
    here(*names, *model(server))
    # The new article's points, from which the same headline follows.
    assert len(server.requests) == 7
    here(*names, *model(server), "-p", "background")
    assert len(server.requests) > 7


def test_a_failure_is_not_kept(here):
    stories(here.folder, 1)
    with Loopback(script=[status(401)], otherwise=editor) as server:
        assert here("s00.txt", *model(server)).code == 3
        assert here("s00.txt", *model(server)).code == 0


def test_a_recording_answers_without_server_or_cache(here, tmp_path):
    names = stories(here.folder, 3)
    with Loopback(otherwise=editor) as server:
        here(names[0], *model(server))
        recorded = here(*names, *model(server), "-f", "jsonl", "--record", "said")
        assert len(server.requests) == 6, "what the cache knew went into the recording unasked"
    assert len(list((here.folder / "said").rglob("*.json"))) == 6
    env = {"SUMMARIZE_CACHE": str(tmp_path / "another")}
    given = [*names, "-m", "server/m", "-f", "jsonl", "--replay", "said"]
    replayed = here(*given, env=env)
    assert replayed.code == 0
    assert replayed.out == re.sub('"cached":false', '"cached":true', recorded.out)
    assert not (tmp_path / "another").exists()


def test_what_was_not_recorded_is_told_with_the_command_that_records_it(here, server):
    stories(here.folder, 2)
    here("s00.txt", *model(server), "--record", "said")
    ended = here("s00.txt", "s01.txt", "-m", "server/m", "--replay", "said", "-f", "jsonl")
    assert (ended.code, sources(ended.out)) == (3, ["s00.txt", "s01.txt"])
    assert json.loads(ended.out.splitlines()[1])["error"]["kind"] == "ModelError"
    assert "no recorded answer" in ended.said[1]
    assert "without --replay and with --record said" in ended.said[1]


def test_a_recording_that_cannot_be_written_is_told_before_a_model_is_asked(here, server):
    stories(here.folder, 1)
    (here.folder / "file").write_bytes(b"")
    ended = here("s00.txt", *model(server), "--record", "file/said")
    assert (ended.code, ended.out, len(ended.said)) == (2, "", 1)
    assert "file/said: cannot keep answers there" in ended.err
    assert server.requests == []


# Sentences as short as points should be are not sent to a small model.
LONG = (
    story()
    + """
The council, which met for two hours in the old hall beside the river, also voted to close the lane
behind the market to all cars and lorries from 4 May 2022 until the work on Bridge 100 is done.
"""
)


@pytest.mark.parametrize("name", ["server/big", "server/small-1.5b"])
def test_a_dry_run_shows_exactly_what_is_then_asked(here, name):
    (here.folder / "s00.txt").write_text(LONG, encoding="utf-8")
    given = ["s00.txt", "-m", name]

    def say(request):
        wanted = schema(request)["properties"]
        if "statement" in wanted:
            line = request["messages"][-1]["content"].splitlines()[-1]
            return json.dumps({"statement": line})
        return json.dumps({"key_points": [], "abstract": [], "headline": None})

    with Loopback(otherwise=answer(say)) as server:
        shown = here(*given, "--base-url", server.base_url, "--dry-run")
        assert (shown.code, shown.err, server.requests) == (0, "", [])
        here(*given, "--base-url", server.base_url)
    heads = re.findall(
        r"^# s00.txt: request \d+ of \d+ to (\S+), .*: (\d+) tokens", shown.out, re.M
    )
    assert heads, shown.out
    assert {head[0] for head in heads} == {name}
    asked = server.requests[: len(heads)]
    for request in asked:
        messages = [f"## {m['role']}\n{m['content']}" for m in request["messages"]]
        text = "\n".join(
            [*messages, f"## schema\n{json.dumps(schema(request), ensure_ascii=False)}"]
        )
        assert text + "\n" in shown.out
    assert all(50 < int(tokens) < 2000 for _, tokens in heads)


def test_a_dry_run_needs_no_key_no_address_and_no_cache(here, tmp_path):
    stories(here.folder, 1)
    for name in ("openai/gpt-4o", "server/m", "local/qwen2.5-coder-1.5b"):
        ended = here("s00.txt", "-m", name, "--dry-run")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith("# s00.txt: ")
    assert not (tmp_path / "cache" / "answers").exists()


def test_an_article_in_another_language_is_a_warning_with_a_small_model(here):
    (here.folder / "fr.txt").write_text(
        "Le conseil de la ville a approuvé un nouveau pont dans le centre, qui sera construit par "
        "une entreprise de la région et qui ne sera pas ouvert aux camions.\n\nLe maire, Jean "
        "Petit, dit que le pont est une bonne chose pour les habitants de la ville et pour ceux "
        "qui y travaillent, et que les travaux vont commencer dans le mois de mai.\n",
        encoding="utf-8",
    )

    def say(request):
        line = request["messages"][-1]["content"].splitlines()[-1]
        return json.dumps(
            {"statement": line} if "statement" in schema(request)["properties"] else {}
        )

    with Loopback(otherwise=answer(say)) as server:
        ended = here("fr.txt", "-m", "small-1.5b", "--base-url", server.base_url, "-f", "json")
    assert ended.code == 0
    said = {w["code"]: w["message"] for w in json.loads(ended.out)["warnings"]}
    assert "seems to be in French" in said["language"]
    assert "server/small-1.5b" in said["language"]


PROMPT = """\
---
description: {description}
---
{{% block points %}}{description}{{% endblock %}}{{% block statement %}}b{{% endblock %}}
{{% block headline %}}c{{% endblock %}}{{% block repair %}}d{{% endblock %}}
"""


def test_prompts_of_ones_own_come_before_those_shipped(here, server):
    stories(here.folder, 1)
    for folder in ("prompts", "mine"):
        (here.folder / folder).mkdir()
        text = PROMPT.format(description=f"from {folder}")
        (here.folder / folder / "brief.md").write_text(text, encoding="utf-8")
    (here.folder / "mine" / "new.md").write_text(PROMPT.format(description="new"), "utf-8")
    for given, says in (
        ([], "from prompts"),
        (["--prompts", "mine"], "from mine"),
        (["--prompts", "mine", "-p", "new"], "new"),
        (["-p", "mine/new.md"], "new"),
    ):
        shown = here("s00.txt", *model(server), "--dry-run", *given).out
        assert f"## system\n{says}\n" in shown
    listed = here("prompts", "--prompts", "mine").out
    assert [line.split()[0] for line in listed.splitlines()[::2]] == [
        "background",
        "brief",
        "bullets",
        "new",
    ]
    assert "mine/brief.md" in listed
    assert "from mine" in listed


def test_another_server_is_asked_anew_and_a_replay_asks_for_no_address(here):
    stories(here.folder, 1)
    with Loopback(otherwise=editor) as first, Loopback(otherwise=editor) as second:
        for server, times in ((first, 2), (second, 2), (second, 2), (first, 4)):
            assert here("s00.txt", *model(server)).code == 0
            assert len(server.requests) == times
        assert here("s00.txt", *model(second), "--record", "said").code == 0
    assert here("s00.txt", "-m", "server/m", "--replay", "said").code == 0
    moved = here("s00.txt", "-m", "m", "--base-url", "http://127.0.0.1:1/v1", "--replay", "said")
    assert moved.code == 0
