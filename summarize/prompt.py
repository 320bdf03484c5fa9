"""Prompts: what an editor writes, and how its blanks are filled.

A prompt is a Markdown file: front matter (description, fields, house style, sampling), then Jinja2
blocks, one for each thing a model is asked. Blanks are strict: one that nobody fills is an error
with its file and line, never an empty string. A prompt's version is the digest of its whole text,
shared parts included, so that an edit changes it and nothing else does.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, Final, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from summarize.errors import PromptError

if TYPE_CHECKING:
    import jinja2

FieldName = Literal["headline", "abstract", "key_points", "quotes", "dates", "numbers", "names"]
FIELDS: Final[tuple[FieldName, ...]] = (
    "headline",
    "abstract",
    "key_points",
    "quotes",
    "dates",
    "numbers",
    "names",
)
BlockName = Literal["points", "statement", "headline", "repair"]
BLANKS = ("style",)
NEEDED = ("points", "statement", "repair")
"""Blocks every prompt has; `headline` is needed where headline or abstract is a field."""
# What filling a blank can raise: the sandbox's refusals and the arithmetic of a template.
FILLING = (TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)


class HouseStyle(BaseModel):
    """What every summary of this prompt keeps to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    headline_characters: int = Field(default=55, ge=20, le=200)
    abstract_sentences: int = Field(default=2, ge=1, le=5)
    min_points: int = Field(default=3, ge=1, le=20)
    max_points: int = Field(default=5, ge=1, le=20)
    point_words: int = Field(default=35, ge=8, le=80)

    @model_validator(mode="after")
    def _least_is_not_above_most(self) -> Self:
        if self.min_points > self.max_points:
            raise ValueError(f"min_points {self.min_points} is above max_points {self.max_points}")
        return self


class Sampling(BaseModel):
    """How the model's words are drawn."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    temperature: float = Field(default=0.0, ge=0.0, le=2.0)
    max_tokens: int = Field(default=1200, ge=50)
    """For each answer."""


class Example(BaseModel):
    """What a model is given and what it should answer, shown to it before the real thing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    given: str
    answer: dict[str, Any]


class FrontMatter(BaseModel):
    """The part of a prompt between the two lines of three dashes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    description: str
    fields: tuple[FieldName, ...] = FIELDS
    house_style: HouseStyle = HouseStyle()
    sampling: Sampling = Sampling()
    support: bool = False
    """Whether a judge looks at each statement too, which asks the model once more."""
    examples: dict[BlockName, tuple[Example, ...]] = {}
    """By block."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt, checked and ready to be filled."""

    name: str
    path: Path
    sha256: str
    """Of its text and of the shared parts it uses."""
    front: FrontMatter
    _template: "jinja2.Template" = field(repr=False, compare=False)

    @property
    def style(self) -> HouseStyle:
        """The house style."""
        return self.front.house_style

    def wants(self, name: str) -> bool:
        """Say whether this prompt's summaries have a field."""
        return name in self.front.fields

    def instructions(self, block: str) -> str:
        """Return the text of a block, its blanks filled. Raises PromptError with file and line."""
        import jinja2

        context = self._template.new_context({"style": self.style})
        try:
            text = "".join(self._template.blocks[block](context))
        except (jinja2.TemplateError, *FILLING) as error:
            fault = " ".join(str(error).split())
            raise PromptError(f"{_place(self.path)}: cannot be filled: {fault}") from error
        return re.sub(r"\n{3,}", "\n\n", text).strip()

    def examples(self, block: BlockName) -> tuple[Example, ...]:
        """Return the examples for a block."""
        return self.front.examples.get(block, ())


def shipped_prompts() -> Path:
    """Return the folder of the prompts that come with the product."""
    package = Path(__file__).parent
    installed = package / "prompts"
    return installed if installed.is_dir() else package.parent / "prompts"


def prompt_folders(prompts: Path | None = None) -> list[Path]:
    """Return the folders searched for prompts, first match first. Raises PromptError."""
    if prompts is not None and not prompts.is_dir():
        raise PromptError(
            f"--prompts {prompts}: is not a folder: name the one that holds your prompts"
        )
    asked = [prompts] if prompts else []
    here = Path("prompts")
    folders = [*asked, *([here] if here.is_dir() else []), shipped_prompts()]
    return list({folder.resolve(): folder for folder in folders}.values())


def available(prompts: Path | None = None) -> dict[str, Path]:
    """Return the prompts there are by name, each from the first folder that has it."""
    found: dict[str, Path] = {}
    for folder in prompt_folders(prompts):
        for path in sorted(folder.glob("*.md")):
            if path.name.lower() != "readme.md":
                found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def load_prompt(name: str, prompts: Path | None = None) -> Prompt:
    """Find a prompt by name, or by path when it ends in .md, and check it. Raises PromptError."""
    if name.endswith(".md") or "/" in name:
        path = Path(name)
        if not path.is_file():
            raise PromptError(
                f"prompt {name}: no such file: `summarize prompts` lists what there is"
            )
    else:
        known = available(prompts)
        if name not in known:
            raise PromptError(
                f"prompt {name!r}: not one of {', '.join(known)}: name one, or a path ending in .md"
            )
        path = known[name]
    return _load(path, tuple(prompt_folders(prompts)))


def _load(path: Path, folders: tuple[Path, ...]) -> Prompt:
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment

    text = _read(path)
    front = _front_matter(text, path)
    files = _with_included(path, text, (path.parent, *folders))
    environment = SandboxedEnvironment(
        loader=jinja2.FunctionLoader(
            lambda name: (
                (_without_front_matter(files[name][1]), str(files[name][0]), None)
                if name in files
                else None
            )
        ),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name, (file, _) in files.items():
        _refuse_faults(environment, name, file)
    template = environment.get_template("")
    needed = [*NEEDED, *(["headline"] if {"headline", "abstract"} & set(front.fields) else [])]
    missing = [block for block in needed if block not in template.blocks]
    if missing:
        raise PromptError(f"{path}: has no {{% block {missing[0]} %}}: add it")
    whole = "\0".join(f"{name}\0{t}" for name, (_, t) in sorted(files.items()))
    prompt = Prompt(path.stem, path, hashlib.sha256(whole.encode()).hexdigest(), front, template)
    for block in needed:
        prompt.instructions(block)
    return prompt


INCLUDE = re.compile(r"\{%-?\s*include\s+[\"']([^\"']+)[\"']")


def _with_included(path: Path, text: str, folders: Sequence[Path]) -> dict[str, tuple[Path, str]]:
    """Return the prompt under "" and every part it includes, each with its path and text."""
    files = {"": (path, text)}
    waiting = [(path, name) for name in INCLUDE.findall(text)]
    while waiting:
        user, name = waiting.pop()
        if name in files:
            continue
        file = next((f / name for f in folders if (f / name).is_file()), None)
        if file is None:
            line = _line_of(files, user, name)
            raise PromptError(f"{user}:{line}: includes {name!r}, which is in no prompt folder")
        files[name] = (file, _read(file))
        waiting += [(file, inner) for inner in INCLUDE.findall(files[name][1])]
    return files


def _line_of(files: Mapping[str, tuple[Path, str]], user: Path, name: str) -> int:
    text = next(t for path, t in files.values() if path == user)
    return text[: text.index(name)].count("\n") + 1


def _refuse_faults(environment: "jinja2.Environment", name: str, file: Path) -> None:
    """Raise PromptError with file and line for bad syntax or an unknown blank."""
    import jinja2
    from jinja2 import meta, nodes

    assert environment.loader is not None
    source = environment.loader.get_source(environment, name)[0]
    try:
        tree = environment.parse(source)
        environment.compile(source)
    except jinja2.TemplateSyntaxError as error:
        fault = (error.message or "bad syntax").rstrip(".")
        raise PromptError(f"{file}:{error.lineno}: {fault}: mend that line") from error
    for part in tree.find_all(nodes.Getattr):
        if (
            isinstance(part.node, nodes.Name)
            and part.node.name == "style"
            and part.attr not in HouseStyle.model_fields
        ):
            known = ", ".join(HouseStyle.model_fields)
            raise PromptError(
                f"{file}:{part.lineno}: unknown blank {{{{ style.{part.attr} }}}}: "
                f"style has {known}"
            )
    for unknown in sorted(meta.find_undeclared_variables(tree) - set(BLANKS)):
        line = next((n.lineno for n in tree.find_all(nodes.Name) if n.name == unknown), 1)
        known = ", ".join(sorted(BLANKS))
        raise PromptError(f"{file}:{line}: unknown blank {{{{ {unknown} }}}}: use one of {known}")


def _place(path: Path) -> str:
    """Return file and line of the fault being handled, as far as the template tells."""
    from jinja2.debug import rewrite_traceback_stack

    lines = [
        (frame.f_code.co_filename, line)
        for frame, line in walk_tb(rewrite_traceback_stack().__traceback__)
        if "__jinja_exception__" in frame.f_globals
    ]
    return ":".join(map(str, lines[-1])) if lines else str(path)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PromptError(f"{path}: not UTF-8 at byte {error.start}: save it as UTF-8") from error
    except OSError as error:
        raise PromptError(f"{path}: cannot be read: {error.strerror}") from error


def _without_front_matter(text: str) -> str:
    """Blank out the front matter, so that line numbers stay those of the file."""
    found = FRONT_MATTER.match(text)
    return "\n" * found.group().count("\n") + text[found.end() :] if found else text


def _front_matter(text: str, path: Path) -> FrontMatter:
    found = FRONT_MATTER.match(text)
    if not found:
        raise PromptError(
            f"{path}:1: no front matter: begin with a line ---, a description:, and ---"
        )
    try:
        return FrontMatter.model_validate(yaml.safe_load(found.group(1)) or {})
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        fault_words = error.problem or "not YAML"
        if "mapping values" in fault_words:
            fault_words = "a second colon: put what follows the first between quotation marks"
        raise PromptError(f"{path}:{line}: front matter: {fault_words}") from error
    except ValidationError as error:
        # A key that is mistyped is the likelier slip than the one that is therefore missing.
        fault = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
        key = ".".join(str(part) for part in fault["loc"]) or "the whole"
        line = _line_of_key(found.group(1), fault["loc"])
        unknown = fault["type"] == "extra_forbidden"
        what = (
            "not a known key: see prompts/README.md for those there are"
            if unknown
            else fault["msg"]
        )
        raise PromptError(f"{path}:{line}: front matter: {key}: {what}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        fault_words = " ".join(str(error).split())[:120]
        raise PromptError(f"{path}: front matter: {fault_words}") from error


def _line_of_key(matter: str, keys: Sequence[int | str]) -> int:
    """Return the line of the file on which the innermost of these nested keys stands."""
    node, line = yaml.compose(matter), -1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(key)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            node = node.value[key]
            line = node.start_mark.line
    return int(line) + 2
