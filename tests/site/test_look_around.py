"""A 360° picture opens in the page when it is asked for, under the page's own policy; a flat one without scripts."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.site.conftest import Sample
from village_site.media import viewer

PLACES = "thon/rach-mau/dia-diem/"
BUTTON = "[data-vs-around]"


def watch(page: Page, sample: Sample) -> tuple[list[str], list[str]]:
    """What the page asks for, from the site's root, and what goes wrong, as both fill up."""
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(sample.url)))
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    return asked, wrong


def test_it_opens_on_a_press_and_closes_by_escape(sample: Sample, browser_page: Page) -> None:
    page = browser_page
    asked, wrong = watch(page, sample)
    page.goto(sample.url + PLACES)
    page.wait_for_load_state("networkidle")
    before = [path for path in asked if "pannellum" in path or "/360/" in path]
    assert before == []
    assert viewer.script_url() in asked
    button = page.locator(BUTTON)
    assert button.is_visible()
    asked.clear()
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[data-ready] canvas")
    own = [path for path in asked if not path.startswith(("blob:", "thon/rach-mau/anh/nho/"))]
    folder = viewer.script_url().rpartition("/")[0]
    assert sorted(own) == [
        f"{folder}/pannellum.css",
        f"{folder}/pannellum.js",
        "thon/rach-mau/anh/360/san-nha-sinh-hoat-360.jpg",
    ]
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    assert page.evaluate("document.activeElement.matches('[data-vs-around]')")
    assert wrong == []


def test_a_device_that_cannot_draw_it_shows_it_flat(sample: Sample, browser_page: Page) -> None:
    page = browser_page
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(sample.url + PLACES)
    page.locator(BUTTON).click()
    flat = page.wait_for_selector("dialog .vs-around-flat")
    assert flat is not None
    assert flat.evaluate("image => image.decode().then(() => image.naturalWidth)") == 2048
    page.locator("dialog button").click()
    page.wait_for_selector("dialog", state="detached")


def test_without_scripts_the_flat_picture_is_there(sample: Sample, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(sample.url + PLACES)
    assert not page.locator(BUTTON).is_visible()
    picture = page.locator(".vs-panorama img")
    picture.scroll_into_view_if_needed()
    assert picture.is_visible()
    assert picture.get_attribute("alt")
    assert picture.bounding_box() is not None
    context.close()


def test_the_village_page_asks_for_no_picture_before_it_is_scrolled(
    sample: Sample, browser_page: Page
) -> None:
    asked, wrong = watch(browser_page, sample)
    browser_page.goto(f"{sample.url}thon/rach-mau/")
    browser_page.wait_for_load_state("networkidle")
    assert [path for path in asked if "/anh/" in path or "360-" in path] == []
    assert [words for words in wrong if "404" not in words] == []
