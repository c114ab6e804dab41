"""An officer serves: begins, pauses, ends, takes back; and what becomes of what was forgotten."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import select

from models import people
from models.database import Transaction
from models.journal import Kind
from models.people import Appointment, Person
from models.ratings import operations as ratings
from models.ratings.tables import Asked
from models.visits import operations, scans
from models.visits.operations import UNDO_FOR, Undone
from models.visits.queries import open_of
from models.visits.tables import Outcome, Source, Visit, VisitPause
from tests.models.visits.counter_hall import KEY, MINUTE, NOW, Hall


async def begun(hall: Hall, service: str = "KTP-el", who: str = "Sari", at: Any = NOW) -> int:
    visit = await hall.does(
        operations.start, hall.officers[who], hall.services[service], None, at, hall.people[who]
    )
    return visit.id or 0


async def test_a_visit_from_start_to_finish(hall: Hall) -> None:
    sari = hall.people["Sari"]
    visit_id = await begun(hall)
    started = hall.visit(visit_id)
    assert (started.counter_id, started.officer_id) == (hall.counter, hall.officers["Sari"])
    assert (started.day, started.ended_at) == (date(2026, 11, 23), None)
    assert hall.counted() == []
    await hall.does(operations.finish, visit_id, Outcome.DONE, NOW + 12 * MINUTE, sari)
    ended = hall.visit(visit_id)
    assert (ended.promised, ended.minutes, ended.within) == ("15 minutes", 12, True)
    assert [(one["visits"], one["done"], one["minutes"]) for one in hall.counted()] == [(1, 1, 12)]
    assert hall.entered(Kind.VISIT_STARTED) == [
        {"visit": visit_id, "service": hall.services["KTP-el"], "counter": hall.counter}
    ]
    assert hall.entered(Kind.VISIT_ENDED) == [{"visit": visit_id, "outcome": "done"}]


async def test_missing_papers_stop_the_clock(hall: Hall) -> None:
    sari, visit_id = hall.people["Sari"], await begun(hall)
    await hall.does(operations.pause, visit_id, NOW + 4 * MINUTE, sari)
    [waiting] = hall.read(lambda tx: open_of(tx, hall.officers["Sari"]))
    assert (waiting.paused_since, waiting.minutes(NOW + MINUTE)) == (NOW + 4 * MINUTE, 4)
    assert await hall.refused(operations.pause, visit_id, NOW + 5 * MINUTE, sari) == "visit-paused"
    tomorrow = NOW + timedelta(days=1)
    await hall.does(operations.resume, visit_id, tomorrow, sari)
    key = await hall.refused(operations.resume, visit_id, tomorrow, sari)
    assert key == "visit-not-paused"
    [running] = hall.read(lambda tx: open_of(tx, hall.officers["Sari"]))
    assert (running.paused_since, running.minutes(tomorrow + MINUTE)) == (None, 5)
    await hall.does(operations.finish, visit_id, Outcome.DONE, tomorrow + 6 * MINUTE, sari)
    visit = hall.visit(visit_id)
    assert (visit.minutes, visit.within, visit.day) == (10, True, date(2026, 11, 23))


async def test_who_is_sent_elsewhere_is_not_done(hall: Hall) -> None:
    visit_id = await begun(hall)
    await hall.does(
        operations.finish, visit_id, Outcome.REDIRECTED, NOW + MINUTE, hall.people["Sari"]
    )
    visit = hall.visit(visit_id)
    assert (visit.minutes, visit.within) == (None, None)
    assert [(one["visits"], one["done"], one["promised"]) for one in hall.counted()] == [(1, 0, 0)]


async def test_an_officer_without_a_counter_serves_too(hall: Hall) -> None:
    assert hall.visit(await begun(hall, who="Tono")).counter_id is None


async def test_only_officers_of_the_unit_begin(hall: Hall) -> None:
    async def refused(who: str, officer: str) -> str:
        return await hall.refused(
            operations.start,
            hall.officers[officer],
            hall.services["KTP-el"],
            None,
            NOW,
            hall.people[who],
        )

    assert await refused("Umar", "Umar") == "not-for-you"
    assert await refused("Budi", "Sari") == "not-for-you"
    assert await refused("Tono", "Sari") == "not-for-you"
    await begun(hall, who="Hadi")


async def test_who_was_dismissed_does_nothing_any_more(hall: Hall) -> None:
    visit_id = await begun(hall)

    def dismiss(tx: Transaction) -> None:
        held = select(Appointment).where(Appointment.officer_id == hall.officers["Sari"])
        people.dismiss(tx, tx.session.exec(held).one().id or 0, NOW + MINUTE, None)

    await hall.does(dismiss)
    key = await hall.refused(operations.pause, visit_id, NOW + 2 * MINUTE, hall.people["Sari"])
    assert key == "not-for-you"


async def test_a_counter_of_another_unit_is_refused(hall: Hall) -> None:
    key = await hall.refused(
        operations.start,
        hall.officers["Sari"],
        hall.services["KTP-el"],
        hall.foreign_counter,
        NOW,
        hall.people["Sari"],
    )
    assert key == "counter-unknown"


@pytest.mark.parametrize("who", ["Tono", "Umar", "Budi"])
async def test_only_the_officer_of_a_visit_or_a_head_acts_on_it(hall: Hall, who: str) -> None:
    visit_id, by, at = await begun(hall), hall.people[who], NOW + MINUTE
    for act in (operations.pause, operations.resume, operations.undo):
        assert await hall.refused(act, visit_id, at, by) == "not-for-you"
    assert await hall.refused(operations.finish, visit_id, Outcome.DONE, at, by) == "not-for-you"
    await hall.does(operations.finish, visit_id, Outcome.DONE, at, hall.people["Hadi"])


async def test_two_taps_are_one_visit(hall: Hall) -> None:
    await begun(hall)
    for at, key in (
        (NOW, "visit-just-started"),
        (NOW + timedelta(seconds=2), "visit-just-started"),
    ):
        sari = (hall.officers["Sari"], hall.services["KTP-el"], None, at, hall.people["Sari"])
        assert await hall.refused(operations.start, *sari) == key
    await begun(hall, at=NOW + timedelta(seconds=3))
    await begun(hall, "Akta")
    assert len(hall.read(lambda tx: open_of(tx, hall.officers["Sari"]))) == 3


async def test_nobody_leaves_more_than_twenty_open(hall: Hall) -> None:
    for number in range(operations.MOST_OPEN):
        await begun(hall, at=NOW + number * MINUTE)
    late = NOW + timedelta(hours=1)
    sari = (hall.officers["Sari"], hall.services["KTP-el"], None, late, hall.people["Sari"])
    assert await hall.refused(operations.start, *sari) == "visit-too-many"


async def test_what_is_over_is_over(hall: Hall) -> None:
    sari, visit_id, at = hall.people["Sari"], await begun(hall), NOW + MINUTE
    await hall.does(operations.finish, visit_id, Outcome.DONE, at, sari)
    assert await hall.refused(operations.pause, visit_id, at, sari) == "visit-over"
    key = await hall.refused(operations.finish, visit_id, Outcome.DONE, at, sari)
    assert key == "visit-over"


# --- taking back


async def test_every_act_is_taken_back_in_turn(hall: Hall) -> None:
    sari, visit_id = hall.people["Sari"], await begun(hall)
    await hall.does(operations.pause, visit_id, NOW + MINUTE, sari)
    await hall.does(operations.resume, visit_id, NOW + 2 * MINUTE, sari)
    await hall.does(operations.finish, visit_id, Outcome.DONE, NOW + 3 * MINUTE, sari)
    taken = [await hall.does(operations.undo, visit_id, NOW + 4 * MINUTE, sari) for _ in range(4)]
    assert taken == [Undone.END, Undone.RESUME, Undone.PAUSE, Undone.START]
    visit = hall.visit(visit_id)
    assert (visit.undone_at, visit.ended_at, visit.minutes) == (NOW + 4 * MINUTE, None, None)
    assert hall.counted() == []
    assert hall.read(lambda tx: tx.session.exec(select(VisitPause)).all()) == []
    assert hall.read(lambda tx: open_of(tx, hall.officers["Sari"])) == []
    key = await hall.refused(operations.undo, visit_id, NOW + 4 * MINUTE, sari)
    assert key == "visit-over"
    await hall.sums_are_right()


async def test_a_visit_taken_back_to_running_is_ended_anew(hall: Hall) -> None:
    sari, visit_id = hall.people["Sari"], await begun(hall)
    await hall.does(operations.finish, visit_id, Outcome.REDIRECTED, NOW + 3 * MINUTE, sari)
    await hall.does(operations.undo, visit_id, NOW + 4 * MINUTE, sari)
    await hall.does(operations.finish, visit_id, Outcome.DONE, NOW + 16 * MINUTE, sari)
    assert [
        (one["visits"], one["done"], one["minutes"], one["within"]) for one in hall.counted()
    ] == [(1, 1, 16, 0)]


async def test_after_five_minutes_an_act_stays(hall: Hall) -> None:
    sari, visit_id = hall.people["Sari"], await begun(hall)
    late = NOW + UNDO_FOR + timedelta(seconds=1)
    assert await hall.refused(operations.undo, visit_id, late, sari) == "visit-undo-late"
    assert await hall.does(operations.undo, visit_id, NOW + UNDO_FOR, sari) is Undone.START


async def test_what_is_rated_is_not_taken_back(hall: Hall) -> None:
    sari, budi, visit_id = hall.people["Sari"], hall.people["Budi"], await begun(hall)

    def rate(tx: Transaction) -> None:
        visit = tx.session.get_one(Visit, visit_id)
        scans.scan(tx, KEY, scans.token(visit, KEY, NOW), budi, NOW)
        rater = tx.session.get_one(Person, budi).pseudonym
        ratings.give(
            tx, rater, hall.unit, 3, NOW, asked=Asked.VISIT, visit_id=visit_id, actor_id=budi
        )

    await hall.does(rate)
    assert await hall.refused(operations.undo, visit_id, NOW, sari) == "visit-undo-rated"


async def test_a_start_stays_once_its_code_was_scanned(hall: Hall) -> None:
    sari, budi, visit_id = hall.people["Sari"], hall.people["Budi"], await begun(hall)

    def scan(tx: Transaction) -> None:
        scans.scan(tx, KEY, scans.token(tx.session.get_one(Visit, visit_id), KEY, NOW), budi, NOW)

    await hall.does(scan)
    assert await hall.refused(operations.undo, visit_id, NOW, sari) == "visit-undo-scanned"
    await hall.does(operations.finish, visit_id, Outcome.DONE, NOW + MINUTE, sari)
    assert await hall.does(operations.undo, visit_id, NOW + MINUTE, sari) is Undone.END


# --- what nobody ended


async def test_a_forgotten_visit_closes_with_the_next_working_day(hall: Hall) -> None:
    visit_id = await begun(hall)
    closing = NOW + timedelta(days=1, hours=7, minutes=30)  # Tuesday, 16.30
    assert await hall.does(operations.close_stale, NOW + timedelta(days=1)) == 0
    assert await hall.does(operations.close_stale, closing) == 1
    visit = hall.visit(visit_id)
    assert (visit.outcome, visit.minutes, visit.within) == (Outcome.LEFT, None, None)
    assert [(one["visits"], one["done"]) for one in hall.counted()] == [(1, 0)]
    assert await hall.does(operations.close_stale, closing) == 0


async def test_a_visit_of_friday_stays_open_over_the_weekend(hall: Hall) -> None:
    friday = NOW + timedelta(days=4)
    await begun(hall, at=friday)
    assert await hall.does(operations.close_stale, friday + timedelta(days=3)) == 0
    assert await hall.does(operations.close_stale, friday + timedelta(days=4)) == 1


async def test_papers_may_take_a_fortnight(hall: Hall) -> None:
    sari, visit_id = hall.people["Sari"], await begun(hall)
    await hall.does(operations.pause, visit_id, NOW, sari)
    fortnight = NOW + timedelta(days=14)
    assert await hall.does(operations.close_stale, fortnight - MINUTE) == 0
    assert await hall.does(operations.close_stale, fortnight) == 1
    assert hall.visit(visit_id).outcome == Outcome.LEFT


async def test_who_comes_back_with_papers_has_another_day(hall: Hall) -> None:
    sari, visit_id = hall.people["Sari"], await begun(hall)
    back = NOW + timedelta(days=7)
    await hall.does(operations.pause, visit_id, NOW, sari)
    await hall.does(operations.resume, visit_id, back, sari)
    assert await hall.does(operations.close_stale, back + timedelta(hours=3)) == 0
    assert await hall.does(operations.close_stale, back + timedelta(days=1, hours=8)) == 1


async def test_what_a_queue_system_tells_of_is_not_touched_in_the_chat(hall: Hall) -> None:
    late = NOW + timedelta(days=1)
    visit = await hall.does(operations.record, hall.fact(), Source.API, late, None)
    hadi, sari = hall.people["Hadi"], hall.people["Sari"]
    assert await hall.refused(operations.undo, visit.id, late, hadi) == "visit-of-queue"
    key = await hall.refused(operations.finish, visit.id, Outcome.DONE, late, sari)
    assert key == "visit-of-queue"
