"""Calendar files of villages and communes, read back by a library that did not write them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.agenda.data import FILES
from tests.agenda.test_when import WHENS
from tests.privacy.support import NAME, PERSONAL, site_folder
from tests.support import DAY, atlas
from village_site.agenda import held
from village_site.agenda.recurrence import rule_of
from village_site.agenda.rules import EveryMonth, EveryMonthOn, EveryWeek, EveryYear
from village_site.exports.calendars import calendar_path, write_calendars
from village_site.exports.ical import Event, calendar
from village_site.lunar import LunarDate, to_solar
from village_site.privacy.leftovers import leftovers
from village_site.site import examine

VILLAGE, COMMUNE = "thon/nam-bac-thanh/su-kien.ics", "xa/cam-binh/su-kien.ics"
SEVEN = dt.timedelta(hours=7)


def files(tmp_path: Path, texts: dict[str, str] | None = None, day: dt.date = DAY) -> dict[str, bytes]:
    """The calendar files by their path below the site."""
    write_calendars(atlas(tmp_path, texts, day), tmp_path / "site")
    found = (tmp_path / "site").rglob("*.ics")
    return {path.relative_to(tmp_path / "site").as_posix(): path.read_bytes() for path in found}


def read(data: bytes) -> dict[str, Any]:
    """The events of a calendar file by their uid."""
    found = Calendar.from_ical(data)
    assert found.errors == []
    events: dict[str, Any] = {str(event["UID"]): event for event in found.walk("VEVENT")}
    assert len(events) == len(found.walk("VEVENT"))
    assert all(event.errors == [] for event in events.values())
    return events


def expanded(event: Any, until: dt.datetime = dt.datetime(2040, 1, 1)) -> list[dt.date]:
    """The days of an event by another's reading of its rule."""
    start = event["DTSTART"].dt
    timed = isinstance(start, dt.datetime)
    begin = start.replace(tzinfo=None) if timed else dt.datetime.combine(start, dt.time())
    rule = event["RRULE"].to_ical().decode()
    if timed and "UNTIL" in event["RRULE"]:  # the library wants both with a zone or both without
        (last,) = event["RRULE"]["UNTIL"]
        rule = rule.replace(f"{last:%Y%m%dT%H%M%SZ}", f"{last + SEVEN:%Y%m%dT%H%M%S}")
    skipped = (
        {one.dt.date() if timed else one.dt for one in event["EXDATE"].dts} if "EXDATE" in event else set()
    )
    times = rrulestr(rule, dtstart=begin).between(begin, until, inc=True)
    return [time.date() for time in times if time.date() not in skipped]


def test_a_festival_is_written_out_for_the_coming_years(tmp_path: Path) -> None:
    events = read(files(tmp_path, FILES)[VILLAGE])
    for year in range(2026, 2032):
        found = events[f"thon.nam-bac-thanh.ky-yen.{year}@lang.example"]
        start = to_solar(LunarDate(15, 6, False, year))
        assert found["DTSTART"].dt == start
        assert found["DTEND"].dt == start + dt.timedelta(days=2), "exclusive"
        assert found["LOCATION"] == "Đình Trung, thôn Nam Bắc Thành"
        assert found["DESCRIPTION"].splitlines() == [
            "Dữ liệu minh hoạ",
            "Rằm tháng 6 âm lịch",
            "Ngày đầu bắt đầu lúc 7 giờ",
            "Ai lo: Ban khánh tiết",
            "Cúng đình, đua ghe.",
            "Chiều hát bội.",
        ]
        assert found["URL"] == "https://lang.example/thon/nam-bac-thanh/su-kien/#su-kien-ky-yen"
    assert sum("ky-yen" in uid for uid in events) == 6


def test_what_comes_again_has_a_rule(tmp_path: Path) -> None:
    meeting = read(files(tmp_path, FILES)[VILLAGE])["thon.nam-bac-thanh.hop@lang.example"]
    assert meeting["DTSTART"].dt.replace(tzinfo=None) == dt.datetime(2026, 1, 3, 19, 30)
    assert meeting["DTSTART"].dt.utcoffset() == SEVEN
    assert meeting["DTEND"].dt - meeting["DTSTART"].dt == dt.timedelta(minutes=90)
    assert meeting["DTSTAMP"].dt.date() == dt.date(2026, 11, 12)
    days = expanded(meeting)
    assert (days[0], days[-1], len(days)) == (dt.date(2026, 1, 3), dt.date(2028, 6, 3), 29)
    assert dt.date(2027, 1, 2) in days
    assert not [day for day in days if (day.year, day.month) == (2027, 2)], "February is a pause"


def test_once_and_called_off(tmp_path: Path) -> None:
    events = read(files(tmp_path, FILES)[VILLAGE])
    vaccination = events["thon.nam-bac-thanh.tiem@lang.example"]
    assert (vaccination["DTSTART"].dt, vaccination["STATUS"]) == (dt.date(2026, 12, 5), "CANCELLED")
    assert "STATUS" not in events["thon.nam-bac-thanh.cu@lang.example"]


def test_a_commune_has_its_villages_by_name(tmp_path: Path) -> None:
    made = files(tmp_path, FILES)
    village, commune = read(made[VILLAGE]), read(made[COMMUNE])
    assert commune.keys() - village.keys() == {"xa.cam-binh.hoi@lang.example"}
    assert commune.keys() > village.keys()
    assert commune["thon.nam-bac-thanh.hop@lang.example"]["SUMMARY"] == "Họp thôn (thôn Nam Bắc Thành)"
    assert village["thon.nam-bac-thanh.hop@lang.example"]["SUMMARY"] == "Họp thôn"
    assert commune["xa.cam-binh.hoi@lang.example"]["SUMMARY"] == "Hội xã"
    assert expanded(commune["xa.cam-binh.hoi@lang.example"])[:2] == [
        dt.date(2026, 11, 20),
        dt.date(2027, 11, 20),
    ]


def test_a_pause_of_a_lunar_event_is_told(tmp_path: Path) -> None:
    text = "[{id: le, title: Lễ, kind: festival, when: 15/6 lunar, off: [2027]}]"
    events = read(files(tmp_path, {"nam-bac-thanh/calendar.yml": text})[VILLAGE])
    told = {uid.split("@")[0][-4:]: event.get("STATUS") for uid, event in events.items()}
    assert told == {"2027": "CANCELLED"} | dict.fromkeys(("2026", "2028", "2029", "2030", "2031"))


def test_every_moon_has_a_name_of_its_own_in_a_leap_month_too(tmp_path: Path) -> None:
    text = "[{id: ram, title: Rằm, kind: worship, when: rằm hằng tháng}]"
    made = files(tmp_path, {"nam-bac-thanh/calendar.yml": text}, dt.date(2025, 8, 1))
    moons = [uid for uid in read(made[VILLAGE]) if ".2025." in uid]
    assert {
        "thon.nam-bac-thanh.ram.2025.6@lang.example",
        "thon.nam-bac-thanh.ram.2025.6n@lang.example",
    } <= set(moons)
    assert len(moons) == 13


def test_moons_are_written_out_for_two_years(tmp_path: Path) -> None:
    text = "".join(
        f"- {{id: ram-{n}, title: Rằm, kind: worship, when: rằm hằng tháng}}\n" for n in range(300)
    )
    made = files(tmp_path, {"nam-bac-thanh/calendar.yml": text})
    years = set(re.findall(r"^DTSTART;VALUE=DATE:(\d{4})", made[VILLAGE].decode(), re.MULTILINE))
    assert years == {"2026", "2027"}
    assert len(made[VILLAGE]) < 3_000_000


def test_ids_with_hyphens_are_never_mistaken_for_each_other(tmp_path: Path) -> None:
    base = "{kind: thôn, name: A, memberships: [{unit: cam-binh}]}"
    event = "- {{id: {}, title: T, kind: other, when: 5/12/2026}}"
    texts = {"a/village.yml": base, "a-b/village.yml": base}
    texts |= {"a/calendar.yml": event.format("b-c"), "a-b/calendar.yml": event.format("c")}
    assert read(files(tmp_path, texts)[COMMUNE]).keys() == {
        "thon.a.b-c@lang.example",
        "thon.a-b.c@lang.example",
    }


def test_names_stay_and_bytes_too(tmp_path: Path) -> None:
    first = files(tmp_path / "a", FILES)
    assert first == files(tmp_path / "b", FILES)
    assert first == files(tmp_path / "c", FILES, dt.date(2026, 12, 30)), "all through a year"
    now, next_year = read(first[VILLAGE]), read(files(tmp_path / "d", FILES, dt.date(2027, 1, 2))[VILLAGE])
    assert now.keys() - next_year.keys() == {
        *("thon.nam-bac-thanh.ky-yen.2026@lang.example", "thon.nam-bac-thanh.tiem@lang.example"),
        "thon.nam-bac-thanh.cu@lang.example",
    }
    for uid in now.keys() & next_year.keys() - {
        "thon.nam-bac-thanh.hop@lang.example",
        "thon.nam-bac-thanh.tap@lang.example",
    }:
        assert now[uid] == next_year[uid]


def test_a_file_stays_when_its_last_event_goes(tmp_path: Path) -> None:
    made = files(tmp_path)
    assert made.keys() == {VILLAGE, COMMUNE}
    assert all(read(data) == {} for data in made.values())


def test_paths_stand_beside_the_pages(tmp_path: Path) -> None:
    data = atlas(tmp_path, FILES)
    assert [calendar_path(home) for home in data.homes] == [COMMUNE, VILLAGE]


def test_the_printed_domain_is_in_all_names(tmp_path: Path) -> None:
    site = "{schema: 1, name: A, publisher: B, report_to: C, codes: {base_url: 'HTTPS://LANG.EXAMPLE'}}"
    events = read(files(tmp_path, {**FILES, "_site.yml": site})[VILLAGE])
    assert all(uid.endswith("@lang.example") for uid in events)
    assert all(event["URL"].startswith("https://lang.example/thon/") for event in events.values())


@given(
    WHENS.filter(lambda when: isinstance(when, EveryYear | EveryMonth | EveryMonthOn | EveryWeek)),
    st.dates(dt.date(2024, 1, 1), dt.date(2028, 12, 31)),
)
def test_rules_are_read_as_we_mean_them(when: Any, first: dt.date) -> None:
    last = first + dt.timedelta(days=1500)
    ours = list(held(when, first, last))
    text = calendar("x", [Event("a", DAY, "x", ours[0], rule=rule_of(when))])
    (event,) = read(text.encode()).values()
    assert expanded(event, dt.datetime.combine(last, dt.time())) == ours


@pytest.mark.parametrize("start", [dt.date(2026, 1, 3), dt.datetime(2026, 1, 3, 5, 30)])
def test_the_last_day_of_a_rule_counts_at_any_hour(start: dt.date) -> None:
    days = [dt.date(2026, 1, day) for day in (3, 10, 17, 24, 31)]
    one = Event("a", DAY, "x", start, rule="FREQ=WEEKLY;BYDAY=SA", until=days[-1], skipped=(days[1],))
    (event,) = read(calendar("x", [one]).encode()).values()
    assert expanded(event) == [days[0], *days[2:]]


def test_a_withheld_name_is_found_across_the_lines_of_a_calendar(tmp_path: Path) -> None:
    folder = site_folder(tmp_path, {"households.yml": PERSONAL})
    found, _ = examine(folder, DAY)
    assert found is not None
    out = tmp_path / "site"
    out.mkdir()
    text = f"{'a' * 55} {NAME}"
    (out / "su-kien.ics").write_text(
        calendar("x", [Event("a", DAY, "x", DAY, text=text)]), "utf-8", newline=""
    )
    assert NAME not in (out / "su-kien.ics").read_text("utf-8"), "its words stand on two lines"
    assert {one.code for one in leftovers(found, out)} == {"trace-left"}
