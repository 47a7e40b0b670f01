"""The pages of provinces and former districts, and the roll-up on a commune's page: real figures, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.pages.support import one, pages, parse, words
from tests.rollups.data import FILES, schools, scored, village
from tests.site.conftest import ROOT
from tests.support import DAY
from village_site.pages import Page, compose
from village_site.site import open_atlas


@pytest.fixture(scope="module")
def sample() -> dict[str, Page]:
    """The sample's pages by path."""
    return {page.path: page for page in compose(open_atlas(ROOT / "villages", DAY)[0])}


def counts(tree: LexborHTMLParser | LexborNode) -> dict[str, str]:
    """Every tally and target of a page: its heading, and all its words."""
    found = {}
    for block in tree.css(".vs-count"):
        if head := block.css_first("h3, h4"):
            found[words(head)] = words(block).removeprefix(words(head)).strip()
    return found


THOI_BINH = {
    "Xã đạt chuẩn nông thôn mới": "Năm 2024: 11/11 xã (100 %) (nguồn 1)",
    "Trường đạt chuẩn quốc gia": "Năm 2024: 46/52 trường (hơn 88 %) (nguồn 1)",
    "Sản phẩm OCOP (mỗi xã một sản phẩm)": (
        "8 sản phẩm (năm 2024) (nguồn 1) Trong đó "
        "4 sao, cấp tỉnh 1 sản phẩm 3 sao, cấp tỉnh 4 sản phẩm 3 sao, cấp huyện 3 sản phẩm"
    ),
    "Hợp tác xã": (
        "30 hợp tác xã (năm 2024) (nguồn 1) Trong đó đã ngừng hoạt động 7 hợp tác xã còn lại 23 hợp tác xã"
    ),
    "Hồ sơ của huyện và xã làm trên mạng": (
        "Chỉ tiêu: 100 %, đến hết năm 2025 (nguồn 1) Đã đạt: chưa có số liệu"
    ),
    "Xã đạt nội dung thông tin và hành chính công của bộ tiêu chí nâng cao (ít nhất nửa số xã)": (
        "Chỉ tiêu: ít nhất 5 xã, đến hết năm 2025 (nguồn 1) Đã đạt: chưa có số liệu"
    ),
}


def test_what_thoi_binh_published(sample: dict[str, Page]) -> None:
    page = sample["don-vi/huyen-thoi-binh/index.md"]
    tree = parse(page)
    assert counts(tree) == THOI_BINH
    assert page.title == "Huyện Thới Bình"
    assert [words(step) for step in tree.css(".vs-crumbs li")] == [
        *("Trang chủ", "Xã và thôn", "Tỉnh Cà Mau", "Huyện Thới Bình")
    ]
    assert "thôi hoạt động sau 30/06/2025" in words(one(tree, ".vs-note"))
    lead = words(one(tree, "#tong-hop > p"))
    assert "30/06/2025: khi ấy trang này có 1 ấp của huyện Thới Bình" in lead
    assert lead.endswith("1 nơi trong số ấy là dữ liệu minh hoạ.")
    assert words(one(tree, "#cac-xa li")) == "Xã Trí Lực 1 thôn trong trang này nay thuộc xã Trí Phải"
    assert words(one(tree, "#nguon-1")).startswith("Bài tổng hợp kết quả nông thôn mới của huyện Thới Bình")


def test_the_opinions_of_duc_tho_keep_their_more(sample: dict[str, Page]) -> None:
    (opinions,) = counts(parse(sample["don-vi/huyen-duc-tho/index.md"])).values()
    assert opinions == "hơn 170 ý kiến (năm 2017) (nguồn 1)"


def test_villages_of_ha_tinh_at_each_standard(sample: dict[str, Page]) -> None:
    tree = parse(sample["don-vi/ha-tinh/index.md"])
    told = [words(node) for node in tree.css(".vs-count > details > summary")]
    assert (
        told
        == [
            "2 đạt cả bộ, trong 4 thôn đã báo, trên 9 thôn",  # Nam Bắc Thành, Liên Hà; Cẩm Trang and Hợp Phát made up
            "2 đạt cả bộ, trong 2 thôn đã báo, trên 9 thôn",
        ]
    )
    assert words(tree.css(".vs-count > details .vs-sample")[0]) == "2 nơi trong số đã báo là dữ liệu minh hoạ"
    former = [node.attributes["href"] for node in tree.css("#huyen-cu a")]
    assert former == [
        f"../../don-vi/{name}/"
        for name in ("huyen-cam-xuyen", "huyen-duc-tho", "thanh-pho-ha-tinh", "huyen-vu-quang")
    ]


def test_villages_count_in_the_district_they_belonged_to(sample: dict[str, Page]) -> None:
    for unit, village_ in (
        ("huyen-cam-xuyen", "Thôn Nam Bắc Thành"),
        ("thanh-pho-ha-tinh", "Tổ dân phố Liên Hà"),
    ):
        tree = parse(sample[f"don-vi/{unit}/index.md"])
        summaries = [words(node) for node in tree.css(".vs-count > details > summary")]
        assert summaries == ["1 đạt cả bộ, trong 1 thôn đã báo, trên 1 thôn"] * 2
        assert {words(node) for node in tree.css(".vs-count > details li a[href^='../../thon/']")} == {
            village_
        }


def test_song_phuong_tells_of_its_villages(sample: dict[str, Page]) -> None:
    tree = parse(sample["don-vi/huyen-dan-phuong/index.md"])
    assert "Xã Song Phượng: 4/4 thôn (19/10/2022) (nguồn 1)" in [
        words(node) for node in tree.css(".vs-count li")
    ]


def test_every_number_stands_beside_its_rows(tmp_path: Path) -> None:
    tree = parse(pages(tmp_path, FILES)["don-vi/huyen/index.md"])
    standard, sums = tree.css(".vs-count")
    assert [words(row) for row in standard.css("details > ul:not(.vs-list + .vs-list)")[0].css("li")] == [
        "Thôn Hai: 1/2 tiêu chí (tháng 5/2024)",
        "Thôn Một: 2/2 tiêu chí (tháng 5/2024)",
    ]
    assert words(one(sums, "summary")) == "3 trong 4 thôn đã báo, từ năm 2024 đến năm 2025"
    assert "Cộng lại: 7/11 trường (hơn 63 %)" in words(sums)
    assert [words(row) for row in sums.css("details li")] == [
        "Thôn Hai: 4/6 trường (năm 2025)",
        "Thôn Một: 3/5 trường (năm 2024)",
        "Thôn Ba: hơn 2/3 trường (năm 2024) (không cộng, vì không phải số đếm chính xác)",
    ]
    links = {node.attributes["href"] for node in tree.css("details li a")}
    assert links == {f"../../thon/{name}/" for name in ("hai", "nam-bac-thanh", "ba")}


def test_a_commune_shows_the_same_of_its_villages_today(tmp_path: Path) -> None:
    page = pages(tmp_path, FILES)["xa/xa-moi/index.md"]
    tree = parse(page)
    assert ("tong-hop", "Tổng hợp") in page.sections
    section = one(tree, "section#tong-hop")
    assert "3/5 trường" in words(section)
    assert "2 trong 3 thôn đã báo" in words(section)
    assert one(tree, "#don-vi-cu a").attributes["href"] == "../../don-vi/huyen/"
    # Where there is nothing to add up there is no such section.
    assert "tong-hop" not in dict(pages(tmp_path / "bare")["xa/cam-binh/index.md"].sections)


def test_a_village_shows_its_tallies_and_targets(tmp_path: Path) -> None:
    files = {
        **FILES,
        "bon/tallies.yml": schools("1/2 trường"),
        "bon/targets.yml": """
            - id: den
              name: Đường có đèn
              target: 100 %
              due: 2026
              reached: [{value: 80 %, date: 2025}, {value: 60 %, date: 2024}]
        """,
    }
    page = pages(tmp_path, files)["thon/bon/index.md"]
    tree = parse(page)
    assert [anchor for anchor, _ in page.sections if anchor in ("so-dem", "chi-tieu")] == [
        "so-dem",
        "chi-tieu",
    ]
    assert counts(one(tree, "#so-dem")) == {"Trường chuẩn": "Năm 2024: 1/2 trường (50 %)"}
    assert counts(one(tree, "#chi-tieu")) == {
        "Đường có đèn": "Chỉ tiêu: 100 %, đến hết năm 2026 chưa đạt chỉ tiêu "
        "Năm 2025: 80 % (80 %) chỉ tiêu 100 % Các lần trước: 60 % (năm 2024)"
    }


def test_the_list_of_communes_leads_to_provinces_and_former_districts(sample: dict[str, Page]) -> None:
    tree = parse(sample["xa/index.md"])
    (province,) = tree.css("#ca-mau p:not(ul ~ p) a")
    assert (words(province), province.attributes["href"]) == (
        "Số liệu của cả tỉnh Cà Mau",
        "../don-vi/ca-mau/",
    )
    links = {node.attributes["href"] for node in tree.css("#ca-mau a")}
    assert "../don-vi/huyen-thoi-binh/" in links


def test_a_large_province_leaves_villages_to_their_communes(tmp_path: Path) -> None:
    many = {f"thon-{number}/village.yml": village(f"Số {number}", "xa-a", "xa-moi") for number in range(61)}
    looks = {f"thon-{number}/criteria.yml": scored("met", "met") for number in range(61)}
    made = pages(tmp_path, {**FILES, **many, **looks})
    tree = parse(made["don-vi/tinh/index.md"])
    rows = [words(node) for node in tree.css(".vs-count > details > p") if "Xã" in words(node)]
    assert rows == [
        "Xã Khác: 0 đạt cả bộ, trong 1 thôn đã báo, trên 1 thôn",
        "Xã Mới: 62 đạt cả bộ, trong 62 thôn đã báo, trên 64 thôn",
    ]
    assert tree.css_first("a[href='../../xa/xa-moi/#tong-hop']") is not None
    assert len(made["don-vi/tinh/index.md"].html) < 20_000


def test_a_commune_of_thirty_villages_stays_small(tmp_path: Path) -> None:
    many = {f"thon-{number}/village.yml": village(f"Số {number}", "xa-a", "xa-khac") for number in range(30)}
    looks = {f"thon-{number}/criteria.yml": scored("met", "not-met") for number in range(30)}
    tallies = {f"thon-{number}/tallies.yml": schools(f"{number}/40 trường") for number in range(30)}
    page = pages(tmp_path, {**FILES, **many, **looks, **tallies})["xa/xa-khac/index.md"]
    assert len(page.html.encode()) < 60_000
    # 4 of "hai" and 0 + 1 + … + 29 of the others; 6 and 30 times 40.
    assert "439/1.206 trường" in words(one(parse(page), "#tong-hop"))


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)>"
    files = {
        **FILES,
        "_units/huyen/tallies.yml": f"[{{id: t, topic: other, name: '{evil}', total: '3 xã {evil}', date: 2024, "
        f"parts: [{{name: '{evil}', number: 1}}], note: '{evil}'}}]",
        "_units/huyen/targets.yml": f"[{{id: t, name: '{evil}', target: 3 xã {evil}, reached: ['2 xã {evil}'], note: '{evil}'}}]",
        "bon/tallies.yml": f"[{{id: t, topic: other, name: '{evil}', total: 3 xã, date: 2024}}]",
    }
    made = pages(tmp_path, files)
    for path in ("don-vi/huyen/index.md", "don-vi/tinh/index.md", "thon/bon/index.md", "xa/xa-moi/index.md"):
        assert not parse(made[path]).css("img")
        assert "style=" not in made[path].html
