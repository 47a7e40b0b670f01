"""Numbers in words, read back by an independent small reader."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_site.spoken import digit_words, number_words, ordinal_words

UNITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}


def value_of(words: str) -> Decimal:
    """The number that words mean, by scales alone: it knows nothing of which form of a digit goes where."""
    sign, words = (-1, words[3:]) if words.startswith("âm ") else (1, words)
    whole, _, decimals = words.partition(" phẩy ")
    return sign * Decimal(f"{whole_of(whole.split())}.{decimals_of(decimals.split())}")


def whole_of(words: list[str]) -> int:
    if "tỷ" in words:
        last = len(words) - 1 - words[::-1].index("tỷ")
        return whole_of(words[:last]) * 10**9 + whole_of(words[last + 1 :])
    total = hundreds = unit = 0
    for word in words:
        match word:
            case "triệu" | "nghìn":
                total += (hundreds + unit) * (10**6 if word == "triệu" else 1000)
                hundreds = unit = 0
            case "trăm":
                hundreds, unit = unit * 100, 0
            case "mươi":
                unit *= 10
            case "mười":
                unit = 10
            case "linh":
                unit = 0
            case _:
                unit += UNITS[word]
    return total + hundreds + unit


def decimals_of(words: list[str]) -> str:
    if {"mười", "mươi", "trăm"} & set(words):
        zeros = 0
        while words[zeros] == "không" and words[zeros + 1] != "trăm":
            zeros += 1
        return "0" * zeros + str(whole_of(words[zeros:]))
    return "".join(str(UNITS[word]) for word in words)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "không"),
        ("4", "bốn"),
        ("5", "năm"),
        ("10", "mười"),
        ("11", "mười một"),
        ("14", "mười bốn"),
        ("15", "mười lăm"),
        ("20", "hai mươi"),
        ("21", "hai mươi mốt"),
        ("24", "hai mươi tư"),
        ("25", "hai mươi lăm"),
        ("55", "năm mươi lăm"),
        ("100", "một trăm"),
        ("101", "một trăm linh một"),
        ("104", "một trăm linh bốn"),
        ("105", "một trăm linh năm"),
        ("110", "một trăm mười"),
        ("115", "một trăm mười lăm"),
        ("121", "một trăm hai mươi mốt"),
        ("1000", "một nghìn"),
        ("1001", "một nghìn không trăm linh một"),
        ("1005", "một nghìn không trăm linh năm"),
        ("1010", "một nghìn không trăm mười"),
        ("1100", "một nghìn một trăm"),
        ("2026", "hai nghìn không trăm hai mươi sáu"),
        ("10000", "mười nghìn"),
        ("100000", "một trăm nghìn"),
        ("1000000", "một triệu"),
        ("1000005", "một triệu không trăm linh năm"),
        ("1000500", "một triệu không nghìn năm trăm"),
        ("1005000", "một triệu không trăm linh năm nghìn"),
        ("1200000000", "một tỷ hai trăm triệu"),
        ("1000000500", "một tỷ không triệu không nghìn năm trăm"),
        ("1000000000000", "một nghìn tỷ"),
        ("1000000000000000", "một triệu tỷ"),
        ("-2", "âm hai"),
        ("1.5", "một phẩy năm"),
        ("1.50", "một phẩy năm mươi"),
        ("0.05", "không phẩy không năm"),
        ("2.25", "hai phẩy hai mươi lăm"),
        ("3.1416", "ba phẩy một bốn một sáu"),
        ("7.0", "bảy phẩy không"),
    ],
)
def test_number_words(number: str, words: str) -> None:
    assert number_words(Decimal(number)) == words


def test_whole_numbers_may_be_int() -> None:
    assert number_words(1005) == number_words(Decimal(1005))


@pytest.mark.parametrize("number", ["1000000000000001", "-1e16", "NaN", "Infinity", "-Infinity"])
def test_refused(number: str) -> None:
    with pytest.raises(ValueError, match="not a number to be read"):
        number_words(Decimal(number))


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_come_back(number: int) -> None:
    assert value_of(number_words(number)) == number


@pytest.mark.parametrize("start", [0, 100_000, 999_900, 10**9])
def test_every_number_of_a_stretch_is_different_and_comes_back(start: int) -> None:
    words = [number_words(number) for number in range(start, start + 1200)]
    assert [value_of(text) for text in words] == list(range(start, start + 1200))
    assert len(set(words)) == len(words)


@given(st.integers(-(10**9), 10**9), st.integers(1, 6))
def test_decimals_come_back_as_typed(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places)
    back = value_of(number_words(number))
    assert (str(back), back) == (f"{number:f}".replace("-0.", "-0."), number)


def test_digits_one_by_one() -> None:
    assert digit_words("0239") == "không hai ba chín"
    assert digit_words("113") == "một một ba"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "nhất"), (2, "hai"), (3, "ba"), (4, "tư"), (14, "mười bốn"), (24, "hai mươi tư")],
)
def test_ordinals(number: int, words: str) -> None:
    assert ordinal_words(number) == words
