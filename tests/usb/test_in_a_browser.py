"""The copy in Chromium, opened by double click: no server, no net."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import Sample
from tests.usb.conftest import Stick


@dataclass
class Reader:
    """Somebody with the stick and no net: the page, and what its console says."""

    page: Page
    stick: Stick
    said: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """A double click on a file."""
        self.page.goto(self.stick.url(path))

    @property
    def at(self) -> str:
        """The file that is open."""
        return self.page.url.removeprefix(self.stick.url("") + "/").partition("?")[0]


@pytest.fixture(params=[360, 1280], ids=["phone", "desk"])
def reader(browser: Browser, stick: Stick, request: pytest.FixtureRequest) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": request.param, "height": 800}, offline=True)
    found = Reader(context.new_page(), stick)
    found.page.on("console", lambda said: found.said.append(said.text) if said.type != "log" else None)
    found.page.on("pageerror", lambda error: found.said.append(str(error)))
    yield found
    context.close()
    assert found.said == []


def test_from_the_front_page_to_a_village_to_its_emergency_page(reader: Reader) -> None:
    reader.open("index.html")
    page = reader.page
    page.get_by_role("link", name="Xã Trí Phải").first.click()
    assert reader.at == "xa/tri-phai/index.html"
    page.get_by_role("link", name="Ấp Rạch Mẫu").first.click()
    assert reader.at == "thon/rach-mau/index.html"
    expect(page.locator("h1")).to_have_text("Ấp Rạch Mẫu")
    page.get_by_role("link", name="Khi khẩn cấp: gọi ai, đi đâu").first.click()
    assert reader.at == "thon/rach-mau/an-toan/index.html"
    assert page.evaluate("getComputedStyle(document.querySelector('.plate')).borderRadius") != "0px"


def test_pages_have_their_style_their_pictures_and_their_age(reader: Reader) -> None:
    reader.open("thon/rach-mau/dia-diem/index.html")
    page = reader.page
    expect(page.locator(".usb")).to_be_in_viewport()
    expect(page.locator(".usb")).to_contain_text(
        "Bản chép ngày 21/11/2026; bản mới nhất ở lang.example/thon/rach-mau/dia-diem/."
    )
    picture = page.locator(".vs-photo img").first
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("async img => { await img.decode(); return img.naturalWidth }") > 0
    assert page.evaluate("getComputedStyle(document.querySelector('.vs-place-facts dt')).fontSize") != "16px"
    expect(page.locator(".md-search")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_search_finds_without_a_net(reader: Reader) -> None:
    reader.open("thon/rach-mau/index.html")
    page = reader.page
    page.locator(".usb").get_by_role("link", name="Tìm kiếm").click()
    assert reader.at == "tim/index.html"
    page.locator("#q").fill("nam bac thanh")
    page.locator("#found").get_by_role("link", name="Nam Bắc Thành").first.click()
    assert reader.at == "thon/nam-bac-thanh/index.html"
    page.go_back()
    page.locator("#q").fill("lo bo dong")
    page.locator("#found").get_by_role("link", name="Lộ Bờ Đông").first.click()
    assert reader.at.startswith("thon/rach-mau/index.html#")


def test_a_code_opens_its_page(reader: Reader) -> None:
    reader.open("tim/index.html")
    reader.page.locator("#q").fill("ptj7-3kxf")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/Q/PTJ73KXF/index.html")
    expect(reader.page.locator("h1")).to_contain_text("Rạch Mẫu")


def test_a_house_s_code_leads_to_where_its_page_is(reader: Reader, sample: Sample) -> None:
    register = sample.atlas.dataset.register.by_code
    code = min(code for code, issued in register.items() if issued.kind == "household")
    reader.open("tim/index.html")
    page = reader.page
    page.locator("#q").fill(f"{code[:4].lower()}-{code[4:]}")
    page.keyboard.press("Enter")
    address = f"lang.example/Q/{code}/"
    expect(page.locator("#said")).to_have_text(
        f"Bản chép này không có trang của từng nhà; khi có mạng, xem mã này ở {address}"
    )
    assert reader.at == "tim/index.html"
    link = page.locator("#found a").first
    expect(link).to_have_attribute("href", f"https://{address}")
    expect(link.locator("[lang=en]")).to_have_text(re.compile(f"pages of houses are not.* {address}$"))
    page.locator("#q").fill("ptj7-3kxx")
    expect(page.locator("#found a").last).to_have_attribute("href", "https://lang.example/Q/PTJ73KXX/")
