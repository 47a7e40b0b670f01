"""The English pages: where they begin, and what makes them of the pages in both languages.

They are composed by the same code and the same templates as the Vietnamese ones, in the English environment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.homes import Home
from village_site.model.kinds import Kind
from village_site.pages.blocks import MOST_VILLAGES_LISTED
from village_site.pages.communes import provinces
from village_site.pages.own import own_pages
from village_site.pages.page import Page
from village_site.pages.writer import Writer, newest
from village_site.reckon.english import ENGLISH, is_in_both
from village_site.tongues import resolved

_LINK = re.compile(r'<a (?![^<>]*hreflang=)[^<>]*?href="([^"]*)"')


def english_index(page: Writer) -> Page:
    """The page `en/`: what this site is, whom to call, and the villages while they are few."""
    atlas = page.atlas
    updated = newest([place.village for place in atlas.places])
    html = page.render(
        "pages/english.html",
        provinces=[group for group in provinces(atlas) if any(one.places for one in group.communes)],
        homeless=atlas.homeless,
        few=len(atlas.places) <= MOST_VILLAGES_LISTED,
        updated=updated,
    )
    return Page(
        path=f"{ENGLISH}index.md",
        title=label("english-index", "en"),
        description=label("english-index-description", "en"),
        html=html,
        sections=(),
        updated=updated,
        source=atlas.dataset.site.origin.file,
        parent=None,
        lang="en",
        other="",
    )


def lists_in_both(atlas: Atlas) -> Iterator[tuple[Home, Kind[Any]]]:
    """The lists that have a page in English too."""
    return ((home, kind) for home, kind in own_pages(atlas) if is_in_both(home, kind))


def finished(page: Page, root: str) -> Page:
    """A page in English with its Vietnamese words marked, and its links to Vietnamese pages too.

    `root` leads from the page to the site's root.
    """

    def marked(link: re.Match[str]) -> str:
        address = link[1]
        ours = address.startswith(root) and not address.startswith(f"{root}{ENGLISH}")
        is_page = address.partition("#")[0].endswith("/")
        return f'{link[0]} hreflang="vi"' if ours and is_page else link[0]

    return replace(page, html=resolved(_LINK.sub(marked, page.html)))
