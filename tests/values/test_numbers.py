"""Numbers and quantities as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_site.values import BadValue, Qualifier, Quantity, number_text, parse_number, parse_quantity


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0", "0"),
        ("120", "120"),
        ("05", "5"),
        ("1500", "1500"),
        ("1,5", "1.5"),
        ("1,50", "1.50"),
        ("1,500", "1.500"),
        ("-2", "-2"),
        ("\u22122,5", "-2.5"),
        ("1 500", "1500"),
        ("1\u00a0500", "1500"),
        ("1\u202f500\u202f000,25", "1500000.25"),
        ("1.500.000", "1500000"),
        ("1.500,5", "1500.5"),
        ("12.345.678,90", "12345678.90"),
        (" 120 ", "120"),
    ],
)
def test_numbers(text: str, digits: str) -> None:
    assert str(parse_number(text)) == digits


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("1.500", "number-ambiguous", {"guess": "1500", "other": "1,5"}),
        ("-1.500", "number-ambiguous", {"guess": "-1500", "other": "-1,5"}),
        ("12.345", "number-ambiguous", {"guess": "12345", "other": "12,345"}),
        ("2.000", "number-ambiguous", {"guess": "2000", "other": "2"}),
        ("1.5", "number-decimal-point", {"guess": "1,5"}),
        ("0.500", "number-decimal-point", {"guess": "0,500"}),
        ("1234.567", "number-decimal-point", {"guess": "1234,567"}),
        ("1,500.5", "number-english", {"guess": "1500,5"}),
        ("1,500,000", "number-english", {"guess": "1500000"}),
        *(
            (text, "number-unreadable", {})
            for text in ("", "-", "một", "1 50", "12 34 567", "1.50.000", "1,5,5")
        ),
        *(
            (text, "number-unreadable", {})
            for text in ("NaN", "Infinity", "1e5", "+5", "1_000", "½", "\u0661", "5 m")
        ),
    ],
)
def test_refused_numbers(text: str, code: str, params: dict[str, str]) -> None:
    with pytest.raises(BadValue) as refused:
        parse_number(text)
    assert (refused.value.code, refused.value.params) == (code, {"found": text, **params})


def quantity(qualifier: Qualifier, number: str, unit: str = "", of: str | None = None) -> Quantity:
    return Quantity(qualifier, Decimal(number), None if of is None else Decimal(of), unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("120", quantity(Qualifier.EXACT, "120")),
        ("120 hộ", quantity(Qualifier.EXACT, "120", "hộ")),
        ("hơn 90 %", quantity(Qualifier.MORE, "90", "%")),
        ("hơn 90%", quantity(Qualifier.MORE, "90", "%")),
        ("Trên 90 %", quantity(Qualifier.MORE, "90", "%")),
        ("over 90 %", quantity(Qualifier.MORE, "90", "%")),
        ("more than 90 %", quantity(Qualifier.MORE, "90", "%")),
        ("hơn 600 triệu đồng", quantity(Qualifier.MORE, "600", "triệu đồng")),
        ("gần 1,2 km", quantity(Qualifier.NEARLY, "1.2", "km")),
        ("nearly 1,2 km", quantity(Qualifier.NEARLY, "1.2", "km")),
        ("khoảng 850 m", quantity(Qualifier.ABOUT, "850", "m")),
        ("KHOANG 850 m", quantity(Qualifier.ABOUT, "850", "m")),
        ("trên dưới 850 m", quantity(Qualifier.ABOUT, "850", "m")),
        ("ít nhất 5 xã", quantity(Qualifier.AT_LEAST, "5", "xã")),
        (">= 90 %", quantity(Qualifier.AT_LEAST, "90", "%")),
        ("≥90 %", quantity(Qualifier.AT_LEAST, "90", "%")),
        ("nhiều nhất 5", quantity(Qualifier.AT_MOST, "5")),
        ("<= 5", quantity(Qualifier.AT_MOST, "5")),
        ("dưới 10 %", quantity(Qualifier.LESS, "10", "%")),
        ("less than 10 %", quantity(Qualifier.LESS, "10", "%")),
        ("46/52 trường", quantity(Qualifier.EXACT, "46", "trường", "52")),
        ("46 / 52 trường", quantity(Qualifier.EXACT, "46", "trường", "52")),
        ("20/20", quantity(Qualifier.EXACT, "20", of="20")),
        ("1 500 m2", quantity(Qualifier.EXACT, "1500", "m2")),
        ("3 m²", quantity(Qualifier.EXACT, "3", "m²")),
        ("1.500.000 đồng/tháng", quantity(Qualifier.EXACT, "1500000", "đồng/tháng")),
        ("120/ha", quantity(Qualifier.EXACT, "120", "/ha")),
        ("-5 °C", quantity(Qualifier.EXACT, "-5", "°C")),
        ("1 video 360 độ", quantity(Qualifier.EXACT, "1", "video 360 độ")),
    ],
)
def test_quantities(text: str, expected: Quantity) -> None:
    assert parse_quantity(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("hơn 1.500 hộ", "number-ambiguous", {"guess": "hơn 1500 hộ", "other": "hơn 1,5 hộ"}),
        ("46/1.500 hộ", "number-ambiguous", {"guess": "46/1500 hộ", "other": "46/1,5 hộ"}),
        ("gần 1.2 km", "number-decimal-point", {"guess": "gần 1,2 km"}),
        ("12 34 km", "number-unreadable", {}),
        ("15/4/2022", "number-unreadable", {}),
        ("120.", "number-unreadable", {}),
        ("90+", "number-unreadable", {}),
        ("", "quantity-no-number", {}),
        ("Đạt", "quantity-no-number", {}),
        ("hown 90 %", "quantity-unknown-word", {"word": "hown"}),
        ("từ 2 đến 3 km", "quantity-range", {}),
        ("2-3 km", "quantity-range", {}),
        ("2 \u2013 3 km", "quantity-range", {}),
        ("2 đến 3 km", "quantity-range", {}),
        ("1 tỷ 200 triệu đồng", "quantity-two-numbers", {}),
        ("1 km 500", "quantity-two-numbers", {}),
        ("2m5", "quantity-two-numbers", {}),
        ("4/0 trường", "quantity-of-zero", {}),
    ],
)
def test_refused_quantities(text: str, code: str, params: dict[str, str]) -> None:
    with pytest.raises(BadValue) as refused:
        parse_quantity(text)
    assert (refused.value.code, refused.value.params) == (code, {"found": text, **params})


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_plain_digits_read_back(number: Decimal) -> None:
    assert str(parse_number(f"{number:f}".replace(".", ","))) == f"{number:f}"


@given(st.integers(10**6, 10**15))
def test_what_is_shown_reads_back(number: int) -> None:
    assert parse_number(number_text(Decimal(number), "vi")) == number


@given(st.text("0123456789., -", max_size=12) | st.text(max_size=12))
def test_a_guess_can_be_read(text: str) -> None:
    for parse in (parse_number, parse_quantity):
        try:
            parse(text)
        except BadValue as refusal:
            for mend in {"guess", "other"} & set(refusal.params):
                parse(refusal.params[mend])
