"""Criteria sets, which are data with an issuer and dates, and how villages stand against them."""

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
        help=("Tỉnh, vùng, nhóm xã.", "Where it holds."),
    )
    verified: bool = required(
        Flag(),
        vi="đã đối chiếu",
        title=("Đã đối chiếu văn bản gốc", "Checked against the document"),
        help=("“không”: trang sẽ ghi rõ là chưa đối chiếu.", "“no”: the page says it is unverified."),
    )
    note: Text | None = optional(
        WORDS, vi="ghi chú", title=("Ghi chú", "Note"), help=("Nếu cần.", "If needed.")
    )
    criteria: tuple[Criterion, ...] = several(
        Nested(Criterion),
        vi="tiêu chí",
        title=("Các tiêu chí", "Criteria"),
        help=("Theo thứ tự.", "In order."),
    )


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


class Status(Listed):
    """How a village stands against one criterion."""

    MET = term("met", "đạt")
    NOT_MET = term("not-met", "chưa đạt")
    IN_PROGRESS = term("in-progress", "đang thực hiện", "Đã bắt đầu, chưa xong.", "Begun, not finished.")
    NOT_ASSESSED = term("not-assessed", "chưa chấm", "Chưa ai chấm.", "Nobody has assessed it.")


@record
class Score(Sourced):
    """The state of one criterion."""

    criterion: str = required(
        LINE,
        vi="tiêu chí",
        title=("Tiêu chí số", "Criterion"),
        help=("Số của tiêu chí trong bộ.", "Its number."),
    )
    status: Status = required(
        Choice(Status), vi="kết quả", title=("Kết quả", "Status"), help=("Đạt, chưa đạt…", "Met, not met …")
    )
    value: Figure | None = optional(
        Amount(), vi="giá trị", title=("Giá trị", "Value"), help=("Nếu có số.", "If any.")
    )
    target: Text | None = optional(
        WORDS,
        vi="yêu cầu",
        title=("Yêu cầu", "Target"),
        help=("Khi khác với bộ tiêu chí.", "Where it differs."),
    )
    date: FuzzyDate | None = optional(
        DATE,
        vi="ngày",
        title=("Ngày chấm", "Date"),
        help=("Khi khác ngày của cả lần chấm.", "Where it differs."),
    )
    evidence: Text | None = optional(
        WORDS, vi="minh chứng", title=("Minh chứng", "Evidence"), help=("Dựa vào đâu.", "What shows it.")
    )


@record
class Assessment(Entry):
    """An entry of `criteria.yml`: one dated look at one set."""

    set: Ref = required(
        Reference("criteria"),
        vi="bộ tiêu chí",
        title=("Bộ tiêu chí", "Set"),
        help=("Mã trong _criteria.", "Its id."),
    )
    date: FuzzyDate = required(
        DATE,
        vi="ngày",
        also=("thời gian",),
        title=("Chấm khi nào", "Date"),
        help=("Ngày, tháng hoặc năm.", "When."),
    )
    note: Text | None = optional(
        WORDS, vi="ghi chú", title=("Ghi chú", "Note"), help=("Nếu cần.", "If needed.")
    )
    scores: tuple[Score, ...] = several(
        Nested(Score),
        vi="các tiêu chí",
        title=("Từng tiêu chí", "Scores"),
        help=("Tiêu chí không ghi coi như chưa chấm.", "Those left out count as not assessed."),
    )
    complete: bool = defaulted(
        Flag(),
        False,
        vi="đạt cả bộ",
        title=("Đạt cả bộ", "All met"),
        help=("“có” khi nguồn chỉ nói đã hoàn thành cả bộ.", "“yes” when the source only says all are met."),
    )


CRITERIA = Kind(
    name="assessment",
    title=Text("Tiêu chí", "Criteria"),
    help=Text("Thôn đứng đâu so với từng bộ tiêu chí.", "How the village stands against each set."),
    record=Assessment,
    file="criteria",
    file_vi="tieu-chi",
    section=True,
    exported=True,
)
