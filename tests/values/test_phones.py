"""Telephone numbers as people type them."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberType, carrier

from village_site.values import BadValue, Phone, PhoneKind, mobile_within, parse_phone

MOBILE, LANDLINE = PhoneKind.MOBILE, PhoneKind.LANDLINE
HOTLINE, EMERGENCY = PhoneKind.HOTLINE, PhoneKind.EMERGENCY


@pytest.mark.parametrize(
    ("text", "kind", "tel", "display"),
    [
        ("0912345678", MOBILE, "+84912345678", "0912 345 678"),
        ("0983.970.780", MOBILE, "+84983970780", "0983 970 780"),
        ("+84 912 345 678", MOBILE, "+84912345678", "0912 345 678"),
        ("+84 (0) 912-345-678", MOBILE, "+84912345678", "0912 345 678"),
        ("84912345678", MOBILE, "+84912345678", "0912 345 678"),
        ("0084912345678", MOBILE, "+84912345678", "0912 345 678"),
        ("\u202a0912\u00a0345\u2013678\u202c", MOBILE, "+84912345678", "0912 345 678"),
        ("0841234567", MOBILE, "+84841234567", "0841 234 567"),
        ("02393.892.689", LANDLINE, "+842393892689", "0239 3892 689"),
        ("(0239) 3892689", LANDLINE, "+842393892689", "0239 3892 689"),
        ("+84 239 3892 689", LANDLINE, "+842393892689", "0239 3892 689"),
        ("842393892689", LANDLINE, "+842393892689", "0239 3892 689"),
        ("024 3825 1234", LANDLINE, "+842438251234", "024 3825 1234"),
        ("19006067", HOTLINE, "19006067", "1900 6067"),
        ("1800 1091", HOTLINE, "18001091", "1800 1091"),
        ("1900.54.54.54", HOTLINE, "1900545454", "1900 545 454"),
        *((digits, EMERGENCY, digits, digits) for digits in ("111", "112", "113", "114", "115")),
    ],
)
def test_numbers(text: str, kind: PhoneKind, tel: str, display: str) -> None:
    phone = parse_phone(text)
    assert (phone.kind, phone.tel, phone.display) == (kind, tel, display)
    assert phone.digits == display.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("912345678", "phone-lost-zero", {"guess": "0912345678"}),
        ("2393892689", "phone-lost-zero", {"guess": "02393892689"}),
        ("0169 234 5678", "phone-old-prefix", {"guess": "0392345678"}),
        ("+84 120 2345678", "phone-old-prefix", {"guess": "0702345678"}),
        ("1992345678", "phone-old-prefix", {"guess": "0592345678"}),
        ("3892689", "phone-no-area-code", {}),
        ("38251234", "phone-no-area-code", {}),
        ("0612345678", "phone-unknown-prefix", {"prefix": "0612"}),
        ("02173892689", "phone-unknown-prefix", {"prefix": "0217"}),
        ("116", "phone-unknown-prefix", {"prefix": "116"}),
        ("0000000000", "phone-foreign", {}),
        ("+1 202 555 0123", "phone-foreign", {}),
        ("091234567", "phone-length", {"count": "9", "expected": "10"}),
        ("09123456789", "phone-length", {"count": "11", "expected": "10"}),
        ("0239389268", "phone-length", {"count": "10", "expected": "11"}),
        ("190012", "phone-length", {"count": "6", "expected": "8\u201310"}),
        ("0912345678 / 0983970780", "phone-several", {}),
        ("0912345678 - 0983970780", "phone-several", {}),
        ("0912345678 hoặc 0983970780", "phone-several", {}),
        ("", "phone-unreadable", {}),
        ("không có", "phone-unreadable", {}),
        ("09I2345678", "phone-unreadable", {}),
        ("\u0660912345678", "phone-unreadable", {}),  # a digit of another script
    ],
)
def test_refused(text: str, code: str, params: dict[str, str]) -> None:
    with pytest.raises(BadValue) as refused:
        parse_phone(text)
    assert (refused.value.code, refused.value.params) == (code, {"found": text, **params})
    if "guess" in params:
        assert parse_phone(params["guess"]).digits == params["guess"]


def read(text: str) -> Phone | None:
    try:
        return parse_phone(text)
    except BadValue:
        return None


NEW_PREFIXES = {
    "MobiFone": {"0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078"},
    "Vinaphone": {"0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082"},
    "Viettel": {f"016{last}": f"03{last}" for last in range(2, 10)},
    "Vietnamobile": {"0186": "056", "0188": "058"},
    "G-Mobile": {"0199": "059"},
}


@pytest.mark.parametrize("network", NEW_PREFIXES)
def test_old_mobile_numbers_are_led_to_the_new_one_of_their_network(network: str) -> None:
    for old, new in NEW_PREFIXES[network].items():
        with pytest.raises(BadValue) as refused:
            parse_phone(f"{old} 234 5678")
        guess = refused.value.params["guess"]
        assert guess == f"{new}2345678"
        assert carrier.name_for_number(phonenumbers.parse(guess, "VN"), "en") == network


KINDS = {MOBILE: PhoneNumberType.MOBILE, LANDLINE: PhoneNumberType.FIXED_LINE}
# Ranges that the plan gives to people but of which the package knows only the part in use, and ranges that it
# knows though nobody can be called there (machines) or that are not given out.
NOT_ALL_IN_USE = ("024", "028", "052", "055", "089", "099")
NOT_FOR_PEOPLE = ("012", "014", "016", "030", "031", "051")


@pytest.mark.parametrize("start", [f"0{area}" for area in range(10, 100)])
def test_ranges_agree_with_phonenumbers(start: str) -> None:
    """Ten and eleven digits from every range of the plan are read, or not, as the package says."""
    for digits in (f"{start}{block:02}".ljust(length, "3") for length in (10, 11) for block in range(100)):
        known = phonenumbers.parse(digits, "VN")
        kind = phonenumbers.number_type(known)
        phone = read(digits)
        if phone is None:
            assert kind not in KINDS.values() or start in NOT_FOR_PEOPLE, digits
        else:
            assert kind == KINDS[phone.kind] or start in NOT_ALL_IN_USE, digits
            assert phone.tel == phonenumbers.format_number(known, phonenumbers.PhoneNumberFormat.E164)


@given(
    st.from_regex(r"0(3[2-9]|7[06-9]|8[1-8]|9[0-8])[0-9]{7}", fullmatch=True),
    st.sampled_from(["", ".", " ", "-"]),
)
def test_spellings_of_one_number_are_equal(digits: str, sign: str) -> None:
    phone = parse_phone(digits)
    assert phone == Phone(digits, MOBILE)
    for spelling in (
        phone.display,
        phone.tel,
        phone.tel[1:],
        sign.join((digits[:4], digits[4:7], digits[7:])),
    ):
        assert parse_phone(spelling) == phone
    with pytest.raises(BadValue) as refused:
        parse_phone(digits[1:])
    assert refused.value.params.get("guess") == digits


@given(st.text("0123456789+-. ()", max_size=20) | st.text(max_size=20))
def test_any_text_is_refused_or_reads_back(text: str) -> None:
    phone = read(text)
    if phone is not None:
        assert parse_phone(phone.display) == parse_phone(phone.tel) == phone


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("Liên hệ ông Mẫu, 0987 123 789.", "0987123789"),
        ("gọi +84 987-123-789 sau 17 giờ", "0987123789"),
        ("số 12, (+84) 0987.123.789", "0987123789"),
        ("gọi xã 0239 3892 689, hoặc 115, 1900 545 454", None),
        ("văn bản số 200987123789", None),
        ("góp 1.098.712.378 đồng", None),
        ("từ 07/3/2026 đến 08/3/2026", None),
        ("mã 038912345678 là mười hai chữ số", None),
    ],
)
def test_a_mobile_number_within_a_sentence(text: str, digits: str | None) -> None:
    found = mobile_within(text)
    assert (found.digits if found else None) == digits
