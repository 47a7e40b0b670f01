"""What is held in a village or commune, once or again and again, by the solar or the lunar calendar."""

from __future__ import annotations

import datetime as dt

from village_site.agenda import When, parse_when
from village_site.model.common import DATE, FLAG, OFFICE, PROSE, WORDS, Entry, record_id
from village_site.model.declare import Shape, defaulted, optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Parsed, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate, parse_clock, parse_days

WHEN: Shape[When] = Parsed(
    Text("ngày dương, ngày âm, hoặc bao giờ lại có", "a day of either calendar, or how it comes again"),
    parse_when,
)
CLOCK = Parsed(Text("giờ trong ngày", "time of the day"), parse_clock)


class EventKind(Listed):
    """What sort of event it is."""

    FESTIVAL = term("festival", "lễ hội", "Của làng, của đình, của cả xã.", "Of the whole village.")
    WORSHIP = term(
        "worship",
        "tế lễ",
        "Cúng đình, giỗ ở di tích; không ghi giỗ của nhà.",
        "At a relic, never a family's.",
    )
    MEETING = term("meeting", "họp")
    GATHERING = term("gathering", "sinh hoạt", "Câu lạc bộ, tổ, hội.", "Of clubs, groups, associations.")
    CLEANING = term("cleaning", "vệ sinh", "Ra quân dọn đường, vớt rác.", "Common work on roads and canals.")
    HEALTH = term(
        "health", "y tế", "Tiêm chủng, phun thuốc, khám chung.", "Vaccination, spraying, check-ups."
    )
    TRAINING = term("training", "tập huấn")
    CULTURE = term("culture", "văn nghệ, thể thao", title_en="culture and sports")
    CONTEST = term("contest", "thi đua")
    OTHER = term("other", "việc khác", title_en="other event")


@record
class CalendarEvent(Entry):
    """An entry of `calendar.yml`."""

    id: str = record_id()
    title: Text = required(
        WORDS,
        vi="tên",
        also=("việc", "tiêu đề"),
        title=("Tên", "Title"),
        help=("Như bà con gọi: Lễ kỳ yên.", "As people call it."),
    )
    kind: EventKind = required(
        Choice(EventKind), vi="loại", title=("Loại", "Kind"), help=("Lễ hội, họp, vệ sinh…", "Its kind.")
    )
    when: When = required(
        WHEN,
        vi="khi nào",
        also=("ngày", "lịch"),
        title=("Khi nào", "When"),
        help=(
            "05/12/2026 · 20/11 hằng năm · ngày 5 hằng tháng · thứ bảy đầu tháng · thứ sáu hằng tuần · "
            "15/8 âm lịch · rằm tháng giêng · rằm hằng tháng. Ngày âm không ghi năm thì năm nào cũng có; "
            "tháng nhuận không làm lại, trừ khi ghi “nhuận”.",
            "05/12/2026 · 20/11 every year · day 5 every month · first Saturday of the month · every Friday "
            "· 15/8 lunar. A lunar day without a year comes every year, and not again in a leap month.",
        ),
    )
    days: int = defaulted(
        Parsed(Text("số ngày", "number of days"), parse_days),
        1,
        vi="số ngày",
        also=("kéo dài",),
        title=("Mấy ngày", "Days"),
        help=("Bỏ trống: một ngày.", "One, where it is left out."),
    )
    start: dt.time | None = optional(
        CLOCK,
        vi="giờ",
        also=("giờ bắt đầu", "từ giờ"),
        title=("Giờ bắt đầu", "Start"),
        help=("19:30, 19 giờ 30, 7 giờ tối. Bỏ trống: cả ngày.", "19:30. All day, where it is left out."),
    )
    end: dt.time | None = optional(
        CLOCK,
        vi="đến giờ",
        also=("giờ tan", "giờ kết thúc"),
        title=("Giờ tan", "End"),
        help=("Của ngày cuối.", "On the last day."),
    )
    since: FuzzyDate | None = optional(
        DATE,
        vi="từ ngày",
        title=("Có từ", "Since"),
        help=("Với việc lặp lại: bắt đầu từ khi nào.", "Of what comes again: from when on."),
    )
    until: FuzzyDate | None = optional(
        DATE,
        vi="đến ngày",
        title=("Có đến hết", "Until"),
        help=("Với việc lặp lại: đến khi nào thì thôi.", "Of what comes again: until when."),
    )
    off: tuple[FuzzyDate, ...] = several(
        DATE,
        vi="nghỉ",
        also=("trừ ngày", "nghỉ ngày"),
        title=("Nghỉ", "Off"),
        help=(
            "Với việc lặp lại: ngày hoặc tháng nào thì nghỉ.",
            "Of what comes again: days or months without it.",
        ),
    )
    place: Ref | None = optional(
        Reference("place"),
        vi="địa điểm",
        title=("Ở địa điểm nào", "Place"),
        help=(
            "Mã trong dia-diem.yml; ở xã thì ghi mã-thôn/mã.",
            "Id in places.yml; village/id in a commune's file.",
        ),
    )
    where: Text | None = optional(
        WORDS,
        vi="ở đâu",
        also=("nơi",),
        title=("Ở đâu", "Where"),
        help=(
            "Khi nơi ấy chưa có trong dia-diem.yml, hoặc chỉ rõ thêm.",
            "For a place without a record, or to say more.",
        ),
    )
    organiser: Text | None = optional(
        OFFICE,
        vi="ai lo",
        also=("đơn vị tổ chức", "ban tổ chức"),
        title=("Ai lo", "Organiser"),
        help=("Chức danh, tổ, hội; không ghi tên người.", "A role or an organisation, no name."),
    )
    text: Text | None = optional(
        PROSE,
        vi="nội dung",
        also=("kể thêm",),
        title=("Nội dung", "Text"),
        help=("Có gì, mang theo gì; vài câu.", "What there is, what to bring."),
    )
    cancelled: bool = defaulted(
        FLAG,
        False,
        vi="huỷ",
        also=("đã huỷ",),
        title=("Đã huỷ", "Cancelled"),
        help=(
            "“có” khi đã báo mà không làm nữa; lịch trên điện thoại bà con sẽ ghi huỷ.",
            "“yes” when it was announced and will not be; subscribers are told.",
        ),
    )


CALENDAR = Kind(
    name="calendar-event",
    title=Text("Lịch, lễ hội", "Events and festivals"),
    help=Text(
        "Lễ hội, tế lễ, họp, sinh hoạt, ngày ra quân: theo ngày dương hoặc ngày âm.",
        "Festivals, meetings, common work, by the solar or the lunar calendar.",
    ),
    record=CalendarEvent,
    file="calendar",
    file_vi="su-kien",
    section=True,
    chapter=Chapter.NEWS,
    own_page=True,
    exported=True,
    of_units=True,
    summed_up=True,
    about_people=True,
    for_all=True,
)
