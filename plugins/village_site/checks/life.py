"""Opinions, contributions and surveys can be true: dates in order, units that fit, answers that add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from village_site.atlas import Atlas
from village_site.dataset import Folder
from village_site.model.contributions import CONTRIBUTIONS
from village_site.model.documents import DOCUMENTS
from village_site.model.opinions import OPINIONS, Opinion
from village_site.model.surveys import PERCENT, SURVEYS, Answer, Survey
from village_site.privacy.sensitive.aggregates import FEWEST
from village_site.problems import Level, Problem, at
from village_site.reckon import money
from village_site.rollups.counts import is_exact
from village_site.values import Quantity, date_text, number_text, quantity_text

_DATES = (
    (OPINIONS, ("date", "passed_on", "answered")),
    (DOCUMENTS, ("date",)),
    (CONTRIBUTIONS, ("year",)),
    (SURVEYS, ("date",)),
)
_ROUNDED = Decimal("0.5")
"""By so much at most a share is off that was rounded to whole percents."""


def folders(atlas: Atlas) -> Iterator[Folder]:
    """Every folder that holds lists: those of units, then those of villages."""
    yield from atlas.dataset.unit_folders.values()
    for place in atlas.places:
        yield place.folder


def not_yet(atlas: Atlas) -> Iterator[Problem]:
    """What is told as done is not still to come."""
    for folder in folders(atlas):
        for kind, names in _DATES:
            records: tuple[Any, ...] = folder.of(kind)
            for record in records:
                for name in names:
                    date = getattr(record, name)
                    if date is not None and date.earliest() > atlas.day:
                        yield at(record.origin.place(name), "not-yet", found=date_text(date, "vi"))


def opinions(atlas: Atlas) -> Iterator[Problem]:
    """An opinion is passed on and answered after it was said, and its state tells whether it was answered."""
    for folder in folders(atlas):
        for opinion in folder.of(OPINIONS):
            yield from _opinion(opinion)


def _opinion(opinion: Opinion) -> Iterator[Problem]:
    for name in ("passed_on", "answered"):
        date = getattr(opinion, name)
        if date is not None and date.latest() < opinion.date.earliest():
            params = {"found": date_text(date, "vi"), "date": date_text(opinion.date, "vi")}
            yield at(opinion.origin.place(name), "before-the-opinion", **params)
    if opinion.state.is_open:
        for name in ("answered", "answer"):
            if getattr(opinion, name) is not None:
                yield at(opinion.origin.place("state"), "open-but-answered", found=str(opinion.state))
                return
    elif opinion.answered is None:
        yield at(opinion.origin.place("state"), "answered-no-date", Level.WARNING, found=str(opinion.state))
    elif opinion.answer is None and opinion.document is None and opinion.link is None:
        yield at(opinion.origin.place("state"), "answered-no-answer", Level.WARNING, found=str(opinion.state))


def contributions(atlas: Atlas) -> Iterator[Problem]:
    """Money is counted in đồng, labour in days, land in square metres."""
    for folder in folders(atlas):
        for one in folder.of(CONTRIBUTIONS):
            value = one.amount.value
            if value.of is None and money.measure(one.form, value.unit) is not None:
                continue
            where = one.amount.origin.place("value")
            allowed = ", ".join(money.units(one.form))
            code = "contribution-unit" if allowed else "contribution-no-unit"
            yield at(where, code, found=_shown(value), form=str(one.form), allowed=allowed)


def surveys(atlas: Atlas) -> Iterator[Problem]:
    """No more answer than were asked, the answers come to all, and none is that of a few people."""
    for folder in folders(atlas):
        for survey in folder.of(SURVEYS):
            yield from _asked(survey)
            yield from _added(survey)
            yield from _few(survey)


def _asked(survey: Survey) -> Iterator[Problem]:
    asked, answered = survey.asked.value, survey.answered.value
    if asked.unit != answered.unit:
        params = {"found": answered.unit, "unit": asked.unit}
        yield at(survey.origin.place("answered"), "survey-units", **params)
    elif is_exact(asked) and is_exact(answered) and answered.number > asked.number:
        params = {"found": _shown(answered), "asked": _shown(asked)}
        yield at(survey.origin.place("answered"), "survey-more-answers", **params)


def _added(survey: Survey) -> Iterator[Problem]:
    results = [answer.result.value for answer in survey.answers]
    answered = survey.answered.value
    strange = next(
        (one for one in survey.answers if one.result.value.unit not in (PERCENT, answered.unit)), None
    )
    if strange is not None:
        params = {"found": strange.result.value.unit, "unit": answered.unit}
        yield at(_place(strange), "survey-units", **params)
    elif len({one.unit for one in results}) > 1:
        yield at(survey.origin.place("answers"), "survey-counts-and-shares")
    elif results and not survey.multiple:
        yield from _sum(survey, results)


def _sum(survey: Survey, results: list[Quantity]) -> Iterator[Problem]:
    total = sum((one.number for one in results), Decimal(0))
    where = survey.origin.place("answers")
    if results[0].unit == PERCENT:
        if abs(total - 100) > max(Decimal(1), _ROUNDED * len(results)):
            yield at(where, "survey-shares", found=number_text(total, "vi"))
    elif all(map(is_exact, (*results, survey.answered.value))) and total != survey.answered.value.number:
        yield at(where, "survey-sum", found=number_text(total, "vi"), answered=_shown(survey.answered.value))


def _few(survey: Survey) -> Iterator[Problem]:
    """Small counts, and shares that come to small counts, tell who answered what."""
    answered = survey.answered.value.number
    for answer in survey.answers:
        value = answer.result.value
        count = value.number if value.unit != PERCENT else round(value.number * answered / 100)
        if value.number > 0 and count < FEWEST:
            yield at(_place(answer), "survey-few", Level.WARNING, least=str(FEWEST))


def _place(answer: Answer) -> tuple[str, int, int]:
    return answer.result.origin.place("value")


def _shown(value: Quantity) -> str:
    return quantity_text(value, "vi").replace("\u00a0", " ")
