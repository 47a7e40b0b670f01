"""Addresses in symbols: which can be printed, which cannot, and why."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

RESERVED = frozenset(
    {"example", "test", "invalid", "localhost", "local", "example.com", "example.net", "example.org"}
)
"""Names that nobody can register (RFC 2606, RFC 6761, RFC 6762)."""

SHORTENERS = frozenset(
    {
        "bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "v.gd", "ow.ly", "cutt.ly", "rebrand.ly", "rb.gy",
        "s.id", "shorturl.at", "tiny.cc", "t.ly", "buff.ly", "lnkd.in", "fb.me", "trib.al", "adf.ly",
        "bl.ink", "bom.so", "shorten.asia", "shope.ee", "amzn.to",
    }
)  # fmt: skip
"""A lapsed plan of such a service kills every plate at once."""

VENDORS = frozenset(
    {
        "github.io", "gitlab.io", "pages.dev", "netlify.app", "vercel.app", "web.app", "firebaseapp.com",
        "blogspot.com", "wordpress.com", "wixsite.com", "weebly.com", "sites.google.com", "onrender.com",
        "qrco.de", "me-qr.com", "qr.io", "qrfy.io", "linktr.ee",
    }
)  # fmt: skip
"""Domains that belong to a host or a maker of codes: nobody can take them along when moving."""


SHOPS = frozenset(
    {
        "shopee.vn", "lazada.vn", "tiki.vn", "buudien.vn", "tiktok.com", "facebook.com", "zalo.me", "gov.vn",
    }
)  # fmt: skip
"""Where products may be bought: markets and networks that everybody knows, pages of authorities. Markets that
have closed are not among them, for their domains may be anybody's. A site's own settings may allow more."""


def host(base_url: str) -> str:
    """The host's name in small letters, "" when there is none."""
    return (_split(base_url).hostname or "").rstrip(".").lower()


def is_under(base_url: str, names: frozenset[str]) -> bool:
    """True when the host is one of the names or lies below one."""
    parts = host(base_url).split(".")
    return any(".".join(parts[place:]) in names for place in range(len(parts)))


def is_reserved(base_url: str) -> bool:
    """True when plates with this address can be samples only."""
    return is_under(base_url, RESERVED)


def same_address(one: str, two: str) -> bool:
    """True for two writings of one base address."""
    return _plain(one) == _plain(two)


def _plain(base_url: str) -> tuple[str, str]:
    return host(base_url), _split(base_url).path.strip("/")


def _split(base_url: str) -> SplitResult:
    """The parts of an address; all of them empty for what is none, such as `https://[`."""
    try:
        return urlsplit(base_url)
    except ValueError:
        return urlsplit("")
