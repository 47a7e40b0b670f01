"""Former addresses, what is unsure, what is made up, and what search engines are told."""

from pathlib import Path

import pytest

from tests.cards.sample import (
    ALONE,
    GONE,
    GROUP,
    LANE,
    LOST,
    NUMBERED,
    ROAD,
    UNNUMBERED,
    VILLAGE,
    page,
    plate,
    sample,
    words,
)

NOINDEX = 'meta[name=robots][content="noindex"]'


def _village(memberships: str, more: str = "") -> dict[str, str]:
    text = f"{{kind: thôn, name: Nam Bắc Thành, code: {VILLAGE}, {more} memberships: [{memberships}]}}"
    return {"nam-bac-thanh/village.yml": text}


@pytest.mark.parametrize(
    ("until", "shown"),
    [
        ("30/06/2025", "trước 7/2025"),
        ("6/2025", "trước 7/2025"),
        ("31/12/2019", "trước năm 2020"),
        ("2019", "trước năm 2020"),
        ("trước 2020", "trước năm 2020"),
        ("14/3/2020", "trước 15/03/2020"),
        ("khoảng 2019", "đến khoảng năm 2019"),
        ("giữa 2019", "đến giữa năm 2019"),
    ],
)
def test_until_when_an_address_was_another(tmp_path: Path, until: str, shown: str) -> None:
    seats = f"{{unit: cam-thanh, until: {until}}}, {{unit: cam-binh, since: 01/07/2025}}"
    html = page(sample(tmp_path, _village(seats)), VILLAGE)
    assert plate(html)[3] == f"{shown}: xã Cẩm Thành, huyện Cẩm Xuyên"


def test_every_former_seat_is_named_the_last_one_first(tmp_path: Path) -> None:
    seats = "{unit: huyen, until: 2010}, {unit: cam-thanh, since: 2011, until: 30/06/2025}, {unit: cam-binh}"
    html = page(sample(tmp_path, _village(seats)), VILLAGE)
    assert plate(html)[3:] == [
        "trước 7/2025: xã Cẩm Thành, huyện Cẩm Xuyên",
        "trước năm 2011: huyện Cẩm Xuyên",
    ]


def test_units_above_are_said_where_they_changed(tmp_path: Path) -> None:
    units = {
        "_units/khac.yml": """
            - {id: nghe-tinh, kind: province, name: Nghệ Tĩnh}
            - {id: cam-cu, kind: commune, name: Cẩm Cũ, memberships: [{unit: nghe-tinh}]}
        """
    }
    seats = _village("{unit: cam-cu, until: 1991}, {unit: cam-binh}")
    html = page(sample(tmp_path, units | seats), VILLAGE)
    assert plate(html)[3] == "trước năm 1992: xã Cẩm Cũ, tỉnh Nghệ Tĩnh"


@pytest.mark.parametrize("doubt", ["certainty: likely", "certainty: unconfirmed", "confirmed: no"])
def test_an_unsure_membership_is_marked_on_every_card(tmp_path: Path, doubt: str) -> None:
    seats = f"{{unit: cam-thanh, until: 2024, {doubt}}}, {{unit: cam-binh, {doubt}}}"
    found = sample(tmp_path, _village(seats))
    for wanted in (VILLAGE, ROAD, NUMBERED, GONE):
        lines = plate(page(found, wanted))
        assert lines[-2].endswith("xã Cẩm Bình, tỉnh Hà Tĩnh (chưa xác nhận)")
        assert lines[-1] == "trước năm 2025: xã Cẩm Thành, huyện Cẩm Xuyên (chưa xác nhận)"


def test_a_sure_record_bears_no_mark(tmp_path: Path) -> None:
    html = page(sample(tmp_path), LANE)
    assert html.css(".note") == []
    assert html.css(".plate .mark") == []


def test_made_up_data_says_so_below_the_address(tmp_path: Path) -> None:
    html = page(sample(tmp_path), NUMBERED)
    below = html.css_first(".plate + *")
    assert below is not None
    assert below.text() == "Dữ liệu minh hoạ (làm mẫu)"


def test_all_of_a_made_up_or_unconfirmed_village_says_so(tmp_path: Path) -> None:
    found = sample(tmp_path, _village("{unit: cam-binh}", "illustrative: yes, confirmed: no,"))
    for wanted in (VILLAGE, GROUP, LANE, UNNUMBERED):
        notes = [note.text() for note in page(found, wanted).css(".note")]
        assert notes == ["Dữ liệu minh hoạ (làm mẫu)", "Thông tin chưa xác nhận"]


def test_an_unconfirmed_record_says_so(tmp_path: Path) -> None:
    roads = f"[{{id: truc-thon-2, name: A}}, {{id: ngo, code: {LANE}, name: Ngõ, confirmed: no}}]"
    found = sample(tmp_path, {"nam-bac-thanh/roads.yml": roads})
    assert words(page(found, LANE), ".note") == "Thông tin chưa xác nhận"


def test_search_engines_leave_out_houses_lost_codes_and_made_up_data(tmp_path: Path) -> None:
    found = sample(tmp_path)
    assert all(page(found, wanted).css(NOINDEX) for wanted in (NUMBERED, UNNUMBERED, GONE, LOST))
    assert not any(page(found, wanted).css(NOINDEX) for wanted in (VILLAGE, ROAD, GROUP, ALONE))
    made_up = sample(tmp_path / "made-up", _village("{unit: cam-binh}", "illustrative: yes,"))
    assert page(made_up, ROAD).css(NOINDEX)
