"""The table says what was measured, and one figure that does not hold is seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.audit import known, pages
from tests.audit.figures import all_of, at_most, none_of, table
from tests.readers.site_pages import SitePage


def test_a_bound_is_kept_or_not() -> None:
    assert at_most("1", "index", 40, 40, "KB").holds
    assert not at_most("1", "index", 40.1, 40, "KB", 1).holds
    assert none_of("2", "axe", [], "10 pages").holds
    assert not none_of("2", "axe", ["image-alt"], "10 pages").holds
    assert all_of("4", "offline", 3, 3).holds
    assert not all_of("4", "offline", 2, 3).holds
    assert not all_of("4", "offline", 0, 0).holds, "no test was found"


def test_the_table_is_one_and_whole() -> None:
    figures = [
        at_most("1", "index | first part", 24.31, 40, "KB", 1),
        none_of("2", "axe", ["<a> b"], "10 pages"),
    ]
    assert list(table(figures)) == [
        "| line | what | measured | bound | holds |",
        "| --- | --- | --- | --- | --- |",
        "| 1 | index \\| first part | 24.3 KB | ≤ 40.0 KB | yes |",
        "| 2 | axe | 1 in 10 pages; &lt;a> b | 0 | **no** |",
    ]


def visit(seo: float, performance: float = 1, **more: Any) -> pages.Visit:
    """What Lighthouse would say of a page."""
    audits: dict[str, list[tuple[str, float, float]]] = {name: [(name, 10, 1)] for name in pages.CATEGORIES}
    audits["performance"] = [("largest-contentful-paint", 25, performance)]
    audits["seo"] = [("is-crawlable", 4, seo), ("document-title", 1, 1)]
    said = {
        "audits": audits,
        "mobile": 700,
        "slow": 1700,
        "requests": 1,
        "bytes": 4096,
        "version": "12",
        **more,
    }
    return pages._visit(said, hidden=seo == 0)


def page(tmp_path: Path, *, light: bool, hidden: bool = False) -> SitePage:
    file = tmp_path / "index.html"
    file.write_text('<meta name="robots" content="noindex">' if hidden else "", "utf-8")
    return SitePage("Q/26MM97F6/", "card: group", light, file)


def test_a_page_that_asks_not_to_be_listed_is_not_blamed_for_it(tmp_path: Path) -> None:
    found = pages.figure(page(tmp_path, light=True, hidden=True), visit(seo=0))
    assert found.holds
    assert found.measured == "100/100/100/100; 0.70 s, 1.70 s; 4.0 KB in 1"
    assert "is-crawlable aside" in found.what


@pytest.mark.parametrize(
    ("light", "fault"),
    [
        (True, {"mobile": 1001}),
        (True, {"slow": 2001}),
        (True, {"performance": 0.98}),
        (False, {"bytes": 102_401}),
    ],
)
def test_each_fault_of_a_page_counts(tmp_path: Path, light: bool, fault: dict[str, Any]) -> None:
    assert pages.figure(page(tmp_path, light=light), visit(1)).holds
    assert not pages.figure(page(tmp_path, light=light), visit(1, **fault)).holds


DATA = {
    "css": {
        "properties": {
            "gap": {
                "__compat": {"support": {"webview_android": {"version_added": "57"}}},
                "flex_context": {"__compat": {"support": {"webview_android": {"version_added": "84"}}}},
            },
            "mask-image": {
                "__compat": {
                    "support": {
                        "webview_android": [
                            {"version_added": "120"},
                            {"prefix": "-webkit-", "version_added": "2"},
                        ]
                    }
                }
            },
            "outline": {
                "__compat": {
                    "support": {
                        "webview_android": [
                            {"version_added": "94"},
                            {"partial_implementation": True, "version_added": "≤37"},
                        ]
                    }
                }
            },
        },
        "types": {},
    },
    "api": {
        "String": {"replaceAll": {"__compat": {"support": {"webview_android": {"version_added": "85"}}}}},
        "Old": {"then": {"__compat": {"support": {"webview_android": {"version_added": "4.4"}}}}},
        "New": {"then": {"__compat": {"support": {"webview_android": {"version_added": False}}}}},
    },
    "javascript": {"builtins": {}},
}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A few entries written like those of browser-compat-data."""
    monkeypatch.setattr(known, "data", lambda: DATA)
    for cached in (known.node, known.also_called, known.names):
        cached.cache_clear()
    yield
    for cached in (known.node, known.also_called, known.names):
        cached.cache_clear()


@pytest.mark.usefixtures("small")
def test_features_are_looked_up() -> None:
    asked = [
        ("css.properties.gap",),
        ("css.properties.mask-image",),
        ("css.properties.-webkit-mask-image", "css.properties.mask-image"),
        ("css.properties.outline",),
        ("name.replaceAll",),
        ("name.then",),
        ("name.ours",),
        ("css.properties.gap.anything", ""),
        ("css.properties.no-such",),
    ]
    assert known.looked_up(asked) == {
        "css.properties.-webkit-mask-image": 2,
        "css.properties.gap": 57,
        "css.properties.gap.flex_context": 84,
        "css.properties.mask-image": 120,
        "css.properties.no-such": None,
        "css.properties.outline": 94,
        "name.ours": 0,
        "name.replaceAll": 85,
        "name.then": 4,
    }


@pytest.mark.parametrize("folder", ["readers", "audit"])
def test_a_lock_of_npm_pins_by_hash_and_names_no_registry(folder: str) -> None:
    path = Path(__file__).parents[1] / folder / "package-lock.json"
    packages = json.loads(path.read_text("utf-8"))["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name
