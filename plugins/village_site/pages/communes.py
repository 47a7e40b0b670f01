"""The list of all communes by province, and the villages whose commune is not known."""

from __future__ import annotations

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Commune
from village_site.model.units import Unit
from village_site.pages.page import Page
from village_site.pages.writer import Writer, newest
from village_site.reckon.kinds import by_kind
from village_site.render import capital
from village_site.vietnamese import sort_key


@frozen
class Province:
    """A province with its communes; `unit` is None where the data does not say which."""

    unit: Unit | None
    communes: tuple[Commune, ...]

    @property
    def anchor(self) -> str:
        """The heading's anchor."""
        return self.unit.id if self.unit is not None else label("page-elsewhere-anchor", "vi")

    @property
    def title(self) -> str:
        """The heading."""
        return capital(self.unit.full_name) if self.unit is not None else label("page-elsewhere", "vi")


def provinces(atlas: Atlas) -> tuple[Province, ...]:
    """Communes by province in Vietnamese order; those of no known province last."""
    found: dict[str, list[Commune]] = {}
    units: dict[str, Unit] = {}
    unknown = []
    for commune in atlas.communes:
        if len(commune.chain) > 1:
            top = commune.chain[-1]
            units[top.id] = top
            found.setdefault(top.id, []).append(commune)
        else:
            unknown.append(commune)
    order = sorted(found, key=lambda name: (sort_key(units[name].name), name))
    known = tuple(Province(units[name], tuple(found[name])) for name in order)
    return (*known, Province(None, tuple(unknown))) if unknown else known


def villages_by_kind(commune: Commune) -> tuple[tuple[str, int], ...]:
    """How many villages of each kind a commune has: thôn 3, ấp 1."""
    return by_kind(commune.places)


def communes_page(page: Writer) -> Page:
    """The page `xa/`."""
    atlas = page.atlas
    groups, lost = provinces(atlas), atlas.homeless
    updated = newest(
        [*(commune.unit for commune in atlas.communes), *(place.village for place in atlas.places)]
    )
    html = page.render(
        "pages/communes.html", provinces=groups, homeless=lost, count=villages_by_kind, updated=updated
    )
    sections = [(group.anchor, group.title) for group in groups]
    if lost:
        sections.append((label("page-homeless-anchor", "vi"), label("page-homeless", "vi")))
    return Page(
        path="xa/index.md",
        title=label("page-communes", "vi"),
        description=label("page-communes-description", "vi"),
        html=html,
        sections=tuple(sections),
        updated=updated,
        source=file_of_units(atlas),
        parent=None,
    )


def file_of_units(atlas: Atlas) -> str:
    """The file to edit: the first one of units, or the site's own where there are no units."""
    files = sorted(unit.origin.file for unit in atlas.dataset.units)
    return files[0] if files else atlas.dataset.site.origin.file
