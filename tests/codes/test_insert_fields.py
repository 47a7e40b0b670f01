"""Fields added to YAML text: every style an editor may write in, and not one other byte changed."""

from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from village_site.editing import CannotInsert, Insertion, insert_fields
from village_site.source import Mapping, read_yaml
from village_site.source import Sequence as Items

BOM = "\ufeff"


def insertions(
    text: str, name: str = "code", after: str = "id", values: Sequence[str] = "XYZ"
) -> list[Insertion]:
    """One for each record of a list, or for the file's only record."""
    root = read_yaml(text.encode(), "file.yml")
    nodes = root.items if isinstance(root, Items) else [root]
    records = [node for node in nodes if isinstance(node, Mapping)]
    return [Insertion(record, name, value, after) for record, value in zip(records, values, strict=False)]


def inserted(text: str, name: str = "code", after: str = "id") -> str:
    return insert_fields(text.encode(), insertions(text, name, after)).decode()


CASES = {
    "block": ("- id: a\n  road: r\n", "- id: a\n  code: X\n  road: r\n"),
    "several": ("- id: a\n- id: b\n", "- id: a\n  code: X\n- id: b\n  code: Y\n"),
    "no newline at the end": ("- id: a", "- id: a\n  code: X"),
    "windows": ("- id: a\r\n  road: r\r\n", "- id: a\r\n  code: X\r\n  road: r\r\n"),
    "windows, no end": ("- id: a\r\n- id: b", "- id: a\r\n  code: X\r\n- id: b\r\n  code: Y"),
    "byte order mark": (BOM + "- id: a\n", BOM + "- id: a\n  code: X\n"),
    "byte order mark, root": (BOM + "kind: k\n", BOM + "code: X\nkind: k\n"),
    "comments": ("- id: a  # why\n  # road\n  road: r\n", "- id: a  # why\n  code: X\n  # road\n  road: r\n"),
    "blanks at the end": ("- id: a   \n  road: r\n", "- id: a   \n  code: X\n  road: r\n"),
    "single quotes": ("- id: 'a'\n  road: r\n", "- id: 'a'\n  code: X\n  road: r\n"),
    "double quotes": ('- id: "a" # b\n  road: r\n', '- id: "a" # b\n  code: X\n  road: r\n'),
    "quoted key": ('- "id": a\n  road: r\n', '- "id": a\n  code: X\n  road: r\n'),
    "not first": ("- road: r\n  id: a\n  side: s\n", "- road: r\n  id: a\n  code: X\n  side: s\n"),
    "wide": ("-   id: a\n    road: r\n", "-   id: a\n    code: X\n    road: r\n"),
    "list moved in": ("  - id: a\n    road: r\n", "  - id: a\n    code: X\n    road: r\n"),
    "dash alone": ("-\n  id: a\n  road: r\n", "-\n  id: a\n  code: X\n  road: r\n"),
    "id on the next line": ("- id:\n    a\n  road: r\n", "- id:\n    a\n  code: X\n  road: r\n"),
    "literal": ("- id: |-\n    a\n  road: r\n", "- code: X\n  id: |-\n    a\n  road: r\n"),
    "escaped": ('- id: "\\x61"\n', '- code: X\n  id: "\\x61"\n'),
    "question mark": ("- ? id\n  : a\n", "- ? id\n  : a\n  code: X\n"),
    "root": ("# top\n\nkind: k\nname: n\n", "# top\n\ncode: X\nkind: k\nname: n\n"),
    "root after dashes": ("---\n# top\nkind: k\n", "---\n# top\ncode: X\nkind: k\n"),
    "root, windows": ("kind: k\r\n", "code: X\r\nkind: k\r\n"),
    "root, no newline at the end": ("kind: k", "code: X\nkind: k"),
    "root, flow": ("{kind: k, name: n}\n", "{code: X, kind: k, name: n}\n"),
    "flow": ("- {id: a, road: r}\n", "- {id: a, code: X, road: r}\n"),
    "flow, id only": ("- {id: a}\n", "- {code: X, id: a}\n"),
    "flow, id last": ("- {road: r, id: a}\n", "- {road: r, code: X, id: a}\n"),
    "flow, blanks": ("- { id: a , road: r }\n", "- { id: a , code: X, road: r }\n"),
    "flow, comma in quotes": ("- {id: 'a, b', road: r}\n", "- {id: 'a, b', code: X, road: r}\n"),
    "flow, glued": ('- {"id":a, road: r}', '- {"id":a, code: X, road: r}'),
    "flow, question mark": ("- {id: a, ? road : r}\n", "- {id: a, ? code: X, road : r}\n"),
    "flow, empty": ("- {}\n", "- {code: X}\n"),
    "all in one line": ("[{id: a}, {id: b}]\n", "[{code: X, id: a}, {code: Y, id: b}]\n"),
    "tall flow": (
        "- {\n    id: a, # b\n    road: r\n  }\n",
        "- {\n    id: a, # b\n    code: X, road: r\n  }\n",
    ),
    "mixed": (
        "- id: a\n  near: {vi: v, en: e}\n- {id: b, near: {vi: v}}\n",
        "- id: a\n  code: X\n  near: {vi: v, en: e}\n- {id: b, code: Y, near: {vi: v}}\n",
    ),
    "id in text": ("- near: |\n    id: a\n  id: b\n", "- near: |\n    id: a\n  id: b\n  code: X\n"),
    "two kinds of line ends": ("- id: a\n- id: b\r\n", "- id: a\r\n  code: X\n- id: b\r\n  code: Y\r\n"),
    "wide characters": ("- near: Đệ 🏠\n  id: b\n", "- near: Đệ 🏠\n  id: b\n  code: X\n"),
    "wide characters, flow": ("- {near: Đệ 🏠, id: b}\n", "- {near: Đệ 🏠, code: X, id: b}\n"),
    "empty field": ("- id: a\n  code:\n  road: r\n", "- id: a\n  code: X\n  road: r\n"),
    "empty field, comment": ("- id: a\n  code:  # later\n", "- id: a\n  code: X  # later\n"),
    "empty field at the end": ("- id: a\n  'code':", "- id: a\n  'code': X"),
    "empty field, flow": ("- {code: , id: a}\n", "- {code: X, id: a}\n"),
    "empty field last, flow": ("- {id: a, code: }\n", "- {id: a, code: X}\n"),
}


@pytest.mark.parametrize(("before", "expected"), CASES.values(), ids=list(CASES))
def test_styles(before: str, expected: str) -> None:
    assert inserted(before) == expected


def test_a_vietnamese_name() -> None:
    before = "- mã riêng: a\n  đường: r\n- {mã riêng: b, đường: r}\n"
    expected = "- mã riêng: a\n  mã: X\n  đường: r\n- {mã riêng: b, mã: Y, đường: r}\n"
    assert inserted(before, "mã", "mã riêng") == expected


def test_only_some_records() -> None:
    text = "- id: a\n- id: b\n- id: c\n"
    some = insertions(text)[1:2]
    assert insert_fields(text.encode(), some) == b"- id: a\n- id: b\n  code: Y\n- id: c\n"


def test_nothing_to_insert() -> None:
    assert insert_fields(b"\tnot even YAML", []) == b"\tnot even YAML"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- id: a\n  code: old\n", id="a field that is there"),
        pytest.param('- id: a\n  code: ""\n', id="a field with an empty text"),
        pytest.param("- {id: a, code}\n", id="a key without a colon"),
        pytest.param("[id: a]\n", id="a pair without braces"),
    ],
)
def test_what_cannot_be_done_is_refused(text: str) -> None:
    with pytest.raises(CannotInsert):
        inserted(text)


@pytest.mark.parametrize("value", ["[a", "a: b", "a #b", "- a", "'a'", "a\n  road: b"])
def test_a_value_that_would_read_otherwise_is_refused(value: str) -> None:
    text = "- id: a\n"
    with pytest.raises(CannotInsert):
        insert_fields(text.encode(), insertions(text, values=[value]))


@pytest.mark.parametrize(
    "now",
    [
        b"# new\n- id: a\n- id: b\n",
        b"- id: a\n- id: c\n",
        b"- id: a\n",
        b"- id: a\n- id: b\n  road: r\n",
        b"",
        b"\t",
        b"\xff",
    ],
)
def test_a_file_that_changed_since_it_was_read_is_refused(now: bytes) -> None:
    with pytest.raises(CannotInsert):
        insert_fields(now, insertions("- id: a\n- id: b\n"))


@pytest.mark.parametrize("bad", range(7))
def test_the_first_that_fails_is_named(bad: int) -> None:
    rows = [f"- id: r{row}\n" + ("  code: old\n" if row in (bad, 6) else "") for row in range(7)]
    with pytest.raises(CannotInsert, match=rf"^{bad + 1}:3: cannot add code$") as caught:
        insert_fields("".join(rows).encode(), insertions("".join(rows), values="ABCDEFG"))
    assert caught.value.insertion.value == "ABCDEFG"[bad]


def test_two_fields_for_one_record_are_refused() -> None:
    text = "- id: a\n"
    with pytest.raises(CannotInsert):
        insert_fields(text.encode(), insertions(text, "code") + insertions(text, "mã"))


WORDS = st.sampled_from(["a", "Ngõ 8", "đường", "7K3M", "a-b", "cạnh cây đa", "12:30", "NO", "🏠"])
STYLES = st.sampled_from(["{}", "'{}'", '"{}"'])
COMMENTS = st.sampled_from(["", "", "  # ghi chú", " # id: x", "   "])
KEYS = st.lists(st.sampled_from(["road", "near", "số nhà", "side"]), unique=True, max_size=4)


@st.composite
def records(draw: st.DrawFn, newline: str) -> str:
    """One item of a list with an id somewhere, in block or flow style."""
    keys = draw(KEYS)
    keys.insert(draw(st.integers(0, len(keys))), "id")
    pairs = [f"{key}: {draw(STYLES).format(draw(WORDS))}" for key in keys]
    if draw(st.booleans()):
        gap = draw(st.sampled_from(["", " ", f"{newline}    "]))
        inside = f",{gap or ' '}".join(pairs)
        return f"- {{{gap}{inside}{gap}}}{draw(COMMENTS)}{newline}"
    indent = " " * draw(st.integers(1, 5))
    lines: list[str] = []
    for pair in pairs:
        lines += draw(st.sampled_from([[], [], [""], ["# a word", f"{indent} # b"]])) if lines else []
        lines.append(("" if not lines else f" {indent}") + pair + draw(COMMENTS))
    return f"-{indent}" + newline.join(lines) + newline


@st.composite
def files(draw: st.DrawFn) -> str:
    """A whole file, with or without byte order mark, comments and a newline at its end."""
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    items = draw(st.lists(records(newline), min_size=1, max_size=5))
    between = draw(st.sampled_from(["", newline, f"# —{newline}"]))
    text = between.join(items)
    return draw(st.sampled_from(["", BOM])) + (text if draw(st.booleans()) else text.removesuffix(newline))


def loaded(data: bytes) -> list[dict[str, Any]]:
    """Read by PyYAML's own loader, which the project does not use."""
    found: list[dict[str, Any]] = yaml.load(data, Loader=yaml.BaseLoader)
    return found


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # other work may share the machine
@given(files(), st.sampled_from(["code", "mã"]), st.data())
def test_any_list_reads_as_before_with_the_codes(text: str, name: str, data: st.DataObject) -> None:
    everything = insertions(text, name, values=[f"QQ{number}QQ" for number in range(9)])
    chosen = [insertion for insertion in everything if data.draw(st.booleans())]
    result = insert_fields(text.encode(), chosen)
    expected = loaded(text.encode())
    for insertion in chosen:
        expected[everything.index(insertion)][name] = insertion.value
    assert loaded(result) == expected
    assert _without(result.decode(), chosen) == text


def _without(text: str, insertions: Sequence[Insertion]) -> str:
    """The text with the added lines, or the added words of a flow mapping, cut out again."""
    for insertion in insertions:
        pair = f"{insertion.name}: {insertion.value}"
        start = text.index(pair)
        if text.startswith(", ", start + len(pair)):
            text = text[:start] + text[start + len(pair) + 2 :]
        else:
            text = text[:start].rstrip(" ").removesuffix("\n").removesuffix("\r") + text[start + len(pair) :]
    return text
