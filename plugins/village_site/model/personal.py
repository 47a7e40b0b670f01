"""What belongs to a person: published only where a consent record names that very field.

Law 91/2025/QH15 and Decree 356/2025: consent is for each purpose, provable, and can be withdrawn.
"""

from __future__ import annotations

import re

from village_site.model.common import DATE, LINE, WORDS, record_id
from village_site.model.declare import Record, defaulted, optional, record, required, several
from village_site.model.kinds import Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Parsed, Ref, Reference
from village_site.model.text import Text
from village_site.values import BadValue, FuzzyDate


class PersonalData(Listed):
    """What a household or an office holder may agree to have published."""

    NAME = term("name", "họ tên", "Tên người đại diện hộ, hoặc người giữ chức danh.", "A person's name.")
    PHONE = term("phone", "điện thoại", "Số máy riêng.", "A private number.")
    PHOTO = term("photo", "ảnh", "Ảnh nhà, sản phẩm hoặc người.", "House, produce or person.")
    PLACE = term("place", "vị trí", "Chỗ đúng của nhà trên bản đồ.", "The very place on a map.")
    TRADE = term("trade", "nghề, dịch vụ", "Làm gì, bán gì; tên ở sản phẩm.", "What it makes or sells.")
    TITLES = term("titles", "danh hiệu", "Danh hiệu, giải thưởng.", "Titles won.")


class Scope(Listed):
    """Where it may be shown. Search and data files are never among them."""

    CARD = term("card", "trang sau mã QR", "Ai quét biển của nhà thì thấy.", "Whoever scans the plate.")
    VILLAGE = term(
        "village",
        "trang thôn",
        "Ai xem trang của thôn, sổ in hay bản chép của trang ấy thì thấy.",
        "Whoever opens the village's page, its printed handbook or a copy without a network.",
    )


def parse_traces(text: str) -> tuple[str, ...]:
    """Traces, parted by spaces. Raises BadValue."""
    found = tuple(text.split())
    if not all(re.fullmatch(r"[a-z]+-[0-9]+-[0-9a-f]+", trace) for trace in found):
        raise BadValue("bad-trace", text)
    return found


TRACES = Parsed(Text("do lệnh ghi", "written by a command"), parse_traces)


@record
class Consent(Record):
    """An entry of `consents.yml`: one signed form. None of it is ever published."""

    id: str = record_id()
    household: Ref | None = optional(
        Reference("household"),
        vi="hộ",
        title=("Hộ", "Household"),
        help=("Mã riêng của hộ.", "Id of the household."),
    )
    contact: Ref | None = optional(
        Reference("contact"),
        vi="liên hệ",
        title=("Người giữ chức danh", "Office holder"),
        help=(
            "Mã riêng của mục trong lien-he.yml; khi không phải là hộ.",
            "Id of the contact, if no household.",
        ),
    )
    fields: tuple[PersonalData, ...] = several(
        Choice(PersonalData),
        vi="đồng ý đăng",
        title=("Đồng ý đăng những gì", "What may be published"),
        help=("Chỉ những ô đã đánh dấu trên phiếu.", "Only what was ticked on the form."),
    )
    scope: tuple[Scope, ...] = several(
        Choice(Scope),
        vi="phạm vi",
        title=("Đăng ở đâu", "Where"),
        help=("Trang sau mã QR, trang thôn.", "The light page, the village's page."),
    )
    form: str = required(
        LINE,
        vi="mẫu phiếu",
        title=("Mẫu phiếu", "Form"),
        help=("Số in ở góc phiếu.", "The version printed on it."),
    )
    date: FuzzyDate = required(
        DATE, vi="ngày", title=("Ngày ký", "Signed on"), help=("Đủ ngày tháng năm.", "The full day.")
    )
    by: Text = required(
        WORDS,
        vi="người đồng ý",
        title=("Ai đồng ý", "By whom"),
        help=("Chủ hộ, người được chủ hộ giao… Không ghi tên.", "Their role in the household, no name."),
    )
    paper: str = required(
        LINE,
        vi="số hồ sơ giấy",
        title=("Số hồ sơ giấy", "Paper file"),
        help=("Phiếu đã ký cất ở đâu.", "Where the signed form is kept."),
    )
    review: FuzzyDate | None = optional(
        DATE,
        vi="hỏi lại trước",
        title=("Hỏi lại trước ngày", "Review by"),
        help=("Đến ngày sẽ có nhắc.", "Reminds when due."),
    )
    withdrawn: FuzzyDate | None = optional(
        DATE,
        vi="rút lại",
        title=("Rút lại ngày", "Withdrawn on"),
        help=(
            "Ghi ngày rút và xoá các giá trị; hoặc dùng lệnh “villages consents withdraw”.",
            "The day it was withdrawn.",
        ),
    )
    traces: tuple[str, ...] = defaulted(
        TRACES,
        (),
        vi="dấu vết",
        title=("Dấu vết", "Traces"),
        help=(
            "Do lệnh rút lại ghi, để tìm xem giá trị đã xoá còn sót ở đâu; không đọc ngược lại được.",
            "Written by the command, to find what was deleted wherever it still stands.",
        ),
    )


CONSENTS = Kind(
    name="consent",
    title=Text("Đồng ý", "Consents"),
    help=Text(
        "Ai đã đồng ý cho đăng những gì; nằm trong thư mục riêng, không bao giờ đăng.",
        "Who agreed to what; in the private folder, never published.",
    ),
    record=Consent,
    file="consents",
    file_vi="dong-y",
    private=True,
)
