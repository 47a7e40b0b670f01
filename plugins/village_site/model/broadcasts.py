"""The loudspeaker: when it speaks as a rule, and what it has read out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from village_site.agenda import parse_weekdays
from village_site.model.common import DATE, OFFICE, WORDS, Amount, Entry, Figure
from village_site.model.declare import Run, optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.reading import Reading
from village_site.model.shapes import Choice, Parsed, Ref, Reference
from village_site.model.text import Text
from village_site.source import Node, Scalar
from village_site.values import FuzzyDate, parse_clock

CLOCK = Parsed(Text("giờ trong ngày", "time of day"), parse_clock)
LASTS = Amount(("phút",))


class Weekday(Listed):
    """The days of the week; their places are those of ISO 8601, less one."""

    MONDAY = term("monday", "thứ hai", title_en="Monday")
    TUESDAY = term("tuesday", "thứ ba", title_en="Tuesday")
    WEDNESDAY = term("wednesday", "thứ tư", title_en="Wednesday")
    THURSDAY = term("thursday", "thứ năm", title_en="Thursday")
    FRIDAY = term("friday", "thứ sáu", title_en="Friday")
    SATURDAY = term("saturday", "thứ bảy", title_en="Saturday")
    SUNDAY = term("sunday", "chủ nhật", title_en="Sunday")


class Weekdays(Choice[Weekday]):
    """The shape of an item that names a day of the week, or several: `thứ 2 đến thứ 6`."""

    def read(self, node: Node, reading: Reading) -> Any:
        """The day, or the run of days."""
        days = parse_weekdays(node.text) if type(node) is Scalar else ()
        if not days:
            return super().read(node, reading)
        return Run(Weekday.members()[day - 1] for day in days)


@record
class BroadcastSlot(Entry):
    """An entry of `programme.yml`: what is on at one time of the week."""

    days: tuple[Weekday, ...] = several(
        Weekdays(Weekday),
        vi="ngày",
        also=("thứ",),
        title=("Những ngày", "Days"),
        help=(
            "thứ hai, thứ tư · thứ 2 đến thứ 6 · [t2, cn]; bỏ trống: hằng ngày.",
            "Weekdays, or Monday to Friday; empty: every day.",
        ),
        most=7,
    )
    time: dt.time | None = optional(
        CLOCK, vi="giờ", title=("Giờ", "Time"), help=("5:30 · 17 giờ · 7 giờ tối.", "When it begins.")
    )
    minutes: Figure | None = optional(
        LASTS, vi="bao lâu", title=("Bao lâu", "Length"), help=("Số phút.", "In minutes.")
    )
    what: Text = required(
        WORDS, vi="nội dung", title=("Nội dung", "What"), help=("Phát những gì.", "What is on.")
    )
    by: Text | None = optional(
        OFFICE,
        vi="ai phát",
        title=("Ai phát", "By whom"),
        help=("Chức danh, tổ chức.", "A role or organisation."),
    )
    since: FuzzyDate | None = optional(DATE, vi="từ", title=("Từ", "From"), help=("Nếu biết.", "If known."))
    until: FuzzyDate | None = optional(
        DATE, vi="đến", title=("Đến", "Until"), help=("Khi đã thôi phát.", "When it has ended.")
    )


PROGRAMME = Kind(
    name="broadcast-slot",
    title=Text("Lịch phát thanh", "Broadcast programme"),
    help=Text("Loa của thôn phát lúc nào, những gì.", "When the loudspeaker speaks, and of what."),
    record=BroadcastSlot,
    file="programme",
    file_vi="lich-phat-thanh",
    section=True,
    chapter=Chapter.NEWS,
    exported=True,
    of_units=True,
    shared_down=True,
    about_people=True,
    for_all=True,
)


@record
class Broadcast(Entry):
    """An entry of `broadcasts.yml`, or a line of `broadcasts.csv`: what was read out once."""

    date: FuzzyDate = required(DATE, vi="ngày", title=("Ngày", "Date"), help=("Phát hôm nào.", "When."))
    time: dt.time | None = optional(CLOCK, vi="giờ", title=("Giờ", "Time"), help=("Nếu nhớ.", "If known."))
    what: Text = required(
        WORDS, vi="nội dung", title=("Nội dung", "What"), help=("Đã đọc gì.", "What was read out.")
    )
    minutes: Figure | None = optional(
        LASTS, vi="bao lâu", title=("Bao lâu", "Length"), help=("Số phút.", "In minutes.")
    )
    notice: Ref | None = optional(
        Reference("notice"),
        vi="thông báo",
        title=("Thông báo", "Notice"),
        help=(
            "Mã của thông báo đã đọc; của xã thì ghi mã-xã/mã-thông-báo.",
            "The notice's id; a commune's as commune-id/notice-id.",
        ),
    )


BROADCASTS = Kind(
    name="broadcast",
    title=Text("Nhật ký phát thanh", "Broadcast log"),
    help=Text(
        "Mỗi lần phát một mục, hoặc một dòng của bảng .csv.", "An entry, or a line of a table, each time."
    ),
    record=Broadcast,
    file="broadcasts",
    file_vi="nhat-ky-phat-thanh",
    section=True,
    chapter=Chapter.NEWS,
    own_page=True,
    exported=True,
    of_units=True,
    tabular=True,
    about_people=True,
    for_all=True,
)
