"""Cooperatives of villages and communes, with their state."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.economy.support import opened, section
from tests.pages.support import one, pages, parse, words
from village_site.model.cooperatives import COOPERATIVES, CooperativeState

TYPED = """
    - mã riêng: htx
      loại: hợp tác xã
      tên: Ong Mật
      tình trạng: đang hoạt động
      từ: 2018
      lĩnh vực: [nuôi ong, bán mật]
      số thành viên: 34
      ở đâu: Cạnh cầu
      điện thoại: 0239 3892 689
      trang web: https://ong.vn/
    - {mã riêng: cu, loại: tổ hợp tác, tên: Gặt Thuê, tình trạng: đã ngừng, từ: cuối 2022}
"""


def test_a_village_shows_its_cooperatives_with_their_state(tmp_path: Path) -> None:
    atlas, found = opened(tmp_path, {"hop-tac-xa.yml": TYPED})
    assert found == []
    here = section(atlas, "hop-tac-xa")
    assert "Hợp tác xã Ong Mật Đang hoạt động từ năm 2018; 34 thành viên" in here
    assert "Lĩnh vực: nuôi ong; bán mật" in here
    assert "Tổ hợp tác Gặt Thuê Đã ngừng hoạt động từ cuối năm 2022" in here
    states = [record.state for record in atlas.places[0].folder.of(COOPERATIVES)]
    assert states == [CooperativeState.ACTIVE, CooperativeState.STOPPED]


def test_a_commune_shows_its_own(tmp_path: Path) -> None:
    page = pages(tmp_path, {"_units/cam-binh/hop-tac-xa.yml": TYPED})["xa/cam-binh/index.md"]
    shown = words(one(parse(page), "section#hop-tac-xa"))
    assert "Hợp tác xã Ong Mật" in shown
    assert words(one(parse(page), "#hop-tac-xa-htx h3")) == "Hợp tác xã Ong Mật"


def test_a_cooperative_without_its_state_is_refused(tmp_path: Path) -> None:
    _, found = opened(tmp_path, {"hop-tac-xa.yml": "- {mã riêng: htx, loại: hợp tác xã, tên: Ong Mật}"})
    assert [(problem.code, problem.params["field"]) for problem in found] == [("missing-field", "tình trạng")]


@pytest.mark.parametrize(
    ("kind", "typed", "shown"),
    [
        ("hợp tác xã", "Tân Tiến", "Hợp tác xã Tân Tiến"),
        ("hợp tác xã", "HTX Tân Tiến", "Hợp tác xã Tân Tiến"),
        ("hợp tác xã", "Hợp tác xã Tân Tiến", "Hợp tác xã Tân Tiến"),
        ("tổ hợp tác", "THT nuôi ong", "Tổ hợp tác nuôi ong"),
        ("tổ hợp tác", "HTX", "Tổ hợp tác HTX"),
    ],
)
def test_what_it_is_is_said_once(tmp_path: Path, kind: str, typed: str, shown: str) -> None:
    record = f"- {{mã riêng: htx, loại: {kind}, tên: {typed}, tình trạng: đang hoạt động}}"
    page = pages(tmp_path, {"nam-bac-thanh/hop-tac-xa.yml": record})["thon/nam-bac-thanh/index.md"]
    assert words(one(parse(page), "#hop-tac-xa-htx h3")) == shown
