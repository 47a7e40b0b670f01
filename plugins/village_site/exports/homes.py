"""What files that leave the site for somebody's phone say of where they come from.

They carry whole addresses and names that stay the same for ever. Both rest on the domain that is printed on
plates, the only one that does not change with the host of the day.
"""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit, urlunsplit

from village_site.atlas import Atlas
from village_site.domains import host
from village_site.homes import Commune, Home, Place
from village_site.model.common import Entry
from village_site.model.units import Unit

Key = tuple[str, str]
"""`thon` or `xa` and the id, for a village and a commune may share one; no id has a point in it."""


def key_of(owner: Home | Unit) -> Key:
    """The first parts of the names of what belongs to a village or commune, and of its page's address."""
    return ("thon" if isinstance(owner, Place) else "xa", owner.id)


def domain(atlas: Atlas) -> str:
    """The domain in names that stay the same for ever."""
    return host(atlas.dataset.site.codes.base_url)


def whole_address(atlas: Atlas, path: str) -> str:
    """The address of a path of the site as one may type it anywhere."""
    parts = urlsplit(atlas.dataset.site.codes.base_url)
    return urlunsplit(
        (parts.scheme.lower(), parts.netloc.lower(), f"{parts.path.rstrip('/')}/{path}", "", "")
    )


def changed(atlas: Atlas, owner: Home | Unit, entry: Entry) -> dt.date:
    """The day a record's data is of: its own, that of its village or commune, or the day of the build."""
    record = (
        owner.village if isinstance(owner, Place) else owner.unit if isinstance(owner, Commune) else owner
    )
    updated = entry.updated or record.updated
    return min(updated.latest(), atlas.day) if updated is not None else atlas.day
