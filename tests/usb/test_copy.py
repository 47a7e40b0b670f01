"""The zip of the sample site: what is in it, and that every link of every page leads to a file of it."""

from __future__ import annotations

import json
import random
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

from selectolax.lexbor import LexborHTMLParser

from tests.site.conftest import Sample
from tests.support import DAY, atlas
from tests.usb.conftest import Stick
from village_site import policy
from village_site.codes.alphabet import new_code
from village_site.codes.register import digest, file_text
from village_site.usb import write_copy


def links(html: str) -> set[str]:
    """Every relative address of a page."""
    found = set()
    for node in LexborHTMLParser(html).css("[href], [src], [action], [poster]"):
        for name in ("href", "src", "action", "poster"):
            url = urlsplit(node.attributes.get(name) or "")
            if not url.scheme and not url.netloc and url.path:
                found.add(unquote(url.path))
    return found


def test_every_link_of_every_page_leads_to_a_file(stick: Stick, sample: Sample) -> None:
    pages = list(stick.folder.rglob("*.html"))
    assert len(pages) + len(codes_of_houses(sample)) > 200
    lost = [
        (page.relative_to(stick.folder).as_posix(), link)
        for page in pages
        for link in links(page.read_text("utf-8"))
        if not (page.parent / link).is_file()
    ]
    assert lost == []


def test_every_page_of_the_site_is_in_it_and_what_only_hosts_read_is_not(
    stick: Stick, sample: Sample
) -> None:
    there = {path.relative_to(sample.site).as_posix() for path in sample.site.rglob("*.html")}
    houses = {f"Q/{code}/index.html" for code in codes_of_houses(sample)}
    assert len(houses) > 5
    assert houses < there
    with ZipFile(stick.zip) as packed:
        names = set(packed.namelist())
    assert {name for name in there if name not in names} == {
        "404.html",
        "Q/index.html",
        "khong-co-mang/index.html",
        *houses,
    }
    assert {"index.html", "DOC-TRUOC.txt", "tim/du-lieu.js", "thon/rach-mau/an-toan/index.html"} <= names
    hosts = (
        "_headers",
        "sitemap",
        "sw.js",
        "manifest",
        ".well-known",
        "search/",
        "assets/javascripts/workers",
    )
    assert [name for name in names if name.startswith(hosts) or name.endswith(".map")] == []


def codes_of_houses(sample: Sample) -> set[str]:
    """Every code that was ever issued for a house, whatever became of the house."""
    register = sample.atlas.dataset.register.by_code
    return {code for code, issued in register.items() if issued.kind == "household"}


def test_no_file_of_the_copy_lists_the_houses(stick: Stick, sample: Sample) -> None:
    """Pages of villages lead to the few that are named there, and to where their pages are."""
    houses = codes_of_houses(sample)
    for path in stick.folder.rglob("*"):
        if path.suffix not in (".html", ".js", ".json", ".csv", ".txt", ".geojson", ".vcf", ".svg", ".ics"):
            continue
        name = path.relative_to(stick.folder).as_posix()
        text = path.read_text("utf-8")
        led_to = {code for code in houses if code in text}
        assert not any(f"../Q/{code}" in text for code in led_to), name
        assert len(led_to) < len(houses) / 2, name


def test_a_house_that_is_gone_is_left_out_as_well(tmp_path: Path) -> None:
    code = new_code(lambda _: False, random.Random(1).choice)
    register = file_text([(code, "household", "nam-bac-thanh/ho-1")])
    data = atlas(tmp_path, {f"_register/2026-11-20-{digest(register)}.csv": register})
    for name in ("index.html", f"Q/{code}/index.html", "Q/AAAA/index.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text("<body>", "utf-8")
    made = write_copy(data, tmp_path / "site", DAY, tmp_path)
    with ZipFile(made.file) as packed:
        assert packed.namelist() == ["DOC-TRUOC.txt", "index.html"]


def test_a_page_that_is_no_utf_8_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<body>", "utf-8")
    (tmp_path / "site" / "cu.html").write_bytes(b"<body><a href=/>Th\xf4n</a>")
    made = write_copy(atlas(tmp_path), tmp_path / "site", DAY, tmp_path)
    with ZipFile(made.file) as packed:
        assert packed.read("cu.html") == b"<body><a href=/>Th\xf4n</a>"


def test_every_page_says_how_old_it_is_and_where_the_newest_is(stick: Stick) -> None:
    for page in stick.folder.rglob("*.html"):
        html = page.read_text("utf-8")
        path = page.relative_to(stick.folder).as_posix().removesuffix("index.html")
        said = (
            "Copied on 21/11/2026; the newest is at"
            if path.startswith("en/")
            else "Bản chép ngày 21/11/2026; bản mới nhất ở"
        )
        top = html[html.index("<body") :][:800]
        assert said in top, path
        assert f'<a href="https://lang.example/{path}"' in top
        assert not policy.is_in(html), path


def test_what_to_open_first_is_told_in_five_lines(stick: Stick) -> None:
    raw = (stick.folder / "DOC-TRUOC.txt").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = raw.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 6
    assert "\n" not in "".join(lines)
    for part in ("21/11/2026", "index.html", "Tìm kiếm", "https://lang.example/"):
        assert part in raw.decode("utf-8-sig")


def test_the_index_is_the_site_s_own(stick: Stick, sample: Sample) -> None:
    script = (stick.folder / "tim" / "du-lieu.js").read_text("utf-8")
    data = json.loads(script.removeprefix("window.VILLAGES_SEARCH=").removesuffix(";\n"))
    for name, path in (("index", "search_index.json"), ("names", "names.json")):
        assert data[name] == json.loads((sample.site / "search" / path).read_text("utf-8"))


def test_equal_sites_equal_bytes_and_no_date_of_today(stick: Stick, sample: Sample, tmp_path: Path) -> None:
    again = write_copy(sample.atlas, sample.site, DAY, tmp_path)
    assert again.file.read_bytes() == stick.zip.read_bytes()
    assert again.size == stick.zip.stat().st_size < 4_000_000
    assert again.file.name == "trang-mau-cua-cac-thon-ngoai-tuyen.zip"
    with ZipFile(again.file) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [*packed.namelist()] == sorted(packed.namelist())
        assert again.count == len(packed.namelist())
        assert packed.testzip() is None
