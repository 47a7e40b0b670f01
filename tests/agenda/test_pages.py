"""Events on the pages of villages and communes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.agenda.data import COMMUNE, FILES
from tests.pages.support import one, pages, parse, words

VILLAGE, OWN = "thon/nam-bac-thanh/index.md", "thon/nam-bac-thanh/su-kien/index.md"
FOUND = [
    "thứ ba 24/11/2026 16/10 âm lịch Tập dưỡng sinh 5 giờ 30",
    "thứ bảy 05/12/2026 27/10 âm lịch Tiêm phòng cho trâu bò Đã huỷ",
    "thứ bảy 05/12/2026 27/10 âm lịch Họp thôn 19 giờ 30 – 21 giờ · Nhà văn hoá",
    "chủ nhật 18/07/2027 – thứ hai 19/07/2027 15/6 âm lịch Lễ kỳ yên 7 giờ · Đình Trung Dữ liệu minh hoạ",
]


def test_the_section_has_the_next_time_of_each(tmp_path: Path) -> None:
    section = one(parse(pages(tmp_path, FILES)[VILLAGE]), "section#su-kien")
    assert [words(item) for item in section.css(".vs-agenda > li")] == FOUND
    assert (
        one(section, "#su-kien-hop h3 a").attributes["href"]
        == "../../thon/nam-bac-thanh/su-kien/#su-kien-hop"
    )
    times = [time.attributes["datetime"] for time in section.css("#su-kien-ky-yen time")]
    assert times == ["2027-07-18", "2027-07-19"]
    links = [link.attributes["href"] for link in section.css("p > a")]
    assert links[:2] == ["../../thon/nam-bac-thanh/su-kien/", "../../thon/nam-bac-thanh/su-kien.ics"]


def test_no_more_than_five_stand_in_the_section(tmp_path: Path) -> None:
    many = "".join(f"- {{id: e-{n}, title: E {n}, kind: other, when: {n}/12/2026}}\n" for n in range(10, 20))
    section = one(parse(pages(tmp_path, {"nam-bac-thanh/calendar.yml": many})[VILLAGE]), "section#su-kien")
    assert [words(item) for item in section.css("h3")] == [f"E {n}" for n in range(10, 15)]


def test_what_is_over_says_so(tmp_path: Path) -> None:
    past = "[{id: a, title: Hội cũ, kind: festival, when: 20/11/2025}]"
    made = pages(tmp_path, {"nam-bac-thanh/calendar.yml": past})
    for path in (VILLAGE, OWN):
        assert "Chưa có việc nào sắp tới." in made[path].html
        assert "Hội cũ" not in made[path].html


def test_the_own_page_has_the_year_and_every_event(tmp_path: Path) -> None:
    tree = parse(pages(tmp_path, FILES)[OWN])
    months = {words(item): None for item in one(tree, "#cac-thang").css("h3")}
    assert list(months) == [
        f"Tháng {n}/{year}" for n, year in [(12, 2026), *((n, 2027) for n in range(1, 12))]
    ]
    lines = [words(item) for item in one(tree, "#cac-thang").css("li")]
    assert len(lines) == 14
    assert lines[3] == "thứ bảy 06/02/2027 1/1 âm lịch Họp thôn Nghỉ lần này"
    assert not [line for line in lines if "Tập dưỡng sinh" in line or "Hội thao" in line]
    assert words(one(tree, "#cac-thang a[href='#su-kien-ky-yen']")) == "Lễ kỳ yên"
    told = words(one(tree, "#tung-viec #su-kien-ky-yen"))
    assert told == (
        "Lễ kỳ yên Rằm tháng 6 âm lịch. Lần tới: chủ nhật 18/07/2027 – thứ hai 19/07/2027 (15/6 âm lịch) "
        "7 giờ · Đình Trung Lễ hội · Ai lo: Ban khánh tiết Dữ liệu minh hoạ Cúng đình, đua ghe. Chiều hát bội."
    )
    assert "Thứ ba và thứ sáu hằng tuần. Lần tới: thứ ba 24/11/2026" in words(one(tree, "#su-kien-tap"))
    assert words(one(tree, "#su-kien-hop")).endswith("Có đến hết tháng 6/2028. Nghỉ: tháng 2/2027")
    assert words(one(tree, ".vs-address")) == "https://lang.example/thon/nam-bac-thanh/su-kien.ics"
    above = one(tree, "a[href='../../../xa/cam-binh/su-kien/']")
    assert words(above) == "Lịch của xã Cẩm Bình"


def test_what_comes_every_moon_is_left_out_of_the_year(tmp_path: Path) -> None:
    text = "- {id: a, title: Rằm, kind: worship, when: rằm hằng tháng}\n- {id: b, title: Lễ, kind: worship, when: 15/8 âm lịch}"
    tree = parse(pages(tmp_path, {"nam-bac-thanh/calendar.yml": text})[OWN])
    assert [words(item) for item in tree.css("#cac-thang li a")] == ["Lễ"]
    assert "Rằm hằng tháng. Lần tới:" in words(one(tree, "#su-kien-a")).replace(" âm lịch", "")


def test_what_comes_every_month_is_left_out_of_a_full_year(tmp_path: Path) -> None:
    many = "".join(
        f"- {{id: e-{n}, title: E {n}, kind: other, when: ngày 5 hằng tháng}}\n" for n in range(300)
    )
    many += "- {id: le, title: Lễ, kind: festival, when: 5/12/2026}\n"
    made = pages(tmp_path, {"nam-bac-thanh/calendar.yml": many})[OWN]
    tree = parse(made)
    assert [words(item) for item in tree.css("#cac-thang li a")] == ["Lễ"]
    assert len(tree.css("#tung-viec li")) == 301
    assert len(made.html.encode()) < 200_000


def test_a_commune_has_its_villages_events_too(tmp_path: Path) -> None:
    made = pages(tmp_path, FILES)
    section = one(parse(made["xa/cam-binh/index.md"]), "section#su-kien")
    lines = [words(item) for item in section.css("li")]
    assert lines[0].startswith("thứ sáu 20/11/2026 – chủ nhật 22/11/2026")
    assert lines[0].endswith("Hội xã")
    assert "Tập dưỡng sinh (thôn Nam Bắc Thành)" in lines[1]
    own = parse(made["xa/cam-binh/su-kien/index.md"])
    assert own.css("#cac-thang a[href='../../../thon/nam-bac-thanh/su-kien/#su-kien-hop']")
    assert [words(item) for item in one(own, "#tung-viec").css("h3")] == ["Hội xã"]


def test_days_follow_the_day_of_the_build(tmp_path: Path) -> None:
    files = {"_units/cam-binh/calendar.yml": COMMUNE}
    later = pages(tmp_path, files, day=dt.date(2026, 11, 23))["xa/cam-binh/index.md"]
    times = [time.attributes["datetime"] for time in parse(later).css("#su-kien time")]
    assert times == ["2027-11-20", "2027-11-22"]


def test_no_text_becomes_markup(tmp_path: Path) -> None:
    text = "<b>x</b>"
    line = f"- {{id: a, title: {text}, kind: other, when: 5/12/2026, where: {text}, organiser: {text}, text: {text}}}"
    made = pages(tmp_path, {"nam-bac-thanh/calendar.yml": line})
    for path in (VILLAGE, OWN):
        assert text not in made[path].html
        assert "&lt;b&gt;x&lt;/b&gt;" in made[path].html


def test_contacts_can_be_taken_along(tmp_path: Path) -> None:
    contacts = "[{role: trưởng thôn, phone: 0912345678}]"
    tree = parse(pages(tmp_path / "a", {"nam-bac-thanh/contacts.yml": contacts})[VILLAGE])
    link = one(tree, "#lien-he .vs-take a")
    assert (words(link), link.attributes["href"]) == (
        "Lưu danh bạ (.vcf)",
        "../../thon/nam-bac-thanh/lien-he.vcf",
    )
    nobody = parse(pages(tmp_path / "b", {"nam-bac-thanh/contacts.yml": "[{role: trưởng thôn}]"})[VILLAGE])
    assert not nobody.css(".vs-take")
