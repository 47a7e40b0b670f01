"""`mkdocs serve`: pages reload themselves when the data changes, which their policy would forbid."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

from playwright.sync_api import Page

from tests.adapters.test_mkdocs import CODE, CONFIG, build, fetch, project, serve
from village_site.adapters.preview import without_policy
from village_site.policy import light, meta

OVERRIDES = Path(__file__).parents[2] / "overrides"
POLICY = "Content-Security-Policy"


def framed(tmp_path: Path) -> Path:
    """The small project with this project's frame."""
    folder = project(
        tmp_path, config=CONFIG.replace("name: material,", "name: material, custom_dir: overrides,")
    )
    shutil.copytree(OVERRIDES, folder / "overrides")
    return folder


def test_an_open_page_follows_the_data(tmp_path: Path, free_port: int, browser_page: Page) -> None:
    folder = framed(tmp_path)
    roads = folder / "villages" / "nam-bac-thanh" / "roads.yml"
    said: list[str] = []
    browser_page.on("console", lambda line: said.append(line.text))
    server = serve(folder, free_port)
    try:
        for path, before, after in (
            ("thon/nam-bac-thanh/", "Đường Trục 1", "Đường Cây Gạo"),
            (f"Q/{CODE}/", "Đường Cây Gạo", "Đường Cây Đa"),
        ):
            url = f"http://127.0.0.1:{free_port}/{path}"
            assert before in fetch(url, before)
            browser_page.goto(url)
            roads.write_text(roads.read_text("utf-8").replace(before, after), "utf-8")
            browser_page.get_by_text(after).first.wait_for(state="attached", timeout=30_000)
            assert POLICY not in browser_page.content()
    finally:
        server.terminate()
        server.wait()
    assert [line for line in said if "policy" in line.lower()] == []


def test_what_is_built_has_its_policy(tmp_path: Path) -> None:
    folder = framed(tmp_path)
    assert build(folder, "--strict").returncode == 0
    for path in ("index.html", "thon/nam-bac-thanh/index.html", f"Q/{CODE}/index.html"):
        assert (folder / "site" / path).read_text("utf-8").count(POLICY) == 1


def test_what_the_policy_blocks_of_a_hand_written_page_is_told(tmp_path: Path) -> None:
    folder = framed(tmp_path)
    text = '# Chào\n\n<p style="color:red">Đỏ</p>\n\n<script>alert(1)</script>\n\n![](https://evil.example/a.png)\n'
    (folder / "content" / "index.md").write_text(text, "utf-8")
    done = build(folder, "--strict")
    assert done.returncode == 1
    assert (
        'index.md: the pages\' policy makes browsers block style="color:red", <script>, '
        '<img src="https://evil.example/a.png">'
    ) in done.stderr


def test_a_frame_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "content" / "index.md").write_text("# Chào\n\n<script>alert(1)</script>\n", "utf-8")
    done = build(folder, "--strict")
    assert done.returncode == 0, done.stderr
    assert "script-src" not in (folder / "site" / "_headers").read_text("utf-8")


def answer(kind: str, body: bytes) -> tuple[str, dict[str, str], bytes, bool]:
    """What the preview makes of an answer: status, headers, body, and whether the file was closed."""
    closed = False

    class File:
        def __iter__(self) -> Iterator[bytes]:
            return iter((body[:40], body[40:]))

        def close(self) -> None:
            nonlocal closed
            closed = True

    def host(_: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return File()

    begun: list[tuple[str, dict[str, str]]] = []

    def start(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
        begun.append((status, dict(headers)))
        return lambda _: None

    made = b"".join(without_policy(host)({}, start))
    ((status, headers),) = begun
    return status, headers, made, closed


def test_only_the_policy_of_pages_goes() -> None:
    policy = str(meta(light("a{}")))
    page = f"<!doctype html><head><meta charset=utf-8>{policy}<title>Đường</title></head>".encode()
    left = page.replace(policy.encode(), b"")
    assert answer("text/html", page) == (
        "200 OK",
        {"Content-Type": "text/html", "Content-Length": str(len(left))},
        left,
        True,
    )
    assert answer("application/json", page)[1:3] == (
        {"Content-Type": "application/json", "Content-Length": str(len(page))},
        page,
    )
