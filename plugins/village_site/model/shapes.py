"""The shapes a field's value can have. Each reads one node and reports what it refuses by a message code."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from village_site.frozen import frozen
from village_site.model.bind import bind
from village_site.model.declare import Record
from village_site.model.listed import Listed
from village_site.model.reading import Reading
from village_site.model.text import Text
from village_site.source import Mapping, Node, Scalar
from village_site.source.folder import RESERVED
from village_site.values import BadValue, mobile_within
from village_site.vietnamese import closest, fold, key, nfc

L = TypeVar("L", bound=Listed)
R = TypeVar("R", bound=Record)
V = TypeVar("V")

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 60
MAX_SHORT = 1000


def scalar_text(node: Node, reading: Reading) -> str | None:
    """The text of a scalar in NFC, trimmed; a list or mapping is reported."""
    if type(node) is not Scalar:
        reading.error(node, "want-text", found="{…}" if type(node) is Mapping else "[…]")
        return None
    text = node.text
    return text.strip() if text.isascii() else nfc(text).strip()


def short_text(node: Node, reading: Reading) -> str | None:
    """The text of a scalar that is to be understood; only what is made to keep a parser busy is too long."""
    if type(node) is Scalar and len(node.text) > MAX_SHORT:
        reading.error(node, "line-too-long", limit=str(MAX_SHORT), found=str(len(node.text)))
        return None
    return scalar_text(node, reading)


@frozen
class Line:
    """Text of one line, taken as it was typed."""

    title: ClassVar[Text] = Text("một dòng chữ", "one line of text")
    limit: int = 300

    def read(self, node: Node, reading: Reading) -> str | None:
        """The text; line breaks and overlong text are reported."""
        text = scalar_text(node, reading)
        if text is None:
            return None
        if "\n" in text:
            reading.error(node, "want-one-line")
        elif len(text) > self.limit:
            reading.error(node, "line-too-long", limit=str(self.limit), found=str(len(text)))
        elif not text:
            reading.error(node, "empty-text")
        else:
            return text
        return None


_LINE = Line()


@frozen
class Words:
    """Text for readers: one string, or `{vi: …, en: …}`. `lines` allows paragraphs.

    A mobile number in it is warned of: it is somebody's own, and no rule for phone numbers sees it there.
    """

    lines: bool = False

    @property
    def title(self) -> Text:
        """The shape in words."""
        if self.lines:
            return Text("đoạn văn, hoặc {vi, en}", "paragraphs, or {vi, en}")
        return Text("một dòng chữ, hoặc {vi, en}", "one line of text, or {vi, en}")

    def read(self, node: Node, reading: Reading) -> Text | None:
        """The text in the languages given; Vietnamese must be among them."""
        if type(node) is not Mapping:
            vi = self._one(node, reading)
            return None if vi is None else Text(vi)
        found: dict[str, str] = {}
        faults = reading.told
        for name, value in node.pairs:
            lang = name.text.strip().lower()
            if lang not in ("vi", "en"):
                reading.error(name, "unknown-language", found=name.text[:60])
            elif lang in found:
                reading.error(name, "duplicate-field", found=name.text, other=lang)
            elif (text := self._one(value, reading)) is not None:
                found[lang] = text
        if reading.told > faults:
            return None
        if "vi" not in found:
            reading.error(node, "no-vietnamese")
            return None
        return Text(found["vi"], found.get("en"))

    def _one(self, node: Node, reading: Reading) -> str | None:
        text = scalar_text(node, reading) if self.lines else _LINE.read(node, reading)
        if text == "":
            reading.error(node, "empty-text")
        elif text is not None and (mobile := mobile_within(text)) is not None:
            reading.warn(node, "mobile-in-text", found=f"{mobile.digits[:4]}…")
        return text or None


@frozen
class Slug:
    """An id: small letters without accents, digits, hyphens. It goes into addresses and never changes."""

    title: ClassVar[Text] = Text("mã riêng: chữ thường không dấu, số, gạch nối", "id: a-z, 0-9, hyphens")

    def read(self, node: Node, reading: Reading) -> str | None:
        """The id; refused with a well-formed proposal where one can be made."""
        text = short_text(node, reading)
        if text is None:
            return None
        if not _SLUG.fullmatch(text) or len(text) > MAX_SLUG:
            reading.error(node, "bad-id", found=text[:60], guess=slug(text))
            return None
        if text in RESERVED:
            reading.error(node, "reserved-id", found=text)
            return None
        return text


def slug(text: str) -> str:
    """An id made of any text, "" when nothing is left of it."""
    return "-".join(re.findall("[a-z0-9]+", fold(text)))[:MAX_SLUG].strip("-")


@frozen
class Parsed(Generic[V]):
    """A value with a parser of its own, such as a date or a phone number."""

    title: Text
    parse: Callable[[str], V]

    def read(self, node: Node, reading: Reading) -> V | None:
        """The parsed value; what the parser refuses is reported with its code."""
        text = short_text(node, reading)
        if text is None:
            return None
        try:
            return self.parse(text)
        except BadValue as refusal:
            reading.error(node, refusal.code, **refusal.params)
            return None


@frozen
class Choice(Generic[L]):
    """One of a list of values, named in either language."""

    values: type[L]

    @property
    def title(self) -> Text:
        """The shape in words."""
        return Text("một trong danh sách", "one of a list")

    def read(self, node: Node, reading: Reading) -> L | None:
        """The listed value; an unlisted one is reported with the nearest and with all that are allowed."""
        text = short_text(node, reading)
        if text is None:
            return None
        found = _choices(self.values).get(key(text))
        if found is None:
            names = [name for member in self.values for name in (member.term.vi, member.term.en)]
            allowed = listing([member.term.vi for member in self.values])
            reading.error(
                node, "not-listed", found=text[:60], guess=closest(text, names) or "", allowed=allowed
            )
        return found


def listing(names: Sequence[str]) -> str:
    """Names in a row, parted by what none of them holds."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


_CHOICES: dict[type[Listed], dict[str, Any]] = {}


def _choices(values: type[L]) -> dict[str, L]:
    """Every name of a list's values, folded."""
    if values not in _CHOICES:
        _CHOICES[values] = {
            key(name): member for member in values for name in (member.term.vi, member.term.en)
        }
    found: dict[str, L] = _CHOICES[values]
    return found


_YES = frozenset({"co", "dung", "yes", "true", "y"})
_NO = frozenset({"khong", "sai", "no", "false", "n", "chua"})


@frozen
class Flag:
    """Yes or no."""

    title: ClassVar[Text] = Text("có / không", "yes / no")

    def read(self, node: Node, reading: Reading) -> bool | None:
        """True for yes."""
        text = short_text(node, reading)
        if text is None:
            return None
        word = key(text)
        if word in _YES or word in _NO:
            return word in _YES
        reading.error(node, "want-yes-no", found=text[:60])
        return None


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference as typed, with its place; `folder` is the village it stands in."""

    to: str
    text: str
    file: str
    line: int
    column: int
    folder: str | None

    @property
    def is_id(self) -> bool:
        """False for a text that can be no id, such as a name."""
        return self.text.count("/") <= 1 and all(_SLUG.fullmatch(part) for part in self.text.split("/"))

    @property
    def id(self) -> tuple[str | None, str]:
        """Village and id; the village is the file's own unless the text says `village/id`."""
        village, slash, name = self.text.rpartition("/")
        return (village, name) if slash else (self.folder, name)


@frozen
class Reference:
    """The id of another record of kind `to`: within the village, or `village/id`."""

    to: str

    @property
    def title(self) -> Text:
        """The shape in words."""
        return Text(f"mã của mục khác ({self.to})", f"id of another record ({self.to})")

    def read(self, node: Node, reading: Reading) -> Ref | None:
        """The reference; whether it leads anywhere is checked when all files are read."""
        text = short_text(node, reading)
        if text is None:
            return None
        return Ref(self.to, text, reading.file, node.line, node.column, reading.folder)


@frozen
class Nested(Generic[R]):
    """A mapping with declared fields of its own."""

    record: type[R]

    @property
    def title(self) -> Text:
        """The shape in words."""
        return Text("nhóm các mục con", "a group of fields")

    def read(self, node: Node, reading: Reading) -> R | None:
        """The nested record."""
        return bind(self.record, node, reading)


@frozen
class Pattern:
    """One line of text that must match a pattern; `code` is the message for one that does not."""

    title: Text
    pattern: str
    code: str

    def read(self, node: Node, reading: Reading) -> str | None:
        """The text."""
        text = short_text(node, reading)
        if text is None or re.fullmatch(self.pattern, text):
            return text
        reading.error(node, self.code, found=text[:60])
        return None
