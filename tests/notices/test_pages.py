"""Notices on the pages of a village and of its commune, and the loudspeaker's programme and log."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.notices.data import ENDS, FILES, FLOOD, LATER, VILLAGE
from tests.pages.support import one, pages, parse, words
from village_site.alerts import SCRIPT
from village_site.pages import Page

HOME = f"thon/{VILLAGE}/index.md"
LIST = f"thon/{VILLAGE}/thong-bao/index.md"
CAMPAIGN = """
    - id: dot
      name: Đợt mẫu
      since: 1/11/2026
      until: 30/11/2026
      items: [{id: a, name: Dọn đường, target: 5 hộ}]
"""
SLOTS = """
    - {days: [chủ nhật, thứ bảy], time: 7 giờ tối, minutes: 20, what: Ca nhạc, by: Đoàn thanh niên}
    - {days: [thứ hai, thứ ba, thứ tư, thứ sáu], time: 5h30, what: Tin của thôn}
    - {what: Kết quả đợt 2022, since: 15/4/2022, until: 30/5/2022}
"""
LOG = """
    - {date: 20/11/2026, time: 5h30, what: Tin sáng}
    - {date: 20/11/2026, time: 17h, what: Đọc thông báo, minutes: 10, notice: lu}
    - {date: 21/11/2026, what: Đọc tin bão, notice: cam-binh/bao-so-9}
    - {date: 1/11/2026, what: Tin cũ nhất}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    files = {
        **FILES,
        f"{VILLAGE}/campaigns.yml": CAMPAIGN,
        f"{VILLAGE}/programme.yml": SLOTS,
        f"{VILLAGE}/broadcasts.yml": LOG,
        "_units/cam-binh/campaigns.yml": CAMPAIGN,
        "_units/cam-binh/programme.yml": "- {time: 5h, minutes: 30, what: Tin của xã}",
    }
    return pages(tmp_path_factory.mktemp("news"), files)


def alerts(page: Page) -> list[str]:
    return [words(node.css("strong")[0]) for node in parse(page).css(".vs-alert")]


def test_urgent_notices_are_the_first_of_every_page_of_the_village(made: dict[str, Page]) -> None:
    of_village = [page for path, page in made.items() if path.startswith(f"thon/{VILLAGE}/")]
    of_village.append(made[f"thi-dua/{VILLAGE}/dot/index.md"])
    assert len(of_village) >= 4
    for page in of_village:
        assert alerts(page) == ["Bão số 9 vào bờ", "Lũ về trong đêm"], page.path
        before = str(page.html).partition("vs-alert")[0]
        assert "<p" not in before, page.path
        assert "<h1" not in before, page.path


def test_a_commune_has_its_own_and_others_none(made: dict[str, Page]) -> None:
    assert alerts(made["xa/cam-binh/index.md"]) == ["Bão số 9 vào bờ"]
    assert alerts(made["xa/cam-binh/thong-bao/index.md"]) == ["Bão số 9 vào bờ"]
    assert alerts(made["thi-dua/cam-binh/dot/index.md"]) == ["Bão số 9 vào bờ"]
    assert alerts(made["thon/thon-khac/index.md"]) == ["Bão số 9 vào bờ"]
    for path in ("xa/index.md", "don-vi/ha-tinh/index.md", "tieu-chi/index.md"):
        assert alerts(made[path]) == [], path
        assert "<script" not in made[path].html, path


def test_an_alert_says_when_and_carries_its_seconds(made: dict[str, Page]) -> None:
    coming, holds = parse(made[HOME]).css(".vs-alert")
    assert "hidden" in coming.attributes
    assert "hidden" not in holds.attributes
    assert holds.attributes["data-since"] == "2026-11-20T00:00+07:00"
    assert holds.attributes["data-until"] == ENDS
    assert (coming.attributes["data-since"], coming.attributes["data-until"]) == (
        "2026-11-22T08:00+07:00",
        "2026-11-24T23:59:59+07:00",
    )
    assert "Có hiệu lực đến 17:00 ngày 23/11/2026." in words(holds)
    assert words(one(holds, "[lang=en]")) == "Flood tonight"
    assert one(holds, "a").attributes["href"] == f"../../thon/{VILLAGE}/thong-bao/#thong-bao-lu"
    assert one(coming, "a").attributes["href"] == "../../xa/cam-binh/thong-bao/#thong-bao-bao-so-9"
    script = one(parse(made[HOME]), "script")
    assert script.attributes["src"] == f"../../{SCRIPT}"


def test_where_alerts_lead_the_notice_stands(made: dict[str, Page]) -> None:
    for path, name in ((LIST, "lu"), ("xa/cam-binh/thong-bao/index.md", "bao-so-9")):
        one(parse(made[path]), f"#thong-bao-{name}")


def titles(tree: LexborHTMLParser, css: str) -> list[str]:
    return [words(node) for node in tree.css(f"{css} h3")]


def test_the_section_has_what_holds_and_what_comes(made: dict[str, Page]) -> None:
    tree = parse(made[HOME])
    assert titles(tree, "#thong-bao") == [
        "Lũ về trong đêm",
        "Họp thôn",
        "Bão số 9 vào bờ",
        "Cắt điện để sửa trạm",
    ]
    text = words(one(tree, "#thong-bao"))
    assert "Khẩn: có hiệu lực đến 17:00 ngày 23/11/2026" in text
    assert "Thông báo của xã Cẩm Bình." in text
    assert "Xem tất cả thông báo (6)" in text
    links = [node.attributes["href"] for node in one(tree, "#thong-bao").css("p a")]
    assert f"../../thon/{VILLAGE}/thong-bao.xml" in links


def test_the_list_has_all_of_all(made: dict[str, Page]) -> None:
    tree = parse(made[LIST])
    assert [words(node) for node in tree.css("h2")] == ["Đang có hiệu lực", "Sắp có hiệu lực", "Thông báo cũ"]
    assert titles(tree, "section:last-of-type")[-2:] == ["Ra quân dọn đường", "Tiêm phòng chó"]
    flood = one(tree, "#thong-bao-lu")
    text = words(flood)
    assert "Mang theo áo mưa & đèn <pin>." in text
    assert "Ban phòng chống thiên tai, 20/11/2026" in text
    assert "Văn bản: Công điện 12/CĐ-UBND" in text
    assert "Cần hỏi, xin gặp: trưởng thôn: 0239 3892 689" in text
    assert [node.attributes["href"] for node in flood.css("a")] == [
        "tel:+842393892689",
        "https://lang.example/lu",
    ]
    assert "Đã hết hạn (có hiệu lực đến hết ngày 09/03/2026)" in words(one(tree, "#thong-bao-tiem-cho"))
    one(tree, "#thong-bao-cam-binh-bao-so-9")


def test_every_notice_can_be_read_out(made: dict[str, Page]) -> None:
    tree = parse(made[LIST])
    notices = tree.css(".vs-notices > li")
    assert len(notices) == 6
    for notice in notices:
        summary = one(notice, "details > summary")
        assert words(summary) == "Bài đọc loa"
        lines = [words(line) for line in notice.css(".vs-aloud p")]
        assert lines[0] == "Kính thưa bà con thôn Nam Bắc Thành."
        assert lines[-1] == "Xin cảm ơn bà con."
        assert not any(letter.isdigit() for line in lines for letter in line)
        assert "Đọc hết khoảng" in words(one(notice, "details > p"))


def test_the_programme_is_a_week_and_the_commune_is_in_it(made: dict[str, Page]) -> None:
    section = one(parse(made[HOME]), "#lich-phat-thanh")
    now, before = section.css("table")
    rows = [[words(cell) for cell in row.css("th, td")] for row in now.css("tbody tr")]
    assert rows == [
        ["Hằng ngày, 5 giờ", "Tin của xã (30 phút) Loa của xã Cẩm Bình"],
        ["Thứ hai đến thứ tư, thứ sáu, 5 giờ 30", "Tin của thôn"],
        ["Thứ bảy, chủ nhật, 19 giờ", "Ca nhạc (20 phút) Đoàn thanh niên"],
    ]
    assert "Kết quả đợt 2022" in words(before)


def test_the_log_is_newest_first_and_leads_to_what_was_read(made: dict[str, Page]) -> None:
    tree = parse(made[f"thon/{VILLAGE}/nhat-ky-phat-thanh/index.md"])
    assert [words(node.css("p")[1]).partition(" –")[0] for node in tree.css(".vs-list > li")] == [
        "Đọc tin bão",
        "Đọc thông báo",
        "Tin sáng",
        "Tin cũ nhất",
    ]
    assert [node.attributes["href"] for node in tree.css(".vs-list a")] == [
        "../../../xa/cam-binh/thong-bao/#thong-bao-bao-so-9",
        f"../../../thon/{VILLAGE}/thong-bao/#thong-bao-lu",
    ]


def test_a_village_with_old_notices_only_looks_finished(tmp_path: Path) -> None:
    old = LATER[LATER.index("    - id: tiem-cho") :]
    made = pages(tmp_path, {f"{VILLAGE}/notices.yml": old})
    assert alerts(made[HOME]) == []
    section = one(parse(made[HOME]), "#thong-bao")
    assert words(section).startswith("Thông báo Hôm nay không có thông báo nào đang có hiệu lực.")
    assert "Xem tất cả thông báo (1)" in words(section)


def test_a_made_up_alert_says_that_it_is(tmp_path: Path) -> None:
    typed = FLOOD.replace("vi: Lũ", "vi: 'Ví dụ: lũ").replace("đêm,", "đêm',") + "      illustrative: yes\n"
    made = pages(tmp_path, {f"{VILLAGE}/notices.yml": typed})
    alert = one(parse(made[HOME]), ".vs-alert")
    assert words(one(alert, "strong")) == "Ví dụ: lũ về trong đêm"
    assert "Dữ liệu minh hoạ, không phải thông báo thật." in words(alert)
