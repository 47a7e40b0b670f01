"""A commune's small campaign with two villages, two groups in one of them, and what was done by hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.support import data_folder
from village_site.atlas import Atlas
from village_site.campaigns import Home, every
from village_site.site import examine

V = "nam-bac-thanh"
REF = "cam-binh/xanh"
# Monday 2 November to Thursday 26 November 2026: Fridays are the 6th, 13th and 20th; the last day is due too.
LAST = dt.date(2026, 11, 26)

CAMPAIGN = {
    "_units/cam-binh/campaigns.yml": """
        - id: xanh
          name: Đợt ngõ xanh
          called: 24 ngày xanh
          since: 2/11/2026
          until: 26/11/2026
          ranked: yes
          introduction: Cả xã cùng làm.
          items:
            - id: hang-rao
              name: Trồng hàng rào
              target: 30 hộ
              villages:
                - village: nam-bac-thanh
                  target: 20 hộ
                  groups:
                    - {group: nam-bac-thanh/to-1, target: 12 hộ}
                    - {group: nam-bac-thanh/to-2, target: 8 hộ}
                - {village: an, target: 10 hộ}
            - {id: vuon, name: Làm vườn, target: 4 vườn, villages: [{village: an, target: 4 vườn}]}
          themes:
            - {name: Tuần hàng rào, since: 2/11/2026, until: 8/11/2026}
          help:
            - {village: an, state: wanted, what: Ngày công, amount: 10 ngày công}
            - {village: an, state: given, what: Ngày công, amount: 6 ngày công, by: Đơn vị đỡ đầu}
          praise: [Tổ liên gia 2 làm xong trước.]
    """,
    f"{V}/groups.yml": """
        - {id: to-1, kind: tổ liên gia, name: 1}
        - {id: to-2, kind: tổ liên gia, name: 2}
    """,
    f"{V}/progress.yml": f"""
        - {{campaign: {REF}, date: 3/11/2026, item: hang-rao, group: to-1, amount: 5 hộ}}
        - {{campaign: {REF}, date: 6/11/2026, item: hang-rao, group: to-2, amount: 8 hộ}}
        - {{campaign: {REF}, date: 6/11/2026, item: hang-rao, amount: 1 hộ}}
        - {{campaign: {REF}, date: 10/11/2026, item: hang-rao, group: to-1, amount: 1 hộ}}
    """,
    f"{V}/weekly.yml": f"""
        - {{campaign: {REF}, date: 6/11/2026, difficulties: Thiếu cây giống., proposals: Xin 100 cây.}}
        - {{campaign: {REF}, date: 14/11/2026, remarks: Gửi muộn một ngày.}}
    """,
    "an/village.yml": "{kind: thôn, name: An, updated: 20/11/2026, memberships: [{unit: cam-binh}]}",
    "an/progress.csv": f"""
        campaign;date;item;amount;note
        {REF};6/11/2026;hang-rao;2 hộ;
        {REF};9/11/2026;hang-rao;2,5 hộ;"nửa ngày; mưa"
        {REF};20/11/2026;vuon;4;
    """,
    "an/weekly.yml": f"- {{campaign: {REF}, date: 13/11/2026}}",
}


def campaign(tmp_path: Path, files: dict[str, str] | None = None, day: dt.date = LAST) -> tuple[Atlas, Home]:
    """The data linked for a day, and its campaign; the test fails when the data has errors."""
    found, problems = examine(data_folder(tmp_path, {**CAMPAIGN, **(files or {})}), day)
    assert found is not None
    # Some tests look back at days before the villages were last updated.
    assert [one for one in problems if one.code not in ("no-code", "updated-in-future")] == []
    return found, next(every(found))
