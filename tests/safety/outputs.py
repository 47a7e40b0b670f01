"""Everything that is made of a data folder with one text in every field that takes text."""

from __future__ import annotations

import io
import json
import random
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PIL import Image

from tests import fill
from tests.support import DAY, data_folder
from village_site import printing, search, site
from village_site.adapters.parts import error_banner
from village_site.atlas import Atlas
from village_site.cards import Cards
from village_site.codes.alphabet import new_code, shown
from village_site.codes.register import digest, file_text
from village_site.exports import write_data, write_list
from village_site.finder import finder_page, not_found_page
from village_site.guides import URLS
from village_site.model import KINDS
from village_site.moving import write_redirects
from village_site.pages import BLOCKS, compose, plan
from village_site.problems import Problem
from village_site.signposts import signpost_page, signposts
from village_site.values import parse_quantity, parse_url
from village_site.watch import audit_block

V = fill.VILLAGE
SITE = "https://lang.example/trang/"
COUNTS = {"dead": 1, "wrong": 0, "redirected": 0, "stale": 0, "ok": 5}


@dataclass(frozen=True)
class Made:
    """What is made of the data: documents and pieces of HTML by name, and all other texts."""

    atlas: Atlas
    html: Mapping[str, str]
    other: Mapping[str, str]


def folder_with(folder: Path, text: str, url: str = "") -> tuple[Atlas, frozenset[str]]:
    """A data folder with `text` in every field that takes text, as numbers' unit and as a house's number too,
    and `url` as the address of a source; the linked data, and the codes of all errors in it."""
    special = {("Household", "number"): text}
    parsed = {parse_quantity: f"5 {text}", parse_url: url or fill.PARSED[parse_url]}
    with patch.dict(fill.PARSED, parsed), patch.dict(fill.SPECIAL, special):
        files = fill.files(text)
    root = data_folder(folder, files | _coded(files, text), base=False)
    (root / V / fill.PATTERNS["bad-photo"]).write_bytes(_picture())
    atlas, problems = site.examine(root, DAY)
    assert atlas is not None, problems
    return atlas, frozenset(problem.code for problem in problems if problem.is_error)


@cache
def usual_errors() -> frozenset[str]:
    """What is found fault with whatever the words are: records that are filled blindly do not fit together."""
    with tempfile.TemporaryDirectory() as folder:
        return folder_with(Path(folder), "Chữ lành")[1]


def made(atlas: Atlas, folder: Path) -> Made:
    """Every output that is made without MkDocs, but for the symbols, the printer's files and the references,
    which have no word of any data."""
    out = folder / "out"
    cards, html = Cards(atlas), {}
    planned = (one for one in plan(atlas) if one.url not in URLS)
    for page in compose(atlas, edit_url=lambda file: f"https://edit.example/{file}", planned=planned):
        html[page.path] = str(page.html)
    for name, block in BLOCKS.items():
        html[f"block {name}"] = str(block(atlas, "../"))
    for coded in atlas.coded():
        html[f"card {coded.code}"] = cards.page(coded)
    html["finder"] = finder_page(atlas, site_url=SITE)
    html["404"] = not_found_page(atlas, site_url=SITE)
    for post in signposts(atlas):
        html[f"signpost {post.url}"] = signpost_page(atlas, post)
    write_redirects(atlas, "https://moi.example", folder / "moved")
    for path in sorted((folder / "moved").rglob("*.html")):
        html[f"redirect {path.relative_to(folder)}"] = path.read_text("utf-8")
    return Made(atlas, html, _written(atlas, out))


def banner_and_audit(text: str, folder: Path) -> dict[str, str]:
    """The two pieces whose words are no data: messages about data, and the report of an audit."""
    folder.mkdir()
    problem = Problem(f"villages/{text}.yml", 1, 1, "unknown-field", params={"found": text, "guess": text})
    report = folder / "audit.json"
    row = {"url": text, "ended": "2026-11-20T03:00:00+07:00", "total": 6, "left": 0, "counts": COUNTS}
    report.write_text(json.dumps(row), encoding="utf-8")
    atlas, _ = folder_with(folder, "Chữ")
    return {"banner": str(error_banner((problem,), "vi")), "audit": str(audit_block(atlas, report))}


def _written(atlas: Atlas, out: Path) -> dict[str, str]:
    """Files for programs: public data, search, lists for spreadsheets, a print run."""
    write_data(atlas, out / "data")
    (out / "search").mkdir()
    stock = {"config": {"lang": ["vi"]}, "docs": [{"location": "", "title": "Trang", "text": "Chữ"}]}
    (out / "search" / "search_index.json").write_text(json.dumps(stock), encoding="utf-8")
    search.write_index(out / "search", atlas)
    write_list(atlas, out)
    (out / "register.csv").write_text(printing.states_csv(atlas), encoding="utf-8", newline="")
    with (out / "run.yml").open("wb") as run:
        codes = {coded.code for coded in atlas.coded()}
        written = printing.write_run(atlas, "dot-1", DAY, sample=True, codes=codes, printer="Nhà in")
        run.write(written.read_bytes())
        written.unlink()
    return {
        str(path.relative_to(out)): path.read_text("utf-8")
        for path in sorted(out.rglob("*.*"))
        if path.is_file()
    }


def _coded(files: Mapping[str, str], text: str) -> dict[str, str]:
    """The files of records with codes, each with its code and one more house that has no number; the register,
    which also knows a code that was retired and one whose record is gone."""
    chance = random.Random("codes")
    taken: set[str] = set()

    def draw(kind: str, name: str) -> str:
        taken.add(code := new_code(taken.__contains__, chance.choice))
        rows.append((code, kind, name))
        return shown(code)

    rows: list[tuple[str, str, str]] = []
    changed: dict[str, str] = {}
    for kind in KINDS:
        if not kind.coded:
            continue
        path = f"{V}/{kind.file}.yml"
        data: Any = json.loads(files[path])
        records = data if isinstance(data, list) else [data]
        if kind.name == "household":
            kept = {name: records[0][name] for name in ("road", "near", "group", "updated", "illustrative")}
            records.append({"id": "household-2", **kept, "sources": [text]})
        for record in records:
            record["sources"].append("source-1")
            record["code"] = draw(kind.name, f"{V}/{record['id']}" if "id" in record else V)
        changed[path] = json.dumps(data, ensure_ascii=False)
    gone = draw("road", f"{V}/da-mat")
    draw("road", f"{V}/khong-ai-noi")
    event = {"what": "retired", "date": "2020", "reason": text, "codes": [gone]}
    changed["_events/gone.yml"] = json.dumps([event], ensure_ascii=False)
    register = file_text(rows)
    return {**changed, f"_register/2026-11-21-{digest(register)}.csv": register}


@cache
def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 3), "green").save(out, "png")
    return out.getvalue()


@cache
def calm(length: int) -> Made:
    """What is made of harmless words of this length; long names are set smaller."""
    text = ("Chữ lành một hai ba " * 20)[:length].rstrip().ljust(length, "a")
    with tempfile.TemporaryDirectory() as folder:
        atlas, errors = folder_with(Path(folder), text)
        assert errors <= usual_errors()
        return made(atlas, Path(folder))
