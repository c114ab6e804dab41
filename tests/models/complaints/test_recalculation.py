"""A calendar that changes moves nothing by itself; an admin may move it, and it is journalled."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy.event import listen

from models import calendars, days_off
from models.complaints import casework, recalculation
from models.complaints.recalculation import Moves
from models.complaints.states import Event
from models.database import Transaction
from models.errors import Refused
from tests.models.complaints.offices_and_people import LATER, NOON, Bureau, refused, wib


async def decree(bureau: Bureau, day: date = date(2026, 11, 26)) -> None:
    """A day off for all offices, decreed after the case came in."""
    await bureau.write(
        lambda tx: days_off.set_own_day(
            tx, None, day, "Pilkada", "SK 12/2026", (), at=LATER, by=None
        )
    )


def proposed(bureau: Bureau, by: str | None = None, at: datetime = LATER) -> list[Moves]:
    person = bureau.people[by] if by else None
    return bureau.read(lambda tx: recalculation.proposed(tx, at, by=person))


async def test_a_late_decree_moves_nothing_by_itself(bureau: Bureau) -> None:
    sent = await bureau.complains(category="waktu")
    before = bureau.case(sent.case_id)
    await decree(bureau)
    await bureau.does("Sari", "take", sent.case_id, at=LATER)
    case = bureau.case(sent.case_id)
    assert (case.resolution_due, case.first_answer_due) == (
        before.resolution_due,
        before.first_answer_due,
    )
    assert case.next_due == before.first_answer_due == wib(30, 16)


async def test_a_case_that_comes_later_counts_by_the_new_version(bureau: Bureau) -> None:
    old = await bureau.complains(category="waktu")
    await decree(bureau)
    new = await bureau.complains("Citra", category="waktu", at=LATER)
    assert new.promise.resolution == wib(1, 16, month=12) > old.promise.resolution
    versions = bureau.read(lambda tx: calendars.of_unit(tx, bureau.units["KTP"]))
    assert [version.valid_from for version in versions] == [NOON, LATER]


async def test_what_would_move_is_shown_and_then_moved_with_an_entry(bureau: Bureau) -> None:
    sent = await bureau.complains(category="waktu")
    await decree(bureau)
    (found,) = proposed(bureau)
    moved = {move.clock: (move.before, move.after) for move in found.moves}
    assert moved["resolution"] == (wib(30, 16), wib(1, 16, month=12))
    assert moved["first_answer"] == (wib(30, 16), wib(1, 16, month=12))
    assert moved["verification"] == (wib(26, 16), wib(27, 16, 30))
    await bureau.write(
        lambda tx: recalculation.recalculate(tx, sent.case_id, LATER, by=bureau.people["Ani"])
    )
    case = bureau.case(sent.case_id)
    assert case.resolution_due == wib(1, 16, month=12)
    assert case.next_due == wib(27, 16, 30)
    last = bureau.read(lambda tx: casework.history(tx, case))[-1]
    assert (last.event, last.actor_id) == (Event.RECALCULATED, bureau.people["Ani"])
    assert bureau.told("Budi")[-1] == "case-recalculated"
    assert proposed(bureau) == []


async def test_the_pauses_count_by_the_new_calendar_too(bureau: Bureau) -> None:
    sent = await bureau.complains(category="waktu")
    await bureau.does("Sari", "ask_back", sent.case_id, "Loket berapa?", at=wib(25, 9))
    await bureau.does("Budi", "citizen_reply", sent.case_id, "Loket 2.", at=wib(27, 9))
    await decree(bureau)
    (found,) = proposed(bureau, at=wib(27, 10))
    # One working day longer, and paused for one working day less: the resolution stays.
    assert {move.clock for move in found.moves} == {"first_answer"}
    assert bureau.case(sent.case_id).next_due == wib(30, 16)


async def test_the_same_calendar_moves_nothing(bureau: Bureau) -> None:
    await bureau.complains(category="waktu")
    await decree(bureau, date(2027, 6, 1))
    assert proposed(bureau) == []


async def test_a_case_that_is_over_stays_as_it_was(bureau: Bureau) -> None:
    sent = await bureau.complains(category="waktu")
    await bureau.does("Budi", "withdraw", sent.case_id, at=LATER)
    await decree(bureau)
    assert proposed(bureau) == []


@pytest.mark.parametrize("name", ["Budi", "Sari", "Hadi"])
async def test_only_an_admin_may(bureau: Bureau, name: str) -> None:
    sent = await bureau.complains(category="waktu")
    await decree(bureau)
    person = bureau.people[name]
    with pytest.raises(Refused, match="not-for-you"):
        proposed(bureau, name)

    def move(tx: Transaction) -> object:
        return recalculation.recalculate(tx, sent.case_id, LATER, by=person)

    assert (await refused(bureau.write(move))).key == "not-for-you"


async def test_what_does_not_move_costs_no_look_at_its_history(bureau: Bureau) -> None:
    """An office has thousands of open cases, and few run by an older calendar."""

    def read(wanted: int) -> int:
        statements: list[str] = []

        def work(tx: Transaction) -> int:
            listen(tx.connection, "before_cursor_execute", lambda *a: statements.append(a[2]))
            return len(recalculation.proposed(tx, LATER, by=None))

        assert bureau.read(work) == wanted
        return sum("FROM journal" in one for one in statements)

    for _ in range(3):
        await bureau.complains("Citra", category="waktu")
    assert read(0) == 0
    await decree(bureau)
    assert read(3) == 3
