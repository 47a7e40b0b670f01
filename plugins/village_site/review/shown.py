"""Typed text inside a Markdown table, exactly as it is and as nothing but text.

Everything typed stands in code spans: Markdown, HTML, links, mentions and issue numbers mean nothing there.
Characters that cannot be seen are written out, so that two values that look alike do not read alike.
"""

from __future__ import annotations

import re
import unicodedata

from village_site.review.watched import phones_in

LONGEST = 300
"""Characters of a value that are shown."""
_BEFORE = 20
"""Characters kept before the first difference of two longer values."""

_BACKTICKS = re.compile("`+")
_LONG_NUMBER = re.compile(r"\d(?:[\s.\-]?\d){8,}")
_LINK = re.compile(
    r"(?P<before>(?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\]{2}(?:[^/?#\\]*@)?|[^/?#\\]*@|)"
    r"(?P<host>[^/?#\\]+)(?P<after>.*)",
    re.DOTALL,
)


def code(text: str) -> str:
    """A code span of a table's cell; a space for nothing."""
    text = visible(text)
    if not text.strip():
        return " "
    fence = "`" * (1 + max((len(run) for run in _BACKTICKS.findall(text)), default=0))
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}".replace("|", "\\|")


def visible(text: str) -> str:
    """The text on one line, with whatever has no shape of its own as its number: ⟨U+202E⟩."""
    return "".join(f"⟨U+{ord(char):04X}⟩" if _is_unseen(char) else char for char in text)


def link(text: str, other: str = "") -> str:
    """A link or e-mail address with its host in bold, and where that is not plain how it is looked up.

    `other` is what stands beside it: a long one is cut where they differ.
    """
    hit = _LINK.fullmatch(text)
    if hit is None or not (hit["before"] or ("." in hit["host"] and hit["after"].startswith("/"))):
        return code(masked(cut(text, other)))
    host = hit["host"][:LONGEST]
    beside = _LINK.fullmatch(other)
    before, after = (
        cut(hit[part], beside[part] if beside is not None else "") for part in ("before", "after")
    )
    looked_up = "" if host.isascii() else f" = {code(_ascii(host))}"
    return "".join(part.strip() for part in (code(before), f"**{code(host)}**", code(after))) + looked_up


def strange(text: str) -> str:
    """Letters and digits of other scripts in a text, as people check them: `а U+0430`; "" without any."""
    found = [
        char
        for char in dict.fromkeys(text)
        if (char.isalpha() and not unicodedata.name(char, "").startswith("LATIN "))
        or (char.isdecimal() and not char.isascii())
    ]
    return ", ".join(f"{char} U+{ord(char):04X}" for char in found[:10])


def masked(text: str) -> str:
    """The text without numbers so long that they may be those of a person's papers; phone numbers stay."""
    parts = []
    done = 0
    for start, end, _ in phones_in(text):
        parts += [_LONG_NUMBER.sub(_dots, text[done:start]), text[start:end]]
        done = end
    return "".join([*parts, _LONG_NUMBER.sub(_dots, text[done:])])


def _dots(hit: re.Match[str]) -> str:
    return "•" * len(hit[0])


def cut(text: str, other: str = "") -> str:
    """At most LONGEST characters, from a little before the first in which it differs from another text."""
    if len(text) <= LONGEST:
        return text
    pairs = enumerate(zip(text, other, strict=False))
    first = next((place for place, (one, two) in pairs if one != two), min(len(text), len(other)))
    start = max(0, min(first - _BEFORE, len(text) - LONGEST))
    end = start + LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _is_unseen(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind[0] == "C" or (kind[0] == "Z" and char != " ")


def _ascii(host: str) -> str:
    """A host's name as it is looked up."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host.encode("ascii", "backslashreplace").decode()
