"""Addresses that may become links, and those made to deceive."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_site.catalogue import message
from village_site.values import BadValue, parse_email, parse_url, parse_zalo


def code(text: str, parse: Callable[[str], str] = parse_url) -> str:
    with pytest.raises(BadValue) as refused:
        parse(text)
    for lang in ("vi", "en"):
        told = message(refused.value.code, lang)
        assert told.message.format_map(refused.value.params)
        assert told.hint.format_map(refused.value.params)
    return refused.value.code


@pytest.mark.parametrize(
    "text",
    [
        "https://lang.example",
        "https://xacambinh.hatinh.gov.vn/tin-tuc?id=12&trang=2#muc-3",
        "https://vi.wikipedia.org/wiki/H%C3%A0_T%C4%A9nh_(t%E1%BB%89nh)",
        "https://vi.wikipedia.org/wiki/Làng_Việt_Nam",
        "https://vanban.chinhphu.vn/?pageid=27160&docid=205365&classid=1",
        "https://www.facebook.com/xa.mau/posts/123456",
        "https://www.youtube.com/watch?v=abc-DEF_123",
        "https://youtu.be/abc",
        "https://drive.google.com/file/d/1a2B3c/view?usp=sharing",
        "https://www.google.com.vn/maps/@18.3,105.9,15z",
        "https://zalo.me/0239000000",
        "https://baohatinh.vn/bai-1.html?page=next",
        "https://web.archive.org/web/2020/https://baohatinh.vn/bai",
        "https://tim.example/?q=đường làng".replace(" ", "+"),
        "https://tim.example/?to=Hà+Tĩnh&next=2",
        "https://go.vn/",
        "https://mail.example/~a/!b;c=1,d$e",
    ],
)
def test_real_addresses_are_kept(text: str) -> None:
    assert parse_url(text) == text


def test_scheme_and_host_are_written_small() -> None:
    assert parse_url("HTTPS://Lang.Example/Bai") == "https://lang.example/Bai"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # other schemes, in every disguise
        ("javascript:alert(1)", "bad-url"),
        ("JaVaScRiPt:alert(1)", "bad-url"),
        (" javascript:alert(1)", "bad-url"),
        ("java\tscript:alert(1)", "bad-url"),
        ("java\nscript:alert(1)", "bad-url"),
        ("javascript&colon;alert(1)", "bad-url"),
        ("&#106;avascript:alert(1)", "bad-url"),
        ("javascript://lang.example/%0aalert(1)", "bad-url"),
        ("data:text/html,<script>alert(1)</script>", "bad-url"),
        ("vbscript:x", "bad-url"),
        ("file:///etc/passwd", "bad-url"),
        ("ftp://lang.example/a", "bad-url"),
        ("intent://x#Intent;end", "bad-url"),
        ("blob:https://lang.example/1", "bad-url"),
        ("//lang.example", "bad-url"),
        ("/trang", "bad-url"),
        ("lang.example", "bad-url"),
        ("https:lang.example", "bad-url"),
        ("https:/lang.example", "bad-url"),
        ("https:///lang.example", "bad-url"),
        ("https://", "bad-url"),
        ("https:\\\\lang.example", "bad-url"),
        (" https://lang.example", "bad-url"),
        ("", "bad-url"),
        ("http://lang.example/bai", "url-not-secure"),
        ("HTTP://lang.example", "url-not-secure"),
        # who one is told to be, and is not
        ("https://a@b.example", "url-user-info"),
        ("https://zalo.me@evil.example", "url-user-info"),
        ("https://zalo.me:443@evil.example", "url-user-info"),
        ("https://hatinh.gov.vn%40evil.example", "bad-url"),
        ("https://zalo.me.evil.example/x", "url-look-alike"),
        ("https://hatinh.gov.vn.evil.example", "url-look-alike"),
        ("https://hatinh-gov-vn.example", None),
        ("https://gov-vn.example", "url-look-alike"),
        ("https://zalo-me.example", "url-look-alike"),
        ("https://zaIo.me/0239", "url-look-alike"),
        ("https://zal0.me", "url-look-alike"),
        ("https://zalo.mе", "url-foreign-letters"),
        ("https://za1o.vn", "url-look-alike"),
        ("https://faceb00k.com", "url-look-alike"),
        ("https://facebook-login.example", "url-look-alike"),
        ("https://faecbook.com", "url-look-alike"),
        ("https://www.youtubee.com", "url-look-alike"),
        ("https://goog1e.com.vn", "url-look-alike"),
        ("https://google.co", "url-look-alike"),
        ("https://hatinh.g0v.vn", "url-look-alike"),
        ("https://lаng.example", "url-foreign-letters"),
        ("https://xn--lng-0na.example", "url-foreign-letters"),
        ("https://làng.example", "url-foreign-letters"),
        ("https://ｌang.example", "url-foreign-letters"),
        ("https://lang。example", "url-character"),
        # numbers, ports, private names
        ("https://127.0.0.1/a", "url-number-host"),
        ("https://2130706433", "url-number-host"),
        ("https://0x7f000001", "url-number-host"),
        ("https://0x7f.0.0.1", "url-number-host"),
        ("https://0177.0.0.1", "url-number-host"),
        ("https://1.1", "url-number-host"),
        ("https://[::1]/a", "url-number-host"),
        ("https://[::ffff:10.0.0.1]", "url-number-host"),
        ("https://[", "bad-url"),
        ("https://lang.example:8443/a", "url-port"),
        ("https://lang.example:/a", "url-port"),
        ("https://localhost/a", "url-private-host"),
        ("https://may-in.local", "url-private-host"),
        ("https://camera", "url-private-host"),
        ("https://nas.home", "url-private-host"),
        ("https://wiki.internal", "url-private-host"),
        ("https://10.0.0.1.nip.io", "url-private-host"),
        ("https://lang.example.", "bad-url"),
        ("https://-lang.example", "bad-url"),
        ("https://lang..example", "bad-url"),
        ("https://la_ng.example", "bad-url"),
        (f"https://{'a' * 64}.example", "bad-url"),
        (f"https://{'a.' * 140}example", "bad-url"),
        # addresses that hide where they lead
        ("https://bit.ly/abc", "url-shortener"),
        ("https://www.tinyurl.com/abc", "url-shortener"),
        ("https://t.co/a", "url-shortener"),
        ("https://maps.app.goo.gl/abc", "url-shortener"),
        ("https://www.google.com/url?q=x", "url-leads-on"),
        ("https://www.google.com/url?q=https://evil.example", "url-leads-on"),
        ("https://l.facebook.com/l.php?u=x", "url-leads-on"),
        ("https://www.facebook.com/l.php?u=x", "url-leads-on"),
        ("https://www.youtube.com/redirect?q=x", "url-leads-on"),
        ("https://link.zalo.me/x", "url-leads-on"),
        ("https://lang.example/?url=https://evil.example", "url-leads-on"),
        ("https://lang.example/?url=https%3A%2F%2Fevil.example", "url-leads-on"),
        ("https://lang.example/?url=https%253A%252F%252Fevil.example", "url-leads-on"),
        ("https://lang.example/?redirect=//evil.example", "url-leads-on"),
        ("https://lang.example/?next=evil.example/x", "url-leads-on"),
        ("https://lang.example/?TO=evil.example", "url-leads-on"),
        ("https://lang.example/?a=javascript:alert(1)", "url-leads-on"),
        ("https://lang.example/?https://evil.example", "url-leads-on"),
        ("https://lang.example/#/ra?url=https://evil.example", "url-leads-on"),
        ("https://lang.example/ra/https://evil.example", "url-leads-on"),
        ("https://lang.example//evil.example", "url-leads-on"),
        ("https://lang.example/%2F%2Fevil.example", "url-leads-on"),
        # characters
        ("https://lang.example\\@evil.example", "url-character"),
        ("https://lang.example/a b", "url-character"),
        ("https://lang.example/\u00a0", "url-character"),
        ("https://lang.example/a\nb", "url-character"),
        ("https://lang.example/\x00", "url-character"),
        ("https://lang.example/\u202e", "url-character"),
        ("https://lang.example/\u200b", "url-character"),
        ('https://lang.example/"onmouseover=alert(1)', "url-character"),
        ("https://lang.example/'x", "url-character"),
        ("https://lang.example/<b>", "url-character"),
        ("https://lang.example/`x`", "url-character"),
        ("https://lang.example/{x}", "url-character"),
        ("https://lang.example/a|b", "url-character"),
        ("https://lang.example/%", "url-character"),
        ("https://lang.example/%zz", "url-character"),
        ("https://lang.example/%4", "url-character"),
        ("https://lang.example/%0d%0aSet-Cookie:a", "url-character"),
        ("https://lang.example/%00", "url-character"),
        ("https://lang.example/%5c", "url-character"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, expected: str | None) -> None:
    """None: looks odd, and is what it says."""
    if expected is None:
        assert parse_url(text) == text
    else:
        assert code(text) == expected


def test_a_look_alike_is_named() -> None:
    with pytest.raises(BadValue) as refused:
        parse_url("https://faceb00k.com/thon")
    assert refused.value.params == {"found": "https://faceb00k.com/thon", "other": "facebook.com"}


@pytest.mark.parametrize(
    "text",
    ["https://zalo.me/0239000000", "https://zalo.me/g/abcdef123", "https://zalo.me/1234567890123456789"],
)
def test_zalo(text: str) -> None:
    assert parse_zalo(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zalo.me/0239", "bad-zalo"),
        ("http://zalo.me/0239", "bad-zalo"),
        ("https://zalo.me", "bad-zalo"),
        ("https://zalo.me/", "bad-zalo"),
        ("https://zalo.me/g/a/b", "bad-zalo"),
        ("https://zalo.me/0239?to=1", "bad-zalo"),
        ("https://zalo.me/0239#a", "bad-zalo"),
        ("https://chat.zalo.me/0239", "bad-zalo"),
        ("https://lang.example/0239", "bad-zalo"),
        ("https://zalo.me@evil.example/1", "url-user-info"),
        ("https://zalo.me.evil.example/1", "url-look-alike"),
        ("https://zaIo.me/1", "url-look-alike"),
        ("https://zalo.me:444/1", "url-port"),
        ("https://zalo.me/0239?url=https://evil.example", "url-leads-on"),
        ("https://zalo.me/%2e%2e", "bad-zalo"),
    ],
)
def test_what_is_no_zalo(text: str, expected: str) -> None:
    assert code(text, parse_zalo) == expected


def test_email() -> None:
    assert parse_email("Van.Phong+1@Lang.Example") == "Van.Phong+1@lang.example"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "bad-email"),
        ("a@b", "url-private-host"),
        ("a b@lang.example", "bad-email"),
        (".a@lang.example", "bad-email"),
        ("a..b@lang.example", "bad-email"),
        ("a@lang..example", "bad-email"),
        ("a@b@lang.example", "bad-email"),
        ("a@lang.example?subject=x", "bad-email"),
        ("a@lang.example,b@lang.example", "bad-email"),
        ("a%0d%0abcc:x@lang.example", "bad-email"),
        ("mailto:a@lang.example", "bad-email"),
        ('"a"@lang.example', "bad-email"),
        ("à@lang.example", "bad-email"),
        ("a@làng.example", "bad-email"),
        ("a@[127.0.0.1]", "bad-email"),
        ("a@127.0.0.1", "url-number-host"),
        ("a@xn--lng-0na.example", "url-foreign-letters"),
        ("a@hatinh.gov.vn.evil.example", "url-look-alike"),
        (f"{'a' * 250}@lang.example", "bad-email"),
    ],
)
def test_what_is_no_email(text: str, expected: str) -> None:
    assert code(text, parse_email) == expected


@given(
    st.text("htps:/@.[]%\\?#=&zalome012 \t\u202eаjv", max_size=40).map("https://".__add__)
    | st.text(max_size=40)
)
def test_whatever_is_typed_is_kept_or_refused(text: str) -> None:
    for parse in (parse_url, parse_zalo, parse_email):
        try:
            kept = parse(text)
        except BadValue:
            continue
        assert kept.lower() == text.lower()
        assert parse(kept) == kept
        assert not set(kept) & set(" \t\n\"'<>\\`\u202e")
