"""The light page behind a code: one small HTML file that asks for nothing else.

All cards are written by `templates/cards/card.html`. What a kind has to tell of a record is a template of
its own, `cards/<kind>.html`, or `cards/record.html` where it has none. What belongs to a village is written
once and stands on all its cards.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from jinja2 import Template
from markupsafe import Markup

from village_site.atlas import Atlas, Coded
from village_site.cards.card import Card
from village_site.cards.kinds import card_of
from village_site.cards.neighbours import Neighbourhood
from village_site.cards.surroundings import Surroundings, macros, surroundings
from village_site.cards.top import card_policies, card_policy, top
from village_site.cards.way import Ways
from village_site.catalogue import label
from village_site.homes import Place
from village_site.model.declare import table
from village_site.model.households import Household
from village_site.offline import registration
from village_site.render import environment
from village_site.social.signs import path_of
from village_site.values import FuzzyDate


class Cards:
    """Writes the cards of an atlas. `banner` is HTML that stands on top of every one."""

    def __init__(self, atlas: Atlas, *, banner: Markup | None = None) -> None:
        self._atlas = atlas
        self._banner = banner or Markup()
        self._parts = macros()
        self._layout = environment().get_template("cards/card.html")
        # One context a card, made of what all share: `render` would gather that anew for each.
        self._shared = {
            **self._layout.globals,
            "description": label("card-description", "vi"),
            "code_is": label("card-code", "vi"),
            "registration": registration("../../"),
            "trust": self._parts.trust(urlsplit(atlas.dataset.site.codes.base_url).netloc.lower())
            + self._parts.elsewhere(),
        }
        self._neighbourhood = Neighbourhood(atlas)
        self._ways = Ways(self._parts)
        self._surroundings: dict[str | None, Surroundings] = {}
        self._policies: dict[str | None, Markup] = {}
        self._pictures: dict[str | None, Markup] = {}
        self._templates: dict[str, Template] = {}
        self._told: dict[object, Markup] = {}
        self._updated: dict[FuzzyDate | None, Markup] = {}

    def page(self, coded: Coded) -> str:
        """The whole HTML document of a code. One without a record says that it is being updated."""
        card = card_of(coded, self._around(coded.place), self._neighbourhood)
        own = {
            "card": card,
            "policy": self._policies[card.place.id if card.place else None],
            "picture": self._pictures[card.place.id if card.place else None],
            "opening": card.around.opening,
            "directions": card.directions,
            "way": self._ways.draw(card.place, card.record),
            "told": self._tell_once(card),
            "updated": self._date(card.updated),
        }
        context = self._layout.new_context({**self._shared, **own}, shared=True)
        return "".join(self._layout.root_render_func(context))

    def _around(self, place: Place | None) -> Surroundings:
        key = place.id if place else None
        if (found := self._surroundings.get(key)) is None:
            head = top(self._atlas, place, self._banner, "../../")
            found = self._surroundings[key] = surroundings(self._atlas, place, head.css, head.banner)
            self._policies[key] = head.policy
            base = self._atlas.dataset.site.codes.base_url.rstrip("/").lower()
            self._pictures[key] = self._parts.picture(f"{base}/{path_of(place)}" if place else "")
        return found

    def _date(self, date: FuzzyDate | None) -> Markup:
        if (found := self._updated.get(date)) is None:
            found = self._updated[date] = self._parts.updated(date)
        return found

    def _tell_once(self, card: Card) -> Markup:
        """What follows the buttons. Houses of one road and group have the same to tell."""
        house = card.record
        if not isinstance(house, Household) or card.place is None or _is_personal(house):
            return self._tell(card)
        group = house.group.id if house.group else None
        measured = house.distance.sources if house.distance else ()
        key = (card.place.id, house.road.id, group, house.sources, measured)
        if (told := self._told.get(key)) is None:
            told = self._told[key] = self._tell(card)
        return told

    def _tell(self, card: Card) -> Markup:
        gone = "gone" if card.event is not None else "orphan"
        name = card.kind.name if card.record is not None else gone
        if (template := self._templates.get(name)) is None:
            template = environment().select_template([f"cards/{name}.html", "cards/record.html"])
            self._templates[name] = template
        about = template.render(card=card, around=card.around, record=card.record, parts=self._parts)
        return Markup(about) + card.around.contacts


def _is_personal(house: Household) -> bool:
    """True for a house that has more to tell than its place."""
    return any(getattr(house, spec.en) not in (None, ()) for spec in table(Household).personal)


def card_path(code: str) -> str:
    """Where a code's page stands in the site: `Q/7K3MXT4M/index.html`."""
    return f"Q/{code}/index.html"


__all__ = ["Cards", "card_path", "card_policies", "card_policy"]
