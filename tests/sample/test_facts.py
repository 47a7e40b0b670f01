"""The sample says what its sources say: the facts are written out here once more, by hand."""

from collections.abc import Mapping

import pytest

from village_site.atlas import Atlas
from village_site.model.common import Figure
from village_site.model.criteria import CRITERIA, Assessment
from village_site.model.history import HISTORY, RECOGNITIONS
from village_site.model.tallies import TALLIES, TARGETS
from village_site.model.units import UnitKind
from village_site.model.village import VillageKind
from village_site.values import date_text, quantity_text

CONFIRMED, UNCONFIRMED = "confirmed", "unconfirmed"
MAI_HOA = ("xã Mai Hoa, tỉnh Hà Tĩnh", "xã Đức Giang, huyện Vũ Quang, tỉnh Hà Tĩnh", UNCONFIRMED)

# Village: name, where it is today, where it was before July 2025, how sure that is.
VILLAGES: Mapping[str, tuple[str, str, str, str]] = {
    "nam-bac-thanh": (
        "thôn Nam Bắc Thành",
        "xã Cẩm Bình, tỉnh Hà Tĩnh",
        "xã Cẩm Thành, huyện Cẩm Xuyên, tỉnh Hà Tĩnh",
        CONFIRMED,
    ),
    "lien-ha": (
        "tổ dân phố Liên Hà",
        "phường Trần Phú, tỉnh Hà Tĩnh",
        "xã Thạch Hạ, thành phố Hà Tĩnh, tỉnh Hà Tĩnh",
        CONFIRMED,
    ),
    "cam-trang": ("thôn Cẩm Trang", *MAI_HOA),
    "hop-phat": ("thôn Hợp Phát", *MAI_HOA),
    "bong-giang-1": ("thôn Bồng Giang 1", *MAI_HOA),
    "bong-giang-2": ("thôn Bồng Giang 2", *MAI_HOA),
    "van-giang-1": ("thôn Văn Giang 1", *MAI_HOA),
    "van-giang-2": ("thôn Văn Giang 2", *MAI_HOA),
    "hoa-ich-lam": (
        "thôn Hoa Ích Lâm",
        "xã Đức Thịnh, tỉnh Hà Tĩnh",
        "xã Đức Lâm, huyện Đức Thọ, tỉnh Hà Tĩnh",
        CONFIRMED,
    ),
    "rach-mau": (
        "ấp Rạch Mẫu",
        "xã Trí Phải, tỉnh Cà Mau",
        "xã Trí Lực, huyện Thới Bình, tỉnh Cà Mau",
        CONFIRMED,
    ),
}

# Village or unit, a word of the figure's name, the figure, its date, its source, whether it is confirmed.
FIGURES = [
    ("nam-bac-thanh", "điện thoại thông minh", "hơn 90 %", "năm 2024", "bao-ha-tinh-2024", True),
    ("nam-bac-thanh", "Số thôn của tỉnh", "8 thôn", "sau tháng 6/2021", "bao-ha-tinh-2024", True),
    ("lien-ha", "Số thôn được xã", "3 thôn", "trước tháng 6/2023", "bao-ha-tinh-2024", True),
    ("duc-giang", "khu dân cư kiểu mẫu", "1 khu dân cư", "30/05/2022", "thong-bao-xa-2022", False),
    ("duc-giang", "vườn sinh thái", "4 vườn", "30/05/2022", "thong-bao-xa-2022", False),
    ("duc-giang", "chỉnh trang vườn", "77 hộ", "30/05/2022", "thong-bao-xa-2022", False),
    ("duc-giang", "hàng rào xanh", "140 hộ", "30/05/2022", "thong-bao-xa-2022", False),
    ("duc-giang", "sửa cổng", "65 hộ", "30/05/2022", "thong-bao-xa-2022", False),
    ("duc-giang", "hố lắng", "70 hộ", "30/05/2022", "thong-bao-xa-2022", False),
    ("duc-giang", "tự hoại", "38 hộ", "30/05/2022", "thong-bao-xa-2022", False),
    ("duc-giang", "chuồng trại", "50 hộ", "30/05/2022", "thong-bao-xa-2022", False),
    ("song-phuong", "Thôn làm mô hình", "4/4 thôn", "19/10/2022", "song-phuong-2022", True),
    ("song-phuong", "Tổ tự quản", "36 tổ", "19/10/2022", "song-phuong-2022", True),
    ("song-phuong", "từ 05/10 đến 19/10/2022", "15 ngày", "19/10/2022", "song-phuong-2022", True),
    ("song-phuong", "công nghệ số cộng đồng", "1 tổ", "tháng 10/2022", "song-phuong-2022", True),
    ("song-phuong", "Tổ hỗ trợ", "4 tổ", "tháng 10/2022", "song-phuong-2022", True),
]

# Unit, a word of the tally's name, its total, its date, its source, its parts.
TALLIED = [
    ("huyen-duc-tho", "họp chi bộ", "hơn 170 ý kiến", "năm 2017", "duc-tho-2017", {}),
    ("huyen-thoi-binh", "Xã đạt chuẩn", "11/11 xã", "năm 2024", "thoi-binh-2024", {}),
    ("huyen-thoi-binh", "Trường đạt chuẩn", "46/52 trường", "năm 2024", "thoi-binh-2024", {}),
    (
        *("huyen-thoi-binh", "mỗi xã một sản phẩm", "8 sản phẩm", "năm 2024", "thoi-binh-2024"),
        {"4 sao, cấp tỉnh": "1", "3 sao, cấp tỉnh": "4", "3 sao, cấp huyện": "3"},
    ),
    (
        *("huyen-thoi-binh", "Hợp tác xã", "30 hợp tác xã", "năm 2024", "thoi-binh-2024"),
        {"đã ngừng hoạt động": "7"},
    ),
]
# Unit, a word of the target's name, what was to be reached, by when.
AIMED = [
    ("huyen-thoi-binh", "Hồ sơ", "100 %", "năm 2025"),
    ("huyen-thoi-binh", "nâng cao", "ít nhất 5 xã", "năm 2025"),
]

# Village, when, until when, words of the title.
EVENTS = [
    ("nam-bac-thanh", "giữa năm 2021", None, "kiểu mẫu"),
    ("nam-bac-thanh", "sau tháng 6/2021", None, "Bắt đầu"),
    ("nam-bac-thanh", "giữa năm 2022", None, "chưa bền"),
    ("nam-bac-thanh", "giữa tháng 1/2024", None, "Hoàn thành"),
    ("lien-ha", "trước tháng 6/2023", None, "kiểu mẫu"),
    ("lien-ha", "tháng 6/2023", None, "Hoàn thành"),
    ("cam-trang", "15/04/2022", "30/05/2022", "45 ngày"),
    ("hop-phat", "15/04/2022", "30/05/2022", "đỡ đầu"),
    ("bong-giang-1", "15/04/2022", "30/05/2022", "loa thôn"),
    ("van-giang-1", "15/04/2022", "30/05/2022", "thứ sáu"),
    ("van-giang-2", "15/04/2022", "30/05/2022", "chủ đề"),
    ("hoa-ich-lam", "năm 2017", None, "họp chi bộ"),
]

KIEU_MAU, THONG_MINH = "ha-tinh-khu-dan-cu-kieu-mau", "ha-tinh-khu-dan-cu-thong-minh"
# Village, set, when, whether the whole set was met.
ASSESSED = [
    ("nam-bac-thanh", KIEU_MAU, "giữa năm 2021", True),
    ("nam-bac-thanh", THONG_MINH, "giữa năm 2022", False),
    ("nam-bac-thanh", THONG_MINH, "giữa tháng 1/2024", True),
    ("lien-ha", KIEU_MAU, "trước tháng 6/2023", True),
    ("lien-ha", THONG_MINH, "tháng 6/2023", True),
]

COMMUNES_TODAY = {
    "cam-binh": "xã Cẩm Bình, tỉnh Hà Tĩnh",
    "dan-phuong": "xã Đan Phượng, thành phố Hà Nội",
    "duc-thinh": "xã Đức Thịnh, tỉnh Hà Tĩnh",
    "mai-hoa": "xã Mai Hoa, tỉnh Hà Tĩnh",
    "tran-phu-ha-tinh": "phường Trần Phú, tỉnh Hà Tĩnh",
    "tri-phai": "xã Trí Phải, tỉnh Cà Mau",
}


@pytest.mark.parametrize(("village", "told"), VILLAGES.items(), ids=VILLAGES)
def test_where_villages_are_and_were(atlas: Atlas, village: str, told: tuple[str, str, str, str]) -> None:
    name, today, before, certainty = told
    place = atlas.by_id[village]
    assert place.name == name
    assert place.seat is not None
    assert ", ".join(unit.full_name for unit in place.seat.chain) == today
    former = [", ".join(unit.full_name for unit in seat.chain) for seat in place.former_seats]
    assert former == [before]
    for membership in place.village.memberships:
        assert membership.certainty.term.en == certainty
        assert membership.decision is None


def test_no_village_is_left_untold(atlas: Atlas) -> None:
    assert {place.id for place in atlas.places} == VILLAGES.keys()


def test_lien_ha_is_no_thon_any_more(atlas: Atlas) -> None:
    village = atlas.by_id["lien-ha"].village
    assert village.kind is VillageKind.TO_DAN_PHO
    assert [(old.kind, old.name, old.confirmed) for old in village.former_names] == [
        (VillageKind.THON, "Liên Hà", False)
    ]
    assert village.name_note is not None
    assert "chưa được xác nhận" in village.name_note.vi


def test_communes_of_today(atlas: Atlas) -> None:
    found = {
        commune.unit.id: ", ".join(unit.full_name for unit in commune.chain) for commune in atlas.communes
    }
    assert found == COMMUNES_TODAY
    for commune in atlas.communes:
        assert commune.unit.report_to is not None
        assert commune.unit.report_to.vi == f"Bộ phận một cửa, UBND {commune.unit.full_name}"
        assert commune.unit.updated is not None
    assert [ref.text for ref in atlas.units["dan-phuong"].formed_from] == ["song-phuong"]
    assert [ref.text for ref in atlas.units["tri-phai"].formed_from] == ["tri-luc"]


def test_districts_ended_with_june_2025(atlas: Atlas) -> None:
    districts = (UnitKind.DISTRICT, UnitKind.PROVINCIAL_CITY)
    ends = {unit.full_name: unit.until for unit in atlas.dataset.units if unit.kind in districts}
    assert ends.keys() == {
        "huyện Cẩm Xuyên",
        "thành phố Hà Tĩnh",
        "huyện Vũ Quang",
        "huyện Đức Thọ",
        "huyện Đan Phượng",
        "huyện Thới Bình",
    }
    assert {until.iso() for until in ends.values() if until is not None} == {"2025-06-30"}


@pytest.mark.parametrize(("owner", "words", "value", "date", "source", "confirmed"), FIGURES)
def test_figures(
    atlas: Atlas, owner: str, words: str, value: str, date: str, source: str, confirmed: bool
) -> None:
    record = atlas.units[owner] if owner in atlas.units else atlas.by_id[owner].village
    (figure,) = [figure for figure in record.figures if words in figure.name.vi]
    assert _shown(figure) == (value, date)
    assert [citation.text for citation in figure.sources] == [source]
    assert figure.confirmed is confirmed


@pytest.mark.parametrize(("owner", "words", "total", "date", "source", "parts"), TALLIED)
def test_tallies(
    atlas: Atlas, owner: str, words: str, total: str, date: str, source: str, parts: dict[str, str]
) -> None:
    (tally,) = [one for one in atlas.unit_folder(owner).of(TALLIES) if words in one.name.vi]
    assert quantity_text(tally.total.value, "vi").replace("\u00a0", " ") == total
    assert date_text(tally.date, "vi") == date
    assert [citation.text for citation in tally.sources] == [source]
    assert {str(part.name): quantity_text(part.number.value, "vi") for part in tally.parts} == parts


@pytest.mark.parametrize(("owner", "words", "target", "due"), AIMED)
def test_targets(atlas: Atlas, owner: str, words: str, target: str, due: str) -> None:
    (aim,) = [one for one in atlas.unit_folder(owner).of(TARGETS) if words in one.name.vi]
    assert quantity_text(aim.target.value, "vi").replace("\u00a0", " ") == target
    assert aim.due is not None
    assert date_text(aim.due, "vi") == due
    assert [citation.text for citation in aim.sources] == ["thoi-binh-2024"]
    assert aim.reached == ()  # what came of it was never published


def test_no_tally_is_left_untold(atlas: Atlas) -> None:
    folders = atlas.dataset.unit_folders.values()
    assert sum(len(folder.of(TALLIES)) for folder in folders) == len(TALLIED)
    assert sum(len(folder.of(TARGETS)) for folder in folders) == len(AIMED)


def test_no_figure_is_left_untold(atlas: Atlas) -> None:
    of_units = sum(len(unit.figures) for unit in atlas.dataset.units)
    of_villages = sum(len(place.village.figures) for place in atlas.places if place.id != "rach-mau")
    assert of_units + of_villages == len(FIGURES)


@pytest.mark.parametrize(("village", "date", "until", "words"), EVENTS)
def test_events(atlas: Atlas, village: str, date: str, until: str | None, words: str) -> None:
    events = atlas.by_id[village].folder.of(HISTORY)
    (event,) = [event for event in events if words in event.title.vi]
    assert date_text(event.date, "vi") == date
    assert (date_text(event.until, "vi") if event.until is not None else None) == until
    assert event.sources


def test_what_the_campaign_aimed_at(atlas: Atlas) -> None:
    (event,) = atlas.by_id["cam-trang"].folder.of(HISTORY)
    assert event.text is not None
    for words in ("20/20 tiêu chí", "Quyết định 05", "77 hộ", "140 hộ", "65 hộ", "70 hộ", "38 hộ", "50 hộ"):
        assert words in event.text.vi


def test_what_happened_in_song_phuong_stands_on_todays_page(atlas: Atlas) -> None:
    text = atlas.units["dan-phuong"].introduction
    assert text is not None
    for words in ("15 ngày", "05/10 đến 19/10/2022", "4 thôn", "36 tổ tự quản", "xã Song Phượng"):
        assert words in text.vi


def test_assessments_and_recognitions(atlas: Atlas) -> None:
    real: list[tuple[str, str, str, bool]] = []
    for village in ("nam-bac-thanh", "lien-ha"):
        for entry in atlas.by_id[village].folder.of(CRITERIA):
            real.append((village, entry.set.text, date_text(entry.date, "vi"), entry.complete))
            assert [citation.text for citation in entry.sources] == ["bao-ha-tinh-2024"]
            assert not entry.scores
    assert real == ASSESSED
    reached = {
        (village, str(entry.name), date_text(entry.date, "vi"))
        for village in VILLAGES
        for entry in atlas.by_id[village].folder.of(RECOGNITIONS)
    }
    assert reached == {
        ("nam-bac-thanh", "Khu dân cư nông thôn mới kiểu mẫu", "giữa năm 2021"),
        ("nam-bac-thanh", "Khu dân cư nông thôn mới thông minh", "giữa tháng 1/2024"),
        ("lien-ha", "Khu dân cư nông thôn mới kiểu mẫu", "trước tháng 6/2023"),
        ("lien-ha", "Khu dân cư nông thôn mới thông minh", "tháng 6/2023"),
    }


def test_scores_of_single_criteria_are_all_made_up(atlas: Atlas) -> None:
    scored: list[Assessment] = [
        entry for place in atlas.places for entry in place.folder.of(CRITERIA) if entry.scores
    ]
    assert len(scored) == 4
    assert all(entry.illustrative and not entry.complete for entry in scored)
    shown = {score.status.term.en for entry in scored for score in entry.scores}
    assert shown == {"met", "not-met", "in-progress", "not-assessed"}


def test_criteria_sets(atlas: Atlas) -> None:
    told = {
        entry.id: (entry.decision, entry.date.iso() if entry.date is not None else None, len(entry.criteria))
        for entry in atlas.dataset.criteria
    }
    assert told == {
        "xa-ntm-2021-2025": ("318/QĐ-TTg", "2022-03-08", 19),
        "xa-ntm-2026-2030": ("51/2025/QĐ-TTg", "2025-12-29", 10),
        KIEU_MAU: (None, "2014-08", 10),
        THONG_MINH: (None, None, 0),
        "xa-ntm-ha-tinh": ("Quyết định 05", None, 1),
        "thon-thong-minh-vi-du": (None, None, 5),
    }
    assert [entry.id for entry in atlas.dataset.criteria if entry.example] == ["thon-thong-minh-vi-du"]
    assert not any(entry.verified for entry in atlas.dataset.criteria)
    unsure = [line.number for line in atlas.criteria["xa-ntm-2021-2025"].criteria if not line.confirmed]
    assert unsure == ["3", "11", "12", "13"]
    since = atlas.criteria["xa-ntm-2026-2030"].since
    assert since is not None
    assert since.iso() == "2026-02-15"
    for entry in atlas.dataset.criteria:
        if entry.id == "xa-ntm-ha-tinh":  # only the twentieth is known
            assert (entry.total, [(line.number, line.name.vi) for line in entry.criteria]) == (
                20,
                [("20", "Khu dân cư mẫu, vườn mẫu")],
            )
            continue
        assert [line.number for line in entry.criteria] == [str(n + 1) for n in range(len(entry.criteria))]


def _shown(figure: Figure) -> tuple[str, str]:
    assert figure.date is not None
    return quantity_text(figure.value, "vi").replace("\u00a0", " "), date_text(figure.date, "vi")
