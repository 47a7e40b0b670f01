"""From files to trees: YAML read with the place of every word, and no word interpreted."""

from village_site.source.reader import Unreadable, read_yaml
from village_site.source.tree import Mapping, Node, Scalar, Sequence

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "Unreadable", "read_yaml"]
