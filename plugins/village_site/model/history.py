"""What happened in a village, and what it was recognised for."""

from __future__ import annotations

from village_site.model.common import DATE, LINE, PROSE, WORDS, Entry
from village_site.model.declare import optional, record, required
from village_site.model.kinds import Chapter, Kind
from village_site.model.shapes import Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate


@record
class Event(Entry):
    """An entry of `history.yml`."""

    date: FuzzyDate = required(
        DATE,
        vi="ngày",
        also=("thời gian",),
        title=("Khi nào", "When"),
        help=("Đến đâu biết đến đó: 15/4/2022 · 6/2023 · giữa 2021 · trước 2019.", "As exactly as is known."),
    )
    until: FuzzyDate | None = optional(
        DATE, vi="đến", title=("Đến", "Until"), help=("Khi việc kéo dài.", "Where it lasted.")
    )
    title: Text = required(
        WORDS,
        vi="việc",
        also=("tiêu đề",),
        title=("Việc gì", "What"),
        help=("Một câu ngắn.", "A short sentence."),
    )
    text: Text | None = optional(
        PROSE, vi="kể thêm", title=("Kể thêm", "More"), help=("Vài câu, nếu có.", "A few sentences, if any.")
    )


HISTORY = Kind(
    name="event",
    title=Text("Lịch sử", "History"),
    help=Text("Các mốc của thôn.", "Milestones of the village."),
    record=Event,
    file="history",
    file_vi="lich-su",
    section=True,
    chapter=Chapter.PAST,
    exported=True,
)


@record
class Recognition(Entry):
    """An entry of `recognitions.yml`: a title the village has reached."""

    name: Text = required(
        WORDS,
        vi="tên",
        title=("Danh hiệu", "Title"),
        help=("Ví dụ: Khu dân cư nông thôn mới kiểu mẫu.", "Its name."),
    )
    set: Ref | None = optional(
        Reference("criteria"),
        vi="bộ tiêu chí",
        title=("Theo bộ tiêu chí", "By set"),
        help=("Nếu có.", "If any."),
    )
    date: FuzzyDate = required(
        DATE,
        vi="ngày",
        also=("thời gian",),
        title=("Đạt khi nào", "Reached"),
        help=("Ngày, tháng hoặc năm.", "When."),
    )
    issuer: str | None = optional(
        LINE,
        vi="nơi công nhận",
        title=("Nơi công nhận", "Issuer"),
        help=("Cơ quan ra quyết định.", "Who decided."),
    )
    decision: str | None = optional(
        LINE,
        vi="quyết định",
        title=("Quyết định", "Decision"),
        help=("Số, ngày văn bản.", "Number and date."),
    )
    note: Text | None = optional(
        WORDS, vi="ghi chú", title=("Ghi chú", "Note"), help=("Nếu cần.", "If needed.")
    )


RECOGNITIONS = Kind(
    name="recognition",
    title=Text("Danh hiệu đã đạt", "Recognitions"),
    help=Text("Những danh hiệu thôn đã đạt.", "Titles the village has reached."),
    record=Recognition,
    file="recognitions",
    file_vi="danh-hieu",
    section=True,
    chapter=Chapter.STANDARDS,
    exported=True,
)
