"""Documents that concern a village or commune: decisions, plans, the village's own rules."""

from __future__ import annotations

from village_site.model.common import DATE, LINE, OFFICE, URL, WORDS, Entry, record_id
from village_site.model.declare import optional, record, required
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Pattern, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate


class DocumentType(Listed):
    """What a document is."""

    DECISION = term("decision", "quyết định")
    RESOLUTION = term("resolution", "nghị quyết")
    PLAN = term("plan", "kế hoạch")
    GUIDE = term("guide", "hướng dẫn")
    NOTICE = term("notice", "thông báo")
    REPORT = term("report", "báo cáo")
    LETTER = term("official-letter", "công văn")
    CONVENTION = term("village-convention", "quy ước")
    CODE = term("village-code", "hương ước")
    MINUTES = term("minutes", "biên bản")
    OTHER = term("other", "văn bản khác", title_en="other document")


@record
class Document(Entry):
    """An entry of `documents.yml`."""

    id: str = record_id()
    type: DocumentType = required(
        Choice(DocumentType), vi="loại", title=("Loại", "Type"), help=("Chọn trong danh sách.", "Listed.")
    )
    number: str | None = optional(
        LINE, vi="số", title=("Số, ký hiệu", "Number"), help=("Ví dụ: 12/QĐ-UBND.", "As 12/QĐ-UBND.")
    )
    date: FuzzyDate = required(
        DATE, vi="ngày", title=("Ngày", "Date"), help=("Ngày ban hành.", "When it was issued.")
    )
    issuer: Text = required(
        OFFICE, vi="nơi ban hành", title=("Nơi ban hành", "Issuer"), help=("Cơ quan.", "The office.")
    )
    title: Text = required(
        WORDS,
        vi="tên",
        also=("trích yếu",),
        title=("Tên, trích yếu", "Title"),
        help=("Không kèm loại và số.", "Without its type and number."),
    )
    about: Text | None = optional(
        WORDS,
        vi="liên quan đến",
        title=("Liên quan đến ai, việc gì", "What it concerns"),
        help=("Một câu dễ hiểu: bà con cần biết gì.", "One plain sentence."),
    )
    file: str | None = optional(
        Pattern(
            Text("tên tệp .pdf", "name of a .pdf file"),
            r"[A-Za-z0-9][A-Za-z0-9_-]*\.pdf",
            "bad-document-file",
        ),
        vi="tệp",
        title=("Tệp", "File"),
        help=("Tệp .pdf đặt cạnh tệp này, không quá 5 MB.", "A .pdf beside this file, at most 5 MB."),
    )
    link: str | None = optional(
        URL, vi="địa chỉ web", title=("Địa chỉ web", "Link"), help=("Nơi có văn bản.", "Where it stands.")
    )
    until: FuzzyDate | None = optional(
        DATE,
        vi="hiệu lực đến",
        title=("Hiệu lực đến hết", "In force until"),
        help=("Ngày cuối cùng; bỏ trống khi còn hiệu lực.", "The last day; empty while it is in force."),
    )
    replaced_by: Ref | None = optional(
        Reference("document"),
        vi="thay bằng",
        title=("Thay bằng", "Replaced by"),
        help=("Mã riêng của văn bản mới.", "Id of the new document."),
    )


DOCUMENTS = Kind(
    name="document",
    title=Text("Văn bản", "Documents"),
    help=Text(
        "Quyết định, kế hoạch, thông báo, quy ước: số, ngày, nơi ban hành, tệp hoặc địa chỉ.",
        "Number, date, issuer, title, file or link.",
    ),
    record=Document,
    file="documents",
    file_vi="van-ban",
    section=True,
    chapter=Chapter.NEWS,
    own_page=True,
    searched=True,
    exported=True,
    of_units=True,
)
