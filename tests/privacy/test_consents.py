"""Only what people agreed to: where personal data lives, and what a consent is good for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.privacy.support import CONSENT, NAME, PERSONAL, PHONE, site_folder
from tests.support import DAY
from village_site import report, site
from village_site.atlas import Atlas
from village_site.cards import Cards
from village_site.cli import main
from village_site.codes import assign
from village_site.dataset import load
from village_site.exports.data import as_json, rows
from village_site.guides import URLS
from village_site.model import KINDS
from village_site.model.personal import Scope
from village_site.pages import compose
from village_site.problems import Level, Problem

BOTH = {"ho.yml": PERSONAL, "dong-y.yml": CONSENT}
ALL = '[họ tên, điện thoại, vị trí, "nghề, dịch vụ", danh hiệu]'
PUBLIC = "personal_data: public"


def built(root: Path) -> tuple[Atlas, str]:
    """The atlas with codes issued, and everything its pages and cards say of the data."""
    found, _ = load(root)
    assert found is not None
    assign.plan(found, DAY).apply()
    atlas, _ = site.open_atlas(root, DAY)
    cards = Cards(atlas)
    references = {f"{url}index.md" for url in URLS}
    pages = [str(page.html) for page in compose(atlas) if page.path not in references]
    return atlas, "\n".join([*(cards.page(coded) for coded in atlas.coded()), *pages])


def faults(root: Path) -> list[Problem]:
    """The problems, but for records that have no code yet."""
    return [problem for problem in site.examine(root, DAY)[1] if problem.code != "no-code"]


def lines(root: Path) -> list[str]:
    """The problems as an editor reads them."""
    return [report.line(problem, "vi") for problem in faults(root)]


def test_the_site_builds_without_a_private_folder(tmp_path: Path) -> None:
    root = site_folder(tmp_path)
    assert lines(root) == []
    assert "Số 2" in built(root)[1]


def test_what_was_agreed_to_is_on_the_page_behind_the_code(tmp_path: Path) -> None:
    root = site_folder(tmp_path, BOTH)
    assert lines(root) == []
    atlas, said = built(root)
    assert NAME in said
    assert "tel:+84912000111" in said
    assert "geo:18.27511,105.98122" in said
    assert "bán rau sạch" in said
    assert "Vườn mẫu 2025" in said
    for page in compose(atlas):
        assert NAME not in page.html, "the paper allows the page behind the code alone"


def test_the_village_page_shows_trades_of_those_who_allowed_it(tmp_path: Path) -> None:
    wide = CONSENT.replace("[trang sau mã QR]", "[trang thôn]").replace('điện thoại, vị trí, "nghề', '"nghề')
    narrow = PERSONAL.replace(f"điện thoại: {PHONE}", "").replace("vị trí: 18.27511, 105.98122", "")
    atlas, _ = built(site_folder(tmp_path, {"ho.yml": narrow, "dong-y.yml": wide}))
    village = next(page for page in compose(atlas) if page.path.startswith("thon/"))
    assert "Nghề, dịch vụ của các hộ" in village.html
    assert NAME in village.html
    assert all(NAME not in Cards(atlas).page(coded) for coded in atlas.coded()), "not agreed to for the card"


@pytest.mark.parametrize(
    ("data", "field", "line"),
    [
        ("họ tên", "họ tên", 3),
        ("điện thoại", "điện thoại", 4),
        ("vị trí", "vị trí", 5),
        ("nghề, dịch vụ", "nghề, dịch vụ", 6),
        ("danh hiệu", "danh hiệu", 8),
    ],
)
def test_a_field_that_no_consent_names_is_an_error_and_is_not_shown(
    tmp_path: Path, data: str, field: str, line: int
) -> None:
    others = [
        name
        for name in ("họ tên", "điện thoại", "vị trí", '"nghề, dịch vụ"', "danh hiệu")
        if data not in name
    ]
    agreed = CONSENT.replace(ALL, f"[{', '.join(others)}]")
    root = site_folder(tmp_path, {"ho.yml": PERSONAL, "dong-y.yml": agreed})
    (found,) = lines(root)
    assert found.startswith(f"private/nam-bac-thanh/ho.yml:{line}:")
    assert f"chưa có phiếu đồng ý nào nêu “{data}” cho mục này, nên trang không hiện “{field}”" in found
    _, said = built(root)
    assert "Số 2" in said, "the plain page with the address stands"


def test_the_value_is_never_told_in_a_message(tmp_path: Path) -> None:
    root = site_folder(tmp_path, {"ho.yml": PERSONAL})
    found = "\n".join(lines(root))
    assert found.count("chưa có phiếu đồng ý") == 5
    for value in (NAME, PHONE, "18.27511", "bán rau sạch", "Vườn mẫu"):
        assert value not in found


def test_no_consent_at_all_shows_only_the_address_and_check_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = site_folder(tmp_path, {"ho.yml": PERSONAL})
    assert main(["check", "--data", str(root), "--day", "2026-11-21"]) == 1
    assert "5 lỗi" in capsys.readouterr().out
    _, said = built(root)
    for value in (NAME, "0912", "18.27511", "bán rau", "Vườn mẫu"):
        assert value not in said


def test_a_personal_field_in_the_public_folder_is_an_error(tmp_path: Path) -> None:
    houses = "- {id: ho-1, road: truc, number: 2, họ tên: Nguyễn Văn Mẫu}\n"
    root = site_folder(tmp_path, {"dong-y.yml": CONSENT}, {"nam-bac-thanh/households.yml": houses})
    (found,) = faults(root)
    assert (found.file, found.line, found.column, found.code, found.level) == (
        "villages/nam-bac-thanh/households.yml", 1, 45, "personal-in-public", Level.WITHHELD,
    )  # fmt: skip
    assert NAME not in built(root)[1]


def test_a_maintainer_may_choose_to_keep_personal_data_in_public(tmp_path: Path) -> None:
    houses = "- {id: ho-1, road: truc, number: 2, họ tên: Nguyễn Văn Mẫu}\n"
    consent = CONSENT.replace(ALL, "[họ tên]")
    public = {"nam-bac-thanh/households.yml": houses, "nam-bac-thanh/consents.yml": consent}
    root = site_folder(tmp_path, {}, public)
    assert {problem.code for problem in faults(root)} == {
        "consent-in-public",
        "personal-in-public",
    }
    site_file = root / "_site.yml"
    site_file.write_text(f"{site_file.read_text('utf-8')}{PUBLIC}\n", "utf-8")
    assert lines(root) == []
    assert NAME in built(root)[1]


def test_a_withdrawn_consent_hides_the_value_that_was_left(tmp_path: Path) -> None:
    root = site_folder(tmp_path, {"ho.yml": PERSONAL, "dong-y.yml": f"{CONSENT}      rút lại: 20/11/2026\n"})
    assert {problem.code for problem in faults(root)} == {"consent-withdrawn"}
    assert NAME not in built(root)[1]


def test_a_consent_signed_after_a_withdrawal_counts(tmp_path: Path) -> None:
    again = CONSENT.replace("phieu-1", "phieu-2").replace("01/10/2026", "20/11/2026")
    root = site_folder(
        tmp_path, {"ho.yml": PERSONAL, "dong-y.yml": f"{CONSENT}      rút lại: 19/11/2026\n{again}"}
    )
    assert lines(root) == []
    root = site_folder(tmp_path, {"dong-y.yml": f"{CONSENT}      rút lại: 20/11/2026\n{again}"})
    assert {problem.code for problem in faults(root)} == {"consent-withdrawn"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("hộ: ho-1", "", "consent-of-whom"),
        ("hộ: ho-1", "hộ: ho-9", "dangling-household"),
        ("phạm vi: [trang sau mã QR]", "", "consent-nowhere"),
        ("đồng ý đăng:", "#", "consent-to-nothing"),
        ("01/10/2026", "10/2026", "consent-day"),
        ("01/10/2026", "01/12/2026", "consent-in-future"),
        ("người đồng ý", "hỏi lại trước: 01/11/2026\n      người đồng ý", "consent-review-due"),
        ("người đồng ý", "rút lại: 01/09/2026\n      người đồng ý", "ends-before-it-begins"),
        ("hộ: ho-1", "hộ: thon-khac/ho-1", "consent-elsewhere"),
        ("mẫu phiếu: ĐY-1", "", "missing-field"),
        ("số hồ sơ giấy: 12/2026", "", "missing-field"),
        ("12/2026", "12/2026\n      dấu vết: abc", "bad-trace"),
    ],
)
def test_an_incomplete_consent_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    root = site_folder(tmp_path, {"dong-y.yml": CONSENT.replace(old, new)})
    assert code in {problem.code for problem in faults(root)}


def test_nothing_but_personal_fields_stands_in_the_private_folder(tmp_path: Path) -> None:
    private = {
        "ho.yml": "- {mã riêng: ho-1, số nhà: 3}\n- {mã riêng: ho-9}\n- ho-1\n",
        "duong.yml": "- {id: truc}\n",
        "la.yml": "",
    }
    root = site_folder(tmp_path, private)
    (tmp_path / "private" / "thon-la").mkdir()
    (tmp_path / "private" / "README.md").write_text("Riêng.", "utf-8")
    (tmp_path / "private" / "ghi-chu.txt").write_text("x", "utf-8")
    assert [(problem.file, problem.line, problem.code) for problem in faults(root)] == [
        ("private/ghi-chu.txt", 1, "private-file-unknown"),
        ("private/nam-bac-thanh/duong.yml", 1, "private-wrong-file"),
        ("private/nam-bac-thanh/ho.yml", 1, "private-not-personal"),
        ("private/nam-bac-thanh/ho.yml", 2, "private-without-record"),
        ("private/nam-bac-thanh/ho.yml", 3, "want-mapping"),
        ("private/nam-bac-thanh/la.yml", 1, "unknown-file"),
        ("private/thon-la", 1, "private-without-village"),
    ]


def test_a_value_given_in_both_folders_is_an_error(tmp_path: Path) -> None:
    houses = "- {id: ho-1, road: truc, number: 2, họ tên: Nguyễn Văn Mẫu}\n"
    root = site_folder(
        tmp_path,
        {"ho.yml": PERSONAL},
        {"nam-bac-thanh/households.yml": houses + "- {id: ho-2, road: truc, number: 4}\n"},
    )
    found = [problem for problem in faults(root) if problem.code == "private-given-twice"]
    assert [(problem.line, problem.column) for problem in found] == [(3, 3)]


def test_an_office_holder_is_named_only_with_consent_to_the_village_page(tmp_path: Path) -> None:
    contacts = (
        "- {id: truong-thon, role: Trưởng thôn, phone: 0239 3892 689, term_end: 2025}\n- {role: Phó thôn}\n"
    )
    public = {"nam-bac-thanh/contacts.yml": contacts}
    private = {"lien-he.yml": "- {mã riêng: truong-thon, họ tên: Trần Thị Ví Dụ}\n"}
    root = site_folder(tmp_path, private, public)
    assert {problem.code for problem in faults(root)} == {"no-consent", "term-ended"}
    assert "Ví Dụ" not in built(root)[1]
    consent = CONSENT.replace("hộ: ho-1", "liên hệ: truong-thon").replace(ALL, "[họ tên]")
    private["dong-y.yml"] = consent
    assert "consent-shows-nowhere" in {p.code for p in faults(site_folder(tmp_path, private))}
    private["dong-y.yml"] = consent.replace("[trang sau mã QR]", "[trang thôn]")
    atlas, said = built(site_folder(tmp_path, private))
    assert said.count("Trần Thị Ví Dụ") == 1, "on the village's page"
    assert "Nhiệm kỳ đã hết" in Cards(atlas).page(atlas.coded()[0])
    assert "Nhiệm kỳ đã hết" in "".join(str(page.html) for page in compose(atlas))


def test_personal_fields_are_in_no_data_file(tmp_path: Path) -> None:
    atlas, _ = built(site_folder(tmp_path, BOTH))
    assert NAME not in "".join(as_json(rows(atlas, kind)) for kind in KINDS)


def test_views_hide_what_is_not_meant_for_them(tmp_path: Path) -> None:
    atlas, _ = built(site_folder(tmp_path, BOTH))
    kind = next(kind for kind in KINDS if kind.name == "household")
    house = atlas.places[0].folder.of(kind)[0]
    assert atlas.permits.view(Scope.CARD, kind, "nam-bac-thanh", house).person == NAME
    assert atlas.permits.view(Scope.VILLAGE, kind, "nam-bac-thanh", house).person is None
