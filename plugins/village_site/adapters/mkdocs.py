"""The MkDocs plugin `villages`: hands MkDocs what the build makes, and nothing more.

Hooks, in MkDocs' order, and why each is needed:
- on_startup: tells `serve` from `build`; defining it also keeps this object alive between rebuilds, so that
  `serve` can go on showing the last good data.
- on_config: reads and checks the data before MkDocs empties the old site; starts the light pages, the
  symbols and the bodies of generated pages in processes of their own; spares MkDocs the theme's icons.
- on_files: adds the generated pages and puts our search worker in the theme's place; runs early so that other
  plugins see them.
- on_page_markdown, on_page_content: titles and ready HTML for generated pages, blocks for hand-written ones.
- on_env: keeps compiled templates between builds, and gives the frame's template its policy.
- on_post_page: mends the theme's HTML, warns of what the policy makes browsers block.
- on_post_build: puts light pages, symbols, data and search entries in place; runs after the search plugin.
- on_build_error, on_serve: tidies up; watches the data folder and lets previews reload themselves.
"""

from __future__ import annotations

import gc
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from village_site import alerts, policy, report, search, site, social
from village_site.adapters.aside import Aside
from village_site.adapters.options import VillagesConfig
from village_site.adapters.parts import (
    compiled_templates,
    edit_link,
    error_banner,
    lighten,
    menu_paths,
    refuse_collision,
    root_of,
    stylesheet,
    take_over_search,
)
from village_site.adapters.preview import without_policy
from village_site.adapters.theme import as_html, without_hidden
from village_site.atlas import Atlas
from village_site.background import BackgroundError
from village_site.blocked import blocked
from village_site.catalogue import LANGUAGES, labels
from village_site.pages import BLOCKS, Page, plan
from village_site.privacy.leftovers import leftovers
from village_site.problems import DataError, Problem
from village_site.render import environment

STYLESHEET = "assets/villages.css"
_CARDS = "Q"
_AUDIT = "<!-- villages:audit -->"
_log = get_plugin_logger("villages")


class VillagesPlugin(BasePlugin[VillagesConfig]):  # type: ignore[no-untyped-call]
    """See the module."""

    def __init__(self) -> None:
        self._serving = False
        self._atlas: Atlas | None = None
        self._problems: tuple[Problem, ...] = ()
        self._planned: frozenset[str] = frozenset()
        self._banner: Markup | None = None
        self._aside: Aside | None = None
        self._searched: list[search.Entry] = []
        self._frames: set[tuple[str, tuple[policy.Need, ...]]] = set()

    @property
    def atlas(self) -> Atlas:
        """The data the last build used."""
        assert self._atlas is not None, "no build has run"
        return self._atlas

    @property
    def aside(self) -> Aside:
        """What is made beside this build."""
        assert self._aside is not None, "no build has begun"
        return self._aside

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Notes whether this is `mkdocs serve`."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the data, or stops the build."""
        gc.disable()  # a build makes much and drops little; the collector's rounds cost a tenth of it
        for lang in LANGUAGES:
            environment(lang).bytecode_cache = compiled_templates(config, lang)
        self._banner, self._searched = None, []
        root = root_of(config)
        self._aside = aside = Aside(Path(config.site_dir), self.dist(config))
        labels("vi")  # read once, before the work is divided
        pages = aside.start(root / self.config.folder, Path(config.docs_dir))
        if self._serving:
            self._read(config, pages, None)
            aside.write(self.atlas, self._banner, root / ".cache")
        else:  # light pages are most of the work: they begin while the data is still being checked
            self._read(config, pages, lambda atlas: aside.write(atlas, None, root / ".cache"))
        aside.compose(self.atlas, edit_link(config))
        config.extra_css.append(STYLESHEET)
        without_hidden(config.theme)
        return config

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the generated pages; one that a hand-written file already claims is an error."""
        taken = {file.dest_uri.lower(): file.src_uri for file in files}
        in_nav = set(menu_paths(config.nav))
        pages = list(plan(self.atlas))
        self._planned = frozenset(page.path for page in pages)
        for page in pages:
            inclusion = InclusionLevel.UNDEFINED if page.path in in_nav else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, page.path, content="", inclusion=inclusion)
            file.edit_uri = f"../{page.source}" if page.source is not None else None
            refuse_collision(file, taken)
            files.append(file)
        for path, text in ((STYLESHEET, stylesheet()), (alerts.SCRIPT, alerts.alert_script())):
            refuse_collision(made := File.generated(config, path, content=text), taken)
            files.append(made)
        take_over_search(files, config)
        lighten(files, config)
        if clash := next((src for dest, src in taken.items() if dest.startswith(f"{_CARDS.lower()}/")), None):
            raise PluginError(
                f"{clash}: the folder {_CARDS}/ is kept for the codes; move this file elsewhere"
            )
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keeps compiled templates between builds, and gives the frame's template its policy."""
        env.bytecode_cache = compiled_templates(config)
        env.filters["policy"] = self._allow
        env.globals["sign_of"] = social.sign_of(self.atlas)
        return env

    @pass_context
    def _allow(self, context: Context, scripts: str) -> Markup:
        """The policy of a page whose frame writes these scripts into it."""
        page = context.get("page")
        made = self._made(page) if page is not None else None
        needs = made.needs if made is not None else ()
        if page is not None:  # the theme's own 404.html is no page, and ours takes its place
            self._frames.add((scripts, needs))
        return policy.meta(policy.material(scripts, needs))

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Gives a generated page its title and description; its own search entries are written later."""
        if (made := self._made(page)) is not None:
            page.meta.update(title=made.title, description=made.description, feed=made.feed)
            page.meta.update(lang=made.lang, other=made.other)
            if made.updated is not None:
                page.update_date = made.updated.latest().isoformat()
            if made.parent is not None and (parent := files.get_file_from_path(made.parent)) is not None:
                page.parent = parent.page  # type: ignore[assignment]
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Gives a generated page its body and a hand-written one the blocks it asks for."""
        if (made := self._made(page)) is not None:
            html = str(made.html)
            page.present_anchor_ids = {anchor for anchor, _ in made.sections}
            page.toc = TableOfContents(
                [AnchorLink(str(Markup.escape(title)), anchor, 2) for anchor, title in made.sections]
            )
        else:
            root = "../" * page.file.dest_uri.count("/")
            for name, block in BLOCKS.items():
                marker = f"<!-- villages:{name} -->"
                if marker in html:
                    html = html.replace(marker, str(block(self.atlas, root)))
            if _AUDIT in html:
                from village_site.watch import audit_block  # what it needs of the network costs every start

                html = html.replace(_AUDIT, str(audit_block(self.atlas, self._audit_report(config))))
        self._take_from_search(page, html, wanted=made is None or made.searched)
        return f"{self._banner}{html}" if self._banner else html

    def _take_from_search(self, page: MkDocsPage, html: str, *, wanted: bool) -> None:
        """Keeps the search plugin from reading the whole page, of which the index wants the first words."""
        asked = page.meta.get("search")
        if wanted and not (isinstance(asked, dict) and asked.get("exclude")):
            self._searched.append(search.hand_written(page.url, str(page.title), html))
        page.meta["search"] = {"exclude": True}

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Mends the theme's HTML, and warns of what browsers will not show of a hand-written page."""
        if (
            page.file.src_uri not in self._planned
            and policy.is_in(output)
            and (lost := blocked(page.content or ""))
        ):
            _log.warning(f"{page.file.src_uri}: the pages' policy makes browsers block {', '.join(lost)}")
        return as_html(output)

    def _made(self, page: MkDocsPage) -> Page | None:
        """What was composed for a generated page; None for a hand-written one. MkDocs comes to the generated
        ones last, so that they are composed while it converts the others."""
        if page.file.src_uri not in self._planned:
            return None
        return self._composed()[page.file.src_uri]

    def _composed(self) -> Mapping[str, Page]:
        try:
            return self.aside.pages()
        except BackgroundError as error:
            raise PluginError(f"pages: {error}") from None

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Puts what was made beside MkDocs in its place."""
        out = Path(config.site_dir)
        search.write_index(out / "search", self.atlas, self._searched)
        self._finish(config, out)
        self._refuse_leftovers(out)
        if not self._serving:
            gc.freeze()  # the process ends now: no last round over all that the build made
        gc.enable()

    def _finish(self, config: MkDocsConfig, out: Path) -> None:
        """Waits for the other processes and puts what they made in place."""
        try:
            self.aside.finish(self.atlas, out)
        except BackgroundError as error:
            raise PluginError(f"light pages and symbols: {error}") from None
        site.write_guides(self.atlas, out, config.site_url, self._banner)
        frames = [policy.material(*frame) for frame in sorted(self._frames)]
        site.write_for_hosts(self.atlas, out, frames, site_url=config.site_url, repo_url=config.repo_url)

    def on_build_error(self, *, error: Exception) -> None:
        """Leaves nothing half-made behind. MkDocs calls it for errors, and for nobody's Ctrl+C."""
        self.give_up()

    def give_up(self) -> None:
        """Stops what is under way and takes away what it has written beside the site, if anything."""
        gc.enable()
        if self._aside is not None:
            self._aside.give_up()

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watches the data, and lets pages reload themselves."""
        server.set_app(without_policy(server.get_app()))
        server.watch(str(root_of(config) / self.config.folder))
        if self._private(config).is_dir():
            server.watch(str(self._private(config)))
        return server

    def _read(self, config: MkDocsConfig, pages: site.Pages, linked: site.Linked | None) -> None:
        """The data of the day; `pages` tells what is wrong with the hand-written pages, `linked` gets the
        data before it is checked. Errors stop a build; `serve` keeps the last good data and says so."""
        day = self.config.day or site.today()
        try:
            self._atlas, self._problems = site.open_atlas(
                root_of(config) / self.config.folder,
                day,
                private=self._private(config),
                pages=pages,
                linked=linked,
            )
        except DataError as error:
            text = report.as_text(error.problems, self.config.lang)
            if not self._serving or self._atlas is None:
                raise PluginError(f"\n{text}") from None
            print(text, file=sys.stderr)
            self._banner = error_banner(error.problems, self.config.lang)
        else:
            if self._problems:
                print(report.as_text(self._problems, self.config.lang), file=sys.stderr)

    def _private(self, config: MkDocsConfig) -> Path:
        return root_of(config) / self.config.private

    def _refuse_leftovers(self, out: Path) -> None:
        """Stops when something that was withdrawn, or never agreed to, stands in what was written, and takes
        it away; a preview says so and goes on."""
        if found := leftovers(self.atlas, *self.aside.written(out)):
            text = report.as_text(found, self.config.lang)
            if not self._serving:
                shutil.rmtree(out)
                raise PluginError(f"\n{text}")
            print(text, file=sys.stderr)

    def _audit_report(self, config: MkDocsConfig) -> Path | None:
        return root_of(config) / self.config.audit if self.config.audit else None

    def dist(self, config: MkDocsConfig) -> Path | None:
        """The folder for printing; none while serving, a preview prints nothing."""
        return root_of(config) / self.config.dist if self.config.dist and not self._serving else None
