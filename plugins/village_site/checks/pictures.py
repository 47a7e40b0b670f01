"""Photographs are there and can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from village_site import photos
from village_site.atlas import Atlas
from village_site.problems import Level, Problem, at
from village_site.raster import BadPhoto, examine


def pictures(atlas: Atlas) -> Iterator[Problem]:
    """A photograph that is named lies beside the file that names it, and is one."""
    for picture in photos.pictures(atlas):
        photo = picture.photo
        where = photo.origin.place("file")
        if f"{photo.origin.file.rpartition('/')[0]}/{photo.file}" not in atlas.dataset.pictures:
            yield at(where, "no-such-photo", found=photo.file)
            continue
        try:
            examine(picture.file)
        except BadPhoto as fault:
            yield at(where, fault.code, found=photo.file, **fault.params)


def unused_pictures(atlas: Atlas) -> Iterator[Problem]:
    """A photograph that no record names is forgotten, or its name is mistyped; it is never published."""
    data = atlas.dataset
    if not data.whole:  # what names it may be among what could not be read
        return
    named = {picture.file for picture in photos.pictures(atlas)}
    named |= {photos.source_of(atlas, one.value) for one in atlas.withheld if one.field.en == "photo"}
    for shown in sorted(data.pictures):
        top, _, rest = shown.partition("/")
        if (data.private if top == data.private.name else data.root) / rest not in named:
            yield at((shown, 1, 1), "unused-photo", Level.WARNING)
