"""How values are written for readers."""

from decimal import Decimal

import pytest

from village_site.values import (
    DateQualifier,
    Qualifier,
    date_short,
    date_text,
    date_vi,
    number_text,
    parse_date,
    parse_quantity,
    quantity_text,
)


@pytest.mark.parametrize(
    ("typed", "vietnamese", "english", "short"),
    [
        ("15/4/2022", "15/04/2022", "15 April 2022", "15/04/2022"),
        ("06/2023", "tháng 6/2023", "June 2023", "06/2023"),
        ("2021", "năm 2021", "2021", "2021"),
        ("mid 2021", "giữa năm 2021", "mid-2021", "2021"),
        ("giữa 1/2024", "giữa tháng 1/2024", "mid-January 2024", "01/2024"),
        ("đầu 2021", "đầu năm 2021", "early 2021", "2021"),
        ("cuối 6/2023", "cuối tháng 6/2023", "late June 2023", "06/2023"),
        ("before 2021", "trước năm 2021", "before 2021", "2021"),
        ("sau 15/4/2022", "sau ngày 15/04/2022", "after 15 April 2022", "15/04/2022"),
        ("khoảng 1930", "khoảng năm 1930", "about 1930", "1930"),
    ],
)
def test_dates(typed: str, vietnamese: str, english: str, short: str) -> None:
    date = parse_date(typed)
    assert date_text(date, "vi") == date_vi(date) == vietnamese
    assert date_text(date, "en") == english
    assert date_short(date) == short


@pytest.mark.parametrize(
    ("digits", "vietnamese", "english"),
    [
        ("0", "0", "0"),
        ("120", "120", "120"),
        ("1500", "1.500", "1,500"),
        ("1.5", "1,5", "1.5"),
        ("1.50", "1,50", "1.50"),
        ("-1234567.890", "-1.234.567,890", "-1,234,567.890"),
        ("1E+4", "10.000", "10,000"),
    ],
)
def test_numbers(digits: str, vietnamese: str, english: str) -> None:
    assert number_text(Decimal(digits), "vi") == vietnamese
    assert number_text(Decimal(digits), "en") == english


@pytest.mark.parametrize(
    ("typed", "vietnamese", "english"),
    [
        ("120", "120", "120"),
        ("over 90%", "hơn 90\u00a0%", "more than 90\u00a0%"),
        ("46/52 trường", "46/52\u00a0trường", "46/52\u00a0schools"),
        ("1 hộ", "1\u00a0hộ", "1\u00a0household"),
        ("5 triệu đồng/người/năm", "5\u00a0triệu đồng/người/năm", "5\u00a0million VND/person/year"),
        ("3 cụm loa", "3\u00a0cụm loa", "3\u00a0cụm loa"),
        ("gần 1,2 km", "gần 1,2\u00a0km", "nearly 1.2\u00a0km"),
        ("khoảng 1500 m", "khoảng 1.500\u00a0m", "about 1,500\u00a0m"),
        (">=5", "ít nhất 5", "at least 5"),
        ("<=5", "nhiều nhất 5", "at most 5"),
        ("dưới 5", "dưới 5", "less than 5"),
        ("120/ha", "120/ha", "120/ha"),
    ],
)
def test_quantities(typed: str, vietnamese: str, english: str) -> None:
    quantity = parse_quantity(typed)
    assert quantity_text(quantity, "vi") == vietnamese
    assert quantity_text(quantity, "en") == english


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_qualifier_has_its_words(lang: str) -> None:
    year = parse_date("2021")
    dates = {date_text(type(year)(2021, qualifier=qualifier), lang) for qualifier in DateQualifier}
    quantity = parse_quantity("5")
    quantities = {quantity_text(type(quantity)(word, Decimal(5), None, ""), lang) for word in Qualifier}
    assert (len(dates), len(quantities)) == (len(DateQualifier), len(Qualifier))
