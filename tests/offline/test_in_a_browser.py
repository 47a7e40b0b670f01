"""What a phone shows that has been here before: without a net, with a slow one, and when pages changed."""

from __future__ import annotations

import datetime as dt
import re
import threading

import pytest
from playwright.sync_api import Browser, expect

from tests.offline.conftest import Phone, Village, reading
from tests.offline.host import Host, hosting
from tests.site.conftest import Sample
from village_site.catalogue import label
from village_site.offline import retiring_worker
from village_site.site import VIETNAM

OLD, NEW = '<a href="tel:115"><b>115</b>', '<a href="tel:119"><b>0119</b>'
"""A number of every light page, and what the host changes it to."""
CALL = ".sos a"
DATA = "data/v1/village.json"


def saved(day: dt.date, lang: str = "vi") -> str:
    """The note on a copy kept on a day."""
    date = f"{day:%d/%m/%Y}" if lang == "vi" else f"{day.day} {day:%B %Y}"
    return label("offline-saved", lang, date=date)


@pytest.mark.parametrize(("prefix", "killed"), [("/", False), ("/kho/", True)], ids=["off", "killed"])
def test_what_was_read_opens_without_a_net(
    browser: Browser, sample: Sample, village: Village, prefix: str, killed: bool
) -> None:
    card = village.cards[0]
    with hosting(sample.site, prefix) as host:
        for phone in reading(browser, host):
            phone.read(card, village.emergency)
            address = phone.page.url
            title = phone.page.title()
            host.kill() if killed else phone.context.set_offline(True)

            assert phone.open(card).from_service_worker
            assert phone.page.title() == title
            today = dt.datetime.now(VIETNAM).date()  # the phone's own day; it may change while we look
            assert phone.note() in (saved(today), saved(today - dt.timedelta(1)))
            expect(phone.page.locator("footer")).to_contain_text("cập nhật")

            phone.open(village.emergency)
            assert phone.page.locator("h1 b").inner_text() == label("safety-page", "vi")
            assert phone.page.locator("#goi-ai li").count() > 3, "whom to call in the village"

            never = phone.open("xa/")
            assert never.status == 503
            assert phone.page.url == f"{host.url}xa/"
            assert phone.page.locator(CALL).all_inner_texts() == [
                "115\nCấp cứu", "114\nCứu hoả", "113\nCông an", "112\nThiên tai, cứu nạn",
            ]  # fmt: skip
            assert phone.page.locator("header a").evaluate("link => link.href") == host.url
            links = phone.page.locator("main .rows a")
            assert links.count() == 2, "the village's page for emergencies, then the card"
            links.nth(1).click()
            assert phone.page.url == address
            assert phone.page.title() == title

            phone.open(card.rstrip("/"))
            assert phone.page.url == address, "a slash that was left out leads there too"
            assert phone.said == []


def test_a_large_page_is_whole_without_a_net_and_its_village_is_there(phone: Phone) -> None:
    page = "thon/rach-mau/dia-diem/"
    phone.read(page, "thon/rach-mau/", "thon/rach-mau/an-toan/", "search/search_index.json")
    phone.context.set_offline(True)
    for path in (page, "thon/rach-mau/"):
        phone.open(path)
        assert phone.note()
        colour = "element => getComputedStyle(element).backgroundColor"
        assert phone.page.locator(".md-header").evaluate(colour) == "rgb(10, 82, 55)"
        assert phone.page.locator("#vs-saved").evaluate(colour) != "rgba(0, 0, 0, 0)"
    phone.page.click("#vs-find")
    phone.page.locator(".md-search__input").press_sequentially("nam bac thanh")
    phone.page.locator(".md-search-result__item").first.wait_for()
    # Nobody's phone is filled with what was not read.
    assert set(phone.kept_as("pages")) == {page}
    assert set(phone.kept_as("villages")) == {"thon/rach-mau/", "thon/rach-mau/an-toan/"}
    assert all(re.search(r"\.(css|js|json|webmanifest)$", path) for path in phone.kept_as("assets"))
    phone.context.set_offline(False)
    phone.page.evaluate("url => fetch(url).then(answer => answer.text())", f"{phone.host.url}{DATA}")
    assert DATA in phone.host.asked
    assert DATA not in str(phone.kept())


def test_a_number_that_changed_is_what_a_phone_with_a_net_shows(
    phone: Phone, host: Host, village: Village
) -> None:
    card = village.cards[0]
    phone.read(card)
    host.edits[card] = (OLD, NEW)
    phone.open(card)
    assert phone.page.locator(CALL).first.inner_text().startswith("0119")
    assert phone.note() == ""
    phone.context.set_offline(True)
    phone.open(card)
    assert phone.page.locator(CALL).first.inner_text().startswith("0119")


def test_on_a_slow_net_a_saved_number_gives_way_once_the_new_one_comes(
    phone: Phone, host: Host, village: Village
) -> None:
    card = village.cards[0]
    phone.read(card, village.emergency)
    host.edits[card] = (OLD, NEW)
    host.held[card] = come = threading.Event()
    host.asked.clear()
    loads: list[str] = []
    phone.page.on("load", lambda page: loads.append(page.locator(CALL).first.inner_text()))
    phone.open(card)
    assert phone.note().startswith("Bản máy này lưu ngày")
    assert phone.page.locator(CALL).first.inner_text().startswith("115"), (
        "what is there, until the net answers"
    )
    come.set()
    expect(phone.page.locator(CALL).first).to_contain_text("0119")
    expect(phone.page.locator("#vs-saved")).to_have_count(0)
    phone.page.wait_for_load_state("networkidle")
    assert host.asked.count(card) == 1, "the answer that came late is the one that is shown"
    assert len(loads) == 2


def test_on_a_slow_net_an_equal_page_is_not_loaded_again(phone: Phone, host: Host, village: Village) -> None:
    card = village.cards[0]
    phone.read(card)
    host.held[card] = come = threading.Event()
    phone.open(card)
    phone.page.evaluate("window.stays = true")
    assert phone.note()
    come.set()
    expect(phone.page.locator("#vs-saved")).to_be_hidden()
    assert phone.page.evaluate("window.stays") is True


def test_when_the_net_is_back_a_saved_copy_and_a_page_never_seen_give_way(
    phone: Phone, host: Host, village: Village
) -> None:
    card, other = village.cards[:2]
    phone.read(card)
    host.edits[card] = (OLD, NEW)
    phone.context.set_offline(True)
    phone.open(card)
    assert phone.note()
    phone.back()
    expect(phone.page.locator(CALL).first).to_contain_text("0119")
    assert phone.note() == ""
    phone.context.set_offline(True)
    phone.open(other)
    assert phone.note() == label("offline-none", "vi")
    phone.back()
    expect(phone.page.locator("footer")).to_contain_text("Mã ")
    assert phone.page.url == host.url + other


def test_a_saved_copy_asks_again_until_somebody_answers(phone: Phone, host: Host, village: Village) -> None:
    card = village.cards[0]
    phone.read(card)
    host.status[card] = 503
    phone.page.clock.install()
    phone.open(card)
    assert phone.note()
    phone.page.clock.fast_forward(10_000)
    assert phone.note(), "the host is still in trouble"
    del host.status[card]
    host.edits[card] = (OLD, NEW)
    phone.page.clock.fast_forward(10_000)
    expect(phone.page.locator(CALL).first).to_contain_text("0119")
    assert phone.note() == ""


@pytest.mark.parametrize("status", [404, 410, 200])
def test_a_page_that_is_gone_is_forgotten(phone: Phone, host: Host, village: Village, status: int) -> None:
    card = village.cards[0]
    phone.read(card)
    if status == 200:  # hosts that say so with the page for what is not there
        lost = (host.folder / "404.html").read_text("utf-8")
        host.others[host.prefix + card] = lost.replace("/sw.js", f"{host.prefix}sw.js")
    else:
        host.status[card] = status
    phone.open(card)
    assert phone.has(card, wanted=False)
    phone.context.set_offline(True)
    assert phone.open(card).status == 503


def test_a_host_in_trouble_does_not_take_the_saved_copy_away(
    phone: Phone, host: Host, village: Village
) -> None:
    card = village.cards[0]
    phone.read(card)
    host.status[card] = 503
    phone.open(card)
    assert phone.note()
    assert phone.open(village.cards[0]).status == 200
    host.status[village.cards[1]] = 500
    assert phone.open(village.cards[1]).status == 500, "without a copy it says what it has to say"


def test_nothing_of_others_is_touched(phone: Phone, village: Village) -> None:
    foreign = ["village-site / pages 0", "village-site /kho-khac/ pages 0", "workbox", "kho"]
    phone.open("manifest.webmanifest")  # no page, so no worker yet
    fill = """async names => {
      for (const name of names) await (await caches.open(name)).put('/x', new Response('theirs'));
    }"""
    phone.page.evaluate(fill, [*foreign, "village-site /kho/ pages 0"])
    phone.read(village.cards[0], village.emergency)
    kept = phone.kept()
    assert {name for name in kept if name not in foreign} == {
        next(name for name in kept if name.startswith("village-site /kho/ fallback ")),
        "village-site /kho/ assets 1",
        "village-site /kho/ pages 1",
        "village-site /kho/ villages 1",
    }
    assert all(len(kept[name]) == 1 for name in foreign)


def test_a_neighbour_below_our_path_is_not_kept(browser: Browser, sample: Sample, village: Village) -> None:
    with hosting(sample.site) as host:
        host.others["/khac/"] = "<!doctype html><title>Trang khác</title><p>của người khác"
        host.others["/khac/"] += '<script src="app.js"></script><img src="a.png">'
        host.others |= {"/khac/app.js": "0", "/khac/a.png": ""}
        host.others["/cu/"] = host.others["/khac/"] + '<script data-sw="sw.js"></script>'
        for phone in reading(browser, host):
            phone.read(village.cards[0], village.emergency)
            for path in ("khac/", "cu/", village.cards[1]):
                phone.open(path)
            assert phone.has(village.cards[1])
            assert set(phone.kept_as("pages")) == set(village.cards[:2])
            assert "khac/" not in str(phone.kept())


def test_titles_stand_in_the_list_as_they_are(phone: Phone, host: Host, village: Village) -> None:
    card = village.cards[0]
    text = (host.folder / card / "index.html").read_text("utf-8")
    (title,) = re.findall("<title>[^<]*</title>", text)
    host.edits[card] = (
        title,
        "<title>Chợ &#34;5$&#34; &amp; A$&amp;B $' $`</title>",
    )
    phone.read(card)
    phone.context.set_offline(True)
    phone.open("Q/KHONG/")
    expect(phone.page.locator("main .rows a").last).to_have_text('Chợ "5$" & A$&B $\' $`')


def test_a_redirected_page_opens_without_a_net(phone: Phone, host: Host, village: Village) -> None:
    card, other = village.cards[:2]
    host.moved = {village.emergency: f"{village.emergency}index.html", "Q/CU/": other}
    phone.read(card, village.emergency)
    phone.open("Q/CU/")
    assert phone.page.url == host.url + other
    assert phone.has(other)
    phone.context.set_offline(True)
    phone.open(village.emergency)
    assert phone.page.locator("h1 b").inner_text() == label("safety-page", "vi")
    phone.open(other)
    assert phone.note()
    assert phone.open("Q/CU/").status == 503


def test_the_oldest_goes_first_and_what_a_village_needs_stays(
    phone: Phone, host: Host, village: Village
) -> None:
    host.worker = (("pages: 60", "pages: 3"),)
    first, *others = village.cards[:5]
    phone.read(first, village.emergency)
    phone.read(others[0])
    phone.open(first)  # read again, so it is not the oldest any more
    for card in others[1:]:
        phone.read(card)
    assert phone.has(others[0], wanted=False)
    assert sorted(phone.kept_as("pages")) == sorted(village.cards[i] for i in (2, 3, 4))
    assert phone.kept_as("villages") == [village.emergency]


def test_what_was_searched_for_is_not_kept(phone: Phone) -> None:
    phone.open("tim/?q=nam+bac+thanh")
    assert phone.has("tim/")
    assert "nam+bac" not in str(phone.kept())
    phone.read("tim/", "search/search_index.json")
    phone.context.set_offline(True)
    phone.open("tim/?q=lien+ha")
    expect(phone.page.locator("#found a").first).to_contain_text("Liên Hà")


def test_a_code_that_was_read_is_found_without_a_net(phone: Phone, host: Host, village: Village) -> None:
    host.lasting = 0
    phone.read(village.cards[0])
    phone.read("Q/")
    phone.context.set_offline(True)
    phone.open("Q/")
    phone.page.fill("#code", village.cards[0].split("/")[1])
    phone.page.press("#code", "Enter")
    expect(phone.page.locator(".offer")).to_contain_text(label("finder-saved", "vi"))


def test_a_copy_of_a_page_in_english_says_so_in_english(phone: Phone, village: Village) -> None:
    page = f"en/{village.home}"
    phone.read(page, village.emergency)
    phone.context.set_offline(True)
    phone.open(page)
    assert phone.note().startswith("A copy saved on this device on ")
    assert re.search(r" on \d{1,2} [A-Z][a-z]+ \d{4},", phone.note())


def test_a_site_that_goes_away_leaves_nothing_on_the_phone(
    phone: Phone, host: Host, village: Village
) -> None:
    phone.read(village.cards[0], village.emergency)
    phone.page.evaluate("caches.open('workbox')")
    host.edits["sw.js"] = ((host.folder / "sw.js").read_text("utf-8"), retiring_worker())
    gone = """async () => {
      await (await navigator.serviceWorker.getRegistration()).update();
      for (let tries = 0; tries < 250 && await navigator.serviceWorker.getRegistration(); tries += 1) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      return (await navigator.serviceWorker.getRegistrations()).length;
    }"""
    assert phone.page.evaluate(gone) == 0
    assert phone.kept() == {"workbox": []}


@pytest.mark.parametrize("how", ["missing", "refused"])
def test_every_page_works_where_there_is_no_worker(
    browser: Browser, host: Host, village: Village, how: str
) -> None:
    """As in many in-app browsers, over http, and where a phone's owner forbids sites to keep anything."""
    script = {
        "missing": "delete Navigator.prototype.serviceWorker",
        "refused": "ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('no'))",
    }[how]
    for phone in reading(browser, host, script):
        for path in (village.cards[0], village.emergency, village.home, "Q/", "", "khong-co-mang/"):
            phone.open(path)
            assert phone.page.locator("h1").first.is_visible()
            assert phone.note() == ""
        assert phone.kept() == {}
        assert phone.said == []


def test_a_phone_can_put_the_site_among_its_apps(phone: Phone, host: Host) -> None:
    phone.read("")
    devtools = phone.context.new_cdp_session(phone.page)
    told = devtools.send("Page.getAppManifest")
    assert told["url"] == f"{host.url}manifest.webmanifest"
    assert told["errors"] == []
    wrong = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {one["errorId"] for one in wrong} <= {"in-incognito"}, "as every test is"
