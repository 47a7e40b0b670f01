"""Another village's look is a typst file; its mistakes are told with their line."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from tests.plates.support import CODES, atlas, boxes, codes_of, decoded, houses, road, urls
from village_site.catalogue import LANGUAGES, messages
from village_site.plates import formats, write_plates
from village_site.problems import DataError

DATA = road("Ngõ 12") | houses("number: 1")
HOUSEHOLD = (files("village_site") / "templates" / "plates" / "household.typ").read_text("utf-8")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def own(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """A template of one's own: ours with some words replaced."""
    text = HOUSEHOLD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "bien-nha.typ"
    path.write_text(text, encoding="utf-8")
    return path


def problems(tmp_path: Path, template: Path) -> list[tuple[str, int, int, str]]:
    """What is said of a template; its path is left out."""
    with pytest.raises(DataError) as caught:
        write_plates(atlas(tmp_path, DATA), tmp_path / "out", template=template)
    for problem in caught.value.problems:
        assert all(problem.text(lang) and problem.hint(lang) for lang in LANGUAGES)
    assert {problem.file for problem in caught.value.problems} == {template.as_posix()}
    return [("", *rest) for _, *rest in codes_of(caught.value.problems)]  # type: ignore[misc]


def line_of(template: Path, words: str) -> int:
    lines = template.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_sizes_are_changed_at_its_top(tmp_path: Path) -> None:
    template = own(
        tmp_path, ("#let width = 100mm", "#let width = 130mm"), ("#let bleed = 3mm", "#let bleed = 4mm")
    )
    data = atlas(tmp_path, DATA)
    (pdf,) = write_plates(data, tmp_path / "out", template=template)
    assert pdf == tmp_path / "out" / "bien-nha" / "bien-nha-001.pdf"
    assert boxes(pdf) == ((152, 172), (138, 158), (130, 150))
    assert decoded(pdf) == [urls(data, CODES[1])]


def test_a_picture_may_lie_beside_it(tmp_path: Path) -> None:
    template = own(
        tmp_path, ("#let ground() = {", '#let ground() = {\n  at(8mm, image("dau-xa.svg", width: 5mm))')
    )
    line = line_of(template, "dau-xa.svg")
    assert [(found[1], found[3]) for found in problems(tmp_path, template)] == [(line, "plate-template")]
    (tmp_path / "dau-xa.svg").write_text(LOGO, encoding="utf-8")
    assert write_plates(atlas(tmp_path, DATA), tmp_path / "out", template=template)


def test_a_font_may_lie_beside_it(tmp_path: Path) -> None:
    template = own(tmp_path, ("Be Vietnam Pro", "Làng Pro"))
    assert problems(tmp_path, template) == [("", 1, 1, "plate-font")]
    (tmp_path / "fonts").mkdir()
    renamed(files("village_site") / "fonts" / "BeVietnamPro-Bold.ttf", tmp_path / "fonts" / "lang.ttf")
    assert write_plates(atlas(tmp_path, DATA), tmp_path / "made", template=template)


def renamed(font: object, path: Path) -> None:
    """A copy of a font under the family name “Làng Pro”."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(str(font)) as opened:
        for record in opened["name"].names:
            if record.nameID in (1, 16):
                opened["name"].setName(
                    "Làng Pro", record.nameID, record.platformID, record.platEncID, record.langID
                )
        opened.save(path)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("#let width = 100mm", "#let width = 100 mm", "100 mm"),
        ("plate.code))", "plate.cde))", "plate.cde"),
        ("#let small = 2.9mm", "#let smal = 2.9mm", "small, smallest"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    template = own(tmp_path, (old, new))
    ((_, line, column, code),) = problems(tmp_path, template)
    assert (line, code) == (line_of(template, words), "plate-template")
    assert column > 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('kinds: ("household",)', 'kinds: ("household")'),
        ("fonts: (face,)", "fonts: face"),
        ("#declare(", "#let unused = declare("),
    ],
)
def test_what_it_prints_must_be_declared(tmp_path: Path, old: str, new: str) -> None:
    assert problems(tmp_path, own(tmp_path, (old, new))) == [("", 1, 1, "plate-template")]


def test_a_sample_must_be_marked(tmp_path: Path) -> None:
    template = own(tmp_path, ("sample-mark(4mm, white, green)", "[]"))
    assert problems(tmp_path, template) == [("", 1, 1, "plate-not-marked")]


def test_it_must_exist(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"none\.typ"):
        write_plates(atlas(tmp_path, DATA), tmp_path / "out", template=tmp_path / "none.typ")


@pytest.mark.parametrize("name", formats())
def test_ours_have_their_sizes_at_the_top(name: str) -> None:
    text = (files("village_site") / "templates" / "plates" / f"{name}.typ").read_text("utf-8")
    top, _, rest = text.partition("#declare(")
    assert "Kích thước, mm / Sizes, mm" in top
    assert "#let symbol-side = " in top
    assert not re.search(r"(?m)^#let [\w-]+ = [\d.]+mm", rest)


def test_the_fonts_come_with_their_licence() -> None:
    folder = files("village_site") / "fonts"
    assert {entry.name for entry in folder.iterdir()} == {
        "BeVietnamPro-Bold.ttf",
        "BeVietnamPro-Medium.ttf",
        "OFL.txt",
    }
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text("utf-8")


def test_messages_are_in_every_language() -> None:
    wanted = {code for code in messages("vi") if code.startswith("plate-")}
    assert len(wanted) >= 6
    assert all({code for code in messages(lang) if code.startswith("plate-")} == wanted for lang in LANGUAGES)
