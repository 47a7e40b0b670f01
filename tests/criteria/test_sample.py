"""The sample's sets and what follows from them, counted by hand from the facts."""

from __future__ import annotations

import pytest

from tests.pages.support import one, parse, words
from tests.site.conftest import ROOT
from tests.support import DAY
from village_site.atlas import Atlas
from village_site.model.criteria import CRITERIA
from village_site.pages import Page, compose
from village_site.pages.succession import changes
from village_site.reckon.boards import standings
from village_site.site import open_atlas
from village_site.values import quantity_text

SETS = {
    "xa-ntm-2021-2025": 19,
    "xa-ntm-2026-2030": 10,
    "ha-tinh-khu-dan-cu-kieu-mau": 10,
    "ha-tinh-khu-dan-cu-thong-minh": 0,
    "xa-ntm-ha-tinh": 20,
    "thon-thong-minh-vi-du": 5,
}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas(ROOT / "villages", DAY)[0]


@pytest.fixture(scope="module")
def made(atlas: Atlas) -> dict[str, Page]:
    return {page.path: page for page in compose(atlas)}


def test_how_many_criteria_each_set_has(atlas: Atlas) -> None:
    assert {one.id: one.total for one in atlas.dataset.criteria} == SETS


def test_one_of_nineteen_names_is_kept_in_2026(atlas: Atlas) -> None:
    told = changes(atlas.criteria["xa-ntm-2021-2025"], atlas.criteria["xa-ntm-2026-2030"])
    assert [step.now.name.vi for step in told.kept] == ["Quy hoạch"]
    assert (len(told.continued), len(told.new), len(told.gone), told.partial) == (0, 9, 18, False)


def test_the_commune_of_the_notice_kept_20_of_20(atlas: Atlas, made: dict[str, Page]) -> None:
    (standing,) = standings(atlas, atlas.unit_folder("duc-giang").of(CRITERIA))
    assert (standing.newest.met, standing.newest.total) == (20, 20)
    assert not standing.newest.assessment.confirmed
    told = words(one(parse(made["xa/mai-hoa/index.md"]), "#tieu-chi"))
    assert "Đạt cả bộ 20/20 tiêu chí (tháng 4/2022) (nguồn 1) chưa xác nhận" in told


def test_four_of_four_villages_of_song_phuong(atlas: Atlas, made: dict[str, Page]) -> None:
    (assessment,) = atlas.unit_folder("song-phuong").of(CRITERIA)
    assert assessment.villages is not None
    assert quantity_text(assessment.villages.value, "vi").replace("\u00a0", " ") == "4/4 thôn"
    assert not assessment.scores
    told = words(one(parse(made["xa/dan-phuong/index.md"]), "#tieu-chi"))
    assert "Thôn thông minh, năm phần ví dụ của trang này" in told
    assert "Số thôn: 4/4 thôn (100 %)" in told


def test_no_set_of_the_sample_is_shown_as_official(atlas: Atlas, made: dict[str, Page]) -> None:
    for entry in atlas.dataset.criteria:
        heading = words(one(parse(made[f"tieu-chi/{entry.id}/index.md"]), "h1"))
        assert heading.endswith("ví dụ của trang này" if entry.example else "chưa đối chiếu văn bản gốc")


def test_the_two_villages_of_the_newspaper_met_the_whole_set(atlas: Atlas) -> None:
    for village in ("nam-bac-thanh", "lien-ha"):
        found = standings(atlas, atlas.by_id[village].folder.of(CRITERIA))
        assert {one.set.id: one.newest.reached for one in found} == {
            "ha-tinh-khu-dan-cu-kieu-mau": True,
            "ha-tinh-khu-dan-cu-thong-minh": True,
        }


def test_indicators_nobody_read_stay_empty(atlas: Atlas, made: dict[str, Page]) -> None:
    for name in ("xa-ntm-2021-2025", "xa-ntm-2026-2030", "xa-ntm-ha-tinh", "ha-tinh-khu-dan-cu-kieu-mau"):
        assert not any(criterion.indicators for criterion in atlas.criteria[name].criteria)
        told = words(one(parse(made[f"tieu-chi/{name}/index.md"]), "#cac-tieu-chi"))
        assert "Chỉ tiêu của từng tiêu chí: chưa nhập." in told
