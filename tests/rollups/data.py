"""A former district of two communes, which became one; what its villages and communes counted."""

from __future__ import annotations

UNITS = """
    - {id: tinh, kind: province, name: Mẫu}
    - id: huyen
      kind: district
      name: Cũ
      until: 30/06/2025
      updated: 20/11/2026
      memberships: [{unit: tinh}]
    - id: xa-a
      kind: commune
      name: An
      until: 30/06/2025
      memberships: [{unit: huyen}]
    - id: xa-b
      kind: commune
      name: Bình
      until: 30/06/2025
      memberships: [{unit: huyen}]
    - id: xa-moi
      kind: commune
      name: Mới
      since: 01/07/2025
      updated: 20/11/2026
      formed_from: [xa-a, xa-b]
      memberships: [{unit: tinh}]
    - id: xa-khac
      kind: commune
      name: Khác
      since: 01/07/2025
      updated: 20/11/2026
      memberships: [{unit: tinh}]
"""


def village(name: str, then: str, now: str) -> str:
    """A village of one commune until June 2025, of another since."""
    return f"""
        kind: thôn
        name: {name}
        updated: 20/11/2026
        memberships:
          - {{unit: {then}, until: 30/06/2025}}
          - {{unit: {now}, since: 01/07/2025}}
    """


def schools(total: str, date: str = "2024") -> str:
    """A village's tally of schools."""
    return f"[{{id: truong, topic: schools, name: Trường chuẩn, total: '{total}', date: {date}}}]"


SET = """
    name: Bộ mẫu
    level: village
    verified: no
    criteria:
      - {number: 1, name: Đường}
      - {number: 2, name: Điện}
"""


def scored(*states: str, date: str = "5/2024") -> str:
    """An assessment that gives the criteria these states, one after the other."""
    scores = ", ".join(f"{{criterion: {place}, status: {state}}}" for place, state in enumerate(states, 1))
    return f"[{{set: bo, date: {date}, scores: [{scores}]}}]"


FILES = {
    "_units/tinh.yml": UNITS,
    "_units/ha-tinh.yml": "[]",
    "_criteria/bo.yml": SET,
    "nam-bac-thanh/village.yml": village("Một", "xa-a", "xa-moi"),
    "nam-bac-thanh/criteria.yml": scored("met", "met"),
    "nam-bac-thanh/tallies.yml": schools("3/5 trường"),
    "hai/village.yml": village("Hai", "xa-a", "xa-khac"),
    "hai/criteria.yml": scored("met", "not-met"),
    "hai/tallies.yml": schools("4/6 trường", "2025"),
    "ba/village.yml": village("Ba", "xa-b", "xa-moi"),
    "ba/tallies.yml": schools("hơn 2/3 trường"),
    "bon/village.yml": village("Bốn", "xa-b", "xa-moi"),
}
