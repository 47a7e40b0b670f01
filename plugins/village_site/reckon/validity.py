"""How long the recognition of an OCOP product holds, and a certificate.

A recognition: 36 months from the day of the decision, by decision 148/QĐ-TTg of 24/2/2023 and the one before
it. Districts recognised three stars, provinces four, the centre five; since decision 1489/QĐ-TTg of 6/7/2025
provinces recognise three as well, for there are no districts any more.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from village_site.model.products import Certificate, Ocop
from village_site.tongues import text_in, words
from village_site.values import FuzzyDate, date_text

_YEARS = 3


def ocop_text(ocop: Ocop, day: dt.date, lang: str) -> str:
    """“OCOP 4 sao, cấp tỉnh, năm 2024; còn hạn đến 20/11/2027”, or that it has run out by a day."""
    stars, level = ocop.stars.title.to(lang), ocop.level.title.to(lang)
    said = words("product-ocop", lang, stars=stars, level=level, date=date_text(ocop.date, lang))
    until = valid_until(ocop)
    if is_over(ocop, day):
        key = "product-over" if until is not None else "product-over-36-months"
    else:
        key = "product-valid" if until is not None else ""
    date = date_text(until, lang) if until is not None else ""
    return f"{said}; {words(key, lang, date=date)}" if key else said


def certificate_text(certificate: Certificate, day: dt.date, lang: str) -> str:
    """“Giấy chứng nhận VietGAP, số VG-01, Trung tâm kiểm nghiệm; còn hạn đến 31/12/2027”."""
    number = words("product-number", lang, number=certificate.number) if certificate.number else ""
    kind = words("product-certificate", lang, kind=certificate.kind.title.to(lang))
    parts = (kind, number, text_in(certificate.issuer or "", lang))
    said = ", ".join(part for part in parts if part)
    until = certificate.until
    if until is None:
        return said
    key = "product-over" if until.latest() < day else "product-valid"
    return f"{said}; {words(key, lang, date=date_text(until, lang))}"


def valid_until(ocop: Ocop) -> FuzzyDate | None:
    """The last day of a recognition: as typed, else 36 months on; None where its own day is not known."""
    if ocop.until is not None:
        return ocop.until
    if ocop.date.earliest() != ocop.date.latest():
        return None
    last = _after(ocop.date.latest())
    return FuzzyDate(last.year, last.month, last.day)


def is_over(ocop: Ocop, day: dt.date) -> bool:
    """True when it has certainly run out: of a year alone that is three years after its last day."""
    if ocop.until is not None:
        return ocop.until.latest() < day
    latest = ocop.date.latest()
    return latest < dt.date.max and _after(latest) < day


def _after(day: dt.date) -> dt.date:
    year = day.year + _YEARS
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))
