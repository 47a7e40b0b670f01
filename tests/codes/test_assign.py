"""Issuing codes: each record gets one, once, in its own language, and nothing else changes."""

import csv
import dataclasses
import datetime as dt
import random
from pathlib import Path

import pytest

from tests.codes.support import CODED, FILES, codes, every_byte, read, register_files, run
from tests.support import DAY, data_folder
from village_site.atlas import Atlas
from village_site.checks.table import check
from village_site.codes import assign
from village_site.codes.alphabet import is_code, shown
from village_site.codes.register import digest, file_text
from village_site.problems import DataError


def test_every_record_gets_a_code_of_its_own(tmp_path: Path) -> None:
    root = data_folder(tmp_path, FILES)
    plan = run(root)
    written = codes(root)
    assert len(plan.new) == len(written) == len(set(written.values())) == CODED
    assert all(is_code(code) for code in written.values())
    assert {(item.kind, item.record): item.code for item in plan.new} == written
    assert plan.restored == ()
    register = read(root).register
    assert {key: issued.code for key, issued in register.by_record.items()} == written
    assert [problem.code for problem in check(Atlas(read(root), DAY)) if "code" in problem.code] == []


def test_the_files_keep_everything_else(tmp_path: Path) -> None:
    root = data_folder(tmp_path, FILES)
    before = every_byte(root)
    run(root)
    made = {key: shown(code) for key, code in codes(root).items()}
    house = {name: made["household", f"nam-bac-thanh/{name}"] for name in ("h-1", "h-2", "h-3", "h-4")}
    road = {name: made["road", f"nam-bac-thanh/{name}"] for name in ("truc-1", "ngo-2")}
    changed = {name: data.decode() for name, data in every_byte(root).items() if before.get(name) != data}
    (register,) = register_files(root)
    assert changed.pop(f"_register/{register.name}")
    assert changed == {
        "nam-bac-thanh/village.yml": f"code: {made['village', 'nam-bac-thanh']}\n"
        + before["nam-bac-thanh/village.yml"].decode(),
        "nam-bac-thanh/roads.yml": "# Roads of the village, by hand.\n"
        f"- id: truc-1   # the first\n  code: {road['truc-1']}\n  name: Trục 1\n\n"
        "  # who would have thought\n  kind: main\n"
        f'- {{id: ngo-2, code: {road["ngo-2"]}, name: "Ngõ 2", kind: alley}}\n',
        "nam-bac-thanh/ho.yml": f"- mã riêng: h-1\n  mã: {house['h-1']}\n  đường: truc-1\n  số nhà: 12A\n"
        f'- mã riêng: "h-2"\n  đường: truc-1\n  mã: {house["h-2"]}\n  số nhà: 14\n'
        f"- {{mã riêng: h-3, mã: {house['h-3']}, đường: ngo-2, số nhà: 2}}\n"
        f"- id: h-4\n  code: {house['h-4']}\n  road: ngo-2\n  number: 4\n",
    }


def test_the_register_file(tmp_path: Path) -> None:
    root = data_folder(tmp_path, FILES)
    plan = run(root, dt.date(2027, 1, 5))
    (path,) = register_files(root)
    text = path.read_text("utf-8")
    assert path.name == f"2027-01-05-{digest(text)}.csv"
    rows = list(csv.reader(text.splitlines()))
    assert rows[0] == ["code", "kind", "record"]
    assert rows[1:] == [[shown(item.code), item.kind, item.record] for item in plan.new]
    assert [row[2] for row in rows[1:4]] == ["nam-bac-thanh", "nam-bac-thanh/h-1", "nam-bac-thanh/h-2"]


def test_running_again_changes_nothing(tmp_path: Path) -> None:
    root = data_folder(tmp_path, FILES)
    run(root)
    before = every_byte(root)
    again = run(root, DAY + dt.timedelta(days=1))
    assert (again.new, again.restored) == ((), ())
    assert every_byte(root) == before


def test_a_plan_writes_nothing(tmp_path: Path) -> None:
    root = data_folder(tmp_path, FILES)
    before = every_byte(root)
    assert len(assign.plan(read(root), DAY).new) == CODED
    assert every_byte(root) == before


def test_later_records_get_a_file_of_their_own(tmp_path: Path) -> None:
    root = data_folder(tmp_path, FILES)
    run(root)
    first, issued = register_files(root)[0], register_files(root)[0].read_bytes()
    kept = codes(root)
    with (root / "nam-bac-thanh/roads.yml").open("a", encoding="utf-8") as file:
        file.write("- {id: ngo-9, name: Ngõ 9, kind: alley}\n")
    plan = run(root)
    assert [item.record for item in plan.new] == ["nam-bac-thanh/ngo-9"]
    assert first.read_bytes() == issued
    assert len(register_files(root)) == 2
    assert codes(root) == kept | {("road", "nam-bac-thanh/ngo-9"): plan.new[0].code}


def test_a_code_whose_line_is_gone_comes_back(tmp_path: Path) -> None:
    root = data_folder(tmp_path, FILES)
    run(root)
    before = every_byte(root)
    roads = root / "nam-bac-thanh/roads.yml"
    roads.write_text(
        "".join(line for line in roads.read_text("utf-8").splitlines(True) if "  code:" not in line), "utf-8"
    )
    assert every_byte(root) != before
    plan = run(root)
    assert plan.new == ()
    assert [item.record for item in plan.restored] == ["nam-bac-thanh/truc-1"]
    assert every_byte(root) == before


def test_new_and_restored_in_one_run(tmp_path: Path) -> None:
    known = file_text([("7K3MXT4M", "road", "nam-bac-thanh/ngo-2")])
    files = FILES | {f"_register/2026-11-01-{digest(known)}.csv": known}
    root = data_folder(tmp_path, files)
    plan = run(root)
    assert [(item.record, item.code) for item in plan.restored] == [("nam-bac-thanh/ngo-2", "7K3MXT4M")]
    assert len(plan.new) == CODED - 1
    assert "nam-bac-thanh/ngo-2" not in register_files(root)[1].read_text("utf-8")
    assert codes(root)["road", "nam-bac-thanh/ngo-2"] == "7K3MXT4M"


def test_a_code_ever_issued_is_not_issued_again(tmp_path: Path) -> None:
    """Also when its record is long gone."""
    root = data_folder(tmp_path, FILES)
    first = run(root, seed=5)
    for name in FILES:
        (root / name).unlink()
    (root / "nam-bac-thanh/roads.yml").write_text("- {id: moi, name: Mới, kind: alley}\n", "utf-8")
    (new,) = run(root, seed=5).new
    assert new.code not in {item.code for item in first.new}


@pytest.mark.parametrize(
    ("file", "record", "expected"),
    [
        pytest.param("roads", "- {id: a, name: A, kind: alley}\n", "code", id="English"),
        pytest.param("duong", "- {id: a, tên: A, loại: ngõ}\n", "mã", id="Vietnamese, English id"),
        pytest.param("duong", "- {mã riêng: a, tên: A, loại: ngõ}\n", "mã", id="Vietnamese"),
        pytest.param("ho", "- {id: a, đường: b, số nhà: 1, near: c}\n", "mã", id="even, alone"),
        pytest.param(
            "ho",
            "- {id: a, đường: b, số nhà: 1, near: c}\n- {id: d, road: b, number: 2}\n",
            "code",
            id="even, in an English file",
        ),
        pytest.param(
            "ho",
            "- {id: a, đường: b, số nhà: 1, near: c}\n- {mã riêng: d, đường: b, số nhà: 2}\n",
            "mã",
            id="even, in a Vietnamese file",
        ),
    ],
)
def test_the_language_of_the_key(tmp_path: Path, file: str, record: str, expected: str) -> None:
    roads = {"nam-bac-thanh/roads.yml": "- {id: b, name: B, kind: alley}\n"} if file == "ho" else {}
    root = data_folder(tmp_path, {**roads, f"nam-bac-thanh/{file}.yml": record})
    run(root)
    code = shown(codes(root)["road" if file != "ho" else "household", "nam-bac-thanh/a"])
    assert f", {expected}: {code}, " in (root / f"nam-bac-thanh/{file}.yml").read_text("utf-8")


def test_an_empty_field_is_filled_under_the_name_it_has(tmp_path: Path) -> None:
    root = data_folder(
        tmp_path, {"nam-bac-thanh/roads.yml": "- id: a\n  name: A\n  Mã QR:  # chưa có\n  kind: alley\n"}
    )
    run(root)
    code = shown(codes(root)["road", "nam-bac-thanh/a"])
    expected = f"- id: a\n  name: A\n  Mã QR: {code}  # chưa có\n  kind: alley\n"
    assert (root / "nam-bac-thanh/roads.yml").read_text("utf-8") == expected


def test_windows_files_stay_windows_files(tmp_path: Path) -> None:
    root = data_folder(tmp_path, FILES)
    for name in FILES:
        path = root / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    run(root)
    for name in FILES:
        data = (root / name).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\n") == data.count(b"\r\n")
    assert b"\r" not in register_files(root)[0].read_bytes()
    assert run(root).new == ()


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("roads.yml", "# a line more\n{}"),
        ("roads.yml", "{}- {{id: truc-1, name: Again, kind: alley}}\n- \tbroken"),
        ("ho.yml", ""),
    ],
)
def test_a_file_saved_meanwhile_stops_the_run(tmp_path: Path, file: str, change: str) -> None:
    root = data_folder(tmp_path, FILES)
    plan = assign.plan(read(root), DAY)
    path = root / "nam-bac-thanh" / file
    path.write_text(change.format(path.read_text("utf-8")), "utf-8")
    before = every_byte(root)
    with pytest.raises(DataError) as caught:
        plan.apply()
    (problem,) = caught.value.problems
    assert (problem.file, problem.code) == (f"villages/nam-bac-thanh/{file}", "code-not-written")
    assert problem.line == (2 if file == "roads.yml" else 1)
    assert {problem.text(lang) != "" and problem.hint(lang) != "" for lang in ("vi", "en")} == {True}
    assert every_byte(root) == before
    assert not (root / "_register").exists()


def test_the_same_choices_make_the_same_bytes(tmp_path: Path) -> None:
    results = []
    for name in ("one", "two"):
        root = data_folder(tmp_path / name, FILES)
        run(root, seed=1)
        results.append(every_byte(root))
    assert results[0] == results[1]


def test_a_large_village(tmp_path: Path) -> None:
    houses = "".join(f"- {{id: h-{n}, road: truc-1, number: {n}}}\n" for n in range(1, 1201))
    root = data_folder(tmp_path, FILES | {"nam-bac-thanh/ho.yml": houses})
    assert len(run(root).new) == 1203
    assert len(set(codes(root).values())) == 1203
    assert run(root).new == ()


def test_data_without_villages(tmp_path: Path) -> None:
    found = dataclasses.replace(read(data_folder(tmp_path, FILES)), villages=())
    plan = assign.plan(found, DAY)
    plan.apply()
    assert (plan.new, plan.restored) == ((), ())
    assert not (found.root / "_register").exists()


def test_only_the_register_was_written_when_it_was_killed(tmp_path: Path) -> None:
    """That this is all that can have happened is tested in tests/writes."""
    root = data_folder(tmp_path, FILES)
    before = every_byte(root)
    plan = assign.plan(read(root), DAY, random.Random(3).choice)
    plan.apply()
    for name, data in before.items():
        (root / name).write_bytes(data)
    again = assign.plan(read(root), DAY)
    assert again.new == ()
    assert again.restored == plan.new
