"""Who may decide a contest is reminded before the record is frozen."""

from __future__ import annotations

from datetime import datetime

from handlers.message import Text, When, body, button
from models import outbox
from models.appraisal.evidence import contests
from models.database import Transaction
from models.outbox import Outgoing
from models.people import Officer


def remind(tx: Transaction, at: datetime) -> None:
    """Each undecided contest once, three days before."""
    for one, freezing, deciders in contests.to_remind(tx, at):
        officer = tx.session.get_one(Officer, one.officer_id)
        unit = contests.fact_of(tx, one, at).unit
        values = {"name": officer.name, "at": When(freezing, unit.zone, "short-day-clock-end")}
        look = [[button(Text("button-contest-look"), "contest", one.id)]]
        for decider in deciders:
            message = body("contest-reminder", values, buttons=look)
            outbox.put(tx, Outgoing(decider.person_id or 0, message), at)
