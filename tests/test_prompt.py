"""A prompt is checked when it is loaded, and a fault in it is told by file and line."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.errors import PromptError
from summarize.prompt import FIELDS, available, load_prompt, shipped_prompts

FRONT = "---\ndescription: A test.\nfields: [key_points]\n---\n"
BLOCKS = (
    "{% block points %}\nChoose {{ style.max_points }} points.\n{% endblock %}\n"
    "{% block statement %}\nShorten.\n{% endblock %}\n"
    "{% block repair %}\nMend.\n{% endblock %}\n"
)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own, so that ./prompts is not this repository's."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(text: str, path: str = "mine/own.md") -> str:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return path


def refused(text: str) -> str:
    with pytest.raises(PromptError) as caught:
        load_prompt(write(text))
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 300
    return message


def test_blanks_are_filled_and_blocks_kept_apart():
    prompt = load_prompt(write(FRONT + BLOCKS))
    assert prompt.instructions("points") == "Choose 5 points."
    assert prompt.instructions("repair") == "Mend."
    assert (prompt.name, prompt.wants("key_points"), prompt.wants("headline")) == (
        "own",
        True,
        False,
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(
            FRONT + BLOCKS.replace("Shorten", "Shorten {{ lenght }}"),
            "own.md:9: unknown blank {{ lenght }}",
            id="a blank nobody fills",
        ),
        pytest.param(
            FRONT + BLOCKS.replace("max_points", "most_points"),
            "own.md:6: unknown blank {{ style.most_points }}",
            id="a part of a blank that is not there",
        ),
        pytest.param(FRONT + "\n{% if %}" + BLOCKS, "own.md:6: ", id="a tag without its condition"),
        pytest.param(FRONT + BLOCKS + "{{ style", "own.md:14: ", id="a blank left open"),
        pytest.param(
            FRONT + BLOCKS + "{% block points %}{% endblock %}", "own.md:14: ", id="a block twice"
        ),
        pytest.param(
            FRONT + BLOCKS.replace("Mend.", "{{ style | nosuch }}"),
            "own.md:12: ",
            id="a filter that does not exist",
        ),
        pytest.param(
            FRONT + BLOCKS.replace("Mend.", "{% include 'shared/none.md' %}"),
            "own.md:12: includes 'shared/none.md'",
            id="a part that is in no folder",
        ),
        pytest.param(
            FRONT + BLOCKS.replace("block repair", "block mend"),
            "{% block repair %}",
            id="a block missing",
        ),
        pytest.param(
            "---\ndescription: A test.\n---\n" + BLOCKS,
            "{% block headline %}",
            id="a headline wanted without its block",
        ),
        pytest.param(BLOCKS, "own.md:1: no front matter", id="no front matter"),
        pytest.param("", "own.md:1: no front matter", id="an empty file"),
        pytest.param(
            "---\ndescription: A test.\nfields: [key_points\n---\n" + BLOCKS,
            "own.md:4: front matter",
            id="front matter that is not YAML",
        ),
        pytest.param(
            "---\ndescription: A test.\nfields: [key_points]\nhous_style: {}\n---\n" + BLOCKS,
            "own.md:4: front matter: hous_style",
            id="an unknown key",
        ),
        pytest.param(
            "---\ndescription: A.\nfields: [key_points]\nhouse_style:\n  max_points: 400\n---\n"
            + BLOCKS,
            "own.md:5: front matter: house_style.max_points",
            id="a number that is too large",
        ),
        pytest.param(
            "---\nfields: [keypoints]\ndescription: A.\n---\n" + BLOCKS,
            "own.md:2: front matter: fields",
            id="a field that does not exist",
        ),
        pytest.param("---\n- a list\n---\n" + BLOCKS, "front matter", id="a list"),
        pytest.param(
            "---\ndescrption: A.\nfields: [key_points]\n---\n" + BLOCKS,
            "own.md:2: front matter: descrption: not a known key",
            id="a mistyped key that is needed",
        ),
        pytest.param(
            "---\nfields: [key_points]\n---\n" + BLOCKS,
            "description",
            id="no description",
        ),
    ],
)
def test_a_fault_is_told_by_file_and_line(text: str, says: str):
    message = refused(text)
    assert "own.md" in message
    assert says in message


def test_a_fault_in_a_shared_part_names_that_part():
    write("Rules.\n{{ oops }}\n", "mine/shared/part.md")
    message = refused(FRONT + BLOCKS.replace("Mend.", "{% include 'shared/part.md' %}"))
    assert "part.md:2: unknown blank {{ oops }}" in message


def test_a_part_that_includes_a_missing_part_is_named_with_its_line():
    write("Rules.\n{% include 'shared/none.md' %}\n", "mine/shared/part.md")
    message = refused(FRONT + BLOCKS.replace("Mend.", "{% include 'shared/part.md' %}"))
    assert "part.md:2: includes 'shared/none.md'" in message


def test_a_prompt_of_ones_own_may_include_a_shipped_part():
    text = FRONT + BLOCKS.replace("Mend.", '{% include "shared/repair.md" %}')
    assert "failed a check" in load_prompt(write(text)).instructions("repair")


@pytest.mark.parametrize(
    "escape",
    [
        "{{ style.__class__ }}",
        "{{ style.__class__.__mro__[1].__subclasses__() }}",
        "{{ style['__class__'] }}",
        "{{ style.model_copy.__globals__ }}",
        "{{ (style | attr('__class__')) }}",
        "{{ ''.__class__ }}",
    ],
)
def test_a_prompt_reaches_nothing_but_its_blanks(escape: str):
    with pytest.raises(PromptError) as caught:
        load_prompt(write(FRONT + BLOCKS.replace("Mend.", escape))).instructions("repair")
    assert "own.md:12: " in str(caught.value)


@pytest.mark.parametrize(
    "failing", ["{{ 1 // 0 }}", "{{ style.max_points + 'a' }}", "{{ range(9999999999) | list }}"]
)
def test_a_blank_that_cannot_be_worked_out_is_a_fault_of_the_prompt(failing: str):
    with pytest.raises(PromptError) as caught:
        load_prompt(write(FRONT + BLOCKS.replace("Mend.", failing))).instructions("repair")
    assert "own.md:12: cannot be filled" in str(caught.value)


def test_a_byte_order_mark_before_the_front_matter_is_no_fault():
    assert load_prompt(write("\ufeff" + FRONT + BLOCKS)).front.description == "A test."


def test_a_prompt_that_is_not_utf8_or_not_there_is_refused():
    Path("latin.md").write_bytes(FRONT.encode() + b"caf\xe9")
    with pytest.raises(PromptError, match=r"latin\.md: not UTF-8 at byte"):
        load_prompt("latin.md")
    with pytest.raises(PromptError, match=r"none\.md: no such file"):
        load_prompt("none.md")
    with pytest.raises(PromptError, match=r"'brif': not one of .*brief"):
        load_prompt("brif")
    with pytest.raises(PromptError, match="--prompts nowhere: is not a folder"):
        load_prompt("brief", Path("nowhere"))


def digest(edit: tuple[str, str] = ("", ""), *, part: str = "Part.", place: str = "mine") -> str:
    write(part, f"{place}/shared/part.md")
    text = FRONT + BLOCKS.replace("Mend.", "Mend. {% include 'shared/part.md' %}")
    return load_prompt(write(text.replace(*edit), f"{place}/own.md")).sha256


@pytest.mark.parametrize(
    ("edit", "part"),
    [
        (("Shorten", "Cut"), "Part."),
        (("A test.", "Another."), "Part."),
        (("\n---\n", "\nsampling: {temperature: 1}\n---\n"), "Part."),
        (("", ""), "Part!"),
    ],
)
def test_a_version_changes_with_the_prompt_and_with_what_it_includes(edit, part):
    assert digest(edit, part=part) != digest()


def test_a_version_changes_with_nothing_else():
    first = digest()
    write("Not included.", "mine/shared/other.md")
    assert digest() == first
    assert digest(place="elsewhere") == first


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(st.sampled_from("{}%- \nblock endif for x in style.|'\"#"), max_size=60))
def test_any_text_is_a_prompt_or_a_fault_of_a_prompt(text: str):
    path = write(FRONT + BLOCKS + text)
    try:
        load_prompt(path).instructions("repair")
    except PromptError as fault:
        assert "own.md" in str(fault)  # noqa: PT017 - it need not be raised


def test_every_shipped_prompt_loads_and_fills_all_its_blocks():
    names = set(available())
    assert {"brief", "bullets", "background"} <= names
    for name in names:
        prompt = load_prompt(name)
        assert set(prompt.front.fields) <= set(FIELDS)
        assert prompt.style.min_points <= prompt.style.max_points
        blocks = ["points", "statement", "repair"]
        if prompt.wants("headline") or prompt.wants("abstract"):
            blocks.append("headline")
        for block in blocks:
            words = prompt.instructions(block)
            assert words
            assert "{{" not in words
            assert "{%" not in words


def test_the_command_lists_every_prompt_with_what_it_says_of_itself():
    from summarize.cli.commands import root

    listed = CliRunner().invoke(root, ["prompts"])
    assert listed.exit_code == 0
    for name, path in available().items():
        assert f"{name:12}  {load_prompt(name).front.description}\n" in listed.output
        assert f"  {path}\n" in listed.output


def test_a_folder_asked_for_comes_before_the_one_here_and_that_before_the_shipped():
    assert available()["brief"] == shipped_prompts() / "brief.md"
    write(FRONT.replace("A test", "Here") + BLOCKS, "prompts/brief.md")
    assert load_prompt("brief").front.description == "Here."
    write(FRONT.replace("A test", "Asked") + BLOCKS, "asked/brief.md")
    assert load_prompt("brief", Path("asked")).front.description == "Asked."
    assert load_prompt("bullets", Path("asked")).path == shipped_prompts() / "bullets.md"


def test_a_readme_beside_the_prompts_is_no_prompt():
    write("Words for editors.", "prompts/README.md")
    assert "README" not in available()
