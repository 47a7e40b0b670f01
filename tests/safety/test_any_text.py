"""Any text in any field leaves every page as it is but for its words.

One text is put into every field of every kind at once and the pages are compared with those of harmless words:
tags, attributes, their values, scripts, styles and comments. Examples are the same on every run.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from tests.fill import PARSED
from tests.fill import VILLAGE as V
from tests.safety.dom import shape
from tests.safety.outputs import Made, banner_and_audit, calm, folder_with, made, usual_errors
from village_site.values import parse_url

HOSTILE = (
    "</title></style></textarea></script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)><svg/onload=alert(1)>",
    "\"'`><b onmouseover=\"alert(1)\" style='x:expression(1)'>",
    "\" onfocus=alert(1) autofocus x=\"",
    "' onfocus=alert(1) autofocus x='",
    "<!-- --!> <!--[if IE]> ]]> <![CDATA[ <?php ?> <% %>",
    "{{ 7*7 }} {% include '/etc/passwd' %} {# #} ${7*7} #{7*7} <%= 7 %>",
    "*a* _b_ **c** [d](javascript:alert(1)) ![e](//x.example/y) `f` ~~g~~ # h",
    "[x]: javascript:alert(1) <javascript:alert(1)> {: onclick=alert(1) } {#id .class}",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &#60;b&#62; &#x3c;i&#x3e; &quot; &apos;",
    "\\u003cscript\\u003e \\x3cb\\x3e %3Cscript%3E +ADw-script+AD4-",
    "};alert(1);// */ url(//x.example) @import '//x.example' </style",
    "javascript:alert(1) data:text/html,<script>alert(1)</script> //x.example/y",
    "<base href=//x.example><meta http-equiv=refresh content=0;url=//x.example><link rel=import href=//x>",
    "<form action=//x.example><input name=q><button formaction=javascript:alert(1)>",
    "</p></div></main></body></html><iframe srcdoc='<b>'></iframe><template><slot>",
    "<plaintext><xmp><noscript><math><mtext></math><table><td><select><option>",
    "=HYPERLINK(\"//x.example\") ;=1+1;@SUM(1) ::error::x ##[set-env] %0A",
    "<!-- villages:communes --> <!-- villages:audit --> {{ super() }} {% raw %}",
    "`${alert(1)}` </script\u00a0> <A> ‹b› «i» \\0 \\x00 </b",
)  # fmt: skip
ALPHABETS = (
    *("<>\"'&`=/\\;:#$@{}[]()!?%*_~^|+-., ", "aàảãáạăâeêđiơưyAĂÂĐzZ019", "абвгдежзАБВ", "αβγδΩΣ", "文字村道", "กขคงจ"),
    *("\N{NO-BREAK SPACE}\u2003\u202f", "🏠🐃\U00010348\U0001f1fb", "‹›«»“”‘’…–—−×÷≤≥", "ßſﬀﬃĳ", "\u0301\u0323\u0302\u031b"),
)  # fmt: skip
"""A word is of one script; the reader finds fault with words of several."""
WORDS = st.one_of([st.text(letters, min_size=1, max_size=14) for letters in ALPHABETS])
STEP = 30


def filled(text: str) -> str:
    """The text made a little longer, so that many have one length, for which the harmless site is made once."""
    return text + "b" * (-len(text) % STEP)


TEXTS = st.lists(WORDS, min_size=1, max_size=9).map(
    lambda words: filled(" ".join(f"Chữ {' '.join(words)} b".split()))
)
BOUNDED = settings(
    max_examples=25,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def outputs(text: str, url: str = "") -> Made | None:
    """What is made of a text, or None where the data with it is refused."""
    with tempfile.TemporaryDirectory() as folder:
        atlas, errors = folder_with(Path(folder), text, url)
        return made(atlas, Path(folder)) if errors <= usual_errors() else None


def words(html: str) -> str:
    """What people read, with single spaces."""
    body = LexborHTMLParser(html).body
    assert body is not None
    return " ".join(body.text().split())


def compare(found: Made, harmless: Made) -> None:
    """Fails where two sites differ by more than words."""
    assert found.html.keys() == harmless.html.keys()
    for name, html in found.html.items():
        assert shape(html) == shape(harmless.html[name]), name


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_changes_nothing_but_words(payload: str) -> None:
    text = filled(f"Chữ {payload} b")
    found = outputs(text)
    assert found is not None, "the data with it is refused"
    compare(found, calm(len(text)))
    arrived = {name for name, html in found.html.items() if " ".join(text.split()) in words(html)}
    cards = {name for name in found.html if name.startswith("card ")}
    frames = {f"thon/{V}/index.md", "xa/cam-binh/index.md", "signpost thon/thon-cu/", "finder", "404"}
    assert arrived >= cards | frames


@settings(BOUNDED, max_examples=8)
@given(st.text("abz019-._~/?&=#+()*;:,!$ạ", max_size=60))
def test_any_address_stands_as_it_was_typed(path: str) -> None:
    url = f"https://lang.example/{path}"
    found = outputs("Chữ lành", url)
    assume(found is not None)
    assert found is not None
    harmless = calm(len("Chữ lành"))
    hrefs = {
        link.attributes["href"]
        for html in found.html.values()
        for link in LexborHTMLParser(html).css("a[rel=noopener]")
    }
    assert hrefs == {url}
    for name, html in found.html.items():
        assert shape(html, urls=frozenset({url})) == shape(
            harmless.html[name], urls=frozenset({PARSED[parse_url]})
        ), name


@pytest.mark.parametrize("payload", HOSTILE)
def test_messages_and_reports_of_audits_are_words_too(tmp_path: Path, payload: str) -> None:
    harmless = banner_and_audit("Chữ", tmp_path / "harmless")
    for name, html in banner_and_audit(payload, tmp_path / "hostile").items():
        assert shape(html) == shape(harmless[name])
        assert " ".join(payload.split()) in words(html)


@BOUNDED
@given(TEXTS)
def test_any_text_changes_nothing_but_words(text: str) -> None:
    found = outputs(text)
    assume(found is not None)
    assert found is not None
    compare(found, calm(len(text)))
