"""What each chart says and where its marks stand, worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.charts.reading import marks, said, tree
from tests.charts.samples import a_bar, a_series, a_share, a_stack, some_weeks
from village_site.charts import (
    Elapsed,
    Moment,
    Part,
    Point,
    Progress,
    Row,
    Series,
    Span,
    State,
    bar,
    bars,
    multiples,
    percent,
    series,
    share,
    stack,
    timeline,
)
from village_site.values import FuzzyDate, parse_date

HUGE = 10**30


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (46, 52, "hơn 88 %"),
        (26, 52, "50 %"),
        (0, 52, "0 %"),
        (1, 1000, "dưới 1 %"),
        (999, 1000, "hơn 99 %"),
        (52, 52, "100 %"),
        (90, 77, "hơn 116 %"),
        (Decimal("1.5"), 3, "50 %"),
        (3, 0, ""),
    ],
)
def test_a_percent_never_says_more_than_is_true(part: Decimal, whole: int, text: str) -> None:
    assert percent(part, whole, "vi").replace("\u00a0", " ") == text


def test_progress_says_value_target_and_time() -> None:
    assert said(a_bar()) == (
        "Hộ chỉnh trang vườn: 45 hộ (hơn 58 %) chỉ tiêu 77 hộ đã qua 30/46 ngày (hơn 65 %)"
    )
    # 45/77 = 58,44 %; an even pace would be at 30/46 = 65,21 %.
    assert marks(a_bar()) == [{"width": "58.4%"}, {"class": "e", "x": "65.2%"}, {"class": "t", "x": "100%"}]


def test_what_is_over_the_target_runs_past_its_line() -> None:
    # 77/90 = 85,55 %, and the pace at 30/46 of that: 55,79 %.
    assert marks(a_bar(90)) == [{"width": "100%"}, {"class": "e", "x": "55.7%"}, {"class": "t", "x": "85.5%"}]
    assert "90 hộ (hơn 116 %)" in said(a_bar(90))


def test_a_bar_touches_its_target_only_when_that_is_reached() -> None:
    assert marks(bar(Progress("A", 99_999, "", 100_000, "")))[0] == {"width": "99.9%"}


def test_little_is_seen_and_nothing_is_not() -> None:
    assert [marks(bar(Progress("A", value, "", 100_000, "")))[0] for value in (0, 1)] == [
        {"width": "0%"},
        {"width": "0.5%"},
    ]


def test_an_unknown_value_is_said_and_not_drawn() -> None:
    chart = a_bar(None)
    assert marks(chart) == []
    assert said(chart) == ("Hộ chỉnh trang vườn: chưa có số liệu chỉ tiêu 77 hộ đã qua 30/46 ngày (hơn 65 %)")


def test_without_a_target_there_is_no_percent_and_no_pace() -> None:
    assert marks(a_bar(3, 0)) == [{"width": "100%"}, {"class": "t", "x": "0%"}]
    assert said(a_bar(3, 0)) == "Hộ chỉnh trang vườn: 3 hộ chỉ tiêu 0 hộ đã qua 30/46 ngày (hơn 65 %)"
    assert marks(a_bar(0, 0)) == []


@pytest.mark.parametrize(("gone", "total"), [(-1, 46), (47, 46), (0, 0)])
def test_no_more_days_are_over_than_there_are(gone: int, total: int) -> None:
    with pytest.raises(ValueError, match=f"^{gone} days of {total} cannot be over$"):
        Elapsed(gone, total)


def test_a_share_says_both_numbers() -> None:
    assert said(a_share()) == "Trường đạt chuẩn quốc gia: 46/52 trường (hơn 88 %)"
    assert marks(a_share()) == [{"width": "88.4%"}, {"class": "f", "width": "100%"}]
    assert said(share("A", 0, 0, "trường")) == "A: 0/0 trường"
    assert marks(share("A", 0, 0)) == []
    with pytest.raises(ValueError, match=r"^A: 53 is more than the whole, 52$"):
        share("A", 53, 52)


def test_bars_have_one_scale_and_keep_their_order() -> None:
    rows = [
        Row("B", 10, "10 hộ", 20),
        Row("A", Decimal("2.5"), "2,5 hộ"),
        Row("C", None, "", 20),
        Row("D", 0, "0 hộ"),
    ]
    chart = bars("Hàng rào", rows)
    assert marks(chart) == [
        {"width": "50%"},
        {"class": "t", "x": "100%"},
        {"width": "12.5%"},
        {"width": "0%"},
    ]
    assert said(chart) == "Hàng rào B 10 hộ A 2,5 hộ C chưa có số liệu D 0 hộ chỉ tiêu"


def test_bars_of_nothing_and_of_very_much() -> None:
    nothing = bars("A", [Row("B", 0, "0 hộ"), Row("C", None, "")])
    assert marks(nothing) == []
    assert said(nothing) == "A B 0 hộ C chưa có số liệu"
    much = bars("A", [Row("B", HUGE, "rất nhiều"), Row("C", 1, "1")])
    assert marks(much) == [{"width": "100%"}, {"width": "0.5%"}]


def test_a_stack_says_how_many_are_in_each_state() -> None:
    chart = a_stack()
    assert said(chart) == "Bộ tiêu chí của tỉnh 12 đạt 3 đang thực hiện 2 chưa đạt 3 chưa chấm"
    assert marks(chart) == [
        {"class": "met", "width": "60%"},
        {"class": "in-progress", "x": "60%", "width": "15%"},
        {"class": "not-met", "x": "75%", "width": "10%"},
        {"class": "not-assessed", "x": "85%", "width": "15%"},
    ]
    assert marks(chart, "line") == [{"x1": "60%", "x2": "75%", "y1": "50%", "y2": "50%"}]


def test_a_stack_leaves_out_what_there_is_none_of_and_takes_other_words() -> None:
    parts = [
        Part(State.MET, 1123, "đang hoạt động"),
        Part(State.IN_PROGRESS, 0),
        Part(State.NOT_MET, 7, "đã dừng"),
    ]
    assert said(stack("Hợp tác xã", parts)) == "Hợp tác xã 1.123 đang hoạt động 7 đã dừng"
    few = stack("A", [Part(State.MET, 9_999), Part(State.NOT_MET, 1)])
    assert marks(few)[1] == {"class": "not-met", "x": "99.9%", "width": "0.5%"}, "a single one is seen"
    assert said(stack("Hợp tác xã", [])) == "Hợp tác xã: chưa có số liệu"


def test_a_timeline_goes_by_the_first_day() -> None:
    chart = timeline(
        "Các bộ",
        [
            Moment("Xong", parse_date("1/2024"), "20/20"),
            Span("Bộ mới", parse_date("15/2/2026"), None),
            Span("Bộ cũ", parse_date("2021"), parse_date("2025")),
            Span("Bộ đầu", None, parse_date("2022")),
            Moment("Đạt", parse_date("giữa năm 2021")),
        ],
    )
    assert said(chart) == (
        "Các bộ Bộ đầu đến năm 2022 Bộ cũ từ năm 2021 đến năm 2025 Đạt giữa năm 2021 "
        "Xong tháng 1/2024: 20/20 Bộ mới từ 15/02/2026 chưa rõ ngày, chỉ biết trong khoảng này"
    )
    # An axis of 2191 days from 1/1/2021 to 1/1/2027, with a mark every other year.
    years = [(text.text, text.get("x")) for text in tree(chart).iter("text")]
    assert years == [("2021", "0%"), ("2023", "33.3%"), ("2025", "66.6%"), ("2027", "100%")]
    assert marks(chart) == [
        {"class": "span", "x": "0%", "width": "33.3%"},  # to the end of 2022: 730 days
        {"class": "span", "x": "0%", "width": "83.3%"},  # 1826 days
        {"class": "rough", "x": "5.4%", "width": "5.6%"},  # May to August 2021: 120 and 123 days
        {"class": "span", "x": "85.3%", "width": "14.6%"},  # 1871 days in, 320 to the edge
    ]
    assert marks(chart, "circle") == [{"cx": "50.6%"}]  # 16 January 2024: 1110 days in


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        (["2021"], ["2021", "2022"]),
        (["2014", "2030"], ["2014", "2019", "2024", "2029", "2034"]),
        (["2014", "2040"], ["2010", "2020", "2030", "2040", "2050"]),
        (["1930", "2026"], ["1900", "1950", "2000", "2050"]),
        (["1000", "2200"], ["1000", "1500", "2000", "2500"]),
        (["trước năm 2014", "sau năm 2020"], ["2013", "2016", "2019", "2022"]),
    ],
)
def test_an_axis_is_short_and_its_years_have_room(dates: list[str], years: list[str]) -> None:
    chart = timeline("A", [Moment("B", parse_date(date)) for date in dates])
    written = [text.text for text in tree(chart).iter("text")]
    assert len(written) <= 5
    assert written == years


def test_spans_without_ends_or_with_exchanged_ones_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^A: neither a first nor a last day$"):
        Span("A", None, None)
    with pytest.raises(ValueError, match=r"^A: it ends before it begins$"):
        Span("A", FuzzyDate(2022), FuzzyDate(2021))


def test_a_series_stands_at_its_days_and_breaks_where_nothing_is_known() -> None:
    chart = a_series()
    assert said(chart) == (
        "Người dùng điện thoại thông minh năm 2020: 60 % tháng 6/2021: 72 % năm 2022: chưa có số liệu "
        "năm 2023: 85 % tháng 1/2024: hơn 90 % chỉ tiêu 80 %"
    )
    target, line, dots = (path["d"] for path in marks(chart, "path"))
    # From 1/7/2020 to 16/1/2024 are 1294 days; 15/6/2021 is the 349th, 2/7/2023 the 1096th. 90 is the top.
    assert line == "M0 34L107 20M338 6L400 0"
    assert dots == "M0 34h0M107 20h0M338 6h0M400 0h0"
    assert target == "M0 12H400"


def test_a_series_of_one_figure_needs_no_line() -> None:
    one = series(Series("A", [Point(FuzzyDate(2022), 5, "5 hộ")]))
    assert said(one) == "A năm 2022: 5 hộ"
    assert marks(one, "path") == []


def test_a_series_of_zeros_lies_on_the_ground() -> None:
    zeros = series(Series("A", [Point(FuzzyDate(2021), 0, "0"), Point(FuzzyDate(2022), 0, "0")]))
    assert [path["d"] for path in marks(zeros, "path")] == ["M0 100L400 100", "M0 100h0M400 100h0"]


def test_multiples_share_scale_and_time() -> None:
    first, last = parse_date("15/4/2022"), parse_date("29/4/2022")
    chart = multiples(
        "Hàng rào",
        [
            Series("A", [Point(first, 2, "2 hộ"), Point(last, 10, "10 hộ")]),
            Series("B", [Point(last, 5, "5 hộ"), Point(parse_date("22/4/2022"), 0, "0 hộ")]),
        ],
    )
    assert said(chart) == (
        "Hàng rào. Các hình vẽ cùng một thước: từ 0 đến 10 hộ, từ 15/04/2022 đến 29/04/2022. "
        "A 15/04/2022: 2 hộ 29/04/2022: 10 hộ B 22/04/2022: 0 hộ 29/04/2022: 5 hộ"
    )
    assert [path["d"] for path in marks(chart, "path")][::2] == ["M0 80L400 0", "M200 100L400 50"]


def test_weeks_count_what_was_due() -> None:
    assert said(some_weeks()) == (
        "Báo cáo thứ Sáu: 3/5 kỳ đã có báo cáo, thiếu 2 15/4 đã có 22/4 thiếu 29/4 đã có 6/5 đã có "
        "13/5 thiếu 20/5 chưa đến 27/5 chưa đến"
    )
