"""An external cause from the officer's button to the figure beside the figure, in the chat."""

from __future__ import annotations

import io
from datetime import timedelta

import openpyxl
from sqlmodel import select

from bot.sandbox.driver import Message
from models.journal import JournalEntry, Kind
from models.people import Role
from tests.journeys.test_complaints import complains, ticket_of
from tests.town import Actor, Town

WORDS = {
    "Citra": "KTP saya sudah tiga minggu belum jadi juga.",
    "Dedi": "Mesin antrean rusak, nomor saya hilang.",
    "Edi": "Akta kelahiran anak saya salah tulis tanggalnya.",
}


def labels(message: Message) -> list[str]:
    return [label for row in message.buttons for label in row]


async def claims(officer: Actor, proof: str = "Tiket gangguan 4711") -> None:
    """Through the dialogue: power cut, an hour ago until just now."""
    await officer.taps("Lainnya")
    await officer.taps("Hambatan luar")
    await officer.taps("Listrik atau jaringan padam")
    await officer.taps("1 jam yang lalu")
    await officer.taps("Baru saja berakhir")
    await officer.sends("Listrik di seluruh gedung padam, printer mati.")
    await officer.sends(proof)


async def held(town: Town) -> tuple[Actor, Actor, Actor, str]:
    """A case that Sari took two hours ago, and an admin of everything."""
    unit = await town.unit()
    officer, admin = await town.officer(unit), await town.admin()
    citizen = await town.consenting("Citra")
    await complains(town, citizen, unit)
    await officer.taps("Ambil")
    await town.passes(timedelta(hours=2))
    return officer, admin, citizen, ticket_of(citizen)


async def test_claimed_told_accepted_and_shown_beside_the_figure(town: Town) -> None:
    officer, admin, citizen, ticket = await held(town)
    await claims(officer)
    assert "Bukti: Tiket gangguan 4711" in officer.last.text
    assert "Senin 23 Nov" not in officer.last.text  # short: Sen 23 Nov
    await officer.taps("Kirim untuk pengaduan ini")
    assert officer.last.text.startswith(f"Terkirim untuk diputuskan: {ticket}.")
    told = admin.last.text
    for fact in (
        "Loket KTP",
        "Sari",
        "Listrik atau jaringan padam",
        "printer mati",
        "4711",
        ticket,
    ):
        assert fact in told, fact
    await admin.taps("Terima")
    assert admin.person.alerts[-1].text.startswith("Diterima.")
    assert "Diterima oleh Ani." in admin.last.text
    assert "Terima" not in labels(admin.last)
    assert officer.last.text.startswith("Hambatan luar diterima oleh Ani.")
    await officer.sends("/tugas")
    await officer.taps(next(label for label in labels(officer.last) if ticket in label))
    await officer.taps("Jawab")
    await officer.sends("Listrik menyala lagi, KTP sudah dicetak.")
    await officer.taps("Kirim")
    await citizen.taps("Ya, selesai")
    await admin.sends("/ringkasan")
    await admin.taps("Loket KTP")
    assert "1 dari 1 pengaduan (100 %), 50 % waktu kerjanya" in admin.last.text
    assert "⚠ Melebihi 10 %" in admin.last.text
    assert (
        "1 pengaduan, dalam 2 jam kerja\nTanpa hambatan luar:\n• 1 pengaduan, dalam 1 jam kerja"
        in (admin.last.text)
    )


async def test_refused_with_words_that_the_officer_reads(sqlite_town: Town) -> None:
    town = sqlite_town
    officer, admin, _, _ = await held(town)
    await claims(officer)
    await officer.taps("Kirim untuk pengaduan ini")
    await admin.taps("Tolak")
    await admin.sends("PLN tidak mencatat gangguan.")
    assert "Ditolak oleh Ani: PLN tidak mencatat gangguan." in admin.last.text
    assert "Alasannya: PLN tidak mencatat gangguan." in officer.last.text


async def test_typed_times_a_photo_and_one_that_goes_on(sqlite_town: Town) -> None:
    town = sqlite_town
    officer, admin, _, _ = await held(town)
    await officer.taps("Lainnya")
    await officer.taps("Hambatan luar")
    await officer.taps("Sistem pusat mati")
    await officer.sends("jam sepuluh")
    assert "tidak terbaca" in officer.last.text
    await officer.sends("10.15")
    await officer.taps("Masih berlangsung")
    await officer.sends("Mati")
    assert "paling sedikit 20 huruf" in officer.last.text
    await officer.sends("Server kementerian tidak dapat diakses.")
    await officer.does("sends_photo")
    assert "1 berkas terlampir" in officer.last.text
    assert "sejak Sen 23 Nov 10.15 WIB, masih berlangsung" in officer.last.text
    await officer.taps("Kirim untuk pengaduan ini")
    await admin.taps("Terima")
    await town.passes(timedelta(hours=3))
    await officer.taps("diterima: Sistem pusat mati", await _case(officer))
    await officer.taps("Hambatan sudah berakhir")
    await officer.sends("13.30")
    assert "Sen 23 Nov 10.15 WIB – Sen 23 Nov 13.30 WIB" in officer.last.text
    assert "Hambatan sudah berakhir" not in labels(officer.last)


async def _case(officer: Actor) -> Message:
    await officer.sends("/tugas")
    await officer.taps(labels(officer.last)[0])
    await officer.taps("Lainnya")
    return officer.last


async def test_the_head_claims_for_every_open_case_at_once(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    head, admin = await town.head(unit), await town.admin()
    await town.officer(unit)
    for name, words in WORDS.items():
        await complains(town, await town.consenting(name), unit, words)
    await town.passes(timedelta(hours=2))
    await head.sends("/tugas")
    await head.taps(labels(head.last)[0])
    await claims(head)
    await head.taps("Kirim untuk semua (3 pengaduan terbuka)")
    assert admin.last.text.count("SW-26-") == 3


async def test_the_claim_of_a_supervisory_case_is_shown_for_a_reason(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    ira = await town.staff(Role.INSPECTOR, "Ira")
    umar = await town.staff(Role.INSPECTOR, "Umar")
    slap = "Pak Rahmat di loket 3 menampar saya karena bertanya."
    ticket = await complains(town, await town.consenting("Citra"), unit, slap)
    await ira.sends(f"/pengawasan {ticket}")
    await ira.taps("Memeriksa isinya")
    await ira.taps("Ambil")
    await town.passes(timedelta(hours=2))
    await ira.sends(f"/pengawasan {ticket}")
    await ira.taps("Memeriksa isinya")
    await ira.taps("Lainnya")
    await ira.taps("Hambatan luar")
    await ira.taps("Listrik atau jaringan padam")
    await ira.taps("1 jam yang lalu")
    await ira.taps("Baru saja berakhir")
    await ira.sends("Listrik di seluruh gedung padam, printer mati.")
    await ira.does("sends_photo")
    await ira.taps("Kirim untuk pengaduan ini")
    assert ticket in umar.last.text
    assert "printer mati" not in "".join(umar.texts)
    assert not photos(umar)
    await umar.sends("/pengawasan")
    await umar.taps("Hambatan luar yang menunggu")
    assert f"Loket KTP, {ticket}" in umar.last.text
    await umar.taps(ticket)
    assert umar.sees(f"Untuk apa Anda membuka {ticket}?")
    assert "printer mati" not in "".join(umar.texts)
    await umar.taps("Memeriksa isinya")
    assert umar.sees("printer mati")
    assert len(photos(umar)) == 1
    claim = next(m for m in reversed(umar.person.messages) if "printer mati" in m.text)
    await umar.taps("Tolak", claim)
    await town.passes(timedelta(minutes=40))
    told = len(umar.texts)
    await umar.sends("PLN tidak mencatat gangguan.")
    assert "printer mati" not in "".join(umar.texts[told:])
    assert "ditolak" in ira.last.text
    assert "PLN" not in ira.last.text


def photos(person: Actor) -> list[Message]:
    return [m for m in person.person.messages if m.from_bot and m.photo is not None]


async def test_the_admin_finds_what_waits_on_the_page_of_the_offices(sqlite_town: Town) -> None:
    officer, admin, _, ticket = await held(sqlite_town)
    await admin.sends("/kantor")
    await admin.taps("Hambatan luar yang menunggu")
    assert admin.last.text.endswith("Tidak ada.")
    await claims(officer)
    await officer.taps("Kirim untuk pengaduan ini")
    await admin.sends("/kantor")
    await admin.taps("Hambatan luar yang menunggu")
    assert f"Loket KTP, {ticket}: sampai Sen 30 Nov" in admin.last.text
    await admin.taps(ticket)
    await admin.taps("Terima")
    assert officer.last.text.startswith("Hambatan luar diterima oleh Ani.")


async def test_in_english_too(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer = await town.officer(unit, "Sari", language="en")
    admin = await town.admin("Ann", language="en")
    await complains(town, await town.consenting("Citra"), unit)
    await officer.taps("Take")
    await town.passes(timedelta(hours=2))
    await officer.taps("More")
    await officer.taps("External cause")
    await officer.taps("Central system down")
    await officer.taps("An hour ago")
    await officer.taps("Over just now")
    await officer.sends("The ministry's server could not be reached.")
    await officer.sends("Letter 12")
    await officer.taps("Send for this complaint")
    await admin.taps("Refuse")
    await admin.sends("It was up all day.")
    assert "External cause refused by Ann." in officer.last.text


# --- /ekspor pengaduan


async def test_an_admin_exports_last_and_this_month(town: Town) -> None:
    _, admin, _, ticket = await held(town)
    await admin.sends("/ekspor pengaduan")
    await admin.taps("Semua kantor")
    await admin.taps("Bulan ini")
    names = [m.document["file_name"] for m in admin.person.messages if m.document is not None]
    assert [name.rsplit(".", 1)[1] for name in names[-3:]] == ["xlsx", "csv", "csv"]
    workbook = next(
        m for m in admin.person.messages if m.document and "xlsx" in m.document["file_name"]
    )
    book = openpyxl.load_workbook(io.BytesIO(workbook.data))
    assert book["Pengaduan"]["A2"].value == ticket
    assert book["Pemeriksaan"]["C2"].value == "cocok"
    written = town.read(
        lambda tx: tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.EXPORTED.value)
        ).one()
    )
    assert written.data == {
        "what": "complaints", "scope": "a", "first": "2026-11-01", "last": "2026-11-23",
    }  # fmt: skip
    assert written.actor_id is not None


async def test_typed_days_and_what_is_refused(sqlite_town: Town) -> None:
    town = sqlite_town
    officer, admin, _, _ = await held(town)
    await officer.sends("/ekspor pengaduan")
    assert officer.sees("bukan untuk Anda")
    await admin.sends("/ekspor nilai")
    assert "/ekspor pengaduan" in admin.last.text
    await admin.sends("/export complaints")
    await admin.taps("Loket KTP")
    await admin.taps("Tanggal lain")
    await admin.sends("minggu lalu")
    assert "tidak terbaca" in admin.last.text
    await admin.sends("1/12/2026 sampai 31/12/2026")
    assert "belum tiba" in admin.last.text
    await admin.sends("1/11/2026 sampai 30/11/2026")
    assert admin.last.document is not None


async def test_an_admin_of_one_office_exports_nothing_of_another(sqlite_town: Town) -> None:
    town = sqlite_town
    await held(town)
    other = await town.unit("Pelayanan Wanggar", "Distrik Wanggar", "Asia/Jayapura")
    admin = await town.staff(Role.ADMIN, "Yoel", office_id=other.office_id)
    await admin.sends("/ekspor pengaduan")
    assert "Loket KTP" not in labels(admin.last)
    before = len(admin.person.messages)
    for forged in ("export:a", "export:u1", "export-make:u1:20261101:20261130", "export-days:o1"):
        admin.person._tap_inline({"text": "?", "callback_data": forged}, admin.last)
        await town.settle()
        assert "bukan untuk Anda" in admin.person.alerts[-1].text
    assert len(admin.person.messages) == before
