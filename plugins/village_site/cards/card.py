"""One card: what the templates ask of a record."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from village_site.atlas import Coded
from village_site.cards import address, facts
from village_site.cards.facts import Fact
from village_site.cards.neighbours import Neighbour, Neighbourhood
from village_site.cards.surroundings import Surroundings, Whereabouts, directions_to
from village_site.catalogue import label
from village_site.codes.alphabet import shown
from village_site.homes import Place
from village_site.labels import name_of
from village_site.media.photos import Copy, photo_url, size_of
from village_site.model import Kind
from village_site.model.declare import table
from village_site.model.groups import Group
from village_site.model.households import Household
from village_site.model.personal import Scope
from village_site.model.photos import Photo
from village_site.model.places import PublicPlace
from village_site.model.roads import Road
from village_site.model.shapes import Ref
from village_site.model.text import Text
from village_site.model.village import Village
from village_site.render import capital
from village_site.values import FuzzyDate, date_text

_LONG = 36


class Card:
    """What stands on one card: its own words here, the shared ones in `around`."""

    def __init__(self, coded: Coded, around: Surroundings, neighbourhood: Neighbourhood) -> None:
        self.kind: Kind[Any] = coded.kind
        self.place: Place | None = coded.place
        self.record: Any = coded.record
        if coded.place is not None and coded.record is not None:
            permits = neighbourhood.atlas.permits
            self.record = permits.view(Scope.CARD, coded.kind, coded.place.id, coded.record)
        self.around = around
        self.event = coded.event
        self.code = shown(coded.code)
        self.neighbourhood = neighbourhood
        names = self._names()
        self.name = names.vi
        self.eyebrow, english = self._eyebrow()
        self.english = Markup(f"{escape(english)}: {self._marked(names.to('en'))}")

    def _names(self) -> Text:
        """The largest words of the card, in both languages."""
        if self.record is None or self.place is None:
            key = f"card-gone-{self.event.what.term.en}" if self.event else "card-orphan"
            return Text(label(key, "vi"), label(key, "en"))
        vi, en = (capital(name_of(self.place, self.record, lang)) for lang in ("vi", "en"))
        return Text(vi, en)

    def _marked(self, name: str) -> Markup:
        """The name in English. Its Vietnamese words are marked, for a voice that can read them: all of it but
        for how a house stands, and but for what is gone."""
        record, place = self.record, self.place
        quoted = [name] if record is not None else []
        if isinstance(record, Household) and place is not None:
            road, near = place.road(record.road), record.near
            quoted = [road.name] if road is not None else []
            quoted += [near.vi] if near is not None and not near.en else []
        found = str(escape(name))  # plain strings: Markup's own methods would take longer than the whole page
        for words in map(str, map(escape, quoted)):
            found = found.replace(words, f'<span lang="vi">{words}</span>')
        return Markup(found)

    def _eyebrow(self) -> tuple[str, str]:
        """The words above the name, in both languages: one can be at a house, but not at a product."""
        if self.record is None:
            return label("card-plate", "vi", code=self.code), label("card-plate", "en", code=self.code)
        if isinstance(self.record, (Household, Road, Group, Village, PublicPlace)):
            return label("card-you-are-at", "vi"), label("card-you-are-at", "en")
        return self.kind.title.vi, self.kind.title.to("en")

    @property
    def hint(self) -> str:
        """A line below the name, or ""."""
        return address.house_hint(self.record) if isinstance(self.record, Household) else ""

    @property
    def is_long(self) -> bool:
        """True for a name that needs smaller letters to leave room for the buttons on a small screen."""
        return len(self.name) > _LONG

    @property
    def at(self) -> Whereabouts:
        """How the address goes on after the name."""
        if self.record is None:
            return self.around.of_orphan
        return self.around.of_village if isinstance(self.record, Village) else self.around.of_record

    @property
    def notes(self) -> list[str]:
        """What the reader should know before trusting the card."""
        if self.record is None:
            return [*self._what_became(), label("card-orphan-advice", "vi")]
        notes = []
        if self.illustrative:
            notes.append(label("card-illustrative", "vi"))
        elif isinstance(self.record, Village) and self.record.illustrative_parts is not None:
            notes.append(label("card-illustrative-partly", "vi"))
        if self.unsure:
            notes.append(label("card-unsure-note", "vi"))
        return notes

    def _what_became(self) -> list[str]:
        """Since when, and why, in the words of whoever recorded it."""
        if self.event is None:
            return []
        reason, date = self.event.reason.vi, date_text(self.event.date, "vi")
        name, decision = self.event.former_name, self.event.decision
        lines = [label("card-gone-since", "vi", date=date, reason=reason)]
        if name:
            lines.append(label("card-gone-name", "vi", name=name))
        if decision:
            lines.append(label("card-gone-decision", "vi", decision=decision))
        return lines

    def heirs(self) -> list[Neighbour]:
        """Where a code without record, or the village it belonged to, went; those that have a page."""
        return self.neighbourhood.targets(self.kind, self.event.to) if self.event else []

    @property
    def directions(self) -> Markup:
        """The buttons; a record without a place of its own leads to its village."""
        location = getattr(self.record, "location", None)
        return self.around.directions if location is None else directions_to(location, self.around)

    @property
    def updated(self) -> FuzzyDate | None:
        """When the record was last looked over, else its village."""
        own: FuzzyDate | None = getattr(self.record, "updated", None)
        return own or (self.place.village.updated if self.place else None)

    @property
    def illustrative(self) -> bool:
        """True for made-up data, and for all data of a made-up village."""
        made_up = self.place is not None and self.place.village.illustrative
        return made_up or getattr(self.record, "illustrative", False)

    @property
    def unsure(self) -> bool:
        """True when nobody has confirmed the record or the village it is named by."""
        village_unsure = self.place is not None and not self.place.village.confirmed
        return village_unsure or not getattr(self.record, "confirmed", True)

    @property
    def hidden(self) -> bool:
        """True when search engines should leave the card alone: what our own search leaves out, what is
        gone, what tells of somebody, and what is made up and would be taken for a real place."""
        if self.record is None or not self.kind.searched or self.illustrative:
            return True
        fields = table(type(self.record)).personal
        return any(getattr(self.record, spec.en) not in (None, ()) for spec in fields)

    def facts(self, *names: str) -> list[Fact]:
        """The fields of one value that are known; a reference leads to the card of what it means."""
        found = []
        for name in names:
            value = getattr(self.record, name)
            if isinstance(value, Ref):
                other = self.neighbourhood.find(value)
                found.append(Fact(self.title(name), other.name, other.href))
            elif (fact := facts.fact(self.record, name)) is not None:
                found.append(fact)
        return found

    def within(self, name: str, *names: str) -> list[Fact]:
        """The same of a record nested in this one; none where there is no such record."""
        nested = getattr(self.record, name)
        return [fact for one in names if nested and (fact := facts.fact(nested, one)) is not None]

    def title(self, name: str) -> str:
        """The Vietnamese title of a field."""
        return facts.field_title(self.record, name)

    def photo_url(self, photo: Photo) -> str:
        """Address of the small copy of a picture, from the card."""
        return f"../../{photo_url(photo, Copy.SMALL)}"

    def photo_size(self, photo: Photo) -> tuple[int, int] | None:
        """Its width and height."""
        return size_of(self.neighbourhood.atlas, photo, Copy.SMALL)

    def sources(self, *names: str) -> tuple[str, ...]:
        """Where the record, and those of its fields that are named, come from."""
        return facts.sources(self.neighbourhood.atlas, self.record, names)
