"""A page of the site as it opens from a folder: by double click, in any browser, without a server.

- A folder is no address there: links lead to its `index.html`.
- Pages have no policy. On file:// every file is an origin of its own in one browser and of the same folder in
  another, so that 'self' allows the site's own style in some and nothing in others; and there is nothing to
  guard, for no page can ask for anything.
- Material's search fetches its index, which no browser allows there: the box is taken out, and on top of
  every page stands a link to the light search page, whose index comes as a script.
- Pages of codes that are not in the copy, as those of houses are not, are linked to on the net.
- What needs a server goes: service worker, manifest, the viewer of 360° pictures. Their flat pictures stay.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Set
from html import escape, unescape
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from village_site import policy
from village_site.frozen import frozen
from village_site.media import viewer
from village_site.search import PAGE as SEARCH

DATA: Final = "du-lieu.js"
"""The index of the light search page as a script, beside that page."""
INDEX: Final = "index.html"
FINDER: Final = "Q/"
"""The page that asks the site for a code; here the search page opens a code's page itself."""

_SPACE: Final = r"[\t\n\f\r ]"
"""What parts attributes in HTML; other spaces do not."""
_VALUE: Final = r"""(?:"(?P<one>[^"]*+)"|'(?P<two>[^']*+)'|(?P<bare>(?!["'])[^\t\n\f\r >]++)|(?=>))"""
_ATTRIBUTE: Final = re.compile(
    rf"(?P<name>[^\t\n\f\r />][^\t\n\f\r />=]*+)(?:(?P<is>{_SPACE}*+={_SPACE}*+){_VALUE}|(?!{_SPACE}*+=))"
)
"""One attribute as browsers read it: a value is taken whole, whatever it says."""
_INSIDE: Final = rf"(?:[\t\n\f\r /]|{re.sub(r'[?]P<[a-z]+>', '?:', _ATTRIBUTE.pattern)})*+"
_OPENING: Final = rf"<[a-z][^\t\n\f\r />]*+{_INSIDE}>"
_PIECE: Final = re.compile(
    rf"<!--.*?-->|<(?P<raw>script|style|title|textarea)(?=[\t\n\f\r />]){_INSIDE}>.*?</(?P=raw){_SPACE}*>"
    rf"|{_OPENING}|</[a-z]{_INSIDE}>",
    re.DOTALL | re.IGNORECASE,
)
"""What may hold an address: a tag. Scripts and all else that is text are passed over whole, comments too."""
_TAG: Final = re.compile(_OPENING, re.IGNORECASE)
_NAME: Final = re.compile(r"<[^\t\n\f\r />]+")
_ADDRESSES: Final = frozenset({"href", "src", "action", "poster"})
_GONE: Final = re.compile(
    r"""<script\b[^>]*\sdata-sw=|<link\b[^>]*\srel=["']?(?:manifest|apple-touch-icon)\b""", re.IGNORECASE
)
_BODY: Final = re.compile(rf"<body\b{_INSIDE}>", re.IGNORECASE)
_ENGLISH: Final = re.compile(r"""<html\b[^>]*\slang=["']?en\b""", re.IGNORECASE)


@frozen
class Site:
    """The files that are in the copy, by their paths, the path the site stands under, such as "/" or
    "/thon/", and the site's address on the net, which ends with "/"."""

    files: Set[str]
    under: str = "/"
    online: str = "/"

    def page(self, path: str, html: str, note: dict[str, str]) -> str:
        """A page of the copy. `note`, HTML by language, stands at its top; `{search}` in it becomes the
        address of the search page."""
        bare = policy.without(html.encode()).decode()
        parts = (self._piece(path, piece) for piece in _pieces(_without_box(bare)))
        made = "".join(parts)
        lang = "en" if _ENGLISH.search(made) else "vi"
        top = note[lang].replace("{search}", escape(self.link(path, _relative(path, SEARCH))))
        made = _BODY.sub(lambda body: f"{body[0]}\n{top}", made, count=1)
        if path == f"{SEARCH}{INDEX}":
            made = made.replace("<script>", f'<script src="{DATA}"></script>\n<script>', 1)
        return made

    def link(self, path: str, address: str) -> str:
        """What an address on a page becomes; one that leads elsewhere stays."""
        try:
            url = urlsplit(address)
        except ValueError:  # no address, such as http://[x
            return address
        if url.scheme or url.netloc or not url.path:
            return address
        rest = address[len(url.path) :]
        to = url.path
        if to.startswith("/"):
            to = _relative(path, to.removeprefix(self.under).lstrip("/"))
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(to)))
        if target == FINDER.rstrip("/"):
            return _relative(path, f"{SEARCH}{INDEX}") + rest
        if to.endswith("/") or target not in self.files:
            indexed = posixpath.normpath(posixpath.join(target, INDEX))
            if indexed in self.files:
                to = posixpath.normpath(posixpath.join(to, INDEX))
            elif target.startswith(FINDER):
                return f"{self.online}{FINDER}{quote(target.split('/')[1])}/{rest}"
        return to + rest

    def _piece(self, path: str, piece: str) -> str:
        if not piece.startswith("<") or piece.startswith(("<!--", "</")):
            return piece
        if _GONE.match(piece) or viewer.script_url() in piece:
            return ""
        tag, name = _TAG.match(piece), _NAME.match(piece)
        if tag is None or name is None:
            return piece
        start, end = name.end(), tag.end()  # behind the tag of a script stands no HTML
        inside = _ATTRIBUTE.sub(lambda found: self._attribute(path, found), piece[start:end])
        return f"{piece[:start]}{inside}{piece[end:]}"

    def _attribute(self, path: str, found: re.Match[str]) -> str:
        typed = next((value for value in found.group("one", "two", "bare") if value is not None), None)
        if typed is None or found["name"].lower() not in _ADDRESSES:
            return found[0]
        return f'{found["name"]}{found["is"]}"{escape(self.link(path, unescape(typed)))}"'


def _relative(path: str, to: str) -> str:
    """The way from a page to a path of the site; a folder's ends with "/"."""
    way = posixpath.relpath(to or ".", posixpath.dirname(path) or ".")
    return f"{way}/" if to.endswith("/") or not to else way


def _pieces(html: str) -> list[str]:
    """Tags, scripts, comments, and the text between them; together they are the page."""
    found, at = [], 0
    for piece in _PIECE.finditer(html):
        found += [html[at : piece.start()], piece[0]]
        at = piece.end()
    return [*found, html[at:]]


def _without_box(html: str) -> str:
    """The page without the theme's search box."""
    start = html.find('<div class="md-search"')
    if start < 0:
        return html
    depth = 0
    for piece in _PIECE.finditer(html, start):
        tag = piece[0].lower()
        depth += 1 if re.match(r"<div\b", tag) else -1 if tag.startswith("</div") else 0
        if not depth:
            return html[:start] + html[piece.end() :]
    return html
