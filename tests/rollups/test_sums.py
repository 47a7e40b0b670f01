"""What is added up, what is not, and what is left over; every expected total is worked out by hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.rollups.data import FILES, schools
from tests.support import DAY, atlas
from village_site.atlas import Atlas
from village_site.rollups import RollUp, rollup
from village_site.rollups.targets import is_met
from village_site.values import parse_quantity, quantity_text

LAST = dt.date(2025, 6, 30)


def district(tmp_path: Path, files: dict[str, str] | None = None) -> RollUp:
    data = atlas(tmp_path, {**FILES, **(files or {})})
    return rollup(data, data.units["huyen"], LAST)


def text(value: object) -> str:
    return quantity_text(value, "vi").replace("\u00a0", " ")  # type: ignore[arg-type]


def test_numerators_and_denominators_are_added_and_never_a_share(tmp_path: Path) -> None:
    (found,) = district(tmp_path).from_villages
    assert found.total is not None
    assert text(found.total) == "7/11 trường"  # 3/5 and 4/6
    assert [one.owner.id for one in found.left_out] == ["ba"]  # more than 2 of 3 is no exact count
    assert (found.reported, found.members) == (3, 4)
    assert [date.iso() for date in found.dates] == ["2024", "2025"]


@pytest.mark.parametrize("typed", ["90 %", "hơn 600 triệu đồng", "khoảng 12 trường"])
def test_what_is_no_exact_count_is_told_and_not_added(tmp_path: Path, typed: str) -> None:
    found = district(
        tmp_path, {"bon/tallies.yml": f"[{{id: a, topic: other, name: Góp, total: '{typed}', date: 2024}}]"}
    )
    (sums,) = [one for one in found.from_villages if str(one.name) == "Góp"]
    assert sums.total is None
    assert [one.owner.id for one in sums.left_out] == ["bon"]
    assert sums.entries == ()
    assert (sums.reported, sums.members) == (1, 4)


@pytest.mark.parametrize("typed", ["4 lớp", "4/6 lớp", "4 trường"])
def test_only_equal_things_are_added(tmp_path: Path, typed: str) -> None:
    found = district(tmp_path, {"hai/tallies.yml": schools(typed)}).from_villages
    assert sorted(text(one.total) for one in found if one.total is not None) == sorted(["3/5 trường", typed])


def test_a_thing_is_the_same_however_it_is_spelt(tmp_path: Path) -> None:
    other = "[{id: x, topic: trường học, name: trường CHUẨN, total: 4/6 trường, date: 2025}]"
    (found,) = district(tmp_path, {"hai/tallies.yml": other}).from_villages
    assert found.total is not None
    assert text(found.total) == "7/11 trường"


def test_the_newest_count_of_a_village_is_the_one_that_counts(tmp_path: Path) -> None:
    years = """
        - {id: a, topic: schools, name: Trường chuẩn, total: 1/5 trường, date: 2022}
        - {id: c, topic: schools, name: Trường chuẩn, total: 3/5 trường, date: 2024}
        - {id: b, topic: schools, name: Trường chuẩn, total: 2/5 trường, date: 2023}
    """
    found = district(tmp_path, {"nam-bac-thanh/tallies.yml": years})
    (sums,) = found.from_villages
    assert sums.total is not None
    assert text(sums.total) == "7/11 trường"
    first = next(one for one in sums.entries if one.owner.id == "nam-bac-thanh")
    assert [one.id for one in (first.newest, *first.earlier)] == ["c", "b", "a"]


PRODUCTS = """
    - id: ocop
      topic: products
      name: Sản phẩm OCOP
      total: {total} sản phẩm
      date: 2024
      parts: [{parts}]
"""


def products(total: int, **stars: int) -> str:
    parts = ", ".join(f"{{name: {name}, number: {number}}}" for name, number in stars.items())
    return PRODUCTS.format(total=total, parts=parts)


def test_parts_are_added_and_the_rest_is_told(tmp_path: Path) -> None:
    files = {
        "nam-bac-thanh/tallies.yml": products(5, bốn=1, ba=3),  # and 1 of no part
        "hai/tallies.yml": products(3, ba=3),
        "ba/tallies.yml": products(2),
    }
    (found,) = district(tmp_path, files).from_villages
    assert found.total is not None
    assert text(found.total) == "10 sản phẩm"
    assert {str(part.name): int(part.number) for part in found.parts} == {"bốn": 1, "ba": 6, "None": 3}


def test_a_units_own_word_stands_apart_from_the_sum(tmp_path: Path) -> None:
    own = schools("46/52 trường")
    found = district(
        tmp_path, {"_units/huyen/tallies.yml": own, "_units/xa-a/tallies.yml": schools("9/9 trường")}
    )
    assert [text(one.newest.total.value) for one in found.own] == ["46/52 trường"]
    assert [text(one.total) for one in found.from_villages if one.total] == ["7/11 trường"]
    (communes,) = found.from_communes
    assert communes.total is not None
    assert text(communes.total) == "9/9 trường"
    assert (communes.reported, communes.members) == (1, 2)


def test_what_communes_tell_of_their_villages_is_added_beside_what_villages_tell(tmp_path: Path) -> None:
    told = "[{{set: bo, date: 2024, villages: {} thôn}}]"
    found = district(
        tmp_path,
        {"_units/xa-a/criteria.yml": told.format("4/4"), "_units/xa-b/criteria.yml": told.format("2/7")},
    )
    (claim,) = found.claims
    assert claim.total is not None
    assert text(claim.total) == "6/11 thôn"
    assert [one.owner.id for one in claim.told] == ["xa-a", "xa-b"]
    assert [(one.reached, one.reported, one.members) for one in found.village_standards] == [(1, 2, 4)]


def test_each_criterion_says_by_how_many_it_is_met_and_by_whom_not(tmp_path: Path) -> None:
    (found,) = district(tmp_path).village_standards
    told = [
        (one.criterion.number, one.met, one.assessed, [who.id for who in one.unmet])
        for one in found.by_criterion
    ]
    assert told == [("1", 2, 2, []), ("2", 1, 2, ["hai"])]


def test_sample_data_in_a_sum_is_known(tmp_path: Path) -> None:
    made_up = FILES["hai/village.yml"] + "    illustrative: yes\n"
    sums = district(tmp_path, {"hai/village.yml": made_up})
    assert [one.illustrative for one in sums.from_villages] == [True]
    assert [one.illustrative for one in sums.village_standards] == [1]
    plain = district(tmp_path / "plain")
    assert [one.illustrative for one in plain.from_villages] == [False]


CAMPAIGN = """
    - id: dot
      name: Đợt mẫu
      since: 01/05/2024
      until: 31/05/2024
      items: [{id: cong, name: Sửa cổng, target: 10 hộ, villages: [{village: hai, target: 10 hộ}]}]
"""
PROGRESS = "[{campaign: xa-a/dot, date: 10/05/2024, item: cong, amount: 7 hộ}]"


def test_campaigns_of_communes_that_are_gone_count_above_and_where_their_villages_are(tmp_path: Path) -> None:
    files = {**FILES, "_units/xa-a/campaigns.yml": CAMPAIGN, "hai/progress.yml": PROGRESS}
    data = atlas(tmp_path, files)
    for unit, expected in (("tinh", [7]), ("huyen", [7]), ("xa-khac", [7]), ("xa-moi", [])):
        assert done(data, unit) == expected, unit


def done(data: Atlas, unit: str) -> list[int]:
    """What the only item of each campaign came to."""
    sums = rollup(data, data.units[unit], DAY)
    return [int(one.items[0].share.done) for one in sums.campaigns]


@pytest.mark.parametrize(
    ("target", "reached", "met"),
    [
        ("100 %", "100 %", True),
        ("100 %", "99,5 %", False),
        ("100 %", "gần 100 %", False),
        ("90 %", "hơn 90 %", True),
        ("hơn 90 %", "hơn 90 %", True),
        ("hơn 90 %", "90 %", False),
        ("ít nhất 5 xã", "5 xã", True),
        ("ít nhất 5 xã", "ít nhất 4 xã", None),
        ("ít nhất 5 xã", "khoảng 6 xã", None),
        ("ít nhất 5 xã", "dưới 8 xã", None),
        ("ít nhất 5 xã", "dưới 5 xã", False),
        ("nhiều nhất 3 %", "2,5 %", True),
        ("nhiều nhất 3 %", "dưới 3 %", True),
        ("nhiều nhất 3 %", "hơn 3 %", False),
        ("nhiều nhất 3 %", "hơn 2 %", None),
        ("dưới 3 %", "3 %", False),
        ("dưới 3 %", "dưới 3 %", True),
        ("88 %", "46/52 trường", True),  # 88,46 %
        ("89 %", "46/52 trường", False),
        ("5 xã", "5 thôn", None),
        ("khoảng 5 xã", "6 xã", None),
    ],
)
def test_whether_a_target_is_met(target: str, reached: str, met: bool | None) -> None:
    assert is_met(parse_quantity(target), parse_quantity(reached)) is met


def test_a_target_is_compared_with_the_newest_figure_of_the_day(tmp_path: Path) -> None:
    aims = """
        - id: luoi
          name: Hồ sơ trên mạng
          target: 100 %
          due: 2025
          reached:
            - {value: 100 %, date: 2026}
            - {value: 60 %, date: 2023}
            - {value: 80 %, date: 2024}
    """
    (aim,) = district(tmp_path, {"_units/huyen/targets.yml": aims}).aims
    assert aim.reached is not None
    assert text(aim.reached.value) == "80 %"
    assert [text(one.value) for one in aim.earlier] == ["60 %"]
    assert aim.met is False
