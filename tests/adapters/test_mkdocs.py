"""The plugin inside real builds of small sites, with MkDocs and with ProperDocs."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from textwrap import dedent

import pytest

from tests.search.unpacking import pages_in
from tests.support import data_folder
from village_site.codes.alphabet import check_symbol, shown
from village_site.codes.register import digest, file_text

CODE = "2345678" + check_symbol("2345678")
DAY = "2026-11-21"
CONFIG = """
    site_name: Trang thử
    site_url: https://lang.example/
    docs_dir: content
    theme: {name: material, language: vi, font: false}
    nav: [index.md, xa/index.md]
    plugins:
      - search
      - villages: {day: "2026-11-21"}
"""
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def project(tmp_path: Path, files: dict[str, str] | None = None, config: str = CONFIG) -> Path:
    """A small project with one coded road."""
    text = file_text([(CODE, "road", "nam-bac-thanh/truc-1")])
    road = f"- {{id: truc-1, name: Đường Trục 1, code: {shown(CODE)}}}\n"
    register = {f"_register/2026-11-20-{digest(text)}.csv": text}
    data_folder(tmp_path, {"nam-bac-thanh/roads.yml": road, **register, **(files or {})})
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Chào bà con\n\n<!-- villages:communes -->\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(dedent(config), "utf-8")
    return tmp_path


def build(folder: Path, *options: str, tool: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """One build in a process of its own, as a maintainer runs it."""
    command = [sys.executable, "-m", tool, "build", *options]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def content(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_everything_is_in_its_place(tmp_path: Path) -> None:
    done = build(project(tmp_path), "--strict")
    assert done.returncode == 0, done.stderr
    site, dist = tmp_path / "site", tmp_path / "dist"
    page = (site / "thon" / "nam-bac-thanh" / "index.html").read_text("utf-8")
    assert "<title>Thôn Nam Bắc Thành" in page
    assert "Đường Trục 1" in page
    assert "Thôn Nam Bắc Thành" in (site / "index.html").read_text("utf-8")
    assert (site / "xa" / "cam-binh" / "index.html").is_file()
    assert (site / "xa" / "index.html").is_file()
    assert "Đường Trục 1" in (site / "Q" / CODE / "index.html").read_text("utf-8")
    assert (dist / "qr" / f"{CODE}.svg").is_file()
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) == [".cache"]
    (entry,) = [doc for doc in pages_in(site) if doc["location"] == "thon/nam-bac-thanh/"]
    assert entry["title"] == "Thôn Nam Bắc Thành"
    assert "xã Cẩm Thành" in entry["text"]
    roads = json.loads((site / "data" / "v1" / "road.json").read_text("utf-8"))
    assert roads == [
        {
            "village": "nam-bac-thanh",
            "id": "truc-1",
            "name": "Đường Trục 1",
            "illustrative": False,
            "confirmed": True,
        }
    ]


def test_light_pages_are_in_no_sitemap(tmp_path: Path) -> None:
    build(project(tmp_path))
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text("utf-8")
    assert "/thon/nam-bac-thanh/" in sitemap
    assert "/Q/" not in sitemap


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    first = project(tmp_path / "one")
    second = project(tmp_path / "two")
    built = []
    for folder in (first, second):
        assert build(folder).returncode == 0
        built.append({**content(folder / "site"), **content(folder / "dist")})
    assert built[0] == built[1]


def test_bad_data_stops_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    folder = project(tmp_path)
    assert build(folder).returncode == 0
    before = {**content(folder / "site"), **content(folder / "dist")}
    roads = folder / "villages" / "nam-bac-thanh" / "roads.yml"
    roads.write_text(roads.read_text("utf-8") + "- {id: r2, nane: B}\n", "utf-8")
    done = build(folder)
    assert done.returncode == 1
    assert "villages/nam-bac-thanh/roads.yml:2:3: thiếu mục “name” – thêm dòng “name: …”" in done.stderr
    assert "villages/nam-bac-thanh/roads.yml:2:12: không có mục “nane” – có phải “name”?" in done.stderr
    assert "Traceback" not in done.stderr
    assert {**content(folder / "site"), **content(folder / "dist")} == before


@pytest.mark.parametrize("name", ["thon/nam-bac-thanh/index.md", "thon/nam-bac-thanh.md", "xa/index.md"])
def test_a_hand_written_page_in_the_way_is_an_error(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path)
    page = folder / "content" / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("# Trang viết tay\n", "utf-8")
    done = build(folder)
    assert done.returncode == 1
    assert f"{name}: this page is made from the data as " in done.stderr
    assert "Traceback" not in done.stderr


def test_the_folder_of_the_codes_is_kept_free(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "content" / "Q").mkdir()
    (folder / "content" / "Q" / "ghi-chu.md").write_text("# Ghi chú\n", "utf-8")
    done = build(folder)
    assert done.returncode == 1
    assert "Q/ghi-chu.md: the folder Q/ is kept for the codes" in done.stderr


@pytest.mark.parametrize("option", ["dey: x", "day: 5", "day: hôm nay", "lang: fr"])
def test_a_mistaken_option_is_told(tmp_path: Path, option: str) -> None:
    folder = project(tmp_path, config=CONFIG.replace('{day: "2026-11-21"}', f"{{{option}}}"))
    done = build(folder, "--strict")
    assert done.returncode == 1
    assert option.partition(":")[0] in done.stderr
    assert "Traceback" not in done.stderr


def test_properdocs_builds_the_same_site(tmp_path: Path) -> None:
    ours, theirs = project(tmp_path / "one"), project(tmp_path / "two")
    for folder, tool in ((ours, "mkdocs"), (theirs, "properdocs")):
        done = build(folder, tool=tool)
        assert done.returncode == 0, done.stderr
    one, two = content(ours / "site"), content(theirs / "site")
    assert one.keys() == two.keys()
    different = [name for name in one if one[name] != two[name]]
    assert all(_named_alike(one[name]) == _named_alike(two[name]) for name in different), different
    assert content(ours / "dist") == content(theirs / "dist")


def _named_alike(page: bytes) -> bytes:
    """A page without the name and version of the program that made it."""
    import re

    return re.sub(rb'<meta name="generator" content="[^"]*">', b"", page)


def serve(folder: Path, port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    return subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def fetch(url: str, wanted: str, seconds: float = 30) -> str:
    """A page once it holds `wanted`; its last text when it never does."""
    text = ""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                text = answer.read().decode("utf-8")
        except OSError:
            text = ""
        if wanted in text:
            return text
        time.sleep(0.1)
    return text


def test_serving_shows_changes_and_keeps_the_last_good_data(tmp_path: Path, free_port: int) -> None:
    folder = project(tmp_path)
    roads = folder / "villages" / "nam-bac-thanh" / "roads.yml"
    good = roads.read_text("utf-8")
    page, card = (f"http://127.0.0.1:{free_port}/{path}" for path in ("thon/nam-bac-thanh/", f"Q/{CODE}/"))
    server = serve(folder, free_port)
    try:
        assert "Đường Trục 1" in fetch(page, "Đường Trục 1")
        roads.write_text(good.replace("Đường Trục 1", "Đường Cây Gạo"), "utf-8")
        assert "Đường Cây Gạo" in fetch(page, "Đường Cây Gạo")
        assert "Đường Cây Gạo" in fetch(card, "Đường Cây Gạo")
        roads.write_text(good.replace("name:", "nane:"), "utf-8")
        broken = "roads.yml:1:16: không có mục “nane”"
        for url in (page, card):
            text = fetch(url, broken)
            assert broken in text
            assert "Đường Cây Gạo" in text
        roads.write_text(good, "utf-8")
        text = fetch(page, "Đường Trục 1")
        assert "Đường Trục 1" in text
        assert "không có mục" not in text
    finally:
        server.terminate()
        server.wait(10)
