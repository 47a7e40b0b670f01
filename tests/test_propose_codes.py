""".ci/propose-codes, run in a real repository with a stand-in for gh."""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / ".ci" / "propose-codes"


class Repository:
    """A clone of a bare repository with one record, and a stand-in for gh that notes its arguments."""

    def __init__(self, folder: Path) -> None:
        self.bare, self.clone, self.log = folder / "bare.git", folder / "clone", folder / "gh.log"
        # Nobody's own settings of git.
        self.environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        self.git("init", "--quiet", "--bare", "--initial-branch=main", str(self.bare), at=folder)
        self.git("clone", "--quiet", str(self.bare), str(self.clone), at=folder)
        self.write("villages/dong/roads.yml", "- name: Đường Làng\n")
        self.write("Makefile", "site:\n")
        self.git("switch", "--quiet", "--create", "main")
        self.git("add", ".")
        self.git(
            "-c", "user.name=t", "-c", "user.email=t@example.vn", "commit", "--quiet", "--message", "data"
        )
        self.git("push", "--quiet", "origin", "main")

    def git(self, *arguments: str, at: Path | None = None) -> str:
        command = ["git", *arguments]
        return subprocess.run(
            command, cwd=at or self.clone, env=self.environment, capture_output=True, text=True, check=True
        ).stdout

    def write(self, name: str, text: str) -> None:
        path = self.clone / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def patch(self) -> Path:
        """The changes of the work tree as a patch, taken back."""
        self.git("add", ".")
        path = self.clone.parent / "codes.patch"
        path.write_text(self.git("diff", "--cached", "--binary"), encoding="utf-8")
        self.git("reset", "--quiet", "--hard")
        return path

    def propose(self, patch: Path, open_pull_request: str = "") -> subprocess.CompletedProcess[str]:
        program = self.clone.parent / "bin" / "gh"
        program.parent.mkdir(exist_ok=True)
        program.write_text(
            f'#!/bin/sh\necho "$1 $2 $3" >>{self.log}\n[ "$2" != list ] || echo {open_pull_request}\n',
            encoding="utf-8",
        )
        program.chmod(0o755)
        path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            [SCRIPT, patch],
            cwd=self.clone,
            env={**self.environment, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def with_codes(repository: Repository, code: str) -> Path:
    repository.write("villages/dong/roads.yml", f"- name: Đường Làng\n  code: {code}\n")
    repository.write(f"villages/_register/{code}.yml", f"{code}: dong/lang\n")
    return repository.patch()


def test_codes_are_proposed_on_a_branch(repository: Repository) -> None:
    done = repository.propose(with_codes(repository, "AAA"))
    assert done.returncode == 0, done.stderr
    assert repository.calls() == ["pr list --head", "pr create --base"]
    shown = repository.git("show", "--format=%an", "--name-status", "codes/assign", at=repository.bare)
    assert shown.split() == [
        *("github-actions[bot]", "A", "villages/_register/AAA.yml"),
        *("M", "villages/dong/roads.yml"),
    ]


def test_a_later_proposal_replaces_the_earlier_one(repository: Repository) -> None:
    first, second = with_codes(repository, "AAA"), "BBB"
    assert repository.propose(first).returncode == 0
    repository.git("switch", "--quiet", "main")
    done = repository.propose(with_codes(repository, second), open_pull_request="7")
    assert done.returncode == 0, done.stderr
    assert repository.calls()[2:] == ["pr list --head", "pr edit 7"]
    files = repository.git("ls-tree", "-r", "--name-only", "codes/assign", at=repository.bare).split()
    assert files == ["Makefile", "villages/_register/BBB.yml", "villages/dong/roads.yml"]
    assert repository.git("rev-list", "--count", "main..codes/assign", at=repository.bare).strip() == "1"


def test_nothing_to_assign_closes_an_open_proposal(repository: Repository) -> None:
    empty = repository.patch()
    done = repository.propose(empty, open_pull_request="7")
    assert (done.returncode, done.stdout) == (0, "No record lacks a code.\n")
    assert repository.calls() == ["pr list --head", "pr close 7"]


def test_nothing_to_assign_and_nothing_open(repository: Repository) -> None:
    assert repository.propose(repository.patch()).returncode == 0
    assert repository.calls() == ["pr list --head"]


def test_only_data_may_be_changed(repository: Repository) -> None:
    repository.write("Makefile", "site:\n\tcurl example.vn\n")
    done = repository.propose(repository.patch())
    assert (done.returncode, done.stdout) == (1, "Makefile\n")
    assert done.stderr == "The patch changes the files above, which are not data.\n"
    assert repository.git("branch", "--list", "codes/*", at=repository.bare) == ""
