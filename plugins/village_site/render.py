"""The Jinja environment of everything we make ourselves: escaping is on, and nothing undefined is silent.

That of English marks what it shows of Vietnamese; `tongues.resolved` makes HTML of the marks at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from village_site import catalogue, tongues
from village_site.model.text import Text
from village_site.values import FuzzyDate, Quantity, date_text, number_text, quantity_text

_SIGNS = re.compile("[&<>'\"]")


class _Generator(CodeGenerator):
    """Compiles templates so that they escape with `_escaped`."""

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escape = environment.escaped")


def _escaped(value: Any) -> str:
    """What `markupsafe.escape` gives, as the text it is: of the hundred thousand values that a build shows,
    most have nothing to escape, or are HTML already."""
    kind = type(value)
    if kind is Markup or (kind is str and _SIGNS.search(value) is None):
        return value  # type: ignore[no-any-return]
    return escape(value)


class _Escaping(Environment):
    code_generator_class = _Generator
    escaped = staticmethod(_escaped)


def environment(lang: str = "vi") -> Environment:
    """The environment for a language, one a process. Templates stand in `templates/`; all of them escape."""
    return _environment(lang)


@cache
def _environment(lang: str) -> Environment:
    env = _Escaping(
        loader=PackageLoader("village_site"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=tongues.shown if lang == "en" else None,
    )
    env.filters["date"] = _for(lang, date_text)
    env.filters["quantity"] = _for(lang, quantity_text)
    env.filters["number"] = _for(lang, number_text)
    env.filters["capital"] = capital
    env.filters["small"] = small
    env.filters["paragraphs"] = _paragraphs
    env.globals["t"] = lambda key, **params: catalogue.label(key, lang, **params)
    env.globals["lang"] = lang
    if lang == "en":
        env.filters["quantity"] = tongues.quantity
        env.filters["capital"] = tongues.capital
        env.filters["small"] = tongues.small
        env.filters["paragraphs"] = tongues.paragraphs
        env.filters["join"] = tongues.join
        env.globals["t"] = tongues.said
    return env


def _paragraphs(text: Text) -> tuple[str, ...]:
    return text.paragraphs


def _for(lang: str, show: Callable[[Any, str], str]) -> Callable[[FuzzyDate | Quantity | Any], str]:
    return lambda value: show(value, lang)


def capital(text: object) -> str:
    """The text with its first letter large: “thôn Liên Hà” becomes “Thôn Liên Hà”."""
    words = str(text)
    return words[:1].upper() + words[1:]


def small(text: object) -> str:
    """The text as it goes on in a sentence: “Ít nhất 70 %” becomes “ít nhất 70 %”, “OCOP” stays."""
    words = str(text)
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
