"""Pages of sets, boards with what is missing, villages against criteria, figures over time."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.pages.support import one, pages, parse, words
from tests.support import BASE
from village_site.pages import Page

V = "nam-bac-thanh"
UNITS = (
    BASE["_units/ha-tinh.yml"]
    + """
          formed_from: [cam-thanh]
          figures:
            - {name: Trường đạt chuẩn, value: 46/52 trường, date: 2024, source: Báo}
            - name: Đường có đèn
              value: hơn 2 km
              date: 2025
              source: Xã
              earlier: [{value: gần 1 km, date: 2023, source: Báo cũ}, {value: "1,5 km", date: 6/2024}]
    """
)
FILES = {
    "_units/ha-tinh.yml": UNITS,
    "_criteria/bo-thon.yml": """
        name: Bộ chấm thôn
        level: thôn
        verified: no
        issuer: Tỉnh Mẫu
        decision: Quyết định 7
        since: 2021
        until: 2025
        criteria:
          - number: 1
            name: Đường
            appraised_by: Phòng Kinh tế
            indicators: [{number: 1.1, name: Trải cứng, kind: ít nhất, target: Ít nhất 80 %, unit: "% chiều dài"}]
          - {number: 2, name: Hàng rào, target: 70 % số hộ}
          - {number: 3, name: Điện}
    """,
    "_criteria/bo-moi.yml": """
        name: Bộ chấm thôn mới
        level: thôn
        verified: yes
        issuer: Tỉnh Mẫu
        decision: Quyết định 8
        sources: Công báo
        since: 2026
        replaces: bo-thon
        criteria: [{number: 1, name: Điện}, {number: 2, name: Chuyển đổi số}]
    """,
    "_criteria/bo-xa.yml": "{name: Bộ chấm xã, level: xã, verified: no, size: 20 tiêu chí, criteria: [{number: 20, name: Vườn mẫu}]}",
    "_criteria/vi-du.yml": "{name: Bộ ví dụ, level: thôn, verified: no, example: yes}",
    f"{V}/criteria.yml": """
        - set: bo-thon
          date: 1/2024
          supervises: Chi bộ
          scores:
            - {criterion: 1, indicator: 1.1, status: chưa đạt, value: 65 % chiều dài}
            - {criterion: 2, status: đạt, responsible: Hội Phụ nữ}
        - {set: bo-thon, date: 2022, scores: [{criterion: 2, status: đang thực hiện}]}
        - {set: vi-du, date: 2021, complete: yes}
    """,
    "an/village.yml": "{kind: thôn, name: An, updated: 1/1/2026, memberships: [{unit: cam-binh}]}",
    "_units/cam-binh/criteria.yml": "[{set: bo-xa, date: 2026, complete: yes}]",
    "_units/cam-thanh/criteria.yml": "[{set: bo-thon, date: 2022, villages: 3/4 thôn, source: Báo}]",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    return pages(tmp_path_factory.mktemp("criteria"), FILES)


@pytest.fixture(scope="module")
def village(made: dict[str, Page]) -> LexborHTMLParser:
    return parse(made[f"thon/{V}/index.md"])


@pytest.fixture(scope="module")
def commune(made: dict[str, Page]) -> LexborHTMLParser:
    return parse(made["xa/cam-binh/index.md"])


def test_the_board_at_a_glance(village: LexborHTMLParser) -> None:
    standing = village.css(".vs-standing")[0]
    assert words(one(standing, ".vs-verdict")) == "Đạt 1 trên 3 tiêu chí (tháng 1/2024)"
    assert words(one(standing, ".vs-chart figcaption")) == "3 tiêu chí"
    assert [words(node) for node in standing.css(".vs-chart .vs-key > li")] == [
        "1 đạt",
        "1 chưa đạt",
        "1 chưa chấm",
    ]


def test_what_is_still_missing(village: LexborHTMLParser) -> None:
    standing = village.css(".vs-standing")[0]
    assert words(one(standing, "h4")) == "Còn phải làm để đạt cả bộ"
    assert [words(node) for node in standing.css(".vs-to-do > li")] == [
        "1. Đường: chưa đạt 1.1. Trải cứng: chưa đạt; hiện có 65 % chiều dài; mức cần đạt: ít nhất 80 %",
        "Chưa chấm: 3.",
    ]


def test_who_answers_for_it_and_the_indicators(village: LexborHTMLParser) -> None:
    standing = village.css(".vs-standing")[0]
    assert [words(node) for node in standing.css(".vs-who")] == ["Giám sát: Chi bộ", "Phụ trách: Hội Phụ nữ"]
    assert words(one(standing, ".vs-indicators > li")) == (
        "1.1. Trải cứng: chưa đạt Yêu cầu: Ít nhất 80 % Hiện có: 65 % chiều dài"
    )


def test_progress_through_the_years_keeps_the_marks(village: LexborHTMLParser) -> None:
    (years,) = [node for node in village.css(".vs-chart") if node.css(".vs-years")]
    assert [words(node) for node in years.css("li:not([aria-hidden])")] == [
        "Bộ ví dụ (ví dụ của trang này) năm 2021: Đạt cả bộ",
        "Bộ chấm thôn (chưa đối chiếu văn bản gốc) năm 2022: 0/3 tiêu chí",
        "Bộ chấm thôn (chưa đối chiếu văn bản gốc) tháng 1/2024: 1/3 tiêu chí",
    ]


def test_villages_against_criteria_say_each_state_in_a_word(commune: LexborHTMLParser) -> None:
    grid = one(commune, ".vs-grid")
    assert [words(node) for node in grid.css("thead th")] == ["Thôn", "1", "2", "3", "Cả bộ"]
    (row,) = grid.css("tbody tr")
    assert [words(node) for node in row.css("th, td")] == [
        *("Thôn Nam Bắc Thành", "chưa đạt", "đạt", "chưa chấm", "1/3 (tháng 1/2024)")
    ]
    assert words(one(commune, ".vs-grid-key")) == "Ký hiệu: đạt đang thực hiện chưa đạt chưa chấm"
    section = words(one(commune, "#cac-thon"))
    assert "Các số là: 1 Đường; 2 Hàng rào; 3 Điện." in section
    assert "1 thôn khác chưa có thông tin theo bộ này." in section


def test_the_communes_own_way_and_that_of_the_one_before(commune: LexborHTMLParser) -> None:
    section = one(commune, "#tieu-chi")
    assert [words(node) for node in section.css("h2, h3, h4")] == [
        "Tiêu chí của cả xã",
        "Bộ chấm xã chưa đối chiếu văn bản gốc",
        "Kết quả của xã Cẩm Thành trước đây",
        "Bộ chấm thôn chưa đối chiếu văn bản gốc",
    ]
    assert [words(node) for node in section.css(".vs-verdict")] == [
        "Đạt cả bộ 20/20 tiêu chí (năm 2026)",
        "Tính theo thôn (năm 2022) (nguồn 1)",
    ]
    assert words(one(section, ".vs-chart figcaption")) == "Số thôn: 3/4 thôn (75 %)"


def test_a_page_of_an_unchecked_set(made: dict[str, Page]) -> None:
    page = made["tieu-chi/bo-thon/index.md"]
    tree = parse(page)
    assert page.title == "Bộ chấm thôn (chưa đối chiếu văn bản gốc)"
    assert (page.parent, page.source) == ("tieu-chi/index.md", "villages/_criteria/bo-thon.yml")
    assert words(one(tree, "h1")) == "Bộ chấm thôn chưa đối chiếu văn bản gốc"
    assert words(one(tree, ".vs-note")).startswith("Chưa đối chiếu văn bản gốc. Bảng này ghi theo nguồn")
    facts = {words(one(node, "dt")): words(one(node, "dd")) for node in tree.css(".vs-facts > div")}
    assert facts == {
        "Nơi ban hành": "Tỉnh Mẫu",
        "Quyết định": "Quyết định 7",
        "Áp dụng": "Từ năm 2021, đến hết năm 2025",
        "Chấm": "Thôn",
        "Số tiêu chí": "3 tiêu chí",
    }
    assert [words(node) for node in tree.css(".vs-criteria > li")] == [
        "1. Đường (thẩm định: Phòng Kinh tế) 1.1. Trải cứng (ít nhất; yêu cầu: Ít nhất 80 %; tính bằng % chiều dài)",
        "2. Hàng rào (yêu cầu: 70 % số hộ) Chỉ tiêu: chưa nhập.",
        "3. Điện Chỉ tiêu: chưa nhập.",
    ]
    assert [node.id for node in tree.css("section")] == [anchor for anchor, _ in page.sections]


def test_who_stands_where(made: dict[str, Page]) -> None:
    section = one(parse(made["tieu-chi/bo-thon/index.md"]), "#ket-qua")
    assert words(one(section, ".vs-chart")) == "1 thôn trong trang này 1 chưa đạt cả bộ"
    assert [words(node) for node in section.css(".vs-list > li")] == [
        "Thôn Nam Bắc Thành, xã Cẩm Bình Đạt 1 trên 3 tiêu chí (tháng 1/2024) chưa xong: 1",
        "Xã Cẩm Thành, huyện Cẩm Xuyên, tỉnh Hà Tĩnh Tính theo thôn (năm 2022): 3/4 thôn (nguồn 1)",
    ]
    links = [node.attributes["href"] for node in section.css(".vs-list > li > a")]
    assert links == [f"../../thon/{V}/", "../../xa/cam-binh/"]


def test_what_changes_with_the_new_set(made: dict[str, Page]) -> None:
    section = one(parse(made["tieu-chi/bo-moi/index.md"]), "#thay-doi")
    assert [words(node) for node in section.css("h3")] == [
        *("Giữ nguyên tên: 1 tiêu chí", "Tên mới: 1 tiêu chí", "Không còn tên này: 2 tiêu chí")
    ]
    assert [words(node) for node in section.css(".vs-changes > li")] == [
        "1. Điện (trước là số 3)",
        "2. Chuyển đổi số",
        "1. Đường",
        "2. Hàng rào",
    ]
    old = words(one(parse(made["tieu-chi/bo-thon/index.md"]), "#thay-doi"))
    assert "Bộ này được thay bằng: Bộ chấm thôn mới" in old
    assert "Giữ nguyên tên" not in old


def test_what_nobody_entered_is_said(made: dict[str, Page]) -> None:
    listed = words(one(parse(made["tieu-chi/bo-xa/index.md"]), "#cac-tieu-chi"))
    assert "19 tiêu chí khác của bộ này: chưa nhập." in listed
    assert "Các tiêu chí của bộ này: chưa nhập." in words(
        one(parse(made["tieu-chi/vi-du/index.md"]), "#cac-tieu-chi")
    )


def test_an_example_names_no_issuer(made: dict[str, Page]) -> None:
    tree = parse(made["tieu-chi/vi-du/index.md"])
    assert words(one(tree, "h1")) == "Bộ ví dụ ví dụ của trang này"
    assert words(one(tree, ".vs-note")).startswith("Ví dụ của trang này. Không cơ quan nào ban hành")
    assert [words(node) for node in tree.css(".vs-facts dt")] == ["Chấm", "Số tiêu chí"]


def test_the_list_of_sets(made: dict[str, Page]) -> None:
    page = made["tieu-chi/index.md"]
    tree = parse(page)
    assert page.sections == (("cham-thon", "Chấm thôn"), ("cham-xa", "Chấm xã"))
    assert [words(node) for node in tree.css("li > p")] == [
        "Tỉnh Mẫu. Áp dụng từ năm 2021, đến hết năm 2025. 3 tiêu chí. Các thôn đã chấm: 2.",
        "Tỉnh Mẫu. Áp dụng từ năm 2026. 2 tiêu chí.",
        "Chưa nhập tiêu chí nào. Các thôn đã chấm: 1.",
        "20 tiêu chí. Các xã đã chấm: 1.",
    ]


def test_a_site_without_sets_has_the_list_all_the_same(tmp_path: Path) -> None:
    page = pages(tmp_path)["tieu-chi/index.md"]
    assert "Chưa có bộ tiêu chí nào." in words(one(parse(page), ".vs-body"))
    assert page.source == "villages/_site.yml"


def test_no_page_names_a_set_in_a_heading_without_its_mark(made: dict[str, Page]) -> None:
    marks = {
        "Bộ chấm thôn": "chưa đối chiếu",
        "Bộ chấm xã": "chưa đối chiếu",
        "Bộ ví dụ": "ví dụ của trang này",
    }
    seen = set()
    in_english = {"chưa đối chiếu": "not checked", "ví dụ của trang này": "an example of this site"}
    for page in made.values():
        for node in parse(page).css("h1, h2, h3, h4, th, .vs-criteria-index .vs-cards > li"):
            text = words(node)
            for name, mark in marks.items():
                if text.startswith(name) and not text.startswith("Bộ chấm thôn mới"):
                    assert (mark if page.lang == "vi" else in_english[mark]) in text, page.path
                    seen.add((page.path.partition("/")[0], name))
    assert seen >= {(kind, "Bộ chấm thôn") for kind in ("thon", "xa", "tieu-chi")}
    assert ("tieu-chi", "Bộ ví dụ") in seen


def test_figures_over_time_stay_as_they_were_known(commune: LexborHTMLParser) -> None:
    section = one(commune, "#so-lieu")
    share, lit = section.css(".vs-figures > div")
    assert words(one(share, "dd")) == "Năm 2024: 46/52 trường (hơn 88 %) (nguồn 1)"
    assert words(one(lit, "dd")).startswith("hơn 2 km (năm 2025) (nguồn 2)")
    assert [words(node) for node in lit.css(".vs-values > li")] == [
        "năm 2023: gần 1 km (nguồn 3)",
        "tháng 6/2024: 1,5 km",
        "năm 2025: hơn 2 km (nguồn 2)",
    ]
    assert len(lit.css("svg path.d")) == 1


def test_thirty_villages_by_two_sets_stay_light(tmp_path: Path) -> None:
    listed = ", ".join(f"{{number: {n}, name: Tiêu chí thứ {n} của bộ}}" for n in range(1, 20))
    scores = ", ".join(f"{{criterion: {n}, status: {'đạt' if n % 3 else 'chưa đạt'}}}" for n in range(1, 20))
    files = {
        f"_criteria/{name}.yml": f"{{name: Bộ {name}, level: thôn, verified: no, criteria: [{listed}]}}"
        for name in "ab"
    }
    for number in range(1, 31):
        home = f"thon-{number}"
        files[f"{home}/village.yml"] = (
            f"{{kind: thôn, name: Nam Bắc Thành {number}, updated: 1/1/2026, memberships: [{{unit: cam-binh}}]}}"
        )
        files[f"{home}/criteria.yml"] = ", ".join(
            f"{{set: {name}, date: 2026, scores: [{scores}]}}" for name in "ab"
        ).join("[]")
    section = one(parse(pages(tmp_path, files)["xa/cam-binh/index.md"]), "#cac-thon")
    assert len(section.css(".vs-grid td:not(.all)")) == 30 * 2 * 19
    assert len((section.html or "").encode()) < 62_000
