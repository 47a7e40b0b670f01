"""What people type in one scalar, read into frozen values, and written again for readers.

Every `parse_…` takes the text as typed, remembers its results, and raises `BadValue` with a message code.
"""

from village_site.values.clock import clock_text, parse_clock, parse_days
from village_site.values.dates import parse_date
from village_site.values.fuzzy_date import DateQualifier, FuzzyDate
from village_site.values.moments import Moment, moment_text, parse_moment, stamp
from village_site.values.numbers import Qualifier, Quantity, parse_number, parse_quantity
from village_site.values.phones import (
    EMERGENCY_NUMBERS,
    Phone,
    PhoneKind,
    mobile_within,
    parse_office_phone,
    parse_phone,
)
from village_site.values.places import Coordinates, parse_coordinates
from village_site.values.refusal import BadValue
from village_site.values.show import date_short, date_text, date_vi, number_text, quantity_text
from village_site.values.urls import parse_email, parse_form, parse_url, parse_video, parse_zalo

__all__ = [
    "EMERGENCY_NUMBERS",
    "BadValue",
    "Coordinates",
    "DateQualifier",
    "FuzzyDate",
    "Moment",
    "Phone",
    "PhoneKind",
    "Qualifier",
    "Quantity",
    "clock_text",
    "date_short",
    "date_text",
    "date_vi",
    "mobile_within",
    "moment_text",
    "number_text",
    "parse_clock",
    "parse_coordinates",
    "parse_date",
    "parse_days",
    "parse_email",
    "parse_form",
    "parse_moment",
    "parse_number",
    "parse_office_phone",
    "parse_phone",
    "parse_quantity",
    "parse_url",
    "parse_video",
    "parse_zalo",
    "quantity_text",
    "stamp",
]
