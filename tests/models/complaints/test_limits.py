"""Limits of a unit: with a source, from a day on, never for what was received before."""

from __future__ import annotations

import pytest

from models.complaints import history, limit_rules, operations
from models.complaints.limits import CaseClass, Step
from models.database import Transaction
from models.worktime import Duration, Unit
from tests.models.complaints.offices_and_people import LATER, NOON, Bureau, refused, wib

DAYS = Unit.WORKING_DAYS
DECREE = "SK Kepala Dinas 12/2026"


async def sets(
    bureau: Bureau,
    days: int | None,
    step: Step = Step.RESOLUTION,
    case_class: CaseClass | None = CaseClass.NORMATIVE,
    *,
    by: str = "Ani",
    source: str = DECREE,
    unit: Unit = DAYS,
) -> None:
    duration = Duration(days, unit) if days else None

    def work(tx: Transaction) -> None:
        limit_rules.set_limit(
            tx,
            bureau.units["KTP"],
            step,
            case_class,
            duration,
            source,
            at=NOON,
            by=bureau.people[by],
        )

    await bureau.write(work)


async def test_a_units_own_limit_holds_for_what_comes_later(bureau: Bureau) -> None:
    before = await bureau.complains(category="waktu", at=NOON.replace(minute=0, hour=1))
    await sets(bureau, 2)
    after = await bureau.complains(category="waktu", at=LATER)
    assert before.promise.resolution == wib(30, 16)
    assert after.promise.resolution == wib(25, 16)
    assert bureau.case(before.case_id).resolution_due == wib(30, 16)


async def test_many_cases_at_once_keep_each_the_limit_of_their_day(bureau: Bureau) -> None:
    """Their limits are not read anew for each, and are the same as one by one."""
    sent = [
        await bureau.complains(category="waktu", at=NOON.replace(minute=m, hour=1)) for m in (0, 9)
    ]
    await sets(bureau, 2)
    sent += [await bureau.complains(category="waktu", at=LATER)]
    ids = [one.case_id for one in sent]

    def dues(tx: Transaction) -> list[object]:
        return [one.clocks.resolution.due for one in history.stand(tx, ids, LATER)]

    def alone(tx: Transaction) -> list[object]:
        found = [history.stand(tx, [id_], LATER)[0] for id_ in ids]
        return [one.clocks.resolution.due for one in found]

    assert await bureau.write(dues) == await bureau.write(alone)
    assert await bureau.write(dues) == [wib(30, 16), wib(30, 16), wib(25, 16)]


async def test_the_old_limit_goes_on_for_an_old_case_also_when_its_class_is_decided(
    bureau: Bureau,
) -> None:
    sent = await bureau.complains(category="sarana", at=NOON.replace(hour=1))
    await sets(bureau, 2)
    await bureau.write(
        lambda tx: operations.verify(
            tx, sent.case_id, bureau.people["Sari"], CaseClass.NORMATIVE, LATER
        )
    )
    assert bureau.case(sent.case_id).resolution_due == wib(30, 16)


async def test_another_unit_keeps_the_general_limit(bureau: Bureau) -> None:
    await sets(bureau, 2)
    assert (await bureau.complains(unit="SKCK", category="waktu", at=LATER)).promise.resolution == (
        wib(30, 16)
    )


async def test_taking_it_back_gives_the_general_limit(bureau: Bureau) -> None:
    await sets(bureau, 2)
    await sets(bureau, None)
    assert (await bureau.complains(category="waktu", at=LATER)).promise.resolution == wib(30, 16)


async def test_a_limit_for_every_class_gives_way_to_that_of_the_class(bureau: Bureau) -> None:
    await sets(bureau, 1, Step.FIRST_ANSWER, None)
    await sets(bureau, 3, Step.FIRST_ANSWER, CaseClass.REQUEST)
    first = await bureau.complains(category="waktu", at=LATER)
    asked = await bureau.complains("Citra", category="informasi", at=LATER)
    assert first.promise.first_answer == wib(24, 16)
    assert asked.promise.first_answer == wib(26, 16)


async def test_what_is_refused(bureau: Bureau) -> None:
    assert (await refused(sets(bureau, 2, source=" "))).key == "limit-needs-source"
    assert (await refused(sets(bureau, 2, unit=Unit.DAYS))).key == "limit-not-working-time"


@pytest.mark.parametrize("name", ["Budi", "Sari", "Hadi"])
async def test_only_an_admin_sets_one(bureau: Bureau, name: str) -> None:
    assert (await refused(sets(bureau, 2, by=name))).key == "not-for-you"
