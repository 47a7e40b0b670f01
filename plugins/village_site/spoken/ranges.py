"""`7-9 giờ`, `15/4–30/5`, `lớp 1-5`: ranges are read `từ … đến …`.

Only what rises is a range: `2-1` is a score, not a span. A word that leads in already (`từ`, `khoảng`) stays.
"""

import re
from typing import Final

from village_site.spoken.dates import (
    CLOCK,
    DATE,
    clock_words,
    date_words,
    day_words,
    month_and_year,
    year_words,
)
from village_site.spoken.figures import NUMBER, measured, read_number
from village_site.spoken.numerals import month_words, ordinal_words
from village_site.spoken.tables import UNIT, after, context, one_of, text_before

_STARTS, _ENDS = r"(?<![\w/])(?<![0-9][.,-])(?<![0-9] )", r"(?![^\W_])(?![.,/-][0-9])"
_DATES: Final = re.compile(
    rf"{_STARTS}(?P<word>tháng |ngày )?(?P<a>{DATE}|[0-9]{{1,2}})"
    rf" ?- ?(?:(?:tháng|ngày) )?(?P<b>{DATE}){_ENDS}",
    re.IGNORECASE,
)
_CLOCKS: Final = re.compile(rf"{_STARTS}(?P<a>{CLOCK}) ?- ?(?P<b>{CLOCK}){_ENDS}")
_MEASURED = rf"{NUMBER}(?: ?{UNIT})?"
_NUMBERS: Final = re.compile(
    rf"{_STARTS}(?:(?P<word>{one_of(context('numbered'))}) )?"
    rf"(?P<a>{_MEASURED}) ?- ?(?:(?P=word) )?(?P<b>{_MEASURED}){_ENDS}",
    re.IGNORECASE,
)
_VALUE: Final = re.compile(rf"(?P<number>{NUMBER}) ?(?P<unit>{UNIT})?")
_DAY_OF: Final = re.compile(r"[0-9]{1,2}/([0-9]{1,2})(?:/[0-9]{4})?")
_MONTH_OF: Final = re.compile(r"[0-9]{1,2}/[0-9]{4}")
_SHORT: Final = re.compile("[0-9]{1,2}")
_YEAR: Final = re.compile("[12][0-9]{3}")
_LED_IN, _SCHOOL_YEAR = after("leading"), re.compile(r"năm học \Z", re.IGNORECASE)


def read_date_ranges(line: str) -> str:
    """A line with its ranges of days and months in words."""
    return _DATES.sub(_dates, line)


def read_ranges(line: str) -> str:
    """A line with its ranges of hours and numbers in words."""
    return _NUMBERS.sub(_numbers, _CLOCKS.sub(_clocks, line))


def _span(found: re.Match[str], first: str | None, last: str | None) -> str:
    """`từ … đến …`, or the text as it was where an end cannot be read."""
    if first is None or last is None:
        return found[0]
    led_in = _LED_IN.search(text_before(found))
    return f"{first} đến {last}" if led_in else f"từ {first} đến {last}"


def _clocks(found: re.Match[str]) -> str:
    return _span(found, clock_words(found["a"]), clock_words(found["b"]))


def _dates(found: re.Match[str]) -> str:
    first, last = found["a"], found["b"]
    word = (found["word"] or "").strip().lower()
    if not _SHORT.fullmatch(first):
        return _span(found, date_words(first), date_words(last))
    if _MONTH_OF.fullmatch(last):
        return _span(found, month_and_year(int(first)) if 1 <= int(first) <= 12 else None, date_words(last))
    day_and_month = _DAY_OF.fullmatch(last.lower().removeprefix("ngày "))
    if day_and_month is None or word == "tháng" or date_words(f"{first}/{day_and_month[1]}") is None:
        return found[0]
    return _span(found, day_words(int(first)), date_words(last))


def _numbers(found: re.Match[str]) -> str:
    first, last = found["a"], found["b"]
    word = (found["word"] or "").lower()
    a, b = _VALUE.fullmatch(first), _VALUE.fullmatch(last)
    if a is None or b is None or not _rises(a["number"], b["number"]):
        return found[0]
    if _YEAR.fullmatch(first) and _YEAR.fullmatch(last) and word in ("", "năm"):
        if _SCHOOL_YEAR.search(text_before(found)):
            return f"{read_number(first)}, {read_number(last)}"
        return _span(found, year_words(int(first)), year_words(int(last)))
    if word:
        return _span(found, _numbered(word, first), _numbered(word, last))
    return _span(found, *(measured(read_number(end["number"]), end["unit"] or "") for end in (a, b)))


def _numbered(word: str, text: str) -> str | None:
    """`lớp năm`, `thứ tư`, `tháng tư`: one end of a range of numbered things."""
    if not text.isdecimal() or len(text) > 4:
        return None
    number = int(text)
    match word:
        case "ngày":
            return day_words(number)
        case "tháng":
            return f"tháng {month_words(number)}"
        case "thứ":
            return f"thứ {ordinal_words(number)}"
        case _:
            return f"{word} {read_number(text)}"


def _rises(first: str, last: str) -> bool:
    """True when the second number is the larger; thousands' dots and decimals' commas are as typed."""
    return _size(first) < _size(last)


def _size(text: str) -> tuple[int, str, str]:
    whole, _, decimals = text.replace(".", "").replace(" ", "").partition(",")
    digits = whole.lstrip("0")
    return len(digits), digits, decimals
