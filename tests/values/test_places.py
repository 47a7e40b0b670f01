"""Coordinates as people copy them."""

from decimal import Decimal

import pytest

from village_site.values import BadValue, Coordinates, parse_coordinates


@pytest.mark.parametrize(
    "text",
    [
        "18.2527, 105.9811",
        "18.2527,105.9811",
        "18.2527 105.9811",
        "18.2527; 105.9811",
        "(18.2527, 105.9811)",
        "18,2527; 105,9811",
        "18,2527, 105,9811",
        "18,2527 105,9811",
        " +18.2527 , +105.9811 ",
    ],
)
def test_coordinates(text: str) -> None:
    assert parse_coordinates(text) == Coordinates(Decimal("18.2527"), Decimal("105.9811"))


def test_digits_typed_are_kept() -> None:
    assert str(parse_coordinates("18.250, 105.90")) == "18.250, 105.90"


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("105.9811, 18.2527", "coordinates-swapped", {"guess": "18.2527, 105.9811"}),
        ("105,9811; 18,2527", "coordinates-swapped", {"guess": "18.2527, 105.9811"}),
        ("48.85, 2.35", "coordinates-outside", {}),
        ("-18.2527, 105.9811", "coordinates-outside", {}),
        ("0.0, 0.0", "coordinates-outside", {}),
        ("18.2527", "coordinates-unreadable", {}),
        ("18,2527", "coordinates-unreadable", {}),
        ("18,105", "coordinates-unreadable", {}),
        ("18, 105", "coordinates-unreadable", {}),
        ("18°15'09.7\"N 105°58'52.0\"E", "coordinates-unreadable", {}),
        ("https://maps.example/18.2527,105.9811", "coordinates-unreadable", {}),
        ("", "coordinates-unreadable", {}),
        ("\u0661\u0668.2, 105.9", "coordinates-unreadable", {}),
    ],
)
def test_refused(text: str, code: str, params: dict[str, str]) -> None:
    with pytest.raises(BadValue) as refused:
        parse_coordinates(text)
    assert (refused.value.code, refused.value.params) == (code, {"found": text, **params})
