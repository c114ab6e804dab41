"""Follow-up plans: who makes them, who is reminded when, and what is said of their effect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from handlers import jobs_plans
from models import people
from models.database import Database, Transaction
from models.errors import Refused
from models.journal import JournalEntry
from models.outbox import OutboxMessage
from models.people import Officer, Person, Role
from models.ratings import plan_views, plans, survey_sums
from models.ratings.ikm import UNIT
from models.ratings.periods import Period
from models.ratings.plan_views import Direction
from models.ratings.plans import Stage
from models.ratings.survey_tables import PlanState
from models.statistics import Moments
from tests.models.ratings import survey_desk as desk
from tests.models.ratings.survey_desk import NOW

Q3, Q4, NEXT = Period.of("2026-Q3"), Period.of("2026-Q4"), Period.of("2027-Q1")
PROGRAMME = "Menambah satu loket pada hari Senin"


def noon(year: int, month: int, day: int) -> datetime:
    """11.00 WIB: the unit is open on a working day."""
    return datetime(year, month, day, 4, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Cast:
    unit: int
    head: int  # person
    ani: int  # person of the officer
    ani_officer: int
    stranger: int


def cast(tx: Transaction) -> Cast:
    unit = desk.unit(tx)
    head, _ = _officer(tx, 1, Role.HEAD, unit)
    ani, officer = _officer(tx, 2, Role.OFFICER, unit)
    stranger, _ = _officer(tx, 3, Role.OFFICER, None)
    return Cast(unit, head, ani, officer, stranger)


def _officer(tx: Transaction, number: int, role: Role, unit: int | None) -> tuple[int, int]:
    person = Person(telegram_id=number, pseudonym=f"p{number}", created_at=NOW)
    tx.session.add(person)
    tx.session.flush()
    officer = Officer(nip=f"{number:018d}", name=f"Petugas {number}", person_id=person.id)
    tx.session.add(officer)
    tx.session.flush()
    if unit is not None:
        people.appoint(tx, officer, role, NOW - timedelta(days=400), unit_id=unit)
    return person.id or 0, officer.id or 0


def made(tx: Transaction, cast: Cast, **changes: Any) -> int:
    values: dict[str, Any] = {
        "period": Q3,
        "element": "waktu",
        "programme": PROGRAMME,
        "owner_id": cast.ani_officer,
        "due": NEXT,
        "at": NOW,
        "by": cast.head,
    } | changes
    return plans.make(tx, cast.unit, **values)


def refused(work: Callable[..., Any], *arguments: Any, **named: Any) -> str:
    with pytest.raises(Refused) as found:
        work(*arguments, **named)
    return found.value.key


def answers(tx: Transaction, unit: int, day: date, scores: list[int], key: str = "waktu") -> None:
    sums = Moments.of(score * UNIT for score in scores)
    survey_sums.add(tx, unit, day, key, sums.n, sums.total, sums.squares)


# --- making, changing, closing


async def test_a_plan_is_made_changed_and_closed_with_all_of_it_in_the_journal(
    database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        who = cast(tx)
        plan = made(tx, who)
        head = tx.session.exec(select(Officer).where(Officer.person_id == who.head)).one()
        plans.give(tx, plan, head.id or 0, NOW, who.head)
        plans.move(tx, plan, Q4, NOW, who.head)
        plans.close(tx, plan, PlanState.DONE, "Loket kelima sudah dibuka", NOW, who.head)
        shown = plan_views.one(tx, plan, NOW, who.head)
        assert (shown.owner, shown.due, shown.state) == ("Petugas 1", Q4, PlanState.DONE)
        assert shown.outcome == "Loket kelima sudah dibuka"
        kinds = [
            entry.kind
            for entry in tx.session.exec(select(JournalEntry))
            if entry.kind.startswith("plan.")
        ]
        assert kinds == ["plan.made", "plan.changed", "plan.changed", "plan.closed"]
        texts = [str(entry.data) for entry in tx.session.exec(select(JournalEntry))]
        assert not any("loket" in text.lower() for text in texts)  # no words in the journal
        assert refused(plans.move, tx, plan, NEXT, NOW, who.head) == "plan-closed"
        assert refused(plans.close, tx, plan, PlanState.DONE, PROGRAMME, NOW, who.head) == (
            "plan-closed"
        )

    await database.writer.run(work)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"element": "pungli"}, "plan-element-unknown"),
        ({"period": Period.of("2027-Q2")}, "plan-element-unknown"),
        ({"programme": "  singkat "}, "text-too-short"),
        ({"programme": "x" * 501}, "note-too-long"),
        ({"programme": "=HYPERLINK(1;2;3;4)"}, "text-formula"),
        ({"due": Q3}, "plan-due-unknown"),
        ({"due": Period.of("2028-Q1")}, "plan-due-unknown"),
        ({"due": Period.of("2027")}, "plan-due-unknown"),
    ],
)
async def test_what_a_plan_may_not_be(database: Database, changes: Any, key: str) -> None:
    def work(tx: Transaction) -> None:
        assert refused(made, tx, cast(tx), **changes) == key

    await database.writer.run(work)


async def test_who_may_do_what(database: Database) -> None:
    def work(tx: Transaction) -> None:
        who = cast(tx)
        assert refused(made, tx, who, by=who.ani) == "not-for-you"
        stranger = tx.session.exec(select(Officer).where(Officer.person_id == who.stranger)).one()
        assert refused(made, tx, who, owner_id=stranger.id) == "plan-owner-unfit"
        plan = made(tx, who)
        assert plan_views.one(tx, plan, NOW, who.ani).plan_id == plan
        assert refused(plan_views.one, tx, plan, NOW, who.stranger) == "not-for-you"
        assert refused(plan_views.of_unit, tx, who.unit, NOW, who.ani) == "not-for-you"
        assert refused(plans.move, tx, plan, Q4, NOW, who.ani) == "not-for-you"
        dropped, done = PlanState.DROPPED, PlanState.DONE
        words = "Sudah berjalan baik"
        assert refused(plans.close, tx, plan, dropped, words, NOW, who.ani) == "not-for-you"
        assert refused(plans.close, tx, plan, done, words, NOW, who.stranger) == "not-for-you"
        plans.close(tx, plan, done, words, NOW, who.ani)  # the owner says that it is done

    await database.writer.run(work)


async def test_open_plans_come_first_by_their_quarter(database: Database) -> None:
    def work(tx: Transaction) -> None:
        who = cast(tx)
        later, sooner, closed = made(tx, who), made(tx, who, due=Q4), made(tx, who)
        plans.close(tx, closed, PlanState.DROPPED, "Tidak ada anggaran", NOW, who.head)
        found = plan_views.of_unit(tx, who.unit, NOW, who.head)
        assert [one.plan_id for one in found] == [sooner, later, closed]

    await database.writer.run(work)


async def test_no_more_than_twenty_for_a_period(database: Database) -> None:
    def work(tx: Transaction) -> None:
        who = cast(tx)
        for _ in range(plans.MOST):
            made(tx, who)
        assert refused(made, tx, who) == "plan-too-many"
        made(tx, who, period=Q4)

    await database.writer.run(work)


# --- reminders


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2026, 12, 31), Stage.AHEAD),
        (date(2027, 1, 1), Stage.BEGUN),
        (date(2027, 3, 17), Stage.BEGUN),
        (date(2027, 3, 18), Stage.ENDING),
        (date(2027, 3, 31), Stage.ENDING),
        (date(2027, 4, 1), Stage.OVERDUE),
    ],
)
def test_the_stages_of_a_quarter(day: date, stage: Stage) -> None:
    assert plans.stage(NEXT, day) is stage


def told(tx: Transaction, at: datetime) -> list[tuple[int, str]]:
    """To whom what is said at an instant; the job runs twice."""
    before = len(tx.session.exec(select(OutboxMessage)).all())
    for _ in range(2):
        jobs_plans.remind(tx, at)
    rows = list(tx.session.exec(select(OutboxMessage).order_by(col(OutboxMessage.id))))
    return [(row.person_id, row.body["key"]) for row in rows[before:]]


async def test_each_stage_is_told_once_to_who_it_concerns(database: Database) -> None:
    def work(tx: Transaction) -> None:
        who = cast(tx)
        made(tx, who)
        assert told(tx, NOW) == []
        assert told(tx, noon(2027, 1, 4)) == [(who.ani, "plan-begun")]
        assert told(tx, noon(2027, 2, 15)) == []
        assert told(tx, noon(2027, 3, 18)) == [(who.ani, "plan-ending")]
        assert told(tx, noon(2027, 4, 5)) == [(who.head, "plan-overdue")]
        assert told(tx, noon(2027, 9, 6)) == []

    await database.writer.run(work)


async def test_a_plan_for_this_quarter_has_begun_when_it_is_made(database: Database) -> None:
    def work(tx: Transaction) -> None:
        who = cast(tx)
        plan = made(tx, who, due=Q4)
        assert told(tx, NOW + timedelta(hours=1)) == []
        plans.move(tx, plan, NEXT, NOW, who.head)  # then it begins anew
        assert told(tx, noon(2026, 12, 21)) == []
        assert told(tx, noon(2027, 1, 4)) == [(who.ani, "plan-begun")]

    await database.writer.run(work)


async def test_a_closed_plan_is_silent_and_a_slept_through_stage_is_skipped(
    database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        who = cast(tx)
        closed, _ = made(tx, who), made(tx, who)
        plans.close(tx, closed, PlanState.DONE, "Sudah selesai semua", NOW, who.head)
        assert told(tx, noon(2027, 4, 5)) == [(who.head, "plan-overdue")]

    await database.writer.run(work)


async def test_at_night_it_waits_for_the_opening(database: Database) -> None:
    def work(tx: Transaction) -> None:
        made(tx, cast(tx))
        new_year = datetime(2026, 12, 31, 17, 5, tzinfo=UTC)  # 1 January 00.05 WIB
        assert len(told(tx, new_year)) == 1
        held = tx.session.exec(select(OutboxMessage.held_until)).one()
        assert held == datetime(2027, 1, 4, 0, 30, tzinfo=UTC)  # Monday 07.30 WIB

    await database.writer.run(work)


# --- the effect


LOW, HIGH = [2] * 40, [4] * 40


@pytest.mark.parametrize(
    ("then", "now", "direction"),
    [
        (LOW, HIGH, Direction.ROSE),
        (HIGH, LOW, Direction.FELL),
        ([2, 3] * 5, [2, 3, 3] * 4, Direction.SAME),  # higher, but not beyond chance
        (LOW, [4] * 4, Direction.UNTOLD),
        ([4] * 4, LOW, Direction.UNTOLD),
        (LOW, [], Direction.UNTOLD),
    ],
)
async def test_the_effect_is_told_by_its_interval(
    database: Database, then: list[int], now: list[int], direction: Direction
) -> None:
    def work(tx: Transaction) -> None:
        who = cast(tx)
        plan = plan_views.one(tx, made(tx, who), NOW, who.head)
        answers(tx, who.unit, Q3.first, then)
        answers(tx, who.unit, Q4.first, now)
        answers(tx, who.unit, NEXT.first, [1] * 50)  # a period that is not over says nothing
        ahead = plan_views.effect(tx, plan, NOW)
        assert (ahead.direction, ahead.change) == (Direction.AHEAD, None)
        found = plan_views.effect(tx, plan, noon(2027, 1, 4))
        assert (found.direction, found.since, found.until) == (direction, Q3, Q4)
        assert (found.change is None) is (direction is Direction.UNTOLD)

    await database.writer.run(work)


async def test_a_plan_of_a_half_year_is_compared_with_half_years(database: Database) -> None:
    def work(tx: Transaction) -> None:
        who = cast(tx)
        first, second = Period.of("2026-S1"), Period.of("2026-S2")
        plan = plan_views.one(tx, made(tx, who, period=first), NOW, who.head)
        answers(tx, who.unit, first.first, LOW)
        answers(tx, who.unit, second.first, HIGH)
        assert plan_views.effect(tx, plan, NOW).direction is Direction.AHEAD
        found = plan_views.effect(tx, plan, noon(2027, 1, 4))
        assert (found.direction, found.until) == (Direction.ROSE, second)

    await database.writer.run(work)
