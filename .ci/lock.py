"""Write .ci/constraints.txt: the exact version of every package, for every Python we support.

    python .ci/lock.py .ci/constraints.txt python3.11 python3.12 python3.13

Each of the Pythons resolves the project with all its extras by itself, from scratch; a version on
which they do not agree is written with its Python. Only names and versions are kept: where
packages come from is for each machine to say.
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from pathlib import Path

HEAD = """\
# Every package, exactly: what the tests ran with. `make lock` writes this file; do not edit it.
# Resolved on Linux for Python {pythons}.
"""


def requirements() -> list[str]:
    """Return what the project needs with all its extras, and to be built."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    own = project["project"]["name"] + "["
    found = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    found += [line for lines in extras.values() for line in lines if not line.startswith(own)]
    return sorted(set(found))


def resolve(python: str) -> tuple[str, dict[str, str]]:
    """Return a Python's version (as 3.11), and the packages it would install with theirs."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [python, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
        subprocess.run([*command, "--report", report, *requirements()], check=True)
        told = json.loads(report.read_text(encoding="utf-8"))
    packages = [item["metadata"] for item in told["install"]]
    return told["environment"]["python_version"], {
        re.sub(r"[-_.]+", "-", p["name"]).lower(): p["version"] for p in packages
    }


def merged(resolved: dict[str, dict[str, str]]) -> list[str]:
    """Return one line for each package and version, naming the Pythons where they differ."""
    wanted: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for python, packages in resolved.items():
        for name, version in packages.items():
            wanted[name][version].append(python)
    return [
        f"{name}=={version}{_marker(pythons, len(resolved))}"
        for name, versions in sorted(wanted.items())
        for version, pythons in sorted(versions.items())
    ]


def _marker(pythons: list[str], among: int) -> str:
    if len(pythons) == among:
        return ""
    return " ; " + " or ".join(f'python_version == "{python}"' for python in sorted(pythons))


def main(target: str, *pythons: str) -> None:
    """Resolve with each Python and write the file, whole or not at all."""
    resolved = dict(resolve(python) for python in pythons)
    lines = merged(resolved)
    text = HEAD.format(pythons=", ".join(sorted(resolved))) + "\n".join(lines) + "\n"
    Path(target).write_text(text, encoding="utf-8")
    told = f"{target}: {len(lines)} lines for Python {', '.join(sorted(resolved))}"
    sys.stderr.write(f"{told}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
