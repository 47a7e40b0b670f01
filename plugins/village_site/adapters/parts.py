"""Small things the plugin needs of its host: folders, links, menus, files in the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from importlib import resources
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from village_site import charts, report, search
from village_site.geo import drawing as maps
from village_site.inline import compact
from village_site.problems import Problem
from village_site.render import environment
from village_site.tongues import resolved

FRAME_SCRIPT = "assets/frame.js"
"""The script of `overrides/`."""


def root_of(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def stylesheet() -> bytes:
    """The style of generated pages: `villages.css`, which sets the colours, charts and maps, the others."""
    folder = resources.files("village_site") / "templates" / "pages"
    found = {
        entry.name: entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".css")
    }
    first = found.pop("villages.css")
    sheets = [first, charts.stylesheet(), maps.stylesheet(), *(found[name] for name in sorted(found))]
    return re.sub(r"\s*([{};,])\s*", r"\1", compact("".join(sheets))).encode()


def compiled_templates(config: MkDocsConfig, lang: str = "vi") -> FileSystemBytecodeCache:
    """Where compiled templates are kept between builds; those of a language, for each has its own."""
    cache = root_of(config) / ".cache" / "templates"
    cache.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(cache), f"__{lang}_%s.cache")


def edit_link(config: MkDocsConfig) -> Callable[[str], str] | None:
    """From a data file to the address that opens it for editing; None where the repository is unknown."""
    if not config.repo_url or not config.edit_uri:
        return None
    branch = config.edit_uri.rstrip("/").rpartition("/")[0]
    base = config.edit_uri if "://" in config.edit_uri else f"{config.repo_url.rstrip('/')}/{branch}"
    return lambda shown: f"{base}/{shown}"


def menu_paths(nav: object) -> Iterator[str]:
    """Every path a menu of mkdocs.yml names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        yield from menu_paths(list(nav.values()))
    elif isinstance(nav, list):
        for item in nav:
            yield from menu_paths(item)


def refuse_collision(file: File, taken: dict[str, str]) -> None:
    """Raises PluginError for a generated file whose address a hand-written one already has."""
    if (other := taken.get(file.dest_uri.lower())) is not None:
        raise PluginError(
            f"{other}: this page is made from the data as {file.dest_uri}; rename or move the file"
        )


def error_banner(problems: tuple[Problem, ...], lang: str) -> Markup:
    """What stands on every page while `serve` shows the last good data."""
    lines = [report.line(problem, lang) for problem in problems if problem.is_error]
    return resolved(environment(lang).get_template("banner.html").render(lines=lines))


def lighten(files: Files, config: MkDocsConfig) -> None:
    """Publishes the frame's own script without its comments."""
    if (file := files.get_file_from_path(FRAME_SCRIPT)) is not None:
        files.remove(file)
        files.append(File.generated(config, FRAME_SCRIPT, content=compact(file.content_string)))


def take_over_search(files: Files, config: MkDocsConfig) -> None:
    """Puts our worker at the place of the theme's, which its search box starts; elsewhere nothing changes.

    Raises PluginError for a hand-written page that has the address of the light search page.
    """
    refuse_collision(
        File.generated(config, f"{search.PAGE}index.html", content=""),
        {file.dest_uri.lower(): file.src_uri for file in files},
    )
    for file in [file for file in files if fnmatch(file.src_uri, search.WORKER)]:
        files.remove(file)
        files.append(File.generated(config, file.src_uri, content=search.worker_script()))
