"""Beginning, agreeing, changing one's mind, and saying what fits nowhere."""

from __future__ import annotations

import pytest
from sqlmodel import select

from models.dialogs import Dialog
from models.journal import JournalEntry, Kind
from models.people import CONSENT_VERSION, Person
from tests.town import Town


async def test_consent_is_asked_once_and_logged_with_its_version(town: Town) -> None:
    citizen = town.citizen()
    await citizen.sends("/start")
    await citizen.taps("Rincian")
    assert citizen.sees("UU 27/2022")
    await citizen.taps("Setuju")
    person = town.read(lambda tx: tx.session.exec(select(Person)).one())
    assert (person.consent_version, person.consented_at) == (CONSENT_VERSION, town.clock.now())
    entry = town.read(lambda tx: tx.session.exec(select(JournalEntry)).one())
    assert (entry.kind, entry.data) == (Kind.CONSENT_GIVEN, {"version": CONSENT_VERSION})
    await citizen.sends("/start")
    assert "Apa yang ingin Anda lakukan?" in citizen.last.text


async def test_nothing_of_a_person_is_kept_before_consent_but_the_chat(town: Town) -> None:
    citizen = town.citizen("Wulandari")
    await citizen.sends("Jalan di depan kantor rusak")
    dialog = town.read(lambda tx: tx.session.exec(select(Dialog)).one())
    assert "Wulandari" not in str(dialog.data)
    await citizen.taps("Tidak setuju")
    dialog = town.read(lambda tx: tx.session.exec(select(Dialog)).one())
    assert dialog.data == {}


async def test_what_was_written_before_consent_is_taken_up_after_it(sqlite_town: Town) -> None:
    citizen = sqlite_town.citizen()
    await citizen.sends("Sudah tiga minggu KTP saya belum jadi")
    await citizen.taps("Setuju")
    assert "tampak seperti pengaduan" in citizen.last.text


async def test_what_is_written_instead_of_agreeing_is_not_lost(sqlite_town: Town) -> None:
    citizen = sqlite_town.citizen()
    await citizen.sends("/start")
    await citizen.sends("Sudah tiga minggu KTP saya belum jadi")
    await citizen.taps("Setuju")
    assert "tampak seperti pengaduan" in citizen.last.text


async def test_a_greeting_before_agreeing_does_not_hide_the_scanned_unit(
    sqlite_town: Town,
) -> None:
    unit = await sqlite_town.unit()
    citizen = sqlite_town.citizen()
    await citizen.opens(f"u{unit.id}")
    await citizen.sends("halo")
    await citizen.taps("Setuju")
    assert "Bagaimana layanan yang Anda terima?" in citizen.last.text


async def test_a_greeting_is_answered_with_the_menu(sqlite_town: Town) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.sends("halo")
    assert "Apa yang ingin Anda lakukan?" in citizen.last.text


async def test_an_officer_who_forgot_to_press_answer_is_shown_the_way(sqlite_town: Town) -> None:
    officer = await sqlite_town.officer(await sqlite_town.unit())
    await officer.sends("Sudah kami perbaiki, terima kasih.")
    assert "belum dikirim kepada siapa pun" in officer.last.text
    assert officer.last.buttons[0] == ["Tugas"]


@pytest.mark.parametrize(
    ("sentence", "looks"),
    [
        ("Petugasnya ramah sekali, terima kasih banyak", "seperti pujian"),
        ("Antrinya lama sekali dan petugas tidak ramah", "seperti pengaduan"),
        ("Apa syarat membuat akta kelahiran?", "seperti pertanyaan"),
        ("kemarin saya ke kantor", "Mau disampaikan ke mana"),
    ],
)
async def test_a_plain_sentence_is_offered_what_it_looks_like(
    sqlite_town: Town, sentence: str, looks: str
) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.sends(sentence)
    assert looks in citizen.last.text
    assert len(citizen.last.buttons) == 3


async def test_praise_becomes_a_score_with_its_comment(sqlite_town: Town) -> None:
    await sqlite_town.unit()
    citizen = await sqlite_town.consenting()
    await citizen.sends("Petugasnya ramah sekali, terima kasih banyak")
    await citizen.taps("Jadikan nilai dan komentar")
    await citizen.taps("Dinas Dukcapil")
    await citizen.taps("Loket KTP")
    await citizen.taps("Sangat baik")
    assert "Nilai dan komentar Anda" in citizen.last.text


async def test_officers_and_heads_have_a_short_way_to_their_record(sqlite_town: Town) -> None:
    unit = await sqlite_town.unit()
    head, officer = await sqlite_town.head(unit), await sqlite_town.officer(unit, "Sari")
    for actor in (officer, head):
        for label, shown in (
            ("Kinerja saya", "Kinerja "),
            ("Penilaian", "penilaian"),
            ("SKP", "SKP 2026"),
        ):
            await actor.sends("/start")
            assert ["Kinerja saya", "Penilaian", "SKP"] in actor.last.buttons
            await actor.taps(label)
            assert shown in actor.last.text
    citizen = await sqlite_town.consenting("Budi")
    await citizen.sends("/start")
    assert all("Penilaian" not in row for row in citizen.last.buttons)


async def test_the_language_is_the_phones_and_can_be_changed(sqlite_town: Town) -> None:
    citizen = sqlite_town.citizen("Mary", "en-GB")
    await citizen.sends("/start")
    assert "Do you agree?" in citizen.last.text
    await citizen.taps("Bahasa Indonesia")
    assert "Apakah Anda setuju?" in citizen.last.text
    await citizen.taps("Setuju")
    await citizen.sends("/bahasa")
    await citizen.taps("English")
    assert "we speak English" in citizen.last.text


async def test_consent_is_withdrawn_as_easily_as_given(town: Town) -> None:
    unit = await town.unit()
    citizen = await town.consenting()
    await citizen.sends("/privasi")
    await citizen.taps("Tarik persetujuan")
    await citizen.taps("Ya, tarik persetujuan")
    person = town.read(lambda tx: tx.session.exec(select(Person)).one())
    assert person.consent_version == 0
    await citizen.opens(f"u{unit.id}")
    assert "Apakah Anda setuju?" in citizen.last.text


async def test_batal_ends_any_step_and_says_so(sqlite_town: Town) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.sends("/nilai")
    await citizen.sends("/batal")
    assert "dibatalkan" in citizen.last.text
    await citizen.sends("/batal")
    assert "Tidak ada yang perlu dibatalkan" in citizen.last.text


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        ("sends_voice", "belum dapat mendengar"),
        ("sends_sticker", "Terima kasih stikernya"),
        ("sends_contact", "mulailah pengaduan"),
    ],
)
async def test_what_cannot_be_read_is_answered_helpfully(
    sqlite_town: Town, act: str, answer: str
) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.does(act)
    assert answer in citizen.last.text


async def test_the_wrong_kind_of_answer_is_told_and_asked_again(sqlite_town: Town) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.sends("/nilai")
    await citizen.does("sends_voice")
    assert "belum dapat mendengar" in citizen.texts[-2]
    assert "Layanan mana" in citizen.last.text


@pytest.mark.parametrize("payload", ["x9", "u", "u999999", "c1x", "u-1"])
async def test_a_broken_link_is_answered_politely(sqlite_town: Town, payload: str) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.opens(payload)
    assert "tidak dikenal" in citizen.last.text or "tidak ditemukan" in citizen.last.text


async def test_an_unknown_command_leads_to_the_menu(sqlite_town: Town) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.sends("/apasaja")
    assert "/apasaja tidak dikenal" in citizen.last.text
    assert ["Sampaikan pengaduan"] in citizen.last.buttons


async def test_an_admins_stray_file_is_led_to_the_import(sqlite_town: Town) -> None:
    admin = await sqlite_town.admin()
    await admin.does("sends_document", "unit.csv", b"nama\nLoket", "")
    assert "Impor CSV" in admin.last.text
    await admin.taps("Kantor dan unit")
    assert "Kantor" in admin.last.text


async def test_consent_stays_when_what_was_wanted_is_refused(town: Town) -> None:
    citizen = town.citizen()
    await citizen.opens("u999999")
    await citizen.taps("Setuju")
    assert "tidak ditemukan" in citizen.last.text
    person = town.read(lambda tx: tx.session.exec(select(Person)).one())
    assert person.consent_version == CONSENT_VERSION
    await citizen.sends("/start")
    assert "Apa yang ingin Anda lakukan?" in citizen.last.text


async def test_praise_too_long_for_a_comment_is_not_cut_in_silence(sqlite_town: Town) -> None:
    await sqlite_town.unit()
    citizen = await sqlite_town.consenting()
    await citizen.sends("Petugasnya ramah sekali, terima kasih banyak. " * 30)
    await citizen.taps("Jadikan nilai dan komentar")
    await citizen.taps("Dinas Dukcapil")
    await citizen.taps("Loket KTP")
    await citizen.taps("Sangat baik")
    assert "komentar paling panjang 1.000 huruf" in citizen.last.text
    await citizen.sends("Petugasnya ramah sekali.")
    assert "Nilai dan komentar Anda" in citizen.last.text
