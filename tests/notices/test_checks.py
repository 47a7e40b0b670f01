"""What editors in a hurry get wrong, told at its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.notices.data import FILES, OTHER, VILLAGE, told
from tests.support import DAY, data_folder
from village_site.atlas import Atlas
from village_site.checks import check
from village_site.dataset import load
from village_site.problems import Level
from village_site.reckon import programme
from village_site.reckon.programme import NEIGHBOURS, Slot

NOTICE = f"{VILLAGE}/notices.yml"
OF_COMMUNE = "_units/cam-binh/notices.yml"
SLOTS = f"{VILLAGE}/programme.yml"
LOG = f"{VILLAGE}/broadcasts.yml"
HEAD = "- id: a\n  title: Ví dụ\n  text: Chữ\n  issued: 20/11/2026\n"


def test_good_ones_are_not_told_of(tmp_path: Path) -> None:
    assert told(tmp_path, FILES) == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("  urgency: khẩn\n", [(5, "notice-no-end")]),
        ("  urgency: khẩn\n  until: 21/12/2026\n", [(6, "notice-long")]),
        ("  urgency: khẩn\n  until: 17h ngày 19/12/2026\n", []),
        ("  until: 23/11/2025\n", [(5, "ends-before-it-begins")]),
        ("  since: 17h ngày 23/11/2026\n  until: 8h ngày 23/11/2026\n", [(6, "ends-before-it-begins")]),
        ("  since: 23/11/2026\n  until: 22/11/2026\n", [(6, "ends-before-it-begins")]),
        ("  since: 23/11/2026\n  until: 23/11/2026\n", []),
        ("  villages: [nam-bac-thanh]\n", [(5, "notice-names-villages")]),
        ("  until: tối mai\n", [(5, "moment-unreadable")]),
        ("  until: 25:00 ngày 23/11/2026\n", [(5, "clock-no-such-time")]),
        ("  until: 11/2026\n", [(5, "moment-full-day")]),
        ("  mức: gấp\n", [(5, "not-listed")]),
    ],
)
def test_a_notice(tmp_path: Path, more: str, found: list[tuple[int, str]]) -> None:
    assert told(tmp_path, {NOTICE: HEAD + more}) == [(NOTICE, line, code) for line, code in found]


def test_an_urgent_title_is_short_and_an_urgent_notice_ends_within_the_month(tmp_path: Path) -> None:
    urgent = HEAD + "  urgency: khẩn\n  until: 23/11/2026\n"
    assert told(tmp_path / "a", {NOTICE: urgent.replace("Ví dụ", "B" * 120)}) == []
    assert told(tmp_path / "b", {NOTICE: urgent.replace("Ví dụ", "B" * 121)}) == [
        (NOTICE, 2, "notice-title-long")
    ]
    both = "{vi: Bão, en: " + "S" * 121 + "}"
    assert told(tmp_path / "c", {NOTICE: urgent.replace("Ví dụ", both)}) == [(NOTICE, 2, "notice-title-long")]
    assert told(tmp_path / "d", {NOTICE: HEAD.replace("Ví dụ", "B" * 121)}) == []
    dataset, _ = load(data_folder(tmp_path / "e", {NOTICE: HEAD + "  urgency: khẩn\n  until: 21/12/2026\n"}))
    assert dataset is not None
    levels = [one.level for one in check(Atlas(dataset, DAY)) if one.code == "notice-long"]
    assert levels == [Level.ERROR]


@pytest.mark.parametrize(("title", "frightens"), [("Bão lớn", True), ("Ví dụ: bão lớn", False)])
def test_a_made_up_warning_says_so_first(tmp_path: Path, title: str, frightens: bool) -> None:
    typed = (
        HEAD.replace("Ví dụ", f'"{title}"') + "  until: 23/11/2026\n  urgency: khẩn\n  illustrative: yes\n"
    )
    assert told(tmp_path, {NOTICE: typed}) == ([(NOTICE, 2, "notice-sample-title")] if frightens else [])


def test_a_made_up_village_has_no_real_warning(tmp_path: Path) -> None:
    made_up = OTHER + "    illustrative: yes\n"
    typed = HEAD.replace("Ví dụ", "Bão lớn") + "  until: 23/11/2026\n  urgency: khẩn\n"
    files = {"thon-khac/village.yml": made_up, "thon-khac/notices.yml": typed}
    assert told(tmp_path, files) == [("thon-khac/notices.yml", 2, "notice-sample-title")]


def test_a_commune_names_its_own_villages(tmp_path: Path) -> None:
    far = OTHER.replace("cam-binh", "cam-thanh").replace("since: 01/07/2025", "until: 30/06/2025")
    files = {
        OF_COMMUNE: HEAD + "  villages: [nam-bac-thanh, thon-khac, thon-nao]\n",
        "thon-khac/village.yml": far,
    }
    found = [one for one in told(tmp_path, files) if one[0] == OF_COMMUNE]
    assert found == [
        (OF_COMMUNE, 5, "dangling-village"),
        (OF_COMMUNE, 5, "notice-village-elsewhere"),
    ]


@pytest.mark.parametrize("unit", ["ha-tinh", "cam-thanh"])
@pytest.mark.parametrize(
    ("file", "typed"),
    [
        ("notices", HEAD),
        ("programme", "- {what: Tin}"),
        ("broadcasts", "- {date: 20/11/2026, what: Tin}"),
    ],
)
def test_news_that_no_page_shows(tmp_path: Path, unit: str, file: str, typed: str) -> None:
    path = f"_units/{unit}/{file}.yml"
    assert told(tmp_path, {path: typed}) == [(path, 1, "news-nowhere")]


SLOT = "- {{days: [{days}], time: {time}, minutes: {minutes}, what: Tin}}\n"


@pytest.mark.parametrize(
    ("days", "time", "minutes", "meets"),
    [
        ("thứ hai", "5:10", 10, True),
        ("", "5:00", 1, True),
        ("thứ ba", "5:10", 10, False),
        ("thứ hai", "5:15", 10, False),
        ("thứ hai", "4:50", 10, False),
        ("thứ hai", "4:50", 11, True),
    ],
)
def test_the_loudspeaker_says_one_thing_at_a_time(
    tmp_path: Path, days: str, time: str, minutes: int, meets: bool
) -> None:
    first = SLOT.format(days="thứ hai", time="5h", minutes=15)
    typed = first + SLOT.format(days=days, time=time, minutes=minutes)
    assert told(tmp_path, {SLOTS: typed}) == ([(SLOTS, 2, "programme-overlap")] if meets else [])


def test_what_has_ended_meets_nothing_and_what_has_no_hour_neither(tmp_path: Path) -> None:
    typed = """
        - {time: 5h, what: Tin cũ, until: 2024}
        - {time: 5h, what: Tin, since: 2025}
        - {what: Việc khác}
    """
    assert told(tmp_path, {SLOTS: typed}) == []


def test_a_slot_is_told_of_once(tmp_path: Path) -> None:
    typed = "".join(SLOT.format(days="", time=f"5:{n:02}", minutes=50) for n in range(40))
    assert told(tmp_path, {SLOTS: typed}) == [(SLOTS, line, "programme-overlap") for line in range(2, 41)]


def test_thousands_of_slots_are_compared_with_their_neighbours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = 0
    real = programme._together

    def counting(one: Slot, two: Slot) -> bool:
        nonlocal compared
        compared += 1
        return real(one, two)

    monkeypatch.setattr(programme, "_together", counting)
    days = (dt.date(2000, 1, 1) + dt.timedelta(days=n) for n in range(400))
    typed = "".join(
        f"- {{time: 5h, what: Tin, since: {day:%d/%m/%Y}, until: {day:%d/%m/%Y}}}\n" for day in days
    )
    assert told(tmp_path, {SLOTS: typed}) == []
    assert compared <= 400 * 7 * NEIGHBOURS


def test_a_slot_of_the_commune_meets_the_villages_though_another_of_its_own_does(tmp_path: Path) -> None:
    files = {
        "_units/cam-binh/programme.yml": "- {time: 5h, minutes: 60, what: Tin}\n- {time: 5:30, what: Nhạc}",
        SLOTS: "- {time: 5:25, minutes: 10, since: 2026, what: Tin của thôn}",
    }
    assert told(tmp_path, files) == [
        ("_units/cam-binh/programme.yml", 2, "programme-overlap"),
        (SLOTS, 1, "programme-overlap"),
        (SLOTS, 1, "programme-overlap"),
    ]


def test_a_village_hears_its_communes_programme_as_well(tmp_path: Path) -> None:
    files = {
        "_units/cam-binh/programme.yml": "- {time: 5h, minutes: 30, what: Tin của xã}",
        SLOTS: "- {time: 5:20, what: Tin của thôn}",
        "thon-khac/village.yml": OTHER,
    }
    assert told(tmp_path, files) == [(SLOTS, 1, "programme-overlap")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("- {date: 22/11/2026, what: Tin}", [(1, "broadcast-in-future")]),
        ("- {date: 21/11/2026, what: Tin, notice: lu}", []),
        ("- {date: 21/11/2026, what: Tin, notice: cam-binh/bao-so-9}", []),
        ("- {date: 21/11/2026, what: Tin, notice: bao-so-9}", [(1, "dangling-notice")]),
        ("- {date: 21/11/2026, what: Tin, minutes: 5 giờ}", [(1, "wrong-unit")]),
        ("- {date: 21/11/2026, time: 25h, what: Tin}", [(1, "clock-no-such-time")]),
    ],
)
def test_the_log(tmp_path: Path, typed: str, found: list[tuple[int, str]]) -> None:
    assert told(tmp_path, {**FILES, LOG: typed}) == [(LOG, line, code) for line, code in found]


def test_the_log_may_be_a_table(tmp_path: Path) -> None:
    table = (
        "ngày,giờ,nội dung,bao lâu,thông báo\n20/11/2026,5h30,Đọc tin,10 phút,lu\n20/11/2026,,Nhạc,,lu-lut\n"
    )
    path = f"{VILLAGE}/broadcasts.csv"
    assert told(tmp_path, {**FILES, path: table}) == [(path, 3, "dangling-notice")]
