"""The pages of a written index, read back: what `pack` has packed, by its description alone."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path


def pages_in(site: Path) -> list[dict[str, str]]:
    """The pages {location, title, text, former} in the index of a built site."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    return unpack(index["docs"])


def unpack(packed: str) -> list[dict[str, str]]:
    """The same of the text that stands in it."""
    texts: list[str] = []
    pages = []
    for line in filter(None, packed.split("\n")):
        location, title, text, former, *_ = [*line.split("\t"), "", "", ""]
        if text.isdigit():
            text = texts[-1 - int(text)]
        else:
            texts.append(text)
        if (star := location.find("*")) >= 0:
            words = title.split(" ")[int(location[star + 1]) :]
            location = location[:star] + "-".join(map(_plain, words)) + location[star + 2 :]
        pages.append({"location": location, "title": title, "text": text, "former": former})
    return pages


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
