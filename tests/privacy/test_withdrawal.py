"""Withdrawn is gone: the command, and the search of everything that was written."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from tests.privacy.support import CONSENT, NAME, PERSONAL, PHONE, site_folder
from tests.support import DAY
from village_site import site
from village_site.atlas import Atlas
from village_site.cli import main
from village_site.codes import assign
from village_site.dataset import load
from village_site.model.personal import CONSENTS
from village_site.privacy.leftovers import in_words, leftovers
from village_site.problems import Problem

BOTH = {"ho.yml": PERSONAL, "dong-y.yml": CONSENT}
PHOTO = "  ảnh: {tệp: nha.png, mô tả: Nhà}\n"


def opened(root: Path) -> Atlas:
    """The data with codes issued."""
    found, _ = load(root)
    assert found is not None
    assign.plan(found, DAY).apply()
    return site.open_atlas(root, DAY)[0]


def withdraw(root: Path, *options: str) -> int:
    """The command, for the one household."""
    return main(
        ["consents", "withdraw", "nam-bac-thanh/ho-1", "--data", str(root), "--day", "2026-11-21", *options]
    )


def private(root: Path, name: str) -> str:
    """A file of the village's private folder."""
    return (root.parent / "private" / "nam-bac-thanh" / name).read_text("utf-8")


def found_in(tmp_path: Path, atlas: Atlas, name: str, text: str) -> list[Problem]:
    """What is found in a site of one file."""
    out = tmp_path / "out"
    path = out / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    problems = leftovers(atlas, out)
    path.unlink()
    return problems


def photo(path: Path, *, size: tuple[int, int] = (320, 200), turn: int = 0) -> None:
    """A picture with a pattern of its own."""
    picture = Image.effect_mandelbrot(size, (-2.0 + turn / 10, -1.2, 1.0, 1.2), 60).convert("RGB")
    picture.save(path)


def test_withdrawing_deletes_the_values_and_keeps_the_rest(tmp_path: Path) -> None:
    root = site_folder(tmp_path, BOTH)
    assert withdraw(root) == 0
    houses, consents = private(root, "ho.yml"), private(root, "dong-y.yml")
    assert houses == "# Ghi theo phiếu giấy.\n- mã riêng: ho-1\n- mã riêng: ho-2\n"
    before = "\n".join(line.strip() for line in CONSENT.strip().splitlines())
    after = "\n".join(line.strip() for line in consents.strip().splitlines())
    assert after.startswith(before)
    assert "\n  rút lại: 21/11/2026\n" in consents
    atlas = opened(root)
    (consent,) = atlas.places[0].folder.of(CONSENTS)
    assert len(consent.traces) == 8, "name, trade and title as written and without accents, phone, place"
    assert NAME not in consents
    assert withdraw(root) == 0, "a second time changes nothing"
    assert (private(root, "ho.yml"), private(root, "dong-y.yml")) == (houses, consents)


def test_a_part_is_withdrawn_by_a_further_consent(tmp_path: Path) -> None:
    root = site_folder(tmp_path, BOTH)
    assert withdraw(root, "--field", "điện thoại") == 0
    assert "điện thoại" not in private(root, "ho.yml")
    assert NAME in private(root, "ho.yml")
    atlas = opened(root)
    house = atlas.places[0].folder.records["household"][0]
    assert house.person == NAME  # type: ignore[attr-defined]
    first, part = atlas.places[0].folder.of(CONSENTS)
    assert (first.withdrawn, [data.term.en for data in part.fields]) == (None, ["phone"])
    assert len(part.traces) == 1


def test_a_photograph_is_deleted_too(tmp_path: Path) -> None:
    agreed = CONSENT.replace("[họ tên,", "[ảnh, họ tên,")
    root = site_folder(tmp_path, {"ho.yml": "- mã riêng: ho-1\n" + PHOTO, "dong-y.yml": agreed})
    file = tmp_path / "private" / "nam-bac-thanh" / "nha.png"
    photo(file)
    assert opened(root).withheld == ()
    assert withdraw(root) == 0
    assert not file.exists()
    out = tmp_path / "out"
    out.mkdir()
    photo(out / "khac.png", turn=9)
    atlas = site.open_atlas(root, DAY)[0]
    assert leftovers(atlas, out) == []
    other = io.BytesIO()
    photo(file, size=(640, 400))
    Image.open(file).save(other, "JPEG", quality=60)
    (out / "an-o-day.jpg").write_bytes(other.getvalue())
    assert [problem.params["path"] for problem in leftovers(atlas, out)] == ["out/an-o-day.jpg"]


@pytest.mark.parametrize("gone", ["deleted", "withheld"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("thon/a/index.html", f"<p>Hỏi ông {NAME}.</p>"),
        ("thon/a/index.html", "<p>Hỏi ông Nguyễn <b>Văn</b>\n Mẫu.</p>"),
        ("thon/a/index.html", '<a title="Nguyễn Văn Mẫu">x</a>'),
        ("thon/a/index.html", "<p>Hỏi ông nguyen van mau.</p>"),
        ("thon/a/index.html", "<p>NGUYỄN VĂN MẪU</p>"),
        ("thon/a/index.html", "<p>Nguye\u0302\u0303n Va\u0306n Ma\u0302\u0303u</p>"),
        ("thon/a/index.html", "<p>Nguy&#7877;n V&#259;n M&#7851;u</p>"),
        ("thon/a/index.html", '<a href="tel:+84912000111">Gọi</a>'),
        ("thon/a/index.html", "<p>0239 389 2689 - 0912.000.111</p>"),
        ("thon/a/index.html", "<p>(+84) 912 000 111</p>"),
        ("thon/a/index.html", '<a href="geo:18.27511,105.98122">Đi</a>'),
        ("thon/a/index.html", '<a href="https://ban-do.example/@18.275110,105.981220,17z">Đi</a>'),
        ("data/v1/x.json", json.dumps({"a": [NAME]})),
        ("data/v1/x.geojson.json", '{"coordinates": [105.98122, 18.27511]}'),
        ("thon/a/map.geojson", '{"coordinates":[105.98122,18.27511]}'),
        ("thon/a/map.geojson", json.dumps({"name": NAME})),
        ("thon/a/la.unknown", NAME),
        ("_headers", f"# {NAME}"),
        ("thon/a/anh/nguyen-van-mau.css", "x"),
        ("thon/a/van-ban/nguyen-van-mau.pdf", "x"),
        ("search/search_index.json", json.dumps({"docs": [{"text": PHONE}]}, ensure_ascii=False)),
        ("sitemap.xml", "<url><loc>https://lang.example/nguyen-van-mau/</loc></url>"),
        ("feed.xml", f"<title>{NAME}</title>"),
        ("codes.csv", f'1,"{NAME}"'),
    ],
)
def test_whatever_is_left_is_found_in_whatever_was_written(
    tmp_path: Path, gone: str, name: str, text: str
) -> None:
    root = site_folder(tmp_path, BOTH if gone == "deleted" else {"ho.yml": PERSONAL})
    if gone == "deleted":
        assert withdraw(root) == 0
    atlas = opened(root)
    problems = found_in(tmp_path, atlas, name, text)
    assert problems, "it stands there and was not found"
    assert {problem.code for problem in problems} == {"trace-left"}
    assert {problem.params["path"] for problem in problems} == {f"out/{name}"}
    assert all(problem.file.startswith("private/") for problem in problems)
    told = " ".join(problem.text("vi") + problem.hint("vi") for problem in problems)
    for value in (NAME, "0912", "18.27"):
        assert value not in told


@pytest.mark.parametrize(
    "text",
    [
        "<p>Nguyễn Văn Mậu, Nguyễn Văn Mầu</p>",
        "<p>0912 000 112, 10912000111</p>",
        "<p>18.2760, 105.9812</p>",
        "<p>bán rau sạch, Vườn mẫu 2025</p>",
    ],
)
def test_another_value_is_no_leftover(tmp_path: Path, text: str) -> None:
    root = site_folder(tmp_path, BOTH)
    assert withdraw(root) == 0
    assert found_in(tmp_path, opened(root), "thon/a/index.html", text) == []


def test_trades_and_titles_are_looked_for_on_the_own_pages(tmp_path: Path) -> None:
    root = site_folder(tmp_path, BOTH)
    assert withdraw(root) == 0
    atlas = opened(root)
    code = next(coded.code for coded in atlas.coded() if getattr(coded.record, "id", "") == "ho-1")
    assert found_in(tmp_path, atlas, f"Q/{code}/index.html", "<p>Bán rau sạch</p>")
    assert found_in(tmp_path, atlas, f"Q/{code}/index.html", "<p>vườn mẫu 2025</p>")


def test_a_name_that_somebody_else_shares_and_agreed_to_show_is_no_leftover(tmp_path: Path) -> None:
    houses = PERSONAL.replace("- mã riêng: ho-2", f"- mã riêng: ho-2\n      họ tên: {NAME}")
    second = CONSENT.replace("phieu-1", "phieu-2").replace("ho-1", "ho-2")
    root = site_folder(tmp_path, {"ho.yml": houses, "dong-y.yml": CONSENT + second})
    assert withdraw(root) == 0
    assert found_in(tmp_path, opened(root), "thon/a/index.html", f"<p>{NAME}</p>") == []


def test_a_plate_with_a_withdrawn_name_is_not_made(tmp_path: Path) -> None:
    root = site_folder(tmp_path, BOTH)
    assert withdraw(root) == 0
    atlas = opened(root)
    assert in_words(atlas, [f"Gần nhà ông {NAME}"], "dist/plates")
    assert in_words(atlas, ["Gần nhà văn hoá"], "dist/plates") == []


def test_nothing_is_searched_where_nobody_withdrew(tmp_path: Path) -> None:
    atlas = opened(site_folder(tmp_path, BOTH))
    assert leftovers(atlas, tmp_path / "no-such-folder") == []


@pytest.mark.parametrize("record", ["nam-bac-thanh/ho-9", "thon-la/ho-1", "ho-1"])
def test_an_unknown_record_is_told(tmp_path: Path, record: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = site_folder(tmp_path, BOTH)
    assert main(["consents", "withdraw", record, "--data", str(root)]) == 1
    assert f"không có hộ hay mục liên hệ nào là “{record}”" in capsys.readouterr().err


def test_a_file_laid_out_unusually_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flow = f"- {{mã riêng: ho-1, họ tên: {NAME}}}\n"
    root = site_folder(tmp_path, {"ho.yml": flow, "dong-y.yml": CONSENT})
    before = private(root, "dong-y.yml")
    assert withdraw(root) == 1
    assert "private/nam-bac-thanh/ho.yml:1:20: " in capsys.readouterr().err
    assert (private(root, "ho.yml"), private(root, "dong-y.yml")) == (flow, before)
