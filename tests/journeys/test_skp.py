"""An officer and the leader agree on a plan in the chat, by buttons and by workbook."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import openpyxl
from sqlmodel import select

from models.appraisal.skp import plans
from models.appraisal.skp.plans import Plan
from models.appraisal.skp.tables import PlanState
from models.people import Officer, Role
from tests.architecture.test_roles import presses
from tests.town import Actor, Town

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def says(actor: Actor, *acts: str) -> None:
    """Press a button where there is one of that label, else write."""
    for act in acts:
        labels = [label for row in actor.last.buttons for label in row]
        await (actor.taps(act) if act in labels else actor.sends(act))


def plan_of(town: Town, name: str) -> Plan:
    def work(tx: Any) -> Plan:
        officer = tx.session.exec(select(Officer).where(Officer.name == name)).one()
        found = plans.newest(tx, officer.id or 0, 2026)
        assert found is not None
        return found

    return town.read(work)


def changed(book: bytes, cell: str, value: Any) -> bytes:
    """The workbook with another value in one cell."""
    opened = openpyxl.load_workbook(BytesIO(book))
    opened["SKP"][cell] = value
    stream = BytesIO()
    opened.save(stream)
    return stream.getvalue()


def cell_of(book: bytes, value: Any) -> str:
    sheet = openpyxl.load_workbook(BytesIO(book))["SKP"]
    found = (cell.coordinate for row in sheet for cell in row if cell.value == value)
    return next(found)


async def written(officer: Actor) -> None:
    """A plan of one result with an indicator of the system and one that is reported."""
    await officer.sends("/skp")
    assert officer.sees("Anda belum punya rencana kinerja")
    assert officer.sees("Atasan langsung: Hadi")
    await says(officer, "Mulai dari kosong", "Tambah hasil kerja", "Utama")
    await officer.sends("ada")
    assert officer.sees("Paling sedikit 5 huruf")
    await says(officer, "Pelayanan KTP-el terlaksana", "Kepuasan warga meningkat")
    assert officer.sees("Mendukung: Kepuasan warga meningkat")
    await says(officer, "Tambah indikator", "Dihitung sistem ini", "Dijawab dalam satu hari kerja")
    await says(officer, "Waktu", "2 hari")
    assert officer.sees("Satuan indikator ini “%”")
    await officer.sends("90")
    assert officer.sees("Waktu: Dijawab dalam satu hari kerja, paling sedikit 90 %")
    await says(officer, "Tambah indikator", "Angka yang saya laporkan", "Brosur yang dibagikan")
    await says(officer, "Kuantitas", "250")
    assert officer.sees("tulis juga satuannya")
    await officer.sends("1.250 lembar")
    assert officer.sees("Brosur yang dibagikan, paling sedikit 1.250 lembar")


async def test_from_an_empty_plan_to_one_that_both_agreed_on(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    head, officer = await town.head(unit), await town.officer(unit, "Sari")
    peer = await town.officer(unit, "Budi")
    await written(officer)
    await says(officer, "‹ Kembali", "Usulkan")
    assert "Usulan terkirim" in officer.person.alerts[-1].text
    assert officer.sees("menunggu persetujuan atasan")
    assert head.sees("Sari mengusulkan SKP 2026 versi 1")

    await says(head, "Lihat SKP", "Minta perubahan", "Target brosur cukup seribu lembar saja")
    assert officer.sees("Target brosur cukup seribu lembar saja")
    await says(officer, "Lihat SKP", "Hasil 1", "Indikator 2", "Target", "1000")
    assert officer.sees("Brosur yang dibagikan, paling sedikit 1.000 lembar")
    await says(
        officer, "‹ Kembali", "Perilaku kerja", "Akuntabel", "Uang selalu dengan tanda terima"
    )
    assert officer.sees("2. Akuntabel: Uang selalu dengan tanda terima")
    await says(officer, "‹ Kembali", "Usulkan")

    await head.sends("/skp")  # a head has nobody above here, and sees those whom he leads
    assert head.sees("Atasan langsung: belum ditentukan")
    await head.taps("SKP pegawai saya")
    assert head.sees("Menunggu Anda: 1")
    await says(head, "Sari: menunggu persetujuan atasan", "Perilaku kerja", "Loyal")
    await says(head, "Menjaga nama baik kantor", "Akuntabel", "Hapus ekspektasi ini", "‹ Kembali")
    assert head.sees("Ekspektasi khusus pimpinan: 1 dari 7 perilaku kerja")
    await says(head, "Usulkan")
    await says(officer, "Lihat SKP", "Perilaku kerja")
    assert officer.sees("5. Loyal: Menjaga nama baik kantor")
    assert officer.sees("2. Akuntabel: belum ada ekspektasi khusus")
    await says(officer, "‹ Kembali", "Setujui")
    assert head.sees("Sari menyetujui SKP 2026 versi 1")
    await says(head, "Lihat SKP")
    plan = plan_of(town, "Sari")
    assert plan.state is PlanState.AGREED
    assert [one.target for one in plan.indicators] == [90, 1000]
    await says(head, "Riwayat")
    assert head.sees("Hadi meminta perubahan.")
    assert head.sees("Pegawai menyetujui: Senin 23 Nov 2026 09.00 WIB")

    await peer.sends("/skp")
    for data in (f"skp-plan:{plan.id}", f"skp-history:{plan.id}", f"skp-file:{plan.id}"):
        assert "bukan untuk Anda" in await presses(peer, data)


async def test_a_new_version_by_workbook_shows_what_changes_before_it_is_kept(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    head, officer = await town.head(unit), await town.officer(unit, "Sari")
    await written(officer)
    await says(officer, "‹ Kembali", "Usulkan")
    await says(head, "Lihat SKP", "Setujui")
    await officer.sends("/skp")
    await says(officer, "Buat versi baru", "Loket bertambah, maka target dinaikkan")
    assert officer.sees("Alasan versi baru: Loket bertambah")
    await officer.taps("Unduh Excel")
    book = officer.last.data
    target = cell_of(book, 1250)
    await officer.sends("/skp")
    await officer.taps("Kirim Excel")

    await officer.does("sends_document", "skp.docx", b"words")
    assert officer.sees("bukan berkas .xlsx")
    await officer.does("sends_document", "skp.xlsx", changed(book, target, "kira-kira"), mime=XLSX)
    assert officer.sees("Belum ada yang disimpan.")
    assert officer.sees(f"Baris {target[1:]}, kolom “Target”: “kira-kira” tidak terbaca")
    await officer.does("sends_document", "skp.xlsx", changed(book, target, 1500), mime=XLSX)
    assert officer.sees("menjadi • Kuantitas: Brosur yang dibagikan, paling sedikit 1.500 lembar")
    assert [one.target for one in plan_of(town, "Sari").indicators] == [90, 1250]
    await officer.taps("Simpan perubahan")
    assert [one.target for one in plan_of(town, "Sari").indicators] == [90, 1500]
    await officer.taps("Riwayat")
    assert officer.sees("Dibanding versi 1:")

    # the leader changes it once more, and then the officer is who agrees
    await says(officer, "‹ Kembali", "Usulkan")
    await says(head, "Lihat SKP", "Hasil 1", "Indikator 2", "Target", "1400", "‹ Kembali")
    await head.taps("Usulkan")
    await says(officer, "Lihat SKP", "Setujui")
    plan = plan_of(town, "Sari")
    assert (plan.version, plan.state, plan.indicators[1].target) == (2, PlanState.AGREED, 1400)


async def test_what_was_reached_is_reported_with_proof_the_leader_can_see(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    head, officer = await town.head(unit), await town.officer(unit, "Sari")
    await written(officer)
    await says(officer, "‹ Kembali", "Usulkan")
    await says(head, "Lihat SKP", "Setujui")
    await officer.sends("/skp")
    await officer.taps("Laporkan capaian")
    assert officer.sees("Triwulan IV 2026")
    assert officer.sees("Belum dilaporkan")
    await says(officer, "Laporkan 1", "banyak")
    assert officer.sees("tidak terbaca sebagai angka")
    await officer.sends("300 lembar")
    await officer.does("sends_document", "main.apk", b"x", mime="application/vnd.android.package")
    assert officer.sees("tidak dapat dijadikan bukti")
    await officer.does("sends_photo", None, "Kegiatan di balai desa")
    await officer.taps("Kirim laporan")
    assert officer.sees("Dilaporkan: 300 lembar")

    await head.sends("/skp")
    await says(head, "SKP pegawai saya", "Sari: disetujui kedua pihak", "Capaian yang dilaporkan")
    await head.taps("Bukti 1")
    assert head.sees("Kegiatan di balai desa")
    assert any(message.photo for message in head.person.messages)


async def test_a_template_is_made_and_a_plan_begins_with_it(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    head, officer = await town.head(unit), await town.officer(unit, "Sari")
    admin = await town.staff(Role.ADMIN, "Ani", office_id=unit.office_id)
    peer = await town.officer(unit, "Budi")
    await written(officer)
    await says(officer, "‹ Kembali", "Usulkan")
    await says(head, "Lihat SKP", "Jadikan templat", "Petugas pelayanan")
    assert head.sees("Templat SKP")
    await peer.sends("/skp")
    await says(peer, "Mulai dari templat", "Petugas pelayanan")
    assert peer.sees("Pelayanan KTP-el terlaksana")
    await says(peer, "Hasil 1", "Pindah ke tambahan", "‹ Kembali", "Usulkan")
    assert peer.sees("Belum ada hasil kerja utama")

    await admin.sends("/skp")
    await says(admin, "Templat SKP", "Petugas pelayanan", "Unduh Excel")
    book = admin.last.data
    await admin.sends("/skp")
    await says(admin, "Templat SKP", "Templat dari Excel")
    await admin.does("sends_document", "templat.xlsx", book, mime=XLSX)
    await admin.sends("Arsiparis")
    labels = [row[0] for row in admin.last.buttons]
    assert labels[:2] == ["Arsiparis", "Petugas pelayanan"]
    await says(admin, "Petugas pelayanan", "Hapus", "Ya, hapus")
    await town.passes(timedelta(minutes=1))
    await peer.sends("/skp")
    assert peer.sees("sedang disusun pegawai")
