"""The developers' guide adds a kind of record: its blocks, put into a copy of the project, which is built."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.docs.support import DEVELOPERS, ROOT, Block, blocks
from tests.pages.support import one, words
from tests.support import data_folder

COPIED = ("plugins", "content", "overrides", "mkdocs.yml", "pyproject.toml", "README.md")
TESTS = ("support.py", "conftest.py")
VILLAGES = "import sys; from village_site.cli import main; sys.exit(main())"


class Copy:
    """The project with small data, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(
                    source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
                )
            else:
                shutil.copy(source, folder / name)
        data_folder(folder)
        (folder / "tests").mkdir()
        for name in TESTS:
            shutil.copy(ROOT / "tests" / name, folder / "tests" / name)

    def add(self, block: Block) -> None:
        """Writes a block's file, or makes the change it shows."""
        path = self.folder / block.file
        if block.language == "diff":
            path.write_text(changed(path.read_text("utf-8"), block.text), encoding="utf-8")
        else:
            assert not path.exists(), f"{block.file} is there already"
            path.parent.mkdir(exist_ok=True)
            path.write_text(block.text, encoding="utf-8")

    def run(self, *words: str) -> str:
        """Runs Python on the copy; what it prints."""
        # Before the installed project, which is the original.
        paths = os.pathsep.join([str(self.folder / "plugins"), str(self.folder)])
        quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
        done = subprocess.run(
            [sys.executable, *words],
            cwd=self.folder,
            env={**os.environ, **quiet, "PYTHONPATH": paths},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def text(self, path: str) -> str:
        """A file's text."""
        return (self.folder / path).read_text(encoding="utf-8")


def changed(text: str, diff: str) -> str:
    """A text after a diff whose hunks have no line numbers; each must fit in one place."""
    for hunk in diff.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] != "+")
        assert text.count(before) == 1, f"the guide is stale, this stands nowhere or twice:\n{before}"
        text = text.replace(before, "".join(line[1:] for line in lines if line[0] != "-"))
    return text


def example() -> list[Block]:
    """The blocks of the example, the last of which has the commands."""
    return blocks(DEVELOPERS)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The example built, by the guide's own commands."""
    *files, commands = example()
    copy = Copy(tmp_path_factory.mktemp("example"))
    for block in files:
        copy.add(block)
    for line in commands.text.splitlines():
        command, *words = line.split()
        assert command == ".venv/bin/villages"
        copy.run("-c", VILLAGES, *words)
    return copy


@pytest.fixture(scope="module")
def plate(copy: Copy) -> dict[str, str]:
    """The well's row in the list for printers."""
    with (copy.folder / "dist/qr/codes.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = [row for row in csv.DictReader(file) if row["kind"] == "well"]
    return row


def test_the_copy_is_what_runs(copy: Copy) -> None:
    assert copy.run("-c", "import village_site; print(village_site.__file__)").startswith(str(copy.folder))


def test_the_village_page_shows_it(copy: Copy, plate: dict[str, str]) -> None:
    page = LexborHTMLParser(copy.text("site/thon/nam-bac-thanh/index.html"))
    section = one(page, "section#gieng")
    assert words(one(section, "h2")) == "Giếng"
    assert words(one(section, "li p")) == "nước chỉ tắm giặt; sâu khoảng 8 m"
    assert one(section, "h3 a").attributes["href"] == f"../../Q/{plate['code']}/"
    assert "Dữ liệu minh hoạ" in section.text()


def test_it_has_a_light_page(copy: Copy, plate: dict[str, str]) -> None:
    page = LexborHTMLParser(copy.text(f"site/Q/{plate['code']}/index.html"))
    assert "Giếng Làng" in one(page, "h1").text()
    facts = {words(one(row, "dt")): words(one(row, "dd")) for row in page.css("dl > div")}
    assert facts == {"Nước": "chỉ tắm giặt", "Sâu": "khoảng 8 m"}
    assert page.css("a[href^='geo:18.2527,105.9811']")


def test_it_is_searched(copy: Copy) -> None:
    search = "from village_site import search, site; import json, pathlib, sys; "
    atlas = "atlas, _ = site.open_atlas(pathlib.Path('villages'), site.today()); "
    names = json.loads(copy.run("-c", f"{search}{atlas}json.dump(search.names_within(atlas), sys.stdout)"))
    assert names["thon/nam-bac-thanh/"]["gieng-gieng-lang"] == "Giếng Làng"
    page = LexborHTMLParser(copy.text("site/thon/nam-bac-thanh/index.html"))
    assert words(one(page, "#gieng-gieng-lang h3")) == "Giếng Làng"


def test_it_is_exported(copy: Copy) -> None:
    (well,) = json.loads(copy.text("site/data/v1/well.json"))
    assert well["village"] == "nam-bac-thanh"
    assert well["water"] == "washing"
    assert well["depth"]["value"] == {"number": 8, "unit": "m", "qualifier": "about"}


def test_it_is_printed(copy: Copy, plate: dict[str, str]) -> None:
    assert (plate["label"], plate["village"]) == ("Giếng Làng", "nam-bac-thanh")
    assert copy.text(f"dist/qr/{plate['file']}").startswith("<svg")


def test_its_code_is_beside_it_and_in_the_register(copy: Copy, plate: dict[str, str]) -> None:
    shown = f"{plate['code'][:4]}-{plate['code'][4:]}"
    assert f"  mã: {shown}\n" in copy.text("villages/nam-bac-thanh/gieng.yml")
    register = "".join(path.read_text("utf-8") for path in (copy.folder / "villages/_register").iterdir())
    assert f"{shown},well,nam-bac-thanh/gieng-lang\n" in register


def test_the_field_reference_has_it(copy: Copy) -> None:
    reference = LexborHTMLParser(copy.text("site/huong-dan/cac-muc/index.html"))
    assert words(one(reference, "h2#well")) == "Giếng"
    told = words(one(reference, "body"))
    assert "villages/<thôn>/wells.yml = villages/<thôn>/gieng.yml" in told
    assert "chỉ tắm giặt = washing" in told


def test_the_test_of_the_example_passes(copy: Copy) -> None:
    (written,) = [block.file for block in example()[:-1] if block.file.startswith("tests/")]
    assert "1 passed" in copy.run("-m", "pytest", "-q", written)


def test_the_example_is_formatted_and_linted_like_the_rest(copy: Copy) -> None:
    written = [block.file for block in example() if block.language == "python"]
    assert len(written) == 2
    copy.run("-m", "ruff", "check", *written)
    copy.run("-m", "ruff", "format", "--check", *written)


def test_a_stale_change_is_told() -> None:
    with pytest.raises(AssertionError, match="stale"):
        changed("a\nb\n", " c\n+d\n")
    assert changed("a\nb\n", " a\n+d\n@@\n-b\n") == "a\nd\n"
