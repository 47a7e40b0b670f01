"""When something is held, as data that programs read without knowing our words for it."""

from __future__ import annotations

from typing import Any

from village_site.agenda import (
    EveryLunarMonth,
    EveryMonth,
    EveryMonthOn,
    EveryWeek,
    EveryYear,
    OnDay,
    When,
)
from village_site.lunar import LunarDate, LunarDay

SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "Bao giờ: calendar là lịch dương hay âm, repeats là bao giờ lại có. week là lần thứ mấy "
    "trong tháng, -1 là lần cuối; weekdays: thứ hai là 1, chủ nhật là 7. Ngày mà tháng ấy không có là ngày "
    "cuối tháng. / When: by which calendar, how it comes again. week is which of the month's, -1 the last; "
    "weekdays from Monday, 1, to Sunday, 7. A day that a month does not have is that month's last.",
    "properties": {
        "calendar": {"enum": ["solar", "lunar"]},
        "repeats": {"enum": ["once", "weekly", "monthly", "yearly"]},
        "date": {"type": "string", "format": "date"},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "leap": {"type": "boolean"},
        "year": {"type": "integer"},
        "week": {"enum": [1, 2, 3, 4, -1]},
        "weekdays": {
            "type": "array",
            "items": {"type": "integer", "minimum": 1, "maximum": 7},
            "minItems": 1,
        },
    },
    "required": ["calendar", "repeats"],
    "additionalProperties": False,
}
COLUMNS = tuple(SCHEMA["properties"])


def when_row(when: When) -> dict[str, Any]:
    """The rule in JSON's own types."""
    lunar = isinstance(when, LunarDay | LunarDate | EveryLunarMonth)
    repeats, rest = _rule(when)
    return {"calendar": "lunar" if lunar else "solar", "repeats": repeats, **rest}


def _rule(when: When) -> tuple[str, dict[str, Any]]:
    match when:
        case OnDay(day):
            return "once", {"date": day.isoformat()}
        case LunarDate(day, month, leap, year):
            return "once", {"day": day, "month": month, "leap": leap, "year": year}
        case LunarDay(day, month, leap):
            return "yearly", {"day": day, "month": month, "leap": leap}
        case EveryYear(day, month):
            return "yearly", {"day": day, "month": month}
        case EveryMonth(day) | EveryLunarMonth(day):
            return "monthly", {"day": day}
        case EveryMonthOn(week, weekday):
            return "monthly", {"week": week, "weekdays": [weekday]}
        case EveryWeek(weekdays):
            return "weekly", {"weekdays": list(weekdays)}
