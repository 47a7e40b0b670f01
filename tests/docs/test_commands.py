"""Commands, options and paths that the documents tell of are there, and none that is there is left out."""

import argparse
import re
import subprocess

import pytest

from tests.docs.support import DEVELOPERS, GUIDES, MAINTAINERS, READMES, ROOT, code, named, read, table_under
from village_site.adapters.options import VillagesConfig
from village_site.cli import main
from village_site.cli.parser import parser

DOCUMENTS = (*READMES, *GUIDES)
# Editors need no command at all.
WITH_COMMANDS = (*READMES, MAINTAINERS, DEVELOPERS)


def commands(found: argparse.ArgumentParser, name: str = "") -> dict[str, argparse.ArgumentParser]:
    """Every command that can be given, by its words: `codes assign`."""
    deeper = [action for action in found._actions if isinstance(action, argparse._SubParsersAction)]
    own = {name: found} if found.get_default("command") is not None else {}
    inner = [
        commands(child, f"{name} {word}".strip())
        for action in deeper
        for word, child in action.choices.items()
    ]
    return own | {word: child for part in inner for word, child in part.items()}


COMMANDS = commands(parser())


def options(found: argparse.ArgumentParser) -> set[str]:
    """Its long options."""
    return {text for action in found._actions for text in action.option_strings if text.startswith("--")}


def targets() -> set[str]:
    """What make can be asked for."""
    return set(re.findall(r"^([a-z]+):.*?## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_target_of_make_exists(document: str) -> None:
    told = set(re.findall(r"^make ([a-z]+)", code(document), re.MULTILINE))
    assert told <= targets()
    assert bool(told) is (document in WITH_COMMANDS)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_villages_command_exists(document: str) -> None:
    told = re.findall(r"^(?:\.venv/bin/)?villages ([a-z].*)$", code(document), re.MULTILINE)
    assert bool(told) is (document in WITH_COMMANDS)
    for line in told:
        command = next(
            (name for name in sorted(COMMANDS, key=len, reverse=True) if f"{line} ".startswith(f"{name} ")),
            None,
        )
        assert command is not None, line
        assert set(re.findall(r"--[a-z-]+", line)) <= options(COMMANDS[command]), line


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_its_options(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([*command.split(), "--help"])
    assert end.value.code == 0
    told = capsys.readouterr().out
    assert all(option in told for option in options(COMMANDS[command]))


def test_the_maintainers_guide_has_every_command_and_option() -> None:
    listed = table_under(MAINTAINERS, "Các lệnh", "Lệnh")
    told = {row[0].strip("`").removeprefix("villages ") for row in listed if "villages" in row[0]}
    assert told == set(COMMANDS)
    assert {row[0].strip("`").removeprefix("make ") for row in listed if "make " in row[0]} == targets()
    where = [(row[0].strip("`"), row[1]) for row in table_under(MAINTAINERS, "Các lệnh", "Tuỳ chọn")]
    for name, command in COMMANDS.items():
        expected = {option for option, at in where if at == "mọi lệnh" or name in named(at)}
        assert expected == options(command), name
    assert {option for option, at in where if not at} == options(parser()) - {"--help"}


def test_the_maintainers_guide_has_every_option_of_the_plugin() -> None:
    schema = {name: getattr(setting, "default", None) for name, setting in VillagesConfig._schema}
    told = {row[0].strip("`"): row[1] for row in table_under(MAINTAINERS, "Cài đặt của plugin", "Mục")}
    assert told.keys() == schema.keys()
    for name, default in schema.items():
        assert told[name] == (
            f"`{default}`" if default else {"day": "hôm nay ở Việt Nam"}.get(name, "không có")
        )


def test_the_maintainers_guide_has_every_workflow() -> None:
    told = {row[0].strip("`") for row in table_under(MAINTAINERS, "Công bố bằng GitHub Pages", "Tệp")}
    assert told == {path.name for path in (ROOT / ".github" / "workflows").iterdir()}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_named_is_in_the_project(document: str) -> None:
    made_by_commands = ("villages/_events/", "villages/_prints/", "villages/_plates/")
    built = (
        "site/",
        "dist/",
        ".venv/",
        "data/",
        "anh/",
        "Q/",
        "tim/",
        ".cache/",
        "private/",
        *made_by_commands,
    )
    tracked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    folders = {
        f"{'/'.join(path.split('/')[:depth])}/" for path in tracked for depth in range(1, path.count("/") + 1)
    }
    for path in re.findall(r"`((?:[\w.-]+/)+)`", read(document)):
        if not path.startswith(built):
            assert any(folder.endswith(path) for folder in folders), path
