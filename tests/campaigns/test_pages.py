"""Campaigns on pages: what stands there, what stays unsaid, how much a page weighs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.campaigns.data import CAMPAIGN, LAST, REF, V, campaign
from tests.pages.support import one, parse, words
from village_site.campaigns.aloud import reading_time
from village_site.pages import Page, compose

PAGE = f"thi-dua/{REF}/index.md"
VILLAGE = f"thon/{V}/index.md"
COMMUNE = "xa/cam-binh/index.md"


def made(tmp_path: Path, files: dict[str, str] | None = None, day: dt.date = LAST) -> dict[str, Page]:
    atlas, _ = campaign(tmp_path, files, day)
    return {page.path: page for page in compose(atlas)}


def tree(
    tmp_path: Path, path: str, day: dt.date = LAST, files: dict[str, str] | None = None
) -> LexborHTMLParser:
    return parse(made(tmp_path, files, day)[path])


def figures(page: LexborHTMLParser, css: str) -> list[str]:
    """The captions of the charts below an element."""
    return [words(node) for node in page.css(f"{css} figcaption")]


def test_the_campaign_s_own_page(tmp_path: Path) -> None:
    page = made(tmp_path, day=dt.date(2027, 3, 1))[PAGE]
    found = parse(page)
    assert (page.title, page.parent) == ("Đợt ngõ xanh", COMMUNE)
    assert [title for _, title in page.sections] == [
        "Các việc", "Các tổ", "Báo cáo thứ sáu", "Chủ đề từng tuần", "Cần giúp và đã giúp", "Biểu dương",
    ]  # fmt: skip
    head = words(one(found, ".vs-head"))
    assert "Đợt của xã Cẩm Bình" in head
    # Called 24 days, its dates span 25: both are said.
    assert "Từ 02/11/2026 đến hết 26/11/2026: 25 ngày, tính cả ngày đầu và ngày cuối." in head
    assert "Bà con quen gọi là “24 ngày xanh”." in head
    items = words(one(found, "#cac-viec"))
    assert "Đợt này đã xong. Số dưới đây tính đến hết ngày cuối, 26/11/2026. 2/2 thôn đã có số liệu." in items
    assert figures(found, "#cac-viec .vs-item > figure >") == [
        "Trồng hàng rào: 19,5 hộ (65 %) chỉ tiêu 30 hộ",
        "Làm vườn: 4 vườn (100 %) chỉ tiêu 4 vườn",
    ]
    rows = [words(row) for row in found.css("#cac-viec details li")]
    assert rows == ["thôn Nam Bắc Thành 15/20 hộ", "thôn An 4,5/10 hộ", "thôn An 4/4 vườn"]


def test_while_it_runs_the_time_gone_stands_beside(tmp_path: Path) -> None:
    found = tree(tmp_path, PAGE, dt.date(2026, 11, 6))
    assert "Hôm nay là ngày thứ 5 trong 25 ngày." in words(one(found, "#cac-viec"))
    assert figures(found, "#cac-viec .vs-item > figure >")[0] == (
        "Trồng hàng rào: 16 hộ (hơn 53 %) chỉ tiêu 30 hộ đã qua 5/25 ngày (20 %)"
    )


def test_before_anything_is_entered_nothing_is_claimed(tmp_path: Path) -> None:
    found = tree(tmp_path, PAGE, dt.date(2026, 11, 1))
    assert "Đợt này chưa bắt đầu. 0/2 thôn đã có số liệu." in words(one(found, "#cac-viec"))
    assert (
        figures(found, "#cac-viec .vs-item > figure >")[0] == "Trồng hàng rào: chưa có số liệu chỉ tiêu 30 hộ"
    )


def test_a_village_without_figures_is_not_at_zero(tmp_path: Path) -> None:
    found = tree(tmp_path, PAGE, dt.date(2026, 11, 4))
    rows = [words(row) for row in found.css("#cac-viec .vs-item:first-of-type details li")]
    assert rows == ["thôn Nam Bắc Thành 5/20 hộ", "thôn An chưa có số liệu"]


def test_a_missing_friday_is_seen_and_named(tmp_path: Path) -> None:
    found = tree(tmp_path, PAGE, dt.date(2026, 11, 14))
    weeks = [words(cell) for cell in found.css("#bao-cao .vs-weeks li")]
    assert weeks == ["6/11 thiếu", "13/11 đã có", "20/11 chưa đến", "26/11 chưa đến"]
    assert [words(line) for line in found.css("#bao-cao .vs-list li")] == ["06/11/2026: thôn An"]


def test_groups_are_ranked_only_where_the_campaign_says_so(tmp_path: Path) -> None:
    ranks = [words(row) for row in tree(tmp_path / "a", PAGE).css(".vs-ranks li")]
    assert ranks == ["Tổ liên gia 2: đủ 1/1 việc", "Tổ liên gia 1: đủ 0/1 việc"]
    bars = [words(row) for row in tree(tmp_path / "b", VILLAGE).css("#thi-dua details:first-of-type li")][:2]
    assert bars == ["tổ liên gia 2 8/8 hộ", "tổ liên gia 1 6/12 hộ"]
    plain = {
        "_units/cam-binh/campaigns.yml": CAMPAIGN["_units/cam-binh/campaigns.yml"].replace(
            "ranked: yes", "ranked: no"
        )
    }
    found = made(tmp_path / "c", plain)
    assert [words(row) for row in parse(found[PAGE]).css(".vs-ranks li")] == ranks[::-1]
    assert [words(row) for row in parse(found[VILLAGE]).css("#thi-dua details:first-of-type li")][:2] == bars[
        ::-1
    ]


def test_help_wanted_and_given_and_praise(tmp_path: Path) -> None:
    found = tree(tmp_path, PAGE)
    assert [words(line) for line in found.css("#ho-tro h3, #ho-tro li")] == [
        "Cần giúp",
        "Thôn An: Ngày công, 10 ngày công",
        "Đã giúp",
        "Thôn An: Ngày công, 6 ngày công; Đơn vị đỡ đầu",
    ]
    assert words(one(found, "#bieu-duong li")) == "Tổ liên gia 2 làm xong trước."


def test_the_village_s_part(tmp_path: Path) -> None:
    found = tree(tmp_path, VILLAGE, dt.date(2026, 11, 14))
    part = one(found, "#thi-dua")
    assert one(part, "h3 a").attributes["href"] == f"../../thi-dua/{REF}/"
    assert figures(found, "#thi-dua")[0] == (
        "Trồng hàng rào: 15 hộ (75 %) chỉ tiêu 20 hộ đã qua 13/25 ngày (52 %)"
    )
    weeks = [words(cell) for cell in part.css(".vs-weeks li")]
    assert weeks == ["6/11 đã có", "13/11 đã có", "20/11 chưa đến", "26/11 chưa đến"]
    said = words(part)
    assert "Báo cáo 06/11/2026 Khó khăn: Thiếu cây giống. Đề xuất: Xin 100 cây." in said
    assert "Báo cáo 14/11/2026 Nhận xét: Gửi muộn một ngày." in said
    # What runs stands before everything else but the introduction; what is over, in its chapter.
    sections = [node.attributes["id"] for node in found.css(".vs-body > section")]
    assert sections[0] == "thi-dua"
    over = tree(tmp_path / "over", VILLAGE, dt.date(2027, 3, 1))
    sections = [node.attributes["id"] for node in over.css(".vs-body > section")]
    assert sections.index("thi-dua") > sections.index("an-toan")


def test_what_the_loudspeaker_says_is_on_the_village_s_page(tmp_path: Path) -> None:
    found = tree(tmp_path, VILLAGE, dt.date(2026, 11, 10))
    summary = [words(node) for node in found.css("#thi-dua summary")]
    assert summary[-1] == "Đọc trên loa thôn, ngày 06/11/2026"  # the last day a report was due
    assert [words(line) for line in found.css(".vs-aloud p")] == [
        "Kính thưa bà con thôn Nam Bắc Thành.",
        "Thi đua: Đợt ngõ xanh.",
        "Hôm nay, thứ sáu ngày mùng sáu tháng mười một năm hai nghìn không trăm hai mươi sáu, là ngày thứ năm trong hai mươi lăm ngày.",
        "Chủ đề: Tuần hàng rào.",
        "Trong ngày, bà con làm thêm được:",
        "Trồng hàng rào: chín hộ; trong đó tổ liên gia hai làm tám hộ.",
        "Từ ngày mùng hai tháng mười một đến hôm nay, bà con làm thêm được:",
        "Trồng hàng rào: mười bốn hộ.",
        "Tính từ đầu đợt:",
        "Trồng hàng rào: mười bốn trên hai mươi hộ, còn sáu hộ.",
        "Xin cảm ơn bà con.",
    ]  # fmt: skip
    assert "Đọc hết khoảng 1 phút" in words(one(found, "#thi-dua"))


@pytest.mark.parametrize(
    ("seconds", "said"), [(45, "45 giây"), (60, "1 phút"), (125, "2 phút 5 giây"), (0, "0 giây")]
)
def test_reading_time(seconds: int, said: str) -> None:
    assert reading_time(seconds) == said


def test_the_commune_lists_its_campaigns(tmp_path: Path) -> None:
    found = tree(tmp_path, COMMUNE)
    part = one(found, "#thi-dua")
    assert one(part, "h3 a").attributes["href"] == f"../../thi-dua/{REF}/"
    assert "1 đủ chỉ tiêu 1 chưa đủ chỉ tiêu" in words(one(part, ".vs-standing > .vs-chart"))
    assert figures(found, "#thi-dua details")[1] == "Làm vườn: 4 vườn (100 %) chỉ tiêu 4 vườn"


def test_what_is_made_up_says_so(tmp_path: Path) -> None:
    text = CAMPAIGN["_units/cam-binh/campaigns.yml"]
    marked = text.replace("introduction: Cả xã cùng làm.", "illustrative_parts: Số từng ngày là dựng lên.")
    marked = marked.replace("target: 10 hộ}", "target: 10 hộ, illustrative: yes}")
    found = made(tmp_path, {"_units/cam-binh/campaigns.yml": marked})
    note = words(one(parse(found[PAGE]), ".vs-note"))
    assert note == "Dữ liệu minh hoạ. Số từng ngày là dựng lên."
    for path in (PAGE, VILLAGE, COMMUNE):
        assert "Dữ liệu minh hoạ" in words(one(parse(found[path]), "#cac-viec, #thi-dua")), path
    assert "không phải thông báo thật" in words(one(parse(found[VILLAGE]), "#thi-dua"))
    plain = made(tmp_path / "plain")
    assert not any("Dữ liệu minh hoạ" in plain[path].html for path in (PAGE, VILLAGE, COMMUNE))


def test_texts_are_escaped(tmp_path: Path) -> None:
    text = CAMPAIGN["_units/cam-binh/campaigns.yml"].replace("Đợt ngõ xanh", "'<b>Đợt</b> & “x”'")
    text = text.replace("Trồng hàng rào", "'<i>Trồng</i>'").replace("what: Ngày công", "what: '<u>Công</u>'")
    for path in (PAGE, VILLAGE, COMMUNE):
        html = made(tmp_path / path.replace("/", "-"), {"_units/cam-binh/campaigns.yml": text})[path].html
        assert "<b>Đợt" not in html
        assert "&lt;b&gt;Đợt&lt;/b&gt; &amp; “x”" in html
        assert "<i>Trồng" not in html
        assert "<u>Công" not in html


def test_a_commune_of_thirty_villages_stays_light(tmp_path: Path) -> None:
    names = [f"thon-so-{number}" for number in range(1, 31)]
    items = [f"viec-{number}" for number in range(1, 9)]
    groups = range(1, 6)
    split = ", ".join(
        f"{{village: {name}, target: 25 hộ, groups: ["
        + ", ".join(f"{{group: {name}/to-{group}, target: 5 hộ}}" for group in groups)
        + "]}"
        for name in names
    )
    listed = "\n".join(
        f"    - {{id: {item}, name: Làm mới hoặc che chắn chuồng trại {item}, target: 750 hộ, villages: [{split}]}}"
        for item in items
    )
    files = dict.fromkeys((f"{V}/progress.yml", f"{V}/weekly.yml", "an/progress.csv", "an/weekly.yml"), "")
    files["_units/cam-binh/campaigns.yml"] = (
        f"- id: xanh\n  name: Đợt\n  since: 12/10/2026\n  until: 26/11/2026\n  items:\n{listed}\n"
    )
    for name in names:
        files[f"{name}/village.yml"] = (
            f"{{kind: thôn, name: Số {name}, updated: 20/11/2026, memberships: [{{unit: cam-binh}}]}}"
        )
        files[f"{name}/groups.yml"] = "".join(
            f"- {{id: to-{group}, kind: tổ liên gia, name: {group}}}\n" for group in groups
        )
        rows = [
            f"{REF};{14 + group}/10/2026;{item};to-{group};{group} hộ" for item in items for group in groups
        ]
        files[f"{name}/progress.csv"] = "\n".join(["campaign;date;item;group;amount", *rows]) + "\n"
    pages = made(tmp_path, files)
    weight = {path: len(page.html.encode()) for path, page in pages.items()}
    assert weight[PAGE] < 80_000, weight[PAGE]  # the frame around it takes another 15 kB
    assert weight[COMMUNE] < 80_000, weight[COMMUNE]
    assert weight["thon/thon-so-1/index.md"] < 40_000
    assert "Làm mới hoặc che chắn chuồng trại viec-8: 450 hộ (60 %)" in words(
        one(parse(pages[PAGE]), "#cac-viec")
    )
