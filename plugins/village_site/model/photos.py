"""Photographs, 360° pictures and films that records name."""

from __future__ import annotations

from village_site.domains import host
from village_site.model.common import DATE, WORDS, Sourced
from village_site.model.declare import optional, record, required
from village_site.model.shapes import Nested, Parsed, Pattern
from village_site.model.text import Text
from village_site.values import FuzzyDate, parse_video


@record
class Photo(Sourced):
    """A photograph that lies in the village's folder."""

    file: str = required(
        Pattern(
            Text("tên tệp ảnh", "name of a picture file"),
            r"[A-Za-z0-9][A-Za-z0-9_-]*\.(?:jpe?g|png|webp)",
            "bad-photo",
        ),
        vi="tệp",
        title=("Tệp ảnh", "File"),
        help=("Tên tệp .jpg, .png hoặc .webp đặt cạnh tệp này.", "A .jpg, .png or .webp beside this file."),
    )
    alt: Text = required(
        WORDS,
        vi="mô tả",
        title=("Mô tả ảnh", "Description"),
        help=("Cho người không nhìn thấy ảnh.", "In words."),
    )
    date: FuzzyDate | None = optional(
        DATE, vi="ngày", title=("Chụp khi nào", "Taken"), help=("Nếu biết.", "If known.")
    )


@record
class Panorama(Photo):
    """A picture of all that is around: 360° wide, 180° high, drawn twice as wide as high."""

    title: Text | None = optional(
        WORDS, vi="tên", title=("Tên", "Title"), help=("Nhìn từ đâu: giữa sân.", "Where it was taken.")
    )


@record
class Video(Sourced):
    """A film somewhere else. Nothing of it is loaded before somebody follows the link."""

    title: Text = required(
        WORDS, vi="tên", title=("Tên phim", "Title"), help=("Phim về gì.", "What it shows.")
    )
    url: str = required(
        Parsed(
            Text(
                "địa chỉ https://… của YouTube, Facebook, Vimeo, TikTok, Zalo, VTV hoặc .gov.vn",
                "https address at YouTube, Facebook, Vimeo, TikTok, Zalo, VTV or .gov.vn",
            ),
            parse_video,
        ),
        vi="địa chỉ",
        also=("link", "liên kết"),
        title=("Địa chỉ phim", "Address"),
        help=("Chép từ ô địa chỉ của trình duyệt.", "As the browser shows it."),
    )
    date: FuzzyDate | None = optional(
        DATE, vi="ngày", title=("Quay khi nào", "Made"), help=("Nếu biết.", "If known.")
    )
    still: Photo | None = optional(
        Nested(Photo),
        vi="ảnh",
        title=("Ảnh của phim", "Still"),
        help=("Một ảnh của ta, hiện thay cho phim.", "A picture of ours that stands for it."),
    )

    @property
    def host(self) -> str:
        """The site that keeps it, as readers know it: `youtube.com`."""
        return host(self.url).removeprefix("www.")
