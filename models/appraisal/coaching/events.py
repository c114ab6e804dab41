"""Trainings that are held: when, with whom, who came.

Made by an admin of the office or by a leader; an admin puts in anybody of the office, a leader
those who are led. Whoever has an accepted need on the event's topic gets it joined to the event.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import col, select

from models import journal, offices
from models.appraisal import leaders
from models.appraisal.coaching import ground, trainings
from models.appraisal.coaching.tables import Training, TrainingEvent, TrainingNeed
from models.appraisal.coaching.tables import TrainingParticipant as Participant
from models.appraisal.leaders import Standing
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.local_days import local_day
from models.offices import Office

LONGEST = timedelta(days=60)
FARTHEST = timedelta(days=400)  # an event lies within it, before or after today
WEEKS = range(4, 27)  # to look at before the first day, and after the last


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it is shown."""

    id: int
    office_id: int
    zone: str
    name: str
    words: str  # what it teaches, who gives it
    topic: str
    first_day: date
    last_day: date
    weeks: int
    cancelled: bool
    participants: tuple[tuple[int, str, bool | None], ...]  # officer, name, came; by name

    @property
    def attended(self) -> tuple[int, ...]:
        return tuple(number for number, _, came in self.participants if came)


def make(
    tx: Transaction,
    training_id: int,
    first_day: date,
    last_day: date,
    at: datetime,
    by: int,
    weeks: int = 8,
) -> int:
    """An event of a training of the catalogue; its id."""
    training = trainings.one(tx, training_id)
    office = offices.office(tx, training.office_id)
    if not may_arrange(tx, office.id or 0, at, by):
        raise Refused("not-for-you")
    if training.closed_at is not None:
        raise Refused("training-unknown")
    _refuse_days(first_day, last_day, local_day(office.zone, at))
    if weeks not in WEEKS:
        raise Refused("event-weeks-wrong", first=WEEKS[0], last=WEEKS[-1])
    made = TrainingEvent(
        office_id=training.office_id,
        training_id=training_id,
        topic=training.topic,
        first_day=first_day,
        last_day=last_day,
        weeks=weeks,
        made_by=by,
        made_at=at,
    )
    tx.session.add(made)
    tx.session.flush()
    _enter(tx, made, "event-made", at, by, first=first_day.isoformat(), last=last_day.isoformat())
    return made.id or 0


def cancel(tx: Transaction, event_id: int, at: datetime, by: int) -> Event:
    """It is not held. The needs joined to it wait for another one again."""
    event = _open(tx, event_id)
    if event.made_by != by:
        ground.admin(tx, by, at, event.office_id)
    event.cancelled_at = at
    tx.session.add(event)
    for need in tx.session.exec(select(TrainingNeed).where(TrainingNeed.event_id == event_id)):
        need.event_id = None
        tx.session.add(need)
    _enter(tx, event, "event-cancelled", at, by)
    return shown(tx, event)


# --- who takes part


def add(tx: Transaction, event_id: int, officer_id: int, at: datetime, by: int) -> bool:
    """Put somebody in; False if they were in already."""
    event = _open(tx, event_id)
    _refuse_stranger(tx, event, officer_id, at, by)
    if tx.session.get(Participant, (event_id, officer_id)) is not None:
        return False
    tx.session.add(Participant(event_id=event_id, officer_id=officer_id))
    for need in _needs(tx, event, officer_id):
        need.event_id = event_id
        tx.session.add(need)
    tx.session.flush()
    _enter(tx, event, "participant-added", at, by, officer=officer_id)
    return True


def remove(tx: Transaction, event_id: int, officer_id: int, at: datetime, by: int) -> None:
    """Take somebody out again, until the first day."""
    event = _open(tx, event_id)
    _refuse_stranger(tx, event, officer_id, at, by)
    if _begun(tx, event, at):
        raise Refused("event-begun")
    row = tx.session.get(Participant, (event_id, officer_id))
    if row is None:
        return
    tx.session.delete(row)
    for need in tx.session.exec(
        select(TrainingNeed).where(
            TrainingNeed.event_id == event_id, TrainingNeed.officer_id == officer_id
        )
    ):
        need.event_id = None
        tx.session.add(need)
    _enter(tx, event, "participant-removed", at, by, officer=officer_id)


def attend(
    tx: Transaction, event_id: int, officer_id: int, came: bool, at: datetime, by: int
) -> None:
    """Who came and who did not, from the first day on."""
    event = _open(tx, event_id)
    _refuse_stranger(tx, event, officer_id, at, by)
    if not _begun(tx, event, at):
        raise Refused("event-not-begun")
    row = tx.session.get(Participant, (event_id, officer_id))
    if row is None:
        raise Refused("not-for-you")
    row.attended = came
    tx.session.add(row)
    _enter(tx, event, "attended" if came else "absent", at, by, officer=officer_id)


def addable(tx: Transaction, event_id: int, at: datetime, by: int) -> list[tuple[int, str, bool]]:
    """Whom this person may put in: officer, name, whether an accepted need waits; those first."""
    event = _open(tx, event_id)
    inside = {number for number, _, _ in shown(tx, event).participants}
    free = [
        one
        for one in ground.served(tx, event.office_id, at)
        if one.id not in inside and _may_add(tx, event, one.id or 0, at, by)
    ]
    found = [(one.id or 0, one.name, bool(_needs(tx, event, one.id or 0))) for one in free]
    return sorted(found, key=lambda each: (not each[2], each[1], each[0]))


# --- reading


def one(tx: Transaction, event_id: int, at: datetime, by: int) -> Event:
    """For everybody who serves in the office, leads in it or is its admin."""
    event = tx.session.get(TrainingEvent, event_id)
    if event is None or not may_look(tx, event.office_id, at, by):
        raise Refused("not-for-you")
    return shown(tx, event)


def of_office(tx: Transaction, office_id: int) -> list[Event]:
    """Those not cancelled, the latest first."""
    rows = tx.session.exec(
        select(TrainingEvent)
        .where(TrainingEvent.office_id == office_id, col(TrainingEvent.cancelled_at).is_(None))
        .order_by(col(TrainingEvent.first_day).desc(), col(TrainingEvent.id).desc())
    )
    return [shown(tx, event) for event in rows]


def of_officer(tx: Transaction, officer_id: int) -> list[Event]:
    """Those somebody takes or took part in, the latest first."""
    rows = tx.session.exec(
        select(TrainingEvent)
        .join(Participant, col(Participant.event_id) == TrainingEvent.id)
        .where(Participant.officer_id == officer_id, col(TrainingEvent.cancelled_at).is_(None))
        .order_by(col(TrainingEvent.first_day).desc(), col(TrainingEvent.id).desc())
    )
    return [shown(tx, event) for event in rows]


def shown(tx: Transaction, event: TrainingEvent) -> Event:
    training = tx.session.get_one(Training, event.training_id)
    rows = tx.session.exec(select(Participant).where(Participant.event_id == event.id)).all()
    names = ground.names(tx, [row.officer_id for row in rows])
    listed = [(row.officer_id, names[row.officer_id], row.attended) for row in rows]
    return Event(
        id=event.id or 0,
        office_id=event.office_id,
        zone=tx.session.get_one(Office, event.office_id).zone,
        name=training.name,
        words=training.words,
        topic=event.topic,
        first_day=event.first_day,
        last_day=event.last_day,
        weeks=event.weeks,
        cancelled=event.cancelled_at is not None,
        participants=tuple(sorted(listed, key=lambda one: (one[1], one[0]))),
    )


def arranges(tx: Transaction, event: Event, at: datetime, by: int) -> bool:
    """Whether a person may change an event: an admin of the office, or a leader in it."""
    return not event.cancelled and may_arrange(tx, event.office_id, at, by)


# --- beneath


def may_arrange(tx: Transaction, office_id: int, at: datetime, by: int) -> bool:
    """An admin of the office, or whoever leads somebody in it."""
    if ground.is_admin(tx, by, at, office_id):
        return True
    me = ground.officer(tx, by, at)
    return any(
        leaders.office_of(tx, one.id or 0, at) == office_id
        for one in leaders.led_by(tx, me.id or 0, at)
    )


def may_look(tx: Transaction, office_id: int, at: datetime, by: int) -> bool:
    """Whether a person may see the events of an office: whoever serves, leads or is admin there."""
    me = ground.officer(tx, by, at)
    if leaders.office_of(tx, me.id or 0, at) == office_id:
        return True
    return ground.heads_office(tx, by, at, office_id) or may_arrange(tx, office_id, at, by)


def _may_add(tx: Transaction, event: TrainingEvent, officer_id: int, at: datetime, by: int) -> bool:
    if ground.is_admin(tx, by, at, event.office_id):
        return True
    return leaders.standing(tx, officer_id, by, at) is Standing.LEADER


def _refuse_stranger(
    tx: Transaction, event: TrainingEvent, officer_id: int, at: datetime, by: int
) -> None:
    """Refuse whom this person may not put in, and who does not serve in the office."""
    inside = tx.session.get(Participant, (event.id or 0, officer_id)) is not None
    here = inside or leaders.office_of(tx, officer_id, at) == event.office_id
    if not here or not _may_add(tx, event, officer_id, at, by):
        raise Refused("not-for-you")


def _needs(tx: Transaction, event: TrainingEvent, officer_id: int) -> list[TrainingNeed]:
    """Accepted needs on the topic that wait for an event."""
    statement = select(TrainingNeed).where(
        TrainingNeed.officer_id == officer_id,
        TrainingNeed.topic == event.topic,
        col(TrainingNeed.accepted).is_(True),
        col(TrainingNeed.event_id).is_(None),
    )
    return list(tx.session.exec(statement))


def _open(tx: Transaction, event_id: int) -> TrainingEvent:
    event = tx.session.get(TrainingEvent, event_id)
    if event is None:
        raise Refused("not-for-you")
    if event.cancelled_at is not None:
        raise Refused("event-cancelled-already")
    return event


def _begun(tx: Transaction, event: TrainingEvent, at: datetime) -> bool:
    zone = tx.session.get_one(Office, event.office_id).zone
    return local_day(zone, at) >= event.first_day


def _refuse_days(first: date, last: date, today: date) -> None:
    if last < first or last - first > LONGEST:
        raise Refused("event-days-wrong", most=LONGEST.days)
    if abs(first - today) > FARTHEST:
        raise Refused("event-days-far")


def _enter(
    tx: Transaction, event: TrainingEvent, step: str, at: datetime, by: int, **codes: Any
) -> None:
    journal.write(
        tx,
        Kind.TRAINING_CHANGED,
        at,
        actor_id=by,
        step=step,
        office=event.office_id,
        event=event.id,
        topic=event.topic,
        **codes,
    )
