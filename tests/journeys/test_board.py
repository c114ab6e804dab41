"""The board in chat: who holds what, what is late and why; reassigned in two taps."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from models.complaints.tables import Case
from models.database import Transaction
from models.people import Officer, Role
from tests.journeys.test_complaints import complains
from tests.town import Town

DAY = timedelta(days=1)


def holders(town: Town) -> dict[str, str]:
    """Who holds each case, by ticket."""

    def work(tx: Transaction) -> dict[str, str]:
        rows = tx.session.exec(select(Case.ticket, Officer.name).join(Officer)).all()
        return dict(rows)

    return town.read(work)


async def test_the_head_sees_who_has_what_and_gives_it_away_in_two_taps(town: Town) -> None:
    unit = await town.unit()
    sari, tono = await town.officer(unit, "Sari"), await town.officer(unit, "Tono")
    head, citizen = await town.head(unit, "Hadi"), await town.consenting()
    first = await complains(town, citizen, unit)
    await sari.taps("Ambil")
    await town.passes(8 * DAY, DAY / 4)
    second = await complains(town, citizen, unit, "Loketnya tutup padahal masih jam kerja.")

    await head.sends("/papan")
    board = head.last.text
    assert "2 terbuka, 1 terlambat" in board
    assert "Belum dipegang: 1" in board
    assert "Sari: 1, terlambat 1, tertua 23 Nov 2026" in board
    assert "Tidak memegang apa pun (1): Tono" in board
    assert board.index(second) < board.index(first)
    assert "terlambat: jawaban pertama, seharusnya Sen 30 Nov 16.00 WIB" in board
    assert "Dipegang: Sari" in board

    await head.taps("Terlambat")
    assert "Terlambat (1)" in head.last.text
    assert second not in head.last.text
    await head.taps("Serahkan")
    await head.taps("Tono (0)")
    assert f"Pengaduan {first} sekarang dipegang Tono." in head.last.text
    assert "diserahkan oleh Hadi kepada Tono" in sari.last.text
    assert tono.sees("diserahkan kepada Anda oleh Hadi")
    assert holders(town) == {first: "Tono"}

    await head.sends("/papan")
    await head.taps("Tono")
    assert "Dipegang petugas ini (1)" in head.last.text
    await head.taps("Semua")
    await head.taps("Belum dipegang")
    await head.taps(second)
    assert "Loketnya tutup" in head.last.text


async def test_the_board_in_english_for_the_head_of_an_office(sqlite_town: Town) -> None:
    town = sqlite_town
    first, second = await town.unit("Loket KTP"), await town.unit("Loket Akta")
    boss = await town.staff(Role.HEAD, "Oki", office_id=first.office_id, language="en")
    citizen = await town.consenting()
    await complains(town, citizen, second)
    await boss.sends("/board")
    assert "Which unit's board?" in boss.last.text
    await boss.taps("Loket Akta")
    assert "Board of Loket Akta" in boss.last.text
    assert "1 open, 0 late" in boss.last.text
    assert "Held by nobody: 1" in boss.last.text


async def test_an_officer_gives_a_case_to_a_colleague_and_back_to_the_unit(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    sari, tono = await town.officer(unit, "Sari"), await town.officer(unit, "Tono")
    citizen = await town.consenting()
    ticket = await complains(town, citizen, unit)
    await sari.taps("Ambil")
    await sari.taps("Serahkan")
    await sari.taps("Tono (0)")
    assert holders(town) == {ticket: "Tono"}
    assert "diserahkan kepada Anda oleh Sari" in tono.last.text
    await tono.taps("Lihat pengaduan")
    await tono.taps("Serahkan")
    await tono.taps("Kembalikan ke unit")
    assert "sudah dikembalikan" in tono.last.text
    assert holders(town) == {}
    assert "dikembalikan oleh Tono" in sari.last.text
    await sari.taps("Ambil")
    assert holders(town) == {ticket: "Sari"}


async def test_an_officer_has_no_board(sqlite_town: Town) -> None:
    town = sqlite_town
    officer = await town.officer(await town.unit())
    await officer.sends("/papan")
    assert "bukan untuk Anda" in officer.last.text
