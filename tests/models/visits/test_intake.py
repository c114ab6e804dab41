"""Batches of visits: what is read, what is entered, and what each bad row is told."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from models import office_admin
from models.errors import Refused
from models.journal import Kind
from models.visits import intake, operations, reading
from models.visits.intake import Accepted, Entered
from models.visits.reading import Draft, WrongField
from models.visits.tables import Outcome, Source, Visit, VisitPause
from models.visits.telling import Effect
from tests.models.visits.counter_hall import MINUTE, NOW, Hall

LATER = NOW + timedelta(hours=1)
WIB = "Asia/Jakarta"


def told(**changes: Any) -> dict[str, Any]:
    """Ten minutes from nine o'clock on; None leaves a field out."""
    values = {
        "number": "A-1",
        "service": "KTP-el",
        "counter": "Loket 1",
        "queued_at": "2026-11-23T08:55:00+07:00",
        "started_at": "2026-11-23T09:00:00+07:00",
        "ended_at": "2026-11-23T09:10:00+07:00",
    } | changes
    return {name: value for name, value in values.items() if value is not None}


async def entered(hall: Hall, *visits: Any, at: datetime = LATER) -> Entered:
    batch = intake.of_json(json.dumps({"visits": visits}).encode())
    return await hall.does(intake.enter, hall.unit, batch, at)


async def one(hall: Hall, visit: Any, at: datetime = LATER) -> Accepted:
    """The visit is accepted."""
    result = await entered(hall, visit, at=at)
    assert result.rejected == ()
    return result.accepted[0]


async def why(hall: Hall, visit: Any, at: datetime = LATER) -> tuple[str, str]:
    """Field and reason of a visit that is rejected; nothing is stored."""
    before = stored(hall)
    result = await entered(hall, visit, at=at)
    assert result.accepted == ()
    assert stored(hall) == before
    return result.rejected[0].field, result.rejected[0].reason


def refusal(visit: Any) -> tuple[str, str]:
    """The same of what is seen without looking at the unit."""
    with pytest.raises(WrongField) as wrong:
        reading.check(reading.from_json(visit), LATER)
    return wrong.value.field, wrong.value.key


def stored(hall: Hall) -> list[dict[str, Any]]:
    def work(tx: Any) -> list[dict[str, Any]]:
        return [dict(row) for row in tx.session.exec(select(Visit).order_by(Visit.id))]

    return hall.read(work)


def pauses(hall: Hall, visit_id: int) -> list[tuple[datetime, datetime | None]]:
    rows = select(VisitPause).where(VisitPause.visit_id == visit_id).order_by(VisitPause.from_at)
    return hall.read(lambda tx: [(row.from_at, row.until_at) for row in tx.session.exec(rows)])


# --- whole visits


async def test_a_visit_is_stored_with_who_served_and_its_figures(hall: Hall) -> None:
    accepted = await one(hall, told())
    visit = hall.visit(accepted.visit_id)
    assert (visit.unit_id, visit.service_id) == (hall.unit, hall.services["KTP-el"])
    assert (visit.counter_id, visit.officer_id) == (hall.counter, hall.officers["Sari"])
    assert (visit.external, visit.source, visit.outcome) == ("A-1", Source.API, Outcome.DONE)
    assert (visit.minutes, visit.within, visit.waited) == (10, True, 5)
    assert (accepted.effect, accepted.issued) == (Effect.ADDED, NOW + 10 * MINUTE)
    await hall.sums_are_right()


async def test_places_are_found_by_name_whatever_the_case_or_by_id(hall: Hall) -> None:
    service, counter = hall.services["KTP-el"], hall.counter
    for number, named in enumerate(
        [("ktp-EL", " loket  1 "), (service, counter), (str(service), str(counter))]
    ):
        accepted = await one(hall, told(number=f"A-{number}", service=named[0], counter=named[1]))
        visit = hall.visit(accepted.visit_id)
        assert (visit.service_id, visit.counter_id) == (service, counter)


async def test_good_ones_are_kept_and_bad_ones_come_back_with_their_place(hall: Hall) -> None:
    result = await entered(
        hall,
        told(number="A-1"),
        told(number="A-2", ended_at="2026-11-23T08:00:00+07:00"),
        told(number="A-3"),
        told(number="A-4", service="Paspor"),
        17,
    )
    assert [(row.index, row.number) for row in result.accepted] == [(0, "A-1"), (2, "A-3")]
    assert [(row.index, row.field, row.reason) for row in result.rejected] == [
        (1, "ended_at", "visit-end-before-start"),
        (3, "service", "visit-service-unknown"),
        (4, "", "visit-no-object"),
    ]
    assert [row["external"] for row in stored(hall)] == ["A-1", "A-3"]
    await hall.sums_are_right()


async def test_the_same_again_is_known_and_changes_nothing(hall: Hall) -> None:
    visit = told(
        pauses=[{"from": "2026-11-23T09:01:00+07:00", "until": "2026-11-23T09:03:00+07:00"}]
    )
    first = await one(hall, visit)
    before = stored(hall)
    again = await one(hall, visit, at=LATER + MINUTE)
    assert (again.visit_id, again.effect, again.issued) == (
        first.visit_id,
        Effect.KNOWN,
        first.issued,
    )
    assert stored(hall) == before
    assert [row["visits"] for row in hall.counted()] == [1]


async def test_another_visit_under_its_number_is_a_conflict(hall: Hall) -> None:
    await one(hall, told())
    longer = told(ended_at="2026-11-23T09:11:00+07:00")
    assert await why(hall, longer) == ("number", "visit-external-differs")
    later = told(started_at="2026-11-23T09:05:00+07:00", ended_at=None)
    assert await why(hall, later) == ("number", "visit-external-differs")


async def test_a_number_is_of_its_unit(hall: Hall) -> None:
    def moves(tx: Any) -> None:
        office_admin.add_service(tx, hall.other_unit, "Pajak", at=NOW, by=None)

    await hall.does(moves)
    await one(hall, told())
    batch = intake.of_json(json.dumps(told(service="Pajak", counter="Loket A")).encode())
    result = await hall.does(intake.enter, hall.other_unit, batch, LATER)
    assert result.accepted[0].effect is Effect.ADDED
    foreign = told(number="A-9", counter=hall.foreign_counter)
    assert await why(hall, foreign) == ("counter", "visit-counter-unknown")


# --- begun, and over later


async def test_a_visit_begins_and_is_ended_by_the_same_number(hall: Hall) -> None:
    begun = await one(hall, told(ended_at=None), at=NOW + MINUTE)
    assert (begun.effect, begun.issued) == (Effect.ADDED, NOW)
    assert hall.visit(begun.visit_id).ended_at is None
    assert hall.counted() == []
    over = await one(hall, told(outcome="redirected"))
    assert (over.visit_id, over.effect) == (begun.visit_id, Effect.CHANGED)
    visit = hall.visit(over.visit_id)
    assert (visit.ended_at, visit.outcome) == (NOW + 10 * MINUTE, Outcome.REDIRECTED)
    [counted] = hall.counted()
    assert (counted["visits"], counted["done"], counted["waited"]) == (1, 0, 5)
    started, ended = hall.entered(Kind.VISIT_STARTED), hall.entered(Kind.VISIT_ENDED)
    assert [entry["source"] for entry in started + ended] == ["api", "api"]
    await hall.sums_are_right()


async def test_what_is_told_later_replaces_what_was_told_before(hall: Hall) -> None:
    begun = await one(hall, told(ended_at=None, counter=None), at=NOW + MINUTE)
    assert hall.visit(begun.visit_id).officer_id is None
    pause = {"from": "2026-11-23T09:01:00+07:00"}
    changed = told(ended_at=None, service="Akta", queued_at=None, pauses=[pause])
    assert (await one(hall, changed, at=NOW + 2 * MINUTE)).effect is Effect.CHANGED
    visit = hall.visit(begun.visit_id)
    assert (visit.service_id, visit.queued_at) == (hall.services["Akta"], None)
    assert visit.officer_id == hall.officers["Sari"]
    assert pauses(hall, begun.visit_id) == [(NOW + MINUTE, None)]
    assert (await one(hall, changed, at=NOW + 3 * MINUTE)).effect is Effect.KNOWN
    whole = pause | {"until": "2026-11-23T09:05:00+07:00"}
    await one(hall, told(pauses=[whole]))
    assert pauses(hall, begun.visit_id) == [(NOW + MINUTE, NOW + 5 * MINUTE)]
    assert hall.visit(begun.visit_id).minutes == 6


async def test_the_beginning_that_comes_after_the_end_is_nothing_new(hall: Hall) -> None:
    over = await one(hall, told())
    late = await one(hall, told(ended_at=None), at=LATER + MINUTE)
    assert (late.visit_id, late.effect) == (over.visit_id, Effect.KNOWN)
    assert hall.visit(over.visit_id).ended_at is not None


async def test_a_visit_nobody_ended_is_closed_by_the_clock(hall: Hall) -> None:
    begun = await one(hall, told(ended_at=None), at=NOW + MINUTE)
    await hall.does(operations.close_stale, NOW + timedelta(days=2))
    assert hall.visit(begun.visit_id).outcome is not None


# --- what is refused


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"number": None}, "number", "visit-field-missing"),
        ({"number": "  "}, "number", "visit-field-missing"),
        ({"number": ["A"]}, "number", "visit-field-no-text"),
        ({"number": True}, "number", "visit-field-no-text"),
        ({"number": -1}, "number", "visit-field-no-text"),
        ({"number": "x" * 81}, "number", "visit-field-long"),
        ({"number": "A\x001"}, "number", "visit-field-unprintable"),
        ({"number": "A\ud8001"}, "number", "visit-field-unprintable"),
        ({"service": None}, "service", "visit-field-missing"),
        ({"service": 1.5}, "service", "visit-field-no-text"),
        ({"started_at": None}, "started_at", "visit-field-missing"),
        ({"started_at": 1795000000}, "started_at", "visit-field-no-text"),
        ({"started_at": "2026-11-23T09:00:00"}, "started_at", "visit-instant-no-offset"),
        ({"started_at": "2026-11-23"}, "started_at", "visit-instant-unreadable"),
        ({"started_at": "2026-02-30T09:00Z"}, "started_at", "visit-instant-unreadable"),
        ({"started_at": "2026-11-23T09:00+25:00"}, "started_at", "visit-instant-unreadable"),
        ({"started_at": "0001-01-01T00:00+14:00"}, "started_at", "visit-instant-unreadable"),
        ({"started_at": "٢٠٢٦-11-23T09:00Z"}, "started_at", "visit-instant-unreadable"),
        ({"ended_at": "2026-11-23T10:05:01+07:00"}, "ended_at", "visit-instant-future"),
        ({"ended_at": "2026-11-23T08:59:59+07:00"}, "ended_at", "visit-end-before-start"),
        ({"queued_at": "2026-11-23T09:00:01+07:00"}, "queued_at", "visit-queued-after-start"),
        ({"outcome": "selesai"}, "outcome", "visit-outcome-unknown"),
        ({"outcome": "done", "ended_at": None}, "outcome", "visit-outcome-without-end"),
        ({"endedAt": "x"}, "", "visit-field-unknown"),
        ({"pauses": {}}, "pauses", "visit-pauses-no-list"),
        ({"pauses": [{}] * 21}, "pauses", "visit-pauses-many"),
        ({"pauses": [7]}, "pauses[0]", "visit-no-object"),
        ({"pauses": [{"to": 1}]}, "pauses[0]", "visit-field-unknown"),
        ({"pauses": [{"from": "soon"}]}, "pauses[0].from", "visit-instant-unreadable"),
    ],
)
def test_a_bad_field_is_named_with_its_reason(
    changes: dict[str, Any], field: str, reason: str
) -> None:
    assert refusal(told(**changes)) == (field, reason)


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"service": "Paspor"}, "service", "visit-service-unknown"),
        ({"service": 10**40}, "service", "visit-service-unknown"),
        ({"counter": "Loket 9"}, "counter", "visit-counter-unknown"),
        ({"counter": "9" * 40}, "counter", "visit-counter-unknown"),
        (
            {"queued_at": None, "started_at": "2025-11-01T09:00:00+07:00"},
            "started_at",
            "visit-too-old",
        ),
        ({"queued_at": "2025-11-01T09:00:00+07:00"}, "queued_at", "visit-too-old"),
    ],
)
async def test_what_only_the_unit_knows_is_refused_too(
    hall: Hall, changes: dict[str, Any], field: str, reason: str
) -> None:
    assert await why(hall, told(**changes)) == (field, reason)
    assert await why(hall, told(ended_at=None, **changes)) == (field, reason)


@pytest.mark.parametrize(
    ("spans", "field", "reason"),
    [
        ([("08:59", "09:01")], "pauses[0]", "visit-pause-outside"),
        ([("09:05", "09:11")], "pauses[0]", "visit-pause-outside"),
        ([("09:05", "09:04")], "pauses[0]", "visit-pause-outside"),
        ([("09:01", "09:05"), ("09:04", "09:06")], "pauses[1]", "visit-pause-outside"),
        ([("09:05", "09:06"), ("09:01", "09:02")], "pauses[1]", "visit-pause-outside"),
        ([("09:01", None)], "pauses[0].until", "visit-field-missing"),
    ],
)
def test_pauses_lie_within_the_visit_in_order(
    spans: list[tuple[str, str | None]], field: str, reason: str
) -> None:
    def clock(time: str | None) -> str | None:
        return time and f"2026-11-23T{time}:00+07:00"

    listed = [{"from": clock(start), "until": clock(end)} for start, end in spans]
    assert refusal(told(pauses=listed)) == (field, reason)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "api-json-broken"),
        (b"{", "api-json-broken"),
        (b"\xff", "api-json-broken"),
        (b"[" * 100_000, "api-json-broken"),
        (b'{"number": ' + b"1" * 5000 + b"}", "api-json-broken"),
        (b"[]", "api-json-no-object"),
        (b'{"visits": {}}', "api-json-no-list"),
        (b'{"visits": [], "more": 1}', "api-json-no-list"),
        (b'{"visits": []}', "api-visits-none"),
        (b'{"visits": [' + b"1," * 100 + b"1]}", "api-visits-many"),
    ],
)
def test_a_body_that_is_no_batch_is_refused_as_a_whole(content: bytes, key: str) -> None:
    with pytest.raises(Refused) as refused:
        intake.of_json(content)
    assert refused.value.key == key


# --- instants


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23T09:15:00+07:00",
        "2026-11-23T09:15+0700",
        " 2026-11-23 09:15:00.000+07 ",
        "2026-11-23T02:15:00Z",
        "2026-11-23t02:15:00.000000000z",
    ],
)
def test_every_spelling_of_an_instant_with_its_offset_is_read(text: str) -> None:
    draft = reading.from_json(told(started_at=text, ended_at=None))
    assert draft.started_at == NOW + 15 * MINUTE


@given(st.timedeltas(timedelta(), timedelta(days=25_000)), st.integers(-840, 840))
def test_what_is_written_is_what_is_read(since: timedelta, offset: int) -> None:
    zone = timezone(timedelta(minutes=offset))
    instant = (datetime(2020, 1, 2, tzinfo=UTC) + since).astimezone(zone)
    assert reading.from_json(told(started_at=instant.isoformat())).started_at == instant


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
FIELD = st.sampled_from(reading.FIELDS)


@given(st.dictionaries(FIELD, ANYTHING) | ANYTHING)
def test_anything_is_read_or_refused(value: object) -> None:
    try:
        draft = reading.from_json(value)
    except WrongField:
        return
    assert isinstance(draft, Draft)


# --- tables


CSV = """nomor;layanan;loket;ambil nomor;mulai;selesai;hasil
A-1;KTP-el;Loket 1;23/11/2026 08.55;23/11/2026 09.00;23/11/2026 09.10;selesai
A-2;KTP-el;;;2026-11-23 09:00;2026-11-23T02:10Z;Dialihkan
A-3;KTP-el;;;23-11-2026, pukul 9.00;;
"""


async def from_table(hall: Hall, text: str, zone: str = WIB) -> Entered:
    return await hall.does(intake.enter, hall.unit, intake.of_csv(text.encode(), zone), LATER)


async def test_a_table_has_local_times_and_the_words_of_the_office(hall: Hall) -> None:
    result = await from_table(hall, CSV)
    assert result.rejected == ()
    visits = [hall.visit(row.visit_id) for row in result.accepted]
    assert {visit.started_at for visit in visits} == {NOW}
    assert [visit.ended_at for visit in visits] == [NOW + 10 * MINUTE, NOW + 10 * MINUTE, None]
    assert [visit.outcome for visit in visits] == [Outcome.DONE, Outcome.REDIRECTED, None]
    assert {visit.source for visit in visits} == {Source.CSV}


async def test_the_zone_of_a_table_is_the_units(hall: Hall) -> None:
    draft = intake.of_csv(CSV.encode(), "Asia/Jayapura").visits[0].read()
    assert draft.started_at == NOW - timedelta(hours=2)


async def test_a_bad_row_comes_back_with_line_column_and_reason(hall: Hall) -> None:
    text = (
        "number,service,Started At,ended_at,outcome\n"
        "A-1,KTP-el,2026-11-23 09:00,2026-11-23 08:00,\n"
        "\n"
        "A-2,KTP-el,kemarin,,\n"
        ",KTP-el,2026-11-23 09:00,,\n"
        "A-4,KTP-el,31/02/2026 09.00,,\n"
        "A-5,KTP-el,2026-11-23 09:00,2026-11-23 09:05,bagus\n"
        "A-6,KTP-el,2026-11-23 09:00,2026-11-23 09:05,done,more\n"
        "A-7,KTP-el,2026-11-23 09:00,2026-11-23 09:05,done\n"
    )
    result = await from_table(hall, text)
    assert [(row.line, row.field, row.reason) for row in result.rejected] == [
        (2, "ended_at", "visit-end-before-start"),
        (4, "Started At", "visit-instant-unreadable"),
        (5, "number", "visit-field-missing"),
        (6, "Started At", "visit-instant-unreadable"),
        (7, "outcome", "visit-outcome-unknown"),
        (8, "", "csv-row-long"),
    ]
    assert [row.number for row in result.accepted] == ["A-7"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "csv-empty"),
        ("nomor;layanan\nA;KTP-el\n", "csv-no-column"),
        ("nomor;layanan;mulai;warna\n", "api-csv-column-unknown"),
        ("nomor;layanan;mulai\n", "api-visits-none"),
        ("nomor;layanan;mulai\n" + "A;B;C\n" * 501, "api-visits-many"),
    ],
)
def test_a_table_that_is_no_batch_is_refused_as_a_whole(text: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        intake.of_csv(text.encode(), WIB)
    assert refused.value.key == key


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.fixed_dictionaries(dict.fromkeys(reading.COLUMNS.values(), CELLS)))
def test_any_row_is_read_or_refused(cells: dict[str, str]) -> None:
    try:
        draft = reading.from_cells(cells, WIB)
    except WrongField:
        return
    assert draft.started_at.tzinfo is not None


def test_midnight_and_seconds_are_read() -> None:
    cells = {"nomor": "A", "layanan": "B", "mulai": "23/11/2026 00.00.30"}
    assert reading.from_cells(cells, WIB).started_at == datetime(
        2026, 11, 22, 17, 0, 30, tzinfo=UTC
    )
