"""Use the command as people do: in a directory of their own, with nothing but what is given.

`here` runs it inside this process, through the same function the installed command calls; `start`
and `run` make a real process of it, for what only a process has: signals, pipes, a terminal.
"""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from summarize.cli import main
from summarize.models import patience

ROOT = Path(__file__).resolve().parents[2]

# Seconds. Only a command that hangs takes this long.
LONGEST = 30


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> list[str]:
        """The lines on stderr."""
        return self.err.splitlines()


def environment(cache: Path, **more: str) -> dict[str, str]:
    """Return what a fresh machine has set, so that nothing of this one is seen."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    found = {"PYTHONPATH": str(ROOT), "SUMMARIZE_CACHE": str(cache), "PYTHONWARNINGS": "error"}
    return kept | found | more


def start(
    *arguments: str, cwd: Path, cache: Path | None = None, **more: Any
) -> "subprocess.Popen[str]":
    """Start the command as a process."""
    given: dict[str, Any] = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "encoding": "utf-8",
    }
    env = environment(cache or cwd / "cache", **more.pop("env", {}))
    command = [sys.executable, "-m", "summarize", *arguments]
    return subprocess.Popen(command, cwd=cwd, env=env, **given | more)


def run(*arguments: str, cwd: Path, cache: Path | None = None, **more: Any) -> Ended:
    """Run the command as a process until it ends."""
    process = start(*arguments, cwd=cwd, cache=cache, **more)
    out, err = process.communicate(timeout=LONGEST)
    return Ended(process.returncode, out, err)


class Here:
    """The command inside this process, in an empty directory."""

    def __init__(
        self, folder: Path, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self._patch = patch
        self._capture = capture

    def __call__(
        self, *arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None
    ) -> Ended:
        """Run it with these arguments."""
        with self._patch.context() as patch:
            patch.setattr(sys, "argv", ["summarize", *arguments])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            self._capture.readouterr()
            with pytest.raises(SystemExit) as ended:
                main()
        told = self._capture.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Ended(code, told.out, told.err)

    def refused(self, *arguments: str, **more: Any) -> Ended:
        """Run it and see that it ends with one line on stderr, no product, and no traceback."""
        ended = self(*arguments, **more)
        assert ended.code in (2, 3, 4), ended
        assert len(ended.said) == 1, ended.err
        assert ended.err.startswith("summarize: ")
        assert "Traceback" not in ended.err
        assert ended.out == ""
        return ended


@pytest.fixture
def here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Here:
    """Return the command, in an empty directory, with a cache of its own and no waiting."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZE_API_KEY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr(patience, "FIRST_WAIT", 0.001)
    return Here(folder, monkeypatch, capsys)
