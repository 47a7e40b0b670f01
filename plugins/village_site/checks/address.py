"""The address on the plates: it can be printed, it stays, and somebody pays for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from village_site.atlas import Atlas
from village_site.codes.alphabet import shown
from village_site.domains import SHORTENERS, VENDORS, is_under, same_address
from village_site.problems import Level, Problem, at
from village_site.values import date_text

ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
NOTICE = dt.timedelta(days=90)


def address_in_symbols(atlas: Atlas) -> Iterator[Problem]:
    """`codes.base_url` is https on a domain of one's own, and fits the densest mode of a symbol."""
    codes = atlas.dataset.site.codes
    where = codes.origin.place("base_url")
    found = codes.base_url
    url = urlsplit(found)
    if url.scheme.lower() != "https" or not url.hostname:
        yield at(where, "base-url-not-https", found=found)
    elif is_under(found, SHORTENERS):
        yield at(where, "base-url-shortener", found=found)
    elif is_under(found, VENDORS):
        yield at(where, "base-url-vendor", Level.WARNING, found=found)
    elif url.path.strip("/") or not set(found.upper()) <= ALPHANUMERIC:
        yield at(where, "base-url-byte-mode", Level.WARNING, found=found)


def address_is_locked(atlas: Atlas) -> Iterator[Problem]:
    """After a print run that is no sample the address stays, unless the old one is known to answer."""
    codes = atlas.dataset.site.codes
    for run in atlas.dataset.runs:
        if run.sample or same_address(run.base_url, codes.base_url):
            continue
        kept = [former for former in codes.former if same_address(former.base_url, run.base_url)]
        if not any(former.answers for former in kept):
            yield at(codes.origin.place("base_url"), "base-url-locked", found=run.base_url, run=run.id)


def domain_is_paid_for(atlas: Atlas) -> Iterator[Problem]:
    """A domain that runs out takes every plate with it: ninety days are enough to act."""
    domain = atlas.dataset.site.domain
    if domain is not None and domain.expires.earliest() - atlas.day <= NOTICE:
        params = {"date": date_text(domain.expires, "vi"), "registrar": domain.registrar}
        yield at(domain.origin.place("expires"), "domain-expires", Level.WARNING, **params)


def plates_of_runs(atlas: Atlas) -> Iterator[Problem]:
    """Plates that are printed or hang bear codes that were issued."""
    register = atlas.dataset.register.by_code
    printed = [plate for run in atlas.dataset.runs for plate in run.plates]
    for code, origin in [(p.code, p.origin) for p in atlas.dataset.plates] + [
        (p.code, p.origin) for p in printed
    ]:
        if code not in register:
            yield at(origin.place("code"), "event-unknown-code", found=shown(code))
