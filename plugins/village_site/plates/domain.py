"""The domain on a plate: how it is written."""

from __future__ import annotations

from urllib.parse import urlsplit


def shown_domain(base_url: str) -> str:
    """What a person types instead of scanning: `lang.example`, or `owner.github.io/site` with its path."""
    url = urlsplit(base_url)
    return f"{url.netloc.lower()}{url.path.rstrip('/')}"
