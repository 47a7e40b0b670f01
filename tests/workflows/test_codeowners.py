"""Who must approve what: the files an attacker would change have owners, under either of their names."""

import re
import subprocess
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from village_site.model.contacts import CONTACTS

ROOT = Path(__file__).parents[2]
CODEOWNERS = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
RULES = [line.split() for line in CODEOWNERS.splitlines() if line and not line.startswith("#")]


def owner(path: str) -> str:
    """The owner of a path, by the last rule that fits, as GitHub decides."""
    found = ""
    for pattern, name in RULES:
        body = pattern.lstrip("/")
        parts, wanted = path.split("/"), body.rstrip("/").split("/")
        if pattern == "*":
            fits = True
        elif body.endswith("/"):
            fits = parts[: len(wanted)] == wanted and len(parts) > len(wanted)
        else:
            fits = len(parts) == len(wanted) and all(map(fnmatchcase, parts, wanted))
        found = name if fits else found
    return found.partition("/")[2]


def test_every_rule_is_anchored_and_has_one_placeholder() -> None:
    for pattern, name in RULES:
        assert pattern == "*" or pattern.startswith("/"), pattern
        assert re.fullmatch(r"@TEN-TO-CHUC/[a-z-]+", name), name


@pytest.mark.parametrize("name", CONTACTS.files)
def test_contacts_of_a_village_have_their_own_approvers(name: str) -> None:
    assert owner(f"villages/nam-bac-thanh/{name}.yml") == "nguoi-duyet-lien-he"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("villages/_units/ha-tinh.yml", "nguoi-duyet-lien-he"),
        ("villages/_site.yml", "nguoi-bao-tri"),
        ("villages/_register/2026-11-21-0000000000000000.csv", "nguoi-bao-tri"),
        ("villages/_events/2026.yml", "nguoi-bao-tri"),
        ("villages/nam-bac-thanh/roads.yml", "nguoi-giu-du-lieu"),
        (".github/CODEOWNERS", "nguoi-bao-tri"),
        (".github/workflows/check.yml", "nguoi-bao-tri"),
        (".ci/propose-codes", "nguoi-bao-tri"),
        ("plugins/village_site/review/compare.py", "nguoi-bao-tri"),
        ("requirements-dev.lock", "nguoi-bao-tri"),
        ("README.md", "nguoi-bao-tri"),
    ],
)
def test_owners(path: str, expected: str) -> None:
    assert owner(path) == expected


def test_every_file_that_runs_is_the_maintainers_by_a_rule_of_its_own() -> None:
    """Whoever hands `*` to somebody else does not hand them the program."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    alone = {
        path for path in listed.splitlines() if not any(owner_rule(path, pattern) for pattern, _ in RULES[1:])
    }
    assert not [
        path
        for path in alone
        if path.endswith((".py", ".html", ".js", ".toml", ".lock"))
        or ("/" in path and not path.startswith("content/"))
    ]


def owner_rule(path: str, pattern: str) -> bool:
    """True when one rule by itself fits a path."""
    body = pattern.strip("/")
    return path.startswith(f"{body}/") if pattern.endswith("/") else fnmatchcase(path, body)
