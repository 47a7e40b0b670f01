"""Reviewed exceptions: what the scan for forbidden values took for one, and somebody looked at."""

from __future__ import annotations

from village_site.model.common import DATE, LINE, WORDS
from village_site.model.declare import Record, record, required
from village_site.model.kinds import Kind, Layout
from village_site.model.shapes import Pattern
from village_site.model.text import Text
from village_site.values import FuzzyDate


@record
class ReviewedException(Record):
    """An entry of `_exceptions.yml`: a value of a file that may stay. The value itself is never repeated."""

    file: str = required(
        LINE,
        vi="tệp",
        title=("Tệp", "File"),
        help=("Như trong thông báo, ví dụ villages/nam-bac-thanh/thon.yml.", "As the message names it."),
    )
    code: str = required(
        Pattern(
            Text("tên thông báo", "code of a message"),
            r"(?:forbidden|sensitive)-[a-z]+(?:-[a-z]+)*",
            "bad-exception-code",
        ),
        vi="thông báo",
        title=("Thông báo", "Message"),
        help=(
            "Tên thông báo, ở trang “Thông báo lỗi”: forbidden-account, sensitive-birth…",
            "Its code on the page of messages.",
        ),
    )
    tag: str = required(
        Pattern(Text("ba chữ số hoặc chữ a–f", "three of 0-9, a-f"), "[0-9a-f]{3}", "bad-exception-tag"),
        vi="dấu",
        title=("Dấu", "Tag"),
        help=("Ba ký tự trong thông báo.", "The three characters the message shows."),
    )
    reason: Text = required(
        WORDS,
        vi="lý do",
        title=("Lý do", "Reason"),
        help=("Vì sao không phải điều cấm. Không chép lại giá trị.", "Why it may stay; not the value."),
    )
    reviewed_by: Text = required(
        WORDS,
        vi="người xem xét",
        title=("Ai đã xem xét", "Reviewed by"),
        help=("Chức danh, không ghi tên.", "The role, no name."),
    )
    date: FuzzyDate = required(
        DATE, vi="ngày", title=("Ngày", "Date"), help=("Ngày xem xét.", "When it was reviewed.")
    )


EXCEPTIONS = Kind(
    name="exception",
    title=Text("Ngoại lệ đã xem xét", "Reviewed exceptions"),
    help=Text(
        "Những chỗ máy báo nhầm là điều cấm, đã có người xem.",
        "Values taken for forbidden ones by mistake, looked at by somebody.",
    ),
    record=ReviewedException,
    file="_exceptions",
    file_vi="_ngoai-le",
    layout=Layout.SHARED_LIST,
)
