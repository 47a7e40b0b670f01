"""Reading dates as Vietnamese and English writers type them."""

import re
from calendar import monthrange
from functools import lru_cache

from village_site.values.fuzzy_date import DateQualifier, FuzzyDate
from village_site.values.refusal import BadValue
from village_site.vietnamese import fold

__all__ = ["FIRST_YEAR", "LAST_YEAR", "DateQualifier", "FuzzyDate", "parse_date"]

FIRST_YEAR = 1000
LAST_YEAR = 2200
# Only for the mend that is proposed: two digits up to this are taken for 20xx, above it for 19xx.
_LAST_SHORT_YEAR_OF_THIS_CENTURY = 40

_QUALIFIERS = {
    "giua": DateQualifier.MID,
    "dau": DateQualifier.EARLY,
    "cuoi": DateQualifier.LATE,
    "truoc": DateQualifier.BEFORE,
    "sau": DateQualifier.AFTER,
    "khoang": DateQualifier.ABOUT,
    "mid": DateQualifier.MID,
    "early": DateQualifier.EARLY,
    "late": DateQualifier.LATE,
    "before": DateQualifier.BEFORE,
    "after": DateQualifier.AFTER,
    "about": DateQualifier.ABOUT,
}
_PARTS_OF_A_PERIOD = (DateQualifier.EARLY, DateQualifier.MID, DateQualifier.LATE)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

# All patterns are for folded text with single spaces and plain hyphens, and are matched in full.
_QUALIFIED = re.compile(rf"(?P<word>{'|'.join(_QUALIFIERS)})(?:[ -]+(?P<rest>.*)|(?P<joined>[0-9].*))")
_PATTERNS = tuple(
    map(
        re.compile,
        (
            # 2022-04-15, 2022-04
            r"(?P<y>[0-9]{4})(?P<sep>[/.-])(?P<m>[0-9]{1,2})(?:(?P=sep)(?P<d>[0-9]{1,2}))?",
            # ngày 15/4/2022
            r"(?:ngay )?(?P<d>[0-9]{1,2}) ?(?P<sep>[/.-]) ?(?P<m>[0-9]{1,2}) ?(?P=sep) ?(?P<y>[0-9]{1,6})",
            # tháng 6/2023
            r"(?:thang )?(?P<m>[0-9]{1,2}) ?[/.-] ?(?P<y>[0-9]{1,6})",
            # ngày 15 tháng 4 năm 2022, 15 tháng 4, 2022, tháng 6 năm 2023
            r"(?:(?:ngay )?(?P<d>[0-9]{1,2}) )?thang (?P<m>[0-9]{1,2})"
            r"(?:,? nam |, ?| ?[/.-] ?| )(?P<y>[0-9]{1,6})",
            # năm 2021
            r"(?:nam )?(?P<y>[0-9]{1,6})",
            # 15 April 2022, Jan 2024
            r"(?:(?P<d>[0-9]{1,2}) )?(?P<m>[a-z]{3,9})\.?,? (?P<y>[0-9]{1,6})",
        ),
    )
)
_NO_YEAR = re.compile(
    r"(?:ngay )?[0-9]{1,2}(?: ?[/.-] ?| thang )(?:[0-9]|0[0-9]|1[0-2])|(?:ngay|thang) [0-9]{1,2}"
)
# Two numbers before a year, with nothing but signs between: the places an American would exchange.
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})([^0-9a-z]+)([0-9]{1,2})(?=[^0-9a-z]+[0-9]{4})", re.IGNORECASE)
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def parse_date(text: str) -> FuzzyDate:
    """Read a date: `15/4/2022`, `6/2023`, `2021`, ISO, `tháng 6 năm 2023`, `giữa năm 2021`, `mid-2021` …

    Accents and case do not matter, a day comes before its month. Raises BadValue.
    """
    return _parse(text)


@lru_cache(maxsize=8192)
def _parse(text: str) -> FuzzyDate:
    plain = " ".join(_DASHES.sub("-", fold(text)).split())
    qualifier = DateQualifier.EXACT
    if qualified := _QUALIFIED.fullmatch(plain):
        qualifier = _QUALIFIERS[qualified["word"]]
        plain = qualified["rest"] or qualified["joined"] or ""
        if _QUALIFIED.fullmatch(plain):
            raise BadValue("date-two-qualifiers", text)
    if _NO_YEAR.fullmatch(plain):
        raise BadValue("date-no-year", text)
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(plain):
            parts = found.groupdict()
            return _checked(text, parts["y"], parts.get("m"), parts.get("d"), qualifier)
    raise BadValue("date-unreadable", text)


def _checked(text: str, y: str, m: str | None, d: str | None, qualifier: DateQualifier) -> FuzzyDate:
    """The date of these digits if there is such a day, with `text` as what was found if not."""
    year = _year(text, y)
    if m is None:
        return FuzzyDate(year, qualifier=qualifier)
    month = _month(text, m, d)
    if d is None:
        return FuzzyDate(year, month, qualifier=qualifier)
    day, last = int(d), monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise BadValue("date-no-such-day", text, month=f"{month}/{year}", last=str(last))
    if qualifier in _PARTS_OF_A_PERIOD:
        raise BadValue("date-part-of-day", text)
    return FuzzyDate(year, month, day, qualifier)


def _year(text: str, y: str) -> int:
    if len(y) == 2:
        century = "20" if int(y) <= _LAST_SHORT_YEAR_OF_THIS_CENTURY else "19"
        raise BadValue("date-short-year", text, guess=f"{text.rstrip()[:-2]}{century}{y}")
    year = int(y)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValue("date-year-range", text, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return year


def _month(text: str, m: str, d: str | None) -> int:
    if m.isalpha():
        return _month_by_name(text, m)
    month = int(m)
    if 1 <= month <= 12:
        return month
    if d is not None and 1 <= int(d) <= 12 and month <= 31 and _DAY_AND_MONTH.search(text):
        raise BadValue("date-american", text, guess=_DAY_AND_MONTH.sub(r"\3\2\1", text))
    raise BadValue("date-no-such-month", text, month=m)


def _month_by_name(text: str, name: str) -> int:
    for month, full_name in enumerate(_MONTHS, start=1):
        if full_name.startswith(name):
            return month
    raise BadValue("date-unreadable", text)
