"""How lunar days are written for readers."""

from __future__ import annotations

from village_site.catalogue import label
from village_site.lunar.calendar import LunarDate, LunarDay

_FIRST_DAYS = 10
"""So many days of a month are “mùng”."""
_FULL_MOON = 15
_TET = {(1, 1): "first", (2, 1): "first", (3, 1): "first", (30, 12): "eve"}
"""Days, with their month, that everybody calls by the name of the feast."""


def lunar_text(day: LunarDay | LunarDate, lang: str) -> str:
    """A lunar day as it stands in a sentence: `mùng 3 tháng 3 âm lịch`, `rằm tháng giêng âm lịch`, `mùng 1
    Tết`, `ngày 20 tháng 6 nhuận âm lịch năm 2025`; `day 3 of lunar month 3`. `parse_lunar` reads the
    Vietnamese again.
    """
    if isinstance(day, LunarDay) and not day.leap and (feast := _TET.get((day.day, day.month))):
        return label(f"lunar-tet-{feast}", lang, day=day.day)
    name = "gieng" if day.month == 1 else "chap" if day.month == 12 else "number"
    leap = label("lunar-leap", lang) if day.leap else ""
    month = label(f"lunar-month-{name}", lang, month=day.month, leap=leap)
    text = label(f"lunar-day-{_place(day.day)}", lang, day=day.day, month=month)
    return text if isinstance(day, LunarDay) else label("lunar-in-year", lang, text=text, year=day.year)


def _place(day: int) -> str:
    if day == _FULL_MOON:
        return "full-moon"
    return "early" if day <= _FIRST_DAYS else "late"
