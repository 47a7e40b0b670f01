"""What is no page: JSON, lists for spreadsheets, YAML written back, messages, annotations, issues, names of files."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from tests.safety.outputs import Made
from tests.safety.test_any_text import BOUNDED, HOSTILE, TEXTS, outputs
from tests.search.unpacking import unpack
from tests.support import DAY, data_folder
from village_site import printing, report, site
from village_site.cli import main
from village_site.codes.events import event_file
from village_site.editing import quoted
from village_site.exports.spreadsheet import cell
from village_site.model.events import Fate
from village_site.problems import DataError, Problem
from village_site.source import Mapping, Scalar, Sequence, Unreadable, read_yaml
from village_site.watch import LiveReport, Result, Verdict, as_issue
from village_site.watch import as_text as audit_as_text

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
STEERING = ("a\nvillages/b.yml:1:1: giả", "::error file=x::y\r\n::set-output name=a::b", "\x1b[2J\x1b]0;x\x07", "\u202egnp.exe", "\u2028x\x85y", "\udcff")  # fmt: skip
"""What would forge a line, a workflow command or a terminal's state."""


@pytest.fixture(scope="module", params=range(0, len(HOSTILE), 4))
def hostile(request: pytest.FixtureRequest) -> tuple[str, Made]:
    text = " ".join(["Chữ", *HOSTILE[request.param : request.param + 4]])[:260].strip()
    found = outputs(text)
    assert found is not None
    return text, found


def strings(value: Any) -> Iterator[str]:
    """Every text in a JSON document, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def bare(text: str) -> str:
    """A text without the apostrophes that were added, and with ordinary spaces."""
    return " ".join(text.replace("'", "").split())


def refuse(number: str) -> None:
    raise AssertionError(f"{number} is no JSON")


def test_public_data_is_json_with_the_words_as_typed(hostile: tuple[str, Made]) -> None:
    text, found = hostile
    files = {
        name: content
        for name, content in found.other.items()
        if name.startswith("data/") and name.endswith(".json")
    }
    read = {name: json.loads(content, parse_constant=refuse) for name, content in files.items()}
    assert len([name for name, value in read.items() if text in set(strings(value))]) >= 8


def test_search_knows_markup_as_words_only(hostile: tuple[str, Made]) -> None:
    text, found = hostile
    index = json.loads(found.other["search/search_index.json"], parse_constant=refuse)
    shown = [*strings(unpack(index["docs"])), *strings(json.loads(found.other["search/names.json"]))]
    assert len(shown) > 8
    for piece in shown:
        body = LexborHTMLParser(f"<p>{piece}").body
        assert body is not None
        assert [node.tag for node in body.css("*")] == ["body", "p"], piece
    read = [LexborHTMLParser(f"<p>{piece}").text() for piece in shown]
    assert any(text in piece for piece in read)


def test_no_cell_of_a_list_is_a_formula(hostile: tuple[str, Made]) -> None:
    _, found = hostile
    lists = {name: content for name, content in found.other.items() if name.endswith(".csv")}
    assert lists.keys() >= {"codes.csv", "register.csv"}
    for content in lists.values():
        rows = list(csv.reader(io.StringIO(content.removeprefix("\ufeff"))))
        assert {len(row) for row in rows} == {len(rows[0])}
        plain = (content, content.replace('"', ""))
        for separated in (line for one in plain for line in csv.reader(io.StringIO(one), delimiter=";")):
            assert not any(map(FORMULA.match, separated)), separated
        assert not any(FORMULA.match(one) for row in rows for one in row)


@BOUNDED
@given(st.text(st.sampled_from(";=+-@＝＋－＠\t\r\n \"',a1"), max_size=12))
def test_no_text_is_a_formula_whatever_separates_cells(text: str) -> None:
    made = cell(text)
    assert (
        not any(FORMULA.match(part) for part in made.split(";")[1:])
        or "\n" in made
        or "\t" in made
        or "\r" in made
    )
    assert not FORMULA.match(made)
    assert made.replace("'", "") == text.replace("'", "")


@BOUNDED
@given(TEXTS | st.text(max_size=60))
def test_words_written_into_yaml_are_read_back(text: str) -> None:
    try:
        read = read_yaml(
            f"- a: {quoted(text)}\n  b: {{c: [{quoted(text)}]}}\n".encode("utf-8", "surrogatepass"), ""
        )
    except Unreadable as fault:
        if fault.problem.code not in ("control-character", "encoding"):
            raise
        return
    assert isinstance(read, Sequence)
    (record,) = read.items
    assert isinstance(record, Mapping)
    value = record.pairs[0][1]
    assert isinstance(value, Scalar)
    assert value.text == " ".join(text.split())
    assert len(record.pairs) == 2


def test_a_print_run_and_an_event_hold_the_words_and_nothing_more(
    hostile: tuple[str, Made], tmp_path: Path
) -> None:
    text, found = hostile
    run = read_yaml(found.other["run.yml"].encode(), "run.yml")
    assert isinstance(run, Mapping)
    assert [key.text for key, _ in run.pairs] == ["ngày", "địa chỉ gốc", "in thử", "nhà in", "biển"]
    plates = run.pairs[-1][1]
    assert isinstance(plates, Sequence)
    printed = [
        value.text
        for plate in plates.items
        if isinstance(plate, Mapping)
        for _, value in plate.pairs
        if isinstance(value, Scalar)
    ]
    assert sum(" ".join(text.split()) in words for words in printed) == len(plates.items) >= 6
    reason = f'{text}"\n- việc: gộp\n  lý do: "x'
    _, event = event_file(
        tmp_path, Fate.MERGED, DAY, reason, village='a"\nb: c', former_name=text, to=["b", "'c]"]
    )
    read = read_yaml(event.encode(), "event.yml")
    assert isinstance(read, Sequence)
    (record,) = read.items
    assert isinstance(record, Mapping)
    assert [key.text for key, _ in record.pairs] == ["việc", "ngày", "lý do", "thôn", "tên cũ", "về"]


@pytest.mark.parametrize("words", STEERING)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_message_forges_a_line_or_steers_a_terminal(words: str, lang: str) -> None:
    params = {"found": words, "guess": words}
    problems = (
        Problem(f"villages/{words}.yml", 1, 1, "unknown-field", params=params),
        Problem("villages/a.yml", 2, 1, "unknown-file", params=params),
    )
    lines = report.as_text(problems, lang).splitlines()
    assert len(lines) == 3
    annotations = report.as_github(problems, lang).splitlines()
    assert len(annotations) == 2
    assert all(
        re.match(r"::error file=villages/[^:,]*,line=\d,col=1,title=unknown-fi[a-z]+::", line)
        for line in annotations
    )
    rows = json.loads(report.as_json(problems, lang).encode())
    for line in (*lines, *annotations, *strings(rows)):
        assert all(letter.isprintable() for letter in line)


def test_no_file_of_a_folder_forges_a_line(tmp_path: Path) -> None:
    root = data_folder(tmp_path)
    for name in ("a\n::error::b.yml", "\x1b[2J.yml", "\u202elmy.b", "x\udcff.yml"):
        (root / "nam-bac-thanh" / name).write_text("", encoding="utf-8")
    _, problems = site.examine(root, DAY)
    assert len([problem for problem in problems if problem.is_error]) == 4
    text = report.as_text(problems, "vi")
    assert len(text.encode().splitlines()) == len(problems) + 1
    assert "\n::" not in text
    assert "\x1b" not in text


def test_an_annotation_keeps_its_percent_colons_and_commas() -> None:
    problem = Problem(
        "villages/a%0A,b:c.yml", 1, 1, "unknown-field", params={"found": "100%::x", "guess": ""}
    )
    assert report.as_github((problem,), "vi") == (
        "::error file=villages/a%250A%2Cb%3Ac.yml,line=1,col=1,title=unknown-field::không có mục “100%25::x”"
    )


@pytest.mark.parametrize("payload", [*HOSTILE, "``` @team #1 https://x.example", "~~~\n# h", "a\n```\n@b"])
def test_names_in_an_issue_are_no_markdown(payload: str) -> None:
    """The words of the data stand between fences and cannot end them; all else is as with other words."""
    told = [_issue(words) for words in (payload, "Chữ")]
    outside = [re.sub(r"^```text\n.*?^```$", "```", one, flags=re.DOTALL | re.MULTILINE) for one in told]
    assert outside[0] == outside[1]
    assert payload.split()[-1].replace("`", "'") in told[0]


def _issue(name: str) -> str:
    results = (Result("7K3MXT4M", Verdict.DEAD, "status", {"status": "404"}),)
    names = {lang: {"7K3MXT4M": name} for lang in ("vi", "en")}
    at = dt.datetime.fromisoformat(f"{DAY}T03:00:00+07:00")
    found = LiveReport("https://lang.example", "https://lang.example", at, at, 1, results, names)
    assert len(audit_as_text(found).splitlines()) == 4
    return as_issue(found)


def test_every_file_has_a_plain_name(hostile: tuple[str, Made]) -> None:
    _, found = hostile
    assert all(re.fullmatch(r"[a-z0-9_./-]+", name) for name in found.other)
    assert all(
        re.fullmatch(r"(?:card |signpost |redirect |block )?[A-Za-z0-9_./-]+", name) for name in found.html
    )


@pytest.mark.parametrize("name", ["../dot-1", "/tmp/dot-1", "Đợt 1", "dot\n1", ".an", "a/b", ""])
def test_a_print_run_is_named_by_an_id(hostile: tuple[str, Made], name: str) -> None:
    _, found = hostile
    with pytest.raises(DataError) as refused:
        printing.run_file(found.atlas, name)
    assert [problem.code for problem in refused.value.problems] == ["bad-folder-id"]


@pytest.mark.parametrize(
    "to",
    [
        "javascript:alert(1)",
        "http://a.example",
        "https://a.example'x",
        "https://a.example\n",
        "//a.example",
        "",
    ],
)
def test_old_addresses_lead_to_web_addresses_only(to: str, tmp_path: Path) -> None:
    root = data_folder(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(["site", "move", "--data", str(root), "--to", to, "--out", str(tmp_path / "out")])
    assert left.value.code == 2
    assert not (tmp_path / "out").exists()
