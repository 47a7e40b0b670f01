"""What residents were asked, how many answered, and what they said, in counts or shares."""

from __future__ import annotations

from village_site.model.common import (
    DATE,
    FLAG,
    OFFICE,
    URL,
    WORDS,
    Amount,
    Entry,
    Figure,
    Sourced,
    record_id,
)
from village_site.model.declare import defaulted, optional, record, required, several
from village_site.model.kinds import Chapter, Kind
from village_site.model.shapes import Nested
from village_site.model.text import Text
from village_site.values import FuzzyDate

PERCENT = "%"
ASKED = Amount(("người", "hộ", "phiếu"))


@record
class Answer(Sourced):
    """One answer of a survey, and how many gave it."""

    name: Text = required(
        WORDS, vi="câu", title=("Câu trả lời", "Answer"), help=("Ví dụ: Hài lòng.", "As: satisfied.")
    )
    result: Figure = required(
        Amount(("người", "hộ", "phiếu", PERCENT)),
        vi="kết quả",
        title=("Kết quả", "Result"),
        help=("Số người (45 người) hoặc tỉ lệ (86 %).", "A count or a share (86 %)."),
    )


@record
class Survey(Entry):
    """An entry of `surveys.yml`: one question."""

    id: str = record_id()
    question: Text = required(
        WORDS, vi="câu hỏi", title=("Câu hỏi", "Question"), help=("Đúng như đã hỏi.", "As it was asked.")
    )
    date: FuzzyDate = required(
        DATE, vi="ngày", title=("Ngày", "Date"), help=("Ngày, tháng hoặc năm hỏi.", "When it was asked.")
    )
    by: Text = required(
        OFFICE, vi="đơn vị hỏi", title=("Ai hỏi", "By"), help=("Cơ quan, hội; không ghi tên.", "The office.")
    )
    asked: Figure = required(
        ASKED, vi="đã hỏi", title=("Đã hỏi", "Asked"), help=("Bao nhiêu người, hộ.", "How many.")
    )
    answered: Figure = required(
        ASKED, vi="đã trả lời", title=("Đã trả lời", "Answered"), help=("Trong số đó.", "Of these.")
    )
    answers: tuple[Answer, ...] = several(
        Nested(Answer),
        vi="các câu trả lời",
        title=("Các câu trả lời", "Answers"),
        help=("Theo thứ tự trên phiếu, kể cả “không ý kiến”.", "In the order asked, “no opinion” too."),
    )
    multiple: bool = defaulted(
        FLAG,
        False,
        vi="chọn nhiều câu",
        title=("Được chọn nhiều câu", "Several answers each"),
        help=("“có” khi mỗi người được chọn hơn một câu.", "“yes” where each may choose several."),
    )
    method: Text | None = optional(
        WORDS, vi="cách hỏi", title=("Cách hỏi", "Method"), help=("Phiếu giấy, tại nhà, trên mạng.", "How.")
    )
    link: str | None = optional(
        URL, vi="địa chỉ web", title=("Địa chỉ web", "Link"), help=("Nơi đăng kết quả.", "Where published.")
    )


SURVEYS = Kind(
    name="survey",
    title=Text("Hỏi ý kiến", "Surveys"),
    help=Text(
        "Câu hỏi, ngày hỏi, bao nhiêu người được hỏi và trả lời, trả lời thế nào.",
        "Question, date, how many were asked and answered, and what they said.",
    ),
    record=Survey,
    file="surveys",
    file_vi="khao-sat",
    section=True,
    chapter=Chapter.NEWS,
    exported=True,
    of_units=True,
)
