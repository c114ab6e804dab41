"""Needs of training: proposed by the evidence of two periods, by the officer or by the head.

The evidence only proposes; the officer's leader decides, and the officer sees each proposal with
its reason. A record is searched once when it is frozen, and again when it is amended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from models import journal
from models.appraisal import leaders, terms
from models.appraisal.coaching import ground, trainings
from models.appraisal.coaching.need_rules import Fact, Target, fact
from models.appraisal.coaching.tables import Origin, RecordLook, TrainingNeed
from models.appraisal.evidence import freezing
from models.appraisal.evidence.tables import Figure, Snapshot
from models.appraisal.indicators import Result, in_measure
from models.appraisal.leaders import Standing
from models.appraisal.skp import plans
from models.appraisal.skp.tables import Source
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.people import Officer

AT_ONCE = 20  # records searched in one transaction
READERS = (Standing.OWN, Standing.LEADER, Standing.SUPERIOR)


@dataclass(frozen=True, slots=True)
class Need:
    """A need as it is shown."""

    id: int
    officer_id: int
    officer: str
    unit_id: int
    unit: str
    zone: str
    topic: str
    training_id: int | None
    training: str  # of the catalogue; empty: none is suggested
    origin: Origin
    facts: tuple[Fact, ...]  # the earlier period first
    words: str
    at: datetime
    accepted: bool | None
    decided_by: str
    decision_words: str
    event_id: int | None


# --- by the evidence


def search(tx: Transaction, at: datetime, limit: int = AT_ONCE) -> tuple[list[Need], bool]:
    """Search frozen records that were not searched yet; the needs found, and whether there may be
    more records."""
    waiting = tx.session.exec(
        select(Snapshot)
        .join(RecordLook, col(RecordLook.snapshot_id) == Snapshot.id, isouter=True)
        .where(col(RecordLook.snapshot_id).is_(None))
        .order_by(col(Snapshot.id))
        .limit(limit)
    ).all()
    found = [need for snapshot in waiting for need in _found(tx, snapshot, at)]
    tx.session.add_all(RecordLook(snapshot_id=one.id or 0, at=at) for one in waiting)
    tx.session.flush()
    return [_shown(tx, need) for need in found], len(waiting) == limit


def _found(tx: Transaction, snapshot: Snapshot, at: datetime) -> Iterator[TrainingNeed]:
    newest = freezing.latest(tx, snapshot.officer_id, snapshot.period_id)
    earlier = terms.before(tx, terms.period(tx, snapshot.period_id))
    before = freezing.latest(tx, snapshot.officer_id, earlier.id or 0) if earlier else None
    if before is None or newest is None or newest.id != snapshot.id:
        return
    then, now = _below(tx, before), _below(tx, snapshot)
    for topic in ground.TOPICS:
        if topic in then and topic in now and not _proposed(tx, snapshot, topic):
            yield _propose(tx, snapshot, topic, [then[topic], now[topic]], at)


def _below(tx: Transaction, snapshot: Snapshot) -> dict[str, Fact]:
    """The figures of a record that are clearly below their targets, by indicator."""
    planned = targets(tx, snapshot)
    found = {
        key: fact(key, Result.from_json(one.result), planned, snapshot.period_id, one.id or 0)
        for key, one in _figures(tx, snapshot).items()
    }
    return {key: one for key, one in found.items() if one is not None}


def _figures(tx: Transaction, snapshot: Snapshot) -> dict[str, Figure]:
    """Those that a training can better."""
    frozen = freezing.figures(tx, snapshot.id or 0)
    return {key: one for key, one in frozen.items() if key in ground.TOPICS}


def targets(tx: Transaction, snapshot: Snapshot) -> dict[str, Target]:
    """What the plan that held asked of the system's indicators; of several the first."""
    if snapshot.plan_id is None:
        return {}
    found: dict[str, Target] = {}
    for result in plans.plan(tx, snapshot.plan_id).results:
        for one in result.indicators:
            if one.source is Source.SYSTEM and one.indicator is not None:
                value = in_measure(one.indicator, one.target)
                found.setdefault(one.indicator, Target(value, one.direction.value))
    return found


def _proposed(tx: Transaction, snapshot: Snapshot, topic: str) -> bool:
    """Whether the period proposed it already, or it is still being talked about."""
    for need in tx.session.exec(
        select(TrainingNeed).where(
            TrainingNeed.officer_id == snapshot.officer_id, TrainingNeed.topic == topic
        )
    ):
        waits = need.accepted is None or (need.accepted and need.event_id is None)
        if waits or need.period_id == snapshot.period_id:
            return True
    return False


def _propose(
    tx: Transaction, snapshot: Snapshot, topic: str, facts: list[Fact], at: datetime
) -> TrainingNeed:
    need = TrainingNeed(
        unit_id=snapshot.unit_id,
        officer_id=snapshot.officer_id,
        topic=topic,
        origin=Origin.EVIDENCE,
        period_id=snapshot.period_id,
        facts=[one.to_json() for one in facts],
        at=at,
    )
    return _add(tx, need, at, None)


# --- by people


def ask(tx: Transaction, topic: str, words: str, at: datetime, by: int) -> int:
    """An officer asks for a training; the need's id."""
    me = ground.officer(tx, by, at)
    return _by_person(tx, me.id or 0, topic, words, Origin.OFFICER, at, by).id or 0


def propose(tx: Transaction, officer_id: int, topic: str, words: str, at: datetime, by: int) -> int:
    """The leader proposes one, and has decided so; the need's id."""
    leader = leaders.entitled(tx, officer_id, by, at, Standing.LEADER)
    need = _by_person(tx, officer_id, topic, words, Origin.HEAD, at, by)
    _decide(tx, need, True, need.words, leader, at, by)
    return need.id or 0


def _by_person(
    tx: Transaction, officer_id: int, topic: str, words: str, origin: Origin, at: datetime, by: int
) -> TrainingNeed:
    unit = leaders.unit_of(tx, officer_id, at)
    if unit is None:
        raise Refused("coaching-no-unit")
    _refuse_second(tx, officer_id, topic)
    need = TrainingNeed(
        unit_id=unit.id or 0,
        officer_id=officer_id,
        topic=ground.topic(topic),
        origin=origin,
        words=ground.words(words),
        at=at,
    )
    return _add(tx, need, at, by)


def _refuse_second(tx: Transaction, officer_id: int, topic: str) -> None:
    """The officer's row is locked, so that two taps at once are one after the other."""
    tx.session.exec(select(Officer.id).where(Officer.id == officer_id).with_for_update()).one()
    same = select(TrainingNeed).where(
        TrainingNeed.officer_id == officer_id,
        TrainingNeed.topic == topic,
        col(TrainingNeed.accepted).is_(None),
    )
    if tx.session.exec(same).first() is not None:
        raise Refused("need-waits-already")


def decide(
    tx: Transaction, need_id: int, accepted: bool, words: str, at: datetime, by: int
) -> None:
    """Accept or decline, for the officer's leader. To decline takes words."""
    need = tx.session.get(TrainingNeed, need_id, with_for_update=True)
    if need is None:
        raise Refused("not-for-you")
    leader = leaders.entitled(tx, need.officer_id, by, at, Standing.LEADER)
    if need.accepted is not None:
        raise Refused("need-decided")
    _decide(
        tx, need, accepted, ground.words(words, 0 if accepted else ground.LEAST), leader, at, by
    )


def _decide(
    tx: Transaction,
    need: TrainingNeed,
    accepted: bool,
    words: str,
    leader: Officer,
    at: datetime,
    by: int,
) -> None:
    need.accepted, need.decision_words = accepted, words
    need.decided_by_id, need.decided_at = leader.id, at
    tx.session.add(need)
    _enter(tx, need, "need-accepted" if accepted else "need-declined", at, by)


def _add(tx: Transaction, need: TrainingNeed, at: datetime, by: int | None) -> TrainingNeed:
    office_id = tx.session.get_one(Unit, need.unit_id).office_id
    suggested = trainings.suggested(tx, office_id, need.topic)
    need.training_id = suggested.id if suggested else None
    tx.session.add(need)
    tx.session.flush()
    _enter(tx, need, "need-proposed", at, by)
    return need


def _enter(tx: Transaction, need: TrainingNeed, step: str, at: datetime, by: int | None) -> None:
    journal.write(
        tx,
        Kind.TRAINING_CHANGED,
        at,
        actor_id=by,
        unit_id=need.unit_id,
        step=step,
        need=need.id,
        officer=need.officer_id,
        topic=need.topic,
        origin=str(need.origin),
    )


# --- reading


def one(tx: Transaction, need_id: int, at: datetime, by: int) -> Need:
    """For the officer, the leader and the leader's leader."""
    need = tx.session.get(TrainingNeed, need_id)
    if need is None:
        raise Refused("not-for-you")
    leaders.entitled(tx, need.officer_id, by, at, *READERS)
    return _shown(tx, need)


def of_officer(tx: Transaction, officer_id: int, at: datetime, by: int) -> list[Need]:
    """Newest first."""
    leaders.entitled(tx, officer_id, by, at, *READERS)
    return _listed(tx, TrainingNeed.officer_id == officer_id)


def waiting_for(tx: Transaction, at: datetime, by: int) -> list[Need]:
    """Undecided ones of those whom somebody leads, newest first."""
    me = ground.officer(tx, by, at)
    led = [one.id for one in leaders.led_by(tx, me.id or 0, at)]
    return _listed(tx, col(TrainingNeed.officer_id).in_(led), col(TrainingNeed.accepted).is_(None))


def _listed(tx: Transaction, *conditions: ColumnElement[bool] | bool) -> list[Need]:
    statement = select(TrainingNeed).where(*conditions).order_by(col(TrainingNeed.id).desc())
    return [_shown(tx, need) for need in tx.session.exec(statement)]


def _shown(tx: Transaction, need: TrainingNeed) -> Need:
    people_: Mapping[int, str] = ground.names(tx, [need.officer_id, need.decided_by_id or 0])
    unit = tx.session.get_one(Unit, need.unit_id)
    training = trainings.one(tx, need.training_id).name if need.training_id else ""
    return Need(
        id=need.id or 0,
        officer_id=need.officer_id,
        officer=people_[need.officer_id],
        unit_id=need.unit_id,
        unit=unit.name,
        zone=unit.zone,
        topic=need.topic,
        training_id=need.training_id,
        training=training,
        origin=Origin(need.origin),
        facts=tuple(Fact.from_json(one) for one in need.facts),
        words=need.words,
        at=need.at,
        accepted=need.accepted,
        decided_by=people_.get(need.decided_by_id or 0, ""),
        decision_words=need.decision_words,
        event_id=need.event_id,
    )
