"""The outlines are the symbol, module for module."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from village_site.plates.outline import outline
from village_site.qr import Symbol, symbols


def filled(steps: list[int], size: int) -> int:
    """The modules that outlines fill by the even-odd rule, as a symbol counts them."""
    grid = size + 1
    walls: dict[tuple[int, int], int] = {}  # upright edges left of a module
    first = last = 0
    for step in steps:
        if grid**2 <= step < 2 * grid**2:
            first = last = step - grid**2
            continue
        here = first if step == 2 * grid**2 else step
        (x, y), (to_x, to_y) = (last % grid, last // grid), (here % grid, here // grid)
        assert (x == to_x) != (y == to_y)
        if x == to_x:
            for row in range(min(y, to_y), max(y, to_y)):
                walls[x, row] = walls.get((x, row), 0) + 1
        last = here
    modules = 0
    for row in range(size):
        inside = 0
        for x in range(size):
            inside ^= walls.get((x, row), 0) & 1
            modules |= inside << row * size + x
    return modules


@given(
    st.integers(1, 9).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, 2 ** (size * size) - 1)))
)
def test_outlines_of_any_pattern(pattern: tuple[int, int]) -> None:
    size, modules = pattern
    assert filled(outline(Symbol("", 1, "Q", 0, size, modules)), size) == modules


def test_outlines_of_real_symbols_are_short() -> None:
    for symbol in symbols([f"HTTPS://LANG.EXAMPLE/Q/{n:08}/" for n in range(20)]):
        steps = outline(symbol)
        assert filled(steps, symbol.size) == symbol.modules
        assert len(steps) < symbol.size**2 * 0.7
