"""A QR symbol: what it says and which of its modules are dark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

QUIET_ZONE = 4
"""Light modules that must surround a symbol (ISO/IEC 18004, 9.1)."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One QR symbol, without its quiet zone.

    `level` is L, M, Q or H; `mask` is the data mask pattern, 0 to 7; `size` is the number of modules a side.
    `modules` holds the whole matrix: bit `y * size + x` is set where column x of row y, counted from 0 at the
    top left, is dark. One integer, because a district has 33,000 of these in memory at once.
    """

    text: str
    version: int
    level: str
    mask: int
    size: int
    modules: int

    def rows(self) -> list[int]:
        """The rows from the top down; bit x of a row is set where column x is dark."""
        line = (1 << self.size) - 1
        return [self.modules >> start & line for start in range(0, self.size * self.size, self.size)]

    def dark(self) -> Iterator[tuple[int, int]]:
        """The places (x, y) of the dark modules, from the top left, row by row."""
        for y, row in enumerate(self.rows()):
            for x in range(self.size):
                if row >> x & 1:
                    yield x, y
