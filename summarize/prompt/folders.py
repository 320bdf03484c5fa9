"""Where prompts are, and which there are."""

from pathlib import Path

from summarize.errors import PromptError


def shipped_prompts() -> Path:
    """Return the folder of the prompts that come with the product."""
    package = Path(__file__).parents[1]
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
