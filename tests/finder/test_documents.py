"""The two documents: what stands in them, that typed markup stays text, how they look on small screens."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.finder.conftest import Tab
from tests.finder.support import HOUSE, TWINS, WRONG, Host, sample
from tests.support import atlas
from village_site.atlas import Atlas
from village_site.catalogue import labels
from village_site.codes.alphabet import shown
from village_site.finder import finder_page, finder_script, not_found_page

SITE_URL = "https://lang.example/kho/"
HOSTILE = (
    "</title></style></template>\"'><script>alert(1)</script><img src=//x.y onerror=z>&amp;{{ 7 * 7 }}{code}"
)


def both(found: Atlas) -> list[str]:
    return [finder_page(found, site_url=SITE_URL), not_found_page(found, site_url=SITE_URL)]


def named(tmp_path: Path, extra: str) -> Atlas:
    """A site with something added to every text of its own."""
    words = {"name": "Làng mẫu", "publisher": "Nhóm làm", "report_to": "Bộ phận một cửa"}
    typed = {key: f"{text} {extra}" for key, text in words.items()}
    site = {"schema": 1, **typed, "codes": {"base_url": "https://lang.example"}}
    return atlas(tmp_path, {"_site.yml": json.dumps(site, ensure_ascii=False)})


def test_markup_in_the_data_changes_nothing_but_text(tmp_path: Path) -> None:
    def shape(html: str) -> list[tuple[str | None, list[str]]]:
        return [(node.tag, sorted(node.attributes)) for node in LexborHTMLParser(html).css("*")]

    harmless, hostile = both(named(tmp_path / "one", "x")), both(named(tmp_path / "two", HOSTILE))
    for calm, wild in zip(harmless, hostile, strict=True):
        assert shape(calm) == shape(wild)
        assert wild.count("{{ 7 * 7 }}") >= 6
        assert "<img" not in wild


def test_typed_braces_are_not_taken_for_words_to_fill_in(tmp_path: Path) -> None:
    for html in both(named(tmp_path, "{code}")):
        for node in LexborHTMLParser(html.replace("template", "div")).css("[data-fill]"):
            assert "Bộ phận" not in node.text()


def test_the_documents_say_what_they_are(tmp_path: Path) -> None:
    for html in both(sample(tmp_path)):
        assert html.startswith('<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n')
        parsed = LexborHTMLParser(html)
        for tag in ("title", "header", "main", "h1", "footer", "script:not([data-sw])"):
            assert len(parsed.css(tag)) == 1
        english = parsed.css_first("section[lang=en]")
        assert english is not None
        assert "Ambulance 115" in english.text()
        assert [node.attributes["href"] for node in parsed.css(".sos a")] == ["tel:115", "tel:114", "tel:113"]
        levels = [int(str(node.tag)[1]) for node in parsed.css("body > * h1, body > * h2, body > * h3")]
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert "Trang này không bao giờ hỏi tiền" in html


def test_the_pages_name_no_other_host_and_list_no_code(tmp_path: Path) -> None:
    for html in both(sample(tmp_path)):
        assert (
            LexborHTMLParser(html).css("iframe, img, object, embed, [src], [srcset], [style], [onclick]")
            == []
        )
        assert set(re.findall(r"[a-z]+://[^/\s\"<]*", html)) == {"https://lang.example"}
        for code in (HOUSE, *TWINS):
            assert code not in html
            assert shown(code) not in html


def test_where_the_links_lead(tmp_path: Path) -> None:
    def links(html: str) -> set[str]:
        found = LexborHTMLParser(html).css("a[href]")
        inside = [
            node for node in found if not re.match("(?:https?|tel|mailto|geo):", str(node.attributes["href"]))
        ]
        assert all("data-to" in node.attributes for node in inside)
        return {str(node.attributes["href"]) for node in inside}

    found = sample(tmp_path)
    for root, html in (
        ("../", finder_page(found, site_url=SITE_URL)),
        ("/kho/", not_found_page(found, site_url=SITE_URL)),
        ("/", not_found_page(found, site_url="https://lang.example")),
        ("/", not_found_page(found, site_url=None)),
    ):
        assert links(html) == {root, f"{root}tim/", f"{root}xa/", f"{root}en/"}
    canonical = '<link rel="canonical" href="https://lang.example/kho/Q/">'
    assert canonical in finder_page(found, site_url=SITE_URL)
    assert "canonical" not in finder_page(found, site_url=None)
    assert "canonical" not in not_found_page(found, site_url=SITE_URL)
    assert "noindex" in not_found_page(found, site_url=SITE_URL)


def test_equal_data_gives_equal_pages_and_a_banner_stands_first(tmp_path: Path) -> None:
    assert both(sample(tmp_path / "one")) == both(sample(tmp_path / "two"))
    banner = Markup('<div role="alert">Dữ liệu đang có lỗi</div>')
    found = sample(tmp_path / "three")
    for make in (finder_page, not_found_page):
        first = LexborHTMLParser(make(found, site_url=None, banner=banner)).css_first("body > *")
        assert first is not None
        assert first.text() == "Dữ liệu đang có lỗi"


def test_both_languages_have_the_same_words_to_fill_in() -> None:
    vi, en = (
        {key: text for key, text in labels(lang).items() if key.startswith("finder-")}
        for lang in ("vi", "en")
    )
    words = re.compile(r"\{\w+\}")
    assert {key: set(words.findall(text)) for key, text in vi.items()} == {
        key: set(words.findall(text)) for key, text in en.items()
    }


def test_the_policy_allows_the_script_by_its_hash(host: Host, tab: Tab) -> None:
    digest = base64.b64encode(hashlib.sha256(finder_script().encode()).digest()).decode()
    for name in ("404.html", "Q/index.html"):
        meta = LexborHTMLParser((host.folder / name).read_text("utf-8")).css_first("head > meta[http-equiv]")
        assert meta is not None
        assert f"script-src 'sha256-{digest}' " in (meta.attributes["content"] or "")
    for path in ("Q/", "khong-co/"):
        tab.open(host.url + path)
        assert tab.look_for(HOUSE).startswith("Đã tìm thấy")


def test_the_style_brings_no_colour_of_its_own() -> None:
    css = (resources.files("village_site") / "templates" / "finder" / "finder.css").read_text("utf-8")
    assert set(re.findall(r"color: ([^;]+);", css)) | set(re.findall(r"background: ([^;]+);", css)) <= {
        *("var(--ink)", "var(--paper)", "var(--act)", "var(--on-act)")
    }
    assert not re.search(r"#[0-9a-f]{3}|rgb|hsl", css.replace("#answer", ""))


MEASURE = """() => {
  const seen = [...document.querySelectorAll('body *')].filter(element => element.getClientRects().length);
  const size = element => parseFloat(getComputedStyle(element).fontSize);
  return {
    wide: document.documentElement.scrollWidth > innerWidth,
    smallest: Math.min(...seen.map(size)),
    low: seen.filter(element => element.matches('a, button, input') &&
      element.getBoundingClientRect().height < 48).map(element => element.outerHTML),
  };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_small_screens_and_large_type(host: Host, browser: Browser, scheme: str) -> None:
    dark = scheme == "dark"
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    tab = Tab(page)
    for path in ("Q/", "khong-co/"):
        tab.open(host.url + path)
        tab.look_for(WRONG)
        assert page.evaluate(MEASURE) == {"wide": False, "smallest": 18, "low": []}
        page.evaluate("document.documentElement.style.setProperty('font-size', '225%', 'important')")
        assert not page.evaluate(MEASURE)["wide"]
    context.close()


def test_the_pages_are_light(tmp_path: Path) -> None:
    for html in both(sample(tmp_path)):
        assert len(html.encode()) < 21_000
