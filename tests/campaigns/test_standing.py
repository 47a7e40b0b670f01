"""Sums of a campaign on a day, worked out by hand from `data.py`."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.campaigns.data import CAMPAIGN, LAST, REF, V, campaign
from village_site.campaigns import (
    GroupStanding,
    Share,
    Standing,
    added,
    find,
    of_unit,
    rank,
    standing,
    taking_part,
)
from village_site.model.campaigns import PROGRESS


def on(tmp_path: Path, day: dt.date, files: dict[str, str] | None = None) -> Standing:
    atlas, home = campaign(tmp_path, files)
    return standing(atlas, home, day)


def shares(found: Standing) -> dict[str, Any]:
    """Done and target by `item`, `item/village` and `item/village/group`."""
    told: dict[str, Any] = {}
    for item in found.items:
        told[item.item.id] = (item.share.done, item.share.target)
        for village in item.villages:
            name = f"{item.item.id}/{village.village}"
            told[name] = (village.share.done, village.share.target)
            for group in village.groups:
                told[f"{name}/{group.group}"] = (group.share.done, group.share.target)
    return told


def test_sums_on_the_last_day(tmp_path: Path) -> None:
    assert shares(on(tmp_path, LAST)) == {
        "hang-rao": (Decimal("19.5"), 30),  # 5 + 8 + 1 + 1, and 2 + 2,5
        f"hang-rao/{V}": (15, 20),
        f"hang-rao/{V}/to-1": (6, 12),
        f"hang-rao/{V}/to-2": (8, 8),
        "hang-rao/an": (Decimal("4.5"), 10),
        "vuon": (4, 4),
        "vuon/an": (4, 4),
    }


def test_sums_at_the_end_of_a_day_before(tmp_path: Path) -> None:
    found = shares(on(tmp_path, dt.date(2026, 11, 6)))
    assert found["hang-rao"] == (16, 30)  # 5 + 8 + 1 + 2
    assert found[f"hang-rao/{V}/to-1"] == (5, 12)
    assert found["vuon"] == (0, 4)


def test_what_was_added_between_two_days(tmp_path: Path) -> None:
    atlas, home = campaign(tmp_path)
    sums = added(atlas, home, dt.date(2026, 11, 6), dt.date(2026, 11, 10))
    assert sums == {
        ("hang-rao", V, None): 10,  # 8 + 1 + 1
        ("hang-rao", V, "to-1"): 1,
        ("hang-rao", V, "to-2"): 8,
        ("hang-rao", "an", None): Decimal("4.5"),
    }


def test_days_count_the_first_and_the_last(tmp_path: Path) -> None:
    atlas, home = campaign(tmp_path)
    days = [dt.date(2026, 11, 1), dt.date(2026, 11, 2), dt.date(2026, 11, 25), LAST, dt.date(2027, 1, 1)]
    found = [standing(atlas, home, day) for day in days]
    assert [(one.days, one.days_gone) for one in found] == [(25, 0), (25, 1), (25, 24), (25, 25), (25, 25)]
    assert [one.is_running for one in found] == [False, True, True, False, False]


def test_a_village_that_entered_nothing_is_not_acting(tmp_path: Path) -> None:
    found = on(tmp_path, dt.date(2026, 11, 4))
    assert found.villages == (V, "an")
    assert found.acting == {V}


def test_an_item_over_its_target_is_more_than_all(tmp_path: Path) -> None:
    files = {"an/progress.csv": f"campaign;date;item;amount\n{REF};6/11/2026;vuon;5 vườn\n"}
    share = on(tmp_path, LAST, files).items[1].share
    assert (share.ratio, share.reached) == (Decimal("1.25"), True)


def test_without_a_target_there_is_no_ratio() -> None:
    assert Share(Decimal(3), None, "hộ").ratio is None
    assert not Share(Decimal(3), None, "hộ").reached
    assert not Share(Decimal(0), Decimal(0), "hộ").reached


def test_groups_are_ranked_by_their_share_and_stay_in_order_when_equal() -> None:
    given = {"a": (1, 4), "b": (2, 4), "c": (4, 8), "d": (9, None)}
    groups = [
        GroupStanding(name, Share(Decimal(done), Decimal(target) if target else None, "hộ"))
        for name, (done, target) in given.items()
    ]
    assert [one.group for one in rank(groups)] == ["b", "c", "a", "d"]


def test_who_takes_part(tmp_path: Path) -> None:
    atlas, home = campaign(tmp_path)
    assert [one.key for one in taking_part(atlas, atlas.by_id["an"])] == [REF]
    assert [one.key for one in of_unit(atlas, atlas.units["cam-binh"])] == [REF]
    assert of_unit(atlas, atlas.units["cam-thanh"]) == ()
    # A commune that is gone declared it; the one its village belongs to now shows it.
    assert [one.key for one in of_unit(atlas, atlas.units["cam-thanh"], [atlas.by_id[V]])] == [REF]
    entry = atlas.by_id[V].folder.of(PROGRESS)[0]
    assert find(atlas, entry.campaign) == home


def test_a_village_s_own_campaign_is_not_the_commune_s(tmp_path: Path) -> None:
    own = "- {id: rieng, name: Riêng, since: 1/10/2026, until: 5/10/2026, items: [{id: x, name: X, target: 2 hộ}]}"
    atlas, _ = campaign(tmp_path, {"an/campaigns.yml": own})
    assert [one.key for one in taking_part(atlas, atlas.by_id["an"])] == [REF, "an/rieng"]
    assert [one.key for one in of_unit(atlas, atlas.units["cam-binh"], atlas.places)] == [REF]
    found = standing(atlas, taking_part(atlas, atlas.by_id["an"])[1], dt.date(2026, 10, 5))
    assert found.villages == ("an",)


def test_whether_anything_is_made_up(tmp_path: Path) -> None:
    assert not on(tmp_path, LAST).illustrative
    made_up = CAMPAIGN["an/progress.csv"].replace("note", "illustrative").replace(";4;", ";4;yes")
    files = {"an/progress.csv": made_up.replace('"nửa ngày; mưa"', "")}
    assert on(tmp_path / "with", LAST, files).illustrative
    assert not on(tmp_path / "before", dt.date(2026, 11, 19), files).illustrative
