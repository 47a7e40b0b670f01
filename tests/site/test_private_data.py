"""The whole build with a private folder beside it: published with consent, gone without."""

from __future__ import annotations

import io
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from PIL import Image
from PIL.Image import Exif

from tests.adapters.test_mkdocs import CONFIG
from tests.site.conftest import villages
from tests.support import BASE, DAY, data_folder
from village_site.codes.alphabet import new_code, shown
from village_site.codes.register import digest, file_text

NAME = "Nguyễn Thị Minh Hoạ Mẫu"
PHONE = "0912 000 111"
VILLAGE = "nam-bac-thanh"
HOUSE = f"{VILLAGE}/ho-01"
CODE, ROAD_CODE, VILLAGE_CODE = (new_code(lambda _: False, random.Random(seed).choice) for seed in range(3))
REGISTER = file_text(
    [
        (CODE, "household", HOUSE),
        (ROAD_CODE, "road", f"{VILLAGE}/truc-thon-1"),
        (VILLAGE_CODE, "village", VILLAGE),
    ]
)
PUBLIC = {
    f"{VILLAGE}/village.yml": f"{dedent(BASE[f'{VILLAGE}/village.yml'])}code: {shown(VILLAGE_CODE)}\n",
    f"{VILLAGE}/duong.yml": f"- {{mã riêng: truc-thon-1, tên: Đường Trục, mã: {shown(ROAD_CODE)}}}\n",
    f"{VILLAGE}/ho.yml": f"- {{mã riêng: ho-01, đường: truc-thon-1, số nhà: 2, mã: {shown(CODE)}}}\n",
    f"_register/2026-11-20-{digest(REGISTER)}.csv": REGISTER,
}
PAGES = ("index.md", "gioi-thieu.md")
OPTIONS = ("--day", DAY.isoformat())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with one household, and a private folder for it."""
    folder = tmp_path_factory.mktemp("private") / "project"
    data_folder(folder, PUBLIC)
    (folder / "mkdocs.yml").write_text(dedent(CONFIG), "utf-8")
    (folder / "content").mkdir()
    for page in PAGES:
        (folder / "content" / page).write_text("# Chào bà con\n", "utf-8")
    private = folder / "private" / VILLAGE
    private.mkdir(parents=True)
    (private / "ho.yml").write_text(
        f"- mã riêng: ho-01\n  họ tên: {NAME}\n  điện thoại: {PHONE}\n  nghề: đan nón lá mẫu\n"
        "  ảnh: {tệp: nha.jpg, mô tả: Cổng nhà}\n",
        "utf-8",
    )
    (private / "dong-y.yml").write_text(
        "- mã riêng: phieu-1\n  hộ: ho-01\n  đồng ý đăng: [họ tên, điện thoại, ảnh, 'nghề, dịch vụ']\n"
        "  phạm vi: [trang sau mã QR, trang thôn]\n  mẫu phiếu: ĐY-1\n  ngày: 01/10/2026\n"
        "  người đồng ý: chủ hộ\n  số hồ sơ giấy: 12/2026\n",
        "utf-8",
    )
    exif = Exif()
    exif[0x010E] = "chup o dau"
    Image.effect_mandelbrot((400, 300), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(
        private / "nha.jpg", exif=exif
    )
    return folder


@pytest.fixture
def copied(project: Path, tmp_path: Path) -> Path:
    """The project, to be changed."""
    shutil.copytree(project, tmp_path / "project")
    return tmp_path / "project"


def texts(folder: Path) -> dict[str, str]:
    """Every text file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8", errors="replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".jpg"
    }


def test_what_was_agreed_to_is_published_and_gone_once_withdrawn(copied: Path) -> None:
    done = villages(copied, "site", *OPTIONS)
    assert (done.returncode, done.stderr) == (0, "")
    before = texts(copied / "site")
    assert {path for path, text in before.items() if NAME in text} == {
        f"Q/{CODE}/index.html", f"thon/{VILLAGE}/index.html",
    }  # fmt: skip
    photo = (copied / "site" / "Q" / CODE / "anh.jpg").read_bytes()
    assert not Image.open(io.BytesIO(photo)).getexif()

    assert villages(copied, "consents", "withdraw", HOUSE, *OPTIONS).returncode == 0
    done = villages(copied, "site", *OPTIONS)
    assert (done.returncode, done.stderr) == (0, "")
    after = texts(copied / "site")
    said = "\n".join(after.values()) + "\n".join(after)
    for value in (NAME, PHONE, "912000111", "đan nón lá mẫu", "anh.jpg"):
        assert value not in said
    assert not (copied / "site" / "Q" / CODE / "anh.jpg").exists()
    assert "Số 2" in after[f"Q/{CODE}/index.html"], "the code's page lives on"
    assert "\n".join(texts(copied / "private").values()).count(NAME) == 0


def _in_a_village(project: Path) -> None:
    path = project / "villages" / VILLAGE / "village.yml"
    path.write_text(f"{path.read_text('utf-8')}directions: Hỏi nhà bà {NAME.upper()}.\n", "utf-8")


def _in_a_page(project: Path) -> None:
    path = project / "content" / "gioi-thieu.md"
    path.write_text(f"{path.read_text('utf-8')}\nGọi 0912.000.111 để hỏi.\n", "utf-8")


@pytest.mark.parametrize("leak", [_in_a_village, _in_a_page])
def test_a_withdrawn_value_left_elsewhere_stops_the_build(copied: Path, leak: Callable[[Path], None]) -> None:
    assert villages(copied, "consents", "withdraw", HOUSE, *OPTIONS).returncode == 0
    leak(copied)
    (copied / "site").mkdir()
    (copied / "site" / "index.html").write_text("trang cũ", "utf-8")
    done = villages(copied, "site", *OPTIONS)
    assert done.returncode == 1
    assert "đã rút lại hoặc chưa được đồng ý vẫn còn trong" in done.stderr
    assert NAME.lower() not in done.stderr.lower()
    assert "Traceback" not in done.stderr
    assert texts(copied / "site") == {"index.html": "trang cũ"}, "the old site is untouched"


def test_without_consent_the_plain_page_is_built_and_the_command_says_so(copied: Path) -> None:
    (copied / "private" / VILLAGE / "dong-y.yml").unlink()
    done = villages(copied, "site", *OPTIONS)
    assert done.returncode == 1
    assert done.stderr.count("chưa có phiếu đồng ý nào nêu") == 4
    assert NAME not in done.stderr
    said = texts(copied / "site")
    assert "Số 2" in said[f"Q/{CODE}/index.html"]
    assert all(NAME not in text for text in said.values())
    assert villages(copied, "site", "--withhold", *OPTIONS).returncode == 0
