"""Values of the data read aloud, each as part of a sentence."""

from decimal import Decimal
from typing import Final

from village_site.spoken.dates import day_words, month_and_year, year_words
from village_site.spoken.figures import read_number
from village_site.spoken.numerals import LARGEST, number_words
from village_site.spoken.phones import phone_words
from village_site.spoken.speaking import speak_words
from village_site.spoken.tables import UNITS, table
from village_site.values import FuzzyDate, Phone, Quantity

_ON_A_NUMBER: Final = "0"


def spoken_date(date: FuzzyDate) -> str:
    """`giữa năm hai nghìn không trăm hai mươi mốt`, `trước ngày mười lăm tháng tư năm …`."""
    qualifier = table("date_qualifiers")[date.qualifier.value]
    if date.month is None:
        words = year_words(date.year)
    elif date.day is None:
        words = month_and_year(date.month, date.year)
    else:
        words = day_words(date.day, date.month, date.year)
    return f"{qualifier} {words}".lstrip()


def spoken_quantity(quantity: Quantity) -> str:
    """`hơn chín mươi phần trăm`, `bốn mươi sáu trên năm mươi hai trường`, `hơn sáu trăm triệu đồng`."""
    words = [table("qualifiers")[quantity.qualifier.value], _number(quantity.number)]
    if quantity.of is not None:
        words += ["trên", _number(quantity.of)]
    return " ".join(filter(None, (*words, _unit(quantity.unit))))


def spoken_phone(phone: Phone) -> str:
    """Digit by digit with pauses: `không chín một hai, ba bốn năm, sáu bảy tám`; 113 `một một ba`."""
    return phone_words(phone)


def _number(number: Decimal) -> str:
    if abs(number) <= LARGEST:
        return number_words(number)
    sign = "âm " if number < 0 else ""
    return sign + read_number(f"{abs(number):f}".replace(".", ","))


def _unit(unit: str) -> str:
    """A unit as it is read after a number: `%`, `triệu đồng`, `đồng/tháng`, `/ha`."""
    if not unit:
        return ""
    if unit in UNITS:
        return UNITS[unit]
    # Signs are units only beside a number; its word is taken off again.
    return speak_words(f"{_ON_A_NUMBER}{'' if unit.startswith('/') else ' '}{unit}").removeprefix("không ")
