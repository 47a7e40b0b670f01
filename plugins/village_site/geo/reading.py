"""Reads a village's map, a GeoJSON file (RFC 7946), with the place of every fault.

Strict JSON first; then the same text through the reader of YAML, of which JSON is a part, for it keeps lines
and columns.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from village_site.geo.features import Feature, Shape, position
from village_site.geo.shapes import MAX_POINTS, Fault, Ground, shaped
from village_site.problems import Level, Problem
from village_site.source import Mapping, Node, Scalar, Sequence, Unreadable, read_yaml
from village_site.source.decoding import decode
from village_site.values import Coordinates
from village_site.vietnamese import closest, key

MAX_BYTES = 1_000_000

_KINDS = {
    **dict.fromkeys(("road", "duong"), "road"),
    **dict.fromkeys(("place", "noi", "diadiem"), "place"),
    **dict.fromkeys(("id", "ma"), "record"),
}
_SHAPES = {"road": (Shape.LINE,), "place": (Shape.POINT, Shape.AREA), "record": tuple(Shape)}
_WORLD = ("crs84", "4326")
"""What a member `crs` of older files may name: the one system that GeoJSON knows today."""


def read_map(
    data: bytes, file: str, problems: list[Problem], near: Coordinates | None
) -> tuple[Feature, ...]:
    """The features of a map in the order of the file; those with a fault are left out and told in `problems`.

    `near` is the place of the village, from which nothing on its map is far.
    """
    try:
        root = _parsed(data, file, problems)
    except Unreadable as fault:
        problems.append(fault.problem)
        return ()
    reader = _Reader(file, problems, Ground(position(near) if near else None))
    return tuple(reader.features(root))


def _parsed(data: bytes, file: str, problems: list[Problem]) -> Node | None:
    if len(data) > MAX_BYTES:
        limit = str(MAX_BYTES // 1_000_000)
        raise Unreadable(Problem(file, 1, 1, "file-too-large", params={"limit": limit}))
    text = decode(data, file, problems, tabs=True).replace("\t", " ")
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise Unreadable(Problem(file, error.lineno, error.colno, "map-json")) from None
    except (ValueError, RecursionError):  # NaN, Infinity; brackets without end
        raise Unreadable(Problem(file, 1, 1, "map-json")) from None
    return read_yaml(text.encode(), file)


def _refuse(constant: str) -> None:
    raise ValueError(constant)


@dataclass
class _Reader:
    """Goes through one file."""

    file: str
    problems: list[Problem]
    ground: Ground
    seen: dict[tuple[str, str], Scalar] = field(default_factory=dict)
    ignored: set[str] = field(default_factory=set)
    points: int = 0

    def features(self, root: Node | None) -> list[Feature]:
        """All sound features; a file of no features is told as well."""
        try:
            members = self._members(root, "FeatureCollection", "map-not-collection")
            self._check_system(members.get("crs"))
            items = members.get("features")
            if not isinstance(items, Sequence):
                raise Fault(items or root, "map-not-collection")
        except Fault as fault:
            self._tell(fault)
            return []
        found = [self._feature(item) for item in items.items]
        return [feature for feature in found if feature is not None]

    def _feature(self, item: Node) -> Feature | None:
        try:
            members = self._members(item, "Feature", "map-not-feature")
            kind, name = self._named(item, members.get("properties"))
            geometry = members.get("geometry")
            if not isinstance(geometry, Mapping):
                raise Fault(geometry or item, "map-not-feature")
            shape, lines = shaped(self._pairs(geometry), geometry, _SHAPES[kind], self.ground)
            self.points += sum(map(len, lines))
            if self.points > MAX_POINTS:
                raise Fault(geometry, "map-too-many-points", limit=str(MAX_POINTS))
            if (first := self.seen.setdefault((kind, name.text), name)) is not name:
                raise Fault(name, "map-twice", found=name.text, line=str(first.line))
        except Fault as fault:
            self._tell(fault)
            return None
        return Feature(kind, name.text, shape, lines, (self.file, name.line, name.column))

    def _named(self, item: Node, properties: Node | None) -> tuple[str, Scalar]:
        """The kind of feature, and the id of its record."""
        if not isinstance(properties, Mapping):
            raise Fault(properties or item, "map-no-name")
        found: list[tuple[str, Scalar]] = []
        for name, value in properties.pairs:
            kind = _KINDS.get(key(name.text))
            if kind is None:
                self._ignore(name)
            elif isinstance(value, Scalar) and not value.plain and value.text.strip():
                found.append((kind, value))
            else:
                raise Fault(value, "map-name-not-text")
        if not found:
            raise Fault(properties, "map-no-name")
        if len(found) > 1:
            raise Fault(found[1][1], "map-two-names")
        return found[0]

    def _ignore(self, name: Scalar) -> None:
        """Drawing programs add what they like; what nobody reads is told once a file."""
        if name.text not in self.ignored:
            self.ignored.add(name.text)
            guess = closest(name.text, ("road", "place", "id")) or ""
            params = {"found": name.text[:60], "guess": guess}
            code, place = "map-unread-property", (self.file, name.line, name.column)
            self.problems.append(Problem(*place, code, Level.WARNING, params))

    def _members(self, node: Node | None, kind: str, code: str) -> dict[str, Node]:
        """The members of a GeoJSON object of that type."""
        if not isinstance(node, Mapping):
            raise Fault(node, code)
        members = self._pairs(node)
        told = members.get("type")
        if not isinstance(told, Scalar) or told.text != kind:
            raise Fault(told or node, code)
        return members

    def _pairs(self, node: Mapping) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for name, value in node.pairs:
            if name.text in found:
                raise Fault(name, "map-key-twice", found=name.text[:60])
            found[name.text] = value
        return found

    def _check_system(self, crs: Node | None) -> None:
        """Files before RFC 7946 could be in any system of coordinates, and said so."""
        properties = self._pairs(crs).get("properties") if isinstance(crs, Mapping) else None
        name = self._pairs(properties).get("name") if isinstance(properties, Mapping) else None
        if isinstance(name, Scalar) and not key(name.text).endswith(_WORLD):
            raise Fault(name, "map-metres")

    def _tell(self, fault: Fault) -> None:
        line, column = (fault.node.line, fault.node.column) if fault.node else (1, 1)
        self.problems.append(Problem(self.file, line, column, fault.code, Level.ERROR, fault.params))
