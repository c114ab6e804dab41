"""Giving a case away: to another officer, back to the unit; who holds it, and for how long."""

from __future__ import annotations

from datetime import datetime

import pytest

from handlers import jobs_cases
from models.complaints import handover, holding
from models.complaints.casework import history, measure_of
from models.complaints.holding import HeldBy
from models.complaints.states import State
from models.complaints.tables import Case
from models.database import Transaction
from models.people import Role
from tests.models.complaints.offices_and_people import LATER, NOON, Bureau, refused, wib


async def taken(bureau: Bureau, **more: object) -> int:
    sent = await bureau.complains(**more)
    await bureau.does("Sari", "take", sent.case_id, at=NOON)
    return sent.case_id


def held(bureau: Bureau, case_id: int, at: datetime) -> tuple[HeldBy, ...]:
    def work(tx: Transaction) -> tuple[HeldBy, ...]:
        case = tx.session.get_one(Case, case_id)
        return holding.told(tx, history(tx, case), measure_of(tx, case).calendar, at)

    return bureau.read(work)


def names(bureau: Bureau, who: str, case_id: int, at: datetime = LATER) -> list[str]:
    person_id = bureau.people[who]
    found = bureau.read(lambda tx: handover.giving(tx, case_id, person_id, at))
    return [one.name for one in found.candidates]


async def test_the_holder_gives_a_case_to_a_colleague(bureau: Bureau) -> None:
    case_id = await taken(bureau)
    await bureau.does("Sari", "assign", case_id, bureau.officers["Tono"], at=LATER)
    case = bureau.case(case_id)
    assert (case.holder_id, case.state) == (bureau.officers["Tono"], State.IN_PROGRESS)
    assert bureau.told("Tono")[-1] == "case-assigned"
    assert "case-assigned-away" not in bureau.told("Sari")  # she did it herself
    assert (await refused(bureau.does("Sari", "answer", case_id, "Ya.", at=LATER))).key == (
        "case-taken-by"
    )


async def test_the_head_gives_what_somebody_holds_and_both_are_told(bureau: Bureau) -> None:
    case_id = await taken(bureau)
    await bureau.does("Hadi", "assign", case_id, bureau.officers["Tono"], at=LATER)
    assert bureau.told("Tono")[-1] == "case-assigned"
    assert bureau.told("Sari")[-1] == "case-assigned-away"


async def test_the_head_gives_what_nobody_has_verified(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Hadi", "assign", sent.case_id, bureau.officers["Tono"], at=LATER)
    case = bureau.case(sent.case_id)
    assert (case.state, case.verified_at) == (State.IN_PROGRESS, LATER)


async def test_a_case_that_waits_for_the_citizen_goes_on_waiting(bureau: Bureau) -> None:
    case_id = await taken(bureau)
    await bureau.does("Sari", "ask_back", case_id, "Kapan?", at=NOON)
    await bureau.does("Sari", "assign", case_id, bureau.officers["Tono"], at=LATER)
    case = bureau.case(case_id)
    assert (case.state, case.waiting_since) == (State.WAITING, NOON)
    await bureau.does("Budi", "citizen_reply", case_id, "Senin.", at=LATER)
    assert bureau.told("Tono")[-1] == "case-replied"


async def test_who_may_not_give_a_case_is_refused(bureau: Bureau) -> None:
    case_id = await taken(bureau)
    tono = bureau.officers["Tono"]
    for name, key in (("Tono", "case-taken-by"), ("Wati", "not-for-you"), ("Budi", "not-for-you")):
        why = await refused(bureau.does(name, "assign", case_id, tono, at=LATER))
        assert why.key == key
        why = await refused(bureau.does(name, "give_back", case_id, at=LATER))
        assert why.key == key


async def test_a_case_nobody_holds_is_taken_before_an_officer_gives_it(bureau: Bureau) -> None:
    sent = await bureau.complains()
    why = await refused(
        bureau.does("Sari", "assign", sent.case_id, bureau.officers["Tono"], at=LATER)
    )
    assert why.key == "case-take-first"


async def test_nobody_unfit_is_given_a_case(bureau: Bureau) -> None:
    case_id = await taken(bureau)
    for name, key in (("Wati", "assign-unfit"), ("Sari", "assign-same")):
        why = await refused(bureau.does("Hadi", "assign", case_id, bureau.officers[name], at=LATER))
        assert why.key == key
    assert (await refused(bureau.does("Hadi", "assign", case_id, 999, at=LATER))).key == (
        "assign-unfit"
    )


@pytest.mark.parametrize("category", ["perilaku", "pungli"])
async def test_who_sent_it_is_offered_like_anybody_and_gives_it_back(
    bureau: Bureau, category: str
) -> None:
    """Left out of the list, or refused, an officer who complained would be known by that."""
    reporter, holder, role = "Tono", "Sari", Role.OFFICER
    if category == "pungli":
        reporter, holder, role = "Ira", "Igo", Role.INSPECTOR
        for name in (reporter, holder):
            await bureau.joins(name, role, at=wib(1))
    case_id = (await bureau.complains(reporter, category=category)).case_id
    await bureau.does(holder, "take", case_id, at=NOON)
    assert reporter in names(bureau, holder, case_id)
    assert (await refused(bureau.does(reporter, "give_back", case_id, at=LATER))).key == "case-own"
    await bureau.does(holder, "assign", case_id, bureau.officers[reporter], at=LATER)
    told = bureau.messages(reporter)[-1].body
    assert (told["key"], told["buttons"][0][0]["data"]) == (
        "case-own-given",
        f"case-return:{case_id}",
    )
    assert "case-assigned" not in bureau.told(reporter)
    why = await refused(bureau.does(reporter, "answer", case_id, "Sudah beres.", at=LATER))
    assert why.key == "case-own"
    await bureau.does(reporter, "give_back", case_id, at=LATER)
    assert bureau.case(case_id).holder_id is None
    assert bureau.told(holder)[-1] in ("case-returned", "supervisory-news")


async def test_the_least_loaded_is_offered_first(bureau: Bureau) -> None:
    case_id = await taken(bureau)
    await bureau.joins("Adi", Role.OFFICER, unit="KTP", at=NOON)
    other = await bureau.complains()
    await bureau.does("Adi", "take", other.case_id, at=NOON)
    assert names(bureau, "Sari", case_id) == ["Hadi", "Tono", "Adi"]
    assert names(bureau, "Hadi", other.case_id) == ["Hadi", "Tono", "Sari"]


async def test_a_case_is_given_back_to_the_unit(bureau: Bureau) -> None:
    case_id = await taken(bureau)
    before = bureau.case(case_id).resolution_due
    await bureau.does("Sari", "give_back", case_id, at=LATER)
    case = bureau.case(case_id)
    assert (case.holder_id, case.state, case.resolution_due) == (None, State.VERIFIED, before)
    assert bureau.told("Tono")[-1] == "case-returned"
    await bureau.does("Tono", "take", case_id, at=LATER)
    await bureau.does("Hadi", "give_back", case_id, at=LATER)
    assert bureau.told("Tono")[-1] == "case-returned-away"
    assert bureau.told("Sari")[-1] == "case-returned"
    why = await refused(bureau.does("Hadi", "give_back", case_id, at=LATER))
    assert why.key == "case-held-by-none"


async def test_who_answers_in_the_holder_s_place_is_told_to_the_holder(bureau: Bureau) -> None:
    case_id = await taken(bureau)
    await bureau.does("Hadi", "answer", case_id, "Sudah kami perbaiki.", at=LATER)
    [message] = [m for m in bureau.messages("Sari") if m.body["key"] == "case-in-your-place"]
    assert message.body["values"]["name"] == "Hadi"
    assert message.body["values"]["what"]["text"] == "spoken-answered"
    assert bureau.case(case_id).holder_id == bureau.officers["Sari"]


async def test_each_holder_s_own_time_adds_up(bureau: Bureau) -> None:
    """Two hours with nobody, three with Sari, one with Tono at SKCK... and Sari again."""
    sent = await bureau.complains(at=wib(23, 8))
    case_id = sent.case_id
    await bureau.does("Sari", "take", case_id, at=wib(23, 10))
    await bureau.does("Sari", "assign", case_id, bureau.officers["Tono"], at=wib(23, 14))
    await bureau.does("Tono", "assign", case_id, bureau.officers["Sari"], at=wib(23, 15))
    await bureau.does("Sari", "forward", case_id, bureau.units["SKCK"], at=wib(24, 8, 30))
    found = held(bureau, case_id, wib(24, 9))
    told = [(one.unit_name, one.name, one.minutes, one.holds) for one in found]
    assert told == [
        ("KTP", None, 120, False),
        ("KTP", "Sari", 180 + 120, False),
        ("KTP", "Tono", 60, False),
        ("SKCK", None, 30, True),
    ]


async def test_an_inspector_gives_a_supervisory_case_to_another_one_only(bureau: Bureau) -> None:
    await bureau.joins("Ira", Role.INSPECTOR, at=wib(1))
    await bureau.joins("Igo", Role.INSPECTOR, at=wib(1))
    sent = await bureau.complains(category="pungli")
    await bureau.does("Ira", "take", sent.case_id, at=NOON)
    assert names(bureau, "Ira", sent.case_id) == ["Igo"]
    tono = bureau.officers["Tono"]
    assert (await refused(bureau.does("Ira", "assign", sent.case_id, tono, at=LATER))).key == (
        "assign-unfit"
    )
    for name in ("Sari", "Hadi", "Ani"):
        why = await refused(bureau.does(name, "assign", sent.case_id, tono, at=LATER))
        assert why.key == "case-unknown"
    await bureau.does("Ira", "assign", sent.case_id, bureau.officers["Igo"], at=LATER)
    assert bureau.case(sent.case_id).holder_id == bureau.officers["Igo"]


async def test_of_a_late_supervisory_case_the_unit_hears_nothing(bureau: Bureau) -> None:
    await bureau.joins("Ira", Role.INSPECTOR, at=wib(1))
    await bureau.joins("Igo", Role.INSPECTOR, at=wib(1))
    await bureau.joins("Wira", Role.ADMIN, at=wib(1))  # of everything
    sent = await bureau.complains(category="pungli")
    await bureau.does("Ira", "take", sent.case_id, at=NOON)
    months = [wib(day, 9, month=month) for month in (11, 12) for day in range(24, 31)]
    for at in (*months, datetime.fromisoformat("2027-06-01T09:00+07:00")):
        await bureau.write(lambda tx, at=at: jobs_cases.wake(tx, at))
    for name in ("Sari", "Tono", "Wati", "Hadi", "Ani"):
        assert bureau.told(name) == []
    assert "supervisory-late" in bureau.told("Ira")
    assert "supervisory-late" in bureau.told("Igo")
    numbers = [m for m in bureau.messages("Wira") if m.body["key"] == "supervisory-late-number"]
    assert numbers
    assert all(m.body["values"] == {"n": 1} and m.unit_id is None for m in numbers)
    assert all(sent.ticket not in str(m.body) for m in numbers)
