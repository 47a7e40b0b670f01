"""Bringing data of an earlier schema up to this program's, with comments, order and codes kept.

A change of the model that old files do not survive comes with a step here: from which version it starts, and
what it makes of each file. Steps edit text in place (`village_site.editing`); they never write YAML anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from village_site.editing import write_files
from village_site.editing.scalars import replace_scalars
from village_site.model.declare import table
from village_site.model.site import SCHEMA, SITE, Site
from village_site.problems import DataError, Problem
from village_site.source import Mapping as Tree
from village_site.source import Scalar, Unreadable, read_yaml
from village_site.source.files import read_bounded

Files = dict[str, bytes]
"""The data folder's YAML files by their path below it, with `/`."""

Step = Callable[[Files], Files]
"""Gives the files that change, with their new bytes. Files of an earlier step come as that step left them."""

STEPS: Mapping[str, Step] = {}
"""The step that starts from a version, by that version; it leads to the next one. Schema 1 is the first."""


def upgrade(root: Path, steps: Mapping[str, Step] = STEPS, schema: str = SCHEMA) -> tuple[str, ...]:
    """Applies every step from the data's version on and gives the paths changed, none when it is current.

    All files are written at the end, beside the old ones and renamed, the version's own file last, so a run
    that is killed is run again. Raises DataError when a file cannot be read or the version is not known.
    """
    shown = f"{root.name}/{SITE.file}.yml"
    try:
        before = {name: read_bounded(path, f"{root.name}/{name}") for name, path in _files(root)}
    except Unreadable as fault:
        raise DataError([fault.problem]) from None
    files = dict(before)
    name = f"{SITE.file}.yml"
    if name not in files:
        raise DataError([Problem(shown, 1, 1, "no-site-file")])
    version = _version(files[name], shown)
    while version.text != schema:
        step = steps.get(version.text)
        if step is None:
            params = {"found": version.text, "known": schema}
            raise DataError([Problem(shown, version.line, version.column, "schema-version", params=params)])
        files |= step(dict(files))
        following = str(int(version.text) + 1)
        files[name] = replace_scalars(files[name], [(_version(files[name], shown), following)])
        version = _version(files[name], shown)
    changed = {path: data for path, data in files.items() if before.get(path) != data}
    order = sorted(changed, key=lambda path: (path == name, path))
    write_files({root / path: changed[path] for path in order})
    return tuple(order)


def _version(data: bytes, shown: str) -> Scalar:
    """The scalar that holds the data's version."""
    try:
        root = read_yaml(data, shown)
    except Unreadable as fault:
        raise DataError([fault.problem]) from None
    fields = table(Site)
    for key, value in root.pairs if isinstance(root, Tree) else ():
        spec = fields.find(key.text)
        if spec is not None and spec.en == "schema" and isinstance(value, Scalar) and value.text.isdigit():
            return value
    raise DataError([Problem(shown, 1, 1, "bad-schema", params={"found": ""})])


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(root.rglob("*.yml")):
        yield path.relative_to(root).as_posix(), path
