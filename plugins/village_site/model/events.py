"""What became of codes and of villages whose records went away; a plate on a wall outlives them."""

from __future__ import annotations

from typing import ClassVar

from village_site.codes.alphabet import parse_code
from village_site.frozen import frozen
from village_site.model.common import DATE, LINE, WORDS, Sourced
from village_site.model.declare import MOST_CODES, optional, record, required, several
from village_site.model.kinds import Kind, Layout
from village_site.model.listed import Listed, term
from village_site.model.reading import Reading
from village_site.model.shapes import Choice, Ref, Slug, scalar_text, slug
from village_site.model.text import Text
from village_site.source import Node
from village_site.values import FuzzyDate


class Fate(Listed):
    """What became of it."""

    RETIRED = term(
        "retired", "thôi dùng", "Biển mất, hỏng hoặc không cần nữa.", "The plate is lost or not needed."
    )
    MOVED = term("moved", "chuyển", "Mã nay thuộc mục khác.", "The code now belongs to another record.")
    RENAMED = term(
        "renamed", "đổi mã riêng", "Thôn đổi mã riêng (tên thư mục).", "The village's id has changed."
    )
    MERGED = term("merged", "gộp", "Thôn gộp vào thôn khác.", "The village became part of another.")
    SPLIT = term("split", "tách", "Thôn tách thành nhiều thôn.", "The village became several.")

    @property
    def of_village(self) -> bool:
        """True for what happens to a whole village."""
        return self in (Fate.RENAMED, Fate.MERGED, Fate.SPLIT)


@frozen
class CodeText:
    """The shape of a code as people read it."""

    title: ClassVar[Text] = Text("mã trên biển, như 7K3M-XT4M", "code on a plate, like 7K3M-XT4M")

    def read(self, node: Node, reading: Reading) -> str | None:
        """The code, upper case and without hyphen."""
        text = scalar_text(node, reading)
        if text is None:
            return None
        code = parse_code(text)
        if code is None:
            reading.error(node, "no-code-at-all", found=text[:20])
        return code


@frozen
class Target:
    """The shape of where something went: a village's id, or `village/id`."""

    title: ClassVar[Text] = Text("mã thôn, hoặc mã-thôn/mã-mục", "village, or village/id")

    def read(self, node: Node, reading: Reading) -> Ref | None:
        """The reference; whether it leads anywhere is checked when all files are read."""
        text = scalar_text(node, reading)
        if text is None:
            return None
        if text.count("/") > 1 or not all(part and slug(part) == part for part in text.split("/")):
            reading.error(node, "bad-target", found=text[:60])
            return None
        return Ref("target", text, reading.file, node.line, node.column, None)


@record
class CodeEvent(Sourced):
    """An entry of a file of `_events/`."""

    what: Fate = required(
        Choice(Fate),
        vi="việc",
        title=("Việc gì", "What"),
        help=("Thôi dùng, chuyển, gộp…", "Retired, moved …"),
    )
    date: FuzzyDate = required(
        DATE, vi="ngày", title=("Từ ngày", "Since"), help=("Từ khi nào.", "Since when.")
    )
    reason: Text = required(
        WORDS,
        vi="lý do",
        title=("Lý do", "Reason"),
        help=("Một câu; người quét biển sẽ đọc.", "Readers will see it."),
    )
    codes: tuple[str, ...] = several(
        CodeText(),
        most=MOST_CODES,
        vi="mã",
        also=("mã QR",),
        title=("Các mã", "Codes"),
        help=("Khi thôi dùng hoặc chuyển.", "Plates."),
    )
    village: str | None = optional(
        Slug(),
        vi="thôn",
        title=("Thôn cũ", "Former village"),
        help=("Mã riêng của thôn cũ.", "Its former id."),
    )
    former_name: str | None = optional(
        LINE,
        vi="tên cũ",
        title=("Tên cũ", "Former name"),
        help=("Ví dụ: thôn Tam Đồng.", "As people knew it."),
    )
    to: tuple[Ref, ...] = several(
        Target(),
        vi="về",
        title=("Nay là", "Now"),
        help=("Thôn mới, hoặc mục mới.", "The new village or record."),
    )
    decision: str | None = optional(
        LINE, vi="quyết định", title=("Quyết định", "Decision"), help=("Số văn bản.", "The document.")
    )


EVENTS = Kind(
    name="code-event",
    title=Text("Số phận của mã", "What became of codes"),
    help=Text(
        "Ghi lại khi biển thôi dùng, thôn gộp, tách, đổi mã.", "Plates retired, villages merged or split."
    ),
    record=CodeEvent,
    file="_events",
    file_vi="_events",
    layout=Layout.FOLDER_LIST,
)
