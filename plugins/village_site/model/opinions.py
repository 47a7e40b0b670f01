"""What residents said or asked, and what became of it. Nobody's name: there is no field for one."""

from __future__ import annotations

from village_site.model.common import DATE, OFFICE, PROSE, URL, WORDS, Entry, record_id
from village_site.model.declare import optional, record, required
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate


class Subject(Listed):
    """What an opinion is about."""

    SAND = term("sand", "khai thác cát", title_en="sand mining")
    LAND_CERTIFICATES = term(
        "land-certificates", "sổ đỏ", "Giấy chứng nhận quyền sử dụng đất.", "The “red book”."
    )
    LAND = term("land", "quản lý đất đai")
    CLEARANCE = term("clearance", "giải phóng mặt bằng", title_en="land clearance")
    NEW_RURAL = term("new-rural", "chính sách xây dựng nông thôn mới", title_en="the new-rural programme")
    WELFARE = term("welfare", "an sinh xã hội")
    SECURITY = term("security", "an ninh nông thôn", title_en="public order")
    ROADS = term("roads", "đường sá")
    SUPPLY = term("power-and-water", "điện nước", title="điện, nước")
    ENVIRONMENT = term("environment", "môi trường")
    OTHER = term("other", "khác", title_en="other subjects")


class State(Listed):
    """How far an opinion has come."""

    TAKEN_UP = term("taken-up", "đã tiếp nhận")
    IN_PROGRESS = term("in-progress", "đang giải quyết")
    ANSWERED = term("answered", "đã trả lời")
    ELSEWHERE = term(
        "not-competent",
        "không thuộc thẩm quyền",
        "Đã trả lời rằng phải hỏi nơi khác; ghi nơi đó ở mục trả lời.",
        "Answered that another office is to be asked; the answer names it.",
    )

    @property
    def is_open(self) -> bool:
        """True while there is no answer."""
        return self in (State.TAKEN_UP, State.IN_PROGRESS)


@record
class Opinion(Entry):
    """An entry of `opinions.yml`."""

    id: str = record_id()
    date: FuzzyDate = required(
        DATE, vi="ngày", title=("Ngày ghi nhận", "Date"), help=("Ngày họp, ngày gửi.", "When it was said.")
    )
    meeting: Text = required(
        WORDS,
        vi="ghi nhận ở",
        also=("cuộc họp",),
        title=("Ghi nhận ở đâu", "Meeting"),
        help=("Cuộc họp nào, hoặc gửi qua đâu.", "At which meeting, or by which way."),
    )
    subject: Subject = required(
        Choice(Subject), vi="về", title=("Về việc gì", "Subject"), help=("Chọn trong danh sách.", "Listed.")
    )
    summary: Text = required(
        PROSE,
        vi="ý kiến",
        title=("Ý kiến", "Summary"),
        help=("Vài câu. Không ghi tên, nhà của ai.", "A few sentences; nobody's name or house."),
    )
    state: State = required(
        Choice(State), vi="tình trạng", title=("Tình trạng", "State"), help=("Đến đâu rồi.", "How far it is.")
    )
    passed_to: Text | None = optional(
        OFFICE,
        vi="chuyển đến",
        title=("Chuyển đến", "Passed on to"),
        help=("Cơ quan, không ghi tên người.", "An office, no name."),
    )
    passed_on: FuzzyDate | None = optional(
        DATE, vi="ngày chuyển", title=("Ngày chuyển", "Passed on"), help=("Nếu đã chuyển.", "If it was.")
    )
    answer: Text | None = optional(
        PROSE, vi="trả lời", title=("Trả lời", "Answer"), help=("Vài câu.", "A few sentences.")
    )
    answered: FuzzyDate | None = optional(
        DATE,
        vi="ngày trả lời",
        title=("Ngày trả lời", "Answered"),
        help=("Để tính số ngày bà con phải chờ.", "Tells how long residents waited."),
    )
    answered_by: Text | None = optional(
        OFFICE,
        vi="nơi trả lời",
        title=("Nơi trả lời", "Answered by"),
        help=("Cơ quan, không ghi tên người.", "An office, no name."),
    )
    document: Ref | None = optional(
        Reference("document"),
        vi="văn bản",
        title=("Văn bản trả lời", "Document"),
        help=("Mã riêng của mục trong van-ban.yml.", "Id of an entry of documents.yml."),
    )
    link: str | None = optional(
        URL, vi="địa chỉ web", title=("Địa chỉ web", "Link"), help=("Nơi đọc thêm.", "Where to read more.")
    )


OPINIONS = Kind(
    name="opinion",
    title=Text("Ý kiến của bà con", "Residents' opinions"),
    help=Text(
        "Bà con nói gì, chuyển đến đâu, trả lời ra sao; không ghi tên ai.",
        "What residents said, whom it was passed on to, what was answered; nobody's name.",
    ),
    record=Opinion,
    file="opinions",
    file_vi="y-kien",
    section=True,
    chapter=Chapter.NEWS,
    own_page=True,
    exported=True,
    about_people=True,
    of_units=True,
    summed_up=True,
)
