"""Pages, light pages and data files of the sample as they were last accepted; `make golden` accepts anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.site.conftest import ROOT
from tests.support import DAY
from village_site.atlas import Atlas
from village_site.cards import Cards
from village_site.cards.emergency import emergency_page
from village_site.exports.calendars import calendar_text
from village_site.exports.contacts import all_contacts
from village_site.exports.data import as_json, rows
from village_site.exports.feeds import feed_text
from village_site.exports.maps import all_places
from village_site.pages import Page, compose
from village_site.site import open_atlas

pytestmark = pytest.mark.golden
Golden = Callable[[str, str], None]

PAGES = [
    "xa/index",
    "xa/cam-binh/index",
    "xa/tri-phai/index",
    "don-vi/huyen-thoi-binh/index",
    "don-vi/ha-tinh/index",
    "thon/nam-bac-thanh/index",
    "thon/bong-giang-2/index",
    "thon/rach-mau/index",
    "thon/rach-mau/dia-diem/index",
    "thon/rach-mau/thong-bao/index",
    "thon/rach-mau/su-kien/index",
    "thon/rach-mau/y-kien/index",
    "thon/rach-mau/van-ban/index",
    "thon/rach-mau/nhat-ky-phat-thanh/index",
    "xa/dan-phuong/index",
    "tieu-chi/index",
    "tieu-chi/xa-ntm-2026-2030/index",
    "tieu-chi/xa-ntm-ha-tinh/index",
    "tieu-chi/thon-thong-minh-vi-du/index",
]
CARDS = dict.fromkeys(("village", "group", "road", "household"), "nam-bac-thanh")
CARDS |= dict.fromkeys(("place", "product"), "rach-mau")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas(ROOT / "villages", DAY)[0]


@pytest.fixture(scope="module")
def pages(atlas: Atlas) -> dict[str, Page]:
    """Every page by its path."""
    composed = compose(atlas, edit_url=lambda shown: f"https://repository.example/{shown}")
    return {page.path: page for page in composed}


@pytest.mark.parametrize("name", PAGES)
def test_material_pages(pages: dict[str, Page], golden: Golden, name: str) -> None:
    page = pages[f"{name}.md"]
    head = f"<!-- {page.title} | {page.description} | {page.source} -->\n"
    golden(f"{name.removesuffix('/index').replace('/', '-')}.html", head + str(page.html))


@pytest.mark.parametrize("kind", CARDS)
def test_light_pages(atlas: Atlas, golden: Golden, kind: str) -> None:
    coded = next(c for c in atlas.coded() if c.kind.name == kind and c.place and c.place.id == CARDS[kind])
    golden(f"card-{kind}.html", Cards(atlas).page(coded))


def test_what_to_do_in_an_emergency(atlas: Atlas, golden: Golden) -> None:
    golden("an-toan-rach-mau.html", emergency_page(atlas, atlas.by_id["rach-mau"]))


def test_files_that_phones_take_in(atlas: Atlas, golden: Golden) -> None:
    # Their lines end as RFC 5545 and 6350 want; Git and editors would change that.
    golden("su-kien-rach-mau.ics", calendar_text(atlas, atlas.by_id["rach-mau"]).replace("\r\n", "\n"))
    golden("thong-bao-rach-mau.xml", feed_text(atlas, atlas.by_id["rach-mau"], "https://lang.example/"))
    golden("lien-he.vcf", all_contacts(atlas).replace("\r\n", "\n"))
    golden("dia-diem.geojson", all_places(atlas))


@pytest.mark.parametrize("kind", ["village", "unit", "assessment", "tally", "notice", "product"])
def test_data_files(atlas: Atlas, golden: Golden, kind: str) -> None:
    (declared,) = (one for one in atlas.dataset.kinds if one.name == kind)
    golden(f"data-{kind}.json", as_json(rows(atlas, declared)))
