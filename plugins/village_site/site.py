"""The whole build but for the Material pages, as plain functions of a data folder and a day."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from village_site.atlas import Atlas
from village_site.cards import Cards, card_path, card_policies
from village_site.cards.emergency import emergency_page
from village_site.checks import check
from village_site.dataset import load, peek
from village_site.exports import write_calendars, write_contacts, write_data, write_list, write_symbols
from village_site.exports.feeds import write_feeds
from village_site.exports.maps import write_maps
from village_site.files import write_new
from village_site.finder import finder_page, finder_policy, not_found_page
from village_site.media.papers import write_papers
from village_site.media.photos import write_photos
from village_site.model import KINDS, Kind
from village_site.offline.write import write_offline
from village_site.policy import Policy, headers
from village_site.problems import DataError, Problem, in_order
from village_site.reckon.emergency import emergency_url
from village_site.reckon.english import ENGLISH, in_english
from village_site.rollups import larger_units, unit_url
from village_site.search import PAGE, search_page, search_policy
from village_site.securitytxt import PATH, security_txt
from village_site.signposts import signpost_page, signpost_policy, signposts
from village_site.social import write_social

Pages = Callable[[], Iterable[Problem]]
Linked = Callable[[Atlas], object]
VIETNAM = dt.timezone(dt.timedelta(hours=7))


def today() -> dt.date:
    """The day in Vietnam, for whoever names no other."""
    return dt.datetime.now(VIETNAM).date()


def examine(
    data: Path,
    day: dt.date,
    kinds: tuple[Kind[Any], ...] = KINDS,
    *,
    private: Path | None = None,
    pages: Pages | None = None,
    linked: Linked | None = None,
) -> tuple[Atlas | None, tuple[Problem, ...]]:
    """Reads and checks a data folder: the linked data, if there is any, and every problem in order.

    `private` is the folder with personal data, `pages` tells what is wrong with the hand-written pages; where
    they are left out, those beside the data folder are looked at. `linked` is called with the data before it
    is checked, unless something that was read already stops builds.
    """
    dataset, problems = load(data, kinds, private=private, pages=pages)
    if dataset is None:
        return None, in_order(problems)
    atlas = Atlas(dataset, day)
    if linked is not None and not any(problem.stops for problem in problems):
        linked(atlas)
    return atlas, in_order([*problems, *check(atlas)])


def open_atlas(
    data: Path,
    day: dt.date,
    kinds: tuple[Kind[Any], ...] = KINDS,
    *,
    private: Path | None = None,
    pages: Pages | None = None,
    linked: Linked | None = None,
) -> tuple[Atlas, tuple[Problem, ...]]:
    """The linked data and what is to be mended. Raises DataError with every problem when one stops builds."""
    atlas, problems = examine(data, day, kinds, private=private, pages=pages, linked=linked)
    if atlas is None or any(problem.stops for problem in problems):
        raise DataError(problems)
    return atlas, problems


def write_cards(atlas: Atlas, folder: Path, banner: Markup | None = None) -> int:
    """Writes the light page of every code ever issued under `folder`; gives their number."""
    cards = Cards(atlas, banner=banner)
    count = 0
    (folder / "Q").mkdir(parents=True, exist_ok=True)
    for coded in atlas.coded():
        path = os.path.join(folder, card_path(coded.code))  # noqa: PTH118 - a Path costs more than the page's name
        os.mkdir(os.path.dirname(path))  # noqa: PTH102, PTH120
        write_new(path, cards.page(coded))
        count += 1
    return count


def write_emergency_pages(atlas: Atlas, folder: Path, banner: Markup | None = None) -> None:
    """Writes what to do in an emergency, a light page a village."""
    for place in atlas.places:
        target = folder / emergency_url(place)
        target.mkdir(parents=True, exist_ok=True)
        write_new(f"{target}/index.html", emergency_page(atlas, place, banner))


def write_aside(
    atlas: Atlas,
    folder: Path,
    symbols: Path | None,
    banner: Markup | None = None,
    *,
    cache: Path | None = None,
) -> int:
    """Everything that needs no host: light pages, data files, pictures and documents of the public site below
    `folder`, and the list of codes beside the `symbols`. `cache` keeps what need not be made again. Gives the
    number of light pages."""
    count = write_cards(atlas, folder, banner)
    write_emergency_pages(atlas, folder, banner)
    write_public_data(atlas, folder)
    write_calendars(atlas, folder)
    write_contacts(atlas, folder)
    write_maps(atlas, folder)
    write_photos(atlas, folder)
    write_papers(atlas, folder)
    write_social(atlas, folder, cache / "social" if cache is not None else None)
    if symbols is not None:
        write_list(atlas, symbols)
    return count


def write_guides(atlas: Atlas, site: Path, site_url: str | None, banner: Markup | None = None) -> None:
    """Writes what helps people to find a page: the light search, `Q/`, `404.html`, signposts."""
    (site / PAGE).mkdir(exist_ok=True)
    (site / PAGE / "index.html").write_text(search_page(atlas, site_url=site_url, banner=banner), "utf-8")
    (site / "Q").mkdir(exist_ok=True)
    (site / "Q" / "index.html").write_text(finder_page(atlas, site_url=site_url, banner=banner), "utf-8")
    (site / "404.html").write_text(not_found_page(atlas, site_url=site_url, banner=banner), "utf-8")
    write_offline(atlas, site, banner)
    for post in signposts(atlas):
        folder = site / post.url
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(signpost_page(atlas, post), "utf-8")


def write_for_hosts(
    atlas: Atlas, site: Path, frames: Sequence[Policy], *, site_url: str | None, repo_url: str | None
) -> None:
    """Writes what hosts and programs read: feeds, `_headers`, which allows what the light pages and those of
    the `frames` need (anything, where a frame has no policy), and `.well-known/security.txt` where there is
    anybody to name."""
    light = (*card_policies(atlas), finder_policy(), search_policy(), signpost_policy())
    (site / "_headers").write_text(headers([*frames, *light] if frames else []), "utf-8")
    write_feeds(atlas, site, site_url)
    contacts = atlas.dataset.site.contacts
    if text := security_txt(contacts, atlas.day, site_url=site_url, repo_url=repo_url):
        (site / PATH).parent.mkdir(exist_ok=True)
        (site / PATH).write_text(text, "utf-8")


def draw_symbols(data: Path, folder: Path) -> None:
    """Writes the symbol of every issued code, from the register alone, so that it can be done while the data
    is still being read and checked; `complete_symbols` puts right what only the data tells."""
    found, register = peek(data)
    if found is not None:
        write_symbols(found.codes.base_url, sorted(register.by_code), folder)


def write_public_data(atlas: Atlas, folder: Path) -> None:
    """Writes the public data files of the site."""
    write_data(atlas, folder / "data" / "v1")


def missing_pages(atlas: Atlas, site: Path) -> list[str]:
    """Pages that must be in a built site and are not: one for every code, village and unit that stands,
    and for former districts."""
    wanted = [card_path(coded.code) for coded in atlas.coded()]
    wanted += [f"{url}index.html" for place in atlas.places for url in (place.url, emergency_url(place))]
    wanted += [f"{commune.url}index.html" for commune in atlas.communes]
    wanted += [f"{ENGLISH}index.html", *(f"{in_english(place.url)}index.html" for place in atlas.places)]
    wanted += [f"{unit_url(unit)}index.html" for unit in larger_units(atlas)]
    return [path for path in wanted if not (site / path).is_file()]
