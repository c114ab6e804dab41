"""After a period: every record is frozen and every appraisal opened once, whatever happens."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlmodel import SQLModel, col, select

from models import people
from models.appraisal import leaders, terms
from models.appraisal.deciding import opening
from models.appraisal.deciding.tables import Appraisal, AppraisalState, AppraisalWaiting
from models.appraisal.evidence import freezing
from models.appraisal.evidence.tables import Snapshot
from models.appraisal.skp.tables import (
    Aspect,
    Block,
    PerformancePlan,
    PlannedIndicator,
    PlannedResult,
    PlanState,
    Source,
)
from models.appraisal.terms_tables import CUSTOM
from models.database import Database, Transaction
from models.people import Role
from tests.models.appraisal.deciding.bureau import FROZEN, LONG_AGO, Bureau, playing, wib
from tests.rivals import another, at_once


def appraisals(tx: Transaction) -> list[Appraisal]:
    return list(tx.session.exec(select(Appraisal).order_by(col(Appraisal.id))))


def by_name(bureau: Bureau) -> dict[str, str]:
    """Who appraises whom."""
    names = {number: name for name, number in bureau.officer.items()}
    return {names[a.officer_id]: names[a.appraiser_id] for a in appraisals(bureau.tx)}


async def test_everybody_is_frozen_and_opened_once(database: Database) -> None:
    def story(bureau: Bureau) -> None:
        assert by_name(bureau) == {"sari": "hadi", "tuti": "hadi", "hadi": "kadis"}
        assert all(a.state == AppraisalState.OPEN and a.work is None for a in appraisals(bureau.tx))
        assert bureau.told("hadi") == ["appraisal-told-opened"]  # one message for both
        for _ in range(3):
            bureau.freezes(bureau.at + timedelta(days=1))
        assert len(appraisals(bureau.tx)) == 3
        assert len(bureau.tx.session.exec(select(Snapshot)).all()) == 3
        assert bureau.told("hadi") == ["appraisal-told-opened"]

    await playing(database, story)


async def test_not_before_the_days_after_the_period_are_over(empty: Database) -> None:
    def work(tx: Transaction) -> None:
        bureau = Bureau.build(tx)
        bureau.freezes(wib("2026-01-07 23:59"))  # the seven days are local: 1 to 7 January
        assert appraisals(tx) == []
        bureau.freezes(wib("2026-01-08 00:00"))
        assert len(appraisals(tx)) == 3
        (period,) = [p for p in terms.of_office(tx, bureau.office) if p.frozen_at is not None]
        assert period.last_day.isoformat() == "2025-12-31"

    await empty.writer.run(work)


async def test_a_unit_further_east_is_frozen_earlier(empty: Database) -> None:
    def work(tx: Transaction) -> None:
        bureau = Bureau.build(tx, "Asia/Jayapura")
        bureau.freezes(wib("2026-01-07 21:59"))
        assert appraisals(tx) == []
        bureau.freezes(wib("2026-01-07 22:00"))  # 00.00 WIT
        assert len(appraisals(tx)) == 3

    await empty.writer.run(work)


async def test_bounded_and_resumed(empty: Database) -> None:
    def work(tx: Transaction) -> None:
        bureau = Bureau.build(tx)
        pieces = []
        while not pieces or pieces[-1].more:
            pieces.append(opening.run(tx, FROZEN, batch=1))
        assert [len(one.opened) for one in pieces] == [1, 1, 1]
        assert set(by_name(bureau)) == {"sari", "tuti", "hadi"}

    await empty.writer.run(work)


async def test_of_two_processes_one_passes_on(database: Database) -> None:
    await database.writer.run(lambda tx: Bureau.build(tx) and None)
    async with another(database) as other:
        answers = await at_once(
            database, other, lambda tx: opening.run(tx, FROZEN), lambda tx: opening.run(tx, FROZEN)
        )
    assert not [one for one in answers if isinstance(one, BaseException)]
    assert len(database.read_now(appraisals)) == 3


async def test_one_bad_record_keeps_nobody_elses_from_being_opened(empty: Database) -> None:
    """A plan damaged by hand: its officer is named in the log, and the turn comes again."""

    def work(tx: Transaction) -> None:
        bureau = Bureau.build(tx)
        indicator = damaged_plan(bureau, "sari")
        done = opening.run(tx, FROZEN)
        assert list(by_name(bureau)) == ["tuti", "hadi"]
        assert list(done.failed) == [f"officer {bureau.officer['sari']}, period 1"]
        tx.session.get_one(PlannedIndicator, indicator).aspect = Aspect.TIME
        tx.session.flush()
        bureau.freezes(FROZEN + timedelta(hours=1))
        assert set(by_name(bureau)) == {"sari", "tuti", "hadi"}

    await empty.writer.run(work)


def damaged_plan(bureau: Bureau, name: str) -> int:
    """An agreed plan with an aspect that there is not."""
    plan = PerformancePlan(
        officer_id=bureau.officer[name],
        unit_id=bureau.unit,
        leader_id=bureau.officer["hadi"],
        year=2025,
        state=PlanState.AGREED,
        made_at=LONG_AGO,
        changed_at=LONG_AGO,
        officer_confirmed_at=LONG_AGO,
        leader_confirmed_at=LONG_AGO,
    )
    added(bureau, plan)
    result = PlannedResult(plan_id=plan.id or 0, place=1, block=Block.MAIN, text="Layanan")
    added(bureau, result)
    indicator = PlannedIndicator(
        result_id=result.id or 0,
        place=1,
        aspect="no_such_thing",
        text="Tepat waktu",
        target=90,
        measure="%",
        source=Source.SYSTEM,
        indicator="solved_on_time",
    )
    added(bureau, indicator)
    return indicator.id or 0


def added(bureau: Bureau, row: SQLModel) -> None:
    bureau.tx.session.add(row)
    bureau.tx.session.flush()


async def test_past_periods_are_not_made_up(sqlite: Database) -> None:
    """Somebody looks at a year that was over before the office appraised here."""

    def story(bureau: Bureau) -> None:
        past = terms.running(
            bureau.tx, bureau.office, LONG_AGO.date().replace(year=2024), bureau.at
        )
        assert past
        bureau.freezes(bureau.at + timedelta(days=30))
        assert len(appraisals(bureau.tx)) == 3

    await playing(sqlite, story)


async def test_a_custom_period_and_the_year(empty: Database) -> None:
    def work(tx: Transaction) -> None:
        bureau = Bureau.build(tx)
        terms.change(tx, bureau.office, LONG_AGO, None, kind=CUSTOM, yearly=True, freeze_after=0)
        first, last = LONG_AGO.date(), LONG_AGO.date() + timedelta(days=20)
        terms.make_custom(tx, bureau.office, first, last, "Uji coba", LONG_AGO, None)
        opening.run(tx, LONG_AGO + timedelta(days=1))
        bureau.freezes(wib("2025-10-26 00:00"))
        assert {a.period_id for a in appraisals(tx)} == {
            p.id for p in terms.of_office(tx, bureau.office) if p.name == "Uji coba"
        }
        bureau.freezes(wib("2026-01-01 00:00"))  # the year, and the quarter that had begun
        assert len(appraisals(tx)) == 9

    await empty.writer.run(work)


# --- who appraises


async def test_without_a_leader_the_admin_is_told_once_and_it_opens_when_there_is_one(
    empty: Database,
) -> None:
    def work(tx: Transaction) -> None:
        bureau = Bureau.build(tx)
        bureau.leaves("kadis")
        # nobody was above the head then, nor is now
        for held in tx.session.exec(
            select(people.Appointment).where(
                people.Appointment.officer_id == bureau.officer["kadis"]
            )
        ):
            held.from_at = held.until_at = LONG_AGO
        tx.session.flush()
        bureau.freezes()
        assert by_name(bureau) == {"sari": "hadi", "tuti": "hadi"}
        period_id = appraisals(tx)[0].period_id
        assert freezing.latest(tx, bureau.officer["hadi"], period_id) is not None  # nothing is lost
        bureau.freezes(bureau.at + timedelta(days=1))
        assert bureau.told("ani") == ["appraisal-told-unled"]
        bureau.joins("kaban", Role.HEAD, office_id=bureau.office)
        bureau.freezes(bureau.at + timedelta(days=1))
        assert by_name(bureau)["hadi"] == "kaban"
        assert bureau.told("kaban") == ["appraisal-told-opened"]
        assert tx.session.exec(select(AppraisalWaiting)).all() == []
        assert bureau.told("ani") == ["appraisal-told-unled"]

    await empty.writer.run(work)


async def test_who_led_then_appraises_although_the_officer_moved(empty: Database) -> None:
    def work(tx: Transaction) -> None:
        bureau = Bureau.build(tx)
        bureau.at = wib("2026-01-02 08:00")
        bureau.leaves("sari")
        bureau.freezes()
        assert by_name(bureau)["sari"] == "hadi"

    await empty.writer.run(work)


async def test_who_left_in_the_period_is_appraised_for_it(empty: Database) -> None:
    def work(tx: Transaction) -> None:
        bureau = Bureau.build(tx)
        bureau.at = wib("2025-11-20 08:00")
        bureau.leaves("sari")
        bureau.at = wib("2025-12-20 08:00")
        bureau.joins("rudi", Role.OFFICER, unit_id=bureau.unit)
        bureau.at = wib("2026-01-02 08:00")
        bureau.joins("baru", Role.OFFICER, unit_id=bureau.unit)  # served no day of it
        bureau.freezes()
        assert set(by_name(bureau)) == {"sari", "tuti", "rudi", "hadi"}

    await empty.writer.run(work)


async def test_a_leader_who_left_is_followed_by_the_next(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.rate()
        bureau.leaves("hadi")
        bureau.joins("hana", Role.HEAD, unit_id=bureau.unit)
        bureau.tx.forget()
        assert bureau.refuses(bureau.confirm) == "not-for-you"
        assert opening.leader_named(bureau.tx, bureau.officer["sari"], bureau.at) == 1
        assert by_name(bureau)["sari"] == "hana"
        assert bureau.told("hana") == ["appraisal-told-yours"]
        assert bureau.refuses(bureau.confirm, "hana") == "appraisal-rate-first"  # not hers
        bureau.rate(by="hana")
        bureau.confirm("hana")
        assert bureau.file == ["opened", "rated", "appraiser_changed", "rated", "confirmed"]

    await playing(sqlite, story)


async def test_a_leader_named_by_the_admin_takes_over_what_is_not_confirmed(
    sqlite: Database,
) -> None:
    def story(bureau: Bureau) -> None:
        bureau.passes(days=1)
        named = bureau.officer["sari"], bureau.officer["tuti"], bureau.at, bureau.person["ani"]
        leaders.name_leader(bureau.tx, *named)
        assert opening.leader_named(bureau.tx, bureau.officer["sari"], bureau.at) == 1
        assert bureau.refuses(bureau.rate) == "not-for-you"
        bureau.rate(by="tuti")
        bureau.confirm("tuti")
        leaders.name_leader(bureau.tx, named[0], None, bureau.at, named[3])
        bureau.passes(hours=1)
        assert opening.leader_named(bureau.tx, bureau.officer["sari"], bureau.at) == 0

    await playing(sqlite, story)


@pytest.mark.parametrize("days", [0, 10])
async def test_the_time_to_rate_is_the_offices(empty: Database, days: int) -> None:
    def work(tx: Transaction) -> None:
        bureau = Bureau.build(tx)
        terms.change(tx, bureau.office, LONG_AGO, None, rate_within=days + 1)
        bureau.freezes(wib("2026-01-08 10:00"))
        assert bureau.now.rate_until == wib("2026-01-10 00:00") + timedelta(days=days)

    await empty.writer.run(work)


async def test_the_facts_of_a_unit_are_read_once_for_all_its_officers(empty: Database) -> None:
    """Freezing is done where everything is written, and must not hold up the citizens' messages."""
    reading: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "FROM visits" in statement and "visits.outcome" in statement:
            reading.append(statement)

    def work(tx: Transaction) -> None:
        bureau = Bureau.build(tx)
        for number in range(6):
            bureau.joins(f"rekan{number}", Role.OFFICER, unit_id=bureau.unit)
        event.listen(empty.engine, "before_cursor_execute", note)
        assert len(bureau.freezes().opened) >= 8
        event.remove(empty.engine, "before_cursor_execute", note)
        assert len(reading) == 1

    await empty.writer.run(work)
