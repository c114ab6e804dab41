"""Offices, units, services, counters, own days and the calendar they make."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import select

from models import days_off, entries, office_admin, offices, staffing, worktime
from models.database import Database
from models.errors import Refused
from models.journal import JournalEntry
from models.office_admin import Duties
from models.offices import RosterEntry, Unit
from models.opening_hours import read_week
from models.worktime import OFFICE_WEEK, Calendar
from tests.models import town_hall
from tests.models.town_hall import NOW, TownHall, built

CHRISTMAS = date(2026, 12, 25)
WEDNESDAY = date(2026, 11, 25)
SATURDAY = date(2026, 11, 28)


@pytest.fixture
async def hall(database: Database) -> TownHall:
    return await built(database)


def calendar(hall: TownHall) -> Calendar:
    return hall.read(lambda tx: offices.calendar_of(tx, tx.session.get_one(Unit, hall.unit)))


# --- the calendar


async def test_a_unit_without_hours_keeps_the_office_week_and_national_days_off(
    hall: TownHall,
) -> None:
    known = calendar(hall)
    assert known.hours(WEDNESDAY) == OFFICE_WEEK[2]
    assert known.hours(SATURDAY) == ()
    assert known.hours(CHRISTMAS) == ()  # a Friday
    assert known.decreed_until is not None
    assert known.decreed_until >= 2026


async def test_the_same_answers_give_the_same_calendar(hall: TownHall) -> None:
    assert calendar(hall) is calendar(hall)


async def test_own_hours_of_a_unit(hall: TownHall) -> None:
    week = read_week("Sen-Sab 08.00-14.00")
    await hall.does(office_admin.set_hours, hall.unit, week, at=NOW, by=hall.office_admin)
    assert calendar(hall).hours(SATURDAY) == ((480, 840),)
    assert calendar(hall).hours(CHRISTMAS) == ()


async def test_an_own_day_overrules_the_week_and_a_holiday(hall: TownHall) -> None:
    for day, hours in ((WEDNESDAY, ()), (CHRISTMAS, ((480, 600),))):
        await hall.does(
            days_off.set_own_day, hall.office, day, "Pawai", "SK 1", hours, at=NOW, by=hall.admin
        )
    assert calendar(hall).hours(WEDNESDAY) == ()
    assert calendar(hall).hours(CHRISTMAS) == ((480, 600),)
    assert calendar(hall).own_days[WEDNESDAY].decree == "SK 1"


async def test_the_offices_own_day_overrules_that_of_all_offices(hall: TownHall) -> None:
    for office, hours in ((hall.office, ((480, 600),)), (None, ())):
        await hall.does(
            days_off.set_own_day, office, WEDNESDAY, "Pilkada", "", hours, at=NOW, by=hall.admin
        )
    assert calendar(hall).hours(WEDNESDAY) == ((480, 600),)


async def test_a_removed_own_day_no_longer_counts(hall: TownHall) -> None:
    await hall.does(
        days_off.set_own_day, hall.office, WEDNESDAY, "Apel", "", (), at=NOW, by=hall.admin
    )
    own = hall.read(lambda tx: offices.own_days(tx, hall.office))[0]
    await hall.does(days_off.remove_own_day, own.id, at=NOW, by=hall.office_admin)
    assert calendar(hall).hours(WEDNESDAY) == OFFICE_WEEK[2]


async def test_a_past_own_day_stays(hall: TownHall) -> None:
    yesterday = NOW.date() - timedelta(days=1)
    await hall.does(
        days_off.set_own_day, hall.office, yesterday, "Apel", "", (), at=NOW, by=hall.admin
    )
    own = hall.read(lambda tx: offices.own_days(tx, hall.office))[0]
    refused = await hall.is_refused(days_off.remove_own_day, own.id, at=NOW, by=hall.admin)
    assert refused.key == "own-day-past"


async def test_ramadan_shortens_the_usual_week_only(hall: TownHall) -> None:
    first, last = date(2026, 11, 20), date(2026, 12, 10)
    await hall.does(days_off.set_ramadan, hall.office, first, last, at=NOW, by=hall.office_admin)
    assert calendar(hall).hours(WEDNESDAY) == worktime.RAMADAN_WEEK[2]
    always = read_week("Setiap hari 24 jam")
    await hall.does(office_admin.set_hours, hall.unit, always, at=NOW, by=hall.office_admin)
    assert calendar(hall).hours(WEDNESDAY) == ((0, 1440),)


async def test_a_corrected_ramadan_replaces_the_one_it_overlaps(hall: TownHall) -> None:
    for first in (date(2026, 11, 20), date(2026, 11, 26)):
        last = first + timedelta(days=29)
        await hall.does(days_off.set_ramadan, hall.office, first, last, at=NOW, by=hall.admin)
    assert calendar(hall).hours(WEDNESDAY) == OFFICE_WEEK[2]
    assert calendar(hall).hours(date(2026, 11, 26)) == worktime.RAMADAN_WEEK[3]


@pytest.mark.parametrize(("days", "key"), [(-1, "days-backwards"), (60, "days-too-many")])
async def test_an_impossible_ramadan_is_refused(hall: TownHall, days: int, key: str) -> None:
    last = WEDNESDAY + timedelta(days=days)
    refused = await hall.is_refused(
        days_off.set_ramadan, hall.office, WEDNESDAY, last, at=NOW, by=hall.admin
    )
    assert refused.key == key


# --- units, services, counters


async def test_a_new_unit_has_the_offices_zone(hall: TownHall) -> None:
    unit = await hall.does(
        office_admin.add_unit, hall.other_office, "Loket Surat", at=NOW, by=hall.admin
    )
    assert (unit.zone, unit.hours) == ("Asia/Jayapura", None)


async def test_names_are_cleaned_and_unique_among_what_is_open(hall: TownHall) -> None:
    refused = await hall.is_refused(
        office_admin.add_unit, hall.office, "  loket   ktp ", at=NOW, by=hall.admin
    )
    assert refused.key == "name-taken"
    await hall.does(office_admin.close_unit, hall.unit, at=NOW, by=hall.office_admin)
    again = await hall.does(
        office_admin.add_unit, hall.office, "Loket   KTP", at=NOW, by=hall.admin
    )
    assert again.name == "Loket KTP"


async def test_a_service_keeps_its_promise_in_one_form(hall: TownHall) -> None:
    duties = Duties(duration="2 jam kerja", fee="Gratis", requirements="KTP\n\n  KK ")
    service = await hall.does(
        office_admin.add_service, hall.unit, "Biodata", duties, at=NOW, by=hall.office_admin
    )
    assert service.duration == "2 working hours"
    assert service.requirements == "KTP\nKK"
    await hall.does(
        office_admin.change_service, service.id, duration="", at=NOW, by=hall.office_admin
    )
    left = hall.read(lambda tx: offices.service(tx, service.id or 0))
    assert (left.duration, left.fee) == ("", "Gratis")


async def test_a_promise_that_cannot_be_read_is_refused(hall: TownHall) -> None:
    refused = await hall.is_refused(
        office_admin.add_service, hall.unit, "SKCK", Duties("secepatnya"), at=NOW, by=hall.admin
    )
    assert (refused.key, refused.values["text"]) == ("duration-unreadable", "secepatnya")


async def test_closing_a_unit_closes_what_it_holds(hall: TownHall) -> None:
    await hall.does(staffing.assign, hall.counter, hall.officer_id, NOW, hall.admin)
    later = NOW + timedelta(hours=1)
    await hall.does(office_admin.close_unit, hall.unit, at=later, by=hall.office_admin)
    assert hall.read(lambda tx: offices.units(tx, hall.office)) == []
    assert hall.read(lambda tx: offices.counters(tx, hall.unit)) == []
    assert hall.read(lambda tx: offices.serving(tx, hall.counter, later)) is None
    assert hall.read(lambda tx: offices.serving(tx, hall.counter, NOW)) == hall.officer_id


async def test_an_office_closes_only_after_its_units(hall: TownHall) -> None:
    refused = await hall.is_refused(office_admin.close_office, hall.office, at=NOW, by=hall.admin)
    assert (refused.key, refused.values["count"]) == ("office-has-units", 1)
    await hall.does(office_admin.close_unit, hall.unit, at=NOW, by=hall.admin)
    await hall.does(office_admin.close_office, hall.office, at=NOW, by=hall.admin)
    assert [o.name for o in hall.read(offices.offices)] == ["Distrik Wanggar"]


async def test_the_name_of_a_closed_office_stays_its_own(hall: TownHall) -> None:
    await hall.does(office_admin.close_unit, hall.unit, at=NOW, by=hall.admin)
    name = hall.read(lambda tx: offices.office(tx, hall.office).name)
    await hall.does(office_admin.close_office, hall.office, at=NOW, by=hall.admin)
    [other] = hall.read(offices.offices)
    for act, *given in (
        (office_admin.rename_office, other.id, name),
        (office_admin.add_office, name, "Asia/Jakarta"),
    ):
        refused = await hall.is_refused(act, *given, at=NOW, by=hall.admin)
        assert (refused.key, refused.values["name"]) == ("name-of-closed", name)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("A", "name-too-short"),
        ("--", "name-too-short"),
        ("x" * 81, "name-too-long"),
        ("=HYPERLINK(1)", "text-formula"),
        ("@Loket", "text-formula"),
    ],
)
async def test_a_name_that_will_not_do(hall: TownHall, name: str, key: str) -> None:
    refused = await hall.is_refused(
        office_admin.add_counter, hall.unit, name, at=NOW, by=hall.admin
    )
    assert refused.key == key


# --- the roster


async def test_a_counter_is_served_by_one_officer_at_a_time(hall: TownHall) -> None:
    await hall.does(staffing.assign, hall.counter, hall.officer_id, NOW, hall.office_admin)
    await hall.does(staffing.assign, hall.counter, hall.officer_id, NOW, hall.office_admin)
    noon = NOW + timedelta(hours=3)
    await hall.does(staffing.assign, hall.counter, None, noon, hall.office_admin)
    assert hall.read(lambda tx: offices.serving(tx, hall.counter, NOW)) == hall.officer_id
    assert hall.read(lambda tx: offices.serving(tx, hall.counter, noon)) is None
    entries_ = hall.read(lambda tx: tx.session.exec(select(RosterEntry)).all())
    assert [(entry.from_at, entry.until_at) for entry in entries_] == [(NOW, noon)]


async def test_only_officers_of_the_unit_serve_there(hall: TownHall) -> None:
    other = await hall.does(office_admin.add_unit, hall.office, "Loket KK", at=NOW, by=hall.admin)
    counter = await hall.does(
        office_admin.add_counter, other.id, "Loket 9", at=NOW, by=hall.office_admin
    )
    refused = await hall.is_refused(
        staffing.assign, counter.id, hall.officer_id, NOW, hall.office_admin
    )
    assert refused.key == "officer-elsewhere"


# --- who may


OPERATIONS: dict[str, Callable[[TownHall], tuple[Any, ...]]] = {
    "add_office": lambda hall: (office_admin.add_office, "Baru", "Asia/Jakarta"),
    "rename_office": lambda hall: (office_admin.rename_office, hall.office, "Baru"),
    "office_zone": lambda hall: (office_admin.set_office_zone, hall.office, "Asia/Makassar"),
    "close_office": lambda hall: (office_admin.close_office, hall.office),
    "add_unit": lambda hall: (office_admin.add_unit, hall.office, "Baru"),
    "rename_unit": lambda hall: (office_admin.rename_unit, hall.unit, "Baru"),
    "zone": lambda hall: (office_admin.set_zone, hall.unit, "Asia/Makassar"),
    "hours": lambda hall: (office_admin.set_hours, hall.unit, None),
    "close_unit": lambda hall: (office_admin.close_unit, hall.unit),
    "add_service": lambda hall: (office_admin.add_service, hall.unit, "Baru"),
    "add_counter": lambda hall: (office_admin.add_counter, hall.unit, "Baru"),
    "rename_counter": lambda hall: (office_admin.rename_counter, hall.counter, "Baru"),
    "close_counter": lambda hall: (office_admin.close_counter, hall.counter),
    "own_day": lambda hall: (days_off.set_own_day, hall.office, WEDNESDAY, "Apel", "", ()),
    "ramadan": lambda hall: (days_off.set_ramadan, hall.office, WEDNESDAY, SATURDAY),
}


@pytest.mark.parametrize("name", list(OPERATIONS))
async def test_nobody_but_an_admin_of_the_place_changes_it(hall: TownHall, name: str) -> None:
    stranger = await hall.does(town_hall.admin_of, hall.other_office)
    operation, *arguments = OPERATIONS[name](hall)
    for by in (hall.citizen, hall.officer, stranger):
        refused = await hall.is_refused(operation, *arguments, at=NOW, by=by)
        assert refused.key == "not-for-you"


@pytest.mark.parametrize("name", [n for n in OPERATIONS if n not in ("add_office", "close_office")])
async def test_what_an_admin_of_the_place_changes_is_in_the_journal(
    hall: TownHall, name: str
) -> None:
    before = len(journal_of(hall))
    operation, *arguments = OPERATIONS[name](hall)
    await hall.does(operation, *arguments, at=NOW, by=hall.office_admin)
    fresh = journal_of(hall)[before:]
    assert [entry.actor_id for entry in fresh] == [hall.office_admin]


def journal_of(hall: TownHall) -> list[JournalEntry]:
    return list(hall.read(lambda tx: tx.session.exec(select(JournalEntry)).all()))


# --- what is typed


@pytest.mark.parametrize("text", ["2026-12-25", "25/12/2026", "25-12-2026", " 25.12.2026 "])
def test_dates_as_people_write_them(text: str) -> None:
    assert entries.day(text) == CHRISTMAS


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("12/25/2026", "date-impossible"),
        ("25/12/26", "date-unreadable"),
        ("25/12-2026", "date-unreadable"),
        ("besok", "date-unreadable"),
        ("25/12/1926", "date-year"),
    ],
)
def test_dates_that_cannot_be_read(text: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        entries.day(text)
    assert refused.value.key == key


@pytest.mark.parametrize(
    "text", ["198503152010012001", "19850315 201001 2 001", "'1985.0315.2010.0120.01"]
)
def test_a_nip_with_blanks_and_dots(text: str) -> None:
    assert entries.nip(text) == "198503152010012001"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("19850315201001200", "nip-length"),
        ("19850315201001200X", "nip-letters"),
        ("1,98503E+17", "nip-spreadsheet"),
        ("", "nip-letters"),
        ("١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨", "nip-letters"),
    ],
)
def test_a_nip_that_is_none(text: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        entries.nip(text)
    assert refused.value.key == key
