"""Numbers of persons, secrets and private addresses are found however they are written, and nothing else is."""

from __future__ import annotations

import random
import re
import time
import unicodedata
from itertools import product
from pathlib import Path

import pytest

from tests.privacy.corpus import lines, refused
from tests.support import DAY, data_folder
from village_site import report, site
from village_site.catalogue import LANGUAGES
from village_site.privacy.forbidden import (
    forbidden,
    forbidden_in_folder,
    forbidden_in_name,
    tag,
)
from village_site.privacy.forbidden.digits import PROVINCES, is_card, is_citizen

ROOT = Path(__file__).parents[2]
FILE = "villages/thon/thon.yml"
# Somebody born in 2039 at the earliest: nobody's number.
CITIZEN = "079239012345"


def codes(text: str, file: str = FILE) -> list[str]:
    return [problem.code for problem in forbidden(text, file)]


def test_the_corpora_are_large_enough() -> None:
    assert len(refused()) >= 120
    assert len(lines("corpus_allowed.txt")) >= 150


@pytest.mark.parametrize(("code", "text"), refused())
def test_refused(code: str, text: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(("code", "text"), refused())
def test_refused_in_the_middle_of_a_file(code: str, text: str) -> None:
    before = (
        "# Ghi chú của tệp\n- mã riêng: ho-01\n  đường: truc-thon-1\n  số nhà: 2\n  gần: Cổng chào thôn\n  "
    )
    behind = "\n  cập nhật: 20/11/2026\n- mã riêng: ho-02\n"
    found = list(forbidden(before + text + behind, FILE))
    assert code in [problem.code for problem in found]
    assert {problem.line for problem in found} == {6}


@pytest.mark.parametrize("code", ["TK32-8985", "TK328985"])
def test_a_plate_code_that_begins_like_an_account_is_none(code: str) -> None:
    rest = '\n  road: duong-19\n  number: "7"\n  distance: khoảng 84 m\n'
    assert codes(f"- id: ho-139\n  code: {code}{rest}") == []
    assert codes(f"- id: ho-139\n  note: TK 32898512{rest}") == ["forbidden-account"]
    wrong = code[:-1] + "7"
    assert codes(f"- id: ho-139\n  code: {wrong}{rest}") == ([] if "-" in code else ["forbidden-account"])


@pytest.mark.parametrize("text", lines("corpus_allowed.txt"))
def test_allowed(text: str) -> None:
    assert codes(text) == []


def test_allowed_lines_stay_allowed_below_one_another() -> None:
    allowed = lines("corpus_allowed.txt")
    # Words such as “STK” reach into the next lines, so every line gets a neighbour that says nothing.
    between = (
        "  kể thêm: Đường làng mùa gặt, rơm phơi hai bên, trẻ già ra đồng từ khi gà gáy, chiều tối mới về."
    )
    for seed in range(5):
        order = random.Random(seed).sample(allowed, len(allowed))
        text = "\n".join(f"- ghi chú: {line}\n{between}" for line in order)
        assert [(problem.code, order[problem.line // 2]) for problem in forbidden(text, FILE)] == []


def test_nothing_is_found_in_what_the_project_publishes() -> None:
    folders = [ROOT / "villages", ROOT / "content", ROOT / "overrides"]
    found = [problem for folder in folders for problem in forbidden_in_folder(folder, folder.name)]
    found += [
        problem for page in ROOT.glob("*.md") for problem in forbidden(page.read_text("utf-8"), page.name)
    ]
    assert found == []


SEPARATORS = {
    "nothing": "",
    "space": " ",
    "two spaces": "  ",
    "dot": ".",
    "hyphen": "-",
    "spaced hyphen": " - ",
    "dash": " – ",
    "slash": "/",
    "underscore": "_",
    "no-break space": "\u00a0",
    "thin space": "\u2009",
    "hair space": "\u200a",
    "narrow no-break space": "\u202f",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "right-to-left mark": "\u200f",
    "middle dot": "·",
    "full-width dot": "．",
}
GROUPS = ((12,), (3, 3, 6), (3, 3, 3, 3), (4, 4, 4), (6, 6), (3, 9), (1,) * 12, (2,) * 6)


def grouped(digits: str, sizes: tuple[int, ...], separator: str) -> str:
    parts, start = [], 0
    for size in sizes:
        parts.append(digits[start : start + size])
        start += size
    return separator.join(parts)


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("sizes", GROUPS, ids=str)
def test_every_grouping_of_a_citizen_id_with_every_separator(sizes: tuple[int, ...], separator: str) -> None:
    text = grouped(CITIZEN, sizes, separator)
    for sentence in (text, f"Ông Mẫu, {text}, chủ hộ", f"ghi chú: '{text}'", f"# {text}"):
        assert codes(sentence) == ["forbidden-citizen-id"], sentence


@pytest.mark.parametrize("zero", [0xFF10, 0x660, 0x6F0, 0x966, 0x1D7CE, 0x1D7F6])
def test_digits_of_other_scripts(zero: int) -> None:
    digits = "".join(chr(zero + int(digit)) for digit in CITIZEN)
    assert codes(f"số {digits}") == ["forbidden-citizen-id"]


@pytest.mark.parametrize("word", ["và", "rồi", "tiếp", "gạch", "cách", "số", "va", "ROI"])
@pytest.mark.parametrize("keyword", ["", "CCCD ", "căn cước: ", "CAN CUOC ", "số định danh "])
def test_a_word_in_between(word: str, keyword: str) -> None:
    assert codes(keyword + f" {word} ".join(("079", "239", "012345"))) == ["forbidden-citizen-id"]


def test_digits_that_go_on_in_the_next_line() -> None:
    assert codes("ghi chú: >-\n    Số 079 239\n    012 345 của ông Mẫu\n") == ["forbidden-citizen-id"]
    assert codes("số:\n  - 079\n  - 239\n  - 012345\n") == ["forbidden-citizen-id"]
    assert codes("số tài khoản:\n  - 1234567890\n") == ["forbidden-account"]


def test_ids_of_every_province() -> None:
    assert len(PROVINCES) == 63
    for province in PROVINCES:
        assert codes(f"{province}2 39 012345") == ["forbidden-citizen-id"]
    assert not is_citizen("097239012345")
    assert not is_citizen("079940012345")


def test_cards_by_their_check_digit() -> None:
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")
    assert not is_card("1111111111111117")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("079239012345", (1, 1)),
        ("a\nb: 079239012345", (2, 4)),
        ("tên: Đường\r\nghi chú:   079 239 012 345 # x\r\n", (2, 12)),
        ("\u200bmật\u00a0khẩu:\u2009thon9@2024", (1, 12)),
        ("x: 1\n\n\n# stk  1234567890", (4, 8)),
    ],
)
def test_places(text: str, place: tuple[int, int]) -> None:
    (problem,) = forbidden(text, FILE)
    assert (problem.file, problem.line, problem.column) == (FILE, *place)


def test_all_of_a_file_in_order() -> None:
    text = "a: 079239012345\nb: 0912 345 678\nc: mk: 12345678\nd: 192.168.1.10 và 183456789\n"
    assert [(problem.line, problem.column, problem.code) for problem in forbidden(text, FILE)] == [
        (1, 4, "forbidden-citizen-id"),
        (3, 8, "forbidden-password"),
        (4, 4, "forbidden-private-network"),
        (4, 20, "forbidden-old-id"),
    ]


def pieces(text: str) -> set[str]:
    """Every four characters of a text in a row that hold a digit, read without signs, and its digits alone.

    Pieces of letters alone may be words of the message, such as “pass”.
    """
    plain = "".join(
        str(unicodedata.digit(letter, letter)) for letter in unicodedata.normalize("NFKC", text).lower()
    )
    found = set()
    for bare in (re.sub("[^a-z0-9]", "", plain), re.sub("[^0-9]", "", plain)):
        found |= {bare[place : place + 4] for place in range(len(bare) - 3)}
    return {piece for piece in found if any(letter.isdigit() for letter in piece)}


def test_pieces_of_a_value_are_known_however_it_is_written() -> None:
    for text in ("079239", "079 239", "０７９-239", "٠٧٩2 39", "079\u200b239"):
        assert pieces(text) >= {"0792", "7923", "9239"}, text
    assert pieces("pass: Thon9@2024") >= {"hon9", "n920", "2024"}


@pytest.mark.parametrize(("code", "text"), refused())
def test_no_message_shows_any_of_the_value(code: str, text: str) -> None:
    found = forbidden(text, FILE)
    for problem in found:
        said = [part for lang in LANGUAGES for part in (problem.text(lang), problem.hint(lang))]
        shown = "\n".join((repr(problem), *said)).lower()
        assert [piece for piece in pieces(text) if piece in shown] == []
        assert set(problem.params) == {"length", "tag"}
        assert re.fullmatch("[0-9]{1,4}", problem.params["length"])
        assert re.fullmatch("[0-9a-f]{3}", problem.params["tag"])
    assert code in {problem.code for problem in found}


def test_the_exact_sentence() -> None:
    (problem,) = forbidden(CITIZEN, FILE)
    assert problem.text("vi") == (
        "chỗ này có vẻ là số căn cước công dân (12 chữ số); số giấy tờ của một người không được để trong dữ liệu, "
        "dù chỉ ở dòng ghi chú, vì kẻ gian dùng được"
    )
    assert problem.hint("vi") == (
        "xoá đi; đã đẩy lên kho rồi thì báo ngay người bảo trì (xem trang Bảo trì), vì lịch sử còn giữ. "
        f"Nếu máy nhầm, người bảo trì ghi ngoại lệ với dấu {problem.params['tag']}"
    )


def test_a_tag_is_of_the_value_however_it_is_written() -> None:
    spellings = [
        CITIZEN,
        "079 239 012 345",
        "079-239-012345",
        "CCCD: 079 và 239 và 012345",
        "０７９239012345",
    ]
    tags = {problem.params["tag"] for text in spellings for problem in forbidden(text, FILE)}
    assert len(tags) == 1


def test_a_tag_does_not_tell_which_value_it_was() -> None:
    wanted = tag(CITIZEN, "forbidden-citizen-id")
    guesses = [f"079239{last:06}" for last in range(0, 1_000_000, 5)]
    assert sum(tag(guess, "forbidden-citizen-id") == wanted for guess in guesses) > 20


def test_other_messages_do_not_repeat_what_was_found(tmp_path: Path) -> None:
    """Faults on the same line, in the same file, and in another file that speaks of a record of this one."""
    near = f"- {{id: nha-1, road: duong, number: 2, gan: CCCD {CITIZEN}, dien thoai: {CITIZEN[:6]}}}\n"
    further = f"- {{id: nha-{CITIZEN[:7]}, road: duong-{CITIZEN[:5]}, so nha: 2, so_nha: 3}}\n"
    contacts = "- {role: Trưởng thôn, household: nha-1}\n- {role: Phó thôn, household: nha-9}\n"
    village = {"households.yml": near + further, "contacts.yml": contacts}
    root = data_folder(tmp_path, {f"nam-bac-thanh/{name}": text for name, text in village.items()})
    problems = site.examine(root, DAY)[1]
    houses = [(one.line, one.code) for one in problems if one.file.endswith("/households.yml")]
    assert houses == [(1, "forbidden-citizen-id")], "the file is read no further"
    said = "\n".join(form(problems, lang) for form in report.FORMATS.values() for lang in LANGUAGES)
    assert [piece for piece in pieces(CITIZEN) if piece in said] == []


def test_names_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "villages" / "thon"
    folder.mkdir(parents=True)
    (folder / f"cccd-{CITIZEN}.jpg").write_bytes(b"")
    (folder / "truc-thon-1.png").write_bytes(b"")
    (folder / "ghi-chu.md").write_text("Wifi nhà văn hoá\n\nmật khẩu: thon9@2024\n", "utf-8")
    (folder / "anh.bin").write_bytes(b"079239012345")
    found = list(forbidden_in_folder(tmp_path / "villages", "villages"))
    assert [(one.file, one.line, one.column, one.code) for one in found] == [
        ("villages/thon", 1, 1, "forbidden-in-name"),
        ("villages/thon/ghi-chu.md", 3, 11, "forbidden-password"),
    ]
    assert CITIZEN not in repr(found)
    assert list(forbidden_in_name("ngo-cay-da-2024-01-15.jpg", "villages/thon")) == []


def test_a_page_too_large_to_be_one_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(2_000_000_000)
    (problem,) = forbidden_in_folder(tmp_path, "content")
    assert (problem.file, problem.line, problem.code) == ("content/a.md", 1, "file-too-large")


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(CITIZEN, "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "inside.md").symlink_to(outside)
    assert list(forbidden_in_folder(tmp_path / "content", "content")) == []


def test_the_readers_own_machine_may_stand_on_a_page_and_not_in_data() -> None:
    text = "`make serve` mở trang ở `http://127.0.0.1:8000/` hay localhost:8000"
    assert codes(text, "content/bao-tri/index.md") == []
    assert set(codes(text)) == {"forbidden-private-network"}
    assert codes("192.168.1.10", "content/index.md") == ["forbidden-private-network"]


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        forbidden(text, FILE)
        best = min(best, time.process_time() - start)
    return best


def test_an_ordinary_file_costs_next_to_nothing() -> None:
    house = "- mã riêng: ho-{0:04}\n  mã: 8H46-H2H4\n  đường: truc-thon-1\n  số nhà: {0}\n  bên: phải\n  điện thoại: 0912 {1:03} 678\n  cập nhật: 20/11/2026\n  minh hoạ: có\n"
    text = "".join(house.format(number, number % 1000) for number in range(1, 1500))
    assert len(text) > 200_000
    # A few milliseconds on an idle machine; the bound leaves room for a busy one.
    assert _seconds(text) < 0.06


HOSTILE = {
    "digits": "1234567890",
    "digits and spaces": "1 ",
    "digits and dots": "12-345.678/",
    "ids": "079239012345 ",
    "ids on lines": "079239012345\n",
    "accounts": "stk 12345678 ",
    "split ids": "cccd 1 2 3 x ",
    "one letter": "a",
    "dotted": "a.",
    "addresses": "http://",
    "passwords": "pass ",
    "words for passwords": "mật khẩu a ",
    "cameras": "camera ",
    "tokens": "eyJ",
    "noughts": "0,",
    "unseen": "1\u200b",
    "full-width": "１２ ",
    "colons": "::",
    "hyphens": "-",
    "machines": "1.1.1.1 ",
    "quotes": "''\"\"",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("size", [39_000, 99_000, 8_000_000], ids=["39 kB", "99 kB", "8 MB"])
def test_hostile_text_ends_soon(unit: str, size: int) -> None:
    text = (unit * (size // len(unit) + 1))[:size]
    start = time.process_time()
    forbidden(text, FILE)
    assert time.process_time() - start < 2


def test_what_cannot_be_checked_is_refused() -> None:
    (problem,) = forbidden("079239012345 " * 100_000, FILE)
    assert (problem.line, problem.column, problem.code) == (1, 1, "forbidden-unchecked")


def test_noise_is_searched_without_a_fault() -> None:
    letters = "aàđ0123456789 .-/_:\n\t@'\"#{}[]\u200b\u00a0\uff10①²ạ\u0301🏠\ud7ff"
    chosen = random.Random(7)
    for _ in range(300):
        text = "".join(chosen.choice(letters) for _ in range(chosen.randrange(200)))
        for problem in forbidden(text, FILE):
            assert 1 <= problem.line <= text.count("\n") + 1
            assert problem.column >= 1


def test_dates_and_telephones_side_by_side_are_no_ids() -> None:
    dates = ("01/08/2024", "08/2024", "12/2025", "2021-2025", "15.4.2022")
    phones = ("0912 345 678", "0239 3892 689", "+84 912 345 678", "0983.970.780", "02393.892.689", "19006067")
    for one, gap, other in product((*dates, *phones), (" - ", " / ", ", ", "; ", " – "), (*dates, *phones)):
        assert codes(f"Từ {one}{gap}{other}.") == [], f"{one}{gap}{other}"
