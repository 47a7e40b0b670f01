"""How values are written for readers, in Vietnamese (`vi`) or English (`en`)."""

from collections.abc import Mapping
from decimal import Decimal

from village_site.values.fuzzy_date import DateQualifier, FuzzyDate
from village_site.values.measures import english_unit
from village_site.values.numbers import Qualifier, Quantity

_NO_BREAK_SPACE = "\u00a0"
_SWAP_POINT_AND_COMMA = str.maketrans(",.", ".,")
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# Each ends with what joins it to the date.
_DATE_WORDS: Mapping[str, Mapping[DateQualifier, str]] = {
    "vi": {
        DateQualifier.EXACT: "",
        DateQualifier.BEFORE: "trước ",
        DateQualifier.EARLY: "đầu ",
        DateQualifier.ABOUT: "khoảng ",
        DateQualifier.MID: "giữa ",
        DateQualifier.LATE: "cuối ",
        DateQualifier.AFTER: "sau ",
    },
    "en": {
        DateQualifier.EXACT: "",
        DateQualifier.BEFORE: "before ",
        DateQualifier.EARLY: "early ",
        DateQualifier.ABOUT: "about ",
        DateQualifier.MID: "mid-",
        DateQualifier.LATE: "late ",
        DateQualifier.AFTER: "after ",
    },
}
_NUMBER_WORDS: Mapping[str, Mapping[Qualifier, str]] = {
    "vi": {
        Qualifier.EXACT: "",
        Qualifier.MORE: "hơn ",
        Qualifier.ABOUT: "khoảng ",
        Qualifier.NEARLY: "gần ",
        Qualifier.AT_LEAST: "ít nhất ",
        Qualifier.AT_MOST: "nhiều nhất ",
        Qualifier.LESS: "dưới ",
    },
    "en": {
        Qualifier.EXACT: "",
        Qualifier.MORE: "more than ",
        Qualifier.ABOUT: "about ",
        Qualifier.NEARLY: "nearly ",
        Qualifier.AT_LEAST: "at least ",
        Qualifier.AT_MOST: "at most ",
        Qualifier.LESS: "less than ",
    },
}


def date_text(date: FuzzyDate, lang: str) -> str:
    """A date as it stands in a sentence: `giữa năm 2021`, `tháng 6/2023`, `15/04/2022`; `15 April 2022`."""
    words = _DATE_WORDS[lang][date.qualifier]
    return words + (_english_date(date) if lang == "en" else _vietnamese_date(date))


def date_vi(date: FuzzyDate) -> str:
    """`date_text` in Vietnamese."""
    return date_text(date, "vi")


def date_short(date: FuzzyDate) -> str:
    """A date in digits for tables and narrow places, without its qualifier: `15/04/2022`, `06/2023`."""
    return "/".join(reversed(date.iso().split("-")))


def _vietnamese_date(date: FuzzyDate) -> str:
    if date.month is None:
        return f"năm {date.year}"
    if date.day is None:
        return f"tháng {date.month}/{date.year}"
    digits = date_short(date)
    return digits if date.qualifier is DateQualifier.EXACT else f"ngày {digits}"


def _english_date(date: FuzzyDate) -> str:
    if date.month is None:
        return str(date.year)
    month = f"{_ENGLISH_MONTHS[date.month - 1]} {date.year}"
    return month if date.day is None else f"{date.day} {month}"


def number_text(number: Decimal, lang: str) -> str:
    """A number with its thousands grouped and its decimals as typed: `1.500`, `1,50`; in English `1,500`."""
    english = f"{number:,f}"
    return english if lang == "en" else english.translate(_SWAP_POINT_AND_COMMA)


def quantity_text(quantity: Quantity, lang: str) -> str:
    """A quantity with its words, the unit kept on the number's line: `hơn 90 %`, `46/52 trường`, `120/ha`."""
    text = _NUMBER_WORDS[lang][quantity.qualifier] + number_text(quantity.number, lang)
    if quantity.of is not None:
        text = f"{text}/{number_text(quantity.of, lang)}"
    unit = english_unit(quantity.unit, quantity.number) if lang == "en" else quantity.unit
    if not unit or unit.startswith("/"):
        return text + unit
    return f"{text}{_NO_BREAK_SPACE}{unit}"
