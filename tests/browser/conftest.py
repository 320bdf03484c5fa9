"""One browser, and one tab of it, for all tests that need it.

Needs chromium (`apt-get install chromium`) and playwright's Python package; skipped without them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.page import Opened

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SCREEN = {"width": 1300, "height": 700}
# Milliseconds; a page on disk is there at once.
LONGEST = 5000


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Start a browser, one for all tests here."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="package")
def tab(browser: Any) -> Any:
    """Open the one tab in which pages are shown: a new one for each takes longer than the page."""
    return browser.new_context().new_page()


@pytest.fixture
def show(browser: Any, tab: Any, tmp_path: Path) -> Iterator[Any]:
    """Return a function that shows a page where the last one was."""
    shown: list[Opened] = []
    contexts = []

    def show(
        html: str, *, viewport: dict[str, int] = SCREEN, scripts: bool = True, **media: str
    ) -> Opened:
        page = tab
        if not scripts:
            contexts.append(browser.new_context(java_script_enabled=False))
            page = contexts[-1].new_page()
        if shown:
            shown[-1].leave()
        page.set_default_timeout(LONGEST)
        page.set_viewport_size(viewport)
        page.emulate_media(
            **{"media": "null", "color_scheme": "null", "reduced_motion": "null", **media}
        )
        page.mouse.move(0, 0)
        file = tmp_path / f"{len(shown)}.html"
        file.write_text(html, encoding="utf-8")
        shown.append(Opened(page, file))
        return shown[-1]

    yield show
    if shown:
        shown[-1].leave()
    for context in contexts:
        context.close()
