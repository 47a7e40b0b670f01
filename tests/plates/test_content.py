"""What a plate says: few words, number or name first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plates.support import CODES, VILLAGE, atlas, houses, road
from village_site.domains import is_reserved
from village_site.plates.content import COMMON, plates
from village_site.plates.domain import shown_domain
from village_site.plates.reading import distance_of, rounded


def lines(tmp_path: Path, files: dict[str, str], kind: str) -> dict[str, str]:
    """The lines of the only plate of a kind, without those all plates share and its code."""
    (plate,) = plates(atlas(tmp_path, files), (), (kind,), None)
    return {
        key: line.text
        for key, line in plate.lines.items()
        if line.text and key not in (*COMMON, "code", "place")
    }


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("number: 12/3, side: trái, near: Ao làng", {"lead": "12/3", "street": "Ngõ 12"}),
        ("number: 10A", {"lead": "10A", "street": "Ngõ 12"}),
        ("distance: 85 m", {"eyebrow": "Cách đầu Ngõ 12", "lead": "85 m"}),
        (
            "distance: khoảng 85 m, side: trái, near: Ao làng",
            {"eyebrow": "Cách đầu Ngõ 12", "lead": "khoảng 85 m", "detail": "bên trái, gần Ao làng"},
        ),
        ("side: cuối đường", {"lead": "Cuối đường", "street": "Ngõ 12"}),
        (
            "side: cuối đường, near: Ao làng",
            {"lead": "Cuối đường", "detail": "gần Ao làng", "street": "Ngõ 12"},
        ),
        ("side: phải", {"lead": "Bên phải", "street": "Ngõ 12"}),
        ("near: Ao làng", {"eyebrow": "Ngõ 12", "lead": "Gần Ao làng"}),
        ("", {"lead": "Ngõ 12"}),
    ],
)
def test_a_house(tmp_path: Path, record: str, said: dict[str, str]) -> None:
    files = road("Ngõ 12") | houses(record)
    assert {k: v.replace("\xa0", " ") for k, v in lines(tmp_path, files, "household").items()} == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", {}),
        ("start: Cổng làng", {}),
        ("start: Cổng làng, end: Đình", {"detail": "Từ Cổng làng đến Đình"}),
        ("start: Cổng làng, end: Đình, length: '1,1 km'", {"detail": "Từ Cổng làng đến Đình, dài 1,1 km"}),
        ("length: 240 m", {"detail": "Dài 240 m"}),
        ("length: {value: 240 m, confirmed: no}", {}),
    ],
)
def test_a_road(tmp_path: Path, more: str, said: dict[str, str]) -> None:
    record = f"- {{id: truc, code: {CODES[0]}, name: Ngõ 12{', ' if more else ''}{more}}}\n"
    found = lines(tmp_path, {f"{VILLAGE}/roads.yml": record}, "road")
    assert {k: v.replace("\xa0", " ") for k, v in found.items()} == {"lead": "Ngõ 12"} | said


def test_a_village_that_belongs_nowhere_yet(tmp_path: Path) -> None:
    record = f"code: {CODES[0]}\nkind: bản\nname: Cù Lây\n"
    assert lines(tmp_path, {f"{VILLAGE}/village.yml": record}, "village") == {
        "eyebrow": "Bản",
        "lead": "Cù Lây",
    }


@pytest.mark.parametrize(
    ("address", "shown", "reserved"),
    [
        ("https://lang.example", "lang.example", True),
        ("HTTPS://Lang.EXAMPLE/", "lang.example", True),
        ("https://example.com", "example.com", True),
        ("https://www.example.net/thon", "www.example.net/thon", True),
        ("https://thon.test", "thon.test", True),
        ("https://thon.invalid:8443", "thon.invalid:8443", True),
        ("https://localhost", "localhost", True),
        ("https://myexample.com", "myexample.com", False),
        ("https://example.com.vn", "example.com.vn", False),
        ("https://nhom.github.io/Thon-Moi", "nhom.github.io/Thon-Moi", False),
    ],
)
def test_the_domain(address: str, shown: str, reserved: bool) -> None:
    assert (shown_domain(address), is_reserved(address)) == (shown, reserved)


def test_the_model_of_reading() -> None:
    assert rounded(distance_of(70 / 29), 1) == rounded(1.6, 1)
    assert distance_of(2) == 2 * distance_of(1)
