"""Symbols made in bulk are segno's own, module for module."""

from __future__ import annotations

import random

import pytest
import segno
from segno import encoder

from village_site.qr import QUIET_ZONE, Symbol, bulk, symbols
from village_site.qr.penalty import GAP, Judge, finder_like, lines

ALPHABET = "23456789FHJKMNPRTVX"

PREFIXES = {
    "version 1": "A.VN/Q/",
    "words begin inside the code": "HTTPS://LANG.EXAMPLE/Q/",
    "words begin before the code": "HTTPS://LANGS.EXAMPLE/Q/",
    "47 characters": "HTTPS://LANG-VIET.THANH-HOA.EXAMPLE/Q/",
    "remainder bits, four blocks": "HTTPS://LANG.EXAMPLE/" + "XA-" * 13 + "/Q/",
    "version information": "HTTPS://LANG.EXAMPLE/" + "THON/" * 16 + "/Q/",
    "bytes": "https://owner.github.io/repo/Q/",
}


def addresses(prefix: str, count: int, seed: int = 7) -> list[str]:
    chance = random.Random(f"{prefix} {seed}")
    return [prefix + "".join(chance.choices(ALPHABET, k=8)) + "/" for _ in range(count)]


def by_segno(text: str) -> Symbol:
    made = segno.make(text, error="q", boost_error=True, micro=False)
    size = len(made.matrix)
    places = ((x, y) for y in range(size) for x in range(size) if made.matrix[y][x])
    modules = sum(1 << y * size + x for x, y in places)
    return Symbol(text, int(made.version), made.error, made.mask, size, modules)


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_bulk_symbols_are_segnos(prefix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> Symbol:
        raise AssertionError(f"{text} went through segno")

    texts = addresses(prefix, 70)
    expected = [by_segno(text) for text in texts]
    monkeypatch.setattr(bulk, "make", refuse)
    assert symbols(texts) == expected


def test_each_text_of_a_mixed_list_gets_its_own_symbol() -> None:
    many = addresses("HTTPS://A.VN/Q/", 70)
    odd = ["0912345678", "Thôn Đông", "làng", "A", "a", "\x00\x7f", "日本", ""]
    texts = many[:35] + odd + many[35:] + many[:3] + addresses("https://a.vn/Q/", 5)
    made = symbols(texts)
    assert [symbol.text for symbol in made] == texts
    chosen = [*range(0, 35, 7), *range(35, 43), *range(75, len(texts))]
    assert [made[index] for index in chosen] == [by_segno(texts[index]) for index in chosen]


def test_many_texts_of_digits_keep_the_mode_for_digits() -> None:
    texts = [f"09{number:08}" for number in range(0, 70 * 131_071, 131_071)]
    assert symbols(texts) == [by_segno(text) for text in texts]


def test_the_company_of_a_text_does_not_change_its_symbol() -> None:
    texts = addresses("HTTPS://LANG.EXAMPLE/Q/", 140)
    alone, together = symbols(texts[:70]), symbols(texts[::-1])
    assert together[::-1][:70] == alone


@pytest.mark.parametrize(("length", "level"), [(32, "H"), (35, "H"), (36, "Q"), (47, "Q")])
@pytest.mark.parametrize("count", [1, 70])
def test_version_3_with_the_highest_level_it_holds(length: int, level: str, count: int) -> None:
    texts = addresses("HTTPS://LANG.EXAMPLE/".ljust(length - 11, "-") + "Q/", count)
    assert {len(text) for text in texts} == {length}
    made = symbols(texts)
    assert {(symbol.version, symbol.level, symbol.size) for symbol in made} == {(3, level, 29)}


@pytest.mark.parametrize("texts", [["A"], [f"A{index:02}" for index in range(100)]], ids=["one", "many"])
def test_short_texts_get_no_micro_symbol(texts: list[str]) -> None:
    assert {(symbol.version, symbol.size) for symbol in symbols(texts)} == {(1, 21)}


@pytest.mark.parametrize("count", [1, 70])
def test_what_no_symbol_can_hold_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="too large"):
        symbols(["A" * 5000] * count)


def test_no_texts_no_symbols() -> None:
    assert symbols([]) == []


def test_rows_and_dark_places_agree() -> None:
    (symbol,) = symbols(["HTTPS://LANG.EXAMPLE/Q/7K3MXT4M/"])
    dark = list(symbol.dark())
    assert dark == sorted(dark, key=lambda place: (place[1], place[0]))
    assert len(dark) == symbol.modules.bit_count() == sum(row.bit_count() for row in symbol.rows())
    assert symbol.rows()[0] & 0xFF == 0b01111111  # a finder's upper edge and the light module beside it
    assert QUIET_ZONE == 4


def test_the_penalty_is_segnos_on_any_matrix() -> None:
    chance = random.Random(11)
    for _ in range(12):
        matrices = [_matrix(chance, 21) for _ in range(8)]
        scores = [encoder.evaluate_mask(matrix, 21, 21) for matrix in matrices]  # type: ignore[no-untyped-call]
        judge = Judge([lines(_modules(matrix), 21) for matrix in matrices], 21)
        assert judge.best(0) == scores.index(min(scores))


def test_of_equal_masks_the_first_wins() -> None:
    chance = random.Random(3)
    worse, same = lines((1 << 441) - 1, 21), lines(_modules(_matrix(chance, 21)), 21)
    assert Judge([worse, worse, same, same, worse, same, worse, same], 21).best(0) == 2


def test_of_equal_masks_the_first_wins_though_the_third_rule_makes_them_equal() -> None:
    chance = random.Random(5)
    found: dict[tuple[bool, int], int] = {}
    while not (even := [score for leans, score in found if (not leans, score) in found]):
        matrix = [bytearray(chance.choices((0, 1), k=21)) for _ in range(21)]
        scores = encoder.mask_scores(matrix, 21, 21)  # type: ignore[no-untyped-call]
        found[scores[2] > 0, sum(scores)] = lines(_modules(matrix), 21)
    without, leaning = found[False, even[0]], found[True, even[0]]
    assert Judge([without, leaning] * 4, 21).best(0) == 0
    assert Judge([leaning, without] * 4, 21).best(0) == 0


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("000010111010000010000", 1),  # light on both sides
        ("000010111011000010000", 1),  # light before
        ("110010111010000010000", 1),  # light behind
        ("110010111010001010000", 0),
        ("101110110000000000000", 1),  # at the edge
        ("000000000000011011101", 1),
        ("101011101000000000000", 1),
        ("000010111011101000000", 1),  # two that share three modules
        ("000010111010111010000", 1),  # two that share one
        ("000010111010000101110", 1),
        ("101110100000001011101", 2),
    ],
)
def test_finder_like_patterns_of_a_line(line: str, count: int) -> None:
    matrix = [bytearray(map(int, line)), *(bytearray(21) for _ in range(20))]
    counted = encoder.mask_scores(matrix, 21, 21)[2] // 40  # type: ignore[no-untyped-call]
    dark = int(("0" * GAP + line)[::-1], 2)
    pairs = ((1 << len(line) - 1) - 1) << GAP
    equal = ~(dark ^ dark >> 1) & pairs
    assert finder_like(dark, equal & equal >> 1) == counted == count


def _matrix(chance: random.Random, size: int) -> list[bytearray]:
    """Modules by chance, a quarter of each row from pieces that overlap in the third rule."""
    pieces = ("000010111011101000000", "000010111010111010000", "101110100000000000000")
    rows = ["".join(chance.choices("01", k=size)) for _ in range(size)]
    rows = [chance.choice(pieces)[:size] if chance.random() < 0.25 else row for row in rows]
    return [bytearray(map(int, row)) for row in rows]


def _modules(matrix: list[bytearray]) -> int:
    return int("".join(str(module) for row in matrix for module in row)[::-1], 2)
