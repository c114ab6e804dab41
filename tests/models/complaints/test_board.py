"""The board of a unit: who holds what, what is late and why."""

from __future__ import annotations

from datetime import date

from models import leaves
from models.complaints import board
from models.complaints.board import PAGE, Board, Wanted
from models.complaints.states import State
from models.leaves import Days
from models.offices import Unit
from models.people import Role
from tests.models.complaints.offices_and_people import NOON, Bureau, refused, wib

LATE = wib(1, 10, month=12)


def seen(bureau: Bureau, name: str = "Hadi", wanted: Wanted | None = None, page: int = 0) -> Board:
    person, unit = bureau.people[name], bureau.units["KTP"]
    return bureau.read(lambda tx: board.of_unit(tx, unit, person, LATE, wanted, page))


async def filled(bureau: Bureau) -> list[int]:
    """Nobody holds one; Sari holds a late one, one with the citizen; Tono one in time."""
    free = await bureau.complains(category="lainnya", at=wib(30))
    late = await bureau.complains(category="informasi", at=NOON)
    asked = await bureau.complains(category="lainnya", at=NOON)
    fine = await bureau.complains(category="lainnya", at=wib(30))
    for name, sent in (("Sari", late), ("Sari", asked), ("Tono", fine)):
        at = bureau.case(sent.case_id).received_at
        await bureau.does(name, "take", sent.case_id, at=at)
    await bureau.does("Sari", "answer", asked.case_id, "Sudah.", at=wib(24))
    ended = await bureau.complains(at=NOON)
    await bureau.does("Sari", "reject", ended.case_id, "unfounded", "Bukan demikian.", at=wib(24))
    return [one.case_id for one in (free, late, asked, fine)]


async def test_who_holds_what(bureau: Bureau) -> None:
    await filled(bureau)
    found = seen(bureau)
    assert found.states == {
        State.SENT: 1,
        State.IN_PROGRESS: 2,
        State.ANSWERED: 1,
    }
    assert found.late == 1
    desks = [(desk.name, desk.n, desk.late) for desk in found.desks]
    assert desks == [(None, 1, 0), ("Sari", 2, 1), ("Tono", 1, 0)]
    assert found.desks[1].oldest == NOON


async def test_those_nobody_holds_come_first_then_the_late_with_the_reason(
    bureau: Bureau,
) -> None:
    free, late, asked, fine = await filled(bureau)
    found = seen(bureau)
    assert [line.case_id for line in found.lines] == [free, late, fine, asked]
    whys = [line.why for line in found.lines]
    assert [why is not None for why in whys] == [False, True, False, False]
    assert whys[1] is not None
    assert [(one.name, one.holds) for one in whys[1].holders] == [("Sari", True)]


async def test_some_of_them_only(bureau: Bureau) -> None:
    free, late, asked, _fine = await filled(bureau)
    sari = bureau.officers["Sari"]
    for wanted, cases in (
        (Wanted(holder=0), [free]),
        (Wanted(late=True), [late]),
        (Wanted(holder=sari), [late, asked]),
    ):
        found = seen(bureau, wanted=wanted)
        assert [line.case_id for line in found.lines] == cases
        assert found.chosen == len(cases)


async def test_it_is_turned_by_pages(bureau: Bureau) -> None:
    senders = ["Budi"] * PAGE + ["Citra"] * 2
    sent = [(await bureau.complains(who=who, at=NOON)).case_id for who in senders]
    assert [line.case_id for line in seen(bureau).lines] == sent[:PAGE]
    for page in (1, 9):  # beyond the last one: the last one
        assert [line.case_id for line in seen(bureau, page=page).lines] == sent[PAGE:]


async def test_only_those_who_lead_see_it(bureau: Bureau) -> None:
    await bureau.joins("Yuni", Role.HEAD, unit="SKCK", at=NOON)
    for name in ("Sari", "Budi", "Yuni"):
        unit = bureau.units["KTP"]

        async def look(name: str = name, unit: int = unit) -> None:
            await bureau.write(lambda tx: board.of_unit(tx, unit, bureau.people[name], LATE))

        assert (await refused(look())).key == "not-for-you"
    assert seen(bureau, "Ani").unit_name == "KTP"


async def test_the_head_of_an_office_sees_each_of_its_units(bureau: Bureau) -> None:
    office_id = bureau.read(lambda tx: tx.session.get_one(Unit, bureau.units["KTP"]).office_id)
    await bureau.joins("Oki", Role.HEAD, office_id=office_id, at=NOON)
    for name, units in (("Oki", ["KTP", "SKCK"]), ("Hadi", ["KTP"]), ("Sari", [])):
        person = bureau.people[name]
        found = bureau.read(lambda tx, person=person: board.units_led(tx, person, LATE))
        assert [unit.name for unit in found] == units


async def test_supervisory_cases_and_one_s_own_are_not_on_it(bureau: Bureau) -> None:
    await bureau.complains(category="pungli", at=NOON)
    await bureau.complains(who="Hadi", at=NOON)
    found = seen(bureau)
    assert (found.states, found.lines, found.chosen) == ({}, (), 0)
    assert seen(bureau, "Ani").chosen == 1


async def test_it_says_who_is_away(bureau: Bureau) -> None:
    days = Days(date(2026, 12, 1), date(2026, 12, 1), "Asia/Jakarta")
    sari = bureau.officers["Sari"]
    await bureau.write(lambda tx: leaves.plan(tx, sari, days, None, NOON, bureau.people["Sari"]))
    assert [(desk.name, desk.away) for desk in seen(bureau).desks[1:]] == [
        ("Sari", True),
        ("Tono", False),
    ]
