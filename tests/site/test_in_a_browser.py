"""The built site in Chromium: nothing is blocked, no other host is asked, nothing is kept on the device but the
site's own pages (tests/offline looks at those)."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.site.conftest import Sample
from village_site import policy

KEPT = """async () => ({
  cookie: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).length,
  foreign: (await caches.keys()).filter(name => !name.startsWith('village-site ')),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookie": "", "local": [], "session": [], "databases": 0, "foreign": [], "workers": 1}
SEARCH = "#vs-find"
RESULT = ".md-search-result__item"
# Said aloud by the page itself, before any script of its own runs: also what consoles keep to themselves.
LISTENING = """
document.addEventListener('securitypolicyviolation', event => {
  console.error(`violation: ${event.effectiveDirective} ${event.blockedURI}`);
});
"""


@dataclass
class Visit:
    """A browser's visit to the site: where it stands, what was asked for, and what was complained of."""

    page: Page
    url: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Opens a page and lets it come to rest."""
        self.page.goto(self.url + path)
        self.page.wait_for_load_state("networkidle")

    def search(self, text: str) -> None:
        """Types into the box and waits for what it finds."""
        self.page.click(SEARCH)
        self.page.fill(".md-search__input", "")
        self.page.locator(".md-search__input").press_sequentially(text)
        self.page.locator(RESULT).first.wait_for()

    def forget_if_blocked(self, request: Request) -> None:
        """What the policy blocks is told as a request that failed, though nobody was asked."""
        if request.failure == "csp":
            self.asked.remove(request.url)

    def violations(self) -> list[str]:
        return [line for line in self.said if line.startswith("violation: ")]


class _Host(http.server.SimpleHTTPRequestHandler):
    """A static host with a 404 page and, below `/kho-co-header/`, the headers of `_headers`."""

    def end_headers(self) -> None:
        if self.path.startswith("/kho-co-header/"):
            text = (Path(self.directory) / "kho" / "_headers").read_text("utf-8")
            for name, value in re.findall(r"^  ([\w-]+): (.+)$", text.partition("\n/Q/")[0], re.MULTILINE):
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *_: object, **__: object) -> None:
        body = (Path(self.directory) / "kho" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def hosted(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the sample stands below `kho/`, and below `kho-co-header/` with headers."""
    root = tmp_path_factory.mktemp("host")
    for name in ("kho", "kho-co-header"):
        (root / name).symlink_to(sample.site)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Host, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that was never used before."""
    found = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    yield found
    found.close()


@pytest.fixture(params=["root", "kho-co-header/"])
def visit(request: pytest.FixtureRequest, context: BrowserContext, sample: Sample, hosted: str) -> Visit:
    """A visit at a host's root, and below a path on a host that sends the headers."""
    found = Visit(context.new_page(), sample.url if request.param == "root" else hosted + request.param)
    listen(found)
    return found


def listen(visit: Visit) -> None:
    visit.page.add_init_script(LISTENING)
    visit.page.context.on("request", lambda request: visit.asked.append(request.url))
    visit.page.context.on("requestfailed", visit.forget_if_blocked)
    visit.page.on("console", lambda line: visit.said.append(line.text))
    visit.page.on("pageerror", lambda error: visit.said.append(str(error)))


def card(sample: Sample) -> str:
    """The address of a household's light page."""
    house = next(coded for coded in sample.atlas.coded() if coded.kind.name == "household")
    return f"Q/{house.code}/"


def test_every_sort_of_page_works_and_asks_nobody_else(visit: Visit, sample: Sample) -> None:
    for path in ("", "thon/nam-bac-thanh/", "xa/cam-binh/", "xa/", "bao-tri/", card(sample), "xa/tri-luc/"):
        visit.open(path)
        assert visit.page.locator("h1").first.is_visible(), path
        assert visit.page.evaluate(KEPT) == NOTHING, path
    assert visit.said == []
    assert {re.match(r"https?://[^/]+/", url)[0] for url in visit.asked} == {  # type: ignore[index]
        re.match(r"https?://[^/]+/", visit.url)[0]  # type: ignore[index]
    }
    assert visit.page.context.cookies() == []


def test_the_styles_are_applied(visit: Visit, sample: Sample) -> None:
    colour = "element => getComputedStyle(element).backgroundColor"
    visit.open("thon/nam-bac-thanh/")
    assert visit.page.locator(".md-header").evaluate(colour) == "rgb(10, 82, 55)"
    for path in (card(sample), "Q/", "xa/tri-luc/"):
        visit.open(path)
        plain = "rgba(0, 0, 0, 0)"
        assert visit.page.locator(".plate").first.evaluate(colour) != plain, path


def test_the_search_works(visit: Visit) -> None:
    visit.open("")
    visit.search("nam bac thanh")
    with visit.page.expect_navigation():
        visit.page.keyboard.press("Enter")
    assert visit.page.url == f"{visit.url}thon/nam-bac-thanh/"
    visit.open("?q=cam+binh")
    expect(visit.page.locator(f"{RESULT} a[href$='xa/cam-binh/']")).to_have_count(1)
    assert visit.said == []
    assert any("workers/search." in url for url in visit.asked)
    assert visit.page.evaluate(KEPT) == NOTHING


def test_the_field_of_the_home_page_searches(visit: Visit) -> None:
    visit.open("")
    visit.page.fill("#vs-q", "lien ha")
    visit.page.press("#vs-q", "Enter")
    expect(visit.page.locator("#found a[href$='thon/lien-ha/']").first).to_be_visible()
    assert visit.said == []


def test_the_finder_finds(visit: Visit, sample: Sample) -> None:
    code = card(sample).split("/")[1]
    visit.open("Q/")
    visit.page.fill("#code", code)
    visit.page.press("#code", "Enter")
    expect(visit.page.locator(".offer a")).to_have_count(1)
    assert visit.said == []
    assert visit.page.evaluate(KEPT) == NOTHING


def test_an_address_that_is_not_there_is_helped(context: BrowserContext, hosted: str, sample: Sample) -> None:
    visit = Visit(context.new_page(), hosted + "kho/")
    listen(visit)
    visit.open("khong-co/")
    visit.page.fill("#code", card(sample).split("/")[1])
    visit.page.press("#code", "Enter")
    expect(visit.page.locator("#answer")).not_to_be_empty()
    assert visit.violations() == []
    assert [line for line in visit.said if "404" not in line] == []


def test_an_injected_script_style_and_picture_are_blocked(visit: Visit, sample: Sample) -> None:
    evil = (
        "<script>document.title = 'evil'</script><style>h1 { display: none }</style>"
        "<img src='https://evil.example/x.png' onerror='document.title = 1'>"
        "<iframe src='https://evil.example/'></iframe><base href='https://evil.example/'>"
    )
    visit.page.add_init_script(
        "delete Navigator.prototype.serviceWorker"
    )  # or it would fetch the pages itself
    for path in ("thon/nam-bac-thanh/", card(sample), "Q/"):

        def inject(route: Route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, body=answer.text().replace("<h1", f"{evil}<h1", 1))

        visit.asked.clear()
        visit.said.clear()
        visit.page.route(visit.url + path, inject)
        visit.open(path)
        assert "evil" not in visit.page.title()
        assert visit.page.locator("h1").first.is_visible()
        assert visit.page.evaluate("document.baseURI") == visit.url + path
        said = "\n".join(visit.violations())
        for directive in ("script-src-elem inline", "style-src-elem inline", "img-src https://evil.example"):
            assert directive in said, (path, said)
        assert [url for url in visit.asked if not url.startswith(visit.url)] == []


NEEDED = [need for need in policy.MATERIAL if need.directive != "child-src"]  # Chromium has worker-src


@pytest.mark.parametrize("need", NEEDED, ids=lambda need: f"{need.directive} {need.source}")
def test_material_needs_all_that_is_listed(
    context: BrowserContext, sample: Sample, need: policy.Need
) -> None:
    """Without any one of its sources something of the frame is blocked; none is there just in case."""
    visit = Visit(context.new_page(), sample.url)
    listen(visit)

    def take_away(route: Route) -> None:
        answer = route.fetch()
        page = answer.text()
        (given,) = re.findall(rf"(?<=[; ]){need.directive} [^;\"]+", page.partition("\n<title>")[0])
        left = given.replace(f" {need.source}", "") if given.count(" ") > 1 else f"{need.directive} 'none'"
        route.fulfill(response=answer, body=page.replace(given, left, 1))

    visit.page.route(re.compile(r"/(?:thon/nam-bac-thanh/)?(?:\?.*)?$"), take_away)
    if need.directive == "form-action":  # as where the theme's script never came
        visit.page.route("**/bundle.*.js", lambda route: route.fulfill(body=""))
    visit.open("thon/nam-bac-thanh/" if need.directive == "img-src" else "")
    if need.directive == "form-action":
        visit.page.fill("#vs-q", "lien ha")
        visit.page.evaluate("document.querySelector('.vs-search').requestSubmit()")
    elif need.directive == "manifest-src":
        context.new_cdp_session(visit.page).send("Page.getAppManifest")
    elif need.directive in ("worker-src", "img-src"):
        visit.page.click(SEARCH, force=True)
    visit.page.wait_for_timeout(200)
    assert any(line.startswith(f"violation: {need.directive}") for line in visit.said), visit.said
