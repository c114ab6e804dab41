"""What a case can be, what can happen to it, who may do that, and what it is afterwards.

The table at the end holds every flow there is; docs/case-states.md is made from it. Only these
events move clocks (`sla`): a note, thanks, an edit, taking a case or handing it over do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class State(StrEnum):
    SENT = "sent"  # with the unit, read by nobody yet
    VERIFIED = "verified"  # clear, complete and ours; its class is decided; nobody holds it
    FORWARDED = "forwarded"  # with another unit or the inspectorate, read by nobody there
    IN_PROGRESS = "in_progress"  # an officer holds it
    WAITING = "waiting"  # the officer asked, the citizen has the word
    ANSWERED = "answered"  # the officer answered, the citizen has the word
    REOPENED = "reopened"  # not solved, says the citizen
    SOLVED = "solved"  # says the citizen, or silence after an answer: the event tells which
    REJECTED = "rejected"  # not accepted, with a reason
    ARCHIVED = "archived"  # nothing to be done, with a reason; or the citizen gave no reply
    MERGED = "merged"  # goes on as another case, which its citizen follows
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    """What happens to a case. The values are the journal's kinds of entry."""

    SENT = "case.sent"
    VERIFIED = "case.verified"  # with the class
    TAKEN = "case.taken"
    ASSIGNED = "case.assigned"  # given to an officer of the unit
    RETURNED = "case.returned"  # given back to the unit: nobody holds it
    FORWARDED = "case.forwarded"  # to another unit
    REFERRED = "case.referred"  # to the inspectorate, or from there to the unit
    RECLASSIFIED = "case.reclassified"
    ANSWERED = "case.answered"
    ASKED_BACK = "case.asked_back"
    CITIZEN_REPLIED = "case.citizen_replied"  # and wants an answer
    COMMENTED = "case.commented"  # a note or thanks: moves nothing
    CONFIRMED = "case.confirmed"
    CLOSED_BY_SILENCE = "case.closed_by_silence"
    REJECTED = "case.rejected"
    ARCHIVED = "case.archived"
    MERGED = "case.merged"
    SEPARATED = "case.separated"  # merged by mistake, or the other was withdrawn
    REOPENED = "case.reopened"
    WITHDRAWN = "case.withdrawn"
    HANDLING_RATED = "case.handling_rated"
    CAUSE_CLAIMED = "case.cause_claimed"  # an external cause, with a reason and proof
    CAUSE_DECIDED = "case.cause_decided"  # by a second person, or by time
    CAUSE_ENDED = "case.cause_ended"  # one that went on is over
    RECALCULATED = "case.recalculated"  # its limits by a newer calendar


class Party(StrEnum):
    """Who makes something happen."""

    CITIZEN = "citizen"
    OFFICER = "officer"  # of the unit, or of the inspectorate for a supervisory case
    HEAD = "head"  # of the unit, or an admin in the head's place
    SECOND = "second"  # a second person outside the officer's line
    ADMIN = "admin"
    CLOCK = "clock"


class Forbidden(ValueError):
    """This cannot happen to a case in this state."""

    def __init__(self, state: State | None, event: Event) -> None:
        super().__init__(f"{event} cannot happen to a case that is {state or 'not there yet'}")
        self.state = state
        self.event = event


UNVERIFIED = frozenset({State.SENT, State.FORWARDED})
UNASSIGNED = UNVERIFIED | {State.VERIFIED}  # nobody holds it
WITH_CITIZEN = frozenset({State.WAITING, State.ANSWERED})  # the clock of the unit stands still
ENDED = frozenset({State.SOLVED, State.REJECTED, State.ARCHIVED, State.MERGED, State.WITHDRAWN})
OPEN = frozenset(State) - ENDED

_AT_WORK = (Party.OFFICER, Party.HEAD)

BY: dict[Event, tuple[Party, ...]] = {
    Event.SENT: (Party.CITIZEN,),
    Event.VERIFIED: _AT_WORK,
    Event.TAKEN: _AT_WORK,
    Event.ASSIGNED: (*_AT_WORK, Party.CLOCK),  # the clock: its holder is on leave
    Event.RETURNED: (*_AT_WORK, Party.CLOCK),  # the clock: its holder has left
    Event.FORWARDED: _AT_WORK,
    Event.REFERRED: _AT_WORK,
    Event.RECLASSIFIED: _AT_WORK,
    Event.ANSWERED: _AT_WORK,
    Event.ASKED_BACK: _AT_WORK,
    Event.CITIZEN_REPLIED: (Party.CITIZEN,),
    Event.COMMENTED: (Party.CITIZEN,),
    Event.CONFIRMED: (Party.CITIZEN,),
    Event.CLOSED_BY_SILENCE: (Party.CLOCK,),
    Event.REJECTED: _AT_WORK,
    Event.ARCHIVED: _AT_WORK,
    Event.MERGED: _AT_WORK,
    Event.SEPARATED: (*_AT_WORK, Party.CLOCK),  # the clock: what it went on as was withdrawn
    Event.REOPENED: (Party.CITIZEN,),
    Event.WITHDRAWN: (Party.CITIZEN,),
    Event.HANDLING_RATED: (Party.CITIZEN,),
    Event.CAUSE_CLAIMED: _AT_WORK,
    Event.CAUSE_DECIDED: (Party.SECOND, Party.CLOCK),
    Event.CAUSE_ENDED: (*_AT_WORK, Party.CLOCK),
    Event.RECALCULATED: (Party.ADMIN,),
}

_CAUSE = (Event.CAUSE_CLAIMED, Event.CAUSE_DECIDED, Event.CAUSE_ENDED)
_STAYS = (*_CAUSE, Event.RECALCULATED)  # in every open state


def _in(state: State, *staying: Event, **moving: State) -> dict[Event, State]:
    """The flows out of a state: what leaves it as it is, and what moves it."""
    return dict.fromkeys(staying, state) | {Event[name]: after for name, after in moving.items()}


_ENDS = {
    "REJECTED": State.REJECTED,
    "ARCHIVED": State.ARCHIVED,
    "MERGED": State.MERGED,
    "WITHDRAWN": State.WITHDRAWN,
}
_NEW = _ENDS | {
    "VERIFIED": State.VERIFIED,
    "FORWARDED": State.FORWARDED,
    "REFERRED": State.FORWARDED,
}
_WORKED_ON = _ENDS | {
    "TAKEN": State.IN_PROGRESS,  # anew when its holder has left the unit
    "ASSIGNED": State.IN_PROGRESS,
    "ANSWERED": State.ANSWERED,
    "ASKED_BACK": State.WAITING,
    "FORWARDED": State.FORWARDED,
    "REFERRED": State.FORWARDED,
}
_WITH_CITIZEN = _ENDS | {
    "ANSWERED": State.ANSWERED,
    "CITIZEN_REPLIED": State.IN_PROGRESS,
    "REFERRED": State.FORWARDED,
}
_GIVEN = (Event.ASSIGNED, Event.RETURNED, Event.RECLASSIFIED)
_OVER = (Event.COMMENTED, Event.HANDLING_RATED, *_CAUSE)

TRANSITIONS: dict[State, dict[Event, State]] = {
    State.SENT: _in(State.SENT, *_STAYS, Event.COMMENTED, **_NEW),
    State.FORWARDED: _in(State.FORWARDED, *_STAYS, Event.COMMENTED, **_NEW),
    State.VERIFIED: _in(
        State.VERIFIED,
        *_STAYS,
        Event.COMMENTED,
        Event.RECLASSIFIED,
        **_ENDS,
        TAKEN=State.IN_PROGRESS,
        ASSIGNED=State.IN_PROGRESS,
        FORWARDED=State.FORWARDED,
        REFERRED=State.FORWARDED,
    ),
    State.IN_PROGRESS: _in(
        State.IN_PROGRESS,
        *_STAYS,
        Event.COMMENTED,
        Event.RECLASSIFIED,
        **_WORKED_ON,
        RETURNED=State.VERIFIED,
    ),
    State.REOPENED: _in(
        State.REOPENED,
        *_STAYS,
        Event.COMMENTED,
        Event.RECLASSIFIED,
        Event.RETURNED,
        **_WORKED_ON,
    ),
    State.WAITING: _in(
        State.WAITING, *_STAYS, *_GIVEN, **_WITH_CITIZEN, CLOSED_BY_SILENCE=State.ARCHIVED
    ),
    State.ANSWERED: _in(
        State.ANSWERED,
        *_STAYS,
        *_GIVEN,
        Event.COMMENTED,
        **_WITH_CITIZEN,
        ASKED_BACK=State.WAITING,
        CONFIRMED=State.SOLVED,
        REOPENED=State.REOPENED,
        CLOSED_BY_SILENCE=State.SOLVED,
    ),
    State.SOLVED: _in(State.SOLVED, *_OVER, Event.CONFIRMED, REOPENED=State.REOPENED),
    State.REJECTED: _in(State.REJECTED, *_OVER, REOPENED=State.REOPENED),
    State.ARCHIVED: _in(State.ARCHIVED, *_OVER, REOPENED=State.REOPENED),
    State.MERGED: _in(State.MERGED, SEPARATED=State.VERIFIED),
    State.WITHDRAWN: {},
}


def next_state(state: State | None, event: Event) -> State:
    """The state after the event; None is before the case was sent. `Forbidden` if it cannot be."""
    if state is None and event is Event.SENT:
        return State.SENT
    following = TRANSITIONS[state].get(event) if state is not None else None
    if following is None:
        raise Forbidden(state, event)
    return following


def allowed(state: State, party: Party) -> tuple[Event, ...]:
    """What this party may make happen next, in the order of `Event`."""
    return tuple(e for e in Event if party in BY[e] and e in TRANSITIONS[state])


def fold(events: Iterable[Event]) -> State | None:
    """The state after all of these; None when nothing has happened."""
    state = None
    for event in events:
        state = next_state(state, event)
    return state
