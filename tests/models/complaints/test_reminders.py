"""The ladder: in working hours, bundled, each rung once per promised limit."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel import select as pick

from handlers import jobs_cases
from models.complaints import waking
from models.complaints.ladder import Audience, Rung
from models.complaints.ladder_rules import set_rung
from models.complaints.limits import CaseClass
from models.complaints.tables import Case, Reminder
from models.database import Database, Transaction, table
from models.journal import JournalEntry, Kind
from models.offices import Unit
from models.people import Role
from tests.models.complaints.offices_and_people import NOON, Bureau, refused, wib

# Sent Monday 09.00 with five working days: 43.5 hours. Half of them are used on Thursday 07.45,
# three quarters on Friday 11.08, the end is Monday's closing. 125 % is Wednesday 10.52, 150 %
# Thursday 15.45; twice the limit is Tuesday 8 December.
HALF, THREE_QUARTERS, END = wib(26, 9), wib(27, 14), wib(30, 16)
NEXT_MORNING = wib(1, 7, 30, month=12)
QUARTER_LATE, HALF_LATE, TWICE = wib(2, 11, 0, 12), wib(3, 15, 50, 12), wib(8, 15, 55, 12)
REMINDER, ESCALATION = "cases-reminder", "cases-escalated"


async def wake(bureau: Bureau, at: datetime) -> None:
    """What the clock does at one instant."""
    while (await bureau.write(lambda tx: jobs_cases.wake(tx, at))).again:
        pass


async def verified(bureau: Bureau, unit: str = "KTP", **more: object) -> int:
    """A complaint that nobody holds, its class decided at once: the clock of that has ended."""
    given = {"category": "informasi"} | more
    sent = await bureau.complains(unit=unit, **given)
    who = "Sari" if unit == "KTP" else "Wati"
    kind = CaseClass(bureau.case(sent.case_id).kind)
    await bureau.does(who, "verify", sent.case_id, kind, at=NOON)
    return sent.case_id


def count(bureau: Bureau, name: str, key: str = REMINDER) -> int:
    return bureau.told(name).count(key)


def steps(bureau: Bureau, name: str) -> list[set[str]]:
    """The rungs named in each reminder somebody got."""
    return [
        {line["values"]["step"]["text"] for line in message.body["values"]["lines"]["lines"]}
        for message in bureau.messages(name)
        if message.body["key"] == REMINDER
    ]


def entered(bureau: Bureau, kind: Kind) -> list[dict[str, object]]:
    """What the journal says of each rung that was climbed."""

    statement = pick(JournalEntry).where(JournalEntry.kind == kind.value)
    rows = bureau.read(lambda tx: tx.session.exec(statement.order_by(col(JournalEntry.id))).all())
    return [row.data for row in rows]


async def test_half_three_quarters_and_end_each_once(bureau: Bureau) -> None:
    sent = await bureau.complains(category="informasi")
    await bureau.does("Sari", "take", sent.case_id, at=wib(23, 10))
    at = wib(23, 10)
    while at <= wib(4, 16, month=12):
        await wake(bureau, at)
        await wake(bureau, at)
        at += timedelta(hours=1)
    assert steps(bureau, "Sari") == [{"step-half"}, {"step-three-quarters"}, {"step-end"}]
    assert count(bureau, "Tono") == 0


async def test_missed_steps_are_told_as_the_latest_only(bureau: Bureau) -> None:
    await verified(bureau)
    await wake(bureau, END)
    assert steps(bureau, "Sari") == [{"step-end"}]
    await wake(bureau, END)
    assert count(bureau, "Sari") == 1
    marks = table(Reminder)
    rows = bureau.read(lambda tx: tx.execute(select(func.count()).select_from(marks)).scalar_one())
    assert rows == 6  # three steps of two clocks


async def test_a_case_nobody_holds_is_everybody_s(bureau: Bureau) -> None:
    await bureau.complains()
    await wake(bureau, HALF)
    assert [count(bureau, name) for name in ("Sari", "Tono", "Wati", "Hadi")] == [1, 1, 0, 0]


async def test_several_cases_are_one_message(bureau: Bureau) -> None:
    for _ in range(3):
        await verified(bureau)
    await verified(bureau, unit="SKCK")
    await wake(bureau, HALF)
    [message] = [one for one in bureau.messages("Sari") if one.body["key"] == REMINDER]
    assert len(message.body["values"]["lines"]["lines"]) == 3
    assert message.body["values"]["n"] == 3


async def test_nobody_is_reminded_outside_the_hours(bureau: Bureau) -> None:
    await verified(bureau)
    for closed in (wib(26, 7, 29), wib(26, 20), wib(27, 12), wib(28, 10)):
        await wake(bureau, closed)
    assert count(bureau, "Sari") == 0
    await wake(bureau, wib(30, 7, 30))
    assert count(bureau, "Sari") == 1
    for closed in (wib(30, 20), wib(1, 7, 29, month=12)):
        await wake(bureau, closed)
    assert count(bureau, "Hadi", ESCALATION) == 0


async def test_the_hours_are_those_of_the_unit_s_zone(bureau: Bureau) -> None:
    def move(tx: Transaction) -> None:
        tx.session.get_one(Unit, bureau.units["SKCK"]).zone = "Asia/Jayapura"

    await bureau.write(move)
    await bureau.complains(unit="SKCK")
    await wake(bureau, wib(26, 15))  # 17.00 there
    assert count(bureau, "Wati") == 0
    await wake(bureau, wib(27, 7))  # 09.00 there
    assert count(bureau, "Wati") == 1


async def test_an_answered_case_reminds_nobody(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=wib(24))
    await wake(bureau, END)
    await wake(bureau, END + timedelta(days=1))
    assert count(bureau, "Sari") == 0
    assert count(bureau, "Hadi", ESCALATION) == 0


async def test_the_head_hears_of_each_late_clock_once(bureau: Bureau) -> None:
    await verified(bureau)
    await wake(bureau, END)
    assert count(bureau, "Hadi", ESCALATION) == 0
    for hours in range(4):
        await wake(bureau, NEXT_MORNING + timedelta(hours=hours))
    await wake(bureau, wib(2, 10, month=12))
    assert count(bureau, "Hadi", ESCALATION) == 1
    assert count(bureau, "Ani", ESCALATION) == 0


async def test_the_head_reads_who_had_the_case_and_can_give_it_away(bureau: Bureau) -> None:
    case_id = await verified(bureau)
    await bureau.does("Sari", "take", case_id, at=wib(24, 9))
    await wake(bureau, NEXT_MORNING)
    [message] = [one for one in bureau.messages("Hadi") if one.body["key"] == ESCALATION]
    [line] = message.body["values"]["lines"]["lines"]
    counted, held = line["values"]["why"]["lines"]
    assert counted["values"]["total"] == {"minutes": 43.5 * 60}
    assert counted["values"]["limit"] == {"minutes": 43.5 * 60}
    times = [one["values"] for one in held["values"]["holders"]["listed"]]
    assert [one["time"]["minutes"] for one in times] == [7.5 * 60, 36 * 60]
    assert times[1]["name"] == "Sari"
    buttons = [button["data"] for row in message.body["buttons"] for button in row]
    assert buttons == [f"case:{case_id}", f"case-assign:{case_id}", "board"]


async def test_the_ladder_goes_up_to_the_office_and_the_admin(bureau: Bureau) -> None:
    office_id = bureau.read(lambda tx: tx.session.get_one(Unit, bureau.units["KTP"]).office_id)
    await bureau.joins("Oki", Role.HEAD, office_id=office_id, at=wib(1))
    await verified(bureau)
    for at in (NEXT_MORNING, QUARTER_LATE, HALF_LATE):
        await wake(bureau, at)
    assert [count(bureau, name, ESCALATION) for name in ("Hadi", "Oki", "Ani")] == [1, 1, 1]
    assert count(bureau, "Budi", "case-ombudsman") == 0
    await wake(bureau, TWICE)
    await wake(bureau, TWICE)
    assert count(bureau, "Budi", "case-ombudsman") == 1


async def test_a_rung_with_nobody_goes_to_the_next_one_up_and_says_so(bureau: Bureau) -> None:
    await verified(bureau, unit="SKCK")  # without a head; the office has none either
    await wake(bureau, NEXT_MORNING)
    assert count(bureau, "Ani", ESCALATION) == 1
    heard = entered(bureau, Kind.CASE_ESCALATED)
    assert {(one["meant_for"], one["audience"]) for one in heard} == {
        (Audience.HEAD, Audience.ADMIN)
    }
    await bureau.joins("Yuni", Role.HEAD, unit="SKCK")
    await wake(bureau, NEXT_MORNING + timedelta(hours=1))
    assert count(bureau, "Yuni", ESCALATION) == 0  # that rung was told


async def test_a_unit_without_anybody_at_all_is_journalled(bureau: Bureau) -> None:
    await verified(bureau)
    for name in ("Sari", "Tono", "Hadi", "Ani"):
        await bureau.leaves(name, at=wib(24))
    await wake(bureau, HALF)
    heard = entered(bureau, Kind.CASE_REMINDED)
    assert [one["officers"] for one in heard] == [[], []]  # two clocks
    assert bureau.case(1).wake_at > HALF


async def test_of_the_check_of_a_new_case_the_citizen_hears_nothing(bureau: Bureau) -> None:
    sent = await bureau.complains(category="lainnya")
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=wib(23, 10))
    await bureau.does("Budi", "reopen", sent.case_id, "Belum.", at=wib(23, 11))
    other = await bureau.complains(category="sarana")  # verified by nobody for three weeks
    for days in range(20):
        await wake(bureau, NOON + timedelta(days=days))
    told = [one.body["values"]["ticket"] for one in bureau.messages("Budi")]
    keys = bureau.told("Budi")
    about = {t for t, key in zip(told, keys, strict=True) if key == "case-ombudsman"}
    assert about == {sent.ticket, other.ticket}
    rungs = {one["clock"] for one in entered(bureau, Kind.CASE_ESCALATED) if one["step"] == "admin"}
    assert "verification" in rungs
    twice = [
        one["clock"]
        for one in entered(bureau, Kind.CASE_ESCALATED)
        if one["step"] == Rung.OMBUDSMAN
    ]
    assert "verification" not in twice


async def test_the_head_of_the_unit_that_gets_an_overdue_case_hears_too(bureau: Bureau) -> None:
    case_id = await verified(bureau)
    late = wib(1, 9, month=12)
    await wake(bureau, late)
    await bureau.joins("Yuni", Role.HEAD, unit="SKCK")
    await bureau.does("Sari", "forward", case_id, bureau.units["SKCK"], at=late)
    for hours in (1, 2):
        await wake(bureau, late + timedelta(hours=hours))
    assert [count(bureau, name, ESCALATION) for name in ("Hadi", "Yuni")] == [1, 1]


async def test_reopening_promises_anew_and_reminds_anew(bureau: Bureau) -> None:
    sent = await bureau.complains(category="lainnya")
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=wib(23, 10))
    await bureau.does("Budi", "reopen", sent.case_id, "Belum.", at=wib(30, 9))
    await wake(bureau, wib(3, 9, month=12))
    assert steps(bureau, "Sari") == [{"step-half"}]


async def test_a_pause_moves_the_rungs(bureau: Bureau) -> None:
    """Of the resolution only: asking back never pauses the first answer."""
    case_id = await verified(bureau)
    await bureau.does("Sari", "answer", case_id, "Sudah.", at=wib(23, 10))
    await bureau.does("Budi", "reopen", case_id, "Belum.", at=wib(1, 10, month=12))
    await bureau.does("Sari", "answer", case_id, "Kini sudah.", at=wib(1, 11, month=12))
    await bureau.does("Budi", "reopen", case_id, "Belum juga.", at=wib(2, 11, month=12))
    await wake(bureau, wib(2, 12, month=12))
    assert count(bureau, "Sari") == 0  # two of 43.5 hours are used
    # 21.75 hours of the resolution: 2 so far, 4 today, 15 until Friday's closing, 0.75 on Monday
    assert bureau.case(case_id).wake_at == wib(7, 8, 15, month=12)


# --- ladders of their own


async def test_a_unit_may_climb_sooner_and_leave_a_rung_out(bureau: Bureau) -> None:
    office_id = bureau.read(lambda tx: tx.session.get_one(Unit, bureau.units["KTP"]).office_id)
    await verified(bureau)
    other = await verified(bureau, unit="SKCK")

    async def sets(rung: Rung, percent: int | None, unit: str = "") -> None:
        unit_id = bureau.units.get(unit)
        await bureau.write(
            lambda tx: set_rung(
                tx, rung, percent, NOON, bureau.people["Ani"], office_id=office_id, unit_id=unit_id
            )
        )

    await sets(Rung.HALF, 25)
    await sets(Rung.HALF, 0, "KTP")
    await sets(Rung.HEAD, 75, "KTP")
    await wake(bureau, wib(24, 14))  # 25 % is Tuesday 13.22
    assert count(bureau, "Wati") == 1
    assert count(bureau, "Sari") == 0
    await wake(bureau, THREE_QUARTERS)
    assert steps(bureau, "Sari") == [{"step-three-quarters"}]
    assert count(bureau, "Hadi", ESCALATION) == 1
    assert bureau.case(other).wake_at == END
    changes = entered(bureau, Kind.LADDER_CHANGED)
    assert [one["percent"] for one in changes] == [25, 0, 75]


async def test_only_an_admin_there_sets_a_ladder_and_only_within_reason(bureau: Bureau) -> None:
    office_id = bureau.read(lambda tx: tx.session.get_one(Unit, bureau.units["KTP"]).office_id)
    for name, percent, key in (
        ("Hadi", 90, "not-for-you"),
        ("Budi", 90, "not-for-you"),
        ("Ani", 9, "ladder-range"),
        ("Ani", 1001, "ladder-range"),
        ("Ani", -5, "ladder-range"),
    ):
        by = bureau.people[name]
        why = await refused(
            bureau.write(
                lambda tx, by=by, percent=percent: set_rung(
                    tx, Rung.HEAD, percent, NOON, by, office_id=office_id
                )
            )
        )
        assert why.key == key


# --- the citizen has the word


async def test_the_citizen_is_reminded_once_after_three_working_days(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "ask_back", sent.case_id, "Tanggal berapa?", at=wib(24, 10))
    await wake(bureau, wib(27, 16, 29))
    assert count(bureau, "Budi", "case-nudge-question") == 0
    for at in (wib(27, 16, 30), wib(27, 16, 30), wib(30, 9)):  # Friday's closing
        await wake(bureau, at)
    [message] = [m for m in bureau.messages("Budi") if m.body["key"] == "case-nudge-question"]
    assert message.body["values"]["said"] == "Tanggal berapa?"
    assert message.body["buttons"][0][0]["data"] == f"track-reply:{sent.case_id}"


async def test_a_late_reminder_of_the_citizen_waits_for_the_morning(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=wib(24, 10))
    await wake(bureau, wib(28, 20))
    assert count(bureau, "Budi", "case-nudge-answer") == 0
    assert bureau.case(sent.case_id).wake_at == wib(30, 7, 30)
    await wake(bureau, wib(30, 7, 30))
    assert count(bureau, "Budi", "case-nudge-answer") == 1


async def test_a_citizen_who_replied_is_not_reminded(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "ask_back", sent.case_id, "Kapan?", at=wib(24, 10))
    await bureau.does("Budi", "citizen_reply", sent.case_id, "Senin.", at=wib(25, 10))
    await wake(bureau, wib(30, 9))
    assert count(bureau, "Budi", "case-nudge-question") == 0


async def test_silence_is_closed_by_the_job(bureau: Bureau) -> None:
    answered = await bureau.complains()
    asked = await bureau.complains()
    await bureau.complains()
    await bureau.does("Sari", "answer", answered.case_id, "Sudah.", at=wib(23, 10))
    await bureau.does("Sari", "ask_back", asked.case_id, "Kapan?", at=wib(24, 10))
    until = wib(7, 16, month=12)
    for at in (until, until, until + timedelta(days=1)):
        await wake(bureau, at)
    states = [bureau.case(one.case_id).state for one in (answered, asked)]
    assert states == ["solved", "archived"]
    assert [bureau.case(one.case_id).wake_at for one in (answered, asked)] == [None, None]
    assert bureau.told("Budi").count("case-closed-silent") == 2


async def test_the_silence_ends_at_night_too(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=wib(23, 10))
    await wake(bureau, wib(7, 23, month=12))
    assert bureau.case(sent.case_id).state == "solved"
    assert count(bureau, "Budi", "case-nudge-answer") == 0  # it is over


# --- one case that cannot be woken


async def test_one_bad_case_stops_nobody(bureau: Bureau) -> None:
    bad, good = await verified(bureau), await verified(bureau)

    def spoil(tx: Transaction) -> None:
        tx.session.get_one(Case, bad).state = "no such state"

    await bureau.write(spoil)
    woken = await bureau.write(lambda tx: jobs_cases.wake(tx, HALF))
    assert list(woken.failed) == [f"case {bad}"]
    [message] = [one for one in bureau.messages("Sari") if one.body["key"] == REMINDER]
    tickets = [line["values"]["ticket"] for line in message.body["values"]["lines"]["lines"]]
    assert tickets == [bureau.case(good).ticket]
    assert bureau.case(bad).wake_at > HALF
    assert (await bureau.write(lambda tx: jobs_cases.wake(tx, HALF))).failed == {}


async def test_what_is_due_is_found_by_its_index(sqlite_url: str) -> None:
    """No list of open cases is read, however many there are."""
    database = Database(sqlite_url)
    text = str(waking._DUE.compile(dialect=database.engine.dialect))

    def plan(tx: Transaction) -> str:
        values = (NOON.isoformat(), 50, 0)
        return str(tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all())

    assert "USING COVERING INDEX cases_timed" in database.read_now(plan)
    database.close()
