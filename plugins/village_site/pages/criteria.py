"""A page for every set of criteria, and the list of them: what they ask for, and who meets them."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from village_site import charts
from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.model.criteria import CRITERIA
from village_site.model.criteria_sets import CriteriaSet, Level
from village_site.pages.drawings import marked
from village_site.pages.page import Page
from village_site.pages.succession import after_of, before_of, chain, changes
from village_site.pages.writer import Writer, newest
from village_site.reckon.boards import Board
from village_site.render import capital
from village_site.vietnamese import sort_key

FOLDER = "tieu-chi"


@frozen
class Followed:
    """A village or commune with its newest board; `url` from the site's root, None where it has no page."""

    name: str
    where: str
    url: str | None
    board: Board


def criteria_index(page: Writer) -> Page:
    """The page `tieu-chi/`: sets for villages, then sets for communes."""
    atlas = page.atlas
    levels = [
        (level.term.en, sorted(_of(atlas, level), key=lambda one: (sort_key(one.label.vi), one.id)))
        for level in Level
    ]
    listed = [(name, sets) for name, sets in levels if sets]
    counts = {one.id: len(list(followers(page, one))) for one in atlas.dataset.criteria}
    updated = newest(atlas.dataset.criteria)
    html = page.render("pages/criteria-index.html", levels=listed, counts=counts, updated=updated)
    return Page(
        path=f"{FOLDER}/index.md",
        title=label("criteria-title", "vi"),
        description=label("criteria-index-description", "vi"),
        html=html,
        sections=tuple(_section(f"criteria-of-{name}") for name, _ in listed),
        updated=updated,
        source=file_of_sets(atlas),
        parent=None,
    )


def file_of_sets(atlas: Atlas) -> str:
    """The file to edit: the first one of sets, or the site's own where there are none."""
    files = sorted(one.origin.file for one in atlas.dataset.criteria)
    return files[0] if files else atlas.dataset.site.origin.file


def criteria_page(page: Writer, entry: CriteriaSet) -> Page:
    """The page of one set."""
    atlas = page.atlas
    rows = list(followers(page, entry))
    before, after = before_of(atlas, entry), after_of(atlas, entry)
    updated = newest([entry, *(row.board.assessment for row in rows)])
    html = page.render(
        "pages/criteria-set.html",
        set=entry,
        rows=rows,
        reached=_reached(page, rows, entry),
        before=before,
        after=after,
        change=changes(before, entry) if before is not None else None,
        line=_line(page, entry),
        updated=updated,
    )
    names = ["criteria-list", "criteria-followed"]
    names += ["criteria-changes"] if before is not None or after else []
    names += ["page-sources"] if page.citations.entries else []
    return Page(
        path=f"{FOLDER}/{entry.id}/index.md",
        title=capital(marked(entry, "vi")),
        description=_description(entry),
        html=html,
        sections=tuple(_section(name, entry.level) for name in names),
        updated=updated,
        source=entry.origin.file,
        parent=f"{FOLDER}/index.md",
    )


def followers(page: Writer, entry: CriteriaSet) -> Iterator[Followed]:
    """The villages scored by a set in Vietnamese order, then communes, present and past."""
    atlas = page.atlas
    for place in atlas.places:
        for standing in page.standings(place.folder.of(CRITERIA)):
            if standing.set is entry:
                where = place.commune.full_name if place.commune is not None else ""
                yield Followed(capital(place.name), where, place.url, standing.newest)
    pages = _pages_of_units(atlas)
    units = sorted(atlas.dataset.units, key=lambda unit: (sort_key(unit.name), unit.id))
    for unit in units:
        for standing in page.standings(atlas.unit_folder(unit.id).of(CRITERIA)):
            if standing.set is entry:
                above = atlas.chain(unit, unit.until.latest() if unit.until is not None else atlas.day)[1:]
                where = ", ".join(one.full_name for one in above)
                yield Followed(capital(unit.full_name), where, pages.get(unit.id), standing.newest)


def _pages_of_units(atlas: Atlas) -> dict[str, str]:
    """Where each commune is told of: on its own page, or on that of the one it became part of."""
    found = {
        ref.text: commune.url for commune in reversed(atlas.communes) for ref in commune.unit.formed_from
    }
    return found | {commune.unit.id: commune.url for commune in atlas.communes}


def _reached(page: Writer, rows: list[Followed], entry: CriteriaSet) -> Markup:
    """How many of those scored criterion by criterion, or as a whole, reached the whole set."""
    boards = [row.board for row in rows if row.board.assessment.villages is None]
    if not boards:
        return Markup()
    met = sum(board.reached for board in boards)
    parts = [
        charts.Part(charts.State.MET, met, label("criteria-followed-reached", page.lang)),
        charts.Part(charts.State.NOT_MET, len(boards) - met, label("criteria-followed-short", page.lang)),
    ]
    title = label(f"criteria-followed-count-{entry.level.term.en}", page.lang, count=len(boards))
    return charts.stack(title, parts, page.lang)


def _line(page: Writer, entry: CriteriaSet) -> Markup:
    """The sets that follow one another, along the years; empty for a set that stands alone."""
    sets = [one for one in chain(page.atlas, entry) if one.since is not None or one.until is not None]
    if len(sets) < 2:
        return Markup()
    spans = [charts.Span(marked(one, page.lang), one.since, one.until) for one in sets]
    return charts.timeline(label("criteria-chain", page.lang), spans, page.lang)


def _of(atlas: Atlas, level: Level) -> Iterator[CriteriaSet]:
    return (one for one in atlas.dataset.criteria if one.level is level)


def _section(name: str, level: Level | None = None) -> tuple[str, str]:
    """Anchor and heading of a section."""
    title = f"{name}-{level.term.en}" if name == "criteria-followed" and level is not None else name
    return label(f"{name}-anchor", "vi"), label(title, "vi")


def _description(entry: CriteriaSet) -> str:
    text = label("criteria-description", "vi", set=entry.name.vi)
    if entry.example:
        return f"{text} {label('criteria-description-example', 'vi')}"
    return text if entry.verified else f"{text} {label('criteria-description-unverified', 'vi')}"
