"""Households: a place on a road, nothing about the people in it."""

from __future__ import annotations

from village_site.model.common import LENGTH, LINE, WORDS, Entry, Figure, plate_code, record_id
from village_site.model.declare import optional, record, required
from village_site.model.kinds import Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Ref, Reference
from village_site.model.text import Text


class Side(Listed):
    """Which side of the road, seen from its beginning."""

    LEFT = term("left", "trái", title="bên trái")
    RIGHT = term("right", "phải", title="bên phải")
    END = term("end", "cuối đường", title="cuối đường")


@record
class Household(Entry):
    """An entry of `households.yml`. A house without a number is known by its place on the road."""

    id: str = record_id()
    code: str | None = plate_code()
    road: Ref = required(
        Reference("road"),
        vi="đường",
        title=("Đường", "Road"),
        help=("Mã của đường trong roads.yml.", "Id of the road."),
    )
    number: str | None = optional(
        LINE,
        vi="số nhà",
        title=("Số nhà", "House number"),
        help=("Bỏ trống nếu nhà chưa có số.", "Empty if none."),
    )
    distance: Figure | None = optional(
        LENGTH,
        vi="cách đầu đường",
        title=("Cách đầu đường", "From the road's start"),
        help=("Mét.", "Metres."),
    )
    side: Side | None = optional(
        Choice(Side),
        vi="bên",
        title=("Bên nào", "Side"),
        help=("Nhìn từ đầu đường vào.", "Seen from the start."),
    )
    near: Text | None = optional(
        WORDS, vi="gần", title=("Gần đâu", "Near"), help=("Nơi công cộng ai cũng biết.", "A public place.")
    )
    group: Ref | None = optional(
        Reference("group"), vi="tổ", title=("Thuộc tổ", "Group"), help=("Mã của tổ.", "Id of the group.")
    )


HOUSEHOLDS = Kind(
    name="household",
    title=Text("Hộ", "Households"),
    help=Text(
        "Mỗi hộ một chỗ trên một con đường; không có gì về người.", "Places on roads, nothing about people."
    ),
    record=Household,
    file="households",
    file_vi="ho",
    coded=True,
    printed=True,
)
