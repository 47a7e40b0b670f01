"""Judges whether a page is the one that the data would publish for a code.

The published page and the one made here are read by the same reader, and what people read is compared: the
code, the largest words, the date, the address, then all other words. Not the bytes: hosts put scripts of
their own into pages and squeeze them, and a new style sheet makes no page stale. All words and not only date
and address: an old telephone number is the fault that matters most, and editors forget the date.
"""

from __future__ import annotations

import html
import re

from village_site.codes.alphabet import ALPHABET, shown
from village_site.frozen import frozen
from village_site.watch.host import Answer
from village_site.watch.result import Result, Verdict

_CODE = re.compile(rf"(?<![\w-])[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}(?![\w-])")
_REFRESH = re.compile(r"<meta\s[^>]{0,200}http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)
_HEAD = 16 * 1024
# A tag, a run of text, or something else that is skipped: declarations, comments, a stray mark.
_TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)([^<>]*+)>|<![^<>]*+>|([^<]++)|<")
_CLASS, _DATETIME = (
    re.compile(rf"""\b{name}\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++)""") for name in ("class", "datetime")
)


@frozen
class Facts:
    """What people read on a card, with single spaces. `updated` is an ISO date or the beginning of one, or ""
    where the card gives none."""

    name: str
    address: str
    updated: str
    footer: str
    words: str


class _Reader:
    """Collects the words of a card by the part of the page they stand in.

    Not with Python's own parser: that one needs hours for some short pages, and whoever takes over a lapsed
    domain chooses what we read. This one looks at every character once.
    """

    def __init__(self) -> None:
        self.updated = ""
        self.found: dict[str, list[str]] = {"name": [], "address": [], "footer": [], "words": []}
        self._open = dict.fromkeys(("main", "footer", "h1", "b"), 0)
        self._plate = 0
        self._mute = ""

    def read(self, page: str) -> None:
        """Goes through a page."""
        for token in _TOKEN.finditer(page):
            end, tag, attributes, text = token.groups()
            if self._mute:
                self._mute = "" if end and tag.lower() == self._mute else self._mute
            elif text:
                self._say(text)
            elif tag and end:
                self._close(tag.lower())
            elif tag:
                self._begin(tag.lower(), attributes)

    def _begin(self, tag: str, attributes: str) -> None:
        if tag in ("script", "style"):
            self._mute = tag
        elif tag == "div":
            self._plate += 1 if self._plate or "plate" in _attribute(_CLASS, attributes).split() else 0
        elif tag in self._open:
            self._open[tag] += 1
        elif tag == "time" and self._open["footer"] and not self.updated:
            self.updated = _attribute(_DATETIME, attributes)

    def _close(self, tag: str) -> None:
        if tag == "div":
            self._plate = max(0, self._plate - 1)
        elif tag in self._open:
            self._open[tag] = max(0, self._open[tag] - 1)

    def _say(self, text: str) -> None:
        within = self._open
        parts = {
            "name": within["h1"] and within["b"],
            "address": self._plate,
            "footer": within["footer"],
            "words": within["main"] or within["footer"],
        }
        for part, inside in parts.items():
            if inside:
                self.found[part].append(text)


def _attribute(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes)
    return found[1].strip("\"'") if found else ""


def _unescaped(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a number of more digits than Python reads
        return text


def read_page(page: str) -> Facts:
    """What a card says."""
    reader = _Reader()
    reader.read(page)
    parts = {part: _unescaped(" ".join(" ".join(said).split())) for part, said in reader.found.items()}
    return Facts(updated=reader.updated, **parts)


def judge(code: str, answer: Answer, expected: str) -> Result:
    """The verdict on an answer; `expected` is the HTML that the data would publish now."""
    if 300 <= answer.status < 400:
        params = {"status": str(answer.status), "to": answer.location or "?"}
        return Result(code, Verdict.REDIRECTED, "redirect", params)
    if answer.status != 200:
        params = {"status": str(answer.status)}
        return Result(code, Verdict.DEAD, "status", params, passing=answer.is_passing)
    if answer.type != "text/html":
        return Result(code, Verdict.WRONG, "type", {"found": answer.type})
    if answer.charset not in ("utf-8", "utf8"):  # it beats what the page says of itself
        return Result(code, Verdict.WRONG, "charset", {"found": answer.charset})
    if answer.text is None:
        return Result(code, Verdict.WRONG, "large")
    if _REFRESH.search(answer.text[:_HEAD]):
        return Result(code, Verdict.REDIRECTED, "refresh")
    if shown(code) not in answer.text:  # before anything is parsed: whatever it is, it is not ours
        return _stranger(code, answer.text)
    return _compare(code, read_page(answer.text), read_page(expected))


def _stranger(code: str, text: str) -> Result:
    """A page that does not bear the code; the last code in it is the one in a card's footer."""
    others = _CODE.findall(text)
    if others:
        return Result(code, Verdict.WRONG, "other-code", {"found": others[-1]})
    return Result(code, Verdict.WRONG, "no-code")


def _compare(code: str, found: Facts, expected: Facts) -> Result:
    if shown(code) not in found.footer:
        return _stranger(code, found.footer)
    dates = {"found": found.updated or "?", "expected": expected.updated or "?"}
    if found.updated < expected.updated:  # an old version may bear an old name, too
        return Result(code, Verdict.STALE, "older", dates)
    if found.name != expected.name:
        return Result(code, Verdict.WRONG, "other-name")
    if found.updated > expected.updated:
        return Result(code, Verdict.STALE, "newer", dates)
    if found.address != expected.address:
        return Result(code, Verdict.STALE, "address")
    if found.words != expected.words:
        return Result(code, Verdict.STALE, "words")
    return Result(code, Verdict.OK)
