"""Asking a server: what is sent, what is learned, what is tried again."""

import asyncio
import logging
import time

import pytest

from summarize.errors import DraftError, ModelError
from tests.loopback import (
    Behaviour,
    Loopback,
    answer,
    fenced,
    garbage,
    hang,
    no_choices,
    no_forms,
    status,
    thinking,
    truncated,
)
from tests.models.asking import KEY, Naps, ask, model, request


def test_an_answer_comes_back_as_said_with_what_it_cost():
    with Loopback(otherwise=answer('{"a": 1}')) as server:
        [said] = ask(model(server.base_url))
    assert (said.text, said.finish_reason, said.recorded) == ('{"a": 1}', "stop", False)
    assert (said.usage.prompt_tokens, said.usage.cached_prompt_tokens) == (10, 4)
    assert said.usage.completion_tokens == 5
    assert 0 < said.seconds < 5


def test_the_request_is_sent_whole():
    asked = request(max_tokens=77, temperature=0.2, extra={"repeat_penalty": 1.1})
    with Loopback() as server:
        ask(model(server.base_url), asked)
    [sent] = server.requests
    assert sent["model"] == "m"
    assert sent["messages"][1] == {"role": "user", "content": "Hello?"}
    assert (sent["max_tokens"], sent["temperature"]) == (77, 0.2)
    assert sent["repeat_penalty"] == 1.1
    wrapped = sent["response_format"]["json_schema"]
    assert (wrapped["strict"], wrapped["schema"]) == (True, asked.schema)


def test_without_a_schema_no_form_is_asked_for():
    with Loopback() as server:
        ask(model(server.base_url), request(schema=None))
    assert "response_format" not in server.requests[0]


def test_only_options_the_server_knows_are_sent():
    with Loopback() as server:
        chat = model(server.base_url, limit="max_completion_tokens", extras=frozenset({"seed"}))
        ask(chat, request(extra={"seed": 1, "repeat_penalty": 1.1}))
    [sent] = server.requests
    assert sent["seed"] == 1
    assert "repeat_penalty" not in sent
    assert sent["max_completion_tokens"] == 50
    assert "max_tokens" not in sent


@pytest.mark.parametrize(
    ("behaviour", "text", "finish"),
    [
        pytest.param(fenced("{}"), "Here you are:\n```json\n{}\n```\n", "stop", id="fenced"),
        pytest.param(thinking("{}"), "<think>Let me see {}.</think>\n{}", "stop", id="thinking"),
        pytest.param(truncated('{"a": "b'), '{"a": "b', "length", id="truncated"),
        pytest.param(answer("\ud800 ok"), "? ok", "stop", id="a lone surrogate"),
    ],
)
def test_what_the_model_said_is_not_mended_here(behaviour: Behaviour, text, finish):
    with Loopback(otherwise=behaviour) as server:
        [said] = ask(model(server.base_url))
    assert (said.text, said.finish_reason) == (text, finish)


def forms(server: Loopback) -> list[str | None]:
    return [sent.get("response_format", {}).get("type") for sent in server.requests]


def test_a_refused_form_of_output_is_not_asked_for_again():
    with Loopback(otherwise=no_forms("json_schema")) as server:
        chat = model(server.base_url)
        asyncio.run(_twice(chat))
    assert forms(server) == ["json_schema", "json_object", "json_object"]


def test_a_server_without_any_form_is_asked_by_prompt_alone():
    with Loopback(otherwise=no_forms("json_schema", "json_object")) as server:
        asyncio.run(_twice(model(server.base_url)))
    assert forms(server) == ["json_schema", "json_object", None, None]


def test_one_schema_that_is_too_rich_says_nothing_of_the_next():
    too_rich = status(400, "Invalid schema for response_format 'answer'")
    with Loopback(script=[too_rich]) as server:
        asyncio.run(_twice(model(server.base_url)))
    assert forms(server) == ["json_schema", "json_object", "json_schema"]


def test_a_refusal_for_another_reason_teaches_nothing():
    wrong = [status(400, "messages: too salty")] * 3
    with Loopback(script=wrong) as server:
        chat = model(server.base_url)

        async def run() -> None:
            with pytest.raises(ModelError, match="too salty"):
                await chat.complete(request())
            await chat.complete(request())
            await chat.close()

        asyncio.run(run())
    assert forms(server) == ["json_schema", "json_object", None, "json_schema"]


def test_a_model_without_temperature_is_asked_without():
    refused = status(400, "Unsupported value: 'temperature' does not support 0 with this model.")
    with Loopback(script=[refused]) as server:
        asyncio.run(_twice(model(server.base_url)))
    assert ["temperature" in sent for sent in server.requests] == [True, False, False]
    assert set(forms(server)) == {"json_schema"}


def test_a_model_that_wants_the_other_token_limit_gets_it():
    words = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
    with Loopback(script=[status(400, words)]) as server:
        asyncio.run(_twice(model(server.base_url)))
    assert ["max_tokens" in sent for sent in server.requests] == [True, False, False]
    assert server.requests[2]["max_completion_tokens"] == 50


async def _twice(chat) -> None:
    await chat.complete(request())
    await chat.complete(request())
    await chat.close()


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(status(408), id="408"),
        pytest.param(status(409), id="409"),
        pytest.param(status(429), id="429"),
        pytest.param(status(500), id="500"),
        pytest.param(status(503), id="503"),
        pytest.param(garbage, id="cut off JSON"),
        pytest.param(no_choices(None, {"message": "busy", "code": 502}), id="502 inside a 200"),
    ],
)
def test_what_may_pass_is_tried_again(fault):
    naps = Naps()
    with Loopback(script=[fault, fault], otherwise=answer("{}")) as server:
        [said] = ask(model(server.base_url, naps=naps))
    assert said.text == "{}"
    assert len(naps.taken) == 2
    assert 0.375 <= naps.taken[0] <= 0.625
    assert 0.75 <= naps.taken[1] <= 1.25


def test_the_server_says_how_long_to_wait():
    naps = Naps()
    with Loopback(script=[status(429, retry_after=7)]) as server:
        ask(model(server.base_url, naps=naps))
    assert 7 <= naps.taken[0] <= 7.7


def test_a_hanging_call_is_given_up_and_asked_again_while_the_rest_go_on():
    began = time.perf_counter()
    with Loopback(script=[answer("{}")] * 40 + [hang]) as server:
        said = ask(model(server.base_url, timeout=1.5), *[request(str(n)) for n in range(100)])
    assert len(said) == 100
    assert len(server.requests) == 101
    assert time.perf_counter() - began < 5


def test_a_server_with_one_slot_is_asked_one_thing_at_a_time():
    with Loopback(delay=0.01) as server:
        ask(model(server.base_url, at_once=1), *[request(str(n)) for n in range(5)])
    assert server.most_at_once == 1


def test_waiting_for_a_slot_is_not_counted_as_the_server_hanging():
    with Loopback(delay=0.1) as server:
        said = ask(
            model(server.base_url, at_once=1, timeout=0.3), *[request(str(n)) for n in range(6)]
        )
    assert len(said) == 6
    assert len(server.requests) == 6


def test_a_server_is_started_once_and_only_when_asked():
    started = []
    with Loopback() as server:

        async def start() -> str:
            started.append(1)
            await asyncio.sleep(0.01)
            return server.base_url

        chat = model("http://127.0.0.1:9/v1", start=start)
        assert chat.count_tokens("abc") == 3
        assert started == []
        ask(chat, *[request(str(n)) for n in range(3)])
    assert started == [1]


def test_without_a_key_nothing_is_sent():
    with Loopback() as server, pytest.raises(ModelError, match="SUMMARIZE_API_KEY is not set"):
        ask(model(server.base_url, key=""))
    assert server.requests == []


def test_the_key_is_in_no_log(caplog):
    caplog.set_level(logging.DEBUG)
    with Loopback(script=[status(500)]) as server:
        ask(model(server.base_url))
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in caplog.text


def test_an_unusable_answer_is_not_asked_for_again():
    with Loopback(otherwise=answer("  ")) as server, pytest.raises(DraftError):
        ask(model(server.base_url))
    assert len(server.requests) == 1
