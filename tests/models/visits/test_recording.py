"""Visits told of by a queue system or a file."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from models.journal import Kind
from models.offices import RosterEntry
from models.visits.operations import record
from models.visits.tables import Outcome, Source
from tests.models.visits.counter_hall import MINUTE, NOW, Hall

LATER = NOW + timedelta(days=1)


async def test_a_visit_is_stored_whole_with_its_figures(hall: Hall) -> None:
    visit = await hall.does(record, hall.fact(external="A-1"), Source.API, LATER, None)
    kept = hall.visit(visit.id)
    assert (kept.officer_id, kept.day) == (hall.officers["Sari"], date(2026, 11, 23))
    assert (kept.promised, kept.minutes, kept.within, kept.waited) == ("15 minutes", 10, True, 5)
    [counted] = hall.counted()
    assert (counted["visits"], counted["done"], counted["within"], counted["minutes"]) == (
        1,
        1,
        1,
        10,
    )
    [entry] = hall.entered(Kind.VISIT_RECORDED)
    assert (entry["visit"], entry["source"], entry["outcome"]) == (visit.id, "api", "done")


async def test_the_same_fact_again_changes_nothing(hall: Hall) -> None:
    pauses = ((NOW + MINUTE, NOW + 3 * MINUTE),)
    fact = hall.fact(external="A-1", pauses=pauses)
    first = await hall.does(record, fact, Source.API, LATER, None)
    again = await hall.does(record, fact, Source.API, LATER + MINUTE, None)
    assert again.id == first.id
    assert [one["visits"] for one in hall.counted()] == [1]
    assert len(hall.entered(Kind.VISIT_RECORDED)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"ended_at": NOW + 11 * MINUTE},
        {"outcome": Outcome.REDIRECTED},
        {"queued_at": None},
        {"counter_id": None},
        {"pauses": ((NOW + MINUTE, NOW + 2 * MINUTE),)},
    ],
)
async def test_another_fact_under_the_same_number_is_refused(
    hall: Hall, changes: dict[str, Any]
) -> None:
    await hall.does(record, hall.fact(external="A-1"), Source.API, LATER, None)
    other = hall.fact(external="A-1", **changes)
    key = await hall.refused(record, other, Source.API, LATER, None)
    assert key == "visit-external-differs"
    assert [one["visits"] for one in hall.counted()] == [1]


async def test_without_a_number_every_fact_is_a_visit(hall: Hall) -> None:
    for _ in range(2):
        await hall.does(record, hall.fact(), Source.CSV, LATER, None)
    assert [one["visits"] for one in hall.counted()] == [2]


async def test_who_served_is_who_was_on_the_roster_then(hall: Hall) -> None:
    def hand_over(tx: Any) -> None:
        tx.session.add(
            RosterEntry(counter_id=hall.counter, officer_id=hall.officers["Tono"], from_at=LATER)
        )

    await hall.does(hand_over)
    visit = await hall.does(record, hall.fact(), Source.API, LATER + MINUTE, None)
    assert visit.officer_id == hall.officers["Sari"]
    nowhere = await hall.does(record, hall.fact(counter_id=None), Source.API, LATER, None)
    assert nowhere.officer_id is None


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"ended_at": NOW - MINUTE}, "visit-times-order"),
        ({"queued_at": NOW + MINUTE}, "visit-times-order"),
        ({"pauses": ((NOW - MINUTE, NOW),)}, "visit-times-order"),
        ({"pauses": ((NOW, NOW + 20 * MINUTE),)}, "visit-times-order"),
        ({"ended_at": LATER + 6 * MINUTE}, "visit-in-future"),
        ({"queued_at": NOW - timedelta(days=366)}, "visit-too-old"),
        ({"external": ""}, "visit-external-length"),
        ({"external": "x" * 81}, "visit-external-length"),
        ({"service_id": 10_000}, "service-unknown"),
        ({"counter_id": 10_000}, "counter-unknown"),
    ],
)
async def test_what_cannot_be_so_is_refused(hall: Hall, changes: dict[str, Any], key: str) -> None:
    assert await hall.refused(record, hall.fact(**changes), Source.API, LATER, None) == key
    assert hall.counted() == []


async def test_places_of_another_unit_are_refused(hall: Hall) -> None:
    elsewhere = hall.fact(counter_id=hall.foreign_counter)
    assert await hall.refused(record, elsewhere, Source.API, LATER, None) == "counter-unknown"
    foreign = hall.fact(unit_id=hall.other_unit, counter_id=None)
    assert await hall.refused(record, foreign, Source.API, LATER, None) == "service-unknown"


async def test_a_file_is_read_in_by_a_head_or_an_admin_only(hall: Hall) -> None:
    await hall.does(record, hall.fact(), Source.CSV, LATER, hall.people["Hadi"])
    for name in ("Sari", "Umar", "Budi"):
        by = hall.people[name]
        assert await hall.refused(record, hall.fact(), Source.CSV, LATER, by) == "not-for-you"
