"""A campaign's own page: its days, its items by village and group, its reports, help and praise."""

from __future__ import annotations

from village_site.campaigns import Home, Standing, of_unit, standing
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Commune, Place
from village_site.pages.campaigns import (
    day_of,
    group_name,
    item_bar,
    missing_weeks,
    name_of_home,
    village_bars,
    week_cells,
)
from village_site.pages.page import Page
from village_site.pages.writer import Writer
from village_site.render import capital


@frozen
class GroupLine:
    """How many of its items a group has completed."""

    group: str
    met: int
    count: int


def campaign_page(page: Writer, home: Home) -> Page:
    """The page of one campaign, as of the day of the build or of its last day."""
    found = standing(page.atlas, home, day_of(page, home))
    campaign, holder = home.campaign, name_of_home(page, home)
    parent, crumbs, at = _above(page, home)
    groups = group_lines(page, found)
    html = page.render(
        "pages/campaign.html",
        standing=found,
        home=holder,
        at=at,
        crumbs=crumbs,
        items=[
            (
                item,
                item_bar(page, found, item.item, item.share, known=bool(found.acting)),
                village_bars(page, found, item),
            )
            for item in found.items
        ],
        groups=groups,
        weeks=week_cells(page, found) if found.villages else "",
        missing=tuple(missing_weeks(page, found)),
    )
    names = ["items"]
    names += ["groups"] if groups else []
    names += ["weeks"] if found.villages else []
    names += [name for name in ("themes", "help", "praise") if getattr(campaign, name)]
    sections = [(label(f"campaign-{name}-anchor", "vi"), label(f"campaign-{name}", "vi")) for name in names]
    if page.citations.entries:
        sections.append((label("page-sources-anchor", "vi"), label("page-sources", "vi")))
    return Page(
        path=f"{home.url}index.md",
        title=capital(campaign.name),
        description=label("campaign-description", "vi", name=campaign.name, home=holder),
        html=html,
        sections=tuple(sections),
        updated=campaign.updated,
        source=campaign.origin.file,
        parent=parent,
    )


def group_lines(page: Writer, found: Standing) -> tuple[tuple[Place, tuple[GroupLine, ...]], ...]:
    """The groups of each village with how many of the items they took on are complete; where groups are
    ranked, those with the most stand first, equal ones in their own order."""
    lines = []
    for village in found.villages:
        place = page.atlas.by_id[village]
        counts: dict[str, list[bool]] = {}
        for item in found.items:
            part = item.of(village)
            for one in part.groups if part is not None else ():
                if one.share.target:
                    counts.setdefault(one.group, []).append(one.share.reached)
        rows = [GroupLine(group_name(place, group), sum(met), len(met)) for group, met in counts.items()]
        if found.campaign.ranked:
            rows.sort(key=lambda row: row.met / row.count, reverse=True)
        if rows:
            lines.append((place, tuple(rows)))
    return tuple(lines)


def _above(page: Writer, home: Home) -> tuple[str, list[tuple[str, str]], Place | Commune | None]:
    """The page one step up, the steps that lead down to this one, and the village or commune it is of."""
    if (place := page.atlas.by_id.get(home.folder.id)) is not None:
        return f"{place.url}index.md", [(place.url, place.name)], place
    for commune in page.atlas.communes:
        if any(one.key == home.key for one in of_unit(page.atlas, commune.unit, commune.places)):
            return f"{commune.url}index.md", [(commune.url, commune.unit.full_name)], commune
    return "xa/index.md", [("xa/", label("page-communes", "vi"))], None
