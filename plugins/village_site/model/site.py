"""What holds for the whole site: its name, the address in the symbols, the sources."""

from __future__ import annotations

from village_site.model.common import DATE, FLAG, LINE, OFFICE, URL, WORDS, record_id
from village_site.model.contacts import Contact
from village_site.model.declare import Record, defaulted, optional, record, required, several
from village_site.model.kinds import Kind, Layout
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Nested, Pattern
from village_site.model.text import Text
from village_site.values import FuzzyDate

SCHEMA = "1"


@record
class FormerAddress(Record):
    """A domain that stands on printed plates and is no longer the one that is printed."""

    base_url: str = required(
        LINE, vi="địa chỉ gốc", title=("Địa chỉ cũ", "Address"), help=("Như đã in.", "As it was printed.")
    )
    answers: bool = required(
        FLAG,
        vi="còn trả lời",
        title=("Còn trả lời", "Still answers"),
        help=(
            "“có” khi đã thử: địa chỉ cũ vẫn dẫn đến trang.",
            "“yes” once tried: it still leads to the pages.",
        ),
    )
    checked: FuzzyDate = required(
        DATE,
        vi="ngày thử",
        title=("Thử ngày", "Tried on"),
        help=("Ngày thử lần cuối.", "When it was last tried."),
    )


@record
class Codes(Record):
    """What the codes need."""

    base_url: str = required(
        Pattern(
            Text("https://tên-miền", "https://domain"), r"(?i:https?)://[A-Za-z0-9._~:/-]+", "bad-base-url"
        ),
        vi="địa chỉ gốc",
        title=("Địa chỉ trong mã QR", "Address in the symbols"),
        help=(
            "Tên miền in lên biển. Chọn một lần trước khi in; bản xem thử có thể ở nơi khác.",
            "The domain printed on plates. Chosen once, before printing; a preview may stand elsewhere.",
        ),
    )
    former: tuple[FormerAddress, ...] = several(
        Nested(FormerAddress),
        vi="địa chỉ cũ",
        title=("Địa chỉ cũ", "Former addresses"),
        help=("Những tên miền đã in lên biển trước đây.", "Domains printed on plates before."),
    )


@record
class Domain(Record):
    """Who keeps the printed domain alive, and until when it is paid for."""

    registrar: str = required(
        LINE,
        vi="nhà đăng ký",
        title=("Nhà đăng ký", "Registrar"),
        help=("Nơi mua tên miền.", "Where it was bought."),
    )
    holder: Text = required(
        WORDS,
        vi="chủ thể",
        title=("Đứng tên", "Holder"),
        help=("Cơ quan đứng tên, không phải cá nhân.", "An office."),
    )
    expires: FuzzyDate = required(
        DATE,
        vi="hết hạn",
        title=("Hết hạn", "Expires"),
        help=("Có nhắc trước 90 ngày.", "Reminds 90 days ahead."),
    )


class PersonalDataAt(Listed):
    """Where personal data may stand."""

    PRIVATE = term("private", "thư mục riêng", "Như mặc định: ngoài kho công khai.", "The default.")
    PUBLIC = term(
        "public", "công khai", "Trong kho công khai; lịch sử giữ lại tất cả, mãi mãi.", "History keeps all."
    )


@record
class Site(Record):
    """`_site.yml`."""

    schema: str = required(
        Pattern(Text("số phiên bản", "version number"), r"\d+", "bad-schema"),
        vi="phiên bản dữ liệu",
        title=("Phiên bản dữ liệu", "Schema"),
        help=("Không sửa tay; một số cho tất cả các tệp.", "Not edited by hand; one number for all files."),
    )
    name: Text = required(
        WORDS, vi="tên", title=("Tên trang", "Name"), help=("Hiện trên mọi trang.", "On every page.")
    )
    publisher: Text = required(
        OFFICE,
        vi="đơn vị chủ quản",
        title=("Đơn vị chủ quản", "Publisher"),
        help=("Ai chịu trách nhiệm.", "Responsible."),
    )
    codes: Codes = required(
        Nested(Codes),
        vi="mã QR",
        title=("Mã QR", "Codes"),
        help=("Địa chỉ in trong mã.", "The printed address."),
    )
    domain: Domain | None = optional(
        Nested(Domain),
        vi="tên miền",
        title=("Tên miền", "Domain"),
        help=("Ai giữ tên miền, bao giờ hết hạn.", "Who keeps it, when it expires."),
    )
    personal_data: PersonalDataAt = defaulted(
        Choice(PersonalDataAt),
        PersonalDataAt.PRIVATE,
        vi="dữ liệu cá nhân",
        title=("Dữ liệu cá nhân để ở đâu", "Where personal data stands"),
        help=("Bỏ trống: trong thư mục riêng.", "Empty: in the private folder."),
    )
    allowed_shops: tuple[str, ...] = several(
        Pattern(
            Text("tên miền, không có https://", "domain without https://"),
            r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}",
            "bad-shop-domain",
        ),
        vi="nơi bán được phép",
        title=("Nơi bán được phép", "Allowed shops"),
        help=(
            "Tên miền thêm vào các sàn, mạng xã hội quen thuộc mà sản phẩm được dẫn đến.",
            "Domains that products may link to, beside well-known markets and networks.",
        ),
    )
    report_to: Text = required(
        OFFICE,
        vi="nơi nhận phản ánh",
        title=("Nơi nhận phản ánh", "Where to report"),
        help=("Dùng khi xã chưa ghi nơi nhận riêng.", "Used where a commune gives none of its own."),
    )
    contacts: tuple[Contact, ...] = several(
        Nested(Contact),
        vi="liên hệ",
        title=("Liên hệ", "Contacts"),
        help=("Của đơn vị chủ quản.", "Of the publisher."),
    )


SITE = Kind(
    name="site",
    title=Text("Trang", "Site"),
    help=Text("Tên trang, địa chỉ trong mã QR.", "Name, address in the symbols."),
    record=Site,
    file="_site",
    file_vi="_site",
    layout=Layout.SHARED,
)


@record
class SourceRecord(Record):
    """An entry of `_sources.yml`."""

    id: str = record_id()
    title: Text = required(
        WORDS, vi="tên", title=("Tên", "Title"), help=("Tên bài, văn bản.", "Of the document.")
    )
    publisher: str | None = optional(
        LINE, vi="nơi công bố", title=("Nơi công bố", "Publisher"), help=("Báo, cơ quan.", "Paper or office.")
    )
    date: FuzzyDate | None = optional(
        DATE, vi="ngày", title=("Ngày", "Date"), help=("Ngày công bố.", "When published.")
    )
    url: str | None = optional(
        URL, vi="địa chỉ", title=("Địa chỉ web", "Address"), help=("Nếu có.", "If any.")
    )


SOURCES = Kind(
    name="source",
    title=Text("Nguồn", "Sources"),
    help=Text("Bài báo, văn bản được dẫn trong dữ liệu.", "Articles and documents the data cites."),
    record=SourceRecord,
    file="_sources",
    file_vi="_sources",
    layout=Layout.SHARED_LIST,
    exported=True,
)
