"""Urgent notices come and go by themselves in a real browser, by Vietnam's clock wherever the phone thinks it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.cards import sample
from tests.notices.data import FILES, FLOOD, OF_COMMUNE, VILLAGE
from tests.pages.support import pages
from village_site import policy
from village_site.alerts import SCRIPT, alert_script
from village_site.cards import Cards

VIETNAM = dt.timezone(dt.timedelta(hours=7))
URL = "https://lang.example/a/b/"
FLOODED, STORM = "Lũ về trong đêm", "Bão số 9 vào bờ"


@pytest.fixture(scope="module", params=["card", "page"])
def html(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A light page, and the body of a village's page in a frame with the policy of Material's."""
    folder = tmp_path_factory.mktemp("alerts")
    if request.param == "page":
        body = pages(folder, FILES)[f"thon/{VILLAGE}/index.md"].html
        head = f'<meta charset="utf-8">{policy.meta(policy.material(""))}'
        return f"<!doctype html><html lang=vi><head>{head}</head><body>{body}</body></html>"
    files = {
        f"{VILLAGE}/notices.yml": FLOOD,
        "_units/cam-binh/notices.yml": OF_COMMUNE.partition("    - id: rieng")[0],
    }
    found = sample.sample(folder, files)
    return Cards(found).page(sample.coded(found, sample.NUMBERED))


def serve(page: Page, html: str) -> None:
    """Answers for the site."""

    def answer(route: Route) -> None:
        if route.request.url.endswith(SCRIPT):
            route.fulfill(body=alert_script(), content_type="text/javascript")
        else:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route("**/*", answer)


@pytest.fixture
def far(browser: Browser) -> Iterator[BrowserContext]:
    """A phone whose zone is half a day away."""
    found = browser.new_context(timezone_id="America/New_York")
    found.add_init_script("delete Navigator.prototype.serviceWorker")  # there is no site around the page
    yield found
    found.close()


def shown(page: Page) -> list[str]:
    """The titles of the alerts that can be seen."""
    return [one.inner_text() for one in page.locator("[data-until] strong").all() if one.is_visible()]


def test_they_come_and_go(html: str, far: BrowserContext) -> None:
    page = far.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    serve(page, html)
    page.clock.install(time=dt.datetime(2026, 11, 22, 7, 59, 30, tzinfo=VIETNAM))
    page.goto(URL)
    page.wait_for_load_state("networkidle")
    assert shown(page) == [FLOODED]
    page.clock.fast_forward(60_000)
    expect(page.get_by_text(STORM).first).to_be_visible()
    assert shown(page) == [STORM, FLOODED]
    page.clock.fast_forward("32:59:00")
    assert shown(page) == [STORM, FLOODED], "16:59 on the 23rd"
    page.clock.fast_forward(180_000)
    assert shown(page) == [STORM], "past 17:00, while the page stays open"
    assert said == [], "nothing was blocked"


def test_a_late_page_shows_nothing_of_the_past(html: str, browser_page: Page) -> None:
    serve(browser_page, html)
    browser_page.clock.set_fixed_time(dt.datetime(2026, 12, 24, 12, tzinfo=VIETNAM))
    browser_page.goto(URL)
    browser_page.wait_for_load_state("networkidle")
    assert shown(browser_page) == []


def test_without_scripts_the_date_speaks(html: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    serve(page, html)
    page.goto(URL)
    assert shown(page) == [FLOODED], "what has not begun is not shown"
    assert "Có hiệu lực đến 17:00 ngày 23/11/2026" in page.locator("[data-until]:visible").inner_text()
    context.close()
