"""The handbook: all that a village's pages say, on paper, to be printed and hung in the culture house.

The pages' own HTML is read again and laid out (`content`, `convert`), so what is printed is what is
published, and a new kind of record is in it as soon as it has a section. `write_handbooks` needs the extra
`plates`.
"""

from village_site.handbook.write import write_handbooks

__all__ = ["write_handbooks"]
