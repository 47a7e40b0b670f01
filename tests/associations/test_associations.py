"""Associations and groups: heads by role, what each looks after and supervises."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cards.sample import GROUP, page, sample
from tests.cards.sample import words as told
from tests.pages.support import one, pages, parse, words
from tests.support import DAY, atlas, data_folder
from village_site.atlas import Atlas
from village_site.checks.table import check
from village_site.dataset import load
from village_site.model.associations import ASSOCIATIONS, AssociationKind
from village_site.problems import Level, Problem

SET = """
    name: Bộ mẫu của tỉnh
    short_name: Bộ mẫu
    level: village
    verified: no
    criteria: [{number: 1, name: Đường sá}, {number: 2, name: Vườn}]
"""
ROADS = "- {id: truc, name: Đường Trục, code: CODE}"
PLACES = "- {id: nha-van-hoa, kind: nhà văn hoá, name: Nhà văn hoá thôn}"
TYPED = """
    - mã riêng: phu-nu
      loại: chi hội phụ nữ
      tên: Chi hội Phụ nữ thôn
      phụ trách: Chi hội trưởng
      nhiệm vụ: Phân loại rác.
      trông nom:
        - vườn mẫu của hội
        - {đường: truc, việc: quét dọn chủ nhật}
        - địa điểm: nha-van-hoa
      giám sát:
        - {bộ tiêu chí: bo-mau, tiêu chí: 2}
        - {bộ tiêu chí: bo-mau}
      số hội viên: 52
      từ: 1998
    - {mã riêng: to-hoa-giai, loại: tổ hoà giải}
"""
BASE = {
    "_criteria/bo-mau.yml": SET,
    "nam-bac-thanh/roads.yml": ROADS,
    "nam-bac-thanh/places.yml": PLACES,
}


def problems(tmp_path: Path, typed: str, name: str = "doan-the.yml") -> list[Problem]:
    """What is said of a file of associations, but for codes and sets that are not of today."""
    files = {
        **BASE,
        "nam-bac-thanh/roads.yml": "- {id: truc, name: Đường Trục}",
        f"nam-bac-thanh/{name}": typed,
    }
    dataset, found = load(data_folder(tmp_path, files))
    assert dataset is not None
    return [one for one in (*found, *check(Atlas(dataset, DAY))) if one.code != "no-code"]


def test_a_village_shows_its_associations(tmp_path: Path) -> None:
    made = pages(tmp_path, {**BASE, "nam-bac-thanh/doan-the.yml": TYPED})["thon/nam-bac-thanh/index.md"]
    tree = parse(made)
    women = words(one(tree, "#doan-the-phu-nu"))
    assert women.startswith("Chi hội Phụ nữ thôn Phụ trách: Chi hội trưởng; 52 hội viên; có từ năm 1998 Phân")
    assert "Trông nom: vườn mẫu của hội; quét dọn chủ nhật: Đường Trục; Nhà văn hoá thôn" in women
    assert (
        "Giám sát: tiêu chí 2, Vườn – Bộ mẫu (chưa đối chiếu văn bản gốc); "
        "mọi tiêu chí của Bộ mẫu (chưa đối chiếu văn bản gốc)" in women
    )
    assert words(one(tree, "#doan-the-to-hoa-giai")) == "Tổ hoà giải"
    links = [node.attributes.get("href") or "" for node in one(tree, "#doan-the-phu-nu").css("a")]
    assert any("/Q/" in link for link in links), "the road has a light page"
    assert "../../tieu-chi/bo-mau/" in links


def test_a_groups_page_and_light_page_say_what_it_looks_after(tmp_path: Path) -> None:
    groups = f"""
        - id: to-3
          code: {GROUP}
          kind: tổ liên gia
          name: "3"
          looks_after: [vườn mẫu, {{road: truc-thon-2, what: quét dọn}}]
          supervises: [hố rác từng nhà]
    """
    found = sample(tmp_path, {"nam-bac-thanh/groups.yml": groups})
    card = told(page(found, GROUP))
    assert "Trông nom Vườn mẫu Quét dọn: Đường Trục thôn 2" in card
    assert "Giám sát Hố rác từng nhà" in card


def test_an_id_among_words_is_shown_as_what_it_names(tmp_path: Path) -> None:
    typed = "- {mã riêng: nu, loại: chi hội phụ nữ, trông nom: [truc, nha-van-hoa, ao làng]}"
    made = pages(tmp_path, {**BASE, "nam-bac-thanh/doan-the.yml": typed})["thon/nam-bac-thanh/index.md"]
    women = words(one(parse(made), "#doan-the-nu"))
    assert "Trông nom: Đường Trục; Nhà văn hoá thôn; ao làng" in women


def test_a_group_without_a_charge_says_nothing_of_it(tmp_path: Path) -> None:
    made = pages(tmp_path, {"nam-bac-thanh/to-nhom.yml": "- {mã riêng: to-1, loại: tổ, tên: 1}"})
    group = words(one(parse(made["thon/nam-bac-thanh/index.md"]), "#to-nhom-to-1"))
    assert group == "Tổ 1"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("giám sát: [{bộ tiêu chí: bo-mau, tiêu chí: 3}]", "unknown-criterion"),
        ("giám sát: [{bộ tiêu chí: bo-mao}]", "dangling-criteria"),
        ("trông nom: [{đường: trucs}]", "dangling-road"),
        ("trông nom: [{địa điểm: nha}]", "dangling-place"),
        ("giám sát: [{tiêu chí: 2}]", "care-without-set"),
        ("giám sát: [{việc: }]", "care-of-nothing"),
        ("trông nom: [{vườn: mẫu}]", "unknown-field"),
        ("phụ trách: Bà Trần Thị Ví Dụ", "sensitive-office-name"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, line: str, expected: str) -> None:
    found = problems(tmp_path, f"- mã riêng: phu-nu\n  loại: chi hội phụ nữ\n  {line}\n")
    assert [problem.code for problem in found] == [expected]


def test_a_head_of_a_group_is_a_role_too(tmp_path: Path) -> None:
    typed = "- {mã riêng: to-1, loại: tổ, tên: 1, phụ trách: ông Mẫu}"
    found = problems(tmp_path, typed, "to-nhom.yml")
    assert [(problem.code, problem.level) for problem in found] == [("sensitive-office-name", Level.WARNING)]


@pytest.mark.parametrize(
    "role",
    ["Bí thư chi bộ", "Trưởng ban công tác mặt trận", "Chi hội trưởng Chi hội Phụ nữ thôn Nam Bắc Thành"],
)
def test_a_role_is_no_name(tmp_path: Path, role: str) -> None:
    assert problems(tmp_path, f"- {{mã riêng: a, loại: tổ hoà giải, phụ trách: {role}}}") == []


@pytest.mark.parametrize(
    "name", ["Hội Phật tử", "Ban hành giáo dân", "Nhóm bà con theo đạo", "Hội đoàn Công giáo", "hoi phat tu"]
)
def test_groups_of_believers_are_not_listed(tmp_path: Path, name: str) -> None:
    found = problems(tmp_path, f"- {{mã riêng: a, loại: đoàn thể khác, tên: {name}}}")
    assert {problem.code for problem in found} & {"sensitive-religion", "association-of-faith"}
    assert all(problem.is_error for problem in found)
    assert not any(word in kind.term.vi for kind in AssociationKind for word in ("giáo", "chùa", "phật"))


def test_usual_tasks_of_associations_are_not_refused(tmp_path: Path) -> None:
    typed = """
        - {mã riêng: a, loại: chi bộ, nhiệm vụ: "Ra nghị quyết; đảng viên làm gương.", số hội viên: 24 đảng viên}
        - {mã riêng: b, loại: chi hội phụ nữ, nhiệm vụ: "Giúp hội viên làm ăn, giảm nghèo; chăm lo trẻ em."}
        - {mã riêng: c, loại: chi hội người cao tuổi, nhiệm vụ: "Mừng thọ hội viên, thăm người ốm."}
        - {mã riêng: d, loại: đoàn thể khác, tên: Chi hội Chữ thập đỏ, giám sát: [sân chơi trẻ em]}
    """
    assert problems(tmp_path, typed) == []
    found = atlas(tmp_path / "again", {"nam-bac-thanh/doan-the.yml": typed})
    assert len(found.places[0].folder.of(ASSOCIATIONS)) == 4


def test_cultured_families_are_counted_by_year(tmp_path: Path) -> None:
    typed = """
        - {mã riêng: gd-2025, về: gia đình văn hoá, tên: Gia đình văn hoá, tổng: 52/60 hộ, ngày: 2025}
        - {mã riêng: gd-2024, về: gia đình văn hoá, tên: Gia đình văn hoá, tổng: 50/60 hộ, ngày: 2024}
    """
    made = pages(tmp_path, {"nam-bac-thanh/so-dem.yml": typed})
    here = words(one(parse(made["thon/nam-bac-thanh/index.md"]), "section#so-dem"))
    assert "Gia đình văn hoá" in here
    assert "52/60 hộ" in here
    assert "50/60 hộ (năm 2024)" in here
