"""Writes what lies at the site's root for phones that keep pages."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from village_site.atlas import Atlas
from village_site.offline.manifest import MANIFEST, icon_files, manifest
from village_site.offline.page import fallback_page
from village_site.offline.registration import SCRIPT, registration_script
from village_site.offline.worker import FALLBACK, WORKER, worker


def write_offline(atlas: Atlas, site: Path, banner: Markup | None = None) -> None:
    """Writes the worker, its fallback page, the script of Material's pages, the manifest and its icons. All
    other folders of the site must be there."""
    fallback = fallback_page(atlas, banner)
    folders = [entry.name for entry in site.iterdir() if entry.is_dir()]
    texts = {
        WORKER: worker(fallback, folders),
        f"{FALLBACK}index.html": fallback,
        SCRIPT: registration_script(),
        MANIFEST: manifest(atlas),
    }
    files = {path: text.encode() for path, text in texts.items()} | icon_files()
    for path, data in files.items():
        target = site / path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(data)
