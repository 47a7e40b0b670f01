"""What stands on the pictures, and which page has which."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import urlsplit

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.homes import Commune, Place
from village_site.model.units import Unit
from village_site.reckon.english import ENGLISH
from village_site.render import capital

FOLDER: Final = "assets/social/"
"""Where the pictures stand, from the site's root."""
WIDTH: Final = 1200
HEIGHT: Final = 630
"""In pixels; the shape that Zalo and Facebook show whole."""


@frozen
class Sign:
    """The words of a picture: the `kind` (“Thôn”) above the `name`, `where` it is below, the site's `domain`
    last."""

    path: str
    kind: str
    name: str
    where: str
    domain: str
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def alt(self) -> str:
        """The words for those who do not see them."""
        named = f"{self.kind} {self.name}".strip()
        return f"{named}, {self.where}" if self.where else named


def signs(atlas: Atlas) -> Iterator[Sign]:
    """One a site, a commune, a village."""
    domain = urlsplit(atlas.dataset.site.codes.base_url).netloc.lower()
    yield Sign(f"{FOLDER}site.png", "", atlas.dataset.site.name.vi, "", domain)
    for commune in atlas.communes:
        yield _of_commune(commune, domain)
    for place in atlas.places:
        yield _of_village(place, domain)


def sign_of(atlas: Atlas) -> Callable[[str], Sign]:
    """From a page's address, as seen from the site's root, to the picture it shows."""
    site, *others = signs(atlas)
    by_home = {tuple(sign.path[len(FOLDER) : -len(".png")].split("/")): sign for sign in others}

    def find(url: str) -> Sign:
        return by_home.get(tuple(url.removeprefix(ENGLISH).split("/")[:2]), site)

    return find


def path_of(home: Place | Commune) -> str:
    """Where its picture stands: `assets/social/thon/lien-ha.png`."""
    return f"{FOLDER}{home.url.rstrip('/')}.png"


def _of_village(place: Place, domain: str) -> Sign:
    village = place.village
    above = place.seat.chain if place.seat else ()
    return Sign(path_of(place), capital(village.kind), str(village.name), _within(above), domain)


def _of_commune(commune: Commune, domain: str) -> Sign:
    unit = commune.unit
    return Sign(path_of(commune), capital(str(unit.kind)), str(unit.name), _within(commune.chain[1:]), domain)


def _within(chain: tuple[Unit, ...]) -> str:
    return " · ".join(unit.full_name for unit in chain)
