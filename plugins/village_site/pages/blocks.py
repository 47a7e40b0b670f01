"""Pieces of generated HTML that a hand-written page asks for by name: `<!-- villages:communes -->`."""

from __future__ import annotations

from typing import Final, Protocol

from markupsafe import Markup

from village_site.atlas import Atlas
from village_site.model.declare import table
from village_site.model.personal import Scope
from village_site.pages.communes import provinces, villages_by_kind
from village_site.pages.writer import Writer, newest
from village_site.printing import Need, tallies
from village_site.render import environment

MOST_VILLAGES_LISTED: Final = 60
"""Above this many villages the home page counts them by commune instead of naming each."""


class Block(Protocol):
    """Makes a piece of a page. `root` leads to the site's root: empty, or ending with "/"."""

    def __call__(self, atlas: Atlas, root: str = "") -> Markup: ...


def communes(atlas: Atlas, root: str = "") -> Markup:
    """Villages under their communes while they are few, else communes with counts by province."""
    few = len(atlas.places) <= MOST_VILLAGES_LISTED
    return Writer(environment("vi"), atlas, root).render(
        "pages/block-communes.html",
        provinces=provinces(atlas),
        homeless=atlas.homeless,
        count=villages_by_kind,
        few=few,
    )


def search(atlas: Atlas, root: str = "") -> Markup:
    """A large search box; it leads to the light search page with what was typed."""
    return Writer(environment("vi"), atlas, root).render("pages/block-search.html")


def emergency(atlas: Atlas, root: str = "") -> Markup:
    """The numbers of the whole country to call in danger."""
    return Writer(environment("vi"), atlas, root).render("pages/block-emergency.html")


def updated(atlas: Atlas, root: str = "") -> Markup:
    """When the data was last looked over, and how many villages and communes there are."""
    date = newest([*(place.village for place in atlas.places), *(commune.unit for commune in atlas.communes)])
    return Writer(environment("vi"), atlas, root).render("pages/block-updated.html", updated=date)


def plates(atlas: Atlas, root: str = "") -> Markup:
    """The plates of every village in numbers: printed, mounted, to be made. No code is named."""
    needs = (Need.PRINT, Need.REPRINT, Need.REPLACE)
    return Writer(environment("vi"), atlas, root).render(
        "pages/block-plates.html", tallies=tallies(atlas), needs=needs
    )


def privacy(atlas: Atlas, root: str = "") -> Markup:
    """Who is responsible for the site, and whom to tell what one wants to see, change or withdraw."""
    site = atlas.dataset.site
    writer = Writer(environment("vi"), atlas, root)
    contacts = [contact for contact in site.contacts if not writer.is_over(contact)]
    return writer.render("pages/block-privacy.html", site=site, contacts=contacts)


def personal_data(atlas: Atlas, root: str = "") -> Markup:
    """What may be published of people who agree to it, by kind of record, and where."""
    kinds = [kind for kind in atlas.dataset.kinds if table(kind.record).personal]
    kinds.sort(key=lambda kind: not kind.coded)  # households first: most readers live in one
    return Writer(environment("vi"), atlas, root).render(
        "pages/block-personal-data.html",
        kinds=[(kind, table(kind.record).personal) for kind in kinds],
        scopes=Scope.members(),
    )


BLOCKS: dict[str, Block] = {
    "communes": communes,
    "search": search,
    "emergency": emergency,
    "plates": plates,
    "updated": updated,
    "privacy": privacy,
    "personal-data": personal_data,
}
"""Every block by the name a page asks for."""
