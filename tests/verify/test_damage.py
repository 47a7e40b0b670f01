"""A fast part of the damage set: what everyday pictures give, and that the set's own arithmetic is right.

The whole set, with zbar and the damaged plates, is `tests/bench/damage/run.py`.
"""

from __future__ import annotations

import datetime as dt

import pytest

from tests.bench.damage.conditions import CONDITIONS, DISTANCES, Condition
from tests.bench.damage.measure import LEVELS, Shares, mean, reads_of, symbol_of
from tests.bench.damage.table import as_text, failures, page

PICTURES = 20
TWO = ("zxing-cpp", "OpenCV")
EVERYDAY = [condition.name for condition in CONDITIONS if not condition.damaged]
DECODERS = ("zxing-cpp", "zbar", "OpenCV")


def test_everyday_pictures_are_read_by_two_decoders() -> None:
    read = [
        all(reads_of((name, "H", number, "table", TWO))) for name in EVERYDAY for number in range(PICTURES)
    ]
    assert len(read) == 100
    assert sum(read) / len(read) >= 0.98


def test_damage_tells_levels_apart() -> None:
    damaged = [condition.name for condition in CONDITIONS if condition.damaged]
    share = {
        level: sum(
            any(reads_of((name, level, number, "table", TWO))) for name in damaged for number in range(10)
        )
        / (10 * len(damaged))
        for level in ("L", "H")
    }
    assert share["H"] >= share["L"] + 0.1


def test_levels_and_versions() -> None:
    made = [symbol_of(1, level) for level in LEVELS]
    assert [(symbol.version, symbol.level) for symbol in made] == [(2, "L"), (2, "M"), (3, "Q"), (3, "H")]
    assert len({symbol.text for symbol in made}) == 1
    assert len(made[0].text) == 32


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.name)
def test_equal_numbers_give_equal_pictures(condition: Condition) -> None:
    symbol = symbol_of(3, "H")
    first, again, other = (condition.picture(symbol, number, "seed").tobytes() for number in (3, 3, 4))
    assert first == again != other
    assert first != condition.picture(symbol, 3, "another seed").tobytes()


def shares(
    level_l: int = 3, ours: int = 7, everyday: int = 10, far: int = 10
) -> tuple[list[Shares], list[Shares]]:
    """A measurement in which so many pictures of ten are read."""

    def found(name: str, level: str, read: int, *, damaged: bool) -> Shares:
        return Shares(name, damaged, level, tuple((n < read, n < read, False) for n in range(10)))

    measured = [
        found(
            condition.name,
            level,
            ({"L": level_l, "H": ours}.get(level, 5) if condition.damaged else everyday),
            damaged=condition.damaged,
        )
        for condition in CONDITIONS
        for level in LEVELS
    ]
    return measured, [found(condition.name, "H", far, damaged=False) for condition in DISTANCES]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, []),
        ({"everyday": 9}, ["everyday, level H: 0.900 < 0.98"]),
        ({"ours": 5}, ["damaged, level H: 0.500 < 0.6"]),
        ({"level_l": 5}, ["damaged, level L: 0.500 > 0.4: not calibrated"]),
        ({"far": 9}, ["2.3 px a module: 0.900 < 0.98"]),
    ],
)
def test_thresholds(changed: dict[str, int], said: list[str]) -> None:
    assert failures(*shares(**changed)) == said


def test_two_must_agree() -> None:
    one = Shares(
        "mud", True, "H", ((True, False, False), (True, True, False), (True, True, True), (False,) * 3)
    )
    assert one.agreed == 0.5
    assert [one.of(index) for index in range(3)] == [0.75, 0.5, 0.25]
    assert mean([one, Shares("glare", True, "H", ((True, True, True),))], "H", damaged=True) == 0.75


def test_the_table_and_the_page() -> None:
    measured = shares()
    lines = as_text(*measured, DECODERS).split("\n")
    assert lines[0].split("  ")[0] == "condition"
    assert lines[1].split() == ["blur", "L", "1.00", "1.00", "0.00", "1.00"]
    assert lines[-7].split() == ["damaged", "H", "0.70", "0.70", "0.00", "0.70"]
    text = page(*measured, DECODERS, 60, dt.date(2026, 11, 21))
    assert "Đo ngày 21/11/2026." in text
    assert "| Biển hư hại | 0,30 | 0,50 | 0,50 | 0,70 |" in text
    assert "mức H đọc được gấp 2,3 lần mức L" in text
    assert "| bùn 3–5 % | H | 0,70 | 0,70 | 0,00 | 0,70 |" in text
    assert "| 70 mm | 2,41 mm | 1,6 m |" in text
