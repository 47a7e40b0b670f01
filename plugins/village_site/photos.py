"""Photographs: which the data names, where they are published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from village_site.atlas import Atlas
from village_site.model.contacts import CONTACTS, OfficeHolder
from village_site.model.households import HOUSEHOLDS
from village_site.model.personal import Scope
from village_site.model.photos import Photo
from village_site.model.roads import ROADS
from village_site.raster import encoded

CARD_PHOTO = "anh.jpg"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph the data names: its file, and the paths in the site it is published under."""

    photo: Photo
    file: Path
    paths: tuple[str, ...]


def pictures(atlas: Atlas) -> Iterator[Picture]:
    """Every photograph that may be shown. What is personal lies beside the one page that shows it."""
    for place in atlas.places:
        for road in place.folder.of(ROADS):
            if road.photo is not None:
                yield _picture(atlas, road.photo, place.url + photo_url(road.photo))
        for contact in place.folder.of(CONTACTS):
            shown = atlas.permits.view(Scope.VILLAGE, CONTACTS, place.id, contact)
            if shown.photo is not None:
                yield _picture(atlas, shown.photo, place.url + portrait_url(shown))
    for house, paths in _houses_with_photo(atlas):
        yield _picture(atlas, house.photo, *paths)


def _houses_with_photo(atlas: Atlas) -> Iterator[tuple[Any, list[str]]]:
    """Households whose page may show a photograph, with its path for each of their codes."""
    if not any(house.photo for place in atlas.places for house in place.folder.of(HOUSEHOLDS)):
        return
    found: dict[int, tuple[Any, list[str]]] = {}
    for coded in atlas.coded():
        if coded.kind is HOUSEHOLDS and coded.record is not None and coded.place is not None:
            house = atlas.permits.view(Scope.CARD, HOUSEHOLDS, coded.place.id, coded.record)
            if house.photo is not None:
                found.setdefault(id(coded.record), (house, []))[1].append(f"Q/{coded.code}/{CARD_PHOTO}")
    yield from found.values()


def _picture(atlas: Atlas, photo: Photo, *paths: str) -> Picture:
    return Picture(photo, source_of(atlas, photo), paths)


def source_of(atlas: Atlas, photo: Photo) -> Path:
    """The file of a photograph: beside the file that names it, in the public or the private folder."""
    top, _, rest = photo.origin.file.partition("/")
    private = atlas.dataset.private
    root = private if top == private.name else atlas.dataset.root
    return (root / rest).parent / photo.file


def photo_url(photo: Photo) -> str:
    """Where a photograph is published, relative to its village's page."""
    return f"anh/{photo.file.rpartition('.')[0]}.jpg"


def portrait_url(contact: OfficeHolder) -> str:
    """Where an office holder's photograph is published, relative to the village's page."""
    return f"lien-he/{contact.id}.jpg"


def write_photos(atlas: Atlas, site: Path) -> None:
    """Writes every photograph beside the page that shows it."""
    for picture in pictures(atlas):
        data = encoded(picture.file)
        for path in picture.paths:
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
