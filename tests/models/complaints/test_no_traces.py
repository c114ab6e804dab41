"""A case of the inspectorate is in no figure, list or quotation of the unit it is about."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import pytest

from handlers import evidence
from models import people
from models.appraisal.evidence import facts
from models.complaints import inspection, tasks
from models.complaints.desks import desk_of
from models.database import Transaction
from models.offices import Unit
from models.people import Role
from models.reports.scope import Scope
from models.reports.weekly import WeeklySummary, weekly
from tests.models.complaints.offices_and_people import LATER, Bureau, wib

MONDAY = date(2026, 11, 23)
NEXT = wib(7, month=12)
QUARTER = date(2026, 10, 1), date(2026, 12, 31)
QUOTE = "Antrean di loket tiga sangat lama sekali."
READING = {
    "sentiment": {"label": "negative"},
    "aspects": [{"key": "waktu", "clause": QUOTE}],
    "redacted": QUOTE,
}


@pytest.fixture
async def watched(bureau: Bureau) -> Bureau:
    await bureau.joins("Ira", Role.INSPECTOR, at=wib(1))
    return bureau


def week(bureau: Bureau, *, admin: bool = False, office: bool = False) -> WeeklySummary:
    scope = Scope(office_id=1) if office else Scope(unit_id=bureau.units["KTP"])
    return bureau.read(lambda tx: weekly(tx, scope, MONDAY, NEXT, admin=admin))


async def sent(bureau: Bureau, **more: object) -> int:
    return (await bureau.complains(category="waktu", reading=READING, **more)).case_id


async def answered(bureau: Bureau, case_id: int) -> None:
    done = await bureau.does("Sari", "answer", case_id, "Sudah kami urus.", at=LATER)
    await bureau.write(lambda tx: evidence.keep(tx, done))


async def test_a_case_referred_later_leaves_the_week_it_was_in(watched: Bureau) -> None:
    case_id = await sent(watched)
    await answered(watched, case_id)
    before = week(watched)
    assert (before.complaints.received, before.complaints.answered) == (1, 1)
    assert before.aspects[0].quote == QUOTE
    await watched.does("Sari", "refer", case_id, at=wib(25))
    after = week(watched)
    assert (after.complaints.received, after.complaints.answered) == (0, 0)
    assert after.complaints.lines == ()
    assert after.aspects == ()
    assert [point.received for point in after.history] == [0] * len(after.history)
    assert QUOTE not in str(asdict(after))


async def test_who_may_know_the_number_knows_the_number_only(watched: Bureau) -> None:
    case_id = await sent(watched)
    await watched.complains(category="pungli", at=LATER)
    await watched.does("Sari", "refer", case_id, at=wib(25))
    told = week(watched, admin=True, office=True).complaints
    assert told.check.supervisory == 2
    assert told.lines == ()
    assert week(watched).complaints.check.supervisory is None
    assert week(watched, admin=True).complaints.check.supervisory is None


async def test_what_came_back_counts_from_then_on_and_is_not_quoted(watched: Bureau) -> None:
    case_id = (await watched.complains(category="pungli", text=QUOTE, reading=READING)).case_id
    ira = watched.people["Ira"]
    await watched.write(lambda tx: inspection.opened(tx, case_id, ira, "new", LATER))
    await watched.does("Ira", "refer_back", case_id, "Mohon percepat antrean.", at=LATER)
    found = week(watched)
    assert (found.complaints.received, found.complaints.open) == (1, 1)
    assert QUOTE not in str(asdict(found))


async def test_a_confidential_report_counts_and_is_not_quoted(watched: Bureau) -> None:
    await sent(watched, confidential=True)
    found = week(watched)
    assert found.complaints.received == 1
    assert [(aspect.key, aspect.quote) for aspect in found.aspects] == [("waktu", "")]


async def test_an_officers_record_loses_what_the_inspectorate_examines(watched: Bureau) -> None:
    case_id, other = await sent(watched), await sent(watched, at=wib(23, 9, 30))
    for one in (case_id, other):
        await answered(watched, one)

    def record() -> list[int]:
        unit = watched.units["KTP"]
        found = watched.read(
            lambda tx: facts.of_unit(tx, tx.session.get_one(Unit, unit), *QUARTER, NEXT)
        )
        sari = watched.officers["Sari"]
        return [fact.case_id for fact in found.cases if fact.concerns(sari)]

    assert record() == [case_id, other]
    await watched.does("Tono", "refer", case_id, at=wib(25))
    assert record() == [other]


async def test_it_is_on_nobodys_desk_but_the_inspectors(watched: Bureau) -> None:
    case_id = await sent(watched)
    await watched.does("Sari", "take", case_id, at=LATER)

    def desk(name: str) -> int:
        def total(tx: Transaction) -> int:
            person = watched.people[name]
            found = desk_of(tx, person, people.authority(tx, person, LATER))
            return tasks.counts(tx, found, LATER).total

        return watched.read(total)

    assert [desk(name) for name in ("Sari", "Hadi", "Ani", "Ira")] == [1, 1, 1, 0]
    await watched.does("Sari", "refer", case_id, at=LATER)
    assert [desk(name) for name in ("Sari", "Hadi", "Ani", "Ira")] == [0, 0, 0, 1]
