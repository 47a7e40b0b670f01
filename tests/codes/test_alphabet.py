"""The code's symbols and the check symbol that catches what people mistype."""

import itertools
import random
from collections import Counter

import pytest

from village_site.codes.alphabet import ALPHABET, LENGTH, check_symbol, is_code, new_code, parse_code, shown

RANDOM = random.Random(19)
CODES = [new_code(lambda _: False, RANDOM.choice) for _ in range(60)]
CODE = "7K3MXT4M"


def put(code: str, **symbols: str) -> str:
    """The code with the symbols at some places, `_3="X"`, replaced."""
    row = list(code)
    for place, symbol in symbols.items():
        row[int(place[1:])] = symbol
    return "".join(row)


def test_the_alphabet_is_safe_to_type_and_to_read() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 19
    assert set(ALPHABET).isdisjoint("AEIOUYDW01LSZBGQC")


def test_the_example() -> None:
    assert check_symbol("7K3MXT4") == CODE[-1]
    # 7→5, K→11, 3→1, M→12, X→18, T→16, 4→2: 5 + 22 + 3 + 48 + 90 + 96 + 14 = 278 = 14 × 19 + 12, and 12 is M
    assert ALPHABET[278 % 19] == "M"
    assert is_code(CODE)
    assert shown(CODE) == "7K3M-XT4M"


@pytest.mark.parametrize("place", range(LENGTH))
def test_every_single_wrong_symbol_is_caught(place: int) -> None:
    for code, symbol in itertools.product(CODES, ALPHABET):
        assert is_code(put(code, **{f"_{place}": symbol})) is (symbol == code[place])


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(range(LENGTH), 2)))
def test_every_swap_of_two_symbols_is_caught(one: int, other: int) -> None:
    for code in CODES:
        swapped = put(code, **{f"_{one}": code[other], f"_{other}": code[one]})
        assert is_code(swapped) is (swapped == code)


@pytest.mark.parametrize("place", range(LENGTH - 1))
def test_every_twin_error_is_caught(place: int) -> None:
    """A doubled symbol typed as another doubled one: 7**33**… as 7**44**…"""
    found = 0
    for right in ALPHABET:
        code = _with_twins(place, right)
        for wrong in ALPHABET:
            mistyped = put(code, **{f"_{place}": wrong, f"_{place + 1}": wrong})
            assert is_code(mistyped) is (wrong == right)
            found += wrong != right
    assert found == 19 * 18


def _with_twins(place: int, symbol: str) -> str:
    """A valid code with the symbol at `place` and behind it."""
    for body in itertools.product(ALPHABET, repeat=2):
        row = list(CODE)
        free = [index for index in range(LENGTH) if index not in (place, place + 1)]
        for index, other in zip(free, body, strict=False):
            row[index] = other
        row[place] = row[place + 1] = symbol
        if is_code("".join(row)):
            return "".join(row)
    raise AssertionError("two free symbols always suffice")


@pytest.mark.parametrize(
    "typed", [CODE, "7K3M-XT4M", "7k3m-xt4m", "7k3mxt4m", " 7K3M XT4M\n", "7K-3M-XT-4M", "7k3M\u00a0Xt4m"]
)
def test_codes_are_read_in_any_case_and_with_any_gaps(typed: str) -> None:
    assert parse_code(typed) == CODE


@pytest.mark.parametrize(
    "typed", ["", "7K3M-XT4", "7K3M-XT4MF", "7K3M-XT44", "7K3M-XT4O", "7K3M_XT4M", "ABCD-EFGH", "７K3MXT4M"]
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    assert parse_code(typed) is None


def test_shown_codes_read_back() -> None:
    assert [parse_code(shown(code).lower()) for code in CODES] == CODES


def test_only_upper_case_without_hyphen_is_the_code_itself() -> None:
    assert not is_code(CODE.lower())
    assert not is_code(shown(CODE))


def test_symbols_are_evenly_spread() -> None:
    """Pearson's chi-square over 19 symbols; chance passes 42.3 once in a thousand times."""
    choose = random.Random(2026).choice
    codes = [new_code(lambda _: False, choose) for _ in range(4000)]
    for place in range(LENGTH):
        counts = Counter(code[place] for code in codes)
        expected = len(codes) / len(ALPHABET)
        assert sum((counts[symbol] - expected) ** 2 / expected for symbol in ALPHABET) < 42.3
    assert len(set(codes)) == len(codes)


def test_a_code_that_is_taken_is_not_given_again() -> None:
    drawn = iter("7K3MXT4" * 2 + "2222223")
    code = new_code({CODE}.__contains__, lambda _: next(drawn))
    assert code == "22222239"


def test_codes_differ_from_run_to_run() -> None:
    assert new_code(lambda _: False) != new_code(lambda _: False)
