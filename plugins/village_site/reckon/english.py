"""Where the English pages stand."""

from __future__ import annotations

from typing import Any

from village_site.homes import Home, Place
from village_site.model.kinds import Kind
from village_site.model.places import PLACES

ENGLISH = "en/"
"""Their folder, from the site's root."""


def in_english(url: str) -> str:
    """Where the English page stands of an address from the site's root: the same, in a folder of its own."""
    return f"{ENGLISH}{url}"


def is_in_both(home: Home, kind: Kind[Any]) -> bool:
    """True for a list whose page there is in English as well: what visitors come for."""
    return kind is PLACES and isinstance(home, Place)
