"""What a training did: its indicator before and after, for who came and for who did not.

Both windows are as long as the event says, in whole weeks; nothing is told before the second has
passed. What external causes took and accepted contests set aside is left out on both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlmodel import col, select

from models.appraisal import leaders
from models.appraisal.coaching import events, ground
from models.appraisal.coaching.effect_rules import Moved, Own, Shift, Verdict, beyond, moved
from models.appraisal.coaching.events import Event
from models.appraisal.coaching.tables import (
    Origin,
    TrainingEvent,
    TrainingNeed,
    TrainingParticipant,
    Watcher,
)
from models.appraisal.evidence.figures import Figures
from models.appraisal.indicators import CATALOGUE, Measure, Record, RecordKind
from models.appraisal.leaders import Standing
from models.appraisal.terms_tables import CUSTOM, AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.local_days import local_day, midnight
from models.ratings.ikm import UNIT

OPEN_FROM = 3  # officers of a group whose figure others than their leaders may read


class State(StrEnum):
    AHEAD = "ahead"  # the weeks after it have not passed
    UNTOLD = "untold"  # nobody entered who came
    FEW = "few"  # too few records
    HIDDEN = "hidden"  # of fewer than `OPEN_FROM` officers: for their leaders alone
    TOLD = "told"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Effect:
    """before, after: first and last day of both windows. others: who served in the same units and
    had no training on the topic; None: too few records. more: how much more the trained moved."""

    event: Event
    state: State
    before: tuple[date, date]
    after: tuple[date, date]
    ready_on: date
    trained: Moved | None = None
    others: Moved | None = None
    more: tuple[Shift, Verdict] | None = None
    left_out: int = 0  # who came, without records in both windows
    selected: bool = False  # some were sent because their figures were low


def of(tx: Transaction, event_id: int, at: datetime, by: int) -> Effect:
    """The effect of an event, for who takes part, leads in the office, or watches.

    Whoever does not lead all of a group sees its figure from `OPEN_FROM` officers on: below, it
    would be a colleague's.
    """
    event = events.one(tx, event_id, at, by)
    if not may_read(tx, event, at, by):
        raise Refused("not-for-you")
    return _allowed(tx, computed(tx, event, at), at, by)


def computed(tx: Transaction, event: Event, at: datetime) -> Effect:
    """Without looking at who reads it."""
    before, after = windows(event)
    found = Effect(event, State.AHEAD, before, after, after[1] + ground.DAY)
    if event.cancelled:
        return replace(found, state=State.CANCELLED)
    if local_day(event.zone, at) < found.ready_on:
        return found
    if not event.attended:
        return replace(found, state=State.UNTOLD)
    return _measured(tx, found, at)


def ready_on(event: Event) -> date:
    """The first day on which an effect can be told."""
    return windows(event)[1][1] + ground.DAY


def windows(event: Event) -> tuple[tuple[date, date], tuple[date, date]]:
    """The days before the first one and those after the last, as many weeks each."""
    span = timedelta(weeks=event.weeks)
    return (
        (event.first_day - span, event.first_day - ground.DAY),
        (event.last_day + ground.DAY, event.last_day + span),
    )


# --- measuring


def _measured(tx: Transaction, found: Effect, at: datetime) -> Effect:
    event, topic = found.event, CATALOGUE[found.event.topic]
    before, after = (_figures(tx, event, days, at) for days in (found.before, found.after))

    def group(officer_ids: Sequence[int]) -> Moved | None:
        own = [_own(before, after, number, topic.key) for number in officer_ids]
        return moved(own, topic.measure.value, topic.better.value)

    trained = group(event.attended)
    if trained is None:
        return replace(found, state=State.FEW)
    others = group(_others(tx, event, found))
    measure, better = topic.measure.value, topic.better.value
    return replace(
        found,
        state=State.TOLD,
        trained=trained,
        others=others,
        more=beyond(trained, others, measure, better) if others else None,
        left_out=len(event.attended) - trained.officers,
        selected=_selected(tx, event),
    )


def _figures(tx: Transaction, event: Event, days: tuple[date, date], at: datetime) -> Figures:
    """Of a window: it is a period that is not kept."""
    window = AppraisalPeriod(
        office_id=event.office_id, kind=CUSTOM, first_day=days[0], last_day=days[1], made_at=at
    )
    return Figures(tx, window, at)


def _own(before: Figures, after: Figures, officer_id: int, topic: str) -> Own:
    first, second = (
        values(topic, each.one(officer_id, topic).inputs.records) for each in (before, after)
    )
    return Own(officer_id, first, second)


def values(topic: str, records: Sequence[Record]) -> tuple[float, ...]:
    """The values of an indicator's records, in its measure, without what the officer could not
    change: external causes, and what a contest set aside."""
    minutes = CATALOGUE[topic].measure is Measure.MINUTES
    found = (_value(one, minutes) for one in records if not one.set_aside)
    return tuple(value for value in found if value is not None)


def _value(record: Record, minutes: bool) -> float | None:
    if minutes:
        return record.minutes if record.minutes_without is None else record.minutes_without
    score = record.score if record.score_without is None else record.score_without
    if score is None or record.kind is not RecordKind.ANSWER:
        return score
    return score / UNIT


def _others(tx: Transaction, event: Event, found: Effect) -> list[int]:
    """Who served in the participants' units on the first day of the training and has had none on
    the topic until the second window ended."""
    then = midnight(event.first_day, event.zone)
    homes = (leaders.unit_of(tx, number, then) for number in event.attended)
    units = {home.id for home in homes if home is not None}
    near = {one.id or 0 for unit_id in units for one in leaders.officers(tx, then, unit_id)}
    return sorted(near - _trained(tx, event.topic, found.after[1]))


def _trained(tx: Transaction, topic: str, until: date) -> set[int]:
    """Whoever was put into an event on a topic up to a day; those who stayed away are no fair
    comparison either."""
    rows = tx.session.exec(
        select(TrainingParticipant.officer_id)
        .join(TrainingEvent, col(TrainingEvent.id) == TrainingParticipant.event_id)
        .where(
            TrainingEvent.topic == topic,
            TrainingEvent.first_day <= until,
            col(TrainingEvent.cancelled_at).is_(None),
        )
    )
    return set(rows)


def _selected(tx: Transaction, event: Event) -> bool:
    """Whether somebody who came was sent because the figure was low: such a figure rises a little
    by itself (regression to the mean)."""
    sent = select(TrainingNeed.id).where(
        TrainingNeed.event_id == event.id,
        TrainingNeed.origin == Origin.EVIDENCE,
        col(TrainingNeed.officer_id).in_(event.attended),
    )
    return tx.session.exec(sent).first() is not None


# --- who reads it


def may_read(tx: Transaction, event: Event, at: datetime, by: int) -> bool:
    """Who takes part, watches, leads in the office or is its admin."""
    me = ground.officer(tx, by, at).id or 0
    if any(number == me for number, _, _ in event.participants):
        return True
    if tx.session.get(Watcher, (event.office_id, me)) is not None:
        return True
    heads = ground.heads_office(tx, by, at, event.office_id)
    return heads or events.may_arrange(tx, event.office_id, at, by)


def _allowed(tx: Transaction, effect: Effect, at: datetime, by: int) -> Effect:
    """Without the figures of a group that is too small for this reader."""
    if effect.trained is None:
        return effect
    bare = replace(effect, trained=None, others=None, more=None)
    if effect.trained.officers < OPEN_FROM and not _leads_all(tx, effect.event.attended, at, by):
        return replace(bare, state=State.HIDDEN)
    if effect.others is None or effect.others.officers >= OPEN_FROM:
        return effect
    if _leads_all(tx, _others(tx, effect.event, effect), at, by):
        return effect
    return replace(effect, others=None, more=None)


def _leads_all(tx: Transaction, officer_ids: Sequence[int], at: datetime, by: int) -> bool:
    """Whether a reader leads every one of a group, but for oneself."""
    standings = {leaders.standing(tx, number, by, at) for number in officer_ids}
    return standings <= {Standing.OWN, Standing.LEADER, Standing.SUPERIOR}
