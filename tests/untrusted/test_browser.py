"""The page of a hostile article does nothing in a real browser but be read.

Needs chromium and playwright's Python package; skipped without them.
"""

from pathlib import Path

import pytest

from summarize.render import render
from tests.pipeline.fake import STORY, Fake, honest, run, story
from tests.untrusted.test_untrusted import AFTER, HOSTILE

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking".split()

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed"),
]


def test_the_page_of_a_hostile_article_is_inert(tmp_path: Path) -> None:
    added = "".join(text for text, _ in HOSTILE.values())
    article = story(
        STORY.replace(AFTER, AFTER + added + "\n\n<img src=x onerror=\"document.title='HACKED'\">"),
        title="</title><script>document.title='HACKED'</script>",
    )
    summary = run(Fake(honest), article)
    file = tmp_path / "hostile.html"
    file.write_text(render(summary, "html", article_text=article.text), encoding="utf-8")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_page()
        requests: list[str] = []
        events: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: events.append(message.text))
        page.on("pageerror", lambda error: events.append(str(error)))
        page.goto(file.as_uri())
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        page.wait_for_timeout(150)
        assert requests == [file.as_uri()]
        assert events == []
        assert page.title() != "HACKED"
        assert page.locator("img, iframe, object, embed, form, link, base").count() == 0
        assert page.locator("a:not([href^='#'])").count() == 0
        assert "alert('HACKED')" in page.inner_text("main")
        browser.close()
