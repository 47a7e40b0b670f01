"""Names of persons are noticed where nobody is to be named, and other names are let pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import DAY, data_folder
from village_site.privacy.sensitive.naming import names_person
from village_site.problems import Level
from village_site.site import examine


@pytest.mark.parametrize(
    "text",
    [
        "Ông Tư ở xóm trên hỏi về con đường",
        "đề nghị của bà Trần Thị Ví Dụ",
        "Nguyễn Văn Mẫu đề nghị sửa cống",
        "nguoi gui: Tran Thi Vi Du",
        "anh Hùng nói rồi",
        "NGUYỄN VĂN MẪU",
        "Họp xong, chị Sáu hỏi lại",
        "hộ Lê Văn Mẫu góp 5 triệu",
    ],
)
def test_a_person_is_noticed(text: str) -> None:
    assert names_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bà con ấp Rạch Mẫu đề nghị sửa cầu Ông Lãnh",
        "đường Nguyễn Văn Cừ bị ngập",
        "Trường Tiểu học Lê Văn Tám",
        "Làm theo lời Bác Hồ",
        "Hội Người cao tuổi, Hội Cựu chiến binh",
        "UBND phường Trần Phú, tỉnh Hà Tĩnh",
        "ông Chủ tịch UBND xã trả lời",
        "Bà Trưởng thôn đọc báo cáo",
        "Nhà văn hoá thôn và trạm y tế",
        "Sở Tài nguyên và Môi trường",
        "Hồ sơ đất đai. Công an xã. Cao tốc",
        "các hộ Gia đình văn hoá",
        "",
        "12/3/2024",
    ],
)
def test_other_names_pass(text: str) -> None:
    assert not names_person(text)


FILES = {
    "nam-bac-thanh/y-kien.yml": "- {mã riêng: a, ngày: 1/3/2024, ghi nhận ở: Họp, về: đường sá, "
    "ý kiến: Ông Tư hỏi, tình trạng: đã tiếp nhận}\n",
    "nam-bac-thanh/dong-gop.yml": "- {mã riêng: a, năm: 2024, góp: tiền, bao nhiêu: 5 triệu đồng, "
    "việc: Ông Tư cho, ai góp: hộ dân}\n",
    "nam-bac-thanh/khao-sat.yml": "- {mã riêng: a, câu hỏi: Ông Tư làm được không, ngày: 2024, "
    "đơn vị hỏi: Thôn, đã hỏi: 50, đã trả lời: 40}\n",
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_a_warning_that_can_be_reviewed_and_repeats_nothing(tmp_path: Path, name: str) -> None:
    _, problems = examine(data_folder(tmp_path, {name: FILES[name]}), DAY)
    (found,) = [one for one in problems if one.code == "sensitive-name"]
    assert found.level is Level.WARNING
    assert "Tư" not in found.text("vi") + found.hint("vi")
    exception = (
        f"- {{tệp: villages/{name}, thông báo: sensitive-name, dấu: '{found.params['tag']}', "
        "lý do: tên cầu, người xem xét: ban biên tập, ngày: 2026}\n"
    )
    folder = data_folder(tmp_path / "reviewed", {name: FILES[name], "_exceptions.yml": exception})
    assert "sensitive-name" not in [one.code for one in examine(folder, DAY)[1]]


def test_history_may_name(tmp_path: Path) -> None:
    text = "- {date: 1930, title: Ông Tư lập làng}\n"
    _, problems = examine(data_folder(tmp_path, {"nam-bac-thanh/history.yml": text}), DAY)
    assert "sensitive-name" not in [one.code for one in problems]
