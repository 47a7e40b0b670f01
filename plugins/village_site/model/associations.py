"""Associations and bodies of a village: who leads each by role, what it does, what it supervises."""

from __future__ import annotations

from village_site.model.care import Caretaker
from village_site.model.common import DATE, LINE, OFFICE, PROSE, Amount, Figure, record_id
from village_site.model.declare import optional, record, required
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice
from village_site.model.text import Text
from village_site.values import FuzzyDate


class AssociationKind(Listed):
    """What a body is. Groups of believers are not among them: nobody's faith is told."""

    PARTY_CELL = term("party-cell", "chi bộ", title_en="Party cell")
    FRONT = term("front-committee", "ban công tác mặt trận", title_en="Fatherland Front committee")
    FARMERS = term("farmers", "chi hội nông dân", title_en="farmers' association")
    WOMEN = term("women", "chi hội phụ nữ", title_en="women's association")
    VETERANS = term("veterans", "chi hội cựu chiến binh", title_en="veterans' association")
    ELDERLY = term("elderly", "chi hội người cao tuổi", title_en="association of the elderly")
    YOUTH = term("youth", "chi đoàn thanh niên", title_en="youth union")
    MEDIATION = term("mediation", "tổ hoà giải", title_en="mediation group")
    INVESTMENT = term(
        "investment-supervision",
        "ban giám sát đầu tư cộng đồng",
        "Theo dõi công trình của thôn, xã.",
        "It follows public works.",
        title_en="board for the supervision of public investment",
    )
    SECURITY = term(
        "security",
        "tổ an ninh cơ sở",
        title="tổ bảo vệ an ninh, trật tự ở cơ sở",
        title_en="security and order team",
    )
    OTHER = term(
        "other",
        "đoàn thể khác",
        "Chữ thập đỏ, khuyến học, câu lạc bộ…",
        "Red Cross, learning, clubs …",
        title_en="other association",
    )


@record
class Association(Caretaker):
    """An entry of `associations.yml`."""

    id: str = record_id()
    kind: AssociationKind = required(
        Choice(AssociationKind),
        vi="loại",
        title=("Loại", "Kind"),
        help=("Chi bộ, chi hội, tổ, ban nào.", "Which body."),
    )
    name: str | None = optional(
        LINE,
        vi="tên",
        title=("Tên", "Name"),
        help=("Bỏ trống thì trang ghi loại.", "Without it the page says its kind."),
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
        title=("Nhiệm vụ", "Tasks"),
        help=("Lo những việc gì; ai lo việc nào, theo chức danh.", "What it does; who does what, by role."),
    )
    members: Figure | None = optional(
        Amount(("hội viên", "đoàn viên", "đảng viên", "thành viên", "người")),
        vi="số hội viên",
        title=("Số hội viên", "Members"),
        help=("Chỉ con số.", "A number only."),
    )
    since: FuzzyDate | None = optional(
        DATE, vi="từ", title=("Có từ", "Since"), help=("Ngày, tháng hoặc năm lập.", "When it was founded.")
    )


ASSOCIATIONS = Kind(
    name="association",
    title=Text("Đoàn thể, ban, tổ", "Associations"),
    help=Text(
        "Chi bộ, mặt trận, các hội, tổ hoà giải, ban giám sát của thôn; theo chức danh, không ghi tên người.",
        "Bodies and associations of the village, by role.",
    ),
    record=Association,
    file="associations",
    file_vi="doan-the",
    section=True,
    chapter=Chapter.PEOPLE,
    exported=True,
    about_people=True,
)
