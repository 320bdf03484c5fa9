"""What the documents say of settings, commands and files is so."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from evals.selftest.mutators import MUTATORS
from summarize.check import CHECKS
from summarize.prompt import FIELDS, NEEDED, HouseStyle

ROOT = Path(__file__).resolve().parents[2]
PROMPTS = (ROOT / "prompts" / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_an_editor_is_told_every_house_style_rule_with_its_range_and_default():
    told = re.findall(r"^\| `(\w+)` \| .* \| (\d+) \| (\d+) \| (\d+) \|$", PROMPTS, re.MULTILINE)
    bounds = HouseStyle.model_json_schema()["properties"]
    assert {name: tuple(map(int, numbers)) for name, *numbers in told} == {
        name: (rule["minimum"], rule["maximum"], rule["default"]) for name, rule in bounds.items()
    }
    for name in bounds:
        assert f"{{{{ style.{name} }}}}" in PROMPTS


def test_an_editor_is_told_every_field_block_and_prompt():
    for name in (*FIELDS, *NEEDED, "headline"):
        assert f"`{name}`" in PROMPTS
    for path in (ROOT / "prompts").glob("*.md"):
        if path.name != "README.md":
            assert f"| `{path.stem}` |" in PROMPTS


@pytest.mark.parametrize(
    "name", re.findall(r"`((?:summarize|tests|prompts|evals)/[\w/.]+)`", CONTRIBUTING)
)
def test_a_file_a_contributor_is_sent_to_is_there(name):
    example = name.endswith(("tense.py", "wrong_place.py"))
    assert (ROOT / name).exists() != example


def test_the_examples_are_none_that_there_are():
    assert "tense" not in CHECKS
    assert "wrong-place" not in MUTATORS


@pytest.mark.parametrize("module", re.findall(r"python -m ([\w.]+)", CONTRIBUTING))
def test_a_module_a_contributor_is_told_to_run_is_there(module):
    assert find_spec(module)


def test_a_reader_is_told_every_check():
    told = re.findall(r"^\| ([\w-]+) \| ", README, re.MULTILINE)
    assert set(CHECKS) <= {*told, "copying"}
    assert "`copying`" in README


def test_every_make_target_is_told_and_every_target_told_is_there():
    targets = set(re.findall(r"^(\w+):.*## ", MAKEFILE, re.MULTILINE)) - {"help", "clean"}
    assert set(re.findall(r"^\| `make (\w+)` \|", CONTRIBUTING, re.MULTILINE)) == targets
