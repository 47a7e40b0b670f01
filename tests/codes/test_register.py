"""The register: read whole, and whatever is wrong in it is pointed at."""

from collections.abc import Callable
from pathlib import Path

import pytest

from village_site.codes.register import Issued, Register, digest, file_text, read_register
from village_site.problems import Problem

TEXT = "code,kind,record\n7K3M-XT4M,village,nam-bac-thanh\n"
FOLDER = "villages/_register"

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a register file and gives its name; the name is the right one unless another is asked for."""

    def call(text: str, *, day: str = "2026-11-21", name: str = "") -> str:
        name = name or f"{day}-{digest(text)}.csv"
        (tmp_path / name).write_bytes(text.encode())
        return name

    return call


def read(tmp_path: Path) -> tuple[Register, list[Problem]]:
    problems: list[Problem] = []
    return read_register(tmp_path, FOLDER, problems), problems


def faults(problems: list[Problem]) -> list[tuple[str, int, str, dict[str, str]]]:
    return [(Path(problem.file).name, problem.line, problem.code, problem.params) for problem in problems]


def test_what_is_written_reads_back(tmp_path: Path, write: Write) -> None:
    name = write(file_text([("7K3MXT4M", "village", "lien-ha"), ("22222239", "road", "lien-ha/ngo-8")]))
    register, problems = read(tmp_path)
    assert problems == []
    assert register.by_code == {
        "7K3MXT4M": Issued("7K3MXT4M", "village", "lien-ha", f"{FOLDER}/{name}", 2),
        "22222239": Issued("22222239", "road", "lien-ha/ngo-8", f"{FOLDER}/{name}", 3),
    }
    assert set(register.by_record) == {("village", "lien-ha"), ("road", "lien-ha/ngo-8")}
    assert {issued.village for issued in register.by_code.values()} == {"lien-ha"}


def test_the_text_of_a_file() -> None:
    assert file_text([("7K3MXT4M", "village", "nam-bac-thanh")]) == TEXT


def test_an_empty_register(tmp_path: Path) -> None:
    assert read(tmp_path) == (Register.empty(), [])


@pytest.mark.parametrize(
    "changed",
    [TEXT.replace("nam-bac", "nam-dong"), TEXT + "2222-2239,road,lien-ha/ngo-8\n", TEXT.rstrip("\n")],
)
def test_an_altered_file(tmp_path: Path, write: Write, changed: str) -> None:
    name = write(changed, name=f"2026-11-21-{digest(TEXT)}.csv")
    register, problems = read(tmp_path)
    assert faults(problems) == [(name, 1, "register-altered", {})]
    assert "7K3MXT4M" in register.by_code


def test_an_emptied_file(tmp_path: Path, write: Write) -> None:
    name = write("", name=f"2026-11-21-{digest(TEXT)}.csv")
    assert faults(read(tmp_path)[1]) == [
        (name, 1, "register-altered", {}),
        (name, 1, "register-row", {"found": ""}),
    ]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    name = f"2026-11-21-{digest(TEXT)}.csv"
    (tmp_path / name).write_bytes(TEXT.encode() + b"\xff\n")
    assert [(file, line, code) for file, line, code, _ in faults(read(tmp_path)[1])] == [
        (name, 1, "register-altered"),
        (name, 3, "register-row"),
    ]


@pytest.mark.parametrize(
    "name",
    ["notes.txt", "2026-11-21.csv", "2026-11-21-0123456789abcdef.csv.bak", "21-11-2026-0123456789abcdef.csv"],
)
def test_a_strange_file(tmp_path: Path, write: Write, name: str) -> None:
    write(TEXT, name=name)
    assert read(tmp_path) == (Register.empty(), [Problem(f"{FOLDER}/{name}", 1, 1, "register-stranger")])


def test_a_folder_and_a_link_are_strange_too(tmp_path: Path, write: Write) -> None:
    write(TEXT)
    (tmp_path / "2027").mkdir()
    (tmp_path / f"2027-01-01-{digest(TEXT)}.csv").symlink_to(tmp_path / f"2026-11-21-{digest(TEXT)}.csv")
    assert [problem.code for problem in read(tmp_path)[1]] == ["register-stranger"] * 2


def test_hidden_files_are_passed_over(tmp_path: Path, write: Write) -> None:
    write(TEXT, name=".2026-11-21-0123456789abcdef.csv.villages-new")
    assert read(tmp_path) == (Register.empty(), [])


@pytest.mark.parametrize(
    "row",
    [
        "7K3M-XT4M,village",
        "7K3M-XT4M,village,lien-ha,",
        "7K3M-XT4M,,lien-ha",
        "7K3M-XT4M,road,",
        "7K3M-XT4M,road,lien-ha/ngo-8/x",
        "7K3M-XT4M,road,Liên Hà",
        '"7K3M-XT4M",road,"lien-ha"',
        "",
        "<<<<<<< HEAD",
    ],
)
def test_a_malformed_row(tmp_path: Path, write: Write, row: str) -> None:
    name = write(f"code,kind,record\n{row}\n2222-2239,road,lien-ha/ngo-8\n")
    register, problems = read(tmp_path)
    assert faults(problems) == [(name, 2, "register-row", {"found": row})]
    assert set(register.by_code) == {"22222239"}


def test_a_wrong_header(tmp_path: Path, write: Write) -> None:
    name = write(TEXT.replace("kind", "type"))
    assert faults(read(tmp_path)[1]) == [(name, 1, "register-row", {"found": "code,type,record"})]


@pytest.mark.parametrize("code", ["7K3M-XT44", "7K3MXT4M", "7-K3MXT4F", "7k3m-xt4m", "7K3M-XT4", ""])
def test_a_code_that_is_none(tmp_path: Path, write: Write, code: str) -> None:
    name = write(TEXT.replace("7K3M-XT4M", code))
    register, problems = read(tmp_path)
    assert faults(problems) == [(name, 2, "register-code", {"found": code})]
    assert register == Register.empty()


def test_a_code_issued_twice(tmp_path: Path, write: Write) -> None:
    first = write(TEXT, day="2026-11-20")
    second = write(file_text([("7K3MXT4M", "road", "lien-ha/ngo-8")]), day="2026-11-21")
    register, problems = read(tmp_path)
    params = {"found": "7K3M-XT4M", "other": f"{FOLDER}/{first}:2"}
    assert faults(problems) == [(second, 2, "register-twice", params)]
    assert register.by_code["7K3MXT4M"].record == "nam-bac-thanh"


def test_a_record_with_two_codes_keeps_both_and_the_first_file_decides(tmp_path: Path, write: Write) -> None:
    write(file_text([("22222239", "village", "lien-ha")]), day="2026-11-22")
    write(file_text([("7K3MXT4M", "village", "lien-ha")]), day="2026-11-21")
    register, problems = read(tmp_path)
    assert problems == []
    assert set(register.by_code) == {"7K3MXT4M", "22222239"}
    assert register.by_record["village", "lien-ha"].code == "7K3MXT4M"


def test_line_ends_that_git_changed_do_not_matter(tmp_path: Path, write: Write) -> None:
    name = write(TEXT)
    (tmp_path / name).write_bytes(TEXT.replace("\n", "\r\n").encode())
    register, problems = read(tmp_path)
    assert problems == []
    assert register.by_code["7K3MXT4M"].record == "nam-bac-thanh"
