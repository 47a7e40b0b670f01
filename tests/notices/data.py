"""A village and its commune with notices of every state and weight on 21/11/2026."""

from __future__ import annotations

from pathlib import Path

from tests.support import DAY, atlas, data_folder
from village_site.atlas import Atlas
from village_site.checks import check
from village_site.dataset import load
from village_site.homes import Commune, Place

VILLAGE, COMMUNE = "nam-bac-thanh", "cam-binh"
ENDS = "2026-11-23T17:00+07:00"
FLOOD = """
    - id: lu
      title: {vi: Lũ về trong đêm, en: Flood tonight}
      text: |
        Kê đồ lên cao, ra nhà văn hoá trước 19h.

        Mang theo áo mưa & đèn <pin>.
      issued: 20/11/2026
      until: 17:00 ngày 23/11/2026
      urgency: khẩn
      subject: thiên tai
      issuer: Ban phòng chống thiên tai
      answers: trưởng thôn
      documents: [Công điện 12/CĐ-UBND]
      link: https://lang.example/lu
"""
LATER = """
    - id: cat-dien
      title: Cắt điện để sửa trạm
      text: Cắt điện cả thôn.
      issued: 20/11/2026
      since: 7h ngày 25/11/2026
      until: 11h ngày 25/11/2026
      urgency: quan trọng
    - id: hop-thon
      title: Họp thôn
      text: Họp ở nhà văn hoá.
      issued: 10/11/2026
    - id: ra-quan
      title: Ra quân dọn đường
      text: Mỗi nhà một người.
      issued: 1/9/2026
    - id: tiem-cho
      title: Tiêm phòng chó
      text: Tiêm ở nhà văn hoá.
      issued: 2/3/2026
      until: 9/3/2026
"""
OF_COMMUNE = """
    - id: bao-so-9
      title: Bão số 9 vào bờ
      text: Không ra khỏi nhà.
      issued: 21/11/2026
      since: 8:00 ngày 22/11/2026
      until: 24/11/2026
      urgency: khẩn
    - id: rieng
      title: Sửa đường ở thôn khác
      text: Xe tải đi đường vòng.
      issued: 20/11/2026
      villages: [thon-khac]
"""
OTHER = """
    kind: thôn
    name: Khác
    updated: 20/11/2026
    memberships: [{unit: cam-binh, since: 01/07/2025}]
"""
CONTACTS = "- {role: Trưởng thôn, phone: 0239 3892 689}"
FILES = {
    f"{VILLAGE}/notices.yml": FLOOD + LATER,
    f"{VILLAGE}/contacts.yml": CONTACTS,
    f"_units/{COMMUNE}/notices.yml": OF_COMMUNE,
    "thon-khac/village.yml": OTHER,
}


def full(tmp_path: Path, files: dict[str, str] | None = None) -> Atlas:
    """The data linked for 21/11/2026."""
    return atlas(tmp_path, {**FILES, **(files or {})})


def village(found: Atlas, name: str = VILLAGE) -> Place:
    """The village."""
    return found.by_id[name]


def commune(found: Atlas) -> Commune:
    """The commune."""
    return next(one for one in found.communes if one.id == COMMUNE)


def told(tmp_path: Path, files: dict[str, str]) -> list[tuple[str, int, str]]:
    """File, line and code of what the checks find, but for missing codes."""
    dataset, problems = load(data_folder(tmp_path, files))
    assert dataset is not None
    found = [*problems, *check(Atlas(dataset, DAY))]
    return sorted(
        (one.file.removeprefix("villages/"), one.line, one.code) for one in found if one.code != "no-code"
    )
