"""Writes made-up villages for the benchmark, the same records twice: as our data and as the peer's.

usage: python -m tests.bench.generate small|commune|district FOLDER

Makes FOLDER/villages/ (ours) and FOLDER/data/ (the peer's, one file a village), and FOLDER/counts.json, which
says how many pages there must be of each sort. Equal sizes give equal bytes.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.bench.records import SIZES, VILLAGES_IN_A_COMMUNE, Maker, shared
from village_site.codes.register import digest, file_text
from village_site.model import KINDS
from village_site.model.declare import Record, table
from village_site.model.shapes import Nested

# Text that YAML readers of both sides take for a string without quotes.
_PLAIN = re.compile(r"(?!(?:true|false|yes|no|on|off|null|y|n)\Z)[^\W\d_](?:[\w ,.()/-]*[\w.)])?", re.I)


def generate(size: str, folder: Path) -> dict[str, int]:
    """Writes both sides into an empty folder and says how many pages and codes each must have."""
    maker, data = Maker(size), folder / "data"
    communes = -(-maker.size.villages // VILLAGES_IN_A_COMMUNE)
    common = shared(communes)
    files = {"_site": "_site", "_units": "_units/minh-hoa", "_criteria": "_criteria/bo-19"}
    for name, value in common.items():
        _write(folder / "villages" / f"{files[name]}.yml", value)
        _write(data / f"{name.removeprefix('_')}.yml", value)
    for index, (village, lists) in enumerate(maker.villages()):
        _write(data / "villages" / f"{village}.yml", {"id": village} | lists)
        for kind in KINDS:
            if not kind.in_village or kind.file not in lists:
                continue
            # Every second village is written in Vietnamese, keys and file names too.
            value = in_vietnamese(kind.record, lists[kind.file]) if index % 2 else lists[kind.file]
            _write(folder / "villages" / village / f"{kind.file_vi if index % 2 else kind.file}.yml", value)
    text = file_text(maker.issued)
    _save(folder / "villages" / "_register" / f"2026-11-20-{digest(text)}.csv", text)
    counts = {"communes": communes, "villages": maker.size.villages, "codes": len(maker.issued)}
    _save(folder / "counts.json", json.dumps(counts))
    return counts


def in_vietnamese(record: type[Record], value: Any) -> Any:
    """The same records with Vietnamese keys."""
    if isinstance(value, list):
        return [in_vietnamese(record, item) for item in value]
    renamed = {}
    for name, item in value.items():
        spec = table(record).by_name[name]
        renamed[spec.vi] = in_vietnamese(spec.shape.record, item) if isinstance(spec.shape, Nested) else item
    return renamed


def yaml_lines(value: Any, indent: str = "") -> Iterator[str]:
    """A list or mapping in block style, as editors write it; a text of paragraphs becomes a literal block."""
    for name, item in value.items() if isinstance(value, dict) else ((None, item) for item in value):
        key = f"{indent}-" if name is None else f"{indent}{name}:"
        if isinstance(item, str):
            yield f"{key} {_scalar(item, indent + '  ')}"
        elif name is None:  # the first key of a mapping stands on the line of its hyphen
            lines = list(yaml_lines(item, indent + "  "))
            yield f"{key} {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield key
            yield from yaml_lines(item, indent + "  ")


def _scalar(text: str, indent: str) -> str:
    if "\n" in text:
        return "\n".join(["|", *(indent + line if line else "" for line in text.split("\n"))])
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _write(path: Path, value: Any) -> None:
    _save(path, "".join(f"{line}\n" for line in yaml_lines(value)))


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main(arguments: Iterable[str]) -> int:
    """The command line."""
    match list(arguments):
        case [size, folder] if size in SIZES:
            generate(size, Path(folder))
            return 0
    print(f"usage: generate.py {'|'.join(SIZES)} FOLDER", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
