"""The head answers a low result of the survey with a plan; its owner follows it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from models.database import Transaction
from models.offices import Unit
from models.people import Role
from models.ratings import survey_sums
from models.ratings.ikm import ELEMENTS, UNIT
from models.ratings.periods import Period
from models.statistics import Moments
from tests.town import MONDAY, Actor, Town

Q4, NEXT = Period.of("2026-Q4"), Period.of("2027-Q1")
PROGRAMME = "Menambah satu loket pada hari Senin dan Jumat"


async def answered(town: Town, unit: Unit, period: Period, low: dict[str, int]) -> None:
    """Forty people answered each element with 3, but for those in `low`."""

    def work(tx: Transaction) -> None:
        for key in ELEMENTS:
            sums = Moments.of([low.get(key, 3) * UNIT] * 40)
            survey_sums.add_all(tx, unit.id or 0, period.first, {key: sums})

    await town.write(work)


async def makes_a_plan(head: Actor) -> None:
    await head.sends("/skm")
    for label in ("Rencana tindak lanjut", "Rencana baru untuk Triwulan IV 2026"):
        await head.taps(label)
    assert head.last.buttons[0] == ["Waktu Penyelesaian (1,00)"]
    assert head.last.buttons[1] == ["Biaya/Tarif (2,00)"]
    assert head.last.buttons[3] == ["Unsur lain"]
    await head.taps("Waktu Penyelesaian (1,00)")
    await head.sends("terlalu")
    assert head.sees("paling sedikit 10 huruf")
    await head.sends(PROGRAMME)
    await head.taps("Sari")
    await head.taps("Triwulan I 2027")
    assert head.sees(PROGRAMME)
    await head.taps("Simpan rencana")


async def test_from_the_low_element_to_what_became_of_it(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    head, officer = await town.head(unit), await town.officer(unit, "Sari")
    await answered(town, unit, Q4, {"waktu": 1, "biaya": 2})
    await makes_a_plan(head)
    assert head.sees("Belum ada periode sesudahnya")
    assert officer.sees("Rencana tindak lanjut untuk Anda")

    town.clock.move(datetime(2027, 1, 4, 3, 0, tzinfo=UTC) - MONDAY)  # Monday 10.00 WIB
    await town.passes(timedelta(minutes=1))
    assert officer.sees("Rencana tindak lanjut dimulai")
    await answered(town, unit, NEXT, {"biaya": 2})
    town.clock.move(datetime(2027, 4, 5, 3, 0, tzinfo=UTC) - town.clock.now())
    await town.passes(timedelta(minutes=1))
    assert head.sees("Rencana tindak lanjut lewat waktu")

    await officer.taps("Lihat rencana")
    assert officer.last.buttons == [["Sudah selesai"], ["Menu utama"]]
    await officer.taps("Sudah selesai")
    await officer.sends("Loket kelima dibuka sejak Februari")
    assert officer.sees("selesai. Loket kelima dibuka sejak Februari")
    await head.taps("Lihat rencana")
    assert head.sees("Unsur ini naik dari Triwulan IV 2026 ke Triwulan I 2027")


async def test_a_head_changes_the_owner_and_the_quarter_and_drops_a_plan(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    head, officer = await town.head(unit), await town.officer(unit, "Sari")
    await town.officer(unit, "Rina")
    await answered(town, unit, Q4, {"waktu": 1, "biaya": 2})
    await makes_a_plan(head)
    await head.taps("Ganti penanggung jawab")
    await head.taps("Rina")
    await head.taps("Ganti triwulan")
    await head.taps("Triwulan IV 2027")
    assert head.sees("Penanggung jawab: Rina")
    assert head.sees("Waktu: Triwulan IV 2027")
    await officer.taps("Lihat rencana")  # hers no more
    assert "bukan untuk Anda" in officer.person.alerts[-1].text
    await head.taps("Dihentikan")
    await head.sends("Anggaran tidak disetujui")
    assert head.sees("dihentikan. Anggaran tidak disetujui")


async def test_before_anybody_answered_all_elements_are_offered(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    head = await town.staff(Role.HEAD, "Hadi", unit=unit)
    await head.sends("/skm")
    await head.taps("Rencana tindak lanjut")
    assert head.sees("Belum ada rencana")
    await head.taps("Rencana baru untuk Triwulan IV 2026")
    assert head.sees("belum cukup untuk mengurutkannya")
    assert len(head.last.buttons) == len(ELEMENTS) + 1
    await head.sends("/skm")
    await head.taps("Poster IKM")
    assert "Belum cukup data" in head.person.alerts[-1].text
