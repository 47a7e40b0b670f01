"""The light page behind a code: one small HTML file that asks for nothing else.

A card is written by `templates/cards/<kind>.html`, or by `cards/record.html` where a kind has none of its
own; all extend `cards/card.html`. What belongs to a village is written once and stands on all its cards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from jinja2 import Template
from markupsafe import Markup

from village_site.atlas import Atlas, Coded, Place
from village_site.cards.card import Card, Neighbourhood
from village_site.cards.surroundings import EMERGENCY, Surroundings, surroundings, way_here
from village_site.model import Kind
from village_site.render import environment

_ORPHAN = "cards/orphan.html"


@dataclass(frozen=True, slots=True)
class Frame:
    """What all cards of a site share: the end of their head, the banner, the emergency numbers, the domain."""

    head: Markup
    banner: Markup
    emergency: Markup
    domain: str


class Cards:
    """Writes the cards of an atlas. `banner` is HTML that stands on top of every one."""

    def __init__(self, atlas: Atlas, *, banner: Markup | None = None) -> None:
        self._atlas = atlas
        self._neighbourhood = Neighbourhood(atlas)
        self._surroundings: dict[str | None, Surroundings] = {}
        self._templates: dict[str, Template] = {}
        self._frame = _frame(atlas, banner or Markup())

    def page(self, coded: Coded) -> str:
        """The whole HTML document of a code. One without a record says that it is being updated."""
        card = Card(coded, self._around(coded.place), self._neighbourhood)
        template = self._template(coded.kind) if coded.record is not None else self._named(_ORPHAN)
        return template.render(card=card, around=card.around, record=card.record, frame=self._frame)

    @staticmethod
    def path(code: str) -> str:
        """`card_path`."""
        return card_path(code)

    def _around(self, place: Place | None) -> Surroundings:
        key = place.id if place else None
        if (found := self._surroundings.get(key)) is None:
            found = self._surroundings[key] = surroundings(self._atlas, place)
        return found

    def _template(self, kind: Kind[object]) -> Template:
        return self._named(f"cards/{kind.name}.html", "cards/record.html")

    def _named(self, *names: str) -> Template:
        if (found := self._templates.get(names[0])) is None:
            found = self._templates[names[0]] = environment().select_template(list(names))
        return found


def card_path(code: str) -> str:
    """Where a code's page stands in the site: `Q/7K3MXT4M/index.html`."""
    return f"Q/{code}/index.html"


def _frame(atlas: Atlas, banner: Markup) -> Frame:
    parts = environment().get_template("cards/parts.html").module
    css = environment().get_template("cards/card.css").render()
    domain = urlsplit(atlas.dataset.site.codes.base_url).netloc.lower()
    return Frame(
        head=Markup(parts.head(_minified(css))),  # type: ignore[attr-defined]
        banner=banner,
        emergency=Markup(parts.emergency(EMERGENCY)),  # type: ignore[attr-defined]
        domain=domain,
    )


def _minified(css: str) -> Markup:
    """Our own style sheet without comments and needless space; every card carries it."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return Markup(re.sub(r"\s*([{};,])\s*", r"\1", bare).replace(": ", ":").strip())


__all__ = ["Cards", "card_path"]
