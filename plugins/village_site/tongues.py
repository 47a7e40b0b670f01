"""Vietnamese words on pages in English, marked so that screen readers read them right.

A value is shown by a template, a chart or a map, and any of them may stand in an element, an attribute or a
drawing. So what is Vietnamese is put between two characters that no text has (Unicode keeps them for private
use) where it is shown, and these become `lang="vi"` once, when the page is done: on the element that holds
nothing else, else on one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape

from village_site.catalogue import label, labels
from village_site.model.listed import Listed
from village_site.model.text import Text
from village_site.values import Quantity, quantity_text
from village_site.vietnamese import fold

_OPEN, _CLOSE = "\ue000", "\ue001"
_LETTER = "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]"
_WORD = rf"\w*{_LETTER}\w*"
_VIETNAMESE = re.compile(_LETTER, re.IGNORECASE)
_WORDS = re.compile(rf"{_WORD}(?:\s+{_WORD})*", re.IGNORECASE)
_NO_BREAK_SPACE = "\u00a0"

_MARKED = f"{_OPEN}([^{_OPEN}{_CLOSE}<>]*){_CLOSE}"
_TAG = re.compile(rf"<(\w+)([^<>]*{_OPEN}[^<>]*)>")
_READ_OUT = re.compile(rf'\s(?:alt|title|aria-label)="[^"]*{_OPEN}')
_WHOLE = re.compile(rf"<(\w+)([^<>]*)>{_MARKED}(?=</\1>)")
_PART = re.compile(_MARKED)
_STRAY = re.compile(f"[{_OPEN}{_CLOSE}]")
_LANG = ' lang="vi"'


class English(str):
    """Text in English, in which the Vietnamese words are marked."""

    __slots__ = ()


def is_vietnamese(text: str) -> bool:
    """True for a text with a letter that only Vietnamese has among the two."""
    return not text.isascii() and _VIETNAMESE.search(text) is not None


def vietnamese(text: str) -> English:
    """The whole text marked as Vietnamese."""
    return English(f"{_OPEN}{_STRAY.sub('', text)}{_CLOSE}" if text else "")


def english(text: str) -> English:
    """A text in English; the Vietnamese words in it, names most of all, are marked."""
    if text.isascii() or _OPEN in text:
        return English(text)
    return English(_WORDS.sub(lambda found: vietnamese(found[0]), text))


def shown(value: object) -> object:
    """What a page in English shows of a value: English where it has any, else Vietnamese that is marked.

    A bare string is taken for Vietnamese as a whole when one of its letters says so.
    """
    kind = type(value)
    if kind is English or kind is Markup:
        return value
    if isinstance(value, str):
        return vietnamese(value) if is_vietnamese(value) and _OPEN not in value else value
    if isinstance(value, Listed):
        value = value.title
        if value.en == fold(value.vi):  # “tổ liên gia”: English has no word for it
            return vietnamese(value.vi) if is_vietnamese(value.vi) else value.vi
    if isinstance(value, Text):
        return english(value.en) if value.en else vietnamese(value.vi)
    return value


def said(key: str, **params: object) -> English:
    """A label in English with its placeholders filled."""
    if not params:
        return _said(key)
    return english(labels("en")[key].format(**{name: shown(value) for name, value in params.items()}))


@cache
def _said(key: str) -> English:
    return english(labels("en")[key])


def quantity(value: Quantity) -> English:
    """A quantity in English; a unit that has no English is marked."""
    text = quantity_text(value, "en")
    number, space, unit = text.rpartition(_NO_BREAK_SPACE)
    return English(f"{number}{space}{vietnamese(unit)}") if is_vietnamese(unit) else English(text)


def words(key: str, lang: str, **params: object) -> str:
    """A label; in English, what is Vietnamese of its parameters is marked."""
    return said(key, **params) if lang == "en" else label(key, lang, **params)


def text_in(value: object, lang: str) -> str:
    """A text, a listed value or a name; in English, what is Vietnamese of it is marked."""
    return str(shown(value)) if lang == "en" else str(value)


def quantity_in(value: Quantity, lang: str) -> str:
    """A quantity; in English, a unit that has none is marked."""
    return quantity(value) if lang == "en" else quantity_text(value, lang)


def capital(value: object) -> object:
    """What is shown of a value, its first letter large."""
    text = shown(value)
    if not isinstance(text, str):
        text = str(text)
    start = 1 if text.startswith(_OPEN) else 0
    large = f"{text[:start]}{text[start : start + 1].upper()}{text[start + 1 :]}"
    return Markup(large) if isinstance(text, Markup) else English(large)


def small(value: object) -> object:
    """What is shown of a value as it goes on in a sentence, its first letter small; “OCOP” stays."""
    text = str(shown(value))
    start = 1 if text.startswith(_OPEN) else 0
    if text[start + 1 : start + 2].isupper():
        return English(text)
    return English(f"{text[:start]}{text[start : start + 1].lower()}{text[start + 1 :]}")


def join(values: Iterable[object], between: str = "") -> Markup:
    """What is shown of several values in a row."""
    return Markup(between).join(escape(shown(value)) for value in values)


def paragraphs(text: Text) -> tuple[English, ...]:
    """The paragraphs in English, or in Vietnamese and marked so."""
    if text.en:
        return tuple(english(part) for part in Text(text.en).paragraphs)
    return tuple(vietnamese(part) for part in text.paragraphs)


def resolved(html: str) -> Markup:
    """A page's HTML with its marks turned into `lang="vi"`."""
    if _OPEN not in html:
        return Markup(html)
    html = _TAG.sub(_in_attributes, html)
    html = _WHOLE.sub(_in_element, html)
    html = _PART.sub(r'<span lang="vi">\1</span>', html)
    return Markup(_STRAY.sub("", html))


def _in_attributes(tag: re.Match[str]) -> str:
    """A tag with Vietnamese in what it says of itself; its content must be Vietnamese or say what it is."""
    name, rest = tag[1], _STRAY.sub("", tag[2])
    return f"<{name}{_LANG if _READ_OUT.search(tag[2]) else ''}{rest}>"


def _in_element(tag: re.Match[str]) -> str:
    name, rest, text = tag.groups()
    return f"<{name}{rest}{'' if _LANG in rest else _LANG}>{text}"
