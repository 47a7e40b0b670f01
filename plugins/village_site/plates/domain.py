"""The domain on a plate: how it is written, and whether anybody can own it."""

from __future__ import annotations

from urllib.parse import urlsplit

_RESERVED = frozenset(
    {"example", "test", "invalid", "localhost", "example.com", "example.net", "example.org"}
)
"""Names that nobody can register (RFC 2606, RFC 6761)."""


def shown_domain(base_url: str) -> str:
    """What a person types instead of scanning: `lang.example`, or `owner.github.io/site` with its path."""
    url = urlsplit(base_url)
    return f"{url.netloc.lower()}{url.path.rstrip('/')}"


def is_reserved(base_url: str) -> bool:
    """True when plates with this address can be samples only."""
    parts = (urlsplit(base_url).hostname or "").rstrip(".").lower().split(".")
    return not _RESERVED.isdisjoint((parts[-1], ".".join(parts[-2:])))
