"""The gold files that a suite names: patterns relative to the suite's own file.

What else a suite says, and what is wrong with it, is for the commands that run one.
"""

import re
from pathlib import Path
from typing import Final

from evals.gold.fault import Fault, GoldError
from evals.gold.yaml_lines import FileFaultError, read_yaml

# A gold file has no such key, and a suite always.
_KEY: Final = re.compile(r"^gold\s*:", re.MULTILINE)


def matches(folder: Path, pattern: str) -> list[Path]:
    """Return what a pattern of a suite in this folder finds.

    Raises ValueError, with the words to tell, for one that finds nothing.
    """
    if Path(pattern).is_absolute():
        raise ValueError(f"gold {pattern}: write a path relative to this file")
    # A glob cannot begin with "..": what leads to the first wildcard is a plain path.
    parts = Path(pattern).parts
    plain = next((i for i, part in enumerate(parts) if set(part) & set("*?[")), len(parts))
    beginning = folder.joinpath(*parts[:plain])
    rest = parts[plain:]
    found = sorted(beginning.glob(str(Path(*rest)))) if rest else [beginning] * beginning.exists()
    if not found:
        raise ValueError(f"gold {pattern}: finds no file: it is relative to this file")
    return found


def gold_of(path: Path) -> list[Path]:
    """Return what a path stands for: the gold of a suite, or, for all that is none, itself.

    Raises GoldError for a pattern that finds no file.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data, lines, _ = read_yaml(text) if _KEY.search(text) else (None, {}, [])
    except (OSError, UnicodeDecodeError, FileFaultError):
        return [path]
    patterns = data.get("gold") if isinstance(data, dict) else None
    if not isinstance(patterns, list):
        return [path]
    found = []
    for number, pattern in enumerate(patterns):
        try:
            found += matches(path.parent, str(pattern))
        except ValueError as error:
            raise GoldError([Fault(path, lines["gold", number], str(error))]) from None
    return found
