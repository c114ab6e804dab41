"""Praise and advice on any day, and what citizens can witness."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.appraisal.feedback import notes, queries, witness
from models.appraisal.feedback.tables import FeedbackNote, NoteKind, Relation, Value
from models.appraisal.skp.tables import Block, PerformancePlan, PlannedResult, PlanState
from models.database import Transaction
from tests.models.appraisal.feedback.colleagues import NOW, Colleagues, refused

PRAISE = "Antrean Senin pagi beres karena loket dibuka lebih awal."
AFTER = NOW + timedelta(days=1)


async def praises(hall: Colleagues, giver: str, about: str = "Sari", **more: object) -> int:
    kind = NoteKind.PRAISE
    note = await hall.does(
        notes.write, hall.officers[about], kind, PRAISE, NOW, hall.people[giver], **more
    )
    return note.id or 0


async def test_leader_peers_and_subordinates_write_and_sign(hall: Colleagues) -> None:
    await praises(hall, "Hadi", value=Value.SERVICE)
    await praises(hall, "Rina")
    await praises(hall, "Rina", "Hadi")
    found = hall.read(lambda tx: queries.notes(tx, hall.officers["Sari"], NOW, AFTER))
    assert [(one.by, one.relation, one.value) for one in found] == [
        ("Hadi", Relation.LEADER, Value.SERVICE),
        ("Rina", Relation.PEER, None),
    ]
    assert found[0].text == PRAISE
    up = hall.read(lambda tx: queries.notes(tx, hall.officers["Hadi"], NOW, AFTER))
    assert [one.relation for one in up] == [Relation.SUBORDINATE]


async def test_nobody_writes_to_themself_or_to_somebody_they_do_not_work_with(
    hall: Colleagues,
) -> None:
    with refused("not-for-you"):
        await praises(hall, "Sari")
    with refused("feedback-no-colleague"):
        await praises(hall, "Kepala")


@pytest.mark.parametrize(("reader", "may"), [("Sari", True), ("Hadi", True), ("Kepala", True)])
async def test_the_officer_and_those_above_read(hall: Colleagues, reader: str, may: bool) -> None:
    await praises(hall, "Rina")
    sari, by = hall.officers["Sari"], hall.people[reader]
    found = await hall.does(notes.received, sari, NOW, AFTER, NOW, by)
    assert bool(found) is may


async def test_peers_do_not_read(hall: Colleagues) -> None:
    await praises(hall, "Rina")
    for peer in ("Rina", "Tono"):
        with refused("not-for-you"):
            await hall.does(
                notes.received, hall.officers["Sari"], NOW, AFTER, NOW, hall.people[peer]
            )


async def test_within_a_day_a_note_is_taken_back_with_its_words(hall: Colleagues) -> None:
    note, late = await praises(hall, "Rina"), await praises(hall, "Rina")
    with refused("not-for-you"):
        await hall.does(notes.withdraw, note, NOW, hall.people["Sari"])
    in_time = NOW + timedelta(hours=24) - timedelta(seconds=1)
    await hall.does(notes.withdraw, note, in_time, hall.people["Rina"])
    with refused("feedback-note-stays"):
        await hall.does(notes.withdraw, late, NOW + timedelta(hours=24), hall.people["Rina"])
    found = hall.read(lambda tx: queries.notes(tx, hall.officers["Sari"], NOW, AFTER))
    assert [one.id for one in found] == [late]
    assert hall.read(lambda tx: tx.session.get_one(FeedbackNote, note).text) == ""


async def test_a_note_may_be_on_a_planned_result_of_that_officer(hall: Colleagues) -> None:
    result = await hall.does(_planned, hall)
    await praises(hall, "Hadi", result_id=result)
    (found,) = hall.read(lambda tx: queries.notes(tx, hall.officers["Sari"], NOW, AFTER))
    assert found.result_id == result
    with refused("not-for-you"):
        await praises(hall, "Hadi", "Rina", result_id=result)


def _planned(tx: Transaction, hall: Colleagues) -> int:
    plan = PerformancePlan(
        officer_id=hall.officers["Sari"],
        unit_id=hall.unit,
        leader_id=hall.officers["Hadi"],
        year=2026,
        state=PlanState.AGREED,
        made_at=NOW,
        changed_at=NOW,
        officer_confirmed_at=NOW,
        leader_confirmed_at=NOW,
    )
    tx.session.add(plan)
    tx.session.flush()
    made = PlannedResult(plan_id=plan.id or 0, place=1, block=Block.MAIN, text="KTP tepat waktu")
    tx.session.add(made)
    tx.session.flush()
    return made.id or 0


async def test_words_are_neither_too_short_nor_too_many(hall: Colleagues) -> None:
    sari, rina = hall.officers["Sari"], hall.people["Rina"]
    for key, text in (("text-too-short", "bagus"), ("note-too-long", "x" * 501)):
        with refused(key):
            await hall.does(notes.write, sari, NoteKind.ADVICE, text, NOW, rina)
    for _ in range(notes.A_DAY):
        await praises(hall, "Rina")
    with refused("feedback-notes-too-many"):
        await praises(hall, "Rina")


def test_citizens_witness_service_and_parts_of_two_other_values() -> None:
    assert set(witness.WITNESSED) == {Value.SERVICE, Value.ACCOUNTABLE, Value.COMPETENT}
    assert all(witness.indicators(value) for value in witness.WITNESSED)
    for value in set(Value) - set(witness.WITNESSED):
        assert witness.indicators(value) == ()
