"""Pictures beside shared links: their words fit, their bytes are few and always the same."""

import io
import re
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from selectolax.lexbor import LexborHTMLParser

from tests.pages.support import one
from tests.site.conftest import Sample, sample
from tests.support import atlas
from village_site.social import Sign, sign_of, signs, write_social
from village_site.social.draw import draw

__all__ = ["sample"]
SIGN = Sign("x.png", "Thôn", "Nam Bắc Thành", "xã Cẩm Bình · tỉnh Hà Tĩnh", "lang.example")
LONG = (
    "Liên khu dân cư Nghĩa Trưởng Ngoãng Khuỵu Nguyễn Trường Tộ Số Mười Bảy và Các Xóm Lân Cận Bên Kia Sông"
)
MARGIN = 60
"""Between the plate's white frame, which ends at 30, and its words."""


def picture(sign: Sign) -> Image.Image:
    return Image.open(io.BytesIO(draw(sign)))


def words_of(sign: Sign) -> tuple[int, int, int, int]:
    """Where a picture differs from the empty plate."""
    empty = replace(sign, kind="", name="", where="", domain="")
    box = ImageChops.difference(picture(sign).convert("L"), picture(empty).convert("L")).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("name", ["Ẵ", "Nam Bắc Thành", LONG, "x" * 200, "Một hai " * 30])
@pytest.mark.parametrize("where", ["", "xã Cẩm Bình · tỉnh Hà Tĩnh", "xã rất dài " * 20])
def test_the_words_stay_within_the_plate(name: str, where: str) -> None:
    left, top, right, bottom = words_of(replace(SIGN, name=name, where=where))
    assert left >= MARGIN
    assert right <= 1200 - MARGIN
    assert top >= 40
    assert bottom <= 630 - 40


def test_a_short_name_is_larger_than_a_long_one() -> None:
    short, long = (words_of(Sign("x.png", "", name, "", "")) for name in ("Liên Hà", LONG))
    assert short[3] - short[1] > 100
    assert long[2] - long[0] > short[2] - short[0]
    one_line = (long[3] - long[1]) / 4
    assert 40 < one_line < 100


def test_it_is_a_small_png_of_the_size_that_is_told() -> None:
    for name in ("Liên Hà", "Nam Bắc Thành", LONG):
        data = draw(replace(SIGN, name=name))
        assert len(data) <= 25_000
        image = Image.open(io.BytesIO(data))
        assert (image.format, image.mode, image.size) == ("PNG", "P", (SIGN.width, SIGN.height))
        assert image.convert("RGB").getpixel((5, 5)) == (10, 82, 55)


def test_equal_words_give_equal_bytes_and_other_words_others() -> None:
    assert draw(SIGN) == draw(replace(SIGN))
    for other in ({"kind": "Ấp"}, {"name": "Liên Hà"}, {"where": ""}, {"domain": "khac.example"}):
        assert draw(replace(SIGN, **other)) != draw(SIGN)  # type: ignore[arg-type]


def test_what_was_drawn_is_kept_and_what_is_stale_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_net(*_: object, **__: object) -> None:
        raise AssertionError("asks the network")

    monkeypatch.setattr(socket.socket, "connect", no_net)
    found = atlas(tmp_path)
    cache = tmp_path / "cache"
    write_social(found, tmp_path / "one", cache)
    kept = sorted(path.name for path in cache.iterdir())
    assert len(kept) == len(list(signs(found))) == 3, "the site, a commune, a village"
    (cache / "0123.png").write_bytes(b"old")
    (cache / kept[0]).write_bytes(b"as it was kept")
    write_social(found, tmp_path / "two", cache)
    assert sorted(path.name for path in cache.iterdir()) == kept
    written = [path.read_bytes() for path in sorted((tmp_path / "two").rglob("*.png"))]
    assert b"as it was kept" in written
    write_social(found, tmp_path / "three")
    assert all(path.read_bytes()[:4] == b"\x89PNG" for path in (tmp_path / "three").rglob("*.png"))


def test_each_page_has_the_picture_of_its_village_or_commune(tmp_path: Path) -> None:
    find = sign_of(atlas(tmp_path))
    village, commune = "assets/social/thon/nam-bac-thanh.png", "assets/social/xa/cam-binh.png"
    expected = {
        "thon/nam-bac-thanh/": village,
        "thon/nam-bac-thanh/su-kien/": village,
        "en/thon/nam-bac-thanh/": village,
        "xa/cam-binh/": commune,
        "xa/": "assets/social/site.png",
        "./": "assets/social/site.png",
        "thon/khong-co/": "assets/social/site.png",
    }
    assert {url: find(url).path for url in expected} == expected
    assert find("thon/nam-bac-thanh/").alt == "Thôn Nam Bắc Thành, xã Cẩm Bình · tỉnh Hà Tĩnh"


def test_every_page_of_the_frame_says_what_it_is(sample: Sample) -> None:
    site, seen = "https://lang.example/", 0
    for file in sorted(sample.site.rglob("index.html")):
        html = file.read_text("utf-8")
        if 'class="md-container"' not in html:
            continue
        seen += 1
        head = LexborHTMLParser(html[: html.index("</head>")])
        said = {
            node.attributes.get("property") or node.attributes.get("name"): node.attributes.get("content")
            or ""
            for node in head.css("meta[property], meta[name]")
        }
        path = file.relative_to(sample.site).as_posix()
        assert 20 <= len(said["description"]) <= 330, path
        assert said["og:description"] == said["description"]
        assert said["og:title"]
        assert said["og:title"] in one(head, "title").text()
        assert said["og:locale"] == ("en_US" if path.startswith("en/") else "vi_VN")
        assert said["og:url"] == site + path.removesuffix("index.html")
        image = said["og:image"]
        assert image.startswith(f"{site}assets/social/")
        assert (sample.site / image.removeprefix(site)).is_file()
        assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
        assert said["og:image:alt"]
        assert said["twitter:card"] == "summary_large_image"
    assert seen > 60


def test_a_light_page_has_its_village_s_picture_and_a_hidden_one_none(sample: Sample) -> None:
    line = re.compile(
        r'<meta property="og:image" content="https://lang\.example/(assets/social/thon/[^"]+)">'
    )
    shown = hidden = 0
    for file in sorted((sample.site / "Q").glob("*/index.html")):
        html = file.read_text("utf-8")
        found = line.findall(html)
        if '<meta name="robots" content="noindex">' in html:
            hidden += 1
            assert found == [], file
        elif found:
            shown += 1
            assert (sample.site / found[0]).is_file()
        assert len(html.encode()) <= 14 * 1024
    assert shown == len(sample.atlas.places), "nobody looks for the others by name"
    assert hidden > 20
