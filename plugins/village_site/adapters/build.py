"""`villages site`: the whole site through MkDocs, built beside the old one and put in its place when done."""

from __future__ import annotations

import datetime as dt
import logging
import shutil
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError

from village_site.adapters.mkdocs import VillagesPlugin
from village_site.files import beside, swap
from village_site.frozen import frozen
from village_site.site import missing_pages


class BuildFailed(Exception):
    """The site could not be built; what was wrong has been printed, the old site is untouched."""


@frozen
class Built:
    """Where the site is; `withheld` when personal values were left out that may not be published."""

    folder: Path
    withheld: bool


def build_site(
    config_file: Path, data: Path, day: dt.date | None, lang: str, *, private: Path | None = None
) -> Built:
    """Builds strictly. Raises BuildFailed; whatever stops it, nothing half-made stays."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger("mkdocs").addHandler(handler)
    made: list[Path] = []
    plugin: VillagesPlugin | None = None
    try:
        config = load_config(str(config_file), strict=True)
        plugin = _plugin(config)
        site, dist = Path(config.site_dir), plugin.dist(config)
        config.site_dir = str(beside(site, "new"))
        made.append(Path(config.site_dir))
        if dist is not None:
            plugin.config.dist = str(beside(dist, "next"))
            made.append(beside(dist, "next"))
        plugin.config.folder, plugin.config.lang = str(data.absolute()), lang
        if private is not None:
            plugin.config.private = str(private.absolute())
        if day is not None:
            plugin.config.day = day
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        if lost := missing_pages(plugin.atlas, Path(config.site_dir)):
            raise PluginError("\n".join(["these pages were not written:", *lost]))
        _put_in_place(site, dist)
    except MkDocsException as error:
        if str(error) and not isinstance(error, SystemExit):
            print(error, file=sys.stderr)
        raise BuildFailed from None
    finally:
        if plugin is not None:
            plugin.give_up()
        for folder in made:
            shutil.rmtree(folder, ignore_errors=True)
    return Built(site, bool(plugin.atlas.withheld))


def _put_in_place(site: Path, dist: Path | None) -> None:
    """The new site and what gets printed, each in the place of the old."""
    swap(beside(site, "new"), site)
    if dist is not None:
        dist.mkdir(parents=True, exist_ok=True)
        for folder in beside(dist, "next").iterdir():  # what else lies there, such as plates, stays
            swap(folder, dist / folder.name)


def _plugin(config: MkDocsConfig) -> VillagesPlugin:
    plugin = config.plugins.get("villages")
    if not isinstance(plugin, VillagesPlugin):
        raise PluginError("mkdocs.yml: the plugin `villages` is missing under `plugins:`")
    return plugin
