"""Who sends too much is slowed, then asked to wait; nothing that was sent before is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise

import pytest
from prometheus_client import REGISTRY
from sqlmodel import col, select

from models.complaints.tables import Case
from models.intake import ASKED_TO_WAIT, REFUSED, LedgerEntry
from models.ratings.tables import Rating
from tests.proofs.privacy_cast import MATTERS, cast, chooses, complains
from tests.town import Actor, Town

SLOW, STOP = 20, 40
WAIT = {
    "id": "Anda mengirim terlalu banyak pesan. Mohon tunggu 1 menit, lalu lanjutkan.",
    "en": "You are sending too many messages. Please wait a minute, then go on.",
}
A_MINUTE = timedelta(minutes=1)


@pytest.fixture
async def busy_town(database_url: str) -> AsyncIterator[Town]:
    """A town with the limits as they come."""
    opened = await Town.open(database_url, flood_slow_after=SLOW, flood_stop_after=STOP)
    yield opened
    await opened.close()


async def fresh(town: Town, name: str = "Budi", language: str = "id") -> Actor:
    """A citizen who has agreed, more than a minute ago."""
    citizen = await town.consenting(name, language)
    town.clock.move(A_MINUTE)
    return citizen


def answers(person: Actor) -> int:
    return sum(message.from_bot for message in person.person.messages)


async def sends(person: Actor, times: int, text: str = "/bantuan") -> int:
    """Send that often; how many answers came at once."""
    before = answers(person)
    for _ in range(times):
        await person.sends(text)
    return answers(person) - before


async def seconds_pass(town: Town, seconds: int) -> None:
    town.clock.move(timedelta(seconds=seconds))
    await town.settle()


def outcomes(town: Town) -> Counter[str | None]:
    entries = town.read(lambda tx: tx.session.exec(select(LedgerEntry)).all())
    return Counter(entry.outcome for entry in entries)


def counted(outcome: str) -> float:
    return REGISTRY.get_sample_value("suara_flood_total", {"outcome": outcome}) or 0.0


async def test_twenty_a_minute_are_ordinary_and_then_it_gets_slower(busy_town: Town) -> None:
    town, slowed = busy_town, counted("slowed")
    citizen = await fresh(town)
    before = answers(citizen)
    assert await sends(citizen, SLOW) == SLOW
    assert await sends(citizen, 3) == 0
    await seconds_pass(town, 2)
    assert answers(citizen) - before == SLOW + 1
    await seconds_pass(town, 2)
    assert answers(citizen) - before == SLOW + 2
    await seconds_pass(town, 2)
    assert answers(citizen) - before == SLOW + 3
    assert counted("slowed") - slowed == 3
    assert set(outcomes(town)) == {None}


@pytest.mark.parametrize("language", ["id", "en"])
async def test_then_the_person_is_asked_to_wait_once_and_everything_is_on_record(
    busy_town: Town, language: str
) -> None:
    town = busy_town
    asked, refused = counted("asked to wait"), counted("refused")
    citizen = await fresh(town, language=language)
    before = answers(citizen)
    assert await sends(citizen, STOP + 1) == SLOW + 1
    assert citizen.last.text.startswith(WAIT[language])  # at once, before the slowed answers
    assert await sends(citizen, 9) == 0
    await seconds_pass(town, 30)
    assert answers(citizen) - before == STOP + 1  # all that came before is answered
    said = [message.text for message in citizen.person.messages]
    assert sum(text.startswith(WAIT[language]) for text in said) == 1
    found = outcomes(town)
    assert (found[ASKED_TO_WAIT], found[REFUSED]) == (1, 9)
    assert (counted("asked to wait") - asked, counted("refused") - refused) == (1, 9)


async def test_after_the_minute_the_dialogue_goes_on_where_it_was(busy_town: Town) -> None:
    town = busy_town
    unit = await town.unit()
    citizen = await fresh(town)
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Baik")
    for _ in range(STOP):
        await citizen.does("sends_sticker")
    await citizen.sends("Komentar yang belum terbaca.")
    await seconds_pass(town, 59)
    await citizen.sends("Komentar yang belum terbaca.")
    assert town.read(lambda tx: tx.session.exec(select(Rating)).one()).comment is None
    await seconds_pass(town, 1)
    await citizen.sends("Petugasnya ramah.")
    rating = town.read(lambda tx: tx.session.exec(select(Rating)).one())
    assert (rating.score, rating.comment) == (3, "Petugasnya ramah.")


async def test_who_goes_on_for_minutes_is_asked_once_a_minute(busy_town: Town) -> None:
    town = busy_town
    citizen = await fresh(town)
    for _ in range(240):
        await citizen.sends("/bantuan")
        town.clock.move(timedelta(seconds=1))
    found = outcomes(town)
    assert 2 <= found[ASKED_TO_WAIT] <= 4
    times = town.read(
        lambda tx: tx.session.exec(
            select(LedgerEntry.at)
            .where(LedgerEntry.outcome == ASKED_TO_WAIT)
            .order_by(col(LedgerEntry.at))
        ).all()
    )
    assert all(later - one >= A_MINUTE for one, later in pairwise(times))


async def test_who_is_asked_to_wait_can_still_cancel_and_withdraw(busy_town: Town) -> None:
    town = busy_town
    citizen = await fresh(town)
    await citizen.sends("/nilai")
    await sends(citizen, STOP)
    assert citizen.sees(WAIT["id"])
    await seconds_pass(town, 20)
    await citizen.sends("/batal")
    await citizen.sends("/privasi")
    await citizen.taps("Tarik persetujuan")
    await citizen.taps("Ya, tarik persetujuan")
    await citizen.taps("Baca lagi pemberitahuan")
    await citizen.taps("Setuju")
    assert outcomes(town)[REFUSED] == 0
    heard = town.read(lambda tx: tx.session.exec(select(LedgerEntry.person_id)).all())
    assert heard.count(None) == 6 + 1  # and the consent before
    await citizen.sends("/bantuan")
    assert outcomes(town)[REFUSED] == 1


async def test_a_pressed_button_stops_spinning_though_it_is_not_worked_on(busy_town: Town) -> None:
    town = busy_town
    citizen = await fresh(town)
    await citizen.sends("/bantuan")
    help_ = citizen.last
    await sends(citizen, STOP)
    await citizen.taps("Menu utama", help_)
    assert outcomes(town)[REFUSED] == 1
    assert [query.answered for query in town.world.queries.values()][-1]


async def test_an_album_is_one_input(busy_town: Town) -> None:
    town = busy_town
    citizen = await fresh(town)
    for _ in range(6):
        await citizen.does("sends_album", 10)
    assert set(outcomes(town)) == {None}
    people = town.read(
        lambda tx: tx.session.exec(
            select(LedgerEntry).where(LedgerEntry.at == town.clock.now())
        ).all()
    )
    assert sum(entry.person_id is not None for entry in people) == 6


async def test_an_officer_may_send_more_and_others_do_not_suffer(busy_town: Town) -> None:
    town = busy_town
    unit = await town.unit()
    officer = await town.officer(unit)
    other = await fresh(town, "Citra")
    flooder = await fresh(town, "Budi")
    await sends(flooder, STOP + 5)
    assert await sends(officer, 3 * SLOW) == 3 * SLOW
    assert await sends(other, 3) == 3
    assert not officer.sees(WAIT["id"])


async def test_what_others_are_told_is_not_kept_back(busy_town: Town) -> None:
    town = busy_town
    unit = await town.unit()
    officer = await town.officer(unit)
    citizen = await fresh(town)
    await citizen.sends("/lapor")
    for label in ("Dinas Dukcapil", unit.name, "Keterlambatan"):
        await citizen.taps(label)
    await citizen.sends("Sudah tiga kali datang, KTP saya belum jadi.")
    for label in ("Lewati", "Lewati", "Tanpa nama"):
        await citizen.taps(label)
    await sends(citizen, SLOW - 8)
    await citizen.taps("Kirim pengaduan")
    assert officer.sees("Pengaduan baru")
    assert not citizen.sees("SW-26")
    await seconds_pass(town, 2)
    assert citizen.sees("SW-26")


async def test_the_sixth_complaint_in_an_hour_waits_and_stays_filled_in(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    [citizen] = await cast(town, 1)
    for matter in MATTERS[:6]:
        await complains(citizen, unit.id or 0, matter)
        town.clock.move(timedelta(minutes=5))
    person = citizen.actor
    told = "Anda sudah mengirim 5 pengaduan dalam satu jam. Mohon tunggu 35 menit lagi"
    assert person.person.alerts[-1].text.startswith(told)
    assert len(town.read(lambda tx: tx.session.exec(select(Case.id)).all())) == 5
    town.clock.move(timedelta(minutes=30))
    await chooses(person, "send")
    assert len(town.read(lambda tx: tx.session.exec(select(Case.id)).all())) == 6
