"""From a page to the same in the other language, and from English pages to Vietnamese ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from selectolax.lexbor import LexborHTMLParser

from tests.english.test_language import read
from tests.fill import VILLAGE, files
from tests.pages.support import one, parse, words
from tests.search.unpacking import pages_in
from tests.site.conftest import Sample
from tests.support import DAY, data_folder
from village_site.pages import Page, compose
from village_site.site import examine, missing_pages, open_atlas
from village_site.tongues import is_vietnamese

DATA = Path(__file__).parents[2] / "villages"
BOTH = ("thon/rach-mau/", "thon/rach-mau/dia-diem/", "thon/nam-bac-thanh/")


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    atlas, _ = open_atlas(DATA, DAY)
    return {page.path: page for page in compose(atlas)}


@pytest.mark.parametrize("url", BOTH)
def test_each_leads_to_the_very_same_page(pages: dict[str, Page], url: str) -> None:
    vietnamese, english = pages[f"{url}index.md"], pages[f"en/{url}index.md"]
    assert (vietnamese.other, english.other) == (f"en/{url}", url)
    up = "../" * url.count("/")
    there, back = (one(parse(page), ".vs-languages a") for page in (vietnamese, english))
    assert there.attributes == {"href": f"{up}en/{url}", "lang": "en", "hreflang": "en"}
    assert words(there) == "English"
    assert back.attributes == {"href": f"{up}../{url}", "lang": "vi", "hreflang": "vi"}
    assert words(back) == "Tiếng Việt"
    wanted = {anchor for anchor, _ in vietnamese.sections}
    assert wanted == {anchor for anchor, _ in english.sections}, "an anchor holds in both"


def test_only_villages_and_their_places_have_another_language(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        if page.other is None:
            assert "vs-languages" not in page.html, path
        else:
            assert f"{page.other}index.md" in pages or page.other == ""


def test_a_link_to_a_page_in_vietnamese_says_so(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        root = "../" * path.count("/")
        if page.lang == "vi":
            continue
        for link in read(page).links:
            to = (link["href"] or "").partition("#")[0]
            if to.startswith(root) and to.endswith("/"):
                english = to.startswith(f"{root}en/")
                assert link.get("hreflang") == (None if english else "vi"), (path, to)
        assert "Links lead to pages in Vietnamese" in page.html or path == "en/index.md"


def test_where_there_is_english_it_is_shown(pages: dict[str, Page]) -> None:
    village, places = (parse(pages[f"en/{url}index.md"]) for url in BOTH[:2])
    assert words(one(village, "#gioi-thieu p")).startswith("A made-up hamlet on both banks")
    story = one(places, "#dia-diem-nha-sinh-hoat")
    assert one(story, "h2").attributes["lang"] == "vi"
    assert words(story.css("p:not([class])")[0]).startswith("The community house, built in 2011")
    assert "about 80 people" in words(story)
    assert words(village.css(".vs-facts dd")[0]).endswith("until 30 June 2025")


def test_it_reads_as_english(pages: dict[str, Page]) -> None:
    village = parse(pages["en/thon/rach-mau/index.md"])
    said = words(one(village, ".vs-page"))
    assert [words(node) for node in village.css(".vs-order b")] == [
        "Fire",
        "Ambulance",
        "Disasters and rescue",
    ]
    for text in (
        *("8 opinions since 2024", "52 households answered, out of 60 households asked"),
        *("day 4 of lunar month 11", "In office 2025 – 2027", "2 are waiting"),
        "xóm Rạch, before 1990",
    ):
        assert text.casefold() in said.casefold(), text
    assert "isted in the heritage inventory" in pages["en/thon/rach-mau/dia-diem/index.md"].html
    index = words(one(parse(pages["en/index.md"]), ".vs-page"))
    assert "Sample site of Vietnamese villages: where each village is, whom to call" in index
    assert "Tell the makers of the village-site sample" in index


def test_the_frame_speaks_english(sample: Sample) -> None:
    for url in ("", *BOTH):
        text = (sample.site / "en" / url / "index.html").read_text("utf-8")
        page = LexborHTMLParser(text)
        assert one(page, "html").attributes["lang"] == "en"
        assert page.css(".md-tabs, .md-nav--primary, .md-sidebar--primary") == []
        assert "never asks for money" in words(one(page, ".md-footer"))
        for node in page.css("[aria-label], [placeholder], [title]"):
            if node.attributes.get("lang") != "vi":
                said = [node.attributes.get(name) or "" for name in ("aria-label", "placeholder", "title")]
                assert not is_vietnamese("".join(said)), said
        heads = {node.attributes["hreflang"]: node.attributes["href"] for node in page.css("link[hreflang]")}
        vi, en = f"https://lang.example/{url}", f"https://lang.example/en/{url}"
        assert heads == {"en": en, "vi": vi, "x-default": en}
        other = LexborHTMLParser((sample.site / url / "index.html").read_text("utf-8"))
        assert {
            node.attributes["hreflang"]: node.attributes["href"] for node in other.css("link[hreflang]")
        } == (heads)
        assert other.css(f'a[lang=en][href="{"../" * url.count("/")}en/{url}"]'), "the link to English"


def test_nobody_asks_for_a_translations_sitemap(sample: Sample, browser_page: Tab) -> None:
    asked: list[str] = []
    browser_page.on("request", lambda request: asked.append(request.url))
    browser_page.goto(f"{sample.url}en/thon/rach-mau/", wait_until="networkidle")
    assert browser_page.locator(".md-header").is_visible()
    assert [url for url in asked if "sitemap" in url or not url.startswith(sample.url)] == []


def test_light_pages_lead_to_the_english_page(sample: Sample) -> None:
    codes = [one for one in sample.atlas.coded() if one.place is not None and one.place.id == "rach-mau"]
    card = LexborHTMLParser((sample.site / "Q" / codes[0].code / "index.html").read_text("utf-8"))
    (link,) = card.css("section[lang=en] a[hreflang=en]")
    assert link.attributes["href"] == "../../en/thon/rach-mau/"


def test_english_pages_are_missed_where_they_are_not(sample: Sample, tmp_path: Path) -> None:
    assert missing_pages(sample.atlas, sample.site) == []
    lost = missing_pages(sample.atlas, tmp_path)
    assert {"en/index.html", "en/thon/rach-mau/index.html"} <= set(lost)


def test_they_are_not_in_the_search_index(sample: Sample) -> None:
    assert not [page for page in pages_in(sample.site) if page["location"].startswith("en/")]


def test_people_are_named_in_vietnamese_only(tmp_path: Path) -> None:
    """They agreed to the village's page; who comes from afar needs the office, and its number."""
    atlas, _ = examine(data_folder(tmp_path, files("Lời mẫu của xóm")), DAY)
    assert atlas is not None
    made = {page.path: page for page in compose(atlas)}
    vietnamese, english = (parse(made[f"{start}thon/{VILLAGE}/index.md"]) for start in ("", "en/"))
    assert vietnamese.css(".vs-portrait, #nghe-dich-vu")
    assert english.css(".vs-portrait, #nghe-dich-vu") == []
