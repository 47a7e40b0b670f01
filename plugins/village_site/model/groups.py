"""Groups of households inside a village."""

from __future__ import annotations

from village_site.model.care import Caretaker
from village_site.model.common import (
    HOUSEHOLDS,
    LINE,
    OFFICE,
    PROSE,
    WORDS,
    Figure,
    plate_code,
    record_id,
)
from village_site.model.declare import optional, record, required
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice
from village_site.model.text import Text


class GroupKind(Listed):
    """What a group is called."""

    TO_LIEN_GIA = term("to-lien-gia", "tổ liên gia", "Nhóm hộ ở liền nhau.", "Households next to each other.")
    TO_TU_QUAN = term("to-tu-quan", "tổ tự quản", "Nhóm hộ tự lo an ninh, vệ sinh.", "Self-managed group.")
    XOM = term("xom", "xóm")
    CUM = term("cum", "cụm")
    TO = term("to", "tổ")


@record
class Group(Caretaker):
    """An entry of `groups.yml`."""

    id: str = record_id()
    code: str | None = plate_code()
    kind: GroupKind = required(
        Choice(GroupKind), vi="loại", title=("Loại", "Kind"), help=("Tổ liên gia, tổ tự quản…", "Its kind.")
    )
    name: str = required(
        LINE, vi="tên", title=("Tên", "Name"), help=("Không kèm loại, ví dụ: 1, Cây Đa.", "Without its kind.")
    )
    area: Text | None = optional(
        WORDS, vi="phạm vi", title=("Phạm vi", "Area"), help=("Những đường, xóm nào.", "Which roads.")
    )
    households: Figure | None = optional(
        HOUSEHOLDS, vi="số hộ", title=("Số hộ", "Households"), help=("Bao nhiêu hộ.", "How many.")
    )
    head: Text | None = optional(
        OFFICE,
        vi="phụ trách",
        title=("Ai phụ trách", "Head"),
        help=("Chức danh, không ghi tên.", "A role, no name."),
    )
    tasks: Text | None = optional(
        PROSE,
        vi="nhiệm vụ",
        title=("Việc của tổ", "Tasks"),
        help=("Tổ lo những việc gì.", "What it looks after."),
    )


GROUPS = Kind(
    name="group",
    title=Text("Tổ, nhóm", "Groups"),
    help=Text("Các tổ liên gia, tổ tự quản của thôn.", "Groups of households."),
    record=Group,
    file="groups",
    file_vi="to-nhom",
    section=True,
    chapter=Chapter.PEOPLE,
    coded=True,
    searched=True,
    exported=True,
    printed=True,
)
