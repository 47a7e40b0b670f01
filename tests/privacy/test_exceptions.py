"""What somebody reviewed passes, by file, message and tag; what no longer matches is told."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support import codes_of
from village_site.model.bind import bind
from village_site.model.exceptions import EXCEPTIONS, ReviewedException
from village_site.model.kinds import Layout
from village_site.model.reading import Reading
from village_site.privacy.exceptions import Reviewed
from village_site.privacy.forbidden import forbidden, forbidden_in_folder
from village_site.privacy.screen import Screen
from village_site.privacy.sensitive import small_aggregates
from village_site.problems import Level, Problem
from village_site.source import Sequence, read_yaml

FILE = "villages/thon/thon.yml"
ID = "079239012345"


def written(*entries: tuple[str, str, str]) -> list[ReviewedException]:
    """The exceptions of a `_ngoai-le.yml` with these files, codes and tags."""
    text = "".join(
        f"- tệp: {file}\n  thông báo: {code}\n  dấu: {tag}\n  lý do: Mã của một mặt hàng\n"
        "  người xem xét: Công chức văn hoá xã\n  ngày: 20/11/2026\n"
        for file, code, tag in entries
    )
    root = read_yaml(text.encode(), "villages/_ngoai-le.yml")
    assert isinstance(root, Sequence)
    reading = Reading("villages/_ngoai-le.yml")
    found = [bind(ReviewedException, node, reading) for node in root.items]
    assert reading.problems == []
    return [one for one in found if one is not None]


def told(problems: Iterable[Problem], exceptions: Iterable[ReviewedException]) -> list[Problem]:
    """What is left to tell of a site's problems, exceptions that nothing needs included."""
    reviewed = Reviewed(exceptions)
    return [*Screen(reviewed).left(problems), *reviewed.stale()]


def faults(code: str, tag: str) -> list[tuple[str, str]]:
    """Message codes and sentences for an entry with this code and tag."""
    text = f"- {{file: a, code: {code}, tag: {tag}, reason: b, reviewed_by: c, date: 2026}}"
    root = read_yaml(text.encode(), "villages/_exceptions.yml")
    assert isinstance(root, Sequence)
    reading = Reading("villages/_exceptions.yml")
    bind(ReviewedException, root.items[0], reading)
    return [(problem.code, problem.text("vi")) for problem in reading.problems]


def test_the_file_stands_beside_the_villages() -> None:
    assert EXCEPTIONS.files == ("_exceptions", "_ngoai-le")
    assert EXCEPTIONS.layout is Layout.SHARED_LIST
    assert not EXCEPTIONS.exported
    assert not EXCEPTIONS.searched


def test_a_reviewed_value_passes_and_no_other() -> None:
    problems = list(forbidden(f"mã: {ID}\nkhác: 079239999999\n", FILE))
    tags = [problem.params["tag"] for problem in problems]
    assert tags[0] != tags[1]
    left = told(problems, written((FILE, "forbidden-citizen-id", tags[0])))
    assert left == problems[1:]


def test_a_reviewed_value_passes_however_it_is_written_and_wherever_it_moves() -> None:
    (problem,) = forbidden(f"mã: {ID}\n", FILE)
    exceptions = written((FILE, problem.code, problem.params["tag"]))
    assert told(forbidden("# a\n# b\nmã: 079 239 012 345\n", FILE), exceptions) == []


@pytest.mark.parametrize(
    ("file", "code", "tag"),
    [
        ("villages/khac/thon.yml", "forbidden-citizen-id", None),
        (FILE, "forbidden-account", None),
        (FILE, "forbidden-citizen-id", "000"),
    ],
)
def test_an_exception_that_matches_nothing_is_a_warning(file: str, code: str, tag: str | None) -> None:
    (problem,) = forbidden(f"mã: {ID}\n", FILE)
    exceptions = written((file, code, tag or problem.params["tag"]))
    found = told([problem], exceptions)
    assert codes_of(found) == [
        (FILE, 1, 5, "forbidden-citizen-id"),
        ("villages/_ngoai-le.yml", 1, 3, "exception-stale"),
    ]
    assert found[1].level is Level.WARNING
    stale = tag or problem.params["tag"]
    assert found[1].text("vi") == f"ngoại lệ này không còn khớp với gì trong {file} ({code}, dấu {stale})"
    assert found[1].hint("vi") == "xoá mục này, hoặc xem lại tên tệp, tên thông báo và dấu"


def test_counts_and_names_of_files_can_be_reviewed_too(tmp_path: Path) -> None:
    (tmp_path / f"{ID}.png").write_bytes(b"")
    problems = [*small_aggregates("có 2 hộ nghèo", FILE), *forbidden_in_folder(tmp_path, "villages/thon")]
    assert [problem.code for problem in problems] == ["sensitive-few-people", "forbidden-in-name"]
    exceptions = written(*((problem.file, problem.code, problem.params["tag"]) for problem in problems))
    assert told(problems, exceptions) == []


def test_a_file_that_could_not_be_checked_cannot_be_let_pass() -> None:
    (problem,) = forbidden("079239012345 " * 100_000, FILE)
    found = told([problem], written((FILE, problem.code, problem.params["tag"])))
    assert [one.code for one in found] == ["forbidden-unchecked", "exception-stale"]


def test_other_problems_are_left_alone() -> None:
    other = Problem(FILE, 3, 1, "unknown-field", params={"found": "x", "guess": ""})
    assert told([other], []) == [other]


def test_use_is_remembered_from_file_to_file() -> None:
    (first,) = forbidden(f"a: {ID}", FILE)
    (second,) = forbidden("a: 183456789", "villages/thon/duong.yml")
    exceptions = written(*((one.file, one.code, one.params["tag"]) for one in (first, second)))
    reviewed = Reviewed(exceptions)
    assert reviewed.passes(first)
    assert [one.params["file"] for one in reviewed.stale()] == ["villages/thon/duong.yml"]
    assert reviewed.passes(second)
    assert list(reviewed.stale()) == []


def test_a_mistyped_entry_does_not_repeat_what_was_typed() -> None:
    assert faults("forbidden-account", ID) == [
        ("bad-exception-tag", "đây không phải dấu: dấu có ba ký tự, là chữ số hoặc chữ a đến f")
    ]
    assert faults("phone-length", "a1f") == [
        ("bad-exception-code", "đây không phải tên một thông báo có ngoại lệ")
    ]
    assert faults("sensitive-few-people", "0e1") == []
