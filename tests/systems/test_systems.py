"""Cameras are public notices; what runs for everybody and who helps with the telephone is told."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.cards.sample import LANE, ROAD, register
from tests.pages.support import one, pages, parse, words
from tests.support import DAY, atlas, data_folder
from village_site.cards import Cards
from village_site.model.digital import Skill
from village_site.model.systems import System
from village_site.site import examine

V = "nam-bac-thanh"
ROADS = {
    f"{V}/roads.yml": f"[{{id: truc, code: {ROAD}, name: Đường Trục}}, {{id: ngo, code: {LANE}, name: Ngõ Đa}}]",
    **register([(ROAD, "road", f"{V}/truc"), (LANE, "road", f"{V}/ngo")]),
}
CAMERA = "id: c, kind: camera, roads: [truc], purpose: Giữ xe, responsible: Công an xã"


def told(tmp_path: Path, text: str) -> list[str]:
    """The codes of what is said about a systems file."""
    _, found = examine(data_folder(tmp_path, {**ROADS, f"{V}/systems.yml": text}), DAY)
    return [problem.code for problem in found if problem.file.endswith("systems.yml")]


@pytest.mark.parametrize(
    ("system", "says"),
    [
        (CAMERA, []),
        ("id: c, kind: camera, area: Các ngõ, purpose: Giữ xe", ["camera-without-responsible"]),
        ("id: c, kind: camera, area: Các ngõ, responsible: Công an xã", ["camera-without-purpose"]),
        ("id: c, kind: camera, purpose: Giữ xe, responsible: Công an xã", ["camera-without-road"]),
        ("id: d, kind: đèn đường", []),
        (f"{CAMERA}, address: Số 12", ["unknown-field"]),
        (f"{CAMERA}, household: ho-1", ["unknown-field"]),
        (f"{CAMERA}, location: '18.25, 105.98'", ["unknown-field"]),
    ],
)
def test_a_camera_says_why_who_and_on_which_road(tmp_path: Path, system: str, says: list[str]) -> None:
    assert told(tmp_path, f"[{{{system}}}]") == says


@pytest.mark.parametrize(
    "text",
    [
        "Trước số nhà 12",
        "trước nhà số 7",
        "Số 12, đường Trục thôn",
        "số 12/3 ngõ Đa",
        "Đầu nhà ông Mẫu",
        "gần hộ bà Ví Dụ",
        "Cột điện số 14",
        "trụ 3 đầu ngõ",
        "Ở 18.25271, 105.98112",
        "Trước nhà 12",
        "cạnh nhà 12/3",
        "Cổng nhà Tư Mẫu",
        "nhà bà tư",
        "NHÀ BÀ TƯ",
        "Trước nhà hộ có vườn cau",
        "trước hộ Nguyễn Văn Mẫu",
        "cạnh nhà thầy Mẫu",
        "sát nhà trưởng thôn",
        '18°15’09"B 105°58’52"Đ',
        "18 độ 15 phút bắc",
        "18.25271 N",
        "https://maps.app.goo.gl/maumau",
        "www.google.com/maps/@18",
        "7P5G7X2J+4C",
    ],
)
def test_no_text_of_a_camera_gives_its_place_away(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, f"[{{{CAMERA}, rules: '{text}'}}]") == ["camera-place"]
    assert told(tmp_path, f"[{{{CAMERA}, area: {{vi: Các ngõ, en: '{text}'}}}}]") == ["camera-place"]
    assert told(tmp_path, f"[{{id: l, kind: đèn đường, rules: '{text}'}}]") == []


@pytest.mark.parametrize(
    "text",
    [
        "Dọc Ngõ 12 và Nhà văn hoá",
        "Nhà cô giáo và bà con đều được hỏi",
        "Theo Luật số 91/2025/QH15; giữ 15 ngày",
        "Nhà có camera riêng thì tự chịu trách nhiệm",
        "Gọi 0239 3000 001, từ 7 giờ đến 17 giờ",
        "Trước nhà văn hoá, nhà máy nước, nhà trẻ",
        "Sân nhà sinh hoạt cộng đồng; Nhà Văn hoá và Nhà Sinh hoạt thôn",
        "Đóng góp: mỗi nhà 50.000 đ, 2 nhà 1 máy, nhà 2 tầng cũng vậy",
        "Nhà ông bà nào muốn xem thì hỏi; hộ gia đình, hộ nào cũng được",
        "Máy chịu được 50°C và mưa",
        "Nhà trường và Nhà Thờ, trạm hộ sinh, nhà hộ sinh",
    ],
)
def test_what_only_looks_like_a_place_passes(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, f"[{{{CAMERA}, rules: '{text}'}}]") == []


@pytest.mark.parametrize(
    ("system", "says"),
    [
        (
            "id: c, kind: khác, name: Camera đầu làng, area: Trước nhà 12",
            ["camera-place", "camera-without-purpose", "camera-without-responsible"],
        ),
        (
            "id: c, kind: khác, name: {vi: Mắt thần, en: CCTV}, area: Đầu làng, purpose: Giữ xe, responsible: Công an xã",
            [],
        ),
        ("id: c, kind: đèn đường, rules: Cột nào cũng có ca-mê-ra; nhà bà tư có công tắc", ["camera-place"]),
        ("id: c, kind: đèn đường, rules: Nhà bà tư có công tắc", []),
    ],
)
def test_a_camera_is_one_by_whatever_kind(tmp_path: Path, system: str, says: list[str]) -> None:
    assert sorted(told(tmp_path, f"[{{{system}}}]")) == says


def test_a_record_of_a_system_has_no_field_for_a_place() -> None:
    assert not {"location", "address", "household", "number", "photo"} & set(System.__dataclass_fields__)


def test_the_light_page_of_a_road_tells_of_its_camera(tmp_path: Path) -> None:
    found = atlas(tmp_path, {**ROADS, f"{V}/systems.yml": f"[{{{CAMERA}, ask: Một cửa}}]"})
    cards = Cards(found)
    html = {coded.code: LexborHTMLParser(cards.page(coded)) for coded in found.coded()}
    text = " ".join(html[ROAD].text(separator=" ").split())
    notice = (
        "Đường này có camera an ninh Để làm gì: Giữ xe Chịu trách nhiệm: Công an xã Hỏi, phản ánh: Một cửa"
    )
    assert notice in text
    assert "camera" not in html[LANE].text()


def test_the_village_page_shows_systems_with_their_roads(tmp_path: Path) -> None:
    typed = f"""
        - {{{CAMERA}}}
        - {{id: l, kind: đèn đường, count: 48 bóng, since: 2020, area: Hai bờ, hours: Từ 18 giờ}}
    """
    section = one(
        parse(pages(tmp_path, {**ROADS, f"{V}/systems.yml": typed})[f"thon/{V}/index.md"]), "#he-thong"
    )
    camera, lights = section.css("li")
    assert words(camera) == (
        "Camera an ninh Nơi này có camera an ninh. Trên: Đường Trục. Để làm gì: Giữ xe Chịu trách nhiệm: Công an xã"
    )
    assert one(camera, "a").attributes["href"] == f"../../Q/{ROAD}/"
    assert words(lights) == "Đèn đường 48 bóng, từ năm 2020; Hai bờ Giờ giấc: Từ 18 giờ"


TEAM = """
    - id: to
      ai giúp: Tổ công nghệ số
      số tổ: 4
      giúp việc gì: [dịch vụ công, điện thoại]
      giúp thêm: cài VNeID
      điện thoại: 0239 3000 001
      khi nào: Tối thứ sáu
      ở đâu: Nhà văn hoá
      từ: 10/2022
"""


@pytest.mark.parametrize(
    ("folder", "path"), [(V, f"thon/{V}/index.md"), ("_units/cam-binh", "xa/cam-binh/index.md")]
)
def test_the_digital_team_of_a_village_or_commune(tmp_path: Path, folder: str, path: str) -> None:
    section = one(parse(pages(tmp_path, {f"{folder}/to-cong-nghe-so.yml": TEAM})[path]), "#to-cong-nghe-so")
    assert words(one(section, "li")) == (
        "Tổ công nghệ số (4 tổ) Gọi 0239 3000 001 Giúp bà con: dịch vụ công trực tuyến; "
        "dùng điện thoại thông minh; cài VNeID. Khi nào: Tối thứ sáu Ở đâu: Nhà văn hoá Có từ tháng 10/2022."
    )
    links = [node.attributes["href"] for node in section.css("a:not([href^=tel]):not([rel])")]
    assert links == ["../../huong-dan-so/dich-vu-cong/", "../../huong-dan-so/"]


def test_every_how_to_is_a_page_of_the_menu() -> None:
    root = Path(__file__).resolve().parents[2]
    menu = (root / "mkdocs.yml").read_text("utf-8")
    pages = {skill.how_to for skill in Skill.members()} - {None} | {"huong-dan-so/"}
    assert len(pages) == 5
    for page in pages:
        assert page is not None
        file = f"{page.rstrip('/')}.md" if page != "huong-dan-so/" else f"{page}index.md"
        assert (root / "content" / file).is_file()
        assert f": {file}\n" in menu
