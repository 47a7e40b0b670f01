"""Notices: what people are to know, from when and until when, and how urgent it is."""

from __future__ import annotations

from village_site.model.common import DATE, LINE, OFFICE, PROSE, URL, WORDS, Entry, record_id
from village_site.model.declare import defaulted, optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Parsed, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate, Moment, parse_moment

MOMENT = Parsed(Text("ngày, kèm giờ nếu cần", "full day, with a time where needed"), parse_moment)


class Urgency(Listed):
    """How soon people must know; the gravest first, as they are shown."""

    URGENT = term(
        "urgent",
        "khẩn",
        "Bão, lũ, cháy, dịch: đứng đầu mọi trang của thôn cho đến khi hết hạn.",
        "Storm, flood: on top of every page of the village until it is over.",
    )
    IMPORTANT = term("important", "quan trọng", "Mọi nhà cần biết.", "For every household.")
    NORMAL = term("normal", "thường", "Để bà con biết.", "For information.")


class Subject(Listed):
    """What a notice is about."""

    WEATHER = term("weather", "thiên tai")
    FIRE = term("fire", "phòng cháy")
    ORDER = term("order", "an ninh", title_en="public order")
    HEALTH = term("health", "y tế")
    UTILITIES = term("utilities", "điện nước")
    ROADS = term("roads", "đường sá")
    FARMING = term("farming", "sản xuất")
    SCHOOL = term("school", "học hành")
    PAPERS = term("papers", "giấy tờ, thủ tục", title_en="papers and procedures")
    MEETING = term("meeting", "họp, sinh hoạt")
    CAMPAIGN = term("campaign", "phong trào")
    OTHER = term("other", "việc khác", title_en="other matters")


@record
class Notice(Entry):
    """An entry of `notices.yml` of a village, or of a commune for all its villages."""

    id: str = record_id()
    title: Text = required(
        WORDS,
        vi="tiêu đề",
        title=("Tiêu đề", "Title"),
        help=("Một câu ngắn, nói ngay việc gì.", "A short sentence."),
    )
    text: Text = required(
        PROSE,
        vi="nội dung",
        title=("Nội dung", "Text"),
        help=(
            "Vài đoạn ngắn: việc gì, ở đâu, bà con làm gì. Đoạn đầu hiện ở mọi nơi.",
            "Short paragraphs; the first one is shown everywhere.",
        ),
    )
    issued: FuzzyDate = required(
        DATE, vi="ngày ra", also=("ngày ban hành",), title=("Ngày ra", "Issued"), help=("Ngày báo.", "When.")
    )
    since: Moment | None = optional(
        MOMENT,
        vi="từ",
        also=("from",),
        title=("Có hiệu lực từ", "In force from"),
        help=(
            "23/11/2026 hoặc 17:00 ngày 23/11/2026. Bỏ trống: từ ngày ra.",
            "Empty: from the day of issue.",
        ),
    )
    until: Moment | None = optional(
        MOMENT,
        vi="đến",
        title=("Có hiệu lực đến", "In force until"),
        help=(
            "Không ghi giờ: hết ngày. Thông báo khẩn phải có; loại khác bỏ trống thì sau 60 ngày thành cũ.",
            "Without a time: to the end of the day. Urgent ones need it; others grow old after 60 days.",
        ),
    )
    urgency: Urgency = defaulted(
        Choice(Urgency),
        Urgency.NORMAL,
        vi="mức",
        also=("mức độ",),
        title=("Mức", "Urgency"),
        help=("khẩn, quan trọng, thường.", "urgent, important, normal."),
    )
    subject: Subject = defaulted(
        Choice(Subject),
        Subject.OTHER,
        vi="về",
        title=("Về việc", "Subject"),
        help=("Việc gì.", "About what."),
    )
    issuer: Text | None = optional(
        OFFICE,
        vi="nơi ra",
        also=("nơi ban hành",),
        title=("Nơi ra thông báo", "Issuer"),
        help=("Cơ quan, ban, đoàn thể; không ghi tên người.", "An office, no person."),
    )
    answers: Text | None = optional(
        OFFICE,
        vi="hỏi ai",
        title=("Cần hỏi thì gặp ai", "Who answers"),
        help=(
            "Chức danh như ở tệp liên hệ; số điện thoại lấy từ đó.",
            "A role; its phone is that of the contacts.",
        ),
    )
    villages: tuple[Ref, ...] = several(
        Reference("village"),
        vi="thôn",
        title=("Riêng cho thôn", "For these villages"),
        help=(
            "Chỉ ở thông báo của xã. Bỏ trống: mọi thôn của xã.",
            "A commune's only; empty: all its villages.",
        ),
    )
    documents: tuple[str, ...] = several(
        LINE,
        vi="văn bản",
        title=("Văn bản kèm theo", "Documents"),
        help=("Số, ngày, tên.", "Number, date, name."),
    )
    link: str | None = optional(
        URL,
        vi="địa chỉ",
        also=("link", "liên kết"),
        title=("Xem thêm ở", "Link"),
        help=("Nếu có.", "If any."),
    )


NOTICES = Kind(
    name="notice",
    title=Text("Thông báo", "Notices"),
    help=Text("Điều bà con cần biết, từ bao giờ đến bao giờ.", "What people are to know, and until when."),
    record=Notice,
    file="notices",
    file_vi="thong-bao",
    section=True,
    chapter=Chapter.NEWS,
    own_page=True,
    exported=True,
    of_units=True,
    shared_down=True,
    about_people=True,
    for_all=True,
)
