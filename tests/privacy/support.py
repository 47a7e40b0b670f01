"""A small site with personal data of people who do not exist, and what the build makes of it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from tests.support import data_folder

NAME = "Nguyễn Văn Mẫu"
PHONE = "0912 000 111"
PLACE = "18.27511, 105.98122"

ROADS = """
    - {id: truc, name: Đường Trục, kind: main}
"""
HOUSES = """
    - {id: ho-1, road: truc, number: 2}
    - {id: ho-2, road: truc, number: 4}
"""
PERSONAL = f"""
    # Ghi theo phiếu giấy.
    - mã riêng: ho-1
      họ tên: {NAME}  # chủ hộ
      điện thoại: {PHONE}
      vị trí: {PLACE}
      nghề, dịch vụ: [bán rau sạch]
      danh hiệu:
        - Vườn mẫu 2025
    - mã riêng: ho-2
"""
CONSENT = """
    - mã riêng: phieu-1
      hộ: ho-1
      đồng ý đăng: [họ tên, điện thoại, vị trí, "nghề, dịch vụ", danh hiệu]
      phạm vi: [trang sau mã QR]
      mẫu phiếu: ĐY-1
      ngày: 01/10/2026
      người đồng ý: chủ hộ
      số hồ sơ giấy: 12/2026
"""


def site_folder(
    tmp_path: Path, private: dict[str, str] | None = None, public: dict[str, str] | None = None
) -> Path:
    """The public data folder, with a private one beside it that holds these files of the one village."""
    files = {
        "nam-bac-thanh/roads.yml": ROADS,
        "nam-bac-thanh/households.yml": HOUSES,
    }
    root = data_folder(tmp_path, {**files, **(public or {})})
    for name, text in (private or {}).items():
        path = tmp_path / "private" / "nam-bac-thanh" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return root
