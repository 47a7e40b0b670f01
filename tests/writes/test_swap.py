"""A finished folder comes in the place of an old one, with and without the system's help."""

from pathlib import Path

import pytest

from village_site import files


@pytest.fixture(params=[True, False], ids=["one step", "two renames"])
def exchanging(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if not request.param:
        monkeypatch.setattr(files, "_exchange", lambda *_: False)
    return bool(request.param)


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "a").write_text(text, encoding="utf-8")
    return path


@pytest.mark.usefixtures("exchanging")
def test_a_new_folder_replaces_an_old_one_and_nothing_is_left_over(tmp_path: Path) -> None:
    old, new = folder(tmp_path / "site", "old"), folder(tmp_path / ".site.new", "new")
    folder(tmp_path / ".site.old", "left over of a killed run")
    files.swap(new, old)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (old / "a").read_text(encoding="utf-8") == "new"


@pytest.mark.usefixtures("exchanging")
def test_a_first_folder_is_put_in_place(tmp_path: Path) -> None:
    files.swap(folder(tmp_path / ".site.new", "new"), tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("exchanged", [True, False])
def test_stopped_within_a_swap_the_old_or_the_new_folder_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanged: bool
) -> None:
    new, old = folder(tmp_path / ".site.new", "new"), folder(tmp_path / "site", "old")
    rename = Path.rename
    if not exchanged:
        monkeypatch.setattr(files, "_exchange", lambda *_: False)

    def stop(path: Path, target: Path) -> Path:
        if path == new:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stop)
    with pytest.raises(KeyboardInterrupt):
        files.swap(new, old)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.new", "site"]
    assert {(path / "a").read_text(encoding="utf-8") for path in (new, old)} == {"old", "new"}
