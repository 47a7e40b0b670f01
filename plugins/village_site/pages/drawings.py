"""From boards and figures to their charts, with sources and marks beside the numbers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from village_site import charts
from village_site.catalogue import label
from village_site.charts.scale import Number
from village_site.model.common import Figure
from village_site.model.criteria import Status
from village_site.model.criteria_sets import CriteriaSet
from village_site.model.village import NamedFigure
from village_site.reckon.boards import Board, Standing
from village_site.render import capital
from village_site.tongues import quantity_in, text_in
from village_site.values import Qualifier, Quantity, date_text

if TYPE_CHECKING:
    from village_site.pages.writer import Writer

_STATES = {status: charts.State(status.term.en) for status in Status}


def mark_text(entry: CriteriaSet, lang: str) -> str:
    """What must stand wherever a set is named, in words; empty for a verified set."""
    if entry.example:
        return label("criteria-example", lang)
    return "" if entry.verified else label("page-unverified", lang)


def marked(entry: CriteriaSet, lang: str) -> str:
    """A set's short name with its mark, for places that take plain text."""
    mark = mark_text(entry, lang)
    name = text_in(entry.label, lang)
    return f"{name} ({mark})" if mark else name


def short_verdict(board: Board, lang: str) -> str:
    """How far a set is met, in a few words: `6/10 tiêu chí`, `Đạt cả bộ 20/20 tiêu chí`, `4/4 thôn`."""
    if board.assessment.villages is not None:
        return quantity_in(board.assessment.villages.value, lang)
    if board.assessment.complete:
        return label("page-all-met", lang)
    if board.total:
        return label("page-met-of-short", lang, met=board.met, total=board.total)
    return label("criteria-short-unknown", lang)


def states(board: Board, lang: str) -> Markup:
    """How many criteria of a board are in which state; empty where the set's table is not known."""
    if not board.total:
        return Markup()
    parts = [charts.Part(_STATES[status], count) for status, count in board.counts]
    return charts.stack(label("criteria-stack", lang, count=board.total), parts, lang)


def progress(standings: Iterable[Standing], lang: str) -> Markup:
    """Every assessment along the years; empty for fewer than two, which show no way."""
    boards = [board for one in standings for board in (one.newest, *one.earlier)]
    if len(boards) < 2:
        return Markup()
    moments = [
        charts.Moment(marked(board.set, lang), board.assessment.date, _verdict(board, lang))
        for board in boards
    ]
    return charts.timeline(label("criteria-over-years", lang), moments, lang)


def _verdict(board: Board, lang: str) -> str:
    """The same with the mark of sample data."""
    sample = f" ({label('page-sample', lang)})" if board.assessment.illustrative else ""
    return short_verdict(board, lang) + sample


def share(name: str, value: Quantity, lang: str) -> Markup:
    """A part of a whole that is known exactly; empty for any other quantity, which words tell better."""
    if value.of is None or value.qualifier is not Qualifier.EXACT:
        return Markup()
    return charts.share(name, _plain(value.number), _plain(value.of), value.unit, lang)


def over_time(page: Writer, figure: NamedFigure, lang: str) -> Markup:
    """A figure with those before it, each as it was known and with its source; empty where it has none."""
    if not figure.earlier:
        return Markup()
    points = [
        charts.Point(one.date, _height(one.value), escape(quantity_in(one.value, lang)) + page.cite(one))
        for one in (*figure.earlier, figure)
        if one.date is not None
    ]
    return charts.series(charts.Series(label("figures-over-time", lang), points), lang)


def figure_share(figure: Figure, lang: str) -> Markup:
    """The same for a figure under its name: the date stands before the numbers."""
    date = date_text(figure.date, lang) if figure.date is not None else label("page-as-of-unknown", lang)
    return share(capital(date), figure.value, lang)


def _height(value: Quantity) -> Decimal:
    """Where a figure stands in a series; of a part of a whole, its percentage."""
    return value.number if value.of is None else value.number * 100 / value.of


def _plain(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value
