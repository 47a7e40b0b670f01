"""Files made to take all time or memory are refused with their message, for next to nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.support import Checker, V, folder
from tests.support import data_folder
from village_site.source.files import MAX_BYTES

FULL = MAX_BYTES
TAIL = b"- {id: nha, road: duong}\n"


def lines(row: str, size: int = FULL) -> bytes:
    """A file of one line again and again."""
    return (row.encode() * (size // len(row.encode()) + 1))[:size].rpartition(b"\n")[0] + b"\n"


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "bytes": (lambda: b"- a\n" * (FULL // 4 + 1), "1:1: tệp lớn hơn 2 MB"),
    "depth of brackets": (lambda: b"[" * FULL, "1:13: lồng quá 12 lớp"),
    "depth of groups": (lambda: b"{a: " * (FULL // 4), "1:49: lồng quá 12 lớp"),
    "depth of lists": (lambda: b"- " * (FULL // 2), "1:25: lồng quá 12 lớp"),
    "depth of keys": (lambda: b"? " * (FULL // 2), "1:25: lồng quá 12 lớp"),
    "values": (lambda: lines("- a\n"), "60000:3: tệp có hơn 60000 giá trị"),
    "empty lists": (lambda: b"[" + b"[]," * (FULL // 3 - 1) + b"]", "1:179999: tệp có hơn 60000 giá trị"),
    "keys": (lambda: b"- " + b"".join(b"k%06d: 1\n  " % n for n in range(120_000)), "30000:3: tệp có hơn 60000 giá trị"),
    "equal keys": (lambda: b"- " + b"id: a\n  " * 29_000, "202:"),
    "unknown keys": (lambda: b"- " + b"".join(b"k%06d: 1\n  " % n for n in range(29_000)), "201:3: tệp này quá nhiều lỗi, từ đây trở đi chưa đọc"),
    "an error on every line": (lambda: b"- {id: A, road: duong}\n" * 11_000, "201:8: tệp này quá nhiều lỗi"),
    "an alias on every line": (lambda: b"- &a [x]\n" + lines("- *a\n", FULL - 10), "1:3: dấu & ở đầu giá trị không dùng được ở đây"),
    "a billion laughs": (
        lambda: b'a: &a ["x","x"]\n' + b"".join(b"%c: &%c [*%c,*%c,*%c]\n" % (n, n, n - 1, n - 1, n - 1) for n in range(98, 120)),
        "1:4: dấu & ở đầu giá trị không dùng được ở đây",
    ),
    "one scalar": (lambda: b"- id: " + b"x" * (FULL - 10), "1:7: đoạn chữ dài quá 50000 ký tự"),
    "one quoted scalar": (lambda: b'- id: "' + b"x" * (FULL - 10) + b'"', "1:7: đoạn chữ dài quá 50000 ký tự"),
    "one key": (lambda: b"x" * (FULL - 10) + b": 1", "1:1: đoạn chữ dài quá 50000 ký tự"),
    "one folded scalar": (lambda: b"- id:\n" + lines("    x\n", FULL - 10), "2:5: đoạn chữ dài quá 50000 ký tự"),
    "one block": (lambda: b"- id: |\n" + lines("    x\n", FULL - 10), "1:7: đoạn chữ dài quá 50000 ký tự"),
    "an open bracket before empty lines": (lambda: b"- [\n" + b"\n" * (FULL - 10), "1:4: dấu [ hoặc { mở ở đây"),
    "an open quote": (lambda: b'- "' + lines("x\n", FULL - 10), "1:3: dấu ngoặc kép mở ở đây"),
    "a comment glued to every line": (lambda: lines("- a #b\n", FULL), "1:3: phần sau dấu # sẽ bị mất"),
    "one line of glued comments": (lambda: b"[" + b"a, " * 30_000 + b"\n  b #c]", "2:3: phần sau dấu # sẽ bị mất"),
    "spaces": (lambda: b"- a" + b" " * (FULL - 10) + b"#b", "1:3: phần sau dấu # sẽ bị mất"),
    "bytes that are no UTF-8": (lambda: b"\xff" * FULL, "1:1: tệp không được lưu bằng UTF-8"),
    "a last byte that is no UTF-8": (lambda: lines("# a\n", FULL - 1) + b"\xc3", f"{FULL // 4}:1: tệp không được lưu bằng UTF-8"),
    "UTF-16": (lambda: ("- a\n" * (FULL // 8)).encode("utf-16")[:FULL], "1:1: tệp không được lưu bằng UTF-8"),
    "zeros": (lambda: b"\0" * FULL, "1:1: có ký tự không nhìn thấy (U+0000)"),
    "tabs": (lambda: b"\t" * FULL, "1:1: có dấu tab"),
    "accents heaped up": (lambda: b"- a" + "\u0301\u0323".encode() * (FULL // 4 - 2), "1:4: chỗ này có quá nhiều dấu chồng lên nhau"),
    "accents as escapes": (lambda: b'- "a' + b"\\u0301\\u0323" * 20_000 + b'"', "1:3: chỗ này có quá nhiều dấu chồng lên nhau"),
    "hidden characters": (lambda: lines("- a\u200b\n"), "60000:3: tệp có hơn 60000 giá trị"),
    "hidden characters as escapes": (lambda: b'- "\\u202e"\n' * 90_000, "1:3: có ký tự đảo chiều chữ (U+202E)"),
    "look-alike letters": (lambda: lines("- яa\n"), "1:3: “яa” có chữ cái của bảng chữ khác"),
    "one word of look-alike letters": (lambda: ("яa" * (FULL // 3)).encode(), "1:1: đoạn chữ dài quá 50000 ký tự"),
    "old fonts": (lambda: lines("- Th«n ViÖt\n"), "1:3: “Th«n ViÖt” gõ bằng phông cũ TCVN3"),
    "one line of old fonts": (lambda: b"- " + "Th«n ".encode() * (FULL // 6 - 1), "1:3: “Th«n” gõ bằng phông cũ TCVN3"),
    "broken UTF-8": (lambda: lines("- ThÃ´n\n"), "1:3: “ThÃ´n” là chữ đã hỏng"),
    "one word of broken UTF-8": (lambda: "Ã´".encode() * (FULL // 4 - 1), "1:1: đoạn chữ dài quá 50000 ký tự"),
    "wide letters": (lambda: lines("- Ａ\n"), "1:3: “Ａ” là chữ kiểu khác"),
    "other signs": (lambda: "×ö ".encode() * (FULL // 5 - 1), "1:1: đoạn chữ dài quá 50000 ký tự"),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_file_made_to_hurt(tmp_path: Path, checker: Checker, bomb: str) -> None:
    content, message = BOMBS[bomb]
    run = checker.refused(
        folder(tmp_path, "households.yml", content()), f"villages/{V}/households.yml:{message}"
    )
    assert len(run.out.splitlines()) <= 210


NUMBERS = {
    "a house number": ("households.yml", "- {id: nha, road: duong, number: %s}\n", "9" * 49_000),
    "digits": ("roads.yml", "- {id: duong, name: Đường, length: %s}\n", "9" * 900),
    "many digits": ("roads.yml", "- {id: duong, name: Đường, length: %s}\n", "9" * 49_000),
    "thousands": ("roads.yml", "- {id: duong, name: Đường, length: %s}\n", "1" + ".000" * 12_000),
    "an exponent": ("roads.yml", "- {id: duong, name: Đường, length: %s}\n", "1e999999999"),
    "decimals": ("roads.yml", "- {id: duong, name: Đường, length: '0,%s'}\n", "0" * 40_000),
    "spaces within": ("roads.yml", "- {id: duong, name: Đường, length: '1%s m 2'}\n", " " * 45_000),
    "a year": ("roads.yml", "- {id: duong, name: Đường, year: %s}\n", "9" * 45_000),
    "a date": ("roads.yml", "- {id: duong, name: Đường, year: '%s'}\n", "1/" * 20_000),
    "words before a date": ("roads.yml", "- {id: duong, name: Đường, year: '%s'}\n", "giữa " * 8_000),
    "a phone number": ("contacts.yml", "- {role: Trưởng thôn, phone: '%s'}\n", "0912 " * 9_000),
    "coordinates": ("village.yml", "kind: thôn\nname: A\nlocation: '%s'\n", "18." + "1" * 22_000 + ", 105." + "2" * 22_000),
    "an address": ("contacts.yml", "- {role: Trưởng thôn, zalo: 'https://zalo.me/%s'}\n", "a." * 20_000),
    "an id": ("roads.yml", "- {id: %s, name: Đường}\n", "a-" * 20_000),
    "a reference": ("households.yml", "- {id: nha, road: %s, number: 1}\n", "a/" * 20_000),
    "a choice": ("roads.yml", "- {id: duong, name: Đường, kind: %s}\n", "đ" * 45_000),
    "a name": ("roads.yml", "- {id: duong, name: %s}\n", "đ" * 45_000),
}  # fmt: skip


@pytest.mark.parametrize("bomb", NUMBERS)
def test_a_value_made_to_hurt(tmp_path: Path, checker: Checker, bomb: str) -> None:
    name, row, value = NUMBERS[bomb]
    run = checker.refused(folder(tmp_path, name, (row % value).encode()), f"villages/{V}/{name}:")
    assert all(len(line) < 2_500 for line in run.out.splitlines())


def test_a_line_of_a_gigabyte_is_not_read(tmp_path: Path, checker: Checker) -> None:
    root = data_folder(tmp_path)
    path = root / V / "households.yml"
    path.write_bytes(b"")
    os.truncate(path, 1_000_000_000)
    run = checker.refused(root, f"villages/{V}/households.yml:1:1: tệp lớn hơn 2 MB")
    assert run.mb < 100


def test_the_file_every_run_needs_is_a_bomb(tmp_path: Path, checker: Checker) -> None:
    root = folder(tmp_path, "_site.yml", b"[" * FULL)
    checker.refused(root, "villages/_site.yml:1:13: lồng quá 12 lớp")


def test_references_that_lead_nowhere(tmp_path: Path, checker: Checker) -> None:
    """Every guess what was meant looks through all that is there."""
    houses = b"".join(b"- {id: nha-%05d, road: duong-%05d-x, number: %d}\n" % (n, n, n) for n in range(3_000))
    roads = b"".join(b"- {id: duong-%05d, name: D}\n" % n for n in range(3_000))
    root = folder(tmp_path, "households.yml", houses)
    (root / V / "roads.yml").write_bytes(roads)
    checker.refused(
        root, f"villages/{V}/households.yml:1:25: thôn này không có đường nào mang mã “duong-00000-x”"
    )


def test_memberships_without_end(tmp_path: Path, checker: Checker) -> None:
    """Each would be followed upwards, through all memberships of the unit it names."""
    years = [n % 1000 + 1001 for n in range(8_000)]
    rows = [f"  - {{unit: cam-binh, since: 1/1/{year}, until: 2/1/{year}}}" for year in years]
    village = ["kind: thôn", "name: A", "memberships:", *rows, ""]
    unit = ["- id: xa-dai", "  kind: commune", "  name: X", "  memberships:", *rows, ""]
    root = folder(tmp_path, "village.yml", "\n".join(village).encode())
    (root / "_units" / "dai.yml").write_text("\n".join(unit), "utf-8")
    checker.refused(
        root,
        f"villages/{V}/village.yml:504:5: danh sách này có hơn 500 mục",
        "villages/_units/dai.yml:505:5: danh sách này có hơn 500 mục",
    )


def test_register_files(tmp_path: Path, checker: Checker) -> None:
    root = data_folder(tmp_path)
    register = root / "_register"
    register.mkdir()
    (register / "2026-11-20-0000000000000000.csv").write_bytes(b"\n" * 8_000_000)
    (register / "2026-11-20-0000000000000001.csv").write_bytes(b"x" * 8_000_000)
    (register / "2026-11-20-0000000000000002.csv").write_bytes(b"")
    os.truncate(register / "2026-11-20-0000000000000002.csv", 1_000_000_000)
    (register / "2026-11-20-0000000000000003.csv").write_bytes(b"\xff" * 1_000_000)
    checker.refused(
        root,
        "villages/_register/2026-11-20-0000000000000000.csv:1:1: ",
        "villages/_register/2026-11-20-0000000000000000.csv:200:1: tệp này còn 2 lỗi nữa",
        "villages/_register/2026-11-20-0000000000000002.csv:1:1: tệp lớn hơn 8 MB",
    )


TABLES: dict[str, tuple[Callable[[], bytes], str]] = {
    "rows": (lambda: b"date;group\n" + lines("a;b\n", FULL - 10), "15001:1: tệp có hơn 30000 giá trị"),
    "columns": (lambda: b"date;" + b"x;" * (FULL // 2 - 10), "1:60004: tệp có hơn 30000 giá trị"),
    "empty cells": (lambda: b"date\n" + b";" * (FULL - 10), "2:30000: tệp có hơn 30000 giá trị"),
    "one cell": (lambda: b"date\n" + b"x" * (FULL - 10), "2:1: đoạn chữ dài quá 50000 ký tự"),
    "an open quote": (lambda: b'date\n"' + b"x" * (FULL - 10), "2:1: dấu ngoặc kép mở ở đây"),
    "quotes": (lambda: b"date\n" + b'"a""b"\n' * (FULL // 8), "30001:1: tệp có hơn 30000 giá trị"),
    "empty rows": (lambda: b"date\n" + b"\n" * (FULL - 10), "30001:1: tệp có hơn 30000 giá trị"),
}  # fmt: skip


@pytest.mark.parametrize("bomb", TABLES)
def test_a_table_made_to_hurt(tmp_path: Path, checker: Checker, bomb: str) -> None:
    content, message = TABLES[bomb]
    checker.refused(folder(tmp_path, "progress.csv", content()), f"villages/{V}/progress.csv:{message}")
