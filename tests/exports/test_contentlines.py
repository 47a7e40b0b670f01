"""Lines of calendars and cards."""

from __future__ import annotations

from hypothesis import given

from tests.exports.texts import TEXTS
from village_site.exports.contentlines import (
    MAX_OCTETS,
    address,
    document,
    escaped,
    plain,
    read_through,
)


@given(TEXTS)
def test_lines_are_short_and_nothing_is_lost(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    lines = document([line, "END:X"])
    assert lines.endswith("\r\n")
    raw = lines.encode().split(b"\r\n")[:-1]
    assert all(len(part) <= MAX_OCTETS for part in raw)
    assert [part.decode() for part in raw if not part.startswith(b" ")][1:] == ["END:X"], "no line got in"
    assert lines.replace("\r\n ", "") == f"{line}\r\nEND:X\r\n"


@given(TEXTS)
def test_a_value_has_no_line_break_of_any_sort(text: str) -> None:
    assert escaped(text).splitlines() in ([escaped(text)], [])
    assert plain(plain(text)) == plain(text)


def test_folding_counts_octets() -> None:
    assert document(["X:" + "a" * 73]) == "X:" + "a" * 73 + "\r\n"
    assert document(["X:" + "a" * 74]) == "X:" + "a" * 73 + "\r\n a\r\n"
    assert document(["X:" + "ộ" * 25]) == "X:" + "ộ" * 24 + "\r\n ộ\r\n"


def test_addresses_stay_addresses() -> None:
    assert address("https://a.example/x?y=1,2;3&z=%20#a") == "https://a.example/x?y=1,2;3&z=%20#a"
    assert address("https://a.example/Làng\r\nX:1 y") == "https://a.example/L%C3%A0ng%0AX:1%20y"


@given(TEXTS, TEXTS)
def test_what_was_written_can_be_looked_through(one: str, two: str) -> None:
    lines = document([f"SUMMARY:{escaped(one)}", f"X:{escaped(two)}"])
    assert read_through(lines) == f"SUMMARY:{plain(one)}\r\nX:{plain(two)}\r\n"
