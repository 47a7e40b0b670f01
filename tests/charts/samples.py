"""One chart of each sort as the sample site's pages will have them, and the page they are looked at on."""

from __future__ import annotations

from importlib import resources

from markupsafe import Markup

from village_site.charts import (
    Elapsed,
    Moment,
    Part,
    Point,
    Progress,
    Reported,
    Row,
    Series,
    Span,
    State,
    Week,
    bar,
    bars,
    multiples,
    series,
    share,
    stack,
    stylesheet,
    timeline,
    weeks,
)
from village_site.values import parse_date

MOST_VILLAGES = 30
"""As many as a commune's largest page has."""
FRIDAYS = ("15/4/2022", "22/4/2022", "29/4/2022", "6/5/2022", "13/5/2022", "20/5/2022", "27/5/2022")
VILLAGES = tuple(f"Thôn Nam Bắc Thành {number}" for number in range(1, MOST_VILLAGES + 1))


def a_bar(value: int | None = 45, target: int = 77) -> Markup:
    """The campaign's tidy gardens, 30 of 46 days gone."""
    text = "" if value is None else f"{value} hộ"
    return bar(Progress("Hộ chỉnh trang vườn", value, text, target, f"{target} hộ", Elapsed(30, 46)))


def a_share() -> Markup:
    """Facts, E."""
    return share("Trường đạt chuẩn quốc gia", 46, 52, "trường")


def some_bars() -> Markup:
    """As many rows as a large commune has villages: none, little, more than the target, not known."""
    values: list[int | None] = [12, 0, 23, None, *range(1, MOST_VILLAGES - 3)]
    rows = [Row(name, value, f"{value}/20 hộ", 20) for name, value in zip(VILLAGES, values, strict=True)]
    return bars("Trồng, trồng lại hàng rào xanh, theo thôn", rows)


def a_stack() -> Markup:
    """A board of twenty."""
    counts = zip(State, (12, 3, 2, 3), strict=True)
    return stack("Bộ tiêu chí của tỉnh", [Part(state, count) for state, count in counts])


def a_timeline() -> Markup:
    """Sets that replace each other, and what was reached when."""
    events = (
        Span("Bộ tiêu chí quốc gia về xã nông thôn mới", parse_date("2021"), parse_date("2025")),
        Span("Bộ tiêu chí mới", parse_date("15/2/2026"), parse_date("2030")),
        Span("Khu dân cư nông thôn mới kiểu mẫu của tỉnh", parse_date("8/2014"), None),
        Moment("Đạt khu dân cư kiểu mẫu", parse_date("giữa năm 2021")),
        Moment("Xong các tiêu chí thông minh", parse_date("1/2024"), "20/20 tiêu chí"),
    )
    return timeline("Các bộ tiêu chí và những lần chấm", events)


def a_series() -> Markup:
    """Smartphones, with a year nobody counted."""
    points = [
        Point(parse_date("2020"), 60, "60 %"),
        Point(parse_date("6/2021"), 72, "72 %"),
        Point(parse_date("2022"), None, ""),
        Point(parse_date("2023"), 85, "85 %"),
        Point(parse_date("1/2024"), 90, "hơn 90 %"),
    ]
    return series(Series("Người dùng điện thoại thông minh", points, 80, "80 %"))


def some_multiples(count: int = MOST_VILLAGES) -> Markup:
    """Seven Fridays of every village."""
    several = [
        Series(
            name,
            [
                Point(parse_date(day), n * (5 + i % 7), f"{n * (5 + i % 7)} hộ")
                for n, day in enumerate(FRIDAYS)
            ],
        )
        for i, name in enumerate(VILLAGES[:count])
    ]
    return multiples("Hàng rào xanh theo thôn", several)


def some_weeks() -> Markup:
    """Two are missing, two still to come."""
    states = [Reported.YES, Reported.MISSING, Reported.YES, Reported.YES, Reported.MISSING]
    states += [Reported.NOT_DUE, Reported.NOT_DUE]
    cells = [Week(day.removesuffix("/2022"), state) for day, state in zip(FRIDAYS, states, strict=True)]
    return weeks("Báo cáo thứ Sáu", cells)


def all_charts() -> dict[str, Markup]:
    """One of each, with those that are awkward to draw."""
    return {
        "bar": a_bar(),
        "bar, over": a_bar(90),
        "bar, none": a_bar(0),
        "bar, unknown": a_bar(None),
        "bar, no target": a_bar(3, 0),
        "share": a_share(),
        "bars": some_bars(),
        "stack": a_stack(),
        "timeline": a_timeline(),
        "series": a_series(),
        "multiples": some_multiples(6),
        "weeks": some_weeks(),
    }


def document(*charts: Markup) -> str:
    """The charts within the theme's and the site's style, as a generated page has them."""
    theme = resources.files("material") / "templates" / "assets" / "stylesheets"
    main = [
        sheet for sheet in theme.iterdir() if sheet.name.startswith("main.") and sheet.name.endswith(".css")
    ]
    ours = resources.files("village_site") / "templates" / "pages" / "villages.css"
    sheets = [*(sheet.read_text("utf-8") for sheet in (*main, ours)), stylesheet()]
    styles = "".join(f"<style>{sheet}</style>" for sheet in sheets)
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title>{styles}</head>'
        '<body dir="ltr"><div class="md-container"><div class="md-main__inner md-grid"><div class="md-content">'
        '<article class="md-content__inner md-typeset"><div class="vs-page"><section class="vs-section">'
        f"{Markup().join(charts)}</section></div></article></div></div></div></body></html>"
    )
