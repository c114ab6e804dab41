"""Continuous feedback (umpan balik berkelanjutan): praise and advice, signed, on any day.

The leader, peers and subordinates of an officer write; the officer, the leader and the leader's
leader read; peers do not. Within a day the giver may take it back.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import select

from models import entries, journal, people
from models.appraisal import leaders
from models.appraisal.feedback import circle, queries
from models.appraisal.feedback.queries import NoteLine
from models.appraisal.feedback.rounds import zone_of
from models.appraisal.feedback.tables import FeedbackNote, NoteKind, Relation, Value
from models.appraisal.leaders import Standing
from models.appraisal.skp import plans
from models.appraisal.skp.plans import Result
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.local_days import local_day
from models.people import Officer

LEAST, MOST = 10, 500  # characters
TAKEN_BACK = timedelta(hours=24)
A_DAY = 20  # notes of one person in 24 hours
READERS = (Standing.OWN, Standing.LEADER, Standing.SUPERIOR)


def write(
    tx: Transaction,
    officer_id: int,
    kind: NoteKind,
    text: str,
    at: datetime,
    by: int,
    *,
    result_id: int | None = None,
    value: Value | None = None,
) -> FeedbackNote:
    """Praise or advice to an officer, masked beforehand; on a planned result or on a value."""
    giver, relation = _giver(tx, officer_id, at, by)
    if result_id is not None and result_id not in {one.id for one in results(tx, officer_id, at)}:
        raise Refused("not-for-you")
    _refuse_too_many(tx, giver, at)
    note = FeedbackNote(
        officer_id=officer_id,
        giver_id=giver.id or 0,
        relation=relation,
        kind=kind,
        text=words(text),
        result_id=result_id,
        value=value,
        at=at,
    )
    tx.session.add(note)
    tx.session.flush()
    _enter(tx, note, at, by, "written")
    return note


def withdraw(tx: Transaction, note_id: int, at: datetime, by: int) -> FeedbackNote:
    """Take a note back within a day of writing it, by its giver; its words go."""
    note = tx.session.get(FeedbackNote, note_id, with_for_update=True)
    giver = people.known_authority(tx, by, at).officer
    if note is None or giver is None or note.giver_id != giver.id:
        raise Refused("not-for-you")
    if note.withdrawn_at is not None or at >= note.at + TAKEN_BACK:
        raise Refused("feedback-note-stays")
    note.withdrawn_at, note.text = at, ""
    tx.session.add(note)
    tx.session.flush()
    _enter(tx, note, at, by, "withdrawn")
    return note


def received(
    tx: Transaction, officer_id: int, start: datetime, end: datetime, at: datetime, by: int
) -> list[NoteLine]:
    """What an officer got in [start, end), for who may read it."""
    leaders.entitled(tx, officer_id, by, at, *READERS)
    return queries.notes(tx, officer_id, start, end)


def results(tx: Transaction, officer_id: int, at: datetime) -> tuple[Result, ...]:
    """The planned results of the plan that holds for the officer now, in their order."""
    year = local_day(zone_of(tx, officer_id, at), at).year
    plan = plans.agreed(tx, officer_id, year, at)
    return plan.results if plan else ()


def check(tx: Transaction, officer_id: int, at: datetime, by: int) -> Officer:
    """The officer, for somebody who may write to them; refused to everybody else."""
    _giver(tx, officer_id, at, by)
    return tx.session.get_one(Officer, officer_id)


def words(text: str) -> str:
    """Praise or advice as typed; refuses what is too short or too long."""
    return entries.words(text, LEAST, MOST)


def _giver(tx: Transaction, officer_id: int, at: datetime, by: int) -> tuple[Officer, Relation]:
    giver = people.known_authority(tx, by, at).officer
    if giver is None or giver.id is None or giver.id == officer_id:
        raise Refused("not-for-you")
    relation = circle.around(tx, officer_id, at).relation(giver.id)
    if relation is None or tx.session.get(Officer, officer_id) is None:
        raise Refused("feedback-no-colleague")
    return giver, relation


def _refuse_too_many(tx: Transaction, giver: Officer, at: datetime) -> None:
    today = select(FeedbackNote.id).where(
        FeedbackNote.giver_id == giver.id, FeedbackNote.at > at - timedelta(days=1)
    )
    if len(tx.session.exec(today.limit(A_DAY)).all()) >= A_DAY:
        raise Refused("feedback-notes-too-many", most=A_DAY)


def _enter(tx: Transaction, note: FeedbackNote, at: datetime, by: int, step: str) -> None:
    journal.write(
        tx,
        Kind.FEEDBACK_NOTED,
        at,
        actor_id=by,
        note=note.id,
        officer=note.officer_id,
        note_kind=str(note.kind),
        step=step,
    )
