"""The outlines are the symbol, module for module."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from village_site.plates.outline import outline
from village_site.qr import Symbol, symbols


def filled(steps: list[int], size: int) -> int:
    """The modules that outlines fill by the even-odd rule, as a symbol counts them."""
    grid = size + 1
    walls: set[tuple[int, int]] = set()  # modules with an upright edge at their left
    first = last = 0
    for step in steps:
        if grid**3 <= step < grid**3 + grid**2:
            first = last = step - grid**3
            continue
        corner, row = divmod(step, grid)
        if step >= grid**3:
            corner, row = step - grid**3 - grid**2, first // grid
            assert corner % grid == first % grid
        y, x = divmod(corner, grid)
        assert (y, x != last % grid, row != y) == (last // grid, True, True)
        edge = {(x, line) for line in range(min(y, row), max(y, row))}
        assert not walls & edge  # no edge is drawn twice
        walls |= edge
        last = row * grid + x
    modules = 0
    for row in range(size):
        inside = False
        for x in range(size):
            inside ^= (x, row) in walls
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
        assert len(steps) < symbol.size**2 * 0.35
