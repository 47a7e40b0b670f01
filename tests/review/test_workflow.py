"""The summary in the checks of a pull request: written first, with no right but to read, whatever the names."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.review.support import CONTACTS, committed, git, swap

ROOT = Path(__file__).parents[2]


def job() -> dict[str, Any]:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)["jobs"]["data"]
    return found


def step() -> dict[str, Any]:
    found: list[dict[str, Any]] = job()["steps"]
    (only,) = [step for step in found if "villages review" in step.get("run", "")]
    return only


def run(folder: Path, base: str) -> subprocess.CompletedProcess[str]:
    """The step's own script, as a runner runs it."""
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "villages").symlink_to(Path(sys.executable).parent / "villages")
    environment = {**os.environ, "BASE": base, "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step()["run"]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_step_writes_the_summary(tmp_path: Path) -> None:
    root = committed(tmp_path)
    base = git(tmp_path, "rev-parse", "HEAD")
    swap(root, CONTACTS, "0239 3892 689", "0987 000 111")
    done = run(tmp_path, base)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = (tmp_path / "summary.md").read_text("utf-8")
    assert text.startswith("## Xem trước khi duyệt\n\n**Bản sửa này đổi")
    assert "| `0239 3892 689` | `0987 000 111` |" in text


@pytest.mark.parametrize("base", ['"; touch x; "', "$(touch x)", "`touch x`", "--help"])
def test_a_hostile_revision_runs_nothing(tmp_path: Path, base: str) -> None:
    committed(tmp_path)
    assert run(tmp_path, base).returncode != 0
    assert not (tmp_path / "x").exists()


def test_the_step_comes_before_what_may_fail_and_gets_the_revision_by_its_environment() -> None:
    steps = job()["steps"]
    scripts = [found.get("run", "") for found in steps]
    assert scripts.index(step()["run"]) == scripts.index("make venv") + 1
    assert step()["env"] == {"BASE": "${{ github.event.pull_request.base.sha }}"}
    assert "${{" not in step()["run"]
    assert job()["permissions"] == {"contents": "read"}
    (checkout,) = [found for found in steps if found.get("uses", "").startswith("actions/checkout@")]
    assert checkout["with"] == {"persist-credentials": "false", "fetch-depth": "0"}
