"""Print runs and the plates they made: what was printed when, with which words, and how each plate fares."""

from __future__ import annotations

from village_site.model.common import DATE, FLAG, LINE, WORDS, Sourced
from village_site.model.declare import MOST_CODES, Record, defaulted, optional, record, required, several
from village_site.model.events import CodeText
from village_site.model.kinds import Kind, Layout
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Nested, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate


@record
class Printed(Record):
    """One plate of a run."""

    code: str = required(
        CodeText(), vi="mã", title=("Mã", "Code"), help=("Mã trên biển.", "The code on the plate.")
    )
    text: str = required(
        LINE,
        vi="chữ",
        title=("Chữ trên biển", "Words"),
        help=("Để biết khi nào phải in lại.", "Shows when to reprint."),
    )


@record
class PrintRun(Sourced):
    """A file of `_prints/`, written by `villages plates --run`; its name is the run's id."""

    id: str
    date: FuzzyDate = required(
        DATE, vi="ngày", title=("Ngày in", "Date"), help=("Ngày xuất tệp.", "When it was made.")
    )
    base_url: str = required(
        LINE,
        vi="địa chỉ gốc",
        title=("Địa chỉ đã in", "Address printed"),
        help=("Không sửa.", "Never edited."),
    )
    sample: bool = defaulted(
        FLAG,
        False,
        vi="in thử",
        title=("In thử", "Sample"),
        help=("“có” khi chỉ in thử.", "“yes” for a trial print."),
    )
    printer: Text | None = optional(
        WORDS,
        vi="nhà in",
        title=("Nhà in, vật liệu", "Printer, material"),
        help=("Ghi lại để bảo hành.", "For warranty."),
    )
    plates: tuple[Printed, ...] = several(
        Nested(Printed),
        most=MOST_CODES,
        vi="biển",
        title=("Các biển", "Plates"),
        help=("Do lệnh ghi ra.", "Written by the command."),
    )


PRINTS = Kind(
    name="print-run",
    title=Text("Đợt in", "Print runs"),
    help=Text("Mỗi đợt in một tệp.", "One file a print run."),
    record=PrintRun,
    file="_prints",
    file_vi="_prints",
    layout=Layout.FOLDER,
)


class Condition(Listed):
    """How a plate fares."""

    GOOD = term("good", "tốt")
    WORN = term("worn", "phai, xước", "Còn quét được.", "Can still be scanned.")
    BROKEN = term("broken", "hỏng", "Không quét được nữa.", "Cannot be scanned any more.")
    MISSING = term("missing", "mất")


@record
class Plate(Sourced):
    """An entry of a file of `_plates/`: a plate that hangs, or hung, somewhere."""

    code: str = required(
        CodeText(), vi="mã", title=("Mã", "Code"), help=("Mã trên biển.", "The code on the plate.")
    )
    run: Ref = required(
        Reference("print-run"),
        vi="đợt in",
        title=("Đợt in", "Run"),
        help=("Mã của đợt in.", "Id of its print run."),
    )
    mounted: FuzzyDate | None = optional(
        DATE,
        vi="ngày gắn",
        title=("Gắn ngày", "Mounted"),
        help=("Bỏ trống nếu chưa gắn.", "Empty while it does not hang."),
    )
    condition: Condition = defaulted(
        Choice(Condition),
        Condition.GOOD,
        vi="tình trạng",
        title=("Tình trạng", "Condition"),
        help=("Lần xem gần nhất.", "When last looked at."),
    )
    checked: FuzzyDate | None = optional(
        DATE,
        vi="ngày xem",
        title=("Xem lại ngày", "Checked"),
        help=("Ngày xem lại biển.", "When it was looked at."),
    )


PLATES = Kind(
    name="plate",
    title=Text("Biển", "Plates"),
    help=Text("Biển nào gắn khi nào, nay ra sao.", "Which plate hangs since when, and how it fares."),
    record=Plate,
    file="_plates",
    file_vi="_plates",
    layout=Layout.FOLDER_LIST,
)
