"""Campaigns on pages: what of each a village's and a commune's page shows, and the charts of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup

from village_site import charts
from village_site.campaigns import (
    GroupStanding,
    Home,
    ItemStanding,
    Share,
    Standing,
    Week,
    last_day,
    of_unit,
    rank,
    reports_of,
    standing,
    taking_part,
)
from village_site.campaigns.aloud import aloud
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Commune, Place
from village_site.model.campaigns import CampaignItem, WeeklyReport
from village_site.pages.writer import Writer
from village_site.tongues import quantity_in, text_in
from village_site.values import Qualifier, Quantity

if TYPE_CHECKING:
    from village_site.spoken import Spoken


@frozen
class VillagePart:
    """What one campaign means for one village. `aloud` is what is read out of its last day of report."""

    standing: Standing
    bars: tuple[Markup, ...]
    groups: tuple[Markup, ...]
    weeks: Markup
    reports: tuple[WeeklyReport, ...]
    aloud: Spoken | None
    aloud_of: dt.date | None


@frozen
class CampaignLine:
    """One campaign in a commune's list."""

    standing: Standing
    state: Markup
    items: Markup


def day_of(page: Writer, home: Home) -> dt.date:
    """The day a campaign is shown as of: the build's, or its last when that is gone."""
    return min(page.atlas.day, last_day(home.campaign))


def name_of_home(page: Writer, home: Home) -> str:
    """Who holds a campaign: “xã Đức Giang”, or a village's name."""
    unit, place = page.atlas.units.get(home.folder.id), page.atlas.by_id.get(home.folder.id)
    return unit.full_name if unit is not None else place.name if place is not None else home.folder.id


def village_parts(page: Writer, place: Place) -> tuple[VillagePart, ...]:
    """A village's campaigns, its own and its commune's, newest first."""
    return tuple(_village_part(page, place, home) for home in taking_part(page.atlas, place))


def campaign_lines(page: Writer, commune: Commune) -> tuple[CampaignLine, ...]:
    """The campaigns of a commune's page, newest first."""
    lines = []
    for home in of_unit(page.atlas, commune.unit, commune.places):
        found = standing(page.atlas, home, day_of(page, home))
        known = bool(found.acting)
        bars = [item_bar(page, found, item.item, item.share, known=known) for item in found.items]
        items = Markup("").join(bars)
        lines.append(CampaignLine(found, states(page, found), items))
    return tuple(lines)


def states(page: Writer, found: Standing) -> Markup:
    """How many items have reached their target, are begun, are not."""
    met = sum(item.share.reached for item in found.items)
    begun = sum(bool(item.share.done) and not item.share.reached for item in found.items)
    going = "begun" if found.days_gone < found.days else "short"
    parts = [
        charts.Part(charts.State.MET, met, label("campaign-item-met", page.lang)),
        charts.Part(charts.State.IN_PROGRESS, begun, label(f"campaign-item-{going}", page.lang)),
        charts.Part(
            charts.State.NOT_MET if found.acting else charts.State.NOT_ASSESSED,
            len(found.items) - met - begun,
            label("campaign-item-not-begun" if found.acting else "campaign-item-unknown", page.lang),
        ),
    ]
    return charts.stack(label("campaign-block-label", page.lang), parts, page.lang)


def item_bar(page: Writer, found: Standing, item: CampaignItem, share: Share, *, known: bool) -> Markup:
    """An item's progress towards its target, and where an even pace would be while the campaign runs."""
    done = share.done if known else None
    if share.target is None:
        note = f"{amount_text(share.done, share.unit, page.lang)}, {label('campaign-no-target', page.lang)}"
        return charts.bars(text_in(item.name, page.lang), [charts.Row("", done, note)], page.lang)
    elapsed = charts.Elapsed(found.days_gone, found.days) if found.is_running else None
    target = amount_text(share.target, share.unit, page.lang)
    text = amount_text(share.done, share.unit, page.lang)
    return charts.bar(
        charts.Progress(text_in(item.name, page.lang), done, text, share.target, target, elapsed), page.lang
    )


def village_bars(page: Writer, found: Standing, item: ItemStanding) -> Markup:
    """One item in every village; each name leads to the village's own figures."""
    anchor = label("page-campaigns-anchor", "vi")
    rows = []
    for one in item.villages:
        place = page.atlas.by_id[one.village]
        link = Markup('<a href="{}{}#{}">{}</a>').format(page.root, place.url, anchor, place.name)
        done = one.share.done if one.village in found.acting else None
        rows.append(charts.Row(link, done, share_text(one.share, page.lang), one.share.target))
    return charts.bars(text_in(item.item.name, page.lang), rows, page.lang)


def group_bars(page: Writer, place: Place, found: Standing, item: ItemStanding) -> Markup:
    """One item in every group of a village; empty where nothing is known by group."""
    part = item.of(place.id)
    groups: Iterable[GroupStanding] = part.groups if part is not None else ()
    if found.campaign.ranked:
        groups = rank(groups)
    rows = [
        charts.Row(
            text_in(group_name(place, one.group), page.lang),
            one.share.done,
            share_text(one.share, page.lang),
            one.share.target,
        )
        for one in groups
    ]
    return charts.bars(text_in(item.item.name, page.lang), rows, page.lang)


def week_cells(page: Writer, found: Standing, village: str = "") -> Markup:
    """The weeks by the day their report was due: a village's, or, for the whole, whether all were in."""
    cells = []
    for week in found.weeks:
        missing = village in week.missing if village else bool(week.missing)
        state = charts.Reported.MISSING if missing else charts.Reported.YES
        if week.due > found.day and not (village and village in week.reported):
            state = charts.Reported.NOT_DUE
        cells.append(charts.Week(f"{week.due.day}/{week.due.month}", state))
    return charts.weeks(
        label("campaign-weeks-village" if village else "campaign-weeks-label", page.lang), cells, page.lang
    )


def missing_weeks(page: Writer, found: Standing) -> Iterator[tuple[Week, str]]:
    """The weeks some village did not report in, and which."""
    for week in found.weeks:
        if week.missing:
            yield week, ", ".join(page.atlas.by_id[village].name for village in week.missing)


def group_name(place: Place, group: str) -> str:
    """Kind and name of a group; its id where it is not in the data any more."""
    found = place.groups.get(group)
    return f"{found.kind} {found.name}" if found is not None else group


def amount_text(number: Decimal, unit: str, lang: str) -> str:
    """“20 hộ”."""
    return quantity_in(Quantity(Qualifier.EXACT, number, None, unit), lang)


def share_text(share: Share, lang: str) -> str:
    """“18/20 hộ”, or “18 hộ” without a target."""
    return quantity_in(Quantity(Qualifier.EXACT, share.done, share.target, share.unit), lang)


def _village_part(page: Writer, place: Place, home: Home) -> VillagePart:
    found = standing(page.atlas, home, day_of(page, home))
    week = found.last_due
    as_read = standing(page.atlas, home, week.due) if week is not None else None
    own = [(item, item.of(place.id)) for item in found.items]
    known = place.id in found.acting
    return VillagePart(
        found,
        tuple(
            item_bar(page, found, item.item, part.share, known=known)
            for item, part in own
            if part is not None
        ),
        tuple(filter(None, (group_bars(page, place, found, item) for item, _ in own))),
        week_cells(page, found, place.id),
        tuple(
            report
            for who, report in reports_of(page.atlas, home)
            if who == place.id and report.date.latest() <= found.day
        ),
        aloud(page.atlas, as_read, place) if as_read is not None else None,
        as_read.day if as_read is not None else None,
    )
