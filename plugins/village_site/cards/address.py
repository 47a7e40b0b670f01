"""Addresses as one would say them to an ambulance: plain sentences, what is not known left out."""

from __future__ import annotations

import datetime as dt

from village_site.catalogue import label
from village_site.homes import Place, Seat
from village_site.model.common import Certainty, Figure
from village_site.model.households import Household
from village_site.model.units import Unit
from village_site.model.village import Membership
from village_site.values import DateQualifier, FuzzyDate, date_text, quantity_text


def house_hint(house: Household) -> str:
    """What an address by number leaves out, or "": “bên trái, cách đầu đường 120 m, gần nhà văn hoá”.

    A house without a number is named by these already; what is unsure of them remains to be said.
    """
    distance = house.distance
    if house.number is None:
        return label("card-distance-unsure", "vi") if distance and not distance.confirmed else ""
    found = []
    if house.side is not None:
        found.append(label(f"card-side-{house.side.name.lower()}", "vi"))
    if distance is not None:
        found.append(label("card-distance", "vi", distance=_measured(distance)))
    if house.near is not None:
        found.append(label("card-near", "vi", place=house.near.vi))
    return ", ".join(found)


def units(seat: Seat | None) -> str:
    """“xã Cẩm Bình, tỉnh Hà Tĩnh”, or "" where no unit is known."""
    return _said(seat.chain) if seat else ""


def is_unsure(membership: Membership) -> bool:
    """True when it is not certain that the place belongs there."""
    return membership.certainty is not Certainty.CONFIRMED or not membership.confirmed


def former_seats(place: Place) -> list[tuple[str, bool]]:
    """“trước 7/2025: xã Cẩm Thành, huyện Cẩm Xuyên” for each former seat, and whether it is unsure.

    Larger units that did not change, such as the province, are not said again.
    """
    lines = []
    for seat in place.former_seats:
        text = _said(_changed(seat.chain, place.seat))
        if text and seat.membership.until is not None:
            lines.append((f"{_when_it_was(seat.membership.until)}: {text}", is_unsure(seat.membership)))
    return lines


def former_names(place: Place) -> list[tuple[str, bool]]:
    """“tên cũ của thôn: xóm 5 (đến năm 2012)” for each former name, and whether it is unsure."""
    lines = []
    for former in place.village.former_names:
        kind = place.village.kind
        text = label("card-former-name", "vi", kind=kind, name=f"{former.kind or kind} {former.name}")
        lines.append((text + until(former.until), not former.confirmed))
    return lines


def until(date: FuzzyDate | None) -> str:
    """“ (đến năm 2012)”, “ (trước năm 1990)”, or "" when it is not known."""
    if date is None:
        return ""
    before = date.qualifier is DateQualifier.BEFORE
    return f" ({date_text(date, 'vi') if before else label('card-until', 'vi', date=date_text(date, 'vi'))})"


def _measured(figure: Figure) -> str:
    text = quantity_text(figure.value, "vi")
    return text if figure.confirmed else f"{text} ({label('card-unsure', 'vi')})"


def _said(chain: tuple[Unit, ...]) -> str:
    return ", ".join(unit.full_name for unit in chain)


def _changed(chain: tuple[Unit, ...], now: Seat | None) -> tuple[Unit, ...]:
    """A former chain without the larger units that are still above the place."""
    present = {unit.id for unit in now.chain} if now else set()
    while len(chain) > 1 and chain[-1].id in present:
        chain = chain[:-1]
    return chain


def _when_it_was(end: FuzzyDate) -> str:
    """People say from when the new address holds: the last day 30/06/2025 is “trước 7/2025”."""
    if end.qualifier not in (DateQualifier.EXACT, DateQualifier.BEFORE):
        return label("card-until", "vi", date=date_text(end, "vi"))
    first = end.latest() + dt.timedelta(days=1)
    if first.day > 1:
        date = f"{first:%d/%m/%Y}"
    elif first.month > 1:
        date = f"{first.month}/{first.year}"
    else:
        date = f"năm {first.year}"
    return label("card-before", "vi", date=date)
