"""What pages show of surveys: who was asked, and each answer as a part of all that answered."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from village_site import charts
from village_site.frozen import frozen
from village_site.model.surveys import PERCENT, Answer, Survey
from village_site.rollups.counts import is_exact
from village_site.tongues import quantity_in, text_in, words

if TYPE_CHECKING:
    from village_site.pages.writer import Writer

FEW = 30
"""Below so many answers a share is told with a warning: one person more or less shifts it by three points."""


@frozen
class Surveys:
    """Stands in templates as `page.surveys`."""

    page: Writer

    def newest_first(self, surveys: Iterable[Survey]) -> list[Survey]:
        """Surveys by their date; equal dates stay in the order typed."""
        return sorted(surveys, key=lambda one: one.date.sort_key(), reverse=True)

    def is_small(self, survey: Survey) -> bool:
        """True when too few answered for shares to say much."""
        return survey.answered.value.number < FEW

    def results(self, survey: Survey) -> Markup:
        """The answers as bars whose whole is all who answered; empty without answers."""
        if not survey.answers:
            return Markup()
        numbers = [answer.result.value.number for answer in survey.answers]
        shares = survey.answers[0].result.value.unit == PERCENT
        whole = Decimal(100) if shares else survey.answered.value.number
        rows = [
            charts.Row(
                text_in(answer.name, self.page.lang), answer.result.value.number, self._text(answer, survey)
            )
            for answer in survey.answers
        ]
        title = words("survey-results", self.page.lang, base=self._base(survey))
        return charts.bars(title, rows, self.page.lang, whole=max(whole, *numbers))

    def _base(self, survey: Survey) -> str:
        return quantity_in(survey.answered.value, self.page.lang)

    def _text(self, answer: Answer, survey: Survey) -> Markup:
        value, base = answer.result.value, survey.answered.value
        text = escape(quantity_in(value, self.page.lang))
        if is_exact(value) and is_exact(base) and value.number <= base.number:
            text += f" ({charts.percent(value.number, base.number, self.page.lang)})"
        return text + self.page.cite(answer.result) + self.page.cite(answer)
