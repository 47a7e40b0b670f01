"""What was typed arrives as it was typed; what YAML would quietly turn into something else is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_site.problems import Problem
from village_site.source import MAX_BYTES, Mapping, Scalar, Sequence, Unreadable, read_yaml
from village_site.source.reader import MAX_DEPTH, MAX_NODES, MAX_TEXT


def fault(data: str | bytes, lang: str = "vi") -> str:
    """The refusal of a file as people read it, without its hint."""
    raw = data.encode() if isinstance(data, str) else data
    with pytest.raises(Unreadable) as refused:
        read_yaml(raw, "villages/x/roads.yml")
    problem = refused.value.problem
    assert problem.hint(lang)
    return f"{problem.line}:{problem.column} {problem.text(lang)}"


@pytest.mark.parametrize(
    "typed", ["0912345678", "NO", "12:30", "1.500", "null", "~", "0x1F", "1e3", "2021-01-02"]
)
def test_a_scalar_keeps_its_text(typed: str) -> None:
    tree = read_yaml(f"key: {typed}\n".encode(), "f")
    assert tree == Mapping([(Scalar("key", 1, 1, True), Scalar(typed, 1, 6, True))], 1, 1, False)


def test_places_count_letters_not_bytes() -> None:
    tree = read_yaml("điện thoại: {a: ố, b: x}\n".encode(), "f")
    assert isinstance(tree, Mapping)
    inner = tree.pairs[0][1]
    assert isinstance(inner, Mapping)
    assert [(key.column, value.column) for key, value in inner.pairs if isinstance(value, Scalar)] == [
        (14, 17),
        (20, 23),
    ]


def test_windows_line_ends_and_a_byte_order_mark_are_fine() -> None:
    tree = read_yaml(b"\xef\xbb\xbf- a\r\n- b\r\n", "f")
    assert isinstance(tree, Sequence)
    assert [item.text for item in tree.items if isinstance(item, Scalar)] == ["a", "b"]


@pytest.mark.parametrize("text", ["", "\n\n", "# chỉ có ghi chú\n"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert read_yaml(text.encode(), "f") is None


def test_equal_keys_are_both_kept_for_the_model_to_refuse() -> None:
    tree = read_yaml(b"a: 1\na: 2\n", "f")
    assert isinstance(tree, Mapping)
    assert len(tree.pairs) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a:\n\t- x\n", "2:1 có dấu tab"),
        ("a:\tb\n", "1:3 có dấu tab"),
        ("a: b\x01\n", "1:5 có ký tự không nhìn thấy (U+0001)"),
        ("a: b: c\n", "1:5 dòng này có dấu hai chấm thừa, hoặc thụt vào sai: “a: b: c”"),
        ("a: 1\n  b: 2\n", "2:4 dòng này có dấu hai chấm thừa, hoặc thụt vào sai: “b: 2”"),
        ("a: 'x\n", "1:4 dấu ngoặc kép mở ở đây mà không đóng đúng: “a: 'x”"),
        ("a: [1,\n", "1:7 dấu [ hoặc { mở ở đây mà không đóng đúng: “a: [1,”"),
        ("a: {b: 1\nc: 2\n", "1:4 dấu [ hoặc { mở ở đây mà không đóng đúng: “a: {b: 1”"),
        ("a: %x\n", "1:4 giá trị không được bắt đầu bằng “%”"),
        ("- a\nb: c\n", "2:1 dòng này thụt vào không thẳng với các dòng cùng nhóm: “b: c”"),
        ("a: *x\n", "1:4 dấu * ở đầu giá trị không dùng được ở đây (“*x”)"),
        ("a: &x y\n", "1:4 dấu & ở đầu giá trị không dùng được ở đây (“&x”)"),
        ("a: &x [y]\n", "1:4 dấu & ở đầu giá trị không dùng được ở đây (“&x”)"),
        ("a: !!str y\n", "1:4 dấu ! ở đầu giá trị không dùng được ở đây"),
        ("a: !x {b: c}\n", "1:4 dấu ! ở đầu giá trị không dùng được ở đây"),
        ("a: 1\n---\nb: 2\n", "2:1 tệp có dòng --- ở giữa, phần sau sẽ bị bỏ qua"),
        ("%YAML 1.2\n---\na: 1\n", "1:1 dòng bắt đầu bằng % không dùng được ở đây"),
        ("? [a, b]\n: c\n", "1:3 tên mục phải là chữ"),
        ("- a\n - b\n", "2:2 dòng bắt đầu bằng “- ” này bị thụt lệch nên dính vào dòng trên"),
        ("a: Tổ 5 #2\n", "1:4 phần sau dấu # sẽ bị mất: “Tổ 5 #2”"),
    ],
)
def test_a_refusal_says_where_and_what(text: str, message: str) -> None:
    assert fault(text) == message


def test_a_real_comment_is_no_loss() -> None:
    assert isinstance(read_yaml("a: Tổ 5 # ghi chú\n#dòng ghi chú\nb: 'x #2'\n".encode(), "f"), Mapping)


@pytest.mark.parametrize("data", ["tên: Làng".encode("utf-16"), "a: b\nc: \xe9\n".encode("latin-1")])
def test_other_encodings_are_named(data: bytes) -> None:
    assert fault(data).endswith("tệp không được lưu bằng UTF-8, chữ có dấu sẽ hỏng")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a" * (MAX_BYTES + 1), "file-too-large"),
        (b"[" * (MAX_DEPTH + 1), "too-deep"),
        (b"- " * 200_000 + b"a", "too-deep"),
        (b"a: " + b"x" * (MAX_TEXT + 1), "text-too-long"),
        (b"- a\n" * MAX_NODES, "too-many-values"),
    ],
)
def test_size_and_depth_have_limits(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_yaml(data, "f")
    assert refused.value.problem.code == code


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_raise_anything_but_a_refusal(data: bytes) -> None:
    found: Problem | None = None
    try:
        read_yaml(data, "f")
    except Unreadable as refused:
        found = refused.problem
    if found is not None:
        assert found.line >= 1
        assert found.column >= 1
        assert found.text("vi")
        assert found.text("en")


@given(
    st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=["Cc", "Cs", "Zl", "Zp"],
            exclude_characters="\ufeff\ufffe\uffff",
        )
    )
)
def test_any_quoted_text_comes_back_as_it_was(text: str) -> None:
    quoted = text.replace("'", "''")
    tree = read_yaml(f"key: '{quoted}'".encode(), "f")
    assert isinstance(tree, Mapping)
    value = tree.pairs[0][1]
    assert isinstance(value, Scalar)
    assert value.text == text
