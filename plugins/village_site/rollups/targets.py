"""What was to be reached, and whether it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from village_site.frozen import frozen
from village_site.model.common import Figure
from village_site.model.tallies import Target
from village_site.rollups.counts import Owner
from village_site.values import FuzzyDate, Qualifier, Quantity
from village_site.vietnamese import key

_DOWNWARD = (Qualifier.AT_MOST, Qualifier.LESS)
_STRICT = (Qualifier.MORE, Qualifier.LESS)
_VAGUE = (Qualifier.ABOUT, Qualifier.NEARLY)
_FROM = (Qualifier.MORE, Qualifier.AT_LEAST)
_UP_TO = (Qualifier.LESS, Qualifier.AT_MOST, Qualifier.NEARLY)
_WITHOUT_END = (Qualifier.MORE, Qualifier.LESS, Qualifier.NEARLY)


@frozen
class Aim:
    """A target of somebody's on a day.

    reached: the newest figure by that day, None without one; `earlier` ones follow, newest first.
    met: None where the two cannot be compared, or nothing is known.
    """

    owner: Owner
    target: Target
    reached: Figure | None
    earlier: tuple[Figure, ...]
    met: bool | None


def aims(owner: Owner, targets: Iterable[Target], day: dt.date) -> tuple[Aim, ...]:
    """Somebody's targets with what was reached by a day, in the order typed."""
    return tuple(_aim(owner, target, day) for target in targets)


def is_met(target: Quantity, reached: Quantity) -> bool | None:
    """Whether what was reached is the target or better; None where units or words leave it open.

    A share such as 46/52 is compared with a target in percent by its numerator and denominator.
    """
    number, goal = comparable(target, reached)
    if number is None or goal is None or target.qualifier in _VAGUE or reached.qualifier is Qualifier.ABOUT:
        return None
    downward, word = target.qualifier in _DOWNWARD, reached.qualifier
    ahead = goal - number if downward else number - goal
    may_be_better = word in (_UP_TO if downward else _FROM)
    may_be_worse = word in (_FROM if downward else _UP_TO)
    beyond = word in _WITHOUT_END  # “hơn 90” is not 90 itself
    if may_be_better:  # somewhere from the number on, to the good side
        surely = ahead > 0 or (ahead == 0 and (beyond or target.qualifier not in _STRICT))
        return True if surely else None
    there = ahead > 0 or (ahead == 0 and target.qualifier not in _STRICT)
    if may_be_worse:  # somewhere up to the number, to the bad side
        return None if there and not (ahead == 0 and beyond) else False
    return there


def comparable(target: Quantity, reached: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """What was reached and the target as two numbers of one scale; None, None where they have none."""
    percent = target.unit.startswith("%")
    if percent and reached.of is not None:
        return reached.number * 100, target.number * reached.of
    if key(target.unit) != key(reached.unit):
        return None, None
    return reached.number, target.number


def _aim(owner: Owner, target: Target, day: dt.date) -> Aim:
    known = [figure for figure in target.reached if figure.date is None or figure.date.earliest() <= day]
    known.sort(key=lambda figure: _when(figure.date), reverse=True)
    newest = known[0] if known else None
    met = is_met(target.target.value, newest.value) if newest is not None else None
    return Aim(owner, target, newest, tuple(known[1:]), met)


def _when(date: FuzzyDate | None) -> tuple[int, ...]:
    """Along time; what has no date stands before everything that has one."""
    return date.sort_key() if date is not None else ()
