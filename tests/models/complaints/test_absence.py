"""Leave and leaving: cases go to who is there, and nobody away is bothered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from handlers import jobs_cases
from models import leaves, people, staffing
from models.complaints import absence
from models.complaints.states import State
from models.leaves import Days, Leave
from models.people import Role
from tests.models.complaints.offices_and_people import LATER, NOON, Bureau, refused, wib
from tests.models.complaints.test_reminders import HALF, count, verified, wake

WEEK = Days(date(2026, 11, 24), date(2026, 11, 27), "Asia/Jakarta")
MORNING = wib(24, 7, 30)


async def goes(
    bureau: Bureau, name: str, stand_in: str = "", days: Days = WEEK, by: str = ""
) -> Leave:
    """A leave is entered on Monday."""
    chosen = bureau.officers.get(stand_in)
    who = bureau.people[by or name]
    return await bureau.write(
        lambda tx: leaves.plan(tx, bureau.officers[name], days, chosen, NOON, who)
    )


async def begin(bureau: Bureau, at: object = MORNING) -> None:
    await bureau.write(lambda tx: jobs_cases.begin_leaves(tx, at))


async def hold(bureau: Bureau, name: str = "Sari", **more: object) -> int:
    sent = await bureau.complains(**more)
    await bureau.does(name, "take", sent.case_id, at=NOON)
    return sent.case_id


async def test_at_its_start_the_cases_go_to_the_stand_in(bureau: Bureau) -> None:
    first, second, ended = [await hold(bureau) for _ in range(3)]
    await bureau.does("Sari", "reject", ended, "unfounded", "Bukan begitu kejadiannya.", at=LATER)
    await bureau.does("Sari", "ask_back", second, "Kapan?", at=LATER)
    await goes(bureau, "Sari", "Tono")
    await begin(bureau, wib(23, 23))
    assert bureau.case(first).holder_id == bureau.officers["Sari"]
    await begin(bureau)
    await begin(bureau, MORNING + timedelta(minutes=1))
    holders = [bureau.case(one).holder_id for one in (first, second, ended)]
    assert holders == [bureau.officers["Tono"], bureau.officers["Tono"], bureau.officers["Sari"]]
    assert bureau.case(second).state == State.WAITING
    assert bureau.told("Tono").count("leave-stand-in") == 1
    assert bureau.told("Sari").count("leave-begun") == 1
    assert bureau.told("Hadi").count("leave-head") == 1
    [message] = [m for m in bureau.messages("Tono") if m.body["key"] == "leave-stand-in"]
    assert message.body["values"]["n"] == 2


async def test_without_a_stand_in_they_go_back_to_the_unit(bureau: Bureau) -> None:
    case_id = await hold(bureau)
    await goes(bureau, "Sari")
    await begin(bureau)
    case = bureau.case(case_id)
    assert (case.holder_id, case.state) == (None, State.VERIFIED)
    assert bureau.told("Tono")[-1] == "leave-returned"
    assert "leave-returned" not in bureau.told("Sari")


async def test_the_stand_in_gets_nothing_of_a_unit_served_alone(bureau: Bureau) -> None:
    """Sari serves SKCK too; Tono does not."""
    await bureau.joins("Sari", Role.OFFICER, unit="SKCK", at=wib(1))
    at_home, elsewhere = await hold(bureau), await hold(bureau, unit="SKCK")
    await goes(bureau, "Sari", "Tono")
    await begin(bureau)
    assert bureau.case(at_home).holder_id == bureau.officers["Tono"]
    assert bureau.case(elsewhere).holder_id is None
    assert bureau.told("Wati")[-1] == "leave-returned"


async def test_nobody_on_leave_is_told_or_reminded_or_given_a_case(bureau: Bureau) -> None:
    await goes(bureau, "Sari")
    await verified(bureau)
    sent = await bureau.complains(at=wib(25))
    assert "case-new" not in bureau.told("Sari")[1:]
    assert bureau.told("Tono")[-1] == "case-new"
    await wake(bureau, HALF)
    assert (count(bureau, "Sari"), count(bureau, "Tono")) == (0, 1)
    why = await refused(
        bureau.does("Hadi", "assign", sent.case_id, bureau.officers["Sari"], at=wib(25))
    )
    assert why.key == "assign-away"
    after = wib(30, 8)
    await bureau.does("Hadi", "assign", sent.case_id, bureau.officers["Sari"], at=after)
    assert bureau.told("Sari")[-1] == "case-assigned"


async def test_when_everybody_is_on_leave_the_head_is_told(bureau: Bureau) -> None:
    await goes(bureau, "Sari")
    await goes(bureau, "Tono")
    await bureau.complains(at=wib(25))
    assert bureau.told("Hadi")[-1] == "case-new"


async def test_who_may_enter_a_leave(bureau: Bureau) -> None:
    for by in ("Sari", "Hadi", "Ani"):
        leave = await goes(bureau, "Sari", by=by)
        await bureau.write(
            lambda tx, leave=leave, by=by: leaves.end(tx, leave.id or 0, LATER, bureau.people[by])
        )
    for by in ("Tono", "Wati", "Budi"):
        assert (await refused(goes(bureau, "Sari", by=by))).key == "not-for-you"
    leave = await goes(bureau, "Sari")
    stranger = bureau.people["Wati"]
    ending = bureau.write(lambda tx: leaves.end(tx, leave.id or 0, LATER, stranger))
    assert (await refused(ending)).key == "not-for-you"


async def test_impossible_leaves_are_refused(bureau: Bureau) -> None:
    zone = "Asia/Jakarta"
    past = Days(date(2026, 11, 22), date(2026, 11, 25), zone)
    backwards = Days(date(2026, 11, 27), date(2026, 11, 25), zone)
    endless = Days(date(2026, 11, 27), date(2027, 12, 25), zone)
    for days, key in (
        (past, "leave-days-wrong"),
        (backwards, "leave-days-wrong"),
        (endless, "leave-too-long"),
    ):
        assert (await refused(goes(bureau, "Sari", days=days))).key == key
    for stand_in in ("Wati", "Sari"):
        assert (await refused(goes(bureau, "Sari", stand_in))).key == "leave-stand-in-unfit"
    await goes(bureau, "Tono")
    assert (await refused(goes(bureau, "Sari", "Tono"))).key == "leave-stand-in-unfit"
    assert (await refused(goes(bureau, "Tono"))).key == "leave-twice"
    next_day = Days(date(2026, 11, 28), date(2026, 11, 28), zone)
    await goes(bureau, "Tono", days=next_day)


async def test_a_leave_called_off_moves_nothing(bureau: Bureau) -> None:
    case_id = await hold(bureau)
    leave = await goes(bureau, "Sari", "Tono")
    await bureau.write(lambda tx: leaves.end(tx, leave.id or 0, LATER, bureau.people["Sari"]))
    await begin(bureau)
    assert bureau.case(case_id).holder_id == bureau.officers["Sari"]
    assert bureau.read(lambda tx: leaves.away(tx, wib(25))) == frozenset()


async def test_who_is_dismissed_gives_the_cases_back_at_once(bureau: Bureau) -> None:
    await bureau.joins("Sari", Role.OFFICER, unit="SKCK", at=wib(1))
    gone, kept = await hold(bureau), await hold(bureau, unit="SKCK")
    sari, ani = bureau.officers["Sari"], bureau.people["Ani"]
    held = bureau.read(lambda tx: people.appointments_of(tx, sari, NOON))
    at_home = next(one.id or 0 for one in held if one.unit_id == bureau.units["KTP"])

    await bureau.write(lambda tx: staffing.dismiss(tx, at_home, LATER, ani))
    handed = await bureau.write(lambda tx: absence.release(tx, sari, LATER, ani))
    assert [one.case_id for one in handed.returned] == [gone]
    case = bureau.case(gone)
    assert (case.holder_id, case.state) == (None, State.VERIFIED)
    assert bureau.case(kept).holder_id == sari
    await bureau.does("Tono", "take", gone, at=LATER)


async def test_a_stand_in_who_sent_the_case_gets_it_like_any_other(bureau: Bureau) -> None:
    case_id = await hold(bureau, who="Tono")
    await goes(bureau, "Sari", "Tono")
    await begin(bureau)
    assert bureau.case(case_id).holder_id == bureau.officers["Tono"]
    assert {"case-own-given", "leave-stand-in"} <= set(bureau.told("Tono"))
    await bureau.does("Tono", "give_back", case_id, at=wib(24, 9))
    assert bureau.case(case_id).holder_id is None


@pytest.mark.parametrize("gone", [False, True])
async def test_what_is_reopened_meanwhile_is_the_unit_s_to_take(bureau: Bureau, gone: bool) -> None:
    case_id = await hold(bureau)
    await bureau.does("Sari", "reject", case_id, "unfounded", "Bukan begitu kejadiannya.", at=LATER)
    if gone:
        await bureau.leaves("Sari", at=LATER)
    else:
        await goes(bureau, "Sari", "Tono")
        await begin(bureau)
    await bureau.does("Budi", "reopen", case_id, "Memang begitu.", at=wib(24, 10))
    case = bureau.case(case_id)
    assert (case.state, case.holder_id) == (State.REOPENED, None)
    assert bureau.told("Tono")[-1] == "case-reopened"
    assert "case-reopened" not in bureau.told("Sari")
