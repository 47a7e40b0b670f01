"""What every page of the built site may load and run, read from the files as a browser would read them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.site.conftest import ROOT, Sample
from village_site import policy
from village_site.media import viewer
from village_site.moving import write_redirects

META = "meta[http-equiv=Content-Security-Policy]"
LOADED = ("src", "srcset", "poster", "data", "action", "formaction")
Sources = dict[str, list[str]]


def parsed(text: str) -> Sources:
    """A policy's sources by directive."""
    parts = [part.split() for part in text.split(";")]
    assert len({part[0] for part in parts}) == len(parts)
    return {part[0]: part[1:] for part in parts}


def policy_of(page: LexborHTMLParser) -> Sources:
    """A page's one policy."""
    (found,) = page.css(META)
    return parsed(found.attributes["content"] or "")


def hash_of(node: LexborNode) -> str:
    """What a policy must name for the text between its tags, exactly as it stands there."""
    raw = re.fullmatch(r"<(\w+)[^>]*>(.*)</\1>", node.html or "", re.DOTALL)
    assert raw is not None
    return f"'sha256-{base64.b64encode(hashlib.sha256(raw[2].encode()).digest()).decode()}'"


def is_frame(page: LexborHTMLParser) -> bool:
    return page.css_first(".md-container") is not None


def extra(page: LexborHTMLParser) -> list[tuple[str, str]]:
    """What a page may load besides because of what stands in it."""
    around = page.css_first("[data-vs-around]") is not None
    return [(need.directive, need.source) for need in viewer.NEEDS] if around else []


@pytest.fixture(scope="module")
def pages(sample: Sample) -> dict[str, LexborHTMLParser]:
    """Every HTML file of the site, parsed."""
    found = {
        str(path.relative_to(sample.site)): LexborHTMLParser(path.read_text("utf-8"))
        for path in sorted(sample.site.rglob("*.html"))
    }
    assert len(found) > 140
    return found


def test_every_page_has_one_before_anything_it_rules(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        head = page.css("head > *")
        assert head[0].attributes.get("charset") == "utf-8", path
        assert head[1].attributes.get("http-equiv") == "Content-Security-Policy", path
        assert len(page.css(META)) == 1, path


def test_nothing_is_open_that_need_not_be(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        allowed = policy_of(page)
        assert allowed["default-src"] == allowed["base-uri"] == ["'none'"], path
        assert "form-action" in allowed, path
        for directive, sources in allowed.items():
            for source in sources:
                fits = re.fullmatch(r"'none'|'self'|'sha256-[\w+/]{43}='", source)
                known = [("img-src", "data:"), *extra(page)]
                assert fits or (directive, source) in known, (path, directive, source)


def test_every_script_and_style_is_allowed_by_its_hash(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        allowed = policy_of(page)
        inline = [
            node
            for node in page.css("script")
            if "src" not in node.attributes and node.attributes.get("type") != "application/json"
        ]
        hashes = {source for source in allowed.get("script-src", []) if source.startswith("'sha256-")}
        assert hashes == {hash_of(node) for node in inline}, path
        styles = {source for source in allowed["style-src"] if source.startswith("'sha256-")}
        assert styles == {hash_of(node) for node in page.css("style")}, path
        if page.css("script[src], link[rel=stylesheet]"):
            assert "'self'" in allowed["script-src"], path
            assert "'self'" in allowed["style-src"], path


def test_a_page_of_our_own_has_no_script_but_the_workers_the_searches_and_that_of_urgent_notices(
    pages: dict[str, LexborHTMLParser],
) -> None:
    own = {path: page for path, page in pages.items() if not is_frame(page)}
    alerting = {path for path, page in own.items() if page.css("[data-until]")}
    assert 0 < len(alerting) < 40, "the cards of one village of the sample"
    assert all(path.startswith("Q/") or path.endswith("/an-toan/index.html") for path in alerting)
    scripted = {"404.html", "Q/index.html", "tim/index.html"} | alerting
    for path, page in own.items():
        assert len(page.css("script[data-sw]")) == 1, path
        assert len(page.css("script:not([data-sw])")) == (path in scripted), path
        assert len(policy_of(page)["script-src"]) == 1 + (path in scripted), path
        assert policy_of(page)["worker-src"] == policy_of(page)["child-src"] == ["'self'"], path


def attributes(page: LexborHTMLParser) -> Iterator[tuple[str, str, str]]:
    for node in page.css("*"):
        for name, value in node.attributes.items():
            yield node.tag or "", name, value or ""


def test_no_handler_no_style_attribute_no_script_address(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        for tag, name, value in attributes(page):
            assert not name.startswith("on"), (path, tag, name)
            assert name != "style", (path, tag, value)
            assert not re.match(r"\s*(?:java|vb)script:", value, re.IGNORECASE), (path, tag, name, value)


def test_nothing_is_loaded_from_another_host(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        assert page.css("iframe, frame, object, embed, base, [ping]") == [], path
        for tag, name, value in attributes(page):
            if name in LOADED or (tag == "link" and name == "href"):
                own = value.startswith("https://lang.example/") or not re.match(r"(?:[a-z]+:)?//", value)
                assert own, (path, tag, name, value)


def test_what_material_needs_is_one_list(pages: dict[str, LexborHTMLParser]) -> None:
    told: Sources = {}
    for need in policy.MATERIAL:
        told.setdefault(need.directive, []).append(need.source)
        assert len(need.why) > 20
    closed = {"default-src": ["'none'"], "base-uri": ["'none'"]}
    framed = {path: page for path, page in pages.items() if is_frame(page)}
    assert len(framed) > 20
    for path, page in framed.items():
        found = {
            directive: [source for source in sources if not source.startswith("'sha256-")]
            for directive, sources in policy_of(page).items()
        }
        wanted = {directive: [*sources] for directive, sources in (told | closed).items()}
        for directive, source in extra(page):
            wanted[directive].append(source)
        assert found == wanted, path
    around = "thon/rach-mau/dia-diem/index.html"  # 360° pictures
    assert [path for path, page in framed.items() if extra(page)] == [f"en/{around}", around]


def test_the_maintainers_read_why() -> None:
    text = (ROOT / "content" / "bao-tri" / "index.md").read_text("utf-8")
    section = text.partition("## An toàn của trang đã đăng\n")[2].partition("\n## ")[0]
    rows = [re.findall(r"`([^`]+)`", line) for line in section.splitlines() if line.startswith("| `")]
    listed = {(directive, source) for directive, *sources in rows for source in sources}
    assert {(need.directive, need.source) for need in policy.MATERIAL} == listed


def test_pages_that_are_left_behind_have_one_too(sample: Sample, tmp_path: Path) -> None:
    write_redirects(sample.atlas, "https://moi.example", tmp_path / "move")
    made = sorted((tmp_path / "move").rglob("*.html"))
    assert len(made) > 100
    for path in made:
        page = LexborHTMLParser(path.read_text("utf-8"))
        (style,) = page.css("style")
        assert policy_of(page) == {
            "default-src": ["'none'"],
            "base-uri": ["'none'"],
            "form-action": ["'none'"],
            "connect-src": ["'self'"],
            "img-src": ["data:"],
            "style-src": [hash_of(style)],
        }


def rules(sample: Sample) -> dict[str, dict[str, str]]:
    """The headers of each rule in `_headers`, as hosts parse it."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in (sample.site / "_headers").read_text("utf-8").splitlines():
        assert len(line) < 2000  # more is not read by Cloudflare
        if line.startswith("/"):
            path = line
            found[path] = {}
        else:
            name, value = line.strip().split(": ", 1)
            found[path][name] = value
    return found


def test_the_headers_allow_what_every_page_allows_itself(
    sample: Sample, pages: dict[str, LexborHTMLParser]
) -> None:
    header = parsed(rules(sample)["/*"]["Content-Security-Policy"])
    assert header.pop("frame-ancestors") == ["'none'"]
    named: set[tuple[str, str]] = set()
    for path, page in pages.items():
        for directive, sources in policy_of(page).items():
            if sources != ["'none'"]:
                assert set(sources) <= set(header[directive]), (path, directive)
                named |= {(directive, source) for source in sources}
    open_ = {(directive, source) for directive, sources in header.items() for source in sources}
    assert open_ - named == {("default-src", "'none'"), ("base-uri", "'none'")}


def test_the_headers_say_what_a_page_cannot(sample: Sample) -> None:
    found = rules(sample)
    assert found.keys() == {"/*", "/Q/:code/", "/sw.js"}
    assert found["/sw.js"] == {"Cache-Control": "no-cache"}
    everywhere, card = found["/*"], found["/Q/:code/"]
    assert everywhere["X-Content-Type-Options"] == "nosniff"
    assert everywhere["X-Frame-Options"] == "DENY"
    assert everywhere["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in everywhere["Permissions-Policy"]
    assert card == {"Cache-Control": "public, max-age=0, must-revalidate", "X-Robots-Tag": "noindex"}
    assert not everywhere.keys() & card.keys(), "hosts join equal names with a comma"


def test_a_frame_without_a_policy_is_not_broken_by_the_headers() -> None:
    assert "Content-Security-Policy: frame-ancestors 'none'\n" in policy.headers([])


def test_a_script_from_the_data_would_not_run() -> None:
    allowed = policy.material("<script>frame()</script>")
    assert policy.digest("frame()") in allowed["script-src"]
    page = f"<head>{policy.meta(allowed)}</head><script>frame()</script><script>evil()</script>"
    assert policy.digest("evil()") not in page
    assert policy.is_in(page)
    assert policy.without(page.encode()).decode() == page.replace(str(policy.meta(allowed)), "")
    assert policy.without(b"<p>no policy</p>") == b"<p>no policy</p>"


def test_policies_are_equal_for_equal_needs() -> None:
    one, two = policy.light("a{}", ("img-src", "'self'")), policy.light("b{}")
    both = policy.text(policy.widest([one, two]))
    assert both == (
        "default-src 'none'; base-uri 'none'; form-action 'none'; connect-src 'self'; img-src data: 'self'; "
        f"style-src {policy.digest('a{}')} {policy.digest('b{}')}"
    )
    assert policy.text(policy.widest([one, one])) == policy.text(one)
