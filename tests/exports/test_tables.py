"""The tables: real figures, stable order, safe cells, lists within, an index of all, nothing personal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.exports.data import sheet, table, written
from tests.privacy.support import CONSENT, NAME, PERSONAL, PHONE, PLACE, site_folder
from tests.rollups.data import FILES, schools
from tests.site.conftest import ROOT
from tests.support import DAY, atlas
from village_site.exports import write_data
from village_site.exports.data import exported
from village_site.exports.write import tables
from village_site.model import KINDS
from village_site.site import open_atlas


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The data files of the sample."""
    out = tmp_path_factory.mktemp("data")
    write_data(open_atlas(ROOT / "villages", DAY)[0], out)
    return {path.name: path.read_bytes().decode() for path in sorted(out.iterdir())}


def test_what_thoi_binh_published(sample: dict[str, str]) -> None:
    own = {row["id"]: row for row in table(sample, "tally") if row.get("unit") == "huyen-thoi-binh"}
    assert {name: row["total"]["value"] for name, row in own.items()} == {
        "xa-nong-thon-moi": {"number": 11, "of": 11, "unit": "xã"},
        "truong-chuan": {"number": 46, "of": 52, "unit": "trường"},
        "ocop": {"number": 8, "unit": "sản phẩm"},
        "hop-tac-xa": {"number": 30, "unit": "hợp tác xã"},
    }
    assert [part["number"]["value"]["number"] for part in own["ocop"]["parts"]] == [1, 4, 3]
    assert all(row["sources"] == ["thoi-binh-2024"] for row in own.values())
    targets = {row["id"]: row["target"]["value"] for row in table(sample, "target")}
    assert targets["ho-so-truc-tuyen"] == {"number": 100, "unit": "%"}
    assert targets["noi-dung-nang-cao"] == {"number": 5, "unit": "xã", "qualifier": "at_least"}


def test_the_roll_up_of_thoi_binh(sample: dict[str, str]) -> None:
    found = [row for row in table(sample, "rollups") if row["unit"] == "huyen-thoi-binh"]
    assert {row["day"] for row in found} == {"2025-06-30"}
    told = {(row["measure"], row.get("item"), row.get("part")): row for row in found}
    assert told["tally", "truong-chuan", None]["number"] == 46
    assert told["tally", "truong-chuan", None]["of"] == 52
    assert told["part", "ocop", "4 sao, cấp tỉnh"]["number"] == 1
    assert told["part", "ocop", "3 sao, cấp tỉnh"]["number"] == 4
    assert told["part", "ocop", "3 sao, cấp huyện"]["number"] == 3
    assert told["part", "hop-tac-xa", "đã ngừng hoạt động"]["number"] == 7
    assert told["part", "hop-tac-xa", "còn lại"]["number"] == 23
    assert told["villages", None, None]["number"] == 1


def test_the_same_in_spreadsheets(sample: dict[str, str]) -> None:
    own = {row["id"]: row for row in sheet(sample, "tally")}
    assert (own["truong-chuan"]["total_number"], own["truong-chuan"]["total_of"]) == ("46", "52")
    assert own["truong-chuan"]["unit"] == "huyen-thoi-binh"
    parts = [row for row in sheet(sample, "tally.parts") if row["parent"] == own["hop-tac-xa"]["row"]]
    assert [(row["name_vi"], row["number_number"]) for row in parts] == [("đã ngừng hoạt động", "7")]
    opinions = own["y-kien"]
    assert (opinions["total_number"], opinions["total_qualifier"], opinions["date"]) == (
        "170",
        "more",
        "2017",
    )
    rolled = [
        row
        for row in sheet(sample, "rollups")
        if row["part"] == "còn lại" and row["unit"] == "huyen-thoi-binh"
    ]
    assert [row["number"] for row in rolled] == ["23"]


def test_what_is_added_up_says_how_many_reported(tmp_path: Path) -> None:
    found = table(written(tmp_path, FILES), "rollups")
    (sums,) = [row for row in found if row["unit"] == "huyen" and row["measure"] == "tally"]
    assert sums == {
        "unit": "huyen",
        "day": "2025-06-30",
        "measure": "tally",
        "level": "villages",
        "item": "schools",
        "name": "Trường chuẩn",
        "number": 7,
        "of": 11,
        "counted_in": "trường",
        "reported": 3,
        "members": 4,
        "since": "2024",
        "until": "2025",
        "illustrative": False,
    }
    standard = next(row for row in found if row["unit"] == "huyen" and row["measure"] == "standard")
    assert (standard["number"], standard["reported"], standard["members"]) == (1, 2, 4)


def test_equal_data_makes_equal_bytes(tmp_path: Path) -> None:
    first, second = (written(tmp_path / name, FILES) for name in ("a", "b"))
    assert first == second


def test_units_come_before_villages_and_both_in_order(tmp_path: Path) -> None:
    files = {f"_units/{name}/tallies.yml": schools("1/1 trường") for name in ("tinh", "huyen", "xa-a")}
    found = table(written(tmp_path, {**FILES, **files}), "tally")
    assert [row.get("unit") or row["village"] for row in found] == [
        *("huyen", "tinh", "xa-a"),
        *("ba", "hai", "nam-bac-thanh"),
    ]


def test_no_file_comes_and_goes_with_the_data(tmp_path: Path) -> None:
    few, many = written(tmp_path / "few"), written(tmp_path / "many", FILES)
    assert few.keys() == many.keys()
    assert few["tally.json"] == "[]\n"
    assert few["tally.csv"].count("\r\n") == 1


def test_the_index_lists_every_file_and_counts_rows(tmp_path: Path) -> None:
    files = written(tmp_path, FILES)
    index = json.loads(files["index.json"])
    assert (index["version"], index["day"]) == (1, "2026-11-21")
    listed = {"index.json"}
    for entry in index["tables"]:
        assert entry["records"] == len(table(files, entry["name"]))
        assert entry["title"]["vi"]
        assert entry["title"]["en"]
        for found in entry["files"].values():
            listed |= {found} if isinstance(found, str) else set(found)
    assert listed == files.keys()


def test_columns_are_named_once_and_follow_from_the_model() -> None:
    for one in tables(KINDS):
        for inner in one.sheet.all():
            assert len(set(inner.head)) == len(inner.head), inner.name
            assert all(name == name.strip("_") for name in inner.head)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "a;=1"])
def test_no_cell_is_a_formula(tmp_path: Path, formula: str) -> None:
    text = json.dumps(
        [{"id": "t", "topic": "other", "name": formula, "total": "3 xã", "date": "2024"}], ensure_ascii=False
    )
    files = written(tmp_path, {**FILES, "bon/tallies.yml": text})
    (row,) = [row for row in sheet(files, "tally") if row["village"] == "bon"]
    safe = "a;'=1" if formula == "a;=1" else f"'{formula}"
    assert row["name_vi"] == safe
    assert formula in [one["name"]["vi"] for one in table(files, "tally")]
    lines = [one["name"] for one in sheet(files, "rollups") if one["measure"] == "tally"]
    assert safe in lines
    assert formula not in lines


def test_cells_with_commas_quotes_and_lines_survive(tmp_path: Path) -> None:
    text = """
        - date: 2020
          title: Việc
          text: |
            Một, hai "ba"
            bốn
    """
    files = written(tmp_path, {"nam-bac-thanh/history.yml": text})
    (row,) = sheet(files, "event")
    assert row["text_vi"] == 'Một, hai "ba"\nbốn'
    assert files["event.csv"].endswith("\r\n")


def test_a_list_of_plain_values_is_one_cell(tmp_path: Path) -> None:
    units = FILES["_units/tinh.yml"]
    (row,) = [
        row
        for row in sheet(written(tmp_path, {**FILES, "_units/tinh.yml": units}), "unit")
        if row["id"] == "xa-moi"
    ]
    assert row["formed_from"] == "xa-a | xa-b"


def test_nothing_personal_and_no_code_is_in_any_file(tmp_path: Path) -> None:
    folder = site_folder(tmp_path, {"households.yml": PERSONAL, "consents.yml": CONSENT})
    made, problems = open_atlas(folder, DAY)
    assert made.permits is not None
    assert not [problem for problem in problems if problem.is_error]
    out = tmp_path / "data"
    write_data(made, out)
    everything = "".join(path.read_text("utf-8") for path in out.iterdir())
    for value in (
        NAME,
        PHONE,
        PHONE.replace(" ", "")[1:],
        *PLACE.split(", "),
        "bán rau sạch",
        "phieu-1",
        "ho-1",
    ):
        assert value not in everything
    assert "Nam Bắc Thành" in everything


def test_no_code_of_the_sample_is_in_any_file(sample: dict[str, str]) -> None:
    codes = [coded.code for coded in open_atlas(ROOT / "villages", DAY)[0].coded()]
    everything = "".join(sample.values()).replace("-", "")
    assert codes
    assert not [code for code in codes if code in everything]


def test_households_and_private_kinds_have_no_table() -> None:
    names = {kind.name for kind in exported(KINDS)}
    assert not names & {"household", "consent", "site", "code-event", "print-run", "plate"}
    assert not [kind for kind in exported(KINDS) if kind.private]


def test_a_roll_up_is_made_for_every_unit_that_has_a_page(tmp_path: Path) -> None:
    data = atlas(tmp_path, FILES)
    write_data(data, tmp_path / "data")
    found = json.loads((tmp_path / "data" / "rollups.json").read_text("utf-8"))
    assert list(dict.fromkeys(row["unit"] for row in found)) == ["tinh", "huyen", "xa-khac", "xa-moi"]
