"""The blocks of a prompt: Jinja2 in a sandbox, blanks strict, faults told by file and line."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from summarize.errors import PromptError
from summarize.prompt.folders import available, prompt_folders
from summarize.prompt.front_matter import (
    BlockName,
    Example,
    FrontMatter,
    HouseStyle,
    read_front_matter,
    without_front_matter,
)

if TYPE_CHECKING:
    import jinja2

BLANKS = ("style",)
NEEDED = ("points", "statement", "repair")
"""Blocks every prompt has; `headline` is needed where headline or abstract is a field."""
# What filling a blank can raise: the sandbox's refusals and the arithmetic of a template.
FILLING = (TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
INCLUDE = re.compile(r"\{%-?\s*include\s+[\"']([^\"']+)[\"']")


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
    files = _with_included(path, _read(path), (path.parent, *prompt_folders(prompts)))
    return _made(path, tuple((name, file, text) for name, (file, text) in files.items()))


# Making one takes as long as all checks of an article's summary.
@lru_cache(maxsize=64)
def _made(path: Path, parts: tuple[tuple[str, Path, str], ...]) -> Prompt:
    """Check and compile a prompt of these files: once, until a word of them changes."""
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment

    files = {name: (file, text) for name, file, text in parts}
    front = read_front_matter(files[""][1], path)
    environment = SandboxedEnvironment(
        loader=jinja2.FunctionLoader(
            lambda name: (
                (without_front_matter(files[name][1]), str(files[name][0]), None)
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
        environment.compile(tree)
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
