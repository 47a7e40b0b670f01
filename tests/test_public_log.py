"""What a log that anybody may read tells of private data: how much is wrong, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import data_folder
from village_site.catalogue import LANGUAGES
from village_site.cli import main
from village_site.problems import Level, Problem
from village_site.report import FORMATS, PUBLIC_LOG, hide_private

SECRET = "Nguyễn Văn Mẫu"
PUBLIC = Problem(
    "villages/nam-bac-thanh/ho.yml", 3, 5, "unknown-field", params={"found": "nane", "guess": "name"}
)
PRIVATE = Problem(
    "private/nam-bac-thanh/ho.yml", 7, 9, "unknown-field", Level.WITHHELD, {"found": SECRET, "guess": ""}
)
WARNING = Problem("private/nam-bac-thanh/dong-y.yml", 1, 1, "unknown-field", Level.WARNING, {"found": SECRET})
NAMING = Problem(
    "villages/_site.yml", 1, 1, "unknown-file", params={"found": "private/nam-bac-thanh/anh.jpg"}
)
WHOLE = Problem("private", 1, 1, "symlink")


def test_what_is_private_becomes_one_line_with_its_number() -> None:
    shown = hide_private([PRIVATE, PUBLIC, WARNING, NAMING, WHOLE])
    assert shown == (Problem("private", 1, 1, "private-problems", Level.ERROR, {"count": "4"}), PUBLIC)
    for lang in LANGUAGES:
        assert "4" in shown[0].text(lang)
        assert "villages check" in shown[0].hint(lang)


@pytest.mark.parametrize(
    ("problems", "level"),
    [([PRIVATE, WARNING], Level.WITHHELD), ([WARNING], Level.WARNING), ([WARNING, WHOLE], Level.ERROR)],
)
def test_it_matters_as_much_as_the_worst(problems: list[Problem], level: Level) -> None:
    (summary,) = hide_private(problems)
    assert summary.level is level


def test_nothing_changes_where_nothing_is_private() -> None:
    assert hide_private([PUBLIC]) == (PUBLIC,)
    assert hide_private([]) == ()
    assert hide_private([PRIVATE], root="rieng") == (PRIVATE,)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_format_prints_it_in_a_public_log(name: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PUBLIC_LOG, raising=False)
    assert SECRET in FORMATS[name]([PRIVATE, PUBLIC], lang)
    monkeypatch.setenv(PUBLIC_LOG, "1")
    text = FORMATS[name]([PRIVATE, PUBLIC], lang)
    assert SECRET not in text
    assert "private/" not in text
    assert "nane" in text


def test_the_commands_keep_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = data_folder(tmp_path, {"nam-bac-thanh/roads.yml": "- {id: truc, name: Trục, nane: sai}\n"})
    private = tmp_path / "private" / "nam-bac-thanh"
    private.mkdir(parents=True)
    (private / "ho.yml").write_text(
        f"- {{id: khong-co, họ tên: {SECRET}}}\n- {{mật khẩu: {SECRET}}}\n", "utf-8"
    )
    arguments = ["check", "--data", str(data), "--day", "2026-11-21"]
    monkeypatch.delenv(PUBLIC_LOG, raising=False)
    assert main([*arguments, "--format", "json"]) == 1
    told = {row["file"] for row in json.loads(capsys.readouterr().out)}
    public = {file for file in told if file.startswith("villages/")}
    assert "villages/nam-bac-thanh/roads.yml" in public
    assert told - public == {"private/nam-bac-thanh/ho.yml"}
    monkeypatch.setenv(PUBLIC_LOG, "1")
    assert main([*arguments, "--format", "json"]) == 1
    out = capsys.readouterr()
    assert {row["file"] for row in json.loads(out.out)} == {"private", *public}
    assert out.err == ""
    for word in (SECRET, "khong-co", "mật khẩu"):
        assert word not in out.out
    assert main(["codes", "assign", "--data", str(data)]) == 1
    out = capsys.readouterr()
    assert "nane" in out.err
    assert "khong-co" not in out.err + out.out
