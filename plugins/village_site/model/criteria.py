"""How villages and communes stand against sets of criteria; every look at them is kept."""

from __future__ import annotations

from village_site.model.common import DATE, LINE, OFFICE, WORDS, Amount, Entry, Figure, Sourced
from village_site.model.declare import defaulted, optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Flag, Nested, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate


class Status(Listed):
    """How a village stands against one criterion."""

    MET = term("met", "đạt")
    NOT_MET = term("not-met", "chưa đạt")
    IN_PROGRESS = term("in-progress", "đang thực hiện", "Đã bắt đầu, chưa xong.", "Begun, not finished.")
    NOT_ASSESSED = term("not-assessed", "chưa chấm", "Chưa ai chấm.", "Nobody has assessed it.")


@record
class Score(Sourced):
    """The state of one criterion, or of one of its indicators."""

    criterion: str = required(
        LINE,
        vi="tiêu chí",
        title=("Tiêu chí số", "Criterion"),
        help=("Số của tiêu chí trong bộ.", "Its number."),
    )
    indicator: str | None = optional(
        LINE,
        vi="chỉ tiêu",
        title=("Chỉ tiêu số", "Indicator"),
        help=("Khi chấm riêng một chỉ tiêu của tiêu chí.", "Where only one of its indicators is scored."),
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
    responsible: Text | None = optional(
        OFFICE,
        vi="phụ trách",
        title=("Ai phụ trách", "Responsible"),
        help=("Chức danh hoặc đoàn thể, không ghi tên.", "A role or organisation, no name."),
    )
    supervises: Text | None = optional(
        OFFICE,
        vi="giám sát",
        title=("Ai giám sát", "Supervises"),
        help=("Chức danh hoặc tổ chức, không ghi tên.", "A role or organisation, no name."),
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
    responsible: Text | None = optional(
        OFFICE,
        vi="phụ trách",
        title=("Ai phụ trách", "Responsible"),
        help=("Chung cho cả bộ: chức danh, không ghi tên.", "For the whole set: a role, no name."),
    )
    supervises: Text | None = optional(
        OFFICE,
        vi="giám sát",
        title=("Ai giám sát", "Supervises"),
        help=("Chung cho cả bộ: chức danh, không ghi tên.", "For the whole set: a role, no name."),
    )
    villages: Figure | None = optional(
        Amount(),
        vi="số thôn",
        title=("Số thôn", "Villages"),
        help=(
            "Chỉ ở tệp của xã, khi bộ chấm từng thôn: bao nhiêu thôn, ví dụ 4/4 thôn.",
            "Only of a commune, for a set that scores villages: how many of them, as 4/4 thôn.",
        ),
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
    help=Text(
        "Thôn, xã đứng đâu so với từng bộ tiêu chí.", "How a village or commune stands against each set."
    ),
    record=Assessment,
    file="criteria",
    file_vi="tieu-chi",
    section=True,
    chapter=Chapter.STANDARDS,
    exported=True,
    of_units=True,
)
