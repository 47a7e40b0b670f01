"""From how far a phone reads a symbol, modelled from the size of its modules."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

METRES_FOR_A_MILLIMETRE = 1.6 / (70 / 29)
"""Metres of distance for each millimetre of module. Pictures of a phone's camera were modelled and decoded: a
symbol of version 3 (29 modules a side), 70 mm wide without its quiet zone, was read from about 1.6 m. Twice
the module, twice the distance."""


def distance_of(module: float) -> float:
    """Modelled reading distance in metres for modules of `module` mm."""
    return module * METRES_FOR_A_MILLIMETRE


def rounded(value: float, digits: int) -> Decimal:
    """A measure for readers, with so many decimals."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
