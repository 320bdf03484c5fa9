"""Where tests of DeepEval are not asked for, what imports it is not even looked at."""

from pathlib import Path

import pytest

# Importing DeepEval takes each worker more than a second, only to leave their tests out.
IMPORTING = ("test_judges.py", "test_metrics.py")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    unasked = "not deepeval" in config.option.markexpr
    return True if unasked and collection_path.name in IMPORTING else None
