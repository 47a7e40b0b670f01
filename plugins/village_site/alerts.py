"""Urgent notices on top of a village's pages, light ones and Material's, for as long as they hold.

A page is made on one day and may be read on another, or be kept by a phone without a net. So each notice
carries its first and its last second, and one small script shows it between the two and hides it else.
Without scripts the words say until when it holds.
"""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.homes import Home
from village_site.model.notices import NOTICES
from village_site.reckon.notices import Announced, Part, State, in_force, validity
from village_site.render import environment
from village_site.values import stamp

SCRIPT = "assets/notices.js"
"""Where Material's pages find the script; on light pages it stands within."""
MOST = 3
"""So many stand on top of a page, those that hold before those to come; what is below must still be seen. The
others are a link."""


@frozen
class Alert:
    """A notice on top of a page. `since` and `until` are ISO 8601 with Vietnam's offset, whatever a phone is
    set to; `waits` when it had not begun on the day of the build."""

    one: Announced
    since: str
    until: str
    validity: tuple[Part, ...]
    waits: bool


@frozen
class Rest:
    """How many more there are, where all of them stand from the site's root, and while any of them holds."""

    count: int
    url: str
    since: str
    until: str
    waits: bool


def alerts(
    atlas: Atlas, home: Home, *, root: str, name: str, folded: bool = False, lang: str = "vi"
) -> Markup:
    """The notices' HTML, each a section of the class `name`; empty where none holds or is to come.

    `root` leads to the site's root and ends with "/"; `folded` shows no more than what and until when.
    """
    found = in_force(atlas, home, atlas.day)
    if not found:
        return Markup()
    first = sorted(found, key=lambda one: one.state(atlas.day) is State.COMING)[:MOST]
    shown = [_alert(one, atlas, lang) for one in found if one in first]
    rest = _rest([one for one in found if one not in first], atlas, home)
    template = environment(lang).get_template("notices/alerts.html")
    return Markup(template.render(alerts=shown, rest=rest, root=root, name=name, folded=folded))


def _rest(others: list[Announced], atlas: Atlas, home: Home) -> Rest | None:
    if not others:
        return None
    since, until = min(one.begins for one in others), max(one.ends for one in others)
    waits = all(one.state(atlas.day) is State.COMING for one in others)
    return Rest(len(others), f"{home.url}{NOTICES.file_vi}/", stamp(since), stamp(until), waits)


@cache
def alert_script() -> str:
    """The script, exactly as it stands between the tags: its SHA-256 goes into a policy."""
    return environment().get_template("notices/alerts.js").render()


@cache
def alert_style() -> str:
    """What light pages with such a notice need besides the style of all."""
    return environment().get_template("notices/alert.css").render()


def _alert(one: Announced, atlas: Atlas, lang: str) -> Alert:
    waits = one.state(atlas.day) is State.COMING
    return Alert(one, stamp(one.begins), stamp(one.ends), validity(one.notice, lang), waits)
