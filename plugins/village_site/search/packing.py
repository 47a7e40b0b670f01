"""The pages of the index as one text: a third less to fetch than a list of objects, a fourth of it to read.

A line a page, its columns parted by tabs: address, title, text, former names. Where a text has stood before,
a number stands for it: how many different texts came after it. In an address, `*1` stands for the words of
the title from the second on, without accents, as most folders are named. `templates/search/pages.js` reads
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from village_site.vietnamese import fold

_PLAIN: Final = re.compile(r"[0-9a-zđà-ỹ]+", re.IGNORECASE)
"""Words of which Python and JavaScript take the same accents away."""
_MOST_WORDS: Final = 9


def pack(docs: Iterable[Mapping[str, str]]) -> str:
    """The text of pages {location, title, text, former}; the last may be missing."""
    texts: dict[str, int] = {}
    lines = []
    for doc in docs:
        title, text, former = (_line(doc.get(name, "")) for name in ("title", "text", "former"))
        if text.isdigit():
            text += " "  # else it would be taken for the number of one
        known = texts.get(text)
        if known is None:
            texts[text] = len(texts)
        shown = text if known is None else str(len(texts) - 1 - known)
        lines.append("\t".join((_short(doc["location"], title), title, shown, former)).rstrip("\t"))
    return "\n".join(lines)


def _short(location: str, title: str) -> str:
    words = title.split(" ")[: _MOST_WORDS + 1]
    for first in range(len(words)):
        rest = title.split(" ")[first:]
        name = "-".join(map(fold, rest))
        if all(map(_PLAIN.fullmatch, rest)) and name.isascii() and f"/{name}" in location:
            return location.replace(f"/{name}", f"/*{first}", 1)
    return location


def _line(text: str) -> str:
    return re.sub(r"[\t\r\n]+", " ", text)
