"""Whatever happens to the data, every code ever issued keeps a page: with real Git and no merge driver."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support import DAY, data_folder
from village_site.atlas import Atlas
from village_site.cards import card_path
from village_site.cli import main
from village_site.codes import assign
from village_site.codes.alphabet import shown
from village_site.search import entries
from village_site.site import examine, missing_pages, open_atlas, write_cards, write_guides

A, B = "tam-dong", "lien-ha"
VILLAGE = "kind: thôn\nname: {name}\nupdated: 20/11/2026\nmemberships: [{{unit: cam-binh}}]\n"
FILES = {
    "nam-bac-thanh/village.yml": VILLAGE.format(name="Nam Bắc Thành"),
    f"{A}/village.yml": VILLAGE.format(name="Tam Đồng"),
    f"{A}/roads.yml": "- id: truc\n  name: Đường Trục Tam Đồng\n",
    f"{A}/households.yml": "- id: ho-1\n  road: truc\n  number: 1\n- id: ho-2\n  road: truc\n  number: 2\n",
    f"{B}/village.yml": VILLAGE.format(name="Liên Hà"),
    f"{B}/roads.yml": "- id: truc\n  name: Đường Trục Liên Hà\n",
}


def git(folder: Path, *arguments: str) -> str:
    """One git command in a repository of the test's own."""
    identity = [
        "-c",
        "user.name=Người thử",
        "-c",
        "user.email=thu@lang.example",
        "-c",
        "commit.gpgsign=false",
    ]
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a commit of data and one of issued codes."""
    root = data_folder(tmp_path, FILES)
    git(tmp_path, "init", "--initial-branch", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "Dữ liệu")
    assign.plan(open_atlas(root, DAY)[0].dataset, DAY).apply()
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "Cấp mã")
    return tmp_path


def issued(folder: Path) -> dict[str, str]:
    """The code of every record: `kind record` to code."""
    by_code = open_atlas(folder / "villages", DAY)[0].dataset.register.by_code
    return {f"{entry.kind} {entry.record}": code for code, entry in by_code.items()}


def build(folder: Path, codes: dict[str, str]) -> tuple[Atlas, Path]:
    """Everything that is built, after proving that each of `codes` has its page."""
    atlas, _ = open_atlas(folder / "villages", DAY)
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    write_cards(atlas, out)
    write_guides(atlas, out, "https://lang.example/")
    for code in codes.values():
        assert shown(code) in page(out, code)
    assert all(path.startswith(("thon/", "xa/", "don-vi/", "en/")) for path in missing_pages(atlas, out))
    return atlas, out


def page(out: Path, code: str) -> str:
    return (out / card_path(code)).read_text("utf-8")


def opened(folder: Path) -> Atlas:
    return open_atlas(folder / "villages", DAY)[0]


def event(folder: Path, *arguments: str) -> int:
    return main(["codes", *arguments, "--data", str(folder / "villages"), "--day", DAY.isoformat()])


def told(folder: Path) -> list[str]:
    """The message codes of the data as it is, missing codes left out."""
    return [p.code for p in examine(folder / "villages", DAY)[1] if p.code != "no-code"]


def audit(folder: Path, base: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = event(folder, "audit", "--base", base, "--site", str(folder / "out"))
    return code, capsys.readouterr().out


def test_a_deleted_record(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = issued(repository)
    lost = codes[f"household {A}/ho-2"]
    households = repository / "villages" / A / "households.yml"
    households.write_text(households.read_text("utf-8").partition("- id: ho-2")[0], "utf-8")
    _, out = build(repository, codes)
    text = page(out, lost)
    assert "Thông tin của biển này đang được cập nhật" in text
    assert "thôn Tam Đồng" in text
    assert told(repository) == ["orphan"]
    code, said = audit(repository, "HEAD", capsys)
    assert code == 1
    assert f"biển {shown(lost)} (Số 2, Đường Trục Tam Đồng, thôn Tam Đồng) sẽ không còn mở ra nơi nào" in said
    assert "villages codes retire" in said
    assert event(repository, "retire", shown(lost), "--reason", "Nhà đã dời đi") == 0
    assert told(repository) == []
    _, out = build(repository, codes)
    text = page(out, lost)
    assert "Biển này đã thôi dùng" in text
    assert "Từ 21/11/2026: Nhà đã dời đi" in text
    assert "thôn Tam Đồng" in text
    assert audit(repository, "HEAD", capsys)[0] == 0


def test_a_deleted_village(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = issued(repository)
    shutil.rmtree(repository / "villages" / A)
    _, out = build(repository, codes)
    gone = [name for name in codes if A in name]
    assert len(gone) == 4
    for name in gone:
        assert "Thông tin của biển này đang được cập nhật" in page(out, codes[name])
    assert told(repository) == ["orphan"] * 4
    code, said = audit(repository, "HEAD", capsys)
    assert (code, said.count("sẽ không còn mở ra nơi nào")) == (1, 4)


def test_a_renamed_village(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = issued(repository)
    git(repository, "mv", f"villages/{A}", "villages/dong-tien")
    assert set(told(repository)) == {"code-of-another"}
    assert (
        event(
            repository,
            "rename",
            A,
            "--to",
            "dong-tien",
            "--reason",
            "Đổi tên",
            "--former-name",
            "thôn Tam Đồng",
        )
        == 0
    )
    assert told(repository) == []
    _, out = build(repository, codes)
    assert "Số 1, Đường Trục Tam Đồng" in page(out, codes[f"household {A}/ho-1"])
    old = (out / "thon" / A / "index.html").read_text("utf-8")
    assert "Thôn Tam Đồng" in old
    assert 'href="../../thon/dong-tien/"' in old
    assert audit(repository, "HEAD", capsys)[0] == 0


def test_a_renamed_village_whose_codes_were_lost_on_the_way(repository: Path) -> None:
    codes = issued(repository)
    git(repository, "mv", f"villages/{A}", "villages/dong-tien")
    for file in (repository / "villages" / "dong-tien").glob("*.yml"):
        lines = file.read_text("utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "code:" not in line), "utf-8")
    assert event(repository, "rename", A, "--to", "dong-tien", "--reason", "Đổi tên") == 0
    assert set(told(repository)) == {"code-dropped"}
    _, out = build(repository, codes)
    assert "Số 2, Đường Trục Tam Đồng" in page(out, codes[f"household {A}/ho-2"])
    plan = assign.plan(open_atlas(repository / "villages", DAY)[0].dataset, DAY)
    assert plan.new == ()
    assert {item.code for item in plan.restored} == {codes[name] for name in codes if A in name}


def test_a_merged_village(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = issued(repository)
    source, target = repository / "villages" / A, repository / "villages" / B
    moved = (source / "households.yml").read_text("utf-8").replace("road: truc", "road: truc-tam-dong")
    (target / "households.yml").write_text(moved, "utf-8")
    road = (source / "roads.yml").read_text("utf-8").replace("id: truc", "id: truc-tam-dong")
    roads = target / "roads.yml"
    roads.write_text(roads.read_text("utf-8") + road, "utf-8")
    shutil.rmtree(source)
    assert (
        event(
            repository, "merge", A, "--to", B, "--reason", "Sáp nhập thôn", "--former-name", "thôn Tam Đồng"
        )
        == 0
    )
    assert told(repository) == []
    _, out = build(repository, codes)
    house = page(out, codes[f"household {A}/ho-1"])
    assert "Số 1, Đường Trục Tam Đồng" in house
    assert "thôn Liên Hà" in house
    village = page(out, codes[f"village {A}"])
    assert "Biển này thuộc thôn cũ, nay đã gộp" in village
    assert "Tên cũ: thôn Tam Đồng" in village
    assert 'href="../../thon/lien-ha/"' in village
    assert "Sáp nhập thôn" in (out / "thon" / A / "index.html").read_text("utf-8")
    (found,) = [entry for entry in entries(opened(repository)) if entry.location == "thon/lien-ha/"]
    assert found.former == "thôn Tam Đồng", "old names stay searchable"
    assert audit(repository, "HEAD", capsys)[0] == 0


def test_a_split_village(repository: Path) -> None:
    codes = issued(repository)
    villages = repository / "villages"
    for name, title in (("tam-dong-1", "Tam Đồng 1"), ("tam-dong-2", "Tam Đồng 2")):
        (villages / name).mkdir()
        (villages / name / "village.yml").write_text(VILLAGE.format(name=title), "utf-8")
    shutil.move(villages / A / "roads.yml", villages / "tam-dong-1")
    shutil.move(villages / A / "households.yml", villages / "tam-dong-1")
    shutil.rmtree(villages / A)
    assert event(repository, "split", A, "--to", "tam-dong-1", "tam-dong-2", "--reason", "Chia tách") == 0
    assert told(repository) == []
    _, out = build(repository, codes)
    assert "thôn Tam Đồng 1" in page(out, codes[f"household {A}/ho-1"])
    village = page(out, codes[f"village {A}"])
    assert 'href="../../thon/tam-dong-1/"' in village
    assert 'href="../../thon/tam-dong-2/"' in village


def test_a_moved_code(repository: Path) -> None:
    codes = issued(repository)
    lost = codes[f"household {A}/ho-2"]
    households = repository / "villages" / A / "households.yml"
    households.write_text(households.read_text("utf-8").partition("- id: ho-2")[0], "utf-8")
    assert event(repository, "move", lost.lower(), "--to", f"{A}/ho-1", "--reason", "Hai nhà nhập một") == 0
    assert told(repository) == []
    atlas, out = build(repository, codes)
    assert "Số 1, Đường Trục Tam Đồng" in page(out, lost)
    assert [item.primary for item in atlas.coded() if item.code == lost] == [False]


def test_a_village_under_another_commune(repository: Path) -> None:
    codes = issued(repository)
    units = repository / "villages" / "_units" / "ha-tinh.yml"
    more = "- {id: moi, kind: ward, name: Mới, updated: 20/11/2026, memberships: [{unit: ha-tinh}]}\n"
    units.write_text(units.read_text("utf-8") + more, "utf-8")
    file = repository / "villages" / A / "village.yml"
    moved = "[{unit: cam-binh, until: 31/10/2026}, {unit: moi, since: 01/11/2026}]"
    file.write_text(file.read_text("utf-8").replace("[{unit: cam-binh}]", moved), "utf-8")
    assert told(repository) == []
    _, out = build(repository, codes)
    house = page(out, codes[f"household {A}/ho-1"])
    assert "phường Mới" in house
    assert "trước 11/2026: xã Cẩm Bình" in house


def test_a_reverted_issuing(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = issued(repository)
    git(repository, "revert", "--no-edit", "HEAD")
    assert not (repository / "villages" / "_register").exists()
    assert "register-removed" in told(repository)
    _, out = build(repository, codes)
    assert "Số 2, Đường Trục Tam Đồng" in page(out, codes[f"household {A}/ho-2"])
    plan = assign.plan(open_atlas(repository / "villages", DAY)[0].dataset, DAY)
    assert plan.new == ()
    assert {item.code for item in plan.restored} == set(codes.values())
    assert "lấy lại tệp" in audit(repository, "HEAD~1", capsys)[1]


def test_two_branches_that_issue_at_once(repository: Path) -> None:
    files = {"one": "groups.yml", "two": "roads.yml"}
    for branch, file in files.items():
        git(repository, "checkout", "-b", branch, "main")
        path = repository / "villages" / "nam-bac-thanh" / file
        path.write_text(
            "- id: moi\n" + ("  kind: xóm\n" if branch == "one" else "") + "  name: Mới\n", "utf-8"
        )
        assert event(repository, "assign") == 0
        git(repository, "add", ".")
        git(repository, "commit", "-m", branch)
    git(repository, "merge", "--no-edit", "one")
    assert told(repository) == []
    codes = issued(repository)
    assert {"group nam-bac-thanh/moi", "road nam-bac-thanh/moi"} <= codes.keys()
    build(repository, codes)


def test_an_event_that_makes_no_sense_is_not_written(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = issued(repository)[f"village {A}"]
    for arguments in (
        ("merge", A, "--to", B, "--reason", "Còn thư mục"),
        ("rename", "khong-co", "--to", "cung-khong", "--reason", "Không có nơi đến"),
        ("move", code, "--to", f"{B}/khong-co", "--reason", "Không có mục"),
    ):
        assert event(repository, *arguments) == 1
        assert "villages/_events/" in capsys.readouterr().err
    assert not (repository / "villages" / "_events").exists()
