"""Files replaced whole: in order, with their modes, and with nothing half-written left behind."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from village_site.editing import write_files

STEPS = [(os, "open"), (os, "fsync"), (Path, "open"), (Path, "chmod"), (Path, "replace")]


class Disk(Exception):
    """What a failing disk says."""


def fail_at(monkeypatch: pytest.MonkeyPatch, call: int) -> Iterator[str]:
    """Lets the given call, of all those that touch the disk, fail; the iterator has each call's name."""
    made: list[str] = []

    def wrap(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def counted(*arguments: object, **named: object) -> object:
            made.append(name)
            if len(made) == call:
                raise Disk(name)
            return real(*arguments, **named)

        monkeypatch.setattr(owner, name, counted)

    for owner, name in STEPS:
        wrap(owner, name)
    return iter(made)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_files_are_created_and_replaced(tmp_path: Path) -> None:
    (tmp_path / "old.yml").write_bytes(b"old\r\n")
    write_files({tmp_path / "new.csv": b"\xef\xbb\xbfnew", tmp_path / "old.yml": b""})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "new.csv": b"\xef\xbb\xbfnew",
        "old.yml": b"",
    }


def test_nothing_to_write() -> None:
    write_files({})


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o444])
def test_modes_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_files({path: b"new"})
    assert path.stat().st_mode & 0o7777 == mode
    assert path.read_bytes() == b"new"


def test_new_files_get_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_files({tmp_path / "a.csv": b""})
    assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_files_are_renamed_in_the_order_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace
    renamed = []

    def replace(path: Path, target: Path) -> Path:
        renamed.append(target.name)
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_files({tmp_path / name: b"" for name in ("z", "a", "m")})
    assert renamed == ["z", "a", "m"]


def test_a_failure_at_any_call_leaves_whole_files_in_order_and_nothing_else(tmp_path: Path) -> None:
    targets = [tmp_path / name for name in ("z.csv", "a.yml", "m.yml")]
    failures = 0
    for call in range(1, 50):
        for path in targets:
            path.unlink(missing_ok=True)
        for path in targets[1:]:
            path.write_bytes(b"old")
        with pytest.MonkeyPatch.context() as monkeypatch:
            fail_at(monkeypatch, call)
            try:
                write_files(dict.fromkeys(targets, b"new"))
            except Disk:
                failures += 1
        states = [path.read_bytes() if path.exists() else b"none" for path in targets]
        news = states.count(b"new")
        assert states == [b"new"] * news + [b"none", b"old", b"old"][news:]
        assert names(tmp_path) <= {path.name for path in targets}
        if states == [b"new"] * 3 and failures < call:
            break
    assert failures == call - 1
    assert failures >= 3 * 5


def test_a_short_write_is_never_seen(tmp_path: Path) -> None:
    """A full disk: only the bytes beside the target are cut short."""
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    with pytest.raises(OSError, match="No space left"):
        _write_to_a_full_disk(path)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"a.yml"}


def _write_to_a_full_disk(path: Path) -> None:
    full = os.strerror(28)

    def fsync(_: int) -> None:
        raise OSError(28, full)

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(os, "fsync", fsync)
        write_files({path: b"new"})


def test_a_missing_folder_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    with pytest.raises(FileNotFoundError):
        write_files({path: b"new", tmp_path / "gone" / "b.yml": b"new"})
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"a.yml"}


def test_leftovers_of_a_killed_run_go(tmp_path: Path) -> None:
    for name in (".a.yml.villages-new", ".b.csv.villages-new", ".keep", ".a.yml.swp", "a.villages-new"):
        (tmp_path / name).write_bytes(b"half")
    write_files({tmp_path / "a.yml": b"new"})
    assert names(tmp_path) == {"a.yml", ".keep", ".a.yml.swp", "a.villages-new"}
