"""`villages codes audit --base`: the revision compared with is read, and nothing in it is obeyed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.support import data_folder
from village_site.cli import main


def git(folder: Path, *arguments: str) -> None:
    """A git command with an author of its own."""
    identity = ["-c", "user.name=Mau", "-c", "user.email=mau@lang.example"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """A data folder with one commit."""
    root = data_folder(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "một")
    return root


def audit(root: Path, base: str) -> int:
    """The command, compared with a revision."""
    return main(["codes", "audit", "--data", str(root), f"--base={base}", "--site", str(root / "none")])


def test_a_revision_that_looks_like_an_option_is_none(committed: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("còn", "utf-8")
    assert audit(committed, f"--output={kept}") == 1
    assert kept.read_text("utf-8") == "còn"


def test_a_link_in_the_revision_is_passed_over(committed: Path, tmp_path: Path) -> None:
    (committed / "nam-bac-thanh" / "la.yml").symlink_to("/etc/hostname")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "hai")
    (committed / "nam-bac-thanh" / "la.yml").unlink()
    assert audit(committed, "HEAD") == 0
