"""Records from files: both languages, every fault of a file at once, values as typed."""

from pathlib import Path

import pytest

from tests.support import codes_of, data_folder, dataset
from village_site.dataset import load
from village_site.model import KINDS
from village_site.model.contacts import CONTACTS
from village_site.model.declare import table
from village_site.model.households import HOUSEHOLDS
from village_site.model.listed import Listed
from village_site.model.roads import ROADS, Lighting, Road, Surface
from village_site.model.shapes import Choice
from village_site.model.text import Text
from village_site.values import date_text, quantity_text
from village_site.vietnamese import key

V = "nam-bac-thanh"


def lines(tmp_path: Path, files: dict[str, str], lang: str = "vi") -> list[str]:
    """Every problem of reading, as `line:column message` of its file, in order."""
    _, problems = load(data_folder(tmp_path, files))
    found = sorted(problems, key=lambda problem: problem.order)
    return [
        f"{p.file.rpartition('/')[2]}:{p.line}:{p.column}: {p.text(lang)} | {p.hint(lang)}" for p in found
    ]


def roads(tmp_path: Path, text: str, name: str = "roads.yml") -> tuple[Road, ...]:
    return dataset(tmp_path, {f"{V}/{name}": text}).villages[0].of(ROADS)


def test_both_languages_say_the_same(tmp_path: Path) -> None:
    english = roads(
        tmp_path / "en",
        """
        - id: truc-1
          name: Đường Trục thôn 1
          length: about 850 m
          surface: concrete
          lighting: lit
          former names: [{name: Đường Cây Gạo, until: 2012}]
        """,
    )
    vietnamese = roads(
        tmp_path / "vi",
        """
        - mã riêng: truc-1
          Tên: Đường Trục thôn 1
          CHIỀU DÀI: khoảng 850 m
          mat duong: bê tông
          đèn-đường: Có Đèn
          tên_cũ:
            - tên: Đường Cây Gạo
              đến: năm 2012
        """,
        "duong.yml",
    )
    assert english == vietnamese
    assert english[0].surface is Surface.CONCRETE
    assert english[0].lighting is Lighting.LIT
    assert english[0].length is not None
    assert quantity_text(english[0].length.value, "vi") == "khoảng 850\u00a0m"


def test_what_was_typed_is_what_is_kept(tmp_path: Path) -> None:
    found = dataset(
        tmp_path,
        {
            f"{V}/contacts.yml": "- {role: Trưởng thôn, phone: 0912345678, tasks: NO, hours: 12:30}\n",
            f"{V}/roads.yml": "- {id: r1, name: 007}\n",
            f"{V}/households.yml": "- {id: h1, road: r1, number: 012}\n- {id: h2, road: r1, number: 1.5}\n",
        },
    ).villages[0]
    contact = found.of(CONTACTS)[0]
    assert contact.phone is not None
    assert contact.phone.display == "0912 345 678"
    assert contact.tasks == Text("NO")
    assert contact.hours == Text("12:30")
    assert found.of(ROADS)[0].name == "007"
    assert [house.number for house in found.of(HOUSEHOLDS)] == ["012", "1.5"]


def test_text_in_two_languages_and_forms_of_unicode(tmp_path: Path) -> None:
    import unicodedata

    typed = unicodedata.normalize("NFD", "Đường Trục")
    (road,) = roads(
        tmp_path, f"- id: r\n  name: {typed}\n  start: {{vi: Cổng làng, en: the gate}}\n  end: Chợ\n"
    )
    assert road.name == "Đường Trục"
    assert road.start == Text("Cổng làng", "the gate")
    assert road.end == Text("Chợ", None)


def test_an_empty_field_is_not_given(tmp_path: Path) -> None:
    (road,) = roads(tmp_path, "- id: r\n  name: A\n  length:\n  story:\n")
    assert road.length is None
    assert road.story is None


def test_one_kind_in_two_files_is_refused(tmp_path: Path) -> None:
    found = lines(tmp_path, {f"{V}/roads.yml": "[]\n", f"{V}/duong.yml": "[]\n"})
    assert found == ["roads.yml:1:1: hai tệp cùng một loại: tệp này và duong.yml | gộp lại thành một tệp"]


def test_every_mistake_of_a_file_is_told(tmp_path: Path) -> None:
    text = """
        - id: Truc 1
          nane: Đường Trục
          dài: 1.500
          surface: bê tôn
          lighting: maybe
          year: 31/02/2020
        - id: r2
          name: A
          tên: B
          name: C
          width: 3 km
        """
    allowed = "bê tông, nhựa, cấp phối, gạch, đất"
    assert lines(tmp_path, {f"{V}/roads.yml": text, f"{V}/groups.yml": "- 1\n- {id: a, kind: xóm}\n"}) == [
        "groups.yml:1:3: cần các dòng “tên mục: giá trị”, ở đây là “1” | "
        "viết xuống dòng, thụt vào, từng dòng “tên mục: giá trị”",
        "groups.yml:2:3: thiếu mục “name” | thêm dòng “name: …”",
        "roads.yml:1:3: thiếu mục “name” | thêm dòng “name: …”",
        "roads.yml:1:7: mã “Truc 1” chỉ được có chữ thường không dấu, số và gạch nối | viết “truc-1”",
        "roads.yml:2:3: không có mục “nane” | có phải “name”?",
        "roads.yml:3:8: “1.500” có thể là 1500 hoặc 1,5 | viết 1500 hoặc 1,5",
        f"roads.yml:4:12: “bê tôn” không có trong danh sách: {allowed} | có phải “bê tông”?",
        "roads.yml:5:13: “maybe” không có trong danh sách: có đèn, một phần, chưa có đèn | ",
        "roads.yml:6:9: “31/02/2020”: tháng 2/2020 chỉ có các ngày từ 1 đến 29 | nếu không nhớ ngày thì viết 2/2020",
        "roads.yml:9:3: “tên” và “name” là cùng một mục | giữ một dòng, xoá dòng kia",
        "roads.yml:10:3: mục “name” ghi hai lần | giữ một dòng, xoá dòng kia",
        "roads.yml:11:10: đơn vị “km” không dùng ở đây; dùng: m | đổi sang một trong các đơn vị đó",
    ]


def test_english_messages(tmp_path: Path) -> None:
    assert lines(tmp_path, {f"{V}/roads.yml": "- {id: r, nane: A}\n"}, "en") == [
        "roads.yml:1:3: the field “name” is missing | add a “name: …” line",
        "roads.yml:1:11: there is no field “nane” | did you mean “name”?",
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({f"{V}/roads.yml": "id: a\nname: b\n"}, ("roads.yml", 1, 1, "want-record-list")),
        ({f"{V}/roads.yml": "- {id: a, name: [b]}\n"}, ("roads.yml", 1, 17, "want-text")),
        ({f"{V}/roads.yml": "- {id: a, name: '  '}\n"}, ("roads.yml", 1, 17, "empty-text")),
        ({f"{V}/roads.yml": "- {id: a, name: }\n"}, ("roads.yml", 1, 11, "empty-field")),
        ({f"{V}/roads.yml": "- id: a\n  name: |\n    b\n    c\n"}, ("roads.yml", 2, 9, "want-one-line")),
        ({f"{V}/roads.yml": "- {id: con, name: b}\n"}, ("roads.yml", 1, 8, "reserved-id")),
        ({f"{V}/roads.yml": "- {id: a, name: b, start: {en: c}}\n"}, ("roads.yml", 1, 27, "no-vietnamese")),
        (
            {f"{V}/roads.yml": "- {id: a, name: b, start: {fr: c}}\n"},
            ("roads.yml", 1, 28, "unknown-language"),
        ),
        (
            {f"{V}/roads.yml": "- {id: a, name: b, former names: {name: c}}\n"},
            ("roads.yml", 1, 34, "want-list"),
        ),
        ({f"{V}/roads.yml": "- {id: a, name: b, confirmed: maybe}\n"}, ("roads.yml", 1, 31, "want-yes-no")),
        ({f"{V}/roads.yml": f"- {{id: a, name: {'x' * 301}}}\n"}, ("roads.yml", 1, 17, "line-too-long")),
        ({f"{V}/roads.yml": "- {id: a, name: b}\n-\n"}, ("roads.yml", 2, 2, "want-mapping")),
        (
            {f"{V}/contacts.yml": "- {role: a, phone: 912345678}\n"},
            ("contacts.yml", 1, 20, "phone-lost-zero"),
        ),
        ({f"{V}/contacts.yml": "- {role: a, zalo: zalo.me/x}\n"}, ("contacts.yml", 1, 19, "bad-zalo")),
        ({f"{V}/contacts.yml": "- {role: a, email: a b@c}\n"}, ("contacts.yml", 1, 20, "bad-email")),
        ({"_sources.yml": "- {id: a, title: b, url: javascript:x}\n"}, ("_sources.yml", 1, 26, "bad-url")),
        ({f"{V}/road.yml": "[]\n"}, ("road.yml", 1, 1, "unknown-file")),
        ({f"{V}/roads.yaml": "[]\n"}, ("roads.yaml", 1, 1, "unknown-file")),
        ({f"{V}/sub/roads.yml": "[]\n"}, ("sub", 1, 1, "folder-in-village")),
        ({"_unit/x.yml": "[]\n"}, ("_unit", 1, 1, "unknown-folder")),
        ({"Nam Thành/village.yml": "kind: thôn\nname: a\n"}, ("Nam Thành", 1, 1, "bad-folder-id")),
        ({"lien-ha/roads.yml": "[]\n"}, ("village.yml", 1, 1, "no-village-file")),
        ({"_register/x.csv": "code\n"}, ("x.csv", 1, 1, "register-stranger")),
    ],
)
def test_each_refusal_has_its_place(
    tmp_path: Path, files: dict[str, str], expected: tuple[str, int, int, str]
) -> None:
    _, problems = load(data_folder(tmp_path, files))
    found = [(file.rpartition("/")[2], line, column, code) for file, line, column, code in codes_of(problems)]
    assert found == [expected]


def test_a_link_is_no_file(tmp_path: Path) -> None:
    root = data_folder(tmp_path)
    (root / V / "roads.yml").symlink_to(root / "_site.yml")
    _, problems = load(root)
    assert [problem.code for problem in problems] == ["symlink"]


def test_without_a_site_file_there_is_no_site(tmp_path: Path) -> None:
    root = data_folder(tmp_path, {f"{V}/village.yml": "kind: thôn\nname: A\n"}, base=False)
    found, problems = load(root)
    assert found is None
    assert codes_of(problems) == [("villages/_site.yml", 1, 1, "no-site-file")]


@pytest.mark.parametrize("typed", ["giữa 2021", "trước 2019", "sau tháng 6/2021", "15/4/2022", "2022-04-15"])
def test_history_is_dated_as_exactly_as_it_is_known(tmp_path: Path, typed: str) -> None:
    from village_site.model.history import HISTORY

    found = dataset(tmp_path, {f"{V}/history.yml": f"- {{date: {typed}, title: Việc}}\n"}).villages[0]
    shown = {
        "giữa 2021": "giữa năm 2021",
        "trước 2019": "trước năm 2019",
        "sau tháng 6/2021": "sau tháng 6/2021",
        "15/4/2022": "15/04/2022",
        "2022-04-15": "15/04/2022",
    }
    assert date_text(found.of(HISTORY)[0].date, "vi") == shown[typed]


def test_declarations_are_whole() -> None:
    """Every kind, field and listed value has a name, title and help in both languages, and no two names clash."""
    seen: set[type] = set()

    def look(record: type) -> None:
        if record in seen:
            return
        seen.add(record)
        for spec in table(record).fields:
            assert spec.vi, spec
            assert spec.en.isascii()
            for text in (spec.title, spec.help):
                assert text.vi, spec
                assert text.en, spec
            shape = spec.shape
            nested = getattr(shape, "record", None)
            if nested is not None:
                look(nested)
            if isinstance(shape, Choice):
                values: type[Listed] = shape.values
                names = [
                    key(name) for member in values for name in {key(member.term.vi), key(member.term.en)}
                ]
                assert len(names) == len(set(names)), values

    for kind in KINDS:
        assert kind.title.en
        assert kind.help.en
        look(kind.record)
    assert len(seen) > 20
