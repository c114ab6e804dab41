"""Personal numbers never survive; ordinary ones do."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nlp import read, redact
from nlp.redaction import PATTERN, PLACEHOLDERS

DIGITS = "0123456789"
WORDS = st.sampled_from(["", "nomor saya ", "hp:", "NIK", "(", "atas nama Budi, ", "\n", "wa "])
ENDS = st.sampled_from(["", " terima kasih", ".", ", mohon dibantu", ")", "\n", " loket 3"])


def number(length: int) -> st.SearchStrategy[str]:
    return st.text(DIGITS, min_size=length, max_size=length)


@st.composite
def phones(draw: st.DrawFn) -> str:
    """A mobile number as people write it: 08…, 62…, +62…, in groups with one separator."""
    prefix = draw(st.sampled_from(["0", "62", "+62", "+62 ", "62 ", "(+62) ", "+62-", "0062"]))
    gap = draw(st.sampled_from(["", " ", "-", "."]))
    rest = draw(number(draw(st.integers(4, 5))))
    return f"{prefix}8{draw(number(2))}{gap}{draw(number(4))}{gap}{rest}"


@given(WORDS, st.text(DIGITS, min_size=16, max_size=16), ENDS)
@example("", "0" * 16, "")
def test_no_run_of_sixteen_digits_survives(before: str, nik: str, after: str) -> None:
    safe = redact(before + nik + after)
    assert safe == f"{before}[NIK]{after}"


@given(st.text(max_size=30), number(16), st.text(max_size=30))
def test_no_run_of_sixteen_digits_survives_anywhere(before: str, nik: str, after: str) -> None:
    assert not re.search(r"\d{16}", redact(before + nik + after))


@given(WORDS, number(18), ENDS)
def test_nip(before: str, nip: str, after: str) -> None:
    assert redact(before + nip + after) == f"{before}[NIP]{after}"


@pytest.mark.parametrize(
    "nik", ["3201 0101 0190 0001", "320101-410190-0001", "32.01.01.410190.0001"]
)
def test_nik_in_groups(nik: str) -> None:
    assert redact(f"NIK {nik} ya") == "NIK [NIK] ya"


def test_nip_in_its_official_groups() -> None:
    assert redact("NIP 19850101 201001 1 001.") == "NIP [NIP]."


@given(WORDS, phones(), ENDS)
def test_no_phone_number_survives(before: str, phone: str, after: str) -> None:
    safe = redact(f"{before} {phone}{after}")
    assert phone not in safe
    assert "[telepon]" in safe or "[NIK]" in safe
    assert sum(c.isdigit() for c in safe) == sum(c.isdigit() for c in before + after)


@pytest.mark.parametrize(
    "phone", ["(021) 555 1234", "021-5551234", "0651-22222", "81234567890", "08 12 34 56 78 90"]
)
def test_other_phone_numbers(phone: str) -> None:
    assert redact(f"hubungi {phone} ya") == "hubungi [telepon] ya"


@given(WORDS, st.emails(), ENDS)
def test_no_address_survives(before: str, address: str, after: str) -> None:
    safe = redact(f"{before} {address} {after}")
    assert "@" not in safe
    assert "[email]" in safe


@given(
    st.sampled_from(["B", "BK", "DB", "AA", "D", "KT"]),
    st.integers(1, 9999),
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2),
    st.sampled_from([" ", "", "-"]),
)
def test_no_plate_survives(area: str, digits: int, series: str, gap: str) -> None:
    plate = f"{area}{gap}{digits}{gap}Q{series}"
    assert redact(f"mobil {plate} parkir") == "mobil [pelat] parkir"


def test_a_plate_in_small_letters() -> None:
    assert redact("motor b 1234 xyz") == "motor [pelat]"


@pytest.mark.parametrize(
    "text",
    [
        "Rp 15.000",
        "Rp1.500.000,00",
        "50 ribu, 100rb, 2 juta",
        "pukul 08.00-12.00 dan 13.00 - 16.00 WIB",
        "jam 08.00 12.00 13.00 16.00",
        "17-08-2026 08.00, 17/08/2026",
        "tiket SW-26-000123-K",
        "tiket SW-08-123456-7",
        "nomor antrian A003, B-017",
        "loket B 12 tidak ramah",
        "antri dari jam 8 s 10 baru dipanggil",
        "pa 200 rb",
        "RT 03 RW 05",
        "Perpres 76/2013, No. 470/123/2026",
        "tahun 2024 2025 2026 2027",
        "62 orang dari 1.234,5",
        "5 jam 30 menit, 4x bolak-balik",
    ],
)
def test_ordinary_numbers_survive(text: str) -> None:
    assert redact(text) == text


@given(st.integers(1, 999), st.integers(1, 3))
def test_no_amount_of_money_is_masked(head: int, groups: int) -> None:
    text = f"bayar Rp {head}{'.000' * groups} tunai"
    assert redact(text) == text


@given(number(2), number(6), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_no_ticket_number_is_masked(year: str, serial: str, check: str) -> None:
    text = f"tiket SW-{year}-{serial}-{check} saya"
    assert redact(text) == text


@given(st.text("0123456789 +-.()@abBK[]NIKSW", max_size=60))
def test_what_is_safe_stays_as_it_is(text: str) -> None:
    safe = redact(text)
    assert redact(safe) == safe


def test_no_field_of_a_reading_holds_what_was_taken_out() -> None:
    secrets = ("3201010101900001", "081234567890", "budi@mail.id", "B 1234 XYZ")
    text = "Petugas jutek {}, minta uang {}, kabel putus {} berbahaya, lama {}".format(*secrets)
    stored = str(read(text).to_json())
    assert not [secret for secret in secrets if secret in stored or secret.lower() in stored]
    assert all(stored.count(PLACEHOLDERS[name]) for name in ("nik", "phone", "email", "plate"))


def test_every_unbounded_repetition_is_possessive() -> None:
    """So that no text can make the search try one run of letters again and again."""
    bare = re.sub(r"\[(?:\\.|[^\]\\])*\]", "C", PATTERN.pattern)  # character classes
    bare = re.sub(r"\\.", "E", bare)  # escapes
    loops = re.findall(r"(?:[+*]|\{\d+,\})[+?]?", bare)
    assert len(loops) >= 4
    assert [loop for loop in loops if not loop.endswith("+") or len(loop) == 1] == ["{13,}"]
