"""Features as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from village_site.geo.drawing import Item
from village_site.geo.features import Line, Shape

_DIGITS = 6
"""Eleven centimetres (RFC 7946, 11.2)."""


def geojson(items: Iterable[Item]) -> str:
    """A FeatureCollection, one feature a line, by kind and id: what each is called and where its page is."""
    ordered = sorted(items, key=lambda item: (item.feature.kind, item.feature.ref))
    rows = [json.dumps(_feature(item), ensure_ascii=False, separators=(",", ":")) for item in ordered]
    return '{"type":"FeatureCollection","features":[' + "".join(f"\n{row}," for row in rows)[:-1] + "\n]}\n"


def _feature(item: Item) -> dict[str, Any]:
    feature = item.feature
    properties: dict[str, Any] = {"kind": feature.kind, "id": feature.ref, "name": item.label}
    properties |= {"url": item.href} if item.href else {}
    properties |= {"illustrative": True} if item.illustrative else {}
    return {
        "type": "Feature",
        "id": f"{feature.kind}/{feature.ref}",
        "geometry": {"type": feature.shape.value, "coordinates": _coordinates(feature.shape, feature.lines)},
        "properties": properties,
    }


def _coordinates(shape: Shape, lines: tuple[Line, ...]) -> Any:
    if shape is Shape.AREA:
        # The outer ring runs counter-clockwise, holes clockwise (RFC 7946, 3.1.6).
        return [_rounded(_turned(ring, left=index == 0)) for index, ring in enumerate(lines)]
    rounded = _rounded(lines[0])
    return rounded[0] if shape is Shape.POINT else rounded


def _turned(ring: Line, *, left: bool) -> Line:
    doubled = sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairwise(ring))
    return ring if (doubled > 0) == left else ring[::-1]


def _rounded(line: Line) -> list[list[float]]:
    return [[round(east, _DIGITS), round(north, _DIGITS)] for east, north in line]
