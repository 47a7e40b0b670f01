"""What a phone has to load: the fullest village of the sample with everything its page asks for, compressed."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request

from tests.site.conftest import Sample
from village_site.reckon.emergency import emergency_url

MOST = 100 * 1024
PACKED = (".html", ".css", ".js", ".svg", ".json", ".xml")
"""What hosts compress; pictures are as small as they get."""


def weight(sample: Sample, url: str) -> int:
    """Bytes of a file of the site as a host sends it."""
    path = sample.site / urlsplit(url).path.lstrip("/")
    path = path / "index.html" if path.is_dir() else path
    data = path.read_bytes()
    return len(gzip.compress(data, 6)) if path.suffix in PACKED else len(data)


@pytest.mark.parametrize("path", ["thon/rach-mau/", "thon/rach-mau/thong-bao/", "xa/mai-hoa/"])
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
    total = sum(weight(sample, url) for url in dict.fromkeys(asked))
    assert total <= MOST, sorted((weight(sample, url), url) for url in asked)


def test_what_to_do_in_an_emergency_is_a_light_page(sample: Sample) -> None:
    found = [sample.site / emergency_url(place) / "index.html" for place in sample.atlas.places]
    assert max(path.stat().st_size for path in found) <= 14 * 1024
    assert not [path for path in found if b" src=" in path.read_bytes()]
