"""Sensitive words are refused where they speak of a household or a person, and nowhere else."""

from __future__ import annotations

import time
from pathlib import Path
from textwrap import dedent

import pytest

from village_site.catalogue import LANGUAGES
from village_site.model import KINDS
from village_site.model.declare import table
from village_site.model.shapes import Choice
from village_site.privacy.sensitive import (
    sensitive,
    small_aggregates,
    small_figures,
    speaks_of_people,
    without_guesses,
)
from village_site.privacy.sensitive.offices import OFFICE
from village_site.privacy.sensitive.words import KEYS, PEOPLE
from village_site.problems import Problem
from village_site.source import Node, read_yaml
from village_site.vietnamese import fold

ROOT = Path(__file__).parents[2]
FILE = "villages/thon/ho.yml"


def tree(text: str) -> Node:
    root = read_yaml(dedent(text).lstrip("\n").encode(), FILE)
    assert root is not None
    return root


def found(text: str) -> list[Problem]:
    return list(sensitive(tree(text), FILE))


def codes(value: str, field: str = "gần") -> list[str]:
    return [problem.code.removeprefix("sensitive-") for problem in found(f'- {field}: "{value}"')]


REFUSED = [
    ("birth", "Ông Nguyễn Văn Mẫu sinh năm 1956"),
    ("birth", "Nguyễn Văn Mẫu, sinh 1956"),
    ("birth", "Nguyễn Văn Mẫu (sn 1956)"),
    ("birth", "SN: 1956"),
    ("birth", "sinh ngày 15/4/1956"),
    ("birth", "ngày sinh 15/4/1956"),
    ("birth", "năm sinh: 1956"),
    ("birth", "Bà Trần Thị Ví Dụ, 70 tuổi"),
    ("birth", "tuổi: 70"),
    ("birth", "chủ hộ tuổi Thìn"),
    ("birth", "NGUYỄN VĂN MẪU SINH NĂM 1956"),
    ("birth", "nguyen van mau sinh nam 1956"),
    ("birth", "born in 1956"),
    ("birth", "70 years old"),
    ("health", "chủ hộ bị bệnh tim"),
    ("health", "Nhà có người khuyết tật"),
    ("health", "nhiễm HIV"),
    ("health", "đang chữa ung thư"),
    ("health", "có người tâm thần"),
    ("health", "ốm đau luôn"),
    ("health", "sức khoẻ yếu"),
    ("health", "sức khỏe rất kém"),
    ("health", "nguoi khuyet tat"),
    ("health", "nạn nhân chất độc da cam"),
    ("health", "chủ hộ bị mù loà"),
    ("health", "a disabled person lives here"),
    ("religion", "Gia đình theo đạo Công giáo"),
    ("religion", "hộ giáo dân"),
    ("religion", "Phật tử"),
    ("religion", "theo đạo"),
    ("religion", "đạo Tin Lành"),
    ("religion", "nhà theo Hoà Hảo"),
    ("religion", "tôn giáo: không"),
    ("religion", "gia dinh theo dao phat"),
    ("religion", "a Catholic family"),
    ("ethnicity", "dân tộc Kinh"),
    ("ethnicity", "Dân tộc: Mường"),
    ("ethnicity", "hộ người Thái"),
    ("ethnicity", "đồng bào dân tộc"),
    ("ethnicity", "hộ dân tộc thiểu số"),
    ("ethnicity", "dan toc Tay"),
    ("poverty", "hộ nghèo"),
    ("poverty", "Hộ cận nghèo năm 2025"),
    ("poverty", "HO NGHEO"),
    ("poverty", "mã số hộ nghèo 12"),
    ("poverty", "mới thoát nghèo"),
    ("poverty", "hoàn cảnh khó khăn"),
    ("poverty", "hưởng trợ cấp hằng tháng"),
    ("poverty", "đối tượng bảo trợ xã hội"),
    ("poverty", "a poor household"),
    ("party", "chủ hộ là đảng viên"),
    ("party", "Đảng viên, 40 năm tuổi Đảng"),
    ("party", "vào Đảng năm 1985"),
    ("party", "dang vien"),
    ("party", "Huy hiệu Đảng"),
    ("children", "có 2 con nhỏ"),
    ("children", "Nhà có trẻ em"),
    ("children", "con gái học lớp 5"),
    ("children", "cháu bé ở với bà"),
    ("children", "học sinh lớp 3 trường làng"),
    ("children", "có hai con"),
    ("children", "các con đi làm xa"),
    ("children", "trẻ mồ côi"),
    ("children", "nha co con nho"),
    ("children", "two children"),
]

ALLOWED = [
    "đường Trần Hưng Đạo",
    "Đường Hưng Đạo",
    "Nguyễn Văn Đạo",
    "Nguyễn Thị Sinh",
    "Lê Thị Bé",
    "Trần Văn Con",
    "Nguyễn Văn Châu",
    "Trần Thị Tín",
    "Đào Thị Mẫu",
    "ngay gốc đa 300 tuổi",
    "Cạnh cây si hơn 120 năm tuổi",
    "vườn cam 12 năm tuổi",
    "Đầu con đường ra đồng",
    "con rạch sau nhà",
    "bên con mương",
    "Trạm y tế",
    "Bệnh viện huyện",
    "Bệnh viện tâm thần tỉnh",
    "trường tiểu học",
    "Trường tiểu học 1",
    "Trường mầm non",
    "nhà trẻ của thôn",
    "chùa",
    "nhà thờ họ",
    "Nhà thờ Công giáo",
    "giáo xứ",
    "đền thờ Đức Thánh Trần",
    "Trường Phổ thông Dân tộc nội trú",
    "nhà sinh hoạt cộng đồng",
    "nhà vệ sinh công cộng, làm năm 2019",
    "Chi hội người cao tuổi",
    "Hội người mù huyện",
    "khu vui chơi trẻ em",
    "sân chơi cho trẻ em",
    "Bán quần áo trẻ em, đồ chơi trẻ em",
    "Bán sữa, bỉm, đồ em bé",
    "Bán sách vở, đồ dùng học tập",
    "Nuôi 50 con bò, 200 con gà",
    "nuôi bò, lợn, gà, cá con",
    "Bán cây con, con giống",
    "lợn sạch bệnh, rau không sâu bệnh",
    "Bốc thuốc, chữa bệnh xương khớp",
    "thú y, phòng bệnh cho gia súc",
    "dạy thêm môn sinh, hoá",
    "sinh vật cảnh, cây thế",
    "May áo dài, trang phục dân tộc",
    "Gia đình văn hoá năm 2024",
    "Vườn mẫu năm 2021",
    "Bằng khen Mặt trận Tổ quốc",
    "đầu Ngõ 12",
    "Cách đình 70 m",
    "đảo nhỏ giữa hồ",
    "vườn đào cạnh ao",
    "Tranh tre nứa lá",
    "thịt bò tươi, 12 tươi 3 khô",
    "Village gate",
    "next to the old banyan",
]

OFFICE_REFUSED = [
    ("birth", "Trưởng thôn, sinh năm 1956"),
    ("birth", "Trưởng thôn (sn 1956)"),
    ("birth", "Ông năm nay 70 tuổi"),
    ("health", "Bí thư, bị bệnh tim nên nghỉ buổi chiều"),
    ("religion", "Trưởng thôn, là giáo dân"),
    ("ethnicity", "Trưởng bản, dân tộc Thái"),
    ("poverty", "thuộc diện hộ nghèo"),
    ("party", "Trưởng thôn, là đảng viên"),
    ("party", "đảng viên từ 1985"),
    ("party", "40 năm tuổi Đảng"),
    ("children", "Trưởng thôn, có 2 con"),
    ("children", "con gái học xa"),
]

OFFICE_ALLOWED = [
    "Bí thư chi bộ",
    "Phó bí thư chi bộ",
    "Bảo vệ trẻ em",
    "Lo việc trẻ em, y tế, giảm nghèo",
    "Chi hội trưởng chi hội người cao tuổi",
    "Chi hội trưởng Hội Người khuyết tật",
    "Khi thấy một đứa trẻ cần được giúp.",
    "Vận động đảng viên làm gương",
    "Phân công đảng viên phụ trách hộ",
    "Rà soát hộ nghèo, hộ cận nghèo hằng năm",
    "Giúp người mắc bệnh hiểm nghèo",
    "Chúc thọ người từ 70 tuổi",
    "Cấp căn cước cho người từ 14 tuổi",
    "Tiêm chủng cho trẻ dưới 6 tuổi",
    "Gọi công dân sinh năm 2008 khám tuyển",
    "Công tác dân tộc, tôn giáo",
    "Khám bệnh, phòng bệnh, vệ sinh năm 2026",
    "Cộng tác viên dân số và trẻ em",
    "Đại biểu của đồng bào có đạo",
    "Hiệu trưởng trường tiểu học",
    "Giáo viên chủ nhiệm, chiều thứ sáu",
    "Ban công tác Mặt trận; Đoàn Thanh niên",
]


@pytest.mark.parametrize(("topic", "value"), REFUSED)
def test_refused_of_a_household(topic: str, value: str) -> None:
    assert topic in codes(value)
    assert topic in codes(value, "nghề")


@pytest.mark.parametrize("value", ALLOWED)
def test_allowed_of_a_household(value: str) -> None:
    assert codes(value) == []
    assert codes(value, "nghề") == []


def test_a_refused_field_is_not_also_told_to_be_unknown() -> None:
    (refused,) = found("- ngày sinh: 1956")
    same = Problem(FILE, 1, 3, "unknown-field", params={"found": "ngày sinh", "guess": "ngày cập nhật"})
    other = Problem(FILE, 2, 3, "unknown-field", params={"found": "ngáy", "guess": "ngày"})
    assert without_guesses([same, refused, other]) == [refused, other]


@pytest.mark.parametrize(("topic", "value"), OFFICE_REFUSED)
def test_refused_of_an_office_holder(topic: str, value: str) -> None:
    assert topic in codes(value, "nhiệm vụ")
    assert topic in codes(value, "role")


@pytest.mark.parametrize("value", OFFICE_ALLOWED)
def test_tasks_of_an_office_are_public(value: str) -> None:
    for field in ("chức danh", "nhiệm vụ", "tasks", "cơ quan", "gio_lam_viec"):
        assert codes(value, field) == []


def test_what_is_a_task_of_an_office_is_not_said_of_a_household() -> None:
    assert codes("Lo việc trẻ em, giảm nghèo", "nhiệm vụ") == []
    assert codes("Lo việc trẻ em, giảm nghèo", "tên") == ["children"]


def test_both_languages_of_a_text_are_looked_at() -> None:
    problems = found("- gần: {vi: Cổng chào, en: a poor household}\n- nhiệm vụ: {vi: là đảng viên, en: all}")
    assert [(one.line, one.column, one.code) for one in problems] == [
        (1, 28, "sensitive-poverty"),
        (2, 18, "sensitive-party"),
    ]


KEYED = [
    ("ngày sinh", "birth"),
    ("ngay_sinh", "birth"),
    ("NGÀY SINH", "birth"),
    ("ngày sinh chủ hộ", "birth"),
    ("năm sinh", "birth"),
    ("tuổi", "birth"),
    ("date_of_birth", "birth"),
    ("tình trạng sức khoẻ", "health"),
    ("khuyết tật", "health"),
    ("tôn giáo", "religion"),
    ("đạo", "religion"),
    ("dân tộc", "ethnicity"),
    ("ethnic group", "ethnicity"),
    ("hộ nghèo", "poverty"),
    ("mã số hộ nghèo", "poverty"),
    ("xếp loại hộ", "poverty"),
    ("đảng viên", "party"),
    ("số thẻ đảng", "party"),
    ("trẻ em", "children"),
    ("số con", "children"),
    ("children", "children"),
]


@pytest.mark.parametrize(("name", "topic"), KEYED)
def test_refused_as_the_name_of_a_field(name: str, topic: str) -> None:
    (problem,) = found(f'- mã riêng: ho-01\n  "{name}": "1956"\n  đường: truc-thon-1\n')
    assert (problem.line, problem.column, problem.code) == (2, 3, f"sensitive-{topic}")


def test_a_refused_field_is_told_once_and_says_why_and_what_to_do() -> None:
    (problem,) = found("- mã riêng: ho-01\n  ngày sinh: sinh 15/4/1956\n")
    assert problem.text("vi") == (
        "ngày sinh, năm sinh, tuổi của một người không được ghi ở đây, dù người ấy đồng ý; biết thêm ngày sinh là đủ "
        "để mạo danh"
    )
    assert problem.hint("vi").startswith("xoá đi; đã đẩy lên kho rồi thì báo người bảo trì")


def test_no_message_repeats_the_value() -> None:
    said: dict[str, list[str]] = {}
    for topic, value in REFUSED:
        for problem in found(f'- gần: "{value}"'):
            assert set(problem.params) == {"tag"}
            sentences = [problem.text(lang) + problem.hint(lang) for lang in LANGUAGES]
            plain = [sentence.replace(problem.params["tag"], "") for sentence in sentences]
            assert said.setdefault(problem.code, plain) == plain, (topic, value)


def test_no_declared_field_or_listed_value_is_refused() -> None:
    for kind in KINDS:
        if not kind.about_people:
            continue
        for spec in table(kind.record).fields:
            for name in spec.names:
                assert found(f"- {name}: x") == []
            if isinstance(spec.shape, Choice):
                terms = [
                    term
                    for member in spec.shape.values.members()
                    for term in (member.term.vi, member.term.en)
                ]
                assert [codes(term, spec.vi) for term in terms if codes(term, spec.vi)] == []


def test_deep_in_a_record() -> None:
    (problem,) = found("""
        - mã riêng: ho-01
          ảnh:
            - tệp: nha.jpg
              mô tả: Bà Trần Thị Ví Dụ 70 tuổi bên hiên nhà
    """)
    assert (problem.line, problem.column, problem.code) == (4, 14, "sensitive-birth")


def test_a_file_that_is_walked_in_vain_is_not_walked() -> None:
    for _, value in (*REFUSED, *OFFICE_REFUSED):
        assert speaks_of_people(f"- gần: {value}")
        assert speaks_of_people(f"- gần: {fold(value)}")
    for name in KEYS:
        assert speaks_of_people(f"{name}: x")
    for name, _ in KEYED:
        assert speaks_of_people(f"- {name}: x")
    assert not speaks_of_people("- mã riêng: ho-01\n  mã: 8H46-H2H4\n  đường: truc-thon-1\n  bên: trái\n")


def test_every_topic_has_words_for_households_offices_and_names_of_fields() -> None:
    assert PEOPLE.keys() == OFFICE.keys() == set(KEYS.values())


def test_the_samples_households_and_contacts_pass() -> None:
    for path in sorted((ROOT / "villages").glob("*/*.yml")):
        root = read_yaml(path.read_bytes(), path.name)
        if root is None:
            continue
        if path.stem in ("ho", "households", "lien-he", "contacts"):
            assert list(sensitive(root, path.name)) == []
        assert list(small_aggregates(path.read_text("utf-8"), path.name)) == []
        assert list(small_figures(root, path.name)) == []
    for page in (ROOT / "content").rglob("*.md"):
        assert list(small_aggregates(page.read_text("utf-8"), page.name)) == []


FEW = [
    "có 2 hộ nghèo",
    "Cả thôn còn 1 hộ cận nghèo",
    "3 người khuyết tật",
    "một hộ nghèo",
    "hai gia đình thuộc diện nghèo",
    "còn 04 hộ nghèo",
    "4 hộ theo đạo",
    "ba hộ giáo dân",
    "2 cháu mồ côi",
    "1 người nhiễm HIV",
    "2 người nghiện ma tuý",
    "3 hộ dân tộc thiểu số",
    "có 3 trẻ em",
    "co 2 ho ngheo",
    "2\u00a0hộ\u00a0nghèo",
    "2 hộ\n    nghèo",
    "chi bộ có 3 đảng viên",
    "two poor households",
    "Xoá nhà tạm cho 2 hộ nghèo",
]
MANY = [
    "12 hộ nghèo",
    "5 hộ nghèo",
    "còn 5 hộ nghèo, 14 hộ cận nghèo",
    "102 hộ nghèo",
    "1.002 hộ nghèo",
    "mười hai hộ nghèo",
    "hai mươi ba hộ nghèo",
    "không còn hộ nghèo",
    "0 hộ nghèo",
    "Tỷ lệ hộ nghèo 2 %",
    "hộ nghèo dưới 1,5 %",
    "11 Nghèo đa chiều",
    "Tiêu chí 3: Nghèo đa chiều",
    "tiêu chí 11: Nghèo đa chiều; 12: Lao động",
    "4 tổ liên gia, 3 đội sản xuất",
    "3 hộ giúp nhau giảm nghèo",
    "Trường tiểu học 1 có 3 lớp",
    "2 khu vui chơi trẻ em",
    "1 trường mầm non, 2 sân chơi cho trẻ em",
    "Tôn giáo",
    "2 ngôi chùa, 1 nhà thờ",
    "24 hộ, 3 ngõ",
    "có 2 hộ làm nón, 3 hộ làm bún",
    "chi bộ có 45 đảng viên",
    "Chi bộ thành lập năm 1945 với 3 đảng viên",
    "Buổi đầu chi bộ chỉ có 3 đảng viên, nay có 45.",
]


@pytest.mark.parametrize("text", FEW)
def test_counts_below_five_are_refused(text: str) -> None:
    (problem,) = small_aggregates(
        f"giới thiệu: >-\n  Thôn {text} trong năm 2025.\n", "villages/thon/thon.yml"
    )
    assert (problem.line, problem.code) == (2, "sensitive-few-people")
    assert set(problem.params) == {"least", "tag"}


@pytest.mark.parametrize("text", MANY)
def test_counts_from_five_up_and_other_counts_pass(text: str) -> None:
    assert list(small_aggregates(f"giới thiệu: >-\n  {text}\n  Hết.\n", "villages/thon/thon.yml")) == []


def test_places_of_counts() -> None:
    text = "# còn 2 hộ nghèo\n\ngiới thiệu: Làng có 3 người khuyết tật, 12 hộ nghèo.\n"
    problems = list(small_aggregates(text, "villages/thon/thon.yml"))
    assert [(one.line, one.column) for one in problems] == [(1, 7), (3, 21)]


def test_a_party_cells_history_may_count_its_members() -> None:
    text = "- ngày: 1950\n  việc: Chi bộ có 4 đảng viên\n- ngày: 2024\n  việc: Còn 2 hộ nghèo\n"
    assert [one.line for one in small_aggregates(text, "lich-su.yml", party_history=True)] == [4]
    assert [one.line for one in small_aggregates(text, "thon.yml")] == [2, 4]


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("- {tên: Hộ nghèo, giá trị: 2}", "2"),
        ("- {tên: Hộ nghèo, giá trị: 2 hộ}", "2 hộ"),
        ("- {tên: Số hộ cận nghèo, giá trị: khoảng 3 hộ}", "khoảng 3"),
        ("- {tên: {vi: Người khuyết tật, en: Disabled people}, giá trị: 4 người}", "4 người"),
        ("- {name: Poor households, value: 1}", "1"),
        ("- {tên: Hộ nghèo, giá trị: 2/120 hộ}", "2/120"),
        ("- {tên: Hộ nghèo, giá trị: {giá trị: 2, ngày: 2025}}", "2, ngày"),
        ("- hộ nghèo: 3", "3"),
        ("- hộ nghèo: {giá trị: 3}", "3"),
        ("- {tên: Đảng viên, giá trị: 3}", "3"),
        ("- số liệu: [{tên: Trẻ em mồ côi, giá trị: 1}]", "1"),
    ],
)
def test_figures_below_five(figure: str, value: str) -> None:
    (problem,) = small_figures(tree(figure), FILE)
    assert (problem.line, problem.column, problem.code) == (
        1,
        figure.rindex(value) + 1,
        "sensitive-few-people",
    )


@pytest.mark.parametrize(
    "unit", ["2 hộ a b ", "2 người khuyết ", "một hộ nghèo đa chiều ", "nghèo ", "hai hộ "]
)
def test_hostile_text_ends_soon(unit: str) -> None:
    for size in (39_000, 8_000_000):
        start = time.process_time()
        list(small_aggregates((unit * (size // len(unit) + 1))[:size], FILE))
        assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "figure",
    [
        "- {tên: Hộ nghèo, giá trị: 12 hộ}",
        "- {tên: Hộ nghèo, giá trị: 5}",
        "- {tên: Hộ nghèo, giá trị: 0}",
        "- {tên: Tỷ lệ hộ nghèo, giá trị: 2 %}",
        "- {tên: Nghèo đa chiều, giá trị: 2}",
        "- {tên: Tôn giáo, giá trị: 2}",
        "- {tên: Số trường tiểu học, giá trị: 1}",
        "- {tên: Khu vui chơi trẻ em, giá trị: 2}",
        "- {tên: Tổ liên gia, giá trị: 4}",
        "- {tiêu chí: Nghèo đa chiều, kết quả: đạt}",
    ],
)
def test_other_figures_pass(figure: str) -> None:
    assert list(small_figures(tree(figure), FILE)) == []


def test_three_thousand_households_are_walked_in_no_time() -> None:
    house = (
        "- mã riêng: ho-{0}\n  mã: 8H46-H2H4\n  đường: duong-{1}\n  số nhà: {0}\n  bên: phải\n"
        "  cách đầu đường: {2} m\n  gần: Nhà sinh hoạt cộng đồng\n  minh hoạ: có\n"
    )
    text = "".join(house.format(number, number % 20, number % 700) for number in range(3000))
    root = tree(text)
    assert speaks_of_people(text)
    start = time.process_time()
    assert list(sensitive(root, FILE)) == []
    # Some 50 ms on an idle machine.
    assert time.process_time() - start < 0.4
