"""Where answers come from and are kept: the cache, a folder of recordings, or nowhere."""

from pathlib import Path

from summarize.errors import InputError
from summarize.models.answers import Answers
from summarize.models.paths import cache_dir


def answers_in(*, record: Path | None, replay: Path | None, no_cache: bool) -> Answers | None:
    """Return the answers that these options mean; None: ask everything and keep nothing.

    Raises InputError for options that exclude each other, or a folder that is not there.
    """
    if sum(map(bool, (record, replay, no_cache))) > 1:
        raise InputError("--record, --replay and --no-cache exclude each other: give one of them")
    if replay:
        if not replay.is_dir():
            raise InputError(f"--replay {replay}: no such folder: make it with --record")
        return Answers(replay, replay_only=True)
    if no_cache:
        return None
    return Answers(record or cache(), also=(cache(),) if record else ())


def cache() -> Path:
    """Return the folder in which answers are kept when no other is named."""
    return cache_dir() / "answers"
