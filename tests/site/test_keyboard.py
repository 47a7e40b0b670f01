"""The Material pages with keys alone, in Chromium: skip link, menu, search, tables, and what one sees of it."""

import functools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.conftest import Sample

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
GUIDE = "huong-dan/cac-muc/"
AT = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const picture = at.querySelector('img'), named = at.labels && at.labels[0];
  const label = at.getAttribute('aria-label') || at.textContent.trim() || (picture || {}).alt
    || (named || {}).textContent;
  return { id: at.id, tag: at.tagName, label, left: box.left, right: box.right, width: box.width,
           outline: style.outlineStyle + ' ' + style.outlineWidth, visibility: style.visibility };
}"""


class Keys:
    """Somebody with a keyboard, or a switch that sends its keys."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url

    def open(self, path: str, size: dict[str, int] = PHONE) -> None:
        self.page.set_viewport_size({"width": size["width"], "height": size["height"]})
        self.page.goto(self.url + path)
        expect(self.page.locator("html.js")).to_be_attached()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def at(self) -> dict[str, object]:
        """Where the focus is."""
        found: dict[str, object] = self.page.evaluate(AT)
        return found

    def focused(self, selector: str) -> Locator:
        return self.page.locator(f"{selector}:focus")


@pytest.fixture(scope="module")
def opened(sample: Sample, browser: Browser) -> Iterator[Keys]:
    context = browser.new_context(locale="vi-VN", reduced_motion="reduce", service_workers="block")
    yield Keys(context.new_page(), sample.url)
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["", "thon/rach-mau/", "xa/mai-hoa/", GUIDE])
def test_the_first_stop_skips_to_the_content(opened: Keys, path: str, size: dict[str, int]) -> None:
    opened.open(path, size)
    opened.press("Tab")
    assert opened.at()["label"] == "Đến nội dung chính"
    assert opened.page.locator(".vs-skip").bounding_box() is not None
    opened.press("Enter", "Tab")
    inside = "() => Boolean(document.activeElement.closest('article'))"
    assert opened.page.evaluate(inside), opened.at()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["", "thon/rach-mau/dia-diem/", "tieu-chi/thon-thong-minh-vi-du/"])
def test_every_stop_is_in_sight_and_marked(opened: Keys, path: str, size: dict[str, int]) -> None:
    opened.open(path, size)
    seen = []
    for _ in range(40):
        opened.press("Tab")
        at = opened.at()
        if at["tag"] == "BODY":
            break
        seen.append(at)
    assert len(seen) >= 15
    for at in seen:
        assert at["visibility"] == "visible", at
        assert str(at["label"]), at
        if at["tag"] != "INPUT":
            assert not str(at["outline"]).startswith("none"), at
        assert 0 <= at["left"] < at["right"] <= size["width"], at  # type: ignore[operator]


def test_the_menu_opens_holds_and_closes(opened: Keys) -> None:
    opened.open("bao-tri/")
    menu = opened.page.locator("#vs-menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    opened.press("Tab", "Tab")
    assert opened.at()["id"] == "vs-menu"
    opened.press("Space")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(opened.focused("#vs-nav")).to_be_attached()
    opened.press("Tab")
    assert opened.at()["id"] == "vs-nav-close"
    opened.press("Tab")
    assert opened.at()["label"] == "Trang chủ"
    opened.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    opened.press("Enter")
    expect(opened.focused("#vs-nav")).to_be_attached()
    opened.press("Tab", "Enter")  # its own button
    expect(menu).to_be_focused()
    expect(opened.page.locator("#vs-nav")).to_be_hidden()
    opened.press("Enter")
    expect(opened.focused("#vs-nav")).to_be_attached()
    opened.press("Shift+Tab")  # back out of it
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_the_menu_leads_to_every_page_of_it(opened: Keys) -> None:
    opened.open("")
    opened.page.locator("#vs-menu").focus()
    opened.press("Enter")
    expect(opened.focused("#vs-nav")).to_be_attached()
    opened.press("Tab")
    links = []
    for _ in range(opened.page.locator(".vs-nav a").count()):
        opened.press("Tab")
        links.append(opened.at()["label"])
    assert {"Trang chủ", "Từng bước", "Nhận biết lừa đảo", "Thông báo lỗi", "Quyền riêng tư"} <= set(links)


def test_the_search_of_a_phone(opened: Keys) -> None:
    opened.open("thon/lien-ha/")
    opened.press(*["Tab"] * 4)
    assert opened.at()["id"] == "vs-find", "menu, the site's name, then the search"
    opened.press("Space")
    box = opened.page.locator(".md-search__input")
    expect(box).to_be_focused()
    opened.page.keyboard.type("nam bac")
    opened.page.locator(".md-search-result__item").first.wait_for()
    opened.press("ArrowDown")
    expect(opened.focused(".md-search-result__link")).to_be_attached()
    opened.press("Escape")
    expect(opened.page.locator("#vs-find")).to_be_focused()
    opened.press("Tab")
    assert opened.page.evaluate("() => Boolean(document.activeElement.closest('article'))"), (
        "not the closed box"
    )
    opened.press("/")
    expect(box).to_be_focused()
    opened.press("ArrowDown", "Enter")
    opened.page.wait_for_url("**/thon/nam-bac-thanh/**")


def test_the_search_of_a_desk_is_a_stop_of_its_own(opened: Keys) -> None:
    opened.open("thon/lien-ha/", DESK)
    opened.press(*["Tab"] * 3)
    expect(opened.page.locator(".md-search__input")).to_be_focused()
    opened.press("Escape")
    opened.press("/")
    expect(opened.page.locator(".md-search__input")).to_be_focused()
    assert opened.page.locator("#vs-find").is_hidden()


def test_a_wide_table_is_a_stop_and_scrolls(opened: Keys) -> None:
    opened.open(GUIDE)
    table = opened.page.locator(".vs-scroll").first
    table.scroll_into_view_if_needed()
    expect(table).to_have_attribute("tabindex", "0")
    assert table.get_attribute("aria-label")
    table.focus()
    opened.press("ArrowRight", "ArrowRight")
    opened.page.wait_for_function("() => document.querySelector('.vs-scroll').scrollLeft > 0")
    opened.open(GUIDE, DESK)
    expect(opened.page.locator(".vs-scroll").first).not_to_have_attribute("tabindex", "0")


@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, PHONE], ids=["320", "large type"])
@pytest.mark.parametrize("path", ["", "thon/rach-mau/", "thon/rach-mau/thong-bao/", "xa/mai-hoa/", GUIDE])
def test_nothing_scrolls_sideways(opened: Keys, path: str, size: dict[str, int]) -> None:
    """WCAG 2.2, 1.4.10 at 320 px, and 1.4.4 with letters of twice the size."""
    opened.open(path, size)
    if size is PHONE:
        opened.page.evaluate("() => { document.documentElement.style.fontSize = '250%' }")
    width = functools.partial(opened.page.evaluate, "() => document.documentElement.scrollWidth")
    assert width() <= size["width"]


def test_without_scripts_the_menu_opens_and_the_search_is_a_link(sample: Sample, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sample.url}bao-tri/")
    page.click("#vs-menu")
    expect(page.locator("#vs-nav a").first).to_be_in_viewport(ratio=1)
    assert (page.locator("#vs-find").get_attribute("href") or "").endswith("tim/")
    context.close()
