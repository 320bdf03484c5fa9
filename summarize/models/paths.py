"""Where things are kept between runs.

One directory holds everything that can be made again: answers, the embedded model's file and the
tokenizers' tables. Deleting it costs time and nothing else.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def cache_dir(environment: Mapping[str, str] | None = None) -> Path:
    """Return the cache directory, which need not exist yet.

    SUMMARIZE_CACHE decides; else XDG_CACHE_HOME/summarize-news; else the place the system
    keeps caches in.
    """
    known = os.environ if environment is None else environment
    if chosen := known.get("SUMMARIZE_CACHE"):
        return Path(chosen).expanduser().absolute()
    xdg = Path(known.get("XDG_CACHE_HOME", ""))
    # The XDG specification: a path that is not absolute is to be ignored.
    if xdg.is_absolute():
        return xdg / "summarize-news"
    if sys.platform == "win32":
        local = known.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "summarize-news"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "summarize-news"
    return Path.home() / ".cache" / "summarize-news"
