"""The campaign of 2022 in the sample: its targets are the notice's, all that is made up says so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from village_site.atlas import Atlas
from village_site.campaigns import Home, every, first_day, last_day, of_unit, standing, taking_part
from village_site.model.campaigns import PROGRESS, WEEKLY
from village_site.reports import papers
from village_site.values import quantity_text

VILLAGES = ("cam-trang", "hop-phat", "bong-giang-1", "van-giang-1", "van-giang-2")
# Item: the notice's target; what was done of it, made up, all villages and in their order. None: no part in it.
ITEMS = {
    "khu-dan-cu-kieu-mau": ("1 khu", 0, (0, None, None, None, None)),
    "vuon-sinh-thai": ("4 vườn", 4, (1, 1, 1, 1, None)),
    "chinh-trang-vuon": ("77 hộ", 77, (20, 18, 15, 14, 10)),
    "hang-rao-xanh": ("140 hộ", 140, (38, 34, 28, 24, 16)),
    "sua-cong": ("65 hộ", 62, (17, 14, 13, 9, 9)),
    "ho-lang": ("70 hộ", 63, (15, 16, 12, 12, 8)),
    "nha-ve-sinh": ("38 hộ", 30, (8, 7, 5, 6, 4)),
    "chuong-trai": ("50 hộ", 46, (13, 12, 8, 8, 5)),
}  # fmt: skip


@pytest.fixture
def home(atlas: Atlas) -> Home:
    """The only campaign of the sample."""
    (found,) = every(atlas)
    return found


def test_its_days_and_its_name(home: Home) -> None:
    campaign = home.campaign
    assert home.key == "duc-giang/cao-diem-2022"
    assert (first_day(campaign), last_day(campaign)) == (dt.date(2022, 4, 15), dt.date(2022, 5, 30))
    assert campaign.called is not None
    assert campaign.called.vi == "45 ngày"
    assert not campaign.confirmed
    assert [source.text for source in campaign.sources] == ["thong-bao-xa-2022"]


def test_targets_are_the_notice_s_and_the_split_adds_up(home: Home) -> None:
    told = {
        item.id: quantity_text(item.target.value, "vi").replace("\u00a0", " ") for item in home.campaign.items
    }
    assert told == {name: target for name, (target, _, _) in ITEMS.items()}
    for item in home.campaign.items:
        assert [source.text for source in item.sources] == ["thong-bao-xa-2022"]
        assert sum(part.target.value.number for part in item.villages) == item.target.value.number


def test_what_was_done_on_the_last_day(atlas: Atlas, home: Home) -> None:
    found = standing(atlas, home, dt.date(2022, 5, 30))
    assert found.days == 46
    assert found.villages == VILLAGES
    for item in found.items:
        _, total, by_village = ITEMS[item.item.id]
        assert item.share.done == total, item.item.id
        parts = [item.of(village) for village in VILLAGES]
        done = [int(part.share.done) if part is not None else None for part in parts]
        assert done == list(by_village), item.item.id
        for part in parts:
            if part is not None and part.groups:
                assert sum(one.share.done for one in part.groups) == part.share.done


def test_one_village_missed_one_friday(atlas: Atlas, home: Home) -> None:
    found = standing(atlas, home, dt.date(2022, 5, 30))
    due = [f"{week.due.day}/{week.due.month}" for week in found.weeks]
    assert due == ["15/4", "22/4", "29/4", "6/5", "13/5", "20/5", "27/5", "30/5"]
    missing = {f"{week.due.day}/{week.due.month}": week.missing for week in found.weeks if week.missing}
    assert missing == {"29/4": ("van-giang-1",)}
    assert found.weeks[2].iso == "2022-W17"


def test_all_that_is_made_up_says_so(atlas: Atlas, home: Home) -> None:
    campaign = home.campaign
    assert campaign.illustrative_parts is not None
    assert all(part.illustrative for item in campaign.items for part in item.villages)
    assert all(theme.illustrative for theme in campaign.themes)
    assert all(one.illustrative for one in campaign.help)
    for place in atlas.places:
        assert all(entry.illustrative for entry in place.folder.of(PROGRESS))
        assert all(report.illustrative for report in place.folder.of(WEEKLY))


def test_results_are_typed_as_a_list_and_as_a_table(atlas: Atlas) -> None:
    files = {
        place.id: {Path(entry.origin.file).name for entry in place.folder.of(PROGRESS)}
        for place in atlas.places
    }
    assert {village: names for village, names in files.items() if names} == {
        "cam-trang": {"ket-qua.yml"},
        "hop-phat": {"progress.yml"},
        "bong-giang-1": {"ket-qua.csv"},
        "van-giang-1": {"ket-qua.csv"},
        "van-giang-2": {"progress.yml"},
    }


def test_the_commune_of_today_shows_it(atlas: Atlas, home: Home) -> None:
    (commune,) = (one for one in atlas.communes if one.unit.id == "mai-hoa")
    assert [one.key for one in of_unit(atlas, commune.unit, commune.places)] == [home.key]
    assert [one.key for one in taking_part(atlas, atlas.by_id["cam-trang"])] == [home.key]
    assert taking_part(atlas, atlas.by_id["bong-giang-2"]) == ()


def test_the_report_of_week_17(atlas: Atlas) -> None:
    (found,) = papers(atlas, atlas.units["mai-hoa"], "2022-W17")
    assert found.office == ("UBND XÃ ĐỨC GIANG", "")
    assert found.period == "Tuần 17 năm 2022: từ 23/04/2022 đến hết 29/04/2022"
    assert found.notes == ("DỮ LIỆU MINH HOẠ, không phải báo cáo thật.", "Tên xã chưa được xác nhận.")
    assert found.told.reported == ("4/5 thôn đã gửi báo cáo tuần này.", "Chưa gửi: thôn Văn Giang 1.")
    # Hedges by 29/4: 38 + 28 + 28 + 20 + 16; gardens: 8 + 10 + 10 + 5 + 5. The other weeks' work had not begun.
    assert [line.done for line in found.lines] == [0, 0, 38, 130, 0, 0, 0, 0]
    assert [line.target for line in found.lines] == [1, 4, 77, 140, 65, 70, 38, 50]
