"""What is in the copy of the site for a USB stick, and how it is packed: equal sites give equal bytes."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from village_site.atlas import Atlas
from village_site.cards import card_path
from village_site.catalogue import LANGUAGES, label
from village_site.editing.files import sync_folder
from village_site.files import beside
from village_site.frozen import frozen
from village_site.media.photos import Copy
from village_site.model.households import HOUSEHOLDS
from village_site.model.shapes import slug
from village_site.offline.manifest import MANIFEST, icon_files
from village_site.offline.registration import SCRIPT
from village_site.offline.worker import FALLBACK, WORKER
from village_site.privacy.written import files
from village_site.search import PAGE as SEARCH
from village_site.usb.pages import DATA, FINDER, INDEX, Site

README: Final = "DOC-TRUOC.txt"
_INDEXES: Final = {"index": "search/search_index.json", "names": "search/names.json"}
_FOR_HOSTS: Final = frozenset(
    {"404.html", "_headers", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "CNAME", WORKER, SCRIPT, MANIFEST}
    | {f"{FALLBACK}{INDEX}"}
)
"""What only a host reads, or what cannot work where there is none."""
_LEFT_OUT: Final = ("search/", "assets/javascripts/workers/", "assets/javascripts/lunr/", "assets/360-")
_PACKED: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".pdf", ".woff2", ".zip", ".gz"})
"""Endings of files that do not get smaller."""
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can name, for none is of interest and every other would change the bytes."""


@frozen
class Copied:
    """The zip, its size in bytes, and how many files are in it."""

    file: Path
    size: int
    count: int


def write_copy(atlas: Atlas, site: Path, day: dt.date, folder: Path) -> Copied:
    """Packs a site that was built for `day` into `<folder>/<name of the site>-ngoai-tuyen.zip`.

    The atlas says what the site is called, where it stands, and which codes are no house's. Written beside
    the old one, then put in its place. FileNotFoundError where no site has been built; OSError.
    """
    if not (site / INDEX).is_file():
        raise FileNotFoundError(2, "no site has been built here; make site", str(site))
    target = folder / f"{slug(atlas.dataset.site.name.vi)}-ngoai-tuyen.zip"
    folder.mkdir(parents=True, exist_ok=True)
    new = beside(target, "new")
    try:
        with new.open("wb") as file:
            with ZipFile(file, "w") as packed:
                for name, content in _contents(atlas, site, day):
                    packed.writestr(_entry(name), content)
                count = len(packed.namelist())
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
    sync_folder(folder)
    return Copied(target, target.stat().st_size, count)


def _contents(atlas: Atlas, site: Path, day: dt.date) -> Iterator[tuple[str, bytes]]:
    """Every file of the copy by its path in it, in the order of paths; one at a time, for sites are large."""
    found = {path.relative_to(site).as_posix(): path for path in files(site)}
    codes = _open_codes(atlas)
    kept = {name: path for name, path in found.items() if _is_kept(name, codes)}
    made = {README: _readme(atlas, day)}
    there = [code for code in sorted(codes) if card_path(code) in kept]
    if f"{SEARCH}{INDEX}" in kept and (index := _search_data(found, _cards(atlas, there))):
        made[f"{SEARCH}{DATA}"] = index
    copy = Site(kept.keys() | made.keys(), f"{urlsplit(_base(atlas)).path}/", f"{_base(atlas)}/")
    for name in sorted(copy.files):
        content = made[name] if name in made else kept[name].read_bytes()
        if name.endswith(".html"):
            content = _page(copy, name, content, _notes(atlas, name, day))
        yield name, content


def _page(copy: Site, name: str, content: bytes, notes: dict[str, str]) -> bytes:
    """A page of the copy; one that somebody put there in another encoding than UTF-8 stays as it is."""
    try:
        html = content.decode()
    except UnicodeDecodeError:
        return content
    return copy.page(name, html, notes).encode()


def _open_codes(atlas: Atlas) -> frozenset[str]:
    """The codes whose pages are taken along: not the houses', whose list nobody may have, and in a folder
    stands whatever is in it, one beside the other."""
    return frozenset(coded.code for coded in atlas.coded() if coded.kind is not HOUSEHOLDS)


def _is_kept(name: str, codes: frozenset[str]) -> bool:
    if name.startswith(FINDER) and name.split("/")[1] not in codes:
        return False
    hidden = any(part.startswith(".") for part in name.split("/"))
    theirs = name in _FOR_HOSTS or name in icon_files() or name.endswith(".map")
    return not (hidden or theirs or name.startswith(_LEFT_OUT) or f"/{Copy.AROUND.value}/" in name)


def _search_data(found: Mapping[str, Path], cards: Mapping[str, str]) -> bytes:
    """Both parts of the index, and what to do with codes, as a script: what a page cannot fetch it can still
    load. Empty without an index."""
    parts: dict[str, object] = {
        name: json.loads(found[path].read_text("utf-8")) for name, path in _INDEXES.items() if path in found
    }
    if "index" not in parts:
        return b""
    text = json.dumps({"cards": cards, "names": {}, **parts}, ensure_ascii=False, separators=(",", ":"))
    # Old scripts may not hold these two in a string.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.VILLAGES_SEARCH={text};\n".encode()


def _cards(atlas: Atlas, codes: Iterable[str]) -> dict[str, str]:
    """What the search page is told of codes: those whose pages are here, where the others are, and what it
    says of these; # stands for the code."""
    address = f"{_base(atlas)}/Q/#/".partition("://")[2]
    said = {lang: label("usb-no-card", lang, address=address) for lang in LANGUAGES}
    english = f'<span lang="en">{escape(said["en"], quote=False)}</span>'
    return {
        "codes": " ".join(codes),
        "english": english,
        "online": f"{_base(atlas)}/",
        "vietnamese": said["vi"],
    }


def _notes(atlas: Atlas, name: str, day: dt.date) -> dict[str, str]:
    """The line on top of a page, by language: of which day this is, where a newer one is, and the search."""
    address = f"{_base(atlas)}/{name.removesuffix(INDEX)}"
    shown = escape(address.partition("://")[2])
    link = f'<a href="{escape(address)}" style="color:inherit">{shown}</a>'
    notes = {}
    for lang in LANGUAGES:
        said = label("usb-note", lang, day=_day(day), address="{address}")
        search = escape(label("usb-search", lang))
        notes[lang] = (
            '<p class="usb" role="note" style="margin:0;padding:.6em 1em;background:#fff4d6;color:#000;'
            'font:16px/1.5 sans-serif;overflow-wrap:anywhere">'
            f"{escape(said).replace('{address}', link)} "
            '<a href="{search}" style="color:inherit;display:inline-block;padding:.6em 0">'
            f"<strong>{search}</strong></a></p>"
        )
    return notes


def _readme(atlas: Atlas, day: dt.date) -> bytes:
    """What to open and how old it is, in lines as the simplest editor of Windows shows them."""
    site = atlas.dataset.site
    params = {
        "site": site.name,
        "day": _day(day),
        "address": f"{_base(atlas)}/",
        "office": site.report_to,
    }
    lines = [label(f"usb-read-{number}", "vi", **params) for number in range(1, 6)]
    return ("\ufeff" + "".join(f"{line}\r\n" for line in lines)).encode()


def _base(atlas: Atlas) -> str:
    return atlas.dataset.site.codes.base_url.rstrip("/")


def _day(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _LONG_AGO)
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o644 << 16
    entry.compress_type = ZIP_STORED if Path(name).suffix in _PACKED else ZIP_DEFLATED
    return entry
