"""A village with one place that has everything a place may have, and one that has but a name."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.cards.sample import code, register
from tests.support import DAY, data_folder
from village_site.atlas import Atlas
from village_site.site import open_atlas

V = "nam-bac-thanh"
HOUSE, SHELTER = code(41), code(42)

PLACES = f"""
- id: nha-van-hoa
  code: {HOUSE}
  kind: culture-house
  also: [evacuation, wifi, relic]
  name: Nhà văn hoá
  story: |
    Dựng từ năm 2011 & sửa năm 2021.

    Đoạn thứ hai chỉ trang đầy đủ mới có.
  hours: 7 giờ–21 giờ
  caretaker: Ban công tác mặt trận
  phone: 0239 3892 689
  road: truc
  address: cạnh cổng làng
  location: 18.2527, 105.9811
  since: 2011
  capacity: about 80 người
  rank: province
  decision: Quyết định mẫu
  photos:
    - {{file: nha.png, alt: Ngôi nhà mái đỏ, date: 2026}}
    - {{file: cong.jpg, alt: Cổng vào}}
  panoramas:
    - {{file: quanh.jpg, alt: Cảnh quanh sân, title: Giữa sân}}
  videos:
    - title: Một vòng quanh thôn
      url: https://www.youtube.com/watch?v=mau
      still: {{file: phim.png, alt: Cảnh đầu phim}}
  updated: 20/11/2026
- id: go-cao
  code: {SHELTER}
  kind: evacuation
  name: Gò Cao
  updated: 20/11/2026
"""
SIZES = {"nha.png": (800, 600), "cong.jpg": (300, 900), "quanh.jpg": (2000, 1000), "phim.png": (640, 360)}


def folder(tmp_path: Path, **more: str) -> Path:
    """The data folder, its pictures beside it; `more` are further files of the village by their stem."""
    rows = [(HOUSE, "place", f"{V}/nha-van-hoa"), (SHELTER, "place", f"{V}/go-cao")]
    files = {
        f"{V}/places.yml": PLACES,
        f"{V}/roads.yml": "- {id: truc, name: Đường Trục, updated: 20/11/2026}\n",
        **register(rows),
        **{f"{V}/{stem}.yml": text for stem, text in more.items()},
    }
    root = data_folder(tmp_path, files)
    for name, size in SIZES.items():
        Image.linear_gradient("L").resize(size).convert("RGB").save(root / V / name)
    return root


def read(tmp_path: Path, **more: str) -> Atlas:
    """The same, read and checked: only codes may be missing."""
    atlas, problems = open_atlas(folder(tmp_path, **more), DAY)
    assert {problem.code for problem in problems} <= {"no-code", "no-update-date"}
    return atlas
