"""Which sorts of pages a built site has, and one page of each: what is checked of one holds for its sort."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from village_site.atlas import Atlas

_OWN = re.compile(r"^(?P<folder>(?:en/)?(?:thon|xa|don-vi|tieu-chi|thi-dua/[^/]+))/[^/]+/")
_CODE = re.compile(r"^Q/(?P<code>[0-9A-Z]{8})/$")
_BY_HAND = re.compile(r"^(?P<folder>bao-tri|huong-dan|huong-dan-so|phat-trien)/.+")
_FRAME = 'class="md-container"'


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page: its `address` from the site's root, its `sort`, and whether it is a light one of our own or
    stands in Material's frame."""

    address: str
    sort: str
    light: bool
    file: Path

    @property
    def is_to_be_found(self) -> bool:
        """False for a page that asks search engines to leave it alone."""
        return '<meta name="robots" content="noindex">' not in self.file.read_text("utf-8")


def kinds_of(atlas: Atlas) -> dict[str, str]:
    """What each code stands for, or "gone"."""
    return {item.code: item.kind.name if item.record is not None else "gone" for item in atlas.coded()}


def pages_of(site: Path, kinds: Mapping[str, str]) -> tuple[SitePage, ...]:
    """Every HTML file of a site, by address; `kinds` tells of each code what it stands for."""
    found = []
    for file in site.rglob("*.html"):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        html = file.read_text("utf-8")
        if 'http-equiv="refresh"' not in html:
            light = _FRAME not in html
            found.append(SitePage(address, _sort(address, kinds, light=light), light, file))
    return tuple(sorted(found, key=lambda page: page.address))


def one_of_each(pages: Iterable[SitePage]) -> tuple[SitePage, ...]:
    """The fullest page of each sort, in the order of the sorts."""
    found: dict[str, SitePage] = {}
    for page in pages:
        before = found.get(page.sort)
        if before is None or page.file.stat().st_size > before.file.stat().st_size:
            found[page.sort] = page
    return tuple(found[sort] for sort in sorted(found))


def _sort(address: str, kinds: Mapping[str, str], *, light: bool) -> str:
    """“card of a road”, “thon/*/”, “thon/*/duong/”, “signpost”, or the address itself."""
    if code := _CODE.match(address):
        return f"card: {kinds[code['code']]}"
    if own := _OWN.match(address):
        rest = address[own.end() :]
        folder = "thi-dua/*" if own["folder"].startswith("thi-dua/") else own["folder"]
        return "signpost" if light and not rest else f"{folder}/*/{rest}"
    if by_hand := _BY_HAND.match(address):
        return f"{by_hand['folder']}/*/"
    return address or "home"
