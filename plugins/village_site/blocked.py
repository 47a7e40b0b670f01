"""What a hand-written page asks for and its policy blocks, told while building: readers just miss it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAGS = ("iframe", "object", "embed", "video", "audio", "style")
_LOADED = ("src", "srcset", "poster", "data")
_DATA_BLOCK = re.compile(r"application/(?:\w+\+)?json", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(?:java|vb)script:", re.IGNORECASE)

# A page is parsed only when it has one of these: most have none, and parsing takes a while.
_MARKS = ("<script", "<link", "<img", "<source", "script:", *(f"<{tag}" for tag in _TAGS))
_ATTRIBUTE = re.compile(r"\s(?:style|on[a-z]+)\s*=")


def blocked(html: str) -> list[str]:
    """What the policy of Material's frame blocks in the content of a page, each once and as it is written:
    scripts and styles within the page, handlers, what comes from other hosts, frames and films."""
    lowered = html.lower()
    if not any(mark in lowered for mark in _MARKS) and not _ATTRIBUTE.search(lowered):
        return []
    found = _Seeker()
    found.feed(html)
    found.close()
    return list(found.blocked)


class _Seeker(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocked: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _TAGS:
            self._note(f"<{tag}>")
        if tag == "script" and "src" not in given and not _DATA_BLOCK.fullmatch(given.get("type", "")):
            self._note("<script>")
        for name, value in given.items():
            if name == "style" or name.startswith("on") or _SCRIPT.match(value):
                self._note(f'{name}="{value}"')
            elif _ELSEWHERE.match(value) and (name in _LOADED or (tag, name) == ("link", "href")):
                self._note(f'<{tag} {name}="{value}">')

    def _note(self, what: str) -> None:
        self.blocked[what] = None
