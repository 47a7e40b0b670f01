"""How soon is the search ready, and how much is fetched for it, at 60, 1,000 and 5,000 villages?

usage: python -m tests.bench.search [--runs 7] [--villages 60 1000 5000]

README.md beside this file says what is measured.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import io
import os
import shutil
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import installed_browser
from tests.search.conftest import build
from tests.search.made_up import many
from tests.support import DAY, data_folder
from village_site.atlas import Atlas
from village_site.dataset import load
from village_site.search import PAGE, search_page, write_index

SIZES = (60, 1000, 5000)
ROADS = 10
"""In each village: what stands in the second part."""

# Milliseconds since the page was asked for: until one can type (Material's box says so with an answer to nothing)
# and until the query in the address is answered.
READY = """
window.at = {};
const note = what => { window.at[what] = window.at[what] || performance.now(); };
const Own = Worker;
window.Worker = class extends Own {
  constructor(...given) {
    super(...given);
    this.addEventListener('message', event => {
      if (event.data.type !== 3) return;
      note('ready');
      if (event.data.data.items.length) note('answered');
    });
  }
};
addEventListener('DOMContentLoaded', () => {
  const list = document.getElementById('found');
  if (list && !document.getElementById('q').form.hidden) note('ready');
  if (list) new MutationObserver(() => note('answered')).observe(list, { childList: true });
});
"""
WAIT = """what => new Promise(resolve => {
  const look = () => window.at[what] ? resolve(window.at[what]) : setTimeout(look, 5);
  look();
})"""
QUERY = "?q=thanh"
# Address and what is waited for there.
PAGES = {
    "box ready": ("", "ready"),
    "box answers": (QUERY, "answered"),
    "light page ready": (PAGE, "ready"),
    "light page answers": (PAGE + QUERY, "answered"),
}

# As Lighthouse simulates a phone: bytes a second, milliseconds, how many times slower a processor.
PHONE = {"offline": False, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 84_375, "latency": 150}
SLOWER = 4


@dataclass
class Site:
    """A site of so many villages: where it is served, compressed bytes of both parts of its index, milliseconds
    of each turn by what was measured."""

    villages: int
    url: str
    first: int
    names: int
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def fastest(self, name: str) -> float:
        """Milliseconds. Other programs only ever add to a time, and to one of many pages much."""
        return min(self.times[name])


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measures the search of small and large sites.")
    parser.add_argument("--runs", default=7, type=int, help="openings of each page; the fastest counts")
    parser.add_argument("--villages", default=SIZES, type=int, nargs="+")
    arguments = parser.parse_args(argv)
    if (load := os.getloadavg()[0]) > 1:
        print(f"other programs keep this machine busy (load {load:.1f}): trust no time", file=sys.stderr)
    print("\n".join(table(measure(sorted(arguments.villages), arguments.runs))))
    return 0


def measure(sizes: Sequence[int], runs: int) -> list[Site]:
    """Opens the pages of all sites in turn, the smallest first, after one turn that is not counted.

    All sites have one home page; the index, the names and the light page are those of so many villages.
    """
    with tempfile.TemporaryDirectory(prefix="village-site-search-") as name, sync_playwright() as playwright:
        folder = Path(name)
        build(folder, dict(many(min(sizes))))
        browser = playwright.chromium.launch(
            executable_path=str(installed_browser()), args=["--no-sandbox", "--disable-gpu"]
        )
        with serving(folder) as url:
            sites = [_site(folder, url, size) for size in sizes]
            for turn in range(runs + 1):
                for site in sites:
                    _open(browser, site, counts=turn > 0)
        browser.close()
    return sites


def table(sites: Sequence[Site]) -> Iterator[str]:
    """What is fetched of each site, then its times and, in brackets, how many times the smallest site's it is."""
    yield f"{'villages':<30}" + "".join(f"{site.villages:>18,}" for site in sites)
    for title, sizes in (("first part", [s.first for s in sites]), ("names", [s.names for s in sites])):
        yield f"{title:<30}" + "".join(f"{size / 1000:>15.1f} KB" for size in sizes)
    for name in sites[0].times:
        times = (
            f"{site.fastest(name):.0f} ms ({site.fastest(name) / sites[0].fastest(name):.2f})"
            for site in sites
        )
        yield f"{name:<30}" + "".join(f"{time:>18}" for time in times)


def _site(folder: Path, url: str, size: int) -> Site:
    site = folder / f"site-{size}"
    shutil.copytree(folder / "site", site)
    found, problems = load(data_folder(folder / str(size), dict(many(size, roads=ROADS)), base=False))
    assert found is not None, problems
    atlas = Atlas(found, DAY)
    write_index(site / "search", atlas)
    (site / PAGE / "index.html").write_text(search_page(atlas, site_url=None), "utf-8")
    parts = (site / "search" / part for part in ("search_index.json", "names.json"))
    first, names = (len(gzip.compress(part.read_bytes(), 6)) for part in parts)
    return Site(size, f"{url}{site.name}/", first, names)


def _open(browser: Browser, site: Site, *, counts: bool) -> None:
    """Opens each page, as this machine does and as a phone."""
    for phone in (False, True):
        for name, (path, what) in PAGES.items():
            time = _time(browser, site.url + path, what, phone=phone)
            if counts:
                site.times[f"{name}, phone" if phone else name].append(time)


def _time(browser: Browser, address: str, what: str, *, phone: bool) -> float:
    """Milliseconds in a browser that has never been here."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page: Page = context.new_page()
    page.add_init_script(READY)
    if phone:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", PHONE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="commit")
    time = float(page.evaluate(WAIT, what))
    context.close()
    return time


class _Packed(http.server.SimpleHTTPRequestHandler):
    """Sends texts compressed, as hosts do."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = _pack(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(ConnectionError):  # the page was closed as soon as it had answered
            self.copyfile(io.BytesIO(data), self.wfile)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@functools.cache
def _pack(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a folder that is served compressed."""
    handler = functools.partial(_Packed, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    sys.exit(main())
