"""Write the sessions of README.md from recorded answers: `python -m tests.readme`.

A session is a block of commands and what they really print. The commands are run with the answers
that the embedded model gave, kept in evals/recordings; `test_readme` holds the page to it.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
RECORDINGS = ROOT / "evals" / "recordings"
SESSION = re.compile(r"(<!-- session -->\n).*?(<!-- end of session -->)", re.DOTALL)
COMMANDS = ("summarize seeds/002_baab62ac1eec0fa3.txt",)
MODEL = "local/qwen2.5-coder-1.5b"


def printed(command: str) -> str:
    """Run a command of the page on the recordings; return what it prints on stdout."""
    words = shlex.split(command)[1:]
    replay = ["--replay", str(RECORDINGS), "--model", MODEL, "--quiet"]
    done = subprocess.run(
        [sys.executable, "-m", "summarize", *words, *replay],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def session() -> str:
    """Return the block of all commands with their output."""
    shown = "\n".join(f"$ {command}\n{printed(command).rstrip()}" for command in COMMANDS)
    return f"```console\n{shown}\n```\n"


def rewritten(page: str) -> str:
    """Return the page with its session as it is now."""
    return SESSION.sub(lambda found: found.group(1) + session() + found.group(2), page)


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text("utf-8")), encoding="utf-8")
