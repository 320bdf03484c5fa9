"""What the tests of the command line share."""

from collections.abc import Iterator

import pytest

from tests.cli.commandline import here
from tests.cli.newsroom import editor
from tests.loopback import Loopback

__all__ = ["here"]


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A server with an honest model."""
    with Loopback(otherwise=editor) as server:
        yield server
