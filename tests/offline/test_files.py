"""What stands at the site's root for phones that keep pages."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from tests.site.conftest import Sample
from tests.support import atlas
from village_site.moving import write_redirects
from village_site.offline import registration, registration_script, retiring_worker
from village_site.offline.icons import ICONS, Icon, draw
from village_site.offline.page import fallback_page
from village_site.offline.worker import worker
from village_site.offline.write import write_offline

NEWER = re.compile(
    r"\?\.|\?\?|\|\|=|&&=|catch \{|\.(?:flat|flatMap|replaceAll|at|fromEntries|allSettled|hasOwn)\("
)
"""What came with ECMAScript 2019 and later, as far as it can be told from the text."""


def test_every_page_asks_for_the_worker_at_the_root(sample: Sample) -> None:
    count = 0
    for path in sample.site.rglob("*.html"):
        page = LexborHTMLParser(path.read_text("utf-8"))
        (script,) = page.css("script[data-sw]")
        root = "/" if path.name == "404.html" else "../" * (len(path.relative_to(sample.site).parts) - 1)
        assert script.attributes["data-sw"] in (f"{root}sw.js", f"./{root}sw.js"), path
        assert ("data-lost" in script.attributes) == (path.name == "404.html"), path
        if "src" in script.attributes:
            file = path.parent / str(script.attributes["src"])
            assert file.read_text("utf-8") == registration_script(), path
        else:
            assert script.text() == registration_script(), path
        count += 1
    assert count > 140


def test_the_script_of_every_page_is_small_and_as_old_as_phones_are() -> None:
    assert len(registration("../../")) < 800
    assert not re.search(r"=>|`|\b(?:let|const|class|async)\b", registration_script())


def test_the_workers_need_nothing_newer_than_old_phones_have() -> None:
    for script in (worker("", ()), retiring_worker()):
        assert NEWER.findall(script) == []
        assert "http" not in script
    assert NEWER.search("a?.b")


def test_the_net_has_three_seconds(sample: Sample) -> None:
    text = (sample.site / "sw.js").read_text("utf-8")
    assert "const PATIENCE = 3000;" in text
    assert len(text) < 12_000
    assert not re.search(r"Q/\w|thon/\w", text), "it knows no page by name"


def test_the_worker_is_another_when_its_fallback_page_is(tmp_path: Path) -> None:
    assert worker("a", ["x", "b"]) == worker("a", ["b", "x"])
    assert worker("a", ()) != worker("b", ())
    found = atlas(tmp_path)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_offline(found, tmp_path / name)
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("one", "two")
    )
    assert one == two
    assert len(one) == 8


def test_the_fallback_page_is_light_and_holds_no_number_that_can_change(tmp_path: Path) -> None:
    html = fallback_page(atlas(tmp_path))
    assert len(html.encode()) < 14 * 1024
    page = LexborHTMLParser(html)
    numbers = [link.attributes["href"] for link in page.css("[href^=tel]")]
    assert numbers == ["tel:115", "tel:114", "tel:113", "tel:112"]
    assert len(page.css("html[lang=vi]")) == len(page.css("meta[name=robots][content=noindex]")) == 1
    (english,) = page.css("section[lang=en]")
    assert "No connection" in english.text()
    others = [link.attributes["href"] for link in page.css("a:not([href^=tel])")]
    assert others == ["../", ""], "links that the worker makes whole, and the address that was asked for"


def test_the_manifest_says_what_phones_ask_for(sample: Sample) -> None:
    told = json.loads((sample.site / "manifest.webmanifest").read_text("utf-8"))
    assert told["name"] == "Trang mẫu của các thôn"
    assert told["lang"] == "vi"
    assert told["start_url"] == told["scope"] == "./"
    assert told["display"] in ("standalone", "minimal-ui")
    assert told["theme_color"] == "#0a5237"
    for icon in told["icons"]:
        data = (sample.site / icon["src"]).read_bytes()
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", data[16:24])
        assert icon["sizes"] == f"{width}x{height}"
        assert len(data) < 8 * 1024
    assert {(icon["sizes"], icon["purpose"]) for icon in told["icons"]} == {
        (size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")
    }


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.file)
def test_the_icons_are_what_is_drawn(sample: Sample, icon: Icon) -> None:
    with Image.open(sample.site / icon.path) as kept:
        dots = np.asarray(kept.convert("RGBA"))
    assert np.array_equal(dots, np.asarray(draw(icon)))
    assert dots[0, 0, 3] == (255 if icon.maskable else 0)
    house = np.argwhere(dots[:, :, 0] > 100)  # the green has little red
    assert len(house) > icon.size**2 / 10
    if icon.maskable:
        from_the_middle = np.hypot(*(house - icon.size / 2).T)
        assert from_the_middle.max() <= 0.4 * icon.size, "no launcher cuts it"


def test_what_is_left_behind_takes_the_worker_away(tmp_path: Path) -> None:
    write_redirects(atlas(tmp_path), "https://moi.example", tmp_path / "move")
    assert (tmp_path / "move" / "sw.js").read_text("utf-8") == retiring_worker()
    assert "unregister" in retiring_worker()


def test_hosts_are_told_to_ask_for_the_worker_anew(sample: Sample) -> None:
    assert "/sw.js\n  Cache-Control: no-cache\n" in (sample.site / "_headers").read_text("utf-8")
