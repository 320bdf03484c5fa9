"""See what works: the checks of `summarize doctor` that concern models."""

import os
from importlib.util import find_spec
from pathlib import Path

from summarize.errors import InputError, SummarizeError
from summarize.models import tokens
from summarize.models.answers import Answers
from summarize.models.hosted import OPENAI_KEY
from summarize.models.paths import cache_dir
from summarize.models.settings import Finding, Tell
from summarize.models.weights import INSTALL, QWEN, assembled, find_parts, verify


def diagnose(*, tell: Tell = lambda _what, _share: None) -> list[Finding]:
    """Return one finding a check. Reads the whole embedded model's file once; asks no server."""
    cache = cache_dir()
    return [_key(), _extra(), _weights(cache / "models", tell), _tokenizer(), _cache(cache)]


def _key() -> Finding:
    if os.environ.get(OPENAI_KEY, "").strip():
        return Finding("OpenAI key", good=True, detail=f"{OPENAI_KEY} is set (not tried)")
    return Finding("OpenAI key", good=None, detail=f"{OPENAI_KEY} is not set")


def _extra() -> Finding:
    if find_spec("xllamacpp") is None:
        return Finding("local extra", good=None, detail=f"not installed: {INSTALL}")
    return Finding("local extra", good=True, detail="installed")


def _weights(directory: Path, tell: Tell) -> Finding:
    what = "embedded model"
    path = assembled(QWEN, directory)
    try:
        if path is None:
            find_parts(QWEN)
            return Finding(what, good=True, detail="installed; put together at first use")
        verify(QWEN, path, progress=lambda n, all_: tell("reading the embedded model", n / all_))
    except SummarizeError as fault:
        return Finding(what, good=None if path is None else False, detail=str(fault))
    return Finding(what, good=True, detail=f"{path}, digest verified")


def _tokenizer() -> Finding:
    try:
        tokens.estimate()("a")
        tokens.qwen()("a")
    except SummarizeError as fault:
        return Finding("tokenizers", good=False, detail=str(fault))
    return Finding("tokenizers", good=True, detail="o200k, cl100k and Qwen's count offline")


def _cache(directory: Path) -> Finding:
    try:
        Answers(directory / "answers").prepare()
    except InputError as fault:
        return Finding("cache", good=False, detail=str(fault))
    return Finding("cache", good=True, detail=f"{directory} can be written")
