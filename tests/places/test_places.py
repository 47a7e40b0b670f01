"""Places are read, referred to, shown on their village's page, on a page of their own and behind their code."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.places.data import HOUSE, SHELTER, V, read
from tests.support import DAY, codes_of, data_folder
from village_site.atlas import Atlas
from village_site.cards import Cards
from village_site.model.places import PLACES, PlaceKind, RelicRank
from village_site.pages import Page, compose
from village_site.plates.content import plates
from village_site.search.entries import names_within
from village_site.site import examine


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return read(tmp_path_factory.mktemp("places"))


@pytest.fixture(scope="module")
def pages(found: Atlas) -> dict[str, Page]:
    return {page.path: page for page in compose(found)}


def one(node: LexborHTMLParser | LexborNode, css: str) -> LexborNode:
    """The first node a selector finds; there must be one."""
    found = node.css_first(css)
    assert found is not None, css
    return found


def card(atlas: Atlas, code: str) -> str:
    (coded,) = (each for each in atlas.coded() if each.code == code)
    return Cards(atlas).page(coded)


def test_a_place_is_several_things(tmp_path: Path) -> None:
    typed = """
        - mã riêng: dinh
          loại: di tích
          cũng là: [điểm sơ tán, Điểm WIFI]
          tên: Đình làng
          xếp hạng: cấp tỉnh
          gần: sau chợ
    """
    atlas, problems = examine(data_folder(tmp_path, {f"{V}/dia-diem.yml": typed}), DAY)
    assert atlas is not None
    assert {problem.code for problem in problems} == {"no-code"}
    (temple,) = atlas.by_id[V].folder.of(PLACES)
    assert (temple.kind, temple.also, temple.rank) == (
        PlaceKind.RELIC,
        (PlaceKind.EVACUATION, PlaceKind.WIFI),
        RelicRank.PROVINCE,
    )
    assert str(temple.address) == "sau chợ"


def test_mistakes_of_a_hurried_editor(tmp_path: Path) -> None:
    typed = """\
- id: a
  kind: nha van hoa thon
  name: A
- id: b
  kind: chợ
  name: B
  road: duong-khong-co
  location: 105.9811, 18.2527
  phone: 12
- id: c
  kind: chợ
  name: C
  photos:
    - {file: c.jpg}
  videos:
    - {title: Phim, url: "https://phim-la.com/x"}
- id: c
  kind: chợ
  name: D
"""
    _, problems = examine(data_folder(tmp_path, {f"{V}/places.yml": typed}), DAY)
    about = [row[1:] for row in codes_of(problems) if row[0].endswith("places.yml")]
    assert about == [
        (2, 9, "not-listed"),
        (8, 13, "coordinates-swapped"),
        (9, 10, "phone-unknown-prefix"),
        (14, 7, "missing-field"),
        (16, 26, "video-host"),
        (17, 3, "no-code"),
    ]


def test_a_reference_leads_to_a_place(tmp_path: Path) -> None:
    files = {f"{V}/places.yml": "- {id: cho, kind: chợ, name: Chợ, road: khong-co}\n"}
    _, problems = examine(data_folder(tmp_path, files), DAY)
    assert "dangling-road" in {problem.code for problem in problems}


def test_the_village_page_lists_them_in_the_order_typed(pages: dict[str, Page]) -> None:
    tree = LexborHTMLParser(str(pages[f"thon/{V}/index.md"].html))
    rows = tree.css("#dia-diem .vs-places > li")
    assert [row.attributes["id"] for row in rows] == ["dia-diem-nha-van-hoa", "dia-diem-go-cao"]
    link = one(rows[0], "h3 a")
    assert (link.text(), link.attributes["href"]) == (
        "Nhà văn hoá",
        f"../../thon/{V}/dia-diem/#dia-diem-nha-van-hoa",
    )
    assert "điểm sơ tán, điểm wifi, di tích" in rows[0].text()
    assert "Cạnh cổng làng, Đường Trục" in rows[0].text()
    assert [image.attributes["loading"] for image in tree.css("#dia-diem img")] == ["lazy"]
    assert tree.css("#dia-diem script") == []
    assert pages[f"thon/{V}/index.md"].needs == ()


def test_the_page_of_places_tells_all(pages: dict[str, Page]) -> None:
    tree = LexborHTMLParser(str(pages[f"thon/{V}/dia-diem/index.md"].html))
    text = one(tree, "#dia-diem-nha-van-hoa").text().replace("\u00a0", " ")
    for words in (
        "Dựng từ năm 2011 & sửa năm 2021.",
        "Đoạn thứ hai",
        "7 giờ–21 giờ",
        "Ban công tác mặt trận",
        "khoảng 80 người",
        "Di tích cấp tỉnh; Quyết định mẫu",
        "Giữa sân",
    ):
        assert words in text
    hrefs = [link.attributes["href"] for link in one(tree, "#dia-diem-nha-van-hoa").css("dl a, .vs-links a")]
    assert hrefs == ["tel:+842393892689", "geo:18.2527,105.9811?q=18.2527,105.9811", f"../../../Q/{HOUSE}/"]
    bare = one(tree, "#dia-diem-go-cao")
    assert [link.attributes["href"] for link in bare.css("a")] == [f"../../../Q/{SHELTER}/"]
    assert bare.css("dt, figure") == []


def test_a_film_is_a_link_that_says_where_it_leads(pages: dict[str, Page]) -> None:
    tree = LexborHTMLParser(str(pages[f"thon/{V}/dia-diem/index.md"].html))
    film = one(tree, ".vs-video")
    assert {link.attributes["href"] for link in film.css("a")} == {"https://www.youtube.com/watch?v=mau"}
    assert one(film, "img").attributes["src"] == f"../../../thon/{V}/anh/nho/phim.jpg"
    assert "youtube.com" in film.text()
    assert tree.css("iframe, video, embed, object") == []


def test_the_light_page_asks_for_nothing_before_a_tap(found: Atlas) -> None:
    html = card(found, HOUSE)
    assert len(html.encode()) <= 14_000
    tree = LexborHTMLParser(html)
    assert one(tree, "h1 span").text() == "Bạn đang ở"
    images = tree.css("img")
    assert [image.attributes["src"] for image in images] == [
        f"../../thon/{V}/anh/nho/nha.jpg",
        f"../../thon/{V}/anh/nho/cong.jpg",
    ]
    for image in images:
        assert image.attributes["loading"] == "lazy"
        assert image.parent is not None
        assert image.parent.parent is not None
        assert image.parent.parent.tag == "details"
        assert "open" not in image.parent.parent.attributes
    text = tree.text()
    assert "Dựng từ năm 2011" in text
    assert "Đoạn thứ hai" not in text
    links = {link.attributes["href"] for link in tree.css("a")}
    assert "geo:18.2527,105.9811?q=18.2527,105.9811" in links
    assert f"../../thon/{V}/dia-diem/#dia-diem-nha-van-hoa" in links
    assert tree.css("script:not([data-sw])") == []


def test_a_place_with_a_name_alone_looks_finished(found: Atlas) -> None:
    tree = LexborHTMLParser(card(found, SHELTER))
    assert [node.text() for node in tree.css("dl dt")] == ["Loại"]
    assert tree.css("img, details") == []


def test_places_are_searched(found: Atlas) -> None:
    names = names_within(found)[f"thon/{V}/"]
    assert names["dia-diem/#dia-diem-nha-van-hoa"] == "Nhà văn hoá"


def test_plates_say_what_a_place_is_and_serves_as(found: Atlas) -> None:
    house, shelter = plates(found, (), ("place",), None)
    assert {key: line.text for key, line in house.lines.items() if key in ("eyebrow", "lead", "detail")} == {
        "lead": "Nhà văn hoá",
        "detail": "Điểm sơ tán, điểm wifi, di tích",
    }
    assert shelter.lines["eyebrow"].text == "Điểm sơ tán"
    assert shelter.lines["lead"].text == "Gò Cao"


def test_nothing_is_made_for_a_village_without_places(tmp_path: Path) -> None:
    atlas, _ = examine(data_folder(tmp_path), DAY)
    assert atlas is not None
    paths = {page.path for page in compose(atlas)}
    assert not any("dia-diem" in path for path in paths)
