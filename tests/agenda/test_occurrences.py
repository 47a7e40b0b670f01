"""Events on their days, and what cannot be meant."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.agenda.data import FILES
from tests.support import DAY, atlas, data_folder
from village_site.agenda.occurrences import next_of, occurrences
from village_site.model.calendar import CALENDAR, CalendarEvent, EventKind
from village_site.problems import Level
from village_site.site import examine


def event(tmp_path: Path, fields: str) -> CalendarEvent:
    """One event with these fields beside its name."""
    files = {"nam-bac-thanh/su-kien.yml": f"- {{mã riêng: a, tên: A, loại: họp, {fields}}}"}
    return atlas(tmp_path, files).places[0].folder.of(CALENDAR)[0]


def next_day(tmp_path: Path, fields: str, day: dt.date = DAY) -> str | None:
    found = next_of(event(tmp_path, fields), day)
    return found.first.isoformat() if found is not None else None


def test_every_field_is_read(tmp_path: Path) -> None:
    found = atlas(tmp_path, FILES)
    festival, meeting, *_ = found.by_id["nam-bac-thanh"].folder.of(CALENDAR)
    assert (festival.title.vi, festival.kind, festival.days) == ("Lễ kỳ yên", EventKind.FESTIVAL, 2)
    assert (meeting.start, meeting.end) == (dt.time(19, 30), dt.time(21))
    (of_commune,) = found.communes[0].folder.of(CALENDAR)
    assert (of_commune.id, of_commune.days, of_commune.cancelled) == ("hoi", 3, False)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("khi nào: 05/12/2026", "2026-12-05"),
        ("khi nào: 21/11/2026", "2026-11-21"),
        ("khi nào: 20/11/2026", None),
        ("khi nào: 20/11/2026, số ngày: 2", "2026-11-20"),
        ("khi nào: 05/12/2126", "2126-12-05"),
        ("khi nào: 20/11 hằng năm", "2027-11-20"),
        ("khi nào: 20/11 hằng năm, số ngày: 2", "2026-11-20"),
        ("khi nào: 20/11 hằng năm, nghỉ: [2027, 2028]", "2029-11-20"),
        ("khi nào: 20/11 hằng năm, từ ngày: 2030", "2030-11-20"),
        ("khi nào: 20/11 hằng năm, đến ngày: 10/2027", None),
        ("khi nào: rằm tháng 6", "2027-07-18"),
        ("khi nào: 10/10 âm lịch", "2027-11-07"),
        ("khi nào: thứ bảy đầu tháng, nghỉ: 12/2026", "2027-01-02"),
        ("khi nào: thứ bảy đầu tháng, nghỉ: 12/2026, huỷ: có", "2026-12-05"),
        ("khi nào: hằng ngày", "2026-11-21"),
    ],
)
def test_the_next_time(tmp_path: Path, fields: str, expected: str | None) -> None:
    assert next_day(tmp_path, fields) == expected


def test_a_leap_month_does_not_hold_a_festival_twice(tmp_path: Path) -> None:
    """2025 had its sixth month twice, from 25 June and from 25 July."""
    yearly = event(tmp_path / "a", "khi nào: 20/6 âm lịch")
    leap = event(tmp_path / "b", "khi nào: 20/6 nhuận âm lịch")
    year = (dt.date(2025, 1, 29), dt.date(2026, 2, 16))
    assert [one.first.isoformat() for one in occurrences(yearly, *year)] == ["2025-07-14"]
    assert [one.first.isoformat() for one in occurrences(leap, *year)] == ["2025-08-13"]


def test_what_goes_on_is_found_on_its_second_day(tmp_path: Path) -> None:
    long = event(tmp_path, "khi nào: 20/11 hằng năm, số ngày: 3")
    (one,) = occurrences(long, dt.date(2026, 11, 22), dt.date(2026, 11, 25))
    assert (one.first, one.last) == (dt.date(2026, 11, 20), dt.date(2026, 11, 22))
    assert not list(occurrences(long, dt.date(2026, 11, 23), dt.date(2026, 11, 25)))


def test_pauses_and_cancelled_events_are_called_off(tmp_path: Path) -> None:
    meeting = event(tmp_path / "a", "khi nào: thứ bảy đầu tháng, nghỉ: [06/02/2027]")
    found = list(occurrences(meeting, dt.date(2027, 1, 1), dt.date(2027, 3, 31)))
    assert [one.called_off for one in found] == [False, True, False]
    off = event(tmp_path / "b", "khi nào: thứ bảy đầu tháng, huỷ: có")
    assert all(one.called_off for one in occurrences(off, dt.date(2027, 1, 1), dt.date(2027, 3, 31)))


@pytest.mark.parametrize(
    ("fields", "code", "at"),
    [
        ("khi nào: 05/12/2026, đến giờ: 9 giờ", "calendar-end-without-start", "9 giờ"),
        ("khi nào: 05/12/2026, giờ: 20h, đến giờ: 1 giờ sáng", "calendar-ends-before-it-begins", "1 giờ"),
        ("khi nào: 05/12/2026, giờ: 20h, đến giờ: 20h", "calendar-ends-before-it-begins", "20h}"),
        ("khi nào: 05/12/2026, đến ngày: 07/12/2026", "calendar-once-span", "07/12"),
        ("khi nào: 15/1/2027 âm lịch, từ ngày: 2026", "calendar-once-span", "2026}"),
        ("khi nào: 05/12/2026, nghỉ: 05/12/2026", "calendar-once-span", "05/12/2026}"),
        ("khi nào: thứ bảy đầu tháng, nghỉ: 07/12/2026", "calendar-off-day", "07/12"),
        ("khi nào: thứ bảy đầu tháng, từ ngày: 10/12/2026, đến ngày: 20/12/2026", "calendar-never", "20/12"),
        ("khi nào: thứ bảy đầu tháng, từ ngày: 2027, đến ngày: 2026", "ends-before-it-begins", "2026}"),
        ("khi nào: 15/8", "when-which-calendar", "15/8"),
        ("số ngày: 2", "missing-field", "{"),
        ("khi nào: 05/12/2026, ngày: 15/8 âm lịch", "field-named-twice", "ngày:"),
        ("khi nào: 05/12/2026, giờ: 7", "clock-unreadable", "7}"),
        ("khi nào: 05/12/2026, số ngày: 90", "days-range", "90"),
        ("khi nào: 05/12/2026, địa điểm: cho", "dangling-place", "cho"),
    ],
)
def test_what_cannot_be_meant(tmp_path: Path, fields: str, code: str, at: str) -> None:
    line = f"- {{mã riêng: a, tên: A, loại: họp, {fields}}}"
    _, problems = examine(data_folder(tmp_path, {"nam-bac-thanh/su-kien.yml": line}), DAY)
    found = [one for one in problems if one.file.endswith("su-kien.yml")]
    assert [one.code for one in found] == [code]
    assert found[0].column in [place + 1 for place in range(len(line)) if line.startswith(at, place)]


def test_the_nearest_day_is_told_for_a_pause_that_is_none(tmp_path: Path) -> None:
    line = "- {id: a, title: A, kind: meeting, when: first Saturday of the month, off: [07/12/2026]}"
    _, problems = examine(data_folder(tmp_path, {"_units/cam-binh/calendar.yml": line}), DAY)
    (found,) = [one for one in problems if one.code == "calendar-off-day"]
    assert found.level is Level.WARNING
    assert found.params == {"found": "07/12/2026", "title": "A", "guess": "05/12/2026"}


def test_an_overnight_event_has_two_days(tmp_path: Path) -> None:
    line = (
        "- {mã riêng: a, tên: A, loại: họp, khi nào: 05/12/2026, số ngày: 2, giờ: 20h, đến giờ: 1 giờ sáng}"
    )
    _, problems = examine(data_folder(tmp_path, {"nam-bac-thanh/su-kien.yml": line}), DAY)
    assert not [one for one in problems if one.file.endswith("su-kien.yml")]


def test_an_id_names_one_event(tmp_path: Path) -> None:
    line = "- {mã riêng: a, tên: A, loại: họp, khi nào: 05/12/2026}\n"
    _, problems = examine(data_folder(tmp_path, {"nam-bac-thanh/su-kien.yml": line * 2}), DAY)
    assert "id-twice" in [one.code for one in problems]
