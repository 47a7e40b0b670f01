"""Moving to another domain: the pages to leave behind, so that every printed address leads somewhere."""

from __future__ import annotations

from pathlib import Path

from village_site.atlas import Atlas
from village_site.cards import card_path
from village_site.codes.alphabet import shown
from village_site.exports.codes import code_url
from village_site.files import beside, fresh, swap, write_new
from village_site.offline import WORKER, retiring_worker
from village_site.policy import light, meta
from village_site.render import environment


def write_redirects(atlas: Atlas, to: str, folder: Path) -> int:
    """Writes a page for every issued code, and a 404 page, that lead to the same code at `to`.

    Beside them stands a worker that takes away what phones kept of the old site.

    They are plain HTML for any static host: a refresh that works without script, and a link for those who
    have switched it off. Gives the number of codes. Raises OSError; an older folder stays until the end.
    """
    new = fresh(beside(folder, "new"))
    (new / "Q").mkdir()
    template = environment().get_template(
        "moving/redirect.html", globals={"policy": lambda style: meta(light(str(style)))}
    )
    count = 0
    for coded in atlas.coded():
        path = new / card_path(coded.code)
        path.parent.mkdir()
        target = code_url(to, coded.code)
        write_new(str(path), template.render(target=target, code=shown(coded.code), site=atlas.dataset.site))
        count += 1
    home = template.render(target=to.rstrip("/") + "/", code="", site=atlas.dataset.site)
    for name in ("index.html", "404.html"):
        write_new(str(new / name), home)
    write_new(str(new / WORKER), retiring_worker())
    swap(new, folder)
    return count
