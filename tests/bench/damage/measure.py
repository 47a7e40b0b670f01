"""Shares of pictures that decoders read, by condition and level of correction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import product
from multiprocessing import get_context
from random import Random

import segno

from tests.bench.damage.conditions import CONDITIONS, DISTANCES, Condition
from tests.bench.damage.decoders import DECODERS, Decoder
from village_site.codes.alphabet import new_code
from village_site.qr import Symbol, symbols

LEVELS = ("L", "M", "Q", "H")
AGREED = 2
"""A picture counts as read when so many decoders give the exact address."""

Reads = tuple[bool, ...]
"""Which decoders read one picture, in the order asked for."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The pictures of one condition and level, and which decoders read each."""

    condition: str
    damaged: bool
    level: str
    reads: tuple[Reads, ...]

    def of(self, index: int) -> float:
        """The share that one decoder reads."""
        return _share(reads[index] for reads in self.reads)

    @property
    def agreed(self) -> float:
        """The share that two or more decoders read."""
        return _share(sum(reads) >= AGREED for reads in self.reads)


def symbol_of(number: int, level: str) -> Symbol:
    """The symbol of a made-up address of 32 characters, at a level of its own choice of version.

    H is ours: what `village_site.qr` makes of such an address. The others are segno's, not raised to a higher
    level that would fit: L and M are of version 2, Q and H of version 3.
    """
    code = new_code(lambda _: False, Random(f"code {number}").choice)
    text = f"HTTPS://LANG.EXAMPLE/Q/{code}/"
    if level == "H":
        (ours,) = symbols([text])
        assert (ours.version, ours.level, len(text)) == (3, "H", 32)
        return ours
    made = segno.make(text, error=level, boost_error=False, micro=False)
    rows = list(made.matrix)
    modules = sum(1 << y * len(rows) + x for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Symbol(text, int(made.version), made.error, made.mask, len(rows), modules)


def measure(
    conditions: Sequence[Condition],
    decoders: Sequence[str],
    count: int,
    seed: str,
    levels: Sequence[str] = LEVELS,
) -> list[Shares]:
    """What the decoders read in `count` pictures of every condition and level."""
    groups = list(product(conditions, levels))
    jobs = [
        (condition.name, level, number, seed, tuple(decoders))
        for condition, level in groups
        for number in range(count)
    ]
    # Spawned, for OpenCV's threads do not survive a fork.
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        reads = list(pool.map(reads_of, jobs, chunksize=20))
    return [
        Shares(condition.name, condition.damaged, level, tuple(reads[start : start + count]))
        for start, (condition, level) in zip(range(0, len(reads), count), groups, strict=True)
    ]


def reads_of(job: tuple[str, str, int, str, tuple[str, ...]]) -> Reads:
    """Makes one picture (condition, level, number, seed) and shows it to the decoders named last."""
    name, level, number, seed, decoders = job
    symbol = symbol_of(number, level)
    image = _KNOWN[name].picture(symbol, number, seed)
    return tuple(_decoder(decoder)(image, symbol.text) for decoder in decoders)


_KNOWN = {condition.name: condition for condition in (*CONDITIONS, *DISTANCES)}


@cache
def _decoder(name: str) -> Decoder:
    return DECODERS[name]()


def mean(shares: Iterable[Shares], level: str, *, damaged: bool) -> float:
    """The mean over conditions, each counting alike, of what two or more decoders read."""
    found = [item.agreed for item in shares if item.level == level and item.damaged is damaged]
    return sum(found) / len(found)


def _share(read: Iterable[bool]) -> float:
    found = list(read)
    return sum(found) / len(found)
