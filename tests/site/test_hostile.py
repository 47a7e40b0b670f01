"""Markup typed into every text field changes no page but for its text: light pages and Material pages alike."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.fill import VILLAGE, files
from tests.site.conftest import copy_project, villages
from tests.support import DAY, data_folder

HOSTILE = (
    "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)> \"'`&amp;&lt;b&gt; {{ 7*7 }} {% x %} "
    "<!-- --> ]]> </textarea> javascript:alert(1) *a* _b_ [c](d) \\u003c #{e} ${f}"
)
HARMLESS = ("Chữ lành một hai ba " * 20)[: len(HOSTILE)]  # of the same length: a long name is set smaller
# Attributes that carry text; everything else must be the same to the letter.
TEXT_ATTRIBUTES = frozenset(
    {"content", "title", "alt", "aria-label", "id", "for", "data-set", "data-n", "data-title"}
)

Shape = tuple[str, tuple[tuple[str, str], ...], tuple["Shape", ...]]


def build(folder: Path, text: str) -> Path:
    """A site of one village with `text` in every text field, in the project's own frame."""
    copy_project(folder)
    shutil.rmtree(folder / "villages")
    data_folder(folder, files(text))
    Image.new("RGB", (80, 40), "green").save(folder / "villages" / VILLAGE / "anh.png")
    document = PdfWriter()
    document.add_blank_page(100, 100)
    document.write(folder / "villages" / VILLAGE / "van-ban.pdf")
    for arguments in (("codes", "assign", "--day", DAY.isoformat()), ("site", "--day", DAY.isoformat())):
        done = villages(folder, *arguments)
        assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    base = tmp_path_factory.mktemp("hostile")
    return build(base / "harmless", HARMLESS), build(base / "hostile", HOSTILE)


def shape(node: LexborNode, text: dict[str, str]) -> Shape:
    """A node's tag, attributes and elements within it, text left out."""
    attributes = []
    for name, value in sorted(node.attributes.items()):
        if (name, value) == ("lang", "vi"):  # on pages in English the letters of a text decide on it
            continue
        if name in TEXT_ATTRIBUTES:
            attributes.append((name, "…"))
        else:
            attributes.append((name, text.get(value or "", value or "")))
    return node.tag or "", tuple(attributes), tuple(shape(child, text) for child in _elements(node))


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    for child in node.iter(include_text=False):
        if child.tag == "span" and child.attributes in ({}, {"lang": "vi"}):
            yield from _elements(child)
        else:
            yield child


def pages(site: Path) -> dict[str, Path]:
    """Every page under a name that does not hang on the codes drawn."""
    found = {str(path.relative_to(site)): path for path in site.rglob("*.html") if path.parts[-3] != "Q"}
    cards = list(site.glob("Q/*/index.html"))
    for path in cards:
        kind = LexborHTMLParser(path.read_text("utf-8")).css_first("body")
        assert kind is not None
        found[f"card {kind.attributes.get('class')} {_kind_of(site, path)}"] = path
    assert len(found) >= len(cards) + 4
    return found


def _kind_of(site: Path, path: Path) -> str:
    register = next((site.parent / "villages" / "_register").glob("*.csv")).read_text("utf-8")
    (row,) = [row for row in register.splitlines() if row.replace("-", "", 1).startswith(path.parent.name)]
    return row.split(",")[1]


def test_the_dom_is_equal_but_for_text(sites: tuple[Path, Path]) -> None:
    harmless, hostile = (pages(site) for site in sites)
    assert harmless.keys() == hostile.keys()
    assert len([name for name in harmless if name.startswith("card ")]) == 6
    codes = [
        {p.parent.name: k for k, p in each.items() if k.startswith("card ")} for each in (harmless, hostile)
    ]
    for name in harmless:
        shapes = []
        for each, known in zip((harmless, hostile), codes, strict=True):
            html = each[name].read_text("utf-8")
            for code, card in known.items():
                html = html.replace(code, card).replace(f"{code[:4]}-{code[4:]}", card)
            root = LexborHTMLParser(html).root
            assert root is not None
            shapes.append(shape(root, {}))
        assert shapes[0] == shapes[1], name


def test_the_text_arrives_as_it_was_typed(sites: tuple[Path, Path]) -> None:
    for name, path in pages(sites[1]).items():
        if not name.startswith(("card ", "thon/", "xa/cam-binh")):
            continue
        tree = LexborHTMLParser(path.read_text("utf-8"))
        assert tree.body is not None
        text = " ".join(tree.body.text().split())
        assert " ".join(HOSTILE.split()) in text, name
        for title in tree.css("title"):
            assert "<script>" not in (title.html or "").replace("&lt;", "")
