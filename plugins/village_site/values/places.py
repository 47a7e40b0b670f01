"""Reading a point of the map."""

import re
from decimal import Decimal
from functools import lru_cache

from village_site.frozen import frozen
from village_site.values.refusal import BadValue

# A box around the country with its islands, in degrees (WGS 84).
_SOUTH, _NORTH = Decimal(8), Decimal("23.5")
_WEST, _EAST = Decimal(102), Decimal(118)

# Whole degrees are refused: they are a hundred kilometres wide, and "18,105" may be one number.
_POINTS = re.compile(r"([+-]?[0-9]{1,3}\.[0-9]+)\s*[,;\s]\s*([+-]?[0-9]{1,3}\.[0-9]+)")
_COMMAS = re.compile(r"([+-]?[0-9]{1,3},[0-9]+)(?:\s*;\s*|,?\s+)([+-]?[0-9]{1,3},[0-9]+)")


@frozen
class Coordinates:
    """A point in degrees (WGS 84) north and east, with the digits typed."""

    latitude: Decimal
    longitude: Decimal

    def __str__(self) -> str:
        return f"{self.latitude}, {self.longitude}"


def parse_coordinates(text: str) -> Coordinates:
    """Read `18.2527, 105.9811` as maps copy it, or `18,2527; 105,9811`. Raises BadValue outside Vietnam."""
    return _parse(text)


@lru_cache(maxsize=8192)
def _parse(text: str) -> Coordinates:
    plain = text.strip().removeprefix("(").removesuffix(")")
    found = _POINTS.fullmatch(plain) or _COMMAS.fullmatch(plain)
    if not found:
        raise BadValue("coordinates-unreadable", text)
    first, second = (Decimal(number.replace(",", ".")) for number in found.groups())
    if _in_box(first, second):
        return Coordinates(first, second)
    if _in_box(second, first):
        raise BadValue("coordinates-swapped", text, guess=str(Coordinates(second, first)))
    raise BadValue("coordinates-outside", text)


def _in_box(latitude: Decimal, longitude: Decimal) -> bool:
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST
