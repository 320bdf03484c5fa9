"""Write what README.md shows of the commands: `python -m tests.readme`.

Each block stands between two comments and is what a command really prints, or its beginning. The
session is run with the answers that the embedded model gave, kept in evals/recordings; agreement is
shown from the results saved for TRUST.md, because its data are not ours. `test_readme` holds the
page to it.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from evals.agreement.as_text import as_text
from evals.trust.judged import agreement

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
RECORDINGS = ROOT / "evals" / "recordings"
COMMANDS = ("summarize seeds/002_baab62ac1eec0fa3.txt",)
MODEL = "local/qwen2.5-coder-1.5b"
TASK: Final = "facts"
# So many lines of a task are its own figures and what others reach; more of it follows.
LINES: Final = 8
# Below a floor: what is printed is printed all the same.
ALLOWED: Final = (0, 1)


def printed(command: str, *options: str) -> str:
    """Run a command of the page with more options; return what it prints on stdout."""
    words = shlex.split(command)[1:]
    done = subprocess.run(
        [sys.executable, "-m", "summarize", *words, *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in ALLOWED:
        raise RuntimeError(f"{command}: {done.stderr}")
    return done.stdout


def session() -> str:
    """Return all commands of the session with their output."""
    replay = ("--replay", str(RECORDINGS), "--model", MODEL, "--quiet")
    return "\n".join(f"$ {c}\n{printed(c, *replay).rstrip()}" for c in COMMANDS)


def selftest() -> str:
    """Return the self-test's tables, up to by what each error is noticed."""
    command = "summarize eval selftest"
    tables = printed(command).split("\n\n")[:-1]
    return f"$ {command}\n" + "\n\n".join(tables)


def agreeing() -> str:
    """Return the beginning of one task of the agreement."""
    results = agreement()
    one = results.model_copy(update={"tasks": [t for t in results.tasks if t.name == TASK]})
    lines = as_text(one).splitlines()[:LINES]
    asked = {"-n": results.first, "--systems": results.systems, "-m": results.model}
    options = "".join(f" {name} {value}" for name, value in asked.items() if value)
    return f"$ summarize eval agreement DIR --task {TASK}{options}\n" + "\n".join(lines)


BLOCKS: Final[Mapping[str, Callable[[], str]]] = {
    "session": session,
    "selftest": selftest,
    "agreement": agreeing,
}


def rewritten(page: str) -> str:
    """Return the page with every block as it is now. Raises ValueError when one is not there."""
    for name, block in BLOCKS.items():
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
        shown = f"```console\n{block()}\n```\n"
        page, count = marks.subn(lambda m, shown=shown: m.group(1) + shown + m.group(2), page)
        if count != 1:
            raise ValueError(f"README.md: has block {name} {count} times: write it once")
    return page


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text("utf-8")), encoding="utf-8")
