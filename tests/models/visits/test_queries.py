"""What visits tell of a unit and a span of days."""

from __future__ import annotations

import statistics
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from models.statistics import Length, quantile
from models.visits import queries
from models.visits.operations import record
from models.visits.queries import Spread, spread_of
from models.visits.tables import Outcome, Source
from tests.models.visits.counter_hall import MINUTE, NOW, Hall
from tests.models.visits.test_operations import begun

MONDAY = date(2026, 11, 23)
TUESDAY = MONDAY + timedelta(days=1)
LATER = NOW + timedelta(days=2)


async def told(hall: Hall, service: str, minutes: int, **changes: Any) -> None:
    start = changes.pop("started_at", NOW)
    fact = hall.fact(
        service, started_at=start, ended_at=start + minutes * MINUTE, queued_at=None, **changes
    )
    await hall.does(record, fact, Source.API, LATER, None)


async def test_served_by_service_and_span(hall: Hall) -> None:
    for minutes in (5, 10, 15, 20, 25):
        await told(hall, "KTP-el", minutes)
    await told(hall, "KTP-el", 30, outcome=Outcome.REDIRECTED)
    await told(hall, "Akta", 40, started_at=NOW + timedelta(days=1))
    monday, akta = hall.read(lambda tx: queries.served(tx, [hall.unit], MONDAY, TUESDAY))
    assert (monday.service_id, monday.visits, monday.done) == (hall.services["KTP-el"], 6, 5)
    assert (monday.minutes, monday.promised, monday.within) == (75, 5, 3)
    assert (akta.visits, akta.done, akta.minutes, akta.waits) == (1, 1, 40, 0)
    [only] = hall.read(lambda tx: queries.served(tx, None, TUESDAY, TUESDAY))
    assert only == akta
    assert hall.read(lambda tx: queries.served(tx, [hall.other_unit], MONDAY, TUESDAY)) == []


async def test_the_response_rate_has_a_base_or_none(hall: Hall) -> None:
    for _ in range(3):
        await told(hall, "KTP-el", 5)
    base = hall.read(lambda tx: queries.response_base(tx, None, MONDAY, MONDAY))
    assert base == {hall.unit: 3}
    assert hall.read(lambda tx: queries.response_base(tx, None, TUESDAY, TUESDAY)) == {}


async def test_the_spread_is_of_what_was_done(hall: Hall) -> None:
    for minutes in (10, 10, 12, 14, 40):
        await told(hall, "KTP-el", minutes)
    await told(hall, "KTP-el", 300, outcome=Outcome.REDIRECTED)
    for minutes in (1, 2, 3, 4):
        await told(hall, "Akta", minutes)
    found = hall.read(lambda tx: queries.spread(tx, hall.unit, MONDAY, MONDAY))
    assert found == {
        hall.services["KTP-el"]: Spread(5, 12, 29.6),
        hall.services["Akta"]: Spread(4, None, None),
    }


@given(some.lists(some.integers(0, 60), min_size=5, max_size=60))
def test_the_spread_is_that_of_all_lengths(minutes: list[int]) -> None:
    counted = [(float(length), minutes.count(length)) for length in sorted(set(minutes))]
    found = spread_of(counted)
    assert found.n == len(minutes)
    assert found.median == statistics.median(minutes)
    ninth = quantile([Length(float(one)) for one in minutes], 0.9)
    assert ninth is not None
    assert found.p90 == ninth.minutes


async def test_the_usual_services_come_first(hall: Hall) -> None:
    for number, name in enumerate(("Akta", "KTP-el", "KTP-el", "Legalisir", "KTP-el", "Akta")):
        await begun(hall, name, at=NOW + number * MINUTE)
    await begun(hall, "Konsultasi", who="Tono")
    usual = hall.read(lambda tx: queries.usual_services(tx, hall.officers["Sari"], LATER, 2))
    assert usual == [hall.services["KTP-el"], hall.services["Akta"]]
    nothing = NOW + timedelta(days=60)
    assert hall.read(lambda tx: queries.usual_services(tx, hall.officers["Sari"], nothing, 2)) == []
