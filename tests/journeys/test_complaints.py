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
from models.people import Role
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
    assert labels[:3] == ["Ya, selesai", "Belum", "Balas"]
    assert "Apakah masalah ini sudah selesai?" in citizen.last.text

    await citizen.taps("Belum")
    await citizen.sends("Besok hari libur, bagaimana?")
    assert citizen.sees("dibuka kembali")
    assert officer.sees("Pengaduan dibuka kembali")
    await officer.taps("Jawab")
    await officer.sends("Lusa juga bisa.")
    await officer.taps("Kirim")

    await citizen.taps("Ya, selesai")
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
    await citizen.taps("Ya, selesai")
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
    await officer.taps("Answer")
    await officer.sends("We have more staff on Fridays now.")
    await officer.taps("Send")
    assert "Is this problem solved?" in citizen.last.text
    await citizen.taps("Not yet")
    await citizen.sends("It was the same today.")
    assert officer.sees("Complaint reopened")
    await citizen.sends(f"/status {ticket}")
    assert "You opened it again." in citizen.last.text
    assert "It is answered here by" in citizen.last.text
    await citizen.taps("Why this limit?")
    await citizen.taps("See this complaint")
    await officer.taps("Answer")
    await officer.sends("Two more officers start on Monday.")
    await officer.taps("Send")
    await citizen.taps("Yes, it is solved")
    await citizen.taps("Good")
    assert "Your rating" in citizen.last.text


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
    assert citizen.sees("Tombol lokasi mengirim tempat Anda sekarang.")  # it may be their home
    await citizen.taps("Kirim lokasi saya")
    assert "petugas tidak melihat siapa Anda" in citizen.last.text
    await citizen.taps("Dengan nama")
    await citizen.taps("Pakai nama Budi")
    assert "Berkas: 4" in citizen.last.text
    assert "titik pada peta" in citizen.last.text
    assert "petugas melihat nama Budi" in citizen.last.text
    await citizen.taps("Kirim pengaduan")

    case = only_case(town)
    assert (case.anonymous, case.reporter_name) == (False, "Budi")
    assert case.latitude is not None
    files = town.read(lambda tx: tx.session.exec(select(Attachment)).all())
    assert len(files) == 4
    assert any(message.location for message in officer.person.messages)
    assert not officer.sees("Budi")  # a notice names nobody; who opens the case sees the name


async def test_the_preview_leads_back_to_each_question(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting()
    await citizen.sends("/lapor")
    await citizen.sends(unit.name)
    await citizen.taps("Biaya")
    await citizen.sends("Saya diminta membayar dua kali.")
    await citizen.taps("Lewati")
    await citizen.sends("Pasar Lama")
    for change, answer in (
        ("Ubah jenis", "Pungutan liar"),
        ("Ubah berkas", "Lewati"),
        ("Dengan nama", "Tetap tanpa nama"),
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
    assert "suara dapat menunjukkan siapa Anda" in citizen.last.text
    await citizen.sends("Ruang tunggunya panas sekali.")
    await citizen.does("sends_document", "foto.jpg", b"x", size=21 * 2**20)
    assert citizen.sees("Paling besar 20 MB")
    await citizen.does("sends_album", 7)
    assert citizen.sees("Paling banyak 5 berkas. Berkas sesudahnya tidak disimpan.")
    await citizen.taps("Lanjut")
    await citizen.taps("Lewati")
    assert "Berkas: 5" in citizen.last.text


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
    assert "Berkas: 1" in citizen.last.text
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
    assert "Dijawab di sini paling lambat Senin 30 Nov 2026 16.00 WIB" in budi.last.text
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
    await citizen.taps("Ubah berkas")
    assert "Sudah ada 2 berkas" in citizen.last.text


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
    assert len(escalated) == 2  # the check, then the answer
    assert all(first in text and second in text for text in escalated)
    await head.taps(first)
    assert head.sees("Ditangani: belum ada")
    await head.taps("Jawab")
    await head.sends("Mohon maaf atas keterlambatan kami.")
    await head.taps("Kirim")
    assert citizen.sees("Mohon maaf atas keterlambatan kami.")


async def test_silence_closes_and_one_tap_opens_again(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    ticket = await complains(town, citizen, unit)
    await answers(officer, "Sudah selesai kami kerjakan.")
    await town.passes(timedelta(days=15), timedelta(days=1))
    assert citizen.sees("kami tutup, karena tidak ada kabar dari Anda")
    assert only_case(town).state == State.SOLVED
    await citizen.taps("Buka kembali")
    assert only_case(town).state == State.REOPENED
    assert officer.sees("pelapor kembali sesudah lama tidak ada kabar")
    assert f"{ticket} sudah dibuka kembali" in citizen.last.text
    await citizen.sends("Masih rusak.")
    assert officer.sees("Masih rusak.")
    assert only_case(town).state == State.REOPENED


async def test_after_thirty_days_a_linked_complaint_is_begun(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    ticket = await complains(town, citizen, unit)
    await answers(officer, "KTP sudah jadi.")
    await citizen.taps("Ya, selesai")
    town.clock.move(timedelta(days=31))
    await citizen.sends(f"/status {ticket}")
    assert "Sudah lewat 30 hari" in citizen.last.text
    await citizen.taps("Kirim pengaduan baru")
    assert f"tersambung dengan {ticket}" in citizen.person.messages[-2].text
    assert "Ceritakan apa yang terjadi" in citizen.last.text  # unit and kind are known
    await citizen.sends("KTP saya hilang lagi di kantor ini.")
    await citizen.taps("Lewati")
    await citizen.taps("Lewati")
    await citizen.taps("Kirim pengaduan")
    await citizen.taps("Lihat pengaduan ini")
    assert f"Lanjutan dari pengaduan {ticket}" in citizen.last.text


async def test_a_late_ticket_says_since_when_and_who_was_told(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    await town.officer(unit)
    await town.head(unit)
    citizen = await town.consenting()
    ticket = await complains(town, citizen, unit)
    await citizen.sends(f"/status {ticket}")
    assert "Sudah di Loket KTP, belum dibaca petugas." in citizen.last.text
    assert "Dijawab di sini paling lambat" in citizen.last.text
    await town.passes(timedelta(days=18), timedelta(hours=6))
    await citizen.sends(f"/status {ticket}")
    assert "Jawaban terlambat sejak Senin 30 Nov 2026 16.00 WIB" in citizen.last.text
    assert "Kepala unit diberi tahu" in citizen.last.text
    assert "Ombudsman Republik Indonesia" in citizen.last.text
    assert "Hadi" not in citizen.last.text
    await citizen.taps("Mengapa batas ini?")
    assert "5 hari kerja" in citizen.last.text
    await citizen.taps("Lihat pengaduan ini")
    assert "Yang sudah terjadi" in citizen.last.text


# --- who reads what


async def test_the_two_switches_are_kept_and_explained(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting()
    words = "Ruang tunggunya panas sekali, saya Siti sudah menunggu tiga jam."
    await previews(citizen, unit, "Lainnya", words)
    assert "warga lain boleh membaca isinya" in citizen.last.text
    await citizen.taps("Rahasia")
    assert "tidak diperlihatkan kepada warga lain" in citizen.last.text
    assert ["✓ Tanpa nama", "Dengan nama"] in citizen.last.buttons
    assert ["Tidak rahasia", "✓ Rahasia"] in citizen.last.buttons
    await citizen.taps("Dengan nama")
    await citizen.sends("Siti")
    assert "petugas melihat nama Siti" in citizen.last.text
    await citizen.taps("Tanpa nama")
    await citizen.taps("Kirim pengaduan")
    case = only_case(town)
    assert (case.anonymous, case.confidential, case.reporter_name) == (True, True, None)
    assert "Siti" not in case.text
    assert "Siti" not in str(case.reading)  # summaries may quote it


async def test_what_officers_will_read_is_shown_before_it_is_sent(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting("Budi")
    words = "Saya Budi, hubungi 0812-3456-7890. Antreannya lama."
    await previews(citizen, unit, "Lainnya", words, place="Rumah Budi")
    assert "Saya •••, hubungi •••. Antreannya lama." in citizen.last.text
    assert "Tempat: Rumah •••" in citizen.last.text
    assert "kami tutup dengan tanda •••" in citizen.last.text
    await citizen.taps("Kirim pengaduan")
    assert officer.sees("Saya •••, hubungi •••.")
    assert not any("3456" in text or "Budi" in text for text in officer.texts)
    await citizen.taps("Lihat pengaduan ini")
    assert words in citizen.last.text  # who wrote it reads it as written
    await citizen.taps("Balas")
    await citizen.sends("Kata Budi: masih lama.")
    assert officer.sees("Kata •••: masih lama.")


async def test_who_gives_a_name_is_read_with_it(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting("Budi")
    await previews(citizen, unit, "Lainnya", "Saya Budi, antreannya lama sekali.")
    await citizen.taps("Dengan nama")
    await citizen.taps("Pakai nama Budi")
    assert "Saya Budi, antreannya" in citizen.last.text
    await citizen.taps("Kirim pengaduan")
    assert officer.sees("Saya Budi, antreannya lama sekali.")


async def test_bribes_are_sent_to_the_inspectorate_and_the_unit_sees_nothing(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    inspector = await town.staff(Role.INSPECTOR, "Ida")
    await previews(citizen, unit, "Lainnya", "Petugas meminta uang pelicin dua ratus ribu.")
    assert "hanya inspektorat yang membacanya" in citizen.last.text
    await citizen.taps("Kirim pengaduan")
    assert "Petugas Loket KTP tidak melihatnya" in citizen.last.text
    assert not any("pelicin" in text or "SW-" in text for text in officer.texts)
    assert any("SW-" in text for text in inspector.texts)
    await citizen.taps("Lihat pengaduan ini")
    assert "Inspektorat" in citizen.last.text


async def test_the_citizen_decides_between_the_unit_and_the_inspectorate(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting()
    officer = await town.officer(unit)
    await previews(citizen, unit, "Pungutan liar", "Saya diminta uang rokok di loket.")
    await citizen.taps("Kirim ke unit saja")
    assert "inspektorat yang membacanya" not in citizen.last.text
    await citizen.taps("Kirim ke inspektorat")
    assert "inspektorat yang membacanya" in citizen.last.text
    await citizen.taps("Kirim ke unit saja")
    await citizen.taps("Kirim pengaduan")
    assert only_case(town).supervisory is False
    assert officer.sees("uang rokok")


async def test_a_voice_needs_a_name_and_goes_with_it(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, citizen = await town.unit(), await town.consenting("Budi")
    await previews(citizen, unit, "Lainnya", "Ruang tunggunya panas sekali.")
    await citizen.taps("Dengan nama")
    await citizen.taps("Pakai nama Budi")
    await citizen.taps("Ubah berkas")
    await citizen.does("sends_voice")
    await citizen.taps("Lanjut")
    assert "Berkas: 1" in citizen.last.text
    await citizen.taps("Tanpa nama")
    assert citizen.sees("Pesan suara kami hapus")
    assert "Berkas: 0" in citizen.last.text


# --- the same matter

LAMP = "Lampu jalan di depan pasar mati sudah seminggu."
LAMP_TOO = "Sudah 7 hari lampu jalan depan pasar tidak menyala."


async def test_what_another_complained_of_is_offered_and_followed(town: Town) -> None:
    unit = await town.unit()
    officer = await town.officer(unit)
    budi, citra = await town.consenting("Budi"), await town.consenting("Citra")
    ticket = await complains(town, budi, unit, LAMP)
    await previews(citra, unit, "Keterlambatan", LAMP_TOO)
    await citra.taps("Kirim pengaduan")
    assert "Warga lain sudah mengadukan yang mirip" in citra.last.text
    assert LAMP in citra.last.text
    assert ticket not in citra.last.text
    await citra.taps("Ikuti pengaduan nomor 1")
    assert f"mengikuti pengaduan {ticket}" in citra.last.text
    assert only_case(town).followers == 1

    await officer.taps("Jawab")
    await officer.sends("Lampu sudah kami ganti. Hubungi 0812-3456-7890.")
    await officer.taps("Kirim")
    assert budi.sees("0812-3456-7890")
    assert citra.sees("Lampu sudah kami ganti. Hubungi •••.")
    await budi.taps("Belum")
    await budi.sends("Masih mati, rumah saya di ujung jalan.")
    assert citra.sees("dibuka kembali, karena masalahnya belum selesai")
    await citra.sends("/status")
    assert "Yang Anda ikuti" in citra.last.text
    await citra.taps(ticket)
    assert "(Anda ikuti)" in citra.last.text
    assert LAMP in citra.last.text
    assert "Lampu sudah kami ganti. Hubungi •••." in citra.last.text
    assert "0812" not in citra.last.text
    assert "ujung jalan" not in citra.last.text
    await citra.taps("Berhenti mengikuti")
    assert only_case(town).followers == 0


async def test_a_name_is_for_officers_and_not_for_who_follows(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer = await town.officer(unit)
    budi, citra = await town.consenting("Budi"), await town.consenting("Citra")
    await previews(budi, unit, "Keterlambatan", f"Saya Siti. {LAMP}")
    await budi.taps("Dengan nama")
    await budi.sends("Siti")
    await budi.taps("Kirim pengaduan")
    await officer.taps("Jawab")
    await officer.sends("Baik, Ibu Siti, besok diganti.")
    await officer.taps("Kirim")
    assert budi.sees("Ibu Siti")
    await previews(citra, unit, "Keterlambatan", LAMP_TOO)
    await citra.taps("Kirim pengaduan")
    assert LAMP in citra.last.text
    assert "Siti" not in citra.last.text
    await citra.taps("Ikuti pengaduan nomor 1")
    await citra.taps("Lihat pengaduan ini")
    assert LAMP in citra.last.text
    assert "besok diganti" in citra.last.text
    assert "Siti" not in citra.last.text


async def test_following_and_returning_in_english(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit("Front desk")
    officer = await town.officer(unit, "Sari", language="en")
    mary, john = await town.consenting("Mary", "en"), await town.consenting("John", "en")
    for citizen in (mary, john):
        await citizen.sends("/complain")
        await citizen.sends("Front desk")
        await citizen.taps("Delay")
        await citizen.sends("The waiting room has no chairs, old people have to stand.")
        await citizen.taps("Skip")
        await citizen.taps("Skip")
        assert "Without a name: officers do not see who you are." in citizen.last.text
        await citizen.taps("Confidential")
        await citizen.taps("Not confidential")
        await citizen.taps("Send to the inspectorate")
        assert "only the inspectorate reads it" in citizen.last.text
        await citizen.taps("Send to the unit only")
        await citizen.taps("Send the complaint")
    assert "No other reports or followers yet." in john.last.text
    await john.taps("Follow complaint number 1")
    await officer.taps("Answer")
    await officer.sends("There are ten new chairs.")
    await officer.taps("Send")
    assert "which you follow" in john.last.text
    await town.passes(timedelta(days=15), timedelta(days=1))
    assert mary.sees("there was no word from you")
    assert john.sees("there was no word from the reporter")
    await mary.taps("Open again")
    assert "is open again" in mary.last.text
    await mary.taps("Skip")
    assert "stays open" in mary.last.text
    await john.sends("/status")
    assert "There is no complaint from you here yet." in john.last.text
    assert "What you follow" in john.last.text
    await john.taps(ticket_of(john))
    assert "(you follow it)" in john.last.text
    assert "The reporter opened it again." in john.last.text
    await john.taps("Stop following")
    assert "You no longer follow" in john.last.text


async def test_a_follower_may_complain_too(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    budi, citra = await town.consenting("Budi"), await town.consenting("Citra")
    await complains(town, budi, unit, LAMP)
    await previews(citra, unit, "Keterlambatan", LAMP_TOO)
    await citra.taps("Kirim pengaduan")
    await citra.taps("Kembali")
    assert "Periksa dahulu" in citra.last.text
    await citra.taps("Kirim pengaduan")
    await citra.taps("Ikuti pengaduan nomor 1")
    await citra.taps("Lihat pengaduan ini")
    await citra.taps("Kirim pengaduan baru")
    await citra.sends(LAMP_TOO)
    await citra.taps("Lewati")
    await citra.taps("Lewati")
    await citra.taps("Kirim pengaduan")
    assert "sudah kami terima" in citra.last.text
    assert len(town.read(lambda tx: tx.session.exec(select(Case)).all())) == 2


async def test_the_own_open_complaint_is_added_to(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    ticket = await complains(town, citizen, unit, LAMP)
    await previews(citizen, unit, "Keterlambatan", f"{LAMP} Tolong segera.")
    await citizen.taps("Kirim pengaduan")
    await citizen.taps(f"Tambahkan ke {ticket}")
    assert f"ditambahkan ke pengaduan {ticket}" in citizen.last.text
    assert officer.sees("Tolong segera.")
    assert only_case(town).ticket == ticket


async def test_officers_merge_two_and_undo_it(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer = await town.officer(unit)
    budi, citra = await town.consenting("Budi"), await town.consenting("Citra")
    first = await complains(town, budi, unit, LAMP)
    await previews(citra, unit, "Keterlambatan", LAMP_TOO)
    await citra.taps("Kirim pengaduan")
    await citra.taps("Tetap kirim pengaduan saya")
    second = ticket_of(citra)
    await officer.taps("Lihat pengaduan")
    await opens_all(officer)
    await officer.taps("Gabungkan")
    assert first in officer.last.text
    await officer.taps(first)
    assert f"{second} dilanjutkan sebagai {first}" in officer.last.text
    assert citra.sees(f"Keduanya dilanjutkan sebagai {first}")
    await citra.sends(f"/status {second}")
    await citra.taps("Lihat kelanjutannya")
    assert "(Anda ikuti)" in citra.last.text
    await officer.taps("Batalkan penggabungan")
    assert citra.sees("ternyata masalah tersendiri")
    await officer.taps("Lihat pengaduan")
    await opens_all(officer)
    await officer.taps("Gabungkan")
    await officer.sends(first.lower())
    assert f"{second} dilanjutkan sebagai {first}" in officer.last.text


async def opens_all(officer: Actor) -> None:
    """Show the rarer buttons, too."""
    if not any("Gabungkan" in row for row in officer.last.buttons):
        await officer.taps("Lainnya")


# --- shorthand


async def previews(citizen: Actor, unit: Unit, category: str, words: str, place: str = "") -> None:
    """Through the questions, up to the look at it all."""
    await citizen.sends("/lapor")
    await citizen.sends(unit.name)
    await citizen.taps(category)
    await citizen.sends(words)
    await citizen.taps("Lewati")
    if place:
        await citizen.sends(place)
    else:
        await citizen.taps("Lewati")
    assert "Periksa dahulu" in citizen.last.text


async def answers(officer: Actor, words: str) -> None:
    await officer.taps("Jawab")
    await officer.sends(words)
    await officer.taps("Kirim")


# --- what is typed without a button, and ways back


async def test_a_typed_sentence_becomes_the_reply_that_was_waited_for(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    ticket = await complains(town, citizen, unit)
    await officer.taps("Tanya balik")
    await officer.sends("Hari apa kejadiannya?")
    await officer.taps("Kirim")
    await citizen.sends("Hari Kamis tanggal 19")
    assert "Apakah ini balasan untuk pengaduan Anda?" in citizen.last.text
    await citizen.taps(f"Balas {ticket}")
    assert officer.sees("Hari Kamis tanggal 19")
    assert only_case(town).state == State.IN_PROGRESS


async def test_thanks_typed_after_an_answer_ask_for_no_further_answer(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    ticket = await complains(town, citizen, unit)
    await officer.taps("Jawab")
    await officer.sends("Sudah kami perbaiki.")
    await officer.taps("Kirim")
    await citizen.sends("makasih")
    await citizen.taps(f"Balas {ticket}")
    await citizen.taps("Tidak, hanya catatan")
    assert officer.sees("Catatan dari pelapor")
    assert only_case(town).state == State.ANSWERED


async def test_not_solved_after_all_can_be_taken_back_before_a_word_is_sent(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    await complains(town, citizen, unit)
    await officer.taps("Jawab")
    await officer.sends("Sudah kami perbaiki.")
    await officer.taps("Kirim")
    await citizen.taps("Belum")
    await citizen.taps("Batal")
    assert "tidak ada yang dikirim" in citizen.last.text
    await citizen.sends("Sebenarnya sudah beres.")
    assert only_case(town).state == State.ANSWERED


async def test_what_goes_to_the_inspectorate_is_not_offered_to_other_citizens(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    citizen = await town.consenting()
    await citizen.sends("/lapor")
    for label in ("Dinas Dukcapil", unit.name, "Pungutan liar"):
        await citizen.taps(label)
    await citizen.sends("Petugas meminta uang dua ratus ribu supaya cepat.")
    await citizen.taps("Lewati")
    await citizen.taps("Lewati")
    offered = [label for row in citizen.last.buttons for label in row]
    assert not {"Rahasia", "✓ Rahasia", "Tidak rahasia"} & set(offered)
    assert "warga lain" not in citizen.last.text
    await citizen.taps("Batal")
    assert "tidak dikirim" in citizen.last.text
    assert town.read(lambda tx: tx.session.exec(select(Case)).all()) == []
