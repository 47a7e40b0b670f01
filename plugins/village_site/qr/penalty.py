"""Which data mask a symbol gets: the penalty of ISO/IEC 18004, 7.8.3, on whole-matrix integers.

A symbol is looked at as one integer that holds all its lines: the rows from the top down and then, so that
the same few operations serve both directions, the columns from the left. Each line is preceded by `GAP` light
modules. They keep a pattern from running over into the next line, and they stand for the quiet zone that the
third rule lets a finder-like pattern lean on. Shifting right by k brings to each module's place the module k
further along its line.

The steps were checked against segno, whose choice has to be met exactly:
- format, version and the lone dark module are light while masks are compared;
- patterns of the third rule that overlap count once;
- of two masks with the same penalty the lower number wins.
"""

from __future__ import annotations

from collections.abc import Sequence

GAP = 4


def lines(modules: int, size: int) -> int:
    """The integer of all rows and columns, described above, from a `Symbol`'s `modules`."""
    digits = f"{modules:0{size * size}b}"[::-1]
    rows = [digits[start : start + size] for start in range(0, size * size, size)]
    columns = [digits[x::size] for x in range(size)]
    padded = "".join("0" * GAP + line for line in rows + columns)
    return int(padded[::-1], 2)


def lines_length(size: int) -> int:
    """How many bits `lines` takes."""
    return 2 * size * (GAP + size)


def information(size: int) -> int:
    """As a `Symbol`'s `modules`: the places of format and version information and of the lone dark module."""
    near = {0, 1, 2, 3, 4, 5, 7, 8}
    places = {(x, 8) for x in near} | {(8, y) for y in near}
    places |= {(size - k, 8) for k in range(1, 9)} | {(8, size - k) for k in range(1, 9)}
    if size >= 45:  # version 7 and above
        places |= {(x, size - k) for x in range(6) for k in (9, 10, 11)}
        places |= {(size - k, y) for y in range(6) for k in (9, 10, 11)}
    return sum(1 << y * size + x for x, y in places)


class Judge:
    """Chooses the mask for symbols of one size."""

    def __init__(self, masked: Sequence[int], size: int) -> None:
        """`masked` has, mask by mask, the `lines` of one and the same symbol, its `information` light."""
        stride = self._stride = size + GAP
        # Modules that have a next one in their line, and those of the rows that also have one below.
        pairs = self._pairs = _every(((1 << size - 1) - 1) << GAP, stride, 2 * size)
        corners = self._corners = pairs & (1 << stride * (size - 1)) - 1
        self._rows = (1 << stride * size) - 1
        self._masks = [
            (mask, symbol, ~(symbol ^ symbol >> 1) & pairs, ~(symbol ^ symbol >> stride) & corners)
            for mask, symbol in enumerate(masked)
        ]
        self._balance = [10 * int(abs(dark / size**2 * 100 - 50) / 5) for dark in range(size**2 + 1)]

    def best(self, change: int) -> int:
        """The mask with the least penalty for the symbol given XOR `change` (in the form of `lines`)."""
        stride, rows, balance = self._stride, self._rows, self._balance
        # Equality of neighbours is linear in the modules up to a constant, so one shift serves all masks.
        along = (change ^ change >> 1) & self._pairs
        down = (change ^ change >> stride) & self._corners
        found = []
        for mask, symbol, symbol_along, symbol_down in self._masks:
            two = along ^ symbol_along  # set where a module equals the next in its line
            three = two & two >> 1
            five = three & three >> 2
            squares = (down ^ symbol_down) & two & two >> stride
            modules = symbol ^ change
            # A run of n >= 5 costs n - 2: as many as there are threes in it.
            runs = five | five << 1 | five << 2
            penalty = runs.bit_count() + 3 * squares.bit_count() + balance[(modules & rows).bit_count()]
            found.append((penalty, mask, modules, three))
        found.sort()
        # The third rule is dear to check and only adds: masks that already lost need not be asked.
        best = (found[0][0] + 40 * finder_like(found[0][2], found[0][3]), found[0][1])
        for penalty, mask, modules, three in found[1:]:
            if penalty > best[0]:
                break
            best = min(best, (penalty + 40 * finder_like(modules, three), mask))
        return best[1]


def finder_like(modules: int, three: int) -> int:
    """How many patterns dark 1, light 1, dark 3, light 1, dark 1 have four light modules before or after."""
    edge = modules ^ modules >> 1
    last_dark = edge & modules
    last_light = edge ^ last_dark
    found = last_dark & (three & modules) >> 2 & last_light >> 5
    either = modules | modules >> 1
    any_of_four = either | either >> 2
    found ^= found & any_of_four << GAP & any_of_four >> 7
    count = found.bit_count()
    if count > 1:  # of two that share modules the first counts
        count -= (found & (found << 4 | found << 6)).bit_count()
    return count


def _every(bits: int, stride: int, count: int) -> int:
    """`bits` repeated `count` times, each time `stride` further up."""
    return sum(bits << stride * index for index in range(count))
