"""What the loudspeaker says at the end of a day of a campaign. Groups are named, households never."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from village_site.atlas import Atlas
from village_site.campaigns.find import last_day
from village_site.campaigns.standing import Share, Standing, Sums, added
from village_site.catalogue import label
from village_site.homes import Place
from village_site.model.campaigns import CampaignItem
from village_site.values import Qualifier, Quantity, number_text, quantity_text

if TYPE_CHECKING:
    from village_site.spoken import Spoken


def aloud(atlas: Atlas, standing: Standing, place: Place) -> Spoken:
    """The words for a village, of the standing's day, with figures, dates and abbreviations written out."""
    return _spoken([_say("loud-village", place=place.name), *_village(atlas, standing, place)])


def aloud_of_commune(atlas: Atlas, standing: Standing, name: str) -> Spoken:
    """The same for a commune called `name`: all its villages together."""
    lines = [_say("loud-village", place=name), *_opening(standing)]
    lines += _added_since(atlas, standing, None)
    lines += _so_far([(item.item, item.share) for item in standing.items])
    if (week := standing.last_due) is not None and week.missing:
        names = ", ".join(atlas.by_id[village].name for village in week.missing)
        lines.append(_say("loud-missing", villages=names))
    return _spoken([*lines, *_closing(standing)])


def _spoken(lines: Iterable[str]) -> Spoken:
    # Imported here: most builds have no campaign, and the words for the loudspeaker would cost their start.
    from village_site.spoken import speak

    return speak("\n".join(lines))


def reading_time(seconds: int, lang: str = "vi") -> str:
    """“2 phút 10 giây”; whole minutes without seconds."""
    minutes, rest = divmod(seconds, 60)
    key = "loud-minutes-seconds" if minutes and rest else "loud-minutes" if minutes else "loud-seconds"
    return label(key, lang, minutes=minutes, seconds=rest)


def _village(atlas: Atlas, standing: Standing, place: Place) -> Iterator[str]:
    yield from _opening(standing)
    today = added(atlas, standing.home, standing.day, standing.day)
    done = [item.item for item in standing.items if today.get((item.item.id, place.id, None))]
    yield _say("loud-today" if done else "loud-today-nothing")
    for item in done:
        yield _of_groups(item, today, place)
    yield from _added_since(atlas, standing, place)
    parts = [(item.item, part.share) for item in standing.items if (part := item.of(place.id)) is not None]
    yield from _so_far(parts)
    yield from _closing(standing)


def _opening(standing: Standing) -> Iterator[str]:
    yield _say("loud-campaign", campaign=standing.campaign.name)
    weekday = label(f"weekday-{standing.day.isoweekday()}", "vi")
    days = {"gone": standing.days_gone, "days": standing.days}
    yield _say("loud-day", weekday=weekday, date=_date(standing.day), **days)
    for week in standing.weeks:
        if week.first <= standing.day <= week.last and week.themes:
            yield _say("loud-theme", theme=", ".join(str(theme.name) for theme in week.themes))


def _added_since(atlas: Atlas, standing: Standing, place: Place | None) -> Iterator[str]:
    """What was added since the report before, where that is more than a day."""
    week = next((week for week in standing.weeks if week.opens <= standing.day <= week.due), None)
    if week is None or week.opens == standing.day:
        return
    sums = added(atlas, standing.home, week.opens, standing.day)
    said = []
    for item in standing.items:
        places = [place.id] if place is not None else standing.villages
        number = sum((sums.get((item.item.id, village, None), Decimal(0)) for village in places), Decimal(0))
        if number:
            said.append(_say("loud-item", item=item.item.name, amount=_amount(item.item, number)))
    if said:
        yield _say("loud-week", day=week.opens.day, month=week.opens.month)
        yield from said


def _so_far(parts: list[tuple[CampaignItem, Share]]) -> Iterator[str]:
    yield _say("loud-so-far")
    for item, share in parts:
        if share.target is None:
            yield _say("loud-item", item=item.name, amount=_amount(item, share.done))
            continue
        left = share.target - share.done
        key = "loud-left" if left > 0 else "loud-reached" if left == 0 else "loud-over"
        key = key if share.done else "loud-none"
        done = number_text(share.done, "vi")
        params = {"done": done, "target": _amount(item, share.target), "left": _amount(item, abs(left))}
        yield _say(key, item=item.name, **params)


def _closing(standing: Standing) -> Iterator[str]:
    if standing.day == last_day(standing.campaign):
        yield _say("loud-last-day")
        yield from (str(text) for text in standing.campaign.praise)
    yield _say("loud-thanks")


def _of_groups(item: CampaignItem, sums: Sums, place: Place) -> str:
    """An item's amount of the day, and how much of it each group did, where it was entered by group."""
    total = _amount(item, sums[(item.id, place.id, None)])
    shares = [
        _say("loud-group", group=f"{group.kind} {group.name}", amount=_amount(item, number))
        for group in place.groups.values()
        if (number := sums.get((item.id, place.id, group.id)))
    ]
    if not shares:
        return _say("loud-item", item=item.name, amount=total)
    return _say("loud-groups", item=item.name, amount=total, groups=", ".join(shares))


def _amount(item: CampaignItem, number: Decimal) -> str:
    return quantity_text(Quantity(Qualifier.EXACT, number, None, item.target.value.unit), "vi")


def _date(day: dt.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _say(key: str, **params: object) -> str:
    return label(key, "vi", **params) if params else label(key, "vi")
