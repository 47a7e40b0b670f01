"""The light search page besides ranking: what it fetches, says, opens, and how it does without."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, Page, Request, Route, expect
from selectolax.lexbor import LexborHTMLParser

from tests.search.made_up import many
from tests.support import atlas
from village_site.policy import without
from village_site.search import search_page
from village_site.search.page import page_script
from village_site.search.worker import rules, worker_script

PAGE = "tim/"
WHERE = "xã Đức Thịnh, tỉnh Hà Tĩnh · trước thuộc xã Đức Long, huyện Cẩm Xuyên · tên cũ ấp Gò Mối"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """An empty page of a phone without service workers, which would answer what tests want to answer."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="vi-VN", service_workers="block"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def asked(phone: Page, served: str) -> list[str]:
    """What the phone asks for, from the site's root, but for the scripts of every page."""
    paths: list[str] = []

    def note(request: Request) -> None:
        if request.resource_type in ("document", "fetch"):
            paths.append(request.url.removeprefix(served))

    phone.on("request", note)
    return paths


def best(page: Page) -> str:
    """Where the first link of the answer leads."""
    link = page.locator("#found a").first
    return str(link.evaluate("link => link.href"))


def test_the_first_part_comes_with_the_page_and_the_names_with_the_first_key(
    phone: Page, served: str, asked: list[str]
) -> None:
    with phone.expect_response("**/search_index.json"):
        phone.goto(served + PAGE)
    expect(phone.locator("#communes")).to_be_visible()
    assert asked == [PAGE, "search/search_index.json"]
    phone.locator("#q").press_sequentially("hoang dieu")
    expect(phone.locator("#found a").first).to_have_text(re.compile("^Đường Hoàng Diệu"))
    assert best(phone) == f"{served}thon/dong-ha/#duong-hoang-dieu"
    expect(phone.locator("#said")).to_have_text("Tìm thấy 1 nơi.")
    expect(phone.locator("#communes")).to_be_hidden()
    assert asked == [PAGE, "search/search_index.json", "search/names.json"]
    phone.fill("#q", "")
    expect(phone.locator("#communes")).to_be_visible()
    expect(phone.locator("#said")).to_be_empty()


def test_a_query_in_the_address_is_answered_and_found_again_on_the_way_back(phone: Page, served: str) -> None:
    phone.goto(f"{served}{PAGE}?q=g%C3%B2+m%E1%BB%91i")
    link = phone.locator("#found a").first
    expect(link).to_have_text("Xóm Nguyễn Chí Thanh" + WHERE)
    phone.fill("#q", "bãi dâu")
    expect(link).to_contain_text("Hợp Nhất")
    link.click()
    phone.wait_for_url(f"{served}thon/hop-nhat/")
    phone.go_back()
    expect(link).to_contain_text("Hợp Nhất")
    assert phone.input_value("#q") == "bãi dâu"


def test_a_thing_is_told_with_the_village_it_is_in(phone: Page, served: str) -> None:
    phone.goto(f"{served}{PAGE}?q=den+ba+chua")
    item = phone.locator("#found > li")
    expect(item).to_have_count(1)
    expect(item.locator("a b")).to_have_text(["Đền Bà Chúa", "Thôn Nam Bắc Thành"])
    expect(item.locator("a span")).to_have_text(re.compile("^Thôn Nam Bắc Thành, xã Cẩm Bình, tỉnh Hà Tĩnh"))


@pytest.mark.parametrize("typed", ["7k3m xt4m", "mã 7K3M-XT4M"])
def test_enter_after_a_code_asks_for_its_page(phone: Page, served: str, typed: str) -> None:
    phone.goto(served + PAGE)
    phone.fill("#q", typed)
    phone.press("#q", "Enter")
    phone.wait_for_url(f"{served}Q/7K3MXT4M/")


def test_enter_after_a_name_shows_what_is_found_and_frees_the_screen(phone: Page, served: str) -> None:
    phone.goto(served + PAGE)
    phone.fill("#q", "buon ho")
    phone.press("#q", "Enter")
    expect(phone.locator("#found a").first).to_contain_text("Buôn Hồ")
    assert phone.url == f"{served}{PAGE}?q=buon%20ho"
    expect(phone.locator("#q")).not_to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.locator("#found a").first).to_be_focused()


def test_what_is_found_is_said_politely_and_shown_in_steps(phone: Page, served: str) -> None:
    phone.goto(f"{served}{PAGE}?q=thon")
    said = phone.locator("[role=status]")
    expect(said).to_have_text(re.compile(r"^Tìm thấy \d\d nơi, hợp nhất ở trên\.$"))
    count = int(re.sub(r"\D", "", said.inner_text()))
    items = phone.locator("#found > li")
    expect(items).to_have_count(20)
    phone.click("#more")
    expect(items.nth(20).locator("a").first).to_be_focused()
    while phone.locator("#more").is_visible():
        phone.click("#more")
    expect(items).to_have_count(count)
    phone.fill("#q", "qwerty")
    expect(said).to_have_text("Không tìm thấy; thử gõ ít chữ hơn.")
    expect(phone.locator("#communes")).to_be_visible()
    phone.fill("#q", "gò mối qwerty")
    expect(items.first.locator("p")).to_have_text("Không có: qwerty")


def test_households_are_not_in_it_and_markup_stays_text(phone: Page, served: str) -> None:
    phone.goto(f"{served}{PAGE}?q=s%E1%BB%91+77")
    expect(phone.locator("#said")).to_have_text("Không tìm thấy; thử gõ ít chữ hơn.")
    phone.fill("#q", "Krông A&B <b>")
    title = phone.locator("#found b").first
    expect(title).to_have_text("Buôn Krông A&B <b>")
    assert title.locator("b").count() == 0


def test_where_a_part_does_not_come_the_page_says_so_and_asks_again(
    phone: Page, served: str, asked: list[str]
) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=503, body="")

    phone.route("**/search/*.json", refuse)
    phone.goto(f"{served}{PAGE}?q=gò")
    said = phone.locator("#said")
    expect(said).to_have_text(re.compile("^Chưa tải được danh sách"))
    expect(phone.locator("#communes")).to_be_visible()
    phone.unroute("**/search/*.json")
    phone.route("**/search/names.json", refuse)
    with phone.expect_response("**/search/names.json"):
        phone.click("form button")
    expect(phone.locator("#found a").first).to_contain_text("Nguyễn Chí Thanh")
    assert asked.count("search/names.json") == 1, "no key, no new try"
    phone.unroute("**/search/names.json")
    phone.fill("#q", "bàu sen")
    expect(phone.locator("#found a").first).to_contain_text("Lối Bàu Sen")


@pytest.fixture(scope="module")
def stick(searched: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as a copy for a USB stick has it: the index in a script, and no policy."""
    folder = tmp_path_factory.mktemp("usb") / "tim"
    folder.mkdir()
    parts = {
        key: json.loads((searched / "search" / name).read_text("utf-8"))
        for key, name in (("index", "search_index.json"), ("names", "names.json"))
    }
    script = f"window.VILLAGES_SEARCH = {json.dumps(parts)};"
    (folder / "du-lieu.js").write_text(script, "utf-8")
    page = without((searched / PAGE / "index.html").read_bytes()).decode()
    page = page.replace("<script>", '<script src="du-lieu.js"></script>\n<script>', 1)
    (folder / "index.html").write_text(page, "utf-8")
    return folder / "index.html"


def test_it_finds_from_a_stick_without_fetching(phone: Page, stick: Path) -> None:
    said: list[str] = []
    phone.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    phone.goto(f"{stick.as_uri()}?q=hoang+dieu")
    root = stick.parent.parent.as_uri()
    assert best(phone) == f"{root}/thon/dong-ha/index.html#duong-hoang-dieu"
    phone.fill("#q", "7k3m xt4m")
    expect(phone.locator("#found a").first).to_contain_text("Mã 7K3M-XT4M")
    assert best(phone) == f"{root}/Q/7K3MXT4M/index.html"
    phone.fill("#q", "dong tam")
    expect(phone.locator("#found a").first).to_contain_text("Đông Tâm")
    assert best(phone) == f"{root}/thon/dong-tam/index.html"
    assert said == []


def test_without_scripts_it_is_a_list_of_communes(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{PAGE}?q=nam+bac+thanh")
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator("#by-hand")).to_be_visible()
    names = page.locator("#communes a")
    expect(names).to_have_text(["Xã Cẩm Bình, tỉnh Hà Tĩnh", "Xã Đức Thịnh, tỉnh Hà Tĩnh"])
    names.first.click()
    assert page.url == f"{served}xa/cam-binh/"
    context.close()


def test_other_pages_lead_to_it(searched: Path) -> None:
    def parsed(path: str) -> LexborHTMLParser:
        return LexborHTMLParser((searched / path).read_text("utf-8"))

    for path, action in (("index.html", "tim/"), ("thon/dong-ha/index.html", "../../tim/")):
        (form,) = parsed(path).css("form.md-search__form")
        assert form.attributes["action"] == action
        assert [field.attributes["name"] for field in form.css("input")] == ["q"]
    (block,) = parsed("index.html").css("form.vs-search")
    assert (block.attributes["action"], block.attributes["method"]) == ("tim/", "get")
    for path in ("Q/7K3MXT4M/index.html", "thon/dong-ha/an-toan/index.html", "Q/index.html", "404.html"):
        links = [str(link.attributes["href"]) for link in parsed(path).css("a")]
        depth = "/" if path == "404.html" else "../" * path.count("/")
        assert links.count(f"{depth}tim/") == 1, path


MEASURE = """() => {
  const seen = [...document.querySelectorAll('body *')].filter(one => one.getClientRects().length);
  return {
    wide: document.documentElement.scrollWidth > innerWidth,
    small: Math.min(...seen.map(one => parseFloat(getComputedStyle(one).fontSize))) < 18,
    low: seen.filter(one => one.matches('a, button, input') && one.getBoundingClientRect().height < 48).length,
  };
}"""


def test_it_fits_small_screens_and_large_type(phone: Page, served: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    for query in ("", "?q=dong+ha", "?q=ngo+dinh"):
        phone.goto(served + PAGE + query)
        if query:
            expect(phone.locator("#found a").first).to_be_visible()
        assert phone.evaluate(MEASURE) == {"wide": False, "small": False, "low": 0}
        phone.evaluate("document.documentElement.style.setProperty('font-size', '225%', 'important')")
        assert not phone.evaluate(MEASURE)["wide"]


# In none of these does Android WebView 70 follow; the version of Chrome that first did is MDN's.
LATER = {
    r"\?\.": 80, r"\?\?": 80, r"(?:&&|\|\||\*\*)=": 85, r"\bcatch\s*\{": 66, r"\b\d+_\d": 75, r"\bstatic\s*\{": 94,
    r"(?:this|\))\.#\w": 74, r"\.replaceAll\(": 85, r"\.at\(": 92, r"\.matchAll\(": 73, r"\.fromEntries\(": 73,
    r"\.(?:findLast|findLastIndex)\(": 97, r"\.(?:toSorted|toReversed|with)\(": 110, r"\bglobalThis\b": 71,
    r"\.(?:any|allSettled)\(": 76, r"\.hasOwn\(": 93, r"\bstructuredClone\b": 98, r"\.replaceChildren\(": 86,
    r"\bimport\(": 63, r"\bqueueMicrotask\b": 71, r"\.(?:flat|flatMap)\(": 69,
}  # fmt: skip


def test_the_scripts_keep_to_what_phones_of_2018_know() -> None:
    for script in (page_script(), worker_script()):
        code = re.sub(r"'(?:[^'\\]|\\.)*'", "''", script)
        assert [form for form in LATER if re.search(form, code)] == []


def test_the_rules_are_the_same_in_both() -> None:
    assert rules() in page_script()
    assert rules() in worker_script()
    assert len(rules()) > len(page_script()) / 2


def test_the_document_is_light_and_says_what_it_is(tmp_path: Path) -> None:
    found = atlas(tmp_path, dict(many(1000)))
    html = search_page(found, site_url="https://lang.example/kho/")
    assert len(gzip.compress(html.encode(), 6)) < 14 * 1024, "67 communes are listed"
    page = LexborHTMLParser(html)
    assert '<link rel="canonical" href="https://lang.example/kho/tim/">' in html
    assert "canonical" not in search_page(found, site_url=None)
    assert page.css("[src], img, iframe, a[target]") == []
    (english,) = page.css("section[lang=en]")
    assert "with or without accents" in english.text()
    (field,) = page.css("input")
    assert [label.attributes["for"] for label in page.css("label")] == [field.attributes["id"]] == ["q"]
    assert len(page.css("#communes a")) == len(found.communes)
    banner = Markup('<div role="alert">Dữ liệu đang có lỗi</div>')
    first = LexborHTMLParser(search_page(found, site_url=None, banner=banner)).css_first("body > *")
    assert first is not None
    assert first.text() == "Dữ liệu đang có lỗi"


def test_a_village_of_no_known_commune_is_listed_too(tmp_path: Path) -> None:
    lost = {"goc-cay/village.yml": "{kind: thon, name: Gốc <i> Cây, updated: 20/11/2026}\n"}
    links = LexborHTMLParser(search_page(atlas(tmp_path, lost), site_url=None)).css("#communes a")
    found = [(link.attributes["href"], link.text()) for link in links]
    assert found == [
        ("../xa/cam-binh/", "Xã Cẩm Bình, tỉnh Hà Tĩnh"),
        ("../thon/goc-cay/", "Thôn Gốc <i> Cây"),
    ]
