"""A citizen agrees to be asked, is drawn by chance, and answers at the end of the day."""

from __future__ import annotations

from datetime import date as day_
from datetime import datetime, timedelta

from sqlmodel import select

from models.database import Transaction
from models.offices import Service, Unit
from models.people import Person
from models.ratings import invitations
from models.ratings.tables import Asked, Rating, RatingInvitation
from models.visits.tables import Outcome, Source, Visit, VisitGuest
from tests.town import MONDAY, Actor, Town

AGREEING = "Boleh kami bertanya lagi sesekali?"
EVENING = timedelta(hours=7, minutes=5)  # Monday 16.05, the office has just closed


async def served(town: Town, unit: Unit, citizen: Actor, at: datetime = MONDAY) -> None:
    """A visit that has ended, whose code the citizen has scanned."""

    def work(tx: Transaction) -> None:
        person = tx.session.exec(select(Person).where(Person.telegram_id == citizen.id)).one()
        visit = Visit(
            unit_id=unit.id or 0,
            service_id=tx.session.exec(select(Service.id)).one() or 0,
            day=day_(2026, 11, 23),
            source=Source.CHAT,
            started_at=at,
            ended_at=at + timedelta(minutes=10),
            outcome=Outcome.DONE,
        )
        tx.session.add(visit)
        tx.session.flush()
        tx.session.add(VisitGuest(visit_id=visit.id or 0, person_id=person.id or 0, at=at))

    await town.write(work)


async def everybody_is_drawn(town: Town, unit: Unit) -> None:
    admin = await town.admin(office_id=unit.office_id)
    await admin.sends("/kantor")
    for label in ("Unit layanan", unit.name, "Undangan menilai", "100 %"):
        await admin.taps(label)
    assert "100 %" in admin.last.text


async def test_from_agreeing_after_a_rating_to_the_answer(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    await everybody_is_drawn(town, unit)
    citizen = await town.consenting()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Baik")
    await citizen.taps("Lewati")
    await citizen.taps(AGREEING)
    await citizen.taps("Ya, boleh")
    await citizen.sends("/privasi")
    await citizen.taps("Undangan menilai")
    assert citizen.sees("Undangan menilai: boleh")
    await served(town, unit, citizen)
    await town.passes(EVENING, timedelta(hours=1))
    assert citizen.last.buttons == [
        ["Tidak baik"],
        ["Kurang baik"],
        ["Baik"],
        ["Sangat baik"],
        ["Jangan tanya lagi"],
    ]
    await citizen.taps("Sangat baik")
    assert citizen.sees("Sudah tersimpan")
    rating = town.read(
        lambda tx: tx.session.exec(select(Rating).where(Rating.asked == Asked.INVITED)).one()
    )
    assert (rating.score, rating.visit_id) == (4, 1)
    today = day_(2026, 11, 23)
    assert town.read(lambda tx: invitations.response(tx, [unit.id or 0], today, today)) == (1, 1)
    await citizen.taps("Lewati")
    assert AGREEING not in str(citizen.last.buttons)  # asked and answered


async def test_who_says_no_more_is_left_in_peace(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    await everybody_is_drawn(town, unit)
    citizen = await town.consenting()
    await citizen.sends("/saya")
    await citizen.taps("Undangan menilai")
    await citizen.taps("Ya, boleh")
    await served(town, unit, citizen)
    await town.passes(EVENING, timedelta(hours=1))
    await citizen.taps("Jangan tanya lagi")
    assert citizen.sees("kami tidak akan bertanya")
    await town.passes(timedelta(days=9), timedelta(days=3))
    await served(town, unit, citizen, town.clock.now())
    await town.passes(timedelta(days=1), timedelta(hours=1))
    found = town.read(lambda tx: tx.session.exec(select(RatingInvitation)).all())
    assert len(found) == 1


async def test_an_answer_that_comes_too_late_is_told_so_kindly(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    await everybody_is_drawn(town, unit)
    citizen = await town.consenting()
    await citizen.sends("/saya")
    await citizen.taps("Undangan menilai")
    await citizen.taps("Ya, boleh")
    await served(town, unit, citizen)
    await town.passes(EVENING, timedelta(hours=1))
    await town.passes(timedelta(days=4))
    await citizen.taps("Baik")
    assert "waktu menjawab pertanyaan ini sudah lewat" in citizen.person.alerts[-1].text
    assert town.read(lambda tx: tx.session.exec(select(Rating)).all()) == []


async def test_an_anonymous_complaint_does_not_offer_to_be_asked(sqlite_town: Town) -> None:
    """Who hides is not asked to be known; who gives a name is."""
    town = sqlite_town
    unit = await town.unit()
    for named, category in ((False, "Keterlambatan"), (True, "Biaya")):
        citizen = await town.consenting()
        await citizen.sends("/lapor")
        await citizen.taps("Dinas Dukcapil")
        await citizen.taps(unit.name)
        await citizen.taps(category)
        await citizen.sends(f"{category} di loket ini membuat saya kecewa sekali")
        await citizen.taps("Lewati")
        await citizen.taps("Lewati")
        if named:
            await citizen.taps("Dengan nama")
            await citizen.sends("Siti Aminah")
        await citizen.taps("Kirim pengaduan")
        assert (AGREEING in str(citizen.last.buttons)) is named
