"""The commands of the Makefile are told, and the lock files are complete and name no registry."""

import os
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = sorted(ROOT.glob("requirements*.lock"))
PROMISED = {
    "help",
    "venv",
    "site",
    "plates",
    "forms",
    "handbook",
    "offline",
    "serve",
    "check",
    "test",
    "golden",
    "bench",
    "audit",
    "lock",
    "dependencies",
    "clean",
}


def targets() -> dict[str, str]:
    """The targets that are commands, with their line of help."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z]+):.*?## (.+)$", text, re.MULTILINE))


def make(*arguments: str) -> str:
    # What the make that runs these tests was told is not for this one.
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "DAY"))}
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=ROOT, env=inherited, capture_output=True, text=True, check=True).stdout


def test_every_command_has_a_line_of_help_and_no_file_of_its_name() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == set(targets()) == PROMISED


def test_make_alone_lists_the_commands() -> None:
    lines = dict(re.findall(r"^make (\w+) +(.+)$", make(), re.MULTILINE))
    assert lines == targets()


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_every_command_in_the_readme_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"^```.*?^```|`[^`\n]+`", text, re.MULTILINE | re.DOTALL))
    told = set(re.findall(r"\bmake ([a-z]+)", code))
    assert {"site", "test", "serve", "check", "bench"} <= told <= PROMISED


def test_the_day_is_passed_on() -> None:
    dry = make("--dry-run", "--assume-old=.venv/.installed", "site", "DAY=2026-11-21")
    assert dry.splitlines()[-1] == ".venv/bin/villages site --day '2026-11-21'"
    assert "--day" not in make("--dry-run", "--assume-old=.venv/.installed", "site")


def test_there_is_a_lock_for_each_use() -> None:
    assert [lock.name for lock in LOCKS] == [
        "requirements-audit.lock",
        "requirements-bench.lock",
        "requirements-dev.lock",
        "requirements-plates.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_by_hash_and_names_no_registry(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links| @ ", text)
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert {line[:2] == "  " or "==" in line for line in lines} == {True}
    for line, following in pairwise(lines):
        if "==" in line:
            assert following.startswith("    --hash=sha256:"), line


def test_the_locks_agree() -> None:
    pins: dict[str, set[str]] = {}
    for lock in LOCKS:
        pin_lines = re.findall(r"^\S+==.+?(?= \\$)", lock.read_text(encoding="utf-8"), re.MULTILINE)
        for name, _, version in (pin.partition("==") for pin in pin_lines):
            pins.setdefault(f"{lock.name} {name}", set()).add(version.partition(" ;")[0])
    dev = {
        key.split()[1]: versions for key, versions in pins.items() if key.startswith("requirements-dev.lock ")
    }
    for key, versions in pins.items():
        name = key.split()[1]
        assert versions == dev.get(name, versions), key
    assert {"mkdocs", "mkdocs-material", "setuptools", "segno"} <= set(dev)
