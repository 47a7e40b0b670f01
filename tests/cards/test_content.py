"""What stands on the card of each kind of record."""

from pathlib import Path

import pytest

from tests.cards.sample import (
    ALONE,
    BARE,
    GONE,
    GROUP,
    LANE,
    LOST,
    NUMBERED,
    ROAD,
    UNNUMBERED,
    VILLAGE,
    facts,
    files,
    page,
    plate,
    sample,
    words,
)
from village_site.atlas import Atlas
from village_site.cards import Cards, card_path
from village_site.cards.address import until
from village_site.values import parse_date

WHERE = "thôn Nam Bắc Thành, xã Cẩm Bình, tỉnh Hà Tĩnh"
BEFORE = "trước 7/2025: xã Cẩm Thành, huyện Cẩm Xuyên"
ONCE_CALLED = "tên cũ của thôn: xóm Năm (đến năm 2012)"


@pytest.fixture(name="found")
def _found(tmp_path: Path) -> Atlas:
    return sample(tmp_path)


@pytest.mark.parametrize(("date", "said"), [("2012", " (đến năm 2012)"), ("trước 1990", " (trước năm 1990)")])
def test_until_when_a_name_was_borne(date: str, said: str) -> None:
    assert until(parse_date(date)) == said


def test_the_address_of_a_numbered_house_comes_first(found: Atlas) -> None:
    html = page(found, NUMBERED)
    assert plate(html) == [
        "Bạn đang ở",
        "Số 12, Đường Trục thôn 2",
        "bên trái, cách đầu đường 120 m, gần nhà văn hoá",
        WHERE,
        BEFORE,
        ONCE_CALLED,
    ]
    assert words(html, "title") == f"Số 12, Đường Trục thôn 2, {WHERE}"


def test_a_house_without_a_number_is_known_by_its_place_on_the_road(found: Atlas) -> None:
    assert plate(page(found, UNNUMBERED))[1:4] == [
        "Nhà bên phải, cách đầu Ngõ Cây Gạo khoảng 120 m, gần giếng làng",
        "khoảng cách chưa xác nhận",
        WHERE,
    ]
    assert plate(page(found, BARE))[1:3] == ["Nhà trên Ngõ Cây Gạo", WHERE]


def test_a_house_leads_to_its_road_group_and_village(found: Atlas) -> None:
    html = page(found, NUMBERED)
    links = {node.text(): node.attributes["href"] for node in html.css("a:not([href^=tel]):not([href^=geo])")}
    assert links == {
        "Thôn Nam Bắc Thành · xã Cẩm Bình": "../../thon/nam-bac-thanh/",
        "Khi khẩn cấp: gọi ai, đi đâu": "../../thon/nam-bac-thanh/an-toan/",
        "Đường Trục thôn 2": f"../{ROAD}/",
        "Tổ liên gia 3": f"../{GROUP}/",
        "Xem trang của thôn Nam Bắc Thành": "../../thon/nam-bac-thanh/",
        "More in English": "../../en/thon/nam-bac-thanh/",
        "Google Maps": "https://www.google.com/maps/dir/?api=1&destination=18.2527,105.9811",
        "Apple Maps": "https://maps.apple.com/?daddr=18.2527,105.9811",
        "Quyền riêng tư: trang này đăng gì, rút lại thế nào": "../../quyen-rieng-tu/",
        "Tìm nơi khác": "../../tim/",
    }


def test_a_road_without_a_card_is_named_without_a_link(tmp_path: Path) -> None:
    roads = {"nam-bac-thanh/roads.yml": "[{id: truc-thon-2, name: Đường A}, {id: ngo, name: Ngõ B}]"}
    html = page(sample(tmp_path, roads), NUMBERED)
    assert facts(html)["Đường"] == "Đường A"
    assert [node.attributes["href"] for node in html.css("dd a")] == [f"../{GROUP}/"]


def test_emergency_numbers_come_before_other_contacts(found: Atlas) -> None:
    calls = [
        (node.attributes["href"], node.text()) for node in page(found, NUMBERED).css("main a[href^=tel]")
    ]
    assert calls[:3] == [("tel:115", "115 Cấp cứu"), ("tel:114", "114 Cứu hoả"), ("tel:113", "113 Công an")]
    assert calls[3] == ("tel:+84912345678", "Gọi trưởng thôn 0912 345 678")
    assert [href for href, _ in calls[4:]] == ["tel:+84912345678", "tel:+842393861234", "tel:112"]


def test_contacts_say_their_role_term_and_standing(found: Atlas) -> None:
    rows = [" ".join(row.text(separator=" ").split()) for row in page(found, NUMBERED).css("li:has(> div)")]
    assert rows == [
        "Trưởng thôn (minh hoạ) nhiệm kỳ từ năm 2025 đến tháng 6/2027 việc chung của thôn Gọi 0912 345 678",
        "Bí thư chi bộ , chi bộ thôn nhiệm kỳ từ năm 2025 chưa có số điện thoại",
        "UBND xã (chưa xác nhận) giờ hành chính Gọi 0239 3861 234",
        "Thiên tai, cứu nạn Gọi 112",
    ]


def test_an_abbreviated_role_keeps_its_capitals_and_emergency_numbers_are_no_first_contact(
    tmp_path: Path,
) -> None:
    contacts = {"nam-bac-thanh/contacts.yml": "[{role: Công an, phone: 113}]"}
    assert words(page(sample(tmp_path, contacts), NUMBERED), ".do") == "Gọi UBND xã 0239 3861 234"


@pytest.mark.parametrize(
    ("term", "shown"),
    [
        ("term_end: 2027", "nhiệm kỳ đến năm 2027"),
        ("term_start: 15/6/2025", "nhiệm kỳ từ 15/06/2025"),
    ],
)
def test_half_known_terms(tmp_path: Path, term: str, shown: str) -> None:
    contacts = {"nam-bac-thanh/contacts.yml": f"[{{role: Trưởng thôn, {term}}}]"}
    assert shown in words(page(sample(tmp_path, contacts), NUMBERED))


def test_the_way_leads_to_the_village_and_says_so(found: Atlas) -> None:
    for wanted, text in ((NUMBERED, "Chỉ đường đến thôn"), (VILLAGE, "Chỉ đường đến đây")):
        (way,) = page(found, wanted).css("a[href^=geo]")
        assert way.attributes["href"] == "geo:18.2527,105.9811?q=18.2527,105.9811"
        assert way.text() == text
    assert page(found, ALONE).css("a[href^=geo]") == []


def test_the_card_of_a_road(found: Atlas) -> None:
    html = page(found, ROAD)
    assert plate(html)[1:3] == ["Đường Trục thôn 2", WHERE]
    assert facts(html) == {
        "Từ": "Cổng chào",
        "Đến": "Nhà văn hoá",
        "Chiều dài": "850 m (tính đến tháng 1/2024) (chưa xác nhận)",
        "Chiều rộng": "5,5 m",
        "Mặt đường": "bê tông",
        "Làm năm": "giữa năm 2021",
        "Đèn đường": "có đèn",
        "Ai trông nom": "Chi hội phụ nữ",
        "Thuộc tổ": "Tổ liên gia 3",
        "Tên cũ": "Đường Ông Cả (đến năm 2021) (chưa xác nhận)",
    }
    assert "Vì sao có tên ấy Đường chính thứ hai của thôn." in words(html)
    assert "Nguồn Hai thôn về đích, Báo Hà Tĩnh, năm 2024 biên bản đo Xem" in words(html)


def test_the_card_of_a_group(found: Atlas) -> None:
    html = page(found, GROUP)
    assert plate(html)[1:3] == ["Tổ liên gia 3", WHERE]
    told = {"Phạm vi": "dọc Đường Trục thôn 2", "Số hộ": "khoảng 24 hộ", "Ai phụ trách": "Tổ trưởng"}
    assert facts(html) == told
    assert "Việc của tổ Giữ hàng rào xanh. Các đường của tổ Đường Trục thôn 2" in words(html)
    assert html.css_first(f'.rows a[href="../{ROAD}/"]') is not None


def test_the_card_of_a_village(found: Atlas) -> None:
    html = page(found, VILLAGE)
    assert plate(html)[1:] == ["Thôn Nam Bắc Thành", "xã Cẩm Bình, tỉnh Hà Tĩnh", BEFORE, ONCE_CALLED]
    assert words(html, ".note") == "Một phần là dữ liệu minh hoạ"
    told = "Tên ghép từ hai thôn. Dữ liệu minh hoạ: các đường và các hộ Thôn ở phía nam xã. Đường đến"
    assert told in words(html)
    assert facts(html)["Dùng điện thoại"] == "hơn 90 % (tính đến tháng 1/2024)"
    assert "Nguồn Hai thôn về đích, Báo Hà Tĩnh, năm 2024" in words(html)


def test_a_village_with_nothing_but_a_name(found: Atlas) -> None:
    html = page(found, ALONE)
    assert plate(html) == ["Bạn đang ở", "Tổ dân phố Liên Hà"]
    assert "Gọi ban biên tập 1900 6067" in words(html)
    assert "Bộ phận một cửa của xã" in words(html)
    assert "cập nhật" not in words(html, "footer")


def test_a_code_without_a_record_still_says_where_and_whom_to_call(found: Atlas) -> None:
    html = page(found, GONE)
    assert plate(html)[1:4] == [
        "Thông tin của biển này đang được cập nhật",
        f"Biển này thuộc {WHERE}",
        BEFORE,
    ]
    assert "Gọi trưởng thôn" in words(html)
    assert "Bộ phận một cửa, UBND xã Cẩm Bình" in words(html)
    assert f"This plate belongs to {WHERE}" in words(html, "section[lang=en]")


def test_a_code_whose_village_is_gone_leads_to_the_site(found: Atlas) -> None:
    html = page(found, LOST)
    assert plate(html) == [f"Biển {LOST[:4]}-{LOST[4:]}", "Thông tin của biển này đang được cập nhật"]
    assert words(html, "header a") == "Làng mẫu"
    assert [node.attributes["href"] for node in html.css("header a")] == ["../../"]
    assert "Gọi ban biên tập 1900 6067" in words(html)
    assert "Bộ phận một cửa của xã" in words(html)


def test_the_foot_names_code_date_and_domain_and_warns(found: Atlas) -> None:
    foot = words(page(found, NUMBERED), "footer")
    assert foot.startswith(f"Mã {NUMBERED[:4]}-{NUMBERED[4:]} · cập nhật 12/11/2026 ")
    assert "Trang thật ở lang.example." in foot
    assert "không bao giờ hỏi tiền, mật khẩu, OTP, số giấy tờ" in foot
    assert "cập nhật 20/11/2026" in words(page(found, LANE), "footer")


def test_mistakes_are_reported_to_the_commune(found: Atlas) -> None:
    told = "Thấy chỗ nào sai, mời bà con báo cho: Bộ phận một cửa, UBND xã Cẩm Bình. Chỉ cần đọc mã trên biển"
    assert told in words(page(found, NUMBERED))


def test_visitors_read_a_few_lines_of_english(found: Atlas) -> None:
    english = words(page(found, NUMBERED), "section[lang=en]")
    assert english.startswith(f"English You are at: No. 12, Đường Trục thôn 2, {WHERE}")
    assert "Ambulance 115 · Fire 114 · Police 113" in english
    assert "tell: One-stop desk of Cẩm Bình." in english
    assert "This page never asks for money" in english
    assert "near the village well" in words(page(found, UNNUMBERED), "section[lang=en]")


def test_every_code_has_a_card_that_names_it_and_nothing_is_none(found: Atlas) -> None:
    cards = Cards(found)
    for item in found.coded():
        html = cards.page(item)
        assert f"{item.code[:4]}-{item.code[4:]}" in html
        assert "None" not in html
        assert card_path(item.code) == f"Q/{item.code}/index.html"


def test_equal_data_gives_equal_cards_in_any_order(found: Atlas, tmp_path: Path) -> None:
    again = sample(tmp_path / "again")
    forwards, backwards = Cards(found), Cards(again)
    pages = {item.code: forwards.page(item) for item in found.coded()}
    assert pages == {item.code: backwards.page(item) for item in reversed(list(again.coded()))}
    assert len(pages) == 10


def test_houses_that_share_a_road_do_not_share_their_sources(tmp_path: Path) -> None:
    # What is told of houses is remembered by road and group.
    both = files()["nam-bac-thanh/households.yml"].replace("road: ngo", "road: truc-thon-2, group: to-3")
    both = both.replace("road: truc-thon-2, group: to-3\n", "road: truc-thon-2\n              group: to-3\n")
    found = sample(tmp_path, {"nam-bac-thanh/households.yml": both})
    cards = Cards(found)
    pages = {item.code: cards.page(item) for item in found.coded()}
    assert "khảo sát của thôn" in pages[NUMBERED]
    assert "khảo sát của thôn" not in pages[BARE]
    assert "Tổ liên gia 3" in pages[BARE]
