"""What stands in a village's handbook, in which order: the site's pages, without what only a screen can do.

Emergencies and whom to call come first, then what the village is, then the chapters of its page. A section
that leads to a page of its own is replaced by that page. All are composed as for the site, by the same
templates and for the same readers, so nothing is printed that is not published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from village_site.atlas import Atlas
from village_site.cards.emergency import emergency_page
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.handbook.convert import Blocks, Converter
from village_site.handbook.inline import Address
from village_site.handbook.markup import Element, parse
from village_site.homes import Place
from village_site.media.photos import Copy, Picture
from village_site.model.safety import SAFETY
from village_site.pages.compose import Planned
from village_site.pages.page import Page
from village_site.pages.village import village_page
from village_site.pages.writer import Writer
from village_site.reckon.emergency import emergency_url
from village_site.render import environment

Pictures = Mapping[str, tuple[Picture, Copy]]
"""Every picture of the site by its address from the site's root."""

_ROOT: Final = "../../"
_GONE_TAGS: Final = frozenset(
    {"h1", "script", "style", "button", "nav", "form", "input", "template", "noscript", "iframe"}
)
_GONE_CLASSES: Final = frozenset(
    {
        "vs-alert",  # stands among the notices as well
        "vs-hidden",  # says to a screen reader what the eye sees
        "vs-take",  # files and feeds for phones
        "vs-all",
        "vs-go",
        "go",
        "maps",
        "plate",  # the title of the emergency page, which its chapter has
        "vs-chapter",
        "vs-foot",
    }
)
_MAP_SITES: Final = (
    "https://www.google.com/maps/",
    "https://maps.apple.com/",
    "https://www.openstreetmap.org/",
)


@dataclass(slots=True)
class Section:
    """A part under a heading of its own, or of none where `title` is empty."""

    title: str
    id: str
    blocks: Blocks = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """A chapter."""

    title: str
    id: str
    sections: list[Section] = field(default_factory=list)


@frozen
class Book:
    """The content of one handbook. `files`: what its blocks name; `drawn`: texts that stand in drawings."""

    place: Place
    parts: tuple[Part, ...]
    files: Mapping[str, bytes]
    drawn: tuple[str, ...]


def book(atlas: Atlas, place: Place, own: Sequence[Planned], pictures: Pictures) -> Book:
    """The book of a village; `own` are the pages below its page."""
    return _Compiler(atlas, place, own, pictures).book()


class _Compiler:
    def __init__(self, atlas: Atlas, place: Place, own: Sequence[Planned], pictures: Pictures) -> None:
        self._atlas, self._place, self._pictures = atlas, place, pictures
        self._base = f"{atlas.dataset.site.codes.base_url.rstrip('/')}/"
        # One writer for all pages: sources are numbered through the book.
        writer = Writer(environment("vi"), atlas, _ROOT)
        self._page = _kept(village_page(writer, place))
        self._own = {one.url: _kept(one.make(writer)) for one in own}
        sources = writer.render("pages/sources.html", place=place) if writer.citations.entries else ""
        self._sources = parse(str(sources)).without(_is_gone)
        sheet = parse(emergency_page(atlas, place)).find(tag="main")
        self._sheet = (sheet or Element("main")).without(_is_gone)
        self._files: dict[str, bytes] = {}
        trees = (self._page, *self._own.values(), self._sources, self._sheet)
        known = frozenset(one.attrs["id"] for tree in trees for one in tree.walk() if "id" in one.attrs)
        page = self._base + place.url
        self._here = Address(page, page, known | {SAFETY.file_vi})
        self._convert = Converter(self._here, self._picture, self._keep)

    def book(self) -> Book:
        """All of it."""
        there = replace(self._here, page=self._base + emergency_url(self._place))
        first = Converter(there, self._picture, self._keep)
        emergency = Part(label("handbook-emergency", "vi"), SAFETY.file_vi)
        emergency.sections.append(Section("", "", first.part(self._sheet.children, 1)))
        parts = [emergency, *self._chapters(emergency)]
        if self._sources.elements:
            anchor = label("page-sources-anchor", "vi")
            blocks = self._convert.part(self._sources.children, 1)
            parts.append(Part(label("page-sources", "vi"), anchor, [Section("", "", blocks)]))
        parts = [part for part in parts if part.sections]
        _each_once(parts)
        return Book(self._place, tuple(parts), self._files, (*first.drawn, *self._convert.drawn))

    def _chapters(self, emergency: Part) -> Iterator[Part]:
        """What the village is, then the chapters of its page; whom to call goes with `emergency`."""
        part = Part(label("handbook-about", "vi"), "")
        head = self._page.find(name="vs-head") or Element("div")
        part.sections.append(Section("", "", self._convert.part(head.children, 1)))
        elements = list(self._sections())
        self._ids = {one.attrs.get("id", "") for one in elements}
        for element in elements:
            if "vs-aside" in element.classes:
                emergency.sections.append(self._section(element))
                continue
            if "data-chapter" in element.attrs:
                yield part
                part = Part(element.attrs["data-chapter"], "")
            if element.attrs.get("id") != SAFETY.file_vi:
                part.sections += self._with_own(element)
        part.sections += [self._whole(url) for url in list(self._own)]
        yield part

    def _sections(self) -> Iterator[Element]:
        body = self._page.find(name="vs-body") or Element("div")
        aside = self._page.find(name="vs-aside")
        yield from [aside] if aside is not None else []
        yield from (one for one in body.elements if one.tag == "section")

    def _with_own(self, element: Element) -> Iterator[Section]:
        """A section, or the page that holds all of it; then the pages it leads to besides."""
        section = self._section(element)
        url = f"{self._place.url}{section.id}/"
        if url in self._own:
            section.blocks = self._whole(url).blocks
        yield section
        for link in element.walk():
            url = self._here.whole(link.attrs.get("href", "")).removeprefix(self._base)
            if url in self._own and _name(url) not in self._ids:
                yield self._whole(url)

    def _whole(self, url: str) -> Section:
        """A page of the village's own, as a section; each once."""
        page = self._own.pop(url)
        return Section(page.attrs["title"], _name(url), self._convert.part(page.children, 2))

    def _section(self, element: Element) -> Section:
        heading = next((one for one in element.elements if one.tag == "h2"), None)
        rest = [child for child in element.children if child is not heading]
        blocks = self._convert.part(rest, 2)
        return Section(heading.text if heading else "", element.attrs.get("id", ""), blocks)

    def _picture(self, whole: str) -> str:
        """Keeps a picture of the village's and gives its name in the book; "" for any other address."""
        url = whole.removeprefix(self._base)
        found = self._pictures.get(url)
        if found is None:
            return ""
        picture, copy = found
        # By its address: two folders may have files of one name. No address has a "+" of its own.
        name = url.replace("/", "+")
        if name not in self._files:
            self._files[name] = copy.encoded(picture.file)
        return name

    def _keep(self, ending: str, content: bytes) -> str:
        """Keeps a drawing; equal ones are one file."""
        for name, known in self._files.items():
            if known == content:
                return name
        name = f"drawing-{len(self._files) + 1}.{ending}"
        self._files[name] = content
        return name


def _kept(page: Page) -> Element:
    """A page's tree without what is nothing on paper; where a chapter begins, its section says so."""
    tree = parse(str(page.html))
    for section in tree.walk():
        mark = next((one for one in section.elements if "vs-chapter" in one.classes), None)
        if mark is not None:
            section.attrs["data-chapter"] = next(
                (one for one in mark.children if isinstance(one, str)), ""
            ).strip()
    kept = tree.without(_is_gone)
    kept.attrs["title"] = page.title
    return kept


def _each_once(parts: Iterable[Part]) -> None:
    """Leaves every anchor at the first place that has it: pages have their own, a book is one document."""
    seen: set[str] = set()

    def once(name: str) -> str:
        found = "" if name in seen else name
        seen.add(name)
        return found

    def within(blocks: Any) -> None:
        for one in blocks if isinstance(blocks, list) else ():
            if isinstance(one, dict):
                if "id" in one:
                    one["id"] = once(one["id"])
                for inner in one.values():
                    within(inner)
            else:
                within(one)

    for part in parts:
        part.id = once(part.id)
        for section in part.sections:
            section.id = once(section.id)
            within(section.blocks)


def _name(url: str) -> str:
    return url.rstrip("/").rpartition("/")[2]


def _is_gone(element: Element) -> bool:
    """True for what only a screen can do, and for what the book says elsewhere."""
    if element.tag in _GONE_TAGS or element.classes & _GONE_CLASSES or "hidden" in element.attrs:
        return True
    if element.attrs.get("id") in _gone_ids() or element.attrs.get("aria-labelledby") == "notice-over-h":
        return True
    if element.tag == "details":
        return element.find(name="vs-aloud") is not None  # a text of the book once more, to be read out
    if element.tag in ("p", "dd"):
        return any(one.attrs.get("href", "").startswith(_MAP_SITES) for one in element.elements)
    # A picture that leads to a film elsewhere: the words below it do, too.
    return (
        element.tag == "a" and "://" in element.attrs.get("href", "") and element.find(tag="img") is not None
    )


def _gone_ids() -> tuple[str, ...]:
    return label("calendar-subscribe-anchor", "vi"), label("page-sources-anchor", "vi")
