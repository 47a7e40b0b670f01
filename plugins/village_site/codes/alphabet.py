"""A code: seven random symbols and one check symbol.

The alphabet has 19 symbols: no vowel, no D and no W, so Vietnamese input methods leave a typed code
alone, and nothing that looks like another symbol. 19 is prime, which lets one weighted sum find every
single wrong symbol, every swap of neighbours or of symbols one apart, and every doubled error.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import lru_cache

ALPHABET = "23456789FHJKMNPRTVX"
LENGTH = 8
_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}
_MODULUS = len(ALPHABET)


@lru_cache(maxsize=65_536)  # a code is asked for where it is issued, typed, printed and shown
def is_code(text: str) -> bool:
    """True for eight symbols of the alphabet, upper case and without hyphen, the last of which is right."""
    if len(text) != LENGTH:
        return False
    total = 0
    for weight, symbol in enumerate(text, 1):
        value = _VALUE.get(symbol)
        if value is None:
            return False
        total += weight * value if weight < LENGTH else -value
    return total % _MODULUS == 0


def check_symbol(body: str) -> str:
    """The symbol that completes seven others: the sum of place × value, modulo 19.

    KeyError for a symbol outside the alphabet.
    """
    return ALPHABET[sum(place * _VALUE[symbol] for place, symbol in enumerate(body, 1)) % _MODULUS]


def parse_code(text: str) -> str | None:
    """The code of a text in any case, with or without hyphen and spaces; None when it is no valid code."""
    code = "".join(text.split()).replace("-", "").upper()
    return code if is_code(code) else None


def shown(code: str) -> str:
    """A code as people read it: `7K3M-XT4M`."""
    return f"{code[:4]}-{code[4:]}"


def new_code(taken: Callable[[str], bool], choose: Callable[[str], str] = secrets.choice) -> str:
    """A fresh code for which `taken` is false, made with `choose`, which picks one symbol of a text."""
    while True:
        body = "".join(choose(ALPHABET) for _ in range(LENGTH - 1))
        code = body + check_symbol(body)
        if not taken(code):
            return code
