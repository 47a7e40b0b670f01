"""Which house the name of a photograph stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import atlas
from tests.verify.support import CODES, HOUSES, NEVER, OTHER, ROAD, plate, village
from village_site.verify.naming import Naming

ONE, TWO, THREE, _ = HOUSES


@pytest.fixture(scope="module")
def naming(tmp_path_factory: pytest.TempPathFactory) -> Naming:
    """The names of the made-up village."""
    return Naming(village(tmp_path_factory.mktemp("data")).coded())


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("nam-bac-thanh-ho-2.jpg", {TWO}),
        ("Nam Bắc Thành hộ 2.JPG", {TWO}),
        ("2026-11-21_nam_bac_thanh_ho_2 (1).jpg", {TWO}),
        ("nam-bac-thanh/ho-1.jpg", {ONE}),
        ("Đông Hạ/ho-1.jpg", {OTHER}),
        ("anh/ho-1.jpg", {ONE, OTHER}),
        ("anh/ho-2.jpg", {TWO}),
        ("truc.webp", {ROAD}),
        ("ho-2-truc.jpg", {TWO, ROAD}),
        (f"{plate(THREE)}.jpg", {THREE}),
        (f"{THREE.lower()}_2.jpg", {THREE}),
        (f"nam-bac-thanh-ho-2 {plate(THREE)}.jpg", {THREE}),
        (f"{plate(NEVER)}.jpg", {NEVER}),
        (f"{plate(THREE)[:-1]}2.jpg" if THREE[-1] != "2" else f"{plate(THREE)[:-1]}3.jpg", set()),
        ("IMG_20261121_101500.jpg", set()),
        ("DSC00012.JPG", set()),
        ("ho-22.jpg", set()),
        ("tho-2.jpg", set()),
        ("nam-bac-thanh-1.jpg", set()),
        (".jpg", set()),
        ("日本.jpg", set()),
    ],
)
def test_what_a_name_stands_for(naming: Naming, name: str, codes: set[str]) -> None:
    assert naming.codes_named(Path(name)) == codes


def test_the_longest_name_wins_and_numbers_alone_say_nothing(tmp_path: Path) -> None:
    data = atlas(
        tmp_path,
        {
            "nam-bac-thanh/village.yml": f"""
                kind: thôn
                name: Nam Bắc Thành
                code: {CODES[3]}
                memberships: [{{unit: cam-binh, since: 01/07/2025}}]
            """,
            "nam-bac-thanh/roads.yml": "- {id: truc, name: Trục}\n",
            "nam-bac-thanh/households.yml": "".join(
                f"- {{id: {name}, code: {code}, road: truc}}\n"
                for name, code in (("ho-1", CODES[0]), ("ho-1-2", CODES[1]), ("12", CODES[2]))
            ),
        },
    )
    naming = Naming(data.coded())
    assert naming.codes_named(Path("ho-1-2.jpg")) == {CODES[1]}
    assert naming.codes_named(Path("ho-1-3.jpg")) == {CODES[0]}
    assert naming.codes_named(Path("12.jpg")) == {CODES[2]}
    assert naming.codes_named(Path("IMG-12.jpg")) == set()
    assert naming.codes_named(Path("nam-bac-thanh-12.jpg")) == {CODES[2]}
    assert naming.codes_named(Path("nam-bac-thanh.jpg")) == {CODES[3]}
    assert naming.codes_named(Path("nam-bac-thanh-7.jpg")) == set()
