"""What a kind of record is. Each is declared once, in the module of its record."""

from __future__ import annotations

from enum import Enum
from typing import Generic, TypeVar

from village_site.frozen import frozen
from village_site.model.declare import Record
from village_site.model.listed import Listed, term
from village_site.model.text import Text

R_co = TypeVar("R_co", bound=Record, covariant=True)


class Layout(Enum):
    """How a file of a kind is laid out, and where it stands."""

    VILLAGE = "one record a village, in its folder"
    VILLAGE_LIST = "a list of records in the village's folder"
    SHARED = "one record for the whole site, beside the villages"
    SHARED_LIST = "a list of records for the whole site, beside the villages"
    FOLDER = "one record a file, in a shared folder; the file's name is the id"
    FOLDER_LIST = "a list of records a file, in a shared folder"


class Chapter(Listed):
    """What sections of a village's page belong together, in the order of what a resident needs most."""

    SAFETY = term("safety", "an toàn", title="An toàn", title_en="Safety")
    NEWS = term("news", "thông báo", title="Thông báo, hỏi đáp", title_en="Notices and questions")
    PLACES = term("places", "nơi chốn", title="Nơi chốn, đường sá", title_en="Places and roads")
    STANDARDS = term("standards", "tiêu chí", title="Tiêu chí, số liệu", title_en="Criteria and figures")
    ECONOMY = term("economy", "làm ăn", title="Làm ăn, mua bán", title_en="Work and trade")
    PEOPLE = term("people", "tổ chức", title="Tổ nhóm, đoàn thể", title_en="Groups and associations")
    PAST = term("past", "lịch sử", title="Lịch sử", title_en="History")


@frozen
class Kind(Generic[R_co]):
    """A kind of record: where it is typed, and everywhere it is shown.

    name: singular, in English; how references, exports and registers call it.
    file, file_vi: the file's (or shared folder's) name without ending, in English and Vietnamese.
    section: the village page shows it by `sections/<name>.html`; a commune's too where it is `of_units`.
    chapter: where on the page its section stands; every kind with a section names one.
    own_page: all its records stand on a page of their own, `thon/<village>/<file_vi>/`, by
        `lists/<name>.html`; the section is short and leads there.
    always: its section stands on every village's page, even where nothing was typed.
    shared_down: a commune's records hold for its villages, so their pages show them too.
    summed_up: a commune's page shows what its villages' records come to.
    coded: each record has a permanent code and a light page, by `cards/<name>.html`.
    searched, exported: it is in the search index, in the public data files.
    printed: it gets a symbol and a plate.
    about_people: its records speak of persons or of one household, so words on health, faith and the like
        are refused in them.
    for_all: what it says of people concerns everybody, “trẻ em từ 6 tuổi” say, so of such words only those
        are refused that speak of one person, as where an office is described.
    private: it stands in the private data folder alone.
    of_units: a unit's own folder may hold it as well, as `_units/<unit>/<file>.yml`.
    tabular: a spreadsheet's table may stand in the place of its file, as `<file>.csv`.
    """

    name: str
    title: Text
    help: Text
    record: type[R_co]
    file: str
    file_vi: str
    layout: Layout = Layout.VILLAGE_LIST
    section: bool = False
    chapter: Chapter | None = None
    own_page: bool = False
    always: bool = False
    shared_down: bool = False
    summed_up: bool = False
    coded: bool = False
    searched: bool = False
    exported: bool = False
    printed: bool = False
    about_people: bool = False
    for_all: bool = False
    private: bool = False
    of_units: bool = False
    tabular: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """Every file or folder name it may stand under, English first."""
        return tuple(dict.fromkeys((self.file, self.file_vi)))

    @property
    def in_village(self) -> bool:
        """True when it stands in a village's folder."""
        return self.layout in (Layout.VILLAGE, Layout.VILLAGE_LIST)
