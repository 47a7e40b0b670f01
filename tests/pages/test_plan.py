"""What is planned is what is composed: a host is told of pages before they are there."""

from __future__ import annotations

from pathlib import Path

from tests.support import DAY
from village_site.pages import compose, plan
from village_site.site import open_atlas

ROOT = Path(__file__).resolve().parents[2]


def test_every_page_stands_where_it_was_planned() -> None:
    atlas, _ = open_atlas(ROOT / "villages", DAY)
    pages = [(page.path, page.source) for page in compose(atlas)]
    assert [(page.path, page.source) for page in plan(atlas)] == pages
    assert len({path for path, _ in pages}) == len(pages) > 10
