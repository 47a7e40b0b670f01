"""`villages consents …`: what follows when somebody withdraws a consent."""

from __future__ import annotations

import argparse

from village_site import site
from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.dataset import load
from village_site.editing import write_files
from village_site.model.personal import PersonalData
from village_site.privacy import withdraw
from village_site.problems import DataError
from village_site.vietnamese import key


def personal_data(text: str) -> PersonalData:
    """A kind of personal data as typed on the command line, in either language."""
    for data in PersonalData:
        if key(text) in (key(data.term.en), key(data.term.vi)):
            return data
    raise argparse.ArgumentTypeError(f"{text}: {', '.join(data.term.en for data in PersonalData)}")


def run_withdraw(arguments: argparse.Namespace) -> int:
    """Deletes the values, ends the consents, keeps traces."""
    day = arguments.day or site.today()
    dataset, problems = load(arguments.data, private=arguments.private)
    if dataset is None:
        raise DataError(problems)
    data = frozenset(arguments.field or PersonalData)
    found = withdraw.plan(Atlas(dataset, day), dataset, arguments.record, data, day)
    write_files(found.changes)
    for photo in found.photos:  # last: the traces are written, and an unnamed photograph is never published
        photo.unlink(missing_ok=True)
    for path in found.changes:
        print(label("cli-written", arguments.lang, file=str(path)))
    print(label("cli-withdrawn", arguments.lang, values=found.values, consents=found.consents))
    return 0
