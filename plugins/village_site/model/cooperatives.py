"""Cooperatives and cooperative groups: what they do, and whether they still work."""

from __future__ import annotations

from village_site.model.common import (
    DATE,
    NO_PERSON,
    OFFICE_PHONE,
    URL,
    WORDS,
    Amount,
    Entry,
    Figure,
    record_id,
)
from village_site.model.declare import optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice
from village_site.model.text import Text
from village_site.values import FuzzyDate, Phone
from village_site.vietnamese import key


class CooperativeKind(Listed):
    """What it is by law."""

    COOPERATIVE = term("cooperative", "hợp tác xã")
    GROUP = term("cooperative-group", "tổ hợp tác")
    UNION = term("union", "liên hiệp hợp tác xã")


_SHORT = {
    CooperativeKind.COOPERATIVE: "HTX",
    CooperativeKind.GROUP: "THT",
    CooperativeKind.UNION: "LHHTX",
}
"""What people write for it before a name."""


class CooperativeState(Listed):
    """Whether one can deal with it."""

    ACTIVE = term("active", "đang hoạt động")
    DISSOLVING = term("dissolving", "đang giải thể")
    STOPPED = term("stopped", "đã ngừng", title="đã ngừng hoạt động")


@record
class Cooperative(Entry):
    """An entry of `cooperatives.yml` of a village, or of a commune or larger unit."""

    id: str = record_id()
    kind: CooperativeKind = required(
        Choice(CooperativeKind), vi="loại", title=("Loại", "Kind"), help=("Theo giấy đăng ký.", "By law.")
    )
    name: str = required(
        NO_PERSON,
        vi="tên",
        title=("Tên", "Name"),
        help=("Không kèm loại, ví dụ: Tân Tiến.", "Without its kind."),
    )
    state: CooperativeState = required(
        Choice(CooperativeState),
        vi="tình trạng",
        title=("Tình trạng", "State"),
        help=("Còn hoạt động không.", "Whether it still works."),
    )
    since: FuzzyDate | None = optional(
        DATE,
        vi="từ",
        title=("Từ bao giờ", "Since"),
        help=("Từ bao giờ ở tình trạng ấy.", "Since when it has been so."),
    )
    work: tuple[Text, ...] = several(
        WORDS,
        vi="lĩnh vực",
        also=("ngành nghề",),
        title=("Lĩnh vực", "Fields of work"),
        help=("Làm gì, bán gì.", "What it makes or does."),
        most=20,
    )
    members: Figure | None = optional(
        Amount(("thành viên", "hộ")),
        vi="số thành viên",
        title=("Số thành viên", "Members"),
        help=("Chỉ con số.", "A number only."),
    )
    address: Text | None = optional(
        WORDS, vi="ở đâu", also=("địa chỉ",), title=("Ở đâu", "Where"), help=("Trụ sở.", "Its office.")
    )
    phone: Phone | None = optional(
        OFFICE_PHONE,
        vi="điện thoại",
        title=("Điện thoại", "Phone"),
        help=("Số của văn phòng, không phải của một người.", "Its office's, not a person's."),
    )
    link: str | None = optional(
        URL, vi="trang web", title=("Trang web", "Website"), help=("Nếu có.", "If any.")
    )

    def full_name(self, lang: str = "vi") -> str:
        """With what it is, once: also where that was typed as part of the name, in full or short."""
        words = self.name.split()
        for said in (self.kind.term.vi, _SHORT[self.kind]):
            count = len(said.split())
            if len(words) > count and key(" ".join(words[:count])) == key(said):
                words = words[count:]
                break
        return f"{self.kind.title.to(lang)} {' '.join(words)}"


COOPERATIVES = Kind(
    name="cooperative",
    title=Text("Hợp tác xã", "Cooperatives"),
    help=Text(
        "Hợp tác xã, tổ hợp tác: làm gì, còn hoạt động không.", "Cooperatives, and whether they still work."
    ),
    record=Cooperative,
    file="cooperatives",
    file_vi="hop-tac-xa",
    section=True,
    chapter=Chapter.ECONOMY,
    exported=True,
    of_units=True,
)
