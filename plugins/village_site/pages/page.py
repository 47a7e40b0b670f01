"""One page, ready to be put into the site's frame."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from village_site.frozen import frozen
from village_site.homes import Home
from village_site.model.kinds import Kind
from village_site.policy import Need
from village_site.values import FuzzyDate


@frozen
class Page:
    """A composed page. Only `html` is markup; every other text is plain, to be escaped where it is printed.

    path: where it stands among the site's sources, `thon/lien-ha/index.md`.
    html: the body with its heading and breadcrumbs; its links are relative to the page's own address.
    sections: anchor and title of every section, in the order of the page.
    updated: the latest date of update among the page's records.
    source: the data file to edit, as it is shown to editors: `villages/lien-ha/village.yml`; None where
        nothing can be edited.
    parent: path of the page one step up, for the active section of the menu.
    feed: address, from the site's root, of the feed that tells what is new here.
    needs: what browsers must allow it besides what every page is allowed.
    searched: whether the search finds it as it finds hand-written pages; places have entries of their own.
    lang: the language its own words are in.
    other: address, from the site's root, of the same page in the other language; None where there is none.
    """

    path: str
    title: str
    description: str
    html: Markup
    sections: tuple[tuple[str, str], ...]
    updated: FuzzyDate | None
    source: str | None
    parent: str | None
    feed: str | None = None
    needs: tuple[Need, ...] = ()
    searched: bool = False
    lang: str = "vi"
    other: str | None = None


def own_url(home: Home, kind: Kind[Any]) -> str:
    """Address, from the site's root, of the page with all records of a kind: `thon/rach-mau/van-ban/`."""
    return f"{home.url}{kind.file_vi}/"
