"""The pace of a person, as the ledger knows it, and how many complaints somebody may send."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import flood, intake
from models.complaints.tables import Case, Category
from models.database import Database, Transaction
from models.flood import SLOWEST, Limits, Pace
from models.intake import ASKED_TO_WAIT, REFUSED
from tests.models.town_hall import TownHall, built

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ME, OTHER = 1, 2
LIMITS = Limits(slow_after=20, stop_after=40)


def second(n: float) -> datetime:
    return AT + timedelta(seconds=n)


@given(st.integers(0, 100), st.integers(1, 60), st.integers(1, 60))
def test_the_more_the_slower_and_the_limits_are_where_they_are_set(
    n: int, slow: int, stop: int
) -> None:
    limits = Limits(slow, stop)
    now, more = flood.delay(Pace(n), limits), flood.delay(Pace(n + 1), limits)
    assert timedelta() <= now <= more <= SLOWEST
    assert bool(now) == (n + 1 > slow)
    assert flood.is_too_many(Pace(n), limits) == (n + 1 > stop)


def test_those_who_work_here_may_send_more() -> None:
    assert LIMITS.of_staff() == Limits(60, 120)


async def test_the_pace_is_what_was_worked_on_in_the_last_minute(database: Database) -> None:
    def work(tx: Transaction) -> list[Pace]:
        rows: list[tuple[float, int | None, str | None]] = [
            (0, ME, None), (1, ME, None), (30, OTHER, None), (30, None, None), (40, ME, None),
            (50, ME, ASKED_TO_WAIT), (51, ME, REFUSED), (52, ME, REFUSED),
        ]  # fmt: skip
        for number, (at, person_id, outcome) in enumerate(rows):
            assert intake.record(tx, number, second(at), person_id, outcome)
        times = (39, 59.9, 60, 61, 109.9, 110)
        return [flood.pace(tx, ME, second(at)) for at in times]

    asked = second(50)
    assert await database.writer.run(work) == [
        Pace(3, asked),
        Pace(3, asked),
        Pace(2, asked),
        Pace(1, asked),
        Pace(0, asked),
        Pace(0),
    ]


@pytest.mark.parametrize(
    ("ago", "refused"),
    [
        ([1, 2, 3, 4], None),
        ([1, 2, 3, 4, 20], ("complaints-too-many", 40)),
        ([1, 2, 3, 4, 59.5], ("complaints-too-many", 1)),
        ([1, 2, 3, 4, 60], None),
        ([1, 2, 3, 4, 20, 30, 40], ("complaints-too-many", 40)),
        ([60 * n for n in range(1, 15)], None),
        ([60 * n for n in range(1, 16)], ("complaints-too-many-day", 9)),
        ([90 * n for n in range(1, 17)], ("complaints-too-many-day", 2)),
        ([96 * n for n in range(1, 17)], None),
        ([1, 2, 3, 4, 5, *(60 * n for n in range(2, 14))], ("complaints-too-many-day", 13)),
    ],
)
async def test_complaints_an_hour_and_a_day(
    database: Database, ago: list[float], refused: tuple[str, int] | None
) -> None:
    hall = await built(database)

    def sent(tx: Transaction) -> None:
        for number, minutes in enumerate(ago):
            tx.session.add(case(hall, number, AT - timedelta(minutes=minutes), hall.citizen))
            tx.session.add(case(hall, 1000 + number, AT, hall.admin))  # somebody else's
        tx.session.flush()

    await hall.does(sent)
    if refused is None:
        await hall.does(flood.may_complain, hall.citizen, AT)
        return
    found = await hall.is_refused(flood.may_complain, hall.citizen, AT)
    assert (found.key, found.values["wait"]) == refused


async def test_when_the_wait_is_over_the_next_one_is_taken(database: Database) -> None:
    hall = await built(database)

    def sent(tx: Transaction) -> None:
        for number in range(5):
            tx.session.add(case(hall, number, AT, hall.citizen))

    await hall.does(sent)
    found = await hall.is_refused(flood.may_complain, hall.citizen, AT + timedelta(minutes=20.5))
    assert found.values == {"most": 5, "wait": 40}
    await hall.does(flood.may_complain, hall.citizen, AT + timedelta(minutes=60.5))


def case(hall: TownHall, number: int, at: datetime, reporter_id: int) -> Case:
    return Case(
        ticket=f"SW-26-{number:06d}-X",
        unit_id=hall.unit,
        category=Category.WAKTU,
        kind="minor",
        text="Lama sekali.",
        reporter_id=reporter_id,
        reporter="pseudonym",
        state="sent",
        received_at=at,
        first_answer_due=at,
        resolution_due=at,
    )
