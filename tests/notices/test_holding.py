"""Which notices hold, for whom, and until when."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.notices.data import ENDS, FILES, VILLAGE, commune, full, village
from tests.support import atlas
from village_site.reckon.notices import (
    Announced,
    Part,
    State,
    aloud,
    any_in_force,
    in_force,
    notices_of,
    validity,
    validity_text,
)

TODAY = dt.date(2026, 11, 21)


def ids(found: tuple[Announced, ...]) -> list[str]:
    return [one.notice.id for one in found]


def test_a_village_hears_its_commune_and_a_commune_itself(tmp_path: Path) -> None:
    found = full(tmp_path)
    assert ids(notices_of(found, village(found))) == [
        "bao-so-9",
        "cat-dien",
        "lu",
        "hop-thon",
        "ra-quan",
        "tiem-cho",
    ]
    assert ids(notices_of(found, village(found, "thon-khac"))) == ["bao-so-9", "rieng"]
    assert ids(notices_of(found, commune(found))) == ["bao-so-9", "rieng"]


def test_only_urgent_ones_stand_on_top_those_to_come_too(tmp_path: Path) -> None:
    found = full(tmp_path)
    assert ids(in_force(found, village(found), TODAY)) == ["bao-so-9", "lu"]
    assert ids(in_force(found, commune(found), TODAY)) == ["bao-so-9"]
    assert ids(in_force(found, village(found), dt.date(2026, 11, 24))) == ["bao-so-9"]
    assert in_force(found, village(found), dt.date(2026, 11, 25)) == ()


@pytest.mark.parametrize(
    ("day", "lu", "bao"),
    [
        (dt.date(2026, 11, 19), State.COMING, State.COMING),
        (dt.date(2026, 11, 20), State.HOLDS, State.COMING),
        (dt.date(2026, 11, 22), State.HOLDS, State.HOLDS),
        (dt.date(2026, 11, 23), State.HOLDS, State.HOLDS),
        (dt.date(2026, 11, 24), State.OVER, State.HOLDS),
        (dt.date(2026, 11, 25), State.OVER, State.OVER),
    ],
)
def test_a_state_is_to_the_day(tmp_path: Path, day: dt.date, lu: State, bao: State) -> None:
    found = full(tmp_path)
    states = {one.notice.id: one.state(day) for one in notices_of(found, village(found))}
    assert (states["lu"], states["bao-so-9"]) == (lu, bao)


def test_without_an_end_it_grows_old(tmp_path: Path) -> None:
    found = full(tmp_path)
    meeting = next(one for one in notices_of(found, village(found)) if one.notice.id == "hop-thon")
    assert meeting.ends == dt.datetime(2027, 1, 9, 23, 59, 59)
    assert meeting.state(dt.date(2027, 1, 9)) is State.HOLDS
    assert meeting.state(dt.date(2027, 1, 10)) is State.OVER
    assert (validity(meeting.notice), validity_text(meeting.notice)) == ((), "")


@pytest.mark.parametrize("issued", ["trước 1000", "sau 2200", "khoảng 2026", "đầu 2022"])
def test_any_date_of_issue_can_be_reckoned_with(tmp_path: Path, issued: str) -> None:
    typed = f"- {{id: a, title: A b, text: C d, issued: {issued}}}"
    found = atlas(tmp_path, {f"{VILLAGE}/notices.yml": typed})
    (one,) = notices_of(found, village(found))
    assert one.begins <= one.ends


def test_the_words_say_it_with_vietnams_time(tmp_path: Path) -> None:
    found = full(tmp_path)
    known = {one.notice.id: one.notice for one in notices_of(found, village(found))}
    assert validity(known["lu"]) == (Part("có hiệu lực đến "), Part("17:00 ngày 23/11/2026", ENDS))
    assert validity_text(known["bao-so-9"]) == "có hiệu lực từ 8:00 ngày 22/11/2026 đến hết ngày 24/11/2026"
    assert validity(known["bao-so-9"])[-1].moment == "2026-11-24T23:59:59+07:00"
    assert validity_text(known["lu"], "en") == "in force until 17:00, 23 November 2026"


def test_who_answers_is_found_among_the_contacts(tmp_path: Path) -> None:
    found = full(tmp_path)
    known = {one.notice.id: one for one in notices_of(found, village(found))}
    phone = known["lu"].phone
    assert phone is not None
    assert phone.display == "0239 3892 689"
    assert known["bao-so-9"].phone is None


def test_what_is_read_out_has_no_figure_and_no_sign(tmp_path: Path) -> None:
    found = full(tmp_path)
    one = next(one for one in notices_of(found, village(found)) if one.notice.id == "lu")
    spoken = aloud(one, "thôn Nam Bắc Thành")
    assert "mười chín giờ" in spoken.text
    assert "mười bảy giờ ngày hai mươi ba tháng mười một năm hai nghìn không trăm hai mươi sáu" in spoken.text
    assert not any(sign.isdigit() or sign in "&<>/" for sign in spoken.text)
    assert spoken.text.startswith("Kính thưa bà con thôn Nam Bắc Thành.\nLũ về trong đêm.")
    assert spoken.seconds > 20


def test_nothing_is_looked_for_where_there_is_nothing(tmp_path: Path) -> None:
    found = atlas(tmp_path)
    assert notices_of(found, village(found)) == ()
    assert not any_in_force(found)
    assert any_in_force(atlas(tmp_path / "full", FILES))
