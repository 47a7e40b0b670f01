"""Workflows of a public repository: code of a pull request has no rights, private data goes nowhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.workflows.test_workflows import ROOT, WORKFLOWS, checkouts, each_workflow, load, schema, zizmor

FOLDER = ROOT / ".github" / "workflows"
PRIVATE = {"publish.yml": "build", "audit.yml": "ask"}
"""The jobs that see private data."""
SET = "${{ vars.PRIVATE_DATA_REPO != '' }}"
UNSET = "${{ vars.PRIVATE_DATA_REPO == '' }}"

each_private = pytest.mark.parametrize(("workflow", "name"), PRIVATE.items(), ids=PRIVATE)


def job(workflow: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = load(FOLDER / workflow)["jobs"][name]
    return found


def place(steps: list[dict[str, Any]], text: str) -> int:
    """Which step it is that runs or uses a text."""
    (found,) = [at for at, step in enumerate(steps) if text in step.get("run", "") + step.get("uses", "")]
    return found


@each_workflow
def test_no_trigger_runs_code_of_a_pull_request_with_rights(workflow: Path) -> None:
    triggers = load(workflow)["on"]
    assert not {"pull_request_target", "workflow_run", "issue_comment", "issues"} & set(triggers)
    if "pull_request" in triggers:
        assert set(triggers) == {"pull_request"}
        for job in load(workflow)["jobs"].values():
            assert job["permissions"] == {"contents": "read"}
            assert "environment" not in job
        assert "secrets." not in workflow.read_text(encoding="utf-8")


@each_workflow
def test_a_job_that_may_write_installs_nothing_and_reads_no_data(workflow: Path) -> None:
    for job in load(workflow)["jobs"].values():
        if "write" in job["permissions"].values():
            script = "\n".join(step.get("run", "") for step in job["steps"])
            assert not re.search(r"\b(?:make|pip|villages|python|npm)\b", script)
            assert "secrets." not in str(job)


@each_workflow
def test_no_checkout_leaves_its_credentials(workflow: Path) -> None:
    for job in load(workflow)["jobs"].values():
        assert all(step["with"]["persist-credentials"] == "false" for step in checkouts(job))


def test_the_key_is_named_where_private_data_is_fetched_and_nowhere_else() -> None:
    for workflow in WORKFLOWS:
        secrets = re.findall(r"secrets\.(\w+)", workflow.read_text(encoding="utf-8"))
        assert secrets == (["PRIVATE_DATA_KEY"] if workflow.name in PRIVATE else []), workflow.name
        for name, found in load(workflow)["jobs"].items():
            assert ("secrets." in str(found)) is (PRIVATE.get(workflow.name) == name)


@each_private
def test_private_data_is_fetched_on_main_alone_and_only_where_there_is_any(workflow: str, name: str) -> None:
    assert "pull_request" not in load(FOLDER / workflow)["on"]
    found = job(workflow, name)
    assert found["if"] == "github.ref == 'refs/heads/main'"
    assert found["environment"] == {"name": "private-data", "deployment": "false"}
    (fetch,) = [step for step in checkouts(found) if "repository" in step["with"]]
    assert fetch["if"] == SET
    assert fetch["with"] == {
        "repository": "${{ vars.PRIVATE_DATA_REPO }}",
        "ssh-key": "${{ secrets.PRIVATE_DATA_KEY }}",
        "persist-credentials": "false",
        "path": "private",
    }


@each_private
def test_private_data_is_gone_before_anything_is_kept(workflow: str, name: str) -> None:
    steps = job(workflow, name)["steps"]
    fetched = next(at for at, step in enumerate(steps) if step.get("if") == SET)
    removed = place(steps, "rm -rf private")
    assert steps[removed]["if"] == "${{ always() }}"
    assert place(steps, "make venv") < fetched, "what installs packages has no private data to read"
    uploads = [at for at, step in enumerate(steps) if "upload" in step.get("uses", "")]
    assert fetched < removed < min(uploads)
    (user,) = [at for at, step in enumerate(steps) if fetched < at < removed]
    assert re.match(r"make site |\.venv/bin/villages audit ", steps[user]["run"])


@each_private
def test_private_data_is_in_no_log(workflow: str, name: str) -> None:
    assert job(workflow, name)["env"] == {"VILLAGES_PUBLIC_LOG": "1"}


def test_artifacts_hold_what_is_published_and_no_more() -> None:
    kept = {}
    for workflow in WORKFLOWS:
        for found in load(workflow)["jobs"].values():
            for step in found["steps"]:
                if "upload" in step.get("uses", ""):
                    kept[workflow.name, step["with"]["path"]] = step.get("if", "")
    assert kept == {
        ("assign-codes.yml", "codes.patch"): "",
        ("audit.yml", "audit"): "${{ !cancelled() }}",
        ("check.yml", "site"): "",
        ("publish.yml", "dist"): UNSET,
        ("publish.yml", "site"): "",
    }
    pages = job("publish.yml", "build")["steps"][-1]
    assert pages["with"]["include-hidden-files"] == "true", "without it .well-known/ is left out"


def test_git_never_takes_the_private_folder() -> None:
    command = ["git", "check-ignore", "private/nam-bac-thanh/dong-y.yml"]
    assert subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=False).returncode == 0


def test_packages_are_asked_about_every_week() -> None:
    triggers = load(FOLDER / "dependencies.yml")["on"]
    ((schedule,),) = (triggers["schedule"],)
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", schedule["cron"])
    dry = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "--assume-old=.venv/.installed-audit", "dependencies"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for lock in ROOT.glob("requirements*.lock"):
        assert f"--requirement {lock.name}" in dry
    for option in ("--strict", "--require-hashes", "--disable-pip"):
        assert option in dry


def test_actions_are_renewed() -> None:
    dependabot = ROOT / ".github" / "dependabot.yml"
    assert zizmor(dependabot) == []
    run = schema(dependabot, "dependabot")
    assert run.returncode == 0, run.stdout
    assert [entry["package-ecosystem"] for entry in load(dependabot)["updates"]] == ["github-actions"]
