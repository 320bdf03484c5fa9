"""The page of a hostile article does nothing in a real browser but be read."""

import pytest

from summarize.pipeline.once import at_once
from summarize.pipeline.pipeline import summarize_article
from summarize.render import render
from tests.pipeline.fake import STORY, Fake, honest, prompt, story
from tests.untrusted.test_untrusted import AFTER, HOSTILE

pytestmark = pytest.mark.browser


def test_the_page_of_a_hostile_article_is_inert(show) -> None:
    added = "".join(text for text, _ in HOSTILE.values())
    article = story(
        STORY.replace(AFTER, AFTER + added + "\n\n<img src=x onerror=\"document.title='HACKED'\">"),
        title="</title><script>document.title='HACKED'</script>",
    )
    summary = at_once(summarize_article(article, prompt(), Fake(honest)))
    opened = show(render(summary, "html", article_text=article.text))
    page = opened.page
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    page.wait_for_timeout(150)
    assert opened.requests == [opened.file.as_uri()]
    assert (opened.dialogs, opened.complaints) == ([], [])
    assert page.title() != "HACKED"
    assert page.locator("img, iframe, object, embed, form, link, base").count() == 0
    assert page.locator("a:not([href^='#'])").count() == 0
    assert "alert('HACKED')" in page.inner_text("main")
