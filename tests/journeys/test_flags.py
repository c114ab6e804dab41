"""Ratings in doubt, in chat: found by the job, kept by one, excluded by two, restored."""

from __future__ import annotations

from datetime import date, timedelta

from models.database import Transaction
from models.offices import Unit
from models.people import Role
from models.ratings import operations as ratings
from models.ratings import sums
from models.ratings.sums import Received
from models.ratings.tables import Asked
from tests.town import MONDAY, Actor, Town

MINUTE = timedelta(minutes=1)
DAY = date(2026, 11, 23)
WHY = "Semua dinilai dari satu meja."


async def stuffed(town: Town, unit: Unit, n: int = 16) -> None:
    """As many ratings as minutes; then the job looks."""

    def work(tx: Transaction) -> None:
        for k in range(n):
            given = ratings.give(
                tx, f"secret{k}", unit.id or 0, 1 + k % 4, MONDAY + k * MINUTE, asked=Asked.UNIT
            )
            read = {"redacted": f"Cerita ke-{k} <b>"}
            said = f"Cerita ke-{k} <b>"
            ratings.comment(tx, f"secret{k}", given.rating_id, said, read, MONDAY, None)

    await town.write(work)
    await town.passes(20 * MINUTE)
    await town.passes(10 * MINUTE, MINUTE)  # each unit has its turn


def received(town: Town, unit: Unit) -> Received:
    return town.read(lambda tx: sums.received(tx, [unit.id or 0], DAY, DAY))


async def proposed(town: Town, unit: Unit) -> Actor:
    """A head who proposed to exclude the whole pattern."""
    head = await town.head(unit, "Hadi")
    await stuffed(town, unit)
    await head.sends("/tinjau")
    await head.taps("(16) ramai sekaligus: Loket KTP")
    await head.taps("Usulkan keluarkan (16)")
    await head.sends(WHY)
    return head


async def test_two_people_exclude_a_burst_and_one_restores_a_rating(town: Town) -> None:
    unit = await town.unit()
    admin = await town.admin("Ani")
    head = await proposed(town, unit)
    assert "Sampai diputuskan orang kedua, tetap dihitung." in head.last.text
    assert "diberi tahu pada jam buka berikutnya" in head.last.text
    assert received(town, unit) == Received((4, 4, 4, 4))
    await head.taps("Lihat lagi")
    assert "Setuju keluarkan (16)" not in labels(head)

    await admin.sends("/tinjau")
    assert "Diusulkan dikeluarkan: 16" in admin.last.text
    await admin.taps("(16) ramai sekaligus: Loket KTP")
    screen = admin.last.text
    assert "16 nilai dari 16 orang masuk dalam 15 menit" in screen
    assert "1. Penilai A, Sen 23 Nov 09.00 WIB: Tidak baik, lewat QR unit" in screen
    assert "“Cerita ke-0 <b>”" in screen
    assert f"Usul Hadi untuk mengeluarkan: {WHY}" in screen
    assert "secret" not in screen
    await admin.taps("Berikutnya ›")
    assert "9. Penilai I" in admin.last.text
    await admin.taps("Setuju keluarkan (16)")
    await admin.taps("Alasan pengusul")
    assert "16 nilai dikeluarkan." in admin.last.text
    assert received(town, unit) == Received((0, 0, 0, 0), excluded=16)

    await head.sends("/tinjau")
    assert "Tidak ada." in head.last.text
    await head.taps("Yang sudah diputuskan")
    assert "Dikeluarkan: 16" in head.last.text
    await head.taps("(16) ramai sekaligus: Loket KTP")
    await head.taps("2")
    assert f"Dikeluarkan oleh Ani: {WHY}" in head.last.text
    await head.taps("Kembalikan (1)")
    await head.sends("Ternyata warga yang benar datang.")
    assert "1 nilai dihitung lagi." in head.last.text
    assert received(town, unit) == Received((0, 1, 0, 0), excluded=15)


def labels(actor: Actor) -> list[str]:
    return [button["text"] for row in actor.last.rows for button in row]


async def test_one_person_keeps_and_the_second_need_not_agree(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    admin = await town.admin("Ani", language="en")
    head = await proposed(town, unit)
    await admin.sends("/review")
    await admin.taps("(16) many at once: Loket KTP")
    await admin.taps("3")
    await admin.taps("Disagree (1)")
    await admin.sends("short")
    assert "at least 10" in admin.last.text
    await admin.sends("A school class rated together.")
    assert "Stay counted: 1." in admin.last.text
    await head.sends("/tinjau")
    await head.taps("(15) ramai sekaligus: Loket KTP")
    await head.taps("Tetap dihitung (15)")
    await head.sends("Saya keliru, mereka satu rombongan.")
    assert "15 nilai tetap dihitung." in head.last.text
    assert received(town, unit).counted == 16


async def test_reviewers_are_told_at_the_opening_and_citizens_never(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    head, officer = await town.head(unit, "Hadi"), await town.officer(unit, "Sari")
    citizen = await town.consenting()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Baik")
    await stuffed(town, unit)
    assert not head.sees("Dugaan baru")
    said = len(citizen.texts)
    await town.passes(timedelta(days=2), timedelta(hours=1))
    assert sum("Dugaan baru: 1" in text for text in head.texts) == 1
    await head.taps("Nilai yang perlu ditinjau")
    assert "ramai sekaligus" in head.last.text
    assert not any("Dugaan" in text for text in [*citizen.texts[said:], *officer.texts])


async def test_an_officer_and_a_head_doubt_a_rating_by_hand(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    counter = await town.counter(unit)
    officer, head = await town.officer(unit, "Sari"), await town.head(unit, "Hadi")
    await town.serves(officer, counter)
    for name in ("Budi", "Cici", "Dedi", "Eka", "Fani"):
        citizen = await town.consenting(name)
        await citizen.opens(f"c{counter.id}")
        await citizen.taps("Kurang baik")
    await town.passes(timedelta(days=7))  # citizens' voices count once their week is over
    await officer.sends("/kinerja")
    await officer.taps("Kepuasan secara umum")
    await officer.taps("Satu per satu")
    assert "5. Kurang baik (23 Nov sampai 29 Nov)" in officer.last.text
    await officer.taps("1")
    await officer.taps("Ragukan sebuah nilai")
    await officer.sends("Orang ini belum pernah datang ke loket.")
    assert "Tercatat." in officer.last.text

    await head.sends("/tinjau")
    await head.taps("(1) diragukan seseorang: Loket KTP")
    assert "Sari meragukannya: Orang ini belum pernah datang" in head.last.text
    await head.taps("Usulkan keluarkan (1)")
    await head.sends("Tidak ada kunjungannya hari itu.")
    assert "belum ada orang kedua untuk unit ini" in head.last.text
    await head.taps("Nilai yang perlu ditinjau")
    await head.taps("Ragukan sebuah nilai")
    await head.taps("1")
    await head.sends("Nilai ini juga terasa janggal.")
    assert "Tercatat." in head.last.text
    assert received(town, unit) == Received((0, 5, 0, 0))


async def test_an_inspector_has_no_list_of_doubts(sqlite_town: Town) -> None:
    inspector = await sqlite_town.staff(Role.INSPECTOR, "Ira")
    await inspector.sends("/tinjau")
    assert "bukan untuk Anda" in inspector.last.text
