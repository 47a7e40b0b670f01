"""A static page at every old address: villages and communes that were renamed, merged or split.

Such a page names where it went and links there; it does not jump by itself, for a split has two ways to go.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import stands
from village_site.model.units import Unit
from village_site.offline import needs, registration
from village_site.policy import Policy, light, meta
from village_site.render import capital, environment
from village_site.values import DateQualifier, date_text


@frozen
class Signpost:
    """What stands at an old address. `ways` are (address from the site's root, name); `url` is its own."""

    url: str
    name: str
    lines: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]


def signposts(atlas: Atlas) -> Iterator[Signpost]:
    """Every old address of villages and communes that has no page of its own any more."""
    for event in atlas.fates.events:
        village = event.village
        if village is None or not event.what.of_village or village in atlas.by_id:
            continue
        places = [
            place for heir in atlas.fates.heirs(village) if (place := atlas.by_id.get(heir)) is not None
        ]
        since = label(
            "signpost-since", "vi", what=event.what, date=date_text(event.date, "vi"), reason=event.reason
        )
        decision = (label("signpost-decision", "vi", decision=event.decision),) if event.decision else ()
        name = event.former_name or label("signpost-village", "vi", village=village)
        ways = tuple((place.url, capital(place.name)) for place in places)
        yield Signpost(f"thon/{village}/", capital(name), (since, *decision), ways)
    standing = {commune.unit.id for commune in atlas.communes}
    for unit in atlas.units.values():
        if unit.kind.is_local and unit.id not in standing and not stands(unit, atlas.day):
            yield _former_commune(atlas, unit)


def _former_commune(atlas: Atlas, unit: Unit) -> Signpost:
    heirs = [
        commune for commune in atlas.communes if any(ref.text == unit.id for ref in commune.unit.formed_from)
    ]
    lines = []
    if unit.until is not None:
        before = unit.until.qualifier is DateQualifier.BEFORE
        key = "signpost-before" if before else "signpost-until"
        lines.append(label(key, "vi", date=date_text(unit.until, "vi")))
    if unit.decision:
        lines.append(label("signpost-decision", "vi", decision=unit.decision))
    ways = tuple((commune.url, capital(commune.unit.full_name)) for commune in heirs)
    return Signpost(f"xa/{unit.id}/", capital(unit.full_name), tuple(lines), ways)


def signpost_page(atlas: Atlas, post: Signpost) -> str:
    """The HTML document of a signpost; its links are relative."""
    template = environment().get_template("signposts/signpost.html")
    return template.render(
        post=post,
        policy=meta(signpost_policy()),
        style=_style(),
        site=atlas.dataset.site,
        root="../../",
        registration=registration("../../"),
        report_to=atlas.dataset.site.report_to,
    )


def signpost_policy() -> Policy:
    """What a signpost may load: its own style and the site's worker."""
    return light(_style(), *needs())


@cache
def _style() -> str:
    return environment().get_template("cards/card.css").render()
