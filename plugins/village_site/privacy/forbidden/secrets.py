"""Finds passwords, and the tokens and keys of other services."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from village_site.privacy.forbidden.allowed import COVER, cover
from village_site.privacy.forbidden.view import View

PASSWORD, TOKEN = "forbidden-password", "forbidden-token"

Span = tuple[str, int, int]

_TOKENS = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    r"gh[opusr]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[A-Za-z0-9_-]{16,255}"
    r"|(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[A-Za-z0-9_-]{30,60}|ya29\.[A-Za-z0-9_-]{20,255}"
    r"|eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,4000}|xox[abeoprs]-[A-Za-z0-9-]{10,255}"
    r"|sk-[A-Za-z0-9_-]{20,255}|npm_[A-Za-z0-9]{30,60}|pypi-[A-Za-z0-9_-]{40,255}|hf_[A-Za-z0-9]{30,60}"
    r"|[0-9]{8,10}:AA[A-Za-z0-9_-]{30,40})"
    r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY"
)
_NAMED = re.compile(
    r"(?<![a-z])(?:api[ _-]?key|token|secret|access[ _-]?key|private[ _-]?key|bearer|khoa api|ma truy cap)"
    r"[a-z0-9_ -]{0,16}[\"']?(?: ?[:=] ?| )[\"']?(?P<value>[a-z0-9_+/=.-]{16,4000})"
)
_LEAST_ENTROPY = 3.0
"""Bits a letter: random text of sixteen letters has about 3.7, words of a language less than 3."""

_WORD = re.compile(
    r"(?<![a-z])(?:mat khau|matkhau|mat ma|mat khoa|ma khoa|password|passwd|passcode|passphrase|pwd|pass|mk|"
    r"ma pin|pin code|pin|ma otp|otp)(?![a-z])"
)
_SAID = re.compile(
    r"(?P<about>[a-z0-9 _()/.-]{0,40}?)[\"'*`]{0,3} ?(?:[:=]|->|=>|(?<= )la(?= )|(?<= )is(?= ))"
    r"[ \"'`*]{0,5}\n?[ \"'`>|-]{0,16}"
    r"(?P<value>[^\s\"'`,;]{3,200})(?P<more>[^\n]{0,40})"
)
_BARE = re.compile(r"(?:[ (_-]+[a-z]+){0,3}[ (_-]+[\"'`]?(?P<value>(?=[^\s]{0,60}[0-9])[^\s\"'`,;)]{6,60})")
_CALLED = re.compile(r"\b(?:goi|hoi|lien he|dien thoai|sdt|zalo|bao|call)\b")
_NO_VALUE = re.compile(
    "khong|co|none|null|yes|no|true|false|rieng|doi|quen|hidden|secret|string|text|sai|dung|bat|tat|moi|cu|chua"
)
_PHRASE = re.compile("[a-z0-9]{2,12}(?: [a-z0-9]{1,12}){1,4} ?")
_SHORTEST = 4
_IN_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,15}://[^\s/@:]{1,80}:[^\s/@]{1,80}@")
_HIDDEN = re.compile(r"[*•x.…_?<>{}$-]+")


def secrets(seen: View, raw: str) -> Iterator[Span]:
    """The passwords and tokens of a view; `raw` is the file's text."""
    for found in _TOKENS.finditer(seen.plain):
        yield TOKEN, found.start(), found.end()
    for found in _NAMED.finditer(seen.flat):
        if _is_random(seen.plain[found.start("value") : found.end("value")]):
            yield TOKEN, found.start("value"), found.end("value")
    for found in _IN_ADDRESS.finditer(seen.flat):
        yield PASSWORD, found.start(), found.end()
    for word in _WORD.finditer(seen.flat):
        if span := _password(seen, raw, word):
            yield PASSWORD, *span


def _is_random(value: str) -> bool:
    if not re.search("[0-9]", value) or not re.search("[A-Za-z]", value):
        return False
    counts = Counter(value)
    entropy = -sum(n / len(value) * math.log2(n / len(value)) for n in counts.values())
    return entropy >= _LEAST_ENTROPY


def _password(seen: View, raw: str, word: re.Match[str]) -> tuple[int, int] | None:
    """Where the value behind a word for “password” stands, if it is one."""
    said = _SAID.match(seen.flat, word.end())
    if said and not _CALLED.search(said["about"]):
        typed = raw[seen.offset(said.start("value")) : seen.offset(said.end("value") - 1) + 1]
        if _is_value(said["value"], typed, ends_line=not said["more"].strip(" .)\"'`#*")):
            return said.start("value"), said.end("value")
        if _is_phrase(phrase := said["value"] + said["more"], raw[seen.offset(said.start("value")) :]):
            return said.start("value"), said.start("value") + len(phrase.rstrip())
    bare = None if said else _BARE.match(seen.flat, word.end())
    if bare and not _CALLED.search(bare[0]) and COVER not in cover(bare["value"]):
        return bare.start("value"), bare.end("value")
    return None


def _is_phrase(phrase: str, typed: str) -> bool:
    """True for words without accents, digits among them, up to the end of the line: lang que 2024."""
    if _CALLED.search(phrase) or not typed.partition("\n")[0].isascii():
        return False
    digits = sum(letter.isdigit() for letter in phrase)
    return digits > 2 and _PHRASE.fullmatch(phrase) is not None and COVER not in cover(phrase)


def _is_value(value: str, typed: str, *, ends_line: bool) -> bool:
    """True for letters with digits or signs among them, or one word without accents that ends the line."""
    core = value.strip(".,;:!?()[]")
    if len(core) < _SHORTEST or core.startswith(("${", "http")):
        return False
    if _HIDDEN.fullmatch(core) or _NO_VALUE.fullmatch(core):
        return False
    if any(letter.isdigit() for letter in core):
        return COVER not in cover(core)
    if re.search(r"[!@#$%^&*+=~]", core) and core.isascii():
        return True
    return ends_line and typed.isascii() and core.isalpha()
