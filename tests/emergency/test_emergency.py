"""What stands on a village's emergency page, and what an editor is told about it."""

import datetime as dt
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.cards.sample import ROAD, register
from tests.pages.support import one, pages, parse, words
from tests.support import DAY, atlas, data_folder
from village_site.cards import Cards
from village_site.cards.emergency import emergency_page
from village_site.model.safety import SAFETY
from village_site.reckon.emergency import emergency, is_overdue
from village_site.site import examine
from village_site.values import parse_date

V = "nam-bac-thanh"
CONTACTS = {f"{V}/contacts.yml": "[{role: Trưởng thôn, phone: 0239 3000 001}, {role: Bí thư chi bộ}]"}
PLACES = {
    f"{V}/places.yml": """
        - {id: truong, kind: trường học, name: Trường tiểu học, also: [điểm sơ tán], capacity: 200 người}
        - {id: dinh, kind: di tích, name: Đình làng, also: [điểm sơ tán]}
        - {id: cho, kind: chợ, name: Chợ}
    """
}


def safety(text: str) -> dict[str, str]:
    return {f"{V}/safety.yml": text}


def told(tmp_path: Path, files: dict[str, str], day: dt.date = DAY) -> list[tuple[int, str, str]]:
    """Line, code and level of what is said about the safety file."""
    _, found = examine(data_folder(tmp_path, files), day)
    return [(p.line, p.code, str(p.level)) for p in found if p.file.endswith("safety.yml")]


def sheet(tmp_path: Path, files: dict[str, str] | None = None) -> LexborHTMLParser:
    """The village's emergency page."""
    found = atlas(tmp_path, files)
    return LexborHTMLParser(emergency_page(found, found.by_id[V]))


def numbers(page: LexborHTMLParser) -> list[str]:
    """Every number of the page that can be dialled, in order."""
    return [(node.attributes["href"] or "").removeprefix("tel:") for node in page.css("main [href^=tel]")]


def test_every_village_has_the_page_with_the_numbers_and_where_it_is(tmp_path: Path) -> None:
    page = sheet(tmp_path)
    assert numbers(page) == ["115", "114", "113", "112"]
    said = words(one(page, "#noi-gi"))
    assert "“Tôi gọi từ thôn Nam Bắc Thành, xã Cẩm Bình, tỉnh Hà Tĩnh.”" in said
    assert "báo cho Bộ phận một cửa, UBND xã Cẩm Bình" in words(one(page, "#goi-ai"))


def test_without_a_call_order_those_contacts_are_called_that_have_a_number(tmp_path: Path) -> None:
    page = sheet(tmp_path, CONTACTS)
    assert numbers(page)[4:] == ["+842393000001"]
    assert "Bí thư" not in words(one(page, "#goi-ai"))


def test_a_contact_without_any_number_is_better_than_none(tmp_path: Path) -> None:
    page = sheet(tmp_path, {f"{V}/contacts.yml": "[{role: Trưởng thôn}, {role: Bí thư chi bộ}]"})
    assert [words(node) for node in page.css("#goi-ai li")] == ["Trưởng thôn chưa có số điện thoại"]


def test_a_step_takes_its_number_from_the_contacts(tmp_path: Path) -> None:
    steps = "calls: [{who: Cứu hoả, phone: 114, when: cháy}, {who: trưởng thôn}]"
    files = {**CONTACTS, **safety(steps)}
    page = sheet(tmp_path, files)
    assert [words(node) for node in page.css("#goi-ai li")] == [
        "1. Cứu hoả: cháy 114",
        "2. Trưởng thôn 0239 3000 001",
    ]
    assert numbers(page)[4:] == ["114", "+842393000001"], "nobody stands there twice"
    changed = {**files, f"{V}/contacts.yml": "[{role: Trưởng thôn, phone: 0239 3000 002}]"}
    assert numbers(sheet(tmp_path, changed))[5:] == ["+842393000002"]


def test_a_step_may_name_an_office_of_the_commune(tmp_path: Path) -> None:
    units = """
        - {id: ha-tinh, kind: province, name: Hà Tĩnh}
        - {id: cam-thanh, kind: commune, name: Cẩm Thành, until: 30/06/2025}
        - id: cam-binh
          kind: commune
          name: Cẩm Bình
          memberships: [{unit: ha-tinh}]
          contacts: [{role: Trực ban, organisation: Công an xã, phone: 0239 3000 009}]
    """
    steps = 'calls: [{who: "Trực ban, công an xã"}]'
    page = sheet(tmp_path, {"_units/ha-tinh.yml": units, **safety(steps)})
    assert numbers(page)[4:] == ["+842393000009"]


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("{who: Trưởng thôn}", []),
        ("{who: Công an, phone: 113}", []),
        ("{who: Điện lực, phone: 1900 6769}", []),
        ("{who: Trưởng thông}", [(1, "safety-nobody", "warning")]),
        ("{who: Trưởng thôn, phone: 0239 3000 002}", [(1, "safety-number-of-contact", "error")]),
        ("{who: Bí thư chi bộ, phone: 0239 3000 002}", [(1, "safety-number-of-contact", "error")]),
        ("{who: Nhà văn hoá, phone: 0239 3000 001}", [(1, "safety-number-known", "error")]),
        ("{who: Tổ xung kích, phone: 0912 000 001}", [(1, "phone-mobile", "error")]),
    ],
)
def test_a_number_is_typed_in_one_place(tmp_path: Path, step: str, says: list[tuple[int, str, str]]) -> None:
    assert told(tmp_path, {**CONTACTS, **safety(f"calls: [{step}]")}) == says


def test_places_that_serve_as_shelter_are_there_without_being_typed_again(tmp_path: Path) -> None:
    points = "evacuation_points: [{name: Đê cao, way: đi xuồng}, {place: truong, when: bão}]"
    files = {**PLACES, **safety(points)}
    assert told(tmp_path, files) == []
    shown = [words(node) for node in sheet(tmp_path, files).css("#di-dau li")]
    assert shown == ["Đê cao Đường đi: đi xuồng", "Trường tiểu học, khi bão Chứa được 200 người", "Đình làng"]


def test_what_a_place_says_itself_is_not_said_twice(tmp_path: Path) -> None:
    points = """
        evacuation_points:
          - {place: truong, name: Trường}
          - {place: truong, location: "18.25, 105.98"}
          - {way: đi xuồng}
          - {place: truongg}
    """
    found = told(tmp_path, {**PLACES, **safety(points)})
    assert found == [
        (2, "safety-point-twice", "error"),
        (3, "safety-point-twice", "error"),
        (4, "safety-point-nameless", "error"),
        (5, "dangling-place", "error"),
    ]


def test_a_check_of_more_than_a_year_ago_is_told_to_editors_and_readers(tmp_path: Path) -> None:
    fire = """
        fire_points:
          - {what: Bình, where: Nhà văn hoá, checked: 20/11/2025}
          - {what: Bơm, where: Bến, checked: 21/11/2025}
          - {what: Kẻng, where: Cầu}
          - {what: Vòi, where: Bến, checked: 2027}
        reviews:
          - {date: 2023, result: Tốt}
          - {date: 10/2025, subject: Phòng cháy}
    """
    assert told(tmp_path, safety(fire)) == [
        (2, "safety-check-overdue", "warning"),
        (4, "safety-never-checked", "warning"),
        (5, "safety-in-future", "warning"),
        (8, "safety-review-overdue", "warning"),
    ]
    tree = sheet(tmp_path, safety(fire))
    assert [words(node) for node in tree.css("#chua-chay li p:last-child")] == [
        "Đã hơn một năm chưa kiểm tra (lần cuối: 20/11/2025).",
        "Kiểm tra lần cuối: 21/11/2025.",
        "Chưa rõ kiểm tra lần cuối khi nào.",
        "Kiểm tra lần cuối: năm 2027.",
    ]
    assert [words(node) for node in tree.css("#danh-gia li")] == [
        "Tháng 10/2025: Phòng cháy Lần đánh giá gần nhất đã hơn một năm.",
        "Năm 2023. Tốt",
    ]


@pytest.mark.parametrize(
    ("date", "day", "overdue"),
    [
        ("28/02/2027", dt.date(2028, 2, 29), False),
        ("27/02/2027", dt.date(2028, 2, 29), True),
        ("2025", DAY, False),
        ("2024", DAY, True),
        ("sau 2020", DAY, False),
    ],
)
def test_a_year_has_gone_by_only_when_it_surely_has(date: str, day: dt.date, overdue: bool) -> None:
    assert is_overdue(parse_date(date), day) is overdue


def test_flood_levels_say_what_to_do_and_when_it_was(tmp_path: Path) -> None:
    levels = "flood_levels: [{mark: chân cầu, level: '1,5', means: Lộ ngập, action: Đi ngay, reached: [10/2020, 2010]}]"
    tree = sheet(tmp_path, safety(levels))
    shown = words(one(tree, "#muc-nuoc li"))
    assert shown == "1,5 m ở chân cầu Lộ ngập Đi ngay Đã từng tới: tháng 10/2020, năm 2010."


def test_flood_levels_rise_mark_by_mark(tmp_path: Path) -> None:
    typed = (("chân cầu", 2), ("cống", 3), ("Chân cầu", "1,5"), ("cống", 1), ("chân cầu", 10))
    levels = ", ".join(f"{{mark: {mark}, level: '{level}'}}" for mark, level in typed)
    shown = words(one(sheet(tmp_path, safety(f"flood_levels: [{levels}]")), "#muc-nuoc ul"))
    assert shown == "1,5 m ở Chân cầu 2 m ở chân cầu 10 m ở chân cầu 1 m ở cống 3 m ở cống"


def test_the_village_page_shows_the_first_steps_and_leads_to_the_page(tmp_path: Path) -> None:
    steps = "calls: [{who: A, phone: 114}, {who: B, phone: 115}, {who: C, phone: 113}, {who: D, phone: 112}]"
    for files, count in (({}, 0), (safety(steps), 3)):
        section = one(parse(pages(tmp_path, files)[f"thon/{V}/index.md"]), "section#an-toan")
        assert len(section.css(".vs-order li")) == count
        assert one(section, "a.vs-go").attributes["href"] == f"../../thon/{V}/an-toan/"


def test_every_light_page_of_a_village_leads_there(tmp_path: Path) -> None:
    roads = {
        f"{V}/roads.yml": f"[{{id: r, code: {ROAD}, name: Ngõ}}]",
        **register([(ROAD, "road", f"{V}/r")]),
    }
    found = atlas(tmp_path, roads)
    cards = Cards(found)
    (html,) = [cards.page(coded) for coded in found.coded()]
    assert f'href="../../thon/{V}/an-toan/">Khi khẩn cấp' in html


def test_nobody_is_called_by_the_number_of_a_step_that_is_a_contacts(tmp_path: Path) -> None:
    found = atlas(tmp_path, {**CONTACTS, **safety("calls: [{who: Bí thư chi bộ, phone: 0239 3000 002}]")})
    place = found.by_id[V]
    (record,) = place.folder.of(SAFETY)
    assert [call.phone for call in emergency(found, place, record).calls] == [None]
