"""The sample site on a host of its own, and a phone that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Response

from tests.offline.host import Host, hosting
from tests.site.conftest import Sample, sample
from village_site.atlas import Coded
from village_site.reckon.emergency import emergency_url

__all__ = ["sample"]

VILLAGE = "rach-mau"
# Not `wait_for_function`, which evaluates strings: the pages' policy forbids that.
_HAS = """async ([address, wanted]) => {
  for (let tries = 0; tries < 250; tries += 1) {
    if (Boolean(await caches.match(address)) === wanted) return true;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return false;
}"""
_KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    found[name] = (await (await caches.open(name)).keys()).map(request => request.url);
  }
  return found;
}"""


@dataclass
class Phone:
    """A browser that reads a host's pages; `said` is what they complain of."""

    context: BrowserContext
    page: Page
    host: Host
    said: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> Response:
        """Opens a page of the site and gives what came."""
        answer = self.page.goto(self.host.url + path)
        assert answer is not None
        return answer

    def read(self, path: str, *more: str) -> None:
        """Opens a page, and waits until it and `more` are kept."""
        self.open(path)
        for kept in (path, *more):
            assert self.has(kept), kept

    def has(self, path: str, *, wanted: bool = True) -> bool:
        """True as soon as a page is kept, or is no more; False when that takes seconds."""
        done: bool = self.page.evaluate(_HAS, [self.host.url + path, wanted])
        return done

    def kept(self) -> dict[str, list[str]]:
        """Whatever is in every cache, from the site's root, oldest first."""
        found: dict[str, list[str]] = self.page.evaluate(_KEPT)
        return {name: [url.removeprefix(self.host.url) for url in urls] for name, urls in found.items()}

    def kept_as(self, kind: str) -> list[str]:
        """What our cache of a kind holds."""
        return self.kept().get(f"village-site {self.host.prefix} {kind} 1", [])

    def back(self) -> None:
        """There is a net again. The browser says so to the page a moment before its worker has one."""
        self.context.set_offline(False)
        with suppress(Error):  # the page may be on its way to the newer one already
            self.page.evaluate("dispatchEvent(new Event('online'))")

    def note(self) -> str:
        """What stands on top of a saved copy; "" without."""
        found = self.page.locator("#vs-saved")
        return found.inner_text() if found.count() and found.is_visible() else ""


def reading(browser: Browser, host: Host, script: str = "") -> Iterator[Phone]:
    """A phone that has never been here; `script` runs before those of every page."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    if script:
        context.add_init_script(script)
    phone = Phone(context, context.new_page(), host)
    phone.page.on("pageerror", lambda error: phone.said.append(str(error)))
    phone.page.on("console", lambda line: phone.said.append(line.text) if "olicy" in line.text else None)
    yield phone
    context.close()


@pytest.fixture
def host(sample: Sample) -> Iterator[Host]:
    """A host that has the site below a path, as those of one GitHub user do."""
    with hosting(sample.site, "/kho/") as found:
        yield found


@pytest.fixture
def phone(browser: Browser, host: Host) -> Iterator[Phone]:
    """A phone in front of it; nothing of a page may be blocked or fail."""
    for found in reading(browser, host):
        yield found
        assert found.said == []


@dataclass(frozen=True)
class Village:
    """Addresses of one village of the sample."""

    home: str
    emergency: str
    cards: list[str]


@pytest.fixture(scope="session")
def village(sample: Sample) -> Village:
    """A village with houses."""
    place = sample.atlas.by_id[VILLAGE]

    def is_house(coded: Coded) -> bool:
        return coded.place is place and coded.record is not None and coded.kind.name == "household"

    cards = [f"Q/{coded.code}/" for coded in sample.atlas.coded() if is_house(coded)]
    return Village(place.url, emergency_url(place), cards)
