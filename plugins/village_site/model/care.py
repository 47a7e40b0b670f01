"""What a group or an association looks after, and what it keeps an eye on."""

from __future__ import annotations

from village_site.frozen import frozen
from village_site.model.bind import bind
from village_site.model.common import LINE, WORDS, Entry
from village_site.model.declare import Origin, Record, optional, record, several, table
from village_site.model.reading import Reading
from village_site.model.shapes import Nested, Ref, Reference
from village_site.model.text import Text
from village_site.source import Mapping, Node


@record
class Care(Record):
    """One thing looked after or supervised; a line of text may stand for the whole record."""

    what: Text | None = optional(
        WORDS,
        vi="việc",
        also=("gì",),
        title=("Việc gì", "What"),
        help=("Bằng vài chữ: hai vườn mẫu của tổ.", "In a few words."),
    )
    road: Ref | None = optional(
        Reference("road"), vi="đường", title=("Đường", "Road"), help=("Mã của đường.", "Id of the road.")
    )
    place: Ref | None = optional(
        Reference("place"),
        vi="địa điểm",
        title=("Địa điểm", "Place"),
        help=("Mã trong dia-diem.yml.", "Id in places.yml."),
    )
    set: Ref | None = optional(
        Reference("criteria"),
        vi="bộ tiêu chí",
        title=("Bộ tiêu chí", "Set of criteria"),
        help=("Mã của bộ trong _criteria.", "Id of the set."),
    )
    criterion: str | None = optional(
        LINE,
        vi="tiêu chí",
        title=("Tiêu chí số", "Criterion"),
        help=("Bỏ trống khi là mọi tiêu chí của bộ.", "Empty for all of the set."),
    )


@frozen
class CareShape(Nested[Care]):
    """The shape of what is looked after."""

    @property
    def title(self) -> Text:
        """The shape in words."""
        return Text(
            "vài chữ, hoặc {đường}, {địa điểm}, {bộ tiêu chí, tiêu chí}", "a few words, or what it refers to"
        )

    def read(self, node: Node, reading: Reading) -> Care | None:
        """The thing; a mapping that names nothing is reported."""
        if type(node) is not Mapping:
            words = WORDS.read(node, reading)
            if words is None:
                return None
            origin = Origin(reading.file, Mapping([], node.line, node.column, flow=True), table(Care))
            return Care(origin=origin, what=words, road=None, place=None, set=None, criterion=None)
        found = bind(Care, node, reading)
        if found is None:
            return None
        if found.criterion is not None and found.set is None:
            reading.error(node, "care-without-set", found=found.criterion)
            return None
        if not any((found.what, found.road, found.place, found.set)):
            reading.error(node, "care-of-nothing")
            return None
        return found


CARE = CareShape(Care)


@record
class Caretaker(Entry):
    """A group or an association with what is in its hands."""

    looks_after: tuple[Care, ...] = several(
        CARE,
        vi="trông nom",
        also=("chăm lo",),
        title=("Trông nom", "Looks after"),
        help=("Đường, địa điểm, vườn…: mã, hoặc vài chữ.", "Roads, places, gardens: ids or a few words."),
        most=40,
    )
    supervises: tuple[Care, ...] = several(
        CARE,
        vi="giám sát",
        title=("Giám sát", "Supervises"),
        help=("Việc, bộ tiêu chí hoặc tiêu chí nào.", "Which work, set of criteria or criterion."),
        most=40,
    )
