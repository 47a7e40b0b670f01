"""Every kind of finding, word for word."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.verify.support import (
    BASE,
    GONE,
    HOUSES,
    NEVER,
    OTHER,
    RECORDS,
    ROAD,
    address,
    lines,
    photograph,
    plate,
    save,
    verified,
    village,
)
from village_site.atlas import Atlas
from village_site.verify import Matter, as_csv, as_text

ONE, TWO, THREE, FOUR = HOUSES
NAME = "{}: Số {}, Đường Trục, thôn Nam Bắc Thành"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Atlas:
    """The village; photographs lie in the working folder, so that their names are short."""
    monkeypatch.chdir(tmp_path)
    return village(tmp_path)


def called(code: str, number: int, lang: str = "vi") -> str:
    """A house's plate as reports call it."""
    house = f"Số {number}" if lang == "vi" else f"No. {number}"
    return f"{plate(code)} ({house}, Đường Trục, thôn Nam Bắc Thành)"


def test_all_is_well(data: Atlas) -> None:
    save(Path("anh/ho-1.png"), address(ONE))
    save(Path("anh/nam-bac-thanh-ho-2.jpg"), address(TWO))
    save(Path("anh/IMG_3.webp"), address(THREE), address(FOUR))
    done: list[tuple[int, int]] = []
    found = verified(data, HOUSES, Path("anh"), progress=lambda *now: done.append(now))
    assert done == [(1, 3), (2, 3), (3, 3)]
    assert as_text(found) == "Đã xem 3 ảnh: có 4/4 biển.\nMọi thứ đều khớp."
    assert as_text(found, "en") == "3 photographs: 4 of 4 plates are there.\nEverything agrees."
    assert not found.has_problems
    assert [(finding.photo, finding.code) for finding in found.of(Matter.GOOD)] == [
        ("anh/IMG_3.webp", THREE),
        ("anh/IMG_3.webp", FOUR),
        ("anh/ho-1.png", ONE),
        ("anh/nam-bac-thanh-ho-2.jpg", TWO),
    ]


def test_missing_in_the_order_of_the_data(data: Atlas) -> None:
    found = verified(data, [FOUR, THREE, ONE], save(Path("a.png"), address(ONE)))
    assert lines(found) == [
        "Thiếu (2)",
        f"  {called(THREE, 3)}: không thấy trong ảnh nào",
        f"  {called(FOUR, 4)}: không thấy trong ảnh nào",
    ]
    assert lines(found, "en") == [
        "Missing (2)",
        f"  {called(THREE, 3, 'en')}: on no photograph",
        f"  {called(FOUR, 4, 'en')}: on no photograph",
    ]
    assert as_text(found).endswith("\nĐã xem 1 ảnh: có 1/3 biển.\nXem lại các dòng trên.")
    assert found.has_problems


def test_without_a_run_every_record_needs_its_plate(data: Atlas) -> None:
    found = verified(data, None, save(Path("a.png"), *map(address, HOUSES)))
    assert lines(found) == [
        "Thiếu (2)",
        f"  {plate(OTHER)} (Số 1, Ngõ Đông, thôn Đông Hạ): không thấy trong ảnh nào",
        f"  {plate(ROAD)} (Đường Trục, thôn Nam Bắc Thành): không thấy trong ảnh nào",
    ]
    assert found.expected == 6


def test_without_a_run_a_code_nothing_needs(data: Atlas) -> None:
    found = verified(data, None, save(Path("a.png"), *map(address, [*HOUSES, ROAD, OTHER, GONE])))
    assert lines(found) == [
        "Không thuộc đợt này (1)",
        f"  a.png: {plate(GONE)} đã cấp, nhưng nay không biển nào cần mang mã này",
    ]
    assert lines(found, "en") == [
        "Not of this run (1)",
        f"  a.png: {plate(GONE)} was issued, but no plate needs this code today",
    ]


def test_two_of_one_on_one_photograph(data: Atlas) -> None:
    found = verified(data, [ONE], save(Path("a.png"), address(ONE), address(ONE)))
    assert lines(found) == ["Thừa (1)", f"  {called(ONE, 1)}: thấy 2 tấm; có trong ảnh a.png"]
    assert lines(found, "en") == ["Too many (1)", f"  {called(ONE, 1, 'en')}: seen 2 times; on a.png"]


def test_one_on_two_photographs(data: Atlas) -> None:
    first, second = save(Path("a.png"), address(ONE)), save(Path("b.jpg"), address(ONE))
    found = verified(data, [ONE], first, second)
    assert lines(found) == [
        "Thừa (1)",
        f"  {called(ONE, 1)}: thấy trong 2 ảnh: a.png, b.jpg; nếu không phải chụp lại cùng một tấm thì đã in thừa",
    ]
    assert lines(found, "en") == [
        "Too many (1)",
        f"  {called(ONE, 1, 'en')}: seen on 2 photographs: a.png, b.jpg; unless they show the same plate, one was printed too many",
    ]


def test_a_copy_of_a_file_is_no_second_plate(data: Atlas) -> None:
    first = save(Path("a.png"), address(ONE))
    Path("a (1).png").write_bytes(first.read_bytes())
    assert lines(verified(data, [ONE], first, Path("a (1).png"), first)) == []


def test_nothing_to_read(data: Atlas) -> None:
    found = verified(data, [], save(Path("a.png")))
    assert lines(found) == [
        "Ảnh không đọc được (1)",
        "  a.png: không đọc được mã nào; chụp lại gần hơn, thẳng hơn, tránh loá",
    ]
    assert lines(found, "en") == [
        "Unreadable photographs (1)",
        "  a.png: no symbol could be read; take it again nearer, straighter, without glare",
    ]
    assert found.has_problems


def test_a_symbol_that_is_seen_but_not_read(data: Atlas) -> None:
    image = photograph(address(ONE), address(TWO), angles=(0,))
    # Half the second symbol's data is gone, its three finder patterns are not.
    image.paste(255, (540, 155, 605, 225))
    image.save("a.png")
    found = verified(data, [ONE], Path("a.png"))
    assert lines(found) == [
        "Ảnh còn mã chưa đọc được (1)",
        "  a.png: còn 1 mã chưa đọc được; chụp riêng từng biển",
    ]
    assert lines(found, "en") == [
        "Photographs with symbols left unread (1)",
        "  a.png: 1 more could not be read; take each plate by itself",
    ]
    assert not found.has_problems


def test_plates_of_other_runs(data: Atlas) -> None:
    photo = save(Path("a.png"), *map(address, (ONE, TWO, THREE)))
    found = verified(data, [ONE], photo, other_runs={"dot-1": [TWO, FOUR], "dot-2": {TWO}})
    assert lines(found) == [
        "Không thuộc đợt này (2)",
        f"  a.png: {called(TWO, 2)} thuộc đợt in dot-1, dot-2",
        f"  a.png: {called(THREE, 3)} không có trong đợt in đang xem",
    ]
    assert lines(found, "en") == [
        "Not of this run (2)",
        f"  a.png: {called(TWO, 2, 'en')} belongs to print run dot-1, dot-2",
        f"  a.png: {called(THREE, 3, 'en')} is not in this print run",
    ]


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        (
            "https://bank.evil.example/pay?to=1&name=Tuan",
            "có mã dẫn tới bank.evil.example, không phải trang này; nếu là miếng dán lên biển thì bóc đi và báo công an xã",
            "a symbol leads to bank.evil.example, not to this site; if it is a sticker on a plate, remove it and tell the police",
        ),
        (
            "00020101021138540010A00000072701240006970436011012345678900208QRIBFTTA5303704",
            "có mã chuyển tiền; nếu là miếng dán lên biển thì bóc đi và báo công an xã",
            "a symbol for a money transfer; if it is a sticker on a plate, remove it and tell the police",
        ),
        (
            "WIFI:T:WPA;S:Quan;P:12345678;;",
            "có mã không phải địa chỉ trang web",
            "a symbol that is no web address",
        ),
    ],
)
def test_a_strangers_symbol(data: Atlas, text: str, vietnamese: str, english: str) -> None:
    found = verified(data, [ONE], save(Path("a.png"), address(ONE), text))
    assert lines(found) == ["Mã lạ (1)", f"  a.png: {vietnamese}"]
    assert lines(found, "en") == ["Strangers’ symbols (1)", f"  a.png: {english}"]


def test_our_address_but_no_plate(data: Atlas) -> None:
    texts = (address(NEVER), address(ONE).lower(), "HTTPS://LANG.EXAMPLE/")
    found = verified(data, [], save(Path("a.png"), *texts))
    odd = (
        "có mã dẫn tới lang.example nhưng không đúng địa chỉ của một biển; quét sẽ không ra trang, đừng treo"
    )
    assert lines(found) == [
        "Mã sai (3)",
        f"  a.png: {odd}",
        f"  a.png: mã {plate(NEVER)} chưa từng được cấp; quét sẽ không ra trang, đừng treo",
        f"  a.png: {odd}",
    ]
    assert lines(found, "en")[1:3] == [
        "  a.png: a symbol leads to lang.example but is not the address of a plate; it opens nothing, do not mount it",
        f"  a.png: code {plate(NEVER)} was never issued; it opens nothing, do not mount it",
    ]


def test_an_address_of_former_times(data: Atlas) -> None:
    photo = save(Path("a.png"), f"HTTPS://CU.EXAMPLE/Q/{ONE}/")
    assert [finding.matter for finding in verified(data, [ONE], photo).findings] == [
        Matter.FOREIGN,
        Matter.MISSING,
    ]
    assert lines(verified(data, [ONE], photo, base_urls=["https://cu.example"])) == []


def test_the_plate_of_another_house(data: Atlas) -> None:
    photo = save(Path("nam-bac-thanh-ho-2.png"), address(ONE))
    found = verified(data, [ONE], photo)
    assert lines(found) == [
        "Nhầm chỗ (1)",
        f"  nam-bac-thanh-ho-2.png: tên ảnh chỉ {called(TWO, 2)}, nhưng biển trong ảnh là {called(ONE, 1)}",
    ]
    assert lines(found, "en") == [
        "At the wrong place (1)",
        f"  nam-bac-thanh-ho-2.png: the photograph is named after {called(TWO, 2, 'en')}, but the plate on it is {called(ONE, 1, 'en')}",
    ]


def test_a_neighbours_plate_beside_the_right_one(data: Atlas) -> None:
    photo = save(Path("ho-2.png"), address(ONE), address(TWO))
    assert lines(verified(data, [ONE, TWO], photo)) == []


def test_a_code_in_a_name_that_nobody_was_given(data: Atlas) -> None:
    photo = save(Path(f"{plate(NEVER)}.png"), address(ONE))
    assert lines(verified(data, [ONE], photo)) == [
        "Nhầm chỗ (1)",
        f"  {photo}: tên ảnh chỉ {plate(NEVER)}, nhưng biển trong ảnh là {called(ONE, 1)}",
    ]


def test_a_run_may_have_codes_the_register_lost(data: Atlas) -> None:
    found = verified(data, [NEVER, TWO], save(Path("a.png"), address(NEVER)))
    assert lines(found) == ["Thiếu (1)", f"  {called(TWO, 2)}: không thấy trong ảnh nào"]


def test_the_csv(data: Atlas) -> None:
    stranger = "https://evil.example/=1+1"
    save(Path("=anh/ho-1.png"), address(ONE), stranger)
    found = verified(data, [ONE, TWO], Path("=anh"))
    assert as_csv(found) == (
        "\ufefffinding,reason,photo,code,record,name,message\n"
        'foreign,foreign,\'=anh/ho-1.png,,,,"có mã dẫn tới evil.example, không phải trang này; nếu là miếng dán lên biển thì bóc đi và báo công an xã"\n'
        f'missing,missing,,{plate(TWO)},nam-bac-thanh/ho-2,"Số 2, Đường Trục, thôn Nam Bắc Thành",không thấy trong ảnh nào\n'
        f'good,good,\'=anh/ho-1.png,{plate(ONE)},nam-bac-thanh/ho-1,"Số 1, Đường Trục, thôn Nam Bắc Thành",đúng\n'
    )
    english = list(csv.DictReader(as_csv(found, "en").removeprefix("\ufeff").splitlines()))
    assert [row["message"] for row in english] == [
        "a symbol leads to evil.example, not to this site; if it is a sticker on a plate, remove it and tell the police",
        "on no photograph",
        "as it should be",
    ]


def test_what_matters_most_comes_first(data: Atlas) -> None:
    save(Path("1.png"))
    save(Path("2.png"), address(TWO))
    save(Path("3.png"), "https://evil.example/")
    Path("0.png").write_bytes(b"")
    found = verified(data, [ONE], *(Path(f"{n}.png") for n in range(4)))
    assert [finding.matter for finding in found.findings] == [
        Matter.FOREIGN,
        Matter.OTHER_RUN,
        Matter.MISSING,
        Matter.UNREADABLE,
        Matter.BROKEN,
    ]
    assert [data.dataset.register.by_code[code].record for code, *_ in RECORDS] == [row[2] for row in RECORDS]
    assert data.dataset.site.codes.base_url == BASE
