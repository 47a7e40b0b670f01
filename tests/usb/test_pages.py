"""Pages as they stand in the copy."""

from __future__ import annotations

import pytest

from village_site import policy
from village_site.usb.pages import Site

FILES = frozenset(
    {
        "index.html", "tim/index.html", "thon/a/index.html", "thon/a/duong/index.html", "xa/index.html",
        "Q/22222222/index.html", "thon/a/bài viết.pdf", "assets/a.css",
    }
)  # fmt: skip
SITE = Site(FILES, online="https://lang.example/")
PAGE = "thon/a/index.html"
NOTE = {"vi": '<p><a href="{search}">Tìm</a></p>', "en": '<p lang="en"><a href="{search}">Search</a></p>'}


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("../../", "../../index.html"),
        ("../../xa/", "../../xa/index.html"),
        ("../../xa", "../../xa/index.html"),
        ("duong/#x", "duong/index.html#x"),
        ("duong/?a=1&b=2#x", "duong/index.html?a=1&b=2#x"),
        (".", "index.html"),
        ("./", "index.html"),
        ("../../Q/22222222/", "../../Q/22222222/index.html"),
        ("/xa/", "../../xa/index.html"),
        ("/", "../../index.html"),
        ("/assets/a.css", "../../assets/a.css"),
        ("../../Q/", "../../tim/index.html"),
        ("../../Q/33333333/", "https://lang.example/Q/33333333/"),
        ("/Q/33333333?a=1#b", "https://lang.example/Q/33333333/?a=1#b"),
        ("../../Q/33333333/index.html", "https://lang.example/Q/33333333/"),
        ("b%C3%A0i%20vi%E1%BA%BFt.pdf", "b%C3%A0i%20vi%E1%BA%BFt.pdf"),
        ("#x", "#x"),
        ("?q=1", "?q=1"),
        ("", ""),
        ("https://bao.example/", "https://bao.example/"),
        ("//bao.example/", "//bao.example/"),
        ("tel:115", "tel:115"),
        ("geo:9.35,105.1?q=9.35,105.1", "geo:9.35,105.1?q=9.35,105.1"),
        ("mailto:a@lang.example", "mailto:a@lang.example"),
        ("data:,", "data:,"),
        ("http://[x", "http://[x"),
        ("//[x/", "//[x/"),
    ],
)
def test_folders_become_files_and_all_else_stays(typed: str, made: str) -> None:
    assert SITE.link(PAGE, typed) == made


def test_on_the_front_page() -> None:
    for typed, made in ((".", "index.html"), ("thon/a/", "thon/a/index.html"), ("Q/", "tim/index.html")):
        assert SITE.link("index.html", typed) == made


def test_a_site_below_a_path_of_its_host() -> None:
    assert Site(FILES, "/lang/").link(PAGE, "/lang/xa/") == "../../xa/index.html"


def page(body: str, head: str = "", lang: str = "vi", path: str = PAGE) -> str:
    html = f'<!doctype html>\n<html lang="{lang}">\n<head>{head}</head>\n<body class="x">\n{body}\n</body>\n</html>\n'
    return SITE.page(path, html, NOTE)


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ('<a href="../../xa/">A</a>', '<a href="../../xa/index.html">A</a>'),
        ("<a class=b href='../../xa/'>A</a>", '<a class=b href="../../xa/index.html">A</a>'),
        ("<a href=../../xa/>A</a>", '<a href="../../xa/index.html">A</a>'),
        ('<a title="a > b" href="../../xa/">A</a>', '<a title="a > b" href="../../xa/index.html">A</a>'),
        ('<a href="duong/?a=1&amp;b=2">A</a>', '<a href="duong/index.html?a=1&amp;b=2">A</a>'),
        ('<form action="../../tim/">', '<form action="../../tim/index.html">'),
        ('<a data-href="../../xa/">A</a>', '<a data-href="../../xa/">A</a>'),
        ('<p>href="../../xa/" &lt;a&gt;</p>', '<p>href="../../xa/" &lt;a&gt;</p>'),
        ('<!-- <a href="../../xa/"> -->', '<!-- <a href="../../xa/"> -->'),
        ("""<script>f('<a href="../../xa/">')</script>""", """<script>f('<a href="../../xa/">')</script>"""),
        ('<script data-sw="../../sw.js">f()</script>', ""),
        ('<script data-sw="a" src="b" defer></script>', ""),
        (
            """<script data-x="a > b" src="/xa/"></script>""",
            """<script data-x="a > b" src="../../xa/index.html"></script>""",
        ),
        ("<a title=a href=/xa/>A</a>", '<a title=a href="../../xa/index.html">A</a>'),
        ("<a title=it's href=/xa/>A</a>", '<a title=it\'s href="../../xa/index.html">A</a>'),
        ('<a title="a"href=/xa/>A</a>', '<a title="a"href="../../xa/index.html">A</a>'),
        ("<a\n  HREF = /xa/\n>A</a>", '<a\n  HREF = "../../xa/index.html"\n>A</a>'),
        ("<a href= >A</a><a href=>A</a>", "<a href= >A</a><a href=>A</a>"),
        ('<a href>A</a><a href="">A</a>', '<a href>A</a><a href="">A</a>'),
        ('<div class="md-search" data-x="1"><div><form></form></div><div></div></div><i></i>', "<i></i>"),
    ],
)
def test_a_page_changes_where_it_must_and_nowhere_else(typed: str, made: str) -> None:
    top = '<p><a href="../../tim/index.html">Tìm</a></p>'
    assert page(typed) == page("@").replace("@", made)
    assert page("@").count(top) == 1


@pytest.mark.parametrize("name", ["alt", "title", "content", "aria-label", "data-href"])
@pytest.mark.parametrize("around", ['"', "'"])
@pytest.mark.parametrize(
    "value",
    [
        "Tranh vẽ href=x onload=document.title=1// nhà",
        "a href=/xa/ src=/xa/ action=/xa/ poster=/xa/",
        "a > b href=/xa/ onerror=f()",
        "a href = /xa/ ><img src=x onerror=f()>",
        "&quot; href=/xa/ &#39; onload=f()",
        "= href=/xa/",
    ],
)
def test_what_is_said_in_an_attribute_is_no_address(name: str, around: str, value: str) -> None:
    for quoted in (f"{around}{value}{around}", f"{around}<!-- {value}{around}"):
        tag = f"<img class=a {name}={quoted} width=1>"
        assert page(tag) == page("@").replace("@", tag)


def test_a_bare_value_ends_where_browsers_end_it() -> None:
    for typed in (
        "<img alt=a\u00a0href=/xa/>",
        "<img alt=a\u2028href=/xa/>",
        "<img alt=a/href=/xa/>",
        '<img alt=a"href=/xa/">',
    ):
        assert page(typed) == page("@").replace("@", typed)


def test_a_title_is_text() -> None:
    head = '<title>A <a title="</title><img alt=" href=/xa/ onload=f()">'
    assert page("", head) == page("", "@").replace("@", head)


def test_the_policy_goes_with_what_asks_a_host() -> None:
    head = f'{policy.meta(policy.light("a{}"))}<link rel="manifest" href="../../m.webmanifest"><link rel="icon" href="data:,">'
    assert page("", head) == page("", '<link rel="icon" href="data:,">')


def test_english_pages_say_it_in_english() -> None:
    made = page("", lang="en")
    assert '<p lang="en"><a href="../../tim/index.html">Search</a></p>' in made
    assert "Tìm" not in made


def test_the_search_page_gets_its_data_before_its_script() -> None:
    made = page("<script>ask()</script>", path="tim/index.html")
    assert made.index('<script src="du-lieu.js"></script>') < made.index("<script>ask()")
    assert "du-lieu.js" not in page("<script>ask()</script>")
