"""The two parts of the index: what stands in them, and how much there is to fetch."""

from __future__ import annotations

import gzip
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.search.made_up import many
from tests.search.unpacking import unpack
from tests.support import atlas
from village_site.atlas import Atlas
from village_site.search import entries, hand_written, names_within, write_index
from village_site.search.packing import pack
from village_site.search.worker import rules

STOCK: dict[str, Any] = {
    "config": {"lang": ["vi"], "separator": " ", "pipeline": [], "fields": {"title": {"boost": 1000.0}}},
    "docs": [],
}
PAGES = (
    ("", "Đầu", "<h1>Trang <em>chủ</em></h1><p>Một &amp; <b>hai</b>,</p><ul><li>ba</li><li>bốn</li></ul>"),
    ("dai/", "Dài & rộng", "chữ " * 31),
)
VILLAGE = "nam-bac-thanh"
RICH = {
    f"{VILLAGE}/roads.yml": """
        - {id: truc-1, name: Đường Trục 1, former_names: [{name: Lối Cũ}, {name: Ngõ <i>}]}
        - {id: ngo-2, name: ngõ 2}
    """,
    f"{VILLAGE}/groups.yml": "- {id: to-1, kind: to-lien-gia, name: '1'}\n",
    f"{VILLAGE}/households.yml": "- {id: h1, road: ngo-2, number: '77'}\n",
}


def written(folder: Path, found: Atlas) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both parts as they are fetched."""
    folder.mkdir(exist_ok=True)
    (folder / "search_index.json").write_text(json.dumps(STOCK), "utf-8")
    write_index(folder, found, [hand_written(*page) for page in PAGES])
    index, names = (
        json.loads((folder / name).read_text("utf-8")) for name in ("search_index.json", "names.json")
    )
    return {**index, "docs": unpack(index["docs"])}, names


def page(location: str, title: str, text: str, former: str = "") -> dict[str, str]:
    return {"location": location, "title": title, "text": text, "former": former}


def test_a_page_is_one_entry(tmp_path: Path) -> None:
    index, _ = written(tmp_path / "search", atlas(tmp_path))
    past = "xã Cẩm Bình, tỉnh Hà Tĩnh · trước thuộc xã Cẩm Thành, huyện Cẩm Xuyên"
    assert index["docs"] == [
        page("xa/cam-binh/", "Xã Cẩm Bình", "tỉnh Hà Tĩnh"),
        page("thon/nam-bac-thanh/", "Thôn Nam Bắc Thành", past),
        page("", "Trang chủ", "Một &amp; hai, ba bốn"),
        page("dai/", "Dài &amp; rộng", f"{'chữ ' * 30}…"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a lang="en" hreflang="en" href="en/">English</a></p><p>Chữ <a href="x/">sau</a></p>',
        '<p><img alt="a > b" src="x.png">Chữ sau</p>',
        "<script>var x = 1 > 0</script><style>p > a { color: red }</style><p>Chữ sau</p>",
        f"<p>Chữ sau</p><svg><path d='{'M0 0' * 9_000}'/></svg>",
        f'<p>Chữ sau</p><img alt="{"dài " * 9_000}">',
        "<p>Chữ</p><!-- <b> --> <p>sau",
    ],
)
def test_only_words_that_are_read_are_searched(html: str) -> None:
    assert hand_written("a/", "Trang", html).text == "Chữ sau"


READ = f"packed => {{ {rules()} return unpack(packed); }}"
MIXED = [
    page("thon/nam-bac-thanh/", "Thôn Nam Bắc Thành", "xã Cẩm Bình"),
    page("thon/dai-dong-2/", "Tổ dân phố Đại Đồng", "xã Đức Thịnh", "thôn Dại Đồng"),
    page("thon/thuy-hoa/", "Ấp THUỶ Hoà", "xã Cẩm Bình"),
    page("thon/12/", "Thôn 12", "12"),
    page("thon/13/", "Thôn 13", "12"),
    page("", "Trang chủ", ""),
    page("thon/a-b/", "Buôn A&amp;B &lt;b&gt;", "xã Đức Thịnh"),
    page("dai/", "Không gì ở địa chỉ", "= 1 · 2", "0"),
    page("mot/", "Một", ""),
]


def test_what_is_packed_is_read_by_the_scripts(browser_page: Page) -> None:
    packed = pack(MIXED)
    assert [line.partition("\t")[0] for line in packed.split("\n")[:4]] == [
        *("thon/*1/", "thon/*3-2/", "thon/*1/", "thon/*1/")
    ]
    assert packed.count("xã Cẩm Bình") == packed.count("xã Đức Thịnh") == 1
    for read in (unpack(packed), browser_page.evaluate(READ, packed)):
        assert [{**one, "text": one["text"].strip()} for one in read] == MIXED


def test_the_scripts_read_many_pages_alike(tmp_path: Path, browser_page: Page) -> None:
    folder = tmp_path / "search"
    index, _ = written(folder, atlas(tmp_path, dict(many(300))))
    packed = json.loads((folder / "search_index.json").read_text("utf-8"))["docs"]
    assert browser_page.evaluate(READ, packed) == index["docs"]
    locations = {one["location"] for one in index["docs"]}
    assert locations >= {place.url for place in atlas(tmp_path / "again", dict(many(300))).places}


def test_the_plugin_keeps_its_own_settings(tmp_path: Path) -> None:
    index, _ = written(tmp_path / "search", atlas(tmp_path))
    ours = index["config"].pop("villages")
    assert index["config"] == STOCK["config"]
    assert ours["names"] == ""


def test_names_within_a_village(tmp_path: Path) -> None:
    index, names = written(tmp_path / "search", atlas(tmp_path, RICH))
    assert names == {
        "thon/nam-bac-thanh/": {
            "to-nhom-to-1": "Tổ liên gia 1",
            "duong-truc-1": "Đường Trục 1 (tên cũ: Lối Cũ, Ngõ &lt;i&gt;)",
            "duong-ngo-2": "Ngõ 2",
        }
    }
    assert index["config"]["villages"]["names"] == "search/names.json"


def test_former_names_of_villages_and_communes(tmp_path: Path) -> None:
    village = """
        kind: to-dan-pho
        name: Liên Hà
        updated: 20/11/2026
        former_names: [{name: Liên Hà, kind: thon}, {name: Hạ Lôi}]
        memberships: [{unit: cam-binh, since: 01/07/2025}]
    """
    found = atlas(tmp_path, {"lien-ha/village.yml": village})
    (entry,) = [entry for entry in entries(found) if entry.location == "thon/lien-ha/"]
    assert entry.title == "Tổ dân phố Liên Hà"
    assert entry.former == "thôn Liên Hà, tổ dân phố Hạ Lôi"
    merged = atlas(tmp_path / "merged", dict(many(15)))
    (commune,) = [entry for entry in entries(merged) if entry.location == "xa/new-0/"]
    old = [unit for unit in merged.dataset.units if unit.id.startswith("old-0-")]
    assert commune.former == ", ".join(unit.full_name for unit in old)
    assert commune.text.endswith(merged.units["huyen-0"].full_name)


def test_texts_are_composed(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "Đồng Hạ")
    files = {f"{VILLAGE}/groups.yml": f"- {{id: to-1, kind: cum, name: '{name}'}}\n"}
    within = names_within(atlas(tmp_path, files))
    assert within == {"thon/nam-bac-thanh/": {"to-nhom-to-1": "Cụm Đồng Hạ"}}


def test_a_site_without_a_search_plugin_has_an_index_for_the_light_page(tmp_path: Path) -> None:
    write_index(tmp_path / "search", atlas(tmp_path))
    index = json.loads((tmp_path / "search" / "search_index.json").read_text("utf-8"))
    assert [doc["location"] for doc in unpack(index["docs"])] == ["xa/cam-binh/", "thon/nam-bac-thanh/"]
    assert index["config"].keys() == {"villages"}


def test_equal_data_gives_equal_bytes(tmp_path: Path) -> None:
    parts = []
    for name in ("one", "two"):
        folder = tmp_path / name / "search"
        written(folder, atlas(tmp_path / name, dict(many(60, roads=3))))
        parts.append([(folder / part).read_bytes() for part in ("search_index.json", "names.json")])
    assert parts[0] == parts[1]


@pytest.mark.parametrize(("count", "most"), [(1_000, 40_000), (5_000, 150_000)])
def test_the_first_part_stays_small(tmp_path: Path, count: int, most: int) -> None:
    found = atlas(tmp_path, dict(many(count)))
    written(tmp_path / "search", found)
    assert len(found.places) >= count
    fetched = gzip.compress((tmp_path / "search" / "search_index.json").read_bytes(), 6)
    assert len(fetched) <= most
