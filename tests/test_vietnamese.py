"""Comparing, ordering and guessing Vietnamese words."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_site.vietnamese import closest, fold, house_number_key, key, nfc, person_sort_key, sort_key

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
texts = st.text(st.sampled_from(VIETNAMESE + VIETNAMESE.upper() + " -'09"), max_size=20)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Điện thoại", "dien thoai"),
        ("ĐƯỜNG Nguyễn Huệ", "duong nguyen hue"),
        ("Ðồng Lộc", "dong loc"),  # typed with the Icelandic letter
        ("Phone", "phone"),
        ("", ""),
        ("àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị", "aaaaa aaaaa aaaaa eeeee eeeee iiiii"),
        ("òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ", "ooooo ooooo ooooo uuuuu uuuuu yyyyy"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize("text", ["điện thoại", "Điện-Thoại", "DIEN_THOAI", "dienthoai", " Ðiện  thoại: "])
def test_key_leaves_only_letters_and_digits(text: str) -> None:
    assert key(text) == "dienthoai"


def test_key_keeps_digits() -> None:
    assert key("Tổ 1-2") == "to12"


@given(texts)
def test_forms_of_unicode_are_one(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert nfc(decomposed) == text
    assert fold(decomposed) == fold(text)
    assert sort_key(decomposed) == sort_key(text)


@given(texts)
def test_fold_and_key_are_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert key(fold(text)) == key(key(text)) == key(text)


IN_ORDER = """
Bồng Giang 1
Bồng Giang 2
Bồng Giang 10
ca
cà
cả
cã
cá
cạ
căn
Cẩm Trang
cân
Châu Nội
da
đa
Đà Nẵng
Đắk Lắk
em
êm
Hoa Ích Lâm
Hòa Bình
hoà thuận
Hợp Phát
Huế
lo
lô
lờ
Nam Bắc Thành
thôn 9
thôn An
tu
tuân thủ
tuần chay
tư
ví
vị
xuân
ý
""".strip().splitlines()


def test_written_list_is_in_order() -> None:
    words = IN_ORDER[::-1]
    words.sort(key=sort_key)
    assert words == IN_ORDER


def test_every_letter_and_tone_in_the_order_of_the_alphabet() -> None:
    letters = list(VIETNAMESE[::-1])
    letters.sort(key=sort_key)
    assert "".join(letters) == VIETNAMESE


def test_place_of_the_tone_and_case_decide_last() -> None:
    assert sort_key("hòa")[0] == sort_key("hoà")[0] == sort_key("HÒA")[0]
    assert sorted(["hòa b", "HÒA a", "hoà a"], key=sort_key) == ["hoà a", "HÒA a", "hòa b"]


@given(texts, texts)
def test_only_equal_texts_have_equal_keys(one: str, two: str) -> None:
    assert (sort_key(one) == sort_key(two)) == (one == two)


@pytest.mark.parametrize("text", ["9" * 5000, "M'Đrắk", "Krông Năng", "Čư Mgar", "…", "日本"])
def test_any_text_has_a_key(text: str) -> None:
    assert sort_key(text) < sort_key(text + " a")


def test_letters_of_other_languages_go_by_their_base() -> None:
    assert sorted(["Do", "Ču", "Ca", "Zo"], key=sort_key) == ["Ca", "Ču", "Do", "Zo"]


def test_people_by_given_name_then_family_name() -> None:
    people = ["Trần Thị Ân", "Lê Văn An", "Nguyễn An", "Đỗ Bình", "Dương Thu Bình", "Bình"]
    assert sorted(people, key=person_sort_key) == [
        "Lê Văn An",
        "Nguyễn An",
        "Trần Thị Ân",
        "Bình",
        "Dương Thu Bình",
        "Đỗ Bình",
    ]
    assert person_sort_key("") == ((), "")


def test_house_numbers_in_the_order_of_the_gates() -> None:
    gates = ["", "1", "2", "09", "10", "10/2", "10/3/1", "10/12", "10A", "10b", "12/3", "12 bis", "100", "A1"]
    assert all(house_number_key(one) < house_number_key(two) for one, two in itertools.pairwise(gates))


FIELDS = ["điện thoại", "địa chỉ", "tên", "phone", "number", "road", "roads", "width", "nguồn"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("dien thoai", "điện thoại"),
        ("điện toại", "điện thoại"),
        ("diện_thaoi", "điện thoại"),
        ("phnoe", "phone"),
        ("Phone_Number", "phone"),
        ("phone_of_the_head", "phone"),
        ("dia", "địa chỉ"),
        ("ten", "tên"),
        ("te", None),
        ("raod", "road"),
        ("widht", "width"),
        ("", None),
        ("…", None),
        ("hoàn toàn khác", None),
        ("ro", None),
    ],
)
def test_closest(word: str, meant: str | None) -> None:
    assert closest(word, FIELDS) == meant


def test_closest_takes_the_first_of_equals_and_the_nearest_of_all() -> None:
    assert closest("bat", ["cat", "bad", "rat"]) == "cat"
    assert closest("villages", ["village", "vilages", "villages"]) == "villages"
    assert closest("anything", []) is None


@given(texts, st.lists(texts, max_size=5))
def test_closest_is_a_candidate_and_finds_the_word_itself(word: str, others: list[str]) -> None:
    found = closest(word, others)
    assert found is None or found in others
    if key(word):
        itself = closest(word, [*others, word])
        assert itself is not None
        assert key(itself) == key(word)
