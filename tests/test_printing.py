"""Print runs, the locked address, the plate register, moving to another domain."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from tests.support import DAY, atlas, data_folder
from village_site.atlas import Atlas
from village_site.cli import main
from village_site.codes import assign
from village_site.codes.alphabet import shown
from village_site.moving import write_redirects
from village_site.printing import Need, codes_without_plate, plate_states, states_csv, tallies, write_run
from village_site.site import examine, open_atlas

V = "nam-bac-thanh"
FILES = {
    f"{V}/roads.yml": "- id: truc\n  name: Đường Trục 1\n",
    f"{V}/households.yml": "- {id: h1, road: truc, number: 1}\n- {id: h2, road: truc, number: 2}\n",
}
SITE = "schema: 1\nname: A\npublisher: B\nreport_to: C\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A data folder whose records all have codes."""
    root = data_folder(tmp_path, FILES)
    assign.plan(open_atlas(root, DAY)[0].dataset, DAY).apply()
    return root


def opened(root: Path) -> Atlas:
    return open_atlas(root, DAY)[0]


def needs(root: Path) -> dict[str, str]:
    """What each record's plate needs, by kind and text."""
    return {f"{s.coded.kind.name} {s.text.split(',')[0]}": s.need.value for s in plate_states(opened(root))}


def problems(root: Path, day: dt.date = DAY) -> list[str]:
    return [
        f"{p.file.partition('/')[2]}:{p.line}: {p.code}" for p in examine(root, day)[1] if p.code != "no-code"
    ]


def run(root: Path, name: str, *, sample: bool = False) -> Path:
    current = opened(root)
    return write_run(current, name, DAY, sample=sample, codes=codes_without_plate(current))


def test_before_any_run_every_plate_is_to_be_printed(root: Path) -> None:
    assert set(needs(root).values()) == {"print"}
    assert len(needs(root)) == 4


def test_a_run_is_written_down_as_data_and_read_back(root: Path) -> None:
    path = run(root, "2026-11-dot-1")
    assert path == root / "_prints" / "2026-11-dot-1.yml"
    lines = path.read_text("utf-8").splitlines()
    assert lines[:4] == ["ngày: 21/11/2026", 'địa chỉ gốc: "https://lang.example"', "in thử: không", "biển:"]
    assert len(lines) == 8
    assert any(line.endswith('chữ: "Số 1, Đường Trục 1, thôn Nam Bắc Thành, xã Cẩm Bình"}') for line in lines)
    assert problems(root) == []
    assert set(needs(root).values()) == {"nothing"}
    with pytest.raises(FileExistsError):
        run(root, "2026-11-dot-1")


def test_a_sample_run_prints_nothing_for_good(root: Path) -> None:
    run(root, "thu", sample=True)
    assert set(needs(root).values()) == {"print"}


def test_changed_words_want_a_new_plate(root: Path) -> None:
    run(root, "dot-1")
    roads = root / V / "roads.yml"
    roads.write_text(roads.read_text("utf-8").replace("Đường Trục 1", "Đường Cây Gạo"), "utf-8")
    assert needs(root) == {
        "village Thôn Nam Bắc Thành": "nothing",
        "road Đường Cây Gạo": "reprint",
        "household Số 1": "reprint",
        "household Số 2": "reprint",
    }
    run(root, "dot-2")
    assert set(needs(root).values()) == {"nothing"}


def test_lost_and_broken_plates_are_replaced(root: Path) -> None:
    run(root, "dot-1")
    first, second = [state for state in plate_states(opened(root)) if state.coded.kind.name == "household"]
    (root / "_plates").mkdir()
    (root / "_plates" / "2026.yml").write_text(
        f"- {{mã: {shown(first.coded.code)}, đợt in: dot-1, ngày gắn: 1/11/2026, tình trạng: mất}}\n"
        f"- {{code: {shown(second.coded.code)}, run: dot-1, mounted: 2/11/2026, condition: good}}\n",
        "utf-8",
    )
    assert problems(root) == []
    assert needs(root)["household Số 1"] == "replace"
    assert needs(root)["household Số 2"] == "nothing"
    (tally,) = tallies(opened(root))
    assert (tally.records, tally.printed, tally.mounted) == (4, 4, 2)
    assert tally.needs == {Need.NOTHING: 3, Need.PRINT: 0, Need.REPRINT: 0, Need.REPLACE: 1}
    rows = list(csv.DictReader(states_csv(opened(root)).removeprefix("\ufeff").splitlines()))
    row = next(row for row in rows if row["code"] == shown(first.coded.code))
    assert (row["run"], row["printed"], row["mounted"]) == ("dot-1", "21/11/2026", "01/11/2026")
    assert (row["condition"], row["need"]) == ("missing", "replace")


def test_plates_of_unknown_runs_and_codes_are_told(root: Path) -> None:
    run(root, "dot-1")
    (root / "_plates").mkdir()
    (root / "_plates" / "2026.yml").write_text("- {code: 7K3M-XT4M, run: dot-l}\n", "utf-8")
    assert problems(root) == [
        "_plates/2026.yml:1: event-unknown-code",
        "_plates/2026.yml:1: dangling-print-run",
    ]


def test_after_a_print_run_the_address_is_locked(root: Path) -> None:
    run(root, "dot-1")
    site = root / "_site.yml"
    site.write_text(SITE + "codes:\n  base_url: https://moi.example\n", "utf-8")
    assert problems(root) == ["_site.yml:6: base-url-locked"]
    former = "  former: [{{base_url: https://LANG.example/, answers: {}, checked: 1/11/2026}}]\n"
    site.write_text(SITE + "codes:\n  base_url: https://moi.example\n" + former.format("no"), "utf-8")
    assert problems(root) == ["_site.yml:6: base-url-locked"]
    site.write_text(SITE + "codes:\n  base_url: https://moi.example\n" + former.format("yes"), "utf-8")
    assert problems(root) == []


def test_a_sample_run_locks_nothing(root: Path) -> None:
    run(root, "thu", sample=True)
    (root / "_site.yml").write_text(SITE + "codes:\n  base_url: https://moi.example\n", "utf-8")
    assert problems(root) == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://bit.ly", "base-url-shortener"),
        ("https://xa.github.io", "base-url-vendor"),
        ("http://xa.vn", "base-url-not-https"),
        ("https://xa.vn", None),
    ],
)
def test_addresses_that_cannot_be_kept(root: Path, url: str, code: str | None) -> None:
    (root / "_site.yml").write_text(SITE + f"codes: {{base_url: '{url}'}}\n", "utf-8")
    assert problems(root) == ([] if code is None else [f"_site.yml:5: {code}"])


@pytest.mark.parametrize(("day", "warned"), [(dt.date(2026, 9, 1), False), (dt.date(2026, 11, 1), True)])
def test_a_domain_that_runs_out_is_told_in_time(root: Path, day: dt.date, warned: bool) -> None:
    domain = "domain: {registrar: Nhà đăng ký A, holder: UBND xã, expires: 01/12/2026}\n"
    text = SITE + "codes: {base_url: 'https://xa.vn'}\n" + domain
    (root / "_site.yml").write_text(text, "utf-8")
    found = [p for p in examine(root, day)[1] if p.code == "domain-expires"]
    assert bool(found) is warned
    if warned:
        assert found[0].text("vi") == "tên miền hết hạn 01/12/2026 (Nhà đăng ký A)"
        assert not found[0].is_error


def test_the_pages_left_behind_lead_every_code_to_its_new_address(root: Path, tmp_path: Path) -> None:
    current = opened(root)
    out = tmp_path / "move"
    assert write_redirects(current, "https://moi.vn", out) == 4
    for coded in current.coded():
        page = (out / "Q" / coded.code / "index.html").read_text("utf-8")
        target = f"HTTPS://MOI.VN/Q/{coded.code}/"
        assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
        assert f'<a href="{target}">' in page
    assert 'url=https://moi.vn/"' in (out / "404.html").read_text("utf-8")
    assert sorted(path.name for path in out.iterdir()) == ["404.html", "Q", "index.html", "sw.js"]


def test_the_command_moves_a_site(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "left")
    arguments = [
        "site",
        "move",
        "--to",
        "https://moi.vn",
        "--data",
        str(root),
        "--day",
        "2026-11-21",
        "--out",
        out,
    ]
    assert main(arguments) == 0
    assert capsys.readouterr().out == f"Đã viết 4 trang dẫn đường vào {out}; đặt chúng ở tên miền cũ.\n"


def test_a_folder_without_runs_has_no_states_to_tell(tmp_path: Path) -> None:
    assert [state.need for state in plate_states(atlas(tmp_path))] == []
