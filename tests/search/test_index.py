"""The two parts of the index: what stands in them, and how much there is to fetch."""

from __future__ import annotations

import gzip
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.search.made_up import many
from tests.support import atlas
from village_site.atlas import Atlas
from village_site.search import entries, hand_written, names_within, write_index

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
    index, names = (folder / name for name in ("search_index.json", "names.json"))
    return json.loads(index.read_text("utf-8")), json.loads(names.read_text("utf-8"))


def test_a_page_is_one_entry(tmp_path: Path) -> None:
    index, _ = written(tmp_path / "search", atlas(tmp_path))
    assert index["docs"] == [
        {"location": "xa/cam-binh/", "title": "Xã Cẩm Bình", "text": "tỉnh Hà Tĩnh"},
        {
            "location": "thon/nam-bac-thanh/",
            "title": "Thôn Nam Bắc Thành",
            "text": "xã Cẩm Bình, tỉnh Hà Tĩnh · trước thuộc xã Cẩm Thành, huyện Cẩm Xuyên",
        },
        {"location": "", "title": "Trang chủ", "text": "Một &amp; hai, ba bốn"},
        {"location": "dai/", "title": "Dài &amp; rộng", "text": f"{'chữ ' * 30}…"},
    ]


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
    assert [doc["location"] for doc in index["docs"]] == ["xa/cam-binh/", "thon/nam-bac-thanh/"]
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
