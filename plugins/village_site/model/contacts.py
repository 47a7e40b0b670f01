"""Whom to call: office holders by their public role, by name only where they agreed to it."""

from __future__ import annotations

from village_site.model.common import EMAIL, LINE, OFFICE, PHONE, TERM, WORDS, ZALO, Entry
from village_site.model.declare import optional, record, required
from village_site.model.kinds import Kind
from village_site.model.personal import PersonalData
from village_site.model.photos import Photo
from village_site.model.shapes import Nested, Parsed, Slug
from village_site.model.text import Text
from village_site.values import FuzzyDate, Phone, parse_form

FORM = Parsed(
    Text(
        "địa chỉ https://… của mẫu ở .gov.vn, Google Forms, Microsoft Forms",
        "https address of a form at .gov.vn, Google Forms or Microsoft Forms",
    ),
    parse_form,
)


@record
class Contact(Entry):
    """An entry of `contacts.yml`; the first one is the one a resident should call first."""

    role: Text = required(
        OFFICE,
        vi="chức danh",
        title=("Chức danh", "Role"),
        help=("Ví dụ: Trưởng thôn. Không ghi tên người.", "No names."),
    )
    organisation: Text | None = optional(
        OFFICE,
        vi="cơ quan",
        title=("Cơ quan, tổ chức", "Organisation"),
        help=("Nếu khác thôn.", "If not the village."),
    )
    phone: Phone | None = optional(
        PHONE,
        vi="điện thoại",
        also=("số điện thoại",),
        title=("Điện thoại công việc", "Work phone"),
        help=(
            "Số công vụ đã công bố; không ghi số riêng.",
            "A published office number, never a private one.",
        ),
    )
    email: str | None = optional(
        EMAIL, vi="thư điện tử", title=("Thư điện tử", "Email"), help=("Của cơ quan.", "Office.")
    )
    zalo: str | None = optional(
        ZALO,
        vi="zalo",
        title=("Zalo", "Zalo"),
        help=("Địa chỉ https://zalo.me/… của cơ quan.", "Official account."),
    )
    form: str | None = optional(
        FORM,
        vi="mẫu góp ý",
        title=("Mẫu góp ý trên mạng", "Form for opinions"),
        help=("Địa chỉ mẫu bà con điền để gửi ý kiến.", "Where residents send opinions."),
    )
    hours: Text | None = optional(
        WORDS,
        vi="giờ làm việc",
        title=("Giờ làm việc", "Hours"),
        help=("Ví dụ: sáng thứ hai tại nhà văn hoá.", "When."),
    )
    tasks: Text | None = optional(
        WORDS,
        vi="nhiệm vụ",
        title=("Lo việc gì", "Tasks"),
        help=("Để người dân biết hỏi ai.", "Whom to ask for what."),
    )
    term_start: FuzzyDate | None = optional(
        TERM,
        vi="nhiệm kỳ từ",
        title=("Nhiệm kỳ từ", "Term from"),
        help=("Ngày, tháng hoặc năm.", "When it began."),
    )
    term_end: FuzzyDate | None = optional(
        TERM,
        vi="nhiệm kỳ đến",
        title=("Nhiệm kỳ đến", "Term until"),
        help=("Hết hạn sẽ có nhắc.", "Reminds when over."),
    )


@record
class OfficeHolder(Contact):
    """An entry of `contacts.yml`; the person's own name and photo only with consent."""

    id: str | None = optional(
        Slug(),
        vi="mã riêng",
        title=("Mã riêng", "Id"),
        help=(
            "Chỉ cần khi có phiếu đồng ý đăng tên hoặc ảnh.",
            "Needed only for a consent to name or photo.",
        ),
    )
    person: str | None = optional(
        LINE,
        vi="họ tên",
        title=("Họ tên", "Name"),
        help=("Chỉ khi có phiếu đồng ý.", "With consent only."),
        personal=PersonalData.NAME,
    )
    photo: Photo | None = optional(
        Nested(Photo),
        vi="ảnh",
        title=("Ảnh", "Photo"),
        help=("Chỉ khi có phiếu đồng ý.", "With consent only."),
        personal=PersonalData.PHOTO,
    )


CONTACTS = Kind(
    name="contact",
    title=Text("Liên hệ", "Contacts"),
    help=Text("Gọi ai khi cần; theo chức danh, không theo tên người.", "Whom to call, by role."),
    record=OfficeHolder,
    file="contacts",
    file_vi="lien-he",
    section=True,
    exported=True,
    about_people=True,
)
