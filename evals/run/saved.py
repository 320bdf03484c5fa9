"""Write a run as one file, whole or not at all, and read it.

It has a line for each trial, so that tools that compare lines can compare runs.
"""

from pathlib import Path
from typing import Final

from pydantic import ValidationError

from evals.run.places import found_from, told_from
from evals.run.record import Manifest, Run
from summarize.errors import InputError
from summarize.whole import write_whole

FOLDER: Final = Path("runs")
VERSION: Final = "1"
# The way out of every file that is no run of ours.
AGAIN: Final = "give a file that `summarize eval` has written, or run it again"


def default_path(made: Manifest) -> Path:
    """Return where a run goes when nobody says."""
    return FOLDER / f"{made.suite}-{made.made:%Y%m%dT%H%M%SZ}.json"


def unused(path: Path) -> Path:
    """Return this path, or the first of its numbered ones, that nobody has; from then on we have.

    Two runs may end in one second. Raises InputError when it cannot be had.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        free, number = path, 1
        while not _taken(free):
            number += 1
            free = path.with_stem(f"{path.stem}-{number}")
    except OSError as error:
        raise cannot_write(path, error) from error
    return free


def _taken(path: Path) -> bool:
    """Take a path, empty; say whether it was free."""
    try:
        path.open("x").close()
    except FileExistsError:
        return False
    return True


def save(run: Run, path: Path) -> None:
    """Write a run. Raises InputError when that is not possible."""
    trials = ",\n".join(trial.model_dump_json() for trial in run.trials)
    manifest = told_from(run, path.parent).manifest.model_dump_json()
    text = f'{{"schema_version":"{VERSION}","manifest":{manifest},"trials":[\n{trials}\n]}}\n'
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except OSError as error:
        raise cannot_write(path, error) from error


def load_run(path: Path) -> Run:
    """Return a saved run, its files named as they are found from here.

    Raises InputError for one that cannot be read, is of another version, or contradicts itself.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: check the path") from error
    try:
        run = Run.model_validate_json(content)
    except ValidationError as error:
        raise InputError(f"{path}: {_fault(content, error)}") from error
    if "schema_version" not in run.model_fields_set:
        raise InputError(f"{path}: is no run: it has no schema_version: {AGAIN}")
    if fault := _contradiction(run):
        raise InputError(f"{path}: {fault}: the file was changed by hand, or joined: run it again")
    return found_from(run, path.parent)


def _fault(content: bytes, error: ValidationError) -> str:
    """Say what is wrong with what should be a run, and the way out."""
    fault = error.errors()[0]
    where = ".".join(map(str, fault["loc"]))
    if where == "manifest" and fault["type"] == "missing" and "systems" in fault["input"]:
        return (
            "holds scores of `summarize score`, not a run: they do not say which gold and matcher "
            "gave them, so nothing can be compared with them; a run is made by `summarize eval`"
        )
    if where == "schema_version":
        return (
            f"has schema_version {fault['input']!r}, and this version reads {VERSION!r}: read it "
            "with the version of summarize that made it, or run it again"
        )
    return f"{_what_instead(content, fault['type'], where, fault['msg'])}: {AGAIN}"


def _what_instead(content: bytes, kind: str, where: str, message: str) -> str:
    """Say what a file is that is no run of this version."""
    if not content.strip():
        return "is no run: it is empty"
    if kind == "json_invalid":
        cut = content.lstrip().startswith(b"{") and "EOF" in message
        line = content.count(b"\n") + 1
        return f"is no whole run: it is cut off in line {line}" if cut else "is no run: no JSON"
    if not where:
        return "is no run: it is JSON of another kind"
    if kind == "missing" and "." not in where:
        return f"is no run: it has no {where}"
    return f"is a run of another version, or was changed: {where}: {message.lower()}"


def _contradiction(run: Run) -> str | None:
    """Say what cannot be in one run: a trial twice, or of an article that is not in it."""
    articles = {article.id for article in run.manifest.articles}
    seen: set[tuple[str, str, str, int]] = set()
    for trial in run.trials:
        name = f"{trial.article} by {' '.join(filter(None, (trial.model, trial.prompt)))}"
        if trial.article not in articles:
            return f"holds {name}, an article that is not among its inputs"
        key = (trial.article, trial.model, trial.prompt, trial.repeat)
        if key in seen:
            return f"holds {name}, repeat {trial.repeat}, twice"
        seen.add(key)
    return None


def cannot_write(path: Path, error: OSError) -> InputError:
    """Return the error for a place that cannot be written."""
    why = (error.strerror or str(error)).lower()
    return InputError(f"{path}: cannot be written ({why}): name another place with -o")
