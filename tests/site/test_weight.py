"""What a phone has to load: each page with everything it asks for, compressed."""

import gzip
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Request

from tests.site.conftest import Sample
from village_site.reckon.emergency import emergency_url

MOST = 100 * 1024
PACKED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".webmanifest")
"""What hosts compress; pictures are as small as they get."""
PARTS = re.compile(r'<(?:script|link rel="(?:stylesheet|icon)")[^>]* (?:src|href)="([^"]+)"')
SEARCH = ("assets/javascripts/workers/search.*.min.js", "search/search_index.json")
"""What the theme's script asks for on every page."""


@cache
def packed(path: Path) -> int:
    """Bytes of a file as a host sends it."""
    data = path.read_bytes()
    return len(gzip.compress(data, 6)) if path.suffix in PACKED else len(data)


def weight(sample: Sample, urls: Iterable[str]) -> dict[str, int]:
    """Bytes of what stands at these addresses, each counted once."""
    found = {}
    for url in urls:
        path = sample.site / urlsplit(url).path.lstrip("/")
        found[url] = packed(path / "index.html" if path.is_dir() else path)
    return found


@pytest.mark.parametrize(
    "path", ["", "thon/rach-mau/", "thon/rach-mau/dia-diem/", "thon/rach-mau/thong-bao/", "xa/mai-hoa/"]
)
def test_a_page_and_all_it_asks_for_is_light(sample: Sample, browser: Browser, path: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            asked.append(request.url)

    page.on("request", note)
    page.goto(f"{sample.url}{path}")
    page.wait_for_load_state("networkidle")
    page.close()
    assert all(url.startswith(sample.url) for url in asked)
    found = weight(sample, asked)
    assert sum(found.values()) <= MOST, sorted(found.items(), key=lambda one: -one[1])


def test_no_page_without_pictures_is_heavier(sample: Sample) -> None:
    search = [file.relative_to(sample.site).as_posix() for name in SEARCH for file in sample.site.glob(name)]
    assert len(search) == len(SEARCH)
    heavy, seen = {}, 0
    for file in sample.site.rglob("index.html"):
        html = file.read_text("utf-8")
        if 'class="md-container"' not in html or "<img" in html:
            continue
        seen += 1
        url = sample.url + file.parent.relative_to(sample.site).as_posix().removeprefix(".") + "/"
        parts = [urljoin(url, part) for part in PARTS.findall(html)]
        found = weight(sample, [url, *parts, *(sample.url + path for path in search)])
        assert len(found) >= 8, (url, found)
        if (total := sum(found.values())) > MOST:
            heavy[url] = total
    assert heavy == {}
    assert seen > 60


def test_what_to_do_in_an_emergency_is_a_light_page(sample: Sample) -> None:
    found = [sample.site / emergency_url(place) / "index.html" for place in sample.atlas.places]
    assert max(path.stat().st_size for path in found) <= 14 * 1024
    assert not [path for path in found if b" src=" in path.read_bytes()]
