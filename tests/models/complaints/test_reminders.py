"""Reminders and escalations: in working hours, bundled, each step once per promised limit."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select

from handlers import jobs_cases
from models.complaints.tables import Reminder
from models.database import Transaction, table
from models.offices import Unit
from models.people import Role
from tests.models.complaints.offices_and_people import Bureau, wib

# Sent Monday 09.00 with five working days: 43.5 hours. Half of them are used on Thursday 07.45,
# three quarters on Friday 11.08, the end is Monday's closing.
HALF, THREE_QUARTERS, END = wib(26, 9), wib(27, 14), wib(30, 16)
REMINDER, ESCALATION = "cases-reminder", "cases-escalated"


async def remind(bureau: Bureau, at: datetime) -> None:
    await bureau.write(lambda tx: jobs_cases.remind(tx, at))


async def escalate(bureau: Bureau, at: datetime) -> None:
    await bureau.write(lambda tx: jobs_cases.escalate(tx, at))


def count(bureau: Bureau, name: str, key: str = REMINDER) -> int:
    return bureau.told(name).count(key)


def steps(bureau: Bureau, name: str) -> list[set[str]]:
    """The steps named in each reminder or escalation somebody got."""
    return [
        {line["values"]["step"]["text"] for line in message.body["values"]["lines"]["lines"]}
        for message in bureau.messages(name)
        if message.body["key"] in (REMINDER, ESCALATION)
    ]


async def test_half_three_quarters_and_end_each_once(bureau: Bureau) -> None:
    sent = await bureau.complains(category="informasi")
    await bureau.does("Sari", "take", sent.case_id, at=wib(23, 10))
    at = wib(23, 10)
    while at <= wib(4, 16, month=12):
        await remind(bureau, at)
        await remind(bureau, at)
        at += timedelta(hours=1)
    assert steps(bureau, "Sari") == [{"step-half"}, {"step-three-quarters"}, {"step-end"}]
    assert count(bureau, "Tono") == 0


async def test_missed_steps_are_told_as_the_latest_only(bureau: Bureau) -> None:
    await bureau.complains(category="informasi")
    await remind(bureau, END)
    assert steps(bureau, "Sari") == [{"step-end"}]
    await remind(bureau, END)
    assert count(bureau, "Sari") == 1
    marks = table(Reminder)
    rows = bureau.read(lambda tx: tx.execute(select(func.count()).select_from(marks)).scalar_one())
    assert rows == 6  # three steps of two clocks


async def test_a_case_nobody_holds_is_everybody_s(bureau: Bureau) -> None:
    await bureau.complains()
    await remind(bureau, HALF)
    assert [count(bureau, name) for name in ("Sari", "Tono", "Wati", "Hadi")] == [1, 1, 0, 0]


async def test_several_cases_are_one_message(bureau: Bureau) -> None:
    for _ in range(3):
        await bureau.complains()
    await bureau.complains(unit="SKCK")
    await remind(bureau, HALF)
    [message] = [one for one in bureau.messages("Sari") if one.body["key"] == REMINDER]
    assert len(message.body["values"]["lines"]["lines"]) == 3
    assert message.body["values"]["n"] == 3


async def test_nobody_is_reminded_outside_the_hours(bureau: Bureau) -> None:
    await bureau.complains()
    for closed in (wib(26, 20), wib(27, 12), wib(28, 10), wib(26, 7, 29)):
        await remind(bureau, closed)
        await escalate(bureau, closed + timedelta(days=7))
    assert count(bureau, "Sari") == 0
    await remind(bureau, wib(30, 7, 30))
    assert count(bureau, "Sari") == 1


async def test_the_hours_are_those_of_the_unit_s_zone(bureau: Bureau) -> None:
    def move(tx: Transaction) -> None:
        tx.session.get_one(Unit, bureau.units["SKCK"]).zone = "Asia/Jayapura"

    await bureau.write(move)
    await bureau.complains(unit="SKCK")
    await remind(bureau, wib(26, 15))  # 17.00 there
    assert count(bureau, "Wati") == 0
    await remind(bureau, wib(27, 7))  # 09.00 there
    assert count(bureau, "Wati") == 1


async def test_an_answered_case_reminds_nobody(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=wib(24))
    await remind(bureau, END)
    await escalate(bureau, END + timedelta(days=1))
    assert count(bureau, "Sari") == 0
    assert count(bureau, "Hadi", ESCALATION) == 0


async def test_the_head_hears_of_each_late_clock_once(bureau: Bureau) -> None:
    await bureau.complains(category="informasi")
    late = END + timedelta(days=1) - timedelta(hours=2)
    await escalate(bureau, END)
    assert count(bureau, "Hadi", ESCALATION) == 0
    for hours in range(4):
        await escalate(bureau, late + timedelta(hours=hours))
    await escalate(bureau, late + timedelta(days=3))
    assert count(bureau, "Hadi", ESCALATION) == 1
    assert count(bureau, "Ani", ESCALATION) == 0


async def test_without_a_head_the_office_s_admin_hears(bureau: Bureau) -> None:
    await bureau.complains(unit="SKCK")
    late = wib(1, 9, month=12)
    await escalate(bureau, late)
    assert count(bureau, "Ani", ESCALATION) == 1
    await bureau.joins("Yuni", Role.HEAD, unit="SKCK")
    await escalate(bureau, late + timedelta(hours=1))
    assert count(bureau, "Yuni", ESCALATION) == 0  # that step was told


async def test_the_head_of_the_unit_that_gets_an_overdue_case_hears_too(bureau: Bureau) -> None:
    sent = await bureau.complains(category="informasi")
    late = wib(1, 9, month=12)
    await escalate(bureau, late)
    await bureau.joins("Yuni", Role.HEAD, unit="SKCK")
    await bureau.does("Sari", "forward", sent.case_id, bureau.units["SKCK"], at=late)
    for hours in (1, 2):
        await escalate(bureau, late + timedelta(hours=hours))
    assert [count(bureau, name, ESCALATION) for name in ("Hadi", "Yuni")] == [1, 1]


async def test_reopening_promises_anew_and_reminds_anew(bureau: Bureau) -> None:
    sent = await bureau.complains(category="lainnya")
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=wib(23, 10))
    await bureau.does("Budi", "reopen", sent.case_id, "Belum.", at=wib(30, 9))
    await remind(bureau, wib(3, 9, month=12))
    assert steps(bureau, "Sari") == [{"step-half"}]


async def test_silence_is_closed_by_the_job(bureau: Bureau) -> None:
    answered = await bureau.complains()
    asked = await bureau.complains()
    await bureau.complains()
    await bureau.does("Sari", "answer", answered.case_id, "Sudah.", at=wib(23, 10))
    await bureau.does("Sari", "ask_back", asked.case_id, "Kapan?", at=wib(24, 10))
    until = wib(7, 16, month=12)
    for at in (until, until, until + timedelta(days=1)):
        await bureau.write(lambda tx, at=at: jobs_cases.close_silent(tx, at))
    states = [bureau.case(one.case_id).state for one in (answered, asked)]
    assert states == ["closed", "closed"]
    assert bureau.told("Budi").count("case-closed-silent") == 2
