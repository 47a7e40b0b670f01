"""A kind of record declared elsewhere gets its section from one template, without a change to the pages."""

from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, DictLoader, TemplateNotFound

from tests.pages.support import one, parse, words
from tests.support import DAY, data_folder
from village_site.atlas import Atlas
from village_site.dataset import load
from village_site.model import KINDS, Kind
from village_site.model.common import WORDS, Entry, record_id
from village_site.model.declare import record, required
from village_site.model.text import Text
from village_site.pages import Page, compose
from village_site.render import environment


@record
class Well(Entry):
    """A well of the village."""

    id: str = record_id()
    name: Text = required(WORDS, vi="tên", title=("Tên", "Name"), help=("Tên giếng.", "Its name."))


WELLS = Kind(
    name="well",
    title=Text("Giếng", "Wells"),
    help=Text("Giếng làng.", "Wells."),
    record=Well,
    file="wells",
    file_vi="gieng",
    section=True,
)
TEMPLATE = "<ul>{% for well in page.in_order(records) %}<li>{{ well.name }}</li>{% endfor %}</ul>"


def village(tmp_path: Path, template: dict[str, str]) -> Page:
    """The page of a village with two wells."""
    wells = "[{id: b, name: Giếng <Đông>, updated: 12/11/2026, illustrative: yes}, {id: a, name: Giếng Ăn}]"
    dataset, problems = load(data_folder(tmp_path, {"nam-bac-thanh/wells.yml": wells}), (*KINDS, WELLS))
    assert dataset is not None
    assert problems == []
    shared = environment()
    assert shared.loader is not None
    env = shared.overlay(loader=ChoiceLoader([DictLoader(template), shared.loader]))
    made = {page.path: page for page in compose(Atlas(dataset, DAY), env=env)}
    return made["thon/nam-bac-thanh/index.md"]


def test_a_new_kind_needs_one_template(tmp_path: Path) -> None:
    page = village(tmp_path, {"sections/well.html": TEMPLATE})
    section = one(parse(page), "section#gieng")
    assert [words(node) for node in section.css("li")] == ["Giếng Ăn", "Giếng <Đông>"]
    assert words(one(section, "h2")) == "Giếng"
    assert words(one(section, ".vs-section-foot")) == "Cập nhật 12/11/2026"
    assert ("gieng", "Giếng") in page.sections


def test_a_kind_without_its_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateNotFound, match=r"sections/well\.html"):
        village(tmp_path, {})
