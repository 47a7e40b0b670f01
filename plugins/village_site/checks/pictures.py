"""Photographs are there and can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.photos import MAX_PIXELS, BadPhoto, examine, photos
from village_site.problems import Problem, at


def pictures(atlas: Atlas) -> Iterator[Problem]:
    """A photograph that is named lies beside the file that names it, and is one."""
    for _, photo, path in photos(atlas):
        where = photo.origin.place("file")
        if f"{photo.origin.file.rpartition('/')[0]}/{photo.file}" not in atlas.dataset.pictures:
            yield at(where, "no-such-photo", found=photo.file)
            continue
        try:
            examine(path)
        except BadPhoto as fault:
            yield at(where, fault.code, found=photo.file, limit=str(MAX_PIXELS // 1_000_000))
