"""What holds for every test: no network but loopback, and nothing of whoever runs them.

Where NEED_BROWSER is set, a browser test that was skipped fails the run.
"""

import gc
import ipaddress
import os
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# No test is about time: the machine may be busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# What a test could pick up from the machine and would then see something else.
FOREIGN = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "SSL_CERT_FILE",
    "SUMMARIZE_API_KEY",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
)

# Letters, digits, dots and hyphens; colons in an IPv6 address.
HOST_NAME = re.compile(r"[\w.:-]+")

skipped_browser_tests: list[str] = []


class NetworkUsed(BaseException):
    """A test reached for the network. Not an Exception, so that no code under test handles it."""


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many tests wait, for a process, a server or a browser."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    from tests.dealing import Dealing

    return Dealing(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.pluginmanager.hasplugin("xdist"):
        from tests.dealing import rank

        items.sort(key=lambda item: rank(item.nodeid))


def pytest_configure(config: pytest.Config) -> None:
    for name in FOREIGN:
        os.environ.pop(name, None)
    # No test sees a certificate, and every client would read all that the machine trusts: 20 ms.
    os.environ["SSL_CERT_DIR"] = os.devnull
    sys.addaudithook(_refuse_network)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Keep the garbage collector from going through thousands of tests, again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def cache_of_its_own(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path | None]:
    """Keep answers and weights of the tests away from the user's; live tests may use the user's."""
    if any(item.get_closest_marker("live") for item in request.session.items):
        yield None
        return
    cache = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARIZE_CACHE", str(cache))
        yield cache


def _refuse_network(event: str, details: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto"):
        address = details[1]
        host = address[0] if isinstance(address, tuple) else None  # a path: a Unix socket
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = details[0]
    else:
        return
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name and (name.endswith(".invalid") or not HOST_NAME.fullmatch(name)):
        # No such name exists (RFC 6761, RFC 952), so nobody need be asked.
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    if name and name != "localhost" and not _is_loopback(name):
        raise NetworkUsed(f"{event} {name!r}: tests reach loopback only")


def _is_loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and "browser" in report.keywords:
        skipped_browser_tests.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.skipped and "browser" in report.nodeid:
        skipped_browser_tests.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if os.environ.get("NEED_BROWSER") and skipped_browser_tests:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if os.environ.get("NEED_BROWSER") and skipped_browser_tests:
        names = ", ".join(sorted(set(skipped_browser_tests)))
        terminalreporter.write_line(f"NEED_BROWSER is set, and these were skipped: {names}")
