"""Write a run as one file, whole or not at all, and read it.

It has a line for each trial, so that tools that compare lines can compare runs.
"""

from pathlib import Path
from typing import Final

from pydantic import ValidationError

from evals.run.record import Manifest, Run
from summarize.errors import InputError
from summarize.whole import write_whole

FOLDER: Final = Path("runs")
VERSION: Final = "1"


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
    text = (
        f'{{"schema_version":"{VERSION}","manifest":{run.manifest.model_dump_json()},'
        f'"trials":[\n{trials}\n]}}\n'
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except OSError as error:
        raise cannot_write(path, error) from error


def load_run(path: Path) -> Run:
    """Return a saved run. Raises InputError for one that cannot be read, or of another version."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: check the path") from error
    try:
        return Run.model_validate_json(content)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"]))
        if fault["type"] == "json_invalid":
            raise InputError(f"{path}: is not a run: {fault['msg']}") from error
        if where == "schema_version":
            what = (
                f"has schema_version {fault['input']!r}, and this version reads {VERSION!r}: "
                "use the version of summarize that made it"
            )
        else:
            what = f"is not a run, or of another version: {where}: {fault['msg']}: run it again"
        raise InputError(f"{path}: {what}") from error


def cannot_write(path: Path, error: OSError) -> InputError:
    """Return the error for a place that cannot be written."""
    why = (error.strerror or str(error)).lower()
    return InputError(f"{path}: cannot be written ({why}): name another place with -o")
