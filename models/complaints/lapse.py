"""What time alone does to a case whose citizen has the word."""

from __future__ import annotations

from datetime import datetime

from models.complaints import access, casework, notices, queries
from models.complaints.casework import Done, happen
from models.complaints.limits import REOPEN_WITHIN
from models.complaints.notices import reply_buttons
from models.complaints.states import Event, State
from models.database import Transaction


def close_silent(tx: Transaction, case_id: int, at: datetime) -> Done | None:
    """End a case whose citizen kept silent for ten working days; None if it is not so.

    It is an end without a word from the citizen: never counted as satisfied, and open to return.
    """
    case = access.locked(tx, case_id)
    until = queries.silent_until(tx, case)
    if until is None or at < until:
        return None
    happen(tx, case, Event.CLOSED_BY_SILENCE, at, None)
    notices.tell_citizen(
        tx,
        case,
        "case-closed-silent",
        at,
        {"reopen": REOPEN_WITHIN.days},
        buttons=reply_buttons(State(case.state)),
    )
    return casework.done(tx, case, at)
