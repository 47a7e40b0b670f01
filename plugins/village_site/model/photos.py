"""Photographs beside the files that name them."""

from __future__ import annotations

from village_site.model.common import DATE, WORDS, Sourced
from village_site.model.declare import optional, record, required
from village_site.model.shapes import Pattern
from village_site.model.text import Text
from village_site.values import FuzzyDate


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
