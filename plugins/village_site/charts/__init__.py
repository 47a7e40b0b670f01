"""Charts as pieces of HTML: marks in SVG, every number as text beside them, no script, no ids, no style of
their own; `stylesheet` makes them legible on a phone, on paper in black and white, and in the dark.

Every function is pure: plain values in, Markup out, equal bytes for equal input. The marks are hidden from
screen readers, because the text of the same <figure> says all that they show. Labels and texts are escaped
unless they are Markup, such as a link to the rows behind a number; `target_text` and `unit` are plain text
always. Numbers below zero raise ValueError: no share or count of these pages has any.
"""

from village_site.charts.bars import Elapsed, Progress, Row, bar, bars, share
from village_site.charts.draw import stylesheet
from village_site.charts.scale import Number, percent
from village_site.charts.series import Point, Series, multiples, series
from village_site.charts.stack import Part, State, stack
from village_site.charts.timeline import Moment, Span, timeline
from village_site.charts.weeks import Reported, Week, weeks

__all__ = [
    "Elapsed",
    "Moment",
    "Number",
    "Part",
    "Point",
    "Progress",
    "Reported",
    "Row",
    "Series",
    "Span",
    "State",
    "Week",
    "bar",
    "bars",
    "multiples",
    "percent",
    "series",
    "share",
    "stack",
    "stylesheet",
    "timeline",
    "weeks",
]
