"""What was measured, each figure with its bound, and the one table they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: which line of the goal it belongs to, what was measured where, what came out, what
    must, and whether it does."""

    line: str
    what: str
    measured: str
    bound: str
    holds: bool


def at_most(line: str, what: str, value: float, bound: float, unit: str, digits: int = 0) -> Figure:
    """A number that must not be exceeded."""
    return Figure(
        line,
        what,
        f"{value:,.{digits}f} {unit}".strip(),
        f"≤ {bound:,.{digits}f} {unit}".strip(),
        value <= bound,
    )


def none_of(line: str, what: str, found: list[str], of: str) -> Figure:
    """Faults, of which there must be none; `of` says how much was looked at. The first are told."""
    told = f"{len(found)} in {of}" + "".join(f"; {one}" for one in found[:3])
    return Figure(line, what, told, "0", not found)


def all_of(line: str, what: str, passed: int, total: int) -> Figure:
    """Checks, of which every one must pass, and of which there must be any."""
    return Figure(line, what, f"{passed} of {total}", "all", 0 < total == passed)


def table(figures: Iterable[Figure]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield "| line | what | measured | bound | holds |"
    yield "| --- | --- | --- | --- | --- |"
    for one in figures:
        cells = (one.line, one.what, one.measured, one.bound, "yes" if one.holds else "**no**")
        yield (
            "| "
            + " | ".join(cell.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ") for cell in cells)
            + " |"
        )
