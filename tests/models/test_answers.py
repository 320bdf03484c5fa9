"""Recordings: what is kept, what is believed, and what a reader is told."""

import asyncio
import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import InputError, ModelError
from summarize.models import Completion, Usage
from summarize.models.answers import Answers, Recorded
from summarize.models.providers import server_of
from tests.loopback import Loopback, answer, refusal, status
from tests.models.asking import KEY, model, request

SAID = Completion('{"a": "“é”"}', "stop", Usage(10, 4, 5), 1.5)


class Teller:
    """A model that counts how often it is asked."""

    name = "server/m"
    context = 8192
    chooses = True

    def __init__(self) -> None:
        self.asked = 0

    async def complete(self, asked):
        self.asked += 1
        await asyncio.sleep(0.01)
        return SAID

    def count_tokens(self, text):
        return len(text)

    async def close(self):
        pass


def files(directory: Path) -> list[Path]:
    return sorted(p for p in directory.rglob("*") if p.is_file())


def test_an_answer_is_found_again_as_it_was_with_its_time_and_cost(tmp_path):
    answers = Answers(tmp_path)
    assert answers.find(request()) is None
    answers.keep(request(), SAID)
    assert answers.find(request()) == replace(SAID, recorded=True)


def test_the_file_is_named_by_the_request_and_can_be_read(tmp_path):
    Answers(tmp_path).keep(request("Où?"), SAID)
    [path] = files(tmp_path)
    digest = request("Où?").digest()
    assert path == tmp_path / digest[:2] / f"{digest}.json"
    text = path.read_text(encoding="utf-8")
    assert "Où?" in text
    assert list(json.loads(text)) == ["schema_version", "when", "request", "completion"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"text": "Hello!"}, id="words"),
        pytest.param({"model": "server/n"}, id="model"),
        pytest.param({"max_tokens": 51}, id="limit"),
        pytest.param({"temperature": 0.1}, id="temperature"),
        pytest.param({"schema": None}, id="schema"),
        pytest.param({"extra": {"seed": 1}}, id="extra"),
    ],
)
def test_any_other_request_has_another_answer(tmp_path, other):
    answers = Answers(tmp_path)
    answers.keep(request(), SAID)
    assert answers.find(request(**other)) is None


@given(text=st.text(), extra=st.dictionaries(st.text(), st.integers() | st.text()))
def test_whatever_is_kept_is_found(tmp_path_factory, text, extra):
    answers = Answers(tmp_path_factory.mktemp("answers"))
    asked = request(text, extra=extra)
    answers.keep(asked, replace(SAID, text=text))
    assert answers.find(asked) == replace(SAID, text=text, recorded=True)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
        pytest.param(lambda data: b"\0" * len(data), id="zeros"),
        pytest.param(lambda data: b"[]", id="another form"),
        pytest.param(lambda data: data.replace(b"Hello?", b"Hello!"), id="another request"),
    ],
)
def test_a_damaged_file_counts_as_missing_and_is_replaced(tmp_path, damage):
    answers = Answers(tmp_path)
    answers.keep(request(), SAID)
    [path] = files(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert answers.find(request()) is None
    answers.keep(request(), SAID)
    assert answers.find(request()) is not None
    assert files(tmp_path) == [path]


def test_what_is_used_of_another_folder_is_taken_over_into_the_first(tmp_path):
    cache, recordings = tmp_path / "cache", tmp_path / "recordings"
    Answers(recordings).keep(request("old"), SAID)
    answers = Answers(cache, also=[recordings])
    assert answers.find(request("old")) is not None
    answers.keep(request("new"), SAID)
    assert len(files(recordings)) == 1
    assert len(files(cache)) == 2
    assert Answers(cache).find(request("old")) is not None


def test_a_killed_writer_leaves_nothing_that_is_believed(tmp_path, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        Answers(tmp_path).keep(request(), SAID)
    assert Answers(tmp_path).find(request()) is None


@pytest.mark.parametrize(
    ("code", "says"),
    [
        pytest.param(errno.EROFS, "read-only file system", id="read-only"),
        pytest.param(errno.EACCES, "permission denied", id="not ours"),
        pytest.param(errno.ENOSPC, "no room left", id="full"),
    ],
)
def test_a_directory_that_cannot_be_written_is_told(tmp_path, monkeypatch, code, says):
    def fails(*_, **__):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "open", fails)
    for act in (lambda a: a.keep(request(), SAID), lambda a: a.prepare()):
        with pytest.raises(InputError, match=says) as told:
            act(Answers(tmp_path / "answers"))
        assert str(tmp_path / "answers") in str(told.value)
        assert "SUMMARIZE_CACHE" in str(told.value)
        assert "--no-cache" in str(told.value)
    assert files(tmp_path) == []


def test_a_model_is_not_asked_when_its_answer_could_not_be_kept(tmp_path):
    (tmp_path / "file").write_text("")
    teller = Teller()
    with pytest.raises(InputError):
        asyncio.run(Recorded(teller, Answers(tmp_path / "file" / "answers")).complete(request()))
    assert teller.asked == 0


def test_a_question_is_asked_once_and_then_answered_from_the_record(tmp_path):
    teller = Teller()
    recorded = Recorded(teller, Answers(tmp_path))
    first = asyncio.run(recorded.complete(request()))
    again = asyncio.run(recorded.complete(request()))
    assert (first.recorded, again.recorded, teller.asked) == (False, True, 1)
    assert (again.usage, again.seconds) == (SAID.usage, SAID.seconds)
    assert (recorded.name, recorded.context, recorded.chooses) == ("server/m", 8192, True)
    assert recorded.count_tokens("abc") == 3


def test_the_same_question_at_the_same_time_is_asked_once(tmp_path):
    teller = Teller()
    recorded = Recorded(teller, Answers(tmp_path))

    async def run():
        return await asyncio.gather(*(recorded.complete(request()) for _ in range(10)))

    said = asyncio.run(run())
    assert teller.asked == 1
    assert [one.recorded for one in said] == [False] + [True] * 9


def test_one_who_gives_up_does_not_take_the_answer_from_the_others(tmp_path):
    teller = Teller()
    recorded = Recorded(teller, Answers(tmp_path))

    async def run():
        first = asyncio.ensure_future(recorded.complete(request()))
        second = asyncio.ensure_future(recorded.complete(request()))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert asyncio.run(run()).text == SAID.text
    assert teller.asked == 1


@pytest.mark.parametrize("behaviour", [status(418), refusal(), answer("")])
def test_errors_and_refusals_are_not_recorded(tmp_path, behaviour):
    async def run(url):
        recorded = Recorded(model(url), Answers(tmp_path))
        with pytest.raises(Exception, match="server/m"):
            await recorded.complete(request())
        await recorded.close()

    with Loopback(otherwise=behaviour) as server:
        asyncio.run(run(server.base_url))
    assert files(tmp_path) == []


def test_the_key_is_in_no_recording(tmp_path):
    async def run(url):
        recorded = Recorded(model(url), Answers(tmp_path))
        await recorded.complete(request())
        await recorded.close()

    with Loopback() as server:
        asyncio.run(run(server.base_url))
    [path] = files(tmp_path)
    assert KEY not in path.read_text(encoding="utf-8")


def test_replaying_never_asks_and_says_how_to_record(tmp_path):
    teller = Teller()
    recorded = Recorded(teller, Answers(tmp_path, replay_only=True))
    with pytest.raises(ModelError) as told:
        asyncio.run(recorded.complete(request()))
    assert teller.asked == 0
    assert request().digest()[:12] in str(told.value)
    assert f"--record {tmp_path}" in str(told.value)


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        pytest.param(lambda data: b"", "is damaged: it is cut off, or no JSON", id="empty"),
        pytest.param(lambda data: data[:200], "is damaged: it is cut off, or no JSON", id="cut"),
        pytest.param(lambda data: b"[]", "is damaged, or of another version: all", id="form"),
        pytest.param(
            lambda data: data.replace(b'"schema_version": "1"', b'"schema_version": "2"'),
            "is damaged, or of another version: schema_version: Input should be '1'",
            id="version",
        ),
        pytest.param(
            lambda data: data.replace(b"Hello?", b"Hello!"),
            "is damaged: it holds another request than its name says",
            id="another request",
        ),
    ],
)
def test_replaying_names_a_damaged_recording_and_the_way_out(tmp_path, damage, fault):
    Answers(tmp_path).keep(request(), SAID)
    [path] = files(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(InputError) as told:
        asyncio.run(Recorded(Teller(), Answers(tmp_path, replay_only=True)).complete(request()))
    assert str(told.value).startswith(f"{path}: {fault}")
    assert str(told.value).endswith(
        f": restore this recording, or make it again: run without --replay and with "
        f"--record {tmp_path}"
    )


def test_closing_gives_up_what_is_being_asked(tmp_path):
    recorded = Recorded(Teller(), Answers(tmp_path))

    async def run():
        waiting = asyncio.ensure_future(recorded.complete(request()))
        await asyncio.sleep(0)
        await recorded.close()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(run())
    assert files(tmp_path) == []


def test_an_answer_of_one_server_is_not_that_of_another_with_the_same_model(tmp_path):
    cache, recordings = tmp_path / "cache", tmp_path / "recordings"
    Answers(cache).keep(request(), SAID, "a" * 64)
    Answers(recordings).keep(request(), SAID)
    assert Answers(cache).find(request(), "a" * 64) is not None
    assert Answers(cache).find(request(), "b" * 64) is None
    assert Answers(cache).find(request()) is not None, "a replay has no address"
    assert Answers(recordings).find(request(), "b" * 64) is not None, "recorded without one"
    assert '"server"' not in next(recordings.rglob("*.json")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "base_url", "environment", "same"),
    [
        ("server/m", "http://u:p@127.0.0.1:1/v1/", None, True),
        ("server/m", "http://127.0.0.1:2/v1", None, False),
        ("openai/m", None, "http://127.0.0.1:1/v1", True),
        ("openai/m", None, None, None),
        ("local/m", "http://127.0.0.1:1/v1", None, None),
    ],
)
def test_a_server_is_known_by_its_address_without_who_asks(
    monkeypatch, name, base_url, environment, same
):
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    if environment:
        monkeypatch.setenv("OPENAI_BASE_URL", environment)
    found = server_of(name, base_url)
    if same is None:
        assert found is None
    else:
        assert (found == server_of("server/m", "http://127.0.0.1:1/v1")) is same
