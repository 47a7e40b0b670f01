"""What the search box finds, and the script that finds it.

The theme fetches `search/search_index.json` with every page, so it holds one short entry a page: title, where
the place is, former names. Names within a village (roads, groups, documents …) stand in `search/names.json`,
which the script fetches when somebody first types. Households are in neither.
"""

from village_site.search.entries import Entry, entries, names_within
from village_site.search.index import hand_written, write_index
from village_site.search.worker import WORKER, worker_script

__all__ = ["WORKER", "Entry", "entries", "hand_written", "names_within", "worker_script", "write_index"]
