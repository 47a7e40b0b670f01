"""Lines as calendars and address cards have them: names, parameters and values, escaped and folded.

iCalendar (RFC 5545, sections 3.1 and 3.3.11) and vCard (RFC 2426, sections 2.6 and 5) share these rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

MAX_OCTETS = 75
"""Of a line, its end left out (RFC 5545, 3.1)."""

_LINE_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"
"""Characters with a meaning of their own in an address (RFC 3986), which stay."""


def plain(text: str) -> str:
    """The text as it comes back to who reads it: one sort of line break, no control characters."""
    return _NO_TEXT.sub("", _LINE_BREAKS.sub("\n", text))


def escaped(text: str) -> str:
    """Plain text as a value; it cannot end its line, nor be taken for several values."""
    return plain(text).translate(_ESCAPES)


def listed(texts: Iterable[str]) -> str:
    """Several texts as one value."""
    return ",".join(map(escaped, texts))


def address(url: str) -> str:
    """A web address as a value, which is not escaped: what no address can have is percent-encoded."""
    return quote(plain(url), safe=_IN_ADDRESSES)


def document(lines: Iterable[str]) -> str:
    """Lines of `name;parameters:value` folded and ended as both formats ask for."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def read_through(text: str) -> str:
    """A document as who reads it sees its words: lines in one piece, nothing escaped."""
    whole = text.replace("\r\n ", "")
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], whole)


def _folded(line: str) -> str:
    """Lines of at most 75 octets, the further ones behind a space; no character is cut."""
    if len(line.encode()) <= MAX_OCTETS:
        return line
    parts: list[str] = []
    part, room = "", MAX_OCTETS
    for character in line:
        octets = len(character.encode())
        if octets > room:
            parts.append(part)
            part, room = "", MAX_OCTETS - 1
        part += character
        room -= octets
    return "\r\n ".join([*parts, part])
