"""Roads and lanes."""

from __future__ import annotations

from village_site.model.common import (
    DATE,
    LENGTH,
    LINE,
    OFFICE,
    PROSE,
    WORDS,
    Amount,
    Entry,
    Figure,
    Sourced,
    plate_code,
    record_id,
)
from village_site.model.declare import optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.photos import Photo
from village_site.model.shapes import Choice, Nested, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate


class RoadKind(Listed):
    """What a road is within the village."""

    MAIN = term(
        "main", "trục thôn", "Đường chính của thôn.", "The village's main road.", title_en="main road"
    )
    BETWEEN = term(
        "between-villages",
        "liên thôn",
        "Nối với thôn khác.",
        "Leads to another village.",
        title_en="road between villages",
    )
    LANE = term("lane", "ngõ", "Đường nhỏ giữa các nhà.", "A small road between houses.")
    ALLEY = term("alley", "ngách", "Rẽ từ ngõ.", "Turns off a lane.")
    FIELD = term("field", "nội đồng", "Ra đồng.", "Leads to the fields.", title_en="field road")
    COMMUNE = term("commune", "đường xã", title_en="commune road")


class Surface(Listed):
    """What a road is made of."""

    CONCRETE = term("concrete", "bê tông")
    ASPHALT = term("asphalt", "nhựa")
    GRAVEL = term("gravel", "cấp phối")
    BRICK = term("brick", "gạch")
    EARTH = term("earth", "đất")


class Lighting(Listed):
    """Whether a road is lit at night."""

    LIT = term("lit", "có đèn")
    PARTLY = term("partly", "một phần", title="có đèn một phần", title_en="partly lit")
    UNLIT = term("unlit", "chưa có đèn", title_en="not lit")


@record
class FormerRoadName(Sourced):
    """A name a road bore before."""

    name: str = required(
        LINE, vi="tên", title=("Tên cũ", "Former name"), help=("Để vẫn tìm ra.", "Kept findable.")
    )
    until: FuzzyDate | None = optional(
        DATE, vi="đến", title=("Dùng đến", "Until"), help=("Ngày thôi dùng.", "When it ceased.")
    )


@record
class Road(Entry):
    """An entry of `roads.yml`."""

    id: str = record_id()
    code: str | None = plate_code()
    name: str = required(
        LINE,
        vi="tên",
        title=("Tên đường", "Name"),
        help=("Đầy đủ, như trên biển: Đường Trục thôn 2.", "As on its sign."),
    )
    kind: RoadKind | None = optional(
        Choice(RoadKind), vi="loại", title=("Loại", "Kind"), help=("Trục thôn, ngõ, nội đồng…", "Its kind.")
    )
    story: Text | None = optional(
        PROSE,
        vi="vì sao có tên",
        title=("Vì sao có tên ấy", "Story of the name"),
        help=("Vài câu.", "A few sentences."),
    )
    former_names: tuple[FormerRoadName, ...] = several(
        Nested(FormerRoadName),
        vi="tên cũ",
        title=("Tên cũ", "Former names"),
        help=("Để vẫn tìm ra.", "Findable."),
    )
    start: Text | None = optional(
        WORDS, vi="từ", title=("Từ", "From"), help=("Đầu đường, nơi ai cũng biết.", "A place everyone knows.")
    )
    end: Text | None = optional(WORDS, vi="đến", title=("Đến", "To"), help=("Cuối đường.", "Its other end."))
    length: Figure | None = optional(
        LENGTH,
        vi="dài",
        also=("chiều dài",),
        title=("Chiều dài", "Length"),
        help=("Mét, hoặc ghi km.", "Metres or km."),
    )
    width: Figure | None = optional(
        Amount(("m",)),
        vi="rộng",
        also=("chiều rộng",),
        title=("Chiều rộng", "Width"),
        help=("Mét.", "Metres."),
    )
    surface: Surface | None = optional(
        Choice(Surface),
        vi="mặt đường",
        title=("Mặt đường", "Surface"),
        help=("Bê tông, nhựa…", "What it is made of."),
    )
    year: FuzzyDate | None = optional(
        DATE, vi="năm làm", title=("Làm năm", "Built"), help=("Năm làm hoặc nâng cấp.", "When it was built.")
    )
    caretaker: Text | None = optional(
        OFFICE,
        vi="ai trông nom",
        title=("Ai trông nom", "Looked after by"),
        help=("Tổ, hội, chức danh.", "Not a name."),
    )
    group: Ref | None = optional(
        Reference("group"), vi="tổ", title=("Thuộc tổ", "Group"), help=("Mã của tổ.", "Id of the group.")
    )
    lighting: Lighting | None = optional(
        Choice(Lighting),
        vi="đèn đường",
        title=("Đèn đường", "Lighting"),
        help=("Có đèn hay chưa.", "Lit or not."),
    )
    photo: Photo | None = optional(
        Nested(Photo), vi="ảnh", title=("Ảnh", "Photo"), help=("Nếu có.", "If any.")
    )


ROADS = Kind(
    name="road",
    title=Text("Đường, ngõ", "Roads"),
    help=Text(
        "Tên đường, chuyện về tên, chiều dài, ai trông nom.", "Names, stories, lengths, who cares for them."
    ),
    record=Road,
    file="roads",
    file_vi="duong",
    section=True,
    chapter=Chapter.PLACES,
    coded=True,
    searched=True,
    exported=True,
    printed=True,
)
