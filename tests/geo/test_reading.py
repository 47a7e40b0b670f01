"""Maps as they are saved: read, and refused with the place of the fault."""

from __future__ import annotations

import ast
import json
import string
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.geo.samples import EAST, FILE, NORTH, VILLAGE, collection, drawn, read, village
from village_site import catalogue, geo
from village_site.geo.features import Shape
from village_site.geo.naming import unresolved
from village_site.geo.reading import read_map
from village_site.problems import Level, Problem
from village_site.values import BadValue, parse_coordinates

HERE = [EAST, NORTH]
LINE = [HERE, [EAST + 0.001, NORTH]]
RING = [HERE, [EAST + 0.001, NORTH], [EAST, NORTH + 0.001], HERE]
ROAD, PLACE = {"road": "a"}, {"place": "b"}


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_village_is_read() -> None:
    features, problems = read(village())
    assert problems == []
    assert [(feature.kind, feature.ref, feature.shape) for feature in features] == [
        ("road", "truc-thon", Shape.LINE),
        *(("road", f"ngo-{i}", Shape.LINE) for i in range(1, 7)),
        *(("place", ref, Shape.POINT) for ref in ("nha-van-hoa", "truong", "den")),
        ("place", "ao", Shape.AREA),
    ]
    assert len(features[0].line) == 41
    assert features[7].line == ((EAST, NORTH + 0.0003),)


def test_a_feature_knows_where_it_was_named() -> None:
    text = '{"type": "FeatureCollection", "features": [\n\t{"type":"Feature","properties":{"road":"a"},\n' + (
        f'\t "geometry":{{"type":"LineString","coordinates":{LINE}}}}}]}}\n'
    )
    (feature,), problems = read(text.encode())
    assert problems == []
    assert feature.where == (FILE, 2, 41)


@pytest.mark.parametrize("name", ["road", "Road", "đường", "duong"])
def test_names_of_kinds(name: str) -> None:
    (feature,), problems = read(collection(drawn({name: "a"}, "LineString", LINE)))
    assert (feature.kind, problems) == ("road", [])


@pytest.mark.parametrize(
    ("shape", "coordinates"), [("Point", HERE), ("LineString", LINE), ("Polygon", [RING])]
)
def test_what_says_only_id_may_have_any_shape(shape: str, coordinates: Any) -> None:
    (feature,), problems = read(collection(drawn({"id": "a"}, shape, coordinates)))
    assert (feature.kind, feature.shape.value, problems) == ("record", shape, [])


def test_heights_and_doubled_positions_are_passed_over() -> None:
    line = [[*HERE, 3.5], [*HERE, 4], [EAST + 0.001, NORTH, 0]]
    (feature,), problems = read(collection(drawn(ROAD, "LineString", line)))
    assert problems == []
    assert feature.line == ((EAST, NORTH), (EAST + 0.001, NORTH))


FAULTS: list[tuple[str, dict[str, str], Any]] = [
    ("map-not-collection", {}, []),
    ("map-not-collection", {}, {"type": "Feature", "geometry": None, "properties": {}}),
    ("map-not-collection", {}, {"type": "FeatureCollection"}),
    ("map-not-collection", {}, {"type": "FeatureCollection", "features": {}}),
    ("map-not-feature", {}, collection({"type": "Point", "coordinates": HERE})),
    ("map-not-feature", {}, collection({"type": "Feature", "properties": PLACE, "geometry": None})),
    ("map-no-name", {}, collection(drawn({}, "Point", HERE))),
    ("map-no-name", {}, collection({"type": "Feature", "properties": None})),
    ("map-two-names", {}, collection(drawn({**ROAD, **PLACE}, "Point", HERE))),
    ("map-name-not-text", {}, collection(drawn({"place": 3}, "Point", HERE))),
    ("map-name-not-text", {}, collection(drawn({"place": " "}, "Point", HERE))),
    ("map-name-not-text", {}, collection(drawn({"place": None}, "Point", HERE))),
    ("map-geometry", {}, collection(drawn(ROAD, "MultiLineString", [LINE]))),
    ("map-geometry", {}, collection(drawn(ROAD, "GeometryCollection", []))),
    ("map-wrong-shape", {"found": "Point", "allowed": "LineString"}, collection(drawn(ROAD, "Point", HERE))),
    (
        "map-wrong-shape",
        {"found": "LineString", "allowed": "Point"},
        collection(drawn(PLACE, "LineString", LINE)),
    ),
    *(
        ("map-position", {}, collection(drawn(PLACE, "Point", wrong)))
        for wrong in (
            None,
            [],
            [EAST],
            [*HERE, 1, 2],
            [str(EAST), str(NORTH)],
            [True, None],
            [[EAST], NORTH],
            HERE * 2,
        )
    ),
    ("map-position", {}, collection(drawn(ROAD, "LineString", [HERE, 3]))),
    ("map-position", {}, collection(drawn(PLACE, "Polygon", RING))),
    ("map-metres", {}, collection(drawn(PLACE, "Point", [550_123.4, 2_018_333.1]))),
    ("map-metres", {}, collection(drawn(PLACE, "Point", [EAST + 360, NORTH]))),
    ("map-swapped", {"guess": f"[{EAST}, {NORTH}]"}, collection(drawn(PLACE, "Point", [NORTH, EAST]))),
    ("map-outside", {"found": f"[{-EAST}, {NORTH}]"}, collection(drawn(PLACE, "Point", [-EAST, NORTH]))),
    ("map-outside", {"found": "[180.0, 0.0]"}, collection(drawn(PLACE, "Point", [180, 0]))),
    ("map-outside", {"found": "[2.35, 48.85]"}, collection(drawn(PLACE, "Point", [2.35, 48.85]))),
    ("map-far", {"km": "106", "limit": "15"}, collection(drawn(PLACE, "Point", [EAST + 1, NORTH]))),
    ("map-short-line", {}, collection(drawn(ROAD, "LineString", [HERE, HERE]))),
    ("map-short-line", {}, collection(drawn(ROAD, "LineString", []))),
    ("map-ring", {}, collection(drawn(PLACE, "Polygon", []))),
    ("map-ring", {}, collection(drawn(PLACE, "Polygon", [RING[:-1]]))),
    ("map-ring", {}, collection(drawn(PLACE, "Polygon", [[*RING[:-1], LINE[1]]]))),
    ("map-ring", {}, collection(drawn(PLACE, "Polygon", [[HERE, LINE[1], [EAST + 0.002, NORTH], HERE]]))),
    ("map-ring", {}, collection(drawn(PLACE, "Polygon", [RING, RING[:2]]))),
]


@pytest.mark.parametrize(("code", "params", "data"), FAULTS)
def test_faults(code: str, params: dict[str, str], data: Any) -> None:
    features, problems = read(data)
    assert features == ()
    assert [(problem.code, problem.params) for problem in problems] == [(code, params)]
    for lang in catalogue.LANGUAGES:
        assert problems[0].text(lang)
        assert problems[0].hint(lang)


def test_sound_features_are_kept_and_all_faults_told_with_their_places() -> None:
    text = """{
  "type": "FeatureCollection",
  "features": [
    {"type": "Feature", "properties": {"road": "a"},
     "geometry": {"type": "LineString", "coordinates": [[105.98, 18.25],
                                                        [18.251, 105.981]]}},
    {"type": "Feature", "properties": {"place": "b", "Tên": "x", "stroke": "#f00"},
     "geometry": {"type": "Point", "coordinates": [105.98, 18.25]}},
    {"type": "Feature", "properties": {"place": "b", "stroke": "#f00"},
     "geometry": {"type": "Point", "coordinates": [105.98, 18.26]}},
    {"type": "Feature", "properties": {"place": "c", "plce": "d"},
     "geometry": {"type": "Point", "type": "Point", "coordinates": [105.98, 18.26]}}
  ]
}
"""
    features, problems = read(text.encode())
    assert [feature.ref for feature in features] == ["b"]
    assert [(p.line, p.column, p.code, p.level, p.params) for p in problems] == [
        (6, 57, "map-swapped", Level.ERROR, {"guess": "[105.981, 18.251]"}),
        (7, 54, "map-unread-property", Level.WARNING, {"found": "Tên", "guess": ""}),
        (7, 66, "map-unread-property", Level.WARNING, {"found": "stroke", "guess": ""}),
        (9, 49, "map-twice", Level.ERROR, {"found": "b", "line": "7"}),
        (11, 54, "map-unread-property", Level.WARNING, {"found": "plce", "guess": "place"}),
        (12, 36, "map-key-twice", Level.ERROR, {"found": "type"}),
    ]


@pytest.mark.parametrize(
    ("data", "line", "column", "code"),
    [
        (b"", 1, 1, "map-json"),
        (b"{\n  'type': 1}", 2, 3, "map-json"),
        (b'{"type": "FeatureCollection",\n "features": [}', 2, 15, "map-json"),
        (b'{"a": NaN}', 1, 1, "map-json"),
        (b"[" * 100_000, 1, 1, "map-json"),
        (b"[" * 50 + b"]" * 50, 1, 13, "too-deep"),
        (b'{"a": "\xff"}', 1, 8, "encoding"),
        (b'{"a": 1}' + b" " * 1_000_000, 1, 1, "file-too-large"),
        (b'{"a": "x\x00"}', 1, 9, "control-character"),
        (b'["' + b"9" * 60_000 + b'"]', 1, 2, "text-too-long"),
        (b"[" + b"9" * 6_000 + b"]", 1, 1, "map-not-collection"),
    ],
)
def test_what_is_no_map(data: bytes, line: int, column: int, code: str) -> None:
    features, problems = read(data)
    assert features == ()
    assert [(problem.line, problem.column, problem.code) for problem in problems] == [(line, column, code)]


def test_a_map_has_only_so_many_positions() -> None:
    line = [[EAST + i * 1e-7, NORTH] for i in range(8_001)]
    features, problems = read(
        json.dumps(
            collection(*(drawn({"road": f"r{i}"}, "LineString", line) for i in range(2))),
            separators=(",", ":"),
        ).encode()
    )
    assert [feature.ref for feature in features] == ["r0"]
    assert codes(problems) == ["map-too-many-points"]


@pytest.mark.parametrize(
    ("crs", "expected"),
    [
        ("urn:ogc:def:crs:OGC:1.3:CRS84", []),
        ("EPSG:4326", []),
        ("urn:ogc:def:crs:EPSG::3405", ["map-metres"]),
    ],
)
def test_systems_of_coordinates(crs: str, expected: list[str]) -> None:
    data = village() | {"crs": {"type": "name", "properties": {"name": crs}}}
    assert codes(read(data)[1]) == expected


def test_a_village_without_a_place_is_near_nothing() -> None:
    far = collection(drawn(PLACE, "Point", [106.7, 10.8]))
    assert codes(read(far)[1]) == ["map-far"]
    assert codes(read(far, None)[1]) == []


@given(st.floats(95, 125), st.floats(0, 30))
def test_the_country_is_the_same_as_for_coordinates_in_the_data(east: float, north: float) -> None:
    found, _ = read(collection(drawn(PLACE, "Point", [east, north])), None)
    try:
        parse_coordinates(f"{north:.9f}, {east:.9f}")
    except BadValue:
        assert found == ()
    else:
        assert len(found) == 1


def test_records_that_are_not_there() -> None:
    features, _ = read(village())
    ids = {
        "road": ["truc-thon", *(f"ngo-{i}" for i in range(1, 6))],
        "place": ["nha-van-hoa", "truong", "den", "ao"],
    }
    (problem,) = unresolved(features, ids)
    assert (problem.code, problem.params["found"]) == ("map-unknown-record", "ngo-6")
    (anything,), _ = read(collection(drawn({"id": "truong"}, "Point", HERE)))
    assert list(unresolved([anything], ids)) == []
    assert len(list(unresolved([anything], {}))) == 1


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.integers()
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "features", "geometry", "coordinates", "properties", "road", "x"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from(["root", "feature", "geometry", "coordinates", "properties"]))
def test_any_json_is_read_or_refused(found: Any, where: str) -> None:
    data: Any = village()
    feature = data["features"][0]
    if where == "root":
        data = found
    elif where == "feature":
        data["features"][0] = found
    elif where == "coordinates":
        feature["geometry"]["coordinates"] = found
    else:
        feature[where] = found
    features, problems = read(data)
    assert len(features) < 11 or where != "root"
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    if len(features) < 11:
        assert any(problem.is_error for problem in problems)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_refused(data: bytes) -> None:
    problems: list[Problem] = []
    assert read_map(data, FILE, problems, VILLAGE) == ()
    assert problems


def test_every_message_is_used_and_has_what_it_names() -> None:
    raised: dict[str, set[str]] = {"map-json": set(), "map-unread-property": {"found", "guess"}}
    for path in Path(str(geo.__file__)).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id in ("Fault", "at") and isinstance(node.args[1], ast.Constant):
                raised[str(node.args[1].value)] = {word.arg for word in node.keywords if word.arg}
    raised |= {code: set() for code in ("map-not-collection", "map-not-feature")}
    for lang in catalogue.LANGUAGES:
        texts = tomllib.loads((Path(catalogue.__file__).parent / f"maps.{lang}.toml").read_text("utf-8"))
        assert texts.keys() == raised.keys()
        for code, entry in texts.items():
            used = {n for text in entry.values() for _, n, _, _ in string.Formatter().parse(text) if n}
            assert used <= raised[code], code
