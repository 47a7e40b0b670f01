"""A kind may have a page of its own for all its records, and a section on the pages of communes."""

from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, DictLoader

from tests.pages.support import one, parse, words
from tests.support import DAY, data_folder
from village_site.atlas import Atlas
from village_site.dataset import load
from village_site.model import KINDS, Chapter, Kind
from village_site.model.common import LINE, Entry, record_id
from village_site.model.declare import record, required
from village_site.model.text import Text
from village_site.pages import Page, compose
from village_site.render import environment


@record
class Ferry(Entry):
    """A crossing of the river."""

    id: str = record_id()
    name: str = required(LINE, vi="tên", title=("Tên", "Name"), help=("Tên bến.", "Its name."))


def ferries(*, always: bool = False) -> Kind[Ferry]:
    """The kind, with a page of its own."""
    return Kind(
        name="ferry",
        title=Text("Bến đò", "Ferries"),
        help=Text("Bến đò ngang.", "Ferries."),
        record=Ferry,
        file="ferries",
        file_vi="ben-do",
        section=True,
        chapter=Chapter.PLACES,
        own_page=True,
        of_units=True,
        always=always,
    )


TEMPLATES = {
    "sections/ferry.html": "<p>{{ records|length }} <a href='{{ page.own_page(home, kind) }}'>all</a></p>",
    "lists/ferry.html": "<ul>{% for one in records %}<li>{{ one.name }}</li>{% endfor %}</ul>",
}


def pages(tmp_path: Path, files: dict[str, str], kind: Kind[Ferry]) -> dict[str, Page]:
    """The pages of a site with the kind, by path."""
    dataset, problems = load(data_folder(tmp_path, files), (*KINDS, kind))
    assert dataset is not None
    assert problems == []
    shared = environment()
    assert shared.loader is not None
    env = shared.overlay(loader=ChoiceLoader([DictLoader(TEMPLATES), shared.loader]))
    return {page.path: page for page in compose(Atlas(dataset, DAY), env=env)}


@pytest.mark.parametrize(
    ("file", "url", "above"),
    [
        ("nam-bac-thanh/ferries.yml", "thon/nam-bac-thanh/", ["../../../", "../../../xa/cam-binh/", "../../../thon/nam-bac-thanh/"]),
        ("_units/cam-binh/ben-do.yml", "xa/cam-binh/", ["../../../", "../../../xa/cam-binh/"]),
    ],
)  # fmt: skip
def test_all_records_stand_on_a_page_below_their_home(
    tmp_path: Path, file: str, url: str, above: list[str]
) -> None:
    made = pages(tmp_path, {file: "[{id: b, name: Bến <Dưới>}, {id: a, name: Bến Trên}]"}, ferries())
    page = made[f"{url}ben-do/index.md"]
    tree = parse(page)
    assert [words(node) for node in tree.css("li:not(nav li)")] == ["Bến <Dưới>", "Bến Trên"]
    assert words(one(tree, "h1")) == page.title
    assert page.parent == f"{url}index.md"
    assert [node.attributes["href"] for node in tree.css(".vs-crumbs a")] == above
    section = one(parse(made[f"{url}index.md"]), "#ben-do")
    assert one(section, "a").attributes["href"] == f"../../{url}ben-do/"


def test_without_records_there_is_no_page(tmp_path: Path) -> None:
    assert not any("ben-do" in path for path in pages(tmp_path, {}, ferries()))


def test_a_section_that_is_never_missing_stands_for_every_village(tmp_path: Path) -> None:
    made = pages(tmp_path, {}, ferries(always=True))
    assert parse(made["thon/nam-bac-thanh/index.md"]).css_first("#ben-do") is not None
    assert parse(made["xa/cam-binh/index.md"]).css_first("#ben-do") is None


def test_every_section_has_its_chapter() -> None:
    unplaced = {kind.name for kind in KINDS if kind.section and kind.chapter is None}
    assert unplaced == {"contact"}  # it stands beside all chapters
