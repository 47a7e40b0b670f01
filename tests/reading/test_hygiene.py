"""Text that is not what it looks like is found and explained; what people really write is left alone."""

import contextlib
import unicodedata
from pathlib import Path

import pytest

from village_site.problems import Problem
from village_site.report import line
from village_site.source import Unreadable, read_yaml
from village_site.source.hygiene import MOST, is_plain, unclean

PROJECT = Path(__file__).parents[2]


def problems(text: str) -> list[Problem]:
    """What is unclean in a file, also where the file cannot be read for another reason."""
    found: list[Problem] = []
    with contextlib.suppress(Unreadable):
        read_yaml(text.encode(), "villages/x/roads.yml", found)
    return found


def told(text: str) -> list[str]:
    return [line(problem, "vi").removeprefix("villages/x/roads.yml:") for problem in problems(text)]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Thôn \u202eA", "1:12: có ký tự đảo chiều chữ (U+202E) sau “”: mắt thấy một đằng, máy đọc một nẻo – xoá cả từ này, gõ lại bằng tay"),
        ("Làng\u2066Nam", "1:11: có ký tự đảo chiều chữ (U+2066) sau “Làng”: mắt thấy một đằng, máy đọc một nẻo – xoá cả từ này, gõ lại bằng tay"),
        ("Nam Bắc\u200b Thành", "1:14: có ký tự ẩn (U+200B) sau “Bắc” – xoá cả từ này, gõ lại bằng tay; biểu tượng ghép từ nhiều hình thì bỏ đi"),
        ("Nhà \ue001 văn hoá", "1:11: có ký tự riêng của một phông chữ (U+E001) sau “”: máy khác không hiện được – xoá ký tự đó, viết bằng chữ thường"),
        ("Th\ufffdn Trung", "1:9: có chữ đã hỏng, chỉ còn dấu hỏi trong ô: “Th�n” – gõ lại chữ bị mất"),
        ("Thôn Nаm", "1:12: “Nаm” có chữ cái của bảng chữ khác (Nga, Hy Lạp…) trông giống chữ ta – gõ lại cả từ: Nam"),
        ("Ｎam Ｂắc", "1:7: “Ｎ” là chữ kiểu khác (chữ rộng, chữ trang trí), tìm sẽ không thấy – gõ lại: N"),
        ("Nga\u0301\u0301\u0301\u0301", "1:10: một chữ mang 4 dấu chồng lên nhau – xoá cả từ này, gõ lại"),
        ("ViÖt Nam", "1:7: “ViÖt Nam” gõ bằng phông cũ TCVN3 (phông .Vn…), người khác mở ra không đọc được – gõ lại bằng Unicode: Việt Nam"),
        ("Vieät Nam", "1:7: “Vieät Nam” gõ bằng phông cũ VNI, người khác mở ra không đọc được – gõ lại bằng Unicode: Việt Nam"),
        ("Viá»‡t Nam", "1:7: “Viá»‡t” là chữ đã hỏng khi chép sang bảng mã khác – gõ lại: Việt"),
    ],
)  # fmt: skip
def test_the_message_is_whole(typed: str, message: str) -> None:
    assert told(f"name: {typed}\n") == [message]


@pytest.mark.parametrize(
    "sign",
    [
        *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        *"\u200b\u200c\u200d\u2060\u2061\u2064\u206a\u206f\u00ad\u034f\u115f\u1160\u17b4\u180b\u180e\u2800\u3164\uffa0",
        *"\ufe00\ufe0f\ufff9\ufffc\U000e0001\U000e0020\U000e0041\U000e007f\U000e0100\U000e01ef\U0001d173\U000f0000",
    ],
)
def test_what_cannot_be_seen(sign: str) -> None:
    for text in (
        f"a: Nam{sign} Thành\n",
        f"# ghi chú {sign}\na: b\n",
        f"na{sign}me: x\n",
        f'a: "\\U{ord(sign):08X}"\n',
    ):
        assert [problem.code for problem in problems(text)] == [
            "bidi-control"
            if sign in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
            else "font-character"
            if sign == "\U000f0000"
            else "hidden-character"
        ], text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Nаm", "Nam"),  # Cyrillic а
        ("Тhôn", "Thôn"),  # Cyrillic Т
        ("Hοa", "Hoa"),  # Greek ο
        ("QL1А", "QL1A"),  # Cyrillic behind a digit
        ("А", "A"),  # nothing but a look-alike
        ("СОРЕ", "COPE"),
        ("Ðường", "Đường"),  # eth
        ("ɖình", "đình"),  # African d
        ("Nɑm", "Nam"),  # IPA
        ("Namж", ""),
        ("Namא", ""),
        ("Namع", ""),
        ("ꓠam", "Nam"),  # Lisu
        ("Ꭺnh", "Anh"),  # Cherokee
    ],
)
def test_words_of_two_alphabets(typed: str, meant: str) -> None:
    (problem,) = problems(f"a: Tổ {typed} b\n")
    assert (problem.code, problem.column, problem.params) == (
        "mixed-script",
        7,
        {"found": typed, "guess": meant},
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("®­êng lµng", "đường làng"),
        ("Th«n Nam B¾c Thµnh", "Thôn Nam Bắc Thành"),
        ("Nhµ v¨n ho¸ th«n", "Nhà văn hoá thôn"),
        ("Uû ban nh©n d©n x·", "Uỷ ban nhân dân xã"),
        ("Xãm 5, x· CÈm B×nh", "Xóm 5, xã Cẩm Bình"),
        ("Hµ TÜnh", "Hà Tĩnh"),
        ("§­êng Trôc th«n 2", "Đường Trục thôn 2"),
        ("NguyÔn V¨n MÉu", "Nguyễn Văn Mẫu"),
    ],
)
def test_tcvn3(typed: str, meant: str) -> None:
    found = [problem for problem in problems(f"name: {typed}\n") if problem.code != "hidden-character"]
    assert {problem.code for problem in found} == {"old-font-tcvn3"}
    assert found[0].params["guess"] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ñöôøng laøng", "đường làng"),
        ("Thoân Nam Baéc Thaønh", "Thôn Nam Bắc Thành"),
        ("Nhaø vaên hoaù thoân", "Nhà văn hoá thôn"),
        ("Uyû ban nhaân daân xaõ", "Uỷ ban nhân dân xã"),
        ("THOÂN TRUNG", "THÔN TRUNG"),
        ("Nguyeãn Vaên Maãu", "Nguyễn Văn Mẫu"),
        ("Thoân", "Thôn"),
        ("Haø Tónh", "Hà Tĩnh"),
    ],
)
def test_vni(typed: str, meant: str) -> None:
    (problem,) = problems(f"name: {typed}\n")
    assert (problem.code, problem.params) == ("old-font-vni", {"found": typed, "guess": meant})


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "latin-1"])
@pytest.mark.parametrize(
    "meant", ["Thôn", "đường", "Việt", "Nguyễn", "Ấp", "Đắk", "xã", "Hộ", "“Làng”", "Bình – Hoà"]
)
def test_utf8_read_as_something_else(meant: str, encoding: str) -> None:
    data = meant.encode()
    typed = "".join(bytes((byte,)).decode(encoding, "ignore") or chr(byte) for byte in data)
    found = problems(f"name: {typed} x\n")
    assert found, typed
    assert "broken-utf8" in {problem.code for problem in found}
    guesses = [problem.params["guess"] for problem in found if problem.code == "broken-utf8"]
    assert guesses[0] in meant or typed.count("\u00a0") or encoding == "cp1258", guesses


def test_what_was_broken_twice() -> None:
    (problem,) = problems("name: ThÃƒÂ´n\n")
    assert problem.params["guess"] == "Thôn"


REAL = (
    "hoà hòa thuỷ thủy Hoà Bình quý quí Đắk Lắk Đăk Glong Krông Búk Krông Ană Ê Đê Chư M'gar A Lưới Mường Ảng "
    "Bù Đăng Ia H'Drai Pleiku Sa Pa Y Tý Lũng Cú Ƀuôn Čư̆ M’gar Plei Kần Rơ Chăm H'Mông K'Ho Cà Roòng M'Drắk "
    "café München Zürich Köln Noël naïve façade São Paulo Ångström Łódź Ærø Reykjavík Hafnarfjörður Thaï España "
    "→ · – — … “ ” ‘ ’ « » ² ³ ° % ‰ × ÷ ± ½ ¼ € ₫ № ™ © ® § ≥ ≤ ≈ • ✓ ☎ 😀 ☎️ ❤️ 🇻🇳 ① µm μg kΩ ㎡ 漢字 村 Москва "
    "Ελλάδα α β 90 % 46/52 25–30 10 × 5 m 120 m² «thôn» “THÔN XÃ” “XÔ” XÃ… Â Ă đồng/m² N·m Ô tô Á Âu Ý Ỷ ỳ "
    "VƯỜN ÔNG BÀ Úc"
)


@pytest.mark.parametrize(
    "real", [REAL, unicodedata.normalize("NFC", REAL), unicodedata.normalize("NFD", REAL)]
)
def test_what_people_really_write(real: str) -> None:
    for word in real.split(" "):
        assert problems(f'name: "x {word} y"\n') == [], word
    assert problems(f'name: "{real}"\n') == []


def test_a_foreign_name_is_no_old_font_unless_there_are_more() -> None:
    assert problems("name: trường Lü\n") == []
    assert [problem.code for problem in problems("name: lªn Hå\n")] == ["old-font-tcvn3"]


@pytest.mark.parametrize("folder", ["villages", "content"])
def test_the_projects_own_text_is_clean(folder: str) -> None:
    files = [path for path in sorted((PROJECT / folder).rglob("*")) if path.suffix in (".yml", ".md")]
    assert len(files) > 10
    for path in files:
        text = path.read_text("utf-8")
        found = list(unclean(text, str(path), plain=is_plain(text)))
        assert found == []


def test_vietnamese_takes_the_short_way() -> None:
    files = sorted((PROJECT / "villages").rglob("*.yml"))
    plain = [path for path in files if is_plain(path.read_text("utf-8"))]
    assert len(plain) > 0.9 * len(files)


def test_a_file_full_of_it_is_told_of_once_a_line_and_not_for_ever() -> None:
    assert len(problems("a: Th«n ViÖt N\u200bam\n" * 3)) == 6
    assert len(problems("- Nаm\n" * 5_000)) == MOST


def test_escapes_are_looked_into() -> None:
    assert told('a: "N\\u0430m"\n')[0].startswith("1:4: “Nаm” có chữ cái của bảng chữ khác")
    assert problems("a: 'N\\u0430m'\n") == []


def test_a_heap_of_accents_is_refused_before_it_is_put_in_order() -> None:
    with pytest.raises(Unreadable) as refused:
        read_yaml(("a: b" + "\u0301\u0323" * 20_000).encode(), "f")
    assert (refused.value.problem.code, refused.value.problem.column) == ("heaped-marks", 5)
    with pytest.raises(Unreadable) as refused:
        read_yaml(b'a: "' + b"\\u0301\\u0323" * 2_000 + b'"', "f")
    assert refused.value.problem.code == "heaped-marks"


def test_faults_of_several_sorts_stand_on_their_own_lines() -> None:
    text = "- А\n- Ðường\n- Nаm\n- Ðường Nаm А\n- Th«n\n"
    assert [(problem.line, problem.column, problem.code) for problem in problems(text)] == [
        (1, 3, "mixed-script"),
        (2, 3, "mixed-script"),
        (3, 3, "mixed-script"),
        (4, 3, "mixed-script"),
        (5, 3, "old-font-tcvn3"),
    ]
