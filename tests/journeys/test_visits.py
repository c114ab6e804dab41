"""The officer serves, the citizen scans the code and rates: the whole story."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlmodel import select

from bot.sandbox.driver import Message
from models.appraisal.tables import Evidence
from models.offices import Counter, Service, Unit
from models.outbox import OutboxMessage
from models.people import Person, Role
from models.ratings.tables import Rating
from models.visits.tables import Outcome, Visit
from tests.town import Actor, Town


async def counter_with(town: Town, *services: str) -> tuple[Unit, Counter, Actor]:
    """A unit with services, and Sari on the roster of its counter."""
    unit = await town.unit()
    for name in services:
        await town.write(lambda tx, name=name: tx.session.add(_service(unit, name)))
    counter = await town.counter(unit)
    officer = await town.officer(unit)
    await town.serves(officer, counter)
    return unit, counter, officer


def _service(unit: Unit, name: str) -> Service:
    return Service(unit_id=unit.id or 0, name=name, duration="15 minutes")


def payload(town: Town) -> str:
    """What the latest code that was shown leads to."""
    links = [
        row.body["file"]["arguments"]["link"]
        for row in town.read(lambda tx: tx.session.exec(select(OutboxMessage)).all())
        if row.body.get("file", {}).get("maker") == "qr"
    ]
    found = re.fullmatch(r"https://t\.me/\w+\?start=(v[A-Za-z0-9_-]{1,63})", links[-1])
    assert found is not None
    return found[1]


def visit(town: Town) -> Visit:
    return town.read(lambda tx: tx.session.exec(select(Visit)).all())[-1]


def ratings(town: Town) -> list[Rating]:
    return town.read(lambda tx: list(tx.session.exec(select(Rating))))


def code_shown(officer: Actor) -> Message:
    return next(m for m in reversed(officer.person.messages) if "memindai kode ini" in m.text)


async def test_from_the_counter_to_the_rating_of_the_visit(town: Town) -> None:
    _, counter, officer = await counter_with(town, "Pindah datang")
    citizen = town.citizen("Budi")

    await officer.sends("/layani")
    assert "Tidak ada pelayanan yang sedang berjalan" in officer.last.text
    await officer.taps("Pindah datang")
    await officer.taps("Mulai")
    assert "Pindah datang" in officer.last.text
    assert "Loket 1" in officer.last.text
    assert "09.00" in officer.last.text
    code = payload(town)

    await citizen.opens(code)  # for the first time here: consent comes first, and nothing is lost
    await citizen.taps("Setuju")
    assert "masih berjalan" in citizen.last.text
    assert citizen.last.buttons[:4] == [
        ["Tidak baik"],
        ["Kurang baik"],
        ["Baik"],
        ["Sangat baik"],
    ]

    await town.passes(timedelta(minutes=12))
    await officer.taps("Selesai", code_shown(officer))
    assert "12 menit" in officer.last.text
    assert "tepat waktu" in officer.last.text
    stored = visit(town)
    assert (stored.counter_id, stored.outcome, stored.within) == (counter.id, Outcome.DONE, True)

    await citizen.opens(code)
    assert "Loket KTP · Loket 1" in citizen.last.text
    assert "Pindah datang, Senin 23 Nov 2026" in citizen.last.text
    await citizen.taps("Sangat baik")
    [rating] = ratings(town)
    assert (rating.score, rating.asked, rating.visit_id) == (4, "visit", stored.id)
    assert (rating.officer_id, rating.service_id) == (stored.officer_id, stored.service_id)
    assert len(town.read(lambda tx: tx.session.exec(select(Evidence)).all())) == 1
    await citizen.sends("Petugasnya ramah")
    assert citizen.sees("Terima kasih")

    await citizen.opens(code)
    assert "sudah menilai kunjungan ini" in citizen.last.text
    await citizen.taps("Lihat nilai saya")
    assert "Sangat baik" in citizen.last.text

    other = await town.consenting("Citra")
    await other.opens(code)
    assert "sudah dinilai dari ponsel lain" in other.last.text
    assert len(ratings(town)) == 1


async def test_two_phones_and_one_code(sqlite_town: Town) -> None:
    town = sqlite_town
    _, _, officer = await counter_with(town)
    await officer.sends("/layani")
    await officer.taps("Mulai: Cetak KTP-el")  # the only service: one tap
    code = payload(town)
    phones = [await town.consenting(name) for name in ("Budi", "Citra")]
    for phone in phones:
        await phone.opens(code)
    await phones[0].taps("Baik")
    await phones[1].taps("Tidak baik")
    assert "sudah dinilai dari ponsel lain" in phones[1].person.alerts[-1].text
    assert [rating.score for rating in ratings(town)] == [3]
    await phones[0].taps("Ubah nilai")
    await phones[0].taps("Kurang baik")
    assert [rating.score for rating in ratings(town)] == [2]
    await officer.taps("Batalkan (5 menit)", code_shown(officer))
    assert "sudah menilai" in officer.person.alerts[-1].text


async def test_missing_papers_and_several_at_once(sqlite_town: Town) -> None:
    town = sqlite_town
    _, _, officer = await counter_with(town, "Akta lahir", "Pindah datang")
    for name in ("Akta lahir", "Pindah datang"):
        await officer.sends("/layani")
        await officer.taps(name)
        await officer.taps("Mulai")
        await town.passes(timedelta(minutes=4))
    first = next(m for m in officer.person.messages if "memindai kode ini" in m.text)
    await officer.taps("Berkas kurang", first)
    assert "menunggu berkas" in officer.last.text

    await officer.sends("/layani")
    assert "Pindah datang: sudah 4 menit" in officer.last.text
    assert "Akta lahir: menunggu berkas sejak Sen 23 Nov 09.08" in officer.last.text
    running = "Berjalan: Pindah datang · 4 menit"
    assert officer.last.buttons[0] == [running]
    await officer.taps(running)
    assert ["Batalkan (1 menit)", "Layani berikutnya"] in officer.last.buttons
    await town.passes(timedelta(hours=1))
    await officer.sends("/layani")
    await officer.taps("Berjalan: Pindah datang · 1 jam 4 menit")
    assert officer.last.buttons[-1] == ["Layani berikutnya"]
    await officer.sends("/layani")
    await officer.taps("Lanjutkan: Akta lahir")
    await town.passes(timedelta(minutes=2))
    await officer.taps("Selesai")
    assert "10 menit" in officer.last.text
    await officer.taps("Urungkan")
    await officer.taps("Dialihkan")
    assert "dialihkan" in officer.last.text
    await officer.taps("Layani berikutnya")
    assert "Akta lahir" not in officer.last.text.split("Layanan apa")[0]


async def test_what_is_taken_back_is_no_visit(sqlite_town: Town) -> None:
    town = sqlite_town
    _, _, officer = await counter_with(town)
    await officer.sends("/layani")
    await officer.taps("Mulai: Cetak KTP-el")
    code = payload(town)
    citizen = await town.consenting()
    await officer.taps("Batalkan (5 menit)")
    assert "tidak pernah ada" in officer.last.text
    await citizen.opens(code)
    assert "petugas membatalkan" in citizen.last.text
    assert ratings(town) == []


async def test_once_its_code_is_scanned_the_start_stays(sqlite_town: Town) -> None:
    town = sqlite_town
    _, _, officer = await counter_with(town)
    await officer.sends("/layani")
    await officer.taps("Mulai: Cetak KTP-el")
    citizen = await town.consenting()
    await citizen.opens(payload(town))
    await officer.taps("Batalkan (5 menit)")
    assert "sudah memindai" in officer.person.alerts[-1].text
    await citizen.taps("Baik")
    assert len(ratings(town)) == 1


async def test_bad_codes_are_refused_kindly(sqlite_town: Town) -> None:
    town = sqlite_town
    _, _, officer = await counter_with(town)
    await officer.sends("/layani")
    await officer.taps("Mulai: Cetak KTP-el")
    code = payload(town)
    citizen = await town.consenting()
    for bad in (code[:-1], code[:-1] + "-" * (code[-1] != "-"), "v", "v1", code + "A"):
        await citizen.opens(bad)
        assert "kode ini tidak dikenal" in citizen.last.text
    await town.passes(timedelta(days=3))
    await citizen.opens(code)
    assert "lewat waktunya" in citizen.last.text
    assert ratings(town) == []


async def test_the_officer_cannot_rate_the_own_service(sqlite_town: Town) -> None:
    town = sqlite_town
    _, _, officer = await counter_with(town)
    await officer.sends("/layani")
    await officer.taps("Mulai: Cetak KTP-el")
    await officer.opens(payload(town))
    await officer.taps("Setuju")
    assert "Anda layani sendiri" in officer.last.text


async def test_later_means_with_the_same_message(sqlite_town: Town) -> None:
    town = sqlite_town
    _, _, officer = await counter_with(town)
    await officer.sends("/layani")
    await officer.taps("Mulai: Cetak KTP-el")
    citizen = await town.consenting()
    await citizen.opens(payload(town))
    scores = citizen.last
    await citizen.taps("Nanti saja")
    assert "kapan saja lewat pesan di atas" in citizen.last.text
    await citizen.taps("Boleh kami bertanya lagi sesekali?")
    await citizen.taps("Ya, boleh")
    person = select(Person).where(Person.telegram_id == citizen.id)
    assert town.read(lambda tx: tx.session.exec(person).one()).may_invite is True
    await officer.taps("Selesai", code_shown(officer))
    await town.passes(timedelta(hours=2))
    await citizen.taps("Baik", scores)
    assert [rating.asked for rating in ratings(town)] == ["visit"]


async def test_officers_of_several_units_choose_the_unit(sqlite_town: Town) -> None:
    town = sqlite_town
    one = await town.unit("Loket KTP")
    await town.unit("Loket Akta")
    head = await town.staff(Role.HEAD, "Hadi", office_id=one.office_id)
    await head.sends("/layani")
    assert "Di unit mana" in head.last.text
    await head.taps("Loket Akta")
    await head.taps("Mulai: Cetak KTP-el")
    assert "tanpa loket" in head.last.text
    assert visit(town).counter_id is None


async def test_who_does_not_serve_is_told(sqlite_town: Town) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.sends("/layani")
    assert "bukan untuk Anda" in citizen.last.text


async def test_the_conversation_in_english(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer = await town.officer(unit, "Jane", language="en")
    await officer.sends("/serve")
    await officer.taps("Start: Cetak KTP-el")
    assert "Ask the citizen to scan this code" in officer.last.text
    await officer.taps("Papers missing")
    assert "waiting for papers" in officer.last.text
    await officer.taps("Did not come back")
    assert "did not come back" in officer.last.text
    citizen = await town.consenting("Mary", "en")
    await citizen.opens(payload(town))
    assert "How was the service" in citizen.last.text


async def test_a_forgotten_visit_is_closed_by_the_clock(sqlite_town: Town) -> None:
    town = sqlite_town
    _, _, officer = await counter_with(town)
    await officer.sends("/layani")
    await officer.taps("Mulai: Cetak KTP-el")
    await town.passes(timedelta(days=1, hours=8), step=timedelta(hours=8))
    assert (visit(town).outcome, visit(town).minutes) == (Outcome.LEFT, None)
    await officer.taps("Selesai", code_shown(officer))
    assert "sudah selesai" in officer.person.alerts[-1].text
