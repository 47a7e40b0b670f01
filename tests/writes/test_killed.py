"""A command that dies at any moment leaves every file old or new, never half; run again it completes its work.

Comments and lines that are not its business stay byte for byte.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.writes.commands import COMMANDS, READS_ONLY, Command
from village_site.cli.parser import parser

ROOT = Path(__file__).parents[2]
NAMED = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.title)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders that `kill.py` leaves."""
    folder = tmp_path_factory.mktemp("killed")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SOURCE_DATE_EPOCH": "1795219200",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    command = [sys.executable, str(Path(__file__).with_name("kill.py")), str(folder)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=1_200
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file by its path, the caches left out."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if not name.startswith(".cache/")}


def visible(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files that readers of the folder see."""
    return {
        name: data
        for name, data in files.items()
        if not any(part.startswith(".") for part in name.split("/"))
    }


def within(files: dict[str, bytes], folder: str) -> dict[str, bytes]:
    """The files below a folder."""
    return {name: data for name, data in files.items() if name.startswith(f"{folder}/")}


@NAMED
def test_killed_at_any_moment_every_file_is_old_or_new(command: Command, played: Path) -> None:
    folder = played / command.title
    old, new = tree(folder / "before"), tree(folder / "after")
    assert json.loads((folder / "exits.json").read_bytes())["after"] == command.exit_code
    assert old != new, "the command changes nothing"
    killed = sorted(folder.glob("killed-*"))
    assert len(killed) >= 4
    states = [visible(tree(one)) for one in killed]
    assert any(state == old for state in states)
    for one, state in zip(killed, states, strict=True):
        for name in old.keys() | new.keys() | state.keys():
            assert state.get(name) in (old.get(name), new.get(name)), (one.name, name)
        for whole in command.wholes:
            assert within(state, whole) in (within(old, whole), within(new, whole)), (one.name, whole)


@NAMED
def test_the_next_run_completes_the_work_and_clears_away(command: Command, played: Path) -> None:
    folder = played / command.title
    new = tree(folder / "after")
    exits = json.loads((folder / "exits.json").read_bytes())
    for again in sorted(folder.glob("again-*")):
        number = again.name.removeprefix("again-")
        assert tree(again) == new, again.name
        done = visible(tree(folder / f"killed-{number}")) == new
        assert exits[number] == command.exit_code or done, again.name


def test_codes_are_in_the_register_before_they_stand_in_files(played: Path) -> None:
    """Otherwise the next run could issue another code for a record that is on a plate already."""
    states = [visible(tree(one)) for one in (played / "codes assign").glob("killed-*")]
    written = [
        any(b"m\xc3\xa3: " in data or b"code: " in data for data in state.values()) for state in states
    ]
    registered = [any("/_register/" in name for name in state) for state in states]
    assert set(zip(registered, written, strict=True)) == {(False, False), (True, False), (True, True)}


@NAMED
def test_comments_and_other_lines_stay_byte_for_byte(command: Command, played: Path) -> None:
    folder = played / command.title
    old, new = tree(folder / "before"), tree(folder / "after")
    for name, data in old.items():
        if not name.endswith(".yml"):
            continue
        left = iter(new[name].splitlines(keepends=True))
        for line in data.splitlines(keepends=True):
            if not re.search(command.touches, line.decode()):
                assert line in left, (name, line)


def test_every_command_is_killed_or_writes_nothing() -> None:
    assert set(names(parser())) == {command.name for command in COMMANDS} | READS_ONLY


def names(of: argparse.ArgumentParser, before: str = "") -> Iterator[str]:
    """Every command by its words."""
    if of.get_default("command") is not None:
        yield before
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield from names(below, f"{before} {name}".strip())
