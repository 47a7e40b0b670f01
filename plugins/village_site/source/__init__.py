"""From files to trees: YAML read with the place of every word, and no word interpreted."""

from village_site.source.files import MAX_BYTES, Unreadable, read_bounded
from village_site.source.reader import read_yaml
from village_site.source.tree import Mapping, Node, Scalar, Sequence

__all__ = [
    "MAX_BYTES",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Unreadable",
    "read_bounded",
    "read_yaml",
]
