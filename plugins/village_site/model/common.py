"""Shapes and fields that many kinds of record share."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar

from village_site.frozen import frozen
from village_site.model.bind import bind
from village_site.model.declare import Origin, Record, defaulted, optional, record, required, several, table
from village_site.model.listed import Listed, term
from village_site.model.reading import Reading
from village_site.model.shapes import Flag, Line, Parsed, Slug, Words, short_text
from village_site.model.text import Text
from village_site.source import Mapping, Node
from village_site.values import (
    BadValue,
    FuzzyDate,
    Quantity,
    parse_coordinates,
    parse_date,
    parse_email,
    parse_office_phone,
    parse_phone,
    parse_quantity,
    parse_url,
    parse_zalo,
)

DATE = Parsed(Text("ngày, tháng hoặc năm", "day, month or year"), parse_date)
PHONE = Parsed(Text("số điện thoại", "phone number"), parse_phone)
# What an organisation answers: a mobile phone is nearly always one person's.
OFFICE_PHONE = Parsed(Text("số điện thoại cơ quan", "an office's phone number"), parse_office_phone)
PLACE = Parsed(Text("vĩ độ, kinh độ", "latitude, longitude"), parse_coordinates)
URL = Parsed(Text("địa chỉ web https://…", "web address https://…"), parse_url)
EMAIL = Parsed(Text("địa chỉ thư", "email address"), parse_email)
ZALO = Parsed(Text("địa chỉ https://zalo.me/…", "https://zalo.me/… address"), parse_zalo)
LINE = Line()
WORDS = Words()
PROSE = Words(lines=True)
# Shapes of their own, though they look like others: a review shows first who holds an office, and until when.
OFFICE = Words()
# The name of a thing or a body; nobody's own, and looked through for that.
NO_PERSON = Line()
TERM = Parsed(DATE.title, parse_date)
FLAG = Flag()


class Certainty(Listed):
    """How sure a fact is."""

    CONFIRMED = term("confirmed", "đã xác nhận", "Có văn bản, hoặc chính nơi đó xác nhận.", "Documented.")
    LIKELY = term("likely", "có thể", "Suy ra từ nguồn khác, chưa ai xác nhận.", "Inferred, not confirmed.")
    UNCONFIRMED = term("unconfirmed", "chưa xác nhận", "Chưa có gì chắc chắn.", "Not confirmed.")


@frozen
class Citation:
    """Where a fact comes from: the id of an entry of `_sources.yml`, or a few words."""

    text: str
    file: str
    line: int
    column: int

    @property
    def is_id(self) -> bool:
        """A single unspaced word is the id of a known source; anything else is free text."""
        return re.fullmatch(r"[A-Za-z0-9-]+", self.text) is not None


@frozen
class Source:
    """The shape of a citation."""

    title: ClassVar[Text] = Text(
        "mã nguồn trong _sources.yml, hoặc vài chữ", "id of a source in _sources.yml, or a few words"
    )

    def read(self, node: Node, reading: Reading) -> Citation | None:
        """The citation with its place, so that an unknown id can be pointed at."""
        text = Line().read(node, reading)
        return None if text is None else Citation(text, reading.file, node.line, node.column)


SOURCE = Source()


def record_id() -> str:
    """The `id` field of every listed record."""
    return required(
        Slug(),
        vi="mã riêng",
        title=("Mã riêng", "Id"),
        help=(
            "Chữ thường không dấu, số, gạch nối. Đặt một lần, không đổi về sau: địa chỉ và mã QR dựa vào nó.",
            "Lower case, digits, hyphens. Set once, never changed: addresses and codes rest on it.",
        ),
    )


class PlateCode(Line):
    """The shape of a permanent code; whether it is the right one is checked with the register at hand."""


def plate_code() -> str | None:
    """The `code` field of every record that has a plate."""
    return optional(
        PlateCode(),
        vi="mã",
        also=("mã QR",),
        title=("Mã trên biển", "Plate code"),
        help=(
            "Do lệnh “villages codes assign” ghi vào. Không tự đặt, không sửa, không chép sang mục khác.",
            "Written by “villages codes assign”. Never made up, changed or copied by hand.",
        ),
    )


@record
class Sourced(Record):
    """A record that says where it comes from and how it stands."""

    sources: tuple[Citation, ...] = several(
        SOURCE,
        vi="nguồn",
        also=("source",),
        title=("Nguồn", "Sources"),
        help=("Nơi lấy thông tin: mã trong _sources.yml hoặc vài chữ.", "Where it comes from."),
    )
    confirmed: bool = defaulted(
        FLAG,
        True,
        vi="đã xác nhận",
        title=("Đã xác nhận", "Confirmed"),
        help=("Ghi “không” khi chưa ai xác nhận; trang sẽ nói rõ.", "“no” when nobody has confirmed it."),
    )


@record
class Entry(Sourced):
    """A record with an update date, which may be sample data."""

    updated: FuzzyDate | None = optional(
        DATE,
        vi="cập nhật",
        title=("Ngày cập nhật", "Updated"),
        help=("Ngày thông tin được xem lại lần cuối.", "When the data was last looked over."),
    )
    illustrative: bool = defaulted(
        FLAG,
        False,
        vi="minh hoạ",
        also=("dữ liệu minh hoạ",),
        title=("Dữ liệu minh hoạ", "Sample data"),
        help=("“có” khi dữ liệu được dựng lên làm mẫu; trang sẽ ghi rõ.", "“yes” when the data is made up."),
    )


@record
class Figure(Sourced):
    """A number as people know it. One scalar (`hơn 90 %`) may stand for the whole record."""

    value: Quantity = required(
        Parsed(
            Text("số, có thể kèm “hơn”, “khoảng”, “gần” và đơn vị", "number, qualifier, unit"), parse_quantity
        ),
        vi="giá trị",
        title=("Giá trị", "Value"),
        help=("Ví dụ: hơn 90 % · khoảng 850 m · 46/52 trường. Dấu phẩy là dấu thập phân.", "Decimal comma."),
    )
    date: FuzzyDate | None = optional(
        DATE,
        vi="ngày",
        also=("thời điểm",),
        title=("Tính đến", "As of"),
        help=("Con số đúng vào lúc nào.", "When the number held."),
    )


@frozen
class Amount:
    """The shape of a figure; `units` are those allowed, the first one meant where none is typed."""

    units: tuple[str, ...] = ()

    @property
    def title(self) -> Text:
        """The shape in words."""
        units = f" ({', '.join(self.units)})" if self.units else ""
        return Text(
            f"con số{units}, hoặc {{giá trị, ngày, nguồn, đã xác nhận}}", f"a number{units}, or a figure"
        )

    def read(self, node: Node, reading: Reading) -> Figure | None:
        """The figure, in one of the allowed units."""
        if type(node) is not Mapping:
            if (text := short_text(node, reading)) is None:
                return None
            return self._short(text, node, reading)
        figure = bind(Figure, node, reading)
        if figure is None:
            return None
        quantity = self._in_unit(figure.value, node, reading)
        return None if quantity is None else replace(figure, value=quantity)

    def _short(self, text: str, node: Node, reading: Reading) -> Figure | None:
        try:
            quantity = self._in_unit(parse_quantity(text), node, reading)
        except BadValue as refusal:
            reading.error(node, refusal.code, **refusal.params)
            return None
        if quantity is None:
            return None
        origin = Origin(reading.file, Mapping([], node.line, node.column, flow=True), table(Figure))
        return Figure(origin=origin, value=quantity, date=None, sources=(), confirmed=True)

    def _in_unit(self, quantity: Quantity, node: Node, reading: Reading) -> Quantity | None:
        if not self.units or quantity.unit in self.units:
            return quantity
        if not quantity.unit:
            return replace(quantity, unit=self.units[0])
        reading.error(node, "wrong-unit", found=quantity.unit, allowed=", ".join(self.units))
        return None


LENGTH = Amount(("m", "km"))
HOUSEHOLDS = Amount(("hộ",))
