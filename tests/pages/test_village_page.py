"""The village page, section by section."""

import datetime as dt
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.pages.data import RICH
from tests.pages.support import CODE, one, pages, parse, words
from tests.support import atlas
from village_site.pages import Page, compose

PATH = "thon/nam-bac-thanh/index.md"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return pages(tmp_path_factory.mktemp("rich"), RICH)[PATH]


@pytest.fixture(scope="module")
def tree(page: Page) -> LexborHTMLParser:
    return parse(page)


def test_what_the_site_needs_to_know(page: Page) -> None:
    assert page.title == "Thôn Nam Bắc Thành"
    assert page.description == (
        "Thôn Nam Bắc Thành, xã Cẩm Bình, tỉnh Hà Tĩnh: gọi ai khi cần, các tiêu chí, đường, tổ và lịch sử "
        "của thôn. Trước đây: xã Cẩm Thành, huyện Cẩm Xuyên, tỉnh Hà Tĩnh."
    )
    assert page.source == "villages/nam-bac-thanh/village.yml"
    assert page.parent == "xa/cam-binh/index.md"
    assert page.updated is not None
    assert page.updated.iso() == "2026-11-20"


def test_sections_stand_in_reading_order(page: Page, tree: LexborHTMLParser) -> None:
    anchors = [anchor for anchor, _ in page.sections]
    assert anchors == [
        *("lien-he", "gioi-thieu", "an-toan", "duong", "danh-hieu", "tieu-chi", "so-lieu", "to-nhom"),
        *("lich-su", "nguon"),
    ]
    assert [node.id for node in tree.css("section")] == anchors
    assert [words(node) for node in tree.css("section > h2")] == [title for _, title in page.sections]
    assert words(one(tree, "h1")) == page.title


def test_a_long_page_says_at_its_top_what_there_is(tree: LexborHTMLParser) -> None:
    chapters = {node.attributes["href"]: words(node) for node in tree.css(".vs-contents a")}
    assert chapters == {
        "#an-toan": "An toàn",
        "#duong": "Nơi chốn, đường sá",
        "#danh-hieu": "Tiêu chí, số liệu",
        "#to-nhom": "Tổ nhóm, đoàn thể",
        "#lich-su": "Lịch sử",
    }
    assert [words(node) for node in tree.css(".vs-chapter")] == [
        f"{chapter} Về mục lục" for chapter in chapters.values()
    ]
    assert {node.attributes["href"] for node in tree.css(".vs-chapter a")} == {"#trang-nay-co"}


def test_breadcrumbs_lead_to_the_commune(tree: LexborHTMLParser) -> None:
    steps = [(node.attributes["href"], words(node)) for node in tree.css(".vs-crumbs a")]
    assert steps == [("../../", "Trang chủ"), ("../../xa/cam-binh/", "Xã Cẩm Bình")]
    assert words(one(tree, ".vs-crumbs [aria-current=page]")) == "Thôn Nam Bắc Thành"


def test_addresses_of_today_and_before(tree: LexborHTMLParser) -> None:
    assert words(one(tree, ".vs-where")) == "xã Cẩm Bình, tỉnh Hà Tĩnh (nguồn 1)"
    facts = {
        words(one(node, "dt")): [words(dd) for dd in node.css("dd")] for node in tree.css(".vs-facts > div")
    }
    assert facts["Địa chỉ trước đây"] == [
        "xã Cẩm Thành, huyện Cẩm Xuyên, tỉnh Hà Tĩnh, đến hết 30/06/2025 có thể đúng, chưa ai xác nhận"
    ]
    assert facts["Địa chỉ hiện nay"] == ["xã Cẩm Bình, tỉnh Hà Tĩnh, từ 01/07/2025, theo Nghị quyết 7"]
    assert facts["Tên trước đây"] == ["xóm 5, đến hết 30/06/2013, theo QĐ 12"]
    assert words(one(tree, ".vs-note")) == "Dữ liệu minh hoạ. Các đường là dựng lên."


@pytest.mark.parametrize(
    ("path", "said"), [(PATH, "xóm Rạch, trước năm 1990"), (f"en/{PATH}", "xóm Rạch, before 1990")]
)
def test_before_a_year_says_when_by_itself(tmp_path: Path, path: str, said: str) -> None:
    village = """
        kind: ấp
        name: Nam Bắc Thành
        updated: 1/1/2026
        former_names: [{name: Rạch, kind: xóm, until: trước 1990}]
    """
    road = "[{id: a, name: A, former_names: [{name: Đất, until: trước 2010}]}]"
    files = {"nam-bac-thanh/village.yml": village, "nam-bac-thanh/roads.yml": road}
    page = parse(pages(tmp_path, files)[path])
    assert said in [words(node) for node in page.css(".vs-facts dd")]
    told = page.html or ""
    assert "đến hết trước" not in told
    assert "until before" not in told


def test_contacts_can_be_called_and_an_ended_term_says_so(tree: LexborHTMLParser) -> None:
    first, second = tree.css(".vs-contact")
    assert words(one(first, ".vs-role")) == "Trưởng thôn"
    assert one(first, ".vs-call").attributes["href"] == "tel:+84912345678"
    assert words(one(first, ".vs-call")) == "Gọi 0912 345 678"
    assert "Nhiệm kỳ từ tháng 1/2025, đến hết tháng 6/2027" in words(first)
    assert words(one(second, ".vs-over")).startswith("Nhiệm kỳ đã hết (tháng 5/2026)")
    emergency = [node.attributes["href"] for node in tree.css(".vs-emergency a")]
    assert emergency == ["tel:115", "tel:114", "tel:113", "tel:112", "tel:111"]


@pytest.mark.parametrize(("day", "over"), [("2026-05-31", 0), ("2026-06-01", 1), ("2027-07-01", 2)])
def test_a_term_ends_with_its_last_day(tmp_path: Path, day: str, over: int) -> None:
    page = pages(tmp_path, RICH, dt.date.fromisoformat(day))[PATH]
    assert len(parse(page).css(".vs-over")) == over


def test_criteria_at_a_glance_say_their_state_in_words(tree: LexborHTMLParser) -> None:
    board = one(tree, ".vs-board")
    assert [words(node) for node in board.css("li")] == [
        "1 Nhà ở: đạt",
        "2 Vườn hộ: chưa đạt",
        "3 Hàng rào: đang thực hiện",
        "4 Đường: chưa chấm",
    ]
    states = ["vs-met", "vs-not-met", "vs-in-progress", "vs-not-assessed"]
    assert [node.attributes["class"] for node in board.css("li")] == states


def test_criteria_in_full_and_over_the_years(tree: LexborHTMLParser) -> None:
    standing, whole = tree.css(".vs-standing")
    assert words(one(standing, ".vs-verdict")) == "Đạt 1 trên 4 tiêu chí (tháng 1/2026)"
    summaries = [words(node) for node in standing.css("details > summary")]
    assert summaries == ["Xem từng tiêu chí", "Lần trước: Đạt 1 trên 4 tiêu chí (năm 2021)"]
    rows = [words(node) for node in standing.css("details")[0].css(".vs-criteria > li")]
    assert rows[0] == "1. Nhà ở: đạt Hiện có: 97 % Minh chứng: Biên bản"
    assert rows[1] == "2. Vườn hộ: chưa đạt Yêu cầu: 80 % hàng rào"
    facts = words(one(standing, ".vs-set-facts"))
    assert facts.startswith(
        "Bộ tiêu chí khu dân cư kiểu mẫu; Tỉnh Hà Tĩnh ban hành; Quyết định 1, ký tháng 8/2014."
    )
    assert words(one(whole, ".vs-verdict")) == "Đạt cả bộ tiêu chí (giữa năm 2024)"


def test_only_a_set_nobody_checked_is_labelled(tree: LexborHTMLParser) -> None:
    headings = [words(node) for node in tree.css(".vs-standing > h3")]
    assert headings == ["Kiểu mẫu chưa đối chiếu văn bản gốc", "Bộ tiêu chí thông minh"]


def test_groups_and_roads_stand_in_vietnamese_order(tree: LexborHTMLParser) -> None:
    groups = [words(node) for node in tree.css("#to-nhom h3")]
    assert groups == ["Tổ liên gia 2", "Tổ liên gia 10"]
    roads = [words(node) for node in tree.css("#duong h3")]
    assert roads == ["Đường An", "Đường Trục thôn 2", "Đường Trục thôn 10"]


def test_a_road_says_what_is_known_and_leads_to_its_plate(tree: LexborHTMLParser) -> None:
    assert words(one(tree, "#duong-truc-2")) == (
        "Đường Trục thôn 2 dài khoảng 850 m · mặt đường bê tông Từ cổng chào đến sân bóng "
        "Trông nom: Hội Phụ nữ Thuộc tổ liên gia 2 Tháng 5/2026 (nguồn 1)"
    )
    photo = one(tree, "#duong-truc-2 img").attributes
    assert (photo["src"], photo["alt"]) == (
        "../../thon/nam-bac-thanh/anh/nho/duong.jpg",
        "Đường giữa hai hàng cau",
    )
    assert one(tree, "#duong-truc-2 h3 a").attributes["href"] == f"../../Q/{CODE}/"
    assert tree.css("#duong-an a") == []
    assert words(one(tree, "#duong-an")) == "Đường An"


def test_houses_are_counted_and_never_listed(page: Page, tree: LexborHTMLParser) -> None:
    assert "Có 2 nhà mang mã riêng" in words(one(tree, "#duong"))
    assert "nha-1" not in page.html


def test_sample_data_is_said_once_above_or_beside_the_record(tree: LexborHTMLParser) -> None:
    assert [words(node) for node in tree.css("#to-nhom .vs-sample")] == ["Dữ liệu minh hoạ"]
    assert words(one(tree, "#to-nhom > .vs-sample")) == "Dữ liệu minh hoạ"
    assert words(one(tree, "#duong-truc-10 .vs-sample")) == "Dữ liệu minh hoạ"
    assert len(tree.css("#duong .vs-sample")) == 1


def test_history_runs_along_time_as_exactly_as_is_known(tree: LexborHTMLParser) -> None:
    assert [words(node) for node in tree.css(".vs-timeline > li")] == [
        "Trước năm 2019 Nhập ba xóm chưa xác nhận",
        "Giữa năm 2021 Được công nhận",
        "15/04/2022 – 30/05/2022 Chiến dịch (nguồn 1)",
    ]
    assert [node.attributes["datetime"] for node in tree.css("time")] == ["2022-04-15"]


def test_a_number_keeps_its_words_unit_date_and_source(tree: LexborHTMLParser) -> None:
    assert [words(node) for node in tree.css(".vs-figures dd")] == [
        "hơn 90 % (năm 2024) (nguồn 1) chưa xác nhận",
        "245 hộ (chưa rõ thời điểm)",
    ]


def test_sources_are_listed_once_and_every_number_leads_to_one(tree: LexborHTMLParser) -> None:
    entries = {node.id: words(node) for node in tree.css(".vs-sources > li")}
    assert entries == {"nguon-1": "Bài báo về hai thôn, Báo tỉnh, năm 2024", "nguon-2": "Lời kể của bà con"}
    cited = {(node.attributes["href"] or "").removeprefix("#") for node in tree.css(".vs-cite a")}
    assert cited == set(entries)


def test_every_section_leads_to_its_own_file(tree: LexborHTMLParser) -> None:
    files = {
        section.id: node.attributes["href"]
        for section in tree.css("section")
        for node in section.css("a[rel=edit]")
    }
    folder = "https://edit.example/villages/nam-bac-thanh"
    assert files == {
        "lien-he": f"{folder}/contacts.yml",
        "gioi-thieu": f"{folder}/village.yml",
        "danh-hieu": f"{folder}/recognitions.yml",
        "tieu-chi": f"{folder}/criteria.yml",
        "to-nhom": f"{folder}/groups.yml",
        "duong": f"{folder}/roads.yml",
        "lich-su": f"{folder}/history.yml",
        "so-lieu": f"{folder}/village.yml",
    }


def test_date_of_update_and_where_to_report(tree: LexborHTMLParser) -> None:
    foot = words(one(tree, ".vs-foot"))
    assert foot == (
        "Thông tin cập nhật 20/11/2026. Thấy chỗ sai hoặc thiếu? Báo cho Bộ phận một cửa, UBND xã Cẩm Bình, "
        "không cần tài khoản."
    )


def test_a_village_with_only_a_name_looks_finished(tmp_path: Path) -> None:
    page = pages(tmp_path, {"trong/village.yml": "{kind: thôn, name: Trống}"})["thon/trong/index.md"]
    tree = parse(page)
    assert [anchor for anchor, _ in page.sections] == ["lien-he", "an-toan"]
    assert page.parent == "xa/index.md"
    assert page.updated is None
    assert words(one(tree, ".vs-where")).startswith("Chưa có thông tin thôn thuộc xã nào.")
    assert "Chưa có thông tin nên gọi ai" in words(one(tree, "#lien-he"))
    assert len(tree.css(".vs-emergency a")) == 5
    assert "Chưa có thông tin về ngày cập nhật." in words(one(tree, ".vs-foot"))
    assert tree.css("dl, ul:empty, ol:empty, p:empty, h2:empty") == []
    assert "None" not in page.html


def test_without_a_place_to_edit_there_are_no_links_to_it(tmp_path: Path) -> None:
    made = list(compose(atlas(tmp_path)))
    assert all('rel="edit"' not in page.html for page in made)
