"""A village: its name through time, the units it belonged to, its introduction and figures."""

from __future__ import annotations

from village_site.model.common import (
    DATE,
    LINE,
    PLACE,
    PROSE,
    WORDS,
    Amount,
    Certainty,
    Entry,
    Figure,
    Sourced,
    plate_code,
)
from village_site.model.declare import defaulted, optional, record, required, several
from village_site.model.kinds import Kind, Layout
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Nested, Ref, Reference
from village_site.model.text import Text
from village_site.values import Coordinates, FuzzyDate


class VillageKind(Listed):
    """What a village is called by law or custom."""

    THON = term("thon", "thôn", "Cụm dân cư ở xã.", "Village of a rural commune.")
    XOM = term("xom", "xóm")
    LANG = term("lang", "làng")
    BAN = term("ban", "bản", "Tên gọi ở miền núi phía Bắc.", "In the northern mountains.")
    BUON = term("buon", "buôn", "Tên gọi ở Tây Nguyên.", "In the central highlands.")
    PLEI = term("plei", "plei")
    AP = term("ap", "ấp", "Tên gọi ở Nam Bộ.", "In the south.")
    KHOM = term("khom", "khóm", "Cụm dân cư ở phường, Nam Bộ.", "Of a ward, in the south.")
    TO_DAN_PHO = term("to-dan-pho", "tổ dân phố", "Cụm dân cư ở phường.", "Of an urban ward.")
    KHU_PHO = term("khu-pho", "khu phố", "Cụm dân cư ở phường.", "Of an urban ward.")
    KHU_DAN_CU = term("khu-dan-cu", "khu dân cư")
    TIEU_KHU = term("tieu-khu", "tiểu khu")


@record
class FormerName(Sourced):
    """A name borne before."""

    name: str = required(
        LINE,
        vi="tên",
        title=("Tên cũ", "Former name"),
        help=("Tên đã dùng trước đây, không kèm chữ “thôn”.", "Without the word for its kind."),
    )
    kind: VillageKind | None = optional(
        Choice(VillageKind),
        vi="loại",
        title=("Loại khi đó", "Kind then"),
        help=("Khi loại cũng đã đổi, ví dụ xóm thành thôn.", "Where the kind changed too."),
    )
    until: FuzzyDate | None = optional(
        DATE, vi="đến", title=("Dùng đến", "Until"), help=("Ngày thôi dùng tên này.", "When it ceased.")
    )
    decision: str | None = optional(
        LINE,
        vi="quyết định",
        title=("Quyết định", "Decision"),
        help=("Số văn bản đổi tên.", "The deciding document."),
    )


@record
class Membership(Sourced):
    """The unit a village (or a unit) belonged to for a time."""

    unit: Ref = required(
        Reference("unit"),
        vi="đơn vị",
        title=("Đơn vị", "Unit"),
        help=("Mã của xã, phường… trong _units.", "Id of the commune, ward … in _units."),
    )
    since: FuzzyDate | None = optional(
        DATE,
        vi="từ",
        title=("Từ", "Since"),
        help=("Bỏ trống khi không rõ từ bao giờ.", "Empty when unknown."),
    )
    until: FuzzyDate | None = optional(
        DATE,
        vi="đến",
        title=("Đến hết", "Until"),
        help=("Ngày cuối cùng; bỏ trống nếu nay vẫn thuộc.", "The last day."),
    )
    decision: str | None = optional(
        LINE,
        vi="quyết định",
        title=("Quyết định", "Decision"),
        help=("Số văn bản sáp nhập, chuyển.", "The document."),
    )
    certainty: Certainty = defaulted(
        Choice(Certainty),
        Certainty.CONFIRMED,
        vi="độ chắc chắn",
        title=("Độ chắc chắn", "Certainty"),
        help=("Trang sẽ nói rõ khi chưa chắc.", "The page says so when it is not sure."),
    )


@record
class NamedFigure(Figure):
    """A figure of the village with its name."""

    name: Text = required(
        WORDS,
        vi="tên",
        title=("Tên chỉ số", "Name"),
        help=("Ví dụ: Người dùng điện thoại thông minh.", "For example: people with a smartphone."),
    )
    earlier: tuple[Figure, ...] = several(
        Amount(),
        vi="các lần trước",
        title=("Các lần trước", "Earlier"),
        help=("Từng lần: {giá trị, ngày, nguồn}; trang vẽ thành dãy.", "Dated figures; shown as a series."),
    )


@record
class Village(Entry):
    """`village.yml`; the village's id is its folder's name and never changes once published."""

    id: str
    code: str | None = plate_code()
    kind: VillageKind = required(
        Choice(VillageKind),
        vi="loại",
        title=("Loại", "Kind"),
        help=("Thôn, xóm, bản, ấp, tổ dân phố…", "Its kind."),
    )
    name: str = required(
        LINE, vi="tên", title=("Tên", "Name"), help=("Tên riêng, không kèm chữ “thôn”.", "Without its kind.")
    )
    name_note: Text | None = optional(
        WORDS,
        vi="ghi chú tên",
        title=("Ghi chú về tên", "Note on the name"),
        help=("Khi tên hiện nay chưa chắc hoặc cần giải thích.", "When the present name needs a word."),
    )
    former_names: tuple[FormerName, ...] = several(
        Nested(FormerName),
        vi="tên cũ",
        title=("Tên cũ", "Former names"),
        help=("Để vẫn tìm ra.", "Kept findable."),
    )
    memberships: tuple[Membership, ...] = several(
        Nested(Membership),
        vi="thuộc",
        title=("Thuộc xã, phường", "Belongs to"),
        help=("Các đơn vị đã và đang thuộc, cũ trước mới sau.", "Units, past and present, oldest first."),
    )
    introduction: Text | None = optional(
        PROSE,
        vi="giới thiệu",
        title=("Giới thiệu", "Introduction"),
        help=("Vài câu về thôn.", "A few sentences."),
    )
    figures: tuple[NamedFigure, ...] = several(
        Nested(NamedFigure),
        vi="số liệu",
        title=("Số liệu", "Figures"),
        help=("Mỗi số một ngày, một nguồn.", "Sourced."),
    )
    location: Coordinates | None = optional(
        PLACE,
        vi="toạ độ",
        title=("Toạ độ", "Location"),
        help=("Của nhà văn hoá hay cổng thôn, ví dụ 18.2527, 105.9811.", "Of its hall or gate."),
    )
    directions: Text | None = optional(
        WORDS,
        vi="đường đến",
        title=("Đường đến", "How to get there"),
        help=("Một câu chỉ đường.", "One sentence."),
    )
    illustrative_parts: Text | None = optional(
        WORDS,
        vi="phần minh hoạ",
        title=("Phần minh hoạ", "Which parts are sample data"),
        help=("Nói rõ phần nào của thôn là dựng lên.", "Which parts are made up."),
    )


VILLAGE = Kind(
    name="village",
    title=Text("Thôn", "Villages"),
    help=Text("Tên, địa giới, giới thiệu và số liệu của thôn.", "Name, units, introduction, figures."),
    record=Village,
    file="village",
    file_vi="thon",
    layout=Layout.VILLAGE,
    coded=True,
    searched=True,
    exported=True,
    printed=True,
)
