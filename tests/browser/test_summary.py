"""The page in a real browser: hostile text is inert, and evidence lights up."""

import pytest

from summarize.render import Entry, render, render_page
from tests.browser.page import brightness, contrast
from tests.render import samples

pytestmark = pytest.mark.browser


def xi() -> str:
    return render(samples.xi_writes(), "html", article_text=samples.seed("000"))


@pytest.mark.parametrize("text", [samples.HOSTILE_TEXT, None])
def test_hostile_text_is_inert(show, text: str | None) -> None:
    opened = show(render(samples.hostile(), "html", article_text=text))
    page = opened.page
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    for statement in page.locator("[data-spans]").all():
        statement.hover(force=True)
    page.wait_for_timeout(200)
    assert opened.requests == [opened.file.as_uri()]
    assert (opened.dialogs, opened.complaints) == ([], [])
    assert page.locator("img, iframe, object, embed, form, link, base").count() == 0
    assert page.locator("a:not([href^='#'])").count() == 0
    assert page.locator("script").count() == 2
    assert "<script>alert('hacked')</script> and {{ 7 * 7 }}" in page.inner_text("main")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_script_that_is_not_ours_does_not_run(show) -> None:
    """The policy holds even if escaping ever failed."""
    smuggled = "<script>window.hacked = 1</script><img src='http://evil.example/a.png'>"
    opened = show(xi().replace("</main>", f"{smuggled}<b onclick='window.hacked=1'>x</b></main>"))
    opened.page.locator("main > b").click()
    assert opened.page.evaluate("window.hacked") is None
    # A request that the policy blocks is reported before it leaves: none may have an answer.
    assert any("Content Security Policy" in words for words in opened.complaints)


def test_hovering_a_statement_lights_the_words_it_rests_on(show) -> None:
    opened = show(xi())
    assert opened.lit() == ""
    opened.page.hover("ol.points li:nth-child(2)")
    assert opened.lit() == "The last time KCNA reported a message from Mr Xi was in July 2016."
    opened.page.mouse.move(1, 1)
    assert opened.lit() == ""


def test_hovering_a_quote_lights_its_words_and_not_their_sentence(show) -> None:
    opened = show(xi())
    opened.page.hover("ul.quotes li:first-child")
    assert opened.lit() == "out of politeness,” she said"


def test_hovering_words_lights_the_statements_that_rest_on_them(show) -> None:
    opened = show(xi())
    opened.page.hover("mark:has-text('July 2016')")
    said = opened.page.locator(".said .lit").all_inner_texts()
    assert any("KCNA last reported" in words for words in said)
    assert not any("Hua Chunying said" in words for words in said)


def test_the_keyboard_reaches_every_statement_and_its_evidence(show) -> None:
    opened = show(xi())
    page = opened.page
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(opened.lit())
    for words in ("July 2016", "ruling party", "Yang told AFP", "nuclear test", "economic"):
        assert any(words in lit for lit in reached)
    page.focus("ol.points li:nth-child(2) a.note")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("The last time")
    assert "July 2016" in opened.lit()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == (
        "Evidence 5, sentence 7"
    )


def test_evidence_out_of_view_is_brought_into_view(show) -> None:
    opened = show(xi(), reduced_motion="reduce")
    words = opened.page.locator("mark:has-text('sides are swiftly')")
    before = words.bounding_box()
    opened.page.focus("ul.quotes li:nth-child(2) a.note")
    opened.page.wait_for_timeout(100)
    after = words.bounding_box()
    assert before
    assert after
    assert before["y"] > 700
    assert 0 < after["y"] < 700


def test_what_a_rejected_statement_cited_is_lit_in_another_colour(show) -> None:
    opened = show(xi())
    opened.page.click("details.rejected summary")
    opened.page.hover("details.rejected > ul > li")
    refused = opened.background(".source .refused")
    opened.page.hover("ol.points li:nth-child(2)")
    assert opened.background(".source .lit") != refused


def test_dark_mode_is_dark_and_legible(show) -> None:
    for scheme, darker in (("dark", True), ("light", False)):
        opened = show(xi(), color_scheme=scheme)
        paper, ink = opened.page.locator("body").evaluate(
            "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
        )
        assert (brightness(paper) < brightness(ink)) is darker
        for selector in (".origin", "a.note", ".speaker", ".doubt"):
            assert contrast(opened, selector, paper) >= 4.5


def test_print_shows_everything_and_hides_nothing(show) -> None:
    opened = show(xi())
    page = opened.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = page.inner_text("main")
    for words in ("10,000 is not in the evidence", "147 checks passed", "Yang told AFP"):
        assert words in shown
    assert page.locator(".source").evaluate("e => getComputedStyle(e).overflowY") == "visible"
    assert len(page.pdf(format="A4")) > 10_000


def test_the_page_has_landmarks_a_language_and_names(show) -> None:
    page = show(render_page([Entry(samples.xi_writes(), samples.seed("000"))] * 2)).page
    assert page.get_attribute("html", "lang") == "en"
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("navigation", name="Summaries").count() == 1
    assert page.get_by_role("article").count() == 2
    assert page.get_by_role("region", name="The article, with the evidence marked").count() == 2
    assert page.get_by_role("link", name="Evidence 5, sentence 7").count() >= 2


def test_a_narrow_screen_needs_no_sideways_scrolling(show) -> None:
    page = show(xi(), viewport={"width": 360, "height": 640}).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
