"""Administrative units, present and past: provinces, communes, wards, and the districts that were."""

from __future__ import annotations

from village_site.model.common import (
    DATE,
    LINE,
    OFFICE,
    PLACE,
    PROSE,
    Entry,
    Sourced,
    record_id,
)
from village_site.model.contacts import Contact
from village_site.model.declare import optional, record, required, several
from village_site.model.kinds import Kind, Layout
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Nested, Ref, Reference
from village_site.model.text import Text
from village_site.model.village import Membership, NamedFigure
from village_site.values import Coordinates, FuzzyDate


class UnitKind(Listed):
    """What a unit is; districts ended on 30/06/2025."""

    PROVINCE = term("province", "tỉnh")
    CITY = term("city", "thành phố", "Thành phố trực thuộc trung ương.", "City under the central government.")
    DISTRICT = term("district", "huyện", "Đến hết 30/06/2025.", "Until 30/06/2025.")
    TOWN = term("town", "thị xã", "Đến hết 30/06/2025.", "Until 30/06/2025.")
    PROVINCIAL_CITY = term(
        "provincial-city",
        "thành phố thuộc tỉnh",
        "Đến hết 30/06/2025.",
        "Until 30/06/2025.",
        title="thành phố",
    )
    URBAN_DISTRICT = term("urban-district", "quận", "Đến hết 30/06/2025.", "Until 30/06/2025.")
    COMMUNE = term("commune", "xã")
    WARD = term("ward", "phường")
    TOWNSHIP = term("township", "thị trấn", "Đến hết 30/06/2025.", "Until 30/06/2025.")
    SPECIAL_ZONE = term("special-zone", "đặc khu")

    @property
    def is_local(self) -> bool:
        """True for the level villages belong to."""
        return self in (UnitKind.COMMUNE, UnitKind.WARD, UnitKind.TOWNSHIP, UnitKind.SPECIAL_ZONE)


@record
class OfficialCode(Sourced):
    """A number of the national list; numbers were given anew, so each has the day it holds from."""

    code: str = required(
        LINE, vi="mã số", title=("Mã số", "Code"), help=("Như trong danh mục.", "As listed.")
    )
    since: FuzzyDate = required(
        DATE, vi="từ", title=("Từ ngày", "Since"), help=("Ngày mã có hiệu lực.", "Valid from.")
    )


@record
class Unit(Entry):
    """An entry of a file of `_units/`."""

    id: str = record_id()
    kind: UnitKind = required(
        Choice(UnitKind), vi="cấp", title=("Cấp", "Kind"), help=("Tỉnh, xã, phường…", "Its kind.")
    )
    name: str = required(LINE, vi="tên", title=("Tên", "Name"), help=("Không kèm cấp.", "Without its kind."))
    memberships: tuple[Membership, ...] = several(
        Nested(Membership),
        vi="thuộc",
        title=("Thuộc", "Belongs to"),
        help=("Huyện (trước đây), tỉnh.", "Its parents."),
    )
    since: FuzzyDate | None = optional(
        DATE, vi="từ", title=("Lập từ", "Since"), help=("Ngày thành lập, nếu biết.", "When it was formed.")
    )
    until: FuzzyDate | None = optional(
        DATE, vi="đến", title=("Đến hết", "Until"), help=("Ngày cuối cùng, nếu không còn.", "Its last day.")
    )
    decision: str | None = optional(
        LINE,
        vi="quyết định",
        title=("Văn bản", "Decision"),
        help=("Thành lập hoặc sáp nhập.", "Forming or merging."),
    )
    formed_from: tuple[Ref, ...] = several(
        Reference("unit"),
        vi="lập từ",
        title=("Lập từ các đơn vị", "Formed from"),
        help=("Mã đơn vị cũ.", "Former units."),
    )
    official_codes: tuple[OfficialCode, ...] = several(
        Nested(OfficialCode),
        vi="mã hành chính",
        title=("Mã hành chính", "Official codes"),
        help=("Kèm ngày.", "Dated."),
    )
    introduction: Text | None = optional(
        PROSE, vi="giới thiệu", title=("Giới thiệu", "Introduction"), help=("Vài câu.", "A few sentences.")
    )
    figures: tuple[NamedFigure, ...] = several(
        Nested(NamedFigure),
        vi="số liệu",
        title=("Số liệu", "Figures"),
        help=("Mỗi số một ngày, một nguồn.", "Sourced."),
    )
    report_to: Text | None = optional(
        OFFICE,
        vi="nơi nhận phản ánh",
        title=("Nơi nhận phản ánh", "Where to report"),
        help=(
            "Người dân báo sai sót ở đâu, không cần tài khoản.",
            "Where residents report mistakes, no account needed.",
        ),
    )
    contacts: tuple[Contact, ...] = several(
        Nested(Contact),
        vi="liên hệ",
        title=("Liên hệ", "Contacts"),
        help=("Cơ quan của xã.", "The commune's offices."),
    )
    location: Coordinates | None = optional(
        PLACE, vi="toạ độ", title=("Toạ độ", "Location"), help=("Của trụ sở.", "Of its office.")
    )

    @property
    def full_name(self) -> str:
        """Kind and name as one says them: “xã Cẩm Bình”."""
        return f"{self.kind} {self.name}"


UNITS = Kind(
    name="unit",
    title=Text("Đơn vị hành chính", "Units"),
    help=Text("Tỉnh, xã, phường nay và trước đây; mỗi tỉnh một tệp.", "One file a province."),
    record=Unit,
    file="_units",
    file_vi="_units",
    layout=Layout.FOLDER_LIST,
    searched=True,
    exported=True,
)
