"""Values of the data, read aloud."""

from decimal import Decimal

import pytest

from village_site.spoken import speak, spoken_date, spoken_phone, spoken_quantity
from village_site.spoken.tables import table
from village_site.values import (
    DateQualifier,
    Qualifier,
    Quantity,
    date_vi,
    parse_date,
    parse_phone,
    parse_quantity,
    quantity_text,
)

YEAR = "hai nghìn không trăm hai mươi hai"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("15/4/2022", f"ngày mười lăm tháng tư năm {YEAR}"),
        ("5/12/2022", f"ngày mùng năm tháng mười hai năm {YEAR}"),
        ("4/2022", f"tháng tư năm {YEAR}"),
        ("2022", f"năm {YEAR}"),
        ("giữa năm 2022", f"giữa năm {YEAR}"),
        ("đầu 6/2022", f"đầu tháng sáu năm {YEAR}"),
        ("cuối 2022", f"cuối năm {YEAR}"),
        ("trước 15/4/2022", f"trước ngày mười lăm tháng tư năm {YEAR}"),
        ("sau 2022", f"sau năm {YEAR}"),
        ("khoảng 1930", "khoảng năm một nghìn chín trăm ba mươi"),
    ],
)
def test_dates(typed: str, words: str) -> None:
    date = parse_date(typed)
    assert spoken_date(date) == words
    assert speak(date_vi(date)).text == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("120", "một trăm hai mươi"),
        ("hơn 90 %", "hơn chín mươi phần trăm"),
        ("hơn 600 triệu đồng", "hơn sáu trăm triệu đồng"),
        ("46/52 trường", "bốn mươi sáu trên năm mươi hai trường"),
        ("4/4", "bốn trên bốn"),
        ("khoảng 1,2 km", "khoảng một phẩy hai ki lô mét"),
        ("gần 5 ha", "gần năm héc ta"),
        ("ít nhất 5 xã", "ít nhất năm xã"),
        ("nhiều nhất 10 %", "nhiều nhất mười phần trăm"),
        ("dưới 120 m²", "dưới một trăm hai mươi mét vuông"),
        ("1 500 hộ", "một nghìn năm trăm hộ"),
        ("120/ha", "một trăm hai mươi mỗi héc ta"),
        ("2 triệu đồng/tháng", "hai triệu đồng mỗi tháng"),
        ("3 HTX", "ba hợp tác xã"),
        ("-2 °C", "âm hai độ xê"),
    ],
)
def test_quantities(typed: str, words: str) -> None:
    assert spoken_quantity(parse_quantity(typed)) == words


def test_a_quantity_reads_as_it_is_written() -> None:
    for typed in ("hơn 90 %", "46/52 trường", "gần 5 ha", "ít nhất 1 500 hộ", "dưới 120 m²", "2,50 km"):
        quantity = parse_quantity(typed)
        assert speak(quantity_text(quantity, "vi")).text == spoken_quantity(quantity)


def test_a_quantity_beyond_all_words_is_read_by_its_digits() -> None:
    quantity = Quantity(Qualifier.EXACT, Decimal("-12345678901234567"), None, "đồng")
    assert spoken_quantity(quantity) == (
        "âm một hai ba bốn năm sáu bảy tám chín không một hai ba bốn năm sáu bảy đồng"
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("0912345678", "không chín một hai, ba bốn năm, sáu bảy tám"),
        ("02393.892.689", "không hai ba chín, ba tám chín hai, sáu tám chín"),
        ("1900 6067", "một chín không không, sáu không sáu bảy"),
        ("113", "một một ba"),
    ],
)
def test_phones(typed: str, words: str) -> None:
    assert spoken_phone(parse_phone(typed)) == words


def test_every_qualifier_has_its_word() -> None:
    assert set(table("qualifiers")) == {qualifier.value for qualifier in Qualifier}
    assert set(table("date_qualifiers")) == {qualifier.value for qualifier in DateQualifier}
