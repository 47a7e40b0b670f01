"""The PDFs: A4, large type, whole, empty boxes, equal bytes; what a font lacks is told before."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.forms.support import (
    HOUSE,
    POINTS_IN_A_MILLIMETRE,
    REAL,
    VILLAGE,
    drawn,
    form_of,
    pages,
    sizes,
    spoken,
    strings,
    written,
)
from tests.support import DAY, atlas, codes_of
from village_site import site
from village_site.atlas import Atlas
from village_site.forms import write_forms
from village_site.forms.content import personal_data
from village_site.model.contacts import CONTACTS
from village_site.model.households import HOUSEHOLDS
from village_site.model.personal import Scope
from village_site.problems import DataError

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT = (side * POINTS_IN_A_MILLIMETRE for side in (210, 297))
MARGIN = 15 * POINTS_IN_A_MILLIMETRE
BOX = 5.5 * POINTS_IN_A_MILLIMETRE
LONG = "Liên gia tự quản kiểu mẫu Nông thôn mới " * 6
LONG_DATA = {
    "_site.yml": REAL.replace("publisher: UBND xã Cẩm Bình", f"publisher: {LONG}"),
    f"{VILLAGE}/village.yml": f"""
        kind: thôn
        name: {LONG}
        memberships: [{{unit: cam-binh}}]
    """,
    f"{VILLAGE}/contacts.yml": f"- {{role: {LONG}, hours: {LONG}, phone: 0239 3892 689}}",
    f"{VILLAGE}/roads.yml": f"- {{id: truc, name: {'Đường' * 30}}}",
    f"{VILLAGE}/households.yml": f"- {{id: nha-12, road: truc, distance: 85 m, near: {LONG}}}",
}


@pytest.fixture(scope="module")
def sample() -> Atlas:
    """The sample villages."""
    found, _ = site.open_atlas(ROOT / "villages", DAY)
    return found


def test_all_that_is_said_can_be_read_out(tmp_path: Path) -> None:
    data = atlas(tmp_path, {"_site.yml": REAL})
    made = written(data, tmp_path / "forms")
    assert list(made) == ["dong-y-lien-he.pdf", "rut-lai-lien-he.pdf", "dong-y-ho.pdf", "rut-lai-ho.pdf"]
    for kind in (CONTACTS, HOUSEHOLDS):
        for number, stem in enumerate(("dong-y", "rut-lai")):
            for text in spoken(made[f"{stem}-{kind.file_vi}.pdf"]):
                assert unicodedata.is_normalized("NFC", text)
                for words in strings(form_of(data, kind, number).words):
                    assert words in text


def test_the_boxes_are_empty(tmp_path: Path) -> None:
    made = written(atlas(tmp_path), tmp_path / "forms")
    expected = {
        "dong-y-ho.pdf": len(personal_data(HOUSEHOLDS)) + len(Scope),
        "rut-lai-ho.pdf": len(personal_data(HOUSEHOLDS)) + 1,
        "dong-y-lien-he.pdf": len(personal_data(CONTACTS)) + len(Scope),
    }
    for name, count in expected.items():
        items = list(drawn(made[name]))
        squares = [
            item
            for item in items
            if abs(item.right - item.left - BOX) < 3
            and abs(item.top - item.foot - BOX) < 3
            and not item.is_text
        ]
        assert len(squares) == count, name
        for box in squares:
            middle = ((box.left + box.right) / 2, (box.foot + box.top) / 2)
            assert [item for item in items if item.page == box.page and item.is_over(*middle)] == [box]


def test_a_form_is_one_sheet_of_a4_in_large_type(sample: Atlas, tmp_path: Path) -> None:
    made = write_forms(sample, tmp_path)
    assert len(made) == 4 * len(sample.places)
    for pdf in made:
        reader = PdfReader(pdf, strict=True)
        assert len(reader.pages) == (1 if pdf.name.startswith("rut-lai") else 2), pdf
        for page in reader.pages:
            assert abs(page.mediabox.width - WIDTH) < 1
            assert abs(page.mediabox.height - HEIGHT) < 1
    letters = [size for letter, size in sizes(made[0]) if letter.strip()]
    assert sum(size >= 14 for size in letters) > 0.8 * len(letters)
    assert min(letters) >= 10


def test_nothing_is_cut_off_however_long_the_names(tmp_path: Path) -> None:
    data = atlas(tmp_path, LONG_DATA)
    made = written(data, tmp_path / "forms") | written(data, tmp_path / "forms", f"{VILLAGE}/nha-12")
    assert len(made) == 6
    for name, pdf in made.items():
        for item in drawn(pdf):
            assert item.left > MARGIN, name
            assert item.right < WIDTH - MARGIN, name
            assert 10 < item.foot <= item.top < HEIGHT - 10, name
        for text in spoken(pdf):
            assert LONG.strip() in text
    for name in ("dong-y-ho-nha-12.pdf", "rut-lai-ho-nha-12.pdf"):
        assert "Đường" * 30 in re.sub(r"[\s\u200b]", "", spoken(made[name])[0])


@pytest.mark.parametrize(
    "name",
    [
        '#import "a.typ": *',
        "$x^2$ #panic()",
        "] ) } [",
        r"A\b \u{41} \#",
        "*đậm* _nghiêng_ `mã`",
        "= a <b> @c ~",
    ],
)
def test_words_print_as_they_are(tmp_path: Path, name: str) -> None:
    quoted = "'" + name.replace("'", "''") + "'"
    data = atlas(tmp_path, {**HOUSE, f"{VILLAGE}/contacts.yml": f"- {{role: {quoted}}}"})
    made = written(data, tmp_path / "forms")
    assert name in spoken(made["dong-y-ho.pdf"])[0]


def test_equal_data_gives_equal_bytes(tmp_path: Path) -> None:
    data = atlas(tmp_path, HOUSE)
    house = f"{VILLAGE}/nha-12"
    one, two = (written(data, tmp_path / folder, house) for folder in ("one", "two"))
    assert list(one) == ["dong-y-ho-nha-12.pdf", "rut-lai-ho-nha-12.pdf"]
    for name, pdf in one.items():
        assert pdf.read_bytes() == two[name].read_bytes()
        assert "Số 12, Đường Trục thôn 2" in spoken(pdf)[0]


def test_a_letter_the_font_lacks_is_told_and_nothing_written(tmp_path: Path) -> None:
    data = atlas(tmp_path, {f"{VILLAGE}/contacts.yml": "- {role: Trưởng thôn 村}"})
    with pytest.raises(DataError) as caught:
        write_forms(data, tmp_path / "forms")
    assert codes_of(caught.value.problems) == [(f"villages/{VILLAGE}/contacts.yml", 1, 10, "plate-glyph")]
    assert not (tmp_path / "forms").exists()


def test_what_else_lies_there_stays(tmp_path: Path) -> None:
    kept = tmp_path / "forms" / VILLAGE / "dong-y-ho-cu.pdf"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"%PDF")
    made = written(atlas(tmp_path), tmp_path / "forms")
    assert sorted(kept.parent.iterdir()) == sorted([kept, *made.values()])


def test_only_the_sample_is_marked_as_one(tmp_path: Path) -> None:
    real = written(atlas(tmp_path / "real", {"_site.yml": REAL}), tmp_path / "a")["dong-y-ho.pdf"]
    mere = written(atlas(tmp_path / "mere"), tmp_path / "b")["dong-y-ho.pdf"]
    assert ["BẢN MẪU" in spoken(pdf)[0] for pdf in (real, mere)] == [False, True]
    assert pages(real) == 2
