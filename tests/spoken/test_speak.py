"""Written text and what is read of it."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import village_site.spoken
from village_site.spoken import seconds_to_read, speak
from village_site.syllables import is_syllable

PAIRS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "pairs.tsv").read_text("utf-8").splitlines()
    if not line.startswith("# ")
]
TABLES = tomllib.loads((Path(village_site.spoken.__file__).parent / "words.toml").read_text("utf-8"))
READINGS = [
    (name, written, read)
    for name, table in TABLES.items()
    if name != "context"
    for written, read in table.items()
    if read
]

ALPHABET = (
    "aàảáăâbcdđeêghijklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYZW0123456789 \n.,;:?!/-–%()°²³½'\"+@&≥#_x"
)
WORDS = (
    *(
        "15/4/2022",
        "15/4",
        "4/2022",
        "0912 345 678",
        "113",
        "7h30",
        "07:30",
        "90 %",
        "600.000đ",
        "46/52",
        "2m5",
    ),
    *(
        "1.500",
        "1,5",
        "-2 °C",
        "QĐ-TTg",
        "318/QĐ-TTg",
        "XIII",
        "II",
        "I.",
        "v.v.",
        "TP.",
        "QL1A",
        "10A",
        "7-9",
    ),
    *(
        "ngày",
        "tháng",
        "năm",
        "thứ",
        "khoá",
        "quý",
        "từ",
        "gọi",
        "số",
        "hộ",
        "đạt",
        "m2",
        "km/h",
        "UBND",
        "XYZQ",
    ),
    *(
        "THÔNG BÁO",
        "VI PHẠM",
        "a)",
        "B",
        "ha",
        "đồng/tháng",
        "wifi",
        "Zalo",
        "https://thon.example/Q",
        "…",
        "và",
        "-",
    ),
)
texts = st.one_of(
    st.text(),
    st.text(st.sampled_from(ALPHABET), max_size=40),
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    st.lists(
        st.one_of(st.sampled_from(WORDS), st.text(st.sampled_from(ALPHABET), max_size=3)), max_size=8
    ).map("".join),
)


@pytest.mark.parametrize(("written", "read"), PAIRS)
def test_pairs(written: str, read: str) -> None:
    assert speak(written).text == read


@pytest.mark.parametrize(("written", "read"), PAIRS)
def test_what_was_read_is_left_alone(written: str, read: str) -> None:
    assert speak(read).text == read, written


def test_enough_pairs_each_once() -> None:
    assert len(PAIRS) >= 150
    assert len({written for written, _ in PAIRS}) == len(PAIRS)


@settings(deadline=None)  # the longest examples take a while on a busy machine
@given(texts)
@example("ı. x")
@example("tp. x")
@example("12\u0660 1½ Ⅻ ፩ ①²")
@example("0" * 30)
@example("9" * 5000)
def test_any_text(text: str) -> None:
    spoken = speak(text)
    assert not any(letter.isdigit() or letter.isdecimal() for letter in spoken.text)
    assert re.fullmatch(r"(?:[^\W\d_]|[ \n.,;:?!])*", spoken.text)
    assert not any(letter.isupper() for word in spoken.text.split() for letter in word[1:])
    assert "  " not in spoken.text
    assert spoken.text == spoken.text.strip()
    again = speak(spoken.text)
    assert again.text == spoken.text
    assert again.unknown == ()
    assert speak(text) == spoken


@pytest.mark.parametrize(("table", "written", "read"), READINGS)
def test_readings_are_plain_words(table: str, written: str, read: str) -> None:
    assert speak(read).text == read, (table, written)
    assert speak(read).unknown == ()


def test_no_abbreviation_is_a_word() -> None:
    """HA and BAN are words of a heading; an abbreviation spelled like one could not be told from it."""
    assert [written for written in TABLES["abbreviations"] if is_syllable(written)] == []


def test_unknown_abbreviations_are_reported_once_as_written() -> None:
    spoken = speak("XYZQ họp với BNC, XYZQ và UBND; khổ A4, mã XT4M, lớp 5A, THÔNG BÁO.")
    assert spoken.unknown == ("XYZQ", "BNC", "XT4M")
    assert spoken.text == (
        "Ích xì i dài dét quy họp với bê en nờ xê, ích xì i dài dét quy và uỷ ban nhân dân; "
        "khổ a bốn, mã ích xì tê bốn em mờ, lớp năm a, Thông Báo."
    )


def test_a_notice_keeps_its_paragraphs() -> None:
    spoken = speak(
        "THÔNG BÁO\r\n\r\n\r\nTừ 7h30 ngày 15/4/2022, UBND xã tổ chức ra quân chỉnh trang vườn hộ (77 hộ).\n"
        "- Thôn Hợp Phát: 12/15 hộ;\n- Thôn Cẩm Trang: 8/10 hộ.\n\nMọi thắc mắc gọi 0912 345 678."
    )
    assert spoken.text == (
        "Thông Báo\n\n"
        "Từ bảy giờ ba mươi phút ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi hai, uỷ ban nhân dân xã "
        "tổ chức ra quân chỉnh trang vườn hộ, bảy mươi bảy hộ.\n"
        "Thôn Hợp Phát: mười hai trên mười lăm hộ\n"
        "Thôn Cẩm Trang: tám trên mười hộ.\n\n"
        "Mọi thắc mắc gọi không chín một hai, ba bốn năm, sáu bảy tám."
    )
    assert spoken.unknown == ()


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0),
        ("một", 1),
        (" ".join(["một"] * 160), 60),
        (" ".join(["một"] * 161), 61),
        ("một, hai", 2),  # 0.75 + 0.3
        ("Một. Hai.", 3),  # 0.75 + 1.4
        ("một\n\nhai", 2),  # 0.75 + 1
    ],
)
def test_seconds(text: str, seconds: int) -> None:
    assert seconds_to_read(text) == seconds
    assert speak(text).seconds == seconds
