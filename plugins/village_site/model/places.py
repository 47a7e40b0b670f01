"""Places that everybody may come to, or should know of: from the culture house to where to flee a flood."""

from __future__ import annotations

from village_site.model.common import (
    DATE,
    LINE,
    OFFICE,
    OFFICE_PHONE,
    PLACE,
    PROSE,
    WORDS,
    Amount,
    Entry,
    Figure,
    plate_code,
    record_id,
)
from village_site.model.declare import optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.photos import Panorama, Photo, Video
from village_site.model.shapes import Choice, Nested, Ref, Reference
from village_site.model.text import Text
from village_site.values import Coordinates, FuzzyDate, Phone


class PlaceKind(Listed):
    """What a place is, or serves as besides."""

    CULTURE_HOUSE = term("culture-house", "nhà văn hoá", "Nơi họp của thôn.", "Where the village meets.")
    SCHOOL = term("school", "trường học", "Mọi cấp, kể cả mầm non.", "Of any level.")
    CLINIC = term("clinic", "trạm y tế")
    RELIC = term(
        "relic",
        "di tích",
        "Đình, đền, chùa, nhà thờ họ, nơi ghi dấu.",
        "Historical or revered.",
        title_en="historic site",
    )
    MARTYRS_CEMETERY = term("martyrs-cemetery", "nghĩa trang liệt sĩ", title_en="martyrs' cemetery")
    OFFICE = term(
        "office",
        "trụ sở",
        "Uỷ ban xã, công an, bưu điện.",
        "Of an authority or service.",
        title_en="public office",
    )
    MARKET = term("market", "chợ")
    SPORTS_GROUND = term("sports-ground", "sân thể thao")
    PLAYGROUND = term("playground", "sân chơi")
    MODEL_GARDEN = term("model-garden", "vườn mẫu", "Chung của thôn, hoặc của tổ, hội.", "A common one.")
    ECO_GARDEN = term("eco-garden", "vườn sinh thái", "Chung của thôn, hoặc của tổ, hội.", "A common one.")
    PRODUCTION = term(
        "production",
        "nơi sản xuất",
        "Xưởng, khu nuôi trồng chung.",
        "Workshops, common farms.",
        title_en="place of production",
    )
    WIFI = term(
        "wifi",
        "điểm wifi",
        "Ai cũng dùng được, không mất tiền.",
        "Free for everybody.",
        title_en="Wi-Fi point",
    )
    EVACUATION = term(
        "evacuation",
        "điểm sơ tán",
        "Nơi bà con đến khi có bão, lũ.",
        "Where people flee to.",
        title_en="evacuation point",
    )
    FERRY = term("ferry", "bến đò", title="bến đò, bến xe", title_en="ferry or bus stop")
    OTHER = term("other", "nơi khác", title_en="other place")


class RelicRank(Listed):
    """By whose decision a relic is protected."""

    PROVINCE = term(
        "province", "cấp tỉnh", title="di tích cấp tỉnh", title_en="historic site of provincial rank"
    )
    NATIONAL = term(
        "national", "cấp quốc gia", title="di tích cấp quốc gia", title_en="national historic site"
    )
    SPECIAL = term(
        "special-national",
        "quốc gia đặc biệt",
        title="di tích quốc gia đặc biệt",
        title_en="special national historic site",
    )
    INVENTORY = term(
        "inventory",
        "trong danh mục kiểm kê",
        "Chưa xếp hạng, đã vào danh mục kiểm kê của tỉnh.",
        "Listed by the province, not ranked.",
        title_en="listed in the heritage inventory",
    )


@record
class PublicPlace(Entry):
    """An entry of `places.yml`."""

    id: str = record_id()
    code: str | None = plate_code()
    kind: PlaceKind = required(
        Choice(PlaceKind),
        vi="loại",
        title=("Loại", "Kind"),
        help=("Trước hết là nơi gì.", "What it is first of all."),
    )
    also: tuple[PlaceKind, ...] = several(
        Choice(PlaceKind),
        vi="cũng là",
        title=("Cũng là", "Serves as"),
        help=("Nơi ấy còn dùng làm gì: điểm sơ tán, điểm wifi.", "What else it is used as."),
    )
    name: str = required(
        LINE,
        vi="tên",
        title=("Tên", "Name"),
        help=("Đầy đủ, như trên biển: Nhà văn hoá thôn.", "As on its sign."),
    )
    story: Text | None = optional(
        PROSE,
        vi="giới thiệu",
        also=("lịch sử", "câu chuyện", "history"),
        title=("Giới thiệu, lịch sử", "Story"),
        help=(
            "Đoạn đầu nên ngắn: trang sau mã QR chỉ in đoạn ấy.",
            "The light page prints the first paragraph only.",
        ),
    )
    hours: Text | None = optional(
        WORDS,
        vi="giờ mở cửa",
        title=("Giờ mở cửa", "Opening hours"),
        help=("Giờ nào, ngày nào vào được.", "When people may come in."),
    )
    caretaker: Text | None = optional(
        OFFICE,
        vi="ai trông nom",
        title=("Ai trông nom", "Looked after by"),
        help=("Tổ, hội, chức danh.", "Not a name."),
    )
    phone: Phone | None = optional(
        OFFICE_PHONE,
        vi="điện thoại",
        title=("Điện thoại", "Phone"),
        help=("Số của nơi ấy, không phải của một người.", "The place's own, not a person's."),
    )
    road: Ref | None = optional(
        Reference("road"),
        vi="đường",
        title=("Trên đường", "Road"),
        help=("Mã của đường, ngõ.", "Id of the road."),
    )
    address: Text | None = optional(
        WORDS,
        vi="ở đâu",
        also=("địa chỉ", "gần"),
        title=("Ở đâu", "Where"),
        help=("Như bà con chỉ đường: sau chợ, cạnh cống Bảy.", "As people show the way."),
    )
    location: Coordinates | None = optional(
        PLACE,
        vi="toạ độ",
        title=("Toạ độ", "Location"),
        help=("Của cổng, chép từ bản đồ.", "Of its gate, as maps copy it."),
    )
    since: FuzzyDate | None = optional(
        DATE, vi="có từ", title=("Có từ", "Since"), help=("Năm dựng, năm khánh thành.", "When it was built.")
    )
    capacity: Figure | None = optional(
        Amount(("người", "học sinh", "hộ")),
        vi="sức chứa",
        title=("Sức chứa", "Capacity"),
        help=("Chứa được bao nhiêu người.", "How many people it holds."),
    )
    rank: RelicRank | None = optional(
        Choice(RelicRank),
        vi="xếp hạng",
        title=("Xếp hạng di tích", "Rank of the relic"),
        help=("Cấp tỉnh, cấp quốc gia.", "Whose protection it has."),
    )
    decision: str | None = optional(
        LINE,
        vi="quyết định",
        title=("Quyết định xếp hạng", "Decision"),
        help=("Số, ngày văn bản.", "Number and date."),
    )
    photos: tuple[Photo, ...] = several(
        Nested(Photo),
        vi="ảnh",
        also=("photo",),
        title=("Ảnh", "Photos"),
        help=("Không chụp rõ mặt ai.", "Without anybody's face."),
        most=12,
    )
    panoramas: tuple[Panorama, ...] = several(
        Nested(Panorama),
        vi="ảnh toàn cảnh",
        also=("ảnh 360", "panorama"),
        title=("Ảnh toàn cảnh 360°", "360° pictures"),
        help=(
            "Ảnh tròn 360°, rộng gấp đôi cao, như máy ảnh 360° hoặc điện thoại ghép.",
            "Equirectangular: twice as wide as high.",
        ),
        most=4,
    )
    videos: tuple[Video, ...] = several(
        Nested(Video),
        vi="phim",
        also=("video",),
        title=("Phim", "Videos"),
        help=("Trang chỉ dẫn đường đến phim, không tự mở phim.", "Linked, never played by itself."),
        most=12,
    )


PLACES = Kind(
    name="place",
    title=Text("Địa điểm", "Places"),
    help=Text(
        "Nhà văn hoá, trường, trạm y tế, di tích, vườn mẫu, điểm sơ tán, điểm wifi.",
        "Culture house, school, clinic, relic, model garden, evacuation point, wifi.",
    ),
    record=PublicPlace,
    file="places",
    file_vi="dia-diem",
    section=True,
    chapter=Chapter.PLACES,
    own_page=True,
    coded=True,
    searched=True,
    exported=True,
    printed=True,
    about_people=True,
    for_all=True,
)
