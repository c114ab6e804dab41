"""What the journal kept before version 0003 is read as if it had been written today."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from models import journal
from models.complaints import history
from models.complaints.history import CaseAt
from models.complaints.limits import CaseClass
from models.complaints.sla import Status
from models.complaints.states import State
from models.complaints.tables import Case
from models.database import Transaction, table
from models.journal import JournalEntry
from tests.models.complaints.offices_and_people import NOON, WORDS, Bureau, wib

SENT = ("case.sent", NOON, {"category": "waktu", "case_class": "normatif"})
TAKEN = ("case.taken", wib(23, 10), {"holder": 1})
CLOSED = ("case.closed", wib(24, 10), {"holder": 1, "outcome": "done"})
Entry = tuple[str, datetime, dict[str, Any]]


async def stood(bureau: Bureau, *entries: Entry) -> CaseAt:
    def work(tx: Transaction) -> int:
        unit_id = bureau.units["KTP"]
        case = Case(
            ticket="SW-26-000001-U",
            unit_id=unit_id,
            category="waktu",
            kind=CaseClass.NORMATIVE,
            text=WORDS,
            reporter="p",
            state=State.SENT,
            received_at=NOON,
            first_answer_due=wib(30, 16),
            resolution_due=wib(30, 16),
        )
        tx.session.add(case)
        tx.session.flush()
        for kind, at, data in entries:
            values = {"kind": kind, "at": at, "unit_id": unit_id, "case_id": case.id, "data": data}
            tx.execute(table(JournalEntry).insert().values(values))
        return case.id or 0

    case_id = await bureau.write(work)
    return bureau.read(lambda tx: history.stand(tx, [case_id], wib(27)))[0]


async def test_a_case_was_taken_without_being_verified(bureau: Bureau) -> None:
    case = await stood(bureau, SENT, TAKEN)
    assert (case.state, case.holder_id, case.supervisory) == (State.IN_PROGRESS, 1, False)
    assert case.clocks.verification.ended_at == wib(23, 10)
    assert case.clocks.resolution.due == wib(30, 16)


async def test_what_an_officer_closed_was_answered_and_satisfied_nobody(bureau: Bureau) -> None:
    case = await stood(bureau, SENT, TAKEN, CLOSED)
    assert (case.state, case.confirmed) == (State.SOLVED, False)
    assert case.clocks.first_answer.status is Status.MET
    assert case.clocks.resolution.ended_at == wib(24, 10)


async def test_and_could_be_opened_again(bureau: Bureau) -> None:
    case = await stood(bureau, SENT, TAKEN, CLOSED, ("case.reopened", wib(25), {"holder": 1}))
    assert case.state is State.REOPENED


@pytest.mark.parametrize(("case_class", "hidden"), [("berkadar", True), ("normatif", False)])
async def test_a_supervisory_case_was_told_by_its_class(
    bureau: Bureau, case_class: str, hidden: bool
) -> None:
    sent = ("case.sent", NOON, {"category": "pungli", "case_class": case_class})
    assert (await stood(bureau, sent)).supervisory is hidden


def test_the_old_kind_is_no_longer_written() -> None:
    assert "case.closed" not in {kind.value for kind in journal.Kind}
