"""What to do in an emergency: whom to call, what to say, where to go, what there is against fire."""

from __future__ import annotations

from village_site.model.common import (
    DATE,
    OFFICE,
    OFFICE_PHONE,
    PLACE,
    PROSE,
    WORDS,
    Amount,
    Entry,
    Figure,
    Sourced,
)
from village_site.model.declare import Record, optional, record, required, several
from village_site.model.kinds import Chapter, Kind, Layout
from village_site.model.shapes import Nested, Ref, Reference
from village_site.model.text import Text
from village_site.values import Coordinates, FuzzyDate, Phone


@record
class CallStep(Record):
    """Whom to call next. The number of somebody among the contacts is theirs, and typed there alone."""

    who: Text = required(
        OFFICE,
        vi="gọi ai",
        title=("Gọi ai", "Whom"),
        help=(
            "Chức danh đúng như trong lien-he.yml: trang lấy số ở đó. Nơi khác thì ghi tên cơ quan và số.",
            "A role as in contacts.yml, whose number is then shown; or another office, with its number.",
        ),
    )
    when: Text | None = optional(
        WORDS,
        vi="khi",
        title=("Khi nào", "When"),
        help=("Việc gì thì gọi: cháy, có người bị nạn.", "In what case."),
    )
    phone: Phone | None = optional(
        OFFICE_PHONE,
        vi="điện thoại",
        title=("Điện thoại", "Phone"),
        help=(
            "Chỉ số khẩn cấp hoặc số cơ quan chưa có trong lien-he.yml.",
            "Only an emergency number, or an office's that contacts.yml does not have.",
        ),
    )


@record
class EvacuationPoint(Sourced):
    """Where people go; a place of the village, or one of which only the name is known."""

    place: Ref | None = optional(
        Reference("place"),
        vi="địa điểm",
        title=("Địa điểm", "Place"),
        help=("Mã riêng trong dia-diem.yml.", "Id of a place."),
    )
    name: Text | None = optional(
        WORDS,
        vi="tên",
        title=("Tên nơi ấy", "Name"),
        help=("Khi nơi ấy chưa có trong dia-diem.yml.", "If it is not among the places."),
    )
    location: Coordinates | None = optional(
        PLACE,
        vi="toạ độ",
        title=("Toạ độ", "Location"),
        help=("Chỉ khi không ghi địa điểm.", "Only without a place."),
    )
    when: Text | None = optional(
        WORDS, vi="khi", title=("Khi nào đến", "When"), help=("Lũ, bão, cháy.", "In what case.")
    )
    capacity: Figure | None = optional(
        Amount(("người", "hộ")),
        vi="sức chứa",
        title=("Sức chứa", "Capacity"),
        help=("Bao nhiêu người.", "How many people."),
    )
    way: Text | None = optional(
        WORDS,
        vi="đường đi",
        title=("Đi thế nào", "Way there"),
        help=("Đường nào không ngập, đi bộ hay đi xuồng.", "The way that stays dry."),
    )
    keys: Text | None = optional(
        OFFICE,
        vi="ai mở cửa",
        title=("Ai mở cửa", "Who opens"),
        help=("Chức danh giữ chìa khoá.", "The role that has the key."),
    )


@record
class FloodLevel(Sourced):
    """A level at a mark that everybody can see, and what follows from it."""

    mark: Text = required(
        WORDS,
        vi="mốc",
        title=("Mốc", "Mark"),
        help=("Thước nước, cột mốc ở đâu.", "Which gauge."),
    )
    level: Figure = required(
        Amount(("m",)),
        vi="mực nước",
        title=("Mực nước", "Level"),
        help=("Mét trên thước ấy: 1,6 m.", "Metres on it."),
    )
    means: Text | None = optional(
        WORDS,
        vi="khi đó",
        title=("Khi đó thế nào", "What happens"),
        help=("Đường nào ngập, nhà nào ướt nền.", "What is under water."),
    )
    action: Text | None = optional(
        WORDS,
        vi="làm gì",
        title=("Bà con làm gì", "What to do"),
        help=("Một câu.", "One sentence."),
    )
    reached: tuple[FuzzyDate, ...] = several(
        DATE, vi="đã từng", title=("Đã từng tới", "Reached in"), help=("Năm, tháng nào.", "When.")
    )


@record
class FirePoint(Sourced):
    """What there is against fire, where it stands and when somebody last looked whether it works."""

    what: Text = required(
        WORDS,
        vi="có gì",
        title=("Có gì", "What"),
        help=("Bình chữa cháy, máy bơm, bể nước, kẻng.", "Extinguishers, a pump, water, a gong."),
    )
    where: Text = required(
        WORDS, vi="ở đâu", title=("Ở đâu", "Where"), help=("Ai cũng tìm được.", "Findable.")
    )
    count: Figure | None = optional(
        Amount(), vi="số lượng", title=("Số lượng", "How many"), help=("Ví dụ: 4 bình.", "With its unit.")
    )
    checked: FuzzyDate | None = optional(
        DATE,
        vi="kiểm tra",
        also=("kiểm tra lần cuối",),
        title=("Kiểm tra lần cuối", "Last checked"),
        help=("Quá một năm thì trang nói rõ.", "After a year the page says so."),
    )
    by: Text | None = optional(
        OFFICE,
        vi="ai kiểm tra",
        title=("Ai kiểm tra", "Checked by"),
        help=("Chức danh, tổ.", "A role or group."),
    )


@record
class SafetyReview(Sourced):
    """A look back at a year's safety."""

    date: FuzzyDate = required(
        DATE, vi="ngày", title=("Khi nào", "When"), help=("Ngày, tháng hoặc năm.", "Day, month or year.")
    )
    subject: Text | None = optional(
        WORDS,
        vi="về việc",
        title=("Về việc gì", "Subject"),
        help=("Phòng cháy, phòng chống lũ.", "Fire, floods."),
    )
    by: Text | None = optional(
        OFFICE, vi="ai đánh giá", title=("Ai đánh giá", "By"), help=("Cơ quan, cuộc họp.", "Office, meeting.")
    )
    result: Text | None = optional(
        WORDS, vi="kết quả", title=("Kết quả", "Result"), help=("Một câu.", "One sentence.")
    )
    found: Text | None = optional(
        PROSE,
        vi="còn gì",
        also=("tồn tại",),
        title=("Còn phải làm gì", "What was found"),
        help=("Chỗ chưa ổn, ai sửa, bao giờ xong.", "What is to be mended, by whom, until when."),
    )


@record
class Safety(Entry):
    """`safety.yml`; the emergency page is there without it, with the numbers everybody needs."""

    calls: tuple[CallStep, ...] = several(
        Nested(CallStep),
        vi="gọi theo thứ tự",
        title=("Gọi ai theo thứ tự", "Whom to call, in order"),
        help=("Trên là gọi trước.", "The first one first."),
        most=12,
    )
    say: tuple[Text, ...] = several(
        WORDS,
        vi="nói gì",
        title=("Nói gì khi gọi", "What to say"),
        help=(
            "Từng câu. Câu nói mình ở thôn, xã nào thì trang tự viết.",
            "A sentence each; where the village is, the page says by itself.",
        ),
        most=8,
    )
    evacuation_points: tuple[EvacuationPoint, ...] = several(
        Nested(EvacuationPoint),
        vi="điểm sơ tán",
        title=("Điểm sơ tán", "Evacuation points"),
        help=("Đi đâu khi phải rời nhà.", "Where to go."),
        most=20,
    )
    flood_levels: tuple[FloodLevel, ...] = several(
        Nested(FloodLevel),
        vi="mực nước lũ",
        also=("mực nước",),
        title=("Nước tới đâu thì làm gì", "Flood levels"),
        help=("Trang xếp theo mốc, mức thấp trước.", "The page sorts them by mark, lowest first."),
        most=20,
    )
    fire_points: tuple[FirePoint, ...] = several(
        Nested(FirePoint),
        vi="chữa cháy",
        title=("Đồ chữa cháy", "Against fire"),
        help=("Có gì, ở đâu, kiểm tra khi nào.", "What, where, when checked."),
        most=40,
    )
    reviews: tuple[SafetyReview, ...] = several(
        Nested(SafetyReview),
        vi="đánh giá",
        title=("Đánh giá hằng năm", "Yearly review"),
        help=("Mỗi năm một lần.", "Once a year."),
        most=40,
    )


SAFETY = Kind(
    name="safety",
    title=Text("Khi khẩn cấp", "In an emergency"),
    help=Text(
        "Gọi ai, nói gì, đi đâu, nước tới đâu thì làm gì, đồ chữa cháy. Thôn nào cũng có trang này.",
        "Whom to call, what to say, where to go. Every village has this page.",
    ),
    record=Safety,
    file="safety",
    file_vi="an-toan",
    layout=Layout.VILLAGE,
    section=True,
    chapter=Chapter.SAFETY,
    always=True,
    exported=True,
    about_people=True,
    for_all=True,
)
