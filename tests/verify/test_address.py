"""What a symbol's text leads to, and how little of a stranger's is shown."""

from __future__ import annotations

import pytest

from tests.verify.support import CODES
from village_site.verify.address import Address, address_in

CODE = CODES[0]
BASES = ("https://lang.example", "https://ten.github.example/kho")


@pytest.mark.parametrize(
    "text", [f"HTTPS://LANG.EXAMPLE/Q/{CODE}/", f"https://ten.github.example/kho/Q/{CODE}/"]
)
def test_our_own(text: str) -> None:
    assert address_in(text, BASES) == Address(code=CODE)


@pytest.mark.parametrize(
    "text",
    [
        f"HTTPS://LANG.EXAMPLE/Q/{CODE}",
        f"HTTP://LANG.EXAMPLE/Q/{CODE}/",
        f"HTTPS://LANG.EXAMPLE/Q/{CODE[:4]}-{CODE[4:]}/",
        f"HTTPS://LANG.EXAMPLE/Q/{CODE}/?x",
        f"HTTPS://LANG.EXAMPLE:8443/Q/{CODE}/",
        f"https://lang.example/q/{CODE}/",
        "https://lang.example",
    ],
)
def test_ours_but_not_as_printed(text: str) -> None:
    assert address_in(text, BASES) == Address(reason="odd-address", host="lang.example")


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (f"HTTPS://LANG-EXAMPLE.EVIL.TEST/Q/{CODE}/", "lang-example.evil.test"),
        (f"https://lang.example@evil.test/Q/{CODE}/", "evil.test"),
        (f"https://evil.test\\@lang.example/Q/{CODE}/", "evil.test"),
        ("http://192.0.2.7:8080/pay", "192.0.2.7"),
        ("http://[2001:db8::1]/", "2001:db8::1"),
        ("https://lаng.example/", "xn--lng-6cd.example"),
        ("https://evil.test%0a.x/secret", "evil.test?0a.x"),
        ("https://\x1b\x07red.test/", "??red.test"),
        (f"https://{'a' * 300}.test/", "a" * 80),
        ("  https://evil.test/  ", "evil.test"),
    ],
)
def test_strangers(text: str, host: str) -> None:
    assert address_in(text, BASES) == Address(reason="foreign", host=host)


@pytest.mark.parametrize(
    "text", ["", "BÁN NHÀ", "tel:0912345678", "https://", "http://[bad/", "javascript:alert(1)"]
)
def test_no_web_address(text: str) -> None:
    assert address_in(text, BASES) == Address(reason="no-address")


def test_money() -> None:
    assert address_in("00020101021238", BASES) == Address(reason="payment")
