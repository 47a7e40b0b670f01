"""News as an Atom feed (RFC 4287), for feed readers and for other sites that show what is new.

Equal data gives equal bytes: a feed is as old as its newest entry, not as the build.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from village_site.frozen import frozen

NAMESPACE = "http://www.w3.org/2005/Atom"
HANOI = dt.timezone(dt.timedelta(hours=7))

_NO_XML = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_BREAKS = re.compile("\r\n?")


@frozen
class Entry:
    """One piece of news. `id` stays the same for ever, see `tag`; `updated` is when its words last changed,
    a day or a time of the clock in Vietnam; `text` is plain text.
    """

    id: str
    title: str
    url: str
    updated: dt.date | dt.datetime
    published: dt.date | dt.datetime | None = None
    text: str = ""
    categories: Sequence[str] = ()


@frozen
class Feed:
    """What a feed says of itself. `own` is its address, `url` that of the page it belongs to; `since` is how
    old it is while it has no entry.
    """

    id: str
    title: str
    own: str
    url: str
    author: str
    since: dt.date
    text: str = ""


def tag(domain: str, since: dt.date, *path: str) -> str:
    """An id that outlives the domain (tag URI, RFC 4151): unique if the site had the domain on that day and
    the path names one record in it.
    """
    specific = "/".join(quote(part, safe="") for part in path)
    return f"tag:{domain.lower()},{since.isoformat()}:{specific}"


def feed(head: Feed, entries: Iterable[Entry], lang: str = "vi") -> str:
    """The feed's XML, the newest entry first. ValueError for two entries of one id."""
    ordered = sorted(entries, key=lambda entry: entry.id)
    ordered.sort(key=lambda entry: _moment(entry.updated), reverse=True)
    if len({entry.id for entry in ordered}) < len(ordered):
        raise ValueError("two entries have the same id")
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": lang})
    _text(root, "id", head.id)
    _text(root, "title", head.title)
    if head.text:
        _text(root, "subtitle", head.text)
    _text(root, "updated", _stamp(ordered[0].updated if ordered else head.since))
    _link(root, "self", head.own, "application/atom+xml")
    _link(root, "alternate", head.url, "text/html")
    _text(SubElement(root, "author"), "name", head.author)
    for entry in ordered:
        _add(root, entry)
    indent(root, space="")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add(root: Element, entry: Entry) -> None:
    element = SubElement(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", _stamp(entry.updated))
    if entry.published is not None:
        _text(element, "published", _stamp(entry.published))
    _link(element, "alternate", entry.url, "text/html")
    for category in entry.categories:
        SubElement(element, "category", {"term": _clean(category)})
    if entry.text:
        _text(element, "content", entry.text, type="text")


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _clean(text)


def _link(parent: Element, relation: str, url: str, media: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media, "href": _clean(url)})


def _clean(text: str) -> str:
    """Without the characters that XML cannot carry; a carriage return would come back as a line break."""
    return _NO_XML.sub("", _LINE_BREAKS.sub("\n", text))


def _moment(when: dt.date | dt.datetime) -> dt.datetime:
    if isinstance(when, dt.datetime):
        return when.astimezone(HANOI) if when.tzinfo else when.replace(tzinfo=HANOI)
    return dt.datetime(when.year, when.month, when.day, tzinfo=HANOI)


def _stamp(when: dt.date | dt.datetime) -> str:
    return _moment(when).isoformat(timespec="seconds")
