"""What runs for everybody: cameras, irrigation, lights, loudspeakers, the collection of waste."""

from __future__ import annotations

import re

from village_site.model.common import DATE, OFFICE, PROSE, WORDS, Amount, Entry, Figure, record_id
from village_site.model.declare import optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate
from village_site.vietnamese import fold


class SystemKind(Listed):
    """What a system is for."""

    CAMERA = term(
        "camera",
        "camera",
        "Một lời báo công khai: đường nào, để làm gì, ai chịu trách nhiệm; không ghi chỗ đặt máy.",
        "A public notice: which road, why, who answers for it; never where it hangs.",
        title="camera an ninh",
        title_en="security cameras",
    )
    IRRIGATION = term("irrigation", "tưới", title="tưới tiêu")
    DRAINAGE = term("drainage", "thoát nước")
    WATER = term("water", "nước sạch", title_en="clean water")
    LIGHTING = term("lighting", "đèn đường", title_en="street lighting")
    LOUDSPEAKER = term("loudspeaker", "loa truyền thanh", title_en="loudspeakers")
    WASTE = term("waste", "gom rác", title="thu gom rác", title_en="waste collection")
    WIFI = term("wifi", "wifi", title="wifi chung", title_en="public Wi-Fi")
    OTHER = term("other", "khác", title="hệ thống khác", title_en="other system")


_CAMERA = re.compile(r"\b(?:cameras?|ca-?me-?ra|cctv|may quay)\b")


def says_camera(text: str) -> bool:
    """True for a text in which a camera is named, whatever the record that holds it says it is."""
    return _CAMERA.search(fold(text)) is not None


@record
class System(Entry):
    """An entry of `systems.yml`. No field of it holds an address, a household or a place on a map."""

    id: str = record_id()
    kind: SystemKind = required(
        Choice(SystemKind), vi="loại", title=("Loại", "Kind"), help=("Camera, tưới, đèn đường…", "Its kind.")
    )
    name: Text | None = optional(
        WORDS,
        vi="tên",
        title=("Tên", "Name"),
        help=("Khi thôn có vài hệ thống cùng loại.", "Where there are several of a kind."),
    )
    roads: tuple[Ref, ...] = several(
        Reference("road"),
        vi="đường",
        title=("Trên những đường nào", "Roads"),
        help=("Mã của đường, ngõ.", "Ids of roads."),
    )
    area: Text | None = optional(
        WORDS,
        vi="phạm vi",
        title=("Phạm vi", "Area"),
        help=("Xóm, cánh đồng nào; không ghi số nhà.", "Which part; no house."),
    )
    since: FuzzyDate | None = optional(
        DATE, vi="từ", title=("Có từ", "Since"), help=("Năm bắt đầu chạy.", "When it began.")
    )
    count: Figure | None = optional(
        Amount(), vi="số lượng", title=("Số lượng", "How many"), help=("Ví dụ: 12 máy.", "With its unit.")
    )
    purpose: Text | None = optional(
        WORDS,
        vi="để làm gì",
        title=("Để làm gì", "What for"),
        help=("Camera thì bắt buộc.", "A camera must have it."),
    )
    responsible: Text | None = optional(
        OFFICE,
        vi="ai chịu trách nhiệm",
        title=("Ai chịu trách nhiệm", "Who answers for it"),
        help=("Chức danh, cơ quan. Camera thì bắt buộc.", "A role or office; a camera must have it."),
    )
    ask: Text | None = optional(
        WORDS,
        vi="hỏi ở đâu",
        also=("phản ánh",),
        title=("Hỏi, phản ánh", "Where to ask"),
        help=("Ở đâu, lúc nào; báo hỏng thế nào.", "Where and when, also to complain."),
    )
    hours: Text | None = optional(
        WORDS,
        vi="giờ giấc",
        title=("Giờ giấc", "Hours"),
        help=("Lịch tưới, giờ gom rác, giờ sáng đèn.", "When it runs."),
    )
    rules: Text | None = optional(
        PROSE,
        vi="quy định",
        title=("Quy định", "Rules"),
        help=(
            "Ai được dùng, được xem; hình giữ bao lâu.",
            "Who may use it or look; how long pictures are kept.",
        ),
    )


SYSTEMS = Kind(
    name="system",
    title=Text("Hệ thống chung", "Common systems"),
    help=Text(
        "Camera, tưới, đèn đường, loa, thu gom rác: để làm gì, ai chịu trách nhiệm.",
        "Cameras, irrigation, lights, loudspeakers, waste: what for, who answers for them.",
    ),
    record=System,
    file="systems",
    file_vi="he-thong",
    section=True,
    chapter=Chapter.PLACES,
    exported=True,
    about_people=True,
    for_all=True,
)
