"""What the search finds, and the scripts that find it: in Material's box, and on a light page of our own.

The theme fetches `search/search_index.json` with every page, so it holds one short entry a page: title, where
the place is, former names. Names within a village (roads, groups, documents …) stand in `search/names.json`,
which the scripts fetch when somebody first types. Households are in neither.
"""

from village_site.search.entries import Entry, entries, names_within
from village_site.search.index import hand_written, write_index
from village_site.search.page import PAGE, search_page, search_policy
from village_site.search.worker import WORKER, worker_script

__all__ = [
    "PAGE",
    "WORKER",
    "Entry",
    "entries",
    "hand_written",
    "names_within",
    "search_page",
    "search_policy",
    "worker_script",
    "write_index",
]
