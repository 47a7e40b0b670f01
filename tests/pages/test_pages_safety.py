"""Equal data gives equal pages, and no page asks another host for anything. Markup in the data: tests/safety."""

from pathlib import Path

from tests.pages.data import RICH
from tests.pages.support import pages, parse


def test_equal_data_gives_equal_pages(tmp_path: Path) -> None:
    assert pages(tmp_path / "one", RICH) == pages(tmp_path / "two", RICH)


def test_nothing_is_fetched_from_anywhere(tmp_path: Path) -> None:
    for page in pages(tmp_path, RICH).values():
        tree = parse(page)
        assert tree.css("script, link, iframe, style, [style], [srcset], [onclick]") == []
        assert {(node.attributes["src"] or "").lstrip("./") for node in tree.css("[src]")} <= {
            "thon/nam-bac-thanh/anh/nho/duong.jpg"
        }


def test_anchors_are_unique_and_links_within_the_page_lead_somewhere(tmp_path: Path) -> None:
    for page in pages(tmp_path, RICH).values():
        tree = parse(page)
        anchors = [node.id for node in tree.css("[id]")]
        assert len(anchors) == len(set(anchors))
        wanted = {anchor for anchor, _ in page.sections}
        wanted |= {node.attributes["aria-labelledby"] or "" for node in tree.css("[aria-labelledby]")}
        wanted |= {(node.attributes["href"] or "")[1:] for node in tree.css("a[href^='#']")}
        assert wanted <= set(anchors)
