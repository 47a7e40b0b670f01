"""The map on a village's page."""

from __future__ import annotations

from markupsafe import Markup

from village_site.catalogue import label
from village_site.exports.maps import map_path
from village_site.geo.drawing import drawing
from village_site.homes import Place
from village_site.model.kinds import Chapter
from village_site.pages.sections import Section
from village_site.pages.writer import Writer
from village_site.reckon.maps import OPENED, features, items
from village_site.tongues import words


def map_section(page: Writer, place: Place) -> Section | None:
    """The map and its features in words, each leading to its entry on the page; None without any."""
    found = items(place, lambda kind, record: f"#{OPENED[kind].file_vi}-{record.id}", page.lang)
    if not found:
        return None
    records = [record for _, record in features(place)]
    title = words("map-title", page.lang, village=place.name)
    return Section(
        label("map-anchor", "vi"),
        label("map", page.lang),
        drawing(title, found, page.lang) + _file(page, place),
        None,
        place.folder.map[0].where[0] if place.folder.map else None,
        all(record.illustrative for record in records),
        Chapter.PLACES,
    )


def _file(page: Writer, place: Place) -> Markup:
    """The way to the same as a file."""
    words = label("map-file", page.lang)
    return Markup('\n<p class="vs-links"><a href="{}">{}</a></p>').format(page.root + map_path(place), words)
