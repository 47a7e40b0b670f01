"""Criteria sets, which are data with an issuer and dates: criteria, their indicators, what each asks for."""

from __future__ import annotations

from village_site.model.common import DATE, LINE, WORDS, Amount, Entry, Figure, Sourced
from village_site.model.declare import defaulted, optional, record, required, several
from village_site.model.kinds import Kind, Layout
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Flag, Nested, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate


class Level(Listed):
    """What a set is for."""

    VILLAGE = term("village", "thôn", "Chấm từng thôn.", "Villages are scored.")
    COMMUNE = term("commune", "xã", "Chấm cả xã.", "Communes are scored.")


class TargetKind(Listed):
    """How an indicator's target is to be read."""

    REACHED = term("reached", "đạt hay không", "Yêu cầu chỉ ghi “Đạt”.", "The target only says “reached”.")
    AT_LEAST = term("at-least", "ít nhất", "Con số phải bằng hoặc hơn.", "The number or more.")
    AT_MOST = term("at-most", "nhiều nhất", "Con số phải bằng hoặc kém.", "The number or less.")
    SHARE = term(
        "share", "tỉ lệ", "Phần trong tổng số, như % số hộ.", "A part of a whole, as % of households."
    )
    PROVINCE = term("province", "tỉnh quy định", "Văn bản để tỉnh định mức.", "Left to the province.")


@record
class Indicator(Sourced):
    """One numbered indicator of a criterion. What the document's reader did not enter stays empty."""

    number: str = required(
        LINE, vi="số", title=("Số", "Number"), help=("Như trong văn bản, ví dụ 2.1.", "As 2.1.")
    )
    name: Text = required(
        WORDS, vi="tên", title=("Tên", "Name"), help=("Như trong văn bản.", "As in the document.")
    )
    kind: TargetKind | None = optional(
        Choice(TargetKind),
        vi="loại yêu cầu",
        title=("Loại yêu cầu", "Kind of target"),
        help=("Đọc yêu cầu thế nào.", "How to read the target."),
    )
    target: Text | None = optional(
        WORDS,
        vi="yêu cầu",
        title=("Yêu cầu", "Target"),
        help=("Như trong văn bản: Đạt, ≥ 90 %.", "As in the document."),
    )
    unit: str | None = optional(
        LINE, vi="đơn vị", title=("Đơn vị tính", "Unit"), help=("Ví dụ: % số hộ, km.", "As % or km.")
    )
    appraised_by: Text | None = optional(
        WORDS,
        vi="thẩm định",
        title=("Nơi thẩm định", "Appraised by"),
        help=("Khi khác với cả tiêu chí.", "Where it differs from the criterion's."),
    )


@record
class Criterion(Sourced):
    """One numbered criterion of a set."""

    number: str = required(
        LINE, vi="số", title=("Số", "Number"), help=("Như trong văn bản.", "As in the document.")
    )
    name: Text = required(
        WORDS, vi="tên", title=("Tên", "Name"), help=("Như trong văn bản.", "As in the document.")
    )
    target: Text | None = optional(
        WORDS, vi="yêu cầu", title=("Yêu cầu", "Target"), help=("Ví dụ: Đạt, ≥ 90 %.", "For example: ≥ 90 %.")
    )
    appraised_by: Text | None = optional(
        WORDS,
        vi="thẩm định",
        title=("Nơi thẩm định", "Appraised by"),
        help=("Cơ quan xem xét tiêu chí này.", "The office that appraises it."),
    )
    indicators: tuple[Indicator, ...] = several(
        Nested(Indicator),
        vi="chỉ tiêu",
        title=("Các chỉ tiêu", "Indicators"),
        help=("Bỏ trống khi chưa đọc được; trang ghi “chưa nhập”.", "Left empty while unknown."),
    )
    continues: tuple[str, ...] = several(
        LINE,
        vi="tiếp nối",
        title=("Tiếp nối tiêu chí số", "Continues"),
        help=(
            "Số của tiêu chí trong bộ trước mà văn bản nói là được thay bằng tiêu chí này.",
            "Numbers of the replaced set's criteria this one continues, where a document says so.",
        ),
    )


@record
class CriteriaSet(Entry):
    """A file of `_criteria/`; its id is the file's name."""

    id: str
    name: Text = required(
        WORDS, vi="tên", title=("Tên bộ tiêu chí", "Name"), help=("Tên đầy đủ.", "In full.")
    )
    short_name: Text | None = optional(
        WORDS,
        vi="tên ngắn",
        title=("Tên ngắn", "Short name"),
        help=("Dùng ở chỗ hẹp.", "Where space is short."),
    )
    level: Level = required(
        Choice(Level),
        vi="cấp",
        title=("Cấp", "Level"),
        help=("Chấm thôn hay chấm xã.", "Villages or communes."),
    )
    issuer: str | None = optional(
        LINE,
        vi="nơi ban hành",
        title=("Nơi ban hành", "Issuer"),
        help=("Cơ quan ban hành.", "Who issued it."),
    )
    decision: str | None = optional(
        LINE, vi="quyết định", title=("Quyết định", "Decision"), help=("Số văn bản.", "Its number.")
    )
    date: FuzzyDate | None = optional(
        DATE, vi="ngày", title=("Ngày ban hành", "Date"), help=("Ngày ký.", "When it was signed.")
    )
    since: FuzzyDate | None = optional(
        DATE, vi="từ", title=("Áp dụng từ", "In force from"), help=("Ngày bắt đầu.", "First day.")
    )
    until: FuzzyDate | None = optional(
        DATE, vi="đến", title=("Đến hết", "Until"), help=("Ngày cuối cùng.", "Last day.")
    )
    region: Text | None = optional(
        WORDS,
        vi="nơi áp dụng",
        title=("Nơi áp dụng", "Region"),
        help=("Tỉnh, vùng.", "Where it holds."),
    )
    group: Text | None = optional(
        WORDS,
        vi="nhóm",
        title=("Nhóm xã, thôn", "Group"),
        help=("Khi văn bản chia nhóm: áp dụng cho nhóm nào.", "Which group of communes or villages."),
    )
    replaces: Ref | None = optional(
        Reference("criteria"),
        vi="thay cho",
        title=("Thay cho bộ", "Replaces"),
        help=("Mã của bộ trước trong _criteria.", "Id of the earlier set in _criteria."),
    )
    verified: bool = required(
        Flag(),
        vi="đã đối chiếu",
        title=("Đã đối chiếu văn bản gốc", "Checked against the document"),
        help=("“không”: trang sẽ ghi rõ là chưa đối chiếu.", "“no”: the page says it is unverified."),
    )
    example: bool = defaulted(
        Flag(),
        False,
        vi="ví dụ",
        title=("Ví dụ của trang này", "Example"),
        help=(
            "“có” khi bộ do người làm trang đặt ra, không cơ quan nào ban hành; trang sẽ ghi rõ.",
            "“yes” for a set made up for this site, issued by nobody; the page says so.",
        ),
    )
    note: Text | None = optional(
        WORDS, vi="ghi chú", title=("Ghi chú", "Note"), help=("Nếu cần.", "If needed.")
    )
    size: Figure | None = optional(
        Amount(("tiêu chí",)),
        vi="số tiêu chí",
        title=("Có bao nhiêu tiêu chí", "How many criteria"),
        help=("Khi chưa nhập đủ các tiêu chí.", "Where not all of them are entered."),
    )
    criteria: tuple[Criterion, ...] = several(
        Nested(Criterion),
        vi="tiêu chí",
        title=("Các tiêu chí", "Criteria"),
        help=("Theo thứ tự.", "In order."),
    )

    @property
    def total(self) -> int:
        """How many criteria the document has; those entered where nobody says; 0 for an unknown table."""
        return max(len(self.criteria), int(self.size.value.number) if self.size is not None else 0)

    @property
    def label(self) -> Text:
        """What it is called where space is short. Never shown without its mark."""
        return self.short_name or self.name


CRITERIA_SETS = Kind(
    name="criteria",
    title=Text("Bộ tiêu chí", "Criteria sets"),
    help=Text("Mỗi bộ tiêu chí một tệp.", "One set a file."),
    record=CriteriaSet,
    file="_criteria",
    file_vi="_criteria",
    layout=Layout.FOLDER,
    exported=True,
)
