"""The Jinja environment of everything we make ourselves: escaping is on, and nothing undefined is silent.

That of English marks what it shows of Vietnamese; `tongues.resolved` makes HTML of the marks at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from village_site import catalogue, tongues
from village_site.model.text import Text
from village_site.values import FuzzyDate, Quantity, date_text, number_text, quantity_text


def environment(lang: str = "vi") -> Environment:
    """The environment for a language, one a process. Templates stand in `templates/`; all of them escape."""
    return _environment(lang)


@cache
def _environment(lang: str) -> Environment:
    env = Environment(
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
    env.filters["paragraphs"] = _paragraphs
    env.globals["t"] = lambda key, **params: catalogue.label(key, lang, **params)
    env.globals["lang"] = lang
    if lang == "en":
        env.filters["quantity"] = tongues.quantity
        env.filters["capital"] = tongues.capital
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
