"""What a village makes and sells: how it is grown or made, who makes it, where to buy it."""

from __future__ import annotations

from village_site.model.common import (
    DATE,
    LINE,
    NO_PERSON,
    OFFICE,
    OFFICE_PHONE,
    PROSE,
    URL,
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
from village_site.model.personal import PersonalData
from village_site.model.shapes import Choice, Nested, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate, Phone


class ProductKind(Listed):
    """What a product is, near to the groups of the OCOP programme."""

    FARM = term(
        "farm", "nông sản", "Rau, quả, lúa, thịt, trứng.", "Crops, meat, eggs.", title_en="farm produce"
    )
    AQUATIC = term(
        "aquatic", "thuỷ sản", "Tôm, cua, cá.", "Fish and shellfish.", title_en="fish and shellfish"
    )
    FOOD = term(
        "food", "thực phẩm chế biến", "Mắm, khô, bánh, mứt.", "Processed food.", title_en="processed food"
    )
    DRINK = term("drink", "đồ uống")
    HERBAL = term("herbal", "dược liệu")
    CRAFT = term("craft", "hàng thủ công", "Chiếu, giỏ, đồ mộc.", "Handicraft.")
    ORNAMENTAL = term("ornamental", "cây cảnh", "Cây, hoa, cá cảnh.", "Plants and animals for ornament.")
    TOURISM = term("tourism", "du lịch", "Điểm tham quan, nhà nghỉ cộng đồng.", "For visitors.")
    SERVICE = term("service", "dịch vụ")
    OTHER = term("other", "sản phẩm khác", title_en="other product")


class Stars(Listed):
    """The rank of a recognised OCOP product. Products of one and two stars are not recognised."""

    THREE = term("3", "3 sao")
    FOUR = term("4", "4 sao")
    FIVE = term("5", "5 sao")


class OcopLevel(Listed):
    """Who recognised it. Districts did until the middle of 2025."""

    DISTRICT = term(
        "district",
        "huyện",
        "Trước tháng 7/2025.",
        "Before July 2025.",
        title="cấp huyện",
        title_en="district level",
    )
    PROVINCE = term("province", "tỉnh", title="cấp tỉnh", title_en="provincial level")
    CENTRAL = term("central", "trung ương", title="cấp trung ương", title_en="central level")


@record
class Ocop(Sourced):
    """A recognition by the programme “one commune, one product”."""

    stars: Stars = required(
        Choice(Stars), vi="hạng", title=("Hạng", "Stars"), help=("3, 4 hoặc 5 sao.", "3, 4 or 5.")
    )
    level: OcopLevel = required(
        Choice(OcopLevel),
        vi="cấp",
        title=("Cấp công nhận", "Recognised by"),
        help=("Cấp nào ký quyết định.", "Who signed the decision."),
    )
    date: FuzzyDate = required(
        DATE,
        vi="ngày",
        also=("năm", "ngày công nhận"),
        title=("Công nhận khi nào", "Recognised on"),
        help=("Ngày quyết định; không rõ thì năm.", "The day of the decision, or its year."),
    )
    decision: str | None = optional(
        LINE, vi="quyết định", title=("Quyết định", "Decision"), help=("Số văn bản.", "Its number.")
    )
    document: str | None = optional(
        URL,
        vi="văn bản",
        title=("Đọc văn bản ở đâu", "Document"),
        help=("Địa chỉ https của quyết định, nếu có.", "Address of the decision, if any."),
    )
    until: FuzzyDate | None = optional(
        DATE,
        vi="đến",
        also=("có giá trị đến",),
        title=("Còn hạn đến", "Valid until"),
        help=(
            "Bỏ trống thì tính 36 tháng từ ngày công nhận.",
            "Without it: 36 months from the day of recognition.",
        ),
    )


class CertificateKind(Listed):
    """What a certificate is about."""

    VIETGAP = term("vietgap", "VietGAP", title_en="VietGAP")
    GLOBALGAP = term("globalgap", "GlobalG.A.P.", title_en="GLOBALG.A.P.")
    ORGANIC = term("organic", "hữu cơ")
    FOOD_SAFETY = term("food-safety", "an toàn thực phẩm")
    ORIGIN = term(
        "origin",
        "chỉ dẫn địa lý",
        "Hoặc nhãn hiệu chứng nhận, tập thể.",
        "Or a shared mark.",
        title_en="geographical indication",
    )
    OTHER = term("other", "loại khác", title_en="other certificate")


@record
class Certificate(Sourced):
    """A certificate for the way something is grown or made."""

    kind: CertificateKind = required(
        Choice(CertificateKind), vi="loại", title=("Loại", "Kind"), help=("VietGAP, hữu cơ…", "VietGAP …")
    )
    number: str | None = optional(
        LINE, vi="số", title=("Số", "Number"), help=("Như ghi trên giấy.", "As it is written there.")
    )
    issuer: str | None = optional(
        LINE, vi="nơi cấp", title=("Nơi cấp", "Issuer"), help=("Tổ chức chứng nhận.", "Who certified.")
    )
    until: FuzzyDate | None = optional(
        DATE,
        vi="đến",
        title=("Còn hạn đến", "Valid until"),
        help=("Hết hạn sẽ có nhắc.", "Reminds when over."),
    )


@record
class Growing(Sourced):
    """How something is grown or made, so that a buyer's scan answers."""

    method: Text | None = optional(
        PROSE, vi="cách", title=("Cách trồng, cách làm", "Method"), help=("Vài câu.", "A few sentences.")
    )
    used: Text | None = optional(
        WORDS,
        vi="dùng gì",
        title=("Dùng gì", "What is used"),
        help=("Giống, phân bón, thức ăn, nguyên liệu; không dùng gì.", "Seed, manure, feed; what is not."),
    )
    area: Figure | None = optional(
        Amount(("ha", "m2", "sào", "công", "mẫu")),
        vi="diện tích",
        title=("Diện tích", "Area"),
        help=("Ruộng, vườn, ao nuôi.", "Of field, garden or pond."),
    )
    season: Text | None = optional(
        WORDS, vi="mùa", title=("Mùa vụ", "Season"), help=("Tháng nào có hàng.", "When there is some.")
    )
    certificates: tuple[Certificate, ...] = several(
        Nested(Certificate),
        vi="giấy chứng nhận",
        title=("Giấy chứng nhận", "Certificates"),
        help=("VietGAP, hữu cơ…: số, nơi cấp, hạn.", "With number, issuer and end."),
        most=10,
    )


@record
class Product(Entry):
    """An entry of `products.yml`. An organisation or a household makes it; a household only with consent."""

    id: str = record_id()
    code: str | None = plate_code()
    kind: ProductKind = required(
        Choice(ProductKind), vi="loại", title=("Loại", "Kind"), help=("Là thứ gì.", "What it is.")
    )
    name: str = required(
        NO_PERSON,
        vi="tên",
        title=("Tên", "Name"),
        help=("Như ghi trên bao bì; không có tên người.", "As on its label, without anybody's name."),
    )
    about: Text | None = optional(
        PROSE,
        vi="giới thiệu",
        title=("Giới thiệu", "About"),
        help=(
            "Là gì, dùng thế nào. Đoạn đầu in ở trang sau mã QR.",
            "Its first paragraph is on the light page.",
        ),
    )
    ocop: Ocop | None = optional(
        Nested(Ocop),
        vi="OCOP",
        title=("OCOP", "OCOP"),
        help=("Khi đã được công nhận.", "Where it is recognised."),
    )
    growing: Growing | None = optional(
        Nested(Growing),
        vi="cách làm",
        also=("cách trồng", "cách nuôi"),
        title=("Trồng, làm thế nào", "How it is grown or made"),
        help=("Để người mua quét mã là biết.", "For whoever scans it."),
    )
    traceability: Text | None = optional(
        WORDS,
        vi="nguồn gốc",
        title=("Nguồn gốc", "Origin"),
        help=("Từ đâu, tra số lô thế nào.", "Where it comes from, how a lot is traced."),
    )
    maker: Text | None = optional(
        OFFICE,
        vi="nơi làm",
        also=("cơ sở", "nơi sản xuất"),
        title=("Nơi làm ra", "Made by"),
        help=("Tên tổ chức, cơ sở; không ghi tên người.", "An organisation, nobody's name."),
    )
    cooperative: Ref | None = optional(
        Reference("cooperative"),
        vi="hợp tác xã",
        title=("Hợp tác xã làm ra", "Made by cooperative"),
        help=("Mã trong hop-tac-xa.yml; của xã thì ghi mã-xã/mã.", "Its id; of a commune: commune/id."),
    )
    household: Ref | None = optional(
        Reference("household"),
        vi="hộ",
        title=("Hộ làm ra", "Made by household"),
        help=(
            "Mã của hộ, ghi trong thư mục riêng; hộ phải đồng ý đăng “nghề, dịch vụ”.",
            "Its id, in the private folder; needs the household's own consent to “trade”.",
        ),
        personal=PersonalData.TRADE,
    )
    phone: Phone | None = optional(
        OFFICE_PHONE,
        vi="điện thoại",
        title=("Điện thoại", "Phone"),
        help=("Số của tổ chức. Số của hộ ghi ở hộ.", "The organisation's. A household's stands there."),
    )
    places: tuple[Text, ...] = several(
        WORDS,
        vi="nơi bán",
        title=("Nơi bán", "Sold at"),
        help=("Cửa hàng, chợ.", "Shops, markets."),
        most=20,
    )
    links: tuple[str, ...] = several(
        URL,
        vi="mua trên mạng",
        title=("Mua trên mạng", "Buy online"),
        help=(
            "Địa chỉ https ở sàn hoặc mạng xã hội đã được phép.",
            "On a market or network that is allowed.",
        ),
        most=10,
    )


PRODUCTS = Kind(
    name="product",
    title=Text("Sản phẩm", "Products"),
    help=Text(
        "Thôn làm ra gì, làm thế nào, ai làm, mua ở đâu; sản phẩm OCOP.",
        "What the village makes, how, by whom, where to buy it.",
    ),
    record=Product,
    file="products",
    file_vi="san-pham",
    section=True,
    chapter=Chapter.ECONOMY,
    coded=True,
    searched=True,
    exported=True,
    printed=True,
    about_people=True,
)
