"""Who helps with the telephone and the net, with what and when."""

from __future__ import annotations

from village_site.model.common import DATE, OFFICE, OFFICE_PHONE, WORDS, Amount, Entry, Figure, record_id
from village_site.model.declare import optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice
from village_site.model.text import Text
from village_site.values import FuzzyDate, Phone


class Skill(Listed):
    """What people want help with. Some have a how-to among the hand-written pages."""

    PUBLIC_SERVICES = term(
        "public-services", "dịch vụ công", title="dịch vụ công trực tuyến", title_en="public services online"
    )
    PAYMENT = term("payment", "thanh toán", title="thanh toán điện tử", title_en="paying by phone")
    TRADE = term("trade", "mua bán", title="mua bán trên mạng", title_en="buying and selling online")
    FRAUD = term("fraud", "lừa đảo", title="nhận biết lừa đảo", title_en="telling fraud")
    PHONE = term("phone", "điện thoại", title="dùng điện thoại thông minh", title_en="using a smartphone")
    HEALTH = term(
        "health",
        "y tế",
        title="bảo hiểm y tế, khám chữa bệnh qua mạng",
        title_en="health insurance and care online",
    )
    VILLAGE_PAGE = term(
        "village-page",
        "trang của thôn",
        title="quét mã, xem trang của thôn",
        title_en="scanning codes, the village's page",
    )

    @property
    def how_to(self) -> str | None:
        """Address of the how-to from the site's root; None where there is none."""
        return _HOW_TO.get(self)


_HOW_TO = {
    Skill.PUBLIC_SERVICES: "huong-dan-so/dich-vu-cong/",
    Skill.PAYMENT: "huong-dan-so/thanh-toan-so/",
    Skill.TRADE: "huong-dan-so/mua-ban-tren-mang/",
    Skill.FRAUD: "huong-dan-so/nhan-biet-lua-dao/",
}


@record
class DigitalHelper(Entry):
    """An entry of `digital-team.yml`, of a village or of a unit."""

    id: str = record_id()
    role: Text = required(
        OFFICE,
        vi="ai giúp",
        title=("Ai giúp", "Who helps"),
        help=("Tên tổ, chức danh; không ghi tên người.", "A team or role, no person's name."),
    )
    count: Figure | None = optional(
        Amount(("tổ",)),
        vi="số tổ",
        title=("Số tổ", "Teams"),
        help=("Khi một mục kể nhiều tổ.", "Where one entry stands for several."),
    )
    helps: tuple[Skill, ...] = several(
        Choice(Skill),
        vi="giúp việc gì",
        title=("Giúp việc gì", "Helps with"),
        help=("Những việc bà con hay hỏi.", "What people ask for."),
    )
    also: Text | None = optional(
        WORDS, vi="giúp thêm", title=("Giúp thêm", "Also"), help=("Việc ngoài danh sách.", "Anything else.")
    )
    phone: Phone | None = optional(
        OFFICE_PHONE,
        vi="điện thoại",
        title=("Điện thoại cơ quan", "Office phone"),
        help=("Số công vụ đã công bố; không ghi số riêng.", "A published office number."),
    )
    hours: Text | None = optional(
        WORDS, vi="khi nào", title=("Khi nào", "When"), help=("Thứ mấy, giờ nào.", "Days and hours.")
    )
    where: Text | None = optional(
        WORDS, vi="ở đâu", title=("Ở đâu", "Where"), help=("Hoặc: đến từng nhà.", "Or: at people's homes.")
    )
    since: FuzzyDate | None = optional(
        DATE, vi="từ", title=("Lập từ", "Since"), help=("Ngày, tháng hoặc năm.", "When it was set up.")
    )


DIGITAL_TEAM = Kind(
    name="digital-helper",
    title=Text("Tổ công nghệ số", "Digital team"),
    help=Text(
        "Ai giúp bà con làm giấy tờ, trả tiền, mua bán qua mạng.",
        "Who helps with online services, payment and trade.",
    ),
    record=DigitalHelper,
    file="digital-team",
    file_vi="to-cong-nghe-so",
    section=True,
    chapter=Chapter.PEOPLE,
    exported=True,
    of_units=True,
    about_people=True,
    for_all=True,
)
