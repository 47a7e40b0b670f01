"""Writes the two parts of the index, in the place of what the search plugin wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, Final

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.search.entries import Entry, entries, names_within
from village_site.vietnamese import nfc

FIRST_WORDS: Final = 30
"""So many words of a hand-written page are searched, beside its title."""
NAMES: Final = "names.json"
_TAG: Final = re.compile(r"<[^>]*>")


def write_index(folder: Path, atlas: Atlas, lang: str = "vi") -> None:
    """Writes `search_index.json` in a site's `search/` folder, in the place of what the search plugin wrote,
    and `names.json` beside it.

    A site without that plugin has an index for the light page, with no hand-written page in it. All texts are
    HTML, as the theme expects them: markup in the data stays text.
    """
    index = folder / "search_index.json"
    folder.mkdir(exist_ok=True)
    stock = json.loads(index.read_text("utf-8")) if index.is_file() else {"config": {}, "docs": []}
    names = {
        location: {anchor: escape(name, quote=False) for anchor, name in within.items()}
        for location, within in names_within(atlas, lang).items()
    }
    docs = [_generated(entry) for entry in entries(atlas, lang)]
    docs += _hand_written(stock["docs"], {doc["location"] for doc in docs})
    settings = {
        "code": label("search-code", lang),
        "codeRight": label("search-code-right", lang),
        "codeWrong": label("search-code-wrong", lang),
        "former": label("search-former-names", lang),
        "names": f"search/{NAMES}" if names else "",
    }
    _write(index, {"config": {**stock["config"], "villages": settings}, "docs": docs})
    _write(folder / NAMES, names)


def _generated(entry: Entry) -> dict[str, str]:
    doc = {
        "location": entry.location,
        "title": escape(entry.title, quote=False),
        "text": escape(entry.text, quote=False),
    }
    return {**doc, "former": escape(entry.former, quote=False)} if entry.former else doc


def _hand_written(stock: list[dict[str, Any]], taken: set[str]) -> Iterator[dict[str, str]]:
    """Title and first words of each page the search plugin read; it read them as HTML, a section each."""
    for doc in stock:
        location = doc["location"].partition("#")[0]
        if location in taken:
            continue
        taken.add(location)
        words = _TAG.sub(" ", doc["text"]).split()
        text = " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")
        title = " ".join(_TAG.sub("", doc["title"]).split())
        yield {"location": location, "title": nfc(title), "text": nfc(text)}


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
