"""Sessions of the pages: single use, terms to the second, races, ending, dismissal."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from models import page_sessions, people
from models.database import Database, Transaction
from models.errors import Refused
from models.journal import JournalEntry, Kind
from models.page_sessions import IDLE, KEPT, LINK_VALID, LONGEST, PageLink, PageSession
from tests.models.town_hall import NOW, TownHall, built

SECOND = timedelta(seconds=1)


@pytest.fixture
async def hall(sqlite_url: str) -> AsyncIterator[TownHall]:
    database = Database(sqlite_url)
    yield await built(database)
    database.close()


async def signs_in(hall: TownHall, at: datetime = NOW, device: str = "Chrome, Android") -> str:
    token = await hall.does(page_sessions.link, hall.officer, at)
    key, _ = await hall.does(page_sessions.open_session, token, device, at)
    return key


def whose(hall: TownHall, key: str, at: datetime) -> int | None:
    found = hall.read(lambda tx: page_sessions.signed_in(tx, key, at))
    return found.person_id if found else None


async def test_a_link_signs_in_once_and_leads_to_its_page(hall: TownHall) -> None:
    token = await hall.does(page_sessions.link, hall.officer, NOW, "/unit")
    key, page = await hall.does(page_sessions.open_session, token, "", NOW)
    assert page == "/unit"
    assert whose(hall, key, NOW) == hall.officer
    refused = await hall.is_refused(page_sessions.open_session, token, "", NOW)
    assert refused.key == "pages-link-old"


async def test_looking_at_a_link_does_not_use_it(hall: TownHall) -> None:
    token = await hall.does(page_sessions.link, hall.officer, NOW)
    for _ in range(2):
        found = hall.read(lambda tx: page_sessions.waiting(tx, token, NOW))
        assert found.person_id == hall.officer
    await hall.does(page_sessions.open_session, token, "", NOW)
    with pytest.raises(Refused):
        hall.read(lambda tx: page_sessions.waiting(tx, token, NOW))


async def test_a_link_is_good_for_ten_minutes(hall: TownHall) -> None:
    token = await hall.does(page_sessions.link, hall.officer, NOW)
    late = await hall.is_refused(page_sessions.open_session, token, "", NOW + LINK_VALID)
    assert late.key == "pages-link-old"
    await hall.does(page_sessions.open_session, token, "", NOW + LINK_VALID - SECOND)


async def test_a_new_link_voids_the_one_before(hall: TownHall) -> None:
    old = await hall.does(page_sessions.link, hall.officer, NOW)
    new = await hall.does(page_sessions.link, hall.officer, NOW)
    assert (await hall.is_refused(page_sessions.open_session, old, "", NOW)).key == "pages-link-old"
    await hall.does(page_sessions.open_session, new, "", NOW)


async def test_of_two_who_use_a_link_at_once_one_is_signed_in(database: Database) -> None:
    """Each by a Writer of its own, as two processes would."""
    hall = await built(database)
    rival = Database(database.url)
    token = await hall.does(page_sessions.link, hall.officer, NOW)
    try:
        answers = await asyncio.gather(
            *(
                one.writer.run(lambda tx: page_sessions.open_session(tx, token, "", NOW))
                for one in (database, rival, database, rival)
            ),
            return_exceptions=True,
        )
    finally:
        rival.close()
    assert sum(isinstance(one, tuple) for one in answers) == 1
    assert [one.key for one in answers if isinstance(one, Refused)] == ["pages-link-old"] * 3
    assert len(hall.read(lambda tx: tx.session.exec(select(PageSession)).all())) == 1


async def test_a_citizen_gets_no_link(hall: TownHall) -> None:
    refused = await hall.is_refused(page_sessions.link, hall.citizen, NOW)
    assert refused.key == "not-for-you"


async def test_a_session_ends_when_idle_for_long(hall: TownHall) -> None:
    key = await signs_in(hall)
    assert whose(hall, key, NOW + IDLE - SECOND) == hall.officer
    assert whose(hall, key, NOW + IDLE) is None


async def test_use_keeps_a_session_open_but_not_beyond_its_term(hall: TownHall) -> None:
    key, at, step = await signs_in(hall), NOW, IDLE - SECOND
    while (at := at + step) < NOW + LONGEST:
        found = hall.read(lambda tx, at=at: page_sessions.signed_in(tx, key, at))
        assert found is not None
        assert page_sessions.is_due(found, at)
        await hall.does(page_sessions.seen, found.session_id, at)
    assert whose(hall, key, NOW + LONGEST - SECOND) == hall.officer
    assert whose(hall, key, NOW + LONGEST) is None


async def test_a_session_that_has_ended_is_not_woken_by_use(hall: TownHall) -> None:
    key = await signs_in(hall)
    found = hall.read(lambda tx: page_sessions.signed_in(tx, key, NOW))
    assert found is not None
    await hall.does(page_sessions.seen, found.session_id, NOW + IDLE)
    assert whose(hall, key, NOW + IDLE) is None


async def test_ending_all_ends_the_sessions_and_links_of_this_person_only(hall: TownHall) -> None:
    keys = [await signs_in(hall), await signs_in(hall, device="Firefox, Linux")]
    waiting = await hall.does(page_sessions.link, hall.officer, NOW)
    other = await hall.does(page_sessions.link, hall.admin, NOW)
    assert await hall.does(page_sessions.end, hall.officer, NOW) == 2
    assert [whose(hall, key, NOW) for key in keys] == [None, None]
    await hall.is_refused(page_sessions.open_session, waiting, "", NOW)
    await hall.does(page_sessions.open_session, other, "", NOW)


async def test_nobody_ends_the_session_of_somebody_else(hall: TownHall) -> None:
    key = await signs_in(hall)
    found = hall.read(lambda tx: page_sessions.signed_in(tx, key, NOW))
    assert found is not None
    assert await hall.does(page_sessions.end, hall.admin, NOW, found.session_id) == 0
    assert whose(hall, key, NOW) == hall.officer


async def test_who_is_dismissed_is_out_at_once(hall: TownHall) -> None:
    key = await signs_in(hall)
    token = await hall.does(page_sessions.link, hall.officer, NOW)
    held = hall.read(lambda tx: people.appointments_of(tx, hall.officer_id, NOW))
    await hall.does(people.dismiss, held[0].id, NOW + SECOND, by=hall.admin)
    assert whose(hall, key, NOW) == hall.officer
    assert whose(hall, key, NOW + SECOND) is None
    refused = await hall.is_refused(page_sessions.open_session, token, "", NOW + SECOND)
    assert refused.key == "not-for-you"


async def test_open_sessions_are_told_with_device_the_latest_first(hall: TownHall) -> None:
    await signs_in(hall)
    await signs_in(hall, NOW + SECOND, "x" * 500)
    told = hall.read(lambda tx: page_sessions.open_sessions(tx, hall.officer, NOW + SECOND))
    assert [one.device for one in told] == ["x" * 60, "Chrome, Android"]


async def test_neither_token_nor_key_is_kept(hall: TownHall) -> None:
    token = await hall.does(page_sessions.link, hall.officer, NOW)
    key, _ = await hall.does(page_sessions.open_session, token, "", NOW)
    rows = hall.read(_rows)
    assert token not in rows
    assert key not in rows
    assert page_sessions.hashed(token) in rows
    assert page_sessions.hashed(key) in rows


def _rows(tx: Transaction) -> str:
    return repr([tx.session.exec(select(one)).all() for one in (PageLink, PageSession)])


async def test_sessions_that_ended_long_ago_are_forgotten(hall: TownHall) -> None:
    await signs_in(hall)
    later = NOW + LONGEST + KEPT
    await hall.does(page_sessions.link, hall.officer, later - SECOND)
    assert len(hall.read(lambda tx: tx.session.exec(select(PageSession)).all())) == 1
    await hall.does(page_sessions.link, hall.officer, later)
    assert hall.read(lambda tx: tx.session.exec(select(PageSession)).all()) == []


async def test_the_journal_says_who_was_signed_in_and_left(hall: TownHall) -> None:
    await signs_in(hall)
    await hall.does(page_sessions.end, hall.officer, NOW)
    told = hall.read(
        lambda tx: [
            (entry.kind, entry.actor_id)
            for entry in tx.session.exec(select(JournalEntry))
            if entry.kind.startswith("pages.")
        ]
    )
    assert told == [(Kind.PAGES_OPENED, hall.officer), (Kind.PAGES_LEFT, hall.officer)]


async def test_a_person_who_was_never_there_has_no_session(hall: TownHall) -> None:
    assert whose(hall, "nobody's key", NOW) is None
    assert await hall.does(page_sessions.end, 9_999, NOW) == 0
