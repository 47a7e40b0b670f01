"""Opinions are passed on and answered after they were said, and their state tells which of it was done."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.model.opinions import OPINIONS, Opinion
from village_site.problems import Level, Problem, at
from village_site.values import date_text


def opinions(atlas: Atlas) -> Iterator[Problem]:
    """An opinion is passed on and answered after it was said, and its state tells whether it was answered."""
    for folder in atlas.folders:
        for opinion in folder.of(OPINIONS):
            yield from _opinion(opinion)


def _opinion(opinion: Opinion) -> Iterator[Problem]:
    for name in ("passed_on", "answered"):
        date = getattr(opinion, name)
        if date is not None and date.latest() < opinion.date.earliest():
            params = {"found": date_text(date, "vi"), "date": date_text(opinion.date, "vi")}
            yield at(opinion.origin.place(name), "before-the-opinion", **params)
    if opinion.state.is_open:
        for name in ("answered", "answer"):
            if getattr(opinion, name) is not None:
                yield at(opinion.origin.place("state"), "open-but-answered", found=str(opinion.state))
                return
    elif opinion.answered is None:
        yield at(opinion.origin.place("state"), "answered-no-date", Level.WARNING, found=str(opinion.state))
    elif opinion.answer is None and opinion.document is None and opinion.link is None:
        yield at(opinion.origin.place("state"), "answered-no-answer", Level.WARNING, found=str(opinion.state))
