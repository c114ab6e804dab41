"""What is asked about cases: views by side, tasks by deadline, figures as of an instant."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime, timedelta

import pytest

from models.complaints import queries
from models.complaints.history import CaseAt
from models.complaints.queries import CaseView
from models.complaints.search import Found
from models.complaints.states import Event, State
from models.complaints.tasks import Task
from models.errors import Refused
from tests.models.complaints.offices_and_people import NOON, WORDS, Bureau, wib

WEEK = (wib(23, 0 + 7), wib(30, 0 + 7))


def week(bureau: Bureau, *units: str) -> list[CaseAt]:
    ids = [bureau.units[unit] for unit in units] or None
    return bureau.read(lambda tx: queries.cases_between(tx, ids, *WEEK))


def overdue(bureau: Bureau, at: datetime) -> list[int]:
    return bureau.read(lambda tx: [one.case_id for one in queries.open_overdue(tx, None, at)])


# --- views


async def test_each_side_sees_the_case_and_nobody_else(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "answer", sent.case_id, "Sudah diperiksa.", at=wib(23, 10))
    at = wib(23, 11)

    def seen(name: str, ask: str) -> CaseView:
        asked = getattr(queries, ask)
        return bureau.read(lambda tx: asked(tx, sent.case_id, bureau.people[name], at))

    mine = seen("Budi", "for_reporter")
    assert [spoken.text for spoken in mine.thread] == ["Sudah diperiksa."]
    assert [happened.event for happened in mine.events] == [
        Event.SENT, Event.VERIFIED, Event.TAKEN, Event.ANSWERED,
    ]  # fmt: skip
    assert mine.silent_until == wib(7, 16, month=12)
    for name in ("Sari", "Tono", "Hadi", "Ani"):
        assert seen(name, "for_officer").text == WORDS
    for name, ask in (("Citra", "for_reporter"), ("Wati", "for_officer"), ("Budi", "for_officer")):
        with pytest.raises(Refused):
            seen(name, ask)


def test_an_officer_s_view_has_no_place_for_who_sent_it() -> None:
    for shown in (CaseView, Task, Found):
        assert not any("reporter" in one.name for one in fields(shown))


async def test_a_ticket_opens_for_its_citizen_only(bureau: Bureau) -> None:
    sent = await bureau.complains()
    found = bureau.read(lambda tx: queries.by_ticket(tx, sent.ticket, bureau.people["Budi"]))
    assert found == sent.case_id
    assert bureau.read(lambda tx: queries.ticket_of(tx, sent.case_id)) == sent.ticket
    with pytest.raises(Refused) as caught:
        bureau.read(lambda tx: queries.by_ticket(tx, sent.ticket, bureau.people["Citra"]))
    assert caught.value.key == "ticket-unknown"


async def test_own_cases_come_newest_first(bureau: Bureau) -> None:
    first = await bureau.complains()
    second = await bureau.complains(at=wib(24))
    await bureau.complains("Citra")
    own = bureau.read(lambda tx: queries.own_cases(tx, bureau.people["Budi"]))
    assert [case.ticket for case in own] == [second.ticket, first.ticket]


# --- figures


async def test_a_past_week_stays_as_it_was(bureau: Bureau) -> None:
    """Everything that comes after the end of the week leaves its figures alone."""
    solved = await bureau.complains()
    await bureau.does("Sari", "answer", solved.case_id, "Beres.", at=wib(24))
    await bureau.does("Budi", "confirm", solved.case_id, at=wib(25))
    waiting = await bureau.complains(at=wib(26))
    before = week(bureau)
    assert [case.state for case in before] == [State.SOLVED, State.SENT]
    await bureau.does("Budi", "reopen", solved.case_id, "Rusak lagi.", at=wib(30, 8))
    await bureau.does("Sari", "forward", waiting.case_id, bureau.units["SKCK"], at=wib(30, 8))
    await bureau.does("Wati", "answer", waiting.case_id, "Sudah.", at=wib(30, 9))
    await bureau.complains(at=wib(30, 9))
    assert week(bureau) == before
    assert [case.case_id for case in week(bureau, "KTP")] == [solved.case_id, waiting.case_id]
    assert week(bureau, "SKCK") == []


async def test_an_instant_at_the_edge_belongs_to_the_week_it_starts(bureau: Bureau) -> None:
    await bureau.complains(at=WEEK[1])
    assert week(bureau) == []
    await bureau.complains(at=WEEK[0])
    [case] = week(bureau)
    assert case.happened(Event.SENT, *WEEK) == 1


async def test_late_and_open_then_is_late_for_ever(bureau: Bureau) -> None:
    late = await bureau.complains()
    end = wib(26, 16)  # to be verified within three working days
    assert overdue(bureau, end) == []
    assert overdue(bureau, end + timedelta(minutes=1)) == [late.case_id]
    await bureau.does("Sari", "answer", late.case_id, "Akhirnya.", at=wib(1, month=12))
    await bureau.does("Budi", "confirm", late.case_id, at=wib(2, month=12))
    assert overdue(bureau, end + timedelta(minutes=1)) == [late.case_id]
    assert overdue(bureau, wib(3, month=12)) == []
    await bureau.does("Budi", "reopen", late.case_id, "Belum.", at=wib(4, month=12))
    assert overdue(bureau, wib(3, month=12)) == []
    assert overdue(bureau, wib(20, month=12)) == [late.case_id]


async def test_a_case_that_waits_for_its_citizen_is_not_late(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "ask_back", sent.case_id, "Kapan?", at=wib(24))
    assert overdue(bureau, wib(30, 16)) == []
    assert overdue(bureau, wib(1, month=12)) == [sent.case_id]  # a question is no first answer
    await bureau.does("Sari", "answer", sent.case_id, "Begini.", at=wib(1, month=12))
    assert overdue(bureau, wib(20, month=12)) == []


async def test_how_a_case_ended_is_told_from_how_it_stands(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "reject", sent.case_id, "unclear", "Kurang jelas.", at=wib(24))
    [case] = week(bureau)
    assert case.ended_in(*WEEK) is Event.REJECTED
    assert not case.confirmed
    await bureau.does("Budi", "reopen", sent.case_id, "Sudah jelas.", at=wib(25))
    await bureau.does("Sari", "answer", sent.case_id, "Beres.", at=wib(25))
    await bureau.does("Budi", "confirm", sent.case_id, at=wib(26))
    [case] = week(bureau)
    assert case.ended_in(*WEEK) is Event.CONFIRMED
    assert case.confirmed


async def test_the_clocks_of_one_case(bureau: Bureau) -> None:
    sent = await bureau.complains()
    case = bureau.case(sent.case_id)
    clocks = bureau.read(lambda tx: queries.clocks_of(tx, case, NOON + timedelta(hours=1)))
    assert clocks.first_answer.elapsed == 60
