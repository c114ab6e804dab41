"""Faults that other case systems are known for, one story each: it fails where the fault is."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

from handlers import jobs_cases
from models.complaints import queries
from models.complaints.limits import CaseClass
from models.complaints.states import State
from models.complaints.tables import Case
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


async def test_ccrs_restarts_the_clock_at_any_edit(bureau: Bureau) -> None:
    """Its time limit ran from the last change of a case: whoever touched one won a whole limit.
    Here taking, a note, a follower, another officer and another unit leave every clock as it is."""
    sent = await bureau.complains()
    promised = limits(bureau, sent.case_id, NOON)
    edits: list[tuple[str, str, tuple[Any, ...]]] = [
        ("Sari", "verify", (CaseClass.ORDINARY,)),
        ("Sari", "take", ()),
        ("Budi", "citizen_reply", ("Ini tambahan dari saya.",)),
        ("Citra", "follow", ()),
        ("Citra", "unfollow", ()),
        ("Sari", "forward", (bureau.units["SKCK"],)),
        ("Wati", "verify", (CaseClass.ORDINARY,)),
        ("Wati", "take", ()),
        ("Budi", "citizen_reply", ("Ada kabar?",)),
    ]
    for hour, (name, operation, rest) in enumerate(edits):
        at = wib(24 + hour // 8, 8 + hour % 8)
        await bureau.does(name, operation, sent.case_id, *rest, at=at)
        assert limits(bureau, sent.case_id, at) == promised, operation


def limits(bureau: Bureau, case_id: int, at: datetime) -> list[tuple[str, datetime, datetime]]:
    """Of each clock: since when it runs and when it ends."""
    clocks = bureau.read(lambda tx: queries.clocks_of(tx, tx.session.get_one(Case, case_id), at))
    return [(one.name.value, one.started_at, one.due) for one in clocks.every]


# --- Chatwoot


async def test_chatwoot_s_thank_you_restarts_the_next_answer_timer(bureau: Bureau) -> None:
    """A customer's thanks started the timer of the next answer, and was a breach when nobody
    thanked back; a second message pushed the limit of the first away. Here thanks start nothing,
    and a question's limit stays where its asking put it."""
    sent = await bureau.complains()
    await bureau.does("Sari", "answer", sent.case_id, "Sudah kami perbaiki.", at=wib(24))
    before = limits(bureau, sent.case_id, wib(25))
    await bureau.does(
        "Budi", "citizen_reply", sent.case_id, "Terima kasih!", at=wib(25), wants_answer=False
    )
    assert limits(bureau, sent.case_id, wib(25)) == before
    assert bureau.case(sent.case_id).next_due is None  # the citizen has the word still
    await bureau.does("Budi", "citizen_reply", sent.case_id, "Kapan buka?", at=wib(26))
    asked = bureau.case(sent.case_id).next_due
    await bureau.does("Budi", "citizen_reply", sent.case_id, "Halo? Terima kasih.", at=wib(27))
    assert bureau.case(sent.case_id).next_due == asked == wib(3, 16, month=12)


async def test_chatwoot_s_reopened_case_counts_985492_seconds(bureau: Bureau) -> None:
    """Opened again after eleven days, a case was charged with all the time it had been over.
    Here it goes on with the minutes it had, and the answer to the reopening has its own limit."""
    sent = await bureau.complains()
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=wib(24))
    await bureau.does("Budi", "confirm", sent.case_id, at=wib(25))
    back = wib(25) + timedelta(seconds=985_492)
    case = bureau.case(sent.case_id)
    had = bureau.read(lambda tx: queries.clocks_of(tx, case, wib(25))).resolution.elapsed
    await bureau.does("Budi", "reopen", sent.case_id, "Rusak lagi.", at=back)
    clocks = bureau.read(lambda tx: queries.clocks_of(tx, case, back))
    assert (clocks.resolution.elapsed, had) == (7.5 * 60, 7.5 * 60)
    assert [one.started_at for one in clocks.next_answers] == [back]
    assert not clocks.overdue
    assert bureau.case(sent.case_id).reopened == 1


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
