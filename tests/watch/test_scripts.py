""".ci/report-audit and .ci/last-audit, with a stand-in for gh."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

CI = Path(__file__).parents[2] / ".ci"
MARKER = "<!-- village-site:audit -->"
BOT = {"is_bot": True, "login": "app/github-actions"}


class Gh:
    """A gh that notes what it is asked, answers from files, and fails when told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log, self.answer = folder / "gh.log", folder / "answer"
        self.answer.write_text("[]", encoding="utf-8")
        program = folder / "bin" / "gh"
        program.parent.mkdir()
        program.write_text(
            f'#!/bin/sh\necho "$*" >>{self.log}\n'
            f'[ ! -e {folder}/fail ] || {{ echo "gh: no" >&2; exit 4; }}\n'
            f'case "$1 $2" in\n*" list") cat {self.answer};;\n'
            f'"run download") [ "$3" = "$(cat {folder}/good)" ] || exit 1; mkdir -p "$7" && echo {{}} >"$7/audit.json";;\n'
            "esac\n",
            encoding="utf-8",
        )
        program.chmod(0o755)

    def run(self, script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            [CI / script, *arguments],
            cwd=self.folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self) -> list[str]:
        return [" ".join(line.split()[:3]) for line in self.log.read_text("utf-8").splitlines()]


@pytest.fixture
def gh(tmp_path: Path) -> Gh:
    return Gh(tmp_path)


def report(gh: Gh, text: str, *issues: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    gh.answer.write_text(json.dumps(issues), encoding="utf-8")
    body = gh.folder / "issue.md"
    body.write_text(text, encoding="utf-8")
    return gh.run("report-audit", body)


def issue(number: int, author: dict[str, Any] | None = BOT, body: str = f"{MARKER}\nold") -> dict[str, Any]:
    return {"number": number, "author": author, "body": body}


FAULTY = f"{MARKER}\n2 mã không mở được\n"
OTHERS = (
    issue(3, {"is_bot": False, "login": "ai-do"}),
    issue(4, {"is_bot": True, "login": "app/dependabot"}),
    issue(5, None),
    issue(6, body="codes"),
    issue(7, body=f"see {MARKER}"),
)


def test_the_first_faults_open_an_issue(gh: Gh) -> None:
    done = report(gh, FAULTY, *OTHERS)
    assert (done.returncode, done.stderr) == (0, "")
    assert gh.calls() == ["issue list --state", "issue create --title"]
    assert "--body-file" in gh.log.read_text("utf-8")


def test_later_ones_renew_it(gh: Gh) -> None:
    done = report(gh, FAULTY, issue(31), *OTHERS, issue(12))
    assert done.returncode == 0, done.stderr
    assert gh.calls() == ["issue list --state", "issue edit 12"]


def test_when_all_is_well_it_is_closed(gh: Gh) -> None:
    done = report(gh, "", *OTHERS, issue(12, {"is_bot": True, "login": "github-actions[bot]"}))
    assert (done.returncode, done.stdout) == (0, "Every code opens its own page.\n")
    assert gh.calls() == ["issue list --state", "issue close 12"]


def test_when_all_is_well_and_nothing_is_open(gh: Gh) -> None:
    assert report(gh, "", *OTHERS).returncode == 0
    assert gh.calls() == ["issue list --state"]


def test_any_other_text_is_refused(gh: Gh) -> None:
    done = report(gh, "hello")
    assert done.returncode == 1
    assert "no report" in done.stderr
    assert not gh.log.exists()


def test_no_report_is_no_good_news(gh: Gh) -> None:
    assert gh.run("report-audit", gh.folder / "missing.md").returncode == 1
    assert gh.run("report-audit").returncode == 1
    assert not gh.log.exists()


def test_gh_s_failure_is_the_script_s(gh: Gh) -> None:
    (gh.folder / "fail").touch()
    done = report(gh, FAULTY)
    assert (done.returncode, done.stderr) == (4, "gh: no\n")


def last(gh: Gh, runs: str, good: str) -> tuple[int, bool]:
    """Exit code of .ci/last-audit and whether it left a report, where one run has one."""
    gh.answer.write_text(runs, encoding="utf-8")
    (gh.folder / "good").write_text(good, encoding="utf-8")
    done = gh.run("last-audit", gh.folder / "audit")
    return done.returncode, (gh.folder / "audit" / "audit.json").is_file()


def test_the_newest_report_is_fetched(gh: Gh) -> None:
    assert last(gh, "9\n8\n7\n", "8") == (0, True)
    assert gh.calls() == ["run list --workflow", "run download 9", "run download 8"]


def test_without_a_report_the_build_goes_on(gh: Gh) -> None:
    assert last(gh, "", "8") == (0, False)
    assert last(gh, "9\n7\n", "8") == (0, False)


def test_an_old_report_is_not_kept(gh: Gh) -> None:
    assert last(gh, "8\n", "8") == (0, True)
    (gh.folder / "fail").touch()
    assert last(gh, "8\n", "8") == (0, False)
