"""Marks in texts become `lang="vi"` in HTML, whatever a text holds."""

from __future__ import annotations

import pytest

from village_site import tongues
from village_site.model.places import PlaceKind
from village_site.model.text import Text
from village_site.model.village import VillageKind
from village_site.render import environment
from village_site.values import parse_quantity


def html(template: str, **values: object) -> str:
    return tongues.resolved(environment("en").from_string(template).render(**values))


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (Text("Chợ quê", "The market of Rạch Mẫu"), 'The market of <span lang="vi">Rạch Mẫu</span>'),
        (Text("Cho que"), '<span lang="vi">Cho que</span>'),
        (Text("<b>Chợ</b>"), '<span lang="vi">&lt;b&gt;Chợ&lt;/b&gt;</span>'),
        ("Ngõ Cây Đa", '<span lang="vi">Ngõ Cây Đa</span>'),
        ("café 12", '<span lang="vi">café 12</span>'),
        ("lang.example", "lang.example"),
        ("Chợ \ue000x\ue001 \ue001\ue000", "Chợ"),
        (PlaceKind.CLINIC, "clinic"),
        (VillageKind.THON, '<span lang="vi">thôn</span>'),
        (12, "12"),
    ],
)
def test_what_is_shown(value: object, wanted: str) -> None:
    assert html("a {{ value }} b", value=value).startswith(f"a {wanted}")


@pytest.mark.parametrize(
    ("template", "wanted"),
    [
        ("<p>{{ name }}</p>", '<p lang="vi">Đình</p>'),
        ('<p class="x">{{ name }}</p>', '<p class="x" lang="vi">Đình</p>'),
        ("<p>At {{ name }}</p>", '<p>At <span lang="vi">Đình</span></p>'),
        ('<img src="a.png" alt="{{ name }}">', '<img lang="vi" src="a.png" alt="Đình">'),
        ('<a href="#" data-n="{{ name }}">See</a>', '<a href="#" data-n="Đình">See</a>'),
        ('<i aria-label="{{ name }}">{{ name }}</i>', '<i lang="vi" aria-label="Đình">Đình</i>'),
        ("{{ [name, 3] | join(', ') }}", '<span lang="vi">Đình</span>, 3'),
        ("{{ name | capital }}", '<span lang="vi">Đình</span>'),
        ("{{ t('page-head', head=name) }}", 'In charge: <span lang="vi">Đình</span>'),
    ],
)
def test_where_it_stands(template: str, wanted: str) -> None:
    assert html(template, name="Đình") == wanted


def test_quantities_keep_a_unit_that_has_no_english() -> None:
    assert html("{{ value | quantity }}", value=parse_quantity("hơn 5 hộ")) == "more than 5\u00a0households"
    assert html("{{ value | quantity }}", value=parse_quantity("hơn 5 khạp")) == (
        'more than 5\u00a0<span lang="vi">khạp</span>'
    )


def test_paragraphs_are_of_one_language() -> None:
    template = "{% for one in text | paragraphs %}<p>{{ one }}</p>{% endfor %}"
    assert html(template, text=Text("Một\n\nHai", "One\n\nTwo")) == "<p>One</p><p>Two</p>"
    assert html(template, text=Text("Mot\n\nHai")) == '<p lang="vi">Mot</p><p lang="vi">Hai</p>'


def test_a_page_in_vietnamese_is_as_it_was() -> None:
    page = environment("vi").from_string("<p>{{ name }} {{ text }}</p>")
    assert page.render(name="Đình", text=Text("Chợ", "Market")) == "<p>Đình Chợ</p>"
