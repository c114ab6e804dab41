"""What the clock does for coaching: needs that evidence proposes, the team's monthly list,
recognitions to everybody in the office, promises that fall due."""

from __future__ import annotations

from datetime import datetime

from handlers import figure_words, training_office
from handlers.jobs import Ran
from handlers.message import Text, body, button
from handlers.period_words import period_named
from handlers.training_words import day
from models import offices, outbox
from models.appraisal import leaders
from models.appraisal.coaching import needs, promises, recognition, team
from models.appraisal.coaching.needs import Need
from models.appraisal.coaching.promises import Reminder
from models.database import Transaction
from models.offices import Unit
from models.outbox import Outgoing, Urgency
from models.people import Officer

AT_ONCE = 20


def propose(tx: Transaction, at: datetime) -> Ran:
    """Search the records that were frozen; the officer and the leader hear of each proposal."""
    found, again = needs.search(tx, at)
    for need in found:
        _tell_need(tx, need, at)
    return Ran(again=again)


def _tell_need(tx: Transaction, need: Need, at: datetime) -> None:
    officer = tx.session.get_one(Officer, need.officer_id)
    leader = leaders.leader_of(tx, need.officer_id, at)
    topic = figure_words.name(need.topic)
    see = [[button(Text("button-training-need"), "training-need", need.id)]]
    told = (
        (officer, body("training-found-yours", {"topic": topic}, buttons=see)),
        (leader, body("training-found", {"topic": topic, "officer": need.officer}, buttons=see)),
    )
    for who, message in told:
        if who is not None and who.person_id is not None:
            held = _held(tx, need.unit_id, at)
            row = Outgoing(who.person_id, message, unit_id=need.unit_id, held_until=held)
            outbox.put(tx, row, at)


def watch(tx: Transaction, at: datetime) -> Ran:
    """The list of the month to each of the team, once."""
    found = team.due(tx, at, AT_ONCE)
    for officer, report in found:
        told = body(
            "training-report",
            training_office.values(report),
            buttons=training_office.buttons(report),
        )
        outbox.put(tx, Outgoing(officer.person_id or 0, told), at)
    return Ran(again=len(found) == AT_ONCE)


def publish(tx: Transaction, at: datetime) -> Ran:
    """A recognition to everybody in the office, once."""
    found = recognition.unpublished(tx, at)
    for recognised, everybody in found:
        told = body(
            "recognition-published",
            {
                "name": recognised.name,
                "period": period_named(tx, recognised.period_id),
                "reason": recognised.reason,
                "by": recognised.by,
                "office": recognised.office,
            },
        )
        for one in everybody:
            outbox.put(tx, Outgoing(one.person_id or 0, told, Urgency.BULK), at)
    return Ran(again=bool(found))


def remind(tx: Transaction, at: datetime) -> Ran:
    """Promises that fall due within a week, once."""
    found = promises.reminders(tx, at)
    for reminder in found:
        _tell_promise(tx, reminder, at)
    return Ran()


def _tell_promise(tx: Transaction, reminder: Reminder, at: datetime) -> None:
    promise = reminder.promise
    told = body(
        "meeting-due",
        {
            "who": promise.officer or promise.unit,
            "words": promise.words,
            "due": day(promise.due, promise.zone),
        },
        buttons=[[button(Text("button-meeting-promise"), "meeting-promise", promise.id)]],
    )
    held = _held(tx, promise.unit_id, at)
    for officer in reminder.officers:
        row = Outgoing(officer.person_id or 0, told, unit_id=promise.unit_id, held_until=held)
        outbox.put(tx, row, at)


def _held(tx: Transaction, unit_id: int, at: datetime) -> datetime | None:
    """Nothing here is so urgent that it could not wait until the unit opens."""
    return offices.until_opening(tx, tx.session.get_one(Unit, unit_id), at)
