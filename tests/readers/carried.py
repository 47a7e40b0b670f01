"""The style sheets and scripts that pages carry or ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from tests.readers import css_features, html_features, js_features
from tests.readers.css_features import Feature

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


def styles(html: str) -> list[str]:
    """Those that stand in a page."""
    return _STYLE.findall(html)


def scripts(html: str) -> list[str]:
    """Those that stand in a page and run; not what it only stores."""
    return _SCRIPT.findall(html)


def sheets(html: str, address: str, site: Path) -> Iterator[Path]:
    """The files of the style sheets that a page at `address` asks for."""
    for href in _SHEET.findall(html):
        yield site / urlsplit(urljoin(f"/{address}", href)).path.lstrip("/")


def features(html: str) -> set[Feature]:
    """All that a light page asks of a browser."""
    found = set(html_features.features(html))
    for style in styles(html):
        found |= set(css_features.features(style))
    for script in scripts(html):
        found |= set(js_features.features(script))
    return found
