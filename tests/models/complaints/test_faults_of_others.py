"""Faults that other case systems are known for, one story each: it fails where the fault is."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from handlers import jobs_cases
from models.complaints.limits import CaseClass
from models.complaints.states import State
from models.database import Database
from tests.models.complaints.offices_and_people import NOON, Bureau, wib


async def wake(bureau: Bureau, at: datetime) -> None:
    while (await bureau.write(lambda tx: jobs_cases.wake(tx, at))).again:
        pass


# --- DIGIT CCRS


async def test_ccrs_skips_unassigned_cases(bureau: Bureau) -> None:
    """Its escalation goes from assignee to assignee: what nobody was given climbs no ladder, and
    nobody hears of it. Here such a case goes up rung by rung like any other, to the citizen."""
    sent = await bureau.complains(category="informasi")
    await bureau.does("Sari", "verify", sent.case_id, CaseClass.REQUEST, at=NOON)
    at = NOON
    while at <= wib(12, 16, month=12):
        await wake(bureau, at)
        at += timedelta(hours=1)
    case = bureau.case(sent.case_id)
    assert (case.state, case.holder_id) == (State.VERIFIED, None)
    assert [bureau.told(name).count("cases-reminder") for name in ("Sari", "Tono")] == [3, 3]
    assert bureau.told("Hadi").count("cases-escalated") == 1
    assert bureau.told("Ani").count("cases-escalated") == 2  # no head of the office: its rung too
    assert bureau.told("Budi").count("case-ombudsman") == 1


# --- Chatwoot


async def test_chatwoot_breaches_on_the_wall_clock(bureau: Bureau) -> None:
    """Its limits ran through nights and weekends: a Friday's complaint was in breach on Monday
    before anybody could open it. Here no rung is climbed while the office is closed, and the share
    that is used on Monday morning is what Friday afternoon had."""
    sent = await bureau.complains(category="informasi", at=wib(27, 15))  # Friday
    await bureau.does("Sari", "take", sent.case_id, at=wib(27, 15))
    at = wib(27, 15)
    while at < wib(30, 12):
        await wake(bureau, at)
        at += timedelta(minutes=30)
    assert "cases-reminder" not in bureau.told("Sari")
    assert "cases-escalated" not in bureau.told("Hadi")
    due = bureau.case(sent.case_id).next_due
    assert due == wib(4, 16, 30, month=12)  # the fifth working day, not the fifth day


# --- any job that asks "what is late?" each time it runs


async def test_each_step_once_per_deadline_even_if_the_job_runs_twice_or_late(
    bureau: Bureau,
) -> None:
    """One case is looked at every minute, twice; the other only after a week without the job:
    each person gets each rung once, and of the rungs that were missed the last one only."""
    sent = await bureau.complains(category="informasi")
    await bureau.does("Sari", "take", sent.case_id, at=NOON)
    for at in (wib(26, 7, 44), wib(26, 7, 46), wib(26, 7, 46), wib(26, 7, 47), wib(26, 12)):
        await wake(bureau, at)
        await wake(bureau, at)
    assert bureau.told("Sari").count("cases-reminder") == 1

    late = wib(3, 10, month=12)
    for at in (late, late, late + timedelta(minutes=1)):
        await wake(bureau, at)
    assert bureau.told("Sari").count("cases-reminder") == 2  # not three quarters and the end
    assert bureau.told("Hadi").count("cases-escalated") == 1
    # a new promise has rungs of its own
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=late)
    await bureau.does("Budi", "reopen", sent.case_id, "Belum.", at=late)
    before = bureau.told("Sari").count("cases-reminder")
    await wake(bureau, wib(8, 9, month=12))
    assert bureau.told("Sari").count("cases-reminder") == before + 1


async def test_two_processes_that_wake_a_case_at_once_tell_it_once(bureau: Bureau) -> None:
    """While one process takes over from the other both may run the job."""
    sent = await bureau.complains(category="informasi")
    await bureau.does("Sari", "take", sent.case_id, at=NOON)
    other = Database(bureau.database.url)
    at = wib(26, 9)
    await asyncio.gather(
        bureau.write(lambda tx: jobs_cases.wake(tx, at)),
        other.writer.run(lambda tx: jobs_cases.wake(tx, at)),
    )
    other.close()
    assert bureau.told("Sari").count("cases-reminder") == 1
