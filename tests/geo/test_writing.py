"""GeoJSON as others read it."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.exports.texts import TEXTS
from tests.geo.samples import EAST, NORTH, VILLAGE, items, read
from village_site.geo.drawing import Item
from village_site.geo.features import point
from village_site.geo.writing import geojson

SAMPLE = items()


def parsed(found: list[Item]) -> list[dict[str, Any]]:
    data = json.loads(geojson(found))
    assert list(data) == ["type", "features"]
    assert data["type"] == "FeatureCollection"
    features: list[dict[str, Any]] = data["features"]
    return features


def test_a_whole_file() -> None:
    item = Item(point("place", "den", VILLAGE), "Đền “Cả”", "../den/")
    assert geojson([item]) == (
        '{"type":"FeatureCollection","features":[\n'
        '{"type":"Feature","id":"place/den","geometry":{"type":"Point","coordinates":[105.9811,18.2527]},'
        '"properties":{"kind":"place","id":"den","name":"Đền “Cả”","url":"../den/"}}\n]}\n'
    )


def test_what_is_written_can_be_drawn_again() -> None:
    raw = json.loads(geojson(SAMPLE))
    for feature in raw["features"]:
        kind = feature["properties"]["kind"]
        feature["properties"] = {kind: feature["properties"]["id"]}
    features, problems = read(raw)
    assert problems == []
    assert {f.ref: f.shape for f in features} == {i.feature.ref: i.feature.shape for i in SAMPLE}


def test_rings_turn_as_they_should() -> None:
    outer = ((EAST, NORTH), (EAST, NORTH + 0.003), (EAST + 0.003, NORTH), (EAST, NORTH))
    inner = tuple((EAST + 0.0005 + (x - EAST) / 9, NORTH + 0.0005 + (y - NORTH) / 9) for x, y in outer)
    area = next(item.feature for item in SAMPLE if item.feature.ref == "ao")
    for rings in ((outer, inner), (outer[::-1], inner[::-1])):
        feature = type(area)(area.kind, area.ref, area.shape, rings, area.where)
        (found,) = parsed([Item(feature, "Ao")])
        turns = [
            sum(
                x * to_y - to_x * y
                for (x, y), (to_x, to_y) in pairwise([(a - EAST, b - NORTH) for a, b in ring])
            )
            for ring in found["geometry"]["coordinates"]
        ]
        assert turns[0] > 0 > turns[1]


@given(st.permutations(SAMPLE))
def test_the_order_given_does_not_matter(found: list[Item]) -> None:
    assert geojson(found) == geojson(SAMPLE)


@given(TEXTS)
def test_any_name_comes_back(name: str) -> None:
    (feature,) = parsed([Item(point("place", "a", VILLAGE), name)])
    assert feature["properties"] == {"kind": "place", "id": "a", "name": name}


def test_six_decimals_are_enough() -> None:
    for feature in parsed(SAMPLE):
        numbers = json.dumps(feature["geometry"]["coordinates"]).replace("[", "").replace("]", "").split(",")
        assert all(len(number.strip().partition(".")[2]) <= 6 for number in numbers)


def test_nothing_is_a_file_too() -> None:
    assert parsed([]) == []
