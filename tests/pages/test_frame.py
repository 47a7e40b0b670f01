"""The frame around the pages: the project's own overrides in a real build, with markup in the data."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.pages.data import RICH
from tests.pages.support import one, words
from tests.support import BASE, data_folder

PROJECT = Path(__file__).resolve().parents[2]
NAME = "Nam <b>Bắc</b> & Thành"
SEARCH_NAMES = ("Tìm trong cả trang", "Search the whole site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's mkdocs.yml, frame and hand-written pages over a small data folder."""
    folder = tmp_path_factory.mktemp("frame")
    village = re.sub(r"name: Nam Bắc Thành", f"name: {NAME}", RICH["nam-bac-thanh/village.yml"])
    units = BASE["_units/ha-tinh.yml"].replace("name: Hà Tĩnh", "name: Hà <b>Tĩnh</b>")
    sources = RICH["_sources.yml"]
    data_folder(
        folder, {"nam-bac-thanh/village.yml": village, "_units/ha-tinh.yml": units, "_sources.yml": sources}
    )
    for name in ("overrides", "content"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "REPO_URL": "https://git.example/kho", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


def tree(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path).read_text("utf-8"))


def test_names_from_the_data_are_text_in_the_frame_too(site: Path) -> None:
    page = tree(site, "thon/nam-bac-thanh/index.html")
    assert words(one(page, "title")).startswith(f"Thôn {NAME} – ")
    assert words(one(page, "h1")) == f"Thôn {NAME}"
    description = one(page, "meta[name=description]").attributes["content"]
    assert (description or "").startswith(f"Thôn {NAME}, xã Cẩm Bình")
    assert page.css("title b, h1 b, header b") == []
    index = tree(site, "xa/index.html")
    assert {words(node) for node in index.css(".md-nav--secondary [href='#ha-tinh']")} == {
        "Tỉnh Hà <b>Tĩnh</b>"
    }


def test_every_page_has_a_description_one_heading_and_its_language(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        if not page.css(".md-container"):
            continue  # a light page
        assert (one(page, "meta[name=description]").attributes["content"] or "").strip(), path
        assert len(page.css("h1")) == 1, path
        assert one(page, "html").attributes["lang"] == ("en" if (site / "en") in path.parents else "vi")
        assert one(page, ".md-search [role=search]").attributes["aria-label"] in SEARCH_NAMES


def test_no_page_loads_from_another_host(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        loads = [node.attributes.get("src") or "" for node in page.css("[src]")]
        loads += [node.attributes["href"] or "" for node in page.css("link:not([rel=canonical], [hreflang])")]
        assert [address for address in loads if "//" in address] == [], path
        assert page.css("[data-md-component=source]") == []  # Material would ask api.github.com for stars
    css = (site / "assets" / "villages.css").read_text("utf-8")
    assert "url(" not in css
    assert "@import" not in css


def test_the_menu_knows_where_a_village_belongs(site: Path) -> None:
    page = tree(site, "thon/nam-bac-thanh/index.html")
    assert words(one(page, ".md-tabs__item--active")) == "Xã và thôn"
    menu = [
        words(node)
        for node in page.css(".vs-nav > ul > li > .vs-nav__link, .vs-nav > ul > li > .vs-nav__title")
    ]
    assert menu == [words(node) for node in page.css(".md-tabs__item")]
    assert not page.css(".vs-nav [href*='nam-bac-thanh']"), "a menu does not grow with the villages"


def test_edit_links_open_the_data_and_the_hand_written_page(site: Path) -> None:
    village = tree(site, "thon/nam-bac-thanh/index.html")
    edit = "https://git.example/kho/edit/main"
    assert one(village, ".vs-edit a").attributes["href"] == f"{edit}/villages/nam-bac-thanh/village.yml"
    home = tree(site, "index.html")
    assert one(home, ".vs-edit a").attributes["href"] == f"{edit}/content/index.md"


def test_home_lists_villages_and_offers_search(site: Path) -> None:
    home = tree(site, "index.html")
    assert one(home, ".vs-village-list a").attributes["href"] == "thon/nam-bac-thanh/"
    assert one(home, "form.vs-search input").attributes["name"] == "q"
    assert "<!-- villages:" not in (home.html or "")


def test_a_lost_reader_is_told_the_way_in_vietnamese(site: Path) -> None:
    page = tree(site, "404.html")
    assert words(one(page, "h1")) == "Không có trang ở địa chỉ này"
    assert one(page, "#home").attributes["href"] == "/"
