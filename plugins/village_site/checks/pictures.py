"""Photographs are there and can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.media import photos
from village_site.media.raster import BadPhoto, examine
from village_site.model.photos import Panorama, Photo
from village_site.problems import Level, Problem, at


def pictures(atlas: Atlas) -> Iterator[Problem]:
    """A picture that is named lies beside the file that names it, is one, and is published under a name that
    no other has."""
    published: dict[str, Photo] = {}
    for picture in photos.pictures(atlas):
        photo = picture.photo
        where = photo.origin.place("file")
        if f"{photo.origin.file.rpartition('/')[0]}/{photo.file}" not in atlas.dataset.pictures:
            yield at(where, "no-such-photo", found=photo.file)
            continue
        for path, _ in picture.paths:
            first = published.setdefault(path, photo)
            if first.file != photo.file:
                yield at(where, "photo-same-name", found=photo.file, other=first.file)
                break
        try:
            examine(picture.file, around=isinstance(photo, Panorama))
        except BadPhoto as fault:
            yield at(where, fault.code, found=photo.file, **fault.params)


def unused_pictures(atlas: Atlas) -> Iterator[Problem]:
    """A photograph that no record names is forgotten, or its name is mistyped; it is never published."""
    data = atlas.dataset
    if not data.whole:  # what names it may be among what could not be read
        return
    named = {picture.file for picture in photos.pictures(atlas)}
    named |= {photos.source_of(atlas, one.value) for one in atlas.withheld if isinstance(one.value, Photo)}
    for shown in sorted(data.pictures):
        top, _, rest = shown.partition("/")
        if (data.private if top == data.private.name else data.root) / rest not in named:
            yield at((shown, 1, 1), "unused-photo", Level.WARNING)
