"""How tests are dealt to the workers: what takes long first, and together what shares something.

A worker that starts a browser or imports scipy pays for it once, so one worker does all of that.
Tests that wait for processes are dealt one by one, and before the rest, so that no worker is left
alone with them at the end. Of the other tests, those of a file go together.
"""

from collections.abc import Mapping
from typing import Final

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER: Final[Mapping[str, str]] = {
    "tests/browser/": "browser",
    "tests/test_bench.py": "bench",
    "tests/packaging/test_wheel.py": "wheel",
    "tests/evals/statistics/test_simulate.py": "simulate",
    "tests/evals/selftest/": "selftest",
    "tests/evals/trust/": "selftest",
    "tests/evals/fit/test_logistic.py": "scipy",
    "tests/evals/statistics/test_agreement.py": "scipy",
    "tests/evals/statistics/test_intervals.py": "scipy",
    "tests/evals/statistics/test_significance.py": "scipy",
}
"""Where a path begins so, what its tests share."""

ONE_BY_ONE: Final = (
    "tests/test_readme.py",
    "tests/cli/",
    "tests/evals/agreement/",
    "tests/evals/labels/test_terminal.py",
    "tests/evals/run/test_shards.py",
)
"""Paths of tests that take seconds, most of them to wait for processes."""


def share(nodeid: str) -> str:
    """Return the name of what a test is dealt with: what its kind shares, itself, or its file."""
    path = nodeid.partition("::")[0]
    for begin, name in TOGETHER.items():
        if path.startswith(begin):
            return name
    return nodeid if path.startswith(ONE_BY_ONE) else path


def rank(nodeid: str) -> int:
    """Return a number that is lower the earlier a test should begin."""
    dealt = share(nodeid)
    if dealt in TOGETHER.values():
        return list(TOGETHER.values()).index(dealt)
    return len(TOGETHER) + (dealt != nodeid)


class Dealing(LoadScopeScheduling):
    """Deal tests as above. Needs them in the order of their rank."""

    def __init__(self, config: pytest.Config, log: object = None) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        return share(nodeid)
