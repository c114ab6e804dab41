"""Violence, threats and harassment by people in office: what goes to the inspectorate at once."""

import pytest

from models.complaints.limits import CaseClass, proposed_class
from nlp import read


@pytest.mark.parametrize(
    "text",
    [
        "Saya dipukul petugas di loket 3",
        "Anak saya ditampar satpam kelurahan",
        "Adik saya dilecehkan oleh pegawai saat foto KTP",
        "Petugasnya mengancam saya kalau melapor",
        "Saya diancam supaya tidak mengadu",
        "Terjadi pelecehan seksual di ruang arsip",
        "oknum pegawai itu meraba tangan saya",
        "Istri saya diajak tidur supaya suratnya cepat jadi",
        "satpam main pukul, kasar sekali",
        "ada tindak kekerasan di kantor camat",
        "Saya diintimidasi kepala loket",
        "dipegang-pegang waktu rekam sidik jari",
        "sy dipukulin sama petugasnya",
        "The officer slapped me at the counter",
        "My sister was groped by the clerk",
        "I was threatened when I asked for a receipt",
    ],
)
def test_abuse_is_flagged_and_proposed_for_the_inspectorate(text: str) -> None:
    reading = read(text)
    assert reading.abuse
    assert reading.abuse_words
    assert reading.kind == "complaint"
    assert proposed_class("perilaku", reading.to_json()) is CaseClass.SUPERVISORY


@pytest.mark.parametrize(
    "text",
    [
        "Tarifnya dipukul rata untuk semua warga",
        "Loket buka pukul 08.00 tapi petugas datang pukul 09.30",
        "Jalan berlubang mengancam keselamatan pengendara",
        "Saya mau melapor kekerasan dalam rumah tangga, ke mana?",
        "Layanan untuk korban kekerasan bagus",
        "Petugas tidak pernah mengancam, sopan sekali",
        "Longsor mengancam rumah warga",
        "Tidak ada kekerasan di sini",
        "Pelanggaran ini diancam pidana menurut perda",
        "Petugas kasar dan membentak saya",
        "Pintunya didorong saja, rusak",
        "Antrenya lama, saya ditinggal makan siang",
        "The queue was long and the clerk was rude",
        "Where can I report domestic violence?",
    ],
)
def test_what_is_no_abuse_by_officers_is_not_flagged(text: str) -> None:
    reading = read(text)
    assert not reading.abuse
    assert reading.abuse_words == ()
    assert proposed_class("perilaku", reading.to_json()) is CaseClass.ORDINARY


def test_a_reading_stored_before_abuse_was_read_for_proposes_as_it_did() -> None:
    stored = read("Saya dipukul petugas").to_json()
    del stored["abuse"], stored["abuse_words"]
    assert proposed_class("perilaku", stored) is CaseClass.ORDINARY
