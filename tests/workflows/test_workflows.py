"""The workflows of GitHub: linted offline, least rights, and no command that is not there."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

# Every right that a job has, besides none: a right more is a decision, made here too.
RIGHTS = {
    "audit.yml": {
        "ask": {"contents": "read", "pages": "read"},
        "report": {"contents": "read", "issues": "write"},
    },
    "assign-codes.yml": {
        "assign": {"contents": "read"},
        "propose": {"contents": "write", "pull-requests": "write"},
    },
    "check.yml": {"data": {"contents": "read"}, "test": {"contents": "read"}},
    "dependencies.yml": {"ask": {"contents": "read"}},
    "publish.yml": {
        "build": {"contents": "read", "actions": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
}

BAD = """
on: pull_request
jobs:
  greet:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "${{ github.event.pull_request.title }}"
"""


def load(workflow: Path) -> dict[str, Any]:
    """A workflow with every scalar as text, so that `on` stays `on`."""
    data: dict[str, Any] = yaml.load(workflow.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return data


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in load(workflow)["jobs"].values() for step in job["steps"]]


def zizmor(workflow: Path) -> list[dict[str, Any]]:
    options = ["--offline", "--no-config", "--strict-collection", "--persona=auditor", "--format=json"]
    command: list[str | Path] = [BIN / "zizmor", *options, "--no-exit-codes", workflow]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    findings: list[dict[str, Any]] = json.loads(run.stdout)
    return findings


def schema(workflow: Path, kind: str = "github-workflows") -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [
        BIN / "check-jsonschema",
        "--builtin-schema",
        f"vendor.{kind}",
        workflow,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def checkouts(job: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]


each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)


@each_workflow
def test_zizmor_finds_nothing(workflow: Path) -> None:
    assert zizmor(workflow) == []


@each_workflow
def test_the_schema_holds(workflow: Path) -> None:
    run = schema(workflow)
    assert run.returncode == 0, run.stdout


def test_the_linters_do_find(tmp_path: Path) -> None:
    bad = tmp_path / ".github" / "workflows" / "bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(BAD, encoding="utf-8")
    assert {"template-injection", "excessive-permissions"} <= {found["ident"] for found in zizmor(bad)}
    bad.write_text(BAD.replace("runs-on", "runs-at"), encoding="utf-8")
    assert schema(bad).returncode == 1


def test_rights_are_the_least() -> None:
    found = {}
    for workflow in WORKFLOWS:
        data = load(workflow)
        assert data["permissions"] == {}, workflow.name
        found[workflow.name] = {name: job["permissions"] for name, job in data["jobs"].items()}
    assert found == RIGHTS


@each_workflow
def test_actions_are_github_s_own_and_pinned(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    used = re.findall(r"uses: (.+)$", text, re.MULTILINE)
    assert used == re.findall(r"uses: (actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$", text, re.MULTILINE)
    assert len(used) == sum("uses" in step for step in steps(workflow))


@each_workflow
def test_commands_exist(workflow: Path) -> None:
    script = "\n".join(step["run"] for step in steps(workflow) if "run" in step)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake (\w+)", script):
        assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE), target
    for tool in re.findall(r"(?<!\S)\.ci/\S+", script):
        assert (ROOT / tool).stat().st_mode & 0o111, tool
    for arguments in re.findall(r"\bvillages ((?:[a-z]+ ?)+)", script):
        command: list[str | Path] = [BIN / "villages", *arguments.split(), "--help"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr


def test_pull_requests_get_every_promised_step() -> None:
    script = [step["run"] for step in steps(ROOT / ".github" / "workflows" / "check.yml") if "run" in step]
    assert script == [
        "make venv",
        '.venv/bin/villages review --base "$BASE" >> "$GITHUB_STEP_SUMMARY"',
        ".venv/bin/villages check --format github",
        'make site DAY="$(TZ=Asia/Ho_Chi_Minh date +%F)"',
        '.venv/bin/villages codes audit --format github --base "$BASE"',
        "make check",
        "make test",
    ]


def test_publishing_is_nightly_and_on_push() -> None:
    triggers = load(ROOT / ".github" / "workflows" / "publish.yml")["on"]
    assert triggers["push"] == {"branches": ["main"]}
    assert [entry["cron"] for entry in triggers["schedule"]] == ["7 17 * * *"]


@each_workflow
def test_whoever_reads_the_data_has_the_whole_history(workflow: Path) -> None:
    """In a shallow clone a reverted issuing is forgotten, and its records would be given other codes."""
    for job in load(workflow)["jobs"].values():
        script = "\n".join(step.get("run", "") for step in job["steps"])
        if ".venv/bin/villages" not in script and "make site" not in script and "codes assign" not in script:
            continue
        (checkout,) = [step for step in checkouts(job) if "repository" not in step["with"]]
        assert str(checkout["with"].get("fetch-depth")) == "0"
