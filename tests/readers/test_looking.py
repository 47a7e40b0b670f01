"""What looks at pages sees what is wrong with a page that has every fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.readers import css_features, html_features, js_features, nu
from tests.readers.compat import is_old, too_new
from tests.readers.looking import STRICT, reading, violations
from tests.readers.spoken import foreign_words

BAD = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang hỏng</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { margin: 0; background: #fff; color: #222 }
.faint { color: #767676 }
.small a { display: inline-block }
.wide { width: 500px }
.cut { width: 3em; overflow: hidden; white-space: nowrap }
.over { position: relative; top: -2.1em }
</style></head><body><main>
<h1>Trang hỏng</h1>
<p class="faint">Chữ nhạt</p>
<p class="small"><a href="a">Nhỏ</a></p>
<p>Một câu có <a href="b">liên kết</a> ở giữa.</p>
<p class="wide">Dòng này dài hơn màn hình, nên phải kéo ngang mới đọc được hết những gì viết ở đây.</p>
<p class="cut">Chữ này bị cắt mất một phần</p>
<p>Dòng thứ nhất</p><p class="over">Dòng đè lên dòng trước</p>
<img src="data:,">
</main></body></html>"""


@pytest.fixture(scope="module")
def bad(browser: Browser) -> Iterator[Page]:
    with reading(browser, axe=True) as page:
        page.goto("about:blank")
        page.set_content(BAD)
        yield page


def test_it_sees_small_targets_but_not_in_sentences(bad: Page) -> None:
    (found,) = bad.evaluate("looking.smallTargets()")
    assert found.endswith("<a> Nhỏ")


def test_it_sees_faint_text(bad: Page) -> None:
    found = bad.evaluate("looking.faintTexts(7)")
    assert "4.54 <p> Chữ nhạt" in found
    assert not [one for one in found if "Dòng" in one]


def test_it_sees_lost_text(bad: Page) -> None:
    found = "\n".join(bad.evaluate("looking.lostTexts()"))
    for fault in (
        "scrolls 500",
        "outside <p> Dòng này",
        "cut off <p> Chữ này",
        "over each other: <p> Dòng thứ nhất",
    ):
        assert fault in found


def test_axe_speaks(bad: Page) -> None:
    found = "\n".join(violations(bad, *STRICT))
    assert "image-alt: 1 ×" in found
    assert "color-contrast-enhanced: 1 ×" in found


def test_the_checker_speaks(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD, "utf-8")
    (found,) = nu.errors(tmp_path)
    assert "“img” element must have an “alt” attribute" in found
    assert "bad.html:" in found


def test_words_of_another_language_are_heard() -> None:
    page = '<html lang="vi"><body><p>Bấm Search để tìm</p><p lang="en">Search in <b>Cẩm Bình</b></p></body>'
    assert foreign_words(page) == ["en: Bình", "en: Cẩm", "vi: Search"]
    assert foreign_words('<html lang="vi"><p>Gọi <a lang="en">Search</a> hay tìm ở Rạch Mẫu</p>') == []


def test_features_are_told_apart() -> None:
    css = ".a{display:flex;gap:1rem}.b{display:grid;gap:1rem}@media (prefers-color-scheme:dark){.c{width:min(1px,2px)}}"
    found = set(css_features.features(css))
    for key in ("css.properties.gap.flex_context", "css.properties.gap.grid_context", "css.types.min"):
        assert any(key in feature for feature in found)
    assert too_new(found) == ["css.properties.gap.flex_context: since 84", "css.types.min: since 79"]
    script = "const a = b?.c; promise.then(function (own) { return own.replace(a ?? '', ''); });"
    asked = {feature[0] for feature in js_features.features(script)}
    assert {
        "javascript.operators.optional_chaining",
        "javascript.operators.nullish_coalescing",
        "name.then",
    } <= asked
    assert "name.own" not in asked
    assert ("html.elements.input.type_search",) in set(html_features.features("<input type=search>"))
    with pytest.raises(ValueError, match="no JavaScript"):
        list(js_features.features("function ("))


def test_an_old_browser_drops_what_it_does_not_know() -> None:
    css = (
        "a{color:red;gap:1px;width:min(1px,2px)}a:is(b),c{color:red}"
        "@media (prefers-color-scheme:dark){a{color:blue}}@media print{a:has(b){color:red}b{color:#000}}"
    )
    left = "".join(css_features.as_known(css, is_old).split())
    assert left.replace(";}", "}") == "a{color:red}@mediaprint{b{color:#000}}"
