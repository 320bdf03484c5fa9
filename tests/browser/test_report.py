"""The report in a real browser: inert, reachable by keyboard, and tied together."""

import pytest

from evals.report.page import report
from tests.browser.page import brightness, contrast
from tests.evals.report import samples
from tests.evals.report.samples import INVENTED, MODEL

pytestmark = pytest.mark.browser
PANE = "#a1 .pane:not([hidden])"


@pytest.fixture(scope="module")
def one() -> str:
    return report([samples.run()])


@pytest.fixture(scope="module")
def two() -> str:
    return report([samples.run(MODEL, "lead"), samples.run(INVENTED, "lead")])


def told(page) -> list[str]:
    return page.locator(".told").evaluate_all("all => all.map(one => one.id || one.innerText)")


def row(page, id_: str):
    return page.locator(f"#a1 .gold-rows > li:has(code:text-is('{id_}'))")


def test_a_hostile_run_is_inert(show) -> None:
    opened = show(report([samples.hostile()]))
    page = opened.page
    page.select_option("#beside", index=1)
    # As the mouse would, over each of them; moving it takes ten times as long.
    page.locator("[data-spans], a.cell").evaluate_all(
        "all => all.forEach(one => one.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})))"
    )
    page.locator("a.cell:visible").first.hover(force=True)
    page.wait_for_timeout(200)
    assert opened.requests == [opened.file.as_uri()]
    assert (opened.dialogs, opened.complaints) == ([], [])
    assert page.locator("img, iframe, object, embed, form, link, base").count() == 0
    assert page.locator("a:not([href^='#'])").count() == 0
    assert page.locator("script").count() == 1
    assert "<script>alert('hacked')</script> and {{ 7 * 7 }}" in page.inner_text("main")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_script_that_is_not_ours_does_not_run(show, one) -> None:
    smuggled = "<script>window.hacked = 1</script><b onclick='window.hacked=1'>x</b>"
    opened = show(one.replace("</main>", f"{smuggled}</main>"))
    opened.page.locator("main > b").click()
    assert opened.page.evaluate("window.hacked") is None


def test_the_page_complains_of_nothing_and_asks_nobody(show, one, two) -> None:
    for html in (one, two):
        opened = show(html)
        assert opened.complaints == []
        assert opened.requests == [opened.file.as_uri()]


def test_a_statement_lights_its_evidence_and_the_facts_it_tells(show, one) -> None:
    opened = show(one)
    page = opened.page
    page.hover(f"{PANE} .f-key_points li:has-text('July 2016') .words")
    assert opened.lit() == "The last time KCNA reported a message from Mr Xi was in July 2016."
    assert told(page) == [row(page, "last-message-july-2016").get_attribute("id")]


def test_a_fact_lights_its_quotation_and_the_statement_that_tells_it(show, one) -> None:
    opened = show(one)
    row(opened.page, "last-message-july-2016").locator(".states").hover()
    assert opened.lit() == "The last time KCNA reported a message from Mr Xi was in July 2016."
    assert [words for words in told(opened.page) if "KCNA reported" in words]


def test_evidence_lights_up_on_focus_too(show, one) -> None:
    opened = show(one)
    opened.page.focus(f"{PANE} .f-key_points li:has-text('July 2016') a.note")
    assert "July 2016" in opened.lit()
    opened.page.focus(f"{PANE} .f-headline a.note")
    assert "July 2016" not in opened.lit()


def test_the_grid_is_walked_with_the_arrow_keys_and_leads_to_the_fact(show, one) -> None:
    page = show(one).page
    assert page.locator("a.cell[tabindex='0']").count() == 1
    page.focus("a.cell[tabindex='0']")
    first = page.evaluate("document.activeElement.hash")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.hash") != first
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.hash") == first
    assert page.evaluate("document.activeElement.dataset.system") == "s2"
    assert "rare message" in page.inner_text("#readout")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('.gold-rows > li')")
    assert f"#{page.evaluate('document.activeElement.id')}" == first
    assert page.input_value("#shown") == "s2"
    assert page.locator("#a1 .pane:visible").get_attribute("data-of") == "s2"


def test_a_trap_that_is_folded_away_opens_when_its_cell_is_followed(show, one) -> None:
    page = show(one).page
    page.locator("a.cell.s-avoided").first.click()
    page.wait_for_function("document.activeElement.matches('.g-trap > li')")
    assert page.locator(".gold-rows > li:focus").is_visible()


def test_two_runs_are_shown_side_by_side_with_the_changed_words_marked(show, two) -> None:
    opened = show(two)
    page = opened.page
    panes = page.locator("#a1 .pane:visible")
    assert panes.evaluate_all("all => all.map(one => one.dataset.of)") == ["s1", "s2"]
    boxes = [panes.nth(i).bounding_box() for i in (0, 1)]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    was = page.locator("#a1 del.word").all_inner_texts()
    now = page.locator("#a1 ins.word").all_inner_texts()
    for of, marked in (("s1", "del"), ("s2", "ins")):
        legend, colour = page.locator(f"#a1 .pane[data-of={of}] > h3").evaluate("""e => {
            const style = getComputedStyle(e, '::after');
            return [style.content, style.backgroundColor];
        }""")
        assert (legend, colour) == ('"words only here"', opened.background(f"#a1 {marked}.word"))
    # One point changed twice over, one left out; one that only moved is not marked.
    assert sorted(was)[:2] == [
        "2016.",
        "Mr Xi’s message was sent in response to congratulations from the North Korean leader.",
    ]
    assert sorted(was)[2:] == ["a year."]
    assert sorted(now) == ["2017.", "two years."]
    # What is an abstract in one and a key point in the other is said in both.
    page.evaluate("""() => {
        const list = document.querySelector('#a1 .second .f-abstract');
        list.className = 'lines f-key_points';
        list.dataset.field = 'key_points';
        reportWords.mark(['s1', 's2']);
    }""")
    assert page.locator("#a1 .f-abstract:visible").count() == 1
    assert page.locator("#a1 .f-abstract .word").count() == 0
    assert sorted(page.locator("#a1 del.word").all_inner_texts()) == sorted(was)


def test_what_differs_is_ringed_and_the_ring_covers_no_neighbour(show, two) -> None:
    page = show(two).page
    assert page.locator(".of-two").is_visible()
    assert page.locator(".facts .cell.changed").count() == 4
    ring, gap = page.evaluate("""() => {
        const cell = document.querySelector('.facts .cell.changed');
        const reach = getComputedStyle(cell).boxShadow.match(/ (\\d+)px$/)[1];
        const { columnGap } = getComputedStyle(cell.parentElement);
        return [Number(reach), Number.parseFloat(columnGap)];
    }""")
    assert 0 < 2 * ring <= gap
    heights = page.locator(".facts thead th").evaluate_all("all => all.map(e => e.clientHeight)")
    assert max(heights) < 30
    page.select_option("#beside", "")
    assert page.locator(".of-two").is_hidden()


def test_facts_won_and_lost_are_listed_with_both_wordings(show, two) -> None:
    page = show(two).page
    lost = page.locator("#changes .lost").first.inner_text()
    assert "July 2016" in lost
    assert "July 2017" in lost
    said = page.locator("#changes-list > li").all_inner_texts()
    title = page.inner_text("#a1 h2")
    for words, weight in zip(said, ("must", "trap"), strict=True):
        assert words.startswith(f"lost {weight}")
        assert title in words
        assert "; nearest: “" in words or "; by: “" in words
    assert "0 won, 2 lost (1 must)" in page.inner_text("#changes-said")
    page.select_option("#shown", "s2")
    page.select_option("#beside", "s1")
    assert "2 won (1 must), 0 lost" in page.inner_text("#changes-said")
    page.select_option("#beside", "")
    assert page.locator("#changes").is_hidden()
    assert page.locator(".word").count() == 0
    assert page.locator("#a1 .pane:visible").count() == 1


def test_changing_the_choice_gives_back_every_word(show, two) -> None:
    page = show(two).page
    words = "all => all.map(one => one.textContent).join('|')"
    before = page.locator(".pane .words").evaluate_all(words)
    for key in ("s3", "s4", "s1", "", "s2"):
        page.select_option("#beside", key)
        assert page.locator(".pane .words").evaluate_all(words) == before


def test_only_what_those_on_show_cite_is_underlined(show, one) -> None:
    page = show(one).page
    of_model = page.locator("#a1 .source mark:not(.off)").count()
    page.select_option("#shown", label="lead")
    of_lead = page.locator("#a1 .source mark:not(.off)").count()
    assert of_lead not in (0, of_model)


def test_without_script_everything_is_shown(show, one) -> None:
    page = show(one, scripts=False).page
    assert page.locator("#a1 .pane:visible").count() == 3
    assert page.locator("#chooser").is_hidden()
    page.locator("a.cell").first.click()
    page.wait_for_url(lambda url: url.endswith("#a1-g1"))


def test_dark_mode_is_dark_and_legible(show, one) -> None:
    for scheme, darker in (("dark", True), ("light", False)):
        opened = show(one, color_scheme=scheme)
        paper, ink = opened.page.locator("body").evaluate(
            "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
        )
        assert (brightness(paper) < brightness(ink)) is darker
        for selector in (".origin", ".about", ".outcomes small", ".tally small", ".legend"):
            assert contrast(opened, selector, paper) >= 4.5
        for state in ("stated", "fallen", "unclear"):
            cell = f".key .cell.s-{state}"
            assert contrast(opened, cell, opened.background(cell)) >= 4.5


def test_states_are_told_apart_without_colour(show, one) -> None:
    page = show(one).page
    marks = page.locator(".key use").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert len(marks) == len(set(marks)) == 7
    assert page.locator("a.cell:not([aria-label])").count() == 0


def test_print_shows_everything_chosen_and_hides_nothing_of_it(show, two) -> None:
    page = show(two).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = page.inner_text("main")
    for words in (
        "10,000 is not in the evidence",
        "READ ALSO",
        "It does not show",
        "What was not tested",
    ):
        assert words in shown
    assert page.locator(".source").first.evaluate("e => getComputedStyle(e).overflowY") == "visible"
    assert page.locator("#chooser").is_hidden()
    page.set_viewport_size({"width": 718, "height": 1000})
    assert page.locator(".facts thead").is_visible()
    ink, ground = page.locator(".run").first.evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    )
    assert (ink, ground) == ("rgb(0, 0, 0)", "rgba(0, 0, 0, 0)")
    assert len(page.pdf(format="A4")) > 20_000


def test_the_page_has_landmarks_a_language_and_names(show, one) -> None:
    page = show(one).page
    assert page.get_attribute("html", "lang") == "en"
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("article").count() == 2
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("link", name="last-message-july-2016: stated").count() >= 1
    assert page.get_by_role("region", name="Gold: what a good summary states").count() == 2
    assert page.get_by_label("beside").count() == 1


def test_how_far_to_trust_it_is_reached_and_opened_by_keyboard(show, one) -> None:
    page = show(one).page
    page.locator("#chooser a[href='#trust']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("#trust"))
    assert "What each metric is worth" in page.locator("#trust").inner_text()
    figures = page.locator("#trust details")
    assert page.locator("#trust table:visible").count() == 0
    figures.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("#trust table:visible").count() == figures.locator("table").count() > 3
    for table in figures.locator(".wide").all():
        assert table.get_attribute("tabindex") == "0"
        assert table.get_attribute("aria-label")


def test_no_screen_needs_sideways_scrolling(show, two) -> None:
    page = show(two).page
    page.locator("#trust details").evaluate("one => (one.open = true)")
    for width in (360, 800, 1100, 1600):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        named = page.locator(".facts thead").is_visible()
        rows = (
            page.locator(".facts tbody tr")
            .first.locator("td .lane")
            .evaluate_all("all => all.map(e => getComputedStyle(e, '::before').content)")
        )
        told = ['"must stated"', '"may stated"', '"traps fallen into"']
        assert rows == (["none"] * 3 if named else told), width
