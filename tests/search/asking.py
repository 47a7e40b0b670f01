"""Many queries put to an open page at once: typing each from here would cost a second of every three."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page


@dataclass(frozen=True)
class Found:
    """A page of an answer: where it and the things in it lead, from the site's root; the title of the first;
    the marked pieces of all titles, sorted."""

    links: list[str]
    heading: str
    marked: list[str]


@dataclass(frozen=True)
class Way:
    """How one asks a page: `ask` is JavaScript that puts `text` in and waits for the answer, the rest are
    selectors of the pages on show and, in them, of the titles."""

    ask: str
    items: str
    titles: str


# Not `wait_for_function`, which evaluates strings: the page's policy forbids that.
BOX = Way(
    """const before = answers;
    field.value = text;
    field.dispatchEvent(new KeyboardEvent('keyup'));
    while (answers === before) await new Promise(requestAnimationFrame);""",
    ".md-search-result__item",
    "h1, h2",
)
LIGHT = Way(
    """field.value = text;
    field.dispatchEvent(new Event('input'));
    await new Promise(resolve => setTimeout(resolve, 1));""",
    "#found > li",
    "b",
)

# The pause after a key is left out; what is set off without it is answered before what is set off later.
AT_ONCE = """
const later = setTimeout;
window.setTimeout = (run, pause, ...given) => later(run, pause > 100 ? 0 : pause, ...given);
"""


def ask(page: Page, way: Way, field: str, texts: Iterable[str]) -> dict[str, list[Found]]:
    """What a page answers to each text, typed into the field of this selector."""
    asked = list(dict.fromkeys(texts))
    script = f"""async ([selector, texts]) => {{
      const field = document.querySelector(selector);
      const all = [];
      for (const text of texts) {{
        {way.ask}
        all.push(Array.from(document.querySelectorAll('{way.items}'), item => {{
          const titles = Array.from(item.querySelectorAll('{way.titles}'));
          return {{
            links: Array.from(item.querySelectorAll('a'), link => link.href),
            heading: titles[0].textContent.trim(),
            marked: titles.flatMap(one => Array.from(one.querySelectorAll('mark'), mark => mark.textContent)),
          }};
        }}));
      }}
      return [new URL('.', document.baseURI).href, all];
    }}"""
    here, answers = page.evaluate(script, [field, asked])
    root = str(here).removesuffix("tim/")
    return {text: [_found(item, root) for item in items] for text, items in zip(asked, answers, strict=True)}


def _found(item: dict[str, Any], root: str) -> Found:
    links = [link.removeprefix(root) for link in item["links"]]
    return Found(links, item["heading"], sorted(item["marked"]))
