"""What is told to everybody: nobody is told of in it, and what villages have to say passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import DAY, data_folder
from village_site.model import KINDS
from village_site.problems import Level, Problem
from village_site.site import examine

V = "nam-bac-thanh"
TEXTS = {
    "notices": "- {{id: a, title: {0}, text: Chữ, issued: 20/11/2026}}",
    "places": "- {{id: a, kind: relic, name: Đình làng, story: {0}}}",
    "calendar": "- {{id: a, kind: họp, title: {0}, when: 5/12/2026}}",
    "systems": "- {{id: a, kind: đèn đường, rules: {0}}}",
    "digital-team": "- {{id: a, role: Tổ số, also: {0}}}",
    "safety": "say: [{0}]",
    "programme": "- {{what: {0}}}",
    "broadcasts": "- {{date: 20/11/2026, what: {0}}}",
}
PUBLIC = {
    "notice",
    "place",
    "calendar-event",
    "system",
    "digital-helper",
    "safety",
    "broadcast-slot",
    "broadcast",
}


def found(tmp_path: Path, file: str, text: str, more: dict[str, str] | None = None) -> list[Problem]:
    """What is said of one file of the village, but for missing codes."""
    files = {f"{V}/{file}.yml": text, **(more or {})}
    problems = examine(data_folder(tmp_path, files), DAY)[1]
    return [one for one in problems if one.code != "no-code" and (one.file.endswith(f"{file}.yml") or more)]


def codes(problems: list[Problem]) -> list[tuple[str, Level]]:
    return [(one.code, one.level) for one in problems]


def test_the_kinds_that_tell_everybody_something() -> None:
    assert {kind.name for kind in KINDS if kind.for_all} == PUBLIC
    assert all(kind.about_people for kind in KINDS if kind.for_all)


REFUSED = [
    ("health", "Bà Trần Thị Ví Dụ bị nhiễm HIV, bà con tránh xa"),
    ("health", "Thăm bà Trần Thị Ví Dụ (HIV)"),
    ("health", "Ông Nguyễn Văn Mẫu điều dưỡng sau tai biến"),
    ("birth", "Ông Nguyễn Văn Mẫu sinh năm 1956"),
    ("birth", "Bà Trần Thị Ví Dụ 70 tuổi"),
    ("religion", "Bà Trần Thị Ví Dụ là giáo dân"),
    ("poverty", "Gia đình bà Trần Thị Ví Dụ thuộc hộ nghèo"),
    ("party", "Ông Nguyễn Văn Mẫu là đảng viên"),
    ("children", "Cháu Nguyễn Văn Mẫu là học sinh lớp 3A"),
]


@pytest.mark.parametrize("file", TEXTS)
@pytest.mark.parametrize(("topic", "text"), REFUSED[:1])
def test_nobody_is_told_of_in_any_of_them(tmp_path: Path, file: str, topic: str, text: str) -> None:
    problems = found(tmp_path, file, TEXTS[file].format(f'"{text}"'))
    assert codes(problems) == [(f"sensitive-{topic}", Level.ERROR)]


@pytest.mark.parametrize(("topic", "text"), REFUSED)
def test_nothing_sensitive_is_told_of_one_person(tmp_path: Path, topic: str, text: str) -> None:
    problems = found(tmp_path, "notices", TEXTS["notices"].format(f'"{text}"'))
    assert codes(problems) == [(f"sensitive-{topic}", Level.ERROR)]


PASSING = [
    "Tiêm vắc-xin sởi cho trẻ em từ 9 tháng đến 10 tuổi",
    "Tiêm phòng cho học sinh lớp 1, lớp 6",
    "Học sinh lớp 9 nghỉ học ngày mai",
    "Khám bệnh cho ông bà, cô bác từ 60 tuổi",
    "Phun thuốc diệt muỗi phòng bệnh sốt xuất huyết",
    "Nếu bị bệnh thì đến trạm y tế; người nhiễm HIV được tư vấn kín",
    "Đã có 12 ca mắc bệnh sởi trong xã",
    "Lợn bị bệnh thì báo thú y, không bán chạy; lúa nhiễm bệnh đạo ôn phải phun ngay",
    "Nhà có con nhỏ, người già, người khuyết tật đến nơi trú trước",
    "Trao quà cho các hộ thuộc diện hộ nghèo",
    "Hộ thuộc hộ cận nghèo đến nhận thẻ bảo hiểm",
    "Lễ trao Huy hiệu 30 năm tuổi Đảng",
    "Mời các đồng chí là đảng viên dự họp",
    "Chùa làng thờ Phật, phật tử khắp vùng về lễ",
    "Đền thờ Nguyễn Công Trứ, ông sinh năm 1778",
    "Nhà thờ giáo xứ, giáo dân đi lễ sáng chủ nhật",
    "Đình thờ thành hoàng, người có công dựng làng; cây đa đã 300 năm tuổi",
    "Nghĩa trang có 120 liệt sĩ, nhiều người hy sinh năm 1968",
    "Nhà sàn dân tộc Mường",
    "Làng có hai con đường và ba con rạch",
    "Bản tin dân số, trẻ em, giảm nghèo; chuyên mục đại đoàn kết dân tộc",
    "Phòng chống ma tuý, HIV, bạo lực gia đình",
    "Bác sĩ Nguyễn Văn Mẫu khám, tư vấn phòng chống HIV",
    "Gọi công dân sinh năm 2008 khám tuyển nghĩa vụ quân sự",
]


@pytest.mark.parametrize("text", PASSING)
def test_what_villages_tell_everybody_passes(tmp_path: Path, text: str) -> None:
    for file in ("notices", "places", "broadcasts"):
        assert found(tmp_path, file, TEXTS[file].format(f'"{text}"')) == []


NAME = "Trần Thị Ví Dụ"
PRODUCT = "- {{id: a, kind: nông sản, name: {0}, maker: {1}}}"
CAMERA = "- {{id: a, kind: {0}, name: {1}, area: Hai bờ, purpose: Giữ xe, responsible: {2}}}"


@pytest.mark.parametrize(
    ("file", "text", "level"),
    [
        ("places", f"- {{id: a, kind: chợ, name: Chợ Hôm, caretaker: Bà {NAME}}}", Level.WARNING),
        ("digital-team", f"- {{id: a, role: Chị {NAME}}}", Level.WARNING),
        ("digital-team", f"- {{id: a, role: {{vi: Tổ số, en: 'bà {NAME}'}}}}", Level.WARNING),
        ("cooperatives", f"- {{id: a, kind: tổ hợp tác, name: {NAME}, state: active}}", Level.WARNING),
        ("contacts", f"- {{role: Trưởng thôn {NAME}}}", Level.WARNING),
        ("safety", f"evacuation_points: [{{name: Đê cao, keys: ông {NAME}}}]", Level.WARNING),
        ("products", PRODUCT.format(f"Mắm bà {NAME}", "Tổ mắm"), Level.WARNING),
        ("products", PRODUCT.format("Mắm", "Cơ sở bà Nguyễn Thị Mẫu"), Level.ERROR),
        ("systems", CAMERA.format("camera", "Đầu làng", f"ông {NAME}"), Level.ERROR),
        ("systems", CAMERA.format("khác", "Camera đầu làng", f"ông {NAME}"), Level.ERROR),
        ("systems", CAMERA.format("đèn đường", "Đèn đầu làng", f"ông {NAME}"), Level.WARNING),
    ],
)
def test_a_name_where_an_office_or_a_body_belongs(tmp_path: Path, file: str, text: str, level: Level) -> None:
    problems = found(tmp_path, file, text)
    assert codes(problems) == [("sensitive-office-name", level)]
    assert NAME not in problems[0].text("vi") + problems[0].hint("vi")


def test_what_is_called_after_somebody_passes(tmp_path: Path) -> None:
    place = "- {id: a, kind: relic, name: Đền thờ Nguyễn Du, caretaker: Ban quản lý di tích Nguyễn Công Trứ}"
    assert found(tmp_path, "places", place) == []
    maker = PRODUCT.format("Kẹo cu đơ", "Tổ phụ nữ đường Nguyễn Công Trứ")
    assert found(tmp_path, "products", maker) == []


def test_a_reviewed_name_passes(tmp_path: Path) -> None:
    text = PRODUCT.format("Mắm", "Hợp tác xã mang tên Nguyễn Văn Mẫu")
    (problem,) = found(tmp_path, "products", text)
    reviewed = (
        f"- tệp: {problem.file}\n  thông báo: {problem.code}\n  dấu: '{problem.params['tag']}'\n"
        "  lý do: Tên của hợp tác xã.\n  người xem xét: Cán bộ tư pháp\n  ngày: 20/11/2026\n"
    )
    assert found(tmp_path, "products", text, {"_ngoai-le.yml": reviewed}) == []
