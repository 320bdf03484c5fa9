"""Make DeepEval quiet before it is imported: nothing sent, nothing written, nothing asked.

What DeepEval's variables say already is left as it is, but for two things. A key of Confident AI is
taken out of this process, because with one every run is uploaded, articles included. And so are
values of general names, such as LOG_LEVEL, that other programs understand and that make DeepEval
fail on import.
"""

import os
import sys
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Final

DEFAULTS: Final = {
    "DEEPEVAL_TELEMETRY_OPT_OUT": "1",
    "DEEPEVAL_DISABLE_DOTENV": "1",
    "DEEPEVAL_FILE_SYSTEM": "READ_ONLY",
    "DEEPEVAL_NO_INSPECT_PROMPT": "1",
    "CONFIDENT_OPEN_BROWSER": "0",
}
UPLOADS: Final = "CONFIDENT_API_KEY"
LEVELS: Final = ("CRITICAL", "ERROR", "WARNING", "INFO", "DEBUG", "NOTSET")


def _is_level(written: str) -> bool:
    word = written.strip().upper()
    return not word or word in LEVELS or word.removeprefix("-").isdigit()


def _is_temperature(written: str) -> bool:
    word = written.strip().lower()
    if word in ("", "none", "null"):
        return True
    try:
        return 0 <= float(word) <= 2
    except ValueError:
        return False


UNDERSTOOD: Final[Mapping[str, Callable[[str], bool]]] = {
    "LOG_LEVEL": _is_level,
    "TEMPERATURE": _is_temperature,
}


def prepare(environment: MutableMapping[str, str] = os.environ) -> None:
    """Set what DeepEval reads, in this process only. It costs nothing to do it again."""
    for name, value in DEFAULTS.items():
        environment.setdefault(name, value)
    environment.pop(UPLOADS, None)
    for name, is_understood in UNDERSTOOD.items():
        if name in environment and not is_understood(environment[name]):
            del environment[name]


def prepare_imported() -> None:
    """Do to a DeepEval that was imported before us what its variables would have done.

    `deepeval test run` reads test files last. What it has sent by then it has sent: in a folder
    without our `.env` its command reports that it was started, and not what it was started on.
    """
    if "deepeval.test_run.cache" not in sys.modules:
        return
    client = sys.modules["deepeval.telemetry.client"]
    client.set_backend(client.NoopBackend())
    # Without it nothing of a run is written; a read-only file system keeps it from being imported.
    for name in ("deepeval.test_run.test_run", "deepeval.test_run.cache"):
        vars(sys.modules[name])["portalocker"] = None
    with suppress(OSError):
        Path(".deepeval").rmdir()
