"""From a low figure in two periods to what the training did; recognition; promises of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlmodel import select

from models.appraisal import terms
from models.database import Transaction
from models.offices import Service
from models.people import Officer
from tests.models.appraisal.coaching.school import NAMES, Q3, Q4, School, shares
from tests.town import Actor, Town

NEW_YEAR = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)  # Monday 09.00 WIB
FIRST = date(2027, 1, 18)
TOPIC = "visits_within"
REASON = "Warga menyebut pelayanannya ramah dan selalu tepat waktu"
PROMISE = "Memeriksa berkas sebelum nomor antrean dipanggil"


@dataclass
class Staffed:
    """The unit, its people in the chat, and records that can be frozen at will."""

    town: Town
    school: School
    head: Actor
    admin: Actor
    officers: dict[str, Actor]

    async def until(self, at: datetime) -> None:
        self.town.clock.move(at - self.town.clock.now())
        await self.town.passes(timedelta(minutes=1))


async def staffed(town: Town) -> Staffed:
    unit = await town.unit()
    head = await town.head(unit)
    admin = await town.admin(office_id=unit.office_id)
    officers = {name: await town.officer(unit, name) for name in NAMES}
    school = School(town.app.database, office=unit.office_id, unit=unit.id or 0)

    def known(tx: Transaction) -> None:
        school.officers = {one.name: one.id or 0 for one in tx.session.exec(select(Officer))}
        school.service = tx.session.exec(select(Service)).one().id or 0
        for period in (Q3, Q4):
            row = terms.of_kind(tx, school.office, period, town.clock.now())
            school.periods[period] = row.id or 0

    await town.write(known)
    return Staffed(town, school, head, admin, officers)


async def test_from_two_low_periods_to_what_the_training_did(sqlite_town: Town) -> None:
    here = await staffed(sqlite_town)
    sari, wati = here.officers["Sari"], here.officers["Wati"]
    plan = await here.school.plans("Sari", visits_within=90)
    for period in (Q3, Q4):
        await here.school.freezes("Sari", period, shares(12, 30, TOPIC), plan=plan)
    await here.until(NEW_YEAR)
    assert sari.sees("Usulan pelatihan untuk Anda")
    await here.head.taps("Lihat usulan")
    assert here.head.sees("Triwulan III 2026: 40 %")
    assert here.head.sees("n = 30); target 90 %")
    await here.head.taps("Terima")
    assert sari.sees("Diterima oleh Hadi")

    await catalogued(here.admin)
    await held(here)
    await here.town.passes(timedelta(minutes=1))
    await worked(here)
    await here.until(datetime(2027, 2, 1, 1, 0, tzinfo=UTC))
    assert wati.sees("Selesai bulan lalu: Loket sigap")
    await here.head.sends("/pelatihan")
    await here.head.taps("Pelatihan dan hasilnya")
    await here.head.taps("Loket sigap, Sen 18 Jan 2027")
    await here.head.taps("Lihat hasilnya")
    assert here.head.sees("dapat dilihat mulai Sel 16 Mar 2027")

    await here.until(datetime(2027, 4, 1, 1, 0, tzinfo=UTC))
    await wati.taps("Hasil: Loket sigap")
    for reader in (wati, here.head):
        if reader is here.head:
            await reader.taps("Lihat pelatihan")
            await reader.taps("Lihat hasilnya")
        assert reader.sees("membaik: naik dari 40 % menjadi 80 % (n = 150 dan 150")
        assert reader.sees("dibanding 3 rekan seunit yang tidak ikut, perubahannya lebih baik")
        assert reader.sees("Ada peserta yang dipilih karena angkanya rendah")
    await here.head.taps("Lihat gambarnya")
    assert here.head.last.photo is not None


async def catalogued(admin: Actor) -> None:
    await admin.sends("/pelatihan")
    await admin.taps("Katalog pelatihan")
    await admin.taps("Tambah ke katalog")
    await admin.sends("Loket sigap")
    await admin.taps("Layanan sesuai janji waktu")
    await admin.sends("Memeriksa berkas di awal; oleh widyaiswara")
    assert admin.sees("Katalog pelatihan (1)")
    await admin.taps("Kembali")
    await admin.taps("Tim pemantau")
    await admin.taps("Tambah anggota tim")
    await admin.taps("Wati")


async def held(here: Staffed) -> None:
    """Sari, whose need was accepted, Rina and Tono take part and come."""
    admin = here.admin
    await admin.sends("/pelatihan")
    await admin.taps("Pelatihan dan hasilnya")
    await admin.taps("Adakan pelatihan")
    await admin.taps("Loket sigap")
    await admin.sends("18/1/2027")
    for name in ("★ Sari", "Rina", "Tono"):
        await admin.taps("Tambah peserta")
        await admin.taps(name)
    assert here.officers["Rina"].sees("Anda terdaftar dalam pelatihan")
    assert admin.sees("Peserta (3): Rina, Sari, Tono")
    await here.until(datetime(2027, 1, 18, 9, 0, tzinfo=UTC))
    await admin.sends("/pelatihan")
    await admin.taps("Pelatihan dan hasilnya")
    await admin.taps("Loket sigap, Sen 18 Jan 2027")
    await admin.taps("Catat kehadiran")
    for name in ("Rina", "Sari", "Tono"):
        await admin.taps(f"? {name}")
    assert admin.last.buttons[0] == ["✓ Rina"]


async def worked(here: Staffed) -> None:
    """In each window 50 visits: of the trained 4, then 8 of ten in time; of the others 5 of ten."""
    for name in NAMES:
        trained = name in ("Rina", "Sari", "Tono")
        before, after = (4, 8) if trained else (5, 5)
        first = FIRST - timedelta(weeks=8)
        await here.school.serves(name, first, 50, lambda n, good=before: n % 10 < good)
        first = FIRST + timedelta(days=1)
        await here.school.serves(name, first, 50, lambda n, good=after: n % 10 < good)


async def test_an_officer_asks_and_the_head_declines_with_a_reason(sqlite_town: Town) -> None:
    here = await staffed(sqlite_town)
    sari = here.officers["Sari"]
    await sari.sends("/pelatihan")
    await sari.taps("Minta pelatihan")
    await sari.taps("Dijawab dalam satu hari kerja")
    await sari.sends("perlu")
    assert sari.sees("paling sedikit 10 huruf")
    await sari.sends("Supaya pengaduan saya jawab lebih cepat")
    assert sari.sees("Belum diputuskan oleh atasan")
    await here.head.taps("Lihat usulan")
    await here.head.taps("Tolak")
    await here.head.sends("Semua petugas ikut pelatihan bulan depan")
    assert sari.sees("Ditolak oleh Hadi: Semua petugas ikut pelatihan bulan depan")


async def test_a_recognition_is_read_by_everybody_once(sqlite_town: Town) -> None:
    here = await staffed(sqlite_town)
    keys = ("answered_in_a_day", "solved_on_time", "confirmed")
    plan = await here.school.plans("Wati", **dict.fromkeys(keys, 70.0))
    found = {key: rows for one in keys for key, rows in shares(50, 50, one).items()}
    await here.school.freezes("Wati", Q4, found, plan=plan)
    await here.until(NEW_YEAR)
    await here.head.sends("/penghargaan")
    await here.head.taps("Pilih untuk Triwulan IV 2026")
    assert here.head.sees("Wati: Dijawab dalam satu hari kerja, Selesai tepat waktu")
    await here.head.taps("Wati")
    await here.head.sends(REASON)
    assert here.head.sees("Begini yang akan dibaca seluruh kantor")
    await here.head.taps("Umumkan ke seluruh kantor")
    await here.town.passes(timedelta(minutes=3), timedelta(minutes=1))
    for reader in (*here.officers.values(), here.head, here.admin):
        read = [text for text in reader.texts if REASON in text and "Diputuskan oleh Hadi" in text]
        assert len(read) == 1
    await here.officers["Sari"].sends("/penghargaan")
    assert here.officers["Sari"].sees(f"Triwulan IV 2026: {REASON}")
    assert here.officers["Sari"].last.buttons == [["Menu utama"]]
    wati = here.officers["Wati"]
    await wati.sends("/kinerja")
    assert REASON not in wati.last.text
    await wati.taps("Triwulan IV 2026")
    assert wati.sees(f"{REASON} (diputuskan Hadi, ")


async def test_a_promise_is_made_reminded_of_and_kept(sqlite_town: Town) -> None:
    here = await staffed(sqlite_town)
    sari = here.officers["Sari"]
    await here.until(NEW_YEAR)
    await here.head.sends("/rapat")
    assert here.head.sees("Belum ada janji yang dicatat")
    await here.head.taps("Catat janji baru")
    await here.head.taps("Sari")
    await here.head.taps("Triwulan IV 2026")
    await here.head.sends(PROMISE)
    await here.head.sends("31/3/2027")
    assert here.head.sees("Sampai: Rab 31 Mar 2027")
    await here.until(datetime(2027, 3, 24, 2, 0, tzinfo=UTC))
    for reader in (sari, here.head):
        assert reader.sees("hampir jatuh tempo")
    assert not here.officers["Rina"].sees("hampir jatuh tempo")
    await sari.taps("Lihat janji")
    assert sari.last.buttons == [["‹ Kembali"]]
    await here.head.taps("Lihat janji")
    await here.head.taps("Ditepati")
    await here.head.sends("Antrean menjadi lebih lancar")
    assert here.head.sees("ditepati. Antrean menjadi lebih lancar")
    await here.officers["Rina"].sends("/rapat")
    assert not here.officers["Rina"].sees(PROMISE)
