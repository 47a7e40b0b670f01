"""Branches that issue codes, merged by git as it comes, without a merge driver."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.codes.support import FILES, codes, read, register_files, run, warnings
from tests.support import DAY, data_folder
from village_site.atlas import Atlas
from village_site.codes.register import read_register
from village_site.dataset import load
from village_site.problems import Problem

LANE = "- {id: ngo-9, name: Ngõ 9, kind: alley}\n"


class Repository:
    """A git repository with nobody's settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def try_git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs git and says how it ended."""
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        for role in ("AUTHOR", "COMMITTER"):
            settings |= {f"GIT_{role}_NAME": "Thử", f"GIT_{role}_EMAIL": "thu@example.vn"}
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C", **settings},
            capture_output=True,
            text=True,
            check=False,
        )

    def git(self, *arguments: str) -> str:
        """Runs git, which must succeed."""
        done = self.try_git(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def commit(self) -> None:
        """Commits everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x")

    def branch(self, name: str) -> None:
        """Begins a branch at main."""
        self.git("switch", "--quiet", "--create", name, "main")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A village on `main` whose records have their codes."""
    root = data_folder(tmp_path, FILES)
    repository = Repository(tmp_path)
    repository.git("init", "--quiet", "--initial-branch", "main")
    run(root)
    repository.commit()
    return repository


def write(repository: Repository, name: str, text: str) -> None:
    """Adds to a file, line ends as they are."""
    with (repository.folder / "villages" / name).open("a", encoding="utf-8", newline="") as file:
        file.write(text)


def test_branches_with_records_in_different_files_merge(repository: Repository) -> None:
    root = repository.folder / "villages"
    repository.branch("one")
    write(repository, "nam-bac-thanh/roads.yml", LANE)
    one = run(root)
    repository.commit()
    repository.branch("two")
    write(repository, "nam-bac-thanh/ho.yml", "- {id: h-9, đường: truc-1, số nhà: 9}\n")
    two = run(root)
    repository.commit()
    repository.git("merge", "--quiet", "--no-edit", "one")
    assert len(register_files(root)) == 3
    found = codes(root)
    assert found["road", "nam-bac-thanh/ngo-9"] == one.new[0].code
    assert found["household", "nam-bac-thanh/h-9"] == two.new[0].code
    assert [problem.code for problem in warnings(read(root)) if "orphan" in problem.code] == []
    plan = run(root)
    assert (plan.new, plan.restored) == ((), ())


@pytest.fixture
def same_record(repository: Repository) -> tuple[Repository, list[str]]:
    """One new lane on main that two branches each give a code; on the second, merging the first."""
    root = repository.folder / "villages"
    write(repository, "nam-bac-thanh/roads.yml", LANE)
    repository.commit()
    issued = []
    for name in ("one", "two"):
        repository.branch(name)
        issued.append(run(root).new[0].code)
        repository.commit()
    merge = repository.try_git("merge", "--no-edit", "one")
    assert merge.returncode == 1
    assert repository.git("diff", "--name-only", "--diff-filter=U").split() == [
        "villages/nam-bac-thanh/roads.yml"
    ]
    return repository, issued


def test_two_codes_for_one_record_are_a_conflict_in_its_file_only(
    same_record: tuple[Repository, list[str]],
) -> None:
    """Nothing is lost in the register; the data is not readable until somebody decides."""
    repository, issued = same_record
    problems: list[Problem] = []
    register = read_register(repository.folder / "villages/_register", "villages/_register", problems)
    assert problems == []
    assert register.by_code.keys() >= set(issued)
    _, problems = load(repository.folder / "villages")
    assert [problem.file for problem in problems] == ["villages/nam-bac-thanh/roads.yml"]


@pytest.mark.parametrize("side", ["--ours", "--theirs"])
def test_either_code_may_stay(same_record: tuple[Repository, list[str]], side: str) -> None:
    """The record keeps the code that was chosen, and the other one opens the same record for ever."""
    repository, issued = same_record
    root = repository.folder / "villages"
    repository.git("checkout", side, "villages/nam-bac-thanh/roads.yml")
    repository.commit()
    kept, other = reversed(issued) if side == "--ours" else issued
    found = read(root)
    assert codes(root)["road", "nam-bac-thanh/ngo-9"] == kept
    opened = {coded.code: coded for coded in Atlas(found, DAY).coded() if coded.code in issued}
    assert opened.keys() == {kept, other}
    assert opened[kept].record is opened[other].record is not None
    assert (opened[kept].primary, opened[other].primary) == (True, False)
    assert [problem.code for problem in warnings(found) if problem.code in ("orphan", "code-dropped")] == []
    plan = run(root)
    assert (plan.new, plan.restored) == ((), ())


def test_with_neither_line_the_first_in_the_register_comes_back(
    same_record: tuple[Repository, list[str]],
) -> None:
    repository, issued = same_record
    root = repository.folder / "villages"
    repository.git("checkout", "main", "villages/nam-bac-thanh/roads.yml")
    repository.commit()
    plan = run(root)
    assert plan.new == ()
    first = next(code for code in read(root).register.by_code if code in issued)
    assert [item.code for item in plan.restored] == [first]


def test_both_lines_are_an_error_that_is_pointed_at(same_record: tuple[Repository, list[str]]) -> None:
    """As when a record was typed over several lines and somebody only took the conflict marks out."""
    repository, issued = same_record
    lines = "".join(f"  code: {code[:4]}-{code[4:]}\n" for code in issued)
    repository.git("checkout", "main", "villages/nam-bac-thanh/roads.yml")
    path = repository.folder / "villages/nam-bac-thanh/roads.yml"
    path.write_text(
        path.read_text("utf-8").replace(LANE, f"- id: ngo-9\n{lines}  name: Ngõ 9\n  kind: alley\n"), "utf-8"
    )
    _, problems = load(repository.folder / "villages")
    assert [problem.code for problem in problems] == ["duplicate-field"]


def test_line_ends_changed_by_git_do_not_spoil_the_register(repository: Repository) -> None:
    copy = Repository(repository.folder / "windows")
    repository.git("clone", "--quiet", "--config", "core.autocrlf=true", ".", "windows")
    root = copy.folder / "villages"
    assert register_files(root)[0].read_bytes().count(b"\r\n") > 1
    write(copy, "nam-bac-thanh/roads.yml", LANE.replace("\n", "\r\n"))
    assert [item.record for item in run(root).new] == ["nam-bac-thanh/ngo-9"]
    copy.commit()
    assert "\r" not in copy.git("show", "HEAD:villages/nam-bac-thanh/roads.yml")
    assert copy.git("status", "--porcelain") == ""
    assert run(root).new == ()
