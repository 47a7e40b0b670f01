"""Links and pictures of the documents lead somewhere, within them and to each other."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import markdown  # type: ignore[import-untyped]
import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from tests.docs.support import GUIDES, READMES, ROOT, links, read
from village_site.guides import URLS

DOCUMENTS = (*READMES, *GUIDES)
COMPOSED = {ROOT / "content" / url / "index.md" for url in URLS}


@cache
def anchors(document: Path) -> set[str | None]:
    """What a link into a document may lead to."""
    html = markdown.markdown(document.read_text("utf-8"), extensions=["attr_list", "tables", "meta", "toc"])
    return {node.attributes["id"] for node in LexborHTMLParser(html).css("[id]")}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_somewhere(document: str) -> None:
    for link in links(document):
        url = urlsplit(link)
        if url.scheme:
            assert url.scheme == "https", link
            continue
        target = (ROOT / document).parent / url.path if url.path else ROOT / document
        if target.resolve() in COMPOSED:
            continue
        assert target.is_file(), link
        if url.fragment:
            assert url.fragment in anchors(target.resolve()), link


@pytest.mark.parametrize("document", READMES)
def test_a_readme_begins_with_what_it_is_a_picture_and_the_commands(document: str) -> None:
    title, what, _, picture, commands = [part for part in read(document).split("\n\n") if part][:5]
    assert title.startswith("# ")
    assert 2 <= len(re.findall(r"[.!?](?:\s|$)", what)) <= 4
    shown = re.fullmatch(r"!\[(.+)\]\((.+)\)", picture)
    assert shown is not None
    assert shown[2].startswith("content/assets/anh/")
    with Image.open(ROOT / shown[2]) as image:
        assert image.width > 800
    assert (ROOT / shown[2]).stat().st_size <= 150_000
    assert commands.startswith("## ")


def test_the_readmes_say_the_same() -> None:
    english, vietnamese = (read(document) for document in READMES)
    for pattern in (r"^#+ ", r"^\| `", r"^```", r"`make \w+`", r"^\.venv/bin/.*$"):
        assert len(re.findall(pattern, english, re.MULTILINE)) == len(
            re.findall(pattern, vietnamese, re.MULTILINE)
        )


def test_the_guides_are_in_the_menu() -> None:
    menu = (ROOT / "mkdocs.yml").read_text("utf-8")
    for document in GUIDES:
        assert f": {document.removeprefix('content/')}\n" in menu
