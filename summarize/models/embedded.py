"""Run llama.cpp inside this process.

It starts when the first request really has to be asked: never for a recorded answer, never to
count tokens of the embedded model. It listens on loopback only, on a port the system chooses.
"""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from summarize.errors import WeightsError
from summarize.models.cores import usable_cores
from summarize.models.weights import INSTALL

# Question and answer of one request; the cache for it is 28 KB a token, 230 MB.
CONTEXT: Final = 8192

# What is kept of earlier prompts in memory, in MiB: some 9,000 tokens, enough to come back to the
# article before. llama.cpp's own default, 8192, takes gigabytes in minutes.
PROMPT_CACHE: Final = 256

# Two at once give a tenth more tokens a second, but what is computed together changes each other's
# last digits, and so the words: one at a time, the same run says the same twice.
SLOTS: Final = 1


class LlamaServer:
    """A llama.cpp server over one GGUF file, started when first needed."""

    def __init__(
        self, find: Callable[[], Path], *, tell: Callable[[str], None], context: int = CONTEXT
    ) -> None:
        self._find = find
        self._tell = tell
        self._context = context
        self._server: Any = None

    async def start(self) -> str:
        """Return the server's base_url, starting it if need be. Raises WeightsError."""
        return await asyncio.to_thread(self.start_now)

    def start_now(self) -> str:
        """Do the same and block meanwhile."""
        if self._server is None:
            path = self._find()
            self._tell(f"loading {path.name}")
            self._server = _serve(path, self._context)
        return f"{self._server.listening_address}/v1"


def check_gguf(path: Path) -> Path:
    """Return `path` if it is a GGUF file. Raises WeightsError when not."""
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except FileNotFoundError as fault:
        raise WeightsError(f"{path}: no such file: check the path after local/") from fault
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        raise WeightsError(f"{path}: cannot be read ({why}): check the file") from fault
    if magic != b"GGUF":
        raise WeightsError(f"{path}: not a GGUF file: llama.cpp reads no other kind of weights")
    return path


def plain(text: str) -> str:
    """Return `text` with what llama.cpp would read as a control token (<|im_end|>) broken up."""
    return text.replace("<|", "< |")


def _serve(path: Path, context: int) -> Any:
    # OpenMP's threads otherwise wait by spinning. With the machine to itself that gains 6%; with
    # another program on the same cores it was measured to lose 90%. Read when the library loads.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        import xllamacpp
    except ImportError as fault:
        raise WeightsError(
            f"{path.name}: package xllamacpp is not installed or does not load: {INSTALL}"
        ) from fault
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx = context * SLOTS
    params.n_parallel = SLOTS
    params.cache_ram_mib = PROMPT_CACHE
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = usable_cores()
    params.warmup = False
    # Nothing on standard error, which belongs to the user.
    params.verbosity = -1
    try:
        return xllamacpp.Server(params)
    except RuntimeError as fault:
        raise WeightsError(
            f"{path}: llama.cpp cannot load it: the file is damaged, of a kind it does not know, "
            "or larger than the memory"
        ) from fault
