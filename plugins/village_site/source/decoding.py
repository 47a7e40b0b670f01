"""From a file's bytes to its text."""

from __future__ import annotations

import re

from village_site.problems import Problem
from village_site.source.files import MAX_BYTES, Unreadable
from village_site.source.hygiene import heaped_marks, is_plain, unclean

# A tab, a character YAML forbids (libyaml reports it without a place), or one of the rare line ends that
# editors do not show and that would make our line numbers differ from theirs.
FORBIDDEN = re.compile(
    "[\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)"
)


def decode(data: bytes, file: str, problems: list[Problem] | None = None, *, tabs: bool = False) -> str:
    """The text of a file's bytes: UTF-8, a byte order mark is accepted; `tabs` where a tab parts cells.

    Unclean text is added to `problems`. Raises Unreadable for another encoding, and for characters that no
    file needs.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(Problem(file, 1, 1, "file-too-large", params={"limit": str(MAX_BYTES // 1_000_000)}))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable(Problem(file, 1, 1, "encoding"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        raise Unreadable(Problem(file, *place(before, len(before)), "encoding")) from None
    plain = is_plain(text)
    if problems is not None:
        problems.extend(unclean(text, file, plain=plain))
    if not plain:
        _refuse_forbidden(text, file, tabs)
    return text


def _refuse_forbidden(text: str, file: str, tabs: bool) -> None:
    """Heaps of accents are refused here: putting them in order, as comparing asks for, would take hours."""
    for found in FORBIDDEN.finditer(text):
        if found[0] != "\t" or not tabs:
            code, params = forbidden(found[0])
            raise Unreadable(Problem(file, *place(text, found.start()), code, params=params))
    if (heap := heaped_marks(text)) is not None:
        raise Unreadable(Problem(file, *place(text, heap), "heaped-marks"))


def forbidden(found: str) -> tuple[str, dict[str, str]]:
    """The message for a character of FORBIDDEN, and what it names."""
    return ("tab", {}) if found == "\t" else ("control-character", {"found": f"U+{ord(found[0]):04X}"})


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1
