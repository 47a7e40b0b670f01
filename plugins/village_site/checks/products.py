"""Products: who makes each, where it may be bought, and what of it has run out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from village_site.atlas import Atlas
from village_site.domains import SHOPS, host, is_under
from village_site.homes import Place
from village_site.model.cooperatives import COOPERATIVES, CooperativeState
from village_site.model.products import PRODUCTS, Ocop, OcopLevel, Product, Stars
from village_site.model.shapes import Ref
from village_site.problems import Level, Problem, at
from village_site.reckon.validity import is_over, valid_until
from village_site.values import BadValue, Phone, PhoneKind, date_text, parse_phone

_DISTRICTS_END = dt.date(2025, 7, 1)
_ZALO = frozenset(("zalo.me",))
_NUMBER = re.compile(r"/(?:\+?84|0)?([2-9][0-9]{8,9})/?")


def makers(atlas: Atlas) -> Iterator[Problem]:
    """One maker a product, who is still there; a number to call is an organisation's."""
    named = {one.key: one.value for one in atlas.withheld if isinstance(one.value, Ref)}
    for place in atlas.places:
        for product in place.folder.of(PRODUCTS):
            withheld = named.get((PRODUCTS.name, place.id, product.id))
            yield from _maker(place, product, product.household or withheld)
            yield from _reach(product)
            found = atlas.record(product.cooperative, COOPERATIVES)
            if found is not None and found.state is CooperativeState.STOPPED:
                where = product.origin.place("cooperative")
                yield at(where, "product-maker-stopped", Level.WARNING, found=found.name)


def _maker(place: Place, product: Product, household: Ref | None) -> Iterator[Problem]:
    """`household` is the one that was typed, with or without consent."""
    makers = [one for one in (product.maker, product.cooperative, household) if one is not None]
    if len(makers) > 1:
        yield at(product.origin.place(), "product-maker-twice")
    elif not makers:
        yield at(product.origin.place(), "product-without-maker", Level.WARNING)
    if household is not None and household.id[0] != place.id:
        yield at(product.origin.place("household"), "product-household-elsewhere")


def _reach(product: Product) -> Iterator[Problem]:
    """A number that no organisation answers is somebody's own, typed or in an address; a mobile is too."""
    answered = product.maker is not None or product.cooperative is not None
    if product.phone is not None and not answered:
        yield at(product.origin.place("phone"), "product-private-phone")
    for link in product.links:
        if (phone := _zalo_phone(link)) is None:
            continue
        if phone.kind is PhoneKind.MOBILE:
            yield at(product.origin.place("links"), "phone-mobile", found=phone.display)
        elif not answered:
            yield at(product.origin.place("links"), "product-private-phone")


def _zalo_phone(link: str) -> Phone | None:
    """The number that an address at Zalo leads to; pages of organisations have another kind of name there."""
    found = _NUMBER.fullmatch(unquote(urlsplit(link).path)) if is_under(link, _ZALO) else None
    try:
        return parse_phone("0" + found[1]) if found else None
    except BadValue:
        return None


def shops(atlas: Atlas) -> Iterator[Problem]:
    """Products lead to markets that are known, or that the site's maintainer has allowed."""
    own = atlas.dataset.site.allowed_shops
    allowed = SHOPS | frozenset(own)
    for place in atlas.places:
        for product in place.folder.of(PRODUCTS):
            for link in product.links:
                if not is_under(link, allowed):
                    params = {"found": host(link).removeprefix("www."), "allowed": ", ".join(sorted(allowed))}
                    yield at(product.origin.place("links"), "product-shop-unknown", **params)


def recognitions(atlas: Atlas) -> Iterator[Problem]:
    """What a product was recognised or certified as can be true, and holds today."""
    for place in atlas.places:
        for product in place.folder.of(PRODUCTS):
            if product.ocop is not None:
                yield from _ocop(product.ocop, atlas.day)
            for one in product.growing.certificates if product.growing is not None else ():
                if one.until is not None and one.until.latest() < atlas.day:
                    params = {"found": one.kind.title.vi, "date": date_text(one.until, "vi")}
                    yield at(one.origin.place("until"), "certificate-over", Level.WARNING, **params)


def _ocop(ocop: Ocop, day: dt.date) -> Iterator[Problem]:
    where = ocop.origin.place
    if not _fits(ocop):
        params = {"stars": ocop.stars.title.vi, "level": ocop.level.title.vi}
        yield at(where("level"), "ocop-level", Level.WARNING, **params)
    if ocop.level is OcopLevel.DISTRICT and ocop.date.earliest() >= _DISTRICTS_END:
        yield at(where("level"), "ocop-no-district", Level.WARNING, date=date_text(ocop.date, "vi"))
    if ocop.date.earliest() > day:
        yield at(where("date"), "ocop-in-future", date=date_text(ocop.date, "vi"))
    if ocop.until is not None and ocop.date.earliest() > ocop.until.latest():
        yield at(where("until"), "ends-before-it-begins")
    elif is_over(ocop, day):
        until = valid_until(ocop)
        date = date_text(until if until is not None else ocop.date, "vi")
        code = "ocop-over" if until is not None else "ocop-over-36-months"
        yield at(where("until" if ocop.until is not None else "date"), code, Level.WARNING, date=date)


def _fits(ocop: Ocop) -> bool:
    """Districts recognised three stars alone; five stars are the centre's, and the centre's alone."""
    if ocop.level is OcopLevel.DISTRICT:
        return ocop.stars is Stars.THREE
    return (ocop.level is OcopLevel.CENTRAL) is (ocop.stars is Stars.FIVE)
