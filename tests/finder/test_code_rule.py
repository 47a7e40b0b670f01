"""The script's arithmetic against the project's own: they must never come to differ."""

from __future__ import annotations

import random
from typing import Any

from playwright.sync_api import Page

from tests.finder.support import HOUSE, one_off
from village_site.codes.alphabet import ALPHABET, LENGTH, is_code, new_code, shown
from village_site.finder import code_script

CHANCE = random.Random(20261121)


def run(page: Page, function: str, values: list[str]) -> list[Any]:
    """What a function of the script makes of each value."""
    script = f"texts => {{ {code_script()} return texts.map(text => {function}(text)); }}"
    return list(page.evaluate(script, values))


def any_symbols(count: int) -> list[str]:
    return ["".join(CHANCE.choices(ALPHABET, k=LENGTH)) for _ in range(count)]


def fresh_codes(count: int) -> list[str]:
    return [new_code(lambda _: False, CHANCE.choice) for _ in range(count)]


def test_both_agree_on_what_a_code_is(browser_page: Page) -> None:
    texts = [*any_symbols(2000), *fresh_codes(300), HOUSE[:-1], HOUSE + "2", "", HOUSE.lower()]
    found = run(browser_page, "isCode", texts)
    assert found == [is_code(text) for text in texts]
    assert 300 <= sum(found) < 600


def test_a_wrong_code_has_the_eight_neighbours_that_trying_all_finds(browser_page: Page) -> None:
    wrong = [text for text in any_symbols(400) if not is_code(text)]
    assert len(wrong) >= 300
    for text, found in zip(wrong, run(browser_page, "candidates", wrong), strict=True):
        assert len(found) == LENGTH
        assert sorted(found) == sorted(one_off(text))


def test_a_right_code_stands_for_itself_alone(browser_page: Page) -> None:
    codes = fresh_codes(200)
    assert run(browser_page, "candidates", codes) == [[code] for code in codes]


def test_one_unreadable_symbol_is_found_again(browser_page: Page) -> None:
    codes = fresh_codes(200)
    places = [CHANCE.randrange(LENGTH) for _ in codes]
    marks = [CHANCE.choice("0OILSBGQ1DW?*") for _ in codes]
    damaged = [
        code[:place] + mark + code[place + 1 :]
        for code, place, mark in zip(codes, places, marks, strict=True)
    ]
    kept = [pair for pair in zip(damaged, codes, strict=True) if not set(pair[0]) <= set(ALPHABET)]
    found = run(browser_page, "candidates", [text for text, _ in kept])
    assert len(kept) > 100
    assert found == [[code] for _, code in kept]


def test_two_unreadable_symbols_or_a_wrong_length_stand_for_nothing(browser_page: Page) -> None:
    texts = ["??" + HOUSE[2:], "0" + HOUSE[1:7] + "O", HOUSE[:7], HOUSE + HOUSE, ""]
    assert run(browser_page, "candidates", texts) == [[]] * len(texts)


def test_a_code_is_read_however_it_is_written(browser_page: Page) -> None:
    grouped, lower = shown(HOUSE), shown(HOUSE).lower()
    full_width = "".join(chr(ord(symbol) + 0xFEE0) for symbol in HOUSE)
    texts = [
        *(HOUSE, grouped, lower, f" {grouped} ", " ".join(HOUSE), grouped.replace("-", "\u2013"), full_width),
        *(f"{grouped}.", f"({grouped})", f"{grouped}/", f"{HOUSE}/index.html", f"{grouped} nhé bà con"),
        *(f"https://lang.example/Q/{HOUSE}/", f"HTTPS://LANG.EXAMPLE/q/{lower}/).", f"\u200b{grouped}\u2060"),
        *(f"mã {lower}", f"Mã số: {grouped}", f"code {grouped}"),
    ]
    assert run(browser_page, "codeIn", texts) == [HOUSE] * len(texts)
