"""What the text of a symbol leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urlsplit

from village_site.codes.alphabet import LENGTH, is_code
from village_site.exports.codes import code_url
from village_site.frozen import frozen

_PAYMENT = "000201"
"""How the text of a payment symbol begins (EMV QRCPS, which VietQR follows)."""

_LONGEST = 80
_NOT_IN_HOSTS = re.compile(r"[^a-z0-9.:_-]")


@frozen
class Address:
    """Where a symbol leads: to the page of `code`, or elsewhere; then `reason` says how, `host` whereto."""

    code: str = ""
    reason: str = ""
    host: str = ""


def address_in(text: str, base_urls: Sequence[str]) -> Address:
    """Judges a symbol's text: `base_urls` are the addresses that plates were printed with.

    The whole address must be as printed, letter for letter: hosts tell capitals from small letters in paths.
    """
    code = text.removesuffix("/")[-LENGTH:]
    if is_code(code) and any(text == code_url(base, code) for base in base_urls):
        return Address(code=code)
    if text.lstrip().startswith(_PAYMENT):
        return Address(reason="payment")
    host = _host(text)
    if not host:
        return Address(reason="no-address")
    own = {_host(base) for base in base_urls}
    return Address(reason="odd-address" if host in own else "foreign", host=host)


def _host(text: str) -> str:
    """The host a browser would ask, in letters that cannot pass for others; "" for what is no web address."""
    try:
        # Browsers take "\" for "/", so that what follows it is no longer part of the host.
        url = urlsplit(text.strip().replace("\\", "/"))
        host = url.hostname or ""
    except ValueError:
        return ""
    if url.scheme not in ("http", "https"):
        return ""
    with suppress(UnicodeError):
        host = host.encode("idna").decode()
    return _NOT_IN_HOSTS.sub("?", host.lower())[:_LONGEST]
