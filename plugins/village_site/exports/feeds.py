"""The Atom feed of each village and commune: its notices, for feed readers and for other sites.

A feed says what the list of notices says: a village's has its commune's notices as well. It is there without
a notice, too, so that whoever follows it need not come back to look whether there is one by now.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.exports.atom import Entry, Feed, feed, tag
from village_site.homes import Home, Place
from village_site.model.notices import NOTICES
from village_site.reckon.notices import Announced, feed_url, notices_of, validity_text
from village_site.render import capital
from village_site.values import DateQualifier, FuzzyDate, date_text

MOST: Final = 50
"""A feed tells what is new; all there is stands on the page."""
FIRST: Final = dt.date(2026, 11, 21)
"""The day in every id (RFC 4151): the one on which this program first wrote feeds. Never changed."""


def write_feeds(atlas: Atlas, site: Path, site_url: str | None) -> None:
    """Writes every feed below `site`. Links lead to `site_url`, or to the printed address without one."""
    root = (site_url or atlas.dataset.site.codes.base_url).rstrip("/")
    for home in atlas.homes:
        path = site / feed_url(home)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(feed_text(atlas, home, f"{root}/"), "utf-8")


def feed_text(atlas: Atlas, home: Home, root: str) -> str:
    """The feed of a village or commune; `root` is the site's address and ends with "/"."""
    head = Feed(
        id=_id(atlas, home),
        title=label("feed-title", "vi", home=home.name),
        own=f"{root}{feed_url(home)}",
        url=f"{root}{home.url}",
        author=capital(home.name),
        since=_since(home),
        text=label("feed-about", "vi", home=home.name),
    )
    return feed(head, (_entry(atlas, one, root) for one in notices_of(atlas, home)[:MOST]))


def _entry(atlas: Atlas, one: Announced, root: str) -> Entry:
    notice = one.notice
    issued = _day(notice.issued)
    looked_over = _day(notice.updated) if notice.updated is not None else issued
    exact = notice.issued.day is not None and notice.issued.qualifier is DateQualifier.EXACT
    return Entry(
        id=_id(atlas, one.home, notice.id),
        title=str(notice.title),
        url=f"{root}{one.url}",
        updated=max(issued, looked_over),
        published=issued if exact else None,
        text="\n\n".join(_paragraphs(one)),
        categories=(str(notice.urgency), str(notice.subject)),
    )


def _paragraphs(one: Announced) -> Iterator[str]:
    notice = one.notice
    if one.is_sample:
        yield label("loud-sample", "vi")
    if said := validity_text(notice):
        yield f"{capital(said)}."
    yield from notice.text.paragraphs
    if notice.issuer is not None:
        yield f"{notice.issuer}, {date_text(notice.issued, 'vi')}."
    if notice.answers is not None:
        yield label("notice-ask", "vi", role=notice.answers)


def _id(atlas: Atlas, home: Home, *more: str) -> str:
    """An id made of the printed domain, which stays when the site moves."""
    domain = urlsplit(atlas.dataset.site.codes.base_url).netloc
    return tag(domain, FIRST, *home.url.strip("/").split("/"), NOTICES.file_vi, *more)


def _since(home: Home) -> dt.date:
    """How old a feed without notices is: as the village's or commune's record."""
    updated = home.village.updated if isinstance(home, Place) else home.unit.updated
    return _day(updated) if updated is not None else FIRST


def _day(date: FuzzyDate) -> dt.date:
    """The day a date stands for on a timeline."""
    return dt.date.fromordinal(date.sort_key()[0])
