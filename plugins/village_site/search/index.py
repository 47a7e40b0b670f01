"""Writes the two parts of the index, in the place of what the search plugin wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.search.entries import Entry, entries, names_within
from village_site.search.packing import pack
from village_site.vietnamese import nfc

FIRST_WORDS: Final = 30
"""So many words of a hand-written page are searched, beside its title."""
NAMES: Final = "names.json"
ENOUGH: Final = 20_000
"""Characters of a page in which its first words are looked for."""
_INSIDE: Final = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_TAG: Final = re.compile(rf"<{_INSIDE}>|<[^<>]*\Z")
_BLOCK: Final = re.compile(
    rf"<!--.*?-->|</?(?:p|div|section|h\d|[uod]l|li|d[td]|table|t[rdh]|br|pre)\b{_INSIDE}>", re.DOTALL
)
_UNREAD: Final = re.compile(
    rf"<(script|style|svg)\b.*?(?:</\1>|\Z)|<a\b(?={_INSIDE}\bhreflang=).*?</a>", re.DOTALL
)
"""What is no text, and the link to the other language."""
_HEADING: Final = re.compile(r"<h1\b.*?</h1>", re.DOTALL)


def write_index(folder: Path, atlas: Atlas, pages: Iterable[Entry] = (), lang: str = "vi") -> None:
    """Writes `search_index.json` in a site's `search/` folder, in the place of what the search plugin wrote,
    and puts `names.json` beside it. `pages` are the hand-written ones, made by `hand_written`.

    A site without that plugin has the index for the light page. All texts are HTML, as the theme expects
    them: markup in the data stays text.
    """
    index = folder / "search_index.json"
    folder.mkdir(exist_ok=True)
    stock = json.loads(index.read_text("utf-8")) if index.is_file() else {"config": {}}
    names = {
        location: {anchor: escape(name, quote=False) for anchor, name in within.items()}
        for location, within in names_within(atlas, lang).items()
    }
    docs = [_generated(entry) for entry in entries(atlas, lang)]
    docs += [{"location": page.location, "title": page.title, "text": page.text} for page in pages]
    names_at = f"search/{NAMES}" if names else ""
    settings = {**_words(lang), "names": names_at, "english": _words("en")}
    _write(index, {"config": {**stock["config"], "villages": settings}, "docs": pack(docs)})
    _write(folder / NAMES, names)


def _words(lang: str) -> dict[str, str]:
    """What the search itself says."""
    return {
        "code": label("search-code", lang),
        "codeRight": label("search-code-right", lang),
        "codeWrong": label("search-code-wrong", lang),
        "former": label("search-former-names", lang),
    }


def _generated(entry: Entry) -> dict[str, str]:
    doc = {
        "location": entry.location,
        "title": escape(entry.title, quote=False),
        "text": escape(entry.text, quote=False),
    }
    return {**doc, "former": escape(entry.former, quote=False)} if entry.former else doc


def hand_written(location: str, title: str, html: str) -> Entry:
    """A page that somebody wrote, by its heading, else its `title`, with its first words; both texts of the
    entry are HTML."""
    start = _UNREAD.sub(" ", html[:ENOUGH])
    heading = _HEADING.search(start)
    told = _plain(_HEADING.sub(" ", start, count=1)).split()
    text = " ".join(told[:FIRST_WORDS]) + (" …" if len(told) > FIRST_WORDS else "")
    named = _plain(heading[0]) if heading is not None else escape(title, quote=False)
    return Entry(location, nfc(" ".join(named.split())), nfc(text))


def _plain(html: str) -> str:
    """The words of a page; those of neighbouring blocks stay apart."""
    return _TAG.sub("", _BLOCK.sub(" ", html))


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
