"""What an area counts: schools, products, cooperatives …, and targets with what was reached."""

from __future__ import annotations

from village_site.model.common import DATE, WORDS, Amount, Entry, Figure, Sourced, record_id
from village_site.model.declare import optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Nested
from village_site.model.text import Text
from village_site.values import FuzzyDate

COUNT = Amount()


class Topic(Listed):
    """What is counted; roll-ups put equal topics together."""

    COMMUNES = term("communes", "xã đạt chuẩn")
    VILLAGES = term("villages", "thôn đạt chuẩn")
    SCHOOLS = term("schools", "trường học")
    PRODUCTS = term("products", "sản phẩm OCOP")
    COOPERATIVES = term("cooperatives", "hợp tác xã")
    OPINIONS = term("opinions", "ý kiến người dân")
    FAMILIES = term("families", "gia đình văn hoá")
    OTHER = term("other", "khác")


@record
class Part(Sourced):
    """A part of what is counted: products with four stars, cooperatives that have stopped."""

    name: Text = required(
        WORDS, vi="tên", title=("Tên", "Name"), help=("Ví dụ: 4 sao, cấp tỉnh.", "As 4 stars, provincial.")
    )
    number: Figure = required(COUNT, vi="số", title=("Số", "Number"), help=("Bao nhiêu.", "How many."))


@record
class Tally(Entry):
    """An entry of `tallies.yml` of a commune, district or province, or of a village."""

    id: str = record_id()
    topic: Topic = required(
        Choice(Topic), vi="về", title=("Về", "Topic"), help=("Đếm gì.", "What is counted.")
    )
    name: Text = required(
        WORDS, vi="tên", title=("Tên", "Name"), help=("Ví dụ: Trường đạt chuẩn quốc gia.", "In words.")
    )
    total: Figure = required(
        COUNT,
        vi="tổng",
        title=("Tổng", "Total"),
        help=("Số, hoặc số trên tổng: 46/52 trường.", "A number, or a share: 46/52 schools."),
    )
    date: FuzzyDate = required(
        DATE, vi="ngày", title=("Tính đến", "As of"), help=("Ngày, tháng hoặc năm.", "When it held.")
    )
    parts: tuple[Part, ...] = several(
        Nested(Part),
        vi="trong đó",
        title=("Trong đó", "Of which"),
        help=("Phần không kể hiện là “còn lại”.", "What is not listed is shown as the rest."),
    )
    note: Text | None = optional(
        WORDS, vi="ghi chú", title=("Ghi chú", "Note"), help=("Nếu cần.", "If needed.")
    )


TALLIES = Kind(
    name="tally",
    title=Text("Số đếm", "Tallies"),
    help=Text("Trường, sản phẩm, hợp tác xã… theo từng lần thống kê.", "Schools, products, cooperatives …"),
    record=Tally,
    file="tallies",
    file_vi="so-dem",
    section=True,
    chapter=Chapter.STANDARDS,
    exported=True,
    of_units=True,
)


@record
class Target(Entry):
    """An entry of `targets.yml`: what is to be reached by when, and how far it is."""

    id: str = record_id()
    name: Text = required(
        WORDS, vi="tên", title=("Tên", "Name"), help=("Ví dụ: Hồ sơ xử lý trực tuyến.", "In words.")
    )
    target: Figure = required(
        COUNT, vi="chỉ tiêu", title=("Chỉ tiêu", "Target"), help=("Ví dụ: 100 %, ít nhất 5 xã.", "As 100 %.")
    )
    due: FuzzyDate | None = optional(
        DATE, vi="đến", title=("Đến hết", "By"), help=("Hạn.", "When it is due.")
    )
    reached: tuple[Figure, ...] = several(
        COUNT,
        vi="đã đạt",
        title=("Đã đạt", "Reached"),
        help=("Từng lần: {giá trị, ngày, nguồn}.", "Each time: a dated figure."),
    )
    note: Text | None = optional(
        WORDS, vi="ghi chú", title=("Ghi chú", "Note"), help=("Nếu cần.", "If needed.")
    )


TARGETS = Kind(
    name="target",
    title=Text("Chỉ tiêu", "Targets"),
    help=Text("Phải đạt gì, đến bao giờ, đã đạt bao nhiêu.", "What is to be reached by when."),
    record=Target,
    file="targets",
    file_vi="chi-tieu",
    section=True,
    chapter=Chapter.STANDARDS,
    exported=True,
    of_units=True,
)
