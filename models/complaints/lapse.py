"""What time alone does to a case whose citizen has the word: one reminder, then the end."""

from __future__ import annotations

from models.complaints import access, casework, notices, timers
from models.complaints.casework import Done, happen
from models.complaints.limits import REOPEN_WITHIN
from models.complaints.notices import reply_buttons, when
from models.complaints.states import Event, State
from models.complaints.tables import Case, CaseMessage, Reminder, Side
from models.complaints.timers import NUDGED, WAITING, Standing
from models.database import Transaction

_NUDGES = {State.WAITING: "case-nudge-question", State.ANSWERED: "case-nudge-answer"}


def nudge(tx: Transaction, standing: Standing) -> bool:
    """Remind the citizen, once, with the question or the answer again; whether it was done now."""
    case, at, due = standing.case, standing.at, timers.nudged_at(standing)
    ends = timers.silent_at(standing)
    if due is None or ends is None or not due <= at < ends:
        return False
    if (WAITING, NUDGED, due) in timers.already(tx, case):
        return False
    tx.session.add(Reminder(case_id=case.id or 0, clock=WAITING, step=NUDGED, due=due, at=at))
    unit = access.unit_of(tx, case.unit_id)
    notices.tell_citizen(
        tx,
        case,
        _NUDGES[State(case.state)],
        at,
        {"said": _last_word(tx, case), "unit": unit.name, "until": when(ends, unit.zone)},
        buttons=reply_buttons(State(case.state)),
    )
    return True


def _last_word(tx: Transaction, case: Case) -> str:
    """What the officer wrote last."""
    spoken: list[CaseMessage] = casework.messages_of(tx, case.id or 0)
    return next((one.text for one in reversed(spoken) if one.side == Side.OFFICER), "")


def end_silence(tx: Transaction, standing: Standing) -> Done | None:
    """End a case whose citizen kept silent for ten working days; None if it is not so.

    It is an end without a word from the citizen: never counted as satisfied, and open to return.
    """
    case, at, until = standing.case, standing.at, timers.silent_at(standing)
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
    notices.tell_followers(tx, case, "case-closed-follower", at, {}, over=True)
    return casework.done(tx, case, at)
