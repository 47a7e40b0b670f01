"""What every chart has in common: sound markup, all that it shows as text, nothing that a page forbids."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import product

import pytest
from markupsafe import Markup

from tests.charts.reading import said, tree
from tests.charts.samples import (
    a_bar,
    a_series,
    a_share,
    a_stack,
    a_timeline,
    all_charts,
    some_bars,
    some_multiples,
    some_weeks,
)
from village_site.catalogue import LANGUAGES, labels
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
from village_site.values import FuzzyDate

HOSTILE = "A <b onclick=x>&\"'{{ 7 }}</script>"
YEAR = FuzzyDate(2022)


@pytest.mark.parametrize("name", all_charts())
def test_a_chart_is_a_named_figure_and_its_marks_are_hidden_from_readers(name: str) -> None:
    chart = all_charts()[name]
    root = tree(chart)
    assert root.tag == "figure"
    assert root[0].tag == "figcaption"
    assert "".join(root[0].itertext()).strip()
    hidden = {element for parent in root.iter() if parent.get("aria-hidden") for element in parent.iter()}
    assert {element for element in root.iter() if element.tag == "svg"} <= hidden


@pytest.mark.parametrize("name", all_charts())
def test_a_chart_needs_nothing_that_pages_forbid(name: str) -> None:
    for element in tree(all_charts()[name]).iter():
        assert element.tag not in ("script", "style", "use", "image", "foreignObject")
        assert not {"style", "id", "href"} & element.attrib.keys()
        assert not [key for key in element.attrib if key.startswith("on")]
        assert "url(" not in "".join(element.attrib.values())


def test_the_style_loads_nothing() -> None:
    assert "url(" not in stylesheet()
    assert "@import" not in stylesheet()


def test_every_class_of_a_chart_has_a_style_and_the_other_way_round() -> None:
    used = {
        name
        for chart in all_charts().values()
        for element in tree(chart).iter()
        for name in element.get("class", "").split()
    }
    # Named because a page may want to; they look like every other rectangle.
    plain = {"met", "span"}
    rules = re.sub(r"/\*.*?\*/", "", stylesheet(), flags=re.DOTALL)
    assert used - plain == set(re.findall(r"\.([a-z][a-z-]*)", rules)) - {"md-typeset"}


def test_equal_figures_give_equal_bytes() -> None:
    assert all_charts() == all_charts()


@pytest.mark.parametrize(
    ("chart", "most"),
    [
        (a_bar, 350),
        (a_share, 300),
        (some_bars, 8_000),
        (a_stack, 1_000),
        (a_timeline, 2_000),
        (a_series, 800),
        (some_multiples, 24_000),
        (some_weeks, 600),
    ],
)
def test_a_commune_s_largest_page_has_room_for_them(chart: Callable[[], Markup], most: int) -> None:
    assert len(chart().encode()) < most


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_typed_is_escaped(lang: str) -> None:
    state, date, count = State.MET, YEAR, 3
    charts = [
        bar(Progress(HOSTILE, count, HOSTILE, 4, HOSTILE), lang),
        share(HOSTILE, count, 4, HOSTILE, lang),
        bars(HOSTILE, [Row(HOSTILE, count, HOSTILE)], lang),
        stack(HOSTILE, [Part(state, count, HOSTILE)], lang),
        timeline(HOSTILE, [Moment(HOSTILE, date, HOSTILE), Span(HOSTILE, date, None, HOSTILE)], lang),
        series(Series(HOSTILE, [Point(date, count, HOSTILE)], 4, HOSTILE), lang),
        multiples(HOSTILE, [Series(HOSTILE, [Point(date, count, HOSTILE)], 4, HOSTILE)], lang),
        weeks(HOSTILE, [Week(HOSTILE, Reported.YES)], lang),
    ]
    for chart in charts:
        assert HOSTILE in said(chart)
        assert "onclick" not in {key for element in tree(chart).iter() for key in element.attrib}
        assert not tree(chart).findall(".//script")


def test_a_label_may_lead_to_the_rows_behind_the_number() -> None:
    link = Markup('<a href="../to-1/">Tổ 1</a>')
    for chart in (
        bar(Progress(link, 1, "1", 2, "2")),
        bars("A", [Row(link, 1, "1")]),
        timeline("A", [Moment(link, YEAR)]),
        multiples("A", [Series(link, [Point(YEAR, 1, "1")])]),
        weeks("A", [Week(link, Reported.YES)]),
        stack("A", [Part(State.MET, 1, link)]),
    ):
        assert [a.get("href") for a in tree(chart).iter("a")] == ["../to-1/"]


NO_NUMBERS = (-1, Decimal("-0.1"), Decimal("NaN"), Decimal("Infinity"))


@pytest.mark.parametrize(
    ("draw", "wrong"),
    list(
        product(
            (
                lambda n: bar(Progress("A", n, "", 4, "4")),
                lambda n: bar(Progress("A", 1, "", n, "")),
                lambda n: share("A", n, 4),
                lambda n: bars("A", [Row("A", n, "")]),
                lambda n: bars("A", [Row("A", 1, "", n)]),
                lambda n: stack("A", [Part(State.MET, n)]),
                lambda n: series(Series("A", [Point(YEAR, n, "")])),
                lambda n: series(Series("A", [Point(YEAR, 1, "")], n)),
            ),
            NO_NUMBERS,
        )
    ),
)
def test_a_number_below_zero_or_none_at_all_is_refused(
    draw: Callable[[object], Markup], wrong: object
) -> None:
    with pytest.raises(ValueError, match=r"^A: \S+ is (below zero|no number)$"):
        draw(wrong)


def test_nothing_to_show_is_no_chart() -> None:
    empty = [bars("A", []), timeline("A", []), series(Series("A", [])), multiples("A", []), weeks("A", [])]
    assert [str(chart) for chart in empty] == [""] * 5


def test_english_pages_have_english_words() -> None:
    told = " ".join(
        (
            said(bar(Progress("A", 45, "45 gardens", 77, "77 gardens", Elapsed(30, 46)), "en")),
            said(stack("B", [Part(state, 1) for state in State], "en")),
            said(timeline("C", [Span("D", YEAR, FuzzyDate(2023))], "en")),
            said(weeks("E", [Week("15/4", state) for state in Reported], "en")),
        )
    )
    assert told == (
        "A: 45 gardens (more than 58 %) target 77 gardens 30 of 46 days gone (more than 65 %) "
        "B 1 met 1 in progress 1 not met 1 not assessed C D from 2022 to 2023 "
        "E: 1 of 2 reports are in, 1 missing 15/4 reported 15/4 missing 15/4 not due"
    )


def test_both_languages_have_the_same_words_with_the_same_places() -> None:
    vi, en = ({k: v for k, v in labels(lang).items() if k.startswith("chart-")} for lang in ("vi", "en"))
    assert vi.keys() == en.keys()
    for key in vi:
        assert sorted(re.findall(r"\{\w+\}", vi[key])) == sorted(re.findall(r"\{\w+\}", en[key])), key
