"""The examples of the guides do as told: the right ones are read, the wrong ones get that very answer."""

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.docs.support import EDITORS, MAINTAINERS, Block, blocks, read
from tests.support import DAY, data_folder
from village_site import report, site
from village_site.problems import Problem

VILLAGE = "nam-bac-thanh"
# Codes are issued by a command, so no example has one.
ALLOWED = {"no-code"}


def problems(tmp_path: Path, block: Block) -> list[Problem]:
    """What the program has to say of a block in its file, among otherwise good data."""
    in_village = not block.file.startswith("_")
    root = data_folder(tmp_path)
    if block.file == "thon.yml":
        (root / VILLAGE / "village.yml").unlink()
    if block.file.startswith("private/"):
        write_private(root, block)
    else:
        path = root / VILLAGE / block.file if in_village else root / block.file
        path.write_text(block.text, encoding="utf-8")
    for name in re.findall(r"tệp: (\S+\.jpg)", block.text):
        Image.new("RGB", (16, 8)).save(root / VILLAGE / name)
    _, found = site.examine(root, DAY)
    return [problem for problem in found if problem.code not in ALLOWED]


def write_private(root: Path, block: Block) -> None:
    """A block in its file of the private folder, and the other of household and consent, which belong together;
    what was withdrawn has no household any more."""
    (root / VILLAGE / "roads.yml").write_text("- {id: truc, name: Đường Trục}", encoding="utf-8")
    house = "- {id: nha-12, road: truc, number: 12}"
    (root / VILLAGE / "households.yml").write_text(house, encoding="utf-8")
    first = {one.file: one for one in reversed(blocks(EDITORS)) if "`private/" in one.lead}
    together = {} if "rút lại:" in block.text else first
    for one in (together | {block.file: block}).values():
        path = root.parent / one.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(one.text, encoding="utf-8")


def examples(document: str) -> list[tuple[Block, str | None]]:
    """The YAML of a guide, each with the message quoted after it; None for one that is right."""
    return [
        (block, block.rest.removeprefix("> ") if "**Sai**" in block.lead else None)
        for block in blocks(document)
        if block.language == "yaml"
    ]


EXAMPLES = examples(EDITORS) + examples(MAINTAINERS)


@pytest.mark.parametrize("block", [block for block, message in EXAMPLES if message is None])
def test_what_is_called_right_is_read(tmp_path: Path, block: Block) -> None:
    assert problems(tmp_path, block) == []


@pytest.mark.parametrize(("block", "message"), [example for example in EXAMPLES if example[1] is not None])
def test_what_is_called_wrong_is_answered_so(tmp_path: Path, block: Block, message: str) -> None:
    assert [report.line(problem, "vi") for problem in problems(tmp_path, block)] == [message]


def test_every_message_shown_is_one_of_those() -> None:
    shown = {line.removeprefix("> ") for line in read(EDITORS).splitlines() if line.startswith("> ")}
    assert shown == {message for _, message in EXAMPLES if message is not None}


def test_every_trap_has_a_wrong_and_a_right_way() -> None:
    traps = [part.partition("\n## ")[0] for part in read(EDITORS).split("\n### ")[1:]]
    assert len(traps) == 10
    for trap in traps:
        assert "**Sai**" in trap
        assert "**Đúng**" in trap
