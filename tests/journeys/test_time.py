"""What time does, as people live it: reminders, quiet hours, mornings, leave, silence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from models.complaints.states import State
from models.people import Officer, Role
from tests.journeys.test_complaints import complains, only_case, said
from tests.town import Actor, Town

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def wib(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - 7 * HOUR


async def until(town: Town, at: datetime, step: timedelta | None = None) -> None:
    await town.passes(at - town.clock.now(), step)


def silent(person: Actor) -> list[bool]:
    """Of each message that the bot sent to somebody: whether it came without a sound."""
    return [message.silent for message in person.person.messages if message.from_bot]


async def test_what_nobody_solves_climbs_from_the_officer_to_the_citizen(town: Town) -> None:
    unit = await town.unit()
    officer, other = await town.officer(unit, "Sari"), await town.officer(unit, "Tono")
    head, admin = await town.head(unit, "Hadi"), await town.admin("Ani")
    citizen = await town.consenting()
    ticket = await complains(town, citizen, unit)
    await officer.taps("Ambil")

    await until(town, wib(27, 12), DAY / 4)
    assert officer.sees("Pengingat")
    assert not head.sees("Pengaduan terlambat")
    await until(town, wib(1, 8, month=12), DAY / 4)
    assert "Pengaduan terlambat" in head.last.text
    assert "Waktu buka terpakai" in head.last.text
    assert "Dipegang: Sari" in head.last.text
    assert "sebagai kepala unit" in head.last.text

    await head.taps("Serahkan")
    assert f"Pengaduan {ticket} diserahkan kepada siapa? Sekarang dipegang: Sari." in head.last.text
    await head.taps("Tono (0)")
    assert f"Pengaduan {ticket} sekarang dipegang Tono." in head.last.text
    assert "diserahkan kepada Anda oleh Hadi" in other.last.text
    assert "diserahkan oleh Hadi kepada Tono" in officer.last.text

    await until(town, wib(9, 9, month=12), DAY / 4)
    assert admin.sees("sebagai admin")
    assert citizen.sees("Ombudsman Republik Indonesia")
    assert citizen.sees("137")
    told = [text for text in said(citizen) if "Ombudsman" in text]
    assert len(told) == 1


async def test_the_same_in_english(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    head = await town.head(unit, "Hadi", language="en")
    citizen = await town.consenting()
    await complains(town, citizen, unit)
    await until(town, wib(1, 8, month=12), DAY / 4)
    assert head.sees("Late complaints")
    assert head.sees("Opening time used:")
    await head.sends("/quiet")
    assert "messages arrive without a sound" in head.last.text
    await head.taps("Always with a sound")
    assert "messages arrive with a sound" in head.last.text
    await head.sends("/leave")
    assert "Your leave" in head.last.text
    await head.taps("Enter leave")
    await head.sends("3/12/2026")
    await head.taps("Nobody: back to the unit")
    assert "The leave of Hadi is entered." in head.last.text
    assert "Thu 3 Dec 2026 to Thu 3 Dec 2026; standing in: the unit" in head.last.text


async def test_a_citizen_is_reminded_once_and_then_left_in_peace(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    ticket = await complains(town, citizen, unit)
    await officer.taps("Tanya balik")
    await officer.sends("Tanggal berapa Anda datang?")
    await officer.taps("Kirim")

    await until(town, wib(30, 9), DAY / 8)
    reminded = [text for text in said(citizen) if "Kami masih menunggu kabar Anda" in text]
    assert len(reminded) == 1
    assert "Tanggal berapa Anda datang?" in reminded[0]
    labels = [label for row in citizen.last.buttons for label in row]
    assert "Balas" in labels

    await until(town, wib(7, 17, month=12), DAY / 4)
    assert only_case(town).state == State.ARCHIVED
    assert f"Pengaduan {ticket} kami tutup" in citizen.last.text
    [reopen] = [one for row in citizen.last.buttons for one in row if "buka" in one.lower()]
    await citizen.taps(reopen)
    await citizen.sends("Saya datang tanggal 20, dan belum juga jadi.")
    assert only_case(town).state == State.REOPENED
    assert officer.sees("Pengaduan dibuka kembali")


async def test_in_the_evening_an_officer_is_told_without_a_sound(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    await complains(town, citizen, unit)
    assert silent(officer)[-1] is False
    await until(town, wib(23, 21))
    before = len(silent(officer))
    await complains(town, citizen, unit, "Malam ini situs pendaftaran tidak dapat dibuka.")
    assert officer.sees("situs pendaftaran")
    assert silent(officer)[before:] == [True]
    assert silent(citizen)[-1] is False


async def test_who_wants_quiet_gets_it_all_at_the_opening(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting()
    await officer.sends("/tenang")
    assert "pesan masuk tanpa suara" in officer.last.text
    await officer.taps("Tahan sampai buka")
    assert "pesan ditahan sampai unit buka" in officer.last.text

    await until(town, wib(23, 21))
    words = "Malam ini situs pendaftaran tidak dapat dibuka."
    ticket = await complains(town, citizen, unit, words)
    assert not officer.sees(words)
    await officer.sends("/tugas")  # what one asks for comes at once
    assert ticket in officer.last.text
    await until(town, wib(24, 7, 29))
    assert not officer.sees(words)

    await until(town, wib(24, 7, 31))
    assert officer.sees(words)
    assert "Di meja Anda hari ini" in officer.last.text
    assert "Baru sejak tutup terakhir, belum dipegang: 1" in officer.last.text
    assert silent(officer)[-1] is False
    again = len(said(officer))
    await until(town, wib(24, 15), HOUR)
    assert len(said(officer)) == again


async def test_leave_from_entering_it_to_the_stand_in(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    sari, tono = await town.officer(unit, "Sari"), await town.officer(unit, "Tono")
    head = await town.head(unit, "Hadi")
    citizen = await town.consenting()
    ticket = await complains(town, citizen, unit)
    await sari.taps("Ambil")

    await sari.sends("/cuti")
    assert "Belum ada cuti yang dicatat" in sari.last.text
    await sari.taps("Catat cuti")
    await sari.sends("besok lusa")
    assert sari.sees("tidak")
    await sari.sends("24/11/2026 - 27/11/2026")
    assert "Siapa yang menggantikan?" in sari.last.text
    await sari.taps("Tono")
    assert "Sel 24 Nov 2026 sampai Jum 27 Nov 2026; pengganti: Tono" in sari.last.text
    assert "Cuti Sari dicatat" in tono.last.text
    assert "Cuti Sari dicatat" in head.last.text

    await until(town, wib(24, 0, 5))
    assert "Cuti Anda dimulai" in sari.last.text
    assert ticket in tono.last.text
    assert "Anda menggantikannya" in tono.last.text
    assert tono.last.buttons[0] == [ticket]
    assert "Berpindah ke pengganti: 1" in head.last.text
    assert holder(town) == "Tono"

    await complains(town, citizen, unit, "Sudah seminggu dan masih belum ada kabar.")
    assert not sari.sees("masih belum ada kabar")
    assert tono.sees("masih belum ada kabar")


def holder(town: Town) -> str:
    case = only_case(town)
    return town.read(lambda tx: tx.session.get_one(Officer, case.holder_id).name)


async def test_a_head_enters_and_calls_off_the_leave_of_an_officer(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    sari, head = await town.officer(unit, "Sari"), await town.head(unit, "Hadi")
    await head.sends("/cuti")
    await head.taps("Cuti petugas lain")
    await head.taps("Sari")
    await head.taps("Catat cuti")
    await head.sends("25/11/2026")
    await head.taps("Hadi")
    assert "Cuti Sari sudah dicatat" in head.last.text
    assert "Cuti Sari dicatat" in sari.last.text
    await sari.sends("/cuti")
    await sari.taps("Batalkan cuti 25 Nov 2026")
    assert "Belum ada cuti yang dicatat" in sari.last.text
    assert "Cuti Sari dibatalkan" in head.last.text


async def test_the_cases_of_who_is_dismissed_are_free_at_once(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    sari, tono = await town.officer(unit, "Sari"), await town.officer(unit, "Tono")
    admin, citizen = await town.admin("Ani"), await town.consenting()
    ticket = await complains(town, citizen, unit)
    await sari.taps("Ambil")
    await admin.sends("/orang")
    await admin.taps("Dinas Dukcapil")
    await admin.taps(next(label for row in admin.last.buttons for label in row if "Sari" in label))
    await admin.taps("Akhiri peran ini")
    await admin.taps("Ya, akhiri")
    assert "Sari tidak lagi bertugas di sini. 1 pengaduan menunggu petugas" in tono.last.text
    await tono.taps(ticket)
    await tono.taps("Ambil")
    assert holder(town) == "Tono"


async def test_an_admin_changes_a_ladder(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, admin = await town.officer(unit), await town.admin("Ani")
    citizen = await town.consenting()
    await admin.sends("/kantor")
    for label in ("Dinas Dukcapil", "Unit layanan", "Loket KTP", "Tangga pengingat"):
        await admin.taps(label)
    assert "50 %: petugas" in admin.last.text
    await admin.taps("petugas: 50 %")
    await admin.sends("5 persen")
    assert "bilangan bulat 10 sampai 1.000" in admin.last.text
    await admin.sends("10 %")
    assert "10 %: petugas" in admin.last.text
    await admin.taps("petugas: 75 %")
    await admin.taps("Tidak dipakai")
    assert "tidak dipakai: petugas" in admin.last.text

    await complains(town, citizen, unit)
    await officer.taps("Ambil")
    await until(town, wib(24, 9))
    assert officer.sees("Pengingat")


async def test_the_head_of_a_whole_office_is_invited_and_hears(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    admin = await town.admin("Ani")
    await admin.sends("/undang")
    await admin.taps("Kepala unit")
    if any("Dinas Dukcapil" in label for row in admin.last.buttons for label in row):
        await admin.taps("Dinas Dukcapil")
    await admin.taps("Kepala kantor (semua unit)")
    assert "https://t.me/" in admin.last.text
    boss = await town.staff(Role.HEAD, "Oki", office_id=unit.office_id)
    citizen = await town.consenting()
    await complains(town, citizen, unit)
    await until(town, wib(1, 8, month=12), DAY / 4)
    assert "sebagai kepala kantor" in boss.last.text
