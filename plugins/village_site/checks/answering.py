"""Whoever a notice sends people to with their questions can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.homes import Commune, Home
from village_site.model.notices import NOTICES
from village_site.problems import Level, Problem, at
from village_site.reckon.emergency import contacts_of
from village_site.reckon.notices import Announced, State
from village_site.vietnamese import closest, key

_NUMBER = re.compile(r"[0-9]{3}")
"""Where a number was typed there is somebody to call."""


def who_answers(atlas: Atlas) -> Iterator[Problem]:
    """A notice that is not over names a role of the contacts, from which its number is taken."""
    for home in atlas.homes:
        for notice in home.folder.of(NOTICES):
            if notice.answers is None or Announced(notice, home).state(atlas.day) is State.OVER:
                continue
            roles = _roles(home)
            typed = notice.answers.vi
            if key(typed) not in map(key, roles) and not _NUMBER.search(typed):
                params = {"found": typed, "guess": closest(typed, roles) or ""}
                yield at(notice.origin.place("answers"), "notice-nobody", Level.WARNING, **params)


def _roles(home: Home) -> list[str]:
    contacts = home.unit.contacts if isinstance(home, Commune) else contacts_of(home)
    return [contact.role.vi for contact in contacts]
