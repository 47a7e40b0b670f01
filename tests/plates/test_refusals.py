"""What must not reach the printer is an error that names the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plates.support import (
    CODES,
    VILLAGE,
    atlas,
    codes_of,
    decoded,
    houses,
    letter_height,
    road,
    site,
    texts,
    urls,
)
from village_site.atlas import Atlas
from village_site.plates import write_plates
from village_site.problems import DataError, Problem

ROADS = f"villages/{VILLAGE}/roads.yml"
HOUSES = f"villages/{VILLAGE}/households.yml"


def refused(data: Atlas, folder: Path, *formats: str) -> tuple[Problem, ...]:
    """The problems of a run, which leaves nothing behind."""
    with pytest.raises(DataError) as caught:
        write_plates(data, folder, formats=formats)
    assert not folder.exists()
    for problem in caught.value.problems:
        assert all(problem.text(lang) and problem.hint(lang) for lang in ("vi", "en"))
    return caught.value.problems


@pytest.mark.parametrize(
    "name",
    [
        '#import "kit.typ": *',
        "$x^2$ #panic()",
        "] ) } [ ( {",
        r"a\b \u{41} \#",
        "*đậm* _nghiêng_ `mã`",
        "// ghi chú",
        "= Đầu <nhãn> @ai ~",
        "đường 1/2 -- 3 ... 'a' \"b\"",
    ],
)
def test_words_print_as_they_are(tmp_path: Path, name: str) -> None:
    quoted = "'" + name.replace("'", "''") + "'"
    data = atlas(tmp_path, road(quoted) | houses("number: 1"))
    (pdf,) = write_plates(data, tmp_path / "out", formats=["household"])
    assert " ".join(name.split()) in texts(pdf)[0]
    assert decoded(pdf) == [urls(data, CODES[1])]


def test_a_long_name_gets_smaller_type_and_then_fails(tmp_path: Path) -> None:
    heights = []
    for times in (1, 3, 7):
        name = "Đường " + "Trục chính " * times
        data = atlas(tmp_path / str(times), road(name) | houses("number: 7"))
        (pdf,) = write_plates(data, tmp_path / str(times) / "out", formats=["household"])
        heights.append(letter_height(pdf, "Đường"))
    assert (
        heights[0] > heights[1] > heights[2] > 2.5
    )  # millimetres; capitals are about 0.7 of the type's size
    data = atlas(tmp_path, road("Đường " + "Trục chính " * 12) | houses("number: 7", "number: 8"))
    (problem,) = refused(data, tmp_path / "out", "household")
    assert codes_of([problem]) == [(ROADS, 3, 9, "plate-name-too-long")]


@pytest.mark.parametrize(
    ("record", "column"),
    [
        ("number: " + "số hai trăm " * 8, 51),
        ("number: " + "1" * 40, 51),
        ("distance: 30 m, near: " + "và chợ " * 30, 65),
    ],
)
def test_the_line_of_the_house_is_named_where_it_is_to_blame(
    tmp_path: Path, record: str, column: int
) -> None:
    problems = refused(atlas(tmp_path, road("Ngõ 1") | houses(record)), tmp_path / "out", "household")
    assert codes_of(problems) == [(HOUSES, 1, column, "plate-name-too-long")]


def test_a_number_or_place_fits_beside_long_names(tmp_path: Path) -> None:
    long = "và chợ " * 10
    files = road("Đường " + "Trục chính " * 6) | houses(
        f"side: cuối đường, near: {long}", f"distance: 3 m, near: {long}"
    )
    assert len(write_plates(atlas(tmp_path, files), tmp_path / "out")) == 3


def test_every_name_that_does_not_fit_is_told_at_once(tmp_path: Path) -> None:
    long = "Số " + "một trăm " * 12
    data = atlas(tmp_path, road("Ngõ 1") | houses(f"number: {long}", "number: 3", f"number: {long}hai"))
    problems = refused(data, tmp_path / "out", "household", "sticker")
    assert [(problem.line, problem.params["format"]) for problem in problems] == [
        (1, "household"),
        (1, "sticker"),
        (3, "household"),
        (3, "sticker"),
    ]


@pytest.mark.parametrize(
    ("name", "letter", "number"),
    [("Ngõ 🐃", "🐃", "U+1F403"), ("Ngõ 大", "大", "U+5927")],
)
def test_a_letter_the_font_lacks_is_an_error(tmp_path: Path, name: str, letter: str, number: str) -> None:
    (problem,) = refused(atlas(tmp_path, road(name)), tmp_path / "out", "road")
    assert codes_of([problem]) == [(ROADS, 3, 9, "plate-glyph")]
    assert (problem.params["letter"], problem.params["number"]) == (letter, number)


def test_every_vietnamese_letter_is_printed(tmp_path: Path) -> None:
    bases = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
    letters = [
        base + tone for base in bases for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    ]
    names = [" ".join(letters[start : start + 12]) + " đ" for start in range(0, len(letters), 12)]
    for number, name in enumerate([*names, *(name.upper() for name in names)]):
        data = atlas(tmp_path / str(number), road(name))
        assert write_plates(data, tmp_path / str(number) / "out", formats=["road"])


def test_a_symbol_too_small_to_read_is_refused(tmp_path: Path) -> None:
    address = "https://" + "trang-cua-thon-nam-bac-thanh/" * 6
    problems = refused(atlas(tmp_path, road("Ngõ 1") | site(address)), tmp_path / "out", "road", "household")
    assert codes_of(problems) == [("villages/_site.yml", 5, 19, "plate-symbol-too-small")]
    assert problems[0].params["format"] == "road"
    assert problems[0].params["needed"] == "2,0"
