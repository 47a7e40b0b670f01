"""Opinions: what waits, how fast answers come, what stands on the pages, what an editor is told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.pages.support import one, pages, parse, words
from tests.support import DAY, atlas, codes_of, data_folder
from village_site.model.opinions import OPINIONS, Opinion, State, Subject
from village_site.pages import Page
from village_site.reckon.opinions import standing
from village_site.site import examine

V = "nam-bac-thanh"
FILE = f"{V}/y-kien.yml"


def typed(name: str, date: str, about: str = "đường sá", state: str = "đã tiếp nhận", more: str = "") -> str:
    return (
        f"- {{mã riêng: {name}, ngày: {date}, ghi nhận ở: Họp chi bộ, về: '{about}', "
        f"ý kiến: Việc {name}, tình trạng: {state}{more}}}\n"
    )


def answered(name: str, date: str, day: str, about: str = "đường sá") -> str:
    return typed(name, date, about, "đã trả lời", f", trả lời: Xong {name}, ngày trả lời: {day}")


def opinions(tmp_path: Path, text: str) -> tuple[Opinion, ...]:
    return atlas(tmp_path, {FILE: text}).by_id[V].folder.of(OPINIONS)


def told(tmp_path: Path, text: str, file: str = FILE) -> list[tuple[str, int, int, str]]:
    _, problems = examine(data_folder(tmp_path, {file: text}), DAY)
    return [one for one in codes_of(problems) if one[3] != "no-code"]


MIXED = (
    answered("a", "1/3/2024", "11/3/2024")
    + answered("b", "1/2/2025", "1/2/2025", "sổ đỏ")
    + typed("c", "10/10/2026")
    + typed("d", "1/10/2026", state="đang giải quyết")
    + answered("e", "1/4/2025", "1/5/2025")
)


def test_an_opinion_is_read_in_either_language(tmp_path: Path) -> None:
    english = (
        "- {id: e, date: 2/5/2026, meeting: Họp, subject: land-certificates, summary: S, "
        "state: not-competent, answered: 3/5/2026, answer: Hỏi tỉnh}\n"
    )
    (read,) = opinions(tmp_path, english)
    assert (read.subject, read.state) == (Subject.LAND_CERTIFICATES, State.ELSEWHERE)
    assert not read.state.is_open


def test_who_waits_and_who_was_answered(tmp_path: Path) -> None:
    found = standing(opinions(tmp_path, MIXED), DAY)
    assert [(one.opinion.id, one.days) for one in found.open] == [("d", 51), ("c", 42)]
    assert [(one.opinion.id, one.days) for one in found.closed] == [("e", 30), ("b", 0), ("a", 10)]
    assert (found.total, found.since) == (5, 2024)
    assert (found.half_within, found.longest) == (10, 30)


def test_half_of_two_answers_is_the_faster_one(tmp_path: Path) -> None:
    two = answered("a", "1/3/2024", "11/3/2024") + answered("b", "1/3/2024", "31/3/2024")
    assert standing(opinions(tmp_path, two), DAY).half_within == 10


def test_days_that_are_not_known_are_not_made_up(tmp_path: Path) -> None:
    vague = typed("a", "3/2024") + answered("b", "2024", "11/3/2025") + answered("c", "1/2/2024", "3/2024")
    found = standing(opinions(tmp_path, vague), DAY)
    assert [one.days for one in (*found.open, *found.closed)] == [None, None, None]
    assert (found.half_within, found.longest) == (None, None)


def test_by_subject_and_by_year(tmp_path: Path) -> None:
    found = standing(opinions(tmp_path, MIXED), DAY)
    assert found.by_subject() == [(Subject.ROADS, 4, 2), (Subject.LAND_CERTIFICATES, 1, 0)]
    assert found.by_year() == [(2024, 1, 0), (2025, 2, 0), (2026, 2, 2)]


def test_no_field_is_for_a_person(tmp_path: Path) -> None:
    for name in ("họ tên", "người nói", "tên", "điện thoại"):
        text = typed("a", "1/3/2024", more=f", {name}: Mẫu")
        assert "unknown-field" in [code for *_, code in told(tmp_path, text)]


def list_page(tmp_path: Path, text: str = MIXED, more: dict[str, str] | None = None) -> LexborHTMLParser:
    return parse(pages(tmp_path, {FILE: text, **(more or {})})[f"thon/{V}/y-kien/index.md"])


def test_the_page_shows_open_ones_oldest_first(tmp_path: Path) -> None:
    tree = list_page(tmp_path)
    assert [node.attributes["id"] for node in tree.css("#con-cho li[id]")] == ["y-kien-d", "y-kien-c"]
    assert "đã chờ 51 ngày (tính đến 21/11/2026)" in words(one(tree, "#y-kien-d"))
    assert [node.attributes["id"] for node in tree.css("#da-tra-loi li[id]")] == [
        "y-kien-e",
        "y-kien-b",
        "y-kien-a",
    ]
    assert "(ngay trong ngày)" in words(one(tree, "#y-kien-b"))
    assert "(sau 10 ngày)" in words(one(tree, "#y-kien-a"))
    assert "Một nửa số câu trả lời có trong vòng 10 ngày, lâu nhất 30 ngày." in words(
        tree.css("p.vs-verdict")[0]
    )


def test_numbers_are_drawn_and_stand_in_tables(tmp_path: Path) -> None:
    tree = list_page(tmp_path)
    bars, years = tree.css("#con-so .vs-bars")
    assert [words(item) for item in bars.css("li")] == ["Đường sá 4 (2 còn chờ)", "Sổ đỏ 1"]
    assert [words(item) for item in years.css("li")] == ["2024 1", "2025 2", "2026 2 (2 còn chờ)"]
    rows = [[cell.text() for cell in row.css("th, td")] for row in tree.css("#con-so tbody tr")]
    assert rows[0] == ["Đường sá", "4", "2", "2"]
    assert rows[-1] == ["2026", "2", "0", "2"]


CONTACTS = f"{V}/lien-he.yml"
FORM = "https://forms.office.com/r/mau"


def test_how_to_send_one(tmp_path: Path) -> None:
    contacts = f"""
        - {{chức danh: Trưởng thôn, điện thoại: 0912345678, zalo: "https://zalo.me/84912345678"}}
        - {{chức danh: Công an, điện thoại: 113}}
        - {{chức danh: Phó thôn, điện thoại: 0912345679, nhiệm kỳ đến: 2020}}
        - {{chức danh: Mặt trận thôn, giờ làm việc: sáng thứ hai, mẫu góp ý: "{FORM}"}}
    """
    sending = one(list_page(tmp_path, more={CONTACTS: contacts}), "#gui-y-kien")
    text = words(sending)
    assert "Trưởng thôn" in text
    assert "Mặt trận thôn: sáng thứ hai" in text
    assert "Công an" not in text, "an emergency number is not for opinions"
    assert "Phó thôn" not in text, "nor somebody whose term is over"
    assert "Bộ phận một cửa, UBND xã Cẩm Bình" in text
    hrefs = {node.attributes["href"] for node in sending.css("a")}
    assert hrefs == {"tel:+84912345678", "https://zalo.me/84912345678", FORM}


@pytest.mark.parametrize(
    "address",
    [
        "http://forms.office.com/r/mau",
        "https://docs.google.com/spreadsheets/d/mau",
        "https://forms.office.com.evil.example/r/mau",
        "https://bieu-mau.example/gop-y",
    ],
)
def test_a_form_is_at_a_known_place(tmp_path: Path, address: str) -> None:
    text = f'- {{chức danh: Trưởng thôn, mẫu góp ý: "{address}"}}\n'
    ((_, line, _, code),) = told(tmp_path, text, CONTACTS)
    assert line == 1
    assert code in ("form-host", "url-not-secure", "url-look-alike")


def test_the_section_is_short_and_leads_on(tmp_path: Path) -> None:
    many = "".join(answered(f"x{day}", f"{day}/3/2024", f"{day}/4/2024") for day in range(1, 10))
    section = one(parse(pages(tmp_path, {FILE: many})[f"thon/{V}/index.md"]), "section#y-kien")
    assert [node.attributes["id"] for node in section.css("li[id]")] == [
        "y-kien-x9",
        "y-kien-x8",
        "y-kien-x7",
    ]
    hrefs = [node.attributes["href"] for node in section.css("p.vs-links a")]
    assert hrefs == ["../../thon/nam-bac-thanh/y-kien/", "../../thon/nam-bac-thanh/y-kien/#gui-y-kien"]


def test_a_commune_adds_up_its_villages_and_its_own(tmp_path: Path) -> None:
    found = pages(tmp_path, {FILE: MIXED, "_units/cam-binh/y-kien.yml": typed("rieng", "1/1/2023")})
    pair: list[Page] = [found["xa/cam-binh/index.md"], found["xa/cam-binh/y-kien/index.md"]]
    for page in pair:
        tree = parse(page)
        text = words(tree.css("p.vs-verdict")[0])
        assert text.startswith("Từ năm 2023 ghi nhận 6 ý kiến. Đã trả lời 3, còn chờ 3.")
        (row,) = tree.css("table.vs-table tbody tr")[:1]
        assert [words(cell) for cell in row.css("th, td")] == ["Thôn Nam Bắc Thành", "5", "2", "10 ngày"]
        assert [node.attributes["id"] for node in tree.css("li[id^=y-kien-]")] == ["y-kien-rieng"]


def test_an_answer_leads_to_its_document(tmp_path: Path) -> None:
    text = typed("a", "1/3/2024", state="đã trả lời", more=", ngày trả lời: 2/3/2024, văn bản: tb-1")
    papers = "- {mã riêng: tb-1, loại: thông báo, số: 1/TB, ngày: 2/3/2024, nơi ban hành: Xã, tên: Trả lời}\n"
    tree = list_page(tmp_path, text, {f"{V}/van-ban.yml": papers})
    (link,) = one(tree, "#y-kien-a").css("a")
    assert link.attributes["href"] == "../../../thon/nam-bac-thanh/van-ban/#van-ban-tb-1"
    assert link.text() == "Thông báo 1/TB"
    assert told(tmp_path / "x", text) == [("villages/nam-bac-thanh/y-kien.yml", 1, 146, "dangling-document")]


MISTAKES = [
    (answered("a", "2/3/2024", "1/3/2024"), "before-the-opinion"),
    (typed("a", "2/3/2024", more=", ngày chuyển: 1/3/2024"), "before-the-opinion"),
    (typed("a", "2/3/2024", more=", trả lời: Xong"), "open-but-answered"),
    (typed("a", "2/3/2024", state="đã trả lời", more=", trả lời: Xong"), "answered-no-date"),
    (typed("a", "2/3/2024", state="đã trả lời", more=", ngày trả lời: 3/3/2024"), "answered-no-answer"),
    (typed("a", "22/11/2026"), "not-yet"),
    (typed("a", "2/3/2024", "tiền điện"), "not-listed"),
    (typed("a", "2/3/2024", more=", chuyển đến: ông Tư"), "sensitive-name"),
    (typed("a", "2/3/2024", more=", chuyển đến: Xã").replace("Việc a", "Bà Năm bị bệnh"), "sensitive-health"),
]


@pytest.mark.parametrize(("text", "code"), MISTAKES)
def test_an_editor_is_told(tmp_path: Path, text: str, code: str) -> None:
    assert code in [found for *_, found in told(tmp_path, text)]


def test_words_on_what_concerns_all_are_no_words_on_a_person(tmp_path: Path) -> None:
    general = typed("a", "2/3/2024").replace(
        "Việc a", "Các hộ nghèo và trẻ em cuối xóm cần nước sạch; bệnh viện thì xa"
    )
    assert told(tmp_path, general) == []


def test_days_are_counted_to_the_day_of_the_build(tmp_path: Path) -> None:
    (waited,) = standing(opinions(tmp_path, typed("a", "1/3/2024")), dt.date(2024, 3, 31)).open
    assert waited.days == 30
