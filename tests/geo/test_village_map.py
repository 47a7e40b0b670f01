"""A village's map: read with its folder, checked against its records, shown on its page and in the data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.geo.samples import collection, drawn
from tests.pages.support import one, parse, words
from tests.support import DAY, atlas, data_folder
from village_site.atlas import Atlas
from village_site.cards import Cards
from village_site.checks import check
from village_site.dataset import load
from village_site.exports.maps import all_places, write_maps
from village_site.pages import Page, compose

VILLAGE = "nam-bac-thanh"
TOLD = """
    kind: thôn
    name: Nam Bắc Thành
    updated: 20/11/2026
    memberships: [{unit: cam-binh}]
    location: 18.2527, 105.9811
"""
ROADS = """
    - id: truc-thon
      code: 7K3M-XT4M
      name: Đường <Trục>
      start: Cổng làng
      length: 850 m
    - {id: ngo-2, name: Ngõ 2}
"""
PLACES = """
    - {id: nha-van-hoa, kind: culture-house, name: Nhà văn hoá, road: truc-thon, location: "18.2527, 105.9820"}
    - {id: cho, kind: market, name: Chợ Hôm, illustrative: yes}
"""
MAIN = drawn({"đường": "truc-thon"}, "LineString", [[105.9811, 18.2527], [105.9891, 18.2527]])
MARKET = drawn({"place": "cho"}, "Point", [105.9850, 18.2540])
FILES = {
    f"{VILLAGE}/village.yml": TOLD,
    f"{VILLAGE}/roads.yml": ROADS,
    f"{VILLAGE}/places.yml": PLACES,
}


def with_map(*features: object, name: str = "ban-do.geojson", **more: str) -> dict[str, str]:
    """The folder's files with a map."""
    text = json.dumps(collection(*features), ensure_ascii=False)  # type: ignore[arg-type]
    return {**FILES, f"{VILLAGE}/{name}": text, **more}


def problems(tmp_path: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """File and code of everything that is wrong, but for codes nobody has issued."""
    found, told = load(data_folder(tmp_path, files))
    assert found is not None
    told += check(Atlas(found, DAY))
    wrong = [problem for problem in told if problem.is_error and not problem.code.startswith("code-")]
    return [(problem.file.rpartition("/")[2], problem.code) for problem in wrong]


def page(tmp_path: Path, files: dict[str, str]) -> Page:
    """The village's page."""
    return next(made for made in compose(atlas(tmp_path, files)) if made.path == f"thon/{VILLAGE}/index.md")


@pytest.mark.parametrize("name", ["map.geojson", "ban-do.geojson"])
def test_a_map_is_read_under_either_name(tmp_path: Path, name: str) -> None:
    found = atlas(tmp_path, with_map(MAIN, MARKET, name=name)).by_id[VILLAGE]
    assert [(feature.kind, feature.ref) for feature in found.folder.map] == [
        ("road", "truc-thon"),
        ("place", "cho"),
    ]


def test_one_map_a_village(tmp_path: Path) -> None:
    files = with_map(MAIN, **{f"{VILLAGE}/map.geojson": json.dumps(collection(MAIN))})
    assert ("map.geojson", "file-in-both-languages") in problems(tmp_path, files)


def test_a_map_elsewhere_is_nobodys(tmp_path: Path) -> None:
    files = {**FILES, "_units/cam-binh/ban-do.geojson": json.dumps(collection())}
    assert ("ban-do.geojson", "unknown-file") in problems(tmp_path, files)


@pytest.mark.parametrize(
    ("feature", "code"),
    [
        (drawn({"đường": "ngo-3"}, "LineString", [[105.98, 18.25], [105.981, 18.25]]), "map-unknown-record"),
        (drawn({"place": "cho"}, "Point", [18.2540, 105.9850]), "map-swapped"),
        (drawn({"place": "cho"}, "Point", [106.9850, 18.2540]), "map-far"),
        (drawn({"place": "cho"}, "Point", [120.0, 18.2540]), "map-outside"),
        (drawn({"place": "cho 2"}, "Point", [105.9850, 18.2540]), "map-unknown-record"),
    ],
)
def test_what_is_wrong_with_a_map_is_told(tmp_path: Path, feature: object, code: str) -> None:
    assert problems(tmp_path, with_map(MAIN, feature)) == [("ban-do.geojson", code)]


def test_what_must_never_be_typed_is_not_typed_into_a_map(tmp_path: Path) -> None:
    secret = drawn({"place": "cho", "ghi chú": "CCCD 001099012345"}, "Point", [105.9850, 18.2540])
    found = problems(tmp_path, with_map(MAIN, secret))
    assert [(file, code.partition("-")[0]) for file, code in found] == [("ban-do.geojson", "forbidden")]


def test_long_decimals_of_a_drawing_program_are_no_numbers_of_persons(tmp_path: Path) -> None:
    line = [[105.98110123456789, 18.252701234567891], [105.98991098765432, 18.2527]]
    assert problems(tmp_path, with_map(drawn({"đường": "truc-thon"}, "LineString", line))) == []


def test_a_place_lies_near_its_village(tmp_path: Path) -> None:
    far = PLACES.replace("18.2527, 105.9820", "18.9527, 105.9820")
    assert problems(tmp_path, {**FILES, f"{VILLAGE}/places.yml": far}) == [("places.yml", "map-far")]


def test_where_to_flee_lies_near_the_village(tmp_path: Path) -> None:
    far = "evacuation_points: [{name: Gò Cao, location: '18.9527, 105.9820'}, {name: Đê, location: '18.25, 105.98'}]"
    assert problems(tmp_path, {**FILES, f"{VILLAGE}/safety.yml": far}) == [("safety.yml", "map-far")]


@pytest.mark.parametrize("mapped", [False, True])
def test_without_its_own_place_a_village_is_where_its_places_are(tmp_path: Path, mapped: bool) -> None:
    nowhere = {name: text for name, text in FILES.items() if not name.endswith("/village.yml")}
    files = with_map(MAIN) if mapped else FILES
    files = {name: text for name, text in files.items() if name in nowhere or name.endswith(".geojson")}
    places = """
        - {id: a, kind: chợ, name: Chợ Hôm, location: "18.2527, 105.9820"}
        - {id: b, kind: chợ, name: Chợ Mai, location: "18.2537, 105.9820"}
        - {id: c, kind: chợ, name: Chợ Xa, location: "19.2537, 105.9820"}
    """
    flee = "evacuation_points: [{name: Gò Cao, location: '18.9527, 105.9820'}]"
    files = {**files, f"{VILLAGE}/places.yml": places, f"{VILLAGE}/safety.yml": flee}
    found = [one for one in problems(tmp_path, files) if one[1] == "map-far"]
    assert found == [("places.yml", "map-far"), ("safety.yml", "map-far")]


def test_the_page_shows_the_map_and_both_lead_to_each_other(tmp_path: Path) -> None:
    tree = parse(page(tmp_path, with_map(MAIN, MARKET)))
    section = one(tree, "#ban-do")
    told = {node.attributes["href"]: words(node) for node in section.css("li a")}
    assert told == {
        "#duong-truc-thon": "Đường <Trục>",
        "#dia-diem-cho": "Chợ Hôm",
        "#dia-diem-nha-van-hoa": "Nhà văn hoá",
    }
    assert section.css_first("svg") is not None
    for href in told:
        entry = one(tree, href or "")
        assert [node.attributes["href"] for node in entry.css("a") if node.text() == "Xem trên bản đồ"] == [
            "#ban-do"
        ]
    assert not [node for node in one(tree, "#duong-ngo-2").css("a") if node.attributes["href"] == "#ban-do"]


def test_without_anything_to_show_there_is_no_map(tmp_path: Path) -> None:
    files = {f"{VILLAGE}/roads.yml": ROADS}
    assert parse(page(tmp_path, files)).css_first("#ban-do") is None


def test_the_map_is_published_as_a_file_too(tmp_path: Path) -> None:
    found = atlas(tmp_path, with_map(MAIN, MARKET))
    write_maps(found, tmp_path / "site")
    (path,) = (tmp_path / "site").rglob("*.geojson")
    assert path.relative_to(tmp_path / "site").as_posix() == f"thon/{VILLAGE}/ban-do.geojson"
    told = {one["id"]: one for one in json.loads(path.read_text("utf-8"))["features"]}
    assert sorted(told) == ["place/cho", "place/nha-van-hoa", "road/truc-thon"]
    assert told["place/cho"]["geometry"] == MARKET["geometry"]
    assert told["place/cho"]["properties"] == {
        "kind": "place",
        "id": "cho",
        "name": "Chợ Hôm",
        "url": f"https://lang.example/thon/{VILLAGE}/#dia-diem-cho",
        "illustrative": True,
    }
    assert "illustrative" not in told["place/nha-van-hoa"]["properties"]
    places = json.loads(all_places(found))["features"]
    assert [one["id"] for one in places] == [f"place/{VILLAGE}/cho", f"place/{VILLAGE}/nha-van-hoa"]


HOUSES = """
    - {id: ho-1, code: FR52-J5V8, road: truc-thon, distance: 170 m, side: trái}
    - {id: ho-2, code: RH8N-MTNF, road: truc-thon, number: 12}
    - {id: ho-3, code: H4RV-K8J4, road: ngo-2, distance: 20 m}
    - {id: ho-4, code: RF69-H5V8, road: truc-thon, distance: 900 m}
"""


def ways(tmp_path: Path, files: dict[str, str]) -> dict[str, tuple[str, str]]:
    """By code: what is said of the spot on its road, and where its mark stands in hundredths."""
    found = atlas(tmp_path, files)
    cards = Cards(found)
    made = {}
    for coded in found.coded():
        way = LexborHTMLParser(cards.page(coded)).css_first(".way")
        if way is not None:
            made[coded.code] = (words(way), one(way, "circle").attributes["cx"] or "")
    return made


def test_a_light_page_shows_where_on_the_road_one_stands(tmp_path: Path) -> None:
    files = {**FILES, f"{VILLAGE}/households.yml": HOUSES}
    assert ways(tmp_path, files) == {"FR52J5V8": ("từ Cổng làng đến cuối đường", "20")}


def test_a_place_is_found_on_its_road_by_the_map(tmp_path: Path) -> None:
    coded = PLACES.replace("id: nha-van-hoa", "id: nha-van-hoa, code: FR52-J5V8")
    found = ways(tmp_path, with_map(MAIN, **{f"{VILLAGE}/places.yml": coded}))
    (said, mark) = found["FR52J5V8"]
    assert said == "từ Cổng làng cách đầu đường khoảng 100 m đến cuối đường"
    assert mark == "11"
