"""Looks up in MDN's browser-compat-data what the pages of the sample ask of a browser.

usage: python -m tests.audit.known [SITE]      (writes tests/readers/known.json; SITE: a built site, site/ if none)
needs: `.ci/ensure-npm tests/audit`, and a built site
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.readers import carried, css_features
from tests.readers.compat import KNOWN, OLDEST
from tests.readers.css_features import Feature

DATA = Path(__file__).parent / "node_modules" / "@mdn" / "browser-compat-data" / "data.json"
_BASIC = (
    "css.types.length.px",
    "css.types.length.pt",
    "css.types.length.mm",
    "css.types.length.cm",
    "css.types.length.em",
)
"""Units as old as style sheets, which the data does not list."""


@cache
def data() -> dict[str, Any]:
    """The whole of it."""
    found: dict[str, Any] = json.loads(DATA.read_text("utf-8"))
    return found


@cache
def node(key: str) -> dict[str, Any] | None:
    """What the data has under a key, in whatever case."""
    found: Any = data()
    for part in key.split("."):
        same = (name for name in found if name.lower() == part.lower())
        name = part if part in found else next(same, None)
        if name is None:
            return None
        found = found[name]
    return found if isinstance(found, dict) else None


@cache
def also_called(group: str) -> dict[str, tuple[str, str]]:
    """Other names of what is in a group, and how its entry tells of them: prefixed, or another name altogether."""
    found = {}
    for name, one in (node(group) or {}).items():
        for entry in _entries(one):
            if "prefix" in entry:
                found[f"{entry['prefix']}{name}"] = (name, "prefix")
            if "alternative_name" in entry:
                found[entry["alternative_name"].strip(":()")] = (name, "alternative_name")
    return found


def since(key: str) -> int | None:
    """The version of Android's WebView that has this whole, by this very name and without being asked."""
    group, _, name = key.rpartition(".")
    apart = {"prefix", "alternative_name", "flags", "partial_implementation", "version_removed"}
    found, by = node(key), ""
    if found is None and name in also_called(group):
        plain, by = also_called(group)[name]
        found = node(f"{group}.{plain}")
    versions = [
        _number(entry["version_added"])
        for entry in _entries(found or {})
        if entry.keys() & apart == ({by} if by else set()) and isinstance(entry["version_added"], str)
    ]
    return min((version for version in versions if version is not None), default=None)


def _entries(one: dict[str, Any]) -> list[dict[str, Any]]:
    support = one.get("__compat", {}).get("support", {}).get("webview_android", [])
    return support if isinstance(support, list) else [support]


def _number(version: str) -> int | None:
    return None if version == "preview" else int(version.lstrip("≤").partition(".")[0])


@cache
def names() -> dict[str, int | None]:
    """Of every name of an interface or its members, when the first that bears it came."""
    found: dict[str, list[int | None]] = {}
    for group in ("api", "javascript.builtins"):
        for interface, members in (node(group) or {}).items():
            for name in (interface, *members):
                key = f"{group}.{interface}" + (f".{name}" if name != interface else "")
                if not name.startswith("__") and "__compat" in (node(key) or {}):
                    found.setdefault(name.removesuffix("_static").removesuffix("_event"), []).append(
                        since(key)
                    )
    return {name: min((one for one in ones if one is not None), default=None) for name, ones in found.items()}


def looked_up(features: Iterable[Feature]) -> dict[str, int | None]:
    """What `known.json` must tell. Raises LookupError for what the data has not."""
    found: dict[str, int | None] = {}
    for feature in features:
        for key in feature:
            if key.startswith("name."):
                found[key] = names().get(key.removeprefix("name."), 0)
            elif key and ("__compat" in (node(key) or {}) or _is_also_called(key)):
                found[key] = since(key)
                found.update(_newer(key))
            elif key:
                continue
            break
        else:
            found[feature[-1]] = 0 if feature[0] in _BASIC else None
    return dict(sorted(found.items()))


def _is_also_called(key: str) -> bool:
    group, _, name = key.rpartition(".")
    return name in also_called(group)


def _newer(key: str) -> Iterator[tuple[str, int | None]]:
    """The values and contexts of a property that are younger than what they belong to and than our phones."""
    if key.startswith("css.properties."):
        for name in node(key) or {}:
            version = since(f"{key}.{name}") if name != "__compat" and not name.startswith("is_") else 0
            if version is None or version > OLDEST:
                yield f"{key}.{name}", version


def used(site: Path) -> set[Feature]:
    """All that the light pages ask for, and the style sheets of the others."""
    found: set[Feature] = set()
    seen: set[Path] = set()
    for page in sorted(site.rglob("*.html")):
        html = page.read_text("utf-8")
        if 'class="md-container"' not in html:
            found |= carried.features(html)
        seen |= set(carried.sheets(html, page.relative_to(site).as_posix(), site))
    for sheet in seen:
        found |= set(css_features.features(sheet.read_text("utf-8")))
    return found


def main(site: Path) -> None:
    """Writes the file."""
    told = {
        "source": f"@mdn/browser-compat-data {data()['__meta']['version']}, CC0",
        "features": looked_up(used(site)),
    }
    KNOWN.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
