"""Surveys add up, and none tells what a few people answered."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from village_site.atlas import Atlas
from village_site.checks.figures import shown
from village_site.model.surveys import PERCENT, SURVEYS, Answer, Survey
from village_site.privacy.sensitive.aggregates import FEWEST
from village_site.problems import Level, Problem, at
from village_site.rollups.counts import is_exact
from village_site.values import Quantity, number_text

_ROUNDED = Decimal("0.5")
"""By so much at most a share is off that was rounded to whole percents."""


def surveys(atlas: Atlas) -> Iterator[Problem]:
    """No more answer than were asked, the answers come to all, and none is that of a few people."""
    for folder in atlas.folders:
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
        params = {"found": shown(answered), "asked": shown(asked)}
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
        yield at(where, "survey-sum", found=number_text(total, "vi"), answered=shown(survey.answered.value))


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
