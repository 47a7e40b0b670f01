"""What the printer gets: symbols a decoder reads, text that is text, black that is black, boxes to cut by."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from tests.plates.support import CODES, VILLAGE, atlas, boxes, decoded, houses, road, site, texts, urls
from tests.support import DAY
from village_site.atlas import Atlas
from village_site.dataset import load
from village_site.exports import code_url
from village_site.plates import formats, write_plates
from village_site.plates.template import Template

ROOT = Path(__file__).parents[2]
BLACK = ("0.00", "0.00", "0.00", "1.00")
WHITE = ("0.00", "0.00", "0.00", "0.00")
GREEN = ("0.92", "0.30", "0.70", "0.50")
REAL = "https://thon.vn"
EVERYTHING = {
    f"{VILLAGE}/village.yml": f"""
        code: {CODES[20]}
        kind: thôn
        name: Nam Bắc Thành
        memberships: [{{unit: cam-binh, since: 01/07/2025}}]
    """,
    f"{VILLAGE}/groups.yml": f"""
        - {{id: to-1, code: {CODES[21]}, kind: tổ liên gia, name: 1, area: Đường Trục thôn}}
    """,
    f"{VILLAGE}/places.yml": f"""
        - id: dinh
          code: {CODES[22]}
          kind: di tích
          also: điểm sơ tán
          name: Đình làng
    """,
    **road("Đường Trục thôn 2"),
    **houses("number: 12", "number: 10A", "number: 12/3", "distance: 85 m, side: trái, near: Giếng làng"),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Atlas, Path]:
    """The plates of the sample villages, on a domain reserved for examples."""
    found, _ = load(ROOT / "villages")
    assert found is not None
    data, folder = Atlas(found, DAY), tmp_path_factory.mktemp("plates")
    write_plates(data, folder)
    return data, folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Atlas, Path]:
    """The plates of one village with everything, on a domain somebody can own."""
    folder = tmp_path_factory.mktemp("small")
    data = atlas(folder, EVERYTHING | site(REAL))
    write_plates(data, folder / "plates")
    return data, folder / "plates"


@pytest.mark.parametrize("name", formats())
def test_every_symbol_of_the_sample_is_read(sample: tuple[Atlas, Path], name: str) -> None:
    data, folder = sample
    (pdf,) = (folder / name).glob("*.pdf")
    with (folder / name / "plates.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    pages = decoded(pdf)
    for number, read in enumerate(pages, 1):
        listed = [row["code"].replace("-", "") for row in rows if row["page"] == str(number)]
        assert sorted(read) == sorted(code_url(data.dataset.site.codes.base_url, code) for code in listed)
    assert sum(map(len, pages)) == len(rows) > 0


def test_every_printed_record_with_a_code_has_its_plate(sample: tuple[Atlas, Path]) -> None:
    data, folder = sample
    wanted = {(item.kind.name, item.code) for item in data.coded() if item.record and item.kind.printed}
    listed = set()
    for name in formats():
        with (folder / name / "plates.csv").open(encoding="utf-8-sig", newline="") as file:
            own = {(row["kind"], row["code"].replace("-", "")) for row in csv.DictReader(file)}
        kinds = Template.built_in(name).declared.kinds
        assert own == {item for item in wanted if item[0] in kinds}
        assert name != "sticker" or own == wanted
        listed |= own
    assert listed == wanted


def test_text_is_selectable_and_nfc(small: tuple[Atlas, Path]) -> None:
    _, folder = small
    pages = texts(folder / "household" / "household-001.pdf")
    expected = [
        ["12", "Đường Trục thôn 2"],
        ["10A", "Đường Trục thôn 2"],
        ["12/3", "Đường Trục thôn 2"],
        ["Cách đầu Đường Trục thôn 2", "85 m", "bên trái, gần Giếng làng"],
    ]
    shared = [
        "Thôn Nam Bắc Thành, xã Cẩm Bình",
        "thon.vn",
        "Mở máy ảnh điện thoại, hướng vào mã vuông này.",
        "Trang này không bao giờ hỏi tiền, mật khẩu, OTP, số giấy tờ.",
    ]
    assert len(pages) == len(expected)
    for text, own, code in zip(pages, expected, CODES[1:5], strict=True):
        assert text == unicodedata.normalize("NFC", text)
        for words in (*own, *shared, code):
            assert words in text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("village", ["Thôn", "Nam Bắc Thành", "Xã Cẩm Bình, tỉnh Hà Tĩnh", CODES[20]]),
        ("group", ["Tổ liên gia", "1", "Đường Trục thôn", "Thôn Nam Bắc Thành, xã Cẩm Bình", CODES[21]]),
        ("record", ["Di tích", "Đình làng", "Điểm sơ tán", CODES[22]]),
        ("road", ["Đường", "Trục", "thôn 2", "Thôn Nam Bắc Thành, xã Cẩm Bình", CODES[0]]),
    ],
)
def test_a_board_says_what_and_where(small: tuple[Atlas, Path], name: str, words: list[str]) -> None:
    data, folder = small
    pdf = folder / name / f"{name}-001.pdf"
    (text,) = texts(pdf)
    assert all(word in text for word in words), text
    assert decoded(pdf) == [urls(data, words[-1] if name != "road" else CODES[0])]


def test_a_sheet_has_each_sticker_once(small: tuple[Atlas, Path]) -> None:
    data, folder = small
    (text,) = texts(folder / "sticker" / "sticker-001.pdf")
    all_codes = [*CODES[20:23], *CODES[:5]]
    assert all(text.count(code) == 1 for code in all_codes)
    assert sorted(decoded(folder / "sticker" / "sticker-001.pdf")[0]) == sorted(urls(data, *all_codes))


@pytest.mark.parametrize("name", formats())
def test_black_is_k_only_and_nothing_is_rgb(small: tuple[Atlas, Path], name: str) -> None:
    _, folder = small
    reader = PdfReader(folder / name / f"{name}-001.pdf", strict=True)
    fills: set[tuple[str, ...]] = set()
    strokes: set[tuple[str, ...]] = set()
    for page in reader.pages:
        assert "/Group" not in page  # a transparency group could turn K into four colours
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        assert "/XObject" not in resources
        content = ContentStream(page["/Contents"], reader)
        for operands, operator in content.operations:
            assert operator not in {
                b"g",
                b"G",
                b"rg",
                b"RG",
                b"cs",
                b"CS",
                b"sc",
                b"scn",
                b"SC",
                b"SCN",
                b"sh",
            }
            if operator in (b"k", b"K"):
                (fills if operator == b"k" else strokes).add(tuple(f"{float(part):.2f}" for part in operands))
    assert fills == {BLACK, WHITE, GREEN}
    assert strokes <= {BLACK, WHITE}


@pytest.mark.parametrize(
    ("name", "media", "bleed", "trim"),
    [
        ("household", (120, 170), (106, 156), (100, 150)),
        ("road", (320, 220), (306, 206), (300, 200)),
        ("group", (320, 220), (306, 206), (300, 200)),
        ("record", (320, 220), (306, 206), (300, 200)),
        ("village", (620, 420), (606, 406), (600, 400)),
        ("sticker", (210, 297), (210, 297), (210, 297)),
    ],
)
def test_page_boxes(
    small: tuple[Atlas, Path],
    name: str,
    media: tuple[int, int],
    bleed: tuple[int, int],
    trim: tuple[int, int],
) -> None:
    assert boxes(small[1] / name / f"{name}-001.pdf") == (media, bleed, trim)


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize(
    ("address", "is_sample"),
    [("https://lang.example", True), ("https://a.example.org", True), ("https://example.vn", False)],
)
def test_a_plate_of_a_reserved_domain_says_so(
    tmp_path: Path, name: str, address: str, is_sample: bool
) -> None:
    (pdf,) = write_plates(atlas(tmp_path, EVERYTHING | site(address)), tmp_path / "out", formats=[name])
    for text in texts(pdf):
        assert ("MẪU" in text) == is_sample


def test_equal_bytes_whatever_the_hash_seed(tmp_path: Path, small: tuple[Atlas, Path]) -> None:
    _, folder = small
    program = (
        "import sys; from pathlib import Path; from village_site.plates import write_plates;"
        "from tests.plates.support import atlas, site; from tests.plates.test_print import EVERYTHING, REAL;"
        "root = Path(sys.argv[1]); write_plates(atlas(root, EVERYTHING | site(REAL)), root / 'plates')"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], env=environment, check=True)
    files = sorted(path.relative_to(folder) for path in folder.rglob("*.*"))
    assert len(files) == 2 * len(formats())
    for file in files:
        assert (tmp_path / "plates" / file).read_bytes() == (folder / file).read_bytes()


def test_the_list_states_module_and_distance(small: tuple[Atlas, Path]) -> None:
    _, folder = small
    with (folder / "household" / "plates.csv").open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    assert first == {
        "file": "household-001.pdf",
        "page": "1",
        "code": CODES[1],
        "kind": "household",
        "village": VILLAGE,
        "name": "Số 12, Đường Trục thôn 2",
        "module_mm": "2.40",
        "read_from_m": "1.6",
    }
    text = texts(folder / "household" / "household-001.pdf")[0]
    assert "ô mã 2,40 mm · quét được từ khoảng 1,6 m" in text
