"""An officer's day: the list, a case, its class, drafts, templates, the search."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.app import build
from bot.sandbox.request import SandboxRequest
from models.complaints import filing
from models.complaints.casework import TEXT_LIMIT
from models.complaints.filing import Complaint, Sent
from models.complaints.states import State
from models.complaints.tables import Case
from models.offices import Unit
from models.people import Person, Role
from tests.architecture.test_roles import presses
from tests.town import Actor, Town, settings

TICKET = re.compile(r"SW-\d\d-\d{6}-[A-Z]")
WORDS = "Sudah tiga kali datang, KTP saya belum juga jadi."
FIRST_SCREEN = 6  # buttons
MESSAGE = 4096  # code units


async def files(town: Town, citizen: Actor, unit: Unit, **more: Any) -> Sent:
    """The citizen complains, past the dialogue."""
    given = {"unit_id": unit.id, "category": "keterlambatan", "text": WORDS} | more

    def work(tx: Any) -> Sent:
        person = tx.session.exec(select(Person).where(Person.telegram_id == citizen.id)).one()
        return filing.submit(tx, person.id, Complaint(**given), town.clock.now())

    sent = await town.write(work)
    await town.settle()
    return sent


def case_of(town: Town, sent: Sent) -> Case:
    return town.read(lambda tx: tx.session.get_one(Case, sent.case_id))


def labels(actor: Actor) -> list[str]:
    return [label for row in actor.last.buttons for label in row]


def units_of(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


# --- the list


async def test_tasks_come_by_urgency_a_page_at_a_time(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer = await town.officer(unit)
    sent = []
    for number in range(9):
        citizen = await town.consenting(f"Warga {number}")
        sent.append((await files(town, citizen, unit)).ticket)
        town.clock.move(timedelta(days=1))
    await officer.sends("/tugas")
    told = officer.last.text
    assert TICKET.findall(told) == sent[:8]
    assert told.index("Terlambat (4)") < told.index(sent[0])
    assert told.index(sent[3]) < told.index("Hari ini (3)") < told.index(sent[4])
    assert told.index(sent[6]) < told.index("Besok–lusa (2)") < told.index(sent[7])
    assert "9 terbuka, 4 terlambat, 9 belum diambil, 0 Anda tangani" in told
    assert "sisa" in told
    assert "belum diambil" in told
    await officer.taps("Berikutnya")
    assert TICKET.findall(officer.last.text) == sent[8:]
    await officer.taps("Tugas saya saja")
    assert "Tidak ada. Terima kasih." in officer.last.text
    await officer.taps("Semua tugas unit")
    assert TICKET.findall(officer.last.text) == sent[:8]


async def test_who_has_many_units_chooses_one_the_late_ones_first(sqlite_town: Town) -> None:
    town = sqlite_town
    units = [await town.unit(f"Loket {letter}") for letter in "ABCDEFG"]
    admin, citizen = await town.admin(), await town.consenting()
    sent = await files(town, citizen, units[5])
    town.clock.move(timedelta(days=10))
    await admin.sends("/tugas")
    assert labels(admin)[0] == "Loket F – 1 terlambat"
    assert labels(admin)[1] == "Loket A"
    await admin.taps("Loket F – 1 terlambat")
    assert sent.ticket in admin.last.text


async def test_a_limit_that_may_move_says_so(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    town.clock.move(timedelta(days=2 * 365))
    sent = await files(town, citizen, unit)
    await officer.sends("/tugas")
    assert "batas dapat bergeser" in officer.last.text
    await officer.taps(sent.ticket)
    assert "hari libur tahun itu belum ditetapkan" in officer.last.text


# --- one case


async def test_the_first_screen_is_calm_and_everything_else_is_one_tap_away(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    sent = await files(town, citizen, unit, confidential=True)
    await officer.taps("Lihat pengaduan")
    assert labels(officer) == [
        "Ambil", "Jawab", "Tanya balik", "Verifikasi", "Lainnya…", "Tugas",
    ]  # fmt: skip
    assert "usulan – belum diverifikasi" in officer.last.text
    assert "anonim (P-" in officer.last.text
    assert "Rahasia" in officer.last.text
    await officer.taps("Lainnya…")
    every = labels(officer)
    assert {"Teruskan", "Gabungkan", "Tidak diterima", "Mengapa batas ini?"} <= set(every)
    await officer.taps("Ringkas")
    assert len(labels(officer)) <= FIRST_SCREEN
    await officer.taps("Ambil")
    assert labels(officer)[:3] == ["Jawab", "Tanya balik", "Serahkan"]
    assert len(labels(officer)) <= FIRST_SCREEN
    assert "Ditangani: Sari" in officer.last.text
    assert case_of(town, sent).state == State.IN_PROGRESS


async def test_every_state_has_a_calm_screen(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    sent = await files(town, citizen, unit)
    view = f"case:{sent.case_id}"
    await officer.taps("Tanya balik")
    await officer.sends("Kapan Anda datang?")
    await officer.taps("Kirim")
    await presses(officer, view)
    assert "Menunggu balasan pelapor" in officer.last.text
    assert len(labels(officer)) <= FIRST_SCREEN
    await officer.taps("Jawab")
    await officer.sends("Sudah kami cetak.")
    await officer.taps("Kirim")
    await citizen.taps("Ya, selesai")
    await presses(officer, view)
    assert labels(officer)[0] == "Mengapa batas ini?"
    assert "Ambil" not in labels(officer)
    assert len(labels(officer)) <= FIRST_SCREEN


async def test_the_longest_case_is_one_message(sqlite_town: Town) -> None:
    """Everything at its longest, in characters that count and are escaped the worst."""
    town = sqlite_town
    unit = await town.unit("U" * 80)
    officer, citizen = await town.officer(unit, "N" * 80), await town.consenting()
    for words in ("&" * TEXT_LIMIT, "😀" * (TEXT_LIMIT // 2), "kata " * (TEXT_LIMIT // 5)):
        sent = await files(
            town, citizen, unit, text=words, place="<" * 300, confidential=True, latitude=0.1,
            longitude=0.2,
        )  # fmt: skip
        for _ in range(4):
            await presses(officer, f"case-answer:{sent.case_id}")
            await officer.sends(words[:TEXT_LIMIT])
            await officer.taps("Kirim")
            town.clock.move(timedelta(minutes=1))
        before = len(officer.texts)
        await presses(officer, f"case:{sent.case_id}")
        assert len(officer.texts) == before + 1
        assert units_of(officer.last.text) <= MESSAGE
        await officer.taps("Lainnya…")
        assert len(officer.texts) == before + 1
        await officer.taps("Baca lengkap")
        assert len(officer.texts) == before + 2
        pages = [officer.last.text]
        while any(label.startswith("Berikutnya") for label in labels(officer)):
            await officer.taps("Berikutnya")
            pages.append(officer.last.text)
        assert len(officer.texts) == before + 2
        assert all(units_of(page) <= MESSAGE for page in pages)
        shown = "".join(pages)
        for character in set(words) - {" "}:
            assert shown.count(character) >= 5 * words.count(character)
        town.clock.move(timedelta(hours=2))


async def test_who_holds_a_case_is_said_before_an_answer_is_written(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    sari, tono = await town.officer(unit, "Sari"), await town.officer(unit, "Tono")
    head, citizen = await town.head(unit, "Hadi"), await town.consenting()
    sent = await files(town, citizen, unit)
    await sari.taps("Ambil")
    for label in ("Jawab", "Tanya balik", "Teruskan", "Tidak diterima"):
        await tono.taps(label)
        assert "sudah ditangani oleh Sari" in tono.person.alerts[-1].text
    await tono.taps("Lihat pengaduan")
    assert labels(tono) == ["Mengapa batas ini?", "Baca lengkap", "Tugas"]
    await head.sends("/tugas")
    await head.taps(sent.ticket)
    assert ["Jawab", "Tanya balik"] in head.last.buttons


# --- verifying


async def test_verifying_shows_the_limits_and_the_citizen_learns_of_another(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    sent = await files(town, citizen, unit)
    await officer.taps("Lihat pengaduan")
    await officer.taps("Verifikasi")
    assert labels(officer)[:2] == ["ringan", "✓ normatif"]
    assert "ringan: 2 hari kerja" in officer.last.text
    assert "Berkadar pengawasan → inspektorat" in labels(officer)
    await officer.taps("ringan")
    assert "Rabu 25 Nov 2026 16.00" in officer.last.text
    assert citizen.sees("sekarang Rabu 25 Nov 2026 16.00")
    await officer.taps("Ambil")
    await officer.taps("Lainnya…")
    await officer.taps("Ubah jenis")
    await officer.taps("normatif")
    assert citizen.sees("sekarang Senin 30 Nov 2026 16.00")
    assert case_of(town, sent).kind == "normatif"


async def test_a_forged_class_is_an_old_button(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    sent = await files(town, citizen, unit)
    await presses(officer, f"case-set-class:{sent.case_id}:gratis")
    assert "tidak berlaku" in officer.person.alerts[-1].text
    assert case_of(town, sent).state == State.SENT


# --- drafts


async def test_an_answer_is_shown_once_before_it_goes(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    await files(town, citizen, unit)
    await officer.taps("Jawab")
    await officer.sends("KTP Anda sudah dicetak.")
    await officer.sends("Silakan ambil besok.")
    assert "KTP Anda sudah dicetak.\nSilakan ambil besok." in officer.last.text
    assert not citizen.sees("Silakan ambil besok")
    await officer.taps("Ubah")
    await officer.sends("Silakan ambil hari ini.")
    assert "besok" not in officer.last.text
    await officer.taps("Kirim")
    assert "sudah dikirim kepada pelapor" in officer.last.text
    assert "Silakan ambil hari ini." in officer.last.text
    assert citizen.sees("Silakan ambil hari ini.")


async def test_a_draft_that_is_dropped_sends_nothing(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    sent = await files(town, citizen, unit)
    before = len(citizen.texts)
    await officer.taps("Jawab")
    await officer.sends("Salah ketik.")
    await officer.taps("Batal")
    assert "Tidak ada yang dikirim" in officer.last.text
    assert len(citizen.texts) == before
    assert case_of(town, sent).state == State.SENT


async def test_a_draft_too_long_is_told_and_kept(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    await files(town, citizen, unit)
    await officer.taps("Jawab")
    await officer.sends("a" * 2900)
    await officer.sends("b" * 200)
    assert "3.101 huruf" in officer.last.text
    await officer.sends("c" * 50)
    await officer.taps("Kirim")
    assert citizen.sees("a" * 2900 + "\n" + "c" * 50)


async def test_a_draft_survives_a_restart(town: Town, database_url: str) -> None:
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    await files(town, citizen, unit)
    await officer.taps("Jawab")
    await officer.sends("Bagian pertama.")
    await town.app.close()
    town.app = build(settings(database_url), town.clock, SandboxRequest(town.world))
    await town.app.start()
    await officer.sends("Bagian kedua.")
    assert "Bagian pertama.\nBagian kedua." in officer.last.text
    await officer.taps("Kirim")
    assert citizen.sees("Bagian pertama.\nBagian kedua.")


async def test_a_draft_is_held_back_when_a_colleague_has_written_meanwhile(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, head = await town.officer(unit), await town.head(unit)
    citizen = await town.consenting()
    sent = await files(town, citizen, unit)
    await officer.taps("Ambil")
    await officer.taps("Jawab")
    await officer.sends("Jawaban petugas.")
    town.clock.move(timedelta(minutes=1))
    await presses(head, f"case-answer:{sent.case_id}")
    await head.sends("Jawaban kepala.")
    await head.taps("Kirim")
    await officer.taps("Kirim")
    assert "Hadi baru saja menulis" in officer.person.alerts[-1].text
    assert not citizen.sees("Jawaban petugas.")
    await officer.taps("Kirim")
    assert citizen.sees("Jawaban petugas.")


async def test_a_rejection_is_explained_and_can_be_disputed(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    sent = await files(town, citizen, unit)
    await officer.taps("Tidak diterima")
    await officer.taps("Kurang jelas")
    assert "Paling sedikit 10 huruf" in officer.last.text
    await officer.sends("Apa?")
    await officer.taps("Kirim")
    assert "paling sedikit 10 huruf" in officer.person.alerts[-1].text
    assert case_of(town, sent).state == State.SENT
    await officer.sends("Mohon sebutkan tanggalnya.")
    await officer.taps("Kirim")
    assert citizen.sees("Alasan: Kurang jelas.")
    await citizen.taps("Buka kembali")
    await citizen.sends("Tanggal 20 November.")
    assert case_of(town, sent).state == State.REOPENED


# --- templates


async def test_a_template_is_kept_by_the_unit_and_fills_a_draft(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    head, officer = await town.head(unit), await town.officer(unit)
    citizen = await town.consenting()
    await head.sends("/templat")
    await head.taps("Tambah templat")
    await head.sends("KTP siap")
    await head.sends("KTP untuk {tiket} siap diambil di {unit}.")
    assert "Tersimpan: KTP siap" in head.last.text
    sent = await files(town, citizen, unit)
    await officer.taps("Jawab")
    await officer.taps("Pakai templat")
    await officer.taps("KTP siap")
    assert f"KTP untuk {sent.ticket} siap diambil di Loket KTP." in officer.last.text
    await officer.sends("Bawa surat pengantar.")
    await officer.taps("Kirim")
    assert citizen.sees(
        f"KTP untuk {sent.ticket} siap diambil di Loket KTP.\nBawa surat pengantar."
    )
    await officer.sends("/templat")
    await officer.taps("KTP siap")
    await officer.taps("Ubah isi")
    await officer.sends("Silakan ambil KTP Anda.")
    await officer.taps("Semua templat")
    await officer.taps("KTP siap")
    assert "Silakan ambil KTP Anda." in officer.last.text
    await officer.taps("Hapus")
    await officer.taps("Ya, hapus")
    await officer.taps("Semua templat")
    assert "Belum ada" in officer.last.text


async def test_templates_of_other_units_are_not_offered(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, other = await town.unit(), await town.unit("Loket Akta")
    officer, stranger = await town.officer(unit), await town.officer(other, "Wati")
    citizen = await town.consenting()
    await stranger.sends("/templat")
    await stranger.taps("Tambah templat")
    await stranger.sends("Akta siap")
    await stranger.sends("Akta Anda sudah siap.")
    await files(town, citizen, unit)
    await officer.taps("Jawab")
    assert labels(officer) == ["Batal"]
    await presses(officer, "template:1")
    assert "bukan untuk Anda" in officer.person.alerts[-1].text


# --- the search


async def test_cases_are_found_by_ticket_words_date_and_state(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer = await town.officer(unit)
    sent = []
    for number in range(9):
        citizen = await town.consenting(f"Warga {number}")
        sent.append(await files(town, citizen, unit, text=f"Antrean nomor {number} panjang."))
        town.clock.move(timedelta(days=1))
    tickets = [one.ticket for one in sent]
    await officer.sends(f"/cari {tickets[3].lower().replace('-', ' ')}")
    assert officer.last.text.startswith(tickets[3])
    await officer.sends("/cari")
    await officer.sends("antrean panjang")
    assert TICKET.findall(officer.last.text) == tickets[:0:-1]
    await officer.taps("Berikutnya")
    assert TICKET.findall(officer.last.text) == tickets[:1]
    await officer.sends("antrean 25 nov")
    assert TICKET.findall(officer.last.text) == [tickets[2]]
    assert "25 Nov 2026" in officer.last.text
    await officer.sends("selesai minggu ini")
    assert "Tidak ditemukan" in officer.last.text
    await officer.sends("?")
    assert "paling sedikit satu kata" in officer.last.text
    await officer.sends("terlambat")
    assert tickets[0] in officer.last.text
    await officer.taps(tickets[0])
    assert officer.last.text.startswith(tickets[0])


async def test_nothing_of_another_unit_is_found(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, other = await town.unit(), await town.unit("Loket Akta")
    officer, citizen = await town.officer(unit), await town.consenting()
    sent = await files(town, citizen, other)
    for typed in (sent.ticket, "ktp", "terbuka"):
        await officer.sends(f"/cari {typed}")
        assert "ketemu" not in officer.last.text
        assert WORDS not in officer.last.text
        assert "tidak ada di antara" in officer.last.text or "Tidak ditemukan" in officer.last.text


async def test_an_inspector_reads_a_case_for_a_reason_wherever_it_is_found(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    inspector = await town.staff(Role.INSPECTOR, "Ida")
    officer, citizen = await town.officer(unit), await town.consenting()
    words = "Diminta uang supaya cepat, padahal gratis."
    sent = await files(town, citizen, unit, category="pungli", text=words)
    await inspector.sends("/cari uang")
    assert "satu per satu dengan alasan" in inspector.last.text
    await inspector.sends("/cari terbuka")
    assert sent.ticket in inspector.last.text
    assert words not in inspector.last.text
    await inspector.sends("/tugas")
    assert "berkadar pengawasan" in inspector.last.text
    for way in (sent.ticket, f"/cari {sent.ticket}"):
        await (inspector.taps(way) if way == sent.ticket else inspector.sends(way))
        assert not inspector.last.text.startswith(sent.ticket + "\n")
        await inspector.taps("Memeriksa isinya")
        assert words in inspector.last.text
        town.clock.move(timedelta(hours=1))
        await inspector.sends("/tugas")
    for typed in ("/tugas", "/cari terbuka", f"/cari {sent.ticket}", "/cari uang"):
        await officer.sends(typed)
    assert not officer.sees(words)
    assert not officer.sees(f"• {sent.ticket}")


# --- what masking hides, and why a limit is as it is


async def test_the_original_is_shown_for_a_reason_and_hidden_again(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    sent = await files(
        town, citizen, unit, text="Hubungi ••• ya, tolong.", original="Hubungi 0812 ya, tolong.",
        anonymous=False, name="Budi",
    )  # fmt: skip
    await presses(officer, f"case:{sent.case_id}")
    assert "disamarkan" in officer.last.text
    assert "Pelapor: Budi" in officer.last.text
    await officer.taps("Lainnya…")
    await officer.taps("Lihat aslinya")
    await officer.taps("Menghubungi pelapor")
    assert "Hubungi 0812 ya, tolong." in officer.last.text
    await officer.taps("Sembunyikan")
    assert not officer.sees("0812")


async def test_the_original_of_an_anonymous_case_is_not_offered(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    sent = await files(town, citizen, unit, text="Saya ••• sendiri.", original="Saya Budi sendiri.")
    await presses(officer, f"case-more:{sent.case_id}:1")
    assert "Lihat aslinya" not in labels(officer)
    await presses(officer, f"case-original-read:{sent.case_id}:meaning")
    assert "anonim" in officer.person.alerts[-1].text
    assert not officer.sees("Saya Budi")


async def test_a_limit_explains_itself(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    await files(town, citizen, unit)
    await officer.taps("Tanya balik")
    await officer.sends("Kapan Anda datang?")
    await officer.taps("Kirim")
    town.clock.move(timedelta(days=1))
    await citizen.taps("Balas")
    await citizen.sends("Kemarin pagi.")
    town.clock.move(timedelta(hours=2))
    await officer.taps("Lihat pengaduan")
    await officer.taps("Mengapa batas ini?")
    told = officer.last.text
    assert "Dihitung 2 jam" in told
    assert "menunggu keterangan dari pelapor" in told
    assert "Jenis ditetapkan normatif" in told
    assert "PermenPANRB" in told
    await officer.taps("Jawaban pertama")
    assert "menunggu keterangan" not in officer.last.text
    await officer.taps("Lihat pengaduan")
    assert "Sedang ditangani" in officer.last.text


# --- in English


async def test_the_desk_in_english(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit("Front desk")
    officer = await town.officer(unit, "Sari", language="en")
    citizen = await town.consenting("Mary", "en")
    sent = await files(town, citizen, unit, text="I waited for three hours and nobody came.")
    await officer.sends("/tasks")
    assert "1 open, 0 late, 1 taken by nobody" in officer.last.text
    await officer.taps(sent.ticket)
    await officer.taps("Verify")
    await officer.taps("minor")
    await officer.taps("Take")
    await officer.taps("Answer")
    await officer.sends("We have more staff now.")
    await officer.taps("Send")
    assert citizen.sees("We have more staff now.")
    await officer.sends("/search answered this week")
    assert sent.ticket in officer.last.text
    await officer.taps(sent.ticket)
    await officer.taps("Why this limit?" if "Why this limit?" in labels(officer) else "More…")
    if "Why this limit?" in labels(officer):
        await officer.taps("Why this limit?")
    assert "Source of the limit" in officer.last.text
    await officer.sends("/templates")
    assert "None yet" in officer.last.text


@pytest.mark.parametrize("typed", ["/cari", "/templat", "/search x", "/templates"])
async def test_a_citizen_has_no_desk(sqlite_town: Town, typed: str) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.sends(typed)
    assert citizen.sees("bukan untuk Anda")
