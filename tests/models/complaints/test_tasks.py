"""An officer's list: by urgency, in working time, and only what is the officer's to see."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Select

from models import holidays_id, people
from models.complaints import desks, tasks
from models.complaints.desks import Desk
from models.complaints.sla import ClockName
from models.complaints.tasks import Counts, Group, Task
from models.database import reading_engine
from models.people import Role
from tests.models.complaints.offices_and_people import Bureau, wib

ALL = 100


def desk(bureau: Bureau, name: str, at: datetime) -> Desk:
    person_id = bureau.people[name]
    return bureau.read(lambda tx: desks.desk_of(tx, person_id, people.authority(tx, person_id, at)))


def listed(bureau: Bureau, name: str, at: datetime, *, mine: bool = False) -> list[Task]:
    own = desk(bureau, name, at)
    return bureau.read(lambda tx: tasks.page(tx, own, at, 0, ALL, mine=mine))


def counted(bureau: Bureau, name: str, at: datetime, *, mine: bool = False) -> Counts:
    own = desk(bureau, name, at)
    return bureau.read(lambda tx: tasks.counts(tx, own, at, mine=mine))


async def test_tasks_come_by_deadline_and_those_that_wait_last(bureau: Bureau) -> None:
    asked = await bureau.complains(at=wib(19))
    later = await bureau.complains(at=wib(24))
    sooner = await bureau.complains(at=wib(20))
    over = await bureau.complains(at=wib(20))
    await bureau.complains(unit="SKCK")
    await bureau.does("Sari", "answer", asked.case_id, "Kapan?", at=wib(20))
    await bureau.does("Budi", "withdraw", over.case_id, at=wib(20))
    await bureau.does("Sari", "take", later.case_id, at=wib(24))
    at = wib(24, 10)
    found = listed(bureau, "Sari", at)
    assert [task.case_id for task in found] == [sooner.case_id, later.case_id, asked.case_id]
    assert [task.mine for task in found] == [False, True, True]
    assert found[0].clock is ClockName.VERIFICATION
    assert found[0].days_left == 1  # Wednesday 25 November
    assert (found[2].clock, found[2].due) == (None, None)
    assert {task.unit_name for task in found} == {"KTP"}
    assert {task.unit_name for task in listed(bureau, "Ani", at)} == {"KTP", "SKCK"}
    assert listed(bureau, "Budi", at) == []
    assert [task.case_id for task in listed(bureau, "Sari", at, mine=True)] == [
        later.case_id,
        asked.case_id,
    ]


async def test_time_left_is_working_time(bureau: Bureau) -> None:
    sent = await bureau.complains(at=wib(23))
    await bureau.does("Sari", "take", sent.case_id, at=wib(23))
    evening = wib(27, 20)  # Friday; the first answer is due at Monday's closing
    [task] = listed(bureau, "Sari", evening)
    assert task.minutes_left == 7.5 * 60
    assert task.days_left == 1


async def test_groups_follow_the_days_of_the_unit(bureau: Bureau) -> None:
    """Received on different days, so that each ends in another group as seen on Thursday."""
    for day in (17, 23, 24, 26):
        await bureau.complains(at=wib(day))
    waiting = await bureau.complains(at=wib(26))
    await bureau.does("Sari", "ask_back", waiting.case_id, "Kapan?", at=wib(26))
    answered = await bureau.complains(at=wib(26))
    await bureau.does("Sari", "answer", answered.case_id, "Sudah.", at=wib(26))
    at = wib(26, 10)  # verification is due on 20, 26, 27 November and 1 December
    assert [task.group for task in listed(bureau, "Sari", at)] == [
        Group.LATE,
        Group.TODAY,
        Group.SOON,
        Group.WEEK,
        Group.WEEK,  # asked back: the first answer is still due, on 3 December
        Group.WAITING,
    ]
    found = counted(bureau, "Sari", at)
    assert found.by_group == {
        Group.LATE: 1,
        Group.TODAY: 1,
        Group.SOON: 1,
        Group.WEEK: 2,
        Group.WAITING: 1,
    }
    assert (found.total, found.unassigned, found.mine) == (6, 4, 2)
    assert counted(bureau, "Sari", at, mine=True).total == 2
    assert counted(bureau, "Tono", at, mine=True).total == 0


async def test_the_counts_are_those_of_the_list_at_any_instant(bureau: Bureau) -> None:
    for day in (17, 18, 19, 20, 23):
        await bureau.complains(at=wib(day))
    for at in (wib(20), wib(20, 16), wib(20, 16, 30), wib(24), wib(25, 23, 59), wib(26, 7)):
        found = counted(bureau, "Sari", at).by_group
        groups = [task.group for task in listed(bureau, "Sari", at)]
        assert found == {group: groups.count(group) for group in Group if group in groups}


async def test_one_s_own_case_is_not_among_one_s_tasks(bureau: Bureau) -> None:
    await bureau.complains("Sari")
    other = await bureau.complains("Budi")
    assert [task.case_id for task in listed(bureau, "Sari", wib(23, 10))] == [other.case_id]
    assert counted(bureau, "Sari", wib(23, 10)).total == 1
    assert counted(bureau, "Tono", wib(23, 10)).total == 2


async def test_a_supervisory_case_is_in_its_inspector_s_list_only(bureau: Bureau) -> None:
    await bureau.joins("Ida", Role.INSPECTOR, at=wib(1))
    sent = await bureau.complains(category="pungli")
    at = wib(23, 10)
    for name in ("Sari", "Tono", "Hadi", "Ani"):
        assert listed(bureau, name, at) == []
        assert counted(bureau, name, at) == Counts()
    [task] = listed(bureau, "Ida", at)
    assert (task.case_id, task.supervisory) == (sent.case_id, True)
    assert counted(bureau, "Ida", at).total == 1


async def test_who_left_holds_nothing(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "take", sent.case_id, at=wib(23))
    [task] = listed(bureau, "Tono", wib(23, 10))
    assert task.holder_name == "Sari"
    await bureau.leaves("Sari", at=wib(23, 11))
    [task] = listed(bureau, "Tono", wib(23, 12))
    assert (task.holder_id, task.holder_name) == (None, None)


async def test_a_limit_in_a_year_without_decree_is_marked(bureau: Bureau) -> None:
    decreed_until = holidays_id.decreed_until(2024)
    december = datetime(decreed_until, 12, 28, 2, tzinfo=UTC)
    near = await bureau.complains(at=wib(23))
    far = await bureau.complains(at=december)
    at = december + timedelta(hours=1)
    marks = {task.case_id: task.movable for task in listed(bureau, "Sari", at)}
    assert marks == {near.case_id: False, far.case_id: True}


async def test_late_cases_by_unit(bureau: Bureau) -> None:
    await bureau.complains(at=wib(17))
    await bureau.complains(at=wib(17))
    await bureau.complains(unit="SKCK", at=wib(23))
    own = desk(bureau, "Ani", wib(24))
    assert bureau.read(lambda tx: tasks.late_by_unit(tx, own, wib(24))) == {bureau.units["KTP"]: 2}
    assert set(own.of(bureau.units["SKCK"]).every) == {bureau.units["SKCK"]}
    assert own.of(0).every == {}
    assert bureau.read(lambda tx: tasks.page(tx, own.of(0), wib(24), 0, ALL)) == []


@pytest.mark.parametrize("size", [1, 2, 3])
async def test_pages_follow_one_another(bureau: Bureau, size: int) -> None:
    for day in (17, 18, 19, 19, 20):
        await bureau.complains(at=wib(day))
    at = wib(23)
    own = desk(bureau, "Sari", at)
    pages = bureau.read(
        lambda tx: [tasks.page(tx, own, at, first, size) for first in range(0, 5, size)]
    )
    assert [task for page in pages for task in page] == listed(bureau, "Sari", at)


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (tasks._COUNT, "USING COVERING INDEX cases_open (unit_id=? AND supervisory=?)"),
        (tasks._PAGE, "USING COVERING INDEX cases_open (unit_id=? AND supervisory=?)"),
        (
            tasks._LATE,
            "USING COVERING INDEX cases_open (unit_id=? AND supervisory=? AND next_due<?)",
        ),
        (tasks._COUNT_MINE, "USING INDEX cases_held (holder_id=? AND resolved_at=?)"),
        (tasks._PAGE_MINE, "USING INDEX cases_held (holder_id=? AND resolved_at=?)"),
    ],
)
def test_a_list_never_looks_at_what_it_does_not_show(
    sqlite_url: str, statement: Select[Any], index: str
) -> None:
    """Its cost would grow with the number of all cases."""
    ends = dict.fromkeys(("now", "late", "today", "soon", "week"), wib(23))
    asked = {"units": [1], "supervisory": False, "own": [], "me": 1, "size": 8, "first": 0}
    engine = reading_engine(sqlite_url)
    words = statement.params(**asked, **ends).compile(
        engine, compile_kwargs={"literal_binds": True}
    )
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}").all()
    engine.dispose()
    assert any(index in str(step) for step in plan), plan
    assert not any("SCAN cases" in str(step) for step in plan), plan
