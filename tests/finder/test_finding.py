"""What people meet: the field, the answers, the address; in a real browser, on a host like GitHub Pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.finder.conftest import Tab
from tests.finder.support import HOSTILE, HOUSE, NOWHERE, TWINS, WRONG, Host, one_off, sample, serving
from village_site.codes.alphabet import ALPHABET, shown

TITLE = "Số 12, Đường Trục, thôn Nam Bắc Thành, xã Cẩm Bình, tỉnh Hà Tĩnh"


def with_symbol(code: str, place: int, symbol: str) -> str:
    """The code with another symbol at a place counted from 1."""
    return code[: place - 1] + symbol + code[place:]


@pytest.mark.parametrize("prefix", ["/", "/kho/"])
def test_a_right_code_is_offered_and_never_opened(host: Host, tab: Tab) -> None:
    tab.open(f"{host.url}Q/")
    host.asked.clear()
    for typed in (HOUSE, shown(HOUSE).lower(), f" {shown(HOUSE)}. "):
        said = tab.look_for(typed)
        assert said.startswith("Đã tìm thấy trang của mã này")
        assert TITLE in said
        assert f"Mở trang của mã {shown(HOUSE)}" in " ".join(said.split())
        assert tab.offers() == [f"{host.url}Q/{HOUSE}/"]
        assert host.codes_asked() == [HOUSE]
    tab.page.wait_for_timeout(300)
    assert tab.visits == [f"{host.url}Q/"]
    assert tab.errors == []
    tab.page.click(".offer a")
    assert tab.page.locator("h1 b").inner_text() == "Số 12, Đường Trục"


def test_a_wrong_code_offers_the_one_plate_beside_it(host: Host, tab: Tab) -> None:
    other = "9" if HOUSE[2] != "9" else "8"
    wrong = with_symbol(HOUSE, 3, other)
    tab.open(f"{host.url}Q/")
    host.asked.clear()
    said = tab.look_for(wrong)
    assert said.startswith("Có phải nơi này không?")
    assert "có thể là một tấm biển khác" in said
    assert f"Khác mã vừa gõ ở ký tự thứ 3: trên biển này là {HOUSE[2]}." in said
    assert TITLE in said
    assert tab.offers() == [f"{host.url}Q/{HOUSE}/"]
    assert sorted(host.codes_asked()) == sorted(one_off(wrong))
    assert tab.visits == [f"{host.url}Q/"]


def test_two_plates_beside_a_wrong_code_are_both_offered_as_text(host: Host, tab: Tab) -> None:
    tab.open(f"{host.url}Q/")
    host.asked.clear()
    said = tab.look_for(WRONG)
    assert tab.offers() == [f"{host.url}Q/{code}/" for code in TWINS]
    assert len(host.codes_asked()) == 8
    assert "Số 7, Đường Trục" in said
    assert f"Số {HOSTILE}, Đường Trục" in said
    assert tab.page.locator("#answer img").count() == 0
    assert all(address.startswith(host.url) for address in tab.requests)


def test_no_plate_beside_a_wrong_code(host: Host, tab: Tab) -> None:
    tab.open(f"{host.url}Q/")
    host.asked.clear()
    said = tab.look_for(with_symbol(NOWHERE, 1, "2"))
    assert said.startswith("Chưa tìm thấy trang nào")
    assert "cũng không có biển nào mà mã chỉ khác một ký tự" in said
    assert "xin báo cho: Bộ phận một cửa của xã." in said
    assert tab.offers() == []
    assert len(host.codes_asked()) == 8
    link = tab.page.locator("#answer").get_by_role("link", name="Tìm theo tên")
    assert link.evaluate("link => link.href") == f"{host.url}tim/"


def test_a_right_code_that_nobody_bears_has_no_neighbours_to_try(host: Host, tab: Tab) -> None:
    tab.open(f"{host.url}Q/")
    host.asked.clear()
    said = tab.look_for(NOWHERE)
    assert f"Mã {shown(NOWHERE)} viết đúng, nhưng ở đây không có biển nào mang mã ấy." in said
    assert host.codes_asked() == [NOWHERE]


def test_one_unknown_symbol_is_worked_out(host: Host, tab: Tab) -> None:
    tab.open(f"{host.url}Q/")
    host.asked.clear()
    for symbol in ("O", "0", "?", "Đ"):
        said = tab.look_for(with_symbol(HOUSE, 5, symbol).lower())
        assert f"ký tự thứ 5: trên biển này là {HOUSE[4]}." in said
        assert (f"Trong mã không bao giờ có: {symbol}." in said) is (symbol != "?")
        assert tab.offers() == [f"{host.url}Q/{HOUSE}/"]
        assert host.codes_asked() == [HOUSE]


NO_CODES = {
    "O?3LHJ78": "Còn 3 ký tự chưa rõ\n\nTrong mã không bao giờ có: O, L.",
    "OO" + HOUSE[2:]: "Còn 2 ký tự chưa rõ\n\nTrong mã không bao giờ có: O.",
    "??" + HOUSE[2:]: "Còn 2 ký tự chưa rõ\n\nMột ký tự chưa rõ thì tìm được",
    "7K3M": "Mã có 8 ký tự\n\nÔ trên đang có 4.",
    "": "Mã có 8 ký tự\n\nÔ trên đang có 0.",
    "<img src=//evil.example onerror=1>": "Mã có 8 ký tự\n\nÔ trên đang có 25.",
}


def test_what_cannot_be_a_code_asks_nobody(host: Host, tab: Tab) -> None:
    tab.open(f"{host.url}Q/")
    host.asked.clear()
    for typed, answer in NO_CODES.items():
        said = tab.look_for(typed)
        assert said.startswith(answer)
        assert not re.search("[{}]|undefined", said)
    assert [path for path in host.asked if not path.endswith("/sw.js")] == []
    assert tab.page.locator("#answer img").count() == 0


PATHS = (
    *("Q/{code}", "Q/{shown}/", "q/{lower}", "Q/{lower}).", "Q/{code}/index.html", "q/{lower}/index.htm"),
    *("Q{code}", "{shown}", "{lower}/", "Q/%20{code}%E2%80%8B", "Q/{first}/{second}"),
)


@pytest.mark.parametrize("prefix", ["/", "/kho/"])
def test_the_code_in_an_unknown_address_is_looked_for(host: Host, tab: Tab, prefix: str) -> None:
    lower, halves = shown(HOUSE).lower(), {"first": HOUSE[:4], "second": HOUSE[4:]}
    host.broken[f"{prefix}Q/{HOUSE}/index.html"] = (404, (host.folder / "404.html").read_text("utf-8"))
    for path in PATHS:
        address = host.url + path.format(code=HOUSE, shown=shown(HOUSE), lower=lower, **halves)
        tab.forget()
        tab.open(address)
        assert tab.page.input_value("#code") == shown(HOUSE), path
        assert TITLE in tab.said()
        assert tab.offers() == [f"{host.url}Q/{HOUSE}/"]
        assert tab.visits == [address]
        assert len(tab.requests) == 2


@pytest.mark.parametrize("prefix", ["/", "/kho/"])
def test_the_links_of_the_404_page_work_at_any_depth(host: Host, tab: Tab) -> None:
    for path in ("thon/khong-co/", "a/b/c/d.html", "Q/%E0%A4%A/", "hinh.png", "q/"):
        tab.open(host.url + path)
        links = tab.page.locator("a[data-to]").evaluate_all("links => links.map(link => link.href)")
        assert set(links) == {host.url, f"{host.url}tim/", f"{host.url}xa/", f"{host.url}en/"}
        assert tab.look_for(HOUSE).startswith("Đã tìm thấy")
    assert tab.errors == []


@pytest.mark.parametrize("prefix", ["/", "/kho/", "/q/"])
def test_a_copy_elsewhere_finds_its_own_pages(tmp_path: Path, host: Host, tab: Tab) -> None:
    for number, site_url in enumerate(("https://lang.example/", "https://ai-do.example/kho-khac/", None)):
        host.write(sample(tmp_path / str(number)), site_url)
        tab.open(f"{host.url}Q/{HOUSE.lower()}")
        tab.said()
        assert tab.offers() == [f"{host.url}Q/{HOUSE}/"]
        assert tab.page.locator("#home").evaluate("link => link.href") == host.url


def test_the_keyboard_is_enough(host: Host, tab: Tab) -> None:
    tab.open(f"{host.url}Q/")
    press = tab.page.keyboard.press
    press("Tab")
    press("Tab")
    tab.page.keyboard.type(WRONG.lower())
    press("Tab")
    assert tab.page.evaluate("document.activeElement.innerText") == "Tìm"
    press("Space")
    tab.said()
    press("Tab")
    press("Tab")
    press("Enter")
    tab.page.wait_for_url(f"{host.url}Q/{TWINS[1]}/")


def test_a_slow_answer_does_not_replace_a_later_one(host: Host, tab: Tab) -> None:
    tab.open(f"{host.url}Q/")
    slow = "Object.defineProperty(window, 'fetch', {value: (ask => (...all) => all[0].includes('%s') ? new "
    slow += "Promise(go => { window.go = () => go(ask(...all)); }) : ask(...all))(fetch)})"
    tab.page.evaluate(slow % NOWHERE)
    tab.page.fill("#code", NOWHERE)
    tab.page.press("#code", "Enter")
    assert tab.look_for(HOUSE).startswith("Đã tìm thấy")
    with tab.page.expect_response(f"**/Q/{NOWHERE}/"):
        tab.page.evaluate("go()")
    tab.page.wait_for_timeout(200)
    assert tab.said().startswith("Đã tìm thấy")


def test_a_failing_host_is_not_a_missing_page(host: Host, tab: Tab) -> None:
    host.broken = {f"{host.prefix}Q/{code}/": (503, "") for code in (HOUSE, TWINS[0])}
    tab.open(f"{host.url}Q/")
    assert tab.look_for(HOUSE).startswith("Lúc này chưa tìm được")
    said = tab.look_for(WRONG)
    assert tab.offers() == [f"{host.url}Q/{TWINS[1]}/"]
    assert "chưa hỏi được hết" in said


def test_a_host_that_answers_everything_with_a_page_fools_nobody(host: Host, tab: Tab) -> None:
    for code in (HOUSE, NOWHERE):
        host.broken[f"{host.prefix}Q/{code}/"] = (200, (host.folder / "404.html").read_text("utf-8"))
    tab.open(f"{host.url}Q/")
    for code in (HOUSE, NOWHERE):
        assert tab.look_for(code).startswith("Chưa tìm thấy trang nào")


def test_a_redirect_to_another_host_is_not_followed(tmp_path: Path, tab: Tab) -> None:
    with serving(tmp_path / "site", "/") as host, serving(tmp_path / "other", "/") as other:
        host.write(sample(tmp_path), host.url)
        host.moved[f"/Q/{HOUSE}/"] = f"{other.url}Q/{HOUSE}/"
        tab.open(f"{host.url}Q/")
        assert tab.look_for(HOUSE).startswith("Lúc này chưa tìm được")
        assert other.asked == []


KEEP = """address => caches.open('trang-da-xem')
    .then(cache => fetch(address).then(found => cache.put(address, found)))"""


@pytest.mark.parametrize("prefix", ["/", "/kho/"])
def test_without_a_network_the_pages_kept_are_found(host: Host, tab: Tab) -> None:
    tab.open(f"{host.url}Q/")
    tab.page.evaluate(KEEP, f"{host.url}Q/{HOUSE}/")
    tab.page.context.set_offline(True)
    said = tab.look_for(HOUSE)
    assert said.startswith("Đã tìm thấy")
    assert TITLE in said
    assert "bản đã lưu trong máy" in said
    near = next(symbol for symbol in ALPHABET if symbol != HOUSE[0])
    said = tab.look_for(with_symbol(HOUSE, 1, near))
    assert tab.offers() == [f"{host.url}Q/{HOUSE}/"]
    assert "chưa hỏi được hết" in said
    assert tab.look_for(TWINS[0]).startswith("Lúc này chưa tìm được")
    tab.page.context.set_offline(False)
    assert tab.look_for(TWINS[0]).startswith("Đã tìm thấy")
    assert "bản đã lưu" not in tab.said()


@pytest.mark.parametrize("prefix", ["/", "/kho/"])
def test_without_a_script_the_page_explains_and_leads_on(host: Host, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("Q/", "thon/khong-co/x"):
        page.goto(host.url + path)
        assert not page.locator("form").is_visible()
        assert page.get_by_text("Trình duyệt này không chạy được phần tìm giúp.").is_visible()
        assert page.get_by_text("https://lang.example/Q/7K3MXT4M/").is_visible()
        with page.expect_navigation():
            page.get_by_role("link", name="Về trang chủ").click()
        assert page.url == host.url
    context.close()
