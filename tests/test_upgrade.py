"""Data of an earlier schema becomes today's; comments, order, line ends and codes stay as they were."""

from pathlib import Path

import pytest

from tests.support import data_folder
from village_site.editing.scalars import CannotReplace, replace_scalars
from village_site.problems import DataError
from village_site.source import Mapping, Scalar, Sequence, read_yaml
from village_site.upgrade import Files, upgrade

V = "nam-bac-thanh"
OLD = "# sổ đường của thôn\r\n- id: truc  # đặt một lần\r\n  code: 7K3M-XT4M\r\n  title: Đường Trục\r\n\r\n- {id: b, title: B}\r\n"


def title_becomes_name(files: Files) -> Files:
    """A step as one would be written: the key `title` of roads is called `name` from now on."""
    changed = {}
    for path, data in files.items():
        if not path.endswith("/roads.yml"):
            continue
        root = read_yaml(data, path)
        assert isinstance(root, Sequence)
        keys = [
            key
            for item in root.items
            if isinstance(item, Mapping)
            for key, _ in item.pairs
            if key.text == "title"
        ]
        changed[path] = replace_scalars(data, [(key, "name") for key in keys])
    return changed


def site(root: Path) -> str:
    return (root / "_site.yml").read_text("utf-8")


def test_a_step_changes_what_it_must_and_nothing_else(tmp_path: Path) -> None:
    root = data_folder(tmp_path)
    roads = root / V / "roads.yml"
    roads.write_bytes(OLD.encode())
    old_site = site(root)
    steps = {"1": title_becomes_name}
    assert upgrade(root, steps, "2") == (f"{V}/roads.yml", "_site.yml")
    assert roads.read_bytes() == OLD.replace("title:", "name:").encode()
    assert site(root) == old_site.replace("schema: 1", "schema: 2")
    assert upgrade(root, steps, "2") == ()


def test_steps_follow_one_another(tmp_path: Path) -> None:
    root = data_folder(tmp_path, {f"{V}/roads.yml": "- {id: a, title: A}\n"})
    assert upgrade(root, {"1": title_becomes_name, "2": lambda _: {}}, "3") == (f"{V}/roads.yml", "_site.yml")
    assert "schema: 3" in site(root)


def test_today_s_data_stays_untouched(tmp_path: Path) -> None:
    root = data_folder(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}
    assert upgrade(root) == ()
    assert {path: path.read_bytes() for path in root.rglob("*.yml")} == before


@pytest.mark.parametrize(
    ("text", "code"),
    [("schema: 9\n", "schema-version"), ("name: A\n", "bad-schema"), ("schema: [\n", "yaml-bracket")],
)
def test_a_version_nobody_knows_is_told(tmp_path: Path, text: str, code: str) -> None:
    root = data_folder(tmp_path, {"_site.yml": text})
    with pytest.raises(DataError) as refused:
        upgrade(root)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    root = data_folder(tmp_path, {f"{V}/roads.yml": "- {id: a, 'title': A}\n"})
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}

    def fails(files: Files) -> Files:
        data = files[f"{V}/roads.yml"]
        tree = read_yaml(data, "")
        assert isinstance(tree, Sequence)
        assert isinstance(tree.items[0], Mapping)
        return {f"{V}/roads.yml": replace_scalars(data, [(tree.items[0].pairs[1][0], "name")])}

    with pytest.raises(CannotReplace):
        upgrade(root, {"1": fails}, "2")
    assert {path: path.read_bytes() for path in root.rglob("*.yml")} == before


@pytest.mark.parametrize("text", ["a: b", "x # y", "- z", "[", "&a"])
def test_a_word_that_yaml_would_read_otherwise_is_refused(text: str) -> None:
    data = b"key: value\nother: thing\n"
    tree = read_yaml(data, "")
    assert isinstance(tree, Mapping)
    value = tree.pairs[0][1]
    assert isinstance(value, Scalar)
    with pytest.raises(Exception, match=r".*"):
        replace_scalars(data, [(value, text)])
