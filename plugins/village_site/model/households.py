"""Households: a place on a road, and what its people agreed to have published."""

from __future__ import annotations

from village_site.model.common import LENGTH, LINE, PHONE, PLACE, WORDS, Entry, Figure, plate_code, record_id
from village_site.model.declare import optional, record, required, several
from village_site.model.kinds import Kind
from village_site.model.listed import Listed, term
from village_site.model.personal import PersonalData
from village_site.model.photos import Photo
from village_site.model.shapes import Choice, Nested, Ref, Reference
from village_site.model.text import Text
from village_site.values import Coordinates, Phone


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
    person: str | None = optional(
        LINE,
        vi="họ tên",
        also=("chủ hộ",),
        title=("Người đại diện", "Contact person"),
        help=("Chỉ khi có phiếu đồng ý.", "With consent only."),
        personal=PersonalData.NAME,
    )
    phone: Phone | None = optional(
        PHONE,
        vi="điện thoại",
        title=("Điện thoại", "Phone"),
        help=("Chỉ khi có phiếu đồng ý.", "With consent only."),
        personal=PersonalData.PHONE,
    )
    photo: Photo | None = optional(
        Nested(Photo),
        vi="ảnh",
        title=("Ảnh", "Photo"),
        help=("Tệp ảnh đặt trong thư mục riêng.", "The file lies in the private folder."),
        personal=PersonalData.PHOTO,
    )
    location: Coordinates | None = optional(
        PLACE,
        vi="vị trí",
        also=("toạ độ",),
        title=("Vị trí", "Location"),
        help=("Không có thì người quét được chỉ đến thôn.", "Without it the way leads to the village."),
        personal=PersonalData.PLACE,
    )
    trades: tuple[Text, ...] = several(
        WORDS,
        vi="nghề, dịch vụ",
        also=("nghề", "dịch vụ"),
        title=("Nghề, dịch vụ", "Trade, services"),
        help=("Ví dụ: bán rau sạch, sửa xe.", "What it makes, sells or mends."),
        personal=PersonalData.TRADE,
    )
    titles: tuple[Text, ...] = several(
        WORDS,
        vi="danh hiệu",
        title=("Danh hiệu", "Titles"),
        help=("Ví dụ: Vườn mẫu năm 2025.", "Titles won."),
        personal=PersonalData.TITLES,
    )


HOUSEHOLDS = Kind(
    name="household",
    title=Text("Hộ", "Households"),
    help=Text(
        "Mỗi hộ một chỗ trên một con đường. Điều riêng của hộ để trong thư mục riêng, hộ đồng ý mới đăng.",
        "Places on roads. What is personal stands in the private folder and is published with consent only.",
    ),
    record=Household,
    file="households",
    file_vi="ho",
    coded=True,
    printed=True,
    about_people=True,
)
