"""Commune pages, the list of communes, and the blocks of the home page."""

from pathlib import Path

import pytest

from tests.pages.data import RICH
from tests.pages.support import one, pages, parse, words
from tests.support import BASE, atlas
from village_site.pages import BLOCKS, blocks

UNITS = (
    BASE["_units/ha-tinh.yml"]
    + """
          formed_from: [cam-thanh]
          figures: [{name: Số dân, value: hơn 20 nghìn người, date: 2025}]
          contacts: [{role: Công an xã, phone: 0239 3892 689}]
        - id: an-nam
          kind: ward
          name: An Nam
          memberships: [{unit: ha-tinh}]
        - {id: nowhere, kind: commune, name: Không Tỉnh}
"""
)
FILES = {
    **RICH,
    "_units/ha-tinh.yml": UNITS,
    "an/village.yml": "{kind: tổ dân phố, name: An, memberships: [{unit: cam-binh}]}",
    "lac/village.yml": "{kind: thôn, name: Lạc}",
}
VILLAGE = "{kind: thôn, name: Thôn %d, memberships: [{unit: cam-binh}]}"


def test_villages_against_the_newest_assessment_of_each_set(tmp_path: Path) -> None:
    page = pages(tmp_path, FILES)["xa/cam-binh/index.md"]
    tree = parse(page)
    assert [words(node) for node in tree.css(".vs-matrix thead th")] == [
        *("Thôn", "Kiểu mẫu chưa đối chiếu văn bản gốc", "Bộ tiêu chí thông minh")
    ]
    rows = [[words(cell) for cell in row.css("th, td")] for row in tree.css(".vs-matrix tbody tr")]
    assert rows == [
        ["Thôn Nam Bắc Thành", "1/4 tiêu chí (tháng 1/2026) chưa xong: 2, 3", "Đạt cả bộ (giữa năm 2024)"],
        ["Tổ dân phố An", "chưa có thông tin", "chưa có thông tin"],
    ]
    assert one(tree, ".vs-matrix tbody tr:first-child a").attributes["href"] == "../../thon/nam-bac-thanh/"


def test_what_the_commune_was_formed_from_and_whom_to_call(tmp_path: Path) -> None:
    page = pages(tmp_path, FILES)["xa/cam-binh/index.md"]
    tree = parse(page)
    assert [anchor for anchor, _ in page.sections] == [
        *("lien-he", "cac-thon", "tong-hop", "don-vi-cu", "so-lieu")
    ]
    assert [node.id for node in tree.css("section")] == [anchor for anchor, _ in page.sections]
    former = ["xã Cẩm Thành, đến hết 30/06/2025", "huyện Cẩm Xuyên, đến hết 30/06/2025"]
    assert [words(node) for node in tree.css("#don-vi-cu li")] == former
    assert one(tree, "#lien-he .vs-call").attributes["href"] == "tel:+842393892689"
    assert words(one(tree, ".vs-figures dd")) == "hơn 20 nghìn người (năm 2025)"
    assert page.parent == "xa/index.md"
    assert page.source == "villages/_units/ha-tinh.yml"
    assert "Lập từ xã Cẩm Thành." in page.description


def test_a_commune_with_nothing_looks_finished(tmp_path: Path) -> None:
    page = pages(tmp_path, FILES)["xa/an-nam/index.md"]
    tree = parse(page)
    assert "Chưa có thông tin liên hệ của xã." in words(one(tree, "#lien-he"))
    assert words(one(tree, "#cac-thon p")) == "chưa có thôn nào trong trang này"
    assert tree.css("table, dl, ul:empty") == []


def test_all_communes_by_province_in_vietnamese_order(tmp_path: Path) -> None:
    page = pages(tmp_path, FILES)["xa/index.md"]
    tree = parse(page)
    assert [title for _, title in page.sections] == [
        "Tỉnh Hà Tĩnh",
        "Chưa rõ tỉnh",
        "Thôn chưa rõ thuộc xã nào",
    ]
    assert [words(node) for node in tree.css("#ha-tinh li")] == [
        "Phường An Nam chưa có thôn nào trong trang này",
        "Xã Cẩm Bình 1 thôn, 1 tổ dân phố",
    ]
    assert [words(node) for node in tree.css("#chua-ro-xa li")] == ["Thôn Lạc"]
    assert {node.attributes["href"] for node in tree.css("section a")} == {
        *("../xa/an-nam/", "../xa/cam-binh/", "../xa/nowhere/", "../thon/lac/"),
        *("../don-vi/ha-tinh/", "../don-vi/huyen-cam-xuyen/"),
    }


@pytest.mark.parametrize("root", ["", "../"])
def test_the_home_page_names_every_village_while_they_are_few(tmp_path: Path, root: str) -> None:
    html = BLOCKS["communes"](atlas(tmp_path, {"an/village.yml": VILLAGE % 1}), root)
    assert f'<a href="{root}xa/cam-binh/">Xã Cẩm Bình</a>' in html
    assert f'<a href="{root}thon/an/">Thôn Thôn 1</a>' in html


def test_the_home_page_counts_villages_when_they_are_many(tmp_path: Path) -> None:
    many = {f"t{n}/village.yml": VILLAGE % n for n in range(blocks.MOST_VILLAGES_LISTED)}
    html = BLOCKS["communes"](atlas(tmp_path, many), "")
    assert "thon/" not in html
    assert "61\N{NO-BREAK SPACE}thôn" in html.replace("&nbsp;", "\N{NO-BREAK SPACE}")


def test_village_pages_do_not_grow_with_their_number(tmp_path: Path) -> None:
    few = pages(tmp_path / "few", {"t0/village.yml": VILLAGE % 0})["thon/t0/index.md"]
    more = {f"t{n}/village.yml": VILLAGE % n for n in range(40)}
    assert pages(tmp_path / "many", more)["thon/t0/index.md"].html == few.html


def test_villages_are_called_what_they_are(tmp_path: Path) -> None:
    hamlet = "{kind: ấp, name: An, updated: 1/1/2026, memberships: [{unit: cam-binh}]}"
    opinion = "[{id: a, date: 1/2026, meeting: họp, subject: đường sá, summary: Hỏi, state: đã tiếp nhận}]"
    files = {"nam-bac-thanh/village.yml": hamlet, "nam-bac-thanh/opinions.yml": opinion}
    made = pages(tmp_path, files)
    commune = made["xa/cam-binh/index.md"]
    assert ("cac-thon", "Các ấp") in commune.sections
    assert words(one(parse(commune), "#cac-thon-h")) == "Các ấp"
    assert "các ấp" in commune.description
    assert "Nói ngay tại buổi họp của ấp:" in made["thon/nam-bac-thanh/y-kien/index.md"].html
    village = made["thon/nam-bac-thanh/index.md"]
    assert village.description.endswith("tổ và lịch sử của ấp.")
    assert "nên gọi ai trong ấp" in village.html
    both = parse(pages(tmp_path / "both", files | {"an/village.yml": VILLAGE % 1})["xa/cam-binh/index.md"])
    assert words(one(both, "#cac-thon-h")) in ("Các ấp, thôn", "Các thôn, ấp")


def test_the_search_block_is_a_form_that_works_by_address(tmp_path: Path) -> None:
    html = BLOCKS["search"](atlas(tmp_path), "../")
    assert '<form class="vs-search" role="search" action="../tim/" method="get">' in html
    assert 'name="q"' in html


def test_the_home_page_says_when_the_data_was_updated(tmp_path: Path) -> None:
    html = BLOCKS["updated"](atlas(tmp_path), "")
    assert "1 thôn, ấp, tổ dân phố; 1 xã, phường" in html
    assert "Thông tin cập nhật 20/11/2026." in html
