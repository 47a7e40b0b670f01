"""Pictures: which the data names, where and how large they are published."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.media import viewer
from village_site.media.raster import SMALL, WIDTH, BadPhoto, encoded, encoded_around, published_size
from village_site.model.contacts import CONTACTS, OfficeHolder
from village_site.model.declare import Record, table
from village_site.model.households import HOUSEHOLDS
from village_site.model.personal import Scope
from village_site.model.photos import Panorama, Photo
from village_site.model.shapes import Nested
from village_site.model.units import UNITS

CARD_PHOTO = "anh.jpg"


class Copy(Enum):
    """A size a picture is published in, and the folder below its village's page."""

    LARGE = "anh"
    SMALL = "anh/nho"
    AROUND = "anh/360"

    @property
    def side(self) -> int:
        """Its longer side, in pixels."""
        return SMALL if self is Copy.SMALL else WIDTH

    def encoded(self, file: Path) -> bytes:
        """A picture in this size. Raises BadPhoto."""
        return encoded_around(file) if self is Copy.AROUND else encoded(file, self.side)


@frozen
class Picture:
    """A picture the data names: its file, and the paths in the site it is published under."""

    photo: Photo
    file: Path
    paths: tuple[tuple[str, Copy], ...]


def pictures(atlas: Atlas) -> Iterator[Picture]:
    """Every picture that may be shown. What is personal lies beside the one page that shows it."""
    for record in _records(atlas):
        for photo in named(record):
            copies = (Copy.LARGE, Copy.SMALL, *((Copy.AROUND,) if isinstance(photo, Panorama) else ()))
            paths = tuple((photo_url(photo, copy), copy) for copy in copies)
            yield Picture(photo, source_of(atlas, photo), paths)
    for photo, urls in (*_portraits(atlas), *_houses(atlas)):
        yield Picture(photo, source_of(atlas, photo), tuple((url, Copy.LARGE) for url in urls))


def named(record: Record) -> Iterator[Photo]:
    """The pictures in a record, however deep, that are of no person's or household's own."""
    if isinstance(record, Photo):
        yield record
    for name in _holding(type(record)):
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if item is not None:
                yield from named(item)


_HOLDING: dict[type[Any], tuple[str, ...]] = {}


def _holding(cls: type[Any]) -> tuple[str, ...]:
    """The fields of a record that may hold pictures, directly or deeper."""
    if cls not in _HOLDING:
        _HOLDING[cls] = ()  # a record that holds itself meets this
        nested = {
            spec.en: spec.shape.record
            for spec in table(cls).fields
            if isinstance(spec.shape, Nested) and spec.personal is None
        }
        found = (name for name, inner in nested.items() if issubclass(inner, Photo) or _holding(inner))
        _HOLDING[cls] = tuple(found)
    return _HOLDING[cls]


def _records(atlas: Atlas) -> Iterator[Record]:
    """The records of every folder that may name pictures."""
    for place in atlas.places:
        yield place.village
    kinds = [kind for kind in atlas.dataset.kinds if _holding(kind.record)]
    for folder in atlas.folders:
        for kind in kinds:
            yield from folder.of(kind)


def _portraits(atlas: Atlas) -> Iterator[tuple[Photo, list[str]]]:
    for place in atlas.places:
        for contact in place.folder.of(CONTACTS):
            shown = atlas.permits.view(Scope.VILLAGE, CONTACTS, place.id, contact)
            if shown.photo is not None:
                yield shown.photo, [place.url + portrait_url(shown)]


def _houses(atlas: Atlas) -> Iterator[tuple[Photo, list[str]]]:
    """Photographs of households, each beside the page of every code of its household."""
    if not any(house.photo for place in atlas.places for house in place.folder.of(HOUSEHOLDS)):
        return
    found: dict[int, tuple[Photo, list[str]]] = {}
    for coded in atlas.coded():
        if coded.kind is HOUSEHOLDS and coded.record is not None and coded.place is not None:
            house: Any = atlas.permits.view(Scope.CARD, HOUSEHOLDS, coded.place.id, coded.record)
            if house.photo is not None:
                urls = found.setdefault(id(coded.record), (house.photo, []))[1]
                urls.append(f"Q/{coded.code}/{CARD_PHOTO}")
    yield from found.values()


def source_of(atlas: Atlas, photo: Photo) -> Path:
    """The file of a picture: beside the file that names it, in the public or the private folder."""
    top, _, rest = photo.origin.file.partition("/")
    private = atlas.dataset.private
    root = private if top == private.name else atlas.dataset.root
    return (root / rest).parent / photo.file


def photo_url(photo: Photo, copy: Copy = Copy.LARGE) -> str:
    """Where a picture of a village's or unit's folder is published, from the site's root."""
    *_, above, home, _ = ("", *photo.origin.file.split("/"))
    start = f"{'xa' if above == UNITS.file else 'thon'}/{home}/{copy.value}"
    return f"{start}/{photo.file.rpartition('.')[0]}.jpg"


def portrait_url(contact: OfficeHolder) -> str:
    """Where an office holder's photograph is published, relative to the village's page."""
    return f"lien-he/{contact.id}.jpg"


def size_of(atlas: Atlas, photo: Photo, copy: Copy = Copy.LARGE) -> tuple[int, int] | None:
    """Width and height of a published copy; None for a file that checks have refused."""
    try:
        return published_size(source_of(atlas, photo), copy.side)
    except BadPhoto:
        return None


def write_photos(atlas: Atlas, site: Path) -> None:
    """Writes every picture beside the page that shows it, and the viewer where a 360° picture needs it."""
    written: set[str] = set()
    around = False
    for picture in pictures(atlas):
        for path, copy in picture.paths:
            if path in written:
                continue
            written.add(path)
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(copy.encoded(picture.file))
            around = around or copy is Copy.AROUND
    if around:
        viewer.write(site)
