"""What an editor is told of a campaign and of what is entered for it, to the letter."""

from pathlib import Path

import pytest

from tests.campaigns.data import CAMPAIGN, REF, V
from tests.support import DAY, data_folder
from village_site.catalogue import messages
from village_site.site import examine

C = "_units/cam-binh/campaigns.yml"


def told(tmp_path: Path, files: dict[str, str]) -> list[str]:
    """Messages as text lines, without missing codes."""
    _, found = examine(data_folder(tmp_path, {**CAMPAIGN, **files}), DAY)
    return [
        f"{p.file.removeprefix('villages/')}:{p.line}:{p.column}: {p.level}: {p.text('vi')} | {p.hint('vi')}"
        for p in found
        if p.code != "no-code"
    ]


def only(tmp_path: Path, text: str, **more: str) -> list[str]:
    """A campaign file on its own, without entries; `more` are other files by `{village}_{file}`."""
    empty = dict.fromkeys((f"{V}/progress.yml", f"{V}/weekly.yml", "an/progress.csv", "an/weekly.yml"), "")
    return told(tmp_path, {**empty, C: text, **more})


def spot(text: str, words: str, after: str = "") -> str:
    """Line and column where `words` stand in a text, the first time behind `after`."""
    found = text.index(words, text.index(after) + len(after))
    return f"{text.count(chr(10), 0, found) + 1}:{found - text.rfind(chr(10), 0, found)}"


def one(fields: str, items: str = "{id: x, name: X, target: 20 hộ}") -> str:
    days = fields or "since: 2/11/2026, until: 26/11/2026"
    return f"- {{id: xanh, name: Xanh, {days}, items: [{items}]}}\n"


def test_the_campaign_of_the_tests_is_good(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("village", "groups", "message"),
    [
        ("18 hộ", "18 hộ", "các thôn cộng lại 18 hộ, chỉ tiêu chung 20 hộ: thiếu 2 hộ | xem lại chỉ tiêu của từng thôn"),
        ("23 hộ", "23 hộ", "các thôn cộng lại 23 hộ, chỉ tiêu chung 20 hộ: thừa 3 hộ | xem lại chỉ tiêu của từng thôn"),
        ("20 hộ", "7 hộ", "các tổ cộng lại 7 hộ, chỉ tiêu của thôn 20 hộ: thiếu 13 hộ | xem lại chỉ tiêu của từng tổ"),
        ("20 hộ", "20,5 hộ", "các tổ cộng lại 20,5 hộ, chỉ tiêu của thôn 20 hộ: thừa 0,5 hộ | xem lại chỉ tiêu của từng tổ"),
    ],
)  # fmt: skip
def test_a_split_that_does_not_add_up(tmp_path: Path, village: str, groups: str, message: str) -> None:
    part = f'{{village: {V}, target: "{village}", groups: [{{group: {V}/to-1, target: "{groups}"}}]}}'
    text = one("", f"{{id: x, name: X, target: 20 hộ, villages: [{part}]}}")
    where = spot(text, "20 hộ") if "thôn cộng" in message else spot(text, '"20 hộ"')
    assert only(tmp_path, text) == [f"{C}:{where}: warning: {message}"]


@pytest.mark.parametrize(
    ("split", "at", "message"),
    [
        (f"{{village: {V}, target: 20 cây}}", "20 cây", "đơn vị “cây” không dùng ở đây; dùng: hộ | đổi sang một trong các đơn vị đó"),
        (f"{{village: {V}, target: khoảng 20 hộ}}", "khoảng", "ở đây cần một con số rõ, không có “hơn”, “khoảng” hay dấu gạch chéo, để cộng lại được | viết ví dụ: 3 hộ"),
        ("{village: nam-bac-than, target: 20 hộ}", "nam-bac-than", "không có thôn nào mang mã “nam-bac-than” | có phải “nam-bac-thanh”? Mã thôn là tên thư mục của thôn"),
        (f"{{village: {V}, target: 20 hộ, groups: [{{group: {V}/to-3, target: 20 hộ}}]}}", f"{V}/to-3", f"thôn này không có tổ nào mang mã “{V}/to-3” | có phải “{V}/to-1”?"),
        (f"{{village: an, target: 20 hộ, groups: [{{group: {V}/to-1, target: 20 hộ}}]}}", f"{V}/to-1", f"“{V}/to-1” là tổ của thôn khác | ghi mã tổ của chính thôn này"),
    ],
)  # fmt: skip
def test_a_part_of_a_split(tmp_path: Path, split: str, at: str, message: str) -> None:
    text = one("", f"{{id: x, name: X, target: 20 hộ, villages: [{split}]}}")
    assert only(tmp_path, text) == [f"{C}:{spot(text, at)}: error: {message}"]


def test_a_place_has_one_part(tmp_path: Path) -> None:
    part = "{village: an, target: 10 hộ}"
    text = one("", f"{{id: x, name: X, target: 20 hộ, villages: [{part}, {part}]}}")
    where = spot(text, "an, target", after="10 hộ}")
    assert only(tmp_path, text) == [
        f"{C}:{where}: error: đã chia chỉ tiêu cho nơi này ở villages/{C}:1 | giữ một dòng"
    ]


def test_an_item_has_an_id_of_its_own_and_a_target_with_a_unit(tmp_path: Path) -> None:
    items = "{id: x, name: X, target: 20 hộ}, {id: x, name: Y, target: 0 hộ}, {id: z, name: Z, target: 5}"
    text = one("", items)
    assert only(tmp_path, text) == [
        f"{C}:{spot(text, 'x, name: Y')}: error: mã “x” đã dùng ở villages/{C}:1 | đặt mã khác cho mục mới hơn",
        f"{C}:{spot(text, '0 hộ', after='Y,')}: error: chỉ tiêu bằng 0 | ghi chỉ tiêu, hoặc xoá việc này",
        f"{C}:{spot(text, '5}')}: error: chỉ tiêu này thiếu đơn vị | viết cả số và đơn vị, ví dụ: 77 hộ",
    ]


@pytest.mark.parametrize(
    ("since", "until", "at", "message"),
    [
        ("11/2026", "26/11/2026", "11/2026", "“tháng 11/2026” chưa đủ ngày, tháng, năm | viết đủ, ví dụ 22/4/2022"),
        ("2/11/2026", "khoảng 26/11/2026", "khoảng", "“khoảng ngày 26/11/2026” chưa đủ ngày, tháng, năm | viết đủ, ví dụ 22/4/2022"),
        ("2/11/2026", "sau 2026", "sau", "“sau năm 2026” chưa đủ ngày, tháng, năm | viết đủ, ví dụ 22/4/2022"),
        ("26/11/2026", "2/11/2026", "2/11", "ngày kết thúc đứng trước ngày bắt đầu | xem lại hai ngày"),
        ("2/11/2026", "2/11/2062", "2/11/2062", "đợt này dài 13150 ngày, nhiều nhất là 366 | xem lại năm của ngày đầu và ngày cuối"),
    ],
)  # fmt: skip
def test_its_days(tmp_path: Path, since: str, until: str, at: str, message: str) -> None:
    text = one(f"since: {since}, until: {until}")
    where = spot(text, at, after="since: " if at == since else "until: ")
    assert only(tmp_path, text) == [f"{C}:{where}: error: {message}"]


def test_themes_lie_within_it(tmp_path: Path) -> None:
    text = one("since: 2/11/2026, until: 26/11/2026").replace(
        "items:",
        "\n  themes: [{name: A, since: 1/11/2026, until: 8/11/2026}, {name: B, since: 9/11/2026, until: 27/11/2026},"
        "\n  {name: C, since: 9/11/2026, until: 8/11/2026}, {name: D, since: 11/2026, until: 15/11/2026}],\n  items:",
    )
    outside = "nằm ngoài đợt (02/11/2026 – 26/11/2026) | xem lại ngày"
    assert only(tmp_path, text) == [
        f"{C}:{spot(text, '1/11/2026, until: 8')}: error: chủ đề ngày 01/11/2026 {outside}",
        f"{C}:{spot(text, '27/11/2026')}: error: chủ đề ngày 27/11/2026 {outside}",
        f"{C}:{spot(text, '8/11/2026}', after='name: C')}: error: ngày kết thúc đứng trước ngày bắt đầu | xem lại hai ngày",
        f"{C}:{spot(text, '11/2026, until: 15')}: error: “tháng 11/2026” chưa đủ ngày, tháng, năm | viết đủ, ví dụ 22/4/2022",
    ]


@pytest.mark.parametrize(
    ("row", "at", "message"),
    [
        (f"{REF};6/11/2026;hang-rao;-2 hộ;", "-2", "“-2 hộ” nhỏ hơn 0 | {hint}"),
        (f"{REF};6/11/2026;hang-rao;2 cây;", "2 cây", "đơn vị “cây” không dùng ở đây; dùng: hộ | đổi sang một trong các đơn vị đó"),
        (f"{REF};6/11/2026;hang-rao;hơn 2 hộ;", "hơn", "ở đây cần một con số rõ, không có “hơn”, “khoảng” hay dấu gạch chéo, để cộng lại được | viết ví dụ: 3 hộ"),
        (f"{REF};6/11/2026;hang-rao;1.500;", "1.500", "“1.500” có thể là 1500 hoặc 1,5 | viết 1500 hoặc 1,5"),
        (f"{REF};6/11/2026;hang-rao;1.5;", "1.5", "“1.5”: phần lẻ viết sau dấu phẩy, không phải dấu chấm | viết 1,5"),
        (f"{REF};6/11/2026;hang-roa;2 hộ;", "hang-roa", "đợt này không có việc nào mang mã “hang-roa” | có phải “hang-rao”?"),
        (f"{REF};1/11/2026;hang-rao;2 hộ;", "1/11", "ngày 01/11/2026 nằm ngoài đợt (02/11/2026 – 26/11/2026) | xem lại ngày"),
        (f"{REF};27/11/2026;hang-rao;2 hộ;", "27/11", "ngày 27/11/2026 nằm ngoài đợt (02/11/2026 – 26/11/2026) | xem lại ngày"),
        (f"{REF};11/2026;hang-rao;2 hộ;", "11/2026", "“tháng 11/2026” chưa đủ ngày, tháng, năm | viết đủ, ví dụ 22/4/2022"),
        ("cam-binh/xanhh;6/11/2026;hang-rao;2 hộ;", "cam", "không có đợt thi đua nào mang mã “cam-binh/xanhh” | có phải “cam-binh/xanh”? Đợt của xã thì ghi cả mã xã: mã-xã/mã-đợt"),
        (f"{REF};6/11/2026;hang-rao;2 hộ;to-2", "to-2", "thôn này không có tổ nào mang mã “to-2” | có phải “to-1”?"),
        (f"{REF};6/11/2026;hang-rao;2 hộ;{V}/to-1", f"{V}/to-1", f"“{V}/to-1” là tổ của thôn khác | ghi mã tổ của chính thôn này"),
    ],
)  # fmt: skip
def test_a_line_of_results(tmp_path: Path, row: str, at: str, message: str) -> None:
    text = f"campaign;date;item;amount;group\n{row}\n"
    files = {"an/groups.yml": "- {id: to-1, kind: xóm, name: 1}\n", "an/progress.csv": text}
    below_zero = messages("vi")["figure-below-zero"].hint
    expected = message.replace("{hint}", below_zero)
    assert told(tmp_path, files) == [f"an/progress.csv:{spot(text, at, after='group')}: error: {expected}"]


def test_one_line_a_day_item_and_group(tmp_path: Path) -> None:
    rows = [
        "campaign;date;item;group;amount",
        f"{REF};6/11/2026;hang-rao;to-1;2 hộ",
        f"{REF};6/11/2026;hang-rao;to-2;2 hộ",
        f"{REF};6/11/2026;hang-rao;;2 hộ",
        f"{REF};06/11/2026;hang-rao;to-1;1 hộ",
        f"{REF};6/11/2026;hang-rao;;1 hộ",
    ]
    files = {"an/groups.yml": "- {id: to-1, kind: xóm, name: 1}\n- {id: to-2, kind: xóm, name: 2}\n"}
    files["an/progress.csv"] = "\n".join(rows) + "\n"
    twice = "ngày này, việc này, tổ này đã ghi ở villages/an/progress.csv"
    assert told(tmp_path, files) == [
        f"an/progress.csv:5:1: error: {twice}:2 | gộp thành một dòng",
        f"an/progress.csv:6:1: error: {twice}:4 | gộp thành một dòng",
    ]


def test_what_is_counted_in_percent_is_never_more_than_all(tmp_path: Path) -> None:
    campaign = one("", "{id: x, name: X, target: 90 %}")
    rows = [f"{REF};{day}/11/2026;x;{amount}" for day, amount in ((3, "60 %"), (4, "41 %"), (5, "1 %"))]
    rows.append(f"{REF};6/11/2026;x;120 %")
    files = {"an/progress.csv": "\n".join(["campaign;date;item;amount", *rows]) + "\n"}
    found = only(tmp_path, campaign, **files)
    assert len(found) == 2
    assert found[0] == (
        "an/progress.csv:3:27: error: các ngày cộng lại 101 %, quá 100 % | "
        "mỗi ngày chỉ ghi phần làm thêm, không ghi số cộng dồn"
    )
    assert found[1].startswith("an/progress.csv:5:27: error: “120 %”")


def test_reports_are_of_its_days_and_one_a_week(tmp_path: Path) -> None:
    days = ("1/11/2026", "13/11/2026", "14/11/2026", "11/2026")
    text = "".join(f"- {{campaign: {REF}, date: {day}}}\n" for day in days)
    assert told(tmp_path, {"an/weekly.yml": text}) == [
        "an/weekly.yml:1:35: error: báo cáo ngày 01/11/2026 nằm ngoài đợt (02/11/2026 – 26/11/2026) | xem lại ngày",
        "an/weekly.yml:3:35: error: tuần này đã có báo cáo ở villages/an/weekly.yml:2 | gộp thành một báo cáo",
        "an/weekly.yml:4:35: error: “tháng 11/2026” chưa đủ ngày, tháng, năm | viết đủ, ví dụ 22/4/2022",
    ]
