"""A commune's page: its villages and how far each is, the units it was formed from, whom to call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.homes import Commune, stands
from village_site.model.criteria import CRITERIA
from village_site.model.tallies import TALLIES, TARGETS
from village_site.model.units import Unit
from village_site.pages.campaigns import campaign_lines
from village_site.pages.matrix import matrix_of, own_standings
from village_site.pages.page import Page
from village_site.pages.sections import Section, in_chapters, kind_sections
from village_site.pages.writer import Writer, newest
from village_site.reckon.kinds import kinds_of
from village_site.reckon.notices import feed_url
from village_site.render import capital
from village_site.rollups import rollup
from village_site.vietnamese import sort_key

_REPORTED = (CRITERIA, TALLIES, TARGETS)
"""Kinds of units' folders that have parts of the page made for them."""


def commune_page(page: Writer, commune: Commune) -> Page:
    """The page of one commune or ward."""
    unit = commune.unit
    matrix = matrix_of(page, commune.places)
    former = units_before(page.atlas, unit)
    own = own_standings(page, commune, former)
    campaigns = campaign_lines(page, commune)
    sums = rollup(page.atlas, unit, page.atlas.day)
    sections = in_chapters([*kind_sections(page, commune, _REPORTED), *_of_former(page, former)])
    updated = newest(
        [
            unit,
            *unit.contacts,
            *(place.village for place in commune.places),
            *_assessments(page.atlas, commune),
            *(
                record
                for kind in page.atlas.dataset.kinds
                if kind.section
                for record in commune.folder.of(kind)
            ),
        ]
    )
    html = page.render(
        "pages/commune.html",
        commune=commune,
        matrix=matrix,
        own=own,
        sections=sections,
        campaigns=campaigns,
        former=former,
        sums=sums,
        updated=updated,
    )
    names = ["own-criteria"] if own else []
    names += [] if sums.is_empty else ["rollup"]
    names += ["campaigns"] if campaigns else []
    names += ["former-units"] if former else []
    names += ["figures"] if unit.figures else []
    names += ["sources"] if page.citations.entries else []
    return Page(
        path=f"xa/{unit.id}/index.md",
        title=capital(unit.full_name),
        description=_description(commune, former),
        html=html,
        sections=(
            *_named(["contacts"]),
            (label("page-villages-anchor", "vi"), label("page-villages", "vi", kinds=kinds_of(commune))),
            *((section.anchor, section.title) for section in sections),
            *_named(names),
        ),
        updated=updated,
        source=unit.origin.file,
        feed=feed_url(commune),
        parent="xa/index.md",
    )


def _of_former(page: Writer, former: list[Unit]) -> Iterator[Section]:
    """What the folders of the communes it was formed from hold, but for lists with pages of their own."""
    atlas = page.atlas
    left_out = [*_REPORTED, *(kind for kind in atlas.dataset.kinds if kind.own_page)]
    for unit in former:
        if unit.kind.is_local:
            home = Commune(unit, (unit,), (), atlas.unit_folder(unit.id))
            for section in kind_sections(page, home, left_out):
                title = f"{section.title} – {unit.full_name}"
                yield replace(section, anchor=f"{section.anchor}-{unit.id}", title=title)


def _named(names: Iterable[str]) -> list[tuple[str, str]]:
    """Anchor and title of the page's own sections."""
    return [(label(f"page-{name}-anchor", "vi"), label(f"page-{name}", "vi")) for name in names]


def units_before(atlas: Atlas, unit: Unit) -> list[Unit]:
    """The units a commune was formed from, in Vietnamese order, then the units above them that are gone."""
    merged = [old for ref in unit.formed_from if (old := atlas.unit(ref)) is not None]
    merged.sort(key=lambda old: (sort_key(old.name), old.id))
    above = [
        parent
        for old in merged
        for parent in atlas.chain(old, old.until.latest() if old.until is not None else atlas.day)[1:]
        if not stands(parent, atlas.day)
    ]
    return list({old.id: old for old in (*merged, *above)}.values())


def _assessments(atlas: Atlas, commune: Commune) -> Iterable[object]:
    for place in commune.places:
        yield from place.folder.of(CRITERIA)
    yield from atlas.unit_folder(commune.unit.id).of(CRITERIA)


def _description(commune: Commune, former: list[Unit]) -> str:
    name = capital(", ".join(unit.full_name for unit in commune.chain))
    text = label("page-commune-description", "vi", commune=name, kinds=kinds_of(commune))
    merged = [unit.full_name for unit in former if unit.kind.is_local]
    return f"{text} {label('page-formed-from', 'vi', units=', '.join(merged))}" if merged else text
