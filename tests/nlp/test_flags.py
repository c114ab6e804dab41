"""Danger and corruption: what is laid before a human at once, and what is not."""

import pytest

from nlp import read


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Tolong, ada kabel listrik putus di depan kantor", "danger"),
        ("Pohon tumbang menutup jalan", "danger"),
        ("Petugas memukul warga di loket", "danger"),
        ("Ibu saya pingsan di ruang tunggu", "health"),
        ("Pasien sesak napas tidak dilayani", "health"),
        ("There is a gas leak in the waiting room", "danger"),
    ],
)
def test_danger_and_health_are_urgent_complaints(text: str, reason: str) -> None:
    reading = read(text)
    assert reading.urgency == (reason,)
    assert reading.urgent
    assert reading.urgency_words
    assert reading.kind == "complaint"


@pytest.mark.parametrize(
    "text",
    [
        "Mohon segera diproses secepatnya, terima kasih",
        "tolong cepat ya pak, urgent",
        "ASAP dong min",
        "Dinas pemadam kebakaran cepat tanggap",
        "Mau urus akta kematian, ayah saya meninggal kemarin",
        "Pelayanan di rumah sakit baik",
        "Jalannya tidak berbahaya",
        "Unit gawat darurat melayani dengan baik",
    ],
)
def test_politeness_and_names_of_services_are_not_urgent(text: str) -> None:
    reading = read(text)
    assert not reading.urgent
    assert reading.urgency_words == ()


@pytest.mark.parametrize(
    "text",
    [
        "Petugas loket 2 minta uang 50 ribu supaya KTP cepat jadi",
        "Saya diminta uang rokok oleh petugas",
        "dimintai duit lagi sama pegawainya",
        "ada pungli di parkiran",
        "Kalau tidak ada amplop, berkas tidak diproses",
        "Tanpa uang pelicin urusan susah",
        "SIM teman saya nembak lewat calo",
        "Katanya bebas pungli tapi saya diminta Rp 50.000",
        "Diminta bayar 100rb tanpa kuitansi",
        "Bisa cepat kalau lewat orang dalam",
        "Ada tarif uang terima kasih",
        "The clerk asked me for 50 thousand rupiah",
        "Saya diminta uang, tidak ada kuitansi",
        "Stop pungli di kantor lurah!",
        "Tolong jangan minta uang lagi",
        "Tidak dilayani karena saya tidak bayar uang pelicin",
    ],
)
def test_a_report_of_corruption_is_flagged_whatever_its_mood(text: str) -> None:
    reading = read(text)
    assert reading.corruption
    assert not reading.corruption_denied
    assert reading.corruption_words
    assert reading.kind == "complaint"


def test_corruption_told_without_an_angry_word_has_no_mood_and_still_a_flag() -> None:
    reading = read("Petugas minta uang 20 ribu")
    assert reading.sentiment.label is None
    assert reading.corruption


@pytest.mark.parametrize(
    "text",
    [
        "Pelayanan cepat, tidak ada pungli",
        "Tidak pernah ada calo di sini",
        "bebas pungli, mantap",
        "Tidak diminta bayaran apa pun, pelayanan bagus",
        "Pungli sudah tidak ada di sini",
        "Tanpa calo, pelayanannya lancar",
        "Good service, no bribes",
    ],
)
def test_a_denial_is_told_apart_and_is_no_complaint(text: str) -> None:
    reading = read(text)
    assert not reading.corruption
    assert reading.corruption_denied
    assert reading.kind == "praise"


@pytest.mark.parametrize(
    "text",
    [
        "Biaya SKCK Rp 30.000 sesuai tarif",
        "Saya minta uang kembalian",
        "Berkas dimasukkan amplop coklat",
        "Petugas minta fotokopi KK",
        "Antri di loket pembayaran 2 jam",
    ],
)
def test_ordinary_money_and_papers_are_no_corruption(text: str) -> None:
    reading = read(text)
    assert not reading.corruption
    assert not reading.corruption_denied
    assert reading.corruption_words == ()
