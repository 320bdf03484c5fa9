"""Every way of not getting an answer: one line with the thing, the fault and the way out."""

import socket

import pytest

from summarize.errors import ContextError, DraftError, ModelError, SummarizeError
from tests.loopback import (
    Loopback,
    answer,
    completion,
    garbage,
    hang,
    html,
    no_choices,
    quota,
    raw,
    refusal,
    status,
    too_long,
    truncated,
)
from tests.models.asking import KEY, Naps, ask, model

LLAMA_TOO_LONG = "the request exceeds the available context size (9000 tokens), try increasing it"


@pytest.mark.parametrize(
    ("behaviour", "error", "says", "attempts"),
    [
        pytest.param(status(401), ModelError, ["key (401)", "SUMMARIZE_API_KEY"], 1, id="401"),
        pytest.param(status(403), ModelError, ["key (403)", "SUMMARIZE_API_KEY"], 1, id="403"),
        pytest.param(status(404), ModelError, ["not found", "/v1", "name"], 1, id="404"),
        pytest.param(status(418, "a teapot"), ModelError, ["(418): a teapot"], 1, id="418"),
        pytest.param(
            status(429, retry_after=3),
            ModelError,
            ["too many", "5 attempts", "wait 3 s"],
            5,
            id="429",
        ),
        pytest.param(
            status(429, retry_after=900),
            ModelError,
            ["too many", "wait 900 s"],
            1,
            id="429 for long",
        ),
        pytest.param(quota(), ModelError, ["quota", "billing"], 1, id="quota"),
        pytest.param(
            status(500, "out of memory"),
            ModelError,
            ["failed (500)", "5 attempts", "out of memory", "try again"],
            5,
            id="500",
        ),
        pytest.param(hang, ModelError, ["within 0.2 s", "3 attempts", "--timeout"], 3, id="hang"),
        pytest.param(html, ModelError, ["a web page, not JSON", "/v1"], 1, id="html"),
        pytest.param(garbage, ModelError, ["not JSON", "5 attempts"], 5, id="cut off JSON"),
        pytest.param(no_choices([]), ModelError, ["without any choice"], 1, id="no choices"),
        pytest.param(
            no_choices(None, {"message": "no credit", "code": 402}),
            ModelError,
            ["without any choice: no credit"],
            1,
            id="an error inside a 200",
        ),
        pytest.param(
            no_choices(None, {"message": "busy", "code": 503}),
            ModelError,
            ["without any choice: busy"],
            5,
            id="a passing error inside a 200",
        ),
        pytest.param(too_long(), ContextError, ["longer than", "--context"], 1, id="context"),
        pytest.param(
            raw(
                {"error": {"message": LLAMA_TOO_LONG, "type": "exceed_context_size_error"}},
                status=400,
            ),
            ContextError,
            ["longer than", "9000 tokens"],
            1,
            id="context, llama.cpp",
        ),
        pytest.param(refusal("I cannot."), DraftError, ['refused: "I cannot."'], 1, id="refusal"),
        pytest.param(
            raw(completion(None, finish="content_filter")),
            DraftError,
            ["content filter"],
            1,
            id="filter",
        ),
        pytest.param(answer(""), DraftError, ["is empty", "another model"], 1, id="empty"),
        pytest.param(truncated(""), DraftError, ["token limit", "max_tokens"], 1, id="all thought"),
    ],
)
def test_a_fault_is_told_in_one_line(behaviour, error, says, attempts):
    with Loopback(otherwise=behaviour) as server, pytest.raises(SummarizeError) as told:
        ask(model(server.base_url, timeout=0.2 if behaviour is hang else 5.0))
    assert type(told.value) is error
    line = str(told.value)
    assert line.startswith("server/m")
    assert "\n" not in line
    for words in says:
        assert words in line
    assert len(server.requests) == attempts


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.mark.parametrize(
    ("address", "says"),
    [
        pytest.param("http://127.0.0.1:{port}/v1", "refused the connection", id="refused"),
        pytest.param("http://no-such-host.invalid/v1", "no server is known by the name", id="DNS"),
    ],
)
def test_a_server_that_is_not_there_is_told_at_once(address, says):
    naps = Naps()
    with pytest.raises(ModelError, match=says):
        ask(model(address.format(port=free_port()), naps=naps))
    assert naps.taken == []


def test_a_wrong_certificate_or_none_is_told_at_once():
    naps = Naps()
    with Loopback() as server, pytest.raises(ModelError, match="no secure connection") as told:
        ask(model(server.base_url.replace("http", "https"), naps=naps))
    assert "https or http" in str(told.value)
    assert naps.taken == []


def test_a_connection_that_breaks_is_tried_again():
    def dies(_request):
        raise ConnectionResetError

    with Loopback(script=[dies, dies]) as server:
        ask(model(server.base_url))
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(f"bad key {KEY} given", id="whole"),
        pytest.param("Incorrect API key provided: sk-tes**********cdef.", id="as OpenAI masks it"),
        pytest.param("header was 'Bearer abcdefgh'", id="header"),
    ],
)
@pytest.mark.parametrize("code", [401, 418, 500])
def test_a_key_is_never_shown(words, code):
    with Loopback(otherwise=status(code, words)) as server, pytest.raises(ModelError) as told:
        ask(model(server.base_url))
    for secret in (KEY, "sk-tes", "cdef", "abcdefgh"):
        assert secret not in str(told.value)


def test_a_password_in_the_address_is_never_shown():
    with Loopback(otherwise=status(404)) as server, pytest.raises(ModelError) as told:
        ask(model(server.base_url.replace("//", "//me:secret@")))
    assert "secret" not in str(told.value)


def test_a_long_explanation_is_cut_short():
    with (
        Loopback(otherwise=status(418, "so\n" * 500)) as server,
        pytest.raises(ModelError) as told,
    ):
        ask(model(server.base_url))
    assert len(str(told.value)) < 400
