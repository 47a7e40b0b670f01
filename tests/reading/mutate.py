"""Files as accidents and attackers leave them: bytes changed, lost, doubled, glued together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

ODD = (
    *("\ufeff", "\u200b", "\u202e", "\u2066", "\u00a0", "\u2028", "\x00", "\x1b[2J", "\x85", "\ud7ff", "\U0010ffff"),
    *("e\u0323\u0302", "ﬁ", "１２", "＝", "а", "🏠", "\u0301" * 40),
    *("'", '"', "\\", "|", ">", "&a ", "*a", "!!str ", "%TAG", "---\n", "...\n", "? ", ": ", "- ", "# ", "{", "[", "},"),
    *("\t", "\r", "\r\n", "\n\n", "<<: ", "!!python/object/apply:os.system ", "0x1F", "1e999", "NaN", "~", "@", "`"),
    *("'\"'", "\\x1b", '"\\0"', '"\\u202e"', "[[[[[[[[[[[[[[[", "{a: " * 14, "- " * 14, "9" * 5000, "a: b: c"),
)  # fmt: skip

Mutation = Callable[[bytes, Sequence[bytes], Random], bytes]


def flip(data: bytes, _: Sequence[bytes], chance: Random) -> bytes:
    """Some bits turned over."""
    changed = bytearray(data or b"\0")
    for _turn in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def delete(data: bytes, _: Sequence[bytes], chance: Random) -> bytes:
    """A piece lost."""
    start, end = _piece(data, chance)
    return data[:start] + data[end:]


def double(data: bytes, _: Sequence[bytes], chance: Random) -> bytes:
    """A piece twice, or many times."""
    start, end = _piece(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 9)) + data[end:]


def splice(data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """The beginning of one file and the end of another."""
    other = chance.choice(others)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def indent(data: bytes, _: Sequence[bytes], chance: Random) -> bytes:
    """Lines pushed in or out."""
    lines = data.split(b"\n")
    for _turn in range(chance.randint(1, 3)):
        place = chance.randrange(len(lines))
        spaces = chance.randint(0, 5)
        line = lines[place]
        lines[place] = line.lstrip() if chance.random() < 0.3 else b" " * spaces + line
    return b"\n".join(lines)


def insert(data: bytes, _: Sequence[bytes], chance: Random) -> bytes:
    """A character nobody expects, or a piece of YAML."""
    place = chance.randint(0, len(data))
    return data[:place] + chance.choice(ODD).encode() + data[place:]


def swap_lines(data: bytes, _: Sequence[bytes], chance: Random) -> bytes:
    """Two lines changed for one another."""
    lines = data.split(b"\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


MUTATIONS: tuple[Mutation, ...] = (flip, delete, double, splice, indent, insert, swap_lines)


def mutated(data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """A file after one to three accidents."""
    for _turn in range(chance.randint(1, 3)):
        data = chance.choice(MUTATIONS)(data, others, chance)
    return data


def _piece(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((1, 2, 8, 40, 300)))
