"""A complaint from the first word to the rated end, as the citizen and the officer live it."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlmodel import col, select

from bot.app import build
from bot.sandbox.request import SandboxRequest
from models.appraisal.tables import Evidence, EvidenceKind
from models.complaints.states import State
from models.complaints.tables import Attachment, Case
from models.offices import Unit
from tests.town import Actor, Town, settings

TICKET = re.compile(r"SW-\d\d-\d{6}-[A-Z]")
WORDS = "Sudah tiga kali datang, KTP saya belum juga jadi."


async def complains(town: Town, citizen: Actor, unit: Unit, words: str = WORDS) -> str:
    """The shortest way through the dialogue; gives the ticket."""
    await citizen.sends("/lapor")
    await citizen.taps("Dinas Dukcapil")
    await citizen.taps(unit.name)
    await citizen.taps("Keterlambatan")
    await citizen.sends(words)
    await citizen.taps("Lewati")
    await citizen.taps("Lewati")
    await citizen.taps("Tanpa nama")
    await citizen.taps("Kirim pengaduan")
    return ticket_of(citizen)


def ticket_of(person: Actor) -> str:
    found = TICKET.search(person.last.text)
    assert found is not None, person.last.text
    return found[0]


def only_case(town: Town) -> Case:
    return town.read(lambda tx: tx.session.exec(select(Case)).one())


def said(person: Actor) -> list[str]:
    return [message.text for message in person.person.messages if message.from_bot]


# --- the whole story


async def test_from_complaint_to_rated_handling(town: Town) -> None:
    unit = await town.unit()
    officer = await town.officer(unit, "Sari")
    citizen = await town.consenting("Budi")

    ticket = await complains(town, citizen, unit)
    assert citizen.sees("paling lambat Senin 30 Nov 2026 16.00 WIB")
    assert officer.sees("Pengaduan baru")
    assert officer.sees(WORDS)

    await officer.taps("Ambil")
    assert officer.sees(f"Pengaduan {ticket} sekarang Anda tangani")
    await officer.taps("Jawab")
    await officer.sends("KTP Anda sudah dicetak. Silakan ambil besok.")
    await officer.taps("Kirim")
    assert officer.sees("sudah dikirim kepada pelapor")

    assert "KTP Anda sudah dicetak" in citizen.last.text
    labels = [label for row in citizen.last.buttons for label in row]
    assert labels[:3] == ["Sudah selesai", "Belum selesai", "Balas"]

    await citizen.taps("Belum selesai")
    await citizen.sends("Besok hari libur, bagaimana?")
    assert citizen.sees("dibuka kembali")
    assert officer.sees("Pengaduan dibuka kembali")
    await officer.taps("Jawab")
    await officer.sends("Lusa juga bisa.")
    await officer.taps("Kirim")

    await citizen.taps("Sudah selesai")
    assert officer.sees(f"Pelapor menyatakan pengaduan {ticket} selesai")
    await citizen.taps("Sangat baik")
    case = only_case(town)
    assert (case.state, case.handling_score) == (State.SOLVED, 4)


async def test_what_was_done_becomes_evidence_of_who_held_the_case(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit, "Sari"), await town.consenting()
    await complains(town, citizen, unit)
    await officer.taps("Jawab")
    await officer.sends("Sudah kami perbaiki.")
    await officer.taps("Kirim")
    await citizen.taps("Sudah selesai")
    case = only_case(town)
    found = town.read(lambda tx: tx.session.exec(select(Evidence).order_by(col(Evidence.id))).all())
    assert [(one.kind, one.officer_id, one.source) for one in found] == [
        (EvidenceKind.ANSWER, case.holder_id, f"answer:{case.id}:1"),
        (EvidenceKind.RESOLUTION, case.holder_id, f"resolution:{case.id}:1"),
    ]


async def test_the_same_in_english(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit("Front desk")
    officer = await town.officer(unit, "Sari", language="en")
    citizen = await town.consenting("Mary", "en")
    await citizen.sends("/complain")
    await citizen.sends("Front desk")
    await citizen.taps("Delay")
    await citizen.sends("I waited for three hours and nobody came.")
    await citizen.taps("Skip")
    await citizen.taps("Skip")
    await citizen.taps("Without a name")
    await citizen.taps("Send the complaint")
    ticket = ticket_of(citizen)
    assert officer.sees("New complaint")
    await officer.taps("Ask back")
    await officer.sends("Which day was it?")
    await officer.taps("Send")
    assert citizen.sees("Question from Front desk")
    await citizen.taps("Reply")
    await citizen.sends("Last Friday.")
    assert officer.sees("The reporter replied")
    await officer.sends("/tasks")
    assert officer.sees(f"• {ticket}")
    await officer.taps("Close", officer.person.messages[-3])
    await officer.taps("Dealt with")
    await officer.sends("We have more staff on Fridays now.")
    assert citizen.sees("dealt with")
    await citizen.sends(f"/status {ticket}")
    assert citizen.sees("The officer said that it was dealt with.")


# --- the dialogue


async def test_photos_place_and_name_reach_the_preview_and_the_officer(town: Town) -> None:
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting("Budi")
    await citizen.sends("/lapor")
    await citizen.sends(unit.name)
    await citizen.taps("Sarana, gedung")
    await citizen.sends("Atap ruang tunggu bocor sejak pekan lalu.")
    before = len(said(citizen))
    await citizen.does("sends_album", 3)
    assert len(said(citizen)) == before + 1  # one answer for the album
    await citizen.does("sends_photo")
    await citizen.taps("Lanjut")
    await citizen.taps("Kirim lokasi saya")
    await citizen.taps("Dengan nama: Budi")
    assert "Foto: 4" in citizen.last.text
    assert "titik pada peta" in citizen.last.text
    assert "Nama: Budi" in citizen.last.text
    await citizen.taps("Kirim pengaduan")

    case = only_case(town)
    assert case.reporter_name == "Budi"
    assert case.latitude is not None
    files = town.read(lambda tx: tx.session.exec(select(Attachment)).all())
    assert len(files) == 4
    assert sum(message.photo is not None for message in officer.person.messages) == 4
    assert any(message.location for message in officer.person.messages)
    assert not officer.sees("Budi")


async def test_the_preview_leads_back_to_each_question(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting()
    await citizen.sends("/lapor")
    await citizen.sends(unit.name)
    await citizen.taps("Biaya")
    await citizen.sends("Saya diminta membayar dua kali.")
    await citizen.taps("Lewati")
    await citizen.sends("Pasar Lama")
    await citizen.taps("Tanpa nama")
    for change, answer in (
        ("Ubah jenis", "Pungutan liar"),
        ("Ubah foto", "Lewati"),
        ("Ubah nama", "Tanpa nama"),
    ):
        await citizen.taps(change)
        await citizen.taps(answer)
        assert "Periksa dahulu" in citizen.last.text
    await citizen.taps("Ubah isi")
    await citizen.sends("Saya diminta membayar tiga kali.")
    assert "membayar tiga kali" in citizen.last.text
    await citizen.taps("Ubah tempat")
    await citizen.sends("Pasar Baru")
    assert "Tempat: Pasar Baru" in citizen.last.text
    await citizen.taps("Kirim pengaduan")
    case = only_case(town)
    assert (case.category, case.place) == ("pungli", "Pasar Baru")


async def test_what_does_not_fit_gets_a_helpful_answer(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting()
    await citizen.sends("/lapor")
    await citizen.sends(unit.name)
    await citizen.sends("apa saja")
    assert citizen.sees("Silakan pilih salah satu tombol")
    await citizen.taps("Lainnya")
    await citizen.sends("Jelek")
    assert citizen.sees("paling sedikit 10 huruf")
    await citizen.sends("x" * 3001)
    assert citizen.sees("Tulisan Anda 3.001 huruf")
    await citizen.does("sends_voice")
    assert citizen.sees("belum dapat mendengar pesan suara")
    await citizen.sends("Ruang tunggunya panas sekali.")
    await citizen.does("sends_document", "Budi Santoso.jpg", b"x")
    assert citizen.sees("kirim sebagai foto, bukan sebagai berkas")
    await citizen.does("sends_document", "foto.jpg", b"x", size=21 * 2**20)
    assert citizen.sees("Paling besar 20 MB")
    await citizen.does("sends_album", 7)
    assert citizen.sees("Paling banyak 5 foto. Foto sesudahnya tidak disimpan.")
    await citizen.taps("Lanjut")
    await citizen.taps("Lewati")
    await citizen.taps("Tanpa nama")
    assert "Foto: 5" in citizen.last.text


async def test_cancelling_sends_nothing(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting()
    await citizen.sends("/lapor")
    await citizen.sends(unit.name)
    await citizen.taps("Lainnya")
    await citizen.sends("/batal")
    assert town.read(lambda tx: tx.session.exec(select(Case)).first()) is None


async def test_a_plain_sentence_becomes_a_complaint(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting()
    await citizen.sends("Petugasnya kasar sekali dan lambat.")
    await citizen.taps("Sampaikan ke unit")
    await citizen.sends(unit.name)
    await citizen.taps("Sikap petugas")
    await citizen.taps("Lewati")
    await citizen.taps("Lewati")
    await citizen.taps("Tanpa nama")
    assert "Petugasnya kasar sekali" in citizen.last.text


async def test_a_restart_in_the_middle_forgets_nothing(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting()
    await citizen.sends("/lapor")
    await citizen.sends(unit.name)
    await citizen.taps("Pungutan liar")
    await citizen.sends("Saya diminta uang rokok di loket.")
    await citizen.does("sends_photo")
    url = town.app.database.url
    await town.app.close()
    town.app = build(settings(url), town.clock, SandboxRequest(town.world))
    await town.app.start()
    await citizen.taps("Lanjut")
    await citizen.taps("Lewati")
    await citizen.taps("Tanpa nama")
    assert "Foto: 1" in citizen.last.text
    await citizen.taps("Kirim pengaduan")
    assert only_case(town).text == "Saya diminta uang rokok di loket."


async def test_sending_twice_makes_one_case(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting()
    await complains(town, citizen, unit)
    preview = next(m for m in citizen.person.messages if "SW-26" in m.text)
    assert not any("Kirim pengaduan" in row for row in preview.buttons)
    assert only_case(town).ticket


# --- following


async def test_status_knows_own_tickets_only(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    budi, citra = await town.consenting("Budi"), await town.consenting("Citra")
    ticket = await complains(town, budi, unit)
    await budi.sends(f"/status {ticket.lower().replace('-', ' ')}")
    assert "Yang sudah terjadi" in budi.last.text
    assert "Petugas menjawab di sini paling lambat Senin 30 Nov 2026 16.00 WIB" in budi.last.text
    await citra.sends(f"/status {ticket}")
    assert "tidak ada di antara pengaduan Anda" in citra.last.text
    await citra.sends("/status SW-26-000001-X1")
    assert "tidak dapat dibaca" in citra.last.text
    await citra.sends("/status")
    assert "Belum ada pengaduan" in citra.last.text
    await budi.sends("/status")
    assert ticket in budi.last.text


async def test_thanks_are_passed_on_and_the_case_stays_answered(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    await complains(town, citizen, unit)
    await officer.taps("Jawab")
    await officer.does("sends_photo", None, "Ini hasilnya.")
    await officer.taps("Kirim")
    assert citizen.sees("Ini hasilnya.")
    assert any(message.photo for message in citizen.person.messages if message.from_bot)
    await citizen.taps("Balas")
    await citizen.sends("Terima kasih banyak.")
    await citizen.taps("Tidak, hanya catatan")
    assert officer.sees("Terima kasih banyak.")
    assert only_case(town).state == State.ANSWERED


async def test_a_citizen_can_withdraw(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    await complains(town, citizen, unit)
    await citizen.taps("Lihat pengaduan ini")
    await citizen.taps("Tarik pengaduan")
    await citizen.taps("Tidak, biarkan")
    assert only_case(town).state == State.SENT
    await citizen.taps("Lihat pengaduan ini")
    await citizen.taps("Tarik pengaduan")
    await citizen.taps("Ya, tarik")
    assert only_case(town).state == State.WITHDRAWN
    assert officer.sees("Pelapor menarik pengaduan")


# --- the officers


async def test_the_photos_to_change_are_counted(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Baik")
    await citizen.taps("Lewati")
    await citizen.taps("Sampaikan pengaduan")
    await citizen.taps("Keterlambatan")
    await citizen.sends(WORDS)
    await citizen.does("sends_album", 2)
    await citizen.taps("Lanjut")
    await citizen.taps("Lewati")
    await citizen.taps("Tanpa nama")
    await citizen.taps("Ubah foto")
    assert "Sudah ada 2 foto" in citizen.last.text


async def test_two_take_and_one_wins(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    sari, tono = await town.officer(unit, "Sari"), await town.officer(unit, "Tono")
    citizen = await town.consenting()
    await complains(town, citizen, unit)
    sari.person.taps("Ambil")
    tono.person.taps("Ambil")
    await town.settle()
    assert tono.sees("sudah ditangani oleh Sari")


async def test_a_case_is_handed_over_and_the_old_buttons_answer(sqlite_town: Town) -> None:
    town = sqlite_town
    first, second = await town.unit("Loket KTP"), await town.unit("Loket Akta")
    sari, wati = await town.officer(first, "Sari"), await town.officer(second, "Wati")
    citizen = await town.consenting()
    await complains(town, citizen, first)
    await sari.taps("Teruskan")
    await sari.taps("Loket Akta")
    assert sari.sees("sudah diteruskan ke Loket Akta")
    assert wati.sees("Pengaduan diteruskan dari Loket KTP")
    assert citizen.sees("diteruskan ke Loket Akta")
    await sari.taps("Ambil")
    assert sari.sees("sudah diteruskan ke Loket Akta. Terima kasih.")
    await wati.taps("Ambil")
    assert wati.sees("sekarang Anda tangani")


async def test_a_citizen_has_no_tasks(sqlite_town: Town) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.sends("/tugas")
    assert citizen.sees("bukan untuk Anda")


# --- the clock


async def test_reminders_come_bundled_and_the_late_case_reaches_the_head(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, head = await town.officer(unit), await town.head(unit)
    citizen = await town.consenting()
    first = await complains(town, citizen, unit)
    second = await complains(town, citizen, unit, "Loketnya tutup sebelum waktunya.")
    await town.passes(timedelta(days=8), timedelta(hours=1))
    reminders = [text for text in said(officer) if text.startswith("Pengingat")]
    assert reminders
    assert all(first in text and second in text for text in reminders)
    escalated = [text for text in said(head) if "Pengaduan terlambat" in text]
    assert len(escalated) == 1
    await head.taps(first)
    assert head.sees("Ditangani: belum ada")
    await head.taps("Jawab")
    await head.sends("Mohon maaf atas keterlambatan kami.")
    await head.taps("Kirim")
    assert citizen.sees("Mohon maaf atas keterlambatan kami.")


async def test_silence_closes_and_the_citizen_can_come_back(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    await complains(town, citizen, unit)
    await officer.taps("Jawab")
    await officer.sends("Sudah selesai kami kerjakan.")
    await officer.taps("Kirim")
    await town.passes(timedelta(days=15), timedelta(days=1))
    assert citizen.sees("10 hari kerja tidak ada kabar dari Anda")
    assert only_case(town).state == State.CLOSED
    await citizen.taps("Belum selesai")
    await citizen.sends("Masih rusak.")
    assert only_case(town).state == State.REOPENED
